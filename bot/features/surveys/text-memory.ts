/** What one process remembers of published texts, about a second old: of thousands what they are, and the words only of the first and of quotes. */
import { between } from '../../core/clock.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Services, Store } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { type PublishedText, type SurveyText, surveyTexts } from './wish.ts';

/** Texts of each question whose words are kept. */
export const FIRST_TEXTS = 50;
/** Surveys whose texts are kept, at the same time. */
const MOST_SURVEYS = 200;
const READ_AT_ONCE = 200;

/** A published text, perhaps without its words. */
export type TextMark = Omit<PublishedText, 'text'> & { readonly text?: string };

const memories = new WeakMap<Store, Map<string, Recent<TextMark>>>();

function memoriesIn({ store }: Services): Map<string, Recent<TextMark>> {
  const known = memories.get(store) ?? new Map<string, Recent<TextMark>>();
  memories.set(store, known);
  return known;
}

const keyOf = (work: Work, survey: ActivityId): string => `${work.network.id} ${survey}`;
const memoryOf = (work: Work, survey: ActivityId): Recent<TextMark> =>
  keptIn(memoriesIn(work.services), keyOf(work, survey), MOST_SURVEYS, () => unread<TextMark>());

/** Published texts one page after the other, as they are stored now, in an order that tells nothing and stays. */
export async function* eachText(
  { scope, services: { store } }: Work,
  survey: ActivityId,
): AsyncGenerator<{ readonly id: string; readonly value: SurveyText }> {
  let after: string | undefined;
  do {
    const range = { page: READ_AT_ONCE, ...(after === undefined ? {} : { after }) };
    const page = await store.list(activityScope(scope, survey), surveyTexts, range);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Which texts are published, hidden ones too, in an order that tells nothing. */
export async function textMarks(work: Work, survey: ActivityId): Promise<readonly TextMark[]> {
  const found = await recently(memoryOf(work, survey), work.services.clock, () => readMarks(work, survey));
  return [...found.values()];
}

/** Of thousands it is enough to read them once in so many milliseconds each, when it does not matter that another process added one. */
const AGE_EACH = 10;

/** Questions by id of texts that are published already, as far as this process knows: it may miss what another one wrote in the last minutes. */
export async function knownTexts(work: Work, survey: ActivityId): Promise<ReadonlyMap<string, string>> {
  const known = memoryOf(work, survey);
  const { readAt, found } = known;
  const isYoung = readAt && Math.abs(between(readAt, work.services.clock.now())) < found.size * AGE_EACH;
  if (!isYoung) await textMarks(work, survey);
  return new Map([...found].map(([id, { question }]) => [id, question]));
}

async function readMarks(work: Work, survey: ActivityId): Promise<(readonly [string, TextMark])[]> {
  const marks: (readonly [string, TextMark])[] = [];
  const counts = new Map<string, number>();
  for await (const { id, value } of eachText(work, survey)) {
    const before = counts.get(value.question) ?? 0;
    counts.set(value.question, before + 1);
    const { text, ...mark } = value;
    marks.push([id, { id, ...mark, ...(before < FIRST_TEXTS || value.isQuote ? { text } : {}) }]);
  }
  return marks;
}

/** The same with their words; what is gone meanwhile is left out. */
export async function withWords(
  work: Work,
  survey: ActivityId,
  marks: readonly TextMark[],
): Promise<readonly PublishedText[]> {
  const scope = activityScope(work.scope, survey);
  const found = await Promise.all(
    marks.map(async ({ text, ...mark }): Promise<PublishedText[]> => {
      if (text !== undefined) return [{ ...mark, text }];
      const stored = await work.services.store.get(scope, surveyTexts, mark.id);
      return stored ? [{ id: mark.id, ...stored.value }] : [];
    }),
  );
  return found.flat();
}

/** Who has just changed a text sees it so. */
export const noteText = (work: Work, survey: ActivityId, of: PublishedText): void =>
  noteWritten(memoryOf(work, survey), of.id, of);

/** A text that was just published, or taken away; of the many words are not kept. */
export function noteMark(work: Work, survey: ActivityId, id: string, of: SurveyText | undefined): void {
  const { text: _words, ...mark } = of ?? {};
  noteWritten(memoryOf(work, survey), id, of && { id, ...(mark as Omit<SurveyText, 'text'>) });
}

/** They are read anew when they are asked for. */
export const forgetTexts = (work: Work, survey: ActivityId): void =>
  void memoriesIn(work.services).delete(keyOf(work, survey));
