/** Questions as they are lived with: asked, answered in the card, its thread, chat and link, taken, moved, kept in the bank, and told of when nobody answers. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../bot/core/card.ts';
import { DAY, plus } from '../../bot/core/clock.ts';
import { personKey } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { type MemberId, networks } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeMember } from '../../bot/core/register.ts';
import type { Outcome, Turn } from '../../bot/core/turn.ts';
import { update } from '../../bot/core/update.ts';
import { events } from '../../bot/features/events/feature.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import { materials as materialKind } from '../../bot/features/materials/material.ts';
import { findMaterial } from '../../bot/features/materials/memory.ts';
import { routes } from '../../bot/features/questions/api.ts';
import type { QuestionView } from '../../bot/features/questions/contract.ts';
import * as contract from '../../bot/features/questions/contract.ts';
import { questions } from '../../bot/features/questions/feature.ts';
import { findQuestion } from '../../bot/features/questions/memory.ts';
import { text } from '../../bot/features/questions/text.ts';
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
  world = await openFeatureWorld([events, questions, materials]);
});
afterEach(() => world.close());

let requests = 0;
const requestId = (): string => `request-${++requests}`;

async function ask(n: number, draft: object = {}): Promise<QuestionView> {
  const body = { draft: { text: 'Miten koulukuljetukset on kilpailutettu?', ...draft }, requestId: requestId() };
  const asked = await askOf(routes, contract.askQuestion, await world.visit(n), { body });
  await world.clock.rest();
  return asked;
}
async function answer(
  n: number,
  { id }: { id: string },
  words = 'Yhdessä naapurikunnan kanssa.',
): Promise<QuestionView> {
  const body = { answer: words, requestId: requestId() };
  const view = await askOf(routes, contract.answerQuestion, await world.visit(n), { params: { question: id }, body });
  await world.clock.rest();
  return view;
}
const see = async (n: number, { id }: { id: string }): Promise<QuestionView> =>
  askOf(routes, contract.getQuestion, await world.visit(n), { params: { question: id } });
const act = async (n: number, { id }: { id: string }, what: string): Promise<QuestionView> =>
  askOf(routes, contract.actOnQuestion, await world.visit(n), { params: { question: id }, body: { act: what } });
const listed = async (n: number, show = 'open'): Promise<string[]> =>
  (await askOf(routes, contract.listQuestions, await world.visit(n), { params: { show } })).questions.map(
    (one) => one.text,
  );
/** What is refused, in Finnish. */
const refused = (of: Promise<unknown>): Promise<string> =>
  of.then(
    () => 'not refused',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.row.fi;
    },
  );
/** Days later, with all that was due meanwhile done. */
async function daysPass(days: number): Promise<void> {
  await world.passTo(plus(world.clock.now(), days * DAY));
  await world.clock.advance(120_000);
}
const channelId = `channel-${NETWORK}`;
const saidTo = (conversation: string): string[] =>
  world.channel.requests.flatMap((one) =>
    one.conversation === conversation && one.text ? [one.text.replaceAll('\u200c', '')] : [],
  );
const draw = async (name: string, subject: string) => {
  const drawn = await questions.drawings.find((one) => one.name === name)?.draw(subject, await world.work());
  const words = drawn && 'card' in drawn ? wordsOf(drawn.card as Card) : drawn?.text;
  return words?.replaceAll('\u200c', '');
};

describe('a question to the network', () => {
  test('stands in the channel, and its answers in the thread and on the card', async () => {
    await represent(world, 1, 1);
    await represent(world, 2, 2);
    const asked = await ask(1, {
      details: 'Sopimus päättyy keväällä.',
      dueOn: '2026-12-04',
      topic: 'koulukuljetukset',
    });
    expect(saidTo(channelId)).toEqual(['Jäsen 1 (Kunta 1) kysyy: Miten koulukuljetukset on kilpailutettu?']);
    await answer(2, asked);
    expect(saidTo(channelId)).toContain('Jäsen 2 (Kunta 2) vastaa: Yhdessä naapurikunnan kanssa.');
    const reply = world.channel.requests.find((one) => one.text?.includes('vastaa:'));
    expect(reply?.thread).toBe('message-1');
    const card = await draw('questions.question', asked.id);
    for (const words of [
      'Sopimus päättyy keväällä.',
      'Aihe: koulukuljetukset',
      'Jäsen 2 (Kunta 2)',
      'Yhdessä naapurikunnan',
    ])
      expect(card).toContain(words);
    expect(await see(3, asked)).toMatchObject({ state: 'answered', answers: 1, asker: { name: 'Jäsen 1' } });
  });

  test('sent twice by the same form is one, and so is its answer', async () => {
    const body = { draft: { text: 'Miten?' }, requestId: 'the same' };
    const first = await askOf(routes, contract.askQuestion, await world.visit(1), { body });
    const again = await askOf(routes, contract.askQuestion, await world.visit(1), { body });
    expect(again.id).toBe(first.id);
    const said = { params: { question: first.id }, body: { answer: 'Näin.', requestId: 'the same' } };
    await askOf(routes, contract.answerQuestion, await world.visit(2), said);
    const view = await askOf(routes, contract.answerQuestion, await world.visit(2), said);
    await world.clock.rest();
    expect(view.answerList).toHaveLength(1);
    expect(saidTo(channelId).filter((one) => one.includes('vastaa:'))).toHaveLength(1);
  });

  test('is shown and answered also when the request was cut off right after it was stored', async () => {
    const { publish } = world.services.posts;
    Object.assign(world.services.posts, {
      publish: async () => {
        throw new Error('cut off');
      },
    });
    const body = { draft: { text: 'Miten?' }, requestId: requestId() };
    await expect(askOf(routes, contract.askQuestion, await world.visit(1), { body })).rejects.toThrow('cut off');
    Object.assign(world.services.posts, { publish });
    await world.clock.advance(11_000);
    expect(saidTo(channelId)).toEqual(['Jäsen 1 kysyy: Miten?']);
  });

  test('tells who asked of each answer, in their chat or by mail, and never of their own addition', async () => {
    await openChat(world, 1);
    const asked = await ask(1);
    await answer(2, asked);
    expect(saidTo('chat-1').join()).toContain('Jäsen 2 vastasi kysymykseesi');
    await answer(1, asked, 'Lisään vielä: sopimus on kolmivuotinen.');
    expect(saidTo('chat-1')).toHaveLength(1);
    await changeMember(await world.work(), objectIdOfMember(3), (of) => of && { ...of, email: 'kolme@akaa.example' });
    const theirs = await ask(3);
    await answer(2, theirs);
    expect([...world.letters.values()].map(({ drawing, to }) => [drawing, to])).toContainEqual([
      'questions.answered',
      objectIdOfMember(3),
    ]);
  });

  test('without a name says so to nobody but coordinators and who asked', async () => {
    await represent(world, 1, 1);
    const asked = await ask(1, { isUnnamed: 'true' });
    await answer(1, asked, 'Tarkennan: pieni kunta.');
    expect(saidTo(channelId).join()).toContain('Jäsen kysyy: ');
    expect(saidTo(channelId).join()).toContain('Kysyjä vastaa: Tarkennan: pieni kunta.');
    expect(saidTo(channelId).join()).not.toMatch(/Jäsen 1|Kunta 1/);
    expect(await draw('questions.question', asked.id)).not.toMatch(/Jäsen 1|Kunta 1/);
    const seen = await see(2, asked);
    expect(JSON.stringify(seen)).not.toMatch(/Jäsen 1|Kunta 1|person-1/);
    expect((await see(0, asked)).asker).toEqual({ name: 'Jäsen 1', organisation: 'Kunta 1' });
    expect((await see(1, asked)).asker?.name).toBe('Jäsen 1');
    const work = await world.work();
    const known = {
      news: await questions.news?.(asked.at, work),
      took: await questions.participation?.(asked.at, work),
    };
    expect(JSON.stringify(known)).not.toMatch(/Jäsen 1|Kunta 1|person-1/);
    const stored = await findQuestion(work, asked.id);
    const entry = stored && (await questions.searchable?.entry(stored, work));
    expect(entry?.title).toBe(asked.text);
    expect(JSON.stringify(entry)).not.toMatch(/Jäsen 1|Kunta 1|person-1/);
  });

  test('can be changed until someone has answered, and only by who asked', async () => {
    const asked = await ask(1);
    const change = async (n: number) =>
      askOf(routes, contract.changeQuestion, await world.visit(n), {
        params: { question: asked.id },
        body: { draft: { text: 'Miten kilpailutus tehtiin?' } },
      });
    expect(await refused(change(2))).toBe(text.notYours.fi);
    expect((await change(1)).text).toBe('Miten kilpailutus tehtiin?');
    await answer(2, asked);
    expect(await refused(change(1))).toBe(text.alreadyAnswered.fi);
  });

  test('is opened again by who asked, and waits for another answer', async () => {
    const asked = await ask(1);
    await answer(2, asked);
    expect(await refused(act(2, asked, 'reopen'))).toBe(text.notYours.fi);
    expect((await act(1, asked, 'reopen')).state).toBe('inWork');
    expect(await listed(3)).toEqual([asked.text]);
    expect((await answer(4, asked, 'Kilpailuttamalla uudelleen.')).state).toBe('answered');
    expect(await listed(3)).toEqual([]);
    expect(await listed(3, 'answered')).toEqual([asked.text]);
  });

  test('that was withdrawn is gone for all but who asked', async () => {
    const asked = await ask(1);
    await answer(2, asked);
    await act(1, asked, 'withdraw');
    await world.clock.rest();
    expect(world.channel.shown.size).toBe(0);
    expect(await refused(see(2, asked))).toBe(text.unknownQuestion.fi);
    expect(await refused(see(0, asked))).toBe(text.unknownQuestion.fi);
    expect((await see(1, asked)).state).toBe('withdrawn');
    expect(await refused(answer(2, asked))).toBe(text.unknownQuestion.fi);
  });

  test('lets each change and remove their own answer, and a coordinator remove any', async () => {
    const asked = await ask(1);
    const { answerList } = await answer(2, asked);
    const of = { question: asked.id, answer: answerList[0]?.id ?? '' };
    const change = async (n: number) =>
      askOf(routes, contract.changeAnswer, await world.visit(n), { params: of, body: { answer: 'Toisin.' } });
    const remove = async (n: number) => askOf(routes, contract.removeAnswer, await world.visit(n), { params: of });
    expect(await refused(change(3))).toBe(text.notYourAnswer.fi);
    expect(await refused(remove(3))).toBe(text.notYourAnswer.fi);
    expect((await change(2)).answerList[0]).toMatchObject({ text: 'Toisin.' });
    const after = await remove(0);
    expect(after).toMatchObject({ state: 'new', answerList: [] });
    expect(await refused(change(2))).toBe(text.unknownAnswer.fi);
  });
});

// ── Answered where it stands ───────────────────────────────────────────────────────────────────

const told = (turn: Turn, typed: string): Promise<Outcome | undefined> =>
  questions.inThread?.(typed, turn) ?? Promise.resolve(undefined);

describe('in chat', () => {
  test('what is said to the app in the card’s thread is an answer, without a second message', async () => {
    const asked = await ask(1);
    const turn = await world.turn(2, { place: { kind: 'channel', thread: 'message-1' }, answers: 'message' });
    expect(await told(turn, 'Teimme sen yhdessä.')).toEqual({ type: 'message', text: text.answerKept.fi });
    await world.clock.rest();
    expect((await see(3, asked)).answerList.map((one) => one.text)).toEqual(['Teimme sen yhdessä.']);
    expect(saidTo(channelId).filter((one) => one.includes('vastaa:'))).toEqual([]);
    const elsewhere = await world.turn(2, { place: { kind: 'channel', thread: 'message-99' } });
    expect(await told(elsewhere, 'Jotain muuta')).toBeUndefined();
    expect(await told(await world.turn(2, { place: { kind: 'chat' } }), 'Jotain muuta')).toBeUndefined();
  });

  test('the card’s own field answers, and the same words pressed twice are one', async () => {
    const asked = await ask(1);
    const turn = await world.turn(2);
    for (const _ of [1, 2]) {
      const shown = await world.click('questions.answer', { question: asked.id, answer: 'Näin.' }, turn);
      expect(wordsOf(shown)).toContain(text.answerKept.fi);
    }
    expect((await see(2, asked)).answers).toBe(1);
  });

  test('an empty answer comes back with why, and what was typed', async () => {
    const asked = await ask(1);
    const handler = questions.handlers.find((one) => one.verb === 'questions.answer');
    const turn = await world.turn(2);
    const raw = { question: asked.id, answer: ' ' };
    const refusal = await handler?.take(raw, turn).catch((error: unknown) => error);
    const shown = await handler?.refused(raw, refusal as Refusal, turn);
    expect(wordsOf(shown as Outcome)).toContain(text.noAnswer.fi);
  });

  test('the word with a question asks at once in the channel, and opens the filled form in 1:1 chat', async () => {
    await world.say('kysymys', 'Miten kutsuliikenne on järjestetty?', await world.turn(1, { answers: 'message' }));
    await world.clock.rest();
    expect(await listed(2)).toEqual(['Miten kutsuliikenne on järjestetty?']);
    const shown = await world.say('kysy', 'Mitä tehdä?', await world.turn(1, { place: { kind: 'chat' } }));
    expect(wordsOf(shown)).toContain('Mitä tehdä?');
    expect(await listed(2)).toHaveLength(1);
  });

  test('the bare word in the channel lists what is open', async () => {
    await ask(1, { isUnnamed: 'true' });
    const shown = wordsOf(await world.say('kysymys', '', await world.turn(0, { answers: 'message' })));
    expect(shown).toContain('Miten koulukuljetukset on kilpailutettu?');
    expect(shown).not.toContain('Jäsen 1');
  });

  test('a form with mistakes comes back filled', async () => {
    const handler = questions.handlers.find((one) => one.verb === 'questions.ask');
    const turn = await world.turn(1, { place: { kind: 'chat' } });
    const raw = { text: 'Miten?', details: 'Tausta', dueOn: '2020-01-01', form: 'f1' };
    const refusal = await handler?.take(raw, turn).catch((error: unknown) => error);
    const shown = wordsOf((await handler?.refused(raw, refusal as Refusal, turn)) as Outcome);
    for (const words of [text.pastDate.fi, 'Miten?', 'Tausta']) expect(shown).toContain(words);
  });
});

// ── For the coordinator only ───────────────────────────────────────────────────────────────────

describe('a question to the coordinator', () => {
  const SECRET = 'Kaikuluotain-salaisuus';

  test('appears nowhere but with them and who asked', async () => {
    await openChat(world, 0);
    await openChat(world, 2);
    const asked = await ask(1, { text: `${SECRET}?`, details: SECRET, topic: SECRET, to: 'coordinator' });
    await answer(0, asked, `${SECRET} selvisi`);
    const open = await ask(1, { text: `${SECRET} toinen`, to: 'coordinator' });
    await world.clock.rest();
    expect(saidTo('chat-0').join()).toContain(SECRET);
    const others = world.channel.requests.filter(({ conversation }) => conversation !== 'chat-0');
    expect(JSON.stringify(others)).not.toContain(SECRET);
    const work = await world.work();
    for (const { id } of [asked, open]) {
      const stored = await findQuestion(work, id);
      expect(stored && (await questions.searchable?.entry(stored, work))).toBeUndefined();
      expect(await draw('questions.question', id)).toBeUndefined();
    }
    const span = { from: plus(asked.at, -DAY), to: plus(asked.at, DAY) };
    const coordinator = await world.visit(0);
    const files = await Promise.all(
      questions.downloads.map(async (one) => {
        const file = await one.produce('', coordinator);
        return 'bytes' in file ? Buffer.from(file.bytes).toString('latin1') : '';
      }),
    );
    const elsewhere = {
      news: await questions.news?.(span.from, work),
      participation: await questions.participation?.(span.from, work),
      facts: await questions.facts?.(span, coordinator),
      csv: files[0],
      log: world.log,
      search: await world.services.search.find(
        { kind: 'question', words: '', filter: {}, audiences: 'all', sort: 'newest', from: 0, size: 10 },
        work,
      ),
      suggested: await askOf(routes, contract.suggestForQuestion, await world.visit(2), { body: { text: SECRET } }),
      lists: [
        await listed(2),
        await listed(2, 'answered'),
        await listed(2, 'own'),
        await listed(0),
        await listed(0, 'answered'),
      ],
      waiting: await questions.waiting?.(await world.visit(2)),
    };
    expect(JSON.stringify(elsewhere)).not.toContain(SECRET);
    expect(elsewhere.facts?.help).toMatchObject([{ isByCoordinator: true, by: [] }]);
    expect(await refused(see(2, asked))).toBe(text.unknownQuestion.fi);
    expect(await refused(answer(2, asked))).toBe(text.unknownQuestion.fi);
    expect(await refused(act(2, asked, 'answered'))).toBe(text.unknownQuestion.fi);
    expect((await see(0, asked)).text).toContain(SECRET);
    expect(await listed(1, 'own')).toHaveLength(2);
  });

  test('goes to everyone only when who asked lets it, with or without their name', async () => {
    await openChat(world, 1);
    const asked = await ask(1, { to: 'coordinator' });
    const move = async (n: number) =>
      askOf(routes, contract.suggestMove, await world.visit(n), { params: { question: asked.id } });
    const consent = async (n: number, agrees: boolean) =>
      askOf(routes, contract.answerMove, await world.visit(n), {
        params: { question: asked.id },
        body: { agrees, isUnnamed: true },
      });
    expect((await consent(1, true)).to).toBe('coordinator'); // nobody has asked for it
    await move(0);
    await world.clock.rest();
    expect(saidTo('chat-1').join()).toContain(text.consentTitle.fi);
    expect(await refused(consent(0, true))).toBe(text.notYours.fi);
    expect((await consent(1, false)).to).toBe('coordinator');
    await move(0);
    expect((await consent(1, true)).to).toBe('network');
    await world.clock.rest();
    expect(saidTo(channelId)).toEqual(['Jäsen kysyy: Miten koulukuljetukset on kilpailutettu?']);
    expect((await see(2, asked)).asker).toBeUndefined();
  });

  test('and its answers go from the channel also when withdrawing or removing was cut off', async () => {
    const asked = await ask(1);
    const said = await answer(2, asked);
    const { remove, refresh } = world.services.posts;
    const cutOff = async () => {
      throw new Error('cut off');
    };
    Object.assign(world.services.posts, { remove: cutOff, refresh: cutOff });
    const ofAnswer = { params: { question: asked.id, answer: said.answerList[0]?.id ?? '' } };
    const removing = askOf(routes, contract.removeAnswer, await world.visit(2), ofAnswer);
    await expect(removing).rejects.toThrow('cut off');
    await expect(act(1, asked, 'withdraw')).rejects.toThrow('cut off');
    Object.assign(world.services.posts, { remove, refresh });
    expect(world.channel.shown.size).toBe(2);
    await world.clock.advance(11_000);
    expect(world.channel.shown.size).toBe(0);
  });

  test('that goes to everyone is shown also when the consent was cut off', async () => {
    const asked = await ask(1, { to: 'coordinator' });
    await askOf(routes, contract.suggestMove, await world.visit(0), { params: { question: asked.id } });
    const { publish } = world.services.posts;
    Object.assign(world.services.posts, {
      publish: async () => {
        throw new Error('cut off');
      },
    });
    const consent = askOf(routes, contract.answerMove, await world.visit(1), {
      params: { question: asked.id },
      body: { agrees: true, isUnnamed: true },
    });
    await expect(consent).rejects.toThrow('cut off');
    Object.assign(world.services.posts, { publish });
    await world.clock.advance(11_000);
    expect(saidTo(channelId)).toEqual(['Jäsen kysyy: Miten koulukuljetukset on kilpailutettu?']);
  });
});

// ── The desk ───────────────────────────────────────────────────────────────────────────────────

describe('coordinators', () => {
  const desk = async (n = 0) => askOf(routes, contract.getQuestionsDesk, await world.visit(n));

  test('have a queue of all that waits, and take from it', async () => {
    await ask(1, { text: 'Vanhempi?' });
    await world.clock.advance(1000);
    const secret = await ask(2, { text: 'Kiireinen?', to: 'coordinator', dueOn: '2027-01-15' });
    expect((await desk()).queue.map((one) => one.text)).toEqual(['Kiireinen?', 'Vanhempi?']);
    expect((await act(0, secret, 'take')).takenBy).toBe('Jäsen 0');
    expect((await desk()).queue[0]).toMatchObject({ state: 'inWork', takenBy: 'Jäsen 0' });
    expect(await questions.handover?.([objectIdOfMember(0) as MemberId], await world.visit(0))).toMatchObject([
      { title: 'Kiireinen?', page: `questions/${secret.id}` },
    ]);
    expect(await refused(act(3, await ask(3), 'take'))).not.toBe('not refused');
  });

  test('are told once when nobody has answered in time, and not when someone has', async () => {
    await openChat(world, 0);
    const asked = await ask(1);
    const other = await ask(2, { text: 'Vastattu?' });
    await answer(3, other);
    await daysPass(10);
    await daysPass(10);
    const toldOf = saidTo('chat-0').filter((one) => one.startsWith(text.toldUnanswered.fi));
    expect(toldOf).toEqual([`${text.toldUnanswered.fi}: ${asked.text}`]);
  });

  test('are told when the only answer was removed after its time', async () => {
    await openChat(world, 0);
    const asked = await ask(1);
    const said = await answer(2, asked);
    await daysPass(10);
    expect(saidTo('chat-0')).toEqual([]);
    await askOf(routes, contract.removeAnswer, await world.visit(2), {
      params: { question: asked.id, answer: said.answerList[0]?.id ?? '' },
    });
    await world.clock.advance(120_000);
    expect(saidTo('chat-0').join()).toContain(text.toldUnanswered.fi);
  });

  test('decide after how many working days, also of what has been asked already', async () => {
    await openChat(world, 0);
    await ask(1);
    const set = async (questionDays: number) =>
      askOf(routes, contract.setQuestionsDesk, await world.visit(0), { body: { questionDays } });
    expect(await refused(set(0))).toBe(text.badDays.fi);
    expect((await set(10)).questionDays).toBe(10);
    await daysPass(7);
    expect(saidTo('chat-0')).toEqual([]);
    await set(1);
    await world.clock.advance(120_000);
    expect(saidTo('chat-0').join()).toContain(text.toldUnanswered.fi);
  });

  test('see who may know, and ask each of them once; never who did not agree to be found', async () => {
    const work = await world.work();
    for (const n of [2, 3])
      await changeMember(work, objectIdOfMember(n), (of) =>
        of ? { ...of, topics: ['koulukuljetukset'], ...(n === 2 ? { isListed: true as const } : {}) } : of,
      );
    await openChat(world, 2);
    const suggested = await askOf(routes, contract.suggestForQuestion, await world.visit(1), {
      body: { text: 'Koulukuljetusten kilpailutus' },
    });
    expect(suggested.knowing.map(({ name }) => name)).toEqual(['Jäsen 2']);
    const asked = await ask(1);
    expect((await see(0, asked)).desk?.knowing).toMatchObject([{ name: 'Jäsen 2', isRequested: false }]);
    expect((await see(1, asked)).desk).toBeUndefined();
    const request = async () =>
      askOf(routes, contract.requestAnswer, await world.visit(0), {
        params: { question: asked.id },
        body: { member: objectIdOfMember(2) },
      });
    expect((await request()).desk?.knowing[0]?.isRequested).toBe(true);
    expect(await refused(request())).toBe(text.askedAlready.fi);
    await world.clock.rest();
    expect(saidTo('chat-2').join()).toContain(text.toldRequested.fi);
    expect(await questions.waiting?.(await world.visit(2))).toMatchObject([{ page: `questions/${asked.id}` }]);
    await answer(2, asked);
    expect((await see(0, asked)).desk?.knowing).toEqual([]);
    const secret = await ask(1, { to: 'coordinator' });
    const refusal = askOf(routes, contract.requestAnswer, await world.visit(0), {
      params: { question: secret.id },
      body: { member: objectIdOfMember(2) },
    });
    expect(await refused(refusal)).toBe(text.onlyForAll.fi);
  });

  test('put an answer into the bank by one click, without who asked', async () => {
    const asked = await ask(1);
    const bank = async () =>
      askOf(routes, contract.toBank, await world.visit(0), {
        params: { question: asked.id },
        body: { title: 'Koulukuljetusten kilpailutus', question: asked.text, answer: 'Yhdessä naapurin kanssa.' },
      });
    await answer(2, asked);
    const { material } = await bank();
    expect((await bank()).material).toBe(material);
    const item = await findMaterial(await world.work(), material);
    expect(item).toMatchObject({
      ...{ type: 'questionAnswer', title: 'Koulukuljetusten kilpailutus', state: 'published' },
      answer: { question: asked.text, answer: 'Yhdessä naapurin kanssa.' },
    });
    expect(JSON.stringify(item)).not.toContain('person-1');
    expect((await see(3, asked)).bankItem).toBe(material);
  });

  test('who put the same answer into the bank at the same time make one item', async () => {
    await update({ store: world.services.store, scope: world.scope, kind: networks, id: NETWORK }, (of) =>
      of ? { ...of, coordinators: [person(0), person(3)] } : of,
    );
    const asked = await ask(1);
    await answer(2, asked);
    const body = { title: 'Kuljetukset', question: asked.text, answer: 'Yhdessä.' };
    const made = [0, 3].map(async (n) =>
      askOf(routes, contract.toBank, await world.visit(n), { params: { question: asked.id }, body }),
    );
    expect(new Set((await Promise.all(made)).map(({ material }) => material)).size).toBe(1);
    expect(await listAll(world.services.store, world.scope, materialKind)).toHaveLength(1);
  });

  test('read the help that was given, by organisation, of all but who asked without a name', async () => {
    for (const n of [0, 1, 2, 3]) await represent(world, n, n);
    const named = await ask(1);
    await answer(2, named);
    await answer(0, named);
    await world.clock.advance(1000);
    const unnamed = await ask(3, { isUnnamed: 'true' });
    await answer(2, unnamed);
    await ask(2, { text: 'Ilman vastausta?' });
    const visit = await world.visit(0);
    const span = { from: plus(world.clock.now(), -DAY), to: plus(world.clock.now(), DAY) };
    expect((await questions.facts?.(span, visit))?.help).toMatchObject([
      { from: 'o-1', by: ['o-2'], isByCoordinator: true },
      { by: ['o-2'], isByCoordinator: false },
    ]);
    expect((await questions.facts?.(span, visit))?.help?.[1]?.from).toBeUndefined();
    const took = await questions.participation?.(span.from, await world.work());
    expect(took?.map(({ member }) => member).sort()).toEqual([0, 1, 2, 2, 2].map((n) => objectIdOfMember(n)));
  });
});

describe('in files', () => {
  test('who asked without their name is nobody, and formulas are text', async () => {
    await represent(world, 1, 1);
    const asked = await ask(1, { text: '=1+1?', isUnnamed: 'true' });
    await answer(2, asked, 'Vastaus');
    const file = await questions.downloads[0]?.produce('', await world.visit(0));
    const csv = file && 'bytes' in file ? new TextDecoder().decode(file.bytes) : '';
    expect(csv).toContain("'=1+1?");
    expect(csv).toContain('Jäsen kysyy');
    expect(csv).toContain('Vastaus');
    expect(csv).not.toMatch(/Jäsen 1|Kunta 1/);
  });
});

describe('the person', () => {
  const ids = [objectIdOfMember(1) as MemberId];
  const as = personKey.parse('erased|nobody-1');

  test('finds their own in what is stored on them, and nothing of others', async () => {
    const asked = await ask(1, { text: 'Oma?', to: 'coordinator' });
    await answer(0, asked, 'Koordinaattorin sana');
    const other = await ask(2, { text: 'Toisen?' });
    await answer(1, other, 'Oma vastaus');
    const own = await questions.personal?.collect(ids, await world.work());
    expect(own).toMatchObject({
      questionsAsked: [{ text: 'Oma?', to: 'coordinator' }],
      questionAnswers: [{ question: 'Toisen?', text: 'Oma vastaus' }],
    });
    expect(JSON.stringify(own)).not.toContain('Koordinaattorin sana');
  });

  test('erased is in no question or answer; what everyone read stays, what was private is a figure', async () => {
    const open = await ask(1, { text: 'Avoin?' });
    await answer(2, open);
    const secret = await ask(1, { text: 'Salainen?', details: 'Tausta', to: 'coordinator' });
    await answer(0, secret, 'Neuvo');
    const other = await ask(2, { text: 'Toisen?' });
    await answer(1, other, 'Hänen vastauksensa');
    await world.clock.rest();
    const visit = await world.visit(0);
    const span = { from: plus(world.clock.now(), -DAY), to: plus(world.clock.now(), DAY) };
    const before = (await questions.facts?.(span, visit))?.help?.length;
    await questions.personal?.erase(ids, as, await world.work());
    await world.clock.rest();
    expect(await see(0, open)).toMatchObject({ text: 'Avoin?', asker: { name: text.someone.fi } });
    const after = await see(0, secret);
    expect(after).toMatchObject({ text: text.wordsErased.fi, details: '', answers: 1 });
    expect(JSON.stringify(after)).not.toMatch(/Salainen|Tausta|Neuvo/);
    expect((await see(2, other)).answerList).toMatchObject([
      { text: 'Hänen vastauksensa', by: { name: text.someone.fi } },
    ]);
    expect((await questions.facts?.(span, visit))?.help).toHaveLength(before ?? 0);
    expect(JSON.stringify([...world.channel.shown.values()])).not.toContain('Jäsen 1');
  });

  test('has what they asked the coordinator alone forgotten two years after the last word', async () => {
    const asked = await ask(1, { text: 'Salainen?', to: 'coordinator' });
    await answer(0, asked, 'Neuvo');
    await world.passTo(plus(world.clock.now(), 729 * DAY));
    await questions.personal?.expire?.(await world.work());
    expect((await see(0, asked)).text).toBe('Salainen?');
    await world.passTo(plus(world.clock.now(), 2 * DAY));
    await questions.personal?.expire?.(await world.work());
    expect(await see(0, asked)).toMatchObject({ text: text.wordsErased.fi, answers: 1 });
  });
});

test('while the part is switched off, nobody is told that nobody answers', async () => {
  await openChat(world, 0);
  await ask(1);
  await update({ store: world.services.store, scope: world.scope, kind: networks, id: NETWORK }, (of) =>
    of ? { ...of, modules: { questions: false } } : of,
  );
  await daysPass(30);
  expect(saidTo('chat-0')).toEqual([]);
  await update({ store: world.services.store, scope: world.scope, kind: networks, id: NETWORK }, (of) =>
    of ? { ...of, modules: { questions: true } } : of,
  );
  await daysPass(2);
  expect(saidTo('chat-0').join()).toContain(text.toldUnanswered.fi);
});
