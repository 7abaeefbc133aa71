/** Surveys and feedback as they live: asked by the clock, answered, changed, moved along with their event, closed, reminded of. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { auditEntries } from '../../bot/core/audit.ts';
import { DAY, HOUR, type Instant, MINUTE, plus, SECOND } from '../../bot/core/clock.ts';
import { type ActivityId, activityId, postId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { members, networks } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { activityScope, auditScope } from '../../bot/core/scope.ts';
import type { Message } from '../../bot/core/text.ts';
import { translator } from '../../bot/core/text.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { answerEvent, inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import { type Event, eventDraft, draftOf as eventDraftOf } from '../../bot/features/events/event.ts';
import { cancelEvent, correctEvent, createEvents } from '../../bot/features/events/operations.ts';
import { whyNot } from '../../bot/features/surveys/asked-operations.ts';
import { countsOf, sealedAnswers } from '../../bot/features/surveys/ballots.ts';
import { changeFeedbackForm, feedbackOf } from '../../bot/features/surveys/feedback-operations.ts';
import { changeSurvey, findSurvey } from '../../bot/features/surveys/memory.ts';
import {
  addPicture,
  answerOpenly,
  answerSurvey,
  closeSurvey,
  copySurvey,
  createSurvey,
  enterAnswers,
  extendSurvey,
  formsOf,
  hasAnswered,
  openForGroup,
  openSurveys,
  ownAnswers,
  partsOf,
  postResults,
  removeForm,
  renewLink,
  repostSurvey,
  saveForm,
  saveTyped,
  surveysToAnswer,
  undoSurvey,
  withdrawAnswers,
} from '../../bot/features/surveys/operations.ts';
import { parseQuestions, questionDraft } from '../../bot/features/surveys/questions.ts';
import { remind, remindSurvey, whomToRemind } from '../../bot/features/surveys/reminder-operations.ts';
import { latestOf } from '../../bot/features/surveys/response.ts';
import { participation } from '../../bot/features/surveys/result-operations.ts';
import { shownTo } from '../../bot/features/surveys/shown.ts';
import { phaseOf, type Survey, surveyDraft, surveys } from '../../bot/features/surveys/survey.ts';
import { text } from '../../bot/features/surveys/text.ts';
import { idOf, NETWORK, openChat, openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 8 });
});
afterEach(() => world.close());

/** The jobs look every five seconds. */
const A_LOOK = 6 * SECOND;
const EVERYONE = { coordinates: false } as const;
let deliveries = 0;
const delivery = () => ({ id: `life-${++deliveries}`, at: world.clock.now(), isInOrder: true });
async function refusalOf(act: Promise<unknown>): Promise<Message | undefined> {
  try {
    await act;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.row;
    throw error;
  }
}
async function passTo(time: Instant): Promise<void> {
  await world.passTo(time);
  await world.clock.advance(A_LOOK);
}
const statusOf = (id: string) => world.services.posts.status(NETWORK, postId.parse(id));
const letters = (drawing: string): string[] =>
  [...world.letters.values()]
    .filter((one) => one.drawing === drawing)
    .map(({ to }) => to)
    .sort();
async function mailed(...who: number[]): Promise<void> {
  for (const n of who)
    await changeMember(
      await world.work(),
      idOf(n),
      (of) => of && { ...of, email: `jasen${n}@kunta.example`, mail: { feedback: true, events: true } },
    );
}
async function comes(n: number, { id }: Pick<Event, 'id'>): Promise<void> {
  await answerEvent(await world.visit(n), id, { attendance: 'online' }, delivery());
}
async function moveEvent(event: Event, to: Partial<ReturnType<typeof eventDraftOf>>): Promise<void> {
  await correctEvent(
    await world.visit(0),
    event.id,
    { ...eventDraftOf(event, 'Europe/Helsinki'), ...to },
    { tells: false },
  );
  await world.clock.advance(A_LOOK);
}
const answers = async (n: number, survey: Survey) => {
  const own = await ownAnswers(await world.visit(n), survey);
  return own && latestOf(own)?.answers;
};
/** By their link, from outside the network. */
async function outsiderOf(event: Event): Promise<Visit> {
  await inviteOutsiders(await world.visit(0), event.id, 'Ulla Ulkoa, ulla@yritys.example', 'outside');
  const found = (await listAll(world.temp.store, world.scope, members)).find(({ value }) => value.isOutsider);
  if (!found) throw new Error('nobody came from outside');
  const { person: who, name } = found.value;
  return { ...(await world.work()), actor: { person: who, name, locale: 'fi', isOutsider: true }, t: translator('fi') };
}

describe('feedback on an event', () => {
  test('is there when the event is published, and shows itself to nobody before the event is over', async () => {
    const { event, feedback } = await world.hold();
    expect(feedback).toMatchObject({
      ...{ id: `${event.id}-feedback`, type: 'feedback', event: event.id, secrecy: 'anonymous', step: 5 },
      ...{ title: { fi: event.title }, opensAt: event.startsAt, postsAt: plus(event.endsAt, 5 * MINUTE) },
    });
    expect(feedback.questions.map(({ id }) => id)).toEqual(['grade', 'best', 'improve']);
    await passTo(event.endsAt);
    expect(await statusOf(feedback.post)).toBeUndefined();
    expect(letters('surveys.open')).toEqual([]);
  });

  test('comes into its thread five minutes after the end, and by mail to those whom mail reaches, once', async () => {
    await mailed(1, 2);
    const { event, feedback } = await world.hold();
    for (const n of [1, 3]) await comes(n, event);
    await passTo(plus(event.endsAt, 5 * MINUTE));
    await world.clock.advance(A_LOOK);
    expect(await statusOf(feedback.post)).toMatchObject({ drawing: 'surveys.survey', subject: feedback.id });
    expect(letters('surveys.open')).toEqual([idOf(1)]); // 2 had no place, 3 reads the thread
    await world.restart();
    await world.clock.advance(A_LOOK);
    expect(letters('surveys.open')).toEqual([idOf(1)]);
  });

  test('takes answers from the start of the event on, and none before', async () => {
    const { event, feedback } = await world.hold();
    expect(await refusalOf(world.answer(1, feedback, { grade: '5' }))).toBe(text.notYetOpen);
    await passTo(event.startsAt);
    await world.answer(1, feedback, { grade: '5' });
    expect(await answers(1, feedback)).toEqual({ grade: { number: 5 } });
  });

  test('asks who was not there for one thing alone', async () => {
    const { event, feedback } = await world.hold();
    await passTo(plus(event.endsAt, HOUR));
    await world.answer(1, feedback, { absent: 'Tallenne' }, { isAbsent: true });
    await world.answer(2, feedback, {}, { isAbsent: true });
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 0, absent: 2 });
    await world.answer(2, feedback, { grade: '3' });
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 1, absent: 1 });
  });

  test('moves along with its event, and its answers stay', async () => {
    const { event, feedback } = await world.hold({ startsOn: '2026-03-16' });
    await moveEvent(event, { startsOn: '2026-03-17', endsOn: '2026-03-17', title: 'Uusi nimi' });
    const moved = await world.now(feedback);
    expect(moved).toMatchObject({
      opensAt: plus(event.startsAt, DAY),
      closesAt: plus(feedback.closesAt, DAY),
      title: { fi: 'Uusi nimi' },
    });
    await passTo(plus(event.endsAt, 10 * MINUTE));
    expect(await statusOf(feedback.post)).toBeUndefined(); // the job of the first time came in vain
    await passTo(plus(event.endsAt, DAY + 6 * MINUTE));
    expect(await statusOf(feedback.post)).toBeDefined();
  });

  test('is not written anew when nothing of it changes', async () => {
    const { event, feedback } = await world.hold();
    const before = await world.temp.store.get(world.scope, surveys, feedback.id);
    await world.services.followEvent(NETWORK, event.id);
    await world.clock.advance(A_LOOK);
    const after = await world.temp.store.get(world.scope, surveys, feedback.id);
    expect(after?.version).toBe(before?.version);
  });

  test('goes with its event when that is cancelled, and nobody is asked', async () => {
    await mailed(1);
    const { event, feedback } = await world.hold();
    await comes(1, event);
    await cancelEvent(await world.visit(0), event.id, '');
    await world.clock.advance(A_LOOK);
    expect((await world.now(feedback)).state).toBe('undone');
    await passTo(plus(event.endsAt, 6 * MINUTE));
    expect(await statusOf(feedback.post)).toBeUndefined();
    expect(letters('surveys.open')).toEqual([]);
    expect(await world.services.keys.get(NETWORK, feedback.id)).toBeUndefined();
  });

  test('is switched off and on with its event', async () => {
    const { event, feedback } = await world.hold();
    await moveEvent(event, { asksFeedback: 'false' });
    expect((await world.now(feedback)).state).toBe('undone');
    await moveEvent(event, { asksFeedback: 'true' });
    expect((await world.now(feedback)).state).toBe('running');
    await passTo(plus(event.endsAt, 6 * MINUTE));
    await world.answer(1, feedback, { grade: '4' });
    expect(await answers(1, feedback)).toEqual({ grade: { number: 4 } });
  });

  test('is never asked of an event that was published without', async () => {
    const drafted = {
      type: 'webinar',
      title: 'Aamukahvit',
      ways: 'online',
      startsOn: '2026-03-16',
      startsAtTime: '09:00',
    };
    const typed = eventDraft.parse({ ...drafted, asksFeedback: 'false' });
    const [silent] = await createEvents(await world.visit(0), typed, { form: 'silent', publishes: true });
    await world.clock.advance(A_LOOK);
    expect(await findSurvey(await world.work(), feedbackOf(silent?.id ?? activityId.parse('none')))).toBeUndefined();
  });

  test('speaks the network’s words and asks its own questions, of events that have not begun', async () => {
    const { event, feedback } = await world.hold();
    const { event: later, feedback: ahead } = await world.hold({ startsOn: '2026-04-20' });
    await passTo(event.startsAt);
    const none = { fi: '', sv: '', en: '' };
    const own = [
      questionDraft.parse({
        id: 'q1',
        type: 'choice',
        label: { fi: 'Kesto?' },
        options: [
          { id: 'o1', label: { fi: 'Sopiva' } },
          { id: 'o2', label: { fi: 'Liian pitkä' } },
        ],
      }),
    ];
    await changeFeedbackForm(await world.visit(0), {
      grade: { ...none, fi: 'Montako pistettä?' },
      best: none,
      improve: none,
      absent: none,
      own,
    });
    expect((await world.now(feedback)).questions.map(({ label }) => label.fi)).toEqual(
      feedback.questions.map(({ label }) => label.fi),
    );
    expect((await world.now(ahead)).questions.map(({ id, label }) => [id, label.fi])).toEqual([
      ['grade', 'Montako pistettä?'],
      ['best', 'Mikä oli parasta?'],
      ['improve', 'Miten kehittäisit tilaisuutta?'],
      ['q1', 'Kesto?'],
    ]);
    await passTo(later.startsAt);
    await world.answer(1, ahead, { grade: '5', q1: 'o2' });
    expect(await answers(1, ahead)).toEqual({ grade: { number: 5 }, q1: { choices: ['o2'] } });
  });

  test('closes by itself after 14 days, is counted, and nobody can be linked to an answer any more', async () => {
    const { event, feedback } = await world.hold();
    await passTo(plus(event.endsAt, HOUR));
    for (const n of [1, 2, 3, 4, 5])
      await world.answer(n, feedback, { grade: String(n > 3 ? 5 : 4), best: `Paras ${n}` });
    const closed = await world.untilCounted(feedback);
    expect(closed.closesAt.slice(0, 10)).toBe(plus(event.endsAt, 14 * DAY).slice(0, 10));
    expect(closed.result).toMatchObject({
      answers: 5,
      absent: 0,
      participants: [1, 2, 3, 4, 5].map((n) => person(n)).sort(),
    });
    expect(await listAll(world.temp.store, activityScope(world.scope, feedback.id), sealedAnswers)).toEqual([]);
    expect(await world.services.keys.get(NETWORK, feedback.id)).toBeUndefined();
    const shown = await shownTo(await world.work(), closed, EVERYONE);
    expect(shown.questions[0]).toMatchObject({ n: 5, average: { sum: 22, n: 5 } });
    expect(shown.questions[1]?.texts.map((one) => one.text).sort()).toEqual([
      'Paras 1',
      'Paras 2',
      'Paras 3',
      'Paras 4',
      'Paras 5',
    ]);
    expect(await refusalOf(world.answer(6, closed, { grade: '1' }))).toBe(text.feedbackClosed);
    expect(await hasAnswered(await world.visit(1), closed)).toBe(true);
    expect(await hasAnswered(await world.visit(6), closed)).toBe(false);
    expect((await participation(event.startsAt, await world.work())).map(({ member }) => member)).toEqual(
      [1, 2, 3, 4, 5].map(idOf).sort(),
    );
  });

  test('of a group is asked of those for whom the event was', async () => {
    const work = await world.work();
    const seats = [1, 2].map((n) => ({ id: `p${n}`, member: idOf(n), role: 'member' as const, from: '2020-01-01' }));
    await changeGroup(work, 'core', () => ({
      id: 'core',
      names: { fi: 'Ydinryhmä' },
      seats,
      createdAt: world.clock.now(),
    }));
    const { event, feedback } = await world.hold({ group: 'core', asksFeedback: 'true' });
    expect(feedback).toMatchObject({ group: 'core', isPublic: false });
    await passTo(plus(event.endsAt, HOUR));
    expect(await refusalOf(world.answer(3, feedback, { grade: '5' }))).toBe(text.onlyParticipants);
    await world.answer(1, feedback, { grade: '5' });
  });

  test('is given by people from outside who registered, and by no others', async () => {
    const { event, feedback } = await world.hold();
    const ulla = await outsiderOf(event);
    const { feedback: another } = await world.hold({ title: 'Toinen', startsOn: '2026-03-16' });
    await passTo(plus(event.endsAt, HOUR));
    expect(await refusalOf(answerSurvey(ulla, another.id, { typed: { grade: '5' }, delivery: delivery() }))).toBe(
      text.onlyParticipants,
    );
    await answerSurvey(ulla, feedback.id, { typed: { grade: '5' }, delivery: delivery() });
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 1 });
    expect(await whyNot({ ...ulla, actor: { ...ulla.actor, isInvited: true } }, feedback)).toMatchObject({
      row: text.invitedCantAnswer,
    });
  });

  test('of a page that anyone may open counts each form once', async () => {
    const { event, feedback } = await world.hold();
    await passTo(event.startsAt);
    const work = await world.work();
    for (const form of ['a', 'a', 'b']) await answerOpenly(work, feedback, form, { typed: { grade: '4' } });
    expect(await countsOf(work, feedback)).toMatchObject({ answered: 2 });
    const closed = await world.untilCounted(feedback);
    expect(closed.result).toMatchObject({ answers: 2, open: 2, participants: [] });
  });
});

describe('an answer', () => {
  test('is sent, changed, taken back and given again, and a redelivery changes nothing', async () => {
    const survey = await world.ask();
    const visit = await world.visit(1);
    const first = delivery();
    const sent = await answerSurvey(visit, survey.id, { typed: { q1: '5' }, delivery: first });
    expect(sent.kept.outcome).toBe('first');
    world.clock.jump(SECOND);
    expect(
      (await answerSurvey(visit, survey.id, { typed: { q1: '3', q3: 'Muutin mieltä' }, delivery: delivery() })).kept
        .outcome,
    ).toBe('changed');
    expect((await answerSurvey(visit, survey.id, { typed: { q1: '5' }, delivery: first })).kept.outcome).toBe(
      'repeated',
    );
    expect(await answers(1, survey)).toEqual({ q1: { number: 3 }, q3: { text: 'Muutin mieltä' } });
    expect((await withdrawAnswers(visit, survey.id, delivery())).kept.outcome).toBe('withdrawn');
    expect(await countsOf(visit, survey)).toMatchObject({ answered: 0, withdrawn: 1 });
    expect((await answerSurvey(visit, survey.id, { typed: { q1: '1' }, delivery: delivery() })).kept.outcome).toBe(
      'first',
    );
    expect(await countsOf(visit, survey)).toMatchObject({ answered: 1, withdrawn: 0 });
  });

  test('that comes late by a card is older than what was answered since, and changes nothing', async () => {
    const survey = await world.ask();
    const visit = await world.visit(1);
    const old = { id: 'old', at: world.clock.now() };
    world.clock.jump(MINUTE);
    await answerSurvey(visit, survey.id, { typed: { q1: '5' }, delivery: { id: 'new', at: world.clock.now() } });
    expect((await answerSurvey(visit, survey.id, { typed: { q1: '1' }, delivery: old })).kept.outcome).toBe('repeated');
    expect(await answers(1, survey)).toEqual({ q1: { number: 5 } });
  });

  test('that is drafted is gone on with anywhere, counts for nothing, and leaves what was sent as it is', async () => {
    const survey = await world.ask();
    await saveTyped(await world.visit(1), survey.id, { q1: '4', q3: 'kesk', tuntematon: 'x' }, delivery());
    expect((await ownAnswers(await world.visit(1, 'sv'), survey))?.draft).toEqual({ q1: '4', q3: 'kesk' });
    expect(await countsOf(await world.work(), survey)).toMatchObject({ answered: 0, drafted: 1 });
    expect(await hasAnswered(await world.visit(1), survey)).toBe(false);
    await world.answer(1, survey, { q1: '4', q3: 'kesken' });
    await saveTyped(await world.visit(1), survey.id, { q1: '2' }, delivery());
    expect(await answers(1, survey)).toEqual({ q1: { number: 4 }, q3: { text: 'kesken' } });
    expect(await countsOf(await world.work(), survey)).toMatchObject({ answered: 1, drafted: 0 });
    const closed = await world.untilCounted(survey);
    expect(closed.result).toMatchObject({ answers: 1 });
  });

  test.each<[string, Record<string, string>, string[], Message]>([
    ['of nothing at all', {}, ['q1'], text.giveGrade],
    ['with mistakes', { q1: '9', q2: 'o9' }, ['q1', 'q2'], text.badGrade],
  ])('%s is refused by question', async (_, typed, fields, row) => {
    const survey = await world.ask();
    const refused = await answerSurvey(await world.visit(1), survey.id, { typed, delivery: delivery() }).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof Refusal)) throw new Error('it was taken');
    expect(refused.row).toBe(row);
    expect(refused.problems.map(({ field }) => field)).toEqual(fields);
  });

  test('where nothing is demanded says something all the same', async () => {
    const survey = await world.ask({}, 'Mitä kuuluu?');
    expect(await refusalOf(world.answer(1, survey, { q1: '  ' }))).toBe(text.nothingAnswered);
  });

  test('after the deadline is refused, whatever is in it', async () => {
    const survey = await world.ask();
    const closed = await world.untilCounted(survey);
    expect(await refusalOf(world.answer(1, closed, {}))).toBe(text.surveyClosed);
    expect(await refusalOf(world.answer(1, closed, { q1: '4' }))).toBe(text.surveyClosed);
    expect(await refusalOf(saveTyped(await world.visit(1), closed.id, { q1: '4' }, delivery()))).toBe(
      text.surveyClosed,
    );
  });

  test('on paper or by phone is written down by a coordinator, marked as such, and hides nobody', async () => {
    const survey = await world.ask();
    expect(
      await refusalOf(
        enterAnswers(await world.visit(1), survey.id, { source: 'paper', typed: { q1: '4' }, form: 'f' }),
      ),
    ).toBeDefined();
    const visit = await world.visit(0);
    for (const form of ['f1', 'f1', 'f2', 'f3', 'f4', 'f5'])
      await enterAnswers(visit, survey.id, { source: form === 'f2' ? 'phone' : 'paper', typed: { q1: '4' }, form });
    expect(await countsOf(visit, survey)).toMatchObject({ answered: 5 });
    await world.untilPublished();
    expect((await shownTo(visit, survey, EVERYONE)).state).toBe('waiting');
    const closed = await world.untilCounted(survey);
    expect(closed.result).toMatchObject({ answers: 5, entered: 5, participants: [] });
    expect((await shownTo(visit, closed, EVERYONE)).state).toBe('tooFew');
  });
});

describe('a survey', () => {
  test('is published once by the same form, its card in the channel', async () => {
    const visit = await world.visit(0);
    const draft = surveyDraft.parse({ title: { fi: 'Kysely' }, parts: [{ questions: parseQuestions('A?', 'fi')[0] }] });
    const [one, again] = [await createSurvey(visit, draft, 'form'), await createSurvey(visit, draft, 'form')];
    expect(again.id).toBe(one.id);
    await world.clock.advance(A_LOOK);
    expect(await statusOf(one.post)).toMatchObject({ drawing: 'surveys.survey' });
    expect(await refusalOf(createSurvey(await world.visit(1), draft, 'other'))).toBeDefined();
    const trail = await listAll(world.temp.store, auditScope(world.scope, '2026-03'), auditEntries);
    expect(trail.filter(({ value }) => value.act === 'surveys.create')).toHaveLength(1);
  });

  test('tells results in steps, then all of them at closing', async () => {
    const survey = await world.ask();
    for (const n of [1, 2, 3, 4]) await world.answer(n, survey, { q1: '4' });
    await world.untilPublished();
    const work = await world.work();
    expect(await shownTo(work, survey, EVERYONE)).toMatchObject({ state: 'waiting', missing: 1, answers: 4 });
    await world.answer(5, survey, { q1: '5' });
    await world.untilPublished();
    expect(await shownTo(work, survey, EVERYONE)).toMatchObject({ state: 'shown', answers: 5 });
    await world.answer(6, survey, { q1: '1' });
    await world.untilPublished();
    const shown = await shownTo(work, await world.now(survey), EVERYONE);
    expect(shown.answers).toBe(6);
    expect(shown.questions[0]).toMatchObject({ n: 5, average: { sum: 21, n: 5 } });
    const closed = await world.untilCounted(survey);
    expect((await shownTo(work, closed, EVERYONE)).questions[0]).toMatchObject({ n: 5, left: 1 });
  });

  test('is closed within seconds, and its deadline moved while it is open', async () => {
    const survey = await world.ask();
    const later = await extendSurvey(await world.visit(0), survey.id, {
      closesOn: '2026-03-20',
      closesAtTime: '12:00',
    });
    expect(later.closesAt).toBe('2026-03-20T10:00:00.000Z');
    await passTo(survey.closesAt);
    expect(phaseOf(await world.now(survey), world.clock.now())).toBe('open');
    expect(
      await refusalOf(extendSurvey(await world.visit(0), survey.id, { closesOn: '2026-03-01', closesAtTime: '' })),
    ).toBe(text.pastDeadline);
    expect(
      await refusalOf(extendSurvey(await world.visit(0), survey.id, { closesOn: 'joskus', closesAtTime: '' })),
    ).toBe(text.unreadableTime);
    await world.answer(1, survey, { q1: '4' });
    await closeSurvey(await world.visit(0), survey.id);
    await world.clock.advance(20 * SECOND);
    const closed = await world.now(survey);
    expect(closed).toMatchObject({ state: 'closed', result: { answers: 1 } });
    expect(await refusalOf(closeSurvey(await world.visit(0), survey.id))).toBe(text.notOpen);
  });

  test('whose key is lost takes no answers, and says at closing that they are gone', async () => {
    const survey = await world.ask();
    await world.answer(1, survey, { q1: '4' });
    await world.services.keys.destroy(NETWORK, survey.id);
    world.clock.jump(11 * MINUTE); // keys are remembered for ten
    expect(await refusalOf(world.answer(2, survey, { q1: '4' }))).toBe(text.lostKey);
    expect(await refusalOf(whomToRemind(await world.visit(0), survey))).toBe(text.lostKey);
    const closed = await world.untilCounted(survey);
    expect(closed.result).toMatchObject({ isLost: true, answers: 1, participants: [] });
    expect((await shownTo(await world.work(), closed, EVERYONE)).state).toBe('lost');
  });

  test('is taken back while nobody has answered or begun to', async () => {
    const survey = await world.ask();
    await saveTyped(await world.visit(1), survey.id, { q1: '4' }, delivery());
    expect(await refusalOf(undoSurvey(await world.visit(0), survey.id))).toBe(text.hasAnswers);
    const other = await world.ask({ title: { fi: 'Toinen', sv: '', en: '' } });
    await undoSurvey(await world.visit(0), other.id);
    expect((await world.now(other)).state).toBe('undone');
    expect(await refusalOf(world.answer(1, other, { q1: '4' }))).toBe(text.unknownSurvey);
    expect((await openSurveys(await world.work())).map(({ id }) => id)).toEqual([survey.id]);
  });

  test('of a group is answered by its seat holders and their substitutes', async () => {
    const work = await world.work();
    const seats = [{ id: 'p1', member: idOf(1), role: 'member' as const, substitute: idOf(2), from: '2020-01-01' }];
    await changeGroup(work, 'core', () => ({
      id: 'core',
      names: { fi: 'Ydinryhmä' },
      seats,
      createdAt: world.clock.now(),
    }));
    const survey = await world.ask({ group: 'core' });
    expect((await shownTo(work, survey, EVERYONE)).asked).toBe(1);
    for (const n of [1, 2]) await world.answer(n, survey, { q1: '4' });
    expect(await refusalOf(world.answer(3, survey, { q1: '4' }))).toBe(text.notForYou);
    expect(await surveysToAnswer(await world.visit(3))).toEqual([]);
    expect(await openForGroup('core', work)).toEqual(['Vuoden kysely']);
  });

  test('before an event is asked in its thread', async () => {
    const { event } = await world.hold();
    const survey = await world.ask({ event: event.id });
    expect(survey).toMatchObject({ type: 'survey', event: event.id });
    expect(survey.closesAt < event.startsAt).toBe(true);
    await world.clock.advance(A_LOOK);
    expect(await statusOf(survey.post)).toMatchObject({ state: 'sent' });
    const [invitation, card] = world.channel.requests.filter(({ what }) => what === 'create');
    expect(invitation?.thread).toBeUndefined();
    expect(card?.thread).toBe((await statusOf(event.post))?.messageId);
  });

  test('opens its page to anyone by an address that is renewed', async () => {
    const survey = await world.ask({ isPublic: 'true' });
    expect(survey).toMatchObject({ isPublic: true, publicRound: 1 });
    expect(await renewLink(await world.visit(0), survey.id, false)).toMatchObject({ isPublic: false, publicRound: 2 });
    expect(await renewLink(await world.visit(0), survey.id, true)).toMatchObject({ isPublic: true, publicRound: 3 });
  });

  test('posts its results when there are any, once by the same form', async () => {
    const survey = await world.ask();
    const visit = await world.visit(0);
    expect(await refusalOf(postResults(visit, survey.id, 'form'))).toBe(text.nothingToShow);
    for (const n of [1, 2, 3, 4, 5]) await world.answer(n, survey, { q1: '4' });
    await world.untilPublished();
    for (const form of ['form', 'form', 'again']) await postResults(visit, survey.id, form);
    await world.clock.advance(A_LOOK);
    const posted = (await world.services.posts.troubled(NETWORK)).length;
    expect(posted).toBe(0);
    expect(await refusalOf(repostSurvey(visit, activityId.parse('unknown')))).toBe(text.unknownSurvey);
  });

  test('is put aside as a form that nobody else changes or throws away', async () => {
    const draft = surveyDraft.parse({ title: { fi: 'Kesken' }, parts: [] });
    await world.temp.store.upsert(world.scope, networks, NETWORK, {
      ...(await world.work()).network,
      whoMayCreate: 'members',
    });
    const [mine, theirs] = [await world.visit(0), await world.visit(1)];
    await saveForm(mine, 'form-1', draft);
    expect(await refusalOf(saveForm(theirs, 'form-1', draft))).toBe(text.badQuestionId);
    expect(await refusalOf(removeForm(theirs, 'form-1'))).toBe(text.badQuestionId);
    expect((await formsOf(theirs)).length).toBe(0);
    expect((await formsOf(mine)).length).toBe(1);
    await removeForm(mine, 'form-1');
    expect((await formsOf(mine)).length).toBe(0);
  });

  test('keeps from the channel what only coordinators see', async () => {
    const survey = await world.ask({ showResults: 'coordinators' });
    for (const n of [1, 2, 3, 4, 5]) await world.answer(n, survey, { q1: '4' });
    await world.untilPublished();
    expect(await refusalOf(postResults(await world.visit(0), survey.id, 'form'))).toBe(text.resultsAreKept);
  });

  test('is taken back by itself only where it is no feedback, which goes with its event', async () => {
    const { feedback } = await world.hold();
    expect(await refusalOf(undoSurvey(await world.visit(0), feedback.id))).toBe(text.followsEvent);
  });

  test('is copied with its questions, to be published anew', async () => {
    const survey = await world.ask({ secrecy: 'named', step: '7' });
    const copy = await copySurvey(await world.visit(0), survey.id);
    expect(copy).toMatchObject({ title: { fi: 'Vuoden kysely' }, secrecy: 'named', step: '7', closesOn: '' });
    const again = await createSurvey(await world.visit(0), copy, 'copied');
    expect(again.questions).toEqual(survey.questions);
    expect(again.id).not.toBe(survey.id);
  });

  test('is put aside as a form, and gone on with by who put it aside', async () => {
    const visit = await world.visit(0);
    await saveForm(visit, 'f1', surveyDraft.parse({ title: { fi: 'Kesken' }, parts: [] }));
    world.clock.jump(MINUTE);
    await saveForm(visit, 'f2', surveyDraft.parse({ title: { fi: '' }, parts: [] }));
    expect((await formsOf(visit)).map(({ id }) => id)).toEqual(['f2', 'f1']);
    await removeForm(visit, 'f2');
    expect((await formsOf(visit)).map(({ value }) => value.draft.title.fi)).toEqual(['Kesken']);
    expect(await refusalOf(formsOf(await world.visit(1)))).toBeDefined();
  });

  test('keeps pictures that are pictures', async () => {
    const visit = await world.visit(0);
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(100)]);
    const id = await addPicture(visit, png.toString('base64'));
    expect(await addPicture(visit, png.toString('base64'))).toBe(id);
    expect(await refusalOf(addPicture(visit, Buffer.from('<svg onload="x">').toString('base64')))).toBe(
      text.badPicture,
    );
    expect(await refusalOf(addPicture(visit, Buffer.concat([png, Buffer.alloc(150 * 1024)]).toString('base64')))).toBe(
      text.badPicture,
    );
  });
});

describe('a survey in eight parts', () => {
  /** 11 themes with 101 questions: 13 each, the last part 10. */
  const lines = Array.from({ length: 8 }, (_, part) =>
    Array.from({ length: part === 7 ? 10 : 13 }, (_row, n) => `Kysymys ${part + 1}.${n + 1}? [1–5]`).join('\n'),
  ).join('\n== \n');

  test('opens two parts a week by itself, holidays stepped over, at eight of the wall clock in winter and summer', async () => {
    await world.passTo('2026-03-23T05:00:00.000Z'); // Monday at seven in the morning
    const first = await world.ask({ opensOn: '2026-03-23', opensAtTime: '08:00', closesOn: '2026-05-04' }, lines);
    const parts = await partsOf(await world.work(), first);
    expect(parts).toHaveLength(8);
    expect(parts.reduce((sum, { questions }) => sum + questions.length, 0)).toBe(101);
    expect(parts.map(({ opensAt }) => opensAt)).toEqual([
      ...['2026-03-23T06:00:00.000Z', '2026-03-26T06:00:00.000Z'],
      ...['2026-03-30T05:00:00.000Z', '2026-04-02T05:00:00.000Z'],
      ...['2026-04-07T05:00:00.000Z', '2026-04-09T05:00:00.000Z'], // 6.4. is Easter Monday
      ...['2026-04-13T05:00:00.000Z', '2026-04-16T05:00:00.000Z'],
    ]);
    for (const [index, part] of parts.entries()) {
      expect(await refusalOf(world.answer(1, part, { q1: '4' }))).toBe(text.notYetOpen);
      await passTo(part.opensAt);
      expect(await statusOf(part.post)).toMatchObject({ subject: part.id });
      expect(await openSurveys(await world.work())).toHaveLength(index + 1);
      await world.answer(1, part, { q1: '4' });
    }
    expect(parts.map(({ remindsAt }) => remindsAt !== undefined)).toEqual([...Array(7).fill(false), true]);
  });

  test('opens what came due while the server was down, once', async () => {
    const first = await world.ask({ closesOn: '2026-05-04' }, lines);
    const parts = await partsOf(await world.work(), first);
    world.kill();
    world.clock.jump(8 * DAY);
    await world.restart();
    await world.clock.advance(30 * SECOND);
    const there = await Promise.all(parts.map(({ post }) => statusOf(post)));
    expect(there.map((one) => one !== undefined)).toEqual([true, true, true, ...Array(5).fill(false)]);
  });

  test('is taken back from a part on, and copied whole', async () => {
    const first = await world.ask({ closesOn: '2026-05-04' }, lines);
    const copy = await copySurvey(await world.visit(0), first.id);
    expect(copy.parts.map(({ questions }) => questions.length)).toEqual([13, 13, 13, 13, 13, 13, 13, 10]);
    await world.answer(1, first, { q1: '4' });
    const [, second] = await partsOf(await world.work(), first);
    if (!second) throw new Error('no second part');
    await undoSurvey(await world.visit(0), second.id);
    expect((await partsOf(await world.work(), first)).map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('a reminder', () => {
  const CLOSES = { closesOn: '2026-03-13', closesAtTime: '16:00' };
  /** Chats of 1 and 2, mail for 3, nothing for 0, 4, 5, 6 and 7. */
  beforeEach(async () => {
    for (const n of [1, 2]) await openChat(world, n);
    await mailed(3);
  });
  const directs = async (survey: ActivityId, reminder: string) => {
    const found = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => statusOf(`${survey}-remind-${reminder}-${idOf(n)}`)));
    return found.flatMap((one, n) => (one ? [n] : []));
  };

  test('goes out once by the clock, to those who have not answered, by the one way that reaches each', async () => {
    const survey = await world.ask(CLOSES);
    expect(survey.remindsAt).toBe('2026-03-11T07:00:00.000Z');
    await world.answer(2, survey, { q1: '4' });
    await passTo('2026-03-11T07:00:00.000Z' as Instant);
    expect(await directs(survey.id, 'clock')).toEqual([1]);
    expect(letters('surveys.reminder')).toEqual([idOf(3)]);
    expect(await statusOf(`${survey.id}-remind-clock`)).toMatchObject({ drawing: 'surveys.reminder' }); // for who is reached by nothing
    expect((await world.now(survey)).reminded).toEqual([
      { id: 'clock', at: expect.any(String), state: 'sent', direct: 1, mail: 1, channel: true },
    ]);
    await remind(await world.work(), `${survey.id}|clock`);
    expect((await world.now(survey)).reminded).toHaveLength(1);
  });

  test('goes to the thread only when someone is reached by nothing', async () => {
    const survey = await world.ask(CLOSES);
    for (const n of [0, 4, 5, 6, 7]) await world.answer(n, survey, { q1: '4' });
    await passTo('2026-03-11T07:00:00.000Z' as Instant);
    expect(await statusOf(`${survey.id}-remind-clock`)).toBeUndefined();
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'sent', direct: 2, mail: 1, channel: false }]);
  });

  test('is for nobody when all have answered', async () => {
    const survey = await world.ask(CLOSES);
    for (let n = 0; n < 8; n++) await world.answer(n, survey, { q1: '4' });
    await passTo('2026-03-11T07:00:00.000Z' as Instant);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'nobody', direct: 0, mail: 0, channel: false }]);
  });

  test('that comes more than a day late is skipped', async () => {
    const survey = await world.ask(CLOSES);
    world.kill();
    world.clock.jump(Date.parse('2026-03-12T07:00:30.000Z') - Date.parse(world.clock.now()));
    await world.restart();
    await world.clock.advance(A_LOOK);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'skipped' }]);
    expect(letters('surveys.reminder')).toEqual([]);
  });

  test('is not for a survey that was closed meanwhile', async () => {
    const survey = await world.ask(CLOSES);
    await closeSurvey(await world.visit(0), survey.id);
    await world.clock.advance(20 * SECOND);
    await passTo('2026-03-11T07:00:00.000Z' as Instant);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'skipped' }]);
    expect(letters('surveys.reminder')).toEqual([]);
  });

  test('moves with the deadline', async () => {
    const survey = await world.ask(CLOSES);
    const moved = await extendSurvey(await world.visit(0), survey.id, {
      closesOn: '2026-03-20',
      closesAtTime: '16:00',
    });
    expect(moved.remindsAt).toBe('2026-03-18T07:00:00.000Z');
    await passTo('2026-03-11T07:00:00.000Z' as Instant);
    expect((await world.now(survey)).reminded).toEqual([]);
    await passTo('2026-03-18T07:00:00.000Z' as Instant);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'sent' }]);
  });

  test('of feedback goes to who was there and has not answered', async () => {
    const { event, feedback } = await world.hold();
    for (const n of [1, 2, 3]) await comes(n, event);
    await passTo(plus(event.endsAt, HOUR));
    await world.answer(2, feedback, { grade: '4' });
    await world.answer(1, feedback, {}, { isAbsent: true });
    await passTo(feedback.remindsAt ?? event.endsAt);
    expect(await directs(feedback.id, 'clock')).toEqual([]);
    expect(letters('surveys.reminder')).toEqual([idOf(3)]);
    expect((await world.now(feedback)).reminded).toMatchObject([{ state: 'sent', direct: 0, mail: 1, channel: false }]);
  });

  test('that was cut off sends what is missing, and nothing twice', async () => {
    const survey = await world.ask(CLOSES);
    await world.passTo('2026-03-11T07:00:00.000Z');
    const work = await world.work();
    const begun = { id: 'clock', at: world.clock.now(), state: 'sending' as const, direct: 0, mail: 0, channel: false };
    await changeSurvey(work, survey.id, (of) => ({ ...of, reminded: [begun] }));
    await world.services.posts.publish({
      ...{
        id: postId.parse(`${survey.id}-remind-clock-${idOf(1)}`),
        network: NETWORK,
        drawing: 'surveys.reminderDirect',
      },
      ...{ subject: `${survey.id}|${idOf(1)}`, to: { person: person(1) } },
    });
    await remind(work, `${survey.id}|clock`);
    expect(await directs(survey.id, 'clock')).toEqual([1, 2]);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'sent', direct: 2, mail: 1, channel: true }]);
  });

  test('that was cut off and can’t go on ends with what had gone out', async () => {
    const survey = await world.ask(CLOSES);
    const begun = { id: 'clock', at: world.clock.now(), state: 'sending' as const, direct: 0, mail: 0, channel: false };
    await changeSurvey(await world.work(), survey.id, (of) => ({ ...of, reminded: [begun] }));
    await world.services.posts.publish({
      ...{
        id: postId.parse(`${survey.id}-remind-clock-${idOf(2)}`),
        network: NETWORK,
        drawing: 'surveys.reminderDirect',
      },
      ...{ subject: `${survey.id}|${idOf(2)}`, to: { person: person(2) } },
    });
    await world.untilCounted(survey);
    await remind(await world.work(), `${survey.id}|clock`);
    expect((await world.now(survey)).reminded).toMatchObject([{ state: 'sent', direct: 1, mail: 0, channel: false }]);
  });

  test('by hand goes out once by the same form, as it was chosen', async () => {
    const survey = await world.ask(CLOSES);
    await world.answer(1, survey, { q1: '4' });
    const visit = await world.visit(0);
    expect(await whomToRemind(visit, survey)).toEqual({ notAnswered: 7, direct: 1, mail: 1, byChannel: 5 });
    expect(await refusalOf(remindSurvey(visit, survey.id, { direct: false, channel: false, form: 'f' }))).toBe(
      text.noMeansChosen,
    );
    for (const form of ['f1', 'f1']) await remindSurvey(visit, survey.id, { direct: true, channel: false, form });
    const [entry] = (await world.now(survey)).reminded;
    expect((await world.now(survey)).reminded).toMatchObject([
      { state: 'sent', by: person(0), direct: 1, mail: 1, channel: false },
    ]);
    expect(await directs(survey.id, entry?.id ?? '')).toEqual([2]);
    await remindSurvey(visit, survey.id, { direct: false, channel: true, form: 'f2' });
    expect((await world.now(survey)).reminded[1]).toMatchObject({ state: 'sent', direct: 0, mail: 0, channel: true });
    expect(letters('surveys.reminder')).toEqual([idOf(3)]);
    expect(
      await refusalOf(remindSurvey(await world.visit(1), survey.id, { direct: true, channel: true, form: 'x' })),
    ).toBeDefined();
  });

  test('by hand refuses where there is nobody, nothing, or no way', async () => {
    const survey = await world.ask(CLOSES);
    const visit = await world.visit(0);
    for (const n of [1, 2, 3]) await world.answer(n, survey, { q1: '4' });
    expect(await refusalOf(remindSurvey(visit, survey.id, { direct: true, channel: false, form: 'a' }))).toBe(
      text.onlyInChannel,
    );
    for (const n of [0, 4, 5, 6, 7]) await world.answer(n, survey, { q1: '4' });
    expect(await refusalOf(remindSurvey(visit, survey.id, { direct: true, channel: true, form: 'b' }))).toBe(
      text.nobodyToRemind,
    );
    await world.untilCounted(survey);
    expect(await refusalOf(remindSurvey(visit, survey.id, { direct: true, channel: true, form: 'c' }))).toBe(
      text.surveyClosed,
    );
    const { feedback } = await world.hold();
    expect(await refusalOf(remindSurvey(visit, feedback.id, { direct: true, channel: true, form: 'd' }))).toBe(
      text.notYetOpen,
    );
  });
});
