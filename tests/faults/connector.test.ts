/** Teams throttles, fails, cuts connections or says nothing: cards are late, votes never. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { somebody } from '../fakes/people-of-teams.ts';
import type { RunningPoll } from '../fakes/running-network.ts';
import { type ServerWorld, saidBy, startServerWorld } from '../fakes/server-world.ts';
import { type Call, type Fault, TEAM } from '../fakes/teams-cloud.ts';

/** Everyone votes in each round, the options by these numbers in turn; no two rounds show the same figures. */
const ROUNDS = [
  [24, 21, 15],
  [31, 16, 13],
] as const;
const VOTERS = 60;
const TIME = 180_000;

let world: ServerWorld;
beforeAll(async () => {
  world = await startServerWorld('embedded', VOTERS + 1);
}, TIME);
afterAll(() => world.close());

const isChange = ({ what }: Call): boolean => what === 'create' || what === 'update';
const updatesOf = ({ message }: RunningPoll): number =>
  world.cloud.calls.filter(({ what, id }) => what === 'update' && id === message).length;
const shownOf = ({ message }: RunningPoll) => world.cloud.messages(TEAM).find(({ id }) => id === message);
const shows = (poll: RunningPoll, counts: readonly number[]): boolean => {
  const card = JSON.stringify(shownOf(poll)?.activity);
  return counts.every((n) => card.includes(`${n} ääntä`));
};

/** Everyone votes; the times at which they were answered, in epoch milliseconds. Throws when someone gets no receipt. */
async function everyoneVotes(poll: RunningPoll, counts: readonly number[]): Promise<void> {
  const options = counts.flatMap((n, option) => Array<number>(n).fill(option));
  const answers = await Promise.all(options.map((option, n) => world.network.vote(poll, somebody(n + 1), option)));
  expect(answers.map(saidBy)).toEqual(Array(VOTERS).fill('receipt'));
}

const ask = (question: string): Promise<RunningPoll> =>
  world.publish({ question, options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' });

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['throttles with Retry-After', { status: 429, code: 'TooManyRequests', retryAfter: '2' }],
  ['answers 503', { status: 503, code: 'ServiceUnavailable' }],
  ['cuts the connection', { reset: true }],
  ['says nothing', { hang: true }],
];

test.each(FAULTS)(
  'while Teams %s at each redrawing of a card, all votes are answered at once, and are on the card afterwards',
  async (name, fault) => {
    const poll = await ask(`Mitä kun Teams ${name}?`);
    const drawn = shownOf(poll)?.updates;
    world.cloud.fault(({ what }) => (what === 'update' ? fault : undefined));
    const [first, second] = ROUNDS;
    await world.network.vote(poll, somebody(1), 0);
    await world.cloud.called(({ what, id }) => what === 'update' && id === poll.message);

    const before = updatesOf(poll);
    await everyoneVotes(poll, first);
    // Sixty votes within the time of a request or two: none of them waited for one.
    expect(updatesOf(poll) - before).toBeLessThanOrEqual(2);
    if (fault.hang) expect(updatesOf(poll)).toBe(before);
    await eventually(() => updatesOf(poll) > before, 60_000);
    await everyoneVotes(poll, second);
    expect(shownOf(poll)?.updates).toBe(drawn); // Teams was out all the while

    world.cloud.fault();
    await eventually(() => shows(poll, second), 90_000);
    const { voters, options } = await world.view(somebody(0), poll);
    expect([voters, ...options.map((one) => one.votes)]).toEqual([VOTERS, ...second]);
  },
  TIME,
);

test(
  'a poll that is published while Teams throttles comes into the channel once, when Teams lets it',
  async () => {
    const question = 'Mikä sopii kuristettuun kanavaan?';
    const asks = ({ body }: { body?: unknown }): boolean => JSON.stringify(body ?? {}).includes(question);
    world.cloud.fault(({ what }) => (what === 'create' ? { status: 429, retryAfter: '1' } : undefined));
    const draft = { question, options: 'Yksi\nKaksi', form: 'throttled' };
    const answer = await world.click(somebody(0), 'polls.create', draft);
    const poll = /"poll":"([^"]+)"/.exec(answer.body)?.[1] ?? '';
    const tries = (): number => world.cloud.calls.filter((call) => call.what === 'create' && asks(call)).length;
    await eventually(() => tries() >= 2, 60_000);
    const vote = await world.network.vote({ poll, message: '', options: ['o1', 'o2'] }, somebody(1), 1);
    expect(saidBy(vote)).toBe('receipt');

    world.cloud.fault();
    const posted = () => world.cloud.messages(TEAM).filter(({ activity }) => asks({ body: activity }));
    await eventually(() => JSON.stringify(posted()).includes('1 ääni'), 60_000);
    expect(posted()).toHaveLength(1);
  },
  TIME,
);

test('all of that kept to the limits of Teams for one conversation', () => {
  const calls = world.cloud.calls.filter((call) => isChange(call) && call.conversation.startsWith(TEAM));
  expect(calls.length).toBeGreaterThan(20);
  // learn.microsoft.com, “Optimize your bot with rate limiting in Teams”: per bot per thread
  for (const [most, span] of [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
  ] as const) {
    const busiest = calls.map(({ at: from }) => calls.filter(({ at }) => at >= from && at < from + span).length);
    expect(Math.max(...busiest)).toBeLessThanOrEqual(most);
  }
});
