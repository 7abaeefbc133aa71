/** An idea: proposed by someone, worded anew with the earlier wordings kept, and followed until it is done or not taken. State in, state out. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { comment } from '../../core/comment.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type OrganisationId, organisationId } from '../../core/network.ts';
import { type Picture, picture, pictureDraft } from '../../core/picture.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import {
  type Collection,
  HIGHEST_COST,
  LONGEST_NAME,
  LONGEST_PROMISE,
  LONGEST_REASON,
  LONGEST_TITLE,
  readCost,
} from './collection.ts';
import { text } from './text.ts';

export const LONGEST_TEXT = 3000;
/** Earlier wordings that are kept. */
const MOST_WORDINGS = 100;
const MOST_STEPS = 200;

// ── Shapes ─────────────────────────────────────────────────────────────────────────────────────

export const ideaState = z.enum(['proposed', 'merged', 'voted', 'decided', 'underWay', 'done', 'notTaken']);
export type IdeaState = z.infer<typeof ideaState>;

/** What happened to it. back: a merging, a vote or a decision was taken back. */
export const stepName = z.enum([
  'proposed',
  'merged',
  'split',
  'back',
  'onVote',
  'voted',
  'decided',
  'underWay',
  'done',
  'notTaken',
]);
export type StepName = z.infer<typeof stepName>;

const step = z.object({
  what: stepName,
  at: instant,
  by: personKey,
  note: z.string().max(LONGEST_REASON).optional(),
  /** Of a step that a poll made: its id and round, so that it is made once. */
  because: z.string().max(300).optional(),
});
export type Step = z.infer<typeof step>;

/** As it was called and read before. */
const wording = z.object({
  at: instant,
  by: personKey,
  title: z.string(),
  text: z.string(),
  cost: z.number().optional(),
});

export const idea = z.object({
  id: activityId,
  collection: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  text: z.string().max(LONGEST_TEXT),
  picture: picture.optional(),
  /** In euros. */
  cost: z.number().nonnegative().max(HIGHEST_COST).optional(),
  targetGroup: z.string().max(LONGEST_NAME).optional(),
  promises: z.array(z.string().max(LONGEST_PROMISE)),
  /** Who proposed it; of one that was made of others who made it, who is no author. */
  by: personKey,
  /** Authors of what it was made of. */
  credited: z.array(personKey),
  organisation: organisationId.optional(),
  theme: z.string().max(LONGEST_NAME).optional(),
  state: ideaState,
  /** Why it is not taken. */
  reason: z.string().max(LONGEST_REASON).optional(),
  /** Ideas that it was made of. */
  from: z.array(activityId),
  /** Ideas that were made of it; while there are any, it lives on in them. */
  into: z.array(activityId),
  /** The merging or splitting that made it. */
  act: activityId.optional(),
  /** Its merging or splitting was taken back, or is not carried out yet: nobody comes across it. */
  isUndone: z.literal(true).optional(),
  /** Oldest first, without the present one. */
  wordings: z.array(wording),
  at: instant,
  changedAt: instant,
  /** Oldest first. */
  steps: z.array(step),
  /** How many supported it, once nobody knows any more who did. */
  kept: z.int().nonnegative().optional(),
  /** Of the last vote: votes that it got, when they were published, and whether it won. */
  vote: z.object({ votes: z.number().nonnegative().optional(), isWinner: z.boolean() }).optional(),
});
export type Idea = z.infer<typeof idea>;

export const ideas = kind<Idea>({ name: 'idea', container: 'activities', schema: idea, indexed: true });

/** “I support”, or that it was taken back. One document for each idea and identity, `idea|object id`, in the scope of the call. */
export const support = z.object({ idea: activityId, by: personKey, isFor: z.boolean(), at: instant });
export type Support = z.infer<typeof support>;
export const supports = kind<Support>({ name: 'ideaSupport', container: 'responses', schema: support });
export const supportId = (of: ActivityId, by: PersonKey): string => `${of}|${objectIdOf(by)}`;

/** In the scope of the call. Id: `idea|` and its own. */
export const comments = kind({ name: 'ideaComment', container: 'responses', schema: comment });

// ── Who is who ─────────────────────────────────────────────────────────────────────────────────

/** Those whose idea it is: who proposed it, and the authors of all that it was made of. */
export const authorsOf = ({ by, credited, act }: Pick<Idea, 'by' | 'credited' | 'act'>): readonly PersonKey[] =>
  act === undefined ? [by, ...credited] : credited;

/** It can be supported, chosen and decided on: it lives on in no other. */
export const isCurrent = ({ into, isUndone }: Pick<Idea, 'into' | 'isUndone'>): boolean =>
  into.length === 0 && !isUndone;

// ── Proposing ──────────────────────────────────────────────────────────────────────────────────

/** As typed. */
export const ideaDraft = z.object({
  title: z.string(),
  text: z.string(),
  /** In euros. */
  cost: z.string(),
  /** One of the call's; empty where it asks for none. */
  targetGroup: z.string(),
  /** Those of the call's that were ticked. */
  promises: z.array(z.string()),
  /** A picture that was sent before; null: none. */
  picture: pictureDraft.nullable(),
});
export type IdeaDraft = z.infer<typeof ideaDraft>;

export const EMPTY_IDEA: IdeaDraft = { title: '', text: '', cost: '', targetGroup: '', promises: [], picture: null };

export type ReadIdea = Pick<Idea, 'title' | 'text' | 'promises'> & Partial<Pick<Idea, 'cost' | 'targetGroup'>>;

/** Checks a draft by the call's rules. Throws a Refusal that names every problem, and each condition that is not met. */
export function readIdea(draft: IdeaDraft, { conditions, type }: Collection): ReadIdea {
  const problems: Problem[] = [];
  const complain = (field: string, row: Problem['row'], params: Problem['params'] = {}): void =>
    void problems.push({ field, row, params });
  const wordsRead = readWords(draft, complain);
  const cost = readOwnCost(draft.cost, complain);
  const { mostCost, needsCost, needsPicture, targetGroups, promises } = conditions;
  if (cost !== undefined && mostCost !== undefined && cost > mostCost)
    complain('cost', text.tooDear, { most: mostCost, n: cost });
  if (cost === undefined && draft.cost.trim() === '' && needsCost) complain('cost', text.needsCost);
  const targetGroup = targetGroups.find((one) => one === draft.targetGroup);
  if (targetGroups.length > 0 && targetGroup === undefined) complain('targetGroup', text.needsTargetGroup);
  const missing = promises.filter((one) => !draft.promises.includes(one));
  for (const promise of missing) complain('promises', text.needsPromise, { promise });
  if (needsPicture && draft.picture === null)
    complain('picture', type === 'pictures' ? text.contestPicture : text.needsPicture);
  refuseAny(problems);
  return {
    ...{ ...wordsRead, promises },
    ...(cost === undefined ? {} : { cost }),
    ...(targetGroup === undefined ? {} : { targetGroup }),
  };
}

/** A wording that coordinators or the jury make: the rules on cost hold for the sum too, and whoever proposed has promised already. */
export function readMade(draft: Pick<IdeaDraft, 'title' | 'text' | 'cost'>, { conditions }: Collection): ReadIdea {
  const problems: Problem[] = [];
  const complain = (field: string, row: Problem['row'], params: Problem['params'] = {}): void =>
    void problems.push({ field, row, params });
  const wordsRead = readWords(draft, complain);
  const cost = readOwnCost(draft.cost, complain);
  if (cost !== undefined && conditions.mostCost !== undefined && cost > conditions.mostCost)
    complain('cost', text.tooDear, { most: conditions.mostCost, n: cost });
  refuseAny(problems);
  return { ...wordsRead, promises: conditions.promises, ...(cost === undefined ? {} : { cost }) };
}

type Complain = (field: string, row: Problem['row'], params?: Problem['params']) => void;

function readWords(draft: Pick<IdeaDraft, 'title' | 'text'>, complain: Complain): Pick<Idea, 'title' | 'text'> {
  const title = oneLine(draft.title);
  if (title === '') complain('title', text.noIdeaTitle);
  if (title.length > LONGEST_TITLE) complain('title', text.long, { n: LONGEST_TITLE });
  const words = severalLines(draft.text);
  if (words.length > LONGEST_TEXT) complain('text', text.long, { n: LONGEST_TEXT });
  return { title, text: words };
}

function readOwnCost(typed: string, complain: Complain): number | undefined {
  if (typed.trim() === '') return undefined;
  const cost = readCost(typed);
  if (cost === undefined) complain('cost', text.badCost);
  return cost;
}

export interface IdeaFrame {
  readonly id: ActivityId;
  readonly by: PersonKey;
  readonly now: Instant;
  readonly organisation?: OrganisationId | undefined;
  readonly picture?: Picture | undefined;
}

export const makeIdea = (
  read: ReadIdea,
  of: Collection,
  { id, by, now, organisation, picture: own }: IdeaFrame,
): Idea => ({
  ...{ ...read, id, collection: of.id, by, credited: [], state: 'proposed', from: [], into: [], wordings: [] },
  ...{ at: now, changedAt: now, steps: [{ what: 'proposed', at: now, by }] },
  ...(organisation === undefined ? {} : { organisation }),
  ...(own === undefined ? {} : { picture: own }),
});

/** Words it anew; how it was worded before stays readable. */
export function reword(
  of: Idea,
  read: ReadIdea,
  { by, now, picture: own }: Pick<IdeaFrame, 'by' | 'now' | 'picture'>,
): Idea {
  if (!isCurrent(of)) throw new Refusal(text.livesOn);
  const isSame = of.title === read.title && of.text === read.text && of.cost === read.cost;
  const { cost: _c, targetGroup: _t, picture: _p, ...rest } = of;
  return {
    ...{ ...rest, ...read, changedAt: now },
    ...(own === undefined ? {} : { picture: own }),
    wordings: isSame
      ? of.wordings
      : [
          ...of.wordings,
          { at: of.changedAt, by, title: of.title, text: of.text, ...(of.cost === undefined ? {} : { cost: of.cost }) },
        ].slice(-MOST_WORDINGS),
  };
}

/** The form of an idea as it is, for changing it. */
export const ideaDraftOf = (of: Idea): IdeaDraft => ({
  ...{ title: of.title, text: of.text, cost: of.cost === undefined ? '' : String(of.cost) },
  ...{ targetGroup: of.targetGroup ?? '', promises: of.promises },
  picture: of.picture ? { id: of.picture.id, alt: of.picture.alt } : null,
});

export const withTheme = (of: Idea, theme: string | undefined): Idea => {
  const { theme: _, ...rest } = of;
  return theme === undefined ? rest : { ...rest, theme };
};

// ── What becomes of it ─────────────────────────────────────────────────────────────────────────

const WITH_REASON: readonly IdeaState[] = ['notTaken'];
/** What a coordinator or the jury may set by hand; `proposed` takes back what was set. */
export const settableState = z.enum(['proposed', 'underWay', 'done', 'notTaken']);
export type SettableState = z.infer<typeof settableState>;

/** Takes a step; the same for the same `because` once. */
export function takeStep(of: Idea, next: Step, state: IdeaState = of.state): Idea {
  const isTaken =
    next.because !== undefined && of.steps.some(({ what, because }) => what === next.what && because === next.because);
  return isTaken ? of : { ...of, state, changedAt: next.at, steps: [...of.steps, next].slice(-MOST_STEPS) };
}

/** Refuses a note that is too long, and a refusal without a reason. */
export function setState(
  of: Idea,
  state: SettableState,
  typed: string,
  { by, now }: { by: PersonKey; now: Instant },
): Idea {
  if (!isCurrent(of)) throw new Refusal(text.livesOn);
  const note = severalLines(typed);
  const problems: Problem[] = [];
  if (note.length > LONGEST_REASON) problems.push({ field: 'note', row: text.long, params: { n: LONGEST_REASON } });
  if (WITH_REASON.includes(state) && note === '') problems.push({ field: 'note', row: text.needsReason });
  refuseAny(problems);
  if (of.state === state && (of.reason ?? '') === (state === 'notTaken' ? note : '')) return of;
  const { reason: _, ...rest } = of;
  const what: StepName = state === 'proposed' ? 'back' : state;
  const taken = takeStep(rest, { what, at: now, by, ...(note === '' ? {} : { note }) }, state);
  return state === 'notTaken' ? { ...taken, reason: note } : taken;
}
