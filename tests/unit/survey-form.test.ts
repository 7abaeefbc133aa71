/** The tab's form of a survey: questions moved, copied, pasted and divided, with ids that stay apart. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  copied,
  emptyOption,
  emptyPart,
  emptyQuestion,
  emptySurvey,
  formOf,
  draftOf as formToDraft,
  freeId,
  inParts,
  isUntouched,
  joined,
  languagesOf,
  MOST_QUESTIONS,
  moved,
  movedToPart,
  numbered,
  partTitle,
  type QuestionDraft,
  retyped,
  saidIn,
  withPasted,
} from '../../tab/src/pages/surveys/survey-draft.ts';

const fi = (words: string) => ({ fi: words, sv: '', en: '' });
const ask = (id: string, more: Partial<QuestionDraft> = {}): QuestionDraft => ({
  ...emptyQuestion('text', id),
  label: fi(`Kysymys ${id}?`),
  ...more,
});
const idsOf = (parts: readonly { readonly questions: readonly QuestionDraft[] }[]): string[][] =>
  parts.map(({ questions }) => questions.map(({ id }) => id));

describe('questions', () => {
  test('get an id after the highest, so that a removed one is never used again while others follow it', () => {
    expect(freeId([])).toBe('q1');
    expect(freeId([ask('q1'), ask('q7'), ask('grade')])).toBe('q8');
    expect(emptyOption([{ id: 'o4' }]).id).toBe('o5');
  });

  test('are copied right after themselves and moved one place at a time', () => {
    const all = [ask('q1'), ask('q2')];
    expect(copied(all, 'q1', 'q3').map(({ id }) => id)).toEqual(['q1', 'q3', 'q2']);
    expect(moved(all, 'q2', -1).map(({ id }) => id)).toEqual(['q2', 'q1']);
    expect(moved(all, 'q2', 1)).toEqual(all);
  });

  test('keep their options over a change of type as far as the other type has them', () => {
    const choice = { ...emptyQuestion('choice', 'q1'), options: [{ id: 'o1', label: fi('Kyllä') }] };
    expect(retyped(choice, 'choices').options).toEqual(choice.options);
    expect(retyped(choice, 'text').options).toEqual([]);
    expect(retyped(retyped(choice, 'text'), 'pictures').options).toHaveLength(2);
  });
});

describe('parts', () => {
  test('hold whole sections where they fit, never more than the most, and lose no question', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 12 }), (sections) => {
        let n = 0;
        const all = sections.flatMap((length, section) =>
          Array.from({ length }, (_, at) => ask(`q${++n}`, at === 0 ? { section: fi(`Teema ${section}`) } : {})),
        );
        const parts = inParts(all);
        expect(idsOf(parts).flat()).toEqual(all.map(({ id }) => id));
        for (const { questions } of parts) expect(questions.length).toBeLessThanOrEqual(MOST_QUESTIONS);
        const begins = new Set(parts.map(({ questions }) => questions[0]?.id));
        let at = 0;
        for (const length of sections) {
          const inside = all.slice(at + 1, at + length).filter(({ id }) => begins.has(id));
          if (length <= MOST_QUESTIONS) expect(inside).toEqual([]);
          at += length;
        }
        expect(idsOf(joined(parts))).toEqual([all.map(({ id }) => id)]);
      }),
    );
  });

  test('that come with the same ids get ids of their own, and conditions follow', () => {
    const part = () => ({ ...emptyPart(), questions: [ask('q1'), ask('q2', { showIf: conditionOn('q1') })] });
    const [first, second] = numbered([part(), part()]);
    expect(idsOf([first, second].flatMap((one) => one ?? []))).toEqual([
      ['q1', 'q2'],
      ['q3', 'q4'],
    ]);
    expect(second?.questions[1]?.showIf?.question).toBe('q3');
  });

  test('pasted as one list go to the end of the last part, and as several become parts of their own', () => {
    const there = [{ ...emptyPart(), questions: [ask('q1')] }];
    expect(idsOf(withPasted(there, [[ask('q1'), ask('q2')]]))).toEqual([['q1', 'q3', 'q4']]);
    expect(idsOf(withPasted(there, [[ask('q1')], [ask('q1')]]))).toEqual([['q1'], ['q2'], ['q3']]);
    const begun = withPasted([emptyPart()], [[ask('q1', { section: fi('Arki') })], [ask('q1')]]);
    expect(begun.map(({ title }) => title.fi)).toEqual(['Arki', '']);
  });

  test('give a question away to the end of another', () => {
    const [one, two] = [
      { ...emptyPart(), questions: [ask('q1'), ask('q2')] },
      { ...emptyPart(), questions: [ask('q3')] },
    ];
    expect(idsOf(movedToPart([one, two], 'q1', two.key))).toEqual([['q2'], ['q3', 'q1']]);
  });

  test('are called by the survey and themselves', () => {
    expect(partTitle({ fi: 'Strategia', sv: 'Strategi', en: '' }, fi('Arki'))).toEqual({
      fi: 'Strategia: Arki',
      sv: 'Strategi: Arki',
      en: '',
    });
    expect(partTitle(fi('Strategia'), fi(' '))).toEqual(fi('Strategia'));
  });
});

describe('a form', () => {
  test('that nobody has touched knows it, and one that was put aside comes back whole', () => {
    expect(isUntouched(emptySurvey())).toBe(true);
    const form = { ...emptySurvey(), title: fi('Kysely'), parts: [{ ...emptyPart(), questions: [ask('q1')] }] };
    expect(isUntouched(form)).toBe(false);
    expect(formToDraft(formOf(formToDraft(form)))).toEqual(formToDraft(form));
  });

  test('that an older version put aside gets what it lacks', () => {
    const form = formOf({ title: fi('Kysely'), secrecy: '' });
    expect(form).toMatchObject({ title: fi('Kysely'), secrecy: 'anonymous', rhythm: 'twoAWeek' });
    expect(form.parts).toHaveLength(1);
  });
});

describe('languages', () => {
  test('are written first in that of the network; where it has two, in the reader’s of them', () => {
    expect(languagesOf('fi', 'sv')).toEqual(['fi', 'sv', 'en']);
    expect(languagesOf('fi+sv', 'sv')).toEqual(['sv', 'fi', 'en']);
    expect(languagesOf('fi+sv', 'en')).toEqual(['fi', 'sv', 'en']);
  });

  test('change places where a question was read in the reader’s, and nothing that is there is lost', () => {
    const of = ask('q1', { label: { fi: '', sv: 'Hur?', en: '' }, hint: { fi: 'Lyhyesti', sv: 'Kort', en: '' } });
    const said = saidIn(of, 'sv', 'fi');
    expect(said.label).toEqual({ fi: 'Hur?', sv: '', en: '' });
    expect(said.hint).toEqual({ fi: 'Lyhyesti', sv: 'Kort', en: '' });
    expect(saidIn(of, 'sv', 'sv')).toEqual(of);
  });
});

const conditionOn = (question: string): NonNullable<QuestionDraft['showIf']> => ({
  ...{ question, options: '', atLeast: '1', atMost: '' },
});
