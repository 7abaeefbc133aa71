/** Feedback on the sample network's events of 2024, closed and counted: grades, and what people wrote. */
import { createHash } from 'node:crypto';
import { plus, SECOND, toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId, type PersonKey, postId } from '../bot/core/ids.ts';
import type { Store } from '../bot/core/ports.ts';
import { activityScope, networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import type { Event } from '../bot/features/events/event.ts';
import { feedbackQuestions } from '../bot/features/surveys/feedback-form.ts';
import type { SurveyResults } from '../bot/features/surveys/results.ts';
import { feedbackTimes, makeSurvey, results, type Survey, surveys } from '../bot/features/surveys/survey.ts';
import { newText, type SurveyText, surveyTexts } from '../bot/features/surveys/wish.ts';

interface Sample {
  /** Answers by grade. */
  readonly grades: Readonly<Record<string, number>>;
  readonly best: readonly (string | { readonly quote: string })[];
  readonly improve: readonly (string | { readonly wish: string; readonly did: string })[];
}

/** Averages 4.5, 4.0 and 4.5. */
const SAMPLES: readonly Sample[] = [
  {
    grades: { 5: 9, 4: 9 },
    best: [
      { quote: 'Konkreettiset esimerkit laatupisteistä: näitä voi käyttää heti seuraavassa tarjouspyynnössä.' },
      'Kuljettajien näkökulma oli minulle aivan uusi.',
      'Napakka tunti, ei jaarittelua.',
      'Hyvä puhuja ja selkeät diat.',
      'Esimerkki siitä, miten pienikin kunta voi vaatia siistiä kalustoa.',
    ],
    improve: [
      {
        wish: 'Diat saisivat olla jaossa jo ennen tilaisuutta.',
        did: 'Diat ovat nyt materiaalipankissa edellisenä päivänä.',
      },
      'Lisää aikaa kysymyksille.',
      'Hankinta-asiantuntija mukaan keskusteluun.',
      'Toivoisin valmista mallitekstiä, jota voi muokata.',
      'Tallenne pätkittynä aiheittain olisi hyvä.',
    ],
  },
  {
    grades: { 5: 4, 4: 6, 3: 4 },
    best: [
      { quote: 'Viimeinkin selvisi, mitkä luvut saa valmiina ja mitä pitää itse pyytää.' },
      'Tilastopohja, jonka sai mukaansa.',
      'Vertailu muihin samankokoisiin kuntiin.',
      'Käytännönläheisyys.',
      'Se, että kysymyksiin vastattiin heti.',
    ],
    improve: [
      {
        wish: 'Yksi esimerkkikunta olisi voinut näyttää omat lukunsa alusta loppuun.',
        did: 'Kevään 2025 tapaamisessa yksi kunta näyttää lukunsa.',
      },
      'Aihe oli laaja, vähempikin olisi riittänyt.',
      'Lyhyt tehtävä alkuun herättäisi.',
      'Enemmän koulukuljetusten tilastoista.',
      'Ääni pätki välillä.',
    ],
  },
  {
    grades: { 5: 12, 4: 9, 3: 1 },
    best: [
      { quote: 'Kokonainen päivä kasvotusten: kolme puhelua säästyi ja yksi yhteinen hanke syntyi.' },
      { quote: 'Tajusin, etten ole näiden asioiden kanssa yksin.' },
      'Ryhmätyöt naapurikuntien kanssa.',
      'Vieraileva asiantuntija.',
      'Kahvitauot, joilla asiat oikeasti sovittiin.',
      'Tutustuminen varikkoon.',
    ],
    improve: [
      {
        wish: 'Ohjelma etukäteen kuntaan, jotta esihenkilö päästää koko päiväksi.',
        did: 'Ohjelma lähtee jatkossa neljä viikkoa ennen.',
      },
      'Junayhteydet paremmin huomioon aloitusajassa.',
      'Lisää aikaa ryhmille.',
      'Ruotsinkielinen ryhmä mukaan.',
      'Voisi olla myös etäyhteys iltapäivään.',
    ],
  },
];

const ABSENT = ['Kokous samaan aikaan, tallenne auttoi.', 'Etäosallistuminen olisi auttanut.'];

/** Fills in what is missing; the feedback of the n-th event. */
export async function fillFeedback(
  store: Store,
  network: NetworkId,
  { event, index, by }: { readonly event: Event; readonly index: number; readonly by: PersonKey },
): Promise<void> {
  const sample = SAMPLES[index];
  if (!sample) return;
  const scope = networkScope(network);
  const survey = closed(event, sample, by);
  await update({ store, scope, kind: surveys, id: survey.id }, (now) => now ?? survey);
  await update({ store, scope, kind: results, id: survey.id }, (now) => now ?? figures(survey, sample));
  for (const [id, of] of texts(survey, sample))
    await update({ store, scope: activityScope(scope, survey.id), kind: surveyTexts, id }, (now) => now ?? of);
}

const answersOf = ({ grades }: Sample): number => Object.values(grades).reduce((sum, n) => sum + n, 0);

function closed(event: Event, sample: Sample, by: PersonKey): Survey {
  const id = activityId.parse(`${event.id}-feedback`);
  const times = feedbackTimes(event, { zone: 'Europe/Helsinki', isFree: () => false });
  const made = makeSurvey(
    {
      ...{ type: 'feedback', event: event.id, title: { fi: event.title }, questions: feedbackQuestions(undefined) },
      ...{ secrecy: 'anonymous', step: 5, breakdown: 'none', showResults: 'all', isPublic: true, ...times },
    },
    { id, post: postId.parse(`${id}-card`), by, now: event.createdAt },
  );
  const answers = answersOf(sample);
  const result = { absent: ABSENT.length, entered: 0, open: 3, asked: (event.headcount ?? answers) - 2 };
  return {
    ...made,
    state: 'closed',
    result: { answers, ...result, participants: [], countedAt: plus(times.closesAt, 5 * SECOND) },
  };
}

function figures(survey: Survey, sample: Sample): SurveyResults {
  const n = answersOf(sample);
  const at = plus(survey.closesAt, -1);
  const series = (of: SurveyResults['rest'][string]) => ({ all: { cut: at, tally: of } });
  return {
    ...{ at, answers: n },
    questions: {
      grade: series({ n, counts: { ...sample.grades } }),
      best: series({ n: sample.best.length, counts: {} }),
      improve: series({ n: sample.improve.length, counts: {} }),
    },
    ...{ rest: {}, texts: {} },
    left: { absent: ABSENT.length },
  };
}

function texts(survey: Survey, { best, improve }: Sample): [id: string, of: SurveyText][] {
  const at = toInstant(plus(survey.closesAt, 86_400 * SECOND));
  const idOf = (words: string): string =>
    createHash('sha256').update(`${survey.id} ${words}`).digest('hex').slice(0, 32);
  const liked = best.map((one) =>
    typeof one === 'string' ? newText('best', one) : { ...newText('best', one.quote), isQuote: true },
  );
  const wished = improve.map((one) =>
    typeof one === 'string'
      ? newText('improve', one)
      : { ...newText('improve', one.wish), wish: { status: 'done' as const, reply: one.did, at } },
  );
  return [...liked, ...wished].map((of) => [idOf(of.text), of]);
}
