/** Year plans and yearly reports: written without overwriting each other, published frozen, withdrawn, erased; and the use of materials. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { mailPerson, memberIdOf } from '../../bot/core/network.ts';
import { NotAllowed } from '../../bot/core/refusal.ts';
import { routes as materialRoutes } from '../../bot/features/materials/api.ts';
import { openMaterial } from '../../bot/features/materials/contract.ts';
import { type Material, materials } from '../../bot/features/materials/material.ts';
import { facts as materialFacts } from '../../bot/features/materials/operations.ts';
import { text as materialText } from '../../bot/features/materials/text.ts';
import { reportRoutes } from '../../bot/features/report/api.ts';
import * as contract from '../../bot/features/report/contract.ts';
import { yearSpan } from '../../bot/features/report/counting.ts';
import { reportDownloads } from '../../bot/features/report/export.ts';
import { publishReport, savePlan, withdrawReport } from '../../bot/features/report/operations.ts';
import { reportPersonal } from '../../bot/features/report/personal.ts';
import { LONGEST_PART, planDraft } from '../../bot/features/report/plan.ts';
import { text } from '../../bot/features/report/text.ts';
import { audited } from '../fakes/audited.ts';
import { askRoute, COORDINATOR, NETWORK, openRegisterWorld, type RegisterWorld } from '../fakes/register-world.ts';
import { FACTS } from '../fakes/report-year.ts';

let world: RegisterWorld;
beforeAll(async () => {
  world = await openRegisterWorld();
  world.facts = FACTS;
});
afterAll(() => world.close());

const ask = <P, B, R>(
  of: Parameters<typeof askRoute<P, B, R>>[1],
  input: { params?: object; body?: object } = {},
  visit = world.visit,
): Promise<R> => askRoute(reportRoutes, of, visit, input);
const YEAR = { year: '2024' };
const FINNISH = { year: '2024', language: 'fi' };

describe('the plan', () => {
  test('of a year without one is empty, and is then what was written, line breaks and all', async () => {
    expect(await ask(contract.getPlan, { params: YEAR })).toEqual({ year: 2024, parts: {}, revision: 0 });
    const body = { draft: { goals: ' Yhteen\r\n\r\nja eteenpäin ', themes: '  ' }, revision: 0 };
    const saved = await ask(contract.putPlan, { params: YEAR, body });
    expect(saved).toMatchObject({ parts: { goals: 'Yhteen\n\nja eteenpäin' }, revision: 1 });
    expect(await ask(contract.getPlan, { params: YEAR })).toEqual(saved);
  });

  test('sent twice is written once', async () => {
    const body = { draft: { goals: 'Yhteen\n\nja eteenpäin' }, revision: 0 };
    expect(await ask(contract.putPlan, { params: YEAR, body })).toMatchObject({ revision: 1 });
  });

  test('is not written over what someone else wrote meanwhile', async () => {
    await ask(contract.putPlan, { params: YEAR, body: { draft: { goals: 'Kaisan' }, revision: 1 } });
    await expect(
      ask(contract.putPlan, { params: YEAR, body: { draft: { goals: 'Pekan' }, revision: 1 } }),
    ).rejects.toMatchObject({ row: text.changedMeanwhile, problems: [{ field: 'revision', code: 'changed' }] });
    expect(await ask(contract.getPlan, { params: YEAR })).toMatchObject({ parts: { goals: 'Kaisan' }, revision: 2 });
  });

  test('names each part that is too long', async () => {
    const long = 'ä'.repeat(LONGEST_PART + 1);
    const body = { draft: { goals: long, themes: 'Lyhyt', funding: long }, revision: 2 };
    await expect(ask(contract.putPlan, { params: YEAR, body })).rejects.toMatchObject({
      problems: [{ field: 'goals' }, { field: 'funding', params: { most: LONGEST_PART, n: LONGEST_PART + 1 } }],
    });
  });
});

describe('the report', () => {
  const putTexts = (language: string, draft: object, revision: number) =>
    ask(contract.putTexts, { params: YEAR, body: { language, draft, revision } });

  test('has the figures as they are now, own texts, and the plan to read them against', async () => {
    await putTexts('fi', { summary: 'Hyvä vuosi.' }, 0);
    const report = await ask(contract.getReport, { params: FINNISH });
    expect(report).toMatchObject({
      content: { network: 'Pienet kunnat', texts: { summary: 'Hyvä vuosi.' }, plan: { goals: 'Kaisan' } },
      ...{ textsLanguage: 'fi', draft: { revision: 1 }, plan: { revision: 2 }, isChanged: false },
    });
    expect(report.content.figures.events.map(({ title }) => title)).toContain('Joukkoliikenteen tilastot');
    expect(report).not.toHaveProperty('publishedAt');
  });

  test('in a language in which nothing is written shows the texts of another, and says which', async () => {
    const report = await ask(contract.getReport, { params: { ...YEAR, language: 'sv' } });
    expect(report).toMatchObject({ textsLanguage: 'fi', draft: { parts: {}, revision: 0 } });
    expect(report.content).toMatchObject({ language: 'sv', texts: { summary: 'Hyvä vuosi.' } });
  });

  test('keeps texts of each language apart, and from being overwritten unseen', async () => {
    await putTexts('sv', { summary: 'Ett bra år.' }, 0);
    await expect(putTexts('sv', { summary: 'Ett annat år.' }, 0)).rejects.toMatchObject({ row: text.changedMeanwhile });
    expect((await ask(contract.getReport, { params: FINNISH })).content.texts).toEqual({ summary: 'Hyvä vuosi.' });
  });

  test('is for members when it is published, and stays as it was', async () => {
    await expect(ask(contract.getPublished, { params: FINNISH })).rejects.toMatchObject({ row: text.notPublished });
    const published = await ask(contract.publishReport, { params: YEAR, body: { language: 'fi' } });
    await putTexts('fi', { summary: 'Vielä parempi vuosi.' }, 1);
    world.facts = { ...FACTS, events: [] };
    const frozen = await ask(contract.getPublished, { params: FINNISH });
    expect(frozen.content.texts).toEqual({ summary: 'Hyvä vuosi.' });
    expect(frozen.content.figures.events).not.toHaveLength(0);
    expect(frozen).not.toHaveProperty('by');
    expect((await ask(contract.listPublished)).reports).toEqual([published]);
    expect(await ask(contract.getReport, { params: FINNISH })).toMatchObject({
      ...{ isChanged: true, publishedAt: published.publishedAt },
    });
    world.facts = FACTS;
  });

  test('is published again in place of what was there', async () => {
    await ask(contract.publishReport, { params: YEAR, body: { language: 'fi' } });
    expect((await ask(contract.getPublished, { params: FINNISH })).content.texts).toEqual({
      summary: 'Vielä parempi vuosi.',
    });
    expect(await ask(contract.getReport, { params: FINNISH })).toMatchObject({ isChanged: false });
  });

  test('is offered for a year long before the app came, over years without anything', async () => {
    const poll = { page: 'polls/old', title: 'Vanha', closedAt: toInstant('2019-05-02T10:00:00Z') };
    world.facts = { ...FACTS, polls: [{ ...poll, voters: 3, entitled: 9, winners: [] }] };
    const years = (await ask(contract.listReports)).years.map(({ year }) => year);
    expect(years).toContain(2019);
    expect(years).not.toContain(2020);
    world.facts = FACTS;
  });

  test('is among the years, newest first, this year too', async () => {
    const { years } = await ask(contract.listReports);
    expect(years.map(({ year }) => year)).toEqual([...years.map(({ year }) => year)].sort((a, b) => b - a));
    expect(years[0]).toMatchObject({ year: Number(world.clock.now().slice(0, 4)), hasPlan: false });
    expect(years.find(({ year }) => year === 2024)).toMatchObject({
      ...{ hasPlan: true, written: ['fi', 'sv'], published: [{ year: 2024, language: 'fi' }] },
    });
  });

  test('goes out as a file in its own language, whoever asks', async () => {
    const published = reportDownloads.find(({ name }) => name === 'report.published.docx');
    const file = await published?.produce('2024|fi', world.visitIn('en'));
    expect(file).toMatchObject({ fileName: 'vuosiraportti-2024.docx' });
    const card = reportDownloads.find(({ name }) => name === 'report.card.docx');
    expect(await card?.produce('2024|sv', world.visit)).toMatchObject({ fileName: 'projektkort-2024.docx' });
    await expect(published?.produce('2024|sv', world.visit)).rejects.toMatchObject({ row: text.notPublished });
    await expect(published?.produce('nonsense', world.visit)).rejects.toMatchObject({ row: text.notPublished });
  });

  test('who published it gets that back, and is taken out of it', async () => {
    const ids = [memberIdOf(COORDINATOR)];
    expect(await reportPersonal.collect(ids, world.work)).toMatchObject({
      publishedReports: [{ year: 2024, language: 'fi' }],
    });
    await reportPersonal.erase(ids, mailPerson('erased'), world.work);
    expect(await reportPersonal.collect(ids, world.work)).toEqual({});
    expect((await ask(contract.listPublished)).reports).toHaveLength(1);
  });

  test('is gone for members when it is withdrawn, and the draft stays', async () => {
    await ask(contract.withdrawReport, { params: YEAR, body: { language: 'fi' } });
    await ask(contract.withdrawReport, { params: YEAR, body: { language: 'fi' } });
    await expect(ask(contract.getPublished, { params: FINNISH })).rejects.toMatchObject({ row: text.notPublished });
    expect((await ask(contract.getReport, { params: FINNISH })).draft.parts).toEqual({
      summary: 'Vielä parempi vuosi.',
    });
  });

  test('nobody who coordinates no more writes or publishes, whatever their page still shows', async () => {
    const former = { ...world.visit, actor: { ...world.visit.actor, person: personOf('tenant-1', 'former') } };
    const draft = planDraft.parse({});
    await expect(savePlan(former, 2024, { draft, revision: 2 })).rejects.toBeInstanceOf(NotAllowed);
    await expect(publishReport(former, 2024, 'fi')).rejects.toBeInstanceOf(NotAllowed);
    await expect(withdrawReport(former, 2024, 'fi')).rejects.toBeInstanceOf(NotAllowed);
  });

  test('every act is in the audit trail without a word of the texts', async () => {
    const entries = await audited(world.work.services, NETWORK);
    const acts = new Set(entries.map(({ act }) => act));
    for (const act of ['plan', 'texts', 'publish', 'withdraw', 'file']) expect(acts).toContain(`report.${act}`);
    expect(JSON.stringify(entries)).not.toContain('vuosi.');
  });
});

describe('the use of the material bank', () => {
  const item = (id: string, addedAt: string): Material => ({
    ...{ id: activityId.parse(id), title: `Materiaali ${id}`, summary: '', type: 'link', links: [], files: [] },
    ...{ terms: [], targetGroups: [], audience: { to: 'members' }, state: 'published', posts: [] },
    ...{ addedAt: toInstant(addedAt), changedAt: toInstant(addedAt) },
  });
  const open = (material: string) => askRoute(materialRoutes, openMaterial, world.visit, { params: { material } });
  const spanOf = (year: number) => yearSpan(year, 'Europe/Helsinki');

  beforeAll(async () => {
    for (const one of [item('old', '2020-05-01T10:00:00Z'), item('unused', '2020-05-02T10:00:00Z')])
      await world.store.insert(world.work.scope, materials, one.id, one);
  });

  test('is counted by month and told of the year, together with what was added', async () => {
    const year = Number(world.clock.now().slice(0, 4));
    await Promise.all([open('old'), open('old'), open('old')]);
    const { materials: told } = await materialFacts(spanOf(year), world.work);
    expect(told).toMatchObject([{ page: 'materials/old', uses: 3, isNew: false }]);
    const { materials: added } = await materialFacts(spanOf(2020), world.work);
    expect(added?.map(({ title, isNew, uses }) => [title, isNew, uses])).toEqual([
      ['Materiaali old', true, 0],
      ['Materiaali unused', true, 0],
    ]);
  });

  test('of an item that is not there is refused', async () => {
    await expect(open('made-up')).rejects.toMatchObject({ row: materialText.unknownMaterial });
  });
});
