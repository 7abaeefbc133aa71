/** One person's answers to a survey: drafted, sent, changed and withdrawn, as state in, state out. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { personKey } from '../../core/ids.ts';
import { type Answers, answers, type Typed } from './answers.ts';

/** own: the person themselves. open: whoever opened the survey's public page. paper, phone: a coordinator wrote it down for them. */
export const source = z.enum(['own', 'open', 'paper', 'phone']);
export type Source = z.infer<typeof source>;

const DELIVERIES_KEPT = 5;
/** Earlier answers are kept as long as figures may hold them. */
export const VERSIONS_KEPT = 8;

export const response = z.object({
  /** Whose it is; of `open`, `paper` and `phone` somebody who is nobody. */
  who: personKey,
  source,
  /** Cell of the breakdown that they belonged to when they answered. */
  cell: z.string(),
  /** What was typed and not sent yet, by input id. */
  draft: z.record(z.string(), z.string()).optional(),
  /** What was sent, oldest first. No answers: withdrawn. */
  versions: z.array(z.object({ at: instant, answers, isAbsent: z.literal(true).optional() })),
  sentAt: instant,
  deliveries: z.array(z.string()).max(DELIVERIES_KEPT),
});
export type Response = z.infer<typeof response>;

export interface Delivery {
  readonly id: string;
  readonly at: Instant;
  /** It can't be an old one that comes late: a request of the tab is only ever repeated under its own id. */
  readonly isInOrder?: boolean;
}

export interface Sent {
  readonly who: Response['who'];
  readonly source: Source;
  readonly cell: string;
  /** None: the answer is withdrawn. */
  readonly answers: Answers;
  readonly isAbsent: boolean;
  readonly delivery: Delivery;
}

/** repeated: a redelivery or an older click; what is there stays. */
export type Outcome = 'first' | 'changed' | 'withdrawn' | 'repeated';

/** answered: sent, and counted. absent: was not there and said so. drafted: began and has not sent. withdrawn: took it back. */
export type Standing = 'answered' | 'absent' | 'drafted' | 'withdrawn';

export function standingOf({ versions, draft }: Pick<Response, 'versions' | 'draft'>): Standing {
  const last = versions.at(-1);
  if (last && (last.isAbsent || Object.keys(last.answers).length > 0)) return last.isAbsent ? 'absent' : 'answered';
  return draft ? 'drafted' : 'withdrawn';
}

/** What was sent last, unless it was withdrawn. */
export function latestOf(of: Pick<Response, 'versions' | 'draft'>): Response['versions'][number] | undefined {
  const standing = standingOf(of);
  return standing === 'answered' || standing === 'absent' ? of.versions.at(-1) : undefined;
}

/** Whether this was taken already, or comes too late to change anything. */
export const isRepeated = (earlier: Response | undefined, { id, at, isInOrder = false }: Delivery): boolean =>
  earlier !== undefined && (earlier.deliveries.includes(id) || (!isInOrder && at <= earlier.sentAt));

/** The answers after something was sent. */
export function send(earlier: Response | undefined, sent: Sent, now: Instant): Response {
  const { answers: given, isAbsent, delivery, ...of } = sent;
  const version = { at: now, answers: given, ...(isAbsent ? { isAbsent } : {}) };
  return {
    ...of,
    cell: earlier?.cell ?? of.cell, // figures of the breakdown hold them there already
    versions: withNewest(earlier?.versions ?? [], version),
    ...noting(earlier, delivery),
  };
}

/** The answers with what is typed so far. Nothing that was sent changes. */
export function keepDraft(
  earlier: Response | undefined,
  of: Pick<Sent, 'who' | 'source' | 'cell' | 'delivery'>,
  typed: Typed,
): Response {
  const { delivery, ...mine } = of;
  return {
    ...mine,
    cell: earlier?.cell ?? of.cell,
    versions: earlier?.versions ?? [],
    draft: { ...typed },
    ...noting(earlier, delivery),
  };
}

const noting = (earlier: Response | undefined, { id, at }: Delivery): Pick<Response, 'sentAt' | 'deliveries'> => ({
  // Never back: what this replaces may still be delivered once more.
  sentAt: earlier && earlier.sentAt > at ? earlier.sentAt : at,
  deliveries: [...(earlier?.deliveries ?? []), id].slice(-DELIVERIES_KEPT),
});

/** Beyond what is kept, the one before the last goes: the first ones are those that figures are likeliest to hold. Who has so many is not counted as hiding others. */
function withNewest(all: Response['versions'], newest: Response['versions'][number]): Response['versions'] {
  const kept = all.length >= VERSIONS_KEPT ? all.toSpliced(-1, 1) : all;
  return [...kept, newest];
}
