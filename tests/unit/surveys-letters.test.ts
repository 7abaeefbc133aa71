/** Surveys and feedback by mail: who is written to, once and by one way, and what the letters say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE, plus } from '../../bot/core/clock.ts';
import type { LetterBody } from '../../bot/core/feature.ts';
import { type Member, members } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import { answerEvent, inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import { changeSurvey } from '../../bot/features/surveys/memory.ts';
import { saveTyped, withdrawAnswers } from '../../bot/features/surveys/operations.ts';
import type { Survey } from '../../bot/features/surveys/survey.ts';
import { idOf, openSurveyWorld, type SurveyWorld } from '../fakes/survey-world.ts';

let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 6 });
});
afterEach(() => world.close());

const change = async (n: number, of: Partial<Member>): Promise<void> => {
  await changeMember(await world.work(), idOf(n), (now) => now && { ...now, ...of });
};
/** Someone without Teams. */
async function onlyMail(n: number, more: Partial<Member> = {}): Promise<void> {
  await changeMember(await world.work(), idOf(n), (now) => {
    if (!now) return now;
    const { teamsId: _none, ...rest } = now;
    return { ...rest, email: `jasen${n}@kunta.example`, ...more };
  });
}
const sent = () => [...world.letters.values()].map(({ drawing, to }) => `${drawing} ${to}`).sort();
const words = (letter: LetterBody | undefined): string => JSON.stringify(letter).replaceAll('\u00a0', ' ');
/** Feedback on an event that has just been asked for. */
async function asked(): Promise<Survey> {
  const { event, feedback } = await world.hold();
  await world.passTo(plus(event.endsAt, 6 * MINUTE));
  return feedback;
}
let deliveries = 0;
const delivery = () => ({ id: `delivery-${++deliveries}`, at: world.clock.now(), isInOrder: true });

test('a survey that opens is written to people without Teams and to those who chose mail, once each', async () => {
  await onlyMail(1);
  await change(2, { email: 'jasen2@kunta.example', mail: { feedback: true } });
  await change(3, { email: 'jasen3@kunta.example' });
  await onlyMail(4, { mail: { feedback: false } });
  const survey = await world.ask();
  await world.clock.advance(16_000);
  expect(sent()).toEqual([`surveys.open ${idOf(1)}`, `surveys.open ${idOf(2)}`]);
  expect([...world.letters.values()][0]).toMatchObject({ subject: survey.id, topic: 'feedback', urgency: 'nudge' });
});

describe('the letter on a survey', () => {
  test('says what it is for, how long it is and who sees what, and has one button', async () => {
    await onlyMail(1);
    const survey = await world.ask({
      title: { fi: 'Vuoden kysely', sv: 'Årets enkät', en: '' },
      purpose: { fi: 'Suunnitelmaan', sv: 'För planen', en: '' },
    });
    const letter = await world.letter('surveys.open', survey.id, idOf(1));
    expect(letter?.title).toBe('Vastaa kyselyyn: Vuoden kysely');
    for (const said of [
      'Mihin vastauksia käytetään: Suunnitelmaan',
      'Vastaa viimeistään',
      'Kyselyssä on 3 kysymystä. Voit keskeyttää',
      'Vastaukset ovat nimettömiä.',
    ])
      expect(words(letter)).toContain(said);
    const address = `https://bot.example.test/p/token-of-${idOf(1)}/surveys/${survey.id}`;
    expect(letter?.blocks.filter(({ type }) => type === 'links')).toEqual([
      { type: 'links', isButton: true, links: [{ label: 'Avaa kysely', address }] },
    ]);
    await change(1, { locale: 'sv' });
    const swedish = await world.letter('surveys.open', survey.id, idOf(1));
    expect(swedish?.title).toBe('Svara på enkäten: Årets enkät');
    expect(words(swedish)).toContain('Vad svaren används till: För planen');
    await change(1, { locale: 'en' });
    expect((await world.letter('surveys.open', survey.id, idOf(1)))?.title).toBe('Answer the survey: Vuoden kysely');
  });

  test('of one with names says that there are names', async () => {
    await onlyMail(1);
    const survey = await world.ask({ secrecy: 'named' });
    const letter = words(await world.letter('surveys.open', survey.id, idOf(1)));
    expect(letter).toContain('koordinaattorit näkevät nimesi ja vastauksesi');
    expect(letter).not.toContain('nimettömiä');
  });

  test('says which part it is', async () => {
    await onlyMail(1);
    const survey = await world.ask({ rhythm: 'daily' }, 'Miten menee?\n==\nMiten sujuu?');
    expect(words(await world.letter('surveys.open', survey.id, idOf(1)))).toContain('Tämä on osa 1/2.');
    expect(await world.letter('surveys.open', `${survey.id}-2`, idOf(1))).toBeUndefined(); // it opens tomorrow
  });

  test('to who has begun says that nothing was sent yet', async () => {
    await onlyMail(1);
    const survey = await world.ask();
    await saveTyped(await world.visit(1), survey.id, { q3: 'Kesken' }, delivery());
    const letter = words(await world.letter('surveys.reminder', survey.id, idOf(1)));
    expect(letter).toContain('Ehdit vielä vastata: Vuoden kysely');
    expect(letter).toContain('et ole vielä lähettänyt niitä');
    expect(letter).not.toContain('Kesken"');
  });
});

describe('the letter on feedback', () => {
  test('goes out after the event, with a link for each grade that only preselects', async () => {
    await onlyMail(1);
    const feedback = await asked();
    const letter = await world.letter('surveys.open', feedback.id, idOf(1));
    expect(letter?.title).toBe('Anna palautetta: Joukkoliikenteen tilastot');
    const page = `https://bot.example.test/p/token-of-${idOf(1)}/surveys/${feedback.id}`;
    expect(letter?.blocks).toContainEqual({
      type: 'links',
      links: [
        { label: '1/5 (heikko)', address: `${page}?grade=1` },
        { label: '2/5', address: `${page}?grade=2` },
        { label: '3/5', address: `${page}?grade=3` },
        { label: '4/5', address: `${page}?grade=4` },
        { label: '5/5 (erinomainen)', address: `${page}?grade=5` },
      ],
    });
    expect(letter?.blocks).toContainEqual({ type: 'heading', text: 'Minkä arvosanan annat tilaisuudelle?' });
    expect(words(letter)).toContain('Jos et ollut paikalla');
  });

  test('is not drawn before it is asked for, though answers are taken already', async () => {
    await onlyMail(1);
    const { event, feedback } = await world.hold();
    await world.passTo(plus(event.startsAt, MINUTE));
    expect(await world.letter('surveys.open', feedback.id, idOf(1))).toBeUndefined();
  });

  test('reaches people from outside who took part, as what concerns their events, and no others', async () => {
    await onlyMail(1, { isOutsider: true });
    await onlyMail(2, { isOutsider: true });
    const { event, feedback } = await world.hold({ isPublic: 'true' });
    await inviteOutsiders(await world.visit(0), event.id, 'Jäsen 1, jasen1@kunta.example', 'form-1');
    const visit = { ...(await world.visit(1)), actor: { ...(await world.visit(1)).actor, isOutsider: true as const } };
    await answerEvent(visit, event.id, { attendance: 'online' }, delivery());
    await world.passTo(plus(event.endsAt, 6 * MINUTE));
    await world.clock.advance(16_000);
    expect([...world.letters.values()].filter(({ drawing }) => drawing === 'surveys.open')).toMatchObject([
      { to: idOf(1), topic: 'events', subject: feedback.id },
    ]);
    expect(await world.letter('surveys.open', feedback.id, idOf(1))).toBeDefined();
    expect(await world.letter('surveys.open', feedback.id, idOf(2))).toBeUndefined();
  });
});

describe('a letter that has become pointless is not sent', () => {
  test.each<[string, (survey: Survey) => Promise<unknown>]>([
    ['they have answered', (survey) => world.answer(1, survey, { grade: '4' })],
    ['they said that they were not there', (survey) => world.answer(1, survey, {}, { isAbsent: true })],
    ['it is closed', (survey) => world.untilCounted(survey)],
    ['they chose no mail', () => change(1, { mail: { feedback: false } })],
    ['they have left', async () => change(1, { leftAt: world.clock.now() })],
    ['their address failed', async () => change(1, { emailFailedAt: world.clock.now() })],
    ['they are gone', async () => (await world.work()).services.store.remove(world.scope, members, idOf(1))],
  ])('when %s', async (_, happens) => {
    await onlyMail(1);
    const feedback = await asked();
    for (const name of ['surveys.open', 'surveys.reminder'])
      expect(await world.letter(name, feedback.id, idOf(1))).toBeDefined();
    await happens(feedback);
    for (const name of ['surveys.open', 'surveys.reminder'])
      expect(await world.letter(name, feedback.id, idOf(1))).toBeUndefined();
  });

  test('but is again once they have withdrawn their answer', async () => {
    await onlyMail(1);
    const feedback = await asked();
    await world.answer(1, feedback, { grade: '4' });
    await withdrawAnswers(await world.visit(1), feedback.id, delivery());
    expect((await world.letter('surveys.reminder', feedback.id, idOf(1)))?.title).toBe(
      'Ehdit vielä antaa palautetta: Joukkoliikenteen tilastot',
    );
  });

  test('of a survey that there is not, or that was for others', async () => {
    await onlyMail(1);
    expect(await world.letter('surveys.open', 's-unknown', idOf(1))).toBeUndefined();
    const survey = await world.ask();
    await changeSurvey(await world.work(), survey.id, (of) => ({ ...of, group: 'core' }));
    expect(await world.letter('surveys.open', survey.id, idOf(1))).toBeUndefined();
  });

  test('the reminder goes out in time, to those alone who have not answered', async () => {
    await onlyMail(1);
    await onlyMail(2);
    const survey = await world.ask({ closesOn: plus(world.clock.now(), 14 * 24 * HOUR).slice(0, 10) });
    await world.answer(1, survey, { q1: '4' });
    await world.passTo(survey.remindsAt ?? '');
    await world.clock.advance(16_000);
    expect(sent().filter((one) => one.startsWith('surveys.reminder'))).toEqual([`surveys.reminder ${idOf(2)}`]);
  });
});
