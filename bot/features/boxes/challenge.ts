/** The challenge: deeds that people do, pass on by name and count towards a goal; as state in, state out. */
import { z } from 'zod';
import { between, DAY, type Instant, instant } from '../../core/clock.ts';
import { type ActivityId, activityId, type PostId, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { memberId } from '../../core/network.ts';
import { type PictureDraft, picture, pictureDraft } from '../../core/picture.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { LONGEST_TITLE, tidied } from './box.ts';
import { text } from './text.ts';

export const LONGEST_TEXT = 2000;
export const LONGEST_UNIT = 40;
export const LONGEST_DEED = 500;
export const LARGEST_GOAL = 100_000;

export const challenge = z.object({
  id: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  /** What is to be done, and what for. */
  text: z.string().max(LONGEST_TEXT),
  goal: z.int().min(1).max(LARGEST_GOAL),
  /** What is counted, “hyvää tekoa”. */
  unit: z.string().min(1).max(LONGEST_UNIT),
  state: z.enum(['open', 'ended']),
  /** When the goal was reached for the first time: it is announced once. */
  reachedAt: instant.optional(),
  post: postId,
  by: personKey,
  at: instant,
});
export type Challenge = z.infer<typeof challenge>;

export const challenges = kind<Challenge>({ name: 'challenge', container: 'activities', schema: challenge });

export const deed = z.object({
  id: activityId,
  challenge: activityId,
  by: personKey,
  /** Empty: whose words they were is not known any more. */
  text: z.string().max(LONGEST_DEED),
  picture: picture.optional(),
  /** They do not want to be named with it. */
  isUnnamed: z.literal(true).optional(),
  /** The deed whose doer challenged them to this one. */
  from: activityId.optional(),
  passedTo: memberId.optional(),
  /** Whom they challenged said that it does not suit now. */
  isDeclined: z.literal(true).optional(),
  at: instant,
});
export type Deed = z.infer<typeof deed>;

/** In the scope of its challenge. */
export const deeds = kind<Deed>({ name: 'deed', container: 'responses', schema: deed });

export const postOfChallenge = (id: ActivityId): PostId => postId.parse(`${id}-card`);
export const postOfReached = (id: ActivityId): PostId => postId.parse(`${id}-reached`);

/** Notices of who was challenged, and their message in the 1:1 chat of that member. */
export const noticeOf = ({ id }: Pick<Deed, 'id'>): string => `${id}-passed`;
export const directPostOf = (of: Pick<Deed, 'id'>, who: string): PostId => postId.parse(`${noticeOf(of)}-${who}`);

/** reached: the goal is full, and deeds go on counting until someone ends it. */
export type Phase = 'open' | 'reached' | 'ended';

export const phaseOf = ({ state, goal }: Pick<Challenge, 'state' | 'goal'>, count: number): Phase =>
  state === 'ended' ? 'ended' : count >= goal ? 'reached' : 'open';

/** Who did one may take it back until a day has passed; later it stands, as others have gone on from it. */
export const canTakeBack = ({ at }: Pick<Deed, 'at'>, now: Instant): boolean => between(at, now) < DAY;

/** In order of time; of the same moment by id, so that every reader sees the same order. */
export const inOrder = <T extends Pick<Deed, 'at' | 'id'>>(of: Iterable<T>): T[] =>
  [...of].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));

/** Deeds by which someone challenged one of these people, who has neither answered with their own nor said no; the oldest first. `isThem`: whether a member is one of them. */
export function unanswered(of: Iterable<Deed>, isThem: (member: string) => boolean): Deed[] {
  const all = inOrder(of);
  const answered = new Set(all.flatMap(({ from }) => from ?? []));
  return all.filter(
    ({ id, passedTo, isDeclined }) =>
      passedTo !== undefined && isDeclined === undefined && !answered.has(id) && isThem(passedTo),
  );
}

// ── Forms ──────────────────────────────────────────────────────────────────────────────────────

/** As typed. Field names are the inputs' ids. */
export const challengeDraft = z.object({
  title: z.string().default(''),
  text: z.string().default(''),
  goal: z.string().default(''),
  unit: z.string().default(''),
});
export type ChallengeDraft = z.infer<typeof challengeDraft>;

/** Throws a Refusal that names every problem. */
export function readChallenge(draft: ChallengeDraft): Pick<Challenge, 'title' | 'text' | 'goal' | 'unit'> {
  const read = { title: tidied.line(draft.title), text: tidied.lines(draft.text), unit: tidied.line(draft.unit) };
  const goal = Number(draft.goal.replace(/[\s\u00a0\u202f]/g, ''));
  const problems: Problem[] = [];
  const long = (field: 'title' | 'text' | 'unit', most: number): void => {
    const n = read[field].length;
    if (n > most) problems.push({ field, row: text.tooLong, params: { n, most } });
  };
  if (read.title === '') problems.push({ field: 'title', row: text.noTitle });
  long('title', LONGEST_TITLE);
  long('text', LONGEST_TEXT);
  if (!Number.isInteger(goal) || goal < 1 || goal > LARGEST_GOAL)
    problems.push({ field: 'goal', row: text.badGoal, params: { most: LARGEST_GOAL } });
  if (read.unit === '') problems.push({ field: 'unit', row: text.noUnit });
  long('unit', LONGEST_UNIT);
  refuseAny(problems);
  return { ...read, goal };
}

/** As typed. Field names are the inputs' ids. */
export const deedDraft = z.object({
  text: z.string().default(''),
  isUnnamed: z.boolean().default(false),
  picture: pictureDraft.optional(),
  /** Id of the deed that they answer; empty: nobody challenged them. */
  from: z.string().default(''),
  /** Id of the member who is challenged next; empty: nobody yet. */
  passTo: z.string().default(''),
});
export type DeedDraft = z.infer<typeof deedDraft>;

/** Throws a Refusal that names every problem. Whom it is passed on to, the operation looks up. */
export function readDeed(
  draft: DeedDraft,
): Pick<Deed, 'text'> & { readonly isUnnamed?: true; readonly picture?: PictureDraft } {
  const words = tidied.lines(draft.text);
  const problems: Problem[] = [];
  if (words === '') problems.push({ field: 'text', row: text.noDeed });
  if (words.length > LONGEST_DEED)
    problems.push({ field: 'text', row: text.tooLong, params: { n: words.length, most: LONGEST_DEED } });
  if (draft.picture !== undefined && draft.picture.alt.trim() === '')
    problems.push({ field: 'picture', row: text.noAlt });
  refuseAny(problems);
  return {
    text: words,
    ...(draft.isUnnamed ? { isUnnamed: true } : {}),
    ...(draft.picture ? { picture: draft.picture } : {}),
  };
}
