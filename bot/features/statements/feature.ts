/** Statements: what the bot does with their cards, what runs by the clock, and how their posts are drawn. */
import { plain } from '../../cards/kit.ts';
import type { Action } from '../../core/action.ts';
import { DAY, when } from '../../core/clock.ts';
import { type Drawing, type Feature, type Handler, type JobHandler, on } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { isCurrent, type OrganisationId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed, type Refusal } from '../../core/refusal.ts';
import { mainOf, registerOf } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { type Outcome, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import { statementRoutes } from './api.ts';
import * as cards from './cards.ts';
import { statementDownloads } from './export.ts';
import { askedAgainLine, statementLetters } from './letters.ts';
import { findStatement } from './memory.ts';
import { news, waitingStatements } from './news-operations.ts';
import {
  facts,
  followStatement,
  handover,
  joinStatement,
  LATEST_MAIL,
  leaveStatement,
  mailStatement,
  remindOfStatement,
} from './operations.ts';
import { statementPages } from './pages.ts';
import { statementPersonal } from './personal.ts';
import { channelFrame, ownFrame, ownStanding, shownOf, visibleStatement } from './shown.ts';
import {
  isShown,
  type Statement,
  shorten,
  statementComments,
  statementJoins,
  statements as statementKind,
  takesComments,
  takesJoins,
} from './statement.ts';
import { text } from './text.ts';

// ── Clicks ─────────────────────────────────────────────────────────────────────────────────────

async function ownView(
  turn: Turn,
  id: ActivityId,
  told: { readonly done?: string; readonly refusal?: string } = {},
): Promise<Outcome> {
  const of = await visibleStatement(turn, id);
  const [numbers, { organisation, isMunicipality, joined }] = await Promise.all([
    shownOf(turn, of),
    ownStanding(turn, of),
  ]);
  const frame = {
    ...{ ...ownFrame(turn, of), ...told, isMunicipality },
    ...(organisation ? { organisation: organisation.names } : {}),
    isIn: joined !== undefined && !joined.isAskedAgain,
    isAskedAgain: joined?.isAskedAgain ?? false,
  };
  return showCard(cards.ownCard(of, numbers, frame));
}

const nameOf = async (turn: Turn, id: OrganisationId): Promise<string> => {
  const found = (await registerOf(turn)).organisations.get(id);
  return found ? nameIn(found.names, turn.t) : '';
};

/** A refusal comes back on the reader's own card; what is no statement of theirs gets the plain one. */
const onCard = (
  of: Action<{ statement: ActivityId }>,
  take: (id: ActivityId, turn: Turn) => Promise<string>,
): Handler =>
  on(
    of,
    async ({ statement }, turn) => ownView(turn, statement, { done: await take(statement, turn) }),
    async (raw: unknown, refusal: Refusal, turn: Turn) => {
      const fitting = of.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed || refusal.row === text.unknownStatement) return undefined;
      return ownView(turn, fitting.data.statement, { refusal: turn.t(refusal.row, refusal.params) });
    },
  );

const handlers: readonly Handler[] = [
  onCard(cards.join, async (id, turn) => {
    const name = await nameOf(turn, await joinStatement(turn, id, ''));
    return turn.t(text.joined, { name });
  }),
  onCard(cards.leave, async (id, turn) => {
    const name = await nameOf(turn, await leaveStatement(turn, id));
    return turn.t(text.left, { name });
  }),
];

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const jobs: readonly JobHandler[] = [
  { kind: 'statements.follow', isVital: true, run: ({ key }, work) => followStatement(work, key) },
  { kind: 'statements.mail', latest: LATEST_MAIL, run: ({ key }, work) => mailStatement(work, key) },
  { kind: 'statements.remind', latest: DAY, run: ({ key }, work) => remindOfStatement(work, key) },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

/** As long as members see it. */
async function shown(work: Work, id: string | undefined): Promise<Statement | undefined> {
  const of = await findStatement(work, (id ?? '') as ActivityId);
  return of && isShown(of) ? of : undefined;
}

const named = ({ title }: Statement) => ({ title: shorten(title) });

/** To one person in their language; `subject` ends with who reads it. */
const direct = (
  name: string,
  line: (of: Statement, visit: Visit, rest: readonly string[]) => Promise<string | undefined>,
): Drawing => ({
  name,
  async draw(subject, work) {
    const [id, ...rest] = subject.split('|');
    const register = await registerOf(work);
    const member = register.members.get(mainOf(register, rest.at(-1) ?? ''));
    const of = isOn(work.network, 'statements') ? await shown(work, id) : undefined;
    if (!of || !member || !isCurrent(member)) return undefined;
    const locale = member.locale ?? work.channelT.locales[0] ?? 'fi';
    const t = member.locale ? translator(member.locale) : work.channelT;
    const visit: Visit = { ...work, t, actor: { person: member.person, name: member.name, locale } };
    const words = await line(of, visit, rest);
    if (words === undefined) return undefined;
    return {
      card: cards.tellingCard(of, words, await shownOf(work, of), { ...channelFrame(work, of), t }),
      summary: plain(cards.summaryOf(of, t)),
    };
  },
});

const drawings: readonly Drawing[] = [
  {
    name: 'statements.statement',
    async draw(subject, work) {
      const of = await shown(work, subject);
      if (!of) return undefined;
      return {
        card: cards.statementCard(of, await shownOf(work, of), channelFrame(work, of)),
        summary: plain(cards.summaryOf(of, work.channelT)),
        live: of.state !== 'final',
      };
    },
  },
  {
    name: 'statements.version',
    async draw(subject, work) {
      const [id, n] = subject.split('|');
      const of = await shown(work, id);
      const version = of?.versions.find((one) => String(one.n) === n);
      if (!of || !version) return undefined;
      const { channelT: t } = work;
      const told = { ...named(of), n: String(version.n) };
      const line =
        version.note === undefined ? t(text.newVersion, told) : t(text.newVersionNote, { ...told, note: version.note });
      const isAskedAgain = of.joiningAt !== undefined && of.joiningAt <= version.at && of.joinsFrom >= version.n;
      return { text: plain(isAskedAgain ? `${line}\n${t(text.joinAgainAll)}` : line) };
    },
  },
  {
    name: 'statements.joining',
    async draw(subject, work) {
      const of = await shown(work, subject);
      if (of?.state !== 'joining' || of.joinUntil === undefined) return undefined;
      const until = when(of.joinUntil, work.network.zone);
      return { text: plain(work.channelT(text.joiningOpened, { ...named(of), when: until })) };
    },
  },
  {
    name: 'statements.final',
    async draw(subject, work) {
      const of = await shown(work, subject);
      if (!of?.final) return undefined;
      const { channelT: t } = work;
      const joined = t(text.joinedCount, { n: of.final.joined.length });
      return { text: plain(t(text.finalPosted, { ...named(of), joined })) };
    },
  },
  {
    name: 'statements.reminder',
    async draw(subject, work) {
      const [id, step, until] = subject.split('|');
      const of = await shown(work, id);
      if (!of) return undefined;
      const { channelT: t, network, services } = work;
      const isOnComments = step === 'comments';
      const deadline = isOnComments ? of.commentsUntil : of.joinUntil;
      const isOpen = (isOnComments ? takesComments : takesJoins)(of, services.clock.now());
      if (!isOpen || deadline === undefined || deadline !== until) return undefined;
      const { comments, joined } = await shownOf(work, of);
      const told = { ...named(of), when: when(deadline, network.zone) };
      return {
        text: plain(
          isOnComments
            ? t(text.remindComments, { ...told, comments: t(text.comments, { n: comments }) })
            : t(text.remindJoining, { ...told, joined: t(text.joinedCount, { n: joined.length }) }),
        ),
      };
    },
  },
  direct('statements.readyDirect', async (of, { t }) => (of.final ? t(text.letterThanks) : undefined)),
  direct('statements.againDirect', async (of, visit, [from]) =>
    String(of.joinsFrom) === from ? askedAgainLine(of, visit) : undefined,
  ),
];

export const statements: Feature = {
  name: 'statements',
  module: 'statements',
  kinds: [statementKind, statementComments, statementJoins],
  handlers,
  commands: [],
  jobs,
  drawings,
  routes: statementRoutes,
  downloads: statementDownloads,
  pages: statementPages,
  waiting: waitingStatements,
  letters: statementLetters,
  personal: statementPersonal,
  facts,
  news,
  handover,
};
