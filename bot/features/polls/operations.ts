/** What is done with polls: load, decide by `poll.ts`, save, and set going what follows. */
import { createHash } from 'node:crypto';
import { asCoordinator, asCreator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { between, DAY, dateIn, type Instant, plus, SECOND } from '../../core/clock.ts';
import type { Facts, PollFact, Span } from '../../core/facts.ts';
import type { Participation } from '../../core/feature.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey, type PostId, postId } from '../../core/ids.ts';
import { isOneOf, type Member, type MemberId, memberIdOf, personEntries } from '../../core/network.ts';
import { keptPictures, type PictureDraft } from '../../core/picture.ts';
import { dropPictures, placePicture } from '../../core/pictures.ts';
import { AlreadyExists, type PollOrder, type StartedPoll } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { getsMail, identitiesOf, mainOf, type Register, registerNow, registerOf } from '../../core/register.ts';
import { directoryScope } from '../../core/scope.ts';
import { shuffle } from '../../core/seal.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { oneLine } from '../../core/typed.ts';
import { fromInputs, parseWhen } from '../../core/when.ts';
import { destroyBallots, keepVote, ownVote, readVotes } from './ballots.ts';
import { optionLabel } from './cards.ts';
import { electorateOf, entitledPeople, organisationsToEntitle, requireVoter, whyNot } from './electorate.ts';
import { allPolls, changePoll, electorateFor, findPoll, pollNow, recentPoll, rememberPoll } from './memory.ts';
import {
  addOption,
  type Ballot,
  type Cast,
  type Correction,
  closeEarly,
  closeWith,
  correct,
  countingDue,
  type DraftFrame,
  decideTie,
  type EntitlingFrame,
  FARTHEST_DAYS,
  MOST_OPTIONS,
  makePoll,
  type Poll,
  type PollDraft,
  phaseOf,
  pollDraft,
  polls,
  readDraft,
  reopen,
  requireOpen,
  resultOf,
  revoteOf,
  shorten,
  undo,
  verdictOf,
  visibleTo,
} from './poll.ts';
import { countable } from './tally.ts';
import { text } from './text.ts';

/** A poll's jobs exist before the poll does; the card of one that opens at once is posted by the request, and by the job only if that was cut off. */
const SAFETY_NET = 10 * SECOND;
/** How many persons' directory entries are read at the same time. */
const READ_AT_ONCE = 20;

const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same poll. */
/** Instead of a person, of polls that another feature orders. */
const ORDERED = 'order';
const pollIdOf = (by: PersonKey | typeof ORDERED, form: string): ActivityId =>
  activityId.parse(`p${shortHash(by, form)}`);
const cardOf = (poll: ActivityId): PostId => postId.parse(`${poll}-card`);
export const announcementOf = (poll: Pick<Poll, 'id' | 'round'>): PostId =>
  postId.parse(`${poll.id}-result-${poll.round}`);
const lossOf = (poll: Poll): PostId => postId.parse(`${poll.id}-lost`);
const revoteIdOf = (poll: Poll): ActivityId => activityId.parse(`${poll.id}-revote`);

/** Time, zone and holidays of the network, for reading what people typed. */
export function draftFrame({ services, network }: Work): DraftFrame {
  const calendar = services.calendar(network.calendar);
  return { now: services.clock.now(), zone: network.zone, isFree: (date) => calendar.isFree(date) };
}

/** Zone and time of the network, for reading terms of groups. */
const atNow = ({ services, network }: Work) => ({ zone: network.zone, now: services.clock.now() });

function entitlingFrame(work: Work, register: Register): EntitlingFrame {
  return {
    ...draftFrame(work),
    entitles: (group) =>
      group === undefined || register.groups.has(group)
        ? organisationsToEntitle(register, { group }, atNow(work)).length
        : undefined,
  };
}

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

/** A picture an option, by its place among the options of the draft: '0' is the first. */
type OptionPictures = Readonly<Record<string, PictureDraft>>;

/** Publishes a poll in the network's channel, now or at its opening. The same `form` publishes once. Refuses with all problems of the draft. */
export async function createPoll(
  visit: Visit,
  draft: PollDraft,
  form: string,
  pictures: OptionPictures = {},
): Promise<Poll> {
  const id = pollIdOf(visit.actor.person, form);
  return publishOnce(visit, id, async (register) => {
    const made = draftFrom(visit, draft, register);
    return withPictures(made, pictures, (given) => placePicture(visit, given, id));
  });
}

/** A poll on what another feature has gathered; its pictures stay where they stand. The same `form` of an order publishes once, whoever of two that order at the same time. Refuses as the form of polls does. */
export async function pollFromOrder(order: PollOrder, visit: Visit): Promise<StartedPoll> {
  const { question, description = '', options, tallies, secrecy, closesOn, closesAtTime, group = '' } = order;
  const labels = options.map(({ label }) => label);
  const poll = await publishOnce(visit, pollIdOf(ORDERED, order.form), async (register) => {
    const draft = pollDraft.parse({
      ...{ question, description, tallies, secrecy, closesOn, closesAtTime, group },
      mostChoices: String(order.mostChoices),
    });
    const made = draftFrom(visit, draft, register, labels);
    return {
      ...made,
      options: made.options.map((one, at) => ({ ...one, ...pictureOf(options[at]?.picture) })),
    };
  });
  // by their words: one that was published before the request was cut off may hold what is ordered no more
  const optionOf = new Map(poll.options.map(({ id, label }) => [label, id]));
  return { poll: poll.id, options: labels.map((label) => optionOf.get(oneLine(label))) };
}

async function publishOnce(visit: Visit, id: ActivityId, make: (register: Register) => Promise<Poll>): Promise<Poll> {
  await asCreator(visit);
  const earlier = await findPoll(visit, id);
  if (earlier) return earlier;
  const register = await registerNow(visit);
  const poll = await startPoll(visit, { ...(await make(register)), id, post: cardOf(id) }, register);
  await audit(visit, 'polls.create', id, poll.createdAt);
  return poll;
}

/** The poll that would come of a draft, for previews. Refuses with all problems of the draft. */
export async function draftPoll(visit: Visit, draft: PollDraft, pictures: OptionPictures = {}): Promise<Poll> {
  const { store } = visit.services;
  const made = draftFrom(visit, draft, await registerOf(visit));
  return withPictures(made, pictures, async ({ id, alt }) => {
    const known = activityId.safeParse(id);
    const kept = known.success ? (await store.get(visit.scope, keptPictures, known.data))?.value : undefined;
    if (kept === undefined || objectIdOf(kept.by) !== objectIdOf(visit.actor.person)) return undefined;
    return { id: kept.id, alt, width: kept.width, height: kept.height };
  });
}

const pictureOf = (picture: Poll['options'][number]['picture']) => (picture === undefined ? {} : { picture });

/** What a picture shows is said by its option's own words, unless more was said. Dates have none. */
async function withPictures(
  of: Poll,
  pictures: OptionPictures,
  place: (given: PictureDraft) => Promise<Poll['options'][number]['picture']>,
): Promise<Poll> {
  if (of.type === 'dates') return of;
  const options: Poll['options'] = [];
  for (const [at, one] of of.options.entries()) {
    const given = pictures[at];
    options.push(given ? { ...one, ...pictureOf(await place({ id: given.id, alt: given.alt || one.label })) } : one);
  }
  return { ...of, options };
}

function draftFrom(visit: Visit, draft: PollDraft, register: Register, labels?: readonly string[]): Poll {
  const frame = entitlingFrame(visit, register);
  const id = pollIdOf(visit.actor.person, 'draft');
  const read = readDraft(draft, frame, labels);
  return makePoll(read, { id, post: cardOf(id), by: visit.actor.person, now: frame.now });
}

/** Idempotent, so that a crash anywhere in it is mended by the opening job or by asking again. */
async function startPoll(work: Work, of: Poll, register: Register): Promise<Poll> {
  const { store, keys, jobs, clock } = work.services;
  const network = work.network.id;
  const made = of.opensAt > clock.now() ? of : entitling(of, register, work);
  if (made.secrecy === 'secret') await keys.create(network, made.id);
  await jobs.schedule({ kind: 'polls.close', network, key: roundKey(made), due: countingDue(made) });
  const opening = made.opensAt > clock.now() ? made.opensAt : plus(clock.now(), SAFETY_NET);
  await jobs.schedule({ kind: 'polls.open', network, key: made.id, due: opening });
  await jobs.schedule(mailJob(work, made, 'open', made.opensAt));
  try {
    await store.insert(work.scope, polls, made.id, made);
    rememberPoll(work, made, made.createdAt);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const poll = await pollNow(work, made.id);
  await postCard(work, poll);
  return poll;
}

/** From its posting on, who is entitled stays as it was then. */
const entitling = (of: Poll, register: Register, work: Work): Poll =>
  of.entitledOrganisations === undefined
    ? { ...of, entitledOrganisations: organisationsToEntitle(register, of, atNow(work)) }
    : of;

async function postCard(work: Work, poll: Poll): Promise<void> {
  if (poll.state === 'undone' || phaseOf(poll, work.services.clock.now()) === 'scheduled') return;
  await work.services.posts.publish({
    id: poll.post,
    network: work.network.id,
    drawing: 'polls.poll',
    subject: poll.id,
    to: poll.revoteOf === undefined ? { channel: true } : { thread: cardOf(poll.revoteOf) },
  });
}

/** The job at a poll's opening, and after it was opened again. */
export async function openPoll(work: Work, key: string): Promise<void> {
  const found = await findPoll(work, key as ActivityId);
  if (!found) return;
  const poll = await entitle(work, found);
  await postCard(work, poll);
  if (poll.round > 1 && poll.state === 'running') {
    await showReopened(work, poll);
    await mailPoll(work, mailKey(poll, 'open'));
  }
}

/** A scheduled poll says who is entitled when it opens. */
async function entitle(work: Work, poll: Poll): Promise<Poll> {
  const isOpen = poll.state === 'running' && poll.opensAt <= work.services.clock.now();
  if (!isOpen || poll.entitledOrganisations !== undefined) return poll;
  const register = await registerNow(work);
  return changePoll(work, poll.id, (of) => entitling(of, register, work));
}

/** The card takes votes again, and the result of the round before goes away. */
async function showReopened(work: Work, poll: Poll): Promise<void> {
  const { posts } = work.services;
  await posts.remove(work.network.id, announcementOf({ ...poll, round: poll.round - 1 }));
  await posts.refresh(work.network.id, poll.post);
}

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

/** Casts, changes or (with no choices) withdraws the actor's vote. Refuses with what to do. */
export async function castBallot(
  visit: Visit,
  id: ActivityId,
  ballot: Omit<Ballot, 'voter'>,
): Promise<{ readonly poll: Poll; readonly cast: Cast }> {
  const poll = await recentPoll(visit, id);
  const mayAlways = ballot.choices.length === 0; // who may vote no more may still take their vote away
  if (visit.actor.isOutsider) throw new Refusal(text.outsiderCantVote);
  if (visit.actor.isInvited) throw new Refusal(text.invitedCantVote);
  if (!mayAlways) requireVoter(await registerOf(visit), poll, visit.actor.person, atNow(visit));
  const cast = await keepVote(visit, poll, { ...ballot, voter: visit.actor.person });
  visit.services.posts.refreshSoon(visit.network.id, poll.post);
  return { poll, cast };
}

/** Has this person a vote that is not withdrawn? After closing, of a secret poll too. */
export async function hasVoted(work: Work, poll: Poll, person: PersonKey): Promise<boolean> {
  if (poll.result) {
    const own = identitiesOf(await registerOf(work), objectIdOf(person));
    return poll.result.participants.some((one) => isOneOf(own, one));
  }
  return ((await ownVote(work, poll, person))?.choices.length ?? 0) > 0;
}

/** Adds the actor's own option. Asked again with the same words it changes nothing. */
export async function proposeOption(visit: Visit, id: ActivityId, label: string): Promise<Poll> {
  const { person } = visit.actor;
  const line = label.replace(/\s+/g, ' ').trim();
  const register = await registerOf(visit);
  const poll = await changePoll(visit, id, (of) => {
    requireVoter(register, of, person, atNow(visit));
    const isMine = (one: Poll['options'][number]): boolean =>
      one.label === line && (one.addedBy === person || of.secrecy === 'secret');
    if (of.membersAddOptions && of.options.some(isMine)) return of;
    const added = addOption(of, label, person, visit.services.clock.now());
    if (of.secrecy !== 'secret') return added;
    // Who proposes an option likely votes for it: a secret ballot does not keep that.
    return { ...added, options: added.options.map(({ addedBy: _, ...one }) => one) };
  });
  await visit.services.posts.refresh(visit.network.id, poll.post);
  return poll;
}

// ── What coordinators do ───────────────────────────────────────────────────────────────────────

/** New wording, or options added and removed; votes stay as they are. */
export async function correctPoll(visit: Visit, id: ActivityId, to: Correction): Promise<Poll> {
  await asCoordinator(visit);
  const before = await pollNow(visit, id);
  const voted = await optionsWithVotes(visit, before);
  const removes = before.options.some((old) => !to.options.some((one) => one.id === old.id));
  // Which of the options has votes would be a hidden result: all stay, once anyone has voted.
  if (removes && voted.size > 0 && areHidden(before)) throw new Refusal(text.optionsStay);
  const poll = await changePoll(visit, id, (of) => correct(of, to, voted, draftFrame(visit)));
  if (removes) await keepVotedOptions(visit, before, poll);
  await audit(visit, 'polls.correct', id);
  await visit.services.posts.refresh(visit.network.id, poll.post);
  return poll;
}

/** A vote that was on its way while its option was removed was promised to count: the option comes back. */
async function keepVotedOptions(visit: Visit, before: Poll, corrected: Poll): Promise<void> {
  const voted = new Set((await readVotes(visit, before)).flatMap((one) => one.choices));
  const isLost = (one: Poll['options'][number], now: Poll): boolean =>
    voted.has(one.id) && !now.options.some((other) => other.id === one.id);
  const lost = before.options.find((one) => isLost(one, corrected));
  if (!lost) return;
  await changePoll(visit, before.id, (of) => ({
    ...of,
    options: [...before.options.filter((one) => isLost(one, of)), ...of.options].slice(0, MOST_OPTIONS),
  }));
  await visit.services.posts.refresh(visit.network.id, before.post);
  throw new Refusal(text.optionHasVotes, { option: shorten(lost.label || (lost.startsAt ?? '')) });
}

/** Ids of options that can't be removed. When results are hidden all of them, as soon as someone has voted. */
export async function lockedOptions(work: Work, poll: Poll, voters: number): Promise<ReadonlySet<string>> {
  if (areHidden(poll)) return new Set(voters > 0 ? poll.options.map((one) => one.id) : []);
  return optionsWithVotes(work, poll);
}

const areHidden = (poll: Poll): boolean => visibleTo(poll, { hasVoted: false }) !== 'counts';

async function optionsWithVotes(work: Work, poll: Poll): Promise<ReadonlySet<string>> {
  if (poll.state !== 'running') return new Set();
  return new Set((await readVotes(work, poll)).flatMap((one) => one.choices));
}

/** Closes a poll a few seconds from now; the result is counted and announced right after. */
export async function closePoll(visit: Visit, id: ActivityId): Promise<Poll> {
  await asCoordinator(visit);
  const { jobs, clock, posts } = visit.services;
  const now = clock.now();
  const closing = closeEarly(await pollNow(visit, id), now);
  await jobs.schedule(closingJob(visit, closing)); // before the deadline is moved: a crash in between closes nothing and loses nothing
  const poll = await changePoll(visit, id, (of) => closeEarly(of, now));
  await jobs.schedule(closingJob(visit, poll));
  await audit(visit, 'polls.close', id);
  await posts.refresh(visit.network.id, poll.post);
  return poll;
}

/** Opens a closed poll again until a new deadline, as typed into a form. */
export async function reopenPoll(
  visit: Visit,
  id: ActivityId,
  typed: { readonly closesOn: string; readonly closesAtTime: string },
): Promise<Poll> {
  await asCoordinator(visit);
  const { jobs, clock } = visit.services;
  const now = clock.now();
  const closesAt = readDeadline(visit, typed, now);
  const before = await pollNow(visit, id);
  await jobs.schedule(closingJob(visit, reopen(before, closesAt, now)));
  await jobs.schedule({ kind: 'polls.open', network: visit.network.id, key: id, due: plus(now, SAFETY_NET) }); // if the request is cut off
  const poll = await changePoll(visit, id, (of) => reopen(of, closesAt, now));
  await jobs.schedule(closingJob(visit, poll));
  await audit(visit, 'polls.reopen', id);
  await showReopened(visit, poll);
  await visit.services.followPoll(visit.network.id, id);
  return poll;
}

function readDeadline(visit: Visit, typed: { closesOn: string; closesAtTime: string }, now: Instant): Instant {
  const { zone } = visit.network;
  const [on, at] = [typed.closesOn.trim(), typed.closesAtTime.trim()];
  const closesAt =
    fromInputs(on || dateIn(now, zone), at || '16:00', zone) ?? parseWhen(`${on} ${at}`, now, zone)?.start;
  if ((!on && !at) || !closesAt) throw problemWith('closesOn', text.unreadableTime);
  if (between(now, closesAt) > FARTHEST_DAYS * DAY)
    throw problemWith('closesOn', text.farDeadline, { days: FARTHEST_DAYS });
  return closesAt;
}

const problemWith = (field: string, row: Refusal['row'], params: Refusal['params'] = {}): Refusal =>
  new Refusal(row, params, [{ field, row, params }]);

/** Takes back a poll that nobody has voted in: the card goes away. */
export async function undoPoll(visit: Visit, id: ActivityId): Promise<Poll> {
  await asCoordinator(visit);
  const before = await pollNow(visit, id);
  const hasVotes = countable(before, await readVotes(visit, before)).length > 0;
  const undone = await changePoll(visit, id, (of) => undo(of, hasVotes));
  const poll = await unlessVotedMeanwhile(visit, before, undone);
  await audit(visit, 'polls.undo', id);
  await visit.services.posts.remove(visit.network.id, poll.post);
  if (poll.secrecy === 'secret') await destroyBallots(visit, poll);
  await dropOwnPictures(visit, poll);
  await visit.services.followPoll(visit.network.id, id);
  return poll;
}

/** Pictures that stand in this poll alone; those of what it was made from stay there. */
async function dropOwnPictures(work: Work, poll: Poll): Promise<void> {
  for (const { picture } of poll.options) {
    const kept = picture && (await work.services.store.get(work.scope, keptPictures, picture.id))?.value;
    if (kept?.usedIn === poll.id) await dropPictures(work, [kept.id]);
  }
}

/** A vote that was on its way while the poll was taken back was promised to count: the poll goes on. */
async function unlessVotedMeanwhile(visit: Visit, before: Poll, undone: Poll): Promise<Poll> {
  if (countable(before, await readVotes(visit, before)).length === 0) return undone;
  await changePoll(visit, before.id, (of) => (of.state === 'undone' ? { ...of, state: 'running' } : of));
  throw new Refusal(text.hasVotes);
}

/** A coordinator decides a tie; the announcement and the card say so. Deciding the same again changes nothing. */
export async function decidePoll(visit: Visit, id: ActivityId, option: string): Promise<Poll> {
  await asCoordinator(visit);
  const now = visit.services.clock.now();
  const poll = await changePoll(visit, id, (of) =>
    of.decision?.option === option ? of : decideTie(of, option, visit.actor.person, now),
  );
  await audit(visit, 'polls.decide', id);
  await visit.services.posts.refresh(visit.network.id, announcementOf(poll));
  await visit.services.posts.refresh(visit.network.id, poll.post);
  await visit.services.followPoll(visit.network.id, id);
  return poll;
}

/** Posts the shared card again when it is unknown whether it reached the channel, or it failed. */
export async function repostPoll(visit: Visit, id: ActivityId): Promise<Poll> {
  await asCoordinator(visit);
  const poll = await pollNow(visit, id);
  await visit.services.posts.again(visit.network.id, poll.post);
  await audit(visit, 'polls.repost', id);
  return poll;
}

// ── Closing ────────────────────────────────────────────────────────────────────────────────────

/** Names a poll and how often it has been opened. */
export const roundKey = (poll: Poll): string => `${poll.id}|${poll.round}`;
const closingJob = (work: Work, poll: Poll) => ({
  kind: 'polls.close',
  network: work.network.id,
  key: roundKey(poll),
  due: countingDue(poll),
});

/**
 * The job that counts after the deadline, announces and applies the tie rule. Each step can be repeated, so a crash anywhere is
 * resumed by running it again. A job of an earlier round, or of a deadline that has moved, does nothing.
 */
export async function countPoll(work: Work, job: { readonly key: string; readonly due: Instant }): Promise<void> {
  const [id = '', round = ''] = job.key.split('|');
  const { clock, jobs } = work.services;
  let poll = await findPoll(work, id as ActivityId);
  if (!poll || String(poll.round) !== round) return;
  if (poll.state === 'running' && clock.now() < countingDue(poll)) {
    if (countingDue(poll) <= job.due) throw new Error('The clock was set back after a closing job came due.'); // tried again soon
    return jobs.schedule(closingJob(work, poll));
  }
  if (poll.state === 'running') poll = await freeze(work, poll);
  if (poll.state === 'undone') {
    if (poll.secrecy === 'secret') await destroyBallots(work, poll);
    return work.services.followPoll(work.network.id, poll.id);
  }
  if (poll.state !== 'closed' || String(poll.round) !== round) return;
  await announce(work, poll);
  await work.services.jobs.schedule(mailJob(work, poll, 'result', countingDue(poll)));
  if (poll.secrecy === 'secret') await destroyBallots(work, poll);
  await holdRevote(work, poll);
  await work.services.followPoll(work.network.id, poll.id);
}

/** Counts and writes the result into the header. */
async function freeze(work: Work, poll: Poll): Promise<Poll> {
  const { clock, log, posts } = work.services;
  const cast = await readVotes(work, poll).catch((error: unknown) => {
    if (error instanceof Refusal && error.row === text.lostBallots) return undefined;
    throw error;
  });
  if (!cast) {
    log.error('polls.key-lost', new Error('The key of a secret poll is lost.'), { poll: poll.id, alert: true });
    const lost = await changePoll(work, poll.id, (of) => (of.state === 'running' ? { ...of, state: 'undone' } : of));
    if (lost.state !== 'undone') return lost; // another process has just counted it and destroyed the key
    await posts.publish({
      id: lossOf(lost),
      network: work.network.id,
      drawing: 'polls.lost',
      subject: lost.id,
      to: { thread: lost.post },
    });
    await posts.refresh(work.network.id, lost.post);
    return lost;
  }
  const register = await registerNow(work);
  return changePoll(work, poll.id, (found) => {
    const now = clock.now();
    if (found.round !== poll.round) return found;
    const of = entitling(found, register, work);
    const electorate = electorateOf(register, of, { zone: work.network.zone, now });
    return closeWith(of, resultOf(of, cast, { electorate, now, shuffle }), now) ?? found;
  });
}

async function announce(work: Work, poll: Poll): Promise<void> {
  const { posts } = work.services;
  await posts.publish({
    id: announcementOf(poll),
    network: work.network.id,
    drawing: 'polls.result',
    subject: roundKey(poll),
    to: { thread: poll.post },
  });
  await posts.refresh(work.network.id, poll.post);
}

/** A tie under the rule “re-vote”: a new poll of the tied in the same thread, once. */
async function holdRevote(work: Work, poll: Poll): Promise<void> {
  const verdict = verdictOf(poll);
  if (verdict?.type !== 'revote') return;
  const id = revoteIdOf(poll);
  // Written first: from now on the tied poll can't be reopened.
  const tied = await changePoll(work, poll.id, (of) =>
    of.round === poll.round && of.state === 'closed' && of.revote === undefined ? { ...of, revote: id } : of,
  );
  if (tied.revote !== id || (await findPoll(work, id))) return;
  const frame = draftFrame(work);
  const made = revoteOf(tied, verdict.options, frame);
  await startPoll(
    work,
    makePoll(made, { id, post: cardOf(id), by: tied.createdBy, now: frame.now, revoteOf: tied.id }),
    await registerNow(work),
  );
  await work.services.posts.refresh(work.network.id, announcementOf(tied));
}

// ── Reminding ──────────────────────────────────────────────────────────────────────────────────

export interface Recipients {
  /** Members who have not voted. */
  readonly notVoted: number;
  /** Those of them whom a 1:1 message in Teams reaches. */
  readonly direct: readonly PersonKey[];
  /** Those who want mail on polls or have no Teams: each is reminded by one way. */
  readonly mail: readonly MemberId[];
  /** Those whom only the channel reaches: there they are counted, never named. */
  readonly byChannel: number;
}

/** Whom a reminder would reach now. Refuses when the poll takes no votes. */
export async function whomToRemind(visit: Visit, poll: Poll): Promise<Recipients> {
  await asCoordinator(visit);
  requireOpen(poll, visit.services.clock.now());
  return recipientsOf(visit, poll);
}

async function recipientsOf(work: Work, poll: Poll): Promise<Recipients> {
  const register = await registerOf(work);
  const missing = await notVoted(work, poll);
  const { isConfigured } = work.services.letters;
  const mail = missing
    .map(({ person }) => memberIdOf(person))
    .filter((id) => isConfigured && getsMail(register, id, 'polls'));
  const others = missing.filter(({ person }) => !mail.includes(memberIdOf(person)));
  const direct: PersonKey[] = [];
  for (let at = 0; at < others.length; at += READ_AT_ONCE) {
    const some = others.slice(at, at + READ_AT_ONCE);
    direct.push(
      ...(await Promise.all(some.map((member) => inChat(work, register, member)))).flatMap((one) => one ?? []),
    );
  }
  const byChannel = missing.length - direct.length - mail.length;
  return { notVoted: missing.length, direct, mail, byChannel };
}

/** Entitled people without a vote that counts; of a group's seats those for which nobody has voted. */
export async function notVoted(work: Work, poll: Poll): Promise<readonly Member[]> {
  const [register, electorate] = await Promise.all([registerOf(work), electorateFor(work, poll)]);
  const voted = new Set<string>();
  for (const { person, castAt } of countable(poll, await readVotes(work, poll), electorate)) {
    voted.add(person);
    for (const member of electorate.standsInFor(person, castAt) ?? []) voted.add(member);
  }
  return entitledPeople(register, poll, atNow(work)).filter(
    ({ person }) => !voted.has(mainOf(register, objectIdOf(person))),
  );
}

/** The identity of a person that has a 1:1 chat with the app. */
async function inChat(work: Work, register: Register, { person }: Member): Promise<PersonKey | undefined> {
  for (const id of identitiesOf(register, objectIdOf(person))) {
    const identity = register.members.get(id)?.person;
    const key = `person|${identity}`;
    const entry = identity && (await work.services.store.get(directoryScope(key), personEntries, key));
    if (entry?.value.chat !== undefined) return identity;
  }
  return undefined;
}

/** Reminds those who have not voted. The same `form` reminds once; what goes out is kept with the poll. */
export async function remind(
  visit: Visit,
  id: ActivityId,
  how: { readonly direct: boolean; readonly channel: boolean; readonly form: string },
): Promise<Poll> {
  const { jobs, clock } = visit.services;
  const reminder = shortHash(visit.actor.person, how.form);
  const poll = await pollNow(visit, id);
  if (poll.reminders.some((one) => one.id === reminder)) return poll;
  const recipients = await whomToRemind(visit, poll);
  if (!how.direct && !how.channel) throw new Refusal(text.noMeansChosen);
  if (recipients.notVoted === 0) throw new Refusal(text.nobodyToRemind);
  const at = clock.now();
  const direct = how.direct ? recipients.direct : [];
  const mail = how.direct ? recipients.mail : [];
  const entry: Reminder = {
    ...{ id: reminder, at, by: visit.actor.person, direct: direct.length, mail: mail.length, channel: how.channel },
  };
  await jobs.schedule({
    kind: 'polls.remind',
    network: visit.network.id,
    key: `${id}|${reminder}`,
    due: plus(at, SAFETY_NET),
  });
  const reminded = await changePoll(visit, id, (of) =>
    of.reminders.some((one) => one.id === reminder) ? of : { ...of, reminders: [...of.reminders, entry] },
  );
  await sendReminder(visit, reminded, entry, { direct, mail });
  await audit(visit, 'polls.remind', id, at);
  return reminded;
}

type Reminder = Poll['reminders'][number];

/** The job that finishes a reminder whose request was cut off; otherwise all is sent already and it does nothing. */
export async function finishReminder(work: Work, key: string): Promise<void> {
  const [id = '', reminder] = key.split('|');
  const poll = await findPoll(work, id as ActivityId);
  const entry = poll?.reminders.find((one) => one.id === reminder);
  if (!poll || !entry || phaseOf(poll, work.services.clock.now()) !== 'open') return;
  const { direct, mail } = await recipientsOf(work, poll);
  const isPersonal = entry.direct + entry.mail > 0;
  await sendReminder(work, poll, entry, isPersonal ? { direct, mail } : { direct: [], mail: [] });
}

/** Each is drawn when it is sent: for who has voted by then there is nothing to send. */
async function sendReminder(
  work: Work,
  poll: Poll,
  { id: reminder, channel }: Reminder,
  { direct, mail }: Pick<Recipients, 'direct' | 'mail'>,
): Promise<void> {
  const { services, network } = work;
  const { posts, letters } = services;
  const register = await registerOf(work);
  for (const person of direct) {
    const to = mainOf(register, objectIdOf(person)) as MemberId;
    if (!(await letters.claimReminder({ network: network.id, subject: poll.id, to, by: 'teams' }))) continue;
    await posts.publish({
      id: postId.parse(`${poll.id}-remind-${reminder}-${objectIdOf(person)}`),
      network: network.id,
      drawing: 'polls.reminderDirect',
      subject: `${poll.id}|${objectIdOf(person)}`,
      to: { person },
    });
  }
  for (const to of mail) {
    await letters.send({
      ...{ id: `${poll.id}-remind-${reminder}-${to}`, network: network.id, to, drawing: 'polls.reminder' },
      ...{ subject: poll.id, topic: 'polls', urgency: 'nudge' },
    });
  }
  if (!channel) return;
  await posts.publish({
    id: postId.parse(`${poll.id}-remind-${reminder}`),
    network: network.id,
    drawing: 'polls.reminder',
    subject: poll.id,
    to: { thread: poll.post },
  });
}

// ── Mail ───────────────────────────────────────────────────────────────────────────────────────

type MailOf = 'open' | 'result';

const mailKey = (poll: Poll, what: MailOf): string => `${poll.id}|${what}|${poll.round}`;
const mailJob = (work: Work, poll: Poll, what: MailOf, due: Instant) => ({
  ...{ kind: 'polls.mail', network: work.network.id, key: mailKey(poll, what), due },
});

/** The job that writes to whom mail on polls reaches: of a poll that opened, or of its result. One letter a person, also when it runs again. */
export async function mailPoll(work: Work, key: string): Promise<void> {
  const [id = '', what, round] = key.split('|');
  const { letters, clock } = work.services;
  const poll = await findPoll(work, id as ActivityId);
  if (!poll || String(poll.round) !== round) return;
  if (what === 'open' ? phaseOf(poll, clock.now()) !== 'open' : poll.state !== 'closed') return;
  const register = await registerNow(work);
  for (const { person } of entitledPeople(register, poll, atNow(work))) {
    const to = memberIdOf(person);
    if (!getsMail(register, to, 'polls')) continue;
    await letters.send({
      ...{ id: `${poll.id}-${what}-${round}-${to}`, network: work.network.id, to, drawing: `polls.${what}` },
      subject: what === 'open' ? poll.id : roundKey(poll),
      ...{ topic: 'polls', urgency: 'nudge' },
    });
  }
}

// ── Looking back ───────────────────────────────────────────────────────────────────────────────

/** Who has voted since a time. Of a secret poll only after closing: then coordinators learn it anyway. */
export async function participation(since: Instant, work: Work): Promise<readonly Participation[]> {
  const found: Participation[] = [];
  for (const poll of await allPolls(work)) {
    const of = { type: 'poll', activity: poll.id, title: poll.question } as const;
    if (poll.result) {
      if (poll.closesAt < since) continue;
      found.push(
        ...poll.result.participants.map((person) => ({ ...of, member: memberIdOf(person), at: poll.closesAt })),
      );
    } else if (poll.state === 'running' && poll.secrecy !== 'secret') {
      const cast = countable(poll, await readVotes(work, poll), await electorateFor(work, poll));
      found.push(
        ...cast
          .filter(({ castAt }) => castAt >= since)
          .map(({ voter, castAt }) => ({ ...of, member: memberIdOf(voter), at: castAt })),
      );
    }
  }
  return found;
}

/** Polls that closed in the span and are counted, with what won as they published it. */
export async function facts({ from, to }: Span, visit: Visit): Promise<Partial<Facts>> {
  const closed = (await allPolls(visit)).filter(
    (of) => of.state === 'closed' && of.closesAt >= from && of.closesAt < to,
  );
  return { polls: closed.flatMap((of) => factOf(visit, of)).sort((a, b) => (a.closedAt < b.closedAt ? -1 : 1)) };
}

function factOf({ network, t }: Visit, of: Poll): PollFact[] {
  const { result } = of;
  const verdict = verdictOf(of);
  if (!result || !verdict) return [];
  const won = verdict.type === 'winner' ? [verdict.option] : verdict.type === 'bothWin' ? verdict.options : [];
  const winners = of.options.filter(({ id }) => won.includes(id));
  const { voters, entitled, organisations } = result;
  return [
    {
      ...{ page: `polls/${of.id}`, title: of.question, closedAt: of.closesAt, voters, entitled },
      ...(organisations
        ? { organisations: { voted: organisations.voted.length, entitled: organisations.entitled } }
        : {}),
      winners: winners.map((option) => optionLabel(option, network.zone, t)),
    },
  ];
}

// ── Finding ────────────────────────────────────────────────────────────────────────────────────

/** Polls that take votes now, the one that closes first in front. */
export async function openPolls(work: Work): Promise<readonly Poll[]> {
  const now = work.services.clock.now();
  const found = (await allPolls(work)).filter((poll) => phaseOf(poll, now) === 'open');
  return found.sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1));
}

/** Open polls in which the actor may vote. */
export async function pollsToVoteIn(visit: Visit): Promise<readonly Poll[]> {
  const register = await registerOf(visit);
  const open = await openPolls(visit);
  return open.filter((poll) => whyNot(register, poll, visit.actor.person, atNow(visit)) === undefined);
}

/** The open poll whose thread this is. */
export async function pollOfThread(work: Work, open: readonly Poll[], thread: string): Promise<Poll | undefined> {
  const posts = await Promise.all(open.map((poll) => work.services.posts.status(work.network.id, poll.post)));
  return open.find((_, index) => posts[index]?.messageId === thread);
}
