/** The life of a box and of a challenge: left, looked at, opened all at once and never before, passed on by name, and what bad days leave. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, plus } from '../../bot/core/clock.ts';
import type { ActivityId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { keptPictures } from '../../bot/core/picture.ts';
import { keepPicture } from '../../bot/core/pictures.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeMember } from '../../bot/core/register.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import { activityScope } from '../../bot/core/scope.ts';
import { boxDraft, type Story, stories, storyDraft } from '../../bot/features/boxes/box.ts';
import { editBox, endBox, removeBox, setPublic } from '../../bot/features/boxes/box-operations.ts';
import { removeChallenge, removeDeed } from '../../bot/features/boxes/challenge-operations.ts';
import * as contract from '../../bot/features/boxes/contract.ts';
import { boxes } from '../../bot/features/boxes/feature.ts';
import { boxPersonal } from '../../bot/features/boxes/personal.ts';
import { changeStory, checkStory, leaveStory, removeStory } from '../../bot/features/boxes/story-operations.ts';
import {
  ask,
  type BoxWorld,
  FIRST_OPENING,
  openBoxWorld,
  openToAll,
  pageAt,
  png,
  publicPage,
  sentForm,
  shownAt,
  shownOpenly,
} from '../fakes/box-world.ts';
import { objectIdOfMember, openChat, person, represent, wordsOf } from '../fakes/feature-world.ts';

let world: BoxWorld;
beforeEach(async () => {
  world = await openBoxWorld();
});
afterEach(() => world.close());

/** What is refused, in Finnish. */
const refused = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'not refused',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.row.fi;
    },
  );
const storiesOf = async (box: { id: ActivityId }): Promise<Story[]> =>
  (await listAll(world.temp.store, activityScope(world.scope, box.id), stories)).map(({ value }) => value);
const viewOf = async (n: number, box: { id: ActivityId }) =>
  ask(contract.getBox, await world.visit(n), { params: { box: box.id } });
const challengeOf = async (n: number, of: { id: ActivityId }) =>
  ask(contract.getChallenge, await world.visit(n), { params: { challenge: of.id } });
/** Texts of what was posted since it was last asked. */
const posted = (): (string | undefined)[] => {
  const all = world.channel.texts('create');
  world.channel.requests.length = 0;
  return all;
};

describe('the box', () => {
  test('is announced once, and the same form puts up one', async () => {
    const box = await world.putUp();
    expect(posted()).toEqual(['Laatikko: Arjen muistot']);
    const card = await world.drawn('boxes.box', box.id);
    expect(card).toContain('Avataan joka viikko, seuraavan kerran pe 6.3.2026 klo 12.00');
    expect(card).toContain('Laatikko on vielä tyhjä');
  });

  test('nothing that is in it is seen before it is opened: card, tab, pages, news, what waits, search, downloads, logs', async () => {
    const box = await world.putUp();
    await represent(world, 1, 1);
    const SECRET = 'Mummon salainen bussi';
    const { id } = await keepPicture(await world.work(), person(1), await png());
    await world.leave(1, box, {
      ...{ text: SECRET, name: 'Salainen Nimi', showsOrganisation: true },
      picture: { id, alt: 'Salainen kuva' },
    });
    await world.clock.advance(120_000);
    const other = await world.visit(2);
    const seen = [
      await world.drawn('boxes.box', box.id),
      await world.drawn('boxes.opening', `${box.id}|1`),
      JSON.stringify(await ask(contract.listBoxes, other)),
      JSON.stringify(await viewOf(2, box)),
      await shownAt('boxes', {}, other),
      await shownAt('boxes/{box}', { box: box.id }, other),
      await shownOpenly(await world.openVisit(box, await openToAll(world, box))),
      JSON.stringify(await boxes.news?.(world.clock.now(), await world.work())),
      JSON.stringify(await boxes.waiting?.(other)),
      JSON.stringify(await boxPersonal.collect([objectIdOfMember(2) as never], await world.work())),
      JSON.stringify(world.log.events),
      JSON.stringify(world.channel.requests),
    ].join('\n');
    expect(seen).not.toMatch(/Mummon|Salainen|Kunta 1/i);
    expect(seen).not.toContain(id);
    expect([boxes.searchable, boxes.downloads]).toEqual([undefined, []]);
    expect(seen).toContain('Laatikossa on 1 tarina');

    expect(JSON.stringify((await viewOf(1, box)).own)).toContain(SECRET);
    expect(JSON.stringify((await viewOf(0, box)).desk?.inside)).toContain(SECRET);
    expect((await viewOf(2, box)).desk).toBeUndefined();

    await world.until(FIRST_OPENING);
    expect(JSON.stringify((await viewOf(2, box)).stories)).toContain(SECRET);
    expect(await world.drawn('boxes.opening', `${box.id}|1`)).toContain(SECRET);
    expect(await shownOpenly(await world.openVisit(box))).not.toContain(SECRET);
  });

  test('is opened by itself at its time, all at once, every week again; an empty one posts nothing', async () => {
    const box = await world.putUp();
    posted();
    await world.until(FIRST_OPENING);
    expect(posted()).toEqual([]);
    await world.leave(1, box);
    await world.leave(2, box, { name: 'Kerttu' });
    await world.until('2026-03-13T09:59:00.000Z');
    expect((await viewOf(3, box)).stories).toEqual([]);
    await world.until('2026-03-13T10:00:00.000Z');
    expect(posted()).toEqual(['Arjen muistot on avattu']);
    expect((await viewOf(3, box)).stories).toMatchObject([
      { text: 'Jäsenen 1 tarina', opening: 1 },
      { text: 'Jäsenen 2 tarina', name: 'Kerttu', opening: 1 },
    ]);
    await world.leave(3, box);
    await world.until('2026-03-20T10:00:00.000Z');
    expect((await viewOf(3, box)).stories.map(({ opening }) => opening)).toEqual([2, 1, 1]);
  });

  test('a server that was down opens it at once when it comes back, once', async () => {
    const box = await world.putUp();
    await world.leave(1, box);
    posted();
    world.kill();
    await world.passTo('2026-03-07T08:00:00.000Z');
    expect((await viewOf(2, box)).stories).toEqual([]);
    await world.restart();
    await world.clock.advance(11_000);
    expect(posted()).toEqual(['Arjen muistot on avattu']);
    await world.restart();
    await world.clock.advance(60_000);
    expect(posted()).toEqual([]);
    expect((await viewOf(2, box)).stories).toHaveLength(1);
    expect((await world.boxNow(box)).openings).toMatchObject([{ n: 1, due: FIRST_OPENING }]);
  });

  test('cut off between opening and posting, it is posted by the same job', async () => {
    const box = await world.putUp();
    await world.leave(1, box);
    posted();
    world.store.fails = (method, args) => {
      const isPost = method === 'insert' && JSON.stringify(args).includes('boxes.opening');
      return isPost;
    };
    await world.until(FIRST_OPENING);
    expect(posted()).toEqual([]);
    world.store.fails = () => false;
    await world.clock.advance(HOUR);
    expect(posted()).toEqual(['Arjen muistot on avattu']);
    expect((await world.boxNow(box)).openings).toHaveLength(1);
  });

  test('opened once, it takes no more; what a coordinator lets in afterwards is opened by itself', async () => {
    const box = await world.putUp({ opens: 'once', opensOn: '2026-03-04', time: '09:00' });
    const round = await openToAll(world, box);
    await world.leave(1, box);
    await publicPage.take?.(sentForm('form-1', { text: 'Ulkopuolisen tarina' }), await world.openVisit(box, round));
    await world.until('2026-03-04T07:00:00.000Z');
    expect(await refused(world.leave(2, box))).toBe('Laatikko ei ota enää tarinoita vastaan.');
    expect(await shownOpenly(await world.openVisit(box, round))).toBe('');
    expect((await viewOf(2, box)).stories).toHaveLength(1);
    const waiting = (await storiesOf(box)).find(({ state }) => state === 'waiting');
    await checkStory(await world.visit(0), box.id, waiting?.id as ActivityId, true);
    expect((await viewOf(2, box)).stories).toHaveLength(1);
    await world.until(plus(world.clock.now(), HOUR));
    expect((await viewOf(2, box)).stories.map(({ opening }) => opening)).toEqual([2, 1]);
  });

  test('moved to another time, it is opened then and not at the time before', async () => {
    const box = await world.putUp();
    await world.leave(1, box);
    const draft = boxDraft.parse({ title: 'Arjen muistot', weekday: '1', time: '08:30' });
    await editBox(await world.visit(0), box.id, draft);
    await world.until(FIRST_OPENING);
    expect((await viewOf(2, box)).stories).toEqual([]);
    await world.until('2026-03-09T06:30:00.000Z');
    expect((await viewOf(2, box)).stories).toHaveLength(1);
  });

  test('ended, it takes no more, and what is in it is opened a last time', async () => {
    const box = await world.putUp();
    await world.leave(1, box);
    await endBox(await world.visit(0), box.id);
    expect(await refused(world.leave(2, box))).toBe('Laatikko ei ota enää tarinoita vastaan.');
    expect(await world.drawn('boxes.box', box.id)).toContain('Avataan pe 6.3.2026 klo 12.00');
    await world.until(FIRST_OPENING);
    expect((await viewOf(2, box)).stories).toHaveLength(1);
    expect((await viewOf(2, box)).opensAt).toBeUndefined();
  });

  test('switched off, it stays shut, and is opened when its time comes again', async () => {
    const box = await world.putUp();
    await world.leave(1, box);
    posted();
    await world.switchModule(false);
    await world.until(FIRST_OPENING);
    expect(posted()).toEqual([]);
    await world.switchModule(true);
    expect((await viewOf(2, box)).stories).toEqual([]);
    await world.until('2026-03-13T10:00:00.000Z');
    expect(posted()).toEqual(['Arjen muistot on avattu']);
  });

  test('empty, it can be removed with its card; with a story in it not', async () => {
    const box = await world.putUp();
    const { id } = await world.leave(1, box);
    expect(await refused(removeBox(await world.visit(0), box.id))).toContain('ei voi poistaa');
    await removeStory(await world.visit(1), box.id, id);
    await removeBox(await world.visit(0), box.id);
    await world.clock.rest();
    expect(world.channel.shown.size).toBe(0);
  });
});

describe('a story', () => {
  test('the same form is one story, whoever answers twice', async () => {
    const box = await world.putUp();
    const draft = storyDraft.parse({ text: 'Sama' });
    await leaveStory(await world.visit(1), box.id, draft, 'form-1');
    await leaveStory(await world.visit(1), box.id, draft, 'form-1');
    await leaveStory(await world.visit(2), box.id, draft, 'form-1');
    expect(await storiesOf(box)).toHaveLength(2);
  });

  test('is changed and removed by its writer alone, and changed only until it is opened', async () => {
    const box = await world.putUp();
    const { id } = await world.leave(1, box, { name: 'Aino' });
    const draft = storyDraft.parse({ text: 'Korjattu' });
    expect(await refused(changeStory(await world.visit(2), box.id, id, draft))).toContain('Vain kirjoittaja');
    expect(await changeStory(await world.visit(1), box.id, id, draft)).toMatchObject({
      text: 'Korjattu',
      state: 'kept',
    });
    expect((await storiesOf(box))[0]).not.toHaveProperty('name');
    expect(await refused(removeStory(await world.visit(2), box.id, id))).toContain('vain verkoston koordinaattori');
    await world.until(FIRST_OPENING);
    expect(await refused(changeStory(await world.visit(1), box.id, id, draft))).toContain('jo avattu');
    await removeStory(await world.visit(1), box.id, id);
    await world.clock.rest();
    expect((await viewOf(2, box)).stories).toEqual([]);
    expect([...world.channel.shown.values()]).toEqual(['Laatikko: Arjen muistot']);
  });

  test('its picture goes with it, and another in its place takes it away', async () => {
    const box = await world.putUp();
    const send = async () => (await keepPicture(await world.work(), person(1), await png())).id;
    const [one, two] = [await send(), await send()];
    const { id } = await world.leave(1, box, { picture: { id: one, alt: 'Yksi' } });
    const kept = async () => (await listAll(world.temp.store, world.scope, keptPictures)).map((of) => of.id).sort();
    await changeStory(
      await world.visit(1),
      box.id,
      id,
      storyDraft.parse({ text: 'a', picture: { id: two, alt: 'Kaksi' } }),
    );
    expect(await kept()).toEqual([two]);
    expect(await refused(world.leave(2, box, { picture: { id: two, alt: 'Ei minun' } }))).toContain(
      'Kuvaa ei enää ole',
    );
    await removeStory(await world.visit(0), box.id, id);
    expect(await kept()).toEqual([]);
  });

  test('where members’ stories are checked too, it waits and waits again when it is changed', async () => {
    const box = await world.putUp({ checksMembers: true });
    const { id, state } = await world.leave(1, box);
    expect(state).toBe('waiting');
    expect((await world.leave(0, box)).state).toBe('kept');
    await checkStory(await world.visit(0), box.id, id, true);
    const changed = await changeStory(await world.visit(1), box.id, id, storyDraft.parse({ text: 'Muuta' }));
    expect(changed.state).toBe('waiting');
    await world.until(FIRST_OPENING);
    expect((await viewOf(2, box)).stories.map(({ text }) => text)).toEqual(['Jäsenen 0 tarina']);
  });
});

describe('from outside', () => {
  test('by the public link anyone leaves a story and a picture, and only coordinators see it until it is let in and opened', async () => {
    const box = await world.putUp();
    expect(await shownOpenly(await world.openVisit(box))).toBe('');
    const round = await openToAll(world, box);
    const page = await shownOpenly(await world.openVisit(box, round));
    expect(page).toContain('enctype="multipart/form-data"');
    expect(page).toContain('Kerro matkasta, jonka muistat.');
    const files = new Map([['picture', await png()]]);
    const fields = { text: 'Naapurin tarina', name: 'Naapuri', alt: 'Pysäkki' };
    const visit = await world.openVisit(box, round);
    await publicPage.take?.(sentForm('form-1', fields, { files }), visit);
    await publicPage.take?.(sentForm('form-1', fields, { files }), visit);
    expect(await storiesOf(box)).toMatchObject([{ state: 'waiting', isFromOutside: true, name: 'Naapuri' }]);
    expect(await listAll(world.temp.store, world.scope, keptPictures)).toHaveLength(1);
    expect((await storiesOf(box))[0]).not.toHaveProperty('by');
    await world.until(FIRST_OPENING);
    expect((await viewOf(2, box)).stories).toEqual([]);
    expect((await viewOf(0, box)).desk?.waiting).toMatchObject([{ text: 'Naapurin tarina', isFromOutside: true }]);
    expect(await boxes.waiting?.(await world.visit(0))).toMatchObject([
      { title: '1 tarina odottaa tarkistusta: Arjen muistot', page: `boxes/${box.id}` },
    ]);
    const { id } = (await storiesOf(box))[0] as Story;
    expect(await refused(checkStory(await world.visit(1), box.id, id, true))).toContain('koordinaattori');
    await checkStory(await world.visit(0), box.id, id, true);
    await world.until('2026-03-13T10:00:00.000Z');
    expect((await viewOf(2, box)).stories).toMatchObject([{ text: 'Naapurin tarina', picture: { alt: 'Pysäkki' } }]);
  });

  test('a renewed or closed link takes nothing, and a form without words comes back with what was typed', async () => {
    const box = await world.putUp();
    const round = await openToAll(world, box);
    const empty = sentForm('form-1', { text: ' ', name: 'Naapuri <b>' });
    const refusal = await Promise.resolve(publicPage.take?.(empty, await world.openVisit(box, round))).catch((e) => e);
    const page = await publicPage.refused?.(empty, refusal as Refusal, await world.openVisit(box, round));
    expect(page?.body.html).toContain('Kirjoita tarina.');
    expect(page?.body.html).toContain('Naapuri &lt;b&gt;');
    const noAlt = sentForm('form-2', { text: 'a' }, { files: new Map([['picture', await png()]]) });
    expect(await refused(Promise.resolve(publicPage.take?.(noAlt, await world.openVisit(box, round))))).toContain(
      'mitä kuvassa on',
    );
    await setPublic(await world.visit(0), box.id, { isPublic: true, renew: true });
    const form = sentForm('form-3', { text: 'Myöhässä' });
    expect(await publicPage.take?.(form, await world.openVisit(box, round))).toBeUndefined();
    await setPublic(await world.visit(0), box.id, { isPublic: false, renew: false });
    expect(await publicPage.take?.(form, await world.openVisit(box, round + 1))).toBeUndefined();
    expect(await storiesOf(box)).toEqual([]);
  });

  test('what was not let in is gone after its time, with its picture', async () => {
    const box = await world.putUp();
    const visit = await world.openVisit(box, await openToAll(world, box));
    const files = new Map([['picture', await png()]]);
    await publicPage.take?.(sentForm('form-1', { text: 'Mainos', alt: 'Mainos' }, { files }), visit);
    const { id } = (await storiesOf(box))[0] as Story;
    await checkStory(await world.visit(0), box.id, id, false);
    await boxPersonal.expire?.(await world.work());
    expect(await storiesOf(box)).toHaveLength(1);
    await world.passTo(plus(world.clock.now(), (RETENTION.refusedStories + 1) * DAY));
    await boxPersonal.expire?.(await world.work());
    expect(await storiesOf(box)).toEqual([]);
    expect(await listAll(world.temp.store, world.scope, keptPictures)).toEqual([]);
  });
});

describe('the challenge', () => {
  test('counts deeds towards its goal and announces it once', async () => {
    const of = await world.challenge();
    expect(posted()).toEqual(['Haaste: Sata hyvää tekoa']);
    await world.act(1, of);
    await world.act(2, of);
    expect(await challengeOf(3, of)).toMatchObject({ count: 2, goal: 3, phase: 'open' });
    expect(posted()).toEqual([]);
    await world.act(3, of);
    await world.act(1, of);
    await world.clock.rest();
    expect(posted()).toEqual(['Sata hyvää tekoa: tavoite täynnä']);
    expect(await challengeOf(3, of)).toMatchObject({ count: 4, phase: 'reached' });
    expect(await world.drawn('boxes.reached', of.id)).toContain('Koossa on 4 hyvää tekoa.');
    expect(await world.drawn('boxes.challenge', of.id)).toContain('4 / 3 hyvää tekoa');
  });

  test('is passed on by name: the next one is told, answers with a deed, and the chain shows who challenged whom', async () => {
    const of = await world.challenge();
    await openChat(world, 2);
    const first = await world.act(1, of, { to: 2 });
    expect(first.passed).toEqual({ name: 'Jäsen 2', by: 'chat' });
    await world.clock.rest();
    expect(posted()).toContain('Jäsen 1 haastoi sinut: Sata hyvää tekoa');
    expect(await boxes.waiting?.(await world.visit(2))).toMatchObject([
      { title: 'Sinut on haastettu: Sata hyvää tekoa', hint: 'Jäsen 1 haastoi sinut', page: `challenges/${of.id}` },
    ]);
    expect(await refused(world.act(3, of, { to: 2 }))).toBe('{name} on jo haastettu. Valitse joku toinen.');
    expect(await refused(world.act(3, of, { to: 3 }))).toContain('Et voi haastaa itseäsi');
    await world.act(2, of, { to: 3 });
    expect(await boxes.waiting?.(await world.visit(2))).toEqual([]);
    expect((await challengeOf(4, of)).deeds).toMatchObject([
      { number: 2, name: 'Jäsen 2', from: { name: 'Jäsen 1' }, to: { name: 'Jäsen 3', isAnswered: false } },
      { number: 1, name: 'Jäsen 1', to: { name: 'Jäsen 2', isAnswered: true } },
    ]);
    const card = await world.drawn('boxes.challenge', of.id);
    expect(card).toContain('Jäsen 2');
    expect(card).not.toContain('Jäsen 3'); // whom someone challenged did not ask to stand in the channel
  });

  test('who says no is named no more, and another can be challenged', async () => {
    const of = await world.challenge();
    const { deed } = await world.act(1, of, { to: 2 });
    const decline = async (n: number) =>
      ask(contract.declineChallenge, await world.visit(n), { params: { challenge: of.id, deed: deed.id } });
    expect(await refused(decline(3))).toContain('ei ole osoitettu sinulle');
    expect((await decline(2)).calls).toEqual([]);
    expect((await challengeOf(1, of)).deeds).toMatchObject([{ canPass: true }]);
    const pass = async (n: number) =>
      ask(contract.passOn, await world.visit(n), {
        params: { challenge: of.id, deed: deed.id },
        body: { passTo: objectIdOfMember(3) },
      });
    expect(await refused(pass(2))).toContain('Vain tekijä');
    expect((await pass(1)).passed).toEqual({ name: 'Jäsen 3', isReached: false });
  });

  test('who wants no name has none, on the card, in the chain and to whom they challenge', async () => {
    const of = await world.challenge();
    await openChat(world, 2);
    const { deed } = await world.act(1, of, { to: 2, isUnnamed: true });
    const seen = [
      await world.drawn('boxes.challenge', of.id),
      await world.drawn('boxes.passedDirect', `${of.id}|${deed.id}|${objectIdOfMember(2)}`),
      JSON.stringify(await challengeOf(3, of)),
      await shownAt('challenges/{challenge}', { challenge: of.id }, await world.visit(2)),
      JSON.stringify(await boxes.waiting?.(await world.visit(2))),
    ].join('\n');
    // the form's list of whom to challenge names everyone, and nobody's deed
    expect(seen.replace(/<select.*?<\/select>/gs, '')).not.toContain('Jäsen 1');
  });

  test('who was challenged by name and answers without it is not told by the chain', async () => {
    const of = await world.challenge();
    await world.act(1, of, { to: 2 });
    await world.act(2, of, { isUnnamed: true });
    const [answer, challenging] = (await challengeOf(3, of)).deeds;
    expect([answer?.name, answer?.from]).toEqual([undefined, undefined]);
    expect(challenging?.to).toEqual({ isAnswered: true });
    const page = await shownAt('challenges/{challenge}', { challenge: of.id }, await world.visit(3));
    expect(page.replace(/<select.*?<\/select>/gs, '')).not.toContain('Jäsen 2');
  });

  test('who left the network is a member without a name, and is told of nothing any more', async () => {
    const of = await world.challenge();
    const { deed: told } = await world.act(1, of, { to: 2 });
    const inChat = () => world.drawn('boxes.passedDirect', `${of.id}|${told.id}|${objectIdOfMember(2)}`);
    expect(await inChat()).toContain('Jäsen 1');
    for (const n of [1, 2])
      await changeMember(
        await world.work(),
        objectIdOfMember(n),
        (now) => now && { ...now, leftAt: world.clock.now() },
      );
    const [deed] = (await challengeOf(3, of)).deeds;
    expect(deed?.name).toBeUndefined();
    expect(deed?.to).toEqual({ isAnswered: false });
    expect(await inChat()).toBeUndefined();
  });

  test('a deed that was taken away is gone from the chat of whom it challenged', async () => {
    const of = await world.challenge();
    await openChat(world, 2);
    const { deed } = await world.act(1, of, { to: 2 });
    await world.clock.rest();
    const inChat = () => [...world.channel.shown.values()].filter((one) => one.includes('Jäsen 1'));
    expect(inChat()).toHaveLength(1);
    await removeDeed(await world.visit(0), of.id, deed.id);
    await world.clock.rest();
    expect(inChat()).toEqual([]);
  });

  test('an own deed is taken back within a day, later only by a coordinator', async () => {
    const of = await world.challenge();
    const { deed } = await world.act(1, of);
    const other = await world.act(2, of);
    expect(await refused(removeDeed(await world.visit(2), of.id, deed.id))).toContain('Vain tekijä');
    await removeDeed(await world.visit(1), of.id, deed.id);
    await world.passTo(plus(world.clock.now(), DAY));
    expect(await refused(removeDeed(await world.visit(2), of.id, other.deed.id))).toContain('vuorokauden');
    await removeDeed(await world.visit(0), of.id, other.deed.id);
    expect((await challengeOf(3, of)).count).toBe(0);
    await removeChallenge(await world.visit(0), of.id);
    await world.clock.rest();
    expect(world.channel.shown.size).toBe(0);
  });
});

describe('in chat', () => {
  test('the card’s button opens a form for who tapped it, and the form comes back with what was typed when it is wrong', async () => {
    const box = await world.putUp();
    const turn = await world.turn(1);
    expect(wordsOf(await world.click('boxes.askStory', { box: box.id }, turn))).toContain('Laita laatikkoon');
    const handler = boxes.handlers.find(({ verb }) => verb === 'boxes.leaveStory');
    const typed = { box: box.id, form: 'f1', text: ' ', name: 'Aino' };
    const error = await world.click('boxes.leaveStory', typed, turn).catch((e) => e);
    expect(wordsOf((await handler?.refused(typed, error as Refusal, turn)) as never)).toContain('Aino');
    const done = await world.click('boxes.leaveStory', { ...typed, text: 'Tarina' }, turn);
    expect(wordsOf(done)).toContain('Tarinasi on laatikossa');
    expect(wordsOf(done)).not.toContain('"Tarina"');
  });

  test('a deed is added and passed on from its form', async () => {
    const of = await world.challenge();
    const turn = await world.turn(1);
    expect(wordsOf(await world.click('boxes.askDeed', { challenge: of.id }, turn))).toContain('Jäsen 2');
    const done = await world.click(
      'boxes.addDeed',
      { challenge: of.id, form: 'f1', text: 'Teko', passTo: objectIdOfMember(2) },
      turn,
    );
    expect(wordsOf(done)).toContain('Jäsen 2 on haastettu');
    expect((await challengeOf(3, of)).count).toBe(1);
  });
});

describe('without Teams', () => {
  test('the page of a box takes a story with its picture, and coordinators let in what waits there', async () => {
    const box = await world.putUp({ checksMembers: true });
    const page = pageAt('boxes/{box}');
    const params = { box: box.id };
    const files = new Map([['picture', await png()]]);
    const fields = { act: 'leave', text: 'Sivulta jätetty', name: 'Aino', alt: 'Pysäkki' };
    const left = await page.take?.(sentForm('form-1', fields, { params, files }), await world.visit(1));
    expect(left?.said.fi).toContain('Koordinaattori lukee tarinan');
    const { id } = (await storiesOf(box))[0] as Story;
    expect(await shownAt('boxes/{box}', params, await world.visit(1))).toContain('Odottaa koordinaattorin tarkistusta');
    expect(await shownAt('boxes/{box}', params, await world.visit(2))).not.toContain('Sivulta jätetty');
    expect(await shownAt('boxes/{box}', params, await world.visit(0))).toContain('Päästä laatikkoon');
    const letIn = sentForm('form-2', { act: 'letIn', story: id }, { params });
    expect(await refused(Promise.resolve(page.take?.(letIn, await world.visit(1))))).toContain('koordinaattori');
    expect((await page.take?.(letIn, await world.visit(0)))?.said.fi).toBe('Tarina on laatikossa.');
    const remove = sentForm('form-3', { act: 'remove', story: id }, { params });
    await page.take?.(remove, await world.visit(1));
    expect(await storiesOf(box)).toEqual([]);
    expect(await listAll(world.temp.store, world.scope, keptPictures)).toEqual([]);
  });

  test('who reads mail is challenged by a letter that leads to their page, pointless once they have answered', async () => {
    const of = await world.challenge();
    await changeMember(
      await world.work(),
      objectIdOfMember(2),
      (now) => now && { ...now, email: 'jasen@akaa.example', mail: { ideas: true } },
    );
    const { deed, passed } = await world.act(1, of, { to: 2 });
    expect(passed?.by).toBe('mail');
    expect([...world.letters.values()].map(({ drawing, subject }) => [drawing, subject])).toEqual([
      ['boxes.passed', `${of.id}|${deed.id}`],
    ]);
    const draw = async () => boxes.letters?.[0]?.draw(`${of.id}|${deed.id}`, await world.visit(2));
    const letter = await draw();
    expect(letter?.title).toBe('Jäsen 1 haastoi sinut: Sata hyvää tekoa');
    expect(JSON.stringify(letter)).toContain(`challenges/${of.id}?from=${deed.id}`);
    await world.switchModule(false);
    expect(await draw()).toBeUndefined();
    await world.switchModule(true);
    await world.act(2, of);
    expect(await draw()).toBeUndefined();
  });

  test('who leaves hands over what they put up', async () => {
    const [box, of] = [await world.putUp(), await world.challenge()];
    const items = async () => boxes.handover?.([objectIdOfMember(0) as never], await world.visit(0));
    expect((await items())?.map(({ kind, page }) => [kind, page])).toEqual([
      ['boxes.box', `boxes/${box.id}`],
      ['boxes.challenge', `challenges/${of.id}`],
    ]);
    await endBox(await world.visit(0), box.id);
    expect(await items()).toHaveLength(1);
  });
});

describe('whom it is about', () => {
  test('gets all of it, and erased leaves deeds that count, without name, words or picture', async () => {
    const box = await world.putUp();
    const of = await world.challenge();
    await world.leave(1, box, { text: 'Oma tarina', name: 'Aino' });
    await world.leave(2, box, { text: 'Toisen tarina' });
    await world.act(1, of, { text: 'Oma teko', to: 2 });
    await world.act(2, of, { text: 'Toisen teko', to: 1 });
    const work = await world.work();
    const ids = [objectIdOfMember(1) as never];
    const own = JSON.stringify(await boxPersonal.collect(ids, work));
    expect(own).toContain('Oma tarina');
    expect(own).toContain('Oma teko');
    expect(own).not.toContain('Toisen');
    await boxPersonal.erase(ids, person(9), work);
    await boxPersonal.erase(ids, person(9), work);
    expect((await storiesOf(box)).map(({ text }) => text)).toEqual(['Toisen tarina']);
    expect((await challengeOf(3, of)).deeds).toMatchObject([{ text: 'Toisen teko' }, { text: '' }]);
    expect((await challengeOf(3, of)).deeds[0]?.to).toBeUndefined();
    const left = JSON.stringify([await challengeOf(3, of), await viewOf(0, box)]);
    expect(left).not.toMatch(/Jäsen 1|Aino|Oma/);
  });

  test('some time after the opening nobody is linked with a story any more', async () => {
    const box = await world.putUp();
    await world.leave(1, box, { name: 'Aino' });
    await world.until(FIRST_OPENING);
    await boxPersonal.expire?.(await world.work());
    expect((await storiesOf(box))[0]?.by).toBe(person(1));
    await world.passTo(plus(world.clock.now(), (RETENTION.storyWriters + 1) * DAY));
    await boxPersonal.expire?.(await world.work());
    expect((await storiesOf(box))[0]).toMatchObject({ name: 'Aino' });
    expect((await storiesOf(box))[0]).not.toHaveProperty('by');
  });
});
