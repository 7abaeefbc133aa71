/** The letter as it is stored, and the pure steps of its life. It holds neither the address nor a word of what it says. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { between, HOUR, type Instant, instant } from '../core/clock.ts';
import { ID_PATTERN } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import { type MemberId, mailTopic, memberId } from '../core/network.ts';
import type { LetterState, LetterStatus, NewLetter, Reminder } from '../core/ports.ts';

export const storedLetter = z.object({
  /** As the feature named it. */
  id: z.string(),
  subject: z.string(),
  to: memberId,
  drawing: z.string(),
  topic: z.union([mailTopic, z.literal('always')]),
  urgency: z.enum(['nudge', 'due', 'bulk']),
  isReminder: z.literal(true).optional(),
  state: z.enum([
    'waiting',
    'sending',
    'sent',
    'unknown',
    'refused',
    'noAddress',
    'unwanted',
    'pointless',
    'recent',
    'notConfigured',
  ]),
  reason: z.string().optional(),
  /** When the state was reached. */
  at: instant,
  createdAt: instant,
  /** How many times the mail server was asked, and when for the first time. */
  tries: z.number().int().nonnegative(),
  triedAt: instant.optional(),
  /** Names the one try that is under way while `sending`. */
  attempt: z.string().optional(),
});
export type StoredLetter = z.infer<typeof storedLetter>;

/** Id: `subject|letter`, so that a subject's letters are a range. */
export const letters = kind<StoredLetter>({ name: 'letter', container: 'activities', schema: storedLetter });

/** That a person was reminded of a subject, and how. Id: `subject|person`. */
export const reminded = z.object({ to: memberId, subject: z.string(), by: z.enum(['teams', 'mail']), at: instant });
export type Reminded = z.infer<typeof reminded>;
export const reminders = kind<Reminded>({ name: 'reminded', container: 'activities', schema: reminded });

/** The same reminder does not come by two ways within this time. */
const APART = 12 * HOUR;
/** A part of an id is hashed when it is longer or can't stand in an id. */
const LONGEST_PART = 90;

export const isForgettable = ({ at }: Reminded, now: Instant): boolean => between(at, now) > APART;

const part = (of: string): string =>
  of.length <= LONGEST_PART && ID_PATTERN.test(of) ? of : createHash('sha256').update(of).digest('hex');

/** What the ids of a subject's letters begin with. Other subjects' may too, when one holds a `|`. */
export const prefixOf = (subject: string): string => `${part(subject)}|`;
export const letterId = ({ subject, id }: Pick<StoredLetter, 'subject' | 'id'>): string =>
  `${prefixOf(subject)}${part(id)}`;
export const reminderId = (subject: string, to: MemberId): string => `${prefixOf(subject)}${part(to)}`;

/** For the letter's Message-ID: says nothing of whom or what it is about. */
export const messageName = (network: string, id: string): string =>
  createHash('sha256').update(`${network}\n${id}`).digest('hex').slice(0, 32);

export function newLetter(of: NewLetter, state: 'waiting' | 'notConfigured', now: Instant): StoredLetter {
  const { id, subject, to, drawing, topic, urgency, isReminder } = of;
  return {
    ...{ id, subject, to, drawing, topic, urgency, state, at: now, createdAt: now, tries: 0 },
    ...(isReminder ? { isReminder } : {}),
  };
}

export function beginSending(of: StoredLetter, attempt: string, now: Instant): StoredLetter {
  if (of.state !== 'waiting') return of;
  return { ...of, state: 'sending', attempt, tries: of.tries + 1, triedAt: of.triedAt ?? now, at: now };
}

export function ended(of: StoredLetter, state: LetterState, reason: string | undefined, now: Instant): StoredLetter {
  const { attempt: _, reason: __, ...rest } = of;
  return { ...rest, state, at: now, ...(reason === undefined ? {} : { reason }) };
}

export function statusOf({ id, to, drawing, subject, state, reason, at }: StoredLetter): LetterStatus {
  return { ...{ id, to, drawing, subject, state, at }, ...(reason === undefined ? {} : { reason }) };
}

/** Whether it is subject to the rule that one reminder comes by one way. */
export const isReminding = ({ urgency, isReminder }: StoredLetter): boolean =>
  urgency === 'nudge' || isReminder === true;

/** The note of a reminder that may go by this way now; undefined when it went by another a short while ago. */
export function claim(now: Reminded | undefined, { to, subject, by }: Reminder, at: Instant): Reminded | undefined {
  if (now && now.by !== by && Math.abs(between(now.at, at)) < APART) return undefined;
  return { to, subject, by, at };
}
