/** Clocks that are set, and the days when daylight saving time changes: a poll closes at its wall time, once, and says so once. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { HOUR, MINUTE, SECOND, toInstant } from '../../bot/core/clock.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { TEAM } from '../fakes/teams-cloud.ts';

const { coordinator, member, external } = people;
type Someone = typeof coordinator | typeof member | typeof external;

let world: HttpApp;
/** The wall clock stands still but for what a test sets; the steady clock and the timers are the machine's. */
let now = 0;
let requests = 0;

const setClock = (time: string): void => {
  now = Date.parse(time);
};
beforeEach(async () => {
  setClock('2026-10-20T10:00:00.000Z');
  world = await startHttpApp({ clock: { now: () => toInstant(now) } });
});
afterEach(() => world.close());

async function api<T>(by: Someone, method: string, path: string, json?: unknown): Promise<{ status: number; body: T }> {
  const init = { method, ...(json === undefined ? {} : { json }) };
  const response = await world.ask(`/api/v1/networks/${NETWORK}${path}`, by, init);
  return { status: response.status, body: (await response.json()) as T };
}

const uuid = (): string => `00000000-0000-4000-8000-${String(++requests).padStart(12, '0')}`;

/** A poll whose deadline is a wall time in Helsinki; resolves when its card stands in the channel. */
async function ask(closesOn: string, closesAtTime: string): Promise<PollView> {
  const draft = { question: 'Milloin?', options: 'Yksi\nKaksi', closesOn, closesAtTime };
  const { body } = await api<PollView>(coordinator, 'POST', '/polls', { draft, requestId: uuid() });
  await eventually(() => cardOf(body) !== undefined);
  return body;
}

const vote = async (by: Someone, poll: PollView, option: string): Promise<number> =>
  (await api(by, 'PUT', `/polls/${poll.id}/vote`, { choices: [option], requestId: uuid() })).status;
const seen = async (poll: PollView): Promise<PollView> =>
  (await api<PollView>(coordinator, 'GET', `/polls/${poll.id}`)).body;
const cardOf = ({ id }: PollView) =>
  world.cloud.messages(TEAM).find(({ activity }) => JSON.stringify(activity).includes(id));
const announcements = (poll: PollView): number => world.cloud.messages(`${TEAM};messageid=${cardOf(poll)?.id}`).length;
const countsOf = async (poll: PollView) => (await seen(poll)).options.map(({ votes }) => votes);

/** All that is due has been done. */
async function settle(): Promise<void> {
  while ((await world.app.jobs.runDue()) > 0);
}

const isCounted = async (poll: PollView): Promise<boolean> => {
  await settle();
  return (await seen(poll)).phase === 'closed';
};

/** At the deadline votes end; after the grace the poll is counted and announced, once, however often anyone looks. */
async function closesAt(poll: PollView, deadline: string): Promise<void> {
  const at = Date.parse(deadline);
  setClock(toInstant(at - 1));
  expect(await vote(member, poll, 'o1')).toBe(200);
  setClock(deadline);
  expect(await vote(external, poll, 'o2')).not.toBe(200);
  expect(await isCounted(poll)).toBe(false);
  setClock(toInstant(at + 6 * SECOND));
  await eventually(() => isCounted(poll));
  await eventually(() => announcements(poll) === 1);
  for (const later of [MINUTE, HOUR, 2 * HOUR]) {
    setClock(toInstant(at + later));
    await settle();
  }
  expect(announcements(poll)).toBe(1);
  expect(await countsOf(poll)).toEqual([1, 0]);
}

test.each([
  ['the Monday after clocks go back', '2026-10-23T09:00:00.000Z', '2026-10-26', '16:00', '2026-10-26T14:00:00.000Z'],
  ['the hour that comes twice', '2026-10-23T09:00:00.000Z', '2026-10-25', '03:30', '2026-10-25T00:30:00.000Z'],
  ['the Monday after clocks go forward', '2027-03-26T09:00:00.000Z', '2027-03-29', '16:00', '2027-03-29T13:00:00.000Z'],
  ['the hour that is skipped', '2027-03-26T09:00:00.000Z', '2027-03-28', '03:30', '2027-03-28T01:30:00.000Z'],
])('a poll until %s closes at its wall time and is announced once', async (_, asked, date, time, deadline) => {
  setClock(asked);
  const poll = await ask(date, time);
  expect(poll.closesAt).toBe(deadline);
  await closesAt(poll, deadline);
});

test('a clock that jumps ahead over the deadline closes the poll once, and jumping back neither opens it nor announces again', async () => {
  const poll = await ask('2026-10-20', '16:00'); // 13.00 UTC
  setClock('2026-10-20T12:30:00.000Z');
  expect(await vote(member, poll, 'o1')).toBe(200);
  setClock('2026-10-20T13:30:00.000Z');
  expect(await vote(external, poll, 'o2')).not.toBe(200);
  await eventually(() => isCounted(poll));
  await eventually(() => announcements(poll) === 1);
  setClock('2026-10-20T12:30:00.000Z');
  await settle();
  expect(await vote(external, poll, 'o2')).not.toBe(200);
  setClock('2026-10-20T13:30:00.000Z');
  await settle();
  expect((await seen(poll)).phase).toBe('closed');
  expect(await countsOf(poll)).toEqual([1, 0]);
  expect(announcements(poll)).toBe(1);
});

test('a clock that is set back an hour closes nothing early, takes votes and changed votes, and closes the poll once at its wall time', async () => {
  const poll = await ask('2026-10-20', '16:00');
  setClock('2026-10-20T12:50:00.000Z');
  expect(await vote(member, poll, 'o2')).toBe(200);
  setClock('2026-10-20T11:50:00.000Z');
  await settle();
  expect((await seen(poll)).phase).toBe('open');
  expect(await vote(member, poll, 'o1')).toBe(200);
  setClock('2026-10-20T11:50:02.000Z');
  expect(await countsOf(poll)).toEqual([1, 0]);
  await closesAt(poll, '2026-10-20T13:00:00.000Z');
});

test('a clock that is set back between the deadline and the counting opens the poll again until the deadline, which is counted once', async () => {
  const poll = await ask('2026-10-20', '16:00');
  setClock('2026-10-20T13:00:02.000Z');
  expect(await vote(member, poll, 'o1')).not.toBe(200);
  expect((await seen(poll)).phase).toBe('counting');
  setClock('2026-10-20T12:00:02.000Z');
  await settle();
  await closesAt(poll, '2026-10-20T13:00:00.000Z');
});
