/** Letters of the whole app: a feature's letter leaves over a real mail server, is ended with one click, and coordinators see what became of it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Feature } from '../../bot/core/feature.ts';
import { objectIdOf } from '../../bot/core/ids.ts';
import { memberIdOf, members } from '../../bot/core/network.ts';
import type { LetterStatus } from '../../bot/core/ports.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { features } from '../../bot/features.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';
import { HOST } from '../fakes/tab-issuer.ts';

const asking: Feature = {
  ...{ name: 'asking', kinds: [], handlers: [], commands: [], jobs: [], drawings: [], routes: [], downloads: [] },
  letters: [
    {
      name: 'asking.open',
      draw: async (subject, { t }) => ({
        title: t({ fi: 'Kysymys', sv: 'Fråga', en: 'Question' }),
        blocks: [{ type: 'text', text: subject }],
      }),
    },
  ],
};

let sink: SmtpSink;
let http: HttpApp;
beforeEach(async () => {
  sink = await openSmtpSink();
  const mail = { SMTP_URL: sink.url, MAIL_FROM: 'Verkosto <verkosto@bot.example>' };
  http = await startHttpApp({ features: [...features, asking] }, mail);
  await wants(people.member);
});
afterEach(async () => {
  await http.close();
  await sink.close();
});

/** Gives them an address and the wish to get polls by mail. */
async function wants({ person }: Someone): Promise<void> {
  const id = objectIdOf(person);
  const { store, clock } = http.app.services;
  const emailSource = { from: 'self', at: clock.now() } as const;
  const change = { email: 'jaakko@kunta.example', emailSource, mail: { polls: true }, locale: 'sv' } as const;
  await update({ store, scope: networkScope(NETWORK), kind: members, id }, (now) => now && { ...now, ...change });
}

const send = (id: string): Promise<void> =>
  http.app.services.letters.send({
    ...{ id, network: NETWORK, to: memberIdOf(people.member.person), drawing: 'asking.open', subject: 'poll-1' },
    ...{ topic: 'polls', urgency: 'due' },
  });

async function ended(id: string): Promise<LetterStatus> {
  return eventually(async () => {
    const all = await http.app.services.letters.statuses(NETWORK, 'poll-1');
    return all.find((one) => one.id === id && one.state !== 'waiting' && one.state !== 'sending');
  });
}

/** An address of a letter, at the place where the app answers in the test. */
const here = (address: string): string => address.replace(`https://${HOST}`, http.url);

test('a letter leaves in its reader’s language, and its links open without Teams or sign-in', async () => {
  await send('first');
  expect(await ended('first')).toMatchObject({ state: 'sent' });
  const email = sink.letters[0]?.email;
  expect(email).toMatchObject({ subject: 'Fråga', from: { name: `Verkosto ${NETWORK}` } });
  expect(email?.text).toContain('Du gav din e-postadress själv');
  const addresses = [...(email?.text ?? '').matchAll(/^https:\S+/gm)].map(([address]) => here(address));
  expect(addresses).toHaveLength(2);
  for (const address of addresses) expect((await fetch(address)).status).toBe(200);
});

test('one click in the mail program ends all letters; opening the address alone ends nothing', async () => {
  await send('first');
  await ended('first');
  const header = sink.letters[0]?.email.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const address = here(header.slice(1, -1));
  await fetch(address);
  await send('second');
  expect(await ended('second')).toMatchObject({ state: 'sent' });
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(address, { method: 'POST', body })).status).toBe(200);
  await send('third');
  expect(await ended('third')).toMatchObject({ state: 'unwanted' });
  expect(sink.letters).toHaveLength(2);
});

test('coordinators see by name what became of each letter, and nobody else does', async () => {
  sink.mood = { at: 'recipient', says: '550 5.1.1 jaakko@kunta.example unknown' };
  await send('first');
  await ended('first');
  await send('second');
  await ended('second');
  const path = `/api/v1/networks/${NETWORK}/letters?subject=poll-1`;
  const answer = await http.ask(path, people.coordinator);
  expect(await answer.json()).toEqual({
    isConfigured: true,
    letters: [
      expect.objectContaining({ id: 'first', name: people.member.name, state: 'refused', drawing: 'asking.open' }),
      expect.objectContaining({ id: 'second', name: people.member.name, state: 'noAddress' }),
    ],
  });
  expect((await http.ask(path, people.member)).status).toBe(403);
  expect((await http.ask(path, people.stranger)).status).toBe(404);
  expect((await http.ask(path)).status).toBe(401);
  const other = await http.ask(`/api/v1/networks/${OTHER_NETWORK}/letters?subject=poll-1`, people.stranger);
  expect(await other.json()).toEqual({ isConfigured: true, letters: [] });
  expect(http.logged.join('\n')).not.toMatch(/kunta\.example|Jaakko/);
});

test('the server is ready while the mail server is away, and the letter waits for it', async () => {
  await sink.close();
  await send('first');
  const waits = await eventually(async () => {
    const [one] = await http.app.services.letters.statuses(NETWORK, 'poll-1');
    return one?.reason === undefined ? undefined : one;
  });
  expect(waits).toMatchObject({ state: 'waiting' });
  expect((await fetch(`${http.url}/readyz`)).status).toBe(200);
});

test('what letters hold on a person is among their own data', async () => {
  await send('first');
  await ended('first');
  const { personal } = http.app.services;
  const work = await http.app.gate.work(NETWORK);
  if (!work) throw new Error('no network');
  const told = await Promise.all(personal.map((one) => one.collect([memberIdOf(people.member.person)], work)));
  expect(told).toContainEqual(expect.objectContaining({ letters: [expect.objectContaining({ id: 'first' })] }));
});
