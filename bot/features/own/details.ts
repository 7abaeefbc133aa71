/** A person's own details: what they typed becomes what is kept, or a refusal that names every problem. */
import { z } from 'zod';
import type { Instant } from '../../core/clock.ts';
import {
  LONGEST_NAME,
  LONGEST_PHONE,
  LONGEST_TITLE,
  LONGEST_TOPIC,
  type MailTopic,
  type Member,
  MOST_TOPICS,
  mailTopic,
} from '../../core/network.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { asAddress, isAddress, oneLine } from '../../core/typed.ts';
import { text } from './text.ts';

export const MAIL_TOPICS = mailTopic.options;

/** Stands where an organisation's id would: they represent none. */
export const NOBODY = 'nobody';

/** As typed; what is absent stays as it is. Field names are the inputs' ids. */
export const ownDraft = z.object({
  /** Of people without Teams only. */
  name: z.string().max(1000).optional(),
  email: z.string().max(1000).optional(),
  /** Empty: that of their Teams or of the network. */
  locale: z.enum(['fi', 'sv', 'en', '']).optional(),
  mail: z.partialRecord(mailTopic, z.boolean()).optional(),
  title: z.string().max(1000).optional(),
  phone: z.string().max(1000).optional(),
  /** One a line, or with commas between. */
  topics: z.string().max(5000).optional(),
  isListed: z.boolean().optional(),
  /** Id of an organisation, `nobody`, or empty for “not said”. */
  organisation: z.string().max(100).optional(),
});
export type OwnDraft = z.infer<typeof ownDraft>;

/** In the order typed, each once whatever its case. */
export function splitTopics(typed: string): string[] {
  const lines = typed
    .split(/[\n,;]/)
    .map(oneLine)
    .filter(Boolean);
  return lines.filter((line, at) => lines.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === at);
}

/** The member as changed by what they typed. Whom they represent is not decided here. Throws a Refusal with all problems. */
export function changeDetails(of: Member, draft: OwnDraft, now: Instant): Member {
  const problems: Problem[] = [];
  const problem = (field: keyof OwnDraft, row: Problem['row'], params: Problem['params'] = {}): void => {
    problems.push({ field, row, params });
  };
  const hasTeams = of.teamsId !== undefined;
  const next: Member = { ...of };
  if (draft.name !== undefined && !hasTeams) {
    next.name = oneLine(draft.name);
    if (!next.name) problem('name', text.noName);
    if (next.name.length > LONGEST_NAME) problem('name', text.tooLong, { most: LONGEST_NAME, n: next.name.length });
  }
  if (draft.email !== undefined) takeAddress(next, draft.email, now, problem);
  if (draft.locale === '') delete next.locale;
  else if (draft.locale !== undefined) next.locale = draft.locale;
  if (draft.mail !== undefined) next.mail = { ...of.mail, ...draft.mail };
  for (const [field, most] of [
    ['title', LONGEST_TITLE],
    ['phone', LONGEST_PHONE],
  ] as const) {
    const typed = draft[field];
    if (typed === undefined) continue;
    const line = oneLine(typed);
    if (line) next[field] = line;
    else delete next[field];
    if (line.length > most) problem(field, text.tooLong, { most, n: line.length });
  }
  // One that a coordinator wrote otherwise stays until its owner changes it.
  if (
    next.phone !== undefined &&
    next.phone !== of.phone &&
    !/^[+()\d][\d\s()+/.,-]*(?:\s?\p{L}{1,8}\.?\s?\d{1,6})?$/u.test(next.phone)
  )
    problem('phone', text.badPhone);
  if (draft.topics !== undefined) {
    const topics = splitTopics(draft.topics);
    if (topics.length > 0) next.topics = topics;
    else delete next.topics;
    if (topics.length > MOST_TOPICS) problem('topics', text.manyTopics, { most: MOST_TOPICS, n: topics.length });
    const long = topics.find((one) => one.length > LONGEST_TOPIC);
    if (long !== undefined) problem('topics', text.longTopic, { most: LONGEST_TOPIC, topic: `${long.slice(0, 40)}…` });
  }
  if (draft.isListed === true) next.isListed = true;
  if (draft.isListed === false) delete next.isListed;
  refuseAny(problems);
  return next;
}

type Complain = (field: keyof OwnDraft, row: Problem['row'], params?: Problem['params']) => void;

function takeAddress(next: Member, typed: string, now: Instant, problem: Complain): void {
  const address = asAddress(typed);
  if (address === (next.email ?? '')) return;
  if (!address) {
    // Without Teams the address is all that reaches them.
    if (next.teamsId === undefined) problem('email', text.addressNeeded);
    delete next.email;
    delete next.emailSource;
    delete next.emailFailedAt;
    return;
  }
  if (!isAddress(address)) problem('email', text.badAddress);
  next.email = address;
  next.emailSource = { from: 'self', at: now };
  delete next.emailFailedAt;
}

/** Nothing of any kind by mail. */
export const noMail = (): Record<MailTopic, boolean> =>
  Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, false])) as Record<MailTopic, boolean>;

/** No mail, and nobody sees their contacts. */
export function silence({ isListed: _, ...of }: Member): Member {
  return { ...of, mail: noMail() };
}

/** Out of the network; who is in Teams leaves there. */
export const leave = (of: Member, now: Instant): Member =>
  of.teamsId === undefined ? { ...silence(of), leftAt: of.leftAt ?? now } : silence(of);

/** Accepts the invitation. Asked again it changes nothing. */
export function join(of: Member, now: Instant): Member {
  if (of.isInvited === undefined) return of;
  const { isInvited: _, isOutsider: _from, ...rest } = of;
  return { ...rest, joinedAt: of.joinedAt ?? now };
}

/** Not said: as if they had never been asked. */
export function unsaid(of: Member): Member {
  const { organisation: _o, claims: _c, representsNobody: _n, isContact: _k, ...rest } = of;
  return rest;
}
