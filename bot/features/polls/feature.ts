/** Polls: what the bot does with their cards and words, what runs by the clock, and how their posts are drawn. */
import type { z } from 'zod';
import { plain } from '../../cards/kit.ts';
import { asCoordinator, asCreator, coordinates } from '../../core/access.ts';
import type { Action } from '../../core/action.ts';
import { DAY, when } from '../../core/clock.ts';
import { understand } from '../../core/command.ts';
import {
  type Command,
  type Drawing,
  type Feature,
  type Handler,
  type HandoverItem,
  type JobHandler,
  on,
} from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isCurrent, isOneOf, type MemberId, mayCreate } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { nothing, type Outcome, say, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import { pollRoutes } from './api.ts';
import { ballots, ownVote } from './ballots.ts';
import * as cards from './cards.ts';
import * as deskCards from './desk-cards.ts';
import { pollDownloads } from './export.ts';
import { pollLetters } from './letters.ts';
import { allPolls, findPoll, recentPoll } from './memory.ts';
import { news } from './news-operations.ts';
import {
  castBallot,
  closePoll,
  countPoll,
  createPoll,
  decidePoll,
  draftFrame,
  draftPoll,
  facts,
  finishReminder,
  hasVoted,
  mailPoll,
  notVoted,
  openPoll,
  openPolls,
  participation,
  pollFromOrder,
  pollOfThread,
  pollsToVoteIn,
  proposeOption,
  remind,
  reopenPoll,
  repostPoll,
  undoPoll,
  whomToRemind,
} from './operations.ts';
import { pollPages, waitingPolls } from './pages.ts';
import { pollPersonal } from './personal.ts';
import {
  type Cast,
  defaultDeadline,
  isOneTap,
  type Poll,
  type PollDraft,
  phaseOf,
  pollDraft,
  polls as pollKind,
  quickDraft,
  shorten,
  type Vote,
  verdictOf,
  votes,
} from './poll.ts';
import { channelFrame, EVERYONE, organisationsOf, ownFrame, possibleNow, shownBefore, shownTo } from './shown.ts';
import { text } from './text.ts';

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

const isCast = (own: Vote | undefined): boolean => own !== undefined && own.choices.length > 0;

/** The voter's own view after a tap. */
async function receipt(turn: Turn, { poll, cast }: { poll: Poll; cast: Cast }): Promise<Outcome> {
  const [shown, aside] = await Promise.all([
    shownTo(turn, poll, { hasVoted: isCast(cast.vote) }),
    turn.services.aside(turn),
  ]);
  const frame = { ...ownFrame(turn, poll), outcome: cast.outcome, aside };
  return showCard(cards.ownVoteCard(poll, shown, ownOf(cast.vote), frame));
}

/** “My vote”, and what a refused tap is answered with: the present state, what was typed, and why not. */
async function ownView(
  turn: Turn,
  poll: Poll,
  typed: Pick<cards.OwnFrame, 'refusal' | 'typedChoices' | 'typedComment' | 'typedOption'> = {},
): Promise<Outcome> {
  const own = await ownVote(turn, poll, turn.actor.person);
  const shown = await shownTo(turn, poll, { hasVoted: isCast(own) });
  return showCard(cards.ownVoteCard(poll, shown, ownOf(own), { ...ownFrame(turn, poll), ...typed }));
}

const ownOf = (own: Vote | undefined): cards.OwnVote | undefined =>
  own && {
    choices: own.choices,
    castAt: own.castAt,
    ...(own.comment === undefined ? {} : { comment: own.comment }),
  };

/** Refused taps keep the poll and what was typed; a poll that is not of this network gets the plain refusal. */
async function refusedVote(raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> {
  const fitting = cards.proposeOption.schema.safeParse(raw);
  if (!fitting.success || refusal.row === text.unknownPoll) return undefined;
  const poll = await recentPoll(turn, fitting.data.poll);
  const { label } = fitting.data;
  return ownView(turn, poll, {
    refusal: turn.t(refusal.row, refusal.params),
    ...typedInto(poll, fitting.data),
    ...(label.trim() ? { typedOption: label } : {}),
  });
}

/** What stands in the inputs of a voter's card. On a card of one tap the choice is a button, and a tick on it would say that the vote was cast. */
function typedInto(
  poll: Poll,
  { choice, comment }: z.infer<typeof cards.proposeOption.schema>,
): Pick<cards.OwnFrame, 'typedChoices' | 'typedComment'> {
  const known = poll.options.flatMap(({ id }) => (choice?.includes(id) ? [id] : []));
  return {
    ...(choice === undefined || isOneTap(poll) ? {} : { typedChoices: known }),
    ...(comment === undefined ? {} : { typedComment: comment }),
  };
}

const voting: readonly Handler[] = [
  on(
    cards.castVote,
    async ({ poll, choice, comment }, turn) => {
      if (choice.length === 0) throw new Refusal(text.chooseFirst);
      return receipt(turn, await castBallot(turn, poll, { choices: choice, comment, delivery: turn.delivery }));
    },
    refusedVote,
  ),
  on(
    cards.withdrawVote,
    async ({ poll }, turn) => receipt(turn, await castBallot(turn, poll, { choices: [], delivery: turn.delivery })),
    refusedVote,
  ),
  on(cards.myVote, async ({ poll }, turn) => ownView(turn, await recentPoll(turn, poll))),
  on(
    cards.proposeOption,
    async (data, turn) => {
      const poll = await proposeOption(turn, data.poll, data.label);
      return ownView(turn, poll, typedInto(poll, data)); // what was ticked meanwhile is not cast, and not lost
    },
    refusedVote,
  ),
];

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

async function formFrame(turn: Turn) {
  const { services, network, t } = turn;
  const groups = [...(await registerOf(turn)).groups.values()].map(({ id, names }) => ({ id, name: nameIn(names, t) }));
  const deadline = defaultDeadline(draftFrame(turn));
  return { now: services.clock.now(), zone: network.zone, t, defaultDeadline: deadline, groups };
}

async function form(turn: Turn, draft: PollDraft, id = turn.services.newId(), refusal?: Refusal): Promise<Outcome> {
  const problems = refusal?.problems.map(({ field, row, params }) => ({ field, message: turn.t(row, params) }));
  return showCard(
    deskCards.pollFormCard(draft, { ...(await formFrame(turn)), form: id, ...(problems ? { problems } : {}) }),
    turn.t(text.newPoll),
  );
}

async function published(turn: Turn, poll: Poll): Promise<Outcome> {
  return desk(turn, poll, { done: whereItIs(turn, poll) });
}

function whereItIs({ services, network, t }: Turn, poll: Poll): string {
  const isLater = phaseOf(poll, services.clock.now()) === 'scheduled';
  return t(isLater ? text.publishedLater : text.published, {
    question: shorten(poll.question),
    channel: network.channel.name || t(text.general),
    opens: when(poll.opensAt, network.zone),
    closes: when(poll.closesAt, network.zone),
  });
}

type DraftForm = z.infer<typeof cards.createPoll.schema>;

/** A form action; when it is refused the form comes back with everything that was typed and everything that is wrong. */
const onForm = (
  of: Action<DraftForm>,
  take: (draft: PollDraft, form: string, turn: Turn) => Promise<Outcome>,
): Handler =>
  on(
    of,
    async (data, turn) => {
      await asCreator(turn);
      return take(pollDraft.parse(data), data.form, turn);
    },
    async (raw, refusal, turn) => {
      const fitting = of.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed) return undefined;
      return form(turn, pollDraft.parse(fitting.data), fitting.data.form, refusal);
    },
  );

const making: readonly Handler[] = [
  onForm(cards.createPoll, async (draft, id, turn) => published(turn, await createPoll(turn, draft, id))),
  onForm(cards.previewPoll, async (draft, id, turn) => {
    const poll = await draftPoll(turn, draft);
    const frame = { ...channelFrame(turn, poll), reader: turn.t, shown: await shownBefore(turn, poll) };
    return showCard(deskCards.pollPreviewCard(poll, draft, id, frame), turn.t(text.previewTitle));
  }),
  onForm(cards.editDraft, async (draft, id, turn) => form(turn, draft, id)),
];

// ── Managing ───────────────────────────────────────────────────────────────────────────────────

/** The coordinator's card of one poll, after something was done with it or refused. */
async function desk(
  turn: Turn,
  poll: Poll,
  told: { readonly done?: string; readonly refusal?: string } = {},
): Promise<Outcome> {
  const shown = await shownTo(turn, poll, { hasVoted: await hasVoted(turn, poll, turn.actor.person) });
  const post = await turn.services.posts.status(turn.network.id, poll.post);
  const isCoordinator = await coordinates(turn);
  const can = isCoordinator ? possibleNow(poll, shown.voters, turn) : {};
  const organisations = isCoordinator ? await organisationsOf(turn, poll, turn.t) : undefined;
  return showCard(
    deskCards.managePollCard(poll, shown, can, {
      ...ownFrame(turn, poll),
      ...told,
      ...(post === undefined ? {} : { post: post.state }),
      ...(organisations ? { organisations } : {}),
    }),
  );
}

/** An action of the desk; when it is refused the desk comes back with the reason. */
function onDesk<T extends { poll: ActivityId }>(
  of: Action<T>,
  take: (data: T, turn: Turn) => Promise<Poll>,
  done?: (poll: Poll, turn: Turn) => string,
): Handler {
  return on(
    of,
    async (data, turn) => {
      const poll = await take(data, turn);
      return desk(turn, poll, done ? { done: done(poll, turn) } : {});
    },
    refusedDesk(of),
  );
}

const refusedDesk =
  <T extends { poll: ActivityId }>(of: Action<T>) =>
  async (raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> => {
    const fitting = of.schema.safeParse(raw);
    if (!fitting.success || refusal instanceof NotAllowed || refusal.row === text.unknownPoll) return undefined;
    return desk(turn, await recentPoll(turn, fitting.data.poll), { refusal: turn.t(refusal.row, refusal.params) });
  };

const named = ({ question }: Poll) => ({ question: shorten(question) });

const managing: readonly Handler[] = [
  onDesk(
    cards.closePoll,
    ({ poll }, turn) => closePoll(turn, poll),
    (poll, { t }) => t(text.closesSoon, named(poll)),
  ),
  onDesk(cards.reopenPoll, (data, turn) => reopenPoll(turn, data.poll, data)),
  onDesk(
    cards.undoPoll,
    ({ poll }, turn) => undoPoll(turn, poll),
    (poll, { t }) => t(text.tookBack, named(poll)),
  ),
  onDesk(cards.decideTie, ({ poll, choice }, turn) => decidePoll(turn, poll, choice)),
  onDesk(cards.repost, ({ poll }, turn) => repostPoll(turn, poll)),
  on(
    cards.askReminder,
    async ({ poll }, turn) => remindPreview(turn, await recentPoll(turn, poll)),
    refusedDesk(cards.askReminder),
  ),
  onDesk(
    cards.sendReminder,
    ({ poll, form: id, direct, channel }, turn) =>
      remind(turn, poll, { form: id, direct: direct === 'true', channel: channel === 'true' }),
    (poll, { t }) => {
      const last = poll.reminders.at(-1);
      return t(text.reminded, {
        ...{ direct: last?.direct ?? 0, mail: last?.mail ?? 0, channel: String(last?.channel ?? false) },
      });
    },
  ),
];

/** How many a reminder would reach and what the channel would read. Sends nothing. */
async function remindPreview(turn: Turn, poll: Poll): Promise<Outcome> {
  const { notVoted: missing, direct, mail, byChannel } = await whomToRemind(turn, poll);
  const { voters, entitled } = await shownTo(turn, poll, EVERYONE);
  const numbers = { voters, entitled, notVoted: missing };
  const channelText = cards.reminderText(poll, numbers, channelFrame(turn, poll));
  const reach = { notVoted: missing, direct: direct.length, mail: mail.length, byChannel, channelText };
  return showCard(deskCards.reminderPreviewCard(poll, reach, turn.services.newId(), ownFrame(turn, poll)));
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

const isInChannel = (turn: Turn): boolean => turn.place.kind === 'channel';
/** In the network's own channel the card is the answer; in another of the team nobody would see it. */
const showsItself = ({ place, network }: Turn): boolean =>
  place.kind === 'channel' && (place.channel === undefined || place.channel === network.channel.id);

/** `äänestys Mikä aihe? | A | B` publishes; the bare word opens the form for who may create and lists open polls for others. */
async function pollCommand(rest: string, turn: Turn): Promise<Outcome> {
  const now = await networkNow(turn);
  const isCreator = mayCreate(now, turn.actor.person);
  if (!rest) {
    if (!isCreator) return listOpen(turn);
    if (!isInChannel(turn)) return form(turn, pollDraft.parse({}));
    return say(turn.t(text.createInChat, { link: turn.services.linkToTab(turn.network, 'polls/new') }));
  }
  await asCreator(turn);
  const draft = quickDraft(rest, draftFrame(turn));
  try {
    const poll = await createPoll(turn, draft, turn.delivery.id);
    if (!isInChannel(turn)) return published(turn, poll);
    return showsItself(turn) ? nothing : say(whereItIs(turn, poll));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
    if (!isInChannel(turn)) return form(turn, draft, turn.delivery.id, error);
    const problems = error.problems.map(({ row, params }) => turn.t(row, params)).join(' ');
    return say(turn.t(text.notCreated, { problems, typed: clip(rest) }));
  }
}

/** What was typed comes back whole, so that it can be mended and sent again; a message that filled screens comes back shortened. */
const LONGEST_ECHO = 2000;
const clip = (typed: string): string => (typed.length > LONGEST_ECHO ? `${typed.slice(0, LONGEST_ECHO - 1)}…` : typed);

/** What waits for the reader, in front what they have not voted in. In a channel, which everyone reads, without who has voted. */
async function listOpen(turn: Turn): Promise<Outcome> {
  const open = isInChannel(turn) ? await openPolls(turn) : await pollsToVoteIn(turn);
  const voted = isInChannel(turn) ? [] : await Promise.all(open.map((poll) => hasVoted(turn, poll, turn.actor.person)));
  const list = open.map((poll, index) => ({ poll, hasVoted: voted[index] ?? false }));
  list.sort((a, b) => Number(a.hasVoted) - Number(b.hasVoted));
  const { services, network, t } = turn;
  const frame = { now: services.clock.now(), zone: network.zone, t, link: services.linkToTab(network, 'polls') };
  const others = isInChannel(turn) ? [] : await othersThatWait(turn);
  return showCard(cards.openPollsCard(list, frame, others), t(text.openPolls));
}

/** What else waits for the reader, such as invitations: each leads to its page of the tab. */
async function othersThatWait(turn: Turn): Promise<readonly cards.Other[]> {
  const { services, network } = turn;
  return (await services.waiting(turn))
    .filter(({ page, isDone }) => !isDone && !page.startsWith('polls'))
    .map(({ title, hint, page }) => ({
      ...{ title, link: services.linkToTab(network, page) },
      ...(hint === undefined ? {} : { hint }),
    }));
}

/** Closing and reminding act on the poll of the thread, or the one that is named, or the only open one. */
const onMeantPoll =
  (act: (turn: Turn, poll: Poll) => Promise<Outcome>) =>
  async (rest: string, turn: Turn): Promise<Outcome> => {
    await asCoordinator(turn);
    const open = await openPolls(turn);
    const thread = turn.place.kind === 'channel' ? turn.place.thread : undefined;
    const ofThread = thread === undefined ? undefined : await pollOfThread(turn, open, thread);
    const named = rest ? open.filter(({ question }) => question.toLowerCase().includes(rest.toLowerCase())) : [];
    // “sulje äänestys” names none; words that fit none must not end another one
    const isAny = !rest || (!/\s/.test(rest) && understand(rest, commands)?.command.name === 'poll');
    const [only, another] = isAny ? open : named;
    const meant = ofThread ?? (another === undefined ? only : undefined);
    if (meant) return act(turn, meant);
    if (open.length === 0) return say(turn.t(text.noOpenPolls));
    return say(turn.t(text.whichPoll, { questions: open.map(({ question }) => `”${shorten(question)}”`).join(', ') }));
  };

const commands: readonly Command[] = [
  {
    name: 'poll',
    words: ['äänestys', 'äänestä', 'gallup', 'omröstning', 'rösta', 'röstning', 'poll', 'vote'],
    word: { fi: 'äänestys', sv: 'omröstning', en: 'poll' },
    help: text.helpPoll,
    run: pollCommand,
  },
  {
    name: 'open',
    words: ['avoimet', 'öppna', 'open'],
    word: { fi: 'avoimet', sv: 'öppna', en: 'open' },
    help: text.helpOpen,
    run: (_, turn) => listOpen(turn),
  },
  {
    name: 'close',
    words: ['sulje', 'stäng', 'close'],
    word: { fi: 'sulje', sv: 'stäng', en: 'close' },
    help: text.helpClose,
    run: onMeantPoll(async (turn, { id }) => {
      const poll = await closePoll(turn, id);
      const done = turn.t(text.closesSoon, named(poll));
      return isInChannel(turn) ? say(done) : desk(turn, poll, { done });
    }),
  },
  {
    name: 'remind',
    words: ['muistuta', 'påminn', 'remind'],
    word: { fi: 'muistuta', sv: 'påminn', en: 'remind' },
    help: text.helpRemind,
    run: onMeantPoll(remindPreview),
  },
];

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const jobs: readonly JobHandler[] = [
  { kind: 'polls.open', isVital: true, run: ({ key }, work) => openPoll(work, key) },
  { kind: 'polls.close', isVital: true, run: (job, work) => countPoll(work, job) },
  { kind: 'polls.mail', isVital: true, run: ({ key }, work) => mailPoll(work, key) },
  { kind: 'polls.remind', latest: DAY, run: ({ key }, work) => finishReminder(work, key) },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

const found = (work: Work, id: string | undefined): Promise<Poll | undefined> =>
  findPoll(work, (id ?? '') as ActivityId);

/** Nobody is told to vote who has voted, or when it is too late. */
async function openPollOf(work: Work, id: string | undefined): Promise<Poll | undefined> {
  const poll = await found(work, id);
  return poll && phaseOf(poll, work.services.clock.now()) === 'open' ? poll : undefined;
}

const drawings: readonly Drawing[] = [
  {
    name: 'polls.poll',
    async draw(subject, work) {
      const poll = await found(work, subject);
      if (!poll) return undefined;
      return {
        card: cards.pollCard(poll, await shownTo(work, poll, EVERYONE), channelFrame(work, poll)),
        summary: plain(cards.pollSummary(poll, work.channelT)),
        live: poll.state === 'running',
      };
    },
  },
  {
    name: 'polls.result',
    async draw(subject, work) {
      const [id, round] = subject.split('|');
      const poll = await found(work, id);
      if (poll?.state !== 'closed' || String(poll.round) !== round) return undefined;
      const shown = await shownTo(work, poll, EVERYONE);
      return {
        card: cards.resultCard(poll, shown, channelFrame(work, poll)),
        summary: plain(cards.resultSummary(poll, shown, work.channelT)),
      };
    },
  },
  {
    name: 'polls.lost',
    async draw(subject, work) {
      const poll = await found(work, subject);
      return poll?.state === 'undone' ? { text: work.channelT(text.lostResult, named(poll)) } : undefined;
    },
  },
  {
    name: 'polls.reminder',
    async draw(subject, work) {
      const poll = await openPollOf(work, subject);
      if (!poll) return undefined;
      const { voters, entitled } = await shownTo(work, poll, EVERYONE);
      const missing = (await notVoted(work, poll)).length;
      return { text: cards.reminderText(poll, { voters, entitled, notVoted: missing }, channelFrame(work, poll)) };
    },
  },
  {
    name: 'polls.reminderDirect',
    async draw(subject, work) {
      const [id, objectId = ''] = subject.split('|');
      const poll = await openPollOf(work, id);
      const member = (await registerOf(work)).members.get(objectId);
      if (!poll || !member || !isCurrent(member) || (await hasVoted(work, poll, member.person))) return undefined;
      const t = member.locale ? translator(member.locale) : work.channelT; // they alone read it
      return {
        card: cards.reminderCard(poll, await shownTo(work, poll, EVERYONE), { ...channelFrame(work, poll), t }),
        summary: plain(cards.pollSummary(poll, t)),
      };
    },
  },
];

/** What the person asked that still wants looking after. Who asked it stays, as history; every coordinator can close and decide it. */
async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const now = visit.services.clock.now();
  return (await allPolls(visit))
    .filter(({ createdBy }) => isOneOf(ids, createdBy))
    .flatMap((poll) => {
      const item = { id: `polls.poll|${poll.id}`, title: poll.question, page: `polls/${poll.id}` };
      const phase = phaseOf(poll, now);
      if (phase === 'open' || phase === 'counting')
        return { ...item, kind: 'polls.open', todo: visit.t(text.handOpen) };
      if (phase === 'scheduled') return { ...item, kind: 'polls.scheduled', todo: visit.t(text.handScheduled) };
      const isTied = phase === 'closed' && verdictOf(poll)?.type === 'tie';
      return isTied ? { ...item, kind: 'polls.tie', todo: visit.t(text.handTie) } : [];
    });
}

/** A group whose polls are open or still to be opened can't be removed. */
async function openForGroup(group: string, work: Work): Promise<readonly string[]> {
  const now = work.services.clock.now();
  const isOpen = (poll: Poll): boolean => ['scheduled', 'open', 'counting'].includes(phaseOf(poll, now));
  return (await allPolls(work)).filter((poll) => poll.group === group && isOpen(poll)).map(({ question }) => question);
}

export const polls: Feature = {
  name: 'polls',
  kinds: [pollKind, votes, ballots],
  handlers: [...voting, ...making, ...managing],
  commands,
  jobs,
  drawings,
  routes: pollRoutes,
  downloads: pollDownloads,
  pages: pollPages,
  waiting: waitingPolls,
  letters: pollLetters,
  personal: pollPersonal,
  participation,
  facts,
  news,
  openForGroup,
  handover,
  startPoll: pollFromOrder,
};
