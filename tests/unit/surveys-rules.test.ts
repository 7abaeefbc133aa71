/** The rules of surveys in tables: what a draft may be, how questions are typed, what may be answered, who is asked what. */
import { describe, expect, test } from '@jest/globals';
import { type Instant, plusDays, weekdayOf } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { type Problem, Refusal } from '../../bot/core/refusal.ts';
import { asked, readAnswers, type Typed, typedOf } from '../../bot/features/surveys/answers.ts';
import { feedbackQuestions, RESERVED } from '../../bot/features/surveys/feedback-form.ts';
import {
  parseQuestions,
  type Question,
  questionDraft,
  readNumber,
  readQuestions,
} from '../../bot/features/surveys/questions.ts';
import {
  correct,
  daysOfParts,
  draftOf,
  feedbackTimes,
  fitsCard,
  makeSurvey,
  type NewSurvey,
  readDraft,
  type Survey,
  type SurveyFrame,
  surveyDraft,
} from '../../bot/features/surveys/survey.ts';
import { text } from '../../bot/features/surveys/text.ts';

const HOLIDAYS = ['2026-04-03', '2026-04-06', '2026-12-25'];
const isFree = (date: string): boolean => weekdayOf(date) > 5 || HOLIDAYS.includes(date);
/** Tuesday at ten in the morning in Helsinki; the spring change is on Sunday 29.3. */
const NOW = '2026-03-24T08:00:00.000Z' as Instant;
const EVENT = 'e1';
const frame: SurveyFrame = {
  ...{ now: NOW, zone: 'Europe/Helsinki', isFree },
  isGroup: (id) => id === 'core',
  eventStarts: (id) => (id === EVENT ? ('2026-04-14T06:00:00.000Z' as Instant) : undefined),
};

const fi = (words: string) => ({ fi: words, sv: '', en: '' });
const grade = { id: 'q1', type: 'grade', label: fi('Arvosana?') };
const draft = (of: object) => surveyDraft.parse({ title: fi('Kysely'), parts: [{ questions: [grade] }], ...of });
const read = (of: object): readonly NewSurvey[] => readDraft(draft(of), frame);
const only = (of: object): NewSurvey => {
  const [first] = read(of);
  if (!first) throw new Error('no survey');
  return first;
};

function problemsIn(act: () => unknown): [string, Problem['row']][] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ field, row }) => [field, row]);
  }
}

describe('a draft', () => {
  test.each<[string, object, [string, Problem['row']][]]>([
    ['may be a title and a question', {}, []],
    ['has a title', { title: fi('  ') }, [['title', text.noTitle]]],
    ['may have its title in one language alone', { title: { fi: '', sv: 'Enkät', en: '' } }, []],
    ['has a title that fits', { title: fi('x'.repeat(201)) }, [['title', text.longWords]]],
    ['has a description that fits', { description: fi('x'.repeat(2001)) }, [['description', text.longWords]]],
    ['has questions', { parts: [{ questions: [] }] }, [['questions', text.noQuestions]]],
    [
      'has at most 26 parts',
      { parts: Array(27).fill({ questions: [grade] }), closesOn: '2026-12-01' },
      [['questions', text.manyParts]],
    ],
    ['is for a group that there is', { group: 'gone' }, [['group', text.unknownGroup]]],
    ['prepares an event that there is', { event: 'gone' }, [['event', text.unknownEvent]]],
    ['shows figures of three answers or more', { step: '2' }, [['step', text.badStep]]],
    ['shows figures of whole answers', { step: '4,5' }, [['step', text.badStep]]],
    ['does not wait for more answers than come', { step: '51' }, [['step', text.badStep]]],
    ['closes at a time that can be read', { closesOn: 'joskus' }, [['closesOn', text.unreadableTime]]],
    ['opens at a time that can be read', { opensOn: 'joskus' }, [['opensOn', text.unreadableTime]]],
    ['closes later than now', { closesOn: '2026-03-23' }, [['closesOn', text.pastDeadline]]],
    ['closes within 400 days', { closesOn: '2027-06-01' }, [['closesOn', text.farDeadline]]],
    [
      'closes after it opens',
      { opensOn: '2026-04-10', closesOn: '2026-04-09' },
      [['closesOn', text.closesBeforeOpening]],
    ],
    [
      'closes after its last part opens',
      { parts: Array(5).fill({ questions: [grade] }), closesOn: '2026-03-31' },
      [['closesOn', text.closesBeforeLast]],
    ],
    [
      'closes before the event that it prepares',
      { event: EVENT, closesOn: '2026-04-15' },
      [['closesOn', text.closesAfterEvent]],
    ],
    [
      'hears of everything that is wrong at once',
      {
        title: fi(''),
        group: 'gone',
        step: '1',
        closesOn: 'joskus',
        parts: [{ questions: [{ ...grade, label: fi('') }] }],
      },
      [
        ['title', text.noTitle],
        ['questions.0.label', text.noLabel],
        ['group', text.unknownGroup],
        ['closesOn', text.unreadableTime],
        ['step', text.badStep],
      ],
    ],
    [
      'names the part in which a question is wrong',
      { parts: [{ questions: [grade] }, { questions: [{ ...grade, type: 'choice' }] }] },
      [['parts.1.questions.0.options', text.fewOptions]],
    ],
  ])('%s', (_, of, problems) => {
    expect(problemsIn(() => read(of))).toEqual(problems);
  });

  test('is anonymous, shown in steps of five to all, and open for a week until an afternoon', () => {
    expect(only({})).toMatchObject({
      ...{ secrecy: 'anonymous', step: 5, breakdown: 'none', showResults: 'all', isPublic: false },
      // a week on it is summer time, so four in the afternoon comes an hour earlier in UTC
      ...{ opensAt: NOW, postsAt: NOW, closesAt: '2026-03-31T13:00:00.000Z' },
    });
  });

  test('reminds once, two days before it closes, on a working day in the morning', () => {
    expect(only({}).remindsAt).toBe('2026-03-30T06:00:00.000Z'); // 29.3. is a Sunday
    expect(only({ reminds: 'false' }).remindsAt).toBeUndefined();
    expect(only({ closesOn: '2026-03-26' }).remindsAt).toBeUndefined();
    expect(only({ closesOn: '2026-04-06' }).remindsAt).toBeUndefined(); // Easter lasts until it closes
  });

  test('closes two days before the event that it prepares, at the latest', () => {
    expect(only({ event: EVENT, opensOn: '2026-04-08' }).closesAt).toBe('2026-04-12T13:00:00.000Z');
    expect(only({ event: EVENT }).closesAt).toBe('2026-03-31T13:00:00.000Z');
    expect(only({ event: EVENT, opensOn: '2026-04-13', opensAtTime: '12:00' }).closesAt).toBe(
      '2026-04-14T06:00:00.000Z',
    );
  });

  test('of a group has no page that anyone may answer on', () => {
    expect(only({ isPublic: 'true' }).isPublic).toBe(true);
    expect(only({ isPublic: 'true', group: 'core' }).isPublic).toBe(false);
  });

  test('in parts is a survey for each, of which the last one alone reminds', () => {
    const parts = ['Arki', '', 'Talous'].map((title) => ({ title: fi(title), questions: [grade] }));
    const made = read({ title: { fi: 'Strategia', sv: 'Strategi', en: '' }, parts });
    expect(made.map(({ title }) => title.fi)).toEqual(['Strategia: Arki', 'Strategia', 'Strategia: Talous']);
    expect(made[0]?.title.sv).toBe('Strategi: Arki');
    expect(made.map(({ remindsAt }) => remindsAt !== undefined)).toEqual([false, false, true]);
    expect(new Set(made.map(({ closesAt }) => closesAt)).size).toBe(1);
  });

  test('in parts opens the first at once and the others at eight of the wall clock, over the change to summer time', () => {
    const opens = read({ parts: Array(4).fill({ questions: [grade] }) }).map(({ opensAt }) => opensAt);
    expect(opens).toEqual([
      NOW,
      '2026-03-27T06:00:00.000Z', // eight in winter time
      '2026-03-31T05:00:00.000Z', // eight in summer time
      '2026-04-07T05:00:00.000Z', // Good Friday and Easter are stepped over
    ]);
  });
});

describe('days of parts', () => {
  test.each<[string, string, 'twoAWeek' | 'weekly' | 'daily', number, string[]]>([
    ['two a week', '2026-03-02', 'twoAWeek', 4, ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12']],
    ['weekly', '2026-03-04', 'weekly', 3, ['2026-03-04', '2026-03-11', '2026-03-18']],
    ['daily, weekends left out', '2026-03-05', 'daily', 4, ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10']],
    [
      'two a week over Easter, never two on a day',
      '2026-03-31',
      'twoAWeek',
      4,
      ['2026-03-31', '2026-04-07', '2026-04-08', '2026-04-10'],
    ],
    ['a first one on a Saturday waits for Monday', '2026-03-07', 'weekly', 2, ['2026-03-09', '2026-03-16']],
  ])('%s', (_, first, how, n, days) => {
    expect(daysOfParts(first, how, n, isFree)).toEqual(days);
  });

  test('come to an end also where the calendar is broken', () => {
    expect(daysOfParts('2026-03-02', 'daily', 2, () => true)).toEqual([
      plusDays('2026-03-02', 60),
      plusDays('2026-03-02', 121),
    ]);
  });
});

describe('a drafted question', () => {
  const options = [
    { id: 'o1', label: fi('Kyllä') },
    { id: 'o2', label: fi('Ei') },
  ];
  const choice = { id: 'q1', type: 'choice', label: fi('Tuletko?'), options };
  const problemsOf = (...of: object[]): [string, Problem['row']][] => {
    const found: [string, Problem['row']][] = [];
    readQuestions(
      of.map((one) => questionDraft.parse({ label: fi('Kysymys'), ...one })),
      (field, row) => void found.push([field, row]),
    );
    return found;
  };

  test.each<[string, object[], [string, Problem['row']][]]>([
    ['may be a choice', [choice], []],
    ['has words', [{ ...choice, label: fi(' ') }], [['questions.0.label', text.noLabel]]],
    ['has words that fit', [{ ...choice, label: fi('x'.repeat(301)) }], [['questions.0.label', text.longWords]]],
    ['has an id of its own', [choice, choice], [['questions.1.label', text.badQuestionId]]],
    ['has an id that is one', [{ ...choice, id: 'Q-1' }], [['questions.0.label', text.badQuestionId]]],
    [
      'chooses from two at least',
      [{ ...choice, options: options.slice(0, 1) }],
      [['questions.0.options', text.fewOptions]],
    ],
    [
      'chooses from one where one’s own may be written',
      [{ ...choice, options: options.slice(0, 1), allowsOther: true }],
      [],
    ],
    [
      'chooses from twenty at most',
      [{ ...choice, options: Array.from({ length: 21 }, (_, n) => ({ id: `o${n}`, label: fi(`V ${n}`) })) }],
      [['questions.0.options', text.manyOptions]],
    ],
    [
      'has options with words',
      [{ ...choice, options: [options[0], { id: 'o2', label: fi('') }] }],
      [['questions.0.options.1', text.emptyOption]],
    ],
    [
      'has each option once, however it is written',
      [{ ...choice, options: [options[0], { id: 'o2', label: fi('KYLLÄ') }] }],
      [['questions.0.options.1', text.repeatedOption]],
    ],
    [
      'has options with ids of their own',
      [{ ...choice, options: [options[0], { id: 'o1', label: fi('Ei') }] }],
      [['questions.0.options.1', text.badQuestionId]],
    ],
    [
      'shows pictures that there are',
      [{ ...choice, type: 'pictures' }],
      [
        ['questions.0.options.0', text.noPicture],
        ['questions.0.options.1', text.noPicture],
      ],
    ],
    [
      'shows twelve pictures at most, of all its questions',
      ['q1', 'q2'].map((id) => ({
        ...{ ...choice, id, type: 'pictures' as const },
        options: Array.from({ length: 7 }, (_, n) => ({ id: `o${n}`, label: fi(`K ${n}`), picture: `p${n}` })),
      })),
      [['questions', text.manyPictures]],
    ],
    [
      'has a scale that rises',
      [{ id: 'q1', type: 'scale', from: '5', to: '5' }],
      [['questions.0.from', text.badScale]],
    ],
    [
      'has a scale within bounds',
      [{ id: 'q1', type: 'scale', from: '0', to: '11' }],
      [['questions.0.from', text.badScale]],
    ],
    [
      'has a scale of whole numbers',
      [{ id: 'q1', type: 'scale', from: 'x', to: '5' }],
      [['questions.0.from', text.badScale]],
    ],
    [
      'has limits that are numbers',
      [{ id: 'q1', type: 'number', least: 'x', most: '1,5' }],
      [['questions.0.least', text.badNumber]],
    ],
    [
      'has limits that rise',
      [{ id: 'q1', type: 'number', least: '5', most: '4' }],
      [['questions.0.most', text.badLimits]],
    ],
    [
      'may hang on an earlier answer',
      [choice, { id: 'q2', type: 'text', showIf: { question: 'q1', options: 'o2' } }],
      [],
    ],
    ['may hang on an earlier number', [grade, { id: 'q2', type: 'text', showIf: { question: 'q1', atMost: '3' } }], []],
    [
      'hangs on no later answer',
      [{ id: 'q2', type: 'text', showIf: { question: 'q1', options: 'o2' } }, choice],
      [['questions.0.showIf', text.badCondition]],
    ],
    [
      'hangs on no option that there is not',
      [choice, { id: 'q2', type: 'text', showIf: { question: 'q1', options: 'o9' } }],
      [['questions.1.showIf', text.badCondition]],
    ],
    [
      'hangs on some answer',
      [choice, { id: 'q2', type: 'text', showIf: { question: 'q1', options: '' } }],
      [['questions.1.showIf', text.badCondition]],
    ],
    [
      'hangs on no text',
      [
        { id: 'q1', type: 'text' },
        { id: 'q2', type: 'text', showIf: { question: 'q1', atLeast: '1' } },
      ],
      [['questions.1.showIf', text.badCondition]],
    ],
  ])('%s', (_, of, problems) => {
    expect(problemsOf(...of)).toEqual(problems);
  });

  test('is one of twenty at a time', () => {
    const many = Array.from({ length: 21 }, (_, n) => ({ ...choice, id: `q${n}` }));
    expect(problemsOf(...many)).toEqual([['questions', text.manyQuestions]]);
  });

  test('of the network’s own takes no id of the fixed ones', () => {
    const found: string[] = [];
    const own = RESERVED.map((id) => questionDraft.parse({ ...grade, id }));
    readQuestions(own, (field) => void found.push(field), { reserved: RESERVED });
    expect(found).toEqual(RESERVED.map((_, n) => `questions.${n}.label`));
  });
});

describe('questions typed as lines', () => {
  const parsed = (lines: string) => parseQuestions(lines, 'fi');
  test.each<[string, object]>([
    ['Mitä kuuluu?', { type: 'text', isRequired: false, label: fi('Mitä kuuluu?') }],
    ['Mitä kuuluu? *', { type: 'text', isRequired: true, label: fi('Mitä kuuluu?') }],
    ['Arvosana? * [1–5]', { type: 'grade', isRequired: true, label: fi('Arvosana?') }],
    ['Arvosana? [1-5] *', { type: 'grade', isRequired: true, label: fi('Arvosana?') }],
    ['Suosittelisitko? [0–10 en … kyllä]', { type: 'scale', from: '0', to: '10', low: fi('en'), high: fi('kyllä') }],
    ['Montako? [123]', { type: 'number', label: fi('Montako?') }],
    [
      'Tuletko? | Kyllä | Ei',
      {
        type: 'choice',
        allowsOther: false,
        options: [
          { id: 'o1', label: fi('Kyllä') },
          { id: 'o2', label: fi('Ei') },
        ],
      },
    ],
    [
      'Mistä kuulit? | Lehdestä | …',
      { type: 'choice', allowsOther: true, options: [{ id: 'o1', label: fi('Lehdestä') }] },
    ],
    [
      'Mistä kuulit? * || Lehdestä | Radiosta | ...',
      { type: 'choices', isRequired: true, allowsOther: true, label: fi('Mistä kuulit?') },
    ],
  ])('%s', (line, question) => {
    expect(parsed(line)).toEqual([[expect.objectContaining({ id: 'q1', ...question })]]);
  });

  test('have sections and parts, and numbers of their own in each part', () => {
    const [first, second] = parsed('# Arki\nEka?\nToka?\n\n== \n# Talous\nKolmas?');
    expect(first?.map(({ id, section }) => [id, section.fi])).toEqual([
      ['q1', 'Arki'],
      ['q2', ''],
    ]);
    expect(second?.map(({ id, section }) => [id, section.fi])).toEqual([['q1', 'Talous']]);
  });

  test('of empty lines alone are none', () => {
    expect(parsed('\n  \n==\n')).toEqual([]);
  });
});

describe('what is answered', () => {
  const questionsOf = (lines: string, more: Readonly<Record<string, object>> = {}): Question[] =>
    readQuestions(
      (parseQuestions(lines, 'fi')[0] ?? []).map((one) => questionDraft.parse({ ...one, ...more[one.id] })),
      (field, row) => {
        throw new Error(`${field}: ${row.en}`);
      },
    );
  const all = questionsOf(
    'Arvosana? * [1–5]\nMistä? | Lehdestä | Radiosta | …\nMitä? || A | B | …\nMuuta?\nMontako? [123]\nSuositus? [0–10]',
    {
      q5: { least: '1', most: '10' },
    },
  );
  test.each<[string, Typed, object | [string, Problem['row']][]]>([
    ['a grade', { q1: '4' }, { q1: { number: 4 } }],
    ['no grade where one is needed', {}, [['q1', text.giveGrade]]],
    ['a grade that there is not', { q1: '6' }, [['q1', text.badGrade]]],
    ['half a grade', { q1: '4,5' }, [['q1', text.badGrade]]],
    ['an option', { q1: '4', q2: 'o2' }, { q1: { number: 4 }, q2: { choices: ['o2'] } }],
    ['an option that there is not', { q1: '4', q2: 'o9' }, [['q2', text.unknownChoice]]],
    ['two where one is asked', { q1: '4', q2: 'o1,o2' }, [['q2', text.onlyOne]]],
    [
      'one’s own',
      { q1: '4', q2: 'other', 'q2-other': ' Naapurilta ' },
      { q1: { number: 4 }, q2: { choices: [], text: 'Naapurilta' } },
    ],
    ['one’s own without words', { q1: '4', q2: 'other' }, [['q2', text.writeOther]]],
    ['one’s own that is too long', { q1: '4', q2: 'other', 'q2-other': 'x'.repeat(201) }, [['q2', text.longAnswer]]],
    [
      'several and one’s own, in their order and once',
      { q1: '4', q3: 'o2,o1,o2,other', 'q3-other': 'C' },
      { q1: { number: 4 }, q3: { choices: ['o1', 'o2'], text: 'C' } },
    ],
    [
      'words, with spaces around them put right',
      { q1: '4', q4: '  eka\r\ntoka ' },
      { q1: { number: 4 }, q4: { text: 'eka\ntoka' } },
    ],
    [
      'words of 2 000 letters',
      { q1: '4', q4: 'x'.repeat(2000) },
      { q1: { number: 4 }, q4: { text: 'x'.repeat(2000) } },
    ],
    ['words of one letter more', { q1: '4', q4: 'x'.repeat(2001) }, [['q4', text.longAnswer]]],
    ['a number as people write it', { q1: '4', q5: '2,5' }, { q1: { number: 4 }, q5: { number: 2.5 } }],
    ['a number that is none', { q1: '4', q5: 'kaksi' }, [['q5', text.badNumber]]],
    ['a number outside its limits', { q1: '4', q5: '11' }, [['q5', text.numberOutside]]],
    ['the lowest of a scale', { q1: '4', q6: '0' }, { q1: { number: 4 }, q6: { number: 0 } }],
    ['what nobody asked', { q1: '4', q9: 'x', __proto__x: '1' }, { q1: { number: 4 } }],
    [
      'several mistakes, each named',
      { q2: 'o9', q5: 'x' },
      [
        ['q1', text.giveGrade],
        ['q2', text.unknownChoice],
        ['q5', text.badNumber],
      ],
    ],
  ])('%s', (_, typed, expected) => {
    const { answers, problems } = readAnswers(all, typed);
    if (Array.isArray(expected)) expect(problems.map(({ field, row }) => [field, row])).toEqual(expected);
    else expect({ answers, problems }).toEqual({ answers: expected, problems: [] });
  });

  test('is demanded of no draft, and what can’t be read is left out of it', () => {
    expect(readAnswers(all, { q2: 'o9', q4: 'kesken' }, { isDraft: true })).toEqual({
      answers: { q4: { text: 'kesken' } },
      problems: [],
    });
  });

  test('reads back from a form as it was', () => {
    const typed = {
      q1: '4',
      q2: 'other',
      'q2-other': 'Naapurilta',
      q3: 'o1,other',
      'q3-other': 'C',
      q4: 'eka\ntoka',
      q5: '2.5',
      q6: '0',
    };
    const { answers } = readAnswers(all, typed);
    expect(typedOf(all, answers)).toEqual(typed);
    expect(readAnswers(all, typedOf(all, answers)).answers).toEqual(answers);
  });

  const hanging = questionsOf(
    'Tuletko? | Kyllä | Ei\nMiksi et? *\nArvosana? [1–5]\nMikä meni vikaan? *\nMiten korjaisit? *',
    {
      q2: { showIf: { question: 'q1', options: 'o2' } },
      q4: { showIf: { question: 'q3', atMost: '3' } },
      q5: { type: 'text', showIf: { question: 'q3', atLeast: '2', atMost: '3' } },
    },
  );
  test.each<[string, Typed, string[], string[]]>([
    ['nothing', {}, ['q1', 'q3'], []],
    ['yes', { q1: 'o1', q2: 'kiire' }, ['q1', 'q3'], []],
    ['no', { q1: 'o2' }, ['q1', 'q2', 'q3'], ['q2']],
    ['a good grade', { q3: '5', q4: 'x' }, ['q1', 'q3'], []],
    ['a bad grade', { q3: '1' }, ['q1', 'q3', 'q4'], ['q4']],
    ['a middling grade', { q3: '3', q4: 'x', q5: 'y' }, ['q1', 'q3', 'q4', 'q5'], []],
  ])('decides what else is asked: %s', (_, typed, ids, missing) => {
    const { answers, problems } = readAnswers(hanging, typed);
    expect(asked(hanging, answers).map(({ id }) => id)).toEqual(ids);
    expect(problems.map(({ field }) => field)).toEqual(missing);
    expect(Object.keys(answers).every((id) => ids.includes(id))).toBe(true);
  });

  test('of a question that is not asked asks nothing further', () => {
    const chain = questionsOf('A? | x | y\nB? | x | y\nC?', {
      q2: { showIf: { question: 'q1', options: 'o1' } },
      q3: { showIf: { question: 'q2', options: 'o1' } },
    });
    const { answers } = readAnswers(chain, { q1: 'o2', q2: 'o1', q3: 'jäi lomakkeelle' });
    expect(answers).toEqual({ q1: { choices: ['o2'] } });
  });
});

describe('a number that is typed', () => {
  test.each<[string, number | undefined]>([
    ['1 250,5', 1250.5],
    ['1\u00a0250', 1250],
    ['−3', -3],
    ['-3.25', -3.25],
    ['', undefined],
    ['  ', undefined],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['1.000.000', Number.NaN],
    ['2000000000', Number.NaN],
    ['Infinity', Number.NaN],
  ])('%s', (typed, value) => {
    expect(readNumber(typed)).toEqual(value);
  });
});

describe('times of feedback', () => {
  test('follow its event: open from its start, asked five minutes after its end, reminded of on a working day, open for 14 days', () => {
    const times = feedbackTimes(
      { startsAt: '2026-03-26T07:00:00.000Z' as Instant, endsAt: '2026-03-26T08:00:00.000Z' as Instant },
      frame,
    );
    expect(times).toEqual({
      opensAt: '2026-03-26T07:00:00.000Z',
      postsAt: '2026-03-26T08:05:00.000Z',
      remindsAt: '2026-03-31T06:00:00.000Z', // nine of the wall clock, in summer time by then
      closesAt: '2026-04-09T17:00:00.000Z',
    });
  });
});

describe('a made survey', () => {
  const who = personOf('t1', 'p1');
  const made = (of: object): Survey[] =>
    read(of).map((one, n) =>
      makeSurvey(one, { id: activityId.parse(`s${n}`), post: postId.parse(`s${n}-card`), by: who, now: NOW }),
    );

  test('copied is the draft that it was made of', () => {
    const titles = ['Arki', 'Talous: vuosi', ''];
    const questions = [
      { ...grade, isRequired: true, hint: fi('Koko vuodesta') },
      {
        id: 'q2',
        type: 'choices',
        label: fi('Mitä?'),
        options: [{ id: 'o1', label: fi('A') }],
        allowsOther: true,
        section: fi('Osio'),
      },
      { id: 'q3', type: 'scale', label: fi('Suositus?'), from: '0', to: '10', low: fi('en'), high: fi('kyllä') },
      { id: 'q4', type: 'number', label: fi('Montako?'), least: '1', most: '2,5', unit: fi('kpl') },
      { id: 'q5', type: 'text', label: fi('Miksi?'), isWish: true, showIf: { question: 'q1', atMost: '3' } },
    ];
    const of = {
      title: { fi: 'Strategia: 2026', sv: 'Strategi', en: '' },
      parts: titles.map((title) => ({ title: fi(title), questions })),
      ...{ secrecy: 'named', step: '7', breakdown: 'area', showResults: 'coordinators' },
    };
    const copy = draftOf(made(of));
    expect(copy.title).toMatchObject({ fi: 'Strategia: 2026', sv: 'Strategi' });
    expect(copy.parts.map(({ title }) => title.fi)).toEqual(titles);
    expect(copy).toMatchObject({
      secrecy: 'named',
      step: '7',
      breakdown: 'area',
      showResults: 'coordinators',
      opensOn: '',
      group: '',
    });
    const again = readDraft(copy, frame);
    expect(again.map(({ questions: all, title }) => ({ all, title }))).toEqual(
      made(of).map(({ questions: all, title }) => ({ all, title })),
    );
  });

  test('keeps its questions and options when its wording is corrected', () => {
    const [survey] = made({
      parts: [
        {
          questions: [
            {
              id: 'q1',
              type: 'choice',
              label: fi('Tuletko?'),
              options: [
                { id: 'o1', label: fi('Kylä') },
                { id: 'o2', label: fi('Ei') },
              ],
            },
            { ...grade, id: 'q2' },
          ],
        },
      ],
    });
    if (!survey) throw new Error('no survey');
    const to = surveyDraft.parse(draftOf([survey]));
    const [choice] = to.parts[0]?.questions ?? [];
    if (!choice) throw new Error('no question');
    const questions = [
      {
        ...choice,
        label: fi('Tuletko mukaan?'),
        options: [
          { id: 'o1', label: fi('Kyllä') },
          { id: 'o3', label: fi('Ehkä') },
        ],
      },
    ];
    const corrected = correct(survey, { ...to, title: fi('Kevätkysely'), questions });
    expect(corrected.title.fi).toBe('Kevätkysely');
    expect(corrected.questions[0]).toMatchObject({
      label: { fi: 'Tuletko mukaan?' },
      options: [
        { id: 'o1', label: { fi: 'Kyllä' } },
        { id: 'o2', label: { fi: 'Ei' } },
      ],
    });
    expect(corrected.questions[1]).toEqual(survey.questions[1]);
  });

  test('that is feedback keeps the three questions that all years share', () => {
    const [survey] = made({});
    if (!survey) throw new Error('no survey');
    const feedback: Survey = { ...survey, type: 'feedback', questions: feedbackQuestions(undefined) };
    const { questions } = draftOf([feedback]).parts[0] ?? { questions: [] };
    const reworded = questions.map((one) => ({ ...one, label: fi('Aivan muuta?') }));
    expect(correct(feedback, { ...draftOf([feedback]), questions: reworded }).questions).toEqual(feedback.questions);
  });

  test('fits on its card while its questions are few and plain', () => {
    const questions = (lines: string): Pick<Survey, 'questions'> => ({
      questions: only({ parts: [{ questions: parseQuestions(lines, 'fi')[0] }] }).questions,
    });
    expect(fitsCard(questions('A?\nB? [1–5]\nC? | x | y'))).toBe(true);
    expect(fitsCard(questions('A?\nB?\nC?\nD?\nE?\nF?\nG?'))).toBe(false);
    expect(fitsCard(questions(`A? | ${Array.from({ length: 9 }, (_, n) => n).join(' | ')}`))).toBe(false);
  });
});
