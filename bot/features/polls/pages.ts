/** Polls on the personal link's pages: voting, changing and withdrawing without Teams, by the same rules and with the same words as the cards. */
import { createHash } from 'node:crypto';
import { when } from '../../core/clock.ts';
import type { Waiting } from '../../core/feature.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import type { Page, PageBody, PageRequest, SentForm } from '../../core/page.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit } from '../../core/turn.ts';
import { fromCard } from '../../pages/from-card.ts';
import {
  ACT,
  buttons,
  choices,
  entries,
  errorSummary,
  form,
  heading,
  list,
  mistakesOf,
  notice,
  paragraph,
  textArea,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import { ownVote } from './ballots.ts';
import { aroundForm, day, optionLabel } from './cards.ts';
import { allPolls, recentPoll } from './memory.ts';
import { castBallot, hasVoted, pollsToVoteIn, proposeOption } from './operations.ts';
import { MOST_OPTIONS, type Poll, phaseOf } from './poll.ts';
import { cannotVote, commentsFor, ownFrame, shownTo } from './shown.ts';
import { text } from './text.ts';

/** Ended ones on the list; older ones are in the tab. */
const MOST_ENDED = 30;

const pageOf = (poll: Pick<Poll, 'id'>): string => `polls/${poll.id}`;

/** Open polls: those that wait for the person's vote, then those in which it can still be changed. */
export async function waitingPolls(visit: Visit): Promise<readonly Waiting[]> {
  const open = await pollsToVoteIn(visit);
  const lines = await Promise.all(
    open.map(async (poll): Promise<Waiting> => {
      const isDone = await hasVoted(visit, poll, visit.actor.person);
      const hint = visit.t(text.deadline, { when: day(poll.closesAt, visit.network.zone) });
      return { title: poll.question, hint, page: pageOf(poll), ...(isDone ? { isDone } : {}) };
    }),
  );
  return lines.sort((a, b) => Number(a.isDone ?? false) - Number(b.isDone ?? false));
}

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'polls',
  menu: text.pagePolls,
  async show(asked, visit) {
    const { t, services, network } = visit;
    const now = services.clock.now();
    const open = await waitingPolls(visit);
    const ended = (await allPolls(visit))
      .filter((poll) => ['counting', 'closed'].includes(phaseOf(poll, now)))
      .sort((a, b) => (a.closesAt < b.closesAt ? 1 : -1))
      .slice(0, MOST_ENDED);
    return {
      title: t(text.pagePolls),
      body: together(
        heading(t(text.openPolls)),
        open.length === 0
          ? paragraph(t(text.noOpenPolls))
          : entries(
              open.map(({ title, hint, page, isDone }) => ({
                title,
                hint: [hint, isDone && t(text.haveVoted)].filter(Boolean).join(' '),
                address: asked.to(page),
              })),
            ),
        ended.length > 0 && [
          heading(t(text.endedPolls)),
          entries(
            ended.map((poll) => ({
              title: poll.question,
              hint: t(text.closedAt, { when: when(poll.closesAt, network.zone) }),
              address: asked.to(pageOf(poll)),
            })),
          ),
        ],
      ),
    };
  },
};

// ── One poll ───────────────────────────────────────────────────────────────────────────────────

function pollIn({ params }: PageRequest): ActivityId {
  const id = activityId.safeParse(params.poll);
  if (!id.success) throw new Refusal(text.unknownPoll);
  return id.data;
}

/** What was typed into the page's forms; of a link from a letter the choice alone, which only preselects. */
interface Typed {
  readonly choices: readonly string[];
  readonly comment?: string;
  readonly label?: string;
}

const typedIn = ({ fields }: SentForm): Typed => ({
  choices: fields.getAll('choice'),
  ...(fields.has('comment') ? { comment: fields.get('comment') ?? '' } : {}),
  ...(fields.has('label') ? { label: fields.get('label') ?? '' } : {}),
});

async function pollPage(asked: PageRequest, visit: Visit, typed?: Typed, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services, actor } = visit;
  const poll = await recentPoll(visit, pollIn(asked));
  const own = await ownVote(visit, poll, actor.person);
  const reader = { hasVoted: await hasVoted(visit, poll, actor.person) };
  const [shown, comments] = await Promise.all([shownTo(visit, poll, reader), commentsFor(visit, poll, reader)]);
  const frame = ownFrame(visit, poll);
  const { before, after } = aroundForm(poll, shown, own && ownOf(own), frame);
  const takesVotes = phaseOf(poll, frame.now) === 'open';
  const hindrance = takesVotes ? await cannotVote(visit, poll) : undefined;
  const isOpen = takesVotes && hindrance === undefined;
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const asking = asked.query.getAll('choice');
  const look = { to: asked.to(pageOf(poll)) };
  return {
    title: poll.question,
    ...(shown.pictures ? { hasFiles: true as const } : {}),
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      fromCard(before),
      hindrance !== undefined && mistakes.length === 0 && notice('plain', hindrance),
      isOpen &&
        form(
          { ...look, id: services.newId() },
          choices({
            name: 'choice',
            label: t(text.choose, { most: poll.mostChoices }),
            several: poll.mostChoices > 1,
            options: poll.options.map((one) => ({
              ...{ value: one.id, label: optionLabel(one, network.zone, t), picture: shown.pictures?.[one.id] },
            })),
            chosen: typed?.choices ?? (asking.length > 0 ? asking.slice(0, poll.mostChoices) : (own?.choices ?? [])),
            wrong: wrongWith(mistakes, 'choice'),
          }),
          textArea({
            name: 'comment',
            label: t(text.commentLabel),
            hint: t(text.commentHow),
            value: typed?.comment ?? own?.comment,
            wrong: wrongWith(mistakes, 'comment'),
          }),
          buttons(
            { label: t(reader.hasVoted ? text.saveVote : text.vote), act: 'vote' },
            reader.hasVoted && { label: t(text.withdraw), act: 'withdraw', isQuiet: true },
          ),
        ),
      fromCard(after),
      comments.length > 0 && [heading(t(text.sheetComments)), list(comments)],
      isOpen &&
        poll.membersAddOptions &&
        poll.options.length < MOST_OPTIONS && [
          heading(t(text.addOption)),
          form(
            { ...look, id: services.newId() },
            textField({
              name: 'label',
              label: t(text.ownOption),
              hint: t(text.ownOptionHow),
              value: typed?.label,
              wrong: wrongWith(mistakes, 'label'),
            }),
            buttons({ label: t(text.add), act: 'propose', isQuiet: true }),
          ),
        ],
    ),
  };
}

const ownOf = (own: { choices: readonly string[]; castAt: Poll['closesAt']; comment?: string | undefined }) => ({
  choices: own.choices,
  castAt: own.castAt,
  ...(own.comment === undefined ? {} : { comment: own.comment }),
});

const onePage: Page = {
  path: 'polls/{poll}',
  show: (asked, visit) => pollPage(asked, visit),
  async take(sent, visit) {
    const id = pollIn(sent);
    const act = sent.fields.get(ACT);
    const typed = typedIn(sent);
    if (act === 'propose') {
      const poll = await onField('label', () => proposeOption(visit, id, typed.label ?? ''));
      return { goTo: pageOf(poll), said: text.optionAdded };
    }
    const isWithdrawn = act === 'withdraw';
    if (!isWithdrawn && typed.choices.length === 0)
      throw new Refusal(text.chooseFirst, {}, [{ field: 'choice', row: text.chooseFirst }]);
    const chosen = isWithdrawn ? [] : typed.choices;
    const delivery = { id: deliveryOf(sent, chosen), at: visit.services.clock.now(), isInOrder: true };
    const { poll, cast } = await castBallot(visit, id, { choices: chosen, comment: typed.comment, delivery });
    const has = cast.vote.choices.length > 0;
    const said = !has ? text.withdrawn : cast.outcome === 'changed' ? text.changed : text.recorded;
    return { goTo: pageOf(poll), said };
  },
  refused: (sent, refusal, visit) => pollPage(sent, visit, typedIn(sent), refusal),
};

/** The same form with the same content is one vote; changed after going back in the browser, it is another. Nothing of it can be read off. */
function deliveryOf({ id, fields }: SentForm, chosen: readonly string[]): string {
  const content = [id, ...chosen, '', chosen.length > 0 ? (fields.get('comment') ?? '') : ''].join('\n');
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** A refusal is about this field. */
async function onField<T>(field: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length > 0 || error.row === text.unknownPoll) throw error;
    throw new Refusal(error.row, error.params, [{ field, row: error.row, params: error.params }]);
  }
}

export const pollPages: readonly Page[] = [listPage, onePage];
