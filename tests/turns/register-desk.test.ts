/** Membership, reach, imports and exports over HTTP: what coordinators do with them, and that nothing of it reaches a member. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { members, organisationId } from '../../bot/core/network.ts';
import { organisations, registerRulesKind } from '../../bot/core/organisation.ts';
import { forgetRegister } from '../../bot/core/register.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { ImportView } from '../../bot/features/imports/contract.ts';
import { contactNotes } from '../../bot/features/membership/membership.ts';
import { features } from '../../bot/features.ts';
import { toXlsx } from '../../bot/sheets/write.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { org, rules } from '../fakes/register-of.ts';

/** Planted where members must never see it. */
const FEE_CLASS = 'Maksuluokka-Salaisuus-77';
const NOTE = 'Muistiinpano-Salaisuus-88';
const STEP = 'Askel-Salaisuus-99';
const scope = networkScope(NETWORK);
const API = `/api/v1/networks/${NETWORK}`;

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp();
  const { store, clock } = http.app.services;
  const akaa = organisationId.parse('fi-020');
  await store.upsert(scope, registerRulesKind, NETWORK, {
    ...rules,
    feeClasses: [{ id: 'salainen', name: FEE_CLASS }],
  });
  await store.upsert(scope, organisations, akaa, {
    ...org('fi-020', { names: { fi: 'Akaa' }, code: '020' }),
    fees: [{ year: 2026, feeClass: 'salainen', invoicedOn: '2026-01-15', paidOn: '2026-02-17' }],
  });
  const at = clock.now();
  const note = { id: `${at}|a`, organisation: akaa, at, by: people.coordinator.person, text: NOTE, nextStep: STEP };
  await store.insert(scope, contactNotes, `${akaa}|${note.id}`, note);
  const known = await store.get(scope, members, people.member.objectId);
  if (known) await store.upsert(scope, members, people.member.objectId, { ...known.value, organisation: akaa });
  const work = await http.app.gate.work(NETWORK);
  if (work) forgetRegister(work);
});
afterAll(() => http.close());

const ask = async <T>(method: string, path: string, json?: unknown, by = people.coordinator): Promise<T> => {
  const response = await http.ask(`${API}${path}`, by, { method, ...(json === undefined ? {} : { json }) });
  const body = (await response.json()) as T;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(body)}`);
  return body;
};
const upload = (fileName: string, bytes: Uint8Array): Promise<ImportView> =>
  ask('POST', '/imports', { fileName, base64: Buffer.from(bytes).toString('base64') });

test('no answer that a member may have holds a fee, a class or a note', async () => {
  const seen = await ask<object>('GET', '/membership?year=2026');
  const notes = await ask<object>('GET', '/membership/fi-020/notes');
  for (const planted of [FEE_CLASS, '2026-02-17', STEP]) expect(JSON.stringify(seen)).toContain(planted);
  expect(JSON.stringify(notes)).toContain(NOTE);
  const parameters: Record<string, string> = {
    organisation: 'fi-020',
    member: people.member.objectId,
    year: '2026',
    import: 'x',
    row: '2',
  };
  const asked: string[] = [];
  for (const { endpoint } of features.flatMap(({ routes }) => routes)) {
    if (endpoint.method !== 'GET') continue;
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? 'unknown');
    const response = await http.ask(`${API}${path}`, people.member);
    const body = await response.text();
    asked.push(`${response.status} ${endpoint.path}`);
    for (const planted of [FEE_CLASS, 'salainen', NOTE, STEP, '2026-01-15', '2026-02-17'])
      expect(`${path}: ${body.includes(planted)}`).toBe(`${path}: false`);
  }
  expect(asked).toEqual(
    expect.arrayContaining(['200 /organisations', '200 /members', '403 /membership', '403 /reach']),
  );
});

test.each([
  ['GET', '/membership'],
  ['GET', '/membership/fi-020/notes'],
  ['GET', '/reach'],
  ['GET', '/imports'],
  ['POST', '/imports'],
  ['POST', '/members/file'],
])('%s %s is for coordinators', async (method, path) => {
  for (const [who, status] of [
    [people.member, 403],
    [people.external, 403],
    [people.stranger, 404],
  ] as const) {
    const response = await http.ask(`${API}${path}`, who, { method, ...(method === 'POST' ? { json: {} } : {}) });
    expect(response.status).toBe(status);
  }
});

test('a list of hundreds is uploaded, looked at, applied by its job and told of', async () => {
  const rows = Array.from({ length: 400 }, (_, n) => [
    `Henkilö${n} Sukunimi${n}`,
    `henkilo${n}@pori.example`,
    n % 2 === 0 ? 'Pori' : 'Björneborg',
  ]);
  const padding = 'x'.repeat(900);
  const view = await upload(
    'lista.xlsx',
    await toXlsx([
      {
        name: 'L',
        rows: [['Nimi', 'Sähköposti', 'Kunta', 'Muuta'], ...rows.map((row, n) => [...row, `${padding}${n}`])],
      },
    ]),
  );
  expect(view).toMatchObject({ rows: 400, counts: { new: 400 }, canApply: true, newOrganisations: ['Pori'] });
  const before = (await ask<{ total: number }>('GET', '/members')).total;
  await ask('POST', `/imports/${view.id}/apply`, { listName: 'Syksyn lista', collectedOn: '2025-01-01' });
  await eventually(async () => (await ask<ImportView>('GET', `/imports/${view.id}`)).state === 'done');
  const done = await ask<ImportView>('GET', `/imports/${view.id}`);
  expect(done.result).toEqual({ added: 400, changed: 0, same: 0, skipped: 0, meanwhile: 0, organisations: 1 });
  expect((await ask<{ total: number }>('GET', '/members')).total).toBe(before + 400);
  const page = await ask<{ rows: object[]; total: number; next?: number }>(
    'GET',
    `/imports/${view.id}/rows?result=added`,
  );
  expect([page.rows.length, page.total, page.next]).toEqual([100, 400, 101]);
});

test('an upload over 256 KB is taken, one over five megabytes is refused in words', async () => {
  const lines = Array.from({ length: 4000 }, (_, n) => `Nimi${n} Suku${n};n${n}@rauma.example;${'y'.repeat(120)}`);
  const view = await upload(
    'iso.csv',
    new TextEncoder().encode(`Nimi;Sähköposti;Lisätietoja\r\n${lines.join('\r\n')}`),
  );
  expect(view.rows).toBe(4000);
  await expect(upload('liian-iso.csv', new Uint8Array(5 * 1024 * 1024 + 1).fill(97))).rejects.toThrow('409');
});

test('files are fetched by their signed address, and only while one coordinates', async () => {
  const { url, people: count } = await ask<{ url: string; people: number }>('POST', '/members/file', {
    filter: { organisation: 'fi-020' },
    content: 'members',
    format: 'csv',
  });
  expect(count).toBe(1);
  const path = new URL(url).pathname;
  const file = await http.ask(path);
  expect(file.headers.get('content-disposition')).toContain('jasenet-');
  expect(await file.text()).toContain(people.member.name);
  const xlsx = await ask<{ url: string }>('POST', '/reach/file', { filter: { text: 'akaa' }, format: 'xlsx' });
  const bytes = new Uint8Array(await (await http.ask(new URL(xlsx.url).pathname)).arrayBuffer());
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
  const { network } = (await http.app.gate.work(NETWORK)) ?? {};
  const link = { network: NETWORK, person: people.member.person, locale: 'fi' } as const;
  expect(network?.coordinators).not.toContain(people.member.person);
  for (const download of ['members.csv', 'membership.csv', 'reach.csv']) {
    const address = await http.app.services.linkToFile({ ...link, download, subject: '{}' });
    expect((await http.ask(new URL(address).pathname)).status).toBe(403);
  }
});

test('logs hold nothing of lists, notes or fees', () => {
  const all = http.logged.join('\n');
  for (const planted of [FEE_CLASS, NOTE, STEP, 'pori.example', 'Sukunimi', 'Syksyn lista', 'lista.xlsx'])
    expect(all).not.toContain(planted);
});
