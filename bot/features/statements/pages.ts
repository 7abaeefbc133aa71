/** Statements on the personal link's pages: reading, commenting and joining without Teams, by the same rules as in the tab. */
import { when } from '../../core/clock.ts';
import { type ActivityId, activityId, objectIdOf } from '../../core/ids.ts';
import { isOneOf } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import type { Page, PageBody, PageOutcome, PageRequest, SentForm } from '../../core/page.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  entries,
  errorSummary,
  form,
  heading,
  hidden,
  hint,
  link,
  linkButton,
  list,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  select,
  strong,
  textArea,
  textField,
  together,
  unfolding,
  wrongWith,
} from '../../pages/kit.ts';
import { dayInWords, joinedLine, stateOf, untilOf } from './cards.ts';
import { commentsOf } from './memory.ts';
import { addComment, joinStatement, leaveStatement, removeComment, statementsFor } from './operations.ts';
import { ownStanding, personShown, requireMember, shownOf, visibleStatement } from './shown.ts';
import {
  arranged,
  isShown,
  type Statement,
  type StatementComment,
  shorten,
  takesComments,
  takesJoins,
} from './statement.ts';
import { text } from './text.ts';

/** Final ones on the list; older ones are in the material bank. */
const MOST_FINAL = 30;
/** Letters of a paragraph in the list that one chooses from. */
const CHOICE = 60;
/** How the list of paragraphs says “the whole”: an empty value would look like nothing chosen. */
const WHOLE = 'whole';

const pageOf = (id: string): string => `statements/${id}`;

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'statements',
  menu: text.pageStatements,
  async show(asked, visit) {
    const { t } = visit;
    requireMember(visit);
    const frame = { now: visit.services.clock.now(), zone: visit.network.zone, t };
    const all = (await statementsFor(visit)).filter(isShown);
    const lines = (of: readonly Statement[]) =>
      entries(
        of.map((one) => ({
          title: one.title,
          hint: [t(stateOf(one, frame.now)), untilOf(one, frame)].filter(Boolean).join(' · '),
          address: asked.to(pageOf(one.id)),
        })),
      );
    const open = all.filter(({ state }) => state !== 'final');
    const finals = all.filter(({ state }) => state === 'final').slice(0, MOST_FINAL);
    return {
      title: t(text.pageStatements),
      body: together(
        all.length === 0 && paragraph(t(text.none)),
        open.length > 0 && [heading(t(text.open)), lines(open)],
        finals.length > 0 && [heading(t(text.finals)), lines(finals)],
      ),
    };
  },
};

// ── One statement ──────────────────────────────────────────────────────────────────────────────

function statementIn({ params }: PageRequest): ActivityId {
  const id = activityId.safeParse(params.statement);
  if (!id.success) throw new Refusal(text.unknownStatement);
  return id.data;
}

interface Typed {
  readonly paragraph: string | undefined;
  readonly comment: string;
  readonly note: string;
}

const typedIn = ({ fields }: SentForm): Typed => ({
  paragraph: fields.get('paragraph') ?? undefined,
  comment: fields.get('comment') ?? '',
  note: fields.get('note') ?? '',
});

async function statementPage(asked: PageRequest, visit: Visit, typed?: Typed, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services, actor } = visit;
  const of = await visibleStatement(visit, statementIn(asked));
  const [register, comments, shown, standing] = await Promise.all([
    ...([registerOf(visit), commentsOf(visit, of.id)] as const),
    ...([shownOf(visit, of), ownStanding(visit, of)] as const),
  ]);
  const now = services.clock.now();
  const own = identitiesOf(register, objectIdOf(actor.person));
  const { whole, byParagraph, removed } = arranged(of, comments);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const isOpen = takesComments(of, now);
  const until = untilOf(of, { now, zone: network.zone, t });
  const to = asked.to(pageOf(of.id));
  const said = (one: StatementComment): Piece => {
    const { name, organisation } = personShown(register, one.by, t);
    return [hint([name, organisation].filter(Boolean).join(', ')), paragraph(one.text)];
  };
  const saidOf = (all: readonly StatementComment[]): Piece =>
    all.length > 0 && unfolding(t(text.comments, { n: all.length }), all.length <= 3, list(all.map(said)));
  const mine = comments.filter(({ by }) => isOneOf(own, by));
  return {
    title: of.title,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      hint(`${t(text.statement)} · ${t(stateOf(of, now))}`),
      of.askedBy !== undefined && hint(t(text.askedBy, { who: of.askedBy })),
      of.dueOn !== undefined && of.state !== 'final' && hint(t(text.dueOn, { date: dayInWords(of.dueOn) })),
      until !== undefined && strong(until),
      of.background !== undefined && paragraph(of.background),
      joinPart(of, standing, { visit, to, typed, mistakes }),
      shown.joined.length > 0 && paragraph(joinedLine(shown.joined, t)),
      heading(t(text.theText)),
      byParagraph.map(({ paragraph: one, comments: all }, at) => [
        hint([
          t(text.pieceOf, { n: String(at + 1) }),
          isOpen && [' · ', link(t(text.addComment), `${to}?paragraph=${one.id}#paragraph`)],
        ]),
        paragraph(one.text),
        saidOf(all),
      ]),
      whole.length > 0 && [heading(t(text.onWhole)), saidOf(whole)],
      removed.length > 0 && [
        heading(t(text.removedParts)),
        removed.map(({ paragraph: one, comments: all }) => [hint(one.text), saidOf(all)]),
      ],
      isOpen && [
        heading(t(text.addComment)),
        form(
          { to, id: services.newId() },
          select({
            name: 'paragraph',
            label: t(text.aboutPart),
            options: [
              { value: WHOLE, label: t(text.onWhole) },
              ...byParagraph.map(({ paragraph: one }, at) => ({
                value: one.id,
                label: `${t(text.pieceOf, { n: String(at + 1) })}: ${shorten(one.text.replace(/\s+/g, ' '), CHOICE)}`,
              })),
            ],
            chosen: typed?.paragraph ?? asked.query.get('paragraph') ?? WHOLE,
          }),
          textArea({
            name: 'comment',
            label: t(text.yourComment),
            hint: t(text.commentHow),
            value: typed?.comment,
            wrong: wrongWith(mistakes, 'comment'),
          }),
          buttons({ label: t(text.send), act: 'comment' }),
        ),
      ],
      mine.length > 0 &&
        of.state !== 'final' && [
          heading(t(text.yourComments)),
          mine.map((one) => [
            hint(t(text.name, { name: when(one.at, network.zone) })),
            paragraph(one.text),
            form(
              { to, id: services.newId() },
              hidden('which', one.id),
              buttons({ label: t(text.removeComment), act: 'remove', isQuiet: true }),
            ),
          ]),
        ],
      linkButton(t(text.pageStatements), asked.to('statements')),
    ),
  };
}

/** How the reader's organisation stands, and the button for it. */
function joinPart(
  of: Statement,
  { organisation, isMunicipality, joined }: Awaited<ReturnType<typeof ownStanding>>,
  {
    visit,
    to,
    typed,
    mistakes,
  }: {
    readonly visit: Visit;
    readonly to: string;
    readonly typed: Typed | undefined;
    readonly mistakes: ReturnType<typeof mistakesOf>;
  },
): Piece {
  const { t, services } = visit;
  const name = organisation && nameIn(organisation.names, t);
  const isIn = joined !== undefined && !joined.isAskedAgain;
  if (of.state === 'final' || name === undefined) return undefined;
  if (isIn)
    return [
      notice('good', t(text.joined, { name })),
      form({ to, id: services.newId() }, buttons({ label: t(text.leave), act: 'leave', isQuiet: true })),
    ];
  const again = joined?.isAskedAgain && notice('plain', t(text.askedAgain, { name }));
  if (!takesJoins(of, services.clock.now())) return again;
  return [
    again,
    form(
      { to, id: services.newId() },
      hint(t(text.joinHow)),
      textField({
        name: 'note',
        label: t(text.joinNote),
        value: typed?.note ?? joined?.join.note,
        wrong: wrongWith(mistakes, 'note'),
      }),
      buttons({ label: t(isMunicipality ? text.join : text.joinOrganisation), act: 'join' }),
    ),
  ];
}

async function take(sent: SentForm, visit: Visit): Promise<PageOutcome> {
  const id = statementIn(sent);
  const goTo = pageOf(id);
  const typed = typedIn(sent);
  switch (sent.fields.get(ACT)) {
    case 'join':
      await joinStatement(visit, id, typed.note);
      return { goTo, said: text.saidJoined };
    case 'leave':
      await leaveStatement(visit, id);
      return { goTo, said: text.saidLeft };
    case 'remove': {
      const comment = activityId.safeParse(sent.fields.get('which'));
      if (!comment.success) throw new Refusal(text.unknownComment);
      await removeComment(visit, id, comment.data);
      return { goTo, said: text.saidRemoved };
    }
    default: {
      const { paragraph: on, comment } = typed;
      await addComment(visit, id, {
        ...{ text: comment, requestId: sent.id },
        paragraph: on === undefined || on === WHOLE ? undefined : on,
      });
      return { goTo, said: text.saidComment };
    }
  }
}

const onePage: Page = {
  path: 'statements/{statement}',
  show: (asked, visit) => statementPage(asked, visit),
  take,
  refused: (sent, refusal, visit) => statementPage(sent, visit, typedIn(sent), refusal),
};

export const statementPages: readonly Page[] = [listPage, onePage];
