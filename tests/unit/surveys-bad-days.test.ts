/** Surveys on bad days: an event that is broken off, feedback switched off and on while another server remembers it, surveys that are not everyone’s. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE, plus, SECOND } from '../../bot/core/clock.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { members } from '../../bot/core/network.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { translator } from '../../bot/core/text.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { answerEvent, inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import { type Event, draftOf as eventDraftOf } from '../../bot/features/events/event.ts';
import { cancelEvent, correctEvent } from '../../bot/features/events/operations.ts';
import { whyNot } from '../../bot/features/surveys/asked-operations.ts';
import { changeFeedbackForm } from '../../bot/features/surveys/feedback-operations.ts';
import { addPicture } from '../../bot/features/surveys/operations.ts';
import { surveyPersonal } from '../../bot/features/surveys/personal.ts';
import { questionDraft } from '../../bot/features/surveys/questions.ts';
import { pictures } from '../../bot/features/surveys/survey.ts';
import { text } from '../../bot/features/surveys/text.ts';
import { idOf, NETWORK, openSurveyWorld, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 8 });
});
afterEach(() => world.close());

/** The jobs look every five seconds. */
const A_LOOK = 6 * SECOND;

async function comesByMail(n: number, { id }: Event): Promise<void> {
  await changeMember(
    await world.work(),
    idOf(n),
    (of) => of && { ...of, email: `jasen${n}@kunta.example`, mail: { feedback: true, events: true } },
  );
  const delivery = { id: `comes-${n}`, at: world.clock.now() };
  await answerEvent(await world.visit(n), id, { attendance: 'online' }, delivery);
}

async function correct(event: Event, asksFeedback: boolean): Promise<void> {
  const draft = { ...eventDraftOf(event, 'Europe/Helsinki'), asksFeedback: String(asksFeedback) };
  await correctEvent(await world.visit(0), event.id, draft, { tells: false });
  await world.clock.advance(A_LOOK);
}

/** By their link, from outside the network. */
async function outsiderOf(event: Event): Promise<Visit> {
  await inviteOutsiders(await world.visit(0), event.id, 'Ulla Ulkoa, ulla@yritys.example', 'outside');
  const found = (await listAll(world.temp.store, world.scope, members)).find(({ value }) => value.isOutsider);
  if (!found) throw new Error('nobody came from outside');
  const { person: who, name } = found.value;
  return { ...(await world.work()), actor: { person: who, name, locale: 'fi', isOutsider: true }, t: translator('fi') };
}

describe('feedback on an event that was broken off', () => {
  test('counts what was answered by then, and asks nobody for more', async () => {
    const { event, feedback } = await world.hold();
    await comesByMail(1, event);
    await world.passTo(plus(event.startsAt, 10 * MINUTE));
    await world.answer(2, feedback, { grade: '2' });
    await cancelEvent(await world.visit(0), event.id, '');
    await world.clock.advance(30 * SECOND);
    await world.passTo(plus(event.endsAt, HOUR));
    await world.clock.advance(A_LOOK);
    expect(await world.now(feedback)).toMatchObject({ state: 'closed', result: { answers: 1 } });
    expect(await world.services.posts.status(NETWORK, feedback.post)).toBeUndefined();
    expect([...world.letters.values()].filter(({ drawing }) => drawing === 'surveys.open')).toEqual([]);
  });
});

describe('feedback that is switched off and on', () => {
  test('keeps its key meanwhile, which another server may remember', async () => {
    const { event, feedback } = await world.hold();
    const before = await world.services.keys.get(NETWORK, feedback.id);
    await correct(event, false);
    expect((await world.now(feedback)).state).toBe('undone');
    await correct(event, true);
    expect(before).toBeDefined();
    expect(await world.services.keys.get(NETWORK, feedback.id)).toEqual(before);
  });

  test('loses its key at the time when it would have closed, when it stays off', async () => {
    const { event, feedback } = await world.hold();
    await correct(event, false);
    await world.passTo(feedback.closesAt);
    await world.clock.advance(30 * SECOND);
    expect(await world.services.keys.get(NETWORK, feedback.id)).toBeUndefined();
  });
});

test('what a group is asked before an event is not for people from outside who come to it', async () => {
  const { event } = await world.hold();
  const ulla = await outsiderOf(event);
  const seats = [{ id: 'p1', member: idOf(1), role: 'member' as const, from: '2020-01-01' }];
  await changeGroup(await world.work(), 'core', () => ({
    ...{ id: 'core', names: { fi: 'Ydinryhmä' }, seats, createdAt: world.clock.now() },
  }));
  const ofAll = await world.ask({ event: event.id });
  const ofGroup = await world.ask({ event: event.id, group: 'core' });
  expect(await whyNot(ulla, ofAll)).toBeUndefined();
  expect(await whyNot(ulla, ofGroup)).toMatchObject({ row: text.onlyParticipants });
});

test('pictures of the network’s own feedback questions stay also when no feedback asks them yet', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('base64');
  const visit = await world.visit(0);
  const picture = await addPicture(visit, png);
  const none = { fi: '', sv: '', en: '' };
  const words = { ...none, fi: 'Kumpi?' };
  const options = ['o1', 'o2'].map((id) => ({ id, picture, label: { ...none, fi: id } }));
  await changeFeedbackForm(visit, {
    ...{ grade: none, best: none, improve: none, absent: none },
    own: [questionDraft.parse({ id: 'q1', type: 'pictures', label: words, options })],
  });
  world.clock.jump(10 * 24 * HOUR);
  await surveyPersonal.expire?.(await world.work());
  expect(await world.temp.store.get(world.scope, pictures, picture)).toBeDefined();
});
