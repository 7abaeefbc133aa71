/** What a reader may see of a poll's numbers, names and comments: decided here for cards, tab and export alike. */
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import { ChannelFailure } from '../../core/ports.ts';
import { organisationOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { recentVotes, tallyOf } from './ballots.ts';
import type { Shown } from './cards.ts';
import { groupNames, whyNot } from './electorate.ts';
import { electorateFor } from './memory.ts';
import { areVotesGone, type Poll, phaseOf, verdictOf, visibleTo } from './poll.ts';
import { type Counted, countable, type Electorate, type Tally } from './tally.ts';
import { text } from './text.ts';

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
  const [register, electorate] = await Promise.all([registerOf(work), electorateFor(work, poll)]);
  const names = groupNames(register, poll);
  const about: Pick<Shown, 'kind' | 'group' | 'pictures'> = {
    kind: kindOf(electorate),
    ...(names ? { group: names } : {}),
    ...(await picturesOf(work, poll)),
  };
  if (poll.result) {
    const { voters, entitled, counts, organisations } = poll.result;
    if (!organisations) return { ...about, voters, entitled, ...(visible ? await countsOf(work, poll, counts) : {}) };
    const { areMunicipalities, voted, counts: exact, ...others } = organisations;
    return {
      ...about,
      ...{ kind: areMunicipalities ? 'municipality' : 'organisation', voters, entitled },
      ...(visible ? await countsOf(work, poll, counts) : {}),
      organisations: { ...others, voted: voted.length, ...(visible && exact ? { counts: exact } : {}) },
    };
  }
  if (poll.state === 'undone') return { ...about, voters: 0, entitled: electorate.people };
  const { voters, counts, organisations } = await tallyOf(work, poll);
  const entitled = Math.max(electorate.people, voters);
  return {
    ...{ ...about, voters, entitled },
    ...(visible ? await countsOf(work, poll, counts) : {}),
    ...(organisations ? { organisations: organisationsShown(organisations, visible) } : {}),
  };
}

/** Where the options' pictures can be seen; those of a poll that was taken back are gone. */
async function picturesOf({ services, network }: Work, poll: Poll): Promise<Pick<Shown, 'pictures'>> {
  const all = poll.options.flatMap(({ id, picture }) => (picture ? [{ id, picture: picture.id }] : []));
  if (all.length === 0 || poll.state === 'undone') return {};
  const addresses = await Promise.all(
    all.map(async ({ id, picture }) => [id, await services.linkToPicture(network.id, picture)] as const),
  );
  return { pictures: Object.fromEntries(addresses) };
}

const kindOf = ({ areMunicipalities }: Electorate): NonNullable<Shown['kind']> =>
  areMunicipalities ? 'municipality' : 'organisation';

const countsOf = async (work: Work, poll: Poll, counts: Shown['counts']) =>
  counts ? { counts, ...(await namesOf(work, poll)) } : {};

function organisationsShown(
  { voted, counts, ...others }: NonNullable<Tally['organisations']>,
  visible: boolean,
): NonNullable<Shown['organisations']> {
  return { ...others, voted: voted.length, ...(visible ? { counts } : {}) };
}

/** The numbers of a poll that is not published yet. */
export async function shownBefore(work: Work, poll: Poll): Promise<Shown> {
  const [register, electorate] = await Promise.all([registerOf(work), electorateFor(work, poll)]);
  const visible = visibleTo(poll, EVERYONE) === 'counts';
  const names = groupNames(register, poll);
  const zero = <T>(none: T) => ({ counts: Object.fromEntries(poll.options.map(({ id }) => [id, none])) });
  const entitled = electorate.organisations.size;
  return {
    ...{ voters: 0, entitled: electorate.people, kind: kindOf(electorate) },
    ...(names ? { group: names } : {}),
    ...(await picturesOf(work, poll)),
    ...(visible ? zero(0) : {}),
    ...(entitled > 0 && poll.secrecy !== 'secret'
      ? { organisations: { voted: 0, entitled, waiting: 0, outside: 0, ...(visible ? zero('0') : {}) } }
      : {}),
  };
}

/** Why the actor can't vote in a poll that takes votes, in their language; undefined when they may. */
export async function cannotVote(visit: Visit, poll: Poll): Promise<string | undefined> {
  const at = { zone: visit.network.zone, now: visit.services.clock.now() };
  const row = whyNot(await registerOf(visit), poll, visit.actor.person, at);
  return row && visit.t(row);
}

/**
 * The votes that count, of a poll that is not sealed. After closing those that the result says: merges afterwards change nothing.
 */
async function countedVotes(work: Work, poll: Poll): Promise<readonly Counted[]> {
  const cast = await recentVotes(work, poll);
  if (!poll.result) return countable(poll, cast, await electorateFor(work, poll));
  const counted = new Set<string>(poll.result.participants);
  return countable(
    poll,
    cast.filter(({ voter }) => counted.has(voter)),
  );
}

/** Comments that this reader may see, in an order that tells nothing. */
export async function commentsFor(work: Work, poll: Poll, reader: { readonly hasVoted: boolean }): Promise<string[]> {
  if (visibleTo(poll, reader) !== 'counts') return [];
  if (poll.result) return poll.result.comments;
  const votes = await countedVotes(work, poll);
  return votes.flatMap(({ comment }) => (comment ? [comment] : [])).sort((a, b) => a.localeCompare(b, 'fi'));
}

/** Who has voted, with whom they represent, sorted by name; never what. Undefined for a secret poll until it is closed. */
export async function votersOf(work: Work, poll: Poll, t: Translate): Promise<readonly Voter[] | undefined> {
  if (!poll.result && poll.secrecy === 'secret') return undefined;
  const persons = poll.result ? poll.result.participants : (await countedVotes(work, poll)).map(({ voter }) => voter);
  const known = await voterOf(work, persons, t);
  return sorted(persons.map(known));
}

/** Someone who voted. `name` is empty when nobody knows it, `organisation` when they represent nobody. */
export interface Voter {
  readonly name: string;
  readonly organisation: string;
}

/** Each voter of a poll with names and the options they chose, sorted by name. Empty for other polls and hidden results. */
export async function namedVotes(
  work: Work,
  poll: Poll,
  reader: { readonly hasVoted: boolean },
  t: Translate = work.channelT,
): Promise<readonly (Voter & { readonly choices: readonly string[] })[]> {
  if (poll.secrecy !== 'named' || visibleTo(poll, reader) !== 'counts') return [];
  const votes = await countedVotes(work, poll);
  const known = await voterOf(
    work,
    votes.map(({ voter }) => voter),
    t,
  );
  return sorted(votes.map(({ voter, choices }) => ({ ...known(voter), choices })));
}

async function namesOf(work: Work, poll: Poll): Promise<Pick<Shown, 'names'>> {
  if (poll.secrecy !== 'named') return {};
  const votes = await namedVotes(work, poll, { hasVoted: true });
  const names = poll.options.map(({ id }) => [
    id,
    votes.filter(({ choices }) => choices.includes(id)).map(({ name }) => name || work.channelT(text.nameUnknown)),
  ]);
  return { names: Object.fromEntries(names) as Record<string, readonly string[]> };
}

/** Entitled organisations that have voted and that have not, by name. Undefined where that is not known: of a secret poll that runs or counted persons. */
export async function organisationsOf(
  work: Work,
  poll: Poll,
  t: Translate,
): Promise<{ readonly voted: readonly string[]; readonly notVoted: readonly string[] } | undefined> {
  if (poll.secrecy === 'secret' && !poll.result) return undefined;
  const [register, electorate] = await Promise.all([registerOf(work), electorateFor(work, poll)]);
  const found = poll.result ? poll.result.organisations : (await tallyOf(work, poll)).organisations;
  if (!found) return undefined;
  const have = new Set<string>(found.voted.map((id) => presentOrganisation(register, id)?.id ?? id));
  const names = (ids: readonly string[]): string[] =>
    ids
      .flatMap((id) => register.organisations.get(id) ?? [])
      .map((of) => nameIn(of.names, t))
      .sort((a, b) => a.localeCompare(b, 'fi'));
  return {
    voted: names([...have]),
    notVoted: names([...electorate.organisations.keys()].filter((id) => !have.has(id))),
  };
}

/** What is known of people by their key: names from the register, else from Teams. */
async function voterOf(work: Work, persons: readonly PersonKey[], t: Translate): Promise<(person: PersonKey) => Voter> {
  const register = await registerOf(work);
  const unknown = persons.filter((person) => !register.members.has(objectIdOf(person)));
  const fromTeams = unknown.length > 0 ? await rosterNames(work, register) : new Map<string, string>();
  return (person) => {
    const id = objectIdOf(person);
    const of: Organisation | undefined = organisationOf(register, id);
    return {
      name: register.members.get(id)?.name ?? fromTeams.get(id) ?? '',
      organisation: of ? nameIn(of.names, t) : '',
    };
  };
}

const rosters = new WeakMap<Register, Promise<Map<string, string>>>();

/** Asked at most once for each reading of the register. */
function rosterNames({ services, network }: Work, register: Register): Promise<Map<string, string>> {
  const known = rosters.get(register);
  if (known !== undefined) return known;
  const asked = services.roster
    .all(network)
    .then((all) => new Map(all.map(({ person, name }) => [objectIdOf(person), name])))
    .catch((error: unknown) => {
      if (error instanceof ChannelFailure) return new Map<string, string>(); // Teams is out: numbers matter more than a name
      throw error;
    });
  rosters.set(register, asked);
  return asked;
}

const sorted = <T extends { readonly name: string }>(people: readonly T[]): T[] =>
  [...people].sort((a, b) => a.name.localeCompare(b.name, 'fi'));

/** What a coordinator can do with the poll now. `voters`: how many have voted. */
export function possibleNow(poll: Poll, voters: number, work: Work) {
  const now = work.services.clock.now();
  const phase = phaseOf(poll, now);
  return {
    correct: poll.state === 'running' && phase !== 'counting',
    close: phase === 'open',
    reopen: poll.state === 'closed' && poll.secrecy !== 'secret' && poll.revote === undefined && !areVotesGone(poll),
    undo: poll.state === 'running' && voters === 0,
    remind: phase === 'open',
    decide: verdictOf(poll)?.type === 'tie',
  };
}
