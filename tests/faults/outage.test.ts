/** The store is away, slow or full while people vote: a vote that was not kept gets no receipt, and all is well afterwards. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { activityId, objectIdOf } from '../../bot/core/ids.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { votes } from '../../bot/features/polls/poll.ts';
import { text } from '../../bot/teams/text.ts';
import { eventually } from '../fakes/eventually.ts';
import { type Answer, somebody } from '../fakes/people-of-teams.ts';
import type { RunningPoll } from '../fakes/running-network.ts';
import { type ServerWorld, saidBy, startServerWorld } from '../fakes/server-world.ts';

const VOTERS = 20;
const TIME = 120_000;

let world: ServerWorld;
afterEach(() => world.close());

const ask = () => world.publish({ question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' });

/** Who voted for which option, as it is stored. */
async function storedVotes(poll: RunningPoll): Promise<Map<string, string | undefined>> {
  const { store, network } = await world.openStore();
  const scope = activityScope(networkScope(network), activityId.parse(poll.poll));
  const { items } = await store.list(scope, votes, { page: 1000 });
  await store.close();
  return new Map(items.map(({ value }) => [objectIdOf(value.voter), value.choices[0]]));
}

const isHonest = ({ body }: Answer): boolean =>
  [text.failed, text.slow].some(({ fi }) => body.includes(fi.split('{')[0] ?? fi));

/** The first half voted before the fault; then everybody tries to vote for another option. */
async function voteDuringFault(poll: RunningPoll): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: VOTERS }, (_, n) => world.network.vote(poll, somebody(n + 1), 1)),
  );
  expect(answers.map(saidBy)).toEqual(Array(VOTERS).fill('other'));
  expect(answers.filter((one) => !isHonest(one))).toEqual([]);
}

async function votesBefore(poll: RunningPoll): Promise<void> {
  for (let n = 0; n < VOTERS / 2; n++) {
    expect(saidBy(await world.network.vote(poll, somebody(n + 1), 0))).toBe('receipt');
  }
}

/** Nothing of the fault is left: those who voted before have that vote, the others none, and a new one is taken. */
async function isWellAfterwards(poll: RunningPoll): Promise<void> {
  await eventually(async () => saidBy(await world.network.vote(poll, somebody(VOTERS + 1), 2)) === 'receipt');
  const { voters, options } = await world.view(somebody(0), poll);
  expect([voters, ...options.map((one) => one.votes)]).toEqual([VOTERS / 2 + 1, VOTERS / 2, 0, 1]);
  for (let n = 0; n < VOTERS; n++) {
    expect(saidBy(await world.network.vote(poll, somebody(n + 1), 1))).toBe('receipt');
  }
  expect(await world.stop()).toBe(0);
  const stored = await storedVotes(poll);
  expect(stored.size).toBe(VOTERS + 1);
  expect([...stored].filter(([, choice]) => choice === 'o2')).toHaveLength(VOTERS);
}

const isWrite = ({ method, headers, url = '' }: IncomingMessage): boolean =>
  /\/docs(\/|$)/.test(url) && method !== 'GET' && headers['content-type'] !== 'application/query+json';

test.each([
  ['answers 503 to every write', (request: IncomingMessage) => (isWrite(request) ? 503 : undefined)],
  ['cuts every connection', () => 0],
])(
  'while Cosmos DB %s a vote is answered with an honest refusal, and afterwards votes are kept',
  async (_, statusOf) => {
    world = await startServerWorld('cosmos', VOTERS + 2);
    const poll = await ask();
    await votesBefore(poll);
    world.cosmos?.intercept((request, response) => {
      const status = statusOf(request);
      if (status === undefined) return false;
      if (status === 0) request.socket.destroy();
      else {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end('{"code":"ServiceUnavailable"}');
      }
      return true;
    });
    await voteDuringFault(poll);
    world.cosmos?.intercept(undefined);
    await isWellAfterwards(poll);
  },
  TIME,
);

test(
  'while the disk is full a vote is answered with an honest refusal, the poll can still be read, and afterwards votes are kept',
  async () => {
    // The operating system's own limit stands for the full disk: with the signal taken, writing past it fails as on a full one.
    const takeSignal = "--import=data:text/javascript,process.on('SIGXFSZ',()=>{})";
    world = await startServerWorld('embedded', VOTERS + 2, { NODE_OPTIONS: takeSignal });
    const poll = await ask();
    await votesBefore(poll);
    const store = join(world.folder, 'store');
    const sizes = readdirSync(store).map((name) => statSync(join(store, name)).size);
    const limitFiles = (bytes: number | 'unlimited') =>
      execFileSync('prlimit', ['--pid', String(world.pid()), `--fsize=${bytes}:`]);
    limitFiles(Math.max(...sizes));
    await voteDuringFault(poll);
    const { options } = await world.view(somebody(0), poll);
    expect(options.map((one) => one.votes)).toEqual([VOTERS / 2, 0, 0]);
    limitFiles('unlimited');
    await isWellAfterwards(poll);
  },
  TIME,
);
