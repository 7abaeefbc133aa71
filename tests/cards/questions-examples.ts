/** Example cards of questions, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import type { Translate } from '../../bot/core/text.ts';
import {
  type AnswerShown,
  formCard,
  listCard,
  ownCard,
  type QuestionShown,
  questionCard,
  toldCard,
} from '../../bot/features/questions/cards.ts';
import {
  EMPTY_DRAFT,
  LONGEST_ANSWER,
  LONGEST_DETAILS,
  LONGEST_QUESTION,
  LONGEST_TOPIC,
} from '../../bot/features/questions/question.ts';
import { type Example, INJECTION } from './examples.ts';

/** As long as deep links into Teams are. */
const PAGE = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=`;

export const answers: readonly AnswerShown[] = [
  {
    by: { name: 'Bo Ek', organisation: 'Pietarsaari' },
    text: 'Meillä reitit suunnitellaan ensin, ja vasta sitten kilpailutetaan.',
  },
  {
    by: { name: 'Maija Meikäläinen', organisation: 'Akaa' },
    text: 'Teimme hankinnan yhdessä naapurikunnan kanssa. Sopimus on kolmivuotinen ja siinä on kaksi optiovuotta.',
  },
];

export const question = (of: Partial<QuestionShown> = {}): QuestionShown => ({
  ...{ id: activityId.parse('q1'), text: 'Miten olette kilpailuttaneet koulukuljetukset?', to: 'network' },
  details: 'Sopimus päättyy keväällä. Valtuustoaloitteeseen on vastattava ennen sitä.',
  ...{ state: 'new', at: toInstant('2026-11-26T10:00:00Z'), page: `${PAGE}q1`, answers: [] },
  ...{ asker: { name: 'Aino Virtanen', organisation: 'Uusikaupunki' }, dueOn: '2026-12-03', topic: 'koulukuljetukset' },
  ...of,
});

/** The words reach as far as they may. */
export const HOSTILE = `${INJECTION} **lihava** [x](javascript:alert(1)) <at>kaikki</at> {{DATE(2026)}}`;
const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);
const wideWho = { name: wide(120), organisation: wide(120) };
export const largest = question({
  ...{ text: wide(LONGEST_QUESTION), details: wide(LONGEST_DETAILS), topic: wide(LONGEST_TOPIC), asker: wideWho },
  answers: Array.from({ length: 12 }, () => ({ by: wideWho, text: wide(LONGEST_ANSWER) })),
});
const { asker: _asker, ...unnamed } = question({ id: activityId.parse('q2'), text: 'Kannattaako kutsuliikenne?' });
const answered = question({ state: 'answered', answers });
const secret = question({ to: 'coordinator', text: 'Miten jäsenmaksu perustellaan valtuustolle?' });
const draft = { ...EMPTY_DRAFT, text: 'Miten olette kilpailuttaneet koulukuljetukset?', dueOn: '2026-12-03' };

const example = (name: string, draw: (t: Translate) => Card): Example => ({ name: `questions ${name}`, draw });

export const questionExamples: readonly Example[] = [
  example('channel', (t) => questionCard(question(), t)),
  example('channel answered', (t) => questionCard(answered, t)),
  example('channel unnamed', (t) => questionCard(unnamed, t)),
  example('channel largest', (t) => questionCard(largest, t)),
  example('channel hostile', (t) =>
    questionCard(
      question({
        text: HOSTILE,
        details: HOSTILE,
        topic: HOSTILE,
        answers: [{ by: { name: HOSTILE }, text: HOSTILE }],
      }),
      t,
    ),
  ),
  example('own after answering', (t) =>
    ownCard(answered, { t, done: 'Kiitos! Vastauksesi on tallessa.', mayReopen: true }),
  ),
  example('own refused', (t) =>
    ownCard(question(), { t, refusal: 'Kirjoita vastaus.', typed: 'Luonnos', mayMark: true }),
  ),
  example('own withdrawn', (t) => ownCard(question({ state: 'withdrawn' }), { t })),
  example('own largest', (t) => ownCard(largest, { t, refusal: 'Liian pitkä.', typed: wide(LONGEST_ANSWER) })),
  example('told of an answer', (t) =>
    toldCard(answered, ['Maija Meikäläinen (Akaa) vastasi kysymykseesi', 'Teimme hankinnan yhdessä.'], {
      t,
      mayReopen: true,
    }),
  ),
  example('told to coordinator', (t) =>
    toldCard(secret, ['Kysymys koordinaattorille'], { t, mayTake: true, mayMark: true }),
  ),
  example('told to decide', (t) =>
    toldCard(secret, ['Saako kysymyksesi näyttää kaikille?'], { t, mayConsent: true, mayMark: true }),
  ),
  example('form', (t) => formCard(draft, { t, form: 'form-1' })),
  example('form with mistakes', (t) =>
    formCard(
      { ...draft, text: '', dueOn: 'joskus', isUnnamed: 'true' },
      {
        ...{ t, form: 'form-1' },
        problems: [
          { field: 'text', message: 'Kirjoita kysymys.' },
          { field: 'dueOn', message: 'Kirjoita päivä muodossa 31.10.' },
        ],
      },
    ),
  ),
  example('form largest', (t) =>
    formCard(
      { ...draft, text: wide(LONGEST_QUESTION), details: wide(LONGEST_DETAILS), topic: wide(LONGEST_TOPIC) },
      { t, form: 'form-1' },
    ),
  ),
  example('list', (t) => listCard([question(), unnamed, answered], `${PAGE}questions`, t)),
  example('list empty', (t) => listCard([], `${PAGE}questions`, t)),
  example('list largest', (t) =>
    listCard(
      Array.from({ length: 8 }, () => largest),
      `${PAGE}questions`,
      t,
    ),
  ),
];

/** What people wrote in the examples, the longest first. */
export function userTexts(): string[] {
  const texts = new Set<string>();
  const take = (of: unknown): void => {
    if (typeof of === 'string') texts.add(of);
    else if (typeof of === 'object' && of !== null) for (const one of Object.values(of)) take(one);
  };
  take([question(), answered, unnamed, secret, largest, draft, HOSTILE]);
  take(['Kiitos! Vastauksesi on tallessa.', 'Kirjoita vastaus.', 'Luonnos', 'Liian pitkä.', 'Kirjoita kysymys.']);
  take(['Maija Meikäläinen (Akaa) vastasi kysymykseesi', 'Teimme hankinnan yhdessä.', 'Kysymys koordinaattorille']);
  take(['Saako kysymyksesi näyttää kaikille?', 'Kirjoita päivä muodossa 31.10.']);
  return [...texts].map((one) => plain(one.trim())).sort((a, b) => b.length - a.length);
}
