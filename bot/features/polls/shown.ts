/** What a reader may see of a poll's numbers, names and comments: decided here for cards, tab and export alike. */
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { ChannelFailure } from '../../core/ports.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { recentVotes, tallyOf } from './ballots.ts';
import type { Shown } from './cards.ts';
import { type Roll, rollOf } from './memory.ts';
import { countable, type Poll, phaseOf, verdictOf, visibleTo } from './poll.ts';

/** What a card needs beside the poll: time, zone, language and the poll's page in the tab. */
const frameOf = ({ services, network }: Work, poll: Poll) => ({
  now: services.clock.now(),
  zone: network.zone,
  link: services.linkToTab(network, `polls/${poll.id}`),
});
/** For what the channel sees. */
export const channelFrame = (work: Work, poll: Poll) => ({ ...frameOf(work, poll), t: work.channelT });
/** For what the actor alone sees. */
export const ownFrame = (visit: Visit, poll: Poll) => ({ ...frameOf(visit, poll), t: visit.t });

/** The channel and whoever has not voted. */
export const EVERYONE = { hasVoted: false } as const;

/** The numbers of the poll for one reader; about a second old while it runs, the frozen ones after closing. */
export async function shownTo(work: Work, poll: Poll, reader: { readonly hasVoted: boolean }): Promise<Shown> {
  const visible = visibleTo(poll, reader) === 'counts';
  if (poll.result) {
    const { voters, entitled, counts } = poll.result;
    return { voters, entitled, ...(visible && counts ? { counts, ...(await namesOf(work, poll)) } : {}) };
  }
  if (poll.state === 'undone') return { voters: 0, entitled: (await rollOf(work)).current.length };
  const [{ voters, counts }, roll] = await Promise.all([tallyOf(work, poll), rollOf(work)]);
  const entitled = Math.max(roll.current.length, voters);
  return { voters, entitled, ...(visible && counts ? { counts, ...(await namesOf(work, poll)) } : {}) };
}

/** The numbers of a poll that is not published yet. */
export async function shownBefore(work: Work, poll: Poll): Promise<Shown> {
  const entitled = (await rollOf(work)).current.length;
  if (visibleTo(poll, EVERYONE) !== 'counts') return { voters: 0, entitled };
  return { voters: 0, entitled, counts: Object.fromEntries(poll.options.map(({ id }) => [id, 0])) };
}

/** Comments that this reader may see, in an order that tells nothing. */
export async function commentsFor(work: Work, poll: Poll, reader: { readonly hasVoted: boolean }): Promise<string[]> {
  if (visibleTo(poll, reader) !== 'counts') return [];
  if (poll.result) return poll.result.comments;
  const votes = countable(poll, await recentVotes(work, poll));
  return votes.flatMap(({ comment }) => (comment ? [comment] : [])).sort((a, b) => a.localeCompare(b, 'fi'));
}

/** Who has voted, sorted by name, never what. Undefined for a secret poll until it is closed. */
export async function votersOf(work: Work, poll: Poll): Promise<readonly string[] | undefined> {
  if (!poll.result && poll.secrecy === 'secret') return undefined;
  const persons = poll.result
    ? poll.result.participants
    : countable(poll, await recentVotes(work, poll)).map(({ voter }) => voter);
  return sorted([...(await nameOf(work, persons)).values()]);
}

/** Each voter of a poll with names and the options they chose, sorted by name. Empty for other polls and hidden results. */
export async function namedVotes(
  work: Work,
  poll: Poll,
  reader: { readonly hasVoted: boolean },
): Promise<readonly { readonly name: string; readonly choices: readonly string[] }[]> {
  if (poll.secrecy !== 'named' || visibleTo(poll, reader) !== 'counts') return [];
  const votes = countable(poll, await recentVotes(work, poll));
  const names = await nameOf(
    work,
    votes.map(({ voter }) => voter),
  );
  return votes
    .map(({ voter, choices }) => ({ name: names.get(voter) ?? '', choices }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fi'));
}

async function namesOf(work: Work, poll: Poll): Promise<Pick<Shown, 'names'>> {
  if (poll.secrecy !== 'named') return {};
  const votes = await namedVotes(work, poll, { hasVoted: true });
  const names = poll.options.map(({ id }) => [
    id,
    votes.filter(({ choices }) => choices.includes(id)).map(({ name }) => name),
  ]);
  return { names: Object.fromEntries(names) as Record<string, readonly string[]> };
}

/** Names of people by their key: from the network's roll, else from Teams. Empty when neither knows them. */
async function nameOf(work: Work, persons: readonly PersonKey[]): Promise<Map<PersonKey, string>> {
  const roll = await rollOf(work);
  const unknown = persons.filter((person) => !roll.byId.has(objectIdOf(person)));
  const fromTeams = unknown.length > 0 ? await rosterNames(work, roll) : new Map<string, string>();
  return new Map(
    persons.map((person) => {
      const id = objectIdOf(person);
      return [person, roll.byId.get(id)?.name ?? fromTeams.get(id) ?? ''];
    }),
  );
}

const rosters = new WeakMap<Roll, Promise<Map<string, string>>>();

/** Asked at most once for each reading of the roll. */
function rosterNames({ services, network }: Work, roll: Roll): Promise<Map<string, string>> {
  const known = rosters.get(roll);
  if (known !== undefined) return known;
  const asked = services.roster
    .all(network)
    .then((all) => new Map(all.map(({ person, name }) => [objectIdOf(person), name])))
    .catch((error: unknown) => {
      if (error instanceof ChannelFailure) return new Map<string, string>(); // Teams is out: numbers matter more than a name
      throw error;
    });
  rosters.set(roll, asked);
  return asked;
}

const sorted = (names: readonly string[]): string[] => [...names].sort((a, b) => a.localeCompare(b, 'fi'));

/** What a coordinator can do with the poll now. `voters`: how many have voted. */
export function possibleNow(poll: Poll, voters: number, work: Work) {
  const now = work.services.clock.now();
  const phase = phaseOf(poll, now);
  return {
    correct: poll.state === 'running' && phase !== 'counting',
    close: phase === 'open',
    reopen: poll.state === 'closed' && poll.secrecy !== 'secret' && poll.revote === undefined,
    undo: poll.state === 'running' && voters === 0,
    remind: phase === 'open',
    decide: verdictOf(poll)?.type === 'tie',
  };
}
