/** The tab's own rule of which questions are asked and answered, against the server's. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as server from '../../bot/features/surveys/answers.ts';
import type { QuestionView } from '../../bot/features/surveys/contract.ts';
import { type Question, type QuestionType, question, questionType } from '../../bot/features/surveys/questions.ts';
import type { SurveySummary } from '../../tab/src/calls.ts';
import * as tab from '../../tab/src/pages/surveys/asked.ts';
import { inParts, partToOpen, titleOfParts } from '../../tab/src/pages/surveys/parts.ts';

const options = [1, 2, 3].map((n) => ({ id: `o${n}`, label: { fi: `Vaihtoehto ${n}` } }));
const hasOptions = (type: QuestionType): boolean => ['choice', 'choices', 'pictures'].includes(type);

const oneQuestion = fc.record({
  type: fc.constantFrom(...questionType.options),
  isRequired: fc.boolean(),
  allowsOther: fc.boolean(),
  scale: fc.constantFrom({ from: 0, to: 10 }, { from: 1, to: 4 }),
  number: fc.constantFrom({}, { least: 0 }, { least: -5, most: 5 }),
  /** How many questions earlier it looks; none: always asked. */
  back: fc.option(fc.integer({ min: 1, max: 3 })),
  ids: fc.subarray(['o1', 'o2', 'o3'], { minLength: 1 }),
  bounds: fc.constantFrom({ atLeast: 3 }, { atMost: 2 }, { atLeast: 2, atMost: 4 }),
});
const questions = fc.array(oneQuestion, { minLength: 1, maxLength: 6 }).map((all): Question[] =>
  all.map(({ type, isRequired, allowsOther, scale, number, back, ids, bounds }, index) => {
    const earlier = back === null ? undefined : all[index - back];
    const id = `q${index - (back ?? 0) + 1}`;
    const showIf = earlier &&
      earlier.type !== 'text' && { question: id, ...(hasOptions(earlier.type) ? { options: ids } : bounds) };
    return question.parse({
      ...{ id: `q${index + 1}`, type, label: { fi: `Kysymys ${index + 1}` }, isRequired, isWish: false },
      options: hasOptions(type) ? options : [],
      allowsOther: allowsOther && (type === 'choice' || type === 'choices'),
      ...(type === 'scale' ? { scale } : {}),
      ...(type === 'number' ? { number } : {}),
      ...(showIf ? { showIf } : {}),
    });
  }),
);
const typed = fc.dictionary(
  fc.constantFrom(...[1, 2, 3, 4, 5, 6].flatMap((n) => [`q${n}`, `q${n}-other`])),
  fc.constantFrom(
    '',
    ' ',
    'o1',
    'o2',
    'o1,o3',
    'other',
    'o2,other',
    '3',
    '2,5',
    '1 000',
    '−4',
    '11',
    'muuta',
    'x'.repeat(2001),
  ),
  { maxKeys: 12 },
);

/** What the tab is told of them. */
const shown = (all: readonly Question[]): QuestionView[] =>
  all.map(({ id, type, isRequired, allowsOther, scale, number, showIf }) => ({
    ...{ id, type, isRequired, allowsOther, label: id, options: options.map((one) => ({ id: one.id, label: one.id })) },
    ...(scale ? { scale: { from: scale.from, to: scale.to } } : {}),
    ...(number
      ? {
          number: {
            ...(number.least === undefined ? {} : { least: number.least }),
            ...(number.most === undefined ? {} : { most: number.most }),
          },
        }
      : {}),
    ...(showIf ? { showIf: showIf as NonNullable<QuestionView['showIf']> } : {}),
  }));

describe('whatever is typed', () => {
  test('the tab asks what the server asks, and counts as answered what the server can read', () => {
    fc.assert(
      fc.property(questions, typed, (all, given) => {
        const read = server.readAnswers(all, given);
        const asked = server.asked(all, read.answers).map(({ id }) => id);
        const here = tab.askedOf(shown(all), given);
        // An unknown option is never typed by the tab’s own form.
        const isKnown = all.every(
          ({ id, type, options: known }) =>
            !hasOptions(type) ||
            (given[id] ?? '')
              .split(',')
              .every((one) => !one.trim() || one.trim() === 'other' || known.some((of) => of.id === one.trim())),
        );
        const isOne = all.every(
          ({ id, type }) => type === 'choices' || !hasOptions(type) || !(given[id] ?? '').includes(','),
        );
        const isOffered = all.every(
          ({ id, type, allowsOther }) => !hasOptions(type) || allowsOther || !(given[id] ?? '').includes('other'),
        );
        fc.pre(isKnown && isOne && isOffered);
        expect(here.map(({ id }) => id)).toEqual(asked);
        expect(
          here
            .filter((one) => tab.isAnswered(one, given))
            .map(({ id }) => id)
            .sort(),
        ).toEqual(Object.keys(read.answers).sort());
      }),
      { numRuns: 2000 },
    );
  });

  test('the tab knows the server’s limits', () => {
    expect([tab.LONGEST_ANSWER, tab.LONGEST_OTHER, tab.OTHER, tab.OTHER_CHOICE]).toEqual([
      server.LONGEST_ANSWER,
      server.LONGEST_OTHER,
      server.OTHER,
      server.OTHER_CHOICE,
    ]);
  });
});

describe('the parts of a survey', () => {
  const part = (number: number, of: Partial<SurveySummary>): SurveySummary =>
    ({
      ...{
        id: `p${number}`,
        type: 'survey',
        title: `Strategia: Osa ${number}`,
        phase: 'open',
        own: 'none',
        isForOthers: false,
      },
      ...{ series: { id: 'strategy', number, of: 3 }, ...of },
    }) as SurveySummary;

  test('are one line in their order, and lead to the first that waits', () => {
    const other = part(9, { id: 'other' as SurveySummary['id'], title: 'Muu kysely' });
    const { series: _, ...alone } = other;
    const [parts, second] = inParts([
      part(2, {}),
      part(1, { own: 'answered' }),
      alone as SurveySummary,
      part(3, { phase: 'scheduled' }),
    ]);
    expect(parts?.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(second?.map(({ id }) => id)).toEqual(['other']);
    expect(parts && partToOpen(parts).id).toBe('p2');
    expect(parts && titleOfParts(parts)).toBe('Strategia');
  });

  test('lead to what is to come when all that are open are answered', () => {
    const [parts] = inParts([part(1, { own: 'answered', phase: 'closed' }), part(2, { phase: 'scheduled' })]);
    expect(parts && partToOpen(parts).id).toBe('p2');
  });
});
