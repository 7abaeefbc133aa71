/** Bulletins from draft to report: what leaves when, who may read it, what is corrected, and series that go out day by day. */

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey, personKey } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { switched } from '../../bot/core/modules.ts';
import { type Member, mailPerson, memberIdOf, members, networks } from '../../bot/core/network.ts';
import { groups } from '../../bot/core/organisation.ts';
import { keepPicture } from '../../bot/core/pictures.ts';
import type { LetterStatus } from '../../bot/core/ports.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember, forgetRegister } from '../../bot/core/register.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import { translator } from '../../bot/core/text.ts';
import type { Visit, Work } from '../../bot/core/turn.ts';
import { bulletinRoutes } from '../../bot/features/bulletins/api.ts';
import { type Bulletin, bulletinDraft, contentDraft } from '../../bot/features/bulletins/bulletin.ts';
import * as contract from '../../bot/features/bulletins/contract.ts';
import { reportSheets } from '../../bot/features/bulletins/export.ts';
import { bulletins } from '../../bot/features/bulletins/feature.ts';
import { bulletinLetters } from '../../bot/features/bulletins/letters.ts';
import { allBulletins, bulletinNow } from '../../bot/features/bulletins/memory.ts';
import {
  correctBulletin,
  createBulletin,
  drawBulletin,
  editBulletin,
  followUp,
  handover,
  openForGroup,
  removeBulletin,
  scheduleBulletin,
  sendBulletin,
  sendNow,
  shareBulletin,
  testLetter,
  unscheduleBulletin,
} from '../../bot/features/bulletins/operations.ts';
import { bulletinOpenPages, bulletinPages } from '../../bot/features/bulletins/pages.ts';
import { bulletinPersonal } from '../../bot/features/bulletins/personal.ts';
import { bulletinRecipients, letterOf } from '../../bot/features/bulletins/recipients.ts';
import { seriesDraft } from '../../bot/features/bulletins/series.ts';
import {
  changeSeries,
  createSeries,
  removeSeries,
  scheduleSeries,
  unscheduleSeries,
  writeDay,
} from '../../bot/features/bulletins/series-operations.ts';
import { text } from '../../bot/features/bulletins/text.ts';
import {
  askOf,
  type FeatureWorld,
  NETWORK,
  objectIdOfMember,
  openFeatureWorld,
  person,
} from '../fakes/feature-world.ts';

let world: FeatureWorld;
let visit: Visit;
beforeEach(async () => {
  world = await openFeatureWorld([switched(bulletins)]);
  visit = await world.visit(0);
});
afterEach(() => world.close());

const typed = (of: object = {}) => bulletinDraft.parse({ title: 'Talvitiedote', text: 'Kokous on torstaina.', ...of });
const said = (of: object = {}) => contentDraft.parse({ title: 'Luukku', text: 'Kynttilä ikkunalla.', ...of });
const byMail = { mailTo: 'members', filter: {} };

const aPicture = (): Promise<Uint8Array> =>
  Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(120), 40, 30).png();

let requests = 0;
const request = (): string => `request-${++requests}`;
const make = (of: object = {}): Promise<Bulletin> => createBulletin(visit, typed(of), request());

/** Someone whom only mail reaches. */
async function addByMail(name: string, of: Partial<Member> = {}): Promise<Member> {
  const one: Member = {
    person: mailPerson(name),
    name: `Posti ${name}`,
    isGuest: false,
    email: `${name}@kunta.example`,
    ...of,
  };
  await world.store.insert(world.scope, members, memberIdOf(one.person), one);
  forgetRegister(visit);
  return one;
}

async function visitOf(one: Member): Promise<Visit> {
  return { ...(await world.work()), actor: { person: one.person, name: one.name, locale: 'fi' }, t: translator('fi') };
}

/** What notifications of the channel's cards say. */
const channelCards = (): string[] => [...world.channel.shown.values()];
/** The card as it stands now. */
const cardOf = async ({ id }: Bulletin): Promise<string> => JSON.stringify((await drawBulletin(id, visit))?.card);
const stateOf = async ({ id }: Bulletin): Promise<string> => (await bulletinNow(visit, id)).state;
const lettersAbout = ({ id }: Bulletin): string[] =>
  [...world.letters.keys()].filter((one) => one.startsWith(`${id}-`));

describe('going out', () => {
  test('at once: its recipients are frozen, its card stands in the channel, and each whom mail reaches gets one letter', async () => {
    const one = await addByMail('anna');
    await addByMail('olli', { mail: { bulletins: false } });
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    expect(await stateOf(of)).toBe('sent');
    expect(channelCards().join()).toContain('Talvitiedote');
    expect(lettersAbout(of)).toEqual([letterOf(of.id, memberIdOf(one.person))]);
    expect(world.letters.get(lettersAbout(of)[0] ?? '')).toMatchObject({ topic: 'bulletins', urgency: 'bulk' });

    const report = await askOf(bulletinRoutes, contract.getDelivery, visit, { params: { bulletin: of.id } });
    // six in Teams without an address, one who waits, one who does not want it
    expect(report).toMatchObject({ size: 8, sums: { noAddress: 6, waiting: 1, unwanted: 1, sent: 0 } });
    expect(Object.values(report.sums).reduce((sum, n) => sum + n, 0)).toBe(report.size);
  });

  test('pressed twice, or after a restart, it goes out once', async () => {
    await addByMail('anna');
    const of = await make(byMail);
    await Promise.all([sendNow(visit, of.id), sendNow(visit, of.id)]);
    await world.clock.rest();
    await world.restart();
    await sendBulletin(await world.work(), of.id);
    await world.clock.advance(60_000);
    expect(channelCards()).toHaveLength(1);
    expect(lettersAbout(of)).toHaveLength(1);
    expect(await listAll(world.store, world.scope, bulletinRecipients)).toHaveLength(1);
  });

  test('who comes after it was frozen is not among its recipients', async () => {
    await addByMail('anna');
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    await addByMail('uusi');
    await sendBulletin(await world.work(), of.id);
    expect(lettersAbout(of)).toHaveLength(1);
  });

  test('at its time and not before, by the clock of the network', async () => {
    await world.passTo('2026-11-28T10:00Z');
    const of = await make();
    await scheduleBulletin(visit, of.id, { date: '2026-12-01', time: '9.00' });
    await world.passTo('2026-12-01T06:59:30Z');
    await world.clock.advance(1000);
    expect(channelCards()).toEqual([]);
    await world.passTo('2026-12-01T07:00:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toHaveLength(1);
  });

  test('not when it was undone, and at the later time when it was put off', async () => {
    await world.passTo('2026-11-28T10:00Z');
    const [undone, later] = [await make({ title: 'Peruttu' }), await make({ title: 'Siirretty' })];
    for (const { id } of [undone, later]) await scheduleBulletin(visit, id, { date: '2026-12-01', time: '9.00' });
    await unscheduleBulletin(visit, undone.id);
    await scheduleBulletin(visit, later.id, { date: '2026-12-02', time: '9.00' });
    await world.passTo('2026-12-01T08:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toEqual([]);
    await world.passTo('2026-12-02T07:00Z');
    await world.clock.advance(10_000);
    expect(channelCards().join()).toContain('Siirretty');
    expect(channelCards().join()).not.toContain('Peruttu');
  });

  test('not where bulletins are switched off meanwhile: the desk says that its time went by', async () => {
    await world.passTo('2026-11-28T10:00Z');
    const of = await make();
    await scheduleBulletin(visit, of.id, { date: '2026-12-01', time: '9.00' });
    const stored = await world.store.get(world.scope, networks, NETWORK);
    if (!stored) throw new Error('no network');
    await world.store.replace(
      world.scope,
      networks,
      NETWORK,
      { ...stored.value, modules: { bulletins: false } },
      stored.version,
    );
    await world.passTo('2026-12-01T07:30Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toEqual([]);
    const desk = await askOf(bulletinRoutes, contract.getDesk, visit);
    expect(desk.bulletins).toEqual([expect.objectContaining({ id: of.id, state: 'scheduled', isMissed: true })]);
  });

  test('a test goes to its writer alone, who must have an address', async () => {
    const of = await make();
    await expect(testLetter(visit, of.id, 'r1')).rejects.toThrow(Refusal);
    await changeMember(visit, objectIdOfMember(0), (now) => now && { ...now, email: 'koordinaattori@kunta.example' });
    await testLetter(visit, of.id, 'r1');
    await testLetter(visit, of.id, 'r1');
    expect([...world.letters.values()]).toEqual([
      expect.objectContaining({ to: objectIdOfMember(0), topic: 'always' }),
    ]);
    const body = await bulletinLetters.find(({ name }) => name === 'bulletins.test')?.draw(`${of.id}|test`, visit);
    expect(body?.title).toBe('Koe: Talvitiedote');
  });
});

describe('writing', () => {
  test('the same request makes one draft, which can be changed and thrown away until it is scheduled', async () => {
    const draft = typed();
    const [of, again] = [await createBulletin(visit, draft, 'r'), await createBulletin(visit, draft, 'r')];
    expect(again).toEqual(of);
    expect((await editBulletin(visit, of.id, typed({ title: 'Toinen' }))).title).toBe('Toinen');
    await sendAtNine(of);
    await expect(removeBulletin(visit, of.id)).rejects.toThrow(Refusal);
    await unscheduleBulletin(visit, of.id);
    await removeBulletin(visit, of.id);
    await removeBulletin(visit, of.id);
    expect(await allBulletins(visit)).toEqual([]);
  });

  const sendAtNine = (of: Bulletin) => scheduleBulletin(visit, of.id, { date: '2027-01-01', time: '9.00' });

  test('its picture is on the card and goes when another takes its place', async () => {
    await world.passTo('2026-11-28T10:00Z');
    const [first, second] = [
      await keepPicture(visit, person(0), await aPicture()),
      await keepPicture(visit, person(0), await aPicture()),
    ];
    const of = await make({ picture: { id: first.id, alt: 'Kuusi' } });
    await editBulletin(visit, of.id, typed({ picture: { id: second.id, alt: 'Toinen kuusi' } }));
    expect(await world.files.read({ network: NETWORK, id: first.id })).toBeUndefined();
    await sendNow(visit, of.id);
    await world.clock.rest();
    expect(await cardOf(of)).toContain(second.id);
    expect(await cardOf(of)).toContain('Toinen kuusi');
  });

  test('a preview shows the card and the letter, or what is wrong with each field', async () => {
    const good = await askOf(bulletinRoutes, contract.previewBulletin, visit, { body: typed(byMail) });
    expect(JSON.stringify(good.card)).toContain('Kokous on torstaina.');
    expect(good.letter).toMatchObject({ subject: 'Talvitiedote', paragraphs: ['Kokous on torstaina.'] });
    const bad = await askOf(bulletinRoutes, contract.previewBulletin, visit, { body: typed({ title: '' }) });
    expect(bad).toEqual({ problems: [{ field: 'title', message: 'Anna tiedotteelle otsikko.' }] });
  });

  test('how many mail would reach is told before it is sent', async () => {
    await addByMail('anna');
    await changeMember(visit, objectIdOfMember(1), (now) => now && { ...now, email: 'yksi@kunta.example' });
    const told = await askOf(bulletinRoutes, contract.countAudience, visit, { body: { filter: {} } });
    expect(told).toEqual({ all: 7, mail: 1, noAddress: 5, unwanted: 0, inTeams: 1 });
  });
});

describe('after it has gone', () => {
  test('a correction is on the card and in letters that leave later, and the wording before is kept', async () => {
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    await correctBulletin(visit, of.id, said({ title: 'Talvitiedote', text: 'Kokous on perjantaina.' }));
    await world.clock.advance(60_000);
    expect(channelCards()).toHaveLength(1);
    expect(await cardOf(of)).toMatch(/perjantaina.*Korjattu/);
    expect(world.channel.texts('update')).toHaveLength(1);
    const body = await bulletinLetters.find(({ name }) => name === 'bulletins.bulletin')?.draw(of.id, visit);
    expect(JSON.stringify(body)).toMatch(/perjantaina.*Korjattu/);
    const desk = await askOf(bulletinRoutes, contract.getDeskBulletin, visit, { params: { bulletin: of.id } });
    expect(desk.corrections).toEqual([expect.objectContaining({ by: 'Jäsen 0', text: 'Kokous on torstaina.' })]);
    await expect(editBulletin(visit, of.id, typed())).rejects.toThrow(Refusal);
  });

  test('a follow-up goes to those whose letter was sent, may have been sent or has its turn to come, and to nobody else', async () => {
    const [anna, olli, vesa] = [await addByMail('anna'), await addByMail('olli'), await addByMail('vesa')];
    const of = await make({ ...byMail, toChannel: false });
    await sendNow(visit, of.id);
    await world.clock.rest();
    const draft = await followUp(visit, of.id, 'r');
    expect(draft).toMatchObject({ title: 'Korjaus: Talvitiedote', toChannel: false });
    const status = (who: Member, state: LetterStatus['state']): LetterStatus => {
      const to = memberIdOf(who.person);
      return { id: letterOf(of.id, to), to, drawing: '', subject: of.id, state, at: visit.services.clock.now() };
    };
    const known = [status(anna, 'sent'), status(olli, 'unknown'), status(vesa, 'waiting')];
    const work: Work = {
      ...visit,
      services: { ...visit.services, letters: { ...visit.services.letters, statuses: async () => known } },
    };
    await scheduleBulletin(visit, draft.id, { date: '2027-01-01', time: '9.00' });
    world.clock.jump(Date.parse('2027-01-01T07:00Z') - Date.parse(world.clock.now()));
    await sendBulletin(work, draft.id);
    const expected = [anna, olli, vesa].map(({ person: who }) => letterOf(draft.id, memberIdOf(who)));
    expect(lettersAbout(draft).sort()).toEqual(expected.sort());
  });

  test('what only went by mail is read by those whom it went to, what was posted by every member', async () => {
    const [anna] = [await addByMail('anna')];
    await changeGroup(visit, 'g1', () => ({
      ...{ id: 'g1', names: { fi: 'Ydinryhmä' }, createdAt: visit.services.clock.now() },
      seats: [{ id: 's1', member: memberIdOf(anna.person), role: 'chair', from: '2020-01-01' }],
    }));
    const own = await make({ title: 'Ryhmälle', toChannel: false, mailTo: 'members', filter: { group: 'g1' } });
    const open = await make({ title: 'Kaikille' });
    for (const { id } of [own, open]) await sendNow(visit, id);
    await world.clock.rest();
    const read = async (who: Visit) =>
      (await askOf(bulletinRoutes, contract.listBulletins, who)).bulletins.map(({ title }) => title);
    expect(await read(await visitOf(anna))).toEqual(expect.arrayContaining(['Ryhmälle', 'Kaikille']));
    expect(await read(await world.visit(1))).toEqual(['Kaikille']);
    await expect(
      askOf(bulletinRoutes, contract.getBulletin, await world.visit(1), { params: { bulletin: own.id } }),
    ).rejects.toThrow(Refusal);
    const [list, page] = bulletinPages;
    const asked = (params: Record<string, string>) => ({
      params,
      query: new URLSearchParams(),
      to: (to: string) => `/p/t/${to}`,
    });
    expect((await list?.show(asked({}), await visitOf(anna)))?.body.html).toContain('Ryhmälle');
    await expect(page?.show(asked({ bulletin: own.id }), await world.visit(1))).rejects.toThrow(Refusal);
    await expect(page?.show(asked({ bulletin: 'ei/ole' }), await world.visit(1))).rejects.toThrow(Refusal);
  });

  test('a draft is read by nobody, also by its address', async () => {
    const of = await make({ isPublic: true });
    await expect(
      askOf(bulletinRoutes, contract.getBulletin, await world.visit(1), { params: { bulletin: of.id } }),
    ).rejects.toThrow(Refusal);
    expect(await openly(of)).toBeUndefined();
  });

  const openly = async (of: Bulletin, round = of.round) => {
    const asked = { params: {}, query: new URLSearchParams(), to: (to: string) => `/p/t/${to}` };
    const work = await world.work();
    return bulletinOpenPages[0]?.show(asked, { ...work, subject: of.id, round, locale: 'fi', t: translator('fi') });
  };

  test('anyone reads it by its public page as long as that is open; opened again it has another address', async () => {
    const of = await make({ text: 'Lue <b>lisää</b>: https://kunta.example/sivu.' });
    await sendNow(visit, of.id);
    await world.clock.rest();
    expect(await openly(of)).toBeUndefined();
    const open = await shareBulletin(visit, of.id, true);
    const shown = (await openly(open))?.body.html;
    expect(shown).toContain('<a href="https://kunta.example/sivu">https://kunta.example/sivu</a>.');
    expect(shown).toContain('&lt;b&gt;');
    await shareBulletin(visit, of.id, false);
    expect(await openly(open)).toBeUndefined();
    const again = await shareBulletin(visit, of.id, true);
    expect(await openly(open)).toBeUndefined();
    expect(await openly(again)).toBeDefined();
  });

  test('the report as a file has every recipient and the same sums', async () => {
    await addByMail('anna');
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    const [sums, people] = await reportSheets(visit, await bulletinNow(visit, of.id));
    expect(people?.rows).toHaveLength(8);
    expect(sums?.rows).toEqual(
      expect.arrayContaining([
        ['Vastaanottajia', 7],
        ['Odottaa lähtöä', 1],
        ['Ei osoitetta', 6],
      ]),
    );
  });
});

describe('a series', () => {
  const frame = (of: object = {}) =>
    seriesDraft.parse({ title: 'Joulukalenteri', firstDay: '2026-12-01', days: '4', time: '9.00', ...of });
  beforeEach(() => world.passTo('2026-11-28T10:00Z'));

  test('posts each prepared day at its time, says which days are empty, and posts nothing on them', async () => {
    const of = await createSeries(visit, frame(), 'r');
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-04'])
      await writeDay(visit, { id: of.id, day }, said({ title: `Luukku ${day}` }));
    const told = await askOf(bulletinRoutes, contract.scheduleSeries, visit, { params: { series: of.id } });
    expect(told).toMatchObject({ scheduled: 3, empty: ['2026-12-03'], missed: [] });
    const posted: number[] = [];
    for (const day of ['01', '02', '03', '04']) {
      await world.passTo(`2026-12-${day}T06:59:30Z`);
      await world.clock.advance(1000);
      const before = channelCards().length;
      await world.passTo(`2026-12-${day}T07:00:00Z`);
      await world.clock.advance(10_000);
      posted.push(channelCards().length - before);
    }
    expect(posted).toEqual([1, 1, 0, 1]);
  });

  test('a day can be changed until its time, and not after', async () => {
    const of = await createSeries(visit, frame(), 'r');
    const day = { id: of.id, day: '2026-12-01' };
    await writeDay(visit, day, said());
    await scheduleSeries(visit, of.id);
    await world.passTo('2026-12-01T06:00Z');
    expect((await writeDay(visit, day, said({ text: 'Aivan muuta.' })))?.state).toBe('scheduled');
    await world.passTo('2026-12-01T07:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toHaveLength(1);
    const [post] = await allBulletins(visit);
    expect(post && (await cardOf(post))).toContain('Aivan muuta.');
    await expect(writeDay(visit, day, said())).rejects.toThrow(Refusal);
    await expect(writeDay(visit, { id: of.id, day: '2026-12-09' }, said())).rejects.toThrow(Refusal);
  });

  test('another time moves what is scheduled; an emptied day and an undone series post nothing', async () => {
    const of = await createSeries(visit, frame(), 'r');
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03'])
      await writeDay(visit, { id: of.id, day }, said({ title: day }));
    await scheduleSeries(visit, of.id);
    await writeDay(visit, { id: of.id, day: '2026-12-02' }, contentDraft.parse({}));
    await changeSeries(visit, of.id, frame({ time: '12.00' }));
    await world.passTo('2026-12-01T09:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toEqual([]);
    await world.passTo('2026-12-01T10:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toHaveLength(1);
    await unscheduleSeries(visit, of.id);
    await world.passTo('2026-12-05T10:00Z');
    await world.clock.advance(10_000);
    expect(channelCards()).toHaveLength(1);
    await expect(removeSeries(visit, of.id)).rejects.toThrow(Refusal);
  });

  test('with nothing to come is not scheduled, and goes away with its days as long as none has gone out', async () => {
    const of = await createSeries(visit, frame(), 'r');
    await expect(scheduleSeries(visit, of.id)).rejects.toThrow(Refusal);
    await writeDay(visit, { id: of.id, day: '2026-12-01' }, said());
    await removeSeries(visit, of.id);
    expect(await allBulletins(visit)).toEqual([]);
    expect((await askOf(bulletinRoutes, contract.getDesk, visit)).series).toEqual([]);
  });

  test('is one line of the desk, and its days are not among the bulletins', async () => {
    const of = await createSeries(visit, frame(), 'r');
    await writeDay(visit, { id: of.id, day: '2026-12-01' }, said());
    const desk = await askOf(bulletinRoutes, contract.getDesk, visit);
    expect(desk.bulletins).toEqual([]);
    expect(desk.series).toEqual([
      expect.objectContaining({ title: 'Joulukalenteri', days: 4, filled: 1, lastDay: '2026-12-04' }),
    ]);
  });
});

describe('people', () => {
  const erased: PersonKey = personKey.parse('erased|1');

  test('see what they wrote and received; erased, they leave their place in the sums and no name', async () => {
    const anna = await addByMail('anna');
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    await correctBulletin(visit, of.id, said());
    const own = await bulletinPersonal.collect([memberIdOf(person(0))], visit);
    expect(own).toMatchObject({ bulletinsWritten: [{ bulletin: of.id }], bulletinsCorrected: [{ bulletin: of.id }] });
    const ids = [memberIdOf(anna.person)];
    expect(await bulletinPersonal.collect(ids, visit)).toMatchObject({
      bulletinsReceived: [{ bulletin: of.id, way: 'mail' }],
    });
    await bulletinPersonal.erase(ids, erased, visit);
    await bulletinPersonal.erase([memberIdOf(person(0))], erased, visit);
    expect(await bulletinPersonal.collect(ids, visit)).toMatchObject({ bulletinsReceived: [] });
    expect(await bulletinPersonal.collect([memberIdOf(person(0))], visit)).toMatchObject({
      bulletinsWritten: [],
      bulletinsCorrected: [],
    });
    const report = await askOf(bulletinRoutes, contract.getDelivery, visit, { params: { bulletin: of.id } });
    expect(report).toMatchObject({ size: 7, sums: { pointless: 2, noAddress: 5 } });
    expect(JSON.stringify(report)).not.toContain('Posti anna');
  });

  test('are forgotten after a year, when the sums stay', async () => {
    await addByMail('anna');
    const of = await make(byMail);
    await sendNow(visit, of.id);
    await world.clock.rest();
    await bulletinPersonal.expire?.(visit);
    expect(await listAll(world.store, world.scope, bulletinRecipients)).toHaveLength(1);
    world.clock.jump((RETENTION.bulletinRecipients + 1) * 86_400_000);
    await bulletinPersonal.expire?.(visit);
    await bulletinPersonal.expire?.(visit);
    expect(await listAll(world.store, world.scope, bulletinRecipients)).toEqual([]);
    const report = await askOf(bulletinRoutes, contract.getDelivery, visit, { params: { bulletin: of.id } });
    expect(report).toMatchObject({ isForgotten: true, size: 7, rows: [], sums: { waiting: 1, noAddress: 6 } });
  });

  test('to a group that was removed meanwhile nothing goes out, and its page says why', async () => {
    const inGroup = { id: 'g1', names: { fi: 'Ydinryhmä' }, createdAt: at('2026-01-01'), seats: [] };
    await changeGroup(visit, 'g1', () => inGroup);
    const of = await make({ mailTo: 'members', filter: { group: 'g1' } });
    await world.store.remove(world.scope, groups, 'g1');
    forgetRegister(visit);
    await expect(sendNow(visit, of.id)).rejects.toMatchObject({ row: text.goneFilter });
    expect(await stateOf(of)).toBe('draft');
    const desk = await askOf(bulletinRoutes, contract.getDeskBulletin, visit, { params: { bulletin: of.id } });
    expect(desk.mailTo).toBe(text.noOneThere.fi);
  });

  test('hand over what has not gone out; a group that is to be mailed to can’t be removed meanwhile', async () => {
    await changeGroup(visit, 'g1', () => ({
      id: 'g1',
      names: { fi: 'Ydinryhmä' },
      createdAt: at('2026-01-01'),
      seats: [],
    }));
    const of = await make({ mailTo: 'members', filter: { group: 'g1' } });
    expect(await openForGroup('g1', visit)).toEqual([]);
    await scheduleBulletin(visit, of.id, { date: '2027-01-01', time: '9.00' });
    expect(await openForGroup('g1', visit)).toEqual(['Talvitiedote']);
    const [item] = await handover([memberIdOf(person(0))], visit);
    expect(item).toMatchObject({ title: 'Talvitiedote', page: `manage/bulletins/${of.id}` });
    await item?.move?.(memberIdOf(person(1)));
    await item?.move?.(memberIdOf(person(1)));
    expect(objectIdOf((await bulletinNow(visit, of.id as ActivityId)).by)).toBe(objectIdOfMember(1));
    expect(await handover([memberIdOf(person(0))], visit)).toEqual([]);
  });
});

const at = (time: string): Instant => toInstant(time);
