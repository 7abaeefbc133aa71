/** A network of 159 municipalities and 5 000 members: how long pages, filters, an import and reach take. Figures are printed, never asserted. */
import { cpus } from 'node:os';
import { toInstant } from '../../bot/core/clock.ts';
import type { Feature, Participation } from '../../bot/core/feature.ts';
import { activityId } from '../../bot/core/ids.ts';
import { type Member, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { organisations } from '../../bot/core/organisation.ts';
import { forgetRegister } from '../../bot/core/register.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { ImportView } from '../../bot/features/imports/contract.ts';
import { newMunicipality } from '../../bot/features/members/organisations.ts';
import { features } from '../../bot/features.ts';
import { toXlsx } from '../../bot/sheets/write.ts';
import { eventually } from '../fakes/eventually.ts';
import { NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { places, rules } from '../fakes/register-of.ts';

const RUNS = 5;
const MUNICIPALITIES = 159;
const MEMBERS = 5000;
const ACTIVITIES = 40;
/** Who take part in each. */
const CROWD = 300;
const FIRST = [
  'Aino',
  'Bengt',
  'Cecilia',
  'Daniel',
  'Eero',
  'Fanny',
  'Göran',
  'Hanna',
  'Ilkka',
  'Johanna',
  'Kalle',
  'Lea',
];
const LAST = [
  'Virta',
  'Mäki',
  'Berg',
  'Niemi',
  'Sund',
  'Korpi',
  'Holm',
  'Salo',
  'Lund',
  'Järvi',
  'Ek',
  'Ranta',
  'Kallio',
];

/** First names of those who are new, unlike each other. */
const NEW = ['Ulla', 'Veikko', 'Ylva', 'Zacharias', 'Östen'];

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

/** Names as common as real ones are: a few hundred share each. */
const nameOf = (n: number): string =>
  `${FIRST[n % FIRST.length]} ${FIRST[(n * 5 + 3) % FIRST.length]} ${LAST[n % LAST.length]}-${LAST[(n * 7) % LAST.length]}${Math.floor(n / 60)}`;
const towns = places.municipalities.slice(0, MUNICIPALITIES);
const townOf = (n: number) => towns[n % towns.length];

const scope = networkScope(NETWORK);
const now = Date.now();
const roll: Member[] = Array.from({ length: MEMBERS }, (_, n) => ({
  ...{ person: mailPerson(`member-${n}`), name: nameOf(n), isGuest: false, email: `henkilo${n}@kunta.example` },
  organisation: `fi-${townOf(n)?.code}` as NonNullable<Member['organisation']>,
  title: 'Suunnittelija',
}));
const participation: Participation[] = Array.from({ length: ACTIVITIES * CROWD }, (_, n) => {
  const activity = n % ACTIVITIES;
  const who = roll[(n * 31) % MEMBERS];
  return {
    member: memberIdOf(who?.person ?? people.member.person),
    type: activity % 2 === 0 ? 'poll' : 'event',
    activity: activityId.parse(`activity-${activity}`),
    title: `Aihe ${activity}`,
    at: toInstant(now - activity * 7 * 86_400_000 + n),
  };
});
const past: Feature = {
  ...{ name: 'past', kinds: [], handlers: [], commands: [], jobs: [], drawings: [], routes: [], downloads: [] },
  participation: async (since) => participation.filter(({ at }) => at >= since),
};

tell(`Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`);
tell(
  `${MUNICIPALITIES} municipalities, ${MEMBERS} members, ${ACTIVITIES} activities with ${CROWD} people each; medians of ${RUNS} over HTTP\n`,
);
const http = await startHttpApp({ features: [...features, past] });
try {
  const { store } = http.app.services;
  for (const { code } of towns) {
    const of = newMunicipality(places, rules, code, toInstant(now));
    await store.upsert(scope, organisations, of.id, { ...of, membership: 'member' });
  }
  await Promise.all(roll.map((one) => store.upsert(scope, members, memberIdOf(one.person), one)));
  const work = await http.app.gate.work(NETWORK);
  if (!work) throw new Error('There is no network.');
  forgetRegister(work);

  const ask = async <T>(method: string, path: string, json?: unknown): Promise<T> => {
    const init = { method, ...(json === undefined ? {} : { json }) };
    const response = await http.ask(`/api/v1/networks/${NETWORK}${path}`, people.coordinator, init);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const time = async (what: string, act: (run: number) => Promise<unknown>): Promise<void> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const begun = performance.now();
      await act(run);
      times.push(performance.now() - begun);
    }
    const all = times.map((ms) => ms.toFixed(0)).join(', ');
    tell(`${what.padEnd(58)} ${median(times).toFixed(0).padStart(6)} ms   (${all})`);
  };

  await time('list of members, the register read anew', async () => {
    forgetRegister(work);
    await ask('GET', '/members');
  });
  await time('list of members', () => ask('GET', '/members'));
  await time('list of members, page 20', () => ask('GET', '/members?after=3800'));
  await time('list of municipalities', () => ask('GET', '/organisations'));
  await time('filter by words', () => ask('GET', '/members?text=aino%20berg'));
  await time('filter by municipality and words', () =>
    ask('GET', `/members?organisation=fi-${towns[5]?.code}&text=ek`),
  );
  await time('membership and fees', () => ask('GET', '/membership'));
  await time('reach', () => ask('GET', '/reach'));
  await time('reach, silent ones alone', () => ask('GET', '/reach?silent=true'));

  const rows = (run: number) =>
    Array.from({ length: MEMBERS }, (_, n) => {
      const isNew = n % 10 === 0;
      const email = isNew ? `uusi${run}-${n}@kunta.example` : `henkilo${n}@kunta.example`;
      const name = isNew ? `${NEW[run]} Tulija-${n}` : nameOf(n);
      return [name, email, townOf(n)?.names.fi ?? '', n % 5 === 0 ? `Nimike ${run}` : ''];
    });
  const HEAD = ['Nimi', 'Sähköposti', 'Kunta', 'Nimike'];
  let view: ImportView | undefined;
  const files: Uint8Array[] = [];
  for (let run = 0; run < RUNS; run++) files.push(await toXlsx([{ name: 'Lista', rows: [HEAD, ...rows(run)] }]));
  const ids: string[] = [];
  await time(`import of ${MEMBERS} rows: upload and dry run, XLSX`, async (run) => {
    const base64 = Buffer.from(files[run] ?? new Uint8Array()).toString('base64');
    view = await ask<ImportView>('POST', '/imports', { fileName: 'lista.xlsx', base64 });
    ids.push(view.id);
  });
  tell(`  ${JSON.stringify(view?.counts)}`);
  await time('import: a page of the dry run', () => ask('GET', `/imports/${ids[0]}/rows?outcome=changed`));
  await time('import: one row settled, the dry run anew', () =>
    ask('PUT', `/imports/${ids[0]}/rows/2`, { cells: { title: 'Johtaja' } }),
  );
  await time(`import: applied, ${RUNS} lists one after another`, async (run) => {
    const id = ids[run];
    await ask('POST', `/imports/${id}/skip`, { outcome: 'doubtful' });
    await ask('POST', `/imports/${id}/apply`, { listName: 'Lista', collectedOn: '2025-01-01' });
    await eventually(async () => (await ask<ImportView>('GET', `/imports/${id}`)).state === 'done', 300_000);
  });
  tell(`  ${JSON.stringify((await ask<ImportView>('GET', `/imports/${ids.at(-1)}`)).result)}`);
} finally {
  await http.close();
}
process.exit(0);
