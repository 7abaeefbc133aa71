/** Where ideas come from and go: merging and splitting with a trace, taking that back, and whose support counts for what. State in, state out. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { type ActivityId, activityId, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { Refusal } from '../../core/refusal.ts';
import { authorsOf, type Idea, isCurrent, type ReadIdea, takeStep } from './idea.ts';
import { text } from './text.ts';

export const MOST_MERGED = 50;
export const MOST_PARTS = 10;

/**
 * A merging or splitting. It is the one document that says whether it holds: ideas are brought in line with it, again and again if need
 * be, so that a crash in between leaves no idea without the others.
 */
export const ideaAct = z.object({
  id: activityId,
  collection: activityId,
  type: z.enum(['merge', 'split']),
  from: z.array(activityId).min(1).max(MOST_MERGED),
  made: z.array(activityId).min(1).max(MOST_PARTS),
  by: personKey,
  at: instant,
  undone: z.object({ by: personKey, at: instant }).optional(),
});
export type IdeaAct = z.infer<typeof ideaAct>;
export const ideaActs = kind<IdeaAct>({ name: 'ideaAct', container: 'activities', schema: ideaAct });

export interface Made {
  readonly act: IdeaAct;
  /** Not to be come across until the act is stored. */
  readonly made: readonly Idea[];
}

export interface ActFrame {
  readonly id: ActivityId;
  readonly by: PersonKey;
  readonly now: Instant;
}

/** Only what is proposed, and nothing that is voted on or decided. */
function requireMergeable(of: Idea): void {
  if (!isCurrent(of)) throw new Refusal(text.livesOn);
  if (of.state !== 'proposed') throw new Refusal(text.notMergeable, { title: of.title });
}

/** One idea of several, worded anew. Everyone whose ideas they were is credited, once; the first one's picture goes along when the wording names none. */
export function merge(of: readonly Idea[], read: ReadIdea, { id, by, now }: ActFrame): Made {
  const from = [...new Map(of.map((one) => [one.id, one])).values()];
  const [first] = from;
  if (!first || from.length < 2) throw new Refusal(text.mergeTwo);
  if (from.length > MOST_MERGED) throw new Refusal(text.tooMany, { n: MOST_MERGED });
  if (from.some(({ collection }) => collection !== first.collection)) throw new Refusal(text.unknownIdea);
  for (const one of from) requireMergeable(one);
  return made('merge', from, [read], { id, by, now });
}

/** Several ideas of one; each goes on with what was said for it. */
export function split(of: Idea, parts: readonly ReadIdea[], frame: ActFrame): Made {
  requireMergeable(of);
  if (parts.length < 2) throw new Refusal(text.splitTwo);
  if (parts.length > MOST_PARTS) throw new Refusal(text.tooMany, { n: MOST_PARTS });
  return made('split', [of], parts, frame);
}

function made(
  type: IdeaAct['type'],
  from: readonly Idea[],
  parts: readonly ReadIdea[],
  { id, by, now }: ActFrame,
): Made {
  const [first] = from as [Idea];
  const credited = [...new Set(from.flatMap(authorsOf))];
  const themes = new Set(from.map(({ theme }) => theme));
  const [theme] = themes;
  const organisations = new Set(from.map(({ organisation }) => organisation));
  const [organisation] = organisations;
  const groups = new Set(from.map(({ targetGroup }) => targetGroup));
  const [targetGroup] = groups;
  const own = from.find((one) => one.picture !== undefined)?.picture;
  const ideas = parts.map(
    (read, index): Idea => ({
      ...{ ...read, id: activityId.parse(`${id}-${index + 1}`), collection: first.collection, by, credited },
      ...{ state: 'proposed', from: from.map((one) => one.id), into: [], act: id, isUndone: true, wordings: [] },
      ...{ at: now, changedAt: now, steps: [{ what: 'proposed', at: now, by }] },
      ...(themes.size === 1 && theme !== undefined ? { theme } : {}),
      ...(organisations.size === 1 && organisation !== undefined ? { organisation } : {}),
      ...(groups.size === 1 && targetGroup !== undefined ? { targetGroup } : {}),
      ...(own === undefined ? {} : { picture: own }),
    }),
  );
  const act: IdeaAct = {
    ...{ id, collection: first.collection, type, from: from.map((one) => one.id), made: ideas.map((one) => one.id) },
    ...{ by, at: now },
  };
  return { act, made: ideas };
}

/** Takes a merging or splitting back. `made`: what it made, as that is now. Refuses once more has come of it. */
export function undo(of: IdeaAct, made: readonly Idea[], { by, now }: Omit<ActFrame, 'id'>): IdeaAct {
  if (of.undone) return of;
  if (made.some(({ into }) => into.length > 0)) throw new Refusal(text.undoLaterFirst);
  if (made.some(({ state }) => state !== 'proposed')) throw new Refusal(text.tooLateToUndo);
  return { ...of, undone: { by, at: now } };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('|') === b.join('|');

/** An idea in line with an act that it is part of; itself when it already is. Undefined: it went into something else or was taken back meanwhile, so the act, or its taking back, can't hold. */
export function settled(of: Idea, act: IdeaAct): Idea | undefined {
  if (act.made.includes(of.id)) {
    if (act.undone && !of.isUndone && of.into.length > 0) return undefined;
    return shown(of, act.undone === undefined);
  }
  if (!act.from.includes(of.id)) return of;
  if (act.undone) {
    if (!isSame(of.into, act.made)) return of;
    const { by, at } = act.undone;
    return { ...takeStep(of, { what: 'back', at, by, because: act.id }, 'proposed'), state: 'proposed', into: [] };
  }
  if (isSame(of.into, act.made)) return of;
  if (!isCurrent(of) || of.state !== 'proposed') return undefined;
  const what = act.type === 'merge' ? 'merged' : 'split';
  return { ...takeStep(of, { what, at: act.at, by: act.by, because: act.id }, 'merged'), into: [...act.made] };
}

function shown(of: Idea, isShown: boolean): Idea {
  if (isShown === (of.isUndone === undefined)) return of;
  if (!isShown) return { ...of, isUndone: true };
  const { isUndone: _, ...rest } = of;
  return rest;
}

// ── Support ────────────────────────────────────────────────────────────────────────────────────

/** What supports are counted by. */
export type Node = Pick<Idea, 'id' | 'from' | 'into' | 'act' | 'isUndone'>;

/** What someone last said of one idea. `person`: their main identity, so that two identities are one. */
export interface Said {
  readonly idea: ActivityId;
  readonly person: string;
  readonly isFor: boolean;
  readonly at: Instant;
}

type Stance = Pick<Said, 'isFor' | 'at'>;

/**
 * Who supports each idea, everyone once. Support goes along into what an idea is merged or split into; what someone says of the new idea
 * itself counts before that. When a merging or splitting is taken back, what was said of what it made goes back to what that was made of:
 * support of any part is support of the whole, and only who took it back of every part has taken it back of the whole.
 */
export function supportersOf(all: Iterable<Node>, said: readonly Said[]): ReadonlyMap<ActivityId, ReadonlySet<string>> {
  const nodes = new Map([...all].map((one) => [one.id, one]));
  const own = new Map<ActivityId, Map<string, Stance>>();
  for (const { idea, person, isFor, at } of said) {
    const of = own.get(idea) ?? new Map<string, Stance>();
    own.set(idea, of);
    const before = of.get(person);
    if (!before || at >= before.at) of.set(person, { isFor, at });
  }
  const undone = new Map<ActivityId, Map<string, ActivityId[]>>();
  for (const { id, from, act, isUndone } of nodes.values()) {
    if (!isUndone) continue;
    for (const parent of from) {
      const acts = undone.get(parent) ?? new Map<string, ActivityId[]>();
      undone.set(parent, acts);
      acts.set(act ?? id, [...(acts.get(act ?? id) ?? []), id]);
    }
  }
  const stances = new Map<ActivityId, ReadonlyMap<string, Stance>>();
  const stancesOf = (id: ActivityId): ReadonlyMap<string, Stance> => {
    const known = stances.get(id);
    if (known) return known;
    const found = new Map(own.get(id));
    stances.set(id, found); // before what follows: ideas never go round, and if stored ones did this would still end
    for (const made of undone.get(id)?.values() ?? [])
      for (const [person, stance] of together(made.map(stancesOf))) {
        const before = found.get(person);
        if (!before || stance.at >= before.at) found.set(person, stance);
      }
    return found;
  };
  const counted = new Map<ActivityId, ReadonlySet<string>>();
  const count = (id: ActivityId): ReadonlySet<string> => {
    const known = counted.get(id);
    if (known) return known;
    const people = new Set<string>();
    counted.set(id, people);
    for (const parent of nodes.get(id)?.from ?? []) for (const one of count(parent)) people.add(one);
    for (const [person, { isFor }] of stancesOf(id))
      if (isFor) people.add(person);
      else people.delete(person);
    return people;
  };
  for (const id of nodes.keys()) count(id);
  return counted;
}

/** What was said of all parts, of the whole that they are again. Who took it back of some parts and said nothing of others has said nothing of the whole. */
function together(parts: readonly ReadonlyMap<string, Stance>[]): Map<string, Stance> {
  const found = new Map<string, Stance>();
  for (const person of new Set(parts.flatMap((one) => [...one.keys()]))) {
    const said = parts.flatMap((one) => one.get(person) ?? []);
    const isFor = said.some((one) => one.isFor);
    if (!isFor && said.length < parts.length) continue;
    const at = said
      .map((one) => one.at)
      .sort()
      .at(-1);
    if (at) found.set(person, { isFor, at });
  }
  return found;
}

/** Everyone who supports any idea that is still one, each once. */
export const supportersOfAll = (
  all: Iterable<Node>,
  supporters: ReadonlyMap<ActivityId, ReadonlySet<string>>,
): ReadonlySet<string> => new Set([...all].filter(isCurrent).flatMap(({ id }) => [...(supporters.get(id) ?? [])]));
