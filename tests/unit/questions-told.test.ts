/** What was told of a question outside its own card: no name and no words stay there once they are nobody's to read, and no id tells who asked. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus } from '../../bot/core/clock.ts';
import { personKey } from '../../bot/core/ids.ts';
import type { Member, MemberId } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import { routes } from '../../bot/features/questions/api.ts';
import type { QuestionView } from '../../bot/features/questions/contract.ts';
import * as contract from '../../bot/features/questions/contract.ts';
import { questions } from '../../bot/features/questions/feature.ts';
import { askOf, type FeatureWorld, objectIdOfMember, openChat, openFeatureWorld } from '../fakes/feature-world.ts';

let world: FeatureWorld;
beforeEach(async () => {
  world = await openFeatureWorld([questions]);
  await openChat(world, 0);
  await openChat(world, 2);
});
afterEach(() => world.close());

let requests = 0;
async function ask(n: number, draft: object): Promise<QuestionView> {
  const body = { draft, requestId: `told-${++requests}` };
  const asked = await askOf(routes, contract.askQuestion, await world.visit(n), { body });
  await told();
  return asked;
}
/** What waits in the queue has gone out. */
const told = async (): Promise<void> => {
  await world.clock.rest();
  await world.clock.advance(5000);
};
const redrawnIn = (): string[] =>
  world.channel.requests.flatMap(({ what, conversation }) => (what === 'update' ? [conversation] : []));
const at = ({ id }: QuestionView) => ({ params: { question: id } });
const request = async (of: QuestionView, n: number) =>
  askOf(routes, contract.requestAnswer, await world.visit(0), { ...at(of), body: { member: objectIdOfMember(n) } });
const shown = (): string => JSON.stringify([...world.channel.shown.values()]).replaceAll('\u200c', '');

test('who has left the network is told of nothing any more', async () => {
  await openChat(world, 1);
  const asked = await ask(1, { text: 'Miten?' });
  const answered = { ...at(asked), body: { answer: 'Näin.', requestId: 'answer' } };
  const { answerList } = await askOf(routes, contract.answerQuestion, await world.visit(2), answered);
  const drawn = async () =>
    questions.drawings
      .find(({ name }) => name === 'questions.answered')
      ?.draw(`${asked.id}|${answerList[0]?.id}|${objectIdOfMember(1)}`, await world.work());
  expect(await drawn()).toBeDefined();
  const leave = (of: Member | undefined) => of && { ...of, leftAt: world.clock.now() };
  await changeMember(await world.work(), objectIdOfMember(1), leave);
  expect(await drawn()).toBeUndefined();
});

test('erased, who answered is in no message about another answer either', async () => {
  await openChat(world, 1);
  const asked = await ask(1, { text: 'Miten?' });
  for (const n of [2, 3]) {
    const body = { answer: `Näin ${n}.`, requestId: 'answer' };
    await askOf(routes, contract.answerQuestion, await world.visit(n), { ...at(asked), body });
    await told();
  }
  await questions.personal?.erase(
    [objectIdOfMember(2) as MemberId],
    personKey.parse('erased|nobody-2'),
    await world.work(),
  );
  await told();
  expect(redrawnIn().filter((one) => one === 'chat-1')).toHaveLength(2);
});

describe('of who asked', () => {
  const ids = [objectIdOfMember(1) as MemberId];
  const as = personKey.parse('erased|nobody-1');

  test('nothing stays in others’ chats once they are erased', async () => {
    await ask(1, { text: 'Salainen?', details: 'Tausta', to: 'coordinator' });
    await request(await ask(1, { text: 'Avoin?' }), 2);
    await told();
    expect(shown()).toContain('Salainen?');
    await questions.personal?.erase(ids, as, await world.work());
    await told();
    expect(shown()).not.toMatch(/Jäsen 1|Salainen|Tausta/);
    expect(redrawnIn()).toEqual(expect.arrayContaining(['chat-0', 'chat-2'])); // their cards named who asked
  });

  test('what is forgotten is forgotten in coordinators’ chats too', async () => {
    const asked = await ask(1, { text: 'Salainen?', to: 'coordinator' });
    await askOf(routes, contract.actOnQuestion, await world.visit(0), { ...at(asked), body: { act: 'answered' } });
    await world.passTo(plus(world.clock.now(), 731 * DAY));
    await told();
    expect(shown()).toContain('Salainen?');
    await questions.personal?.expire?.(await world.work());
    await told();
    expect(shown()).not.toContain('Salainen?');
  });

  test('what they withdrew leaves coordinators’ chats too', async () => {
    const asked = await ask(1, { text: 'Salainen?', to: 'coordinator' });
    expect(shown()).toContain('Salainen?');
    await askOf(routes, contract.actOnQuestion, await world.visit(1), { ...at(asked), body: { act: 'withdraw' } });
    await told();
    expect(shown()).not.toContain('Salainen?');
  });

  test('who had been asked to answer finds no words of a withdrawn question in what is stored on them', async () => {
    const asked = await ask(1, { text: 'Peruttu?' });
    await request(asked, 2);
    await askOf(routes, contract.actOnQuestion, await world.visit(1), { ...at(asked), body: { act: 'withdraw' } });
    const stored = await questions.personal?.collect([objectIdOfMember(2) as MemberId], await world.work());
    expect(stored).toMatchObject({ questionsRequested: [{ question: asked.id }] });
    expect(JSON.stringify(stored)).not.toContain('Peruttu?');
  });

  test('the name goes from the thread and from requests when they ask without it after all', async () => {
    const asked = await ask(1, { text: 'Miten?' });
    await request(asked, 2);
    const body = { answer: 'Tarkennan.', requestId: 'addition' };
    await askOf(routes, contract.answerQuestion, await world.visit(1), { ...at(asked), body });
    await told();
    expect(shown()).toContain('Jäsen 1');
    const draft = { text: 'Miten?', isUnnamed: 'true' };
    await askOf(routes, contract.changeQuestion, await world.visit(1), { ...at(asked), body: { draft } });
    await told();
    expect(shown()).toContain('Tarkennan.');
    expect(shown()).not.toContain('Jäsen 1');
  });

  test('the id of their addition can’t be worked out from who they are and what it says', async () => {
    const asked = await ask(1, { text: 'Miten?', isUnnamed: 'true' });
    await world.click('questions.answer', { question: asked.id, answer: 'Tarkennan.' }, await world.turn(1));
    const view = await askOf(routes, contract.getQuestion, await world.visit(2), at(asked));
    const { person } = (await world.visit(1)).actor;
    const known = createHash('sha256').update([person, asked.id, 'card Tarkennan.'].join('\n')).digest('hex');
    expect(view.answerList).toMatchObject([{ text: 'Tarkennan.', isAddition: true }]);
    expect(view.answerList[0]?.id).not.toContain(known.slice(0, 24));
  });
});
