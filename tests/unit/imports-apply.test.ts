/** A list is applied once, however often it is begun and wherever it is cut off; what others changed meanwhile is theirs. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../../bot/core/clock.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { isCurrent, mailPerson, memberIdOf, members, organisationId, wantsMail } from '../../bot/core/network.ts';
import { organisations } from '../../bot/core/organisation.ts';
import { changeMember, forgetRegister, mainOf, registerNow } from '../../bot/core/register.ts';
import type { Work } from '../../bot/core/turn.ts';
import { importRoutes } from '../../bot/features/imports/api.ts';
import * as contract from '../../bot/features/imports/contract.ts';
import { memberDownloads } from '../../bot/features/imports/export.ts';
import { importLists, importPlans, importRowsKind, settledRows } from '../../bot/features/imports/list.ts';
import { applyList, carryOut, expireList, readList } from '../../bot/features/imports/operations.ts';
import { importsPersonal } from '../../bot/features/imports/personal.ts';
import { text } from '../../bot/features/imports/text.ts';
import { readRoster } from '../../bot/features/network/operations.ts';
import { madeFile } from '../fakes/made-file.ts';
import { idOf, mailMember, org, teamMember } from '../fakes/register-of.ts';
import { askRoute, COORDINATOR, killedAfter, openRegisterWorld, type RegisterWorld } from '../fakes/register-world.ts';

const SOURCE = { listName: 'Kevään 2025 osallistujat', collectedOn: '2025-05-02' };
const akaa = organisationId.parse('fi-020');
const KNOWN = {
  organisations: [org('fi-020', { names: { fi: 'Akaa' }, code: '020', membership: 'interested' })],
  members: [
    mailMember('bengt', { name: 'Bengt Berg', email: 'bengt@akaa.example', title: 'Suunnittelija', phone: '040 1' }),
    mailMember('cecilia', { name: 'Cecilia Ceder', email: 'cecilia@akaa.example', organisation: akaa }),
    teamMember('anna', { name: 'Anna Ahlfors', email: 'anna@akaa.example' }),
    mailMember('lea', { name: 'Lea Lähtenyt', email: 'lea@akaa.example', leftAt: '2025-01-01T00:00:00.000Z' as never }),
  ],
};
const CSV = [
  'Nimi;Sähköposti;Kunta;Nimike;Jäsenyys',
  'Bengt Berg;bengt@akaa.example;Akaa;Johtaja;jäsen',
  'Cecilia Ceder;cecilia@akaa.example;Akaa;;',
  'Ahlfors Anna Maria;anna@akaa.example;Akaa;Päällikkö;',
  'Uusi Henkilö;uusi@nystad.example;Nystad;Sihteeri;kokeilujäsen',
  'Toinen Uusi;toinen@nystad.example;Uusikaupunki;;',
].join('\r\n');

let world: RegisterWorld;
beforeEach(async () => {
  world = await openRegisterWorld();
  await world.put(KNOWN);
});
afterEach(() => world.close());

const read = (csv: string) => readList(world.visit, 'lista.csv', new TextEncoder().encode(csv));
const runJobs = async (work: Work = world.work): Promise<void> => {
  for (const job of world.jobs.filter(({ kind }) => kind === 'imports.apply')) await carryOut(work, job.key);
};
/** Everything of the register, without what a new person is called by. */
async function registerDump() {
  const { store, scope } = { ...world.work.services, scope: world.work.scope };
  const people = (await listAll(store, scope, members)).map(({ value: { person: _, joinedAt: _at, ...rest } }) => rest);
  const all = (await listAll(store, scope, organisations)).map(({ value: { since: _since, ...rest } }) => rest);
  const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return { people: people.sort(byText), organisations: all.sort(byText) };
}
const ask = <P, B, R>(endpoint: Parameters<typeof askRoute<P, B, R>>[1], of?: { params?: object; body?: object }) =>
  askRoute(importRoutes, endpoint, world.visit, of);

describe('applying', () => {
  test('fills, adds and moves, tells where addresses are from, and keeps what it does not name', async () => {
    const { id } = await read(CSV);
    await applyList(world.visit, id, SOURCE);
    await runJobs();
    const view = await ask(contract.getImport, { params: { import: id } });
    expect(view).toMatchObject({ state: 'done', progress: { done: 5, total: 5 }, source: SOURCE });
    expect(view.result).toEqual({ added: 2, changed: 2, same: 1, skipped: 0, meanwhile: 0, organisations: 1 });
    const { members: people, organisations: all } = await registerNow(world.work);
    expect(people.get('bengt')).toMatchObject({ title: 'Johtaja', organisation: 'fi-020', phone: '040 1' });
    expect(people.get('bengt')?.emailSource).toBeUndefined();
    expect(people.get('anna')).toMatchObject({ name: 'Anna Ahlfors', title: 'Päällikkö', teamsId: '29:anna' });
    const added = [...people.values()].filter(({ email }) => email?.endsWith('@nystad.example'));
    expect(added).toHaveLength(2);
    expect(added[0]?.emailSource).toEqual({ from: 'import', at: '2025-05-02T09:00:00.000Z', list: SOURCE.listName });
    expect(all.get('fi-020')).toMatchObject({ membership: 'member', since: '2025-05-02T09:00:00.000Z' });
    expect(all.get('fi-895')).toMatchObject({ names: { fi: 'Uusikaupunki', sv: 'Nystad' }, membership: 'trial' });
  });

  test('is asked for twice, and run twice, and is the same as once', async () => {
    const { id } = await read(CSV);
    await applyList(world.visit, id, SOURCE);
    await applyList(world.visit, id, SOURCE);
    expect(world.jobs.filter(({ kind }) => kind === 'imports.apply')).toHaveLength(1);
    await runJobs();
    const once = await registerDump();
    await runJobs();
    await applyList(world.visit, id, SOURCE);
    await runJobs();
    expect(await registerDump()).toEqual(once);
    const again = await read(CSV);
    await expect(applyList(world.visit, again.id, SOURCE)).rejects.toMatchObject({ row: text.nothingToDo });
  });

  test('cut off after any write, it is finished by the next run with the same register and the same counts', async () => {
    const first = await read(CSV);
    await applyList(world.visit, first.id, SOURCE);
    await runJobs();
    const whole = await registerDump();
    const { result } = await ask(contract.getImport, { params: { import: first.id } });
    let cutsInAll = 0;
    for (let writes = 0, isWhole = false; !isWhole; writes++) {
      await world.close();
      world = await openRegisterWorld();
      await world.put(KNOWN);
      const { id } = await read(CSV);
      await applyList(world.visit, id, SOURCE);
      let cuts = 0;
      for (let isDone = false; !isDone; cuts++) {
        isDone = await carryOut(world.workOn(killedAfter(world.store, writes + cuts)), id).then(
          () => true,
          () => false,
        );
      }
      isWhole = cuts === 1;
      cutsInAll += cuts - 1;
      forgetRegister(world.work);
      expect(await registerDump()).toEqual(whole);
      expect((await ask(contract.getImport, { params: { import: id } })).result).toEqual(result);
    }
    expect(cutsInAll).toBeGreaterThan(20);
  });

  test('leaves as it is what someone changed after the plan was made, and reports the row', async () => {
    const { id } = await read(CSV);
    await applyList(world.visit, id, SOURCE);
    await changeMember(world.work, 'bengt', (now) => now && { ...now, title: 'Oma nimike' });
    const added = mailMember('nopeampi', { name: 'Nopeampi', email: 'uusi@nystad.example' });
    await world.put({ members: [added] });
    await runJobs();
    const { rows, total } = await ask(contract.listImportRows, { params: { import: id, result: 'meanwhile' } });
    expect([total, rows.map(({ row }) => row)]).toEqual([2, [2, 5]]);
    const { members: people } = await registerNow(world.work);
    expect(people.get('bengt')).toMatchObject({ title: 'Oma nimike' });
    expect(people.get('bengt')?.organisation).toBeUndefined();
    expect([...people.values()].filter(({ email }) => email === 'uusi@nystad.example')).toHaveLength(1);
  });

  test('judges anew when the register changed between the dry run and the order', async () => {
    const { id } = await read(CSV);
    expect((await ask(contract.getImport, { params: { import: id } })).canApply).toBe(true);
    await changeMember(world.work, 'cecilia', (now) => now && { ...now, name: 'Joku Muu' });
    await expect(applyList(world.visit, id, SOURCE)).rejects.toMatchObject({ row: text.notSettled, params: { n: 1 } });
    expect(world.jobs.filter(({ kind }) => kind === 'imports.apply')).toEqual([]);
  });

  test('never takes anyone away, whatever lists say', async () => {
    const cell = fc.constantFrom(
      '',
      'x',
      'Akaa',
      'Nystad',
      'Bengt Berg',
      'Uusi Nimi',
      'bengt@akaa.example',
      'a@b.example',
      'jäsen',
      'eronnut',
      '=1+1',
      'ei',
    );
    const line = fc.array(cell, { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const before = (await registerNow(world.work)).members;
        const { id } = await read(
          `Nimi;Sähköposti;Kunta;Nimike;Jäsenyys\r\nx;y\r\n${lines.map((one) => one.join(';')).join('\r\n')}`,
        );
        for (const outcome of ['wrong', 'doubtful'] as const)
          await ask(contract.skipImportRows, { params: { import: id }, body: { outcome } });
        const view = await ask(contract.getImport, { params: { import: id } });
        expect(view.counts).toMatchObject({ wrong: 0, doubtful: 0 });
        if (!view.canApply) return;
        await applyList(world.visit, id, SOURCE);
        await carryOut(world.work, id);
        const once = await registerDump();
        await carryOut(world.work, id);
        expect(await registerDump()).toEqual(once);
        const after = await registerNow(world.work);
        for (const [member, of] of before) {
          expect(mainOf(after, member)).toBe(member);
          expect(isCurrent(after.members.get(member) ?? of)).toBe(isCurrent(of));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('settling', () => {
  const DOUBTFUL =
    'Nimi;Sähköposti\r\nBengt Berg;toinen.osoite@akaa.example\r\nLea Lähtenyt;lea@akaa.example\r\n;x\r\n';

  test('goes row by row, and what was settled is applied', async () => {
    const { id } = await read(DOUBTFUL);
    const params = { import: id };
    const before = await ask(contract.getImport, { params });
    expect(before).toMatchObject({ canApply: false, counts: { doubtful: 2, wrong: 1 } });
    const merged = await ask(contract.settleImportRow, {
      params: { ...params, row: '2' },
      body: { decision: 'member', member: 'bengt' },
    });
    expect(merged.row.changes).toEqual([
      { field: 'email', label: 'Sähköposti', from: 'bengt@akaa.example', to: 'toinen.osoite@akaa.example' },
    ]);
    await ask(contract.settleImportRow, {
      params: { ...params, row: '3' },
      body: { decision: 'member', member: 'lea' },
    });
    const mended = await ask(contract.settleImportRow, {
      params: { ...params, row: '4' },
      body: { cells: { name: 'Korjattu Nimi', email: 'korjattu@akaa.example' } },
    });
    expect(mended.row).toMatchObject({ outcome: 'new', mended: ['name', 'email'] });
    expect(mended.import).toMatchObject({ canApply: true, counts: { changed: 2, new: 1 } });
    const undone = await ask(contract.settleImportRow, { params: { ...params, row: '4' }, body: {} });
    expect(undone.row.outcome).toBe('wrong');
    await ask(contract.skipImportRows, { params, body: { outcome: 'wrong' } });
    await ask(contract.applyImport, { params, body: SOURCE });
    await runJobs();
    const { members: people } = await registerNow(world.work);
    expect(people.get('bengt')).toMatchObject({ email: 'toinen.osoite@akaa.example', emailSource: { from: 'import' } });
    expect(people.get('lea')?.leftAt).toBeUndefined();
    expect((await ask(contract.getImport, { params })).result).toMatchObject({ changed: 2, skipped: 1, added: 0 });
  });

  test('who had left the team is taken in by mail, and the next reading of Teams does not put them out again', async () => {
    const leftAt = world.work.services.clock.now();
    await world.put({ members: [teamMember('kalle', { name: 'Kalle Koski', email: 'kalle@akaa.example', leftAt })] });
    const { id } = await read('Nimi;Sähköposti\r\nKalle Koski;kalle@akaa.example\r\n');
    const params = { import: id };
    await ask(contract.settleImportRow, {
      params: { ...params, row: '2' },
      body: { decision: 'member', member: 'kalle' },
    });
    await ask(contract.applyImport, { params, body: SOURCE });
    await runJobs();
    const inTeam = [{ ...teamMember('anna'), person: COORDINATOR }];
    const roster = { ...world.work.services.roster, all: async () => inTeam };
    await readRoster({ ...world.work, services: { ...world.work.services, roster } });
    const kalle = (await registerNow(world.work)).members.get('kalle');
    expect(kalle && isCurrent(kalle) && wantsMail(kalle, 'polls')).toBe(true);
  });

  test('who took part from outside becomes a member and stays who they were', async () => {
    await world.put({ members: [mailMember('olli', { name: 'Olli', email: 'olli@akaa.example', isOutsider: true })] });
    const { id } = await read('Nimi;Sähköposti;Kunta\r\nOlli Ulkonen;olli@akaa.example;Akaa\r\n');
    await applyList(world.visit, id, SOURCE);
    await runJobs();
    await runJobs();
    const { members: people } = await registerNow(world.work);
    const olli = people.get('olli');
    expect(olli).toMatchObject({ name: 'Olli Ulkonen', email: 'olli@akaa.example', organisation: 'fi-020' });
    expect(olli && isCurrent(olli)).toBe(true);
    expect([...people.values()].filter(({ email }) => email === 'olli@akaa.example')).toHaveLength(1);
  });

  test('columns can be chosen otherwise, one choice for each', async () => {
    const { id } = await read('Kuka;Mihin;Mistä\r\nUusi Henkilö;uusi@akaa.example;Akaa\r\n');
    const params = { import: id };
    const before = await ask(contract.getImport, { params });
    expect(before.columns.map(({ field, samples }) => [field, samples])).toEqual([
      [null, ['Uusi Henkilö']],
      [null, ['uusi@akaa.example']],
      [null, ['Akaa']],
    ]);
    expect(before.problems).toEqual([text.noEmailColumn.fi]);
    const after = await ask(contract.setImportColumns, { params, body: { fields: ['name', 'email', 'organisation'] } });
    expect(after).toMatchObject({ problems: [], canApply: true, counts: { new: 1 } });
    await expect(ask(contract.setImportColumns, { params, body: { fields: ['name'] } })).rejects.toMatchObject({
      row: text.columnsChanged,
    });
  });

  test.each([
    ['a row that is not there', '99', {}, text.unknownRow],
    ['a member that is not there', '2', { decision: 'member', member: 'nobody' }, text.chooseMember],
  ])('%s is refused', async (_, row, body, message) => {
    const { id } = await read(DOUBTFUL);
    await expect(ask(contract.settleImportRow, { params: { import: id, row }, body })).rejects.toMatchObject({
      row: message,
    });
  });

  test('nothing is settled any more once it is applied', async () => {
    const { id } = await read(CSV);
    await applyList(world.visit, id, SOURCE);
    const params = { import: id, row: '2' };
    await expect(ask(contract.settleImportRow, { params, body: { decision: 'skip' } })).rejects.toMatchObject({
      row: text.isApplying,
    });
    await expect(ask(contract.removeImport, { params })).rejects.toMatchObject({ row: text.isApplying });
    await runJobs();
    await expect(ask(contract.settleImportRow, { params, body: { decision: 'skip' } })).rejects.toMatchObject({
      row: text.isApplied,
    });
  });

  test('a list of a day to come is refused', async () => {
    const { id } = await read(CSV);
    await expect(applyList(world.visit, id, { ...SOURCE, collectedOn: '2099-01-01' })).rejects.toMatchObject({
      row: text.dateToCome,
    });
  });

  test('a file that is no list is refused in words', async () => {
    await expect(read('')).rejects.toMatchObject({ row: text.empty });
  });

  test('a long list comes in pages', async () => {
    const lines = Array.from({ length: 250 }, (_, n) => `Henkilö ${'abcdefghij'[n % 10]}${n};h${n}@akaa.example`);
    const { id } = await read(`Nimi;Sähköposti\r\n${lines.join('\r\n')}`);
    const numbers: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page: { rows: { row: number }[]; next?: number | undefined } = await ask(contract.listImportRows, {
        params: { import: id, outcome: 'new', after: String(after) },
      });
      numbers.push(...page.rows.map(({ row }) => row));
      after = page.next;
    }
    expect(numbers).toEqual(Array.from({ length: 250 }, (_, n) => n + 2));
  });
});

describe('what is kept of lists', () => {
  const kept = async () => {
    const { services, scope } = world.work;
    const all = await Promise.all([
      listAll<unknown>(services.store, scope, importLists),
      listAll<unknown>(services.store, scope, importRowsKind),
      listAll<unknown>(services.store, scope, settledRows),
      listAll<unknown>(services.store, scope, importPlans),
    ]);
    return JSON.stringify(all);
  };

  test('goes after seven days, applied or not', async () => {
    const applied = await read(CSV);
    await applyList(world.visit, applied.id, SOURCE);
    await runJobs();
    const { id } = await read(CSV.replaceAll('Uusi', 'Muu'));
    await ask(contract.settleImportRow, { params: { import: id, row: '2' }, body: { decision: 'skip' } });
    await expireList(world.work, id);
    expect(await kept()).toContain('Muu Henkilö');
    world.clock.jump(7 * DAY + 1000);
    await expect(ask(contract.getImport, { params: { import: id } })).rejects.toMatchObject({
      row: text.unknownImport,
    });
    expect((await ask(contract.listImports)).imports).toEqual([]);
    await importsPersonal.expire?.(world.work);
    expect(await kept()).toBe('[[],[],[],[]]');
    expect(world.jobs.filter(({ kind }) => kind === 'imports.expire')).toHaveLength(2);
  });

  test('goes when it is removed', async () => {
    const { id } = await read(CSV);
    await ask(contract.removeImport, { params: { import: id } });
    await ask(contract.removeImport, { params: { import: id } });
    expect(await kept()).toBe('[[],[],[],[]]');
  });

  test('tells a person their rows, and loses them when the person is erased', async () => {
    const { id } = await read(CSV);
    await ask(contract.settleImportRow, {
      params: { import: id, row: '2' },
      body: { cells: { title: 'Apulaisjohtaja' } },
    });
    await applyList(world.visit, id, SOURCE);
    const told = await importsPersonal.collect([idOf('bengt')], world.work);
    expect(told).toMatchObject({ rowsOfUploadedLists: [{ fileName: 'lista.csv', row: 2 }] });
    expect(JSON.stringify(told)).not.toContain('Cecilia');
    expect(await kept()).toContain('bengt@akaa.example');
    await importsPersonal.erase([idOf('bengt')], mailPerson('erased'), world.work);
    const left = await kept();
    for (const mark of ['bengt', 'Bengt', 'Apulaisjohtaja', 'Suunnittelija']) expect(left).not.toContain(mark);
    expect(left).toContain('cecilia@akaa.example');
    await runJobs();
    expect((await ask(contract.getImport, { params: { import: id } })).result).toMatchObject({ skipped: 1, added: 2 });
    await importsPersonal.erase([memberIdOf(COORDINATOR)], mailPerson('erased'), world.work);
    expect(await importsPersonal.collect([memberIdOf(COORDINATOR)], world.work)).toEqual({});
  });
});

describe('a person without an address in a list', () => {
  test.each([
    ['in a column for each name', 'Etunimi;Sukunimi;Nimike\nBengt;Berg;Virkasalmi\nBengt;Bergman;Muu'],
    ['with the family name first', 'Nimi;Nimike\nBERG, Bengt;Virkasalmi\nBengt Bergman;Muu'],
  ])('is found by their name %s, and leaves the list with their erasure', async (_, csv) => {
    await read(csv);
    const rows = async () =>
      (await listAll(world.store, world.work.scope, importRowsKind)).flatMap(({ value }) =>
        value.rows.map(({ cells }) => cells.at(-1)),
      );
    expect(await rows()).toEqual(['Virkasalmi', 'Muu']);
    expect(await importsPersonal.collect([idOf('bengt')], world.work)).toMatchObject({
      rowsOfUploadedLists: [{ row: 2 }],
    });
    await importsPersonal.erase([idOf('bengt')], mailPerson('erased'), world.work);
    expect(await rows()).toEqual(['Muu']);
  });
});

describe('members out of the register', () => {
  const file = async (content: 'members' | 'mailingList', filter: object, locale: 'fi' | 'sv' | 'en' = 'fi') => {
    const csv = memberDownloads.find(({ name }) => name === 'members.csv');
    const made = await madeFile(csv, JSON.stringify({ filter, content }), world.visitIn(locale));
    return new TextDecoder().decode(made.bytes).replace('\ufeff', '').trim().split('\r\n');
  };

  test('by filter, with formulas made harmless, and readable as a list again', async () => {
    await world.put({
      members: [mailMember('paha', { name: '=cmd|x', email: 'paha@akaa.example', organisation: akaa })],
    });
    const lines = await file('members', { organisation: 'fi-020' }, 'sv');
    expect(lines[0]).toBe(
      'Namn;Organisation;Kommunnummer;Typ;Titel;E-post;Telefon;Språk;Kontaktperson;Ämnen;Medlemskap',
    );
    expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual(["'=cmd|x", 'Cecilia Ceder']);
    const { id } = await read(lines.join('\r\n'));
    const view = await ask(contract.getImport, { params: { import: id } });
    expect(view.counts).toMatchObject({ same: 2, new: 0, wrong: 0, doubtful: 0 });
  });

  test('silent ones, and those of one activity', async () => {
    const at = world.clock.now();
    world.participation = [{ member: idOf('bengt'), type: 'poll', activity: 'p1' as never, title: 'x', at }];
    expect((await file('members', { isSilent: 'no' })).slice(1).map((line) => line.split(';')[0])).toEqual([
      'Bengt Berg',
    ]);
    expect((await file('members', { event: 'p1' })).slice(1)).toHaveLength(1);
    expect(
      (await file('members', { isSilent: 'yes', hasTeams: 'no' })).slice(1).map((line) => line.split(';')[0]),
    ).toEqual(['Cecilia Ceder']);
  });

  test('a mailing list holds working addresses of people who have not refused, each once', async () => {
    const failed = { emailFailedAt: world.clock.now() };
    await world.put({
      members: [
        mailMember('palautunut', { name: 'Pirkko Palautunut', ...failed }),
        mailMember('kielsi', { name: 'Kimmo Kieltänyt', mail: { bulletins: false } }),
        mailMember('pilkku', { name: 'Mäki, Matti', email: 'matti@akaa.example' }),
        mailMember('toinen', { name: 'Bengt Berg', email: 'b2@akaa.example', sameAs: idOf('bengt') }),
      ],
    });
    const lines = await file('mailingList', { hasTeams: 'no' });
    expect(lines).toEqual([
      'Vastaanottaja;Nimi;Sähköposti;Organisaatio',
      'Bengt Berg <bengt@akaa.example>;Bengt Berg;bengt@akaa.example;',
      'Cecilia Ceder <cecilia@akaa.example>;Cecilia Ceder;cecilia@akaa.example;Akaa',
      '"""Mäki, Matti"" <matti@akaa.example>";"Mäki, Matti";matti@akaa.example;',
    ]);
    const link = await ask(contract.membersFile, {
      body: { filter: { hasTeams: 'no' }, content: 'mailingList', format: 'csv' },
    });
    expect(link.people).toBe(3);
  });
});
