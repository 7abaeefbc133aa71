/** The box: people leave stories in it, and all that came is opened together at its time; as state in, state out. */
import { z } from 'zod';
import { atWallTime, dateIn, type Instant, instant, plusDays, timeIn, weekdayOf } from '../../core/clock.ts';
import { type ActivityId, activityId, type PostId, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { organisationId } from '../../core/network.ts';
import { type PictureDraft, picture, pictureDraft } from '../../core/picture.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { fromInputs } from '../../core/when.ts';
import { text } from './text.ts';

export const LONGEST_TITLE = 120;
export const LONGEST_INTRO = 2000;
export const LONGEST_STORY = 3000;
/** Of how someone wants to be called. */
export const LONGEST_NAME = 60;
/** Stories from outside that nobody has looked at: beyond it the public page takes no more. */
export const MOST_WAITING = 500;
/** Four years of weeks; what was opened earlier counts to the first that is left. */
const MOST_OPENINGS = 208;
/** How old a box may be where it is only shown, in milliseconds. */
export const HEADER_AGE = 2000;

/** By the wall clock of the network's zone; `weekday` is ISO, Monday 1. */
const weekly = z.object({ type: z.literal('weekly'), weekday: z.int().min(1).max(7), time: z.string() });
const once = z.object({ type: z.literal('once'), at: instant });
export const schedule = z.discriminatedUnion('type', [weekly, once]);
export type Schedule = z.infer<typeof schedule>;

const opening = z.object({
  n: z.int().positive(),
  /** When it was meant to be; names it, so that a job that is run again opens nothing twice. */
  due: instant,
  /** Stories that were in the box before this moment are open. */
  at: instant,
});
export type Opening = z.infer<typeof opening>;

export const box = z.object({
  id: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  /** What is wished for, and what it is for. */
  intro: z.string().max(LONGEST_INTRO),
  opens: schedule,
  /** Rises when the schedule changes: jobs of earlier ones do nothing. */
  scheduleRound: z.int().positive(),
  /** Anyone who has the public link may leave a story. */
  isPublic: z.boolean(),
  /** Of the public link: another one makes the earlier address nobody's. */
  round: z.int().positive(),
  /** A coordinator looks at members' stories too before they are in. */
  checksMembers: z.boolean(),
  /** ended: it takes no more. What is in it is still opened at its time. */
  state: z.enum(['open', 'ended']),
  /** When a coordinator ended it: the next time of its schedule from then on is the last. */
  endedAt: instant.optional(),
  post: postId,
  by: personKey,
  at: instant,
  /** In order of time. */
  openings: z.array(opening),
});
export type Box = z.infer<typeof box>;

export const boxes = kind<Box>({ name: 'box', container: 'activities', schema: box });

export const story = z.object({
  id: activityId,
  box: activityId,
  text: z.string().min(1).max(LONGEST_STORY),
  picture: picture.optional(),
  /** Absent: it came from outside by the public link, or its writer is not known any more. */
  by: personKey.optional(),
  isFromOutside: z.literal(true).optional(),
  /** As they want to be called; absent: not at all. */
  name: z.string().min(1).max(LONGEST_NAME).optional(),
  /** Shown with it, when a member wants it so. */
  organisation: organisationId.optional(),
  /** waiting: a coordinator has not looked at it. kept: it is in the box, opened or not, which the box alone knows. */
  state: z.enum(['waiting', 'kept', 'refused']),
  at: instant,
  /** Since when it is in the box. */
  keptAt: instant.optional(),
  checked: z.object({ by: personKey, at: instant }).optional(),
});
export type Story = z.infer<typeof story>;

/** In the scope of its box. */
export const stories = kind<Story>({ name: 'story', container: 'responses', schema: story });

export const postOfBox = (id: ActivityId): PostId => postId.parse(`${id}-card`);
export const postOfOpening = (id: ActivityId, n: number): PostId => postId.parse(`${id}-opening-${n}`);

// ── When ───────────────────────────────────────────────────────────────────────────────────────

/** The first time after `after` at which it is to be opened; undefined: never any more. By the wall clock of the zone, over changes of daylight saving time. */
export function nextOpening(opens: Schedule, after: Instant, zone: string): Instant | undefined {
  if (opens.type === 'once') return opens.at > after ? opens.at : undefined;
  const today = dateIn(after, zone);
  const first = plusDays(today, (opens.weekday - weekdayOf(today) + 7) % 7);
  return [first, plusDays(first, 7)].map((date) => atWallTime(date, opens.time, zone)).find((at) => at > after);
}

/** Whether it takes stories. */
export const isOpen = ({ state }: Pick<Box, 'state'>): boolean => state === 'open';

/** When what is in the box is opened; undefined: by no schedule any more. A weekly one that was ended is opened once more. */
export function comingOpening(of: Pick<Box, 'opens' | 'endedAt'>, now: Instant, zone: string): Instant | undefined {
  if (of.opens.type === 'once' || of.endedAt === undefined) return nextOpening(of.opens, now, zone);
  const last = nextOpening(of.opens, of.endedAt, zone);
  return last !== undefined && last > now ? last : undefined;
}

// ── Opening ────────────────────────────────────────────────────────────────────────────────────

/**
 * The opening in which a story came out; undefined: it is in the box. One write to the box opens all that was in it, so nobody ever sees
 * some of it earlier, whatever crashes.
 */
export function openedIn(
  { openings }: Pick<Box, 'openings'>,
  of: Pick<Story, 'state' | 'keptAt'>,
): Opening | undefined {
  const { keptAt } = of;
  if (of.state !== 'kept' || keptAt === undefined) return undefined;
  return openings.find(({ at }) => keptAt < at);
}

export const isOpened = (of: Pick<Box, 'openings'>, one: Pick<Story, 'state' | 'keptAt'>): boolean =>
  openedIn(of, one) !== undefined;

export const openingFor = ({ openings }: Pick<Box, 'openings'>, due: Instant): Opening | undefined =>
  openings.find((one) => one.due === due);

/** Opened at `at`, in the opening that was due; one that is opened only once takes no more from then on. */
export function opened(of: Box, due: Instant, at: Instant): Box {
  if (openingFor(of, due)) return of;
  const n = (of.openings.at(-1)?.n ?? 0) + 1;
  const state = of.opens.type === 'once' ? ('ended' as const) : of.state;
  return { ...of, state, openings: [...of.openings, { n, due, at }].slice(-MOST_OPENINGS) };
}

// ── The form of the box ────────────────────────────────────────────────────────────────────────

/** As typed. Field names are the inputs' ids. */
export const boxDraft = z.object({
  title: z.string().default(''),
  intro: z.string().default(''),
  opens: z.string().default('weekly'),
  /** ISO, Monday 1. */
  weekday: z.string().default('5'),
  time: z.string().default('12:00'),
  /** Of `once`, as yyyy-MM-dd. */
  opensOn: z.string().default(''),
  checksMembers: z.boolean().default(false),
});
export type BoxDraft = z.infer<typeof boxDraft>;

const tidy = (typed: string): string => typed.replace(/\s+/g, ' ').trim();
/** Of several lines: line breaks stay, empty lines are at most one. */
const tidyLines = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Throws a Refusal that names every problem. `before`: its present schedule may be over and still stay. */
export function readBox(
  draft: BoxDraft,
  { now, zone, before }: { readonly now: Instant; readonly zone: string; readonly before?: Schedule },
): Pick<Box, 'title' | 'intro' | 'opens' | 'checksMembers'> {
  const title = tidy(draft.title);
  const intro = tidyLines(draft.intro);
  const problems: Problem[] = [];
  const long = (field: string, n: number, most: number): void => {
    if (n > most) problems.push({ field, row: text.tooLong, params: { n, most } });
  };
  if (title === '') problems.push({ field: 'title', row: text.noTitle });
  long('title', title.length, LONGEST_TITLE);
  long('intro', intro.length, LONGEST_INTRO);
  const opens = readSchedule(draft, { now, zone, ...(before ? { before } : {}) });
  if ('problems' in opens) problems.push(...opens.problems);
  refuseAny(problems);
  return { title, intro, opens: opens as Schedule, checksMembers: draft.checksMembers };
}

function readSchedule(
  draft: BoxDraft,
  { now, zone, before }: { readonly now: Instant; readonly zone: string; readonly before?: Schedule },
): Schedule | { readonly problems: readonly Problem[] } {
  if (draft.opens === 'once') {
    const at = fromInputs(draft.opensOn, draft.time, zone);
    if (at === undefined) return { problems: [{ field: 'opensOn', row: text.noDay }] };
    const isAsBefore = before?.type === 'once' && before.at === at;
    if (at <= now && !isAsBefore) return { problems: [{ field: 'opensOn', row: text.dayIsPast }] };
    return { type: 'once', at };
  }
  const weekday = Number(draft.weekday);
  // A day of summer at noon stands for all: what is asked is only whether the time is one.
  const isTime = fromInputs('2026-06-01', draft.time, zone) !== undefined;
  const problems: Problem[] = [];
  if (draft.opens !== 'weekly' || !Number.isInteger(weekday) || weekday < 1 || weekday > 7)
    problems.push({ field: 'weekday', row: text.noWeekday });
  if (!isTime) problems.push({ field: 'time', row: text.noTime });
  return problems.length > 0 ? { problems } : { type: 'weekly', weekday, time: draft.time };
}

export const isSameSchedule = (a: Schedule, b: Schedule): boolean =>
  a.type === 'weekly'
    ? b.type === 'weekly' && a.weekday === b.weekday && a.time === b.time
    : b.type === 'once' && a.at === b.at;

/** What the form holds when a box is changed. */
export const draftOf = (of: Box, zone: string): BoxDraft => ({
  ...{ title: of.title, intro: of.intro, checksMembers: of.checksMembers, opens: of.opens.type },
  ...(of.opens.type === 'weekly'
    ? { weekday: String(of.opens.weekday), time: of.opens.time, opensOn: '' }
    : { weekday: '5', time: timeIn(of.opens.at, zone), opensOn: dateIn(of.opens.at, zone) }),
});

// ── The form of a story ────────────────────────────────────────────────────────────────────────

/** As typed. Field names are the inputs' ids. */
export const storyDraft = z.object({
  text: z.string().default(''),
  name: z.string().default(''),
  showsOrganisation: z.boolean().default(false),
  picture: pictureDraft.optional(),
});
export type StoryDraft = z.infer<typeof storyDraft>;

/** Throws a Refusal that names every problem. The picture is placed by the operation. */
export function readStory(draft: StoryDraft): Pick<Story, 'text' | 'name'> & { readonly picture?: PictureDraft } {
  const words = tidyLines(draft.text);
  const name = tidy(draft.name);
  const problems: Problem[] = [];
  if (words === '') problems.push({ field: 'text', row: text.noStory });
  if (words.length > LONGEST_STORY)
    problems.push({ field: 'text', row: text.tooLong, params: { n: words.length, most: LONGEST_STORY } });
  if (name.length > LONGEST_NAME)
    problems.push({ field: 'name', row: text.tooLong, params: { n: name.length, most: LONGEST_NAME } });
  if (draft.picture !== undefined && draft.picture.alt.trim() === '')
    problems.push({ field: 'picture', row: text.noAlt });
  refuseAny(problems);
  return { text: words, ...(name === '' ? {} : { name }), ...(draft.picture ? { picture: draft.picture } : {}) };
}

/** What a coordinator decides on a story that waits, or that was refused and is not gone yet. */
export function check(of: Story, isLetIn: boolean, by: Story['by'] & {}, at: Instant): Story {
  const { keptAt: _, ...rest } = of;
  if (of.state === 'kept') throw new Refusal(text.alreadyIn);
  return { ...rest, checked: { by, at }, ...(isLetIn ? { state: 'kept', keptAt: at } : { state: 'refused' }) };
}

/** At most so many characters, with a sign that there is more. */
export const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : typed;
};

export const tidied = { line: tidy, lines: tidyLines };
