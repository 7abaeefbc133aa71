/** Privacy over HTTP against the real app: one's own data, erasure in Teams' tab and on the personal link, the notice, the audit trail. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { toInstant } from '../../bot/core/clock.ts';
import { type Member, mailPerson, memberIdOf, members, networks } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import type * as contract from '../../bot/features/privacy/contract.ts';
import { linkEntries } from '../../bot/http/personal-links.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';

let http: HttpApp;
beforeEach(async () => {
  http = await startHttpApp();
});
afterEach(() => http.close());

const { coordinator, member, external, stranger } = people;
const scope = networkScope(NETWORK);

async function ask<T>(by: Someone, method: string, path: string, json?: unknown, locale = 'fi'): Promise<T> {
  const init = { method, headers: { 'x-locale': locale }, ...(json === undefined ? {} : { json }) };
  const response = await http.ask(`/api/v1/networks/${NETWORK}${path}`, by, init);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const statusOf = async (by: Someone, method: string, path: string, json?: unknown): Promise<number> =>
  (await http.ask(`/api/v1/networks/${NETWORK}${path}`, by, { method, ...(json === undefined ? {} : { json }) }))
    .status;
const idOf = (of: Someone) => memberIdOf(of.person);
const stored = async (id: string): Promise<Member | undefined> =>
  (await http.app.services.store.get(scope, members, id))?.value;
async function addByMail(
  id: string,
  of: Partial<Member>,
): Promise<{ id: string; link: (page: string) => Promise<string> }> {
  const person = mailPerson(id);
  const kept: Member = { person, name: 'Postin Saaja', isGuest: false, joinedAt: toInstant('2026-01-02'), ...of };
  await http.app.services.store.insert(scope, members, memberIdOf(person), kept);
  const link = async (page: string) =>
    new URL(await http.app.services.linkForPerson(NETWORK, memberIdOf(person), page)).pathname;
  return { id: memberIdOf(person), link };
}
const isDone = (): Promise<boolean> =>
  ask<z.infer<typeof contract.listErasures.response>>(coordinator, 'GET', '/privacy/erasures').then(
    ({ erasures }) => erasures.length > 0 && erasures.every(({ state }) => state === 'done'),
  );

test('one sees and downloads what is stored on oneself, with headings in one’s own language, and nothing of anyone else', async () => {
  const fi = await ask<contract.OwnData>(member, 'GET', '/privacy/own');
  expect(JSON.stringify(fi)).toContain(member.name);
  for (const other of [coordinator, external]) expect(JSON.stringify(fi)).not.toContain(other.objectId);
  for (const { id, heading } of fi.sections) expect({ id, heading }).not.toEqual({ id, heading: id });

  const { url } = await ask<{ url: string }>(member, 'POST', '/privacy/own/export', {}, 'sv');
  const file = await http.ask(new URL(url).pathname);
  expect(file.headers.get('content-disposition')).toMatch(/mina-uppgifter-\d{4}-\d\d-\d\d\.json/);
  const sv = JSON.parse(await file.text()) as contract.OwnData;
  expect(sv.sections.map(({ id }) => id)).toEqual(fi.sections.map(({ id }) => id));
  expect(sv.sections[0]?.heading).not.toBe(fi.sections[0]?.heading);
});

describe('erasing oneself', () => {
  test('needs the word, is told that Teams brings the name back, puts one out at once and ends', async () => {
    const before = await ask<z.infer<typeof contract.previewErasure.response>>(member, 'GET', '/privacy/erase');
    expect(before.isInTeam).toBe(true);
    expect(before.notes.join(' ')).toMatch(/Teams-tiimissä.*35 päivän/s);
    const wrong = await http.ask(`/api/v1/networks/${NETWORK}/privacy/erase`, member, {
      method: 'POST',
      json: { confirmation: 'joo' },
    });
    expect([wrong.status, await wrong.json()]).toEqual([
      422,
      expect.objectContaining({ fields: [{ field: 'confirmation', message: expect.stringContaining('poista') }] }),
    ]);

    const asked = await ask<contract.ErasureView>(member, 'POST', '/privacy/erase', { confirmation: 'poista' });
    expect(asked).toMatchObject({ by: 'self', isInTeam: true });
    await eventually(isDone);
    expect(await stored(idOf(member))).toBeUndefined();
    const { entries } = await ask<z.infer<typeof contract.listAudit.response>>(coordinator, 'GET', '/audit');
    expect(entries).toContainEqual(
      expect.objectContaining({ act: 'privacy.erase', by: 'Poistettu henkilö', what: 'Poisti henkilön tiedot' }),
    );
    expect(http.logged.join('\n')).not.toContain(member.objectId);
  });

  test('the only coordinator is told to hand over first', async () => {
    const before = await ask<z.infer<typeof contract.previewErasure.response>>(coordinator, 'GET', '/privacy/erase');
    expect(before.obstacle).toMatch(/ainoa koordinaattori/);
    expect(await statusOf(coordinator, 'POST', '/privacy/erase', { confirmation: 'poista' })).toBe(409);
    const of = await http.app.services.store.get(scope, networks, NETWORK);
    expect(of?.value.coordinators).toEqual([coordinator.person]);
  });
});

describe('a coordinator', () => {
  test('erases a member, who is out at once; nobody else may', async () => {
    const path = `/privacy/erase/${idOf(external)}`;
    const word = { confirmation: 'erase' };
    expect(await statusOf(member, 'POST', path, word)).toBe(403);
    expect(await statusOf(stranger, 'POST', path, word)).toBe(404);
    expect(await statusOf(coordinator, 'POST', `/privacy/erase/${idOf(coordinator)}`, word)).toBe(409);
    expect(await stored(idOf(external))).not.toHaveProperty('leftAt');
    const asked = await ask<contract.ErasureView>(coordinator, 'POST', path, word, 'en');
    expect(asked.notes.join(' ')).toMatch(/still in the Teams team/);
    await eventually(isDone);
    expect(await stored(idOf(external))).toBeUndefined();
    const [line] = (await ask<z.infer<typeof contract.listAudit.response>>(coordinator, 'GET', '/audit')).entries;
    expect(line).toMatchObject({ by: coordinator.name, act: 'privacy.erase' });
    expect(JSON.stringify(line)).not.toContain(external.objectId);
  });

  test('is led to the free text that names someone before erasing them', async () => {
    await ask(coordinator, 'PUT', '/privacy/notice', { controller: 'Akaan kaupunki', contact: `Kysy: ${member.name}` });
    const { mentions } = await ask<z.infer<typeof contract.listMentions.response>>(
      coordinator,
      'GET',
      `/privacy/mentions?member=${idOf(member)}`,
    );
    expect(mentions).toEqual([
      { what: 'Tietosuojaseloste', title: 'Tietosuoja', page: 'manage/privacy', excerpt: `Kysy: ${member.name}` },
    ]);
    expect(await statusOf(member, 'GET', `/privacy/mentions?member=${idOf(member)}`)).toBe(403);
  });

  test('is told of a comment in a poll whose results are hidden only where it is', async () => {
    const commented = async (showResults: string) => {
      const draft = { question: `Aihe ${showResults}?`, options: 'Tilastot\nKyydit', showResults };
      const requestId = crypto.randomUUID();
      const poll = await ask<{ id: string }>(coordinator, 'POST', '/polls', { draft, requestId });
      const vote = { choices: ['o1'], comment: `Kysytään: ${member.name}`, requestId: crypto.randomUUID() };
      await ask(external, 'PUT', `/polls/${poll.id}/vote`, vote);
      return { what: 'Kommentti äänestyksessä', title: draft.question, page: `polls/${poll.id}` };
    };
    const [shown, hidden] = [await commented('always'), await commented('afterClosing')];
    const { mentions } = await ask<z.infer<typeof contract.listMentions.response>>(
      coordinator,
      'GET',
      `/privacy/mentions?member=${idOf(member)}`,
    );
    expect(mentions).toHaveLength(2);
    expect(mentions).toEqual(expect.arrayContaining([{ ...shown, excerpt: `Kysytään: ${member.name}` }, hidden]));
  });

  test('says who is responsible, and everyone reads it in their own language with how long things are kept', async () => {
    const empty = await ask<contract.Notice>(member, 'GET', '/privacy/notice');
    expect([empty.controller, empty.missing]).toEqual(['', expect.stringMatching(/ei ole vielä kertonut/)]);
    expect(await statusOf(member, 'PUT', '/privacy/notice', { controller: 'Minä', contact: '' })).toBe(403);
    await ask(coordinator, 'PUT', '/privacy/notice', {
      controller: 'Akaan kaupunki',
      contact: 'tietosuoja@akaa.invalid',
    });
    for (const [locale, kept] of [
      ['fi', '24 kuukautta'],
      ['sv', '24 månader'],
      ['en', '24 months'],
    ] as const) {
      const read = await ask<contract.Notice>(member, 'GET', '/privacy/notice', undefined, locale);
      expect(read).toMatchObject({ controller: 'Akaan kaupunki', contact: 'tietosuoja@akaa.invalid' });
      expect(read.missing).toBeUndefined();
      expect(read.retention.rows.map((row) => row.kept)).toContain(kept);
    }
  });

  test('reads who did what in words, newest first, page by page, and downloads it', async () => {
    for (let n = 0; n < 120; n++) {
      await ask(coordinator, 'PUT', '/privacy/notice', { controller: `Kunta ${n}`, contact: '' });
    }
    type Answer = z.infer<typeof contract.listAudit.response>;
    const first = await ask<Answer>(coordinator, 'GET', '/audit', undefined, 'sv');
    expect([first.entries.length, first.next]).toEqual([100, '100']);
    expect(first.entries[0]).toMatchObject({ by: coordinator.name, what: 'Ändrade dataskyddsbeskrivningen' });
    const times = first.entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
    const second = await ask<Answer>(coordinator, 'GET', `/audit?month=${first.month}&after=${first.next}`);
    expect([second.entries.length, second.next]).toEqual([20, undefined]);
    expect(await statusOf(member, 'GET', '/audit')).toBe(403);

    const { url } = await ask<{ url: string }>(coordinator, 'POST', '/audit/export', { month: first.month });
    const csv = await (await http.ask(new URL(url).pathname)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(121);
    expect(csv).toContain(`${coordinator.name};Muutti tietosuojaselostetta`);
  });
});

describe('on the personal link', () => {
  const page = async (path: string, fields?: Record<string, string>): Promise<{ status: number; words: string }> => {
    const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
    const response = await http.ask(path, undefined, init);
    return { status: response.status, words: await response.text() };
  };
  const formId = (words: string): string => /name="form" value="([^"]+)"/.exec(words)?.[1] ?? '';

  test('someone without Teams reads the notice, sees and downloads their data, and erases it', async () => {
    const { id, link } = await addByMail('11111111-0000-4000-8000-000000000001', { email: 'posti@akaa.invalid' });
    expect((await page(await link(''))).words).toContain('Tietosuoja');
    expect((await page(await link('privacy'))).words).toMatch(/24 kuukautta.*Poistettu|Kuka näkee mitä/s);
    const data = (await page(await link('privacy/data'))).words;
    expect(data).toContain('posti@akaa.invalid');
    const file = /href="([^"]*\/files\/[^"]+)"/.exec(data)?.[1] ?? '';
    const downloaded = await http.ask(new URL(file).pathname);
    expect([downloaded.status, await downloaded.text()]).toEqual([200, expect.stringContaining('posti@akaa.invalid')]);

    const path = await link('privacy/erase');
    const form = formId((await page(path)).words);
    const wrong = await page(path, { form, confirmation: 'en' });
    expect([wrong.status, wrong.words]).toEqual([422, expect.stringMatching(/id="mistakes".*aria-invalid="true"/s)]);
    expect(await stored(id)).toBeDefined();
    const done = await page(path, { form, confirmation: 'poista' });
    expect([done.status, done.words]).toEqual([200, expect.stringMatching(/Tietojasi poistetaan/)]);
    expect(done.words).not.toMatch(/Teams-tiimissä/);
    expect((await page(path)).status).toBe(404);
    await eventually(isDone);
    expect(await stored(id)).toBeUndefined();
    expect((await http.ask(new URL(file).pathname)).status).toBe(404);
  });

  test('links that were revoked earlier are taken away with the others', async () => {
    const { store } = http.app.services;
    const { id, link } = await addByMail('11111111-0000-4000-8000-000000000004', {});
    const hashOf = (path: string): string => {
      const token = path.split('/')[2] ?? '';
      return `token|${createHash('sha256').update(token).digest('hex')}`;
    };
    const first = hashOf(await link(''));
    await update({ store, scope, kind: members, id }, (now) => now && { ...now, linkRound: 2 });
    const second = hashOf(await link(''));
    const found = () =>
      Promise.all(
        [first, second].map(async (key) => (await store.get(directoryScope(key), linkEntries, key)) !== undefined),
      );
    expect([first === second, await found()]).toEqual([false, [true, true]]);
    await ask(coordinator, 'POST', `/privacy/erase/${id}`, { confirmation: 'poista' });
    await eventually(isDone);
    expect(await found()).toEqual([false, false]);
  });

  test('looking changes nothing', async () => {
    const { id, link } = await addByMail('11111111-0000-4000-8000-000000000002', {});
    const before = await stored(id);
    for (const path of ['privacy', 'privacy/data', 'privacy/erase'])
      expect((await page(await link(path))).status).toBe(200);
    expect(await stored(id)).toEqual(before);
    expect(
      (await ask<z.infer<typeof contract.listErasures.response>>(coordinator, 'GET', '/privacy/erasures')).erasures,
    ).toEqual([]);
  });

  test('who was invited and does not want to be known erases it all too', async () => {
    const { id, link } = await addByMail('11111111-0000-4000-8000-000000000003', { isInvited: true });
    const path = await link('privacy/erase');
    const done = await page(path, { form: formId((await page(path)).words), confirmation: 'poista' });
    expect(done.status).toBe(200);
    await eventually(isDone);
    expect(await stored(id)).toBeUndefined();
  });
});
