/** Both tallies: exact parts of votes, and for random histories with merges and undone merges the same numbers as a plain recount. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendars } from '../../bot/calendars.ts';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { activityId, objectIdOf, type PersonKey, personOf, postId } from '../../bot/core/ids.ts';
import { type Member, type MemberId, memberId, type OrganisationId, organisationId } from '../../bot/core/network.ts';
import { defaultRules, type Group, type Organisation } from '../../bot/core/organisation.ts';
import type { Register } from '../../bot/core/register.ts';
import { electorateOf } from '../../bot/features/polls/electorate.ts';
import {
  disagreement,
  makePoll,
  optionIdOf,
  type Poll,
  pollDraft,
  readDraft,
  resultOf,
  verdictOf,
} from '../../bot/features/polls/poll.ts';
import {
  type Counted,
  compareShares,
  countable,
  leadersOf,
  numberOf,
  openCount,
  type PersonVote,
  type Rule,
  tallyVotes,
} from '../../bot/features/polls/tally.ts';
import { loadPlaces } from '../../bot/places.ts';

const NOW = toInstant('2026-03-02T10:00:00.000Z');
const ZONE = 'Europe/Helsinki';
const at = (second: number): Instant => toInstant(Date.parse(NOW) + 1000 * second);
const kinds = loadPlaces()('fi').kinds;
const voting = kinds.find(({ mayVote, isMunicipality }) => mayVote && isMunicipality)?.id ?? '';
const watching = kinds.find(({ mayVote }) => !mayVote)?.id ?? '';

const key = (n: number): PersonKey => personOf('t', `p${n}`);
const idOf = (n: number): MemberId => memberId.parse(`p${n}`);
const organisationOf = (n: number): OrganisationId => organisationId.parse(`o-${n}`);

interface Person {
  readonly organisation?: number | undefined;
  readonly sameAs?: number | undefined;
}

function registerOf(
  people: readonly Person[],
  organisations: readonly Partial<Organisation>[],
  groups: readonly Group[] = [],
): Register {
  const members = people.map(({ organisation, sameAs }, n): [string, Member] => [
    idOf(n),
    {
      ...{ person: key(n), teamsId: `29:${n}`, name: `Jäsen ${n}`, isGuest: false },
      ...(organisation === undefined ? {} : { organisation: organisationOf(organisation) }),
      ...(sameAs === undefined ? {} : { sameAs: idOf(sameAs) }),
    },
  ]);
  const all = organisations.map((of, n): [string, Organisation] => [
    organisationOf(n),
    {
      ...{
        id: organisationOf(n),
        kind: voting,
        names: { fi: `Kunta ${n}` },
        domains: [],
        membership: 'member',
        fees: [],
      },
      ...of,
    },
  ]);
  return {
    rules: defaultRules(kinds),
    members: new Map(members),
    organisations: new Map(all),
    groups: new Map(groups.map((one) => [one.id, one])),
  };
}

const calendar = loadCalendars()('fi');
function pollOf(of: Partial<Poll> = {}): Poll {
  const frame = { now: NOW, zone: ZONE, isFree: (date: string) => calendar.isFree(date), entitles: () => 12 };
  const draft = pollDraft.parse({ question: 'Mikä aihe?', options: 'A\nB\nC' });
  const made = { id: activityId.parse('p'), post: postId.parse('p-card'), by: key(0), now: NOW };
  return { ...makePoll(readDraft(draft, frame), made), ...of };
}
const cast = (n: number, second: number, ...choices: number[]): Counted => ({
  voter: key(n),
  choices: choices.map(optionIdOf),
  castAt: at(second),
});
const counted = (register: Register, poll: Poll, votes: readonly Counted[]) =>
  tallyVotes(poll, votes, electorateOf(register, poll, { zone: ZONE, now: NOW }));

describe('parts of votes', () => {
  test('are exact: three thirds are one whole, and a third is more than 0.333333', () => {
    const split = { n: 3, register: registerOf([{ organisation: 0 }, { organisation: 0 }, { organisation: 0 }], [{}]) };
    const poll = pollOf({ rule: 'split', tallies: 'organisations' });
    const apart = counted(split.register, poll, [cast(0, 1, 1), cast(1, 2, 2), cast(2, 3, 3)]);
    expect(apart.organisations?.counts).toEqual({ o1: '1/3', o2: '1/3', o3: '1/3' });
    const together = counted(split.register, poll, [cast(0, 1, 1), cast(1, 2, 1), cast(2, 3, 1)]);
    expect(together.organisations?.counts).toEqual({ o1: '1', o2: '0', o3: '0' });
    expect(compareShares('1/3', '333333/1000000')).toBe(1);
    expect(numberOf('7/2')).toBe(3.5);
  });

  test('that are the same number tie, whatever way they came about', () => {
    // 1/2 + 1/3 + 1/6 of three towns is one whole of another: rounding would tell them apart
    const people = [
      ...[0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2].map((organisation) => ({ organisation })),
      { organisation: 3 },
    ];
    const register = registerOf(people, [{}, {}, {}, {}]);
    const first = new Set([0, 2, 5]);
    const votes = people.map((_, n) => cast(n, n, n === 11 ? 2 : first.has(n) ? 1 : 3));
    const tally = counted(register, pollOf({ rule: 'split', tallies: 'organisations' }), votes);
    expect(tally.organisations?.counts).toEqual({ o1: '1', o2: '1', o3: '2' });
    expect(leadersOf(pollOf().options.slice(0, 2), tally.organisations?.counts ?? {})).toEqual(['o1', 'o2']);
  });

  test('order as numbers do', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        expect(Math.sign(compareShares(`${a}/${b}`, `${c}/${d}`))).toBe(Math.sign(a * d - c * b));
      }),
    );
  });
});

describe('one organisation, one vote', () => {
  const two = registerOf(
    [{ organisation: 0 }, { organisation: 0 }, { organisation: 1 }, {}, { organisation: 2 }, { organisation: 3 }],
    [{ delegate: idOf(0), substitute: idOf(1) }, {}, { membership: 'interested' }, { kind: watching }],
  );

  test('the newest vote of the organisation is its own', () => {
    const tally = counted(two, pollOf(), [cast(0, 5, 1), cast(1, 3, 2), cast(2, 1, 2)]);
    expect(tally).toMatchObject({ voters: 3, counts: { o1: 1, o2: 2, o3: 0 } });
    expect(tally.organisations).toMatchObject({ voted: ['o-0', 'o-1'], entitled: 2, counts: { o1: '1', o2: '1' } });
  });

  test('a withdrawn newest vote leaves the one before', () => {
    const tally = counted(two, pollOf(), [cast(0, 5), cast(1, 3, 2)]);
    expect(tally.organisations?.counts).toMatchObject({ o1: '0', o2: '1' });
  });

  test('the named delegate speaks for it, else the substitute, else nobody', () => {
    const poll = pollOf({ rule: 'delegate' });
    expect(counted(two, poll, [cast(0, 1, 1), cast(1, 9, 2)]).organisations?.counts).toMatchObject({
      o1: '1',
      o2: '0',
    });
    expect(counted(two, poll, [cast(1, 9, 2)]).organisations?.counts).toMatchObject({ o1: '0', o2: '1' });
    expect(counted(two, poll, [cast(2, 9, 2)])).toMatchObject({ voters: 1, organisations: { voted: [] } });
  });

  test('people without an organisation wait, those of one without a vote count among persons only, experts not at all', () => {
    const tally = counted(two, pollOf(), [cast(3, 1, 1), cast(4, 2, 1), cast(5, 3, 1)]);
    expect(tally).toMatchObject({ voters: 2, organisations: { voted: [], waiting: 1, outside: 1 } });
  });

  test('what was entitled when the poll was posted stays so, also as a part of another', () => {
    const poll = pollOf({ entitledOrganisations: [organisationOf(0), organisationOf(1)] });
    const later = registerOf(
      [{ organisation: 0 }, { organisation: 1 }, { organisation: 2 }],
      [{ mergedInto: organisationOf(1) }, { membership: 'left' }, {}],
    );
    const tally = counted(later, poll, [cast(0, 1, 1), cast(1, 2, 2), cast(2, 3, 3)]);
    expect(tally.organisations).toEqual({
      ...{ voted: ['o-1'], entitled: 1, waiting: 0, outside: 1 },
      counts: { o1: '0', o2: '1', o3: '0' },
    });
  });

  test('an erased voter keeps every total, the delegate’s too', () => {
    for (const rule of ['latest', 'delegate', 'split'] as const) {
      const votes = [cast(0, 1, 1), cast(1, 9, 2)];
      const erased = { organisation: 'o-0', speaksAs: 'delegate' as const };
      const left = [{ ...cast(0, 1, 1), voter: personOf('erased', 'x'), erased }, cast(1, 9, 2)];
      expect(counted(two, pollOf({ rule }), left)).toEqual(counted(two, pollOf({ rule }), votes));
    }
  });
});

describe('a group’s poll', () => {
  const group: Group = {
    ...{ id: 'core', names: { fi: 'Ydinryhmä' }, createdAt: NOW },
    seats: [
      { id: 's0', member: idOf(0), role: 'chair', substitute: idOf(1), from: '2026-01-01' },
      { id: 's2', member: idOf(2), role: 'member', substitute: idOf(1), from: '2026-01-01' },
      { id: 's3', member: idOf(3), role: 'member', from: '2025-01-01', to: '2026-03-01' },
    ],
  };
  const register = registerOf(
    [{ organisation: 0 }, { organisation: 1 }, { organisation: 2 }, { organisation: 3 }, {}],
    [{}, {}, {}, {}],
    [group],
  );
  const poll = pollOf({ group: 'core' });
  const who = (votes: Counted[]) =>
    countable(poll, votes, electorateOf(register, poll, { zone: ZONE, now: NOW })).map(({ person }) => person);

  test('counts seat holders of the day of the vote and nobody else', () => {
    expect(who([cast(0, 1, 1), cast(3, 1, 1), cast(4, 1, 1)])).toEqual(['p0']);
  });

  test('a substitute’s vote counts until everyone they stand in for has voted', () => {
    expect(who([cast(1, 1, 1)])).toEqual(['p1']);
    expect(who([cast(1, 1, 1), cast(0, 2, 1)])).toEqual(['p1', 'p0']);
    expect(who([cast(1, 1, 1), cast(0, 2, 1), cast(2, 3, 1)])).toEqual(['p0', 'p2']);
    expect(who([cast(1, 1, 1), cast(0, 2, 1), cast(2, 3)])).toEqual(['p1', 'p0']);
  });

  test('entitles the organisations of its seat holders', () => {
    const electorate = electorateOf(register, poll, { zone: ZONE, now: NOW });
    expect([...electorate.organisations.keys()]).toEqual(['o-0', 'o-2']);
    expect(electorate.people).toBe(2);
  });
});

describe('the result', () => {
  const register = registerOf(
    Array.from({ length: 12 }, (_, n) => ({ organisation: n < 7 ? 0 : n - 6 })),
    Array.from({ length: 6 }, () => ({})),
  );
  const votes = Array.from({ length: 12 }, (_, n) => cast(n, n, n < 7 ? 1 : 2));
  const resultFor = (poll: Poll, of = votes) =>
    resultOf(poll, of, {
      ...{ electorate: electorateOf(register, poll, { zone: ZONE, now: NOW }), now: NOW },
      shuffle: (items) => [...items],
    });

  test('says when the tallies have other leaders, and the declared one decides', () => {
    const poll = pollOf({ tallies: 'organisations' });
    const result = resultFor(poll);
    expect(result).toMatchObject({ counts: { o1: 7, o2: 5 }, leaders: ['o2'] });
    expect(result.organisations?.counts).toMatchObject({ o1: '1', o2: '5' });
    expect(disagreement(poll, result)).toEqual({ persons: ['o1'], organisations: ['o2'] });
    expect(resultFor(pollOf()).leaders).toEqual(['o1']);
  });

  test('is not valid when too few organisations voted, however many people did', () => {
    const poll = pollOf({ tallies: 'organisations', minimumTurnout: 7 });
    expect(verdictOf({ ...poll, state: 'closed', result: resultFor(poll) })).toEqual({ type: 'notValid' });
    const people = pollOf({ minimumTurnout: 7 });
    expect(verdictOf({ ...people, state: 'closed', result: resultFor(people) })?.type).toBe('winner');
  });

  test('of a secret poll has one tally only, from which no other can be subtracted', () => {
    const secret = { secrecy: 'secret', showResults: 'afterClosing' } as const;
    const byOrganisation = resultFor(pollOf({ ...secret, tallies: 'organisations' }));
    expect(byOrganisation).not.toHaveProperty('counts');
    expect(byOrganisation.organisations?.counts).toMatchObject({ o1: '1', o2: '5' });
    const byPerson = resultFor(pollOf(secret));
    expect(byPerson).not.toHaveProperty('organisations');
    expect(byPerson.counts).toMatchObject({ o1: 7, o2: 5 });
  });

  test('of a secret poll by organisation with fewer than five of them tells the turnout alone', () => {
    const poll = pollOf({ secrecy: 'secret', showResults: 'afterClosing', tallies: 'organisations' });
    const few = resultFor(poll, votes.slice(0, 10)); // ten people of four towns
    expect(few).toMatchObject({ voters: 10, leaders: [], comments: [], organisations: { entitled: 6 } });
    expect(few).not.toHaveProperty('counts');
    expect(few.organisations).not.toHaveProperty('counts');
    expect(verdictOf({ ...poll, state: 'closed', result: few })).toEqual({ type: 'tooFewToTell' });
    expect(resultFor(poll, votes.slice(0, 11)).organisations).toHaveProperty('counts');
  });
});

// ── Against a plain recount ────────────────────────────────────────────────────────────────────

const PEOPLE = 9;
const TOWNS = 4;
/** Applied in their order, as people vote and coordinators merge, undo and correct. */
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('vote' as const),
      n: fc.nat(PEOPLE - 1),
      choices: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('merge' as const), n: fc.nat(PEOPLE - 1), into: fc.nat(PEOPLE - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unmerge' as const), n: fc.nat(PEOPLE - 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('move' as const),
      n: fc.nat(PEOPLE - 1),
      town: fc.option(fc.nat(TOWNS), { nil: undefined }),
    }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** What the events leave: who is whose other identity, whom they represent, and each identity's vote. */
function play(events: readonly Event[], towns: readonly (number | undefined)[]) {
  const sameAs = new Map<number, number>();
  const town = new Map(towns.map((of, n) => [n, of]));
  const votes = new Map<number, Counted>();
  const mainOf = (n: number): number => {
    const next = sameAs.get(n);
    return next === undefined ? n : mainOf(next);
  };
  for (const [second, one] of events.entries()) {
    if (one.type === 'vote') votes.set(one.n, cast(one.n, second, ...one.choices));
    if (one.type === 'merge' && mainOf(one.into) !== one.n && !sameAs.has(one.n)) sameAs.set(one.n, one.into);
    if (one.type === 'unmerge') sameAs.delete(one.n);
    if (one.type === 'move') town.set(one.n, one.town);
  }
  return { sameAs, town, votes, mainOf };
}

/** Counted in the plainest way, with no code of the product. Parts of votes as multiples of 1/5040: up to seven people share a vote. */
const PARTS = 5040;
function recount(
  { town, votes, mainOf }: ReturnType<typeof play>,
  rule: Rule,
  delegates: readonly (readonly number[])[],
) {
  const humans = [...Array(PEOPLE).keys()].filter((n) => mainOf(n) === n);
  const persons = [0, 0, 0, 0];
  const byTown = [0, 0, 0, 0];
  let [voters, waiting, outside] = [0, 0, 0];
  const said = new Map<number, { human: number; choices: number[]; castAt: string }[]>();
  for (const human of humans) {
    const identities = [...Array(PEOPLE).keys()].filter((n) => mainOf(n) === human);
    const own = identities.flatMap((n) => votes.get(n) ?? []).sort((a, b) => (a.castAt < b.castAt ? 1 : -1))[0];
    const choices = (own?.choices ?? []).map((id) => Number(id.slice(1))).filter((n) => n <= 3);
    if (!own || choices.length === 0) continue;
    voters++;
    for (const n of choices) persons[n] = (persons[n] ?? 0) + 1;
    const home = [human, ...identities].map((n) => town.get(n)).find((of) => of !== undefined);
    if (home === undefined) waiting++;
    else if (home === TOWNS) outside++;
    else said.set(home, [...(said.get(home) ?? []), { human, choices, castAt: own.castAt }]);
  }
  const voted: number[] = [];
  for (const [home, all] of said) {
    const newestFirst = [...all].sort((a, b) => (a.castAt < b.castAt ? 1 : -1));
    const speaker = (delegates[home] ?? []).map(mainOf).flatMap((n) => all.find(({ human }) => human === n) ?? [])[0];
    const speaking =
      rule === 'split' ? all : rule === 'delegate' ? (speaker ? [speaker] : []) : newestFirst.slice(0, 1);
    if (speaking.length > 0) voted.push(home);
    for (const { choices } of speaking) for (const n of choices) byTown[n] = (byTown[n] ?? 0) + PARTS / speaking.length;
  }
  return { voters, persons, waiting, outside, voted: voted.sort(), byTown };
}

const history = fc.record({
  events: fc.array(event, { maxLength: 40 }),
  /** The last town has no vote. */
  towns: fc.array(fc.option(fc.nat(TOWNS), { nil: undefined, freq: 4 }), { minLength: PEOPLE, maxLength: PEOPLE }),
  delegates: fc.array(fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 2, maxLength: 2 }), {
    minLength: TOWNS,
    maxLength: TOWNS,
  }),
  rule: fc.constantFrom<Rule>('latest', 'delegate', 'split'),
});

function worldOf({ events, towns, delegates }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const played = play(events, towns);
  const people = [...Array(PEOPLE).keys()].map((n) => ({
    organisation: played.town.get(n),
    sameAs: played.sameAs.get(n),
  }));
  const organisations = [...Array(TOWNS + 1).keys()].map((n): Partial<Organisation> => {
    const [delegate, substitute] = delegates[n] ?? [];
    if (n === TOWNS) return { membership: 'interested' };
    return {
      delegate: delegate === undefined ? undefined : idOf(delegate),
      substitute: substitute === undefined ? undefined : idOf(substitute),
    };
  });
  return { played, register: registerOf(people, organisations) };
}

describe('random histories of votes, merges and undone merges', () => {
  test('give what a plain recount gives, by each rule', () => {
    fc.assert(
      fc.property(history, (of) => {
        const { played, register } = worldOf(of);
        const plain = recount(played, of.rule, of.delegates);
        const poll = pollOf({ rule: of.rule, tallies: 'organisations' });
        const tally = counted(register, poll, [...played.votes.values()]);
        expect(tally.voters).toBe(plain.voters);
        expect(Object.values(tally.counts)).toEqual(plain.persons.slice(1));
        expect(tally.organisations).toMatchObject({ waiting: plain.waiting, outside: plain.outside });
        expect(tally.organisations?.voted).toEqual(plain.voted.map(organisationOf));
        const parts = Object.values(tally.organisations?.counts ?? {}).map((share) => {
          const [n = 0, d = 1] = share.split('/').map(Number);
          return (n * PARTS) / d;
        });
        expect(parts).toEqual(plain.byTown.slice(1));
      }),
      { numRuns: 400 },
    );
  });

  test('leave nothing behind: merged and unmerged again is as if never merged', () => {
    fc.assert(
      fc.property(history, fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), (of, n, into) => {
        const { played, register } = worldOf(of);
        const merged = new Map(register.members);
        const member = merged.get(idOf(n));
        if (!member || member.sameAs || played.mainOf(into) === n) return; // no circles
        merged.set(idOf(n), { ...member, sameAs: idOf(into) });
        const undone = new Map(merged).set(idOf(n), member);
        const poll = pollOf({ rule: of.rule });
        const votes = [...played.votes.values()];
        expect(counted({ ...register, members: undone }, poll, votes)).toEqual(counted(register, poll, votes));
        expect(counted({ ...register, members: merged }, poll, votes).voters).toBeLessThanOrEqual(
          counted(register, poll, votes).voters,
        );
      }),
    );
  });

  test('a count kept up to date vote by vote is the count of all votes', () => {
    fc.assert(
      fc.property(history, (of) => {
        const { register } = worldOf({ ...of, events: of.events.filter(({ type }) => type !== 'vote') });
        const poll = pollOf({ rule: of.rule });
        const electorate = electorateOf(register, poll, { zone: ZONE, now: NOW });
        const count = openCount(poll, electorate);
        const cast = new Map<string, Counted>();
        const valid = new Map<string, PersonVote>();
        for (const [second, one] of of.events.entries()) {
          if (one.type !== 'vote') continue;
          const vote = { voter: key(one.n), choices: one.choices.map(optionIdOf), castAt: at(second) };
          cast.set(objectIdOf(vote.voter), vote);
          const person = electorate.personOf(vote.voter);
          const own = [...cast.values()].filter(({ voter }) => electorate.personOf(voter) === person);
          const [now] = countable(poll, own, electorate);
          count.change(valid.get(person), now);
          if (now) valid.set(person, now);
          else valid.delete(person);
          expect(count.read()).toEqual(tallyVotes(poll, [...cast.values()], electorate));
        }
      }),
    );
  });
});
