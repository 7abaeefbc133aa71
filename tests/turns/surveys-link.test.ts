/** Surveys and feedback without Teams over HTTP: the pages of the personal link for members and for people from outside, and the page that anyone may answer on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, HOUR, type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { type Member, type MemberId, mailPerson, memberIdOf } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import { type EventDraft, eventDraft } from '../../bot/features/events/event.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { LONGEST_ANSWER } from '../../bot/features/surveys/answers.ts';
import { sealedAnswers } from '../../bot/features/surveys/ballots.ts';
import { changeFeedbackForm, feedbackOf, followEvent } from '../../bot/features/surveys/feedback-operations.ts';
import { changeSurvey, surveyNow } from '../../bot/features/surveys/memory.ts';
import { addPicture, createSurvey, ownAnswers, renewLink } from '../../bot/features/surveys/operations.ts';
import { MOST_QUESTIONS, parseQuestions } from '../../bot/features/surveys/questions.ts';
import { latestOf, standingOf } from '../../bot/features/surveys/response.ts';
import { countSurvey, publishStep } from '../../bot/features/surveys/result-operations.ts';
import { countingDue, type Survey, type SurveyDraft, surveyDraft } from '../../bot/features/surveys/survey.ts';
import { MOST_SENT } from '../../bot/http/open-pages.ts';
import { DECOY } from '../../bot/pages/kit.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, startHttpApp } from '../fakes/http-app.ts';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert('x')</script>&amp;`;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let http: HttpApp;
let shift = 0;
let count = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  http = await startHttpApp({ clock });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
});

const coordinator = async (): Promise<Visit> => {
  const visit = await http.app.gate.byId(NETWORK, memberIdOf(people.coordinator.person));
  if (!visit) throw new Error('There is no coordinator.');
  return visit;
};
const work = async () => {
  const of = await http.app.gate.work(NETWORK);
  if (!of) throw new Error('There is no network.');
  return of;
};

/** A survey of these questions, one a line; parts after `==`. */
async function ask(questions: string, draft: Partial<SurveyDraft> = {}): Promise<Survey> {
  const parts = parseQuestions(questions, 'fi').map((of) => ({ questions: of }));
  return publish({ title: { fi: 'Vuoden kysely', sv: '', en: '' }, parts, ...draft });
}
async function publish(draft: object): Promise<Survey> {
  const closesOn = plus(clock.now(), 20 * DAY).slice(0, 10);
  return createSurvey(await coordinator(), surveyDraft.parse({ closesOn, ...draft }), crypto.randomUUID());
}
/** Feedback on an event that began an hour ago and is over. */
async function feedback(draft: Partial<EventDraft> = {}): Promise<Survey> {
  const startsAt = plus(clock.now(), 2 * DAY);
  const typed = {
    type: 'webinar',
    title: 'Joukkoliikenteen tilastot',
    ways: 'online',
    startsOn: startsAt.slice(0, 10),
  };
  const times = { startsAtTime: '09:00', endsAtTime: '10:00' };
  const made = { form: crypto.randomUUID(), publishes: true };
  const [event] = await createEvents(await coordinator(), eventDraft.parse({ ...typed, ...times, ...draft }), made);
  if (!event) throw new Error('no event was made');
  await followEvent(await work(), event.id);
  shift += Date.parse(event.endsAt) - Date.parse(clock.now()) + 10 * MINUTE;
  return surveyNow(await work(), feedbackOf(event.id));
}

/** Someone whom mail reaches and who has no Teams. */
async function byMail(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`mail-${++count}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: `maija${count}@akaa.example`, ...more };
  await changeMember(await work(), memberIdOf(person), () => of);
  return memberIdOf(person);
}
const linkOf = async (member: MemberId, page = ''): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const pageOf = async (member: MemberId, survey: Survey): Promise<string> => linkOf(member, `surveys/${survey.id}`);
const openLink = async (survey: Survey, round = survey.publicRound): Promise<string> =>
  new URL(await http.app.services.linkToOpenPage(NETWORK, 'feedback', survey.id, round)).pathname;
const own = async (survey: Survey, who: MemberId) => {
  const visit = await http.app.gate.byId(NETWORK, who);
  return visit && (await ownAnswers(visit, await surveyNow(visit, survey.id)));
};
const answered = async (survey: Survey, who: MemberId) => {
  const of = await own(survey, who);
  return of && latestOf(of)?.answers;
};
const stored = async (survey: Survey): Promise<number> =>
  (await listAll(http.app.services.store, activityScope(networkScope(NETWORK), survey.id), sealedAnswers)).length;
/** Publishes what may be published, after the grace for answers on their way. */
const step = async (survey: Survey): Promise<void> => {
  shift += MINUTE;
  await publishStep(await work(), survey.id);
};
const close = async (survey: Survey): Promise<void> => {
  const of = await surveyNow(await work(), survey.id);
  shift += Date.parse(countingDue(of)) - Date.parse(clock.now()) + MINUTE;
  await countSurvey(await work(), { key: survey.id, due: countingDue(of) });
};

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await http.ask(path, undefined, { headers });
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
};
type Fields = Record<string, string | readonly string[]>;
const post = async (path: string, fields: Fields) => {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await http.ask(path, undefined, { method: 'POST', body, headers });
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, html: (await response.text()).replaceAll('\u00a0', ' ') };
};
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';
/** Questions that stand on the page's form. */
const shownIn = (html: string): string[] =>
  [...html.matchAll(/name="shown" value="([^"]+)"/g)].map(([, id = '']) => id);
const checkedIn = (html: string): string[] =>
  [...html.matchAll(/name="([^"]+)" value="([^"]*)" checked/g)].map(([, name, value]) => `${name}=${value}`);
/** Sends the page's form as a browser does, and follows where it leads. */
async function send(path: string, fields: Fields) {
  const { html } = await get(path);
  const sent = await post(path, { form: formIn(html), shown: shownIn(html), act: 'send', ...fields });
  return sent.status === 303 ? { ...(await get(sent.location)), location: sent.location } : { ...sent, location: path };
}

// ── Looking ────────────────────────────────────────────────────────────────────────────────────

test('the start page and the list show what waits, what is begun, and what was answered', async () => {
  const survey = await ask('Miten menee?', { title: { fi: 'Syksyn kysely', sv: '', en: '' } });
  const who = await byMail();
  expect((await get(await linkOf(who))).html).toMatch(
    /Sinua odottaa[\s\S]*\/surveys\/[^"]+">Syksyn kysely<[\s\S]*Vastaa viimeistään/,
  );
  await send(await pageOf(who, survey), { act: 'save', q1: 'Kesken' });
  expect((await get(await linkOf(who, 'surveys'))).html).toContain('Kesken. Jatka viimeistään');
  await send(await pageOf(who, survey), { q1: 'Hyvin' });
  const { html } = await get(await linkOf(who));
  expect(html).toMatch(/Olet vastannut, mutta voit vielä muuttaa[\s\S]*Syksyn kysely/);
});

test('the page says what it is for, until when and who sees what, and every word of people is escaped', async () => {
  const survey = await ask(
    `# ${HOSTILE}\n${HOSTILE} | ${HOSTILE} | B | …\n${HOSTILE} [0-10 <b onclick=x>a … "><img src=x>]`,
    {
      ...{ title: { fi: HOSTILE, sv: '', en: '' }, description: { fi: HOSTILE, sv: '', en: '' } },
      purpose: { fi: 'Ohjelman suunnitteluun', sv: '', en: '' },
    },
  );
  const { status, html } = await get(await pageOf(await byMail(), survey));
  expect(status).toBe(200);
  expect(html).not.toMatch(/<script|<img|<iframe/i);
  for (const said of [
    'Mihin vastauksia käytetään: Ohjelman suunnitteluun',
    '2 kysymystä. Vastaa viimeistään',
    'Vastaukset ovat nimettömiä. Ennen sulkemista vain palvelin',
    'vasta, kun vastauksia on vähintään 5',
    'Muu, mikä?',
  ])
    expect(html).toContain(said);
});

test('a survey with names says so before anyone answers, and speaks the reader’s language', async () => {
  const survey = await ask('Miten menee?', { secrecy: 'named', title: { fi: 'Kysely', sv: 'Enkäten', en: '' } });
  const { html } = await get(await pageOf(await byMail({ locale: 'sv' }), survey));
  expect(html).toContain('<h1>Enkäten</h1>');
  expect(html).toContain('koordinatorerna ser ditt namn och dina svar');
  expect(html).not.toMatch(/Svaren är anonyma|nimettömiä/);
});

test('pictures come inside the page, and one of them is chosen', async () => {
  const picture = await addPicture(await coordinator(), PNG);
  const options = [1, 2].map((n) => ({ id: `o${n}`, label: { fi: `Ilme ${n}` }, picture }));
  const questions = [{ id: 'q1', type: 'pictures', label: { fi: 'Kumpi ilme?' }, options }];
  const survey = await publish({ title: { fi: 'Ilme' }, parts: [{ questions }] });
  const who = await byMail();
  const path = await pageOf(who, survey);
  const { html } = await get(path);
  expect(
    html.match(new RegExp(`<img src="data:image/png;base64,${PNG.replaceAll('+', '\\+')}" alt="">Ilme`, 'g')),
  ).toHaveLength(2);
  await send(path, { q1: 'o2' });
  expect(await answered(survey, who)).toEqual({ q1: { choices: ['o2'] } });
});

test.each<[string, () => Promise<string>]>([
  ['an unknown survey', async () => 's-unknown'],
  ['a forged id', async () => '..%2F..%2Fs1'],
])('the page of %s is not there, and takes nothing', async (_, idOf) => {
  const path = await linkOf(await byMail(), `surveys/${await idOf()}`);
  expect((await get(path)).status).toBe(404);
  expect((await post(path, { form: 'f1', act: 'send', q1: 'x' })).status).toBe(404);
});

test('a survey of another network is not there', async () => {
  const survey = await ask('Miten menee?');
  const stranger = memberIdOf(people.stranger.person);
  const path = new URL(await http.app.services.linkForPerson(OTHER_NETWORK, stranger, `surveys/${survey.id}`)).pathname;
  expect((await get(path)).status).toBe(404);
  expect((await post(path, { form: 'f1', act: 'send', q1: 'x' })).status).toBe(404);
  expect(await stored(survey)).toBe(0);
});

test.each(['form', 'act', 'website', 'shown', 'survey', 'absent'])(
  'no question can take the name of the form’s own field %s',
  async (id) => {
    const questions = [{ id, type: 'text', label: { fi: 'Miten menee?' } }];
    await expect(publish({ title: { fi: 'Kysely' }, parts: [{ questions }] })).rejects.toMatchObject({
      problems: [{ field: 'questions.0.label' }],
    });
  },
);

test('one that opens later says when, and takes no answers yet', async () => {
  const survey = await ask('Miten menee?', { opensOn: plus(clock.now(), 7 * DAY).slice(0, 10), opensAtTime: '08:00' });
  const who = await byMail();
  const { html } = await get(await pageOf(who, survey));
  expect(html).toContain('Vastaaminen alkaa');
  expect(html).not.toContain('<form');
  const sent = await post(await pageOf(who, survey), { form: 'f1', act: 'send', q1: 'x' });
  expect([sent.status, sent.html]).toEqual([422, expect.stringContaining('Vastaaminen ei ole vielä alkanut.')]);
});

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

describe('a member without Teams', () => {
  const ALL = `Arvosana? * [1-5]
Miten kuulit meistä? | Kollegalta | Postista | …
Mitkä kiinnostavat? || Tilastot | Kilpailutus | …
Montako linjaa? [123]
Miten helppoa? [0-10 vaikeaa … helppoa]
Vapaa sana?`;

  test('answers questions of every kind, changes and withdraws', async () => {
    const survey = await ask(ALL);
    const who = await byMail();
    const path = await pageOf(who, survey);
    const first = await send(path, {
      ...{ q1: '4', q2: 'other', 'q2-other': 'Radiosta', q3: ['o1', 'other'], 'q3-other': 'Reitit' },
      ...{ q4: '12,5', q5: '10', q6: 'Kiitos\r\nhyvä' },
    });
    expect(first.html).toContain('Kiitos, vastauksesi on tallessa.');
    expect(await answered(survey, who)).toEqual({
      ...{ q1: { number: 4 }, q2: { choices: [], text: 'Radiosta' }, q3: { choices: ['o1'], text: 'Reitit' } },
      ...{ q4: { number: 12.5 }, q5: { number: 10 }, q6: { text: 'Kiitos\nhyvä' } },
    });
    const again = await get(path);
    expect(checkedIn(again.html)).toEqual(['q1=4', 'q2=other', 'q3=o1', 'q3=other', 'q5=10']);
    expect(again.html).toMatch(/id="q4"[^>]* value="12.5"/);
    expect((await send(path, { q1: '5', q2: 'o1' })).html).toContain('Vastauksesi on muutettu.');
    expect(await answered(survey, who)).toEqual({ q1: { number: 5 }, q2: { choices: ['o1'] } });
    expect((await send(path, { act: 'withdraw' })).html).toContain('Vastauksesi on peruttu.');
    expect(await answered(survey, who)).toBeUndefined();
  });

  test('sends the same form twice and has answered once; changed after going back, the change counts', async () => {
    const survey = await ask('Miten menee?');
    const who = await byMail();
    const path = await pageOf(who, survey);
    const form = formIn((await get(path)).html);
    for (const q1 of ['Hyvin', 'Hyvin']) expect((await post(path, { form, act: 'send', q1 })).status).toBe(303);
    expect((await own(survey, who))?.versions).toHaveLength(1);
    await post(path, { form, act: 'send', q1: 'Paremmin' });
    expect(await answered(survey, who)).toEqual({ q1: { text: 'Paremmin' } });
  });

  test('is told every mistake on top and beside its field, and what was typed stays', async () => {
    const survey = await ask('Arvosana? * [1-5]\nMontako linjaa? [123]\nVapaa sana?');
    const who = await byMail();
    const { status, html } = await send(await pageOf(who, survey), { q2: 'monta', q3: 'Tämä jää' });
    expect(status).toBe(422);
    expect(html).toContain('<title>Korjaa vielä: Vuoden kysely');
    expect(html).toMatch(/id="mistakes"[\s\S]*href="#q1">Anna arvosana.<[\s\S]*href="#q2">Kirjoita luku.</);
    expect(html).toContain('<p class="wrong" id="q1-wrong">Anna arvosana.</p>');
    expect(html).toMatch(/id="q2"[^>]* value="monta"/);
    expect(html).toContain('Tämä jää</textarea>');
    expect(await stored(survey)).toBe(0);
  });

  test('writes twenty answers as long as may be', async () => {
    const survey = await ask(Array.from({ length: MOST_QUESTIONS }, (_, n) => `Kysymys ${n + 1}?`).join('\n'));
    const who = await byMail();
    const long = 'ä'.repeat(LONGEST_ANSWER);
    const typed = Object.fromEntries(survey.questions.map(({ id }) => [id, long]));
    const path = await pageOf(who, survey);
    for (const act of ['save', 'send']) expect((await send(path, { act, ...typed })).status).toBe(200);
    expect(Object.values((await answered(survey, who)) ?? {})).toEqual(survey.questions.map(() => ({ text: long })));
    const { status, html } = await send(path, { ...typed, q20: `${long}ä` });
    expect([status, html]).toEqual([422, expect.stringContaining('enintään 2000 merkkiä, nyt 2001')]);
  });

  test('saves, and goes on where they were with another device', async () => {
    const survey = await ask('Arvosana? * [1-5]\nVapaa sana?');
    const who = await byMail();
    const saved = await send(await pageOf(who, survey), { act: 'save', q2: 'Puoliksi kirj' });
    expect(saved.html).toContain('Voit jatkaa millä tahansa laitteella');
    expect(standingOf((await own(survey, who)) ?? { versions: [] })).toBe('drafted');
    const other = await get(await pageOf(who, survey)); // another link of theirs, as another letter has it
    expect(other.html).toContain('Keskeneräiset vastauksesi ovat tallessa.');
    expect(other.html).toContain('Puoliksi kirj</textarea>');
    await send(await pageOf(who, survey), { q1: '3', q2: 'Kokonaan' });
    expect(await own(survey, who)).not.toHaveProperty('draft');
    expect(await answered(survey, who)).toEqual({ q1: { number: 3 }, q2: { text: 'Kokonaan' } });
  });

  test('a link of a letter only preselects the grade: a GET changes nothing', async () => {
    const survey = await feedback();
    const who = await byMail();
    const path = await pageOf(who, survey);
    for (const method of ['GET', 'HEAD']) await http.ask(`${path}?grade=4&act=send&form=f1`, undefined, { method });
    expect(await own(survey, who)).toBeUndefined();
    expect(checkedIn((await get(`${path}?grade=4`)).html)).toEqual(['grade=4']);
    for (const odd of ['9', '"><b>', ''])
      expect(checkedIn((await get(`${path}?grade=${encodeURIComponent(odd)}`)).html)).toEqual([]);
  });

  test('who is not of a survey’s group is told so and has no form', async () => {
    const survey = await ask('Miten menee?');
    await changeSurvey(await work(), survey.id, (of) => ({ ...of, group: 'core' }));
    const who = await byMail();
    const { html } = await get(await pageOf(who, survey));
    expect(html).toContain('Tämä kysely on ryhmälle');
    expect(html).not.toContain('<form');
    expect((await post(await pageOf(who, survey), { form: 'f1', act: 'send', q1: 'x' })).status).toBe(422);
    expect((await get(await linkOf(who))).html).not.toContain(survey.id);
  });
});

describe('questions that depend on answers', () => {
  const of = (showIf: object, more: object[] = []) => ({
    title: { fi: 'Ehdollinen' },
    parts: [
      {
        questions: [
          {
            ...{ id: 'q1', type: 'choice', label: { fi: 'Onko kutsuliikennettä?' } },
            options: [
              { id: 'o1', label: { fi: 'On' } },
              { id: 'o2', label: { fi: 'Ei' } },
            ],
          },
          { id: 'q2', type: 'text', label: { fi: 'Miten se toimii?' }, isRequired: true, showIf },
          { id: 'q3', type: 'text', label: { fi: 'Muuta?' } },
          ...more,
        ],
      },
    ],
  });
  const yes = { question: 'q1', options: 'o1' };

  test('are asked in the next step, with what was typed kept, and only then is anything sent', async () => {
    const survey = await publish(of(yes));
    const who = await byMail();
    const path = await pageOf(who, survey);
    const before = await get(path);
    expect(shownIn(before.html)).toEqual(['q1', 'q3']);
    expect(before.html).toContain('>Jatka</button>');
    expect(before.html).not.toContain('Lähetä vastaukset');
    const next = await send(path, { act: 'goOn', q1: 'o1', q3: 'Säilyy' });
    expect(next.html).toContain('Vastaustesi perusteella tuli yksi lisäkysymys.');
    expect(next.html).toContain('<a href="#q2">Miten se toimii?</a>');
    expect(shownIn(next.html)).toEqual(['q1', 'q2', 'q3']);
    expect(checkedIn(next.html)).toEqual(['q1=o1']);
    expect(next.html).toContain('Säilyy</textarea>');
    expect(next.html).toContain('>Lähetä vastaukset</button>');
    expect(standingOf((await own(survey, who)) ?? { versions: [] })).toBe('drafted');
    const missing = await send(path, { q1: 'o1', q3: 'Säilyy' });
    expect([missing.status, missing.html]).toEqual([422, expect.stringContaining('href="#q2">Kirjoita vastaus.')]);
    await send(path, { q1: 'o1', q2: 'Tilataan puhelimella', q3: 'Säilyy' });
    expect(await answered(survey, who)).toEqual({
      ...{ q1: { choices: ['o1'] }, q2: { text: 'Tilataan puhelimella' }, q3: { text: 'Säilyy' } },
    });
  });

  test('are never skipped: an answer that is changed in the last step leads to them too', async () => {
    const survey = await publish(of(yes));
    const who = await byMail();
    const path = await pageOf(who, survey);
    await send(path, { act: 'goOn', q1: 'o2' });
    const { html } = await send(path, { q1: 'o1' }); // it was sent, and not continued
    expect(html).toContain('yksi lisäkysymys');
    expect(await answered(survey, who)).toBeUndefined();
    await send(path, { q1: 'o2' });
    expect(await answered(survey, who)).toEqual({ q1: { choices: ['o2'] } });
  });

  test('are not waited for when the question that leads to them is left unanswered', async () => {
    const survey = await publish(of(yes));
    const who = await byMail();
    const path = await pageOf(who, survey);
    const { html, location } = await send(path, { act: 'goOn', q3: 'Vain tämä' });
    expect(html).toContain('Kaikki kysymykset ovat nyt tässä.');
    expect(html).toContain('>Lähetä vastaukset</button>');
    await send(location, { q3: 'Vain tämä' });
    expect(await answered(survey, who)).toEqual({ q3: { text: 'Vain tämä' } });
  });

  test('lead on to others, a step each', async () => {
    const second = { id: 'q4', type: 'text', label: { fi: 'Entä hinta?' }, showIf: { question: 'q5', atLeast: '4' } };
    const first = { id: 'q5', type: 'grade', label: { fi: 'Arvosana?' }, showIf: yes };
    const survey = await publish(of(yes, [first, second]));
    const who = await byMail();
    const path = await pageOf(who, survey);
    const one = await send(path, { act: 'goOn', q1: 'o1' });
    expect([shownIn(one.html), one.html]).toEqual([
      ['q1', 'q2', 'q3', 'q5'],
      expect.stringContaining('>Jatka</button>'),
    ]);
    const two = await send(one.location, { act: 'goOn', q1: 'o1', q2: 'Hyvin', q5: '5' });
    expect(shownIn(two.html)).toEqual(['q1', 'q2', 'q3', 'q5', 'q4']);
    await send(two.location, { q1: 'o1', q2: 'Hyvin', q5: '5', q4: 'Kohtuullinen' });
    expect(Object.keys((await answered(survey, who)) ?? {})).toEqual(['q1', 'q2', 'q5', 'q4']);
  });
});

describe('feedback', () => {
  test('is given, and who was not there says what would have helped', async () => {
    const survey = await feedback();
    const [who, away] = [await byMail(), await byMail()];
    const { html } = await get(await pageOf(who, survey));
    expect(html).toContain('<h1>Palaute: Joukkoliikenteen tilastot</h1>');
    expect(html).toContain('Mikä olisi auttanut sinua osallistumaan?');
    await send(await pageOf(who, survey), { grade: '5', best: 'Esimerkit', improve: 'Enemmän aikaa' });
    expect(await answered(survey, who)).toEqual({
      ...{ grade: { number: 5 }, best: { text: 'Esimerkit' }, improve: { text: 'Enemmän aikaa' } },
    });
    const absent = await send(await pageOf(away, survey), { act: 'absent', absent: 'Toinen päivä' });
    expect(absent.html).toContain('Kerroit, ettet ollut paikalla.');
    const kept = await own(survey, away);
    expect(kept && [standingOf(kept), latestOf(kept)?.answers]).toEqual([
      'absent',
      { absent: { text: 'Toinen päivä' } },
    ]);
    await send(await pageOf(away, survey), { grade: '3' });
    expect(await answered(survey, away)).toEqual({ grade: { number: 3 } });
  });

  test('asks who was not there in the network’s own words', async () => {
    const survey = await feedback();
    const words = (fi: string) => ({ fi, sv: '', en: '' });
    const form = {
      grade: words(''),
      best: words(''),
      improve: words(''),
      absent: words('Mikä olisi tuonut sinut?'),
      own: [],
    };
    await changeFeedbackForm(await coordinator(), form);
    expect((await get(await pageOf(await byMail(), survey))).html).toContain('Mikä olisi tuonut sinut?');
    await changeFeedbackForm(await coordinator(), { ...form, absent: words('') });
  });

  test('is asked of people from outside who took part, and is not there for others', async () => {
    const startsOn = plus(clock.now(), 2 * DAY).slice(0, 10);
    const typed = { type: 'webinar', title: 'Avoin webinaari', ways: 'online', startsOn, startsAtTime: '09:00' };
    const made = { form: crypto.randomUUID(), publishes: true };
    const [event] = await createEvents(await coordinator(), eventDraft.parse(typed), made);
    if (!event) throw new Error('no event was made');
    const outside = await byMail({ isOutsider: true });
    const address = (await http.app.gate.byId(NETWORK, outside)) && `maija${count}@akaa.example`;
    await inviteOutsiders(await coordinator(), event.id, `Maija Mallikas, ${address}`, crypto.randomUUID());
    await followEvent(await work(), event.id);
    shift += Date.parse(event.endsAt) - Date.parse(clock.now()) + HOUR;
    const survey = await surveyNow(await work(), feedbackOf(event.id));
    const other = await byMail({ isOutsider: true });
    expect((await get(await pageOf(outside, survey))).html).toContain('Palaute: Avoin webinaari');
    expect((await get(await linkOf(outside))).html).toContain(`/surveys/${survey.id}`);
    await send(await pageOf(outside, survey), { grade: '4' });
    expect(await answered(survey, outside)).toEqual({ grade: { number: 4 } });
    expect((await get(await pageOf(other, survey))).status).toBe(404);
    expect((await post(await pageOf(other, survey), { form: 'f1', act: 'send', grade: '1' })).status).toBe(404);
    expect((await get(await linkOf(other, 'surveys'))).html).not.toContain(survey.id);
    expect(await stored(survey)).toBe(1);
  });
});

test('a survey in parts says how far one is, and leads to the next', async () => {
  const first = await ask('Miten menee?\n== \nMiten sujuu?\n== \nMitä muuta?', {
    title: { fi: 'Strategia', sv: '', en: '' },
    rhythm: 'daily',
  });
  await changeSurvey(await work(), `${first.id}-2` as Survey['id'], (of) => ({ ...of, opensAt: clock.now() }));
  const who = await byMail();
  const path = await pageOf(who, first);
  const before = await get(path);
  expect(before.html).toContain('<h1>Strategia (osa 1/3)</h1>');
  expect(before.html).toMatch(
    /olet vastannut 0\/3[\s\S]*Tämä osa. Avoinna[\s\S]*Osa 2: Strategia[\s\S]*Osa 3: [\s\S]*Avautuu/,
  );
  expect(before.html).not.toContain('Siirry osaan');
  const { html } = await send(path, { q1: 'Hyvin' });
  expect(html).toMatch(/olet vastannut 1\/3[\s\S]*\/surveys\/[^"]+-2">Siirry osaan 2<[\s\S]*Tämä osa. Vastattu/);
});

// ── Results ────────────────────────────────────────────────────────────────────────────────────

describe('results', () => {
  test('show after answering once enough have answered, and say until then how many are missing', async () => {
    const survey = await ask('Arvosana? [1-5]\nVapaa sana?');
    const readers = await Promise.all(Array.from({ length: 5 }, () => byMail()));
    for (const [n, who] of readers.slice(0, 4).entries())
      await send(await pageOf(who, survey), { q1: String(4 + (n % 2)), q2: `Sana ${n}` });
    await step(survey);
    const four = await get(await pageOf(readers[0] as MemberId, survey));
    expect(four.html).toContain('4/5 vastausta. Tulokset näkyvät, kun vielä 1 vastaa.');
    expect(four.html).not.toContain('Sana 1');
    await send(await pageOf(readers[4] as MemberId, survey), { q1: '5', q2: 'Sana 4' });
    await step(survey);
    const five = await get(await pageOf(readers[0] as MemberId, survey));
    expect(five.html).toMatch(/Tulokset tähän mennessä[\s\S]*4,6\/5 \(5 vastausta\)[\s\S]*5: 3 [\s\S]*”Sana/);
    const fresh = await byMail();
    expect((await get(await pageOf(fresh, survey))).html).not.toContain('4,6/5');
    await close(survey);
    const ended = await get(await pageOf(fresh, survey));
    expect(ended.html).toMatch(/Suljettu[\s\S]*4,6\/5 \(5 vastausta\)/);
    expect(ended.html).not.toMatch(/<form|Olet vastannut/);
    expect((await get(await pageOf(readers[0] as MemberId, survey))).html).toContain('Olet vastannut.');
    expect((await get(await linkOf(fresh, 'surveys'))).html).toContain(`/surveys/${survey.id}`);
  });

  test('of too few stay untold, and those for coordinators alone are', async () => {
    const few = await ask('Arvosana? [1-5]');
    const hidden = await ask('Arvosana? [1-5]', { showResults: 'coordinators' });
    const who = await byMail();
    for (const one of [few, hidden]) await send(await pageOf(who, one), { q1: '2' });
    expect((await get(await pageOf(who, hidden))).html).toContain('Tulokset näkyvät vain koordinaattoreille.');
    await close(few);
    const { html } = await get(await pageOf(who, few));
    expect(html).toContain('Vastauksia tuli yksi. Niitä on liian vähän');
    expect(html).not.toMatch(/2,0|█/);
  });

  test('of a survey with names one’s own answers stay to be read', async () => {
    const survey = await ask('Miten kuulit? | Kollegalta | Postista', { secrecy: 'named' });
    const [who, other] = [await byMail(), await byMail()];
    await send(await pageOf(who, survey), { q1: 'o2' });
    await close(survey);
    expect((await get(await pageOf(who, survey))).html).toMatch(/Omat vastauksesi[\s\S]*Miten kuulit\?: Postista/);
    expect((await get(await pageOf(other, survey))).html).not.toContain('Omat vastauksesi');
  });
});

// ── The page that anyone may answer on ─────────────────────────────────────────────────────────

describe('the page of the last slide', () => {
  test('says honestly what an answer here means, and takes it without asking who it is', async () => {
    const survey = await feedback();
    const path = await openLink(survey);
    const { status, html } = await get(path);
    expect(status).toBe(200);
    for (const said of [
      'Vastaa vain kerran. Jos olet jo vastannut Teamsissa tai sähköpostin linkistä, älä vastaa enää tässä.',
      'ei voi muuttaa eikä perua',
      'ei kysy eikä tallenna, kuka olet',
    ])
      expect(html).toContain(said);
    expect(html).not.toMatch(/En ollut paikalla|name="name"|name="email"/);
    const fields = { form: formIn(html), shown: shownIn(html), act: 'send', grade: '5', best: 'Kaikki', [DECOY]: '' };
    const sent = await post(path, fields);
    expect([sent.status, sent.html]).toEqual([200, expect.stringContaining('Kiitos, vastauksesi on tallessa.')]);
    expect(await stored(survey)).toBe(1);
    const again = await post(path, { ...fields, grade: '1' });
    expect(again.html).toContain('Vastauksesi oli jo tallessa. Muutokset eivät ole mukana.');
    expect(await stored(survey)).toBe(1);
  });

  test('speaks the language of the browser', async () => {
    const { html } = await get(await openLink(await feedback()), { 'accept-language': 'sv' });
    expect(html).toContain('<h1>Respons: Joukkoliikenteen tilastot</h1>');
    expect(html).toContain('Vilket helhetsbetyg ger du evenemanget? *');
    expect(html).toContain('>Skicka respons</button>');
  });

  test('refuses what is wrong by its field, and keeps what was typed and the form’s id', async () => {
    const survey = await feedback();
    const path = await openLink(survey);
    const { status, html } = await post(path, { form: 'f7', act: 'send', best: 'Tämä jää' });
    expect(status).toBe(422);
    expect(html).toContain('href="#grade">Anna arvosana.</a>');
    expect(html).toContain('Tämä jää</textarea>');
    expect(formIn(html)).toBe('f7');
    expect(await stored(survey)).toBe(0);
  });

  test('a program that fills in every field is taken by nobody', async () => {
    const survey = await feedback();
    const sent = await post(await openLink(survey), { form: 'f1', act: 'send', grade: '1', [DECOY]: 'x' });
    expect([sent.status, await stored(survey)]).toEqual([422, 0]);
  });

  test('asks questions that depend on answers in steps', async () => {
    const questions = [
      { id: 'q1', type: 'grade', label: { fi: 'Arvosana?' } },
      { id: 'q2', type: 'text', label: { fi: 'Mikä meni pieleen?' }, showIf: { question: 'q1', atMost: '2' } },
    ];
    const survey = await publish({ title: { fi: 'Avoin' }, parts: [{ questions }], isPublic: 'true' });
    const path = await openLink(survey);
    const first = await get(path);
    expect(first.html).toContain('>Jatka</button>');
    const next = await post(path, { form: formIn(first.html), shown: shownIn(first.html), act: 'goOn', q1: '1' });
    expect([shownIn(next.html), checkedIn(next.html), formIn(next.html)]).toEqual([
      ...[['q1', 'q2'], ['q1=1'], formIn(first.html)],
    ]);
    expect(await stored(survey)).toBe(0);
    const sent = await post(path, {
      form: formIn(next.html),
      shown: shownIn(next.html),
      act: 'send',
      q1: '1',
      q2: 'Ääni',
    });
    expect([sent.html, await stored(survey)]).toEqual([expect.stringContaining('Kiitos'), 1]);
  });

  test('says before it opens when it will, and once it is closed what is published for all', async () => {
    const survey = await feedback();
    const path = await openLink(survey);
    await changeSurvey(await work(), survey.id, (of) => ({ ...of, opensAt: plus(clock.now(), HOUR) }));
    const before = await get(path);
    expect([before.status, before.html]).toEqual([200, expect.stringContaining('Vastaaminen alkaa')]);
    expect(before.html).not.toContain('<form');
    const early = await post(path, { form: 'f1', act: 'send', grade: '5' });
    expect([early.status, early.html]).toEqual([422, expect.stringContaining('Vastaaminen ei ole vielä alkanut.')]);
    await changeSurvey(await work(), survey.id, (of) => ({ ...of, opensAt: survey.opensAt }));
    for (let n = 0; n < 5; n++) await post(path, { form: `a${n}`, act: 'send', grade: '4' });
    expect((await get(path)).html).not.toContain('4,0/5');
    await close(survey);
    const after = await get(path);
    expect(after.html).toMatch(/Vastaaminen on päättynyt[\s\S]*4,0\/5 \(5 vastausta\)/);
    expect(after.html).not.toContain('<form');
    await changeSurvey(await work(), survey.id, (of) => ({ ...of, showResults: 'coordinators' }));
    expect((await get(path)).html).not.toContain('4,0/5');
  });

  test.each<[string, (survey: Survey) => Promise<string>]>([
    ['another round', async (survey) => openLink(survey, survey.publicRound + 1)],
    [
      'a round that is over',
      async (survey) => {
        await renewLink(await coordinator(), survey.id, true);
        return openLink(survey);
      },
    ],
    [
      'one that is not public any more',
      async (survey) => openLink(await renewLink(await coordinator(), survey.id, false)),
    ],
  ])('of %s is that of a link that never was', async (_, addressOf) => {
    const survey = await feedback();
    const path = await addressOf(survey);
    const never = await get(`/p/${'A'.repeat(43)}`);
    expect(await get(path)).toEqual(never);
    expect((await post(path, { form: 'f1', act: 'send', grade: '5' })).status).toBe(404);
    expect(await stored(survey)).toBe(0);
  });

  test('lets a whole room answer in the same minute', async () => {
    const survey = await feedback();
    const path = await openLink(survey);
    const answers: number[] = [];
    for (let n = 0; n < MOST_SENT + 10; n++)
      answers.push((await post(path, { form: `r${n}`, act: 'send', grade: '4' })).status);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await stored(survey)).toBe(MOST_SENT + 10);
  });
});
