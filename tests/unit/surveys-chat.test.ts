/** Surveys and feedback in chat: cards that are answered, quick commands, forms, the desk, and the posts that follow. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '../../bot/core/clock.ts';
import { understand } from '../../bot/core/command.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import type { Outcome } from '../../bot/core/turn.ts';
import { events } from '../../bot/features/events/feature.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { countsOf } from '../../bot/features/surveys/ballots.ts';
import { surveys } from '../../bot/features/surveys/feature.ts';
import { allSurveys } from '../../bot/features/surveys/memory.ts';
import { ownAnswers, saveTyped } from '../../bot/features/surveys/operations.ts';
import { latestOf } from '../../bot/features/surveys/response.ts';
import type { Survey } from '../../bot/features/surveys/survey.ts';
import { draftFrom, quickSurvey, typedSurvey } from '../../bot/features/surveys/typed-survey.ts';
import { wordsOf } from '../fakes/feature-world.ts';
import { openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';

const CHAT = { place: { kind: 'chat' }, answers: 'message' } as const;
let world: SurveyWorld;
beforeEach(async () => {
  world = await openSurveyWorld({ size: 9 });
});
afterEach(() => world.close());

const read = (outcome: Outcome): string => wordsOf(outcome).replaceAll('\u00a0', ' ');
const click = async (n: number, verb: string, data: object, of: object = {}) =>
  world.click(verb, data, await world.turn(n, of));
/** As the dispatcher does: a refusal is answered by the handler's own card. */
async function refused(n: number, verb: string, data: object, of: object = {}): Promise<string> {
  const turn = await world.turn(n, of);
  const handler = surveys.handlers.find((one) => one.verb === verb);
  try {
    await handler?.take(data, turn);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answer = await handler?.refused(data, error, turn);
    return answer ? read(answer) : 'a plain refusal';
  }
  throw new Error('nothing was refused');
}
/** A post as it would be drawn now. */
async function drawn(name: string, subject: string): Promise<string> {
  const body = await surveys.drawings.find((one) => one.name === name)?.draw(subject, await world.work());
  return JSON.stringify(body ?? '').replaceAll('\u00a0', ' ');
}
/** Feedback on an event that ended a moment ago. */
async function feedbackNow(): Promise<Survey> {
  const { event, feedback } = await world.hold();
  await world.passTo(plus(event.endsAt, 6 * 60_000));
  await world.clock.advance(11_000);
  return feedback;
}
const answersOf = async (n: number, survey: Survey) => {
  const own = await ownAnswers(await world.visit(n), survey);
  return own && latestOf(own)?.answers;
};

describe('answering on a card', () => {
  test('is receipted with what was answered, and changed by sending again', async () => {
    const feedback = await feedbackNow();
    const first = read(await click(3, 'surveys.answer', { survey: feedback.id, grade: 5, best: 'Esimerkit.' }));
    expect(first).toContain('Kiitos, vastauksesi on tallessa.');
    expect(first).toContain('"value":"Esimerkit."');
    expect(first).toContain(`/p/token-of-person-3/surveys/${feedback.id}`);
    const second = read(await click(3, 'surveys.answer', { survey: feedback.id, grade: '4', best: '' }));
    expect(second).toContain('Vastauksesi on muutettu.');
    expect(await answersOf(3, feedback)).toEqual({ grade: { number: 4 } });
  });

  test('a redelivery changes nothing and shows how things stand', async () => {
    const feedback = await feedbackNow();
    const delivery = { id: 'same', at: world.clock.now() };
    await click(3, 'surveys.answer', { survey: feedback.id, grade: 5 }, { delivery });
    const again = read(await click(3, 'surveys.answer', { survey: feedback.id, grade: 1 }, { delivery }));
    expect(again).toContain('Olet vastannut.');
    expect(again).not.toContain('✓');
    expect(await answersOf(3, feedback)).toEqual({ grade: { number: 5 } });
  });

  test('a refusal names the question and keeps everything that was typed', async () => {
    const feedback = await feedbackNow();
    const best = 'x'.repeat(2001);
    const card = await refused(3, 'surveys.answer', { survey: feedback.id, grade: 4, best, improve: 'Tauko.' });
    expect(card).toContain('Mikä oli parasta? Vastaus on liian pitkä: enintään 2000 merkkiä, nyt 2001.');
    expect(card).toContain(`"value":"${best}"`);
    expect(card).toContain('"value":"Tauko."');
    expect(await answersOf(3, feedback)).toBeUndefined();
  });

  test('who was not there is asked one question, and can change their mind', async () => {
    const feedback = await feedbackNow();
    const form = read(await click(3, 'surveys.mine', { survey: feedback.id, as: 'absent' }));
    expect(form).toContain('Mikä olisi auttanut sinua osallistumaan?');
    expect(form).not.toContain('"id":"grade"');
    expect(read(await click(3, 'surveys.absent', { survey: feedback.id, absent: 'Tallenne.' }))).toContain(
      'kirjasimme, ettet ollut paikalla',
    );
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 0, absent: 1 });
    await click(3, 'surveys.answer', { survey: feedback.id, grade: 3 });
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 1, absent: 0 });
  });

  test('nobody is absent from a survey that is about no event', async () => {
    const survey = await world.ask();
    await expect(click(3, 'surveys.absent', { survey: survey.id, absent: 'x' })).rejects.toThrow(Refusal);
  });

  test('is withdrawn by a button, and gone from the count', async () => {
    const feedback = await feedbackNow();
    await click(3, 'surveys.answer', { survey: feedback.id, grade: 5 });
    expect(read(await click(3, 'surveys.withdraw', { survey: feedback.id }))).toContain('Vastauksesi on peruttu.');
    expect(await countsOf(await world.work(), feedback)).toMatchObject({ answered: 0, withdrawn: 1 });
  });

  test('comes too late after closing: the card says so and asks nothing', async () => {
    const feedback = await feedbackNow();
    await world.untilCounted(feedback);
    const card = await refused(3, 'surveys.answer', { survey: feedback.id, grade: 5 });
    expect(card).toContain('Palautteen anto on päättynyt.');
    expect(card).not.toContain('Input.');
  });

  test('goes on with what was typed on another device', async () => {
    const survey = await world.ask({}, 'Arvosana? * [1–5]\nMikä jäi mieleen?');
    await click(3, 'surveys.answer', { survey: survey.id, q1: 4 });
    const delivery = { id: 'd1', at: world.clock.now(), isInOrder: true };
    await saveTyped(await world.visit(3), survey.id, { q1: '2', q2: 'Kesken' }, delivery);
    const card = read(await click(3, 'surveys.mine', { survey: survey.id }));
    expect(card).toContain('"value":"Kesken"');
    expect(card).toContain('Keskeneräiset vastauksesi ovat tallessa.');
  });

  test('a survey of another network is not shown', async () => {
    expect(await refused(3, 'surveys.answer', { survey: 'unknown', grade: 5 })).toBe('a plain refusal');
  });
});

describe('the shared card', () => {
  test('counts answers, and shows the average when five have answered', async () => {
    const feedback = await feedbackNow();
    for (const n of [1, 2, 3, 4]) await click(n, 'surveys.answer', { survey: feedback.id, grade: 4 });
    expect(await drawn('surveys.survey', feedback.id)).toContain(
      '4/5 vastausta. Tulokset näkyvät, kun vielä 1 vastaa.',
    );
    await click(5, 'surveys.answer', { survey: feedback.id, grade: 5, best: 'Salainen ajatus' });
    await world.untilPublished();
    const card = await drawn('surveys.survey', feedback.id);
    expect(card).toContain('4,2/5 (5 vastausta)');
    expect(card).not.toContain('Salainen ajatus');
  });

  test('is gone when the survey was taken back', async () => {
    const survey = await world.ask();
    expect(await drawn('surveys.survey', survey.id)).toContain('Vuoden kysely');
    await click(0, 'surveys.undo', { survey: survey.id });
    expect(await drawn('surveys.survey', survey.id)).toBe('""');
  });
});

describe('the quick command', () => {
  test('reads a title and a question a line', () => {
    expect(quickSurvey('Syyspäivä\nMistä puhutaan? | A | B\nMuuta?')).toMatchObject({
      ...{ title: 'Syyspäivä', questions: 'Mistä puhutaan? | A | B\nMuuta?' },
    });
    expect(quickSurvey('Syyspäivä | Mistä puhutaan? | A | B')).toMatchObject({
      ...{ title: 'Syyspäivä', questions: 'Mistä puhutaan? | A | B' },
    });
  });

  test('words are in the language of who typed them, and a choice of none is none', () => {
    const draft = draftFrom(typedSurvey.parse({ title: 'Ämnen', questions: 'Vad?', group: '-', event: '-' }), 'sv');
    expect(draft.title).toMatchObject({ sv: 'Ämnen', fi: '' });
    expect([draft.group, draft.event, draft.parts.length]).toEqual(['', '', 1]);
  });

  test.each([
    ['kyselyn tulokset', 'survey'],
    ['ennakkokysely', 'survey'],
    ['förhandsenkät', 'survey'],
    ['enkäten', 'survey'],
    ['palautetta', 'feedback'],
    ['respons', 'feedback'],
    ['utvärdering', 'feedback'],
    ['arvio', 'feedback'],
  ])('“%s” is understood', (typed, name) => {
    expect(understand(typed, [...polls.commands, ...events.commands, ...surveys.commands])?.command.name).toBe(name);
  });

  test('publishes in the channel without a word more, and never twice for one message', async () => {
    const turn = await world.turn(0);
    expect(await world.say('kysely', 'Aiheet\nMitä?', turn)).toEqual({ type: 'nothing' });
    await world.say('kysely', 'Aiheet\nMitä?', turn);
    expect((await allSurveys(await world.work())).map(({ title }) => title.fi)).toEqual(['Aiheet']);
  });

  test('an advance survey prepares the next event and goes into its thread', async () => {
    const { event } = await world.hold();
    const answer = await world.say('ennakkokysely', 'Aiheet\nMitä?', await world.turn(0, CHAT));
    expect(read(answer)).toContain('”Aiheet” on nyt kanavalla');
    const survey = (await allSurveys(await world.work())).find(({ type }) => type === 'survey');
    expect(survey?.event).toBe(event.id);
    expect(await drawn('surveys.survey', survey?.id ?? '')).toContain('Ennakkokysely');
  });

  test('in a chat opens the form with everything that was typed when something is wrong', async () => {
    const card = read(await world.say('kysely', 'Aiheet', await world.turn(0, CHAT)));
    expect(card).toContain('Lisää vähintään yksi kysymys.');
    expect(card).toContain('"value":"Aiheet"');
    expect(await allSurveys(await world.work())).toEqual([]);
  });

  test('in the channel says what is wrong and gives back what was typed', async () => {
    expect(read(await world.say('kysely', 'Aiheet\nMitä? | A', await world.turn(0)))).toContain('Kirjoitit: Aiheet');
  });

  test('is for those who may create', async () => {
    await expect(world.say('kysely', 'Aiheet\nMitä?', await world.turn(3))).rejects.toThrow(NotAllowed);
  });

  test('the bare word opens the form for who may create, and lists what is open for others', async () => {
    const survey = await world.ask();
    expect(read(await world.say('kysely', '', await world.turn(0, CHAT)))).toContain('"id":"questions"');
    const list = read(await world.say('kysely', '', await world.turn(3, CHAT)));
    expect(list).toContain('Vuoden kysely');
    expect(list).not.toContain('Olet vastannut.');
    await click(3, 'surveys.answer', { survey: survey.id, q1: 4 });
    expect(read(await world.say('kysely', '', await world.turn(3, CHAT)))).toContain('Olet vastannut.');
  });
});

describe('“palaute”', () => {
  test('lists feedback that waits, and in a channel tells nobody who has answered', async () => {
    const feedback = await feedbackNow();
    await click(3, 'surveys.answer', { survey: feedback.id, grade: 4 });
    expect(read(await world.say('palaute', '', await world.turn(3, CHAT)))).toContain('Olet vastannut.');
    const inChannel = read(await world.say('palaute', '', await world.turn(3)));
    expect(inChannel).toContain('Joukkoliikenteen tilastot');
    expect(inChannel).not.toContain('Olet vastannut.');
  });

  test('shows coordinators the latest grades too, and nobody else', async () => {
    const feedback = await feedbackNow();
    for (const n of [1, 2, 3, 4, 5]) await click(n, 'surveys.answer', { survey: feedback.id, grade: 4 });
    await world.untilPublished();
    expect(read(await world.say('palaute', '', await world.turn(0, CHAT)))).toContain('4,0/5 (5 vastausta)');
    expect(read(await world.say('palaute', '', await world.turn(3, CHAT)))).not.toContain('4,0/5');
    expect(read(await world.say('palaute', '', await world.turn(0)))).not.toContain('4,0/5');
  });

  test('says when nothing waits', async () => {
    expect(read(await world.say('palaute', '', await world.turn(3, CHAT)))).toContain(
      'mistään tilaisuudesta ei kerätä',
    );
  });
});

describe('making and running', () => {
  const typed = { title: 'Aiheet', questions: 'Mistä puhutaan? * | A | B\nMuuta?', form: 'f1' };

  test('the preview shows the card and sends nothing; publishing the same form twice makes one', async () => {
    const preview = read(await click(0, 'surveys.preview', typed, CHAT));
    expect(preview).toContain('Mistä puhutaan?');
    expect(await allSurveys(await world.work())).toEqual([]);
    await click(0, 'surveys.create', typed, CHAT);
    await click(0, 'surveys.create', typed, CHAT);
    expect(await allSurveys(await world.work())).toHaveLength(1);
    expect(read(await click(0, 'surveys.edit', typed, CHAT))).toContain('"value":"Aiheet"');
  });

  test('a refused form comes back with everything that was typed', async () => {
    const card = await refused(0, 'surveys.create', { ...typed, step: '2', closesOn: '2020-01-01' }, CHAT);
    expect(card).toContain('Tulosten vähimmäismäärän pitää olla 3–50 vastausta.');
    expect(card).toContain('"value":"2"');
    expect(card).toContain('Määräaika on jo mennyt.');
  });

  test('only coordinators see the desk, close and remind', async () => {
    const survey = await world.ask();
    for (const verb of ['surveys.manage', 'surveys.close', 'surveys.undo', 'surveys.repost', 'surveys.askReminder'])
      await expect(click(3, verb, { survey: survey.id }, CHAT)).rejects.toThrow(NotAllowed);
    expect(read(await click(0, 'surveys.manage', { survey: survey.id }, CHAT))).toContain('Kyselyn hallinta');
  });

  test('closing counts, and the results go into the channel once for a form', async () => {
    const survey = await world.ask();
    for (const n of [1, 2, 3, 4, 5]) await click(n, 'surveys.answer', { survey: survey.id, q1: 4 });
    expect(read(await click(0, 'surveys.close', { survey: survey.id }, CHAT))).toContain('sulkeutuu nyt');
    await world.clock.advance(30_000);
    expect((await world.now(survey)).state).toBe('closed');
    expect(read(await click(0, 'surveys.manage', { survey: survey.id }, CHAT))).toContain(
      'Julkaise tulokset kanavalla',
    );
    await click(0, 'surveys.postResults', { survey: survey.id, form: 'r1' }, CHAT);
    await click(0, 'surveys.postResults', { survey: survey.id, form: 'r1' }, CHAT);
    await world.clock.advance(5_000);
    expect(await drawn('surveys.results', survey.id)).toContain('4,0/5 (5 vastausta)');
    expect(
      world.channel.requests.filter(({ what, text }) => what === 'create' && text?.startsWith('Tulokset: ')),
    ).toHaveLength(1);
  });

  test('results that coordinators alone see are posted nowhere', async () => {
    const survey = await world.ask({ showResults: 'coordinators' });
    for (const n of [1, 2, 3, 4, 5]) await click(n, 'surveys.answer', { survey: survey.id, q1: 4 });
    await world.untilPublished();
    expect(await drawn('surveys.results', survey.id)).toBe('""');
    expect(await drawn('surveys.survey', survey.id)).not.toContain('4,0/5');
    expect(read(await click(0, 'surveys.manage', { survey: survey.id }, CHAT))).toContain('4,0/5 (5 vastausta)');
  });
});

describe('reminders', () => {
  test('are previewed with numbers and no names, and sent once for a form', async () => {
    const survey = await world.ask();
    await click(3, 'surveys.answer', { survey: survey.id, q1: 4 });
    const preview = read(await click(0, 'surveys.askReminder', { survey: survey.id }, CHAT));
    expect(preview).toContain('8 ei ole vastannut.');
    expect(preview).toContain('Yksi on jo vastannut.');
    expect(preview).not.toContain('Jäsen ');
    await click(0, 'surveys.remind', { survey: survey.id, form: 'm1', direct: 'false', channel: 'true' }, CHAT);
    await click(0, 'surveys.remind', { survey: survey.id, form: 'm1', direct: 'false', channel: 'true' }, CHAT);
    expect((await world.now(survey)).reminded).toHaveLength(1);
  });

  test('the one to a person holds the form, and nobody who has answered gets one', async () => {
    const feedback = await feedbackNow();
    const card = await drawn('surveys.reminderDirect', `${feedback.id}|person-3`);
    expect(card).toContain('Muistutus: vastauksesi puuttuu vielä.');
    expect(card).toContain('"id":"grade"');
    await click(3, 'surveys.answer', { survey: feedback.id, grade: 4 });
    expect(await drawn('surveys.reminderDirect', `${feedback.id}|person-3`)).toBe('""');
    expect(await drawn('surveys.reminder', feedback.id)).toContain('Yksi on jo vastannut.');
  });

  test('are drawn of nothing that is closed', async () => {
    const survey = await world.ask();
    await world.untilCounted(survey);
    expect(await drawn('surveys.reminder', survey.id)).toBe('""');
    expect(await drawn('surveys.reminderDirect', `${survey.id}|${person(3).split('|')[1]}`)).toBe('""');
  });
});
