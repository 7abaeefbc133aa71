/** What polls store on a person: their votes, comments and options, and the polls they ran. Erasing keeps every total. */

import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId, memberIdOf } from '../../core/network.ts';
import { registerNow } from '../../core/register.ts';
import { keptSince } from '../../core/retention.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { moveVote, readVotes, voteOf } from './ballots.ts';
import { electorateOf, leftByVoter } from './electorate.ts';
import { allPolls, changePoll, forgetPoll, keyOfPoll } from './memory.ts';
import { announcementOf } from './operations.ts';
import { type Poll, type Vote, votes } from './poll.ts';
import { countable } from './tally.ts';

type Of = (person: PersonKey | undefined) => boolean;
const belongingTo =
  (ids: readonly MemberId[]): Of =>
  (person) =>
    person !== undefined && isOneOf(ids, person);

/** The person's own votes in a poll that can still be opened; of a secret one only until it is closed. */
async function ownVotes(work: Work, poll: Poll, ids: readonly MemberId[]): Promise<Vote[]> {
  const isSealed = poll.secrecy === 'secret';
  if (isSealed && (poll.state !== 'running' || !(await keyOfPoll(work, poll.id)))) return [];
  const found = await Promise.all(ids.map((id) => voteOf(work, poll, id)));
  return found.flatMap((one) => one ?? []);
}

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isOwn = belongingTo(ids);
  const found = await Promise.all(
    (await allPolls(work)).map(async (poll) => {
      const label = (id: string): string => {
        const option = poll.options.find((one) => one.id === id);
        return option ? option.label || (option.startsAt ?? '') : id;
      };
      const of = { poll: poll.id, question: poll.question };
      return {
        votes: (await ownVotes(work, poll, ids)).map(({ choices, comment, castAt }) => ({
          ...{ ...of, choices: choices.map(label), castAt },
          ...(comment === undefined ? {} : { comment }),
        })),
        tookPart: poll.result?.participants.some(isOwn) ? [of] : [],
        created: isOwn(poll.createdBy) ? [{ ...of, createdAt: poll.createdAt }] : [],
        options: poll.options.flatMap((one) => (isOwn(one.addedBy) ? [{ ...of, option: one.label }] : [])),
        reminders: poll.reminders.flatMap(({ by, at }) => (isOwn(by) ? [{ ...of, at }] : [])),
        decisions: isOwn(poll.decision?.by)
          ? [{ ...of, option: label(poll.decision?.option ?? ''), at: poll.decision?.at }]
          : [],
      };
    }),
  );
  const all = <K extends keyof (typeof found)[number]>(key: K) => found.flatMap((one): unknown[] => one[key]);
  return {
    pollVotes: all('votes'),
    pollsTakenPartIn: all('tookPart'),
    pollsCreated: all('created'),
    pollOptionsAdded: all('options'),
    pollReminders: all('reminders'),
    pollDecisions: all('decisions'),
  };
}

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

/** Polls that hold nothing on the person are left as they are. The header goes first: what a crash leaves undone is told by the votes. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  for (const poll of await allPolls(work)) {
    const own = (await ownVotes(work, poll, ids)).sort((a, b) => (a.castAt < b.castAt ? -1 : 1));
    const comments = own.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
    const isNamed = withoutPerson(poll, ids, as, comments) !== poll;
    const left = own.length > 0 ? await leftOf(own, { work, poll, ids, as }) : undefined;
    if (isNamed) await changePoll(work, poll.id, (of) => withoutPerson(of, ids, as, comments));
    // The latest goes last: cut off in between, it is still the one that stays.
    if (own.length > 0)
      await moveVote(
        work,
        poll,
        own.map(({ voter }) => memberIdOf(voter)),
        left,
      );
    const wasCutOff = poll.result?.participants.includes(as) ?? false;
    if (!isNamed && own.length === 0 && !wasCutOff) continue;
    forgetPoll(work, poll.id);
    if (poll.secrecy === 'named') await redraw(work, poll);
  }
}

/** What stands in the channel may have shown the name. */
async function redraw({ network, services }: Work, poll: Poll): Promise<void> {
  await services.posts.refresh(network.id, poll.post);
  await services.posts.refresh(network.id, announcementOf(poll));
}

interface Erasing {
  readonly work: Work;
  readonly poll: Poll;
  readonly ids: readonly MemberId[];
  readonly as: PersonKey;
}

/**
 * The vote that stays, without name and words. One that counts for nothing, such as a substitute's beside the member's own, does not
 * stay: under nobody's name it would begin to count.
 */
async function leftOf(own: readonly Vote[], of: Erasing): Promise<Vote | undefined> {
  const { comment: _theirs, ...latest } = own.reduce((best, one) => (one.castAt > best.castAt ? one : best));
  if (!(await doesCount(of))) return undefined;
  const erased = leftByVoter(await registerNow(of.work), latest.voter);
  return { ...latest, voter: of.as, deliveries: [], erased };
}

async function doesCount({ work, poll, ids, as }: Erasing): Promise<boolean> {
  const isOwn = belongingTo([...ids, memberIdOf(as)]);
  if (poll.result) return poll.result.participants.some(isOwn);
  const at = { zone: work.network.zone, now: work.services.clock.now() };
  const electorate = electorateOf(await registerNow(work), poll, at);
  return countable(poll, await readVotes(work, poll), electorate).some(({ voter }) => isOwn(voter));
}

function withoutPerson(of: Poll, ids: readonly MemberId[], as: PersonKey, comments: readonly string[] = []): Poll {
  const isOwn = belongingTo(ids);
  const other = (person: PersonKey): PersonKey => (isOwn(person) ? as : person);
  const isNamed =
    isOwn(of.createdBy) ||
    of.options.some(({ addedBy }) => isOwn(addedBy)) ||
    of.reminders.some(({ by }) => isOwn(by)) ||
    isOwn(of.decision?.by) ||
    (of.result?.participants.some(isOwn) ?? false);
  const hasComment = of.result?.comments.some((one) => comments.includes(one)) ?? false;
  if (!isNamed && !hasComment) return of;
  return {
    ...of,
    createdBy: other(of.createdBy),
    options: of.options.map((one) => (one.addedBy ? { ...one, addedBy: other(one.addedBy) } : one)),
    reminders: of.reminders.map((one) => ({ ...one, by: other(one.by) })),
    ...(of.decision ? { decision: { ...of.decision, by: other(of.decision.by) } } : {}),
    ...(of.result
      ? {
          result: {
            ...of.result,
            participants: of.result.participants.map(other).sort(),
            comments: withoutOneEach(of.result.comments, comments),
          },
        }
      : {}),
  };
}

/** Someone else may have written the same words: only as many go as were theirs. */
function withoutOneEach(all: readonly string[], gone: readonly string[]): string[] {
  const left = [...all];
  for (const one of gone) {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

// ── Expiring ───────────────────────────────────────────────────────────────────────────────────

/** Some time after closing nobody is linked with a vote any more; the figures stay. */
async function expire(work: Work): Promise<void> {
  const { store, clock } = work.services;
  const since = keptSince('votes', clock.now());
  for (const poll of await allPolls(work)) {
    if (poll.state === 'running' || poll.closesAt >= since) continue;
    // First the names, by which a poll that can be opened again is known: one whose votes are half gone must not be.
    if ((poll.result?.participants.length ?? 0) > 0) {
      await changePoll(work, poll.id, (of) => (of.result ? { ...of, result: { ...of.result, participants: [] } } : of));
    }
    const scope = activityScope(work.scope, poll.id);
    for (const { id } of await listAll(store, scope, votes)) await store.remove(scope, votes, id);
    forgetPoll(work, poll.id);
  }
}

export const pollPersonal: Personal = { collect, erase, expire };
