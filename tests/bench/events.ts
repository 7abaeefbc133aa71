/** What a rush of answers to one event asks of the store, and how many a second it takes beside votes. Requests gate; the pace is printed. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { cardText } from '../../bot/features/events/card-text.ts';
import { startHttpApp } from '../fakes/http-app.ts';
import { click, courier, rosterOf, somebody, typed } from '../fakes/people-of-teams.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { counting } from './store-requests.ts';

const PEOPLE = 500;
const AT_ONCE = 50;
const ROOM = 200;
const ONLINE = 100;
const MOST_STORE_REQUESTS = 7;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** In the fixture's network; `people-of-teams` names the same person. */
const coordinator = somebody(1);
const begins = (text: { readonly fi: string }): string => text.fi.split('{')[0] ?? '';
const SEATED = [cardText.hasPlace, cardText.onList].map(begins);

tell(`Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`);
tell(`\n${PEOPLE} people answer one event with ${ROOM} places in the room and ${ONLINE} online, ${AT_ONCE} at once`);
const world = await startHttpApp();
const by = courier(AT_ONCE);
let most = 0;
try {
  const { cloud, url, app } = world;
  const token = cloud.sign();
  const deliver = (what: object) => by.deliver(`${url}/api/messages`, token, what);
  cloud.rosters.set(TEAM, rosterOf(PEOPLE + 2));
  const event = await publish();
  await deliver(typed(cloud, coordinator, 'äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne'));
  const posted = await cloud.called(({ what, body }) => what === 'create' && JSON.stringify(body).includes('"poll"'));
  const poll = /"poll":"([^"]+)"/.exec(JSON.stringify(posted.body))?.[1];
  const requests = counting(app.services.store);

  const answer = (attendance: (n: number) => string) => async (n: number) => {
    const { body } = await deliver(click(cloud, somebody(n), 'events.answer', { event, attendance: attendance(n) }));
    if (!SEATED.some((one) => body.includes(one))) throw new Error(`An answer was not kept: ${body.slice(0, 500)}`);
  };
  const vote = (choice: string) => async (n: number) => {
    const { body } = await deliver(click(cloud, somebody(n), 'polls.vote', { poll, choice }));
    if (!body.includes('Äänesi on')) throw new Error(`A vote was not recorded: ${body.slice(0, 500)}`);
  };
  const round = async (what: string, one: (n: number) => Promise<void>) => {
    const before = requests();
    const begun = performance.now();
    for (let n = 2; n < PEOPLE + 2; n += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => one(n + i)));
    const perSecond = PEOPLE / ((performance.now() - begun) / 1000);
    const each = (requests() - before) / PEOPLE;
    tell(`  ${what.padEnd(16)} ${each.toFixed(2)} store requests each, ${Math.round(perSecond)}/s`);
    return { each, perSecond };
  };
  await vote('o1')(1);
  await answer(() => 'room')(1);
  const votes = await round('first votes', vote('o1'));
  const first = await round(
    'first answers',
    answer((n) => (n % 2 === 0 ? 'room' : 'online')),
  );
  const changed = await round('changed votes', vote('o2'));
  const switched = await round(
    'switches',
    answer((n) => (n % 2 === 0 ? 'online' : 'room')),
  );
  const pace = (first.perSecond + switched.perSecond) / (votes.perSecond + changed.perSecond);
  tell(`  pace of answers beside votes: ${pace.toFixed(2)}`);
  most = (first.each + switched.each) / 2;

  async function publish(): Promise<string> {
    const draft = {
      ...{ type: 'seminar', title: 'Verkoston seminaari', ways: 'both', place: 'Valtuustosali' },
      ...{ startsOn: new Date(Date.now() + 20 * 24 * 3_600_000).toISOString().slice(0, 10), startsAtTime: '09:00' },
      ...{ capacityRoom: String(ROOM), capacityOnline: String(ONLINE), asksNeeds: 'false', form: 'form-1' },
    };
    const { body } = await deliver(click(cloud, coordinator, 'events.create', draft));
    const id = /"event":"([^"]+)"/.exec(body)?.[1];
    if (!id) throw new Error(`No event was made: ${body.slice(0, 500)}`);
    await cloud.called((call) => call.what === 'create' && JSON.stringify(call.body).includes(id));
    return id;
  }
} finally {
  by.close();
  await world.close();
}
const holds = most <= MOST_STORE_REQUESTS;
tell(`${holds ? 'ok  ' : 'FAIL'} on average at most ${MOST_STORE_REQUESTS} store requests an answer`);
process.exit(holds ? 0 : 1);
