/**
 * Nothing that can be computed of published figures is about fewer people than the step. An oracle of its own knows what everybody had answered at
 * each step, and adds and subtracts all that was ever shown.
 *
 * A figure is a sum over people. In a combination of figures of one question (each times −1, 0 or 1) a person has, for each answer that they ever
 * gave to it, the sum of the factors of the figures that hold that answer. Different answers are unknowns of their own, so the combination
 * depends on the person exactly when one of those sums is not zero: then they are in its support. An answer that was changed and changed back is
 * the same answer; one that was withdrawn is in no figure at all.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, plus, toInstant } from '../../bot/core/clock.ts';
import { personKey } from '../../bot/core/ids.ts';
import type { Answer, Answers } from '../../bot/features/surveys/answers.ts';
import {
  nextStepAt,
  openPublication,
  type Published,
  type Publishing,
} from '../../bot/features/surveys/publication.ts';
import type { Question } from '../../bot/features/surveys/questions.ts';
import { type Response, send, VERSIONS_KEPT } from '../../bot/features/surveys/response.ts';
import { type SurveyResults, type Tally, totalOf } from '../../bot/features/surveys/results.ts';

const STEP = 3;
const START = Date.parse('2026-03-02T09:00:00Z');
const GRACE = 5_000;
const at = (seconds: number): Instant => toInstant(START + seconds * 1000);

const base = { isRequired: false, options: [], allowsOther: false, isWish: false };
const option = (id: string) => ({ id, label: { fi: id } });
const QUESTIONS: readonly Question[] = [
  { ...base, id: 'grade', type: 'grade', label: { fi: 'Arvosana' } },
  {
    ...base,
    id: 'way',
    type: 'choice',
    label: { fi: 'Miten?' },
    options: [option('a'), option('b')],
    allowsOther: true,
  },
  { ...base, id: 'why', type: 'choices', label: { fi: 'Miksi?' }, options: [option('x'), option('y')] },
  { ...base, id: 'best', type: 'text', label: { fi: 'Parasta?' } },
  { ...base, id: 'many', type: 'number', label: { fi: 'Montako?' }, showIf: { question: 'way', options: ['a'] } },
  { ...base, id: 'how', type: 'text', label: { fi: 'Miten niin?' }, showIf: { question: 'many', atLeast: 2 } },
];
/** What is asked by an answer, or words it, and that answer's question. */
const DEPENDING: readonly (readonly [string, string])[] = [
  ['way~own', 'way'],
  ['many', 'way'],
  ['how', 'many'],
];

// ── What people do ─────────────────────────────────────────────────────────────────────────────

interface Act {
  readonly who: number;
  readonly what: 'answer' | 'withdraw' | 'publish' | 'crash';
  /** Seconds that writing it down takes. */
  readonly slow: number;
  readonly grade: number;
  readonly way: 'a' | 'b' | 'own' | 'none';
  readonly more: number;
  readonly words: number;
}

interface History {
  readonly isBrokenDown: boolean;
  /** Of whom every one so many is written down by a coordinator. */
  readonly entered: number;
  readonly acts: readonly Act[];
}

const histories = ({ slow = [0] }: { readonly slow?: readonly number[] } = {}): fc.Arbitrary<History> =>
  fc.record({
    isBrokenDown: fc.boolean(),
    entered: fc.constantFrom(4, 1000),
    acts: fc.array(
      fc.record({
        who: fc.nat(15),
        what: fc.constantFrom<Act['what'][]>('answer', 'answer', 'answer', 'answer', 'withdraw', 'publish', 'crash'),
        slow: fc.constantFrom(...slow),
        grade: fc.constantFrom(0, 4, 5),
        way: fc.constantFrom<Act['way'][]>('a', 'a', 'b', 'own', 'none'),
        more: fc.nat(3),
        words: fc.nat(2),
      }),
      { minLength: 10, maxLength: 60, size: 'max' },
    ),
  });

function answersOf({ grade, way, more, words }: Act): Answers {
  const given: Record<string, Answer> = {};
  if (grade > 0) given.grade = { number: grade };
  if (way === 'own') given.way = { choices: [], text: `Oma ${words}` };
  else if (way !== 'none') given.way = { choices: [way] };
  if (more > 0) given.why = { choices: ['x', 'y'].slice(more % 2) };
  if (words > 0) given.best = { text: `Sanoja ${words}` };
  if (way === 'a' && more > 0) given.many = { number: more };
  if (way === 'a' && more > 1 && words > 0) given.how = { text: `Siksi ${words}` };
  return Object.keys(given).length > 0 ? given : { grade: { number: 1 } };
}

/** What a question's figures take from the answers, in words of the oracle's own. */
function stateOf(question: string, given: Answers): string | undefined {
  const [id = '', own] = question.split('~');
  const one = given[id];
  if (!one) return undefined;
  if (own !== undefined) return one.text;
  if (id === 'best' || id === 'how') return one.text;
  return JSON.stringify([one.number, one.choices, one.text !== undefined]);
}

// ── The oracle ─────────────────────────────────────────────────────────────────────────────────

/** What a figure holds of each person, by number. */
type Figure = ReadonlyMap<number, string>;

interface Told {
  readonly question: string;
  readonly figures: Figure[];
}

interface World {
  readonly told: ReadonlyMap<string, Told>;
  readonly problems: readonly string[];
  readonly results: SurveyResults | undefined;
  readonly steps: number;
}

type Publisher = (of: Publishing) => ReturnType<typeof openPublication>;
const ALL_QUESTIONS = ['grade', 'way', 'why', 'best', 'many', 'how', 'way~own'];
const TEXTS = ['best', 'how', 'way~own'];

const person = (n: number) => personKey.parse(`tenant|person-${n}`);
const textId = (who: string, question: string, words: string): string => `${who} ${question} ${words}`;
const digest = (ids: readonly string[]): string =>
  createHash('sha256')
    .update([...ids].sort().join())
    .digest('hex');

/** Lives a history through, publishing with the given rules, and notes everything that is wrong. */
function live({ isBrokenDown, entered, acts }: History, publisher: Publisher): World {
  const problems: string[] = [];
  const stored = new Map<number, Response>();
  /** All that anyone ever sent, with when it was there. */
  const truth = new Map<number, { readonly at: Instant; readonly landed: Instant; readonly given: Answers }[]>();
  const told = new Map(ALL_QUESTIONS.map((question) => [question, { question, figures: [] as Figure[] }]));
  const cuts = new Map<string, Instant[]>();
  const published = new Map<string, string>();
  let expected = new Map<string, ReadonlySet<string>>();
  let results: SurveyResults | undefined;
  let clock = 0;
  let steps = 0;
  const cellOf = (n: number): string => (isBrokenDown ? (n % 2 === 0 ? 'small' : 'large') : 'all');
  const isEntered = (n: number): boolean => n % entered === 3;

  /** Everyone's answers as they stood at `cut`, as far as they had arrived by `now`. */
  const stoodAt = (question: string, cut: Instant, now: Instant, cell?: string): Map<number, string> => {
    const found = new Map<number, string>();
    for (const [n, all] of truth) {
      const last = all.findLast((one) => one.at <= cut && one.landed <= now);
      const state = last && stateOf(question, last.given);
      if (state !== undefined && (cell === undefined || cell === 'all' || cell === cellOf(n))) found.set(n, state);
    }
    return found;
  };

  const publish = (isFinal: boolean, isCrash: boolean): void => {
    const now = at(clock);
    const cut = isFinal ? now : plus(now, -GRACE);
    const made = run(publisher, results, { cut, isFinal });
    const before = results;
    results = made.results;
    for (const question of ALL_QUESTIONS) {
      const list = told.get(question)?.figures ?? [];
      const changed = Object.entries(results.questions[question] ?? {}).filter(
        ([cell, one]) => before?.questions[question]?.[cell]?.cut !== one.cut,
      );
      if (TEXTS.includes(question) && changed.length > 0) {
        steps += 1;
        const figure = new Map(cellsOf(question).flatMap(([cell, one]) => [...stoodAt(question, one.cut, now, cell)]));
        list.push(figure);
        const of = totalOf(results, question);
        if (!isRecount(question, of, figure)) problems.push(`${question} is not what people wrote`);
        continue;
      }
      for (const [cell, one] of changed) {
        steps += 1;
        const figure = madeAs(question, cell, one.cut, now);
        list.push(figure);
        cuts.set(`${question} ${cell}`, [...(cuts.get(`${question} ${cell}`) ?? []), one.cut]);
        if (!isRecount(question, one.tally, figure))
          problems.push(`${question} in ${cell} is not what people answered`);
      }
      const rest = results.rest[question];
      const isRest = rest !== undefined && JSON.stringify(rest) !== JSON.stringify(before?.rest[question]);
      if (isRest) {
        const figure = new Map([...stoodAt(question, cut, now)].filter(([n]) => !mayBeShown(question, n)));
        restOf.set(question, figure);
        list.push(figure);
        if (!isRecount(question, rest, figure)) problems.push(`the rest of ${question} is not what people answered`);
      }
      if (changed.length > 0 || isRest) list.push(totalFigure(question, now));
    }
    for (const [question, parent] of DEPENDING)
      for (const [cell, one] of cellsOf(question))
        if (!cuts.get(`${parent} ${cell}`)?.includes(one.cut))
          problems.push(`${question} is told as of a moment of which ${parent} is not`);
    checkLeft(cut, now);
    expected = new Map(TEXTS.map((question) => [question, expectedTexts(question, now, before, made)]));
    if (isCrash) return;
    for (const [id, one] of made.texts) if (one.text !== undefined) published.set(id, one.question);
    for (const [id, question] of published)
      if (!made.texts.has(id) && !made.untouched.has(question)) published.delete(id);
    for (const [question, ids] of expected) {
      for (const id of ids) ever.add(id);
      const isUntouched = made.untouched.has(question);
      for (const [id, of] of published)
        if (of === question && !(isUntouched ? ever : ids).has(id)) problems.push(`${id} of ${question} is shown`);
      for (const id of isUntouched ? [] : ids)
        if (!published.has(id)) problems.push(`${id} of ${question} is not shown`);
    }
  };
  /** Texts that had their step. */
  const ever = new Set<string>();

  /** The latest figures of all cells, and the rest, are one sum. */
  const totalFigure = (question: string, now: Instant): Figure => {
    const parts = cellsOf(question).map(([cell, one]) => madeAs(question, cell, one.cut, now));
    return new Map([...(restOf.get(question) ?? []), ...parts.flatMap((one) => [...one])]);
  };
  const restOf = new Map<string, Figure>();

  /** Texts are counted together, beside the cells of which they are. */
  const cellsOf = (question: string) =>
    Object.entries(results?.questions[question] ?? {}).filter(
      ([cell], _, { length }) => cell !== 'all' || length === 1,
    );

  /** A figure holds what was there when it was made: what came in later, of an earlier time, is not in it. */
  const madeAs = (question: string, cell: string, cut: Instant, now: Instant): Figure => {
    const key = `${question} ${cell} ${cut}`;
    const figure = keptFigures.get(key) ?? stoodAt(question, cut, now, cell);
    keptFigures.set(key, figure);
    return figure;
  };
  const keptFigures = new Map<string, Figure>();

  /** Of whom something said before the latest figure of their cell was made may stand in it; of who changed too often it is not known any more. */
  const mayBeShown = (question: string, n: number): boolean => {
    const cut = results?.questions[question]?.[cellOf(n)]?.cut;
    if (cut && (stored.get(n)?.versions.length ?? 0) >= VERSIONS_KEPT) return true;
    return (truth.get(n) ?? []).some((one) => cut && one.at <= cut && stateOf(question, one.given) !== undefined);
  };

  const textsShown = new Map<string, ReadonlySet<string>>();
  const expectedTexts = (
    question: string,
    now: Instant,
    before: SurveyResults | undefined,
    made: Published,
  ): ReadonlySet<string> => {
    const isStep = JSON.stringify(before?.questions[question]) !== JSON.stringify(made.results.questions[question]);
    const ids = cellsOf(question).flatMap(([cell, one]) =>
      [...stoodAt(question, one.cut, now, cell)].map(([n, words]) => textId(`id-${n}`, question, words)),
    );
    if (isStep) textsShown.set(question, new Set(ids));
    return textsShown.get(question) ?? new Set();
  };

  const checkLeft = (cut: Instant, now: Instant): void => {
    for (const question of ['grade', 'way', 'why', 'best']) {
      const present = stoodAt(question, cut, now);
      const shown = told.get(question)?.figures.at(-1) ?? new Map<number, string>();
      const missing = [...present].filter(([n, state]) => shown.get(n) !== state).length;
      const left = results?.left[question] ?? 0;
      // Of slow ones, and of who changed so often that not all of it is kept, it may be told that they are left though they are not.
      const isRough =
        [...truth.values()].flat().some((one) => plus(one.at, GRACE) <= one.landed) ||
        [...stored.values()].some(({ versions }) => versions.length >= VERSIONS_KEPT);
      const fewest = Math.max(0, present.size - (results ? totalOf(results, question).n : 0));
      if (isRough ? left < fewest : left !== missing)
        problems.push(`${missing} of ${question} are left, told are ${left}`);
    }
    for (const [question] of DEPENDING)
      if (results?.left[question] !== undefined) problems.push(`${question} tells how many answered it`);
  };

  const run = (
    using: Publisher,
    of: SurveyResults | undefined,
    more: { cut: Instant; isFinal: boolean },
  ): Published => {
    const isKnown = (id: string): boolean => published.has(id);
    const made = using({ questions: QUESTIONS, step: STEP, results: of, ...more, textId, digest, isKnown });
    for (const [n, { cell, versions }] of [...stored].sort(([a], [b]) => a - b))
      made.add(`id-${n}`, { cell, isEntered: isEntered(n), isWhole: versions.length < VERSIONS_KEPT, versions });
    return made.finish();
  };

  for (const { who, what, slow, ...act } of acts) {
    clock += 60;
    if (what === 'publish' || what === 'crash') {
      publish(false, what === 'crash');
      continue;
    }
    const given = what === 'answer' ? answersOf({ who, what, slow, ...act }) : {};
    const written = at(clock);
    clock += slow;
    // What takes long is written while the others go on: a step may come in between.
    if (slow > 0) {
      clock += GRACE / 1000;
      publish(false, false);
      clock += 1;
    }
    const source = isEntered(who) ? 'paper' : 'own';
    const delivery = { id: `${clock}`, at: written, isInOrder: true };
    const sent = { who: person(who), source, cell: cellOf(who), answers: given, isAbsent: false, delivery } as const;
    stored.set(who, send(stored.get(who), sent, written));
    truth.set(who, [...(truth.get(who) ?? []), { at: written, landed: at(clock), given }]);
  }
  clock += 60;
  // As closing does: until nothing more is published.
  let closed = '';
  while (JSON.stringify(results) !== closed) {
    closed = JSON.stringify(results);
    publish(true, false);
  }
  const again = run(publisher, results, { cut: at(clock), isFinal: true });
  if (JSON.stringify(again.results) !== closed || again.isNew) problems.push('closing twice changes something');
  if ([...again.texts.keys()].some((id) => !published.has(id))) problems.push('closing twice shows another text');
  problems.push(...tooFew(told, isEntered));
  return { told, problems, results, steps };
}

/** The figure, counted anew by hand. */
function isRecount(question: string, { n, counts }: Tally, figure: Figure): boolean {
  const again: Record<string, number> = {};
  for (const state of figure.values()) {
    if (TEXTS.includes(question)) continue;
    const [number, choices, isOwn] = JSON.parse(state) as [number | null, string[] | undefined, boolean];
    const keys = number === null ? [...(choices ?? []), ...(isOwn ? ['other'] : [])] : [String(number)];
    for (const key of keys) again[key] = (again[key] ?? 0) + 1;
  }
  const sorted = (of: Record<string, number>): string => JSON.stringify(Object.entries(of).sort());
  return n === figure.size && sorted(again) === sorted(counts);
}

const MOST_FIGURES = 4;

/** Every sum of up to four figures of a question, each once more or less, that is about someone, and about too few. */
function tooFew(told: World['told'], isEntered: (n: number) => boolean): string[] {
  const problems: string[] = [];
  for (const { question, figures } of told.values()) {
    const distinct = [...new Map(figures.map((one) => [JSON.stringify([...one].sort()), one])).values()];
    const people = [...new Set(distinct.flatMap((one) => [...one.keys()]))];
    /** By person and figure: number of the answer, 0 for none. */
    const rows = people.map((n) => {
      const states = [...new Set(distinct.flatMap((one) => one.get(n) ?? []))];
      return distinct.map((one) => states.indexOf(one.get(n) ?? '') + 1);
    });
    const look = (from: number, chosen: readonly (readonly [number, number])[]): void => {
      if (chosen.length > 0) {
        let [hiding, all] = [0, 0];
        for (const [index, row] of rows.entries()) {
          if (!isIn(row, chosen)) continue;
          all += 1;
          if (!isEntered(people[index] ?? 0)) hiding += 1;
        }
        if (all > 0 && hiding < STEP)
          problems.push(`${question}: ${chosen.map(([at, times]) => `${times}×${at}`).join(' ')} is about ${hiding}`);
      }
      if (chosen.length === MOST_FIGURES) return;
      for (let next = from; next < distinct.length; next++)
        for (const times of chosen.length === 0 ? [1] : [1, -1]) look(next + 1, [...chosen, [next, times]]);
    };
    look(0, []);
  }
  return problems;
}

function isIn(row: readonly number[], chosen: readonly (readonly [number, number])[]): boolean {
  return chosen.some(([index]) => {
    const state = row[index] ?? 0;
    return state > 0 && chosen.reduce((sum, [other, times]) => sum + (row[other] === state ? times : 0), 0) !== 0;
  });
}

// ── The properties ─────────────────────────────────────────────────────────────────────────────

const check = (history: History): void => expect(live(history, openPublication).problems.slice(0, 5)).toEqual([]);

describe('whatever people answer, change and take back, step after step until closing', () => {
  test('no figure, no difference and no sum of up to four is about fewer than the step, figures are what people answered, and what is left is told', () => {
    let steps = 0;
    fc.assert(
      fc.property(histories(), (history) => {
        check(history);
        steps += live(history, openPublication).steps;
      }),
      { numRuns: 200 },
    );
    expect(steps).toBeGreaterThan(300); // else nothing was published, and nothing proved
  });

  test('answers that changed more often than is kept, and one that was written late, are not taken for those that were published', () => {
    const act = { what: 'answer', slow: 0, grade: 0, more: 0, words: 0 } as const;
    const often = (['a', 'a', 'a', 'a', 'a', 'a', 'b', 'own'] as const).map((way) => ({ ...act, who: 2, way }));
    check({
      ...{ isBrokenDown: false, entered: 1000 },
      acts: [
        ...[{ ...act, who: 5, way: 'own' as const }, ...often, { ...act, who: 15, way: 'b' as const }],
        ...[
          { ...act, who: 4, way: 'own' as const },
          { ...act, who: 15, way: 'own' as const, slow: 20 },
        ],
        ...[
          { ...act, who: 2, way: 'a' as const },
          { ...act, who: 0, way: 'a' as const },
        ],
      ],
    });
  });

  test('the same holds when writing an answer takes so long that a step passes it by', () => {
    fc.assert(fc.property(histories({ slow: [0, 0, 0, 20] }), check), { numRuns: 200 });
  });
});

// ── It can fail ────────────────────────────────────────────────────────────────────────────────

/** Shows everything at each step. */
const careless: Publisher = (of) => openPublication({ ...of, step: 0 });
/** Shows what differs from the latest figures in enough people, withdrawn answers too: the obvious rule. */
const obvious: Publisher = (of) => {
  const people: { id: string; person: Parameters<ReturnType<typeof openPublication>['add']>[1] }[] = [];
  return {
    add: (id, one) => void people.push({ id, person: one }),
    finish() {
      const all = openPublication({ ...of, step: 0 });
      let [first, differing, present] = [of.results === undefined, 0, 0];
      const cut = Object.values(of.results?.questions.grade ?? {})[0]?.cut;
      for (const { id, person: one } of people) {
        all.add(id, one);
        const then = cut && one.versions.findLast((each) => each.at <= cut)?.answers;
        const now = one.versions.findLast((each) => each.at <= of.cut)?.answers;
        if (JSON.stringify(then ?? {}) !== JSON.stringify(now ?? {})) differing += 1;
        if (Object.keys(now ?? {}).length > 0) present += 1;
      }
      first = first && present >= STEP;
      if (differing >= STEP && present >= STEP) return all.finish();
      const nobody = openPublication({ ...of, step: 1000 });
      for (const { id, person: one } of people) nobody.add(id, one);
      return nobody.finish();
    },
  };
};

describe('the oracle finds what is wrong', () => {
  const problemsOf = (publisher: Publisher, runs = 30): string[] =>
    fc.sample(histories(), { numRuns: runs, seed: 7 }).flatMap((one) => [...live(one, publisher).problems]);

  test('with everything shown at each step', () => {
    expect(problemsOf(careless).filter((one) => one.includes('is about'))).not.toEqual([]);
  });

  test('with each step that differs from the one before in enough people: three steps tell one answer', () => {
    const act = (who: number, what: Act['what'], grade = 4): Act => ({
      ...{ who, what, grade, slow: 0, way: 'none', more: 0, words: 0 },
    });
    const [first, second] = [
      [0, 1, 2],
      [4, 5, 6],
    ];
    const acts = [
      ...first.map((n) => act(n, 'answer')),
      act(0, 'publish'),
      ...second.map((n) => act(n, 'answer')),
      act(0, 'publish'),
      // The first three take theirs back, and one more answers: first − second + third is that one.
      ...first.map((n) => act(n, 'withdraw')),
      act(8, 'answer', 5),
      act(0, 'publish'),
    ];
    const history = { isBrokenDown: false, entered: 1000, acts };
    expect(live(history, obvious).problems).toContainEqual(expect.stringMatching(/^grade: .* is about 1$/));
    expect(live(history, openPublication).problems).toEqual([]);
    expect(live(history, openPublication).results?.left.grade).toBe(1);
  });
});

// ── Single cases ───────────────────────────────────────────────────────────────────────────────

describe('of a person', () => {
  const give = (seconds: number, grade: number) => ({ at: at(seconds), answers: { grade: { number: grade } } });
  const publishOf = (
    people: readonly Parameters<ReturnType<typeof openPublication>['add']>[1][],
    results: SurveyResults | undefined,
    seconds: number,
    isFinal = false,
  ): Published => {
    const shared = { questions: QUESTIONS, step: STEP, textId, digest, isKnown: () => false };
    const made = openPublication({ ...shared, results, cut: at(seconds), isFinal });
    for (const [n, one] of people.entries()) made.add(`id-${n}`, one);
    return made.finish();
  };
  const own = { cell: 'all', isEntered: false, isWhole: true };

  test('who has changed their answer so often that not all of it is kept hides nobody, and counts', () => {
    const restless = { ...own, isWhole: false, versions: [give(1, 5)] };
    const two = [2, 3].map((n) => ({ ...own, versions: [give(n, 4)] }));
    expect(publishOf([restless, ...two], undefined, 10).results.questions).toEqual({});
    const three = [...two, { ...own, versions: [give(4, 3)] }];
    expect(publishOf([restless, ...three], undefined, 10).results.questions.grade?.all?.tally.n).toBe(4);
  });

  test('answers that were written down for people count and hide nobody, however many they are', () => {
    const written = Array.from({ length: 20 }, (_, n) => ({ ...own, isEntered: true, versions: [give(n, 4)] }));
    const closed = publishOf(written, undefined, 100, true).results;
    expect([closed.questions, closed.rest, closed.left.grade]).toEqual([{}, {}, 20]);
  });

  test('small cells are put together at closing, once, and as soon as they are enough', () => {
    const spread = ['a', 'b', 'c'].map((cell, n) => ({ ...own, cell, versions: [give(n, 3 + n)] }));
    const closed = publishOf(spread, undefined, 100, true).results;
    expect(closed).toMatchObject({ questions: {}, rest: { grade: { n: 3, counts: { 3: 1, 4: 1, 5: 1 } } }, left: {} });
    expect(publishOf(spread, closed, 100, true).results).toEqual(closed);
    expect(publishOf(spread.slice(1), undefined, 100, true).results).toMatchObject({ rest: {}, left: { grade: 2 } });
  });

  test('nothing shown, nothing gained: the next answer is looked at at once, and after a step enough must have come', () => {
    const written = { ...own, isEntered: true, versions: [give(1, 4)] };
    const two = [2, 3].map((n) => ({ ...own, versions: [give(n, 4)] }));
    const nothing = publishOf([written, ...two], undefined, 10);
    expect([nothing.isNew, nothing.results.answers]).toEqual([false, 0]);
    const shown = publishOf([written, ...two, { ...own, versions: [give(4, 4)] }], nothing.results, 10);
    expect([shown.isNew, shown.results.answers]).toEqual([true, 4]);
    expect([0, 5, 100, 5000].map((answers) => nextStepAt(answers, 5))).toEqual([5, 10, 105, 5250]);
  });
});
