/** What one process remembers of questions between requests: questions as they were read, and the answers that lists count. */
import { SECOND } from '../../core/clock.ts';
import { headersOf } from '../../core/headers.ts';
import type { ActivityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import type { Store } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import type { Work } from '../../core/turn.ts';
import { type Answer, answers, questions } from './question.ts';
import { text } from './text.ts';

const headers = headersOf(questions, { age: 2 * SECOND, unknown: text.unknownQuestion });

/** The question as it is stored now. Refuses an id that there is not. */
export const questionNow = headers.now;
/** As `questionNow`, undefined when there is none: for jobs and drawings. */
export const findQuestion = headers.find;
/** Changes a question. `change` may run several times. Refuses an id that there is not. */
export const changeQuestion = headers.change;
export const rememberQuestion = headers.remember;
/** All questions of the network as they are now. */
export const allQuestions = headers.all;

// ── Answers ────────────────────────────────────────────────────────────────────────────────────

/** Networks whose answers are in memory at the same time. */
const MOST_NETWORKS = 200;

export const answerKey = (question: ActivityId, answer: ActivityId): string => `${question}|${answer}`;

const known = new WeakMap<Store, Map<string, Recent<Answer>>>();

function answersIn({ services, network }: Work): Recent<Answer> {
  const all = known.get(services.store) ?? new Map<string, Recent<Answer>>();
  known.set(services.store, all);
  return keptIn(all, network.id, MOST_NETWORKS, () => unread<Answer>());
}

/** Of one question as they are stored now, removed ones too. */
export async function answersNow(work: Work, question: ActivityId): Promise<Answer[]> {
  const found = await listAll(work.services.store, work.scope, answers, { prefix: `${question}|` });
  return found.map(({ value }) => value);
}

/** Of all questions as they are stored now: for jobs and exports, not for pages. */
export const allAnswers = async ({ services, scope }: Work): Promise<Answer[]> =>
  (await listAll(services.store, scope, answers)).map(({ value }) => value);

/** Of all questions, about a second old; by question. */
export async function recentAnswers(work: Work): Promise<ReadonlyMap<ActivityId, readonly Answer[]>> {
  const { store, clock } = work.services;
  const found = await recently(answersIn(work), clock, async () =>
    (await listAll(store, work.scope, answers)).map(({ id, value }) => [id, value] as const),
  );
  const by = new Map<ActivityId, Answer[]>();
  for (const one of found.values()) {
    const of = by.get(one.question);
    if (of) of.push(one);
    else by.set(one.question, [one]);
  }
  return by;
}

export const noteAnswer = (work: Work, of: Answer): void =>
  noteWritten(answersIn(work), answerKey(of.question, of.id), of);
