/** A post that is cut off midway: nobody knows whether Teams has it, so the coordinator decides. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { somebody } from '../fakes/people-of-teams.ts';
import { type ServerWorld, startServerWorld } from '../fakes/server-world.ts';
import { type Call, TEAM } from '../fakes/teams-cloud.ts';

const TIME = 120_000;
const QUESTION = 'Jäikö tämä puolitiehen?';
const coordinator = somebody(0);

let world: ServerWorld;
beforeEach(async () => {
  world = await startServerWorld('embedded', 4);
}, TIME);
afterEach(() => world.close());

const creates = (): Call[] =>
  world.cloud.calls.filter(({ what, body }) => what === 'create' && JSON.stringify(body).includes(QUESTION));
const inChannel = () =>
  world.cloud.messages(TEAM).filter(({ activity }) => JSON.stringify(activity).includes(QUESTION));

/** Publishes while the connector fails; resolves to the poll's id. */
async function publish(): Promise<string> {
  const draft = { question: QUESTION, options: 'Yksi\nKaksi', form: 'cut-off' };
  const answer = await world.click(coordinator, 'polls.create', draft);
  return /"poll":"([^"]+)"/.exec(answer.body)?.[1] ?? '';
}

interface Trouble {
  readonly id: string;
  readonly state: string;
  readonly reason?: string;
  readonly subject: string;
}

async function troubled(): Promise<readonly Trouble[]> {
  const response = await world.api(coordinator, 'GET', '/posts/troubled');
  return ((await response.json()) as { posts: Trouble[] }).posts;
}

/** As the coordinator's desk shows it. Settings are a moment old in the tab: right after the setup nobody has a desk. */
async function stateOf(poll: string): Promise<string | undefined> {
  return (await world.view(coordinator, { poll, message: '', options: [] })).desk?.post.state;
}

/** Another poll that arrives proves that the queue has looked at everything before it. */
async function fence(n: number): Promise<void> {
  const other = await world.publish({ question: `Toinen kysymys ${n}?`, options: 'Kyllä\nEi' });
  await eventually(async () => (await stateOf(other.poll)) === 'sent'); // written down too: what comes next may be a kill
}

async function staysUnknownAndIsPostedAgainOnce(poll: string, already: number): Promise<void> {
  const one = (await troubled()).find(({ subject }) => subject === poll);
  expect(one).toMatchObject({ state: 'unknown' });
  await eventually(async () => (await stateOf(poll)) === 'unknown');
  await fence(1);
  await world.stop();
  await world.start();
  await fence(2);
  await world.kill();
  await world.start();
  await fence(3);
  expect(creates()).toHaveLength(1);
  expect(inChannel()).toHaveLength(already);

  const answer = await world.api(coordinator, 'POST', `/posts/${one?.id}/again`, {});
  expect(answer.status).toBeLessThan(300);
  await eventually(() => inChannel().length === already + 1);
  await fence(4);
  expect(creates()).toHaveLength(2);
  expect(await troubled()).toEqual([]);
  await world.network.vote({ poll, message: '', options: ['o1', 'o2'] }, somebody(1), 0);
  const isDrawn = (): boolean => inChannel().some(({ activity }) => JSON.stringify(activity).includes('1 ääni'));
  await eventually(isDrawn); // the new message is the one that is kept in step
}

test.each([
  ['cut off after Teams took it', { reset: true, done: true }, 1],
  ['cut off before Teams took it', { reset: true }, 0],
  ['answered with 503', { status: 503 }, 0],
])(
  'a post that is %s is shown as unknown, is not sent again over restarts, and once more by “Post again”',
  async (_, fault, already) => {
    world.cloud.fault((call) => (JSON.stringify(call.body ?? {}).includes(QUESTION) ? fault : undefined));
    const poll = await publish();
    await eventually(async () => (await troubled()).length === 1);
    world.cloud.fault();
    await staysUnknownAndIsPostedAgainOnce(poll, already);
  },
  TIME,
);

test(
  'a post whose process is killed while Teams takes it is shown as unknown, is not sent again over restarts, and once more by “Post again”',
  async () => {
    world.cloud.fault((call) =>
      JSON.stringify(call.body ?? {}).includes(QUESTION) ? { hang: true, done: true } : undefined,
    );
    const poll = await publish();
    await world.cloud.called(({ what, body }) => what === 'create' && JSON.stringify(body).includes(QUESTION));
    await world.kill();
    world.cloud.fault();
    await world.start();
    await eventually(async () => (await troubled()).length === 1);
    await staysUnknownAndIsPostedAgainOnce(poll, 1);
  },
  TIME,
);

test(
  'an announcement that is cut off leaves the result on the card, and is sent once more by “Post again”',
  async () => {
    const poll = await world.publish({ question: QUESTION, options: 'Yksi\nKaksi' });
    await world.network.vote(poll, somebody(1), 1);
    const thread = `${TEAM};messageid=${poll.message}`;
    world.cloud.fault(({ what, conversation }) =>
      what === 'create' && conversation === thread ? { reset: true } : undefined,
    );
    await world.click(coordinator, 'polls.close', { poll: poll.poll });
    await eventually(async () => (await troubled()).length === 1, 40_000);
    world.cloud.fault();
    const [one] = await troubled();
    expect(one).toMatchObject({ state: 'unknown' });
    await eventually(() => JSON.stringify(inChannel()).includes('Tulos: Kaksi'));
    expect(world.cloud.messages(thread)).toEqual([]);
    await world.stop();
    await world.start();
    await fence(1);
    expect(world.cloud.messages(thread)).toEqual([]);

    await world.api(coordinator, 'POST', `/posts/${one?.id}/again`, {});
    await eventually(() => world.cloud.messages(thread).length === 1);
    await fence(2);
    expect(world.cloud.messages(thread)).toHaveLength(1);
    expect(await troubled()).toEqual([]);
  },
  TIME,
);
