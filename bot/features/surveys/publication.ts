/**
 * What of sealed answers may be shown, and when. The figures of a question are published as snapshots in time: a new one only when it differs
 * from every earlier one, and from nothing at all, in the answers of at least `step` people. So no published figure, and no difference of two,
 * is about fewer. What is left below that at closing stays out.
 */
import type { Instant } from '../../core/clock.ts';
import type { Answer, Answers } from './answers.ts';
import { ABSENT } from './feedback-form.ts';
import type { Question } from './questions.ts';
import { ALL, contributionsOf, count, emptyTally, type Series, type SurveyResults, type Tally } from './results.ts';

/** One person's answers as they stood at different times, oldest first. Without answers: withdrawn, or not there. */
export interface Person {
  /** Their cell of the breakdown. */
  readonly cell: string;
  /** Written down by a coordinator, who knows them: they hide nobody. */
  readonly isEntered: boolean;
  readonly versions: readonly { readonly at: Instant; readonly answers: Answers }[];
}

export interface Publishing {
  readonly questions: readonly Question[];
  readonly step: number;
  /** What is published so far. */
  readonly results: SurveyResults | undefined;
  /** Answers given after this are not looked at. */
  readonly cut: Instant;
  /** At closing: what is left is put together where it is enough. */
  readonly isFinal: boolean;
  /** Id under which a person's text is published: the same each time. */
  textId(person: string, question: string, text: string): string;
  /** Texts that are published already are not kept in memory again. */
  isKnown(textId: string): boolean;
}

export interface Published {
  readonly results: SurveyResults;
  /** Something is shown that was not. */
  readonly isNew: boolean;
  /** Ids of all texts that are to be shown, and the words of those that are not there yet. */
  readonly texts: ReadonlyMap<string, { readonly question: string; readonly text?: string }>;
}

/** A question in a cell while people are being added. */
interface Growing {
  readonly before: Series | undefined;
  /** People who differ from nothing, then from each cut: all of them, and those who hide each other. */
  readonly differing: { all: number; hiding: number }[];
  readonly now: ReturnType<typeof emptyTally>;
  /** People who are in no snapshot yet. */
  readonly fresh: ReturnType<typeof emptyTally>;
  freshHiding: number;
  /** People whose answer is not as it was last published. */
  left: number;
  /** Ids of texts at the last cut, and now. */
  readonly shown: Set<string>;
  readonly showing: Set<string>;
}

/** Takes people one after the other, so that thousands need no more memory than one; `finish` decides. */
export function openPublication(of: Publishing): {
  add(id: string, person: Person): void;
  finish(): Published;
} {
  let answered = 0;
  const growing = new Map<string, Map<string, Growing>>();
  const words = new Map<string, { question: string; text?: string }>();

  const growingOf = (question: string, cell: string): Growing => {
    const cells = growing.get(question) ?? new Map<string, Growing>();
    growing.set(question, cells);
    const known = cells.get(cell);
    if (known) return known;
    const before = of.results?.questions[question]?.[cell];
    const fresh: Growing = {
      before,
      differing: Array.from({ length: 1 + (before?.cuts.length ?? 0) }, () => ({ all: 0, hiding: 0 })),
      ...{ now: emptyTally(), fresh: emptyTally(), freshHiding: 0, left: 0, shown: new Set(), showing: new Set() },
    };
    cells.set(cell, fresh);
    return fresh;
  };

  const add = (id: string, person: Person): void => {
    const versions = person.versions
      .filter(({ at }) => at <= of.cut)
      .map((one) => ({ at: one.at, by: byQuestion(of.questions, one.answers) }));
    const last = versions.at(-1);
    if (last && [...last.by.keys()].some((question) => question !== ABSENT)) answered += 1;
    const concerned = new Set(versions.flatMap(({ by }) => [...by.keys()]));
    for (const question of concerned) {
      const isText = versions.some(({ by }) => by.get(question)?.text !== undefined);
      const into = growingOf(question, isText ? ALL : person.cell);
      const cuts = into.before?.cuts ?? [];
      const at = (cut: Instant): Contribution | undefined =>
        versions.findLast((one) => one.at <= cut)?.by.get(question);
      const now = last?.by.get(question);
      const then = cuts.map(at);
      for (const [index, earlier] of [undefined, ...then].entries()) {
        const differing = into.differing[index];
        if (!differing || keyOf(earlier) === keyOf(now)) continue;
        differing.all += 1;
        if (!person.isEntered) differing.hiding += 1;
      }
      if (now?.counted) count(into.now, now.counted);
      if (now?.text !== undefined) into.now.n += 1;
      if (now && then.every((earlier) => earlier === undefined)) {
        if (now.counted) count(into.fresh, now.counted);
        if (!person.isEntered) into.freshHiding += 1;
      }
      if (now && keyOf(then.at(-1)) !== keyOf(now)) into.left += 1;
      note(into.showing, id, question, now);
      note(into.shown, id, question, then.at(-1));
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
    const left: Record<string, number> = {};
    const texts = new Map<string, { question: string; text?: string }>();
    let isNew = false;
    for (const [question, cells] of growing) {
      let missing = 0;
      const unpublished: Growing[] = [];
      for (const [cell, one] of cells) {
        const isPublished = mayPublish(one, of.step);
        if (isPublished) {
          isNew = true;
          const cuts = [...(one.before?.cuts ?? []), of.cut];
          questions[question] = { ...questions[question], [cell]: { cuts, tally: one.now } };
        } else {
          missing += one.left;
          unpublished.push(one);
        }
        for (const id of isPublished ? one.showing : one.shown) texts.set(id, words.get(id) ?? { question });
      }
      const isCounted = !unpublished.some(({ shown, showing }) => shown.size + showing.size > 0);
      const hiding = unpublished.reduce((sum, one) => sum + one.freshHiding, 0);
      if (of.isFinal && isCounted && hiding >= of.step) {
        isNew = true;
        const sum = emptyTally();
        for (const { fresh } of unpublished) addTo(sum, fresh);
        rest[question] = sum;
        missing -= sum.n;
      }
      if (missing > 0) left[question] = missing;
    }
    return { results: { at: of.cut, answers: answered, questions, rest, left }, isNew, texts };
  };

  return { add, finish };
}

/** It shows something else than is shown now, and differs from every snapshot in nobody or in enough people. */
function mayPublish({ differing }: Growing, step: number): boolean {
  return (differing.at(-1)?.all ?? 0) > 0 && differing.every(({ all, hiding }) => all === 0 || hiding >= step);
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
