/** A call for ideas: what is looked for, by which rules, until when, and what came of it. State in, state out. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import {
  type ActivityId,
  activityId,
  ID_PATTERN,
  type PersonKey,
  type PostId,
  personKey,
  postId,
} from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { fromInputs, toInputs } from '../../core/when.ts';
import { text } from './text.ts';

// ── Limits ─────────────────────────────────────────────────────────────────────────────────────

export const LONGEST_TITLE = 120;
export const LONGEST_DESCRIPTION = 3000;
export const LONGEST_PURPOSE = 500;
/** Characters of a target group, a theme. */
export const LONGEST_NAME = 80;
export const LONGEST_PROMISE = 200;
export const LONGEST_CONFIRMED = 200;
export const LONGEST_REASON = 1000;
export const MOST_TARGET_GROUPS = 20;
export const MOST_PROMISES = 10;
export const MOST_THEMES = 30;
/** A poll holds no more options. */
export const MOST_SHORTLISTED = 20;
/** In euros: more is a slip of the finger. */
export const HIGHEST_COST = 1_000_000_000;

// ── Shapes ─────────────────────────────────────────────────────────────────────────────────────

/** topics: wished topics of webinars. pictures: a contest, whose authors are hidden until it closes. */
export const collectionType = z.enum(['ideas', 'topics', 'pictures']);
export type CollectionType = z.infer<typeof collectionType>;

/** Under which an idea is taken; what is not there asks for nothing. */
export const conditions = z.object({
  /** In euros. */
  mostCost: z.number().positive().max(HIGHEST_COST).optional(),
  /** One of them is chosen; none: it is not asked. */
  targetGroups: z.array(z.string().max(LONGEST_NAME)).max(MOST_TARGET_GROUPS),
  /** Statements that whoever proposes ticks, all of them. */
  promises: z.array(z.string().max(LONGEST_PROMISE)).max(MOST_PROMISES),
  needsPicture: z.boolean(),
  needsCost: z.boolean(),
});
export type Conditions = z.infer<typeof conditions>;

/** `members`, `coordinators` or `group:` and the id of a group, whose seat holders then propose. */
const whoProposes = z.string().regex(/^(members|coordinators|group:[A-Za-z0-9._:@=;|,+~-]{1,240})$/);

const collectionPoll = z.object({
  id: activityId,
  /** Which option is which idea. */
  options: z.array(z.object({ option: z.string(), idea: activityId })),
  by: personKey,
  at: instant,
});

const decision = z.object({
  ideas: z.array(activityId).max(100),
  /** Who confirmed it: “kunnanhallitus”. */
  body: z.string().max(LONGEST_CONFIRMED).optional(),
  /** yyyy-MM-dd */
  on: z.iso.date(),
  /** Why the others on the shortlist are not taken; absent: they stay as they are. */
  restReason: z.string().max(LONGEST_REASON).optional(),
  by: personKey,
  at: instant,
});

export const collection = z.object({
  id: activityId,
  type: collectionType,
  /** Empty only of the standing one, which each reader's language names. */
  title: z.string().max(LONGEST_TITLE),
  description: z.string().max(LONGEST_DESCRIPTION).optional(),
  /** What the result is used for. */
  purpose: z.string().max(LONGEST_PURPOSE).optional(),
  opensAt: instant,
  /** Absent: until further notice. */
  closesAt: instant.optional(),
  conditions,
  whoProposes,
  /** Id of the group that themes, merges and chooses beside the coordinators. */
  jury: z.string().regex(ID_PATTERN).optional(),
  state: z.enum(['draft', 'published', 'undone']),
  /** The shared card. Absent: it has none, like the standing one. */
  post: postId.optional(),
  shortlist: z.array(activityId).max(MOST_SHORTLISTED),
  poll: collectionPoll.optional(),
  /** How often its ideas were put to a vote: each vote is a poll of its own. */
  pollsHeld: z.int().nonnegative(),
  decision: decision.optional(),
  themes: z.array(z.string().max(LONGEST_NAME)).max(MOST_THEMES),
  /** How many supported any of its ideas, once nobody knows any more who did. */
  keptSupporters: z.int().nonnegative().optional(),
  createdBy: personKey,
  createdAt: instant,
  publishedAt: instant.optional(),
});
export type Collection = z.infer<typeof collection>;

export const collections = kind<Collection>({ name: 'ideaCollection', container: 'activities', schema: collection });

/** The standing call for topics: every network has it, made when it is first needed. */
export const TOPICS = activityId.parse('idea-topics');

export const topicsFrom = (by: PersonKey, now: Instant): Collection => ({
  ...{ id: TOPICS, type: 'topics', title: '', opensAt: now, whoProposes: 'members', state: 'published' },
  conditions: { targetGroups: [], promises: [], needsPicture: false, needsCost: false },
  ...{ shortlist: [], pollsHeld: 0, themes: [], createdBy: by, createdAt: now },
});

// ── Phases ─────────────────────────────────────────────────────────────────────────────────────

export type Phase = 'draft' | 'scheduled' | 'open' | 'closed' | 'undone';

export function phaseOf(
  { state, opensAt, closesAt }: Pick<Collection, 'state' | 'opensAt' | 'closesAt'>,
  now: Instant,
): Phase {
  if (state !== 'published') return state;
  if (now < opensAt) return 'scheduled';
  return closesAt !== undefined && now >= closesAt ? 'closed' : 'open';
}

/** In a picture contest nobody's picture is judged by whose it is. */
export const hidesAuthors = (of: Collection, now: Instant): boolean =>
  of.type === 'pictures' && ['scheduled', 'open'].includes(phaseOf(of, now));

/** Refuses unless ideas are taken now. */
export function requireOpen(of: Collection, now: Instant): void {
  const phase = phaseOf(of, now);
  if (phase === 'scheduled') throw new Refusal(text.notYetOpen);
  if (phase !== 'open') throw new Refusal(text.isClosed);
}

export const groupOf = ({ whoProposes }: Pick<Collection, 'whoProposes'>): string | undefined =>
  whoProposes.startsWith('group:') ? whoProposes.slice('group:'.length) : undefined;

// ── A form ─────────────────────────────────────────────────────────────────────────────────────

/** As typed. Field names are the inputs' ids; what is empty is not there. */
export const collectionDraft = z.object({
  type: collectionType,
  title: z.string(),
  description: z.string(),
  purpose: z.string(),
  /** yyyy-MM-dd and HH:mm; empty: at once, at 8, at 16, until further notice. */
  opensOn: z.string(),
  opensAtTime: z.string(),
  closesOn: z.string(),
  closesAtTime: z.string(),
  /** In euros. */
  mostCost: z.string(),
  targetGroups: z.array(z.string()),
  promises: z.array(z.string()),
  needsPicture: z.boolean(),
  needsCost: z.boolean(),
  whoProposes: z.string(),
  /** Id of a group; empty: coordinators alone. */
  jury: z.string(),
  themes: z.array(z.string()),
});
export type CollectionDraft = z.infer<typeof collectionDraft>;

export const EMPTY_COLLECTION: CollectionDraft = {
  ...{ type: 'ideas', title: '', description: '', purpose: '', opensOn: '', opensAtTime: '', closesOn: '' },
  ...{ closesAtTime: '', mostCost: '', targetGroups: [], promises: [], needsPicture: false, needsCost: false },
  ...{ whoProposes: 'members', jury: '', themes: [] },
};

export interface CollectionFrame {
  readonly now: Instant;
  readonly zone: string;
  readonly isGroup: (id: string) => boolean;
}

export type NewCollection = Pick<Collection, 'type' | 'title' | 'opensAt' | 'conditions' | 'whoProposes' | 'themes'> &
  Partial<Pick<Collection, 'description' | 'purpose' | 'closesAt' | 'jury'>>;

const OPENS_AT = '08:00';
const CLOSES_AT = '16:00';

/** Reads euros as people type them: `10 000`, `10000 €`, `1 500,50`. Undefined: no such sum. */
export function readCost(typed: string): number | undefined {
  const bare = typed
    .replace(/[\s\u00a0\u202f€]|eur(o[a-z]*)?$/gi, '')
    .replace(/^(\d{1,3})(\.\d{3})+$/, (all) => all.replaceAll('.', ''));
  if (!/^\d{1,10}([.,]\d{1,2})?$/.test(bare)) return undefined;
  const euros = Number(bare.replace(',', '.'));
  return euros <= HIGHEST_COST ? euros : undefined;
}

/** `before`: the call that is changed. Throws a Refusal that names every problem. */
export function readCollection(draft: CollectionDraft, frame: CollectionFrame, before?: Collection): NewCollection {
  const problems: Problem[] = [];
  const complain = (field: string, row: Problem['row'], params: Problem['params'] = {}): void =>
    void problems.push({ field, row, params });
  const title = oneLine(draft.title);
  if (title === '') complain('title', text.noTitle);
  if (title.length > LONGEST_TITLE) complain('title', text.long, { n: LONGEST_TITLE });
  const part = (field: 'description' | 'purpose', most: number): string => {
    const typed = severalLines(draft[field]);
    if (typed.length > most) complain(field, text.long, { n: most });
    return typed;
  };
  const description = part('description', LONGEST_DESCRIPTION);
  const purpose = part('purpose', LONGEST_PURPOSE);
  const lines = (field: 'targetGroups' | 'promises' | 'themes', longest: number, most: number): string[] => {
    const typed = [...new Set(draft[field].map(oneLine).filter(Boolean))];
    if (typed.length > most) complain(field, text.tooMany, { n: most });
    if (typed.some((one) => one.length > longest)) complain(field, text.long, { n: longest });
    return typed;
  };
  const targetGroups = lines('targetGroups', LONGEST_NAME, MOST_TARGET_GROUPS);
  const promises = lines('promises', LONGEST_PROMISE, MOST_PROMISES);
  const themes = lines('themes', LONGEST_NAME, MOST_THEMES);
  const opensAt = opening(draft, frame, before, complain);
  const closesAt = closing(draft, frame, complain);
  if (closesAt && closesAt <= opensAt) complain('closesOn', text.closesFirst);
  if (closesAt && closesAt <= frame.now && closesAt !== before?.closesAt) complain('closesOn', text.closesInPast);
  const mostCost = draft.mostCost.trim() === '' ? undefined : readCost(draft.mostCost);
  if (draft.mostCost.trim() !== '' && !mostCost) complain('mostCost', text.badCost);
  const who = draft.whoProposes || 'members';
  const group = groupOf({ whoProposes: who });
  if (!whoProposes.safeParse(who).success || (group !== undefined && !frame.isGroup(group)))
    complain('whoProposes', text.unknownGroup);
  if (draft.jury !== '' && !frame.isGroup(draft.jury)) complain('jury', text.unknownGroup);
  refuseAny(problems);
  return {
    ...{ type: draft.type, title, opensAt, whoProposes: who, themes },
    conditions: {
      ...{ targetGroups, promises, needsCost: draft.needsCost },
      needsPicture: draft.needsPicture || draft.type === 'pictures',
      ...(mostCost ? { mostCost } : {}),
    },
    ...(description === '' ? {} : { description }),
    ...(purpose === '' ? {} : { purpose }),
    ...(closesAt ? { closesAt } : {}),
    ...(draft.jury === '' ? {} : { jury: draft.jury }),
  };
}

type Complain = (field: string, row: Problem['row'], params?: Problem['params']) => void;

function opening(
  draft: CollectionDraft,
  { now, zone }: CollectionFrame,
  before: Collection | undefined,
  complain: Complain,
): Instant {
  if (draft.opensOn === '') return before?.opensAt ?? now;
  const at = fromInputs(draft.opensOn, draft.opensAtTime || OPENS_AT, zone);
  if (!at) complain('opensOn', text.badTime);
  return at ?? now;
}

function closing(draft: CollectionDraft, { zone }: CollectionFrame, complain: Complain): Instant | undefined {
  if (draft.closesOn === '') return undefined;
  const at = fromInputs(draft.closesOn, draft.closesAtTime || CLOSES_AT, zone);
  if (!at) complain('closesOn', text.badTime);
  return at;
}

/** The form of a call as it is, for changing it. */
export function collectionDraftOf(of: Collection, zone: string): CollectionDraft {
  const opens = toInputs(of.opensAt, zone);
  const closes = of.closesAt && toInputs(of.closesAt, zone);
  return {
    ...{ type: of.type, title: of.title, description: of.description ?? '', purpose: of.purpose ?? '' },
    ...{ opensOn: opens.date, opensAtTime: opens.time, closesOn: closes?.date ?? '', closesAtTime: closes?.time ?? '' },
    mostCost: of.conditions.mostCost === undefined ? '' : String(of.conditions.mostCost),
    ...{ targetGroups: of.conditions.targetGroups, promises: of.conditions.promises },
    ...{ needsPicture: of.conditions.needsPicture, needsCost: of.conditions.needsCost },
    ...{ whoProposes: of.whoProposes, jury: of.jury ?? '', themes: of.themes },
  };
}

export const makeCollection = (
  read: NewCollection,
  { id, post, by, now }: { id: ActivityId; post: PostId; by: PersonKey; now: Instant },
): Collection => ({
  ...{ ...read, id, post, state: 'draft', shortlist: [], pollsHeld: 0, createdBy: by, createdAt: now },
});

/** What a new wording leaves empty is not kept from before. The type stays: its rules hold for what was proposed. */
export function changeCollection(of: Collection, to: NewCollection): Collection {
  const { description: _d, purpose: _p, closesAt: _c, jury: _j, ...rest } = of;
  return { ...rest, ...to, type: of.type };
}

export function publish(of: Collection, now: Instant): Collection {
  if (of.state === 'undone') throw new Refusal(text.unknownCollection);
  if (of.state === 'published') return of;
  return { ...of, state: 'published', publishedAt: now, opensAt: of.opensAt < now ? now : of.opensAt };
}

/** Nothing more is taken from now on. */
export function close(of: Collection, now: Instant): Collection {
  if (of.id === TOPICS) throw new Refusal(text.standing);
  const phase = phaseOf(of, now);
  if (phase === 'closed') return of;
  if (phase !== 'open') throw new Refusal(text.notYetOpen);
  return { ...of, closesAt: now };
}

// ── Choosing, voting, deciding ─────────────────────────────────────────────────────────────────

export interface DecisionDraft {
  readonly ideas: readonly ActivityId[];
  readonly body: string;
  /** yyyy-MM-dd */
  readonly on: string;
  /** Why the others on the shortlist are not taken; empty: they stay as they are. */
  readonly restReason: string;
}

/** Records what was decided and who confirmed it. It may be recorded anew: the latest holds. The same again changes nothing. */
export function decide(
  of: Collection,
  draft: DecisionDraft,
  { by, now }: { readonly by: PersonKey; readonly now: Instant },
): Collection {
  const problems: Problem[] = [];
  const body = oneLine(draft.body);
  if (body.length > LONGEST_CONFIRMED)
    problems.push({ field: 'body', row: text.long, params: { n: LONGEST_CONFIRMED } });
  const on = z.iso.date().safeParse(draft.on.trim());
  if (!on.success) problems.push({ field: 'on', row: text.badTime });
  const restReason = severalLines(draft.restReason);
  if (restReason.length > LONGEST_REASON)
    problems.push({ field: 'restReason', row: text.long, params: { n: LONGEST_REASON } });
  if (draft.ideas.length === 0) problems.push({ field: 'ideas', row: text.chooseIdeas });
  refuseAny(problems);
  const ideas = [...new Set(draft.ideas)];
  const said = { ideas, body, on: on.data ?? '', restReason };
  const before = of.decision && { body: '', restReason: '', ...of.decision };
  if (
    before &&
    JSON.stringify(said) ===
      JSON.stringify({ ideas: before.ideas, body: before.body, on: before.on, restReason: before.restReason })
  )
    return of;
  return {
    ...of,
    decision: {
      ...{ ideas, on: said.on, by, at: now },
      ...(body === '' ? {} : { body }),
      ...(restReason === '' ? {} : { restReason }),
    },
  };
}
