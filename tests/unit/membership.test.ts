/** Membership and fees: stages, classes, invoices, notes; rules first, then as coordinators use them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY, dateIn, plus, toInstant } from '../../bot/core/clock.ts';
import { personOf } from '../../bot/core/ids.ts';
import { mailPerson, memberIdOf, organisationId } from '../../bot/core/network.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import { entitledOrganisations, isUnpaid, registerNow } from '../../bot/core/register.ts';
import { todayIn } from '../../bot/core/turn.ts';
import { membershipRoutes } from '../../bot/features/membership/api.ts';
import * as contract from '../../bot/features/membership/contract.ts';
import { membershipDownloads } from '../../bot/features/membership/export.ts';
import {
  type ContactNote,
  feeClassIn,
  feeOf,
  invoice,
  moveTo,
  nextStepOf,
  setFee,
  setFeeClasses,
} from '../../bot/features/membership/membership.ts';
import { setStage } from '../../bot/features/membership/operations.ts';
import { membershipPersonal } from '../../bot/features/membership/personal.ts';
import { text } from '../../bot/features/membership/text.ts';
import { audited } from '../fakes/audited.ts';
import { madeFile } from '../fakes/made-file.ts';
import { org, rules } from '../fakes/register-of.ts';
import { askRoute, COORDINATOR, NETWORK, openRegisterWorld, type RegisterWorld } from '../fakes/register-world.ts';

const NOW = toInstant('2026-11-22T10:00:00Z');
const classes = {
  ...rules,
  feeClasses: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
};
const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof Refusal ? error.row : error;
  }
  return undefined;
};

describe('rules', () => {
  test('any stage may follow any other; the same again keeps its date', () => {
    const member = moveTo(org('fi-598', { membership: 'contacted' }), 'member', NOW);
    expect([member.membership, member.since]).toEqual(['member', NOW]);
    expect(moveTo(member, 'member', toInstant('2027-01-01T00:00:00Z'))).toBe(member);
    const corrected = moveTo(member, 'member', NOW, toInstant('2025-01-01T00:00:00Z'));
    expect(corrected.since).toBe('2025-01-01T00:00:00.000Z');
    expect(moveTo(member, 'contacted', NOW).membership).toBe('contacted');
  });

  test('a year without a class of its own has that of the newest earlier year', () => {
    const of = org('fi-598', {
      fees: [
        { year: 2024, feeClass: 'a' },
        { year: 2026, feeClass: 'b' },
      ],
    });
    expect([2023, 2024, 2025, 2026, 2030].map((year) => feeClassIn(of, year))).toEqual([undefined, 'a', 'a', 'b', 'b']);
  });

  test.each([
    ['an unknown class', { feeClass: 'z', invoicedOn: null, paidOn: null }, text.unknownClass],
    ['paid without an invoice', { feeClass: 'a', invoicedOn: null, paidOn: '2026-02-01' }, text.paidNotInvoiced],
    [
      'paid before the invoice',
      { feeClass: 'a', invoicedOn: '2026-03-01', paidOn: '2026-02-01' },
      text.paidBeforeInvoiced,
    ],
  ])('%s is refused', (_, draft, row) => {
    expect(refusalOf(() => setFee(org('fi-598'), classes, 2026, draft))).toBe(row);
  });

  test('a fee is set, changed and emptied, and years stay in order', () => {
    const draft = { feeClass: 'a', invoicedOn: '2026-01-10', paidOn: null };
    const set = setFee(setFee(org('fi-598'), classes, 2026, draft), classes, 2025, draft);
    expect(set.fees.map(({ year }) => year)).toEqual([2025, 2026]);
    expect(setFee(set, classes, 2026, { ...draft, paidOn: '2026-01-20' }).fees.at(-1)).toMatchObject({
      paidOn: '2026-01-20',
    });
    expect(setFee(set, classes, 2026, { feeClass: null, invoicedOn: null, paidOn: null }).fees).toHaveLength(1);
  });

  test('invoicing twice is invoicing once', () => {
    const once = invoice(org('fi-598'), 2027, 'a', '2027-01-10');
    expect(feeOf(once, 2027)).toEqual({ year: 2027, feeClass: 'a', invoicedOn: '2027-01-10' });
    expect(invoice(once, 2027, 'a', '2027-02-20')).toBe(once);
  });

  test('a class in use stays, and names are told apart', () => {
    const used = [org('fi-598', { fees: [{ year: 2026, feeClass: 'a' }] })];
    expect(refusalOf(() => setFeeClasses(classes, [{ id: 'b', name: 'B' }], used, () => 'new'))).toBe(text.classInUse);
    expect(refusalOf(() => setFeeClasses(classes, [{ id: 'a', name: 'A' }, { name: 'a' }], used, () => 'new'))).toBe(
      text.classTwice,
    );
    expect(setFeeClasses(classes, [{ id: 'a', name: 'Pienet' }, { name: 'C' }], used, () => 'new').feeClasses).toEqual([
      { id: 'a', name: 'Pienet' },
      { id: 'new', name: 'C' },
    ]);
  });

  test('the next step is the one due first that has not been taken', () => {
    const note = (id: string, of: Partial<ContactNote>): ContactNote => ({
      ...{ id, organisation: organisationId.parse('fi-598'), at: NOW, by: COORDINATOR, text: 'x' },
      ...of,
    });
    const notes = [
      note('1', { nextStep: 'ilman päivää' }),
      note('2', { nextStep: 'myöhemmin', nextOn: '2026-12-24' }),
      note('3', { nextStep: 'tehty', nextOn: '2026-01-01', doneAt: NOW }),
      note('4', { nextOn: '2026-12-01' }),
    ];
    expect(nextStepOf(notes)?.id).toBe('4');
    expect(nextStepOf([notes[0] as ContactNote])?.id).toBe('1');
    expect(nextStepOf([])).toBeUndefined();
  });
});

describe('as coordinators use it', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await openRegisterWorld();
    await world.put({
      organisations: [
        org('fi-598', { names: { fi: 'Pietarsaari', sv: 'Jakobstad' }, code: '598', region: '15' }),
        org('fi-020', { names: { fi: 'Akaa' }, code: '020' }),
        org('fi-694', { names: { fi: 'Riihimäki' }, membership: 'trial' }),
        org('fi-895', { names: { fi: 'Uusikaupunki' }, mergedInto: organisationId.parse('fi-020') }),
      ],
    });
  });
  afterAll(() => world.close());
  const ask = ((endpoint: never, of: never) => askRoute(membershipRoutes, endpoint, world.visit, of)) as <P, B, R>(
    endpoint: Parameters<typeof askRoute<P, B, R>>[1],
    of?: { params?: object; body?: object },
  ) => Promise<R>;
  const row = async (year: number, id: string) =>
    (await ask(contract.getMembership, { params: { year: String(year) } })).organisations.find((one) => one.id === id);

  test('a class is invoiced in one act, members alone, and again changes nothing', async () => {
    const { feeClasses } = await ask(contract.setFeeClasses, {
      body: { feeClasses: [{ name: 'Alle 10 000' }, { name: 'Muut' }] },
    });
    const [small] = feeClasses;
    for (const organisation of ['fi-598', 'fi-020', 'fi-694'])
      await ask(contract.setFee, {
        params: { organisation, year: '2026' },
        body: { feeClass: small?.id, invoicedOn: null, paidOn: null },
      });
    const body = { year: 2027, feeClass: small?.id, invoicedOn: '2027-01-15' };
    expect(await ask(contract.invoiceClass, { body })).toEqual({ invoiced: 2, before: 0 });
    expect(await ask(contract.invoiceClass, { body: { ...body, invoicedOn: '2027-03-01' } })).toEqual({
      invoiced: 0,
      before: 2,
    });
    expect((await row(2027, 'fi-598'))?.invoicedOn).toBe('2027-01-15');
    expect((await row(2027, 'fi-694'))?.invoicedOn).toBeUndefined();
    expect((await row(2026, 'fi-598'))?.isUnpaid).toBe(false); // not before that day
  });

  test('an invoice of a day to come is not open before that day in the network’s zone', async () => {
    const register = await registerNow(world.work);
    const { zone } = world.work.network;
    const today = dateIn(world.clock.now(), zone);
    const tomorrow = dateIn(plus(world.clock.now(), DAY), zone);
    const of = org('fi-598', { fees: [{ year: 2026, invoicedOn: tomorrow }] });
    expect([isUnpaid(of, today), isUnpaid(of, tomorrow)]).toEqual([false, true]);
    const paidUpOnly = {
      ...register,
      rules: { ...register.rules, unpaidVotes: false },
      organisations: new Map([[of.id as string, of]]),
    };
    expect(entitledOrganisations(paidUpOnly, today)).toEqual([of]);
    expect(entitledOrganisations(paidUpOnly, tomorrow)).toEqual([]);
  });

  test('the overview counts stages and fees, and leaves out what became part of another', async () => {
    const { organisations: all, totals } = await ask(contract.getMembership, { params: { year: '2027' } });
    expect(all.map(({ name }) => name)).toEqual(['Akaa', 'Pietarsaari', 'Riihimäki']);
    expect(totals.stages.find(({ membership }) => membership === 'member')?.count).toBe(2);
    expect(totals).toMatchObject({ paid: 0, open: 2, notInvoiced: 0, withoutClass: 0 });
  });

  test('a stage is set from a day, never one to come, and is what entitles', async () => {
    const params = { organisation: 'fi-694' };
    await expect(
      ask(contract.setStage, { params, body: { membership: 'member', since: '2099-01-01' } }),
    ).rejects.toMatchObject({ row: text.future });
    const set = await ask(contract.setStage, { params, body: { membership: 'member', since: '2026-01-01' } });
    expect([set.membership, set.since?.slice(0, 10)]).toEqual(['member', '2026-01-01']);
    expect(entitledOrganisations(await registerNow(world.work), todayIn(world.work)).map(({ id }) => id)).toContain(
      'fi-694',
    );
  });

  test('notes are newest first, written once for each form, mended and removed; the row shows what is next', async () => {
    const params = { organisation: 'fi-020' };
    const form = crypto.randomUUID();
    const first = await ask(contract.addNote, {
      params,
      body: { text: 'Soitettu kunnanjohtajalle.', nextStep: 'Lähetä esite', nextOn: '2020-01-01', requestId: form },
    });
    await world.clock.advance(1000);
    const again = await ask(contract.addNote, { params, body: { text: 'Toinen kerta', requestId: form } });
    expect(again).toEqual(first);
    await ask(contract.addNote, { params, body: { text: 'Kiinnostuivat.', requestId: crypto.randomUUID() } });
    const { notes } = await ask(contract.listNotes, { params });
    expect(notes.map((note) => [note.text, note.by])).toEqual([
      ['Kiinnostuivat.', 'Kaisa Koordinaattori'],
      ['Soitettu kunnanjohtajalle.', 'Kaisa Koordinaattori'],
    ]);
    expect((await row(2027, 'fi-020'))?.next).toEqual({ step: 'Lähetä esite', on: '2020-01-01', isLate: true });
    const done = await ask(contract.editNote, {
      params: { ...params, note: first.id },
      body: { text: 'Soitettu.', nextStep: 'Lähetä esite', isDone: true },
    });
    expect(done).toMatchObject({ text: 'Soitettu.', doneAt: expect.any(String), editedAt: expect.any(String) });
    expect((await row(2027, 'fi-020'))?.next).toBeUndefined();
    await ask(contract.removeNote, { params: { ...params, note: first.id } });
    await ask(contract.removeNote, { params: { ...params, note: first.id } });
    expect((await ask(contract.listNotes, { params })).notes).toHaveLength(1);
    await expect(
      ask(contract.editNote, { params: { ...params, note: first.id }, body: { text: 'x', isDone: false } }),
    ).rejects.toMatchObject({ row: text.unknownNote });
  });

  test('a note of an organisation that is not there is refused', async () => {
    const body = { text: 'x', requestId: crypto.randomUUID() };
    await expect(ask(contract.addNote, { params: { organisation: 'fi-999' }, body })).rejects.toMatchObject({
      row: text.unknownOrganisation,
    });
  });

  test('the year’s list is a file in the reader’s language', async () => {
    const csv = membershipDownloads.find(({ name }) => name === 'membership.csv');
    const file = await madeFile(csv, '2027', world.visitIn('sv'));
    const written = new TextDecoder().decode(file.bytes);
    expect(file?.fileName).toBe('medlemsavgifter-2027.csv');
    expect(written).toContain('Jakobstad;598;');
    expect(written).toContain('Alle 10 000;2027-01-15;');
  });

  test('someone who coordinates no more does nothing, whatever their page still shows', async () => {
    const visit = { ...world.visit, actor: { ...world.visit.actor, person: personOf('tenant-1', 'former') } };
    const before = (await registerNow(world.work)).organisations.get('fi-598');
    await expect(setStage(visit, organisationId.parse('fi-598'), { membership: 'left' })).rejects.toBeInstanceOf(
      NotAllowed,
    );
    expect((await registerNow(world.work)).organisations.get('fi-598')).toEqual(before);
  });

  test('every act is in the audit trail without the note’s words', async () => {
    const entries = await audited(world.work.services, NETWORK);
    const acts = new Set(entries.map(({ act }) => act));
    for (const act of ['stage', 'fee', 'classes', 'invoice', 'note', 'note-edit', 'note-remove', 'file'])
      expect(acts).toContain(`membership.${act}`);
    expect(JSON.stringify(entries)).not.toContain('Soitettu');
  });

  test('who wrote a note gets it back, and is taken out of it', async () => {
    const ids = [memberIdOf(COORDINATOR)];
    expect(await membershipPersonal.collect(ids, world.work)).toMatchObject({
      contactNotes: [{ text: 'Kiinnostuivat.' }],
    });
    await membershipPersonal.erase(ids, mailPerson('erased'), world.work);
    expect(await membershipPersonal.collect(ids, world.work)).toEqual({});
    const [note] = (await ask(contract.listNotes, { params: { organisation: 'fi-020' } })).notes;
    expect([note?.text, note?.by]).toEqual(['Kiinnostuivat.', undefined]);
  });
});
