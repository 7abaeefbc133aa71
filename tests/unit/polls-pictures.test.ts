/** Polls with pictures, polls that other features start, and what they hear of them afterwards. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { type ActivityId, activityId, postId } from '../../bot/core/ids.ts';
import { keptPictures, type Picture } from '../../bot/core/picture.ts';
import { keepPicture, placePicture } from '../../bot/core/pictures.ts';
import type { PollOrder } from '../../bot/core/ports.ts';
import * as contract from '../../bot/features/polls/contract.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import {
  correctPoll,
  createPoll,
  decidePoll,
  pollFromOrder,
  reopenPoll,
  undoPoll,
} from '../../bot/features/polls/operations.ts';
import { pollPages } from '../../bot/features/polls/pages.ts';
import { pollDraft } from '../../bot/features/polls/poll.ts';
import { ask, openPollWorld, type PollWorld, wordsOf } from '../fakes/poll-world.ts';

let world: PollWorld;
/** Ids of the polls that a feature was told of, in order. */
let told: string[] = [];
beforeEach(async () => {
  told = [];
  world = await openPollWorld();
  world.services.followPoll = async (_, poll) => void told.push(poll);
});
afterEach(() => world.close());

/** A plain PNG, grey by default. */
const png = (width = 40, height = 30): Promise<Uint8Array> =>
  Transformer.fromRgbaPixels(new Uint8Array(width * height * 4).fill(120), width, height).png();
const send = async (n = 0): Promise<ActivityId> =>
  (await keepPicture(await world.work(), (await world.visit(n)).actor.person, await png())).id;
const draft = pollDraft.parse({ question: 'Mikä tyyli?', options: 'Sininen\nVihreä' });
/** What the channel sees. */
const drawn = async (name: string, subject: string): Promise<string> =>
  JSON.stringify(await polls.drawings.find((one) => one.name === name)?.draw(subject, await world.work()));
const kept = async (id: ActivityId) => (await world.temp.store.get(world.scope, keptPictures, id))?.value;

describe('pictures of options', () => {
  test('stand in the poll that its author gave them to, each with words for those who do not see it', async () => {
    const [one, two] = [await send(), await send()];
    const pictures = { 0: { id: one, alt: '' }, 1: { id: two, alt: 'Kuva vihreästä bussista' } };
    const poll = await createPoll(await world.visit(0), draft, 'form-1', pictures);
    expect(poll.options).toMatchObject([
      { label: 'Sininen', picture: { id: one, alt: 'Sininen', width: 40, height: 30 } },
      { label: 'Vihreä', picture: { id: two, alt: 'Kuva vihreästä bussista' } },
    ]);
    expect((await kept(one))?.usedIn).toBe(poll.id);
    const card = await drawn('polls.poll', poll.id);
    expect(card).toContain(`/p/picture-${one}/files/picture.jpg`);
    expect(card).toContain('Kuva vihreästä bussista');
  });

  test('of another person, or of nobody, are refused, and nothing is posted', async () => {
    const theirs = await send(1);
    for (const id of [theirs, 'pic-none', '../../etc'])
      await expect(createPoll(await world.visit(0), draft, `form-${id}`, { 0: { id, alt: '' } })).rejects.toThrow(
        'no longer there',
      );
    await world.clock.rest();
    expect([...world.channel.shown.values()]).toEqual([]);
    expect((await kept(theirs))?.usedIn).toBeUndefined();
  });

  test('are previewed without being put anywhere, and those of others are not shown', async () => {
    const [own, theirs] = [await send(), await send(1)];
    const pictures = { 0: { id: own, alt: '' }, 1: { id: theirs, alt: '' } };
    const body = { ...draft, pictures };
    const { card } = await ask(contract.previewPoll, await world.visit(0), { body });
    expect(JSON.stringify(card)).toContain(`picture-${own}`);
    expect(JSON.stringify(card)).not.toContain(`picture-${theirs}`);
    expect((await kept(own))?.usedIn).toBeUndefined();
  });

  test('are shown to the tab with their size, to who votes and in the result', async () => {
    const id = await send();
    const body = { draft, pictures: { 1: { id, alt: 'Vihreä bussi' } }, requestId: crypto.randomUUID() };
    const made = await ask(contract.createPoll, await world.visit(0), { body });
    const address = `https://bot.example.test/p/picture-${id}/files/picture.jpg`;
    expect(made.options[0]?.picture).toBeUndefined();
    expect(made.options[1]?.picture).toEqual({ address, alt: 'Vihreä bussi', width: 40, height: 30 });
    await world.clock.rest();
    await world.vote(1, made as never, 'o2');
    const own = await world.click('polls.mine', { poll: made.id }, await world.turn(1));
    expect(wordsOf(own)).toContain(address);
    await world.untilCounted(made as never);
    expect(await drawn('polls.poll', made.id)).toContain(address);
    expect(await drawn('polls.result', `${made.id}|1`)).toContain(address);
  });

  test('stand on the page of one’s own link, on its own origin and once, while one votes and afterwards', async () => {
    const id = await send();
    const poll = await createPoll(await world.visit(0), draft, 'form-1', { 0: { id, alt: 'Sininen bussi' } });
    const page = pollPages.find(({ path }) => path === 'polls/{poll}');
    const show = async () => {
      const asked = { params: { poll: poll.id }, query: new URLSearchParams(), to: (to: string) => `/p/x/${to}` };
      return page?.show(asked, await world.visit(1));
    };
    const own = `src="/p/picture-${id}/files/picture.jpg"`;
    const open = await show();
    expect([open?.hasFiles, open?.body.html.split(own).length]).toEqual([true, 2]);
    await world.vote(1, poll, 'o1');
    await world.untilCounted(poll);
    const closed = await show();
    expect([closed?.hasFiles, closed?.body.html.split(own).length]).toEqual([true, 2]);
    expect(closed?.body.html).toContain('alt="Sininen bussi"');
  });

  test('stay through a correction of the words, and go with a poll that is taken back', async () => {
    const id = await send();
    const visit = await world.visit(0);
    const poll = await createPoll(visit, draft, 'form-1', { 0: { id, alt: '' } });
    const to = { question: 'Mikä tyyli?', description: '', purpose: '' };
    const options = [
      { id: 'o1', label: 'Taivaansininen' },
      { id: 'o2', label: 'Vihreä' },
    ];
    expect((await correctPoll(visit, poll.id, { ...to, options })).options[0]).toMatchObject({ picture: { id } });
    await undoPoll(visit, poll.id);
    expect(await kept(id)).toBeUndefined();
    expect((await ask(contract.getPoll, visit, { params: { poll: poll.id } })).options[0]?.picture).toBeUndefined();
  });

  test('have no place in a poll on dates', async () => {
    const id = await send();
    const dates = pollDraft.parse({ question: 'Milloin?', type: 'dates', options: '5.3. klo 9\n6.3. klo 9' });
    const poll = await createPoll(await world.visit(0), dates, 'form-1', { 0: { id, alt: '' } });
    expect(poll.options[0]).not.toHaveProperty('picture');
    expect((await kept(id))?.usedIn).toBeUndefined();
  });
});

describe('a poll that another feature starts', () => {
  const order = (more: Partial<PollOrder> = {}): PollOrder => ({
    ...{ form: 'i-1', question: 'Mitkä ideat toteutetaan?', description: '50 ideasta koottu' },
    options: [{ label: '- Katettu pysäkki | lämmin' }, { label: '1. Kutsubussi' }, { label: 'Vaihtopysäkki' }],
    ...{ tallies: 'persons', secrecy: 'unnamed', closesOn: '', closesAtTime: '', mostChoices: 2 },
    ...more,
  });
  const start = async (of: PollOrder, n = 0) => pollFromOrder(of, await world.visit(n));

  test('is posted with the options as they are, and gives their ids in that order', async () => {
    const started = await start(order());
    expect(started.options).toEqual(['o1', 'o2', 'o3']);
    const poll = await world.now({ id: started.poll });
    expect(poll.options.map(({ label }) => label)).toEqual([
      '- Katettu pysäkki | lämmin',
      '1. Kutsubussi',
      'Vaihtopysäkki',
    ]);
    expect(poll).toMatchObject({ mostChoices: 2, description: '50 ideasta koottu', secrecy: 'unnamed' });
    await world.clock.rest();
    expect(world.channel.texts('create')).toEqual(['Äänestys: Mitkä ideat toteutetaan?']);
    expect(polls.startPoll).toBe(pollFromOrder);
  });

  test('is the same when it is ordered twice', async () => {
    const [one, two] = await Promise.all([start(order()), start(order())]);
    expect(two).toEqual(one);
    await world.clock.rest();
    expect(world.channel.texts('create')).toHaveLength(1);
  });

  test('keeps the pictures that stand elsewhere where they stand, also when it is taken back', async () => {
    const visit = await world.visit(0);
    const idea = activityId.parse('i-idea');
    const picture: Picture = await placePicture(visit, { id: await send(), alt: 'Pysäkki' }, idea);
    const { poll } = await start(order({ options: [{ label: 'A', picture }, { label: 'B' }], mostChoices: 1 }));
    expect((await world.now({ id: poll })).options[0]?.picture).toEqual(picture);
    await undoPoll(visit, poll);
    expect((await kept(picture.id))?.usedIn).toBe(idea);
  });

  test('is refused with the problems of the poll’s form', async () => {
    await expect(start(order({ options: [{ label: 'Vain yksi' }] }))).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ field: 'options' })]),
    });
    await expect(start(order(), 1)).rejects.toThrow('only a coordinator');
  });
});

describe('who waits for a poll hears', () => {
  test('that it was closed, opened again and closed anew', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    expect(told).toEqual([]);
    const counted = await world.untilCounted(poll);
    expect(told).toEqual([poll.id]);
    await reopenPoll(await world.visit(0), poll.id, { closesOn: '2026-03-20', closesAtTime: '16:00' });
    expect(told).toHaveLength(2);
    expect(counted.state).toBe('closed');
    await world.untilCounted(poll);
    expect(told).toEqual([poll.id, poll.id, poll.id]);
  });

  test('that a tie was decided, and that a poll was taken back', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    await world.vote(2, poll, 'o2');
    await world.untilCounted(poll);
    await decidePoll(await world.visit(0), poll.id, 'o2');
    expect(told).toEqual([poll.id, poll.id]);
    const other = await world.ask();
    await undoPoll(await world.visit(0), other.id);
    expect(told.at(-1)).toBe(other.id);
  });

  test('of it by a job of the feature that says so', async () => {
    const ran: string[] = [];
    const follower = {
      ...{ name: 'follower', kinds: [], handlers: [], commands: [], drawings: [], routes: [], downloads: [] },
      afterPoll: 'follower.afterPoll',
      jobs: [{ kind: 'follower.afterPoll', run: async ({ key }: { key: string }) => void ran.push(key) }],
    };
    const { openFeatureWorld } = await import('../fakes/feature-world.ts');
    const own = await openFeatureWorld([polls, follower]);
    const poll = await createPoll(await own.visit(0), draft, 'form-1');
    await own.clock.rest();
    await own.passTo(poll.closesAt);
    await own.clock.advance(11_000);
    await own.clock.advance(6_000);
    expect(ran).toEqual([poll.id]);
    expect(postId.safeParse(poll.post).success).toBe(true);
    await own.close();
  });
});
