/**
 * What of sealed answers may be shown, and when. The figures of a question are published as snapshots in time, and a new one only when at least
 * `step` people's answers are in it that no earlier one held. Whatever is added and subtracted of published figures, the latest snapshot in it
 * has those people's answers alone: nothing that can be computed is about fewer. What is left at closing stays out, and is told as a number.
 */
import type { Instant } from '../../core/clock.ts';
import type { Answer, Answers } from './answers.ts';
import { ABSENT } from './feedback-form.ts';
import { hasOptions, type Question } from './questions.ts';
import {
  ALL,
  contributionsOf,
  count,
  emptyTally,
  ownOf,
  type Series,
  type SurveyResults,
  type Tally,
} from './results.ts';

/** One person's answers as they stood at different times, oldest first. Without answers: withdrawn, or not there. */
export interface Person {
  /** Their cell of the breakdown. */
  readonly cell: string;
  /** Written down by a coordinator, who knows them: they hide nobody. */
  readonly isEntered: boolean;
  /** `versions` are all that there were. Of whom it is not known what was published of them already, they hide nobody. */
  readonly isWhole: boolean;
  readonly versions: readonly { readonly at: Instant; readonly answers: Answers }[];
}

export interface Publishing {
  readonly questions: readonly Question[];
  /** 0: there is nothing to hide. */
  readonly step: number;
  /** What is published so far. */
  readonly results: SurveyResults | undefined;
  /** Answers given after this are not looked at. */
  readonly cut: Instant;
  /** At closing: what is left is put together where it is enough. */
  readonly isFinal: boolean;
  /** Id under which a person's text is published: the same each time. */
  textId(person: string, question: string, text: string): string;
  /** The same for the same ids, in whichever order. */
  digest(textIds: readonly string[]): string;
  /** Texts that are published already are not kept in memory again. */
  isKnown(textId: string): boolean;
}

export interface Published {
  readonly results: SurveyResults;
  /** Something is shown that was not. */
  readonly isNew: boolean;
  /** Ids of all texts that are to be shown, and the words of those that are not there yet. */
  readonly texts: ReadonlyMap<string, { readonly question: string; readonly text?: string }>;
  /** Questions whose texts stay as they are: what was published of them can't be told exactly from the answers any more. */
  readonly untouched: ReadonlySet<string>;
}

/** What a snapshot as of some moment would be. */
interface Snapshot {
  readonly at: Instant;
  readonly tally: ReturnType<typeof emptyTally>;
  readonly texts: Set<string>;
  /** People whose answer is in it as in no snapshot before, and who hide each other. */
  hiding: number;
}

/** A question in a cell while people are being added. */
interface Growing {
  readonly cell: string;
  readonly before: Series | undefined;
  readonly now: Snapshot;
  /** As of the moment of which the question was published that this one depends on. */
  readonly asParent: Snapshot | undefined;
  /** As the latest snapshot was, by what is known now. */
  readonly last: ReturnType<typeof emptyTally>;
  readonly shown: Set<string>;
  /** Of everyone it is known what they said at each moment. */
  areWhole: boolean;
  /** People who are in no snapshot yet. */
  readonly fresh: ReturnType<typeof emptyTally>;
  freshHiding: number;
  /** People whose answer is not as it was last published. */
  left: number;
}

/** Takes people one after the other, so that thousands need no more memory than one; `finish` decides. */
export function openPublication(of: Publishing): {
  add(id: string, person: Person): void;
  finish(): Published;
} {
  let answered = 0;
  const kinds = kindsOf(of.questions);
  const growing = new Map<string, Map<string, Growing>>();
  const words = new Map<string, { question: string; text?: string }>();
  const seriesOf = (question: string, cell: string): Series | undefined => of.results?.questions[question]?.[cell];

  const growingOf = (question: string, cell: string): Growing => {
    const cells = growing.get(question) ?? new Map<string, Growing>();
    growing.set(question, cells);
    const known = cells.get(cell);
    if (known) return known;
    const before = seriesOf(question, cell);
    const parent = kinds.get(question)?.parent;
    const parentAt = parent === undefined ? undefined : seriesOf(parent, cell)?.cut;
    const isLater = parentAt !== undefined && (before === undefined || parentAt > before.cut);
    const fresh: Growing = {
      ...{ cell, before, now: snapshotAt(of.cut), asParent: isLater ? snapshotAt(parentAt) : undefined },
      ...{ last: emptyTally(), areWhole: true, shown: new Set(), fresh: emptyTally(), freshHiding: 0, left: 0 },
    };
    cells.set(cell, fresh);
    return fresh;
  };

  const add = (id: string, person: Person): void => {
    const versions = person.versions
      .filter(({ at }) => at <= of.cut)
      .map((one) => ({ at: one.at, by: byQuestion(of.questions, one.answers) }));
    if ([...(versions.at(-1)?.by.keys() ?? [])].some((question) => question !== ABSENT)) answered += 1;
    for (const question of new Set(versions.flatMap(({ by }) => [...by.keys()]))) {
      const into = growingOf(question, kinds.get(question)?.isTold === 'together' ? ALL : person.cell);
      const cut = into.before?.cut;
      const given = versions.map(({ at, by }) => ({ at, one: by.get(question) }));
      const asOf = (at: Instant): Contribution | undefined => given.findLast((each) => each.at <= at)?.one;
      // Anything they said until the latest snapshot may be in one, also what a slow write brought in after it.
      const told = new Set(
        cut === undefined ? [] : given.flatMap(({ at, one }) => (at <= cut && one ? [keyOf(one)] : [])),
      );
      if (!person.isWhole) into.areWhole = false;
      const isHiding = !person.isEntered && person.isWhole;
      for (const snapshot of [into.now, into.asParent]) {
        const one = snapshot && asOf(snapshot.at);
        if (!snapshot || !one) continue;
        take(snapshot.tally, one);
        note(snapshot.texts, id, question, one);
        if (isHiding && !told.has(keyOf(one))) snapshot.hiding += 1;
      }
      const [now, then] = [asOf(of.cut), cut === undefined ? undefined : asOf(cut)];
      if (then) take(into.last, then);
      note(into.shown, id, question, then);
      if (!now) continue;
      if (keyOf(then) !== keyOf(now)) into.left += 1;
      if (!now.counted || told.size > 0 || (cut !== undefined && !person.isWhole)) continue;
      count(into.fresh, now.counted);
      if (isHiding) into.freshHiding += 1;
    }
  };

  const note = (into: Set<string>, person: string, question: string, one: Contribution | undefined): void => {
    if (one?.text === undefined) return;
    const id = of.textId(person, question, one.text);
    into.add(id);
    words.set(id, of.isKnown(id) ? { question } : { question, text: one.text });
  };

  const finish = (): Published => {
    const questions: Record<string, Record<string, Series>> = { ...of.results?.questions };
    const rest: Record<string, Tally> = { ...of.results?.rest };
    const digests: Record<string, string> = { ...of.results?.texts };
    const left: Record<string, number> = {};
    const texts = new Map<string, { question: string; text?: string }>();
    const untouched = new Set<string>();
    const isTold = (question: string, cell: string): boolean => questions[question]?.[cell]?.cut === of.cut;
    /**
     * What was published of it can be told exactly: no slow write brought an answer in after its time, and nobody changed theirs more often
     * than is kept. Two such can make the same figures of other people's answers, so the figures alone prove nothing.
     */
    const isKept = (question: string, cell: string): boolean => {
      const one = growing.get(question)?.get(cell);
      return one?.before !== undefined && one.areWhole && isSame(one.last, one.before.tally);
    };
    /** Texts are counted together, beside the moments as of which each cell's are. */
    const together = (question: string, n: number): Series => {
      const cut = (growing.get(question)?.has(ALL) && questions[question]?.[ALL]?.cut) || of.cut;
      return { cut, tally: { n, counts: {} } };
    };
    for (const [question, { parent, isText }] of kinds) {
      const cells = [...(growing.get(question)?.values() ?? [])];
      if (cells.length === 0) continue;
      const next = (one: Growing): Snapshot | undefined => {
        if (of.step === 0 || parent === undefined || isTold(parent, one.cell)) return one.now;
        return isKept(parent, one.cell) ? one.asParent : undefined;
      };
      const unpublished: Growing[] = [];
      // Texts stand together, whatever their cell: enough of all of them is enough.
      for (const step of isText ? [cells] : cells.map((one) => [one])) {
        const hiding = step.reduce((sum, one) => sum + (next(one)?.hiding ?? 0), 0);
        const areKept = step.every((one) => next(one) || (parent !== undefined && isKept(parent, one.cell)));
        if (hiding < of.step || (!areKept && of.step > 0)) unpublished.push(...step);
        else
          for (const one of step) {
            const { at, tally } = next(one) ?? {};
            const shown = isText ? emptyTally() : tally; // how many wrote in one cell may be few
            if (at && shown) questions[question] = { ...questions[question], [one.cell]: { cut: at, tally: shown } };
          }
      }
      if (isText) {
        const isStep = unpublished.length === 0;
        const ids = cells.flatMap((one) => [...((isStep ? next(one)?.texts : undefined) ?? one.shown)]);
        const isCertain = isStep || of.digest(ids) === digests[question];
        if (isStep) digests[question] = of.digest(ids);
        if (isStep) questions[question] = { ...questions[question], [ALL]: together(question, ids.length) };
        if (!isCertain) untouched.add(question);
        else for (const id of ids) texts.set(id, words.get(id) ?? { question });
      }
      if (parent !== undefined) continue; // that it was answered tells what the other answer was: no rest of few, and no number
      const sum = emptyTally();
      if (
        of.isFinal &&
        !isText &&
        unpublished.reduce((all, one) => all + one.freshHiding, 0) >= of.step &&
        of.step > 0
      ) {
        for (const one of unpublished) addTo(sum, one.fresh);
        rest[question] = sum;
      }
      // Of an answer that a slow write brought in after its time it looks as if it were published: the numbers tell.
      const missing = unpublished.reduce(
        (all, one) => all + Math.max(one.left, one.now.tally.n - (one.before?.tally.n ?? 0)),
        -sum.n,
      );
      if (missing > 0) left[question] = missing;
    }
    const made = { questions, rest, texts: digests };
    const { questions: old = {}, rest: oldRest = {}, texts: oldTexts = {} } = of.results ?? {};
    const isNew = shownIn(made) !== shownIn({ questions: old, rest: oldRest, texts: oldTexts });
    const answers = isNew ? answered : (of.results?.answers ?? 0);
    return { results: { at: of.cut, answers, ...made, left }, isNew, texts, untouched };
  };

  return { add, finish };
}

const take = (into: Snapshot['tally'], { counted }: Contribution): void => {
  if (counted) count(into, counted);
  else into.n += 1;
};

const isSame = (one: Tally, other: Tally): boolean =>
  one.n === other.n &&
  [...Object.keys(one.counts), ...Object.keys(other.counts)].every((key) => one.counts[key] === other.counts[key]);

const snapshotAt = (at: Instant): Snapshot => ({ at, tally: emptyTally(), texts: new Set(), hiding: 0 });

/** Without the times: those tell nothing to who looks at figures. */
const shownIn = ({ questions, rest, texts }: Pick<SurveyResults, 'questions' | 'rest' | 'texts'>): string =>
  JSON.stringify([
    Object.entries(questions).map(([id, cells]) => [
      id,
      Object.entries(cells).map(([cell, { tally }]) => [cell, tally]),
    ]),
    ...[rest, texts],
  ]);

interface Kind {
  readonly isText: boolean;
  /** Whether cells of a breakdown are told apart. */
  readonly isTold: 'together' | 'byCell';
  /**
   * The question of which something is told by this one being answered at all: the one that it is asked by, or the one whose option it words.
   * It is published as of a moment of which that one is published too, in the same cell, and never alone.
   */
  readonly parent: string | undefined;
}

/** In an order in which a parent stands before what depends on it. */
function kindsOf(questions: readonly Question[]): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const one of questions) {
    const parent = one.showIf?.question;
    const isText = one.type === 'text';
    kinds.set(one.id, { isText, parent, isTold: isText && parent === undefined ? 'together' : 'byCell' });
    if (hasOptions(one)) kinds.set(ownOf(one.id), { isText: true, parent: one.id, isTold: 'byCell' });
  }
  return kinds;
}

interface Contribution {
  readonly counted?: Answer;
  readonly text?: string;
}

const byQuestion = (questions: readonly Question[], given: Answers): ReadonlyMap<string, Contribution> =>
  new Map(contributionsOf(questions, given).map(({ question, ...one }) => [question, one]));

/** The same for what counts the same. */
function keyOf(of: Contribution | undefined): string {
  if (!of) return '';
  const { counted, text } = of;
  if (!counted) return `text ${text}`;
  return JSON.stringify([counted.number, [...(counted.choices ?? [])].sort(), counted.text !== undefined]);
}

function addTo(into: ReturnType<typeof emptyTally>, of: Tally): void {
  into.n += of.n;
  for (const [key, times] of Object.entries(of.counts)) into.counts[key] = (into.counts[key] ?? 0) + times;
}

/** A new step needs at least so many answers more; large surveys take larger steps, so that they publish a hundred times and not a thousand. */
export const nextStepAt = (answered: number, step: number): number =>
  answered + Math.max(step, Math.ceil(answered / 20));
