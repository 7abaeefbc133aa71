/** Ideas as they are lived with: who may do what, merging and taking back, votes that are reopened and taken back, contests, chat, letters, what others are told, and what stays of a person. */

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY } from '../../bot/core/clock.ts';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { type ActivityId, activityId, personOf, postId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { type MemberId, memberId, networks } from '../../bot/core/network.ts';
import { groups } from '../../bot/core/organisation.ts';
import type { Store } from '../../bot/core/ports.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import { changeMember, forgetRegister } from '../../bot/core/register.ts';
import { update } from '../../bot/core/update.ts';
import * as contract from '../../bot/features/ideas/contract.ts';
import { mergeIdeas, undoMade } from '../../bot/features/ideas/desk-operations.ts';
import { ideas } from '../../bot/features/ideas/feature.ts';
import { isCurrent } from '../../bot/features/ideas/idea.ts';
import { allIdeas, supportsNow } from '../../bot/features/ideas/memory.ts';
import { removeIdea } from '../../bot/features/ideas/operations.ts';
import * as pollContract from '../../bot/features/polls/contract.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { polls as pollKind } from '../../bot/features/polls/poll.ts';
import {
  askOf,
  type FeatureWorld,
  NETWORK,
  objectIdOfMember,
  openChat,
  openFeatureWorld,
  person,
  represent,
  wordsOf,
} from '../fakes/feature-world.ts';

let world: FeatureWorld;
beforeEach(async () => {
  world = await openFeatureWorld([ideas, polls], { size: 8 });
  for (let n = 1; n < 8; n++) await represent(world, n, n);
});
afterEach(() => world.close());

const ask = async <P, B, R>(
  n: number,
  endpoint: Endpoint<P, B, R>,
  of: { params?: object; body?: object } = {},
): Promise<R> => askOf([...ideas.routes, ...polls.routes], endpoint, await world.visit(n), of);

const open = (of: Partial<contract.CollectionDraft> = {}, intent = 'publish') =>
  ask(0, contract.addCollection, {
    body: { draft: { ...contract.EMPTY_COLLECTION, title: 'Nuorten raha', ...of }, intent, requestId: randomUUID() },
  });
const propose = (n: number, collection: string, title: string, of: Partial<contract.IdeaDraft> = {}) =>
  ask(n, contract.proposeIdea, {
    params: { collection },
    body: { draft: { ...contract.EMPTY_IDEA, title, ...of }, requestId: randomUUID() },
  });
const see = (n: number, idea: string) => ask(n, contract.getIdea, { params: { idea } });
const merge = (n: number, collection: string, which: readonly string[], title = 'Yhteinen') =>
  ask(n, contract.mergeIdeas, {
    params: { collection },
    body: { ideas: which, draft: { title, text: '', cost: '' }, requestId: randomUUID() },
  });
const support = (n: number, idea: string, isSupported = true) =>
  ask(n, contract.supportIdea, { params: { idea }, body: { isSupported } });
const vote = (collection: string, n = 0) =>
  ask(n, contract.voteOnIdeas, {
    params: { collection },
    body: { question: '', tallies: 'persons', secrecy: 'named', closesOn: '', closesAtTime: '', mostChoices: 1 },
  });
const shortlist = (n: number, collection: string, which: readonly string[]) =>
  ask(n, contract.shortlistIdeas, { params: { collection }, body: { ideas: which } });

async function seat(n: number, group = 'jury'): Promise<void> {
  const work = await world.work();
  const seats = [
    { id: 'seat-1', member: memberId.parse(objectIdOfMember(n)), role: 'member' as const, from: '2020-01-01' },
  ];
  await work.services.store.upsert(work.scope, groups, group, {
    ...{ id: group, names: { fi: 'Raati' }, seats, createdAt: work.services.clock.now() },
  });
  forgetRegister(work);
}
const saidTo = (n: number): string[] =>
  world.channel.requests
    .filter((one) => one.what === 'create' && one.conversation === `chat-${n}`)
    .map(({ text }) => text ?? '');

describe('who may', () => {
  test('the jury themes, merges, chooses and decides; other members may not, and it puts nothing to a vote', async () => {
    await seat(3);
    const { id } = await open({ jury: 'jury' });
    const [a, b] = [await propose(1, id, 'Kimppakyyti'), await propose(2, id, 'Pyöräparkki')];
    await expect(merge(4, id, [a.id, b.id])).rejects.toThrow(NotAllowed);
    await ask(3, contract.themeIdeas, { params: { collection: id }, body: { ideas: [a.id], theme: 'Kyydit' } });
    const one = await merge(3, id, [a.id, b.id]);
    expect(one.authors).toEqual(['Jäsen 1', 'Jäsen 2']);
    const view = await shortlist(3, id, [one.id]);
    expect(view.desk?.can).toMatchObject({ vote: false, decide: true, change: false });
    expect(view.themes).toEqual(['Kyydit']);
    const own = await ask(4, contract.getCollection, { params: { collection: id } });
    expect(own.desk).toBeUndefined();
  });

  test('only those propose whom a call is open to, and are told who', async () => {
    await seat(3, 'core');
    const { id } = await open({ whoProposes: 'group:core' });
    await expect(propose(1, id, 'Bussi')).rejects.toThrow(NotAllowed);
    expect((await propose(3, id, 'Bussi')).isOwn).toBe(true);
    expect((await ask(1, contract.getCollection, { params: { collection: id } })).whoProposes).toBe('ryhmä Raati');
  });

  test('a draft is seen by coordinators alone, and a call that is over takes nothing', async () => {
    const draft = await open({}, 'draft');
    await expect(ask(1, contract.getCollection, { params: { collection: draft.id } })).rejects.toThrow(Refusal);
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    await ask(0, contract.closeCollection, { params: { collection: id } });
    await expect(propose(1, id, 'Toinen')).rejects.toThrow(Refusal);
    await expect(
      ask(1, contract.changeIdea, { params: { idea }, body: { draft: { ...contract.EMPTY_IDEA, title: 'Muutos' } } }),
    ).rejects.toThrow(Refusal);
  });

  test('the same request proposes, merges and comments once', async () => {
    const { id } = await open();
    const body = { draft: { ...contract.EMPTY_IDEA, title: 'Bussi' }, requestId: randomUUID() };
    const first = await ask(1, contract.proposeIdea, { params: { collection: id }, body });
    const again = await ask(1, contract.proposeIdea, { params: { collection: id }, body });
    expect(again.id).toBe(first.id);
    const remark = { text: 'Hyvä', requestId: randomUUID() };
    for (let n = 0; n < 2; n++) await ask(2, contract.commentIdea, { params: { idea: first.id }, body: remark });
    expect((await see(1, first.id)).comments).toHaveLength(1);
    const second = await propose(2, id, 'Juna');
    const joined = { ideas: [first.id, second.id], draft: { title: 'Y', text: '', cost: '' }, requestId: randomUUID() };
    const made = await ask(0, contract.mergeIdeas, { params: { collection: id }, body: joined });
    expect((await ask(0, contract.mergeIdeas, { params: { collection: id }, body: joined })).id).toBe(made.id);
    expect((await ask(0, contract.getCollection, { params: { collection: id } })).ideas).toBe(1);
  });

  test('an idea is removed by its author as long as nothing has come of it', async () => {
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    await expect(ask(2, contract.removeIdea, { params: { idea } })).rejects.toThrow(NotAllowed);
    await support(2, idea);
    await expect(ask(1, contract.removeIdea, { params: { idea } })).rejects.toThrow(Refusal);
    await support(2, idea, false);
    await ask(1, contract.removeIdea, { params: { idea } });
    expect(await allIdeas(await world.work())).toEqual([]);
  });
});

describe('merging', () => {
  /** A coordinator's visit in which something else is done once, right before the first job is set going. */
  async function interrupted(meanwhile: () => Promise<unknown>) {
    const visit = await world.visit(0);
    const { services } = visit;
    let isDone = false;
    const schedule: typeof services.jobs.schedule = async (job) => {
      if (!isDone) {
        isDone = true;
        await meanwhile();
      }
      return services.jobs.schedule(job);
    };
    return { ...visit, services: { ...services, jobs: { schedule } } };
  }

  test('taken back in the moment in which what it made is merged on: one of the two holds, whole', async () => {
    const { id } = await open();
    const made = [];
    for (const title of ['Bussi', 'Juna', 'Lossi']) made.push((await propose(1, id, title)).id);
    const [a = '', b = '', c = ''] = made;
    const { id: first } = await merge(0, id, [a, b], 'Kyydit');
    const goesOn = await interrupted(() => merge(0, id, [first, c], 'Liikenne'));
    await expect(undoMade(goesOn, activityId.parse(first))).rejects.toThrow(Refusal);
    expect([(await see(1, a)).state, (await see(1, first)).state]).toEqual(['merged', 'merged']);
    const [second = ''] = (await see(1, first)).into.map((one) => one.id);
    expect(await see(1, second)).toMatchObject({ title: 'Liikenne', isUndone: false });

    await ask(0, contract.undoMade, { params: { idea: second } });
    const goesBack = await interrupted(() => ask(0, contract.undoMade, { params: { idea: first } }));
    const merging = mergeIdeas(goesBack, activityId.parse(id), {
      ...{ ideas: [first, c].map((one) => activityId.parse(one)), requestId: randomUUID() },
      draft: { title: 'Liikenne', text: '', cost: '' },
    });
    await expect(merging).rejects.toThrow(Refusal);
    const current = (await allIdeas(await world.work())).filter(isCurrent).map(({ title }) => title);
    expect(current.sort()).toEqual(['Bussi', 'Juna', 'Lossi']);
  });

  test('of what its author removes at that moment keeps it, with its trace', async () => {
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'Bussi'), await propose(2, id, 'Juna')];
    const visit = await world.visit(1);
    let isMerged = false;
    const list: Store['list'] = async (scope, kind, range) => {
      const found = await world.services.store.list(scope, kind, range);
      if (!isMerged && kind.name === 'ideaAct') {
        isMerged = true;
        await merge(0, id, [a.id, b.id]);
      }
      return found;
    };
    const store = new Proxy(visit.services.store, {
      get: (of, name: keyof Store) => (name === 'list' ? list : of[name]),
    });
    const removing = removeIdea({ ...visit, services: { ...visit.services, store } }, activityId.parse(a.id));
    await expect(removing).rejects.toThrow(Refusal);
    expect(isMerged).toBe(true);
    expect(await see(1, a.id)).toMatchObject({ title: 'Bussi', state: 'merged' });
  });

  test('taken back brings the ideas and their support back, and tells their authors', async () => {
    await openChat(world, 1);
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'Kimppakyyti'), await propose(2, id, 'Pyöräparkki')];
    await support(3, a.id);
    const one = await merge(0, id, [a.id, b.id]);
    expect((await support(4, one.id)).supporters).toBe(2);
    await expect(support(5, a.id)).rejects.toThrow(Refusal);
    const view = await ask(0, contract.undoMade, { params: { idea: one.id } });
    expect(view).toMatchObject({ ideas: 2, supporters: 2 });
    expect([(await see(1, a.id)).supporters, (await see(1, b.id)).supporters]).toEqual([2, 1]);
    expect(await see(1, one.id)).toMatchObject({ isUndone: true, from: [{ id: a.id }, { id: b.id }] });
    await world.clock.advance(60_000);
    expect(saidTo(1).join(' ')).toContain('on jälleen oma ehdotuksensa');
  });

  test('that was cut off is finished by its job, and two at once on one idea leave one of them', async () => {
    const { id } = await open();
    const [a, b, c] = [await propose(1, id, 'A'), await propose(2, id, 'B'), await propose(3, id, 'C')];
    let isCut = false;
    const before = world.store.fails;
    world.store.fails = (method, args) => {
      const isMerging = method === 'replace' && JSON.stringify(args.at(-2) ?? '').includes('"state":"merged"');
      if (isCut || !isMerging) return before(method, args);
      isCut = true;
      return true;
    };
    await expect(merge(0, id, [a.id, b.id])).rejects.toThrow('the store is out');
    expect(isCut).toBe(true);
    await world.clock.advance(60_000);
    const list = await ask(1, contract.listIdeas, { params: { collection: id } });
    expect(list.ideas.map(({ title }) => title).sort()).toEqual(['C', 'Yhteinen']);
    const results = await Promise.allSettled([
      merge(0, id, [list.ideas[0]?.id ?? '', list.ideas[1]?.id ?? ''], 'X'),
      merge(0, id, [c.id, list.ideas.find(({ title }) => title === 'Yhteinen')?.id ?? ''], 'Y'),
    ]);
    await world.clock.advance(60_000);
    const after = await ask(1, contract.getCollection, { params: { collection: id } });
    expect(after.ideas).toBe(1);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  test('a split lives on in its parts, with what was said for it', async () => {
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Kaikki');
    await support(2, idea);
    const parts = ['Osa 1', 'Osa 2'].map((title) => ({ title, text: '', cost: '' }));
    const whole = await ask(0, contract.splitIdea, { params: { idea }, body: { parts, requestId: randomUUID() } });
    expect(whole.into.map(({ title }) => title)).toEqual(['Osa 1', 'Osa 2']);
    const view = await ask(1, contract.getCollection, { params: { collection: id } });
    expect(view).toMatchObject({ ideas: 2, supporters: 1, own: 2 });
  });
});

describe('two identities of one person', () => {
  test('support once', async () => {
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    await support(2, idea);
    await support(3, idea);
    const work = await world.work();
    await changeMember(work, objectIdOfMember(3), (of) => of && { ...of, sameAs: objectIdOfMember(2) as MemberId });
    forgetRegister(work);
    expect((await see(2, idea)).supporters).toBe(1);
    await support(3, idea, false);
    expect((await see(2, idea)).supporters).toBe(0);
  });
});

describe('a vote', () => {
  const two = async () => {
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'Kimppakyyti'), await propose(2, id, 'Pyöräparkki')];
    await shortlist(0, id, [b.id, a.id]);
    const poll = (await vote(id)).poll?.id as ActivityId;
    return { id, a: a.id, b: b.id, poll };
  };
  const cast = async (n: number, poll: ActivityId, title: string) => {
    const { options } = await ask(n, pollContract.getPoll, { params: { poll } });
    const choices = options.filter(({ label }) => label === title).map(({ id }) => id);
    await ask(n, pollContract.castPollVote, { params: { poll }, body: { choices, requestId: randomUUID() } });
  };

  test('keeps its ideas as they are while it runs, and is held once at a time', async () => {
    const { id, a, b } = await two();
    await expect(merge(0, id, [a, b])).rejects.toThrow(Refusal);
    await expect(vote(id)).rejects.toThrow(Refusal);
    await expect(shortlist(0, id, [a])).rejects.toThrow(Refusal);
    expect(await see(1, a)).toMatchObject({ isOnVote: true, can: { change: false } });
  });

  test('that is opened again makes its ideas open again, and is told anew when it closes', async () => {
    const { a, poll } = await two();
    await cast(4, poll, 'Kimppakyyti');
    await ask(0, pollContract.closePoll, { params: { poll } });
    await world.clock.advance(60_000);
    expect(await see(1, a)).toMatchObject({ state: 'voted', isWinner: true, votes: 1 });
    await ask(0, pollContract.reopenPoll, {
      params: { poll },
      body: { closesOn: '2026-03-20', closesAtTime: '16:00' },
    });
    await world.clock.advance(60_000);
    expect(await see(1, a)).toMatchObject({ state: 'proposed', isWinner: false, isOnVote: true });
    await cast(5, poll, 'Pyöräparkki');
    await cast(6, poll, 'Pyöräparkki');
    await ask(0, pollContract.closePoll, { params: { poll } });
    await world.clock.advance(60_000);
    const view = await see(1, a);
    expect(view).toMatchObject({ state: 'voted', isWinner: false, votes: 1 });
    expect(view.steps.map(({ what }) => what)).toEqual(['proposed', 'onVote', 'voted', 'onVote', 'voted']);
  });

  test('that is taken back leaves the ideas as they were, for another one', async () => {
    const { id, a, poll } = await two();
    await ask(0, pollContract.undoPoll, { params: { poll } });
    await world.clock.advance(60_000);
    expect(await see(1, a)).toMatchObject({ state: 'proposed', isOnVote: false });
    expect((await vote(id)).poll?.id).not.toBe(poll);
  });

  test('that two coordinators start at the same time is one', async () => {
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'Bussi'), await propose(2, id, 'Pyörä')];
    await shortlist(0, id, [a.id, b.id]);
    const work = await world.work();
    await update({ store: work.services.store, scope: work.scope, kind: networks, id: NETWORK }, (of) =>
      of ? { ...of, coordinators: [person(0), person(7)] } : of,
    );
    await Promise.allSettled([vote(id), vote(id, 7)]);
    expect(await listAll(work.services.store, work.scope, pollKind)).toHaveLength(1);
  });

  test('that was cut off before the call knew of it is matched with ideas by their words', async () => {
    const { id } = await open();
    const made: string[] = [];
    for (const title of ['Bussi', 'Pyörä', 'Silta']) made.push((await propose(1, id, title)).id);
    const [a = '', b = '', c = ''] = made;
    await shortlist(0, id, [a, b]);
    const { startPoll } = world.services;
    Object.assign(world.services, {
      startPoll: async (...of: Parameters<typeof startPoll>) => {
        await startPoll(...of);
        throw new Error('cut off');
      },
    });
    await expect(vote(id)).rejects.toThrow('cut off');
    Object.assign(world.services, { startPoll });
    await shortlist(0, id, [c, b]);
    await vote(id);
    expect([(await see(1, a)).isOnVote, (await see(1, b)).isOnVote, (await see(1, c)).isOnVote]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('needs two ideas of different names', async () => {
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'Bussi'), await propose(2, id, 'bussi')];
    await shortlist(0, id, [a.id]);
    await expect(vote(id)).rejects.toThrow(Refusal);
    await shortlist(0, id, [a.id, b.id]);
    await expect(vote(id)).rejects.toThrow(Refusal);
  });
});

test('a decision that is recorded anew takes back what it no longer names', async () => {
  const { id } = await open();
  const [a, b] = [await propose(1, id, 'A'), await propose(2, id, 'B')];
  const decide = (which: string, body: string) =>
    ask(0, contract.decideIdeas, {
      params: { collection: id },
      body: { ideas: [which], body, on: '2026-03-12', restReason: '' },
    });
  await decide(a.id, 'Hallitus');
  await world.clock.advance(1000);
  await decide(b.id, 'Valtuusto');
  expect([(await see(1, a.id)).state, (await see(1, b.id)).state]).toEqual(['proposed', 'decided']);
  expect((await see(1, b.id)).decision).toEqual({ body: 'Valtuusto', on: '2026-03-12' });
});

describe('wished topics', () => {
  test('are always open, need no coordinator, and are an idea like others', async () => {
    const { collections } = await ask(1, contract.listCollections);
    expect(collections.map(({ id, title, phase }) => ({ id, title, phase }))).toEqual([
      { id: contract.TOPICS, title: 'Toiveaiheet', phase: 'open' },
    ]);
    await propose(1, contract.TOPICS, 'Kutsuliikenteen hinnoittelu');
    expect((await ask(2, contract.listCollections)).collections[0]).toMatchObject({ ideas: 1, own: 0 });
    expect((await ask(1, contract.ownIdeas)).ideas.map(({ title }) => title)).toEqual(['Kutsuliikenteen hinnoittelu']);
    expect((await world.visit(1, 'sv')).t).toBeDefined();
  });

  test('near ones are shown while typing, merged ones not', async () => {
    const { id } = await open();
    const a = await propose(1, id, 'Kimppakyyti kerhoihin');
    const b = await propose(2, id, 'Kimppakyyti uimahallille');
    const similar = async () =>
      (await ask(3, contract.similarIdeas, { params: { words: 'Yhteinen kimppakyyti', collection: id } })).ideas.map(
        ({ title }) => title,
      );
    expect((await similar()).sort()).toEqual(['Kimppakyyti kerhoihin', 'Kimppakyyti uimahallille']);
    await merge(0, id, [a.id, b.id], 'Kimppakyydit');
    expect(await similar()).toEqual([]);
  });
});

describe('in chat', () => {
  const chat = { place: { kind: 'chat' } } as const;

  test('the word opens the form, what is typed after it stands in it, and sending proposes', async () => {
    const form = await world.say('idea', 'Kutsuliikenteen hinta\nMiten se sovitaan?', await world.turn(1, chat));
    expect(wordsOf(form)).toContain('Kutsuliikenteen hinta');
    const data = { collection: contract.TOPICS, form: 'form-1', title: 'Kutsuliikenteen hinta', text: '' };
    const sent = await world.click('ideas.propose', data, await world.turn(1, chat));
    expect(wordsOf(sent)).toContain('on nyt muiden nähtävillä');
    expect((await ask(2, contract.listIdeas, { params: { collection: contract.TOPICS } })).ideas).toHaveLength(1);
  });

  test('of several open calls one is chosen, with what was typed', async () => {
    const { id } = await open();
    const list = await world.say('idea', 'Bussi', await world.turn(1, chat));
    expect(wordsOf(list)).toContain('Mihin ideahakuun ehdotat?');
    const form = await world.click('ideas.form', { collection: id, title: 'Bussi' }, await world.turn(1, chat));
    expect(wordsOf(form)).toContain('Bussi');
  });

  test('a refused form comes back with what was typed and what is wrong', async () => {
    const { id } = await open({ mostCost: '10000' });
    const turn = await world.turn(1);
    const data = { collection: id, form: 'form-1', title: 'Bussi', cost: '12500' };
    const refusal = await world.click('ideas.propose', data, turn).then(
      () => undefined,
      (error: unknown) => error as Refusal,
    );
    const handler = ideas.handlers.find(({ verb }) => verb === 'ideas.propose');
    const shown = await handler?.refused(data, refusal as Refusal, turn);
    expect(wordsOf(shown as never)).toMatch(/enintään 10.000 €; tämä on 12.500 €/);
  });

  test('in a channel the word leads to the form, which everyone would see there', async () => {
    expect(wordsOf(await world.say('ehdota', 'Bussi', await world.turn(1)))).toContain(
      'https://tab.example.test/ideas',
    );
  });
});

describe('what others are told', () => {
  test('the digest tells of open calls, what waits of those that close soon, and a group that is the jury stays', async () => {
    await seat(3);
    const { id } = await open({ closesOn: '2026-03-06', jury: 'jury' });
    const work = await world.work();
    const news = await ideas.news?.(work.network.createdAt, work);
    expect(news?.map(({ title, section }) => [section, title])).toEqual([['ideas', 'Nuorten raha']]);
    const waits = async (n: number) => (await ideas.waiting?.(await world.visit(n)))?.map(({ title }) => title);
    expect(await waits(1)).toEqual(['Nuorten raha']);
    await propose(1, id, 'Bussi');
    expect([await waits(1), await waits(2)]).toEqual([[], ['Nuorten raha']]);
    expect(await ideas.openForGroup?.('jury', work)).toEqual(['Nuorten raha']);
    const handed = await ideas.handover?.([objectIdOfMember(0) as MemberId], await world.visit(0));
    expect(handed?.map(({ kind }) => kind)).toEqual(['ideas.open']);
  });

  test('facts and participation know who proposed, once what was merged', async () => {
    const { id } = await open();
    const [a, b] = [await propose(1, id, 'A'), await propose(2, id, 'B')];
    await support(3, a.id);
    await merge(0, id, [a.id, b.id]);
    const work = await world.work();
    const span = { from: work.network.createdAt, to: '2027-01-01T00:00:00.000Z' as never };
    const facts = await ideas.facts?.(span, await world.visit(0));
    expect(facts?.ideas?.map(({ title, state, supporters }) => [title, state, supporters])).toEqual([
      ['A', 'merged', 1],
      ['B', 'merged', 0],
    ]);
    const took = await ideas.participation?.(work.network.createdAt, work);
    expect(took?.map(({ member }) => member).sort()).toEqual([objectIdOfMember(1), objectIdOfMember(2)]);
  });

  test('an author without Teams gets a letter that leads to their own page', async () => {
    const work = await world.work();
    await changeMember(work, objectIdOfMember(1), (of) => {
      if (!of) return of;
      const { teamsId: _, ...without } = of;
      return { ...without, email: 'jasen@akaa.example' };
    });
    forgetRegister(work);
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    await ask(0, contract.setIdeaState, { params: { idea }, body: { state: 'notTaken', note: 'Raha loppui.' } });
    await world.clock.advance(60_000);
    const letter = [...world.letters.values()].find(({ drawing }) => drawing === 'ideas.step');
    expect(letter).toMatchObject({ to: objectIdOfMember(1), topic: 'ideas' });
    const drawn = await ideas.letters?.[0]?.draw(letter?.subject ?? '', await world.visit(1));
    expect(JSON.stringify(drawn)).toContain(`/ideas/idea/${idea}`);
    expect(JSON.stringify(drawn)).toContain('Raha loppui.');
    expect(await ideas.letters?.[0]?.draw(letter?.subject ?? '', await world.visit(2))).toBeUndefined();
  });

  test('nobody is told while ideas are switched off', async () => {
    await openChat(world, 1);
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    const work = await world.work();
    await update({ store: work.services.store, scope: work.scope, kind: networks, id: NETWORK }, (of) =>
      of ? { ...of, modules: { ideas: false } } : of,
    );
    await ask(0, contract.setIdeaState, { params: { idea }, body: { state: 'done', note: '' } });
    await world.clock.advance(60_000);
    expect(saidTo(1)).toEqual([]);
  });
});

test('a call that opens while ideas are switched off is posted once they are in use again', async () => {
  const { id } = await open({ opensOn: '2026-03-20', opensAtTime: '08:00', closesOn: '2026-05-20' });
  const work = await world.work();
  const use = (isOn: boolean) =>
    update({ store: work.services.store, scope: work.scope, kind: networks, id: NETWORK }, (of) =>
      of ? { ...of, modules: { ideas: isOn } } : of,
    );
  await use(false);
  await world.passTo('2026-03-20T06:00:01.000Z');
  await world.clock.advance(120_000);
  expect(await world.services.posts.status(NETWORK, postId.parse(`${id}-card`))).toBeUndefined();
  await use(true);
  await world.passTo('2026-03-21T06:10:00.000Z');
  await world.clock.advance(120_000);
  expect(await world.services.posts.status(NETWORK, postId.parse(`${id}-card`))).toMatchObject({ state: 'sent' });
});

test('a picture contest hides whose the pictures are until it closes, from everyone', async () => {
  const work = await world.work();
  const { keptPictures } = await import('../../bot/core/picture.ts');
  const picture = activityId.parse('pic-1');
  await work.services.store.insert(work.scope, keptPictures, picture, {
    ...{ id: picture, by: person(1), at: work.services.clock.now(), width: 10, height: 10, size: 10 },
  });
  const { id } = await open({ type: 'pictures', closesOn: '2026-03-20' });
  const { id: idea } = await propose(1, id, 'Pysäkki', { picture: { id: picture, alt: 'Pysäkki lumessa' } });
  await ask(1, contract.commentIdea, { params: { idea }, body: { text: 'Oma kuvani', requestId: randomUUID() } });
  const seen = await see(0, idea);
  expect(seen).toMatchObject({
    authors: [],
    comments: [{ author: 'Kuvan lähettäjä' }],
    picture: { alt: 'Pysäkki lumessa' },
  });
  expect(JSON.stringify(seen)).not.toContain('Jäsen 1');
  const { url } = await ask(0, contract.exportIdeas, { params: { collection: id }, body: { format: 'csv' } });
  expect(url).toContain('ideas.csv');
  const file = async () => {
    const made = await ideas.downloads.find(({ name }) => name === 'ideas.csv')?.produce(id, await world.visit(0));
    return made && 'bytes' in made ? new TextDecoder().decode(made.bytes) : '';
  };
  expect(await file()).not.toContain('Jäsen 1');
  await world.passTo('2026-03-21T10:00:00.000Z');
  expect((await see(0, idea)).authors).toEqual(['Jäsen 1']);
  expect(await file()).toContain('Jäsen 1');
});

describe('what stays of a person', () => {
  const as = personOf('gone', 'nobody-1');

  test('is shown to them, and erased with every total kept', async () => {
    const { id } = await open();
    const { id: idea } = await propose(1, id, 'Bussi');
    await support(2, idea);
    await support(3, idea);
    await ask(2, contract.commentIdea, { params: { idea }, body: { text: 'Sopii meille', requestId: randomUUID() } });
    const work = await world.work();
    const own = await ideas.personal?.collect([objectIdOfMember(2) as MemberId], work);
    expect(own).toMatchObject({
      ideaSupports: [{ idea }],
      ideaComments: [{ text: 'Sopii meille' }],
      ideasProposed: [],
    });
    for (const n of [1, 2])
      await ideas.personal?.erase([objectIdOfMember(n) as MemberId], personOf('gone', `nobody-${n}`), work);
    await world.clock.advance(5000);
    const seen = await see(3, idea);
    expect(seen).toMatchObject({ supporters: 2, authors: ['Entinen jäsen'], comments: [{ author: 'Entinen jäsen' }] });
    const left = JSON.stringify([await allIdeas(work), await supportsNow(work, id)]);
    expect(left).not.toContain(person(1));
    expect(left).not.toContain(objectIdOfMember(2));
    await ideas.personal?.erase([objectIdOfMember(2) as MemberId], as, work); // again after a crash
    expect((await see(3, idea)).supporters).toBe(2);
  });

  test('whom ideas had as supporters is forgotten two years after the call closed, and how many there were is not', async () => {
    const { id } = await open({ closesOn: '2026-03-20' });
    const { id: idea } = await propose(1, id, 'Bussi');
    await support(2, idea);
    await support(3, idea);
    const work = await world.work();
    await world.passTo('2026-04-01T10:00:00.000Z');
    await ideas.personal?.expire?.(work);
    expect(await supportsNow(work, id)).toHaveLength(2);
    await world.passTo(new Date(Date.parse('2026-03-20T14:00:00Z') + 731 * DAY).toISOString());
    await ideas.personal?.expire?.(await world.work());
    expect(await supportsNow(work, id)).toEqual([]);
    expect(await see(4, idea)).toMatchObject({ supporters: 2, isSupported: false });
    expect((await ask(4, contract.getCollection, { params: { collection: id } })).supporters).toBe(2);
  });
});
