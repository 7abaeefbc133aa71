/** A statement that the network takes together: its shape, its versions, what is said of it and who joins. Time and ids are arguments. */
import { z } from 'zod';
import { atWallTime, between, DAY, dateIn, type Instant, instant, MINUTE, plus, plusDays } from '../../core/clock.ts';
import { comment, LONGEST_COMMENT } from '../../core/comment.ts';
import { activityId, type PersonKey, type PostId, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { organisationId } from '../../core/network.ts';
import { names } from '../../core/organisation.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine, severalLines } from '../../core/typed.ts';
import { fromInputs, parseWhen, toInputs } from '../../core/when.ts';
import { joined, MOST_PARAGRAPHS, type Paragraph, paragraph, paragraphId, revise, split } from './revise.ts';
import { text } from './text.ts';

export const LONGEST_TITLE = 150;
export const LONGEST_BACKGROUND = 3000;
export const LONGEST_ASKED_BY = 200;
export const LONGEST_NOTE = 300;
export const LONGEST_REASON = 300;
/** Of all paragraphs together: thirty versions of it stay far below what a document of the store may weigh. */
export const LONGEST_TEXT = 30_000;
export const MOST_VERSIONS = 30;
export const MOST_COMMENTS = 2000;
/** A deadline is at least so far ahead, in milliseconds, and at most so many days. */
const SHORTEST_OPEN = 5 * MINUTE;
export const FARTHEST_DAYS = 366;
/** Where nobody says until when, comments and joining are open so many days. */
const USUAL_DAYS = 14;
/** Who has not looked is reminded so long before a deadline, if it was open for longer than that by then. */
export const REMINDER = 2 * DAY;

export const stateName = z.enum(['draft', 'commenting', 'joining', 'final', 'withdrawn']);

export const version = z.object({
  n: z.number().int().positive(),
  at: instant,
  by: personKey,
  /** What changed, in the coordinator's words. */
  note: z.string().max(LONGEST_NOTE).optional(),
  paragraphs: z.array(paragraph).min(1).max(MOST_PARAGRAPHS),
});
export type Version = z.infer<typeof version>;

/** An organisation as it was called when the text became final. */
const signatory = z.object({ id: organisationId, names, note: z.string().max(LONGEST_NOTE).optional() });
export type Signatory = z.infer<typeof signatory>;

export const statement = z.object({
  id: activityId,
  title: z.string().min(1).max(LONGEST_TITLE),
  background: z.string().max(LONGEST_BACKGROUND).optional(),
  /** Who asked for the statement. */
  askedBy: z.string().max(LONGEST_ASKED_BY).optional(),
  /** When it is to be given. */
  dueOn: z.iso.date().optional(),
  state: stateName,
  commentsUntil: instant.optional(),
  joinUntil: instant.optional(),
  /** The channel is reminded before these two. */
  reminds: z.boolean(),
  versions: z.array(version).min(1).max(MOST_VERSIONS),
  /** Number of the next paragraph that is new. */
  nextParagraph: z.number().int().positive(),
  /** Rises with every change of the text: two coordinators who write at the same time overwrite nothing. */
  edits: z.number().int().nonnegative(),
  /** Who joined this version or a later one is in; who joined an earlier one is asked again, since the content has changed. */
  joinsFrom: z.number().int().positive(),
  /** Rises with every joining and leaving, so that finishing misses none. */
  joinings: z.number().int().nonnegative().optional(),
  post: postId,
  createdBy: personKey,
  createdAt: instant,
  /** When it was first shown to members. */
  openedAt: instant.optional(),
  joiningAt: instant.optional(),
  /** Frozen when it became final. */
  final: z.object({ at: instant, by: personKey, joined: z.array(signatory) }).optional(),
  withdrawnAt: instant.optional(),
  /** The item of the material bank that the final text became. */
  bankItem: activityId.optional(),
});
export type Statement = z.infer<typeof statement>;

export const statements = kind<Statement>({ name: 'statement', container: 'activities', schema: statement });

/** Without a paragraph it is on the whole. `version`: the one that it was written on. */
export const statementComment = comment.extend({
  paragraph: paragraphId.optional(),
  version: z.number().int().positive(),
});
export type StatementComment = z.infer<typeof statementComment>;

/** One document a comment, in the scope of its statement. */
export const statementComments = kind<StatementComment>({
  name: 'statementComment',
  container: 'responses',
  schema: statementComment,
});

export const statementJoin = z.object({
  organisation: organisationId,
  by: personKey,
  at: instant,
  /** The newest version when they joined. */
  version: z.number().int().positive(),
  note: z.string().max(LONGEST_NOTE).optional(),
  /** A coordinator wrote it down for them, and why. */
  reason: z.string().max(LONGEST_REASON).optional(),
});
export type Join = z.infer<typeof statementJoin>;

/** One document an organisation, by its id, in the scope of the statement. */
export const statementJoins = kind<Join>({ name: 'statementJoin', container: 'responses', schema: statementJoin });

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

export function newest(of: Statement): Version {
  const last = of.versions.at(-1);
  if (!last) throw new Error('A statement without a version.');
  return last;
}

/** Every paragraph that ever was, by its id, in its latest wording, in order of appearance. */
export const everParagraph = (of: Statement): ReadonlyMap<string, Paragraph> =>
  new Map(of.versions.flatMap(({ paragraphs }) => paragraphs.map((one) => [one.id, one] as const)));

/** Members see it: it is no draft and was not taken back. */
export const isShown = ({ state }: Pick<Statement, 'state'>): boolean => state !== 'draft' && state !== 'withdrawn';

export const takesComments = (of: Statement, now: Instant): boolean =>
  of.state === 'commenting' && of.commentsUntil !== undefined && now < of.commentsUntil;

export const takesJoins = (of: Statement, now: Instant): boolean =>
  of.state === 'joining' && of.joinUntil !== undefined && now < of.joinUntil;

/** The time of the present step is over, and a coordinator goes on with it. */
export const waitsForCoordinator = (of: Statement, now: Instant): boolean =>
  (of.state === 'commenting' && !takesComments(of, now)) || (of.state === 'joining' && !takesJoins(of, now));

/** Whether someone who joined is in now: not when the content has changed since. */
export const isIn = (of: Pick<Statement, 'joinsFrom'>, join: Pick<Join, 'version'>): boolean =>
  join.version >= of.joinsFrom;

export interface Arranged {
  readonly whole: readonly StatementComment[];
  readonly byParagraph: readonly { readonly paragraph: Paragraph; readonly comments: readonly StatementComment[] }[];
  /** On paragraphs that are no more, each with its last wording. */
  readonly removed: readonly { readonly paragraph: Paragraph; readonly comments: readonly StatementComment[] }[];
}

/** Every comment in one place, oldest first: under its paragraph, under what was removed, or on the whole. */
export function arranged(of: Statement, comments: readonly StatementComment[]): Arranged {
  const ever = everParagraph(of);
  const present = newest(of).paragraphs;
  const inOrder = [...comments].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const on = (id: string): StatementComment[] => inOrder.filter((one) => one.paragraph === id);
  const isPresent = new Set(present.map(({ id }) => id));
  return {
    whole: inOrder.filter((one) => one.paragraph === undefined || !ever.has(one.paragraph)),
    byParagraph: present.map((one) => ({ paragraph: one, comments: on(one.id) })),
    removed: [...ever.values()]
      .filter(({ id }) => !isPresent.has(id))
      .map((one) => ({ paragraph: one, comments: on(one.id) }))
      .filter((one) => one.comments.length > 0),
  };
}

// ── Drafts ─────────────────────────────────────────────────────────────────────────────────────

/** What the form sends: strings, as typed. Field names are the inputs' ids. */
export const statementDraft = z.object({
  title: z.string().default(''),
  background: z.string().default(''),
  askedBy: z.string().default(''),
  /** yyyy-MM-dd */
  dueOn: z.string().default(''),
  text: z.string().default(''),
  /** What changed, for a new version. */
  note: z.string().default(''),
  commentsUntilOn: z.string().default(''),
  commentsUntilTime: z.string().default(''),
  joinUntilOn: z.string().default(''),
  joinUntilTime: z.string().default(''),
  reminds: z.string().default('true'),
  /** The content does not change: who has joined stays in. */
  keepsJoins: z.string().default('false'),
});
export type StatementDraft = z.infer<typeof statementDraft>;

export interface DraftFrame {
  readonly now: Instant;
  readonly zone: string;
}

interface Settled extends Pick<Statement, 'title' | 'reminds'> {
  readonly background: string | undefined;
  readonly askedBy: string | undefined;
  readonly dueOn: string | undefined;
  readonly commentsUntil: Instant | undefined;
  readonly joinUntil: Instant | undefined;
  readonly text: string;
  readonly note: string | undefined;
  readonly keepsJoins: boolean;
}

/** Checks a draft whole. Throws a Refusal that names every problem by its field. `of`: what it changes. */
function readDraft(draft: StatementDraft, frame: DraftFrame, of?: Statement): Settled {
  const problems: Problem[] = [];
  const problem = (field: keyof StatementDraft, row: Problem['row'], params: Problem['params'] = {}): void => {
    problems.push({ field, row, params });
  };
  const within = (field: keyof StatementDraft, typed: string, most: number): string => {
    if (typed.length > most) problem(field, text.longText, { most, n: typed.length });
    return typed;
  };
  const title = within('title', oneLine(draft.title), LONGEST_TITLE);
  if (!title) problem('title', text.noTitle);
  const background = within('background', severalLines(draft.background), LONGEST_BACKGROUND);
  const askedBy = within('askedBy', oneLine(draft.askedBy), LONGEST_ASKED_BY);
  const due = oneLine(draft.dueOn);
  const dueOn = due === '' ? undefined : dayOf(due, frame);
  if (due !== '' && dueOn === undefined) problem('dueOn', text.unreadableDate);
  const typed = within('text', severalLines(draft.text), LONGEST_TEXT);
  const parts = split(typed).length;
  if (parts === 0) problem('text', text.noText);
  if (parts > MOST_PARAGRAPHS) problem('text', text.manyParagraphs, { most: MOST_PARAGRAPHS, n: parts });
  const note = within('note', oneLine(draft.note), LONGEST_NOTE);
  const deadline = (which: 'commentsUntil' | 'joinUntil', [on, at]: readonly [string, string]): Instant | undefined => {
    const read = readDeadline({ on, at }, frame);
    if (read === undefined) return undefined;
    if (read === 'unreadable') problem(`${which}On`, text.unreadableTime);
    else if (read !== of?.[which]) {
      const wrong = whyNotUntil(read, frame.now);
      if (wrong) problem(`${which}On`, wrong.row, wrong.params);
    }
    return read === 'unreadable' ? undefined : read;
  };
  const commentsUntil = deadline('commentsUntil', [draft.commentsUntilOn, draft.commentsUntilTime]);
  const joinUntil = deadline('joinUntil', [draft.joinUntilOn, draft.joinUntilTime]);
  if (commentsUntil && joinUntil && joinUntil < commentsUntil) problem('joinUntilOn', text.joinBeforeComments);
  refuseAny(problems);
  return {
    ...{ title, text: typed, dueOn, commentsUntil, joinUntil },
    background: background || undefined,
    askedBy: askedBy || undefined,
    note: note || undefined,
    reminds: draft.reminds !== 'false',
    keepsJoins: draft.keepsJoins === 'true',
  };
}

function whyNotUntil(until: Instant, now: Instant): Pick<Problem, 'row' | 'params'> | undefined {
  if (between(now, until) < SHORTEST_OPEN) return { row: text.pastDeadline };
  if (between(now, until) > FARTHEST_DAYS * DAY) return { row: text.farDeadline, params: { days: FARTHEST_DAYS } };
  return undefined;
}

/** `yyyy-MM-dd`, or as people write it. */
function dayOf(typed: string, { now, zone }: DraftFrame): string | undefined {
  const at = fromInputs(typed, '12:00', zone) ?? parseWhen(typed, now, zone, '12:00')?.start;
  return at && dateIn(at, zone);
}

/** Undefined when nothing was typed. */
export function readDeadline(
  typed: { readonly on: string; readonly at: string },
  { now, zone }: DraftFrame,
): Instant | 'unreadable' | undefined {
  const [on, at] = [typed.on.trim(), typed.at.trim()];
  if (on === '' && at === '') return undefined;
  const found =
    fromInputs(on || dateIn(now, zone), at || '16:00', zone) ?? parseWhen(`${on} ${at}`.trim(), now, zone)?.start;
  return found ?? 'unreadable';
}

/** The deadline of a step as typed, else the one that stands if it is still ahead, else the usual one. Refuses what can't be one. */
export function deadlineFor(
  field: 'commentsUntilOn' | 'joinUntilOn',
  typed: { readonly on: string; readonly at: string },
  frame: DraftFrame,
  standing: Instant | undefined,
): Instant {
  const read = readDeadline(typed, frame);
  if (read === 'unreadable') throw new Refusal(text.unreadableTime, {}, [{ field, row: text.unreadableTime }]);
  if (read === undefined) {
    if (standing !== undefined && whyNotUntil(standing, frame.now) === undefined) return standing;
    return atWallTime(plusDays(dateIn(frame.now, frame.zone), USUAL_DAYS), '16:00', frame.zone);
  }
  const wrong = whyNotUntil(read, frame.now);
  if (wrong) throw new Refusal(wrong.row, wrong.params, [{ field, ...wrong }]);
  return read;
}

/** The form of a statement that there is. */
export function draftOf(of: Statement, zone: string): StatementDraft {
  const inputs = (at: Instant | undefined) => (at === undefined ? { date: '', time: '' } : toInputs(at, zone));
  const [comments, join] = [inputs(of.commentsUntil), inputs(of.joinUntil)];
  return {
    ...{ title: of.title, background: of.background ?? '', askedBy: of.askedBy ?? '', dueOn: of.dueOn ?? '' },
    ...{ text: joined(newest(of).paragraphs), note: '', keepsJoins: 'false', reminds: String(of.reminds) },
    ...{ commentsUntilOn: comments.date, commentsUntilTime: comments.time },
    ...{ joinUntilOn: join.date, joinUntilTime: join.time },
  };
}

// ── Making and changing ────────────────────────────────────────────────────────────────────────

export interface Making extends DraftFrame {
  readonly id: Statement['id'];
  readonly post: PostId;
  readonly by: PersonKey;
}

export function makeStatement(draft: StatementDraft, { id, post, by, ...frame }: Making): Statement {
  const settled = readDraft(draft, frame);
  const { paragraphs, next } = revise([], settled.text, { next: 1 });
  const first: Version = { n: 1, at: frame.now, by, paragraphs: [...paragraphs] };
  return {
    ...{
      id,
      post,
      state: 'draft',
      ...partsOf(settled),
      versions: [first],
      nextParagraph: next,
      edits: 0,
      joinsFrom: 1,
    },
    ...{ createdBy: by, createdAt: frame.now },
  };
}

function partsOf(of: Settled) {
  const { title, reminds, background, askedBy, dueOn, commentsUntil, joinUntil } = of;
  return {
    ...{ title, reminds },
    ...(background === undefined ? {} : { background }),
    ...(askedBy === undefined ? {} : { askedBy }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(commentsUntil === undefined ? {} : { commentsUntil }),
    ...(joinUntil === undefined ? {} : { joinUntil }),
  };
}

/**
 * What a coordinator has written anew. A draft's text is changed in place; once members have seen it, another text is another version.
 * `edits`: of the statement that the form was opened with.
 */
export function change(
  of: Statement,
  draft: StatementDraft,
  { by, edits, ...frame }: DraftFrame & { readonly by: PersonKey; readonly edits: number },
): Statement {
  requireUnfinished(of);
  if (edits !== of.edits) throw new Refusal(text.changedMeanwhile);
  const settled = readDraft(draft, frame, of);
  // a step that has begun keeps its deadline when the form leaves it empty
  const commentsUntil = settled.commentsUntil ?? (of.state === 'draft' ? undefined : of.commentsUntil);
  const joinUntil = settled.joinUntil ?? (of.state === 'joining' ? of.joinUntil : undefined);
  const { background: _b, askedBy: _a, dueOn: _d, commentsUntil: _c, joinUntil: _j, ...rest } = of;
  const changed: Statement = { ...rest, ...partsOf({ ...settled, commentsUntil, joinUntil }) };
  return rewritten(changed, settled, { by, ...frame });
}

function rewritten(of: Statement, settled: Settled, { by, now }: DraftFrame & { readonly by: PersonKey }): Statement {
  const last = newest(of);
  const present = new Set(last.paragraphs.map(({ id }) => id));
  const gone = [...everParagraph(of).values()].filter(({ id }) => !present.has(id));
  const { paragraphs, next } = revise(last.paragraphs, settled.text, { next: of.nextParagraph, gone });
  if (joined(paragraphs) === joined(last.paragraphs)) return of;
  const written = { paragraphs: [...paragraphs], at: now, by };
  const grown = { ...of, nextParagraph: next, edits: of.edits + 1 };
  if (of.state === 'draft') return { ...grown, versions: [...of.versions.slice(0, -1), { ...last, ...written }] };
  if (of.versions.length >= MOST_VERSIONS) throw new Refusal(text.manyVersions, { most: MOST_VERSIONS });
  const { note } = settled;
  const fresh: Version = { n: last.n + 1, ...written, ...(note === undefined ? {} : { note }) };
  return { ...grown, versions: [...of.versions, fresh], joinsFrom: settled.keepsJoins ? of.joinsFrom : fresh.n };
}

export function requireUnfinished(of: Statement): void {
  if (of.state === 'final') throw new Refusal(text.isFinal);
  if (of.state === 'withdrawn') throw new Refusal(text.isWithdrawn);
}

/** Members see the draft and comment on it; also again, after joining had begun. */
export function openComments(of: Statement, until: Instant, now: Instant): Statement {
  requireUnfinished(of);
  return { ...of, state: 'commenting', commentsUntil: until, openedAt: of.openedAt ?? now };
}

/** The text is ready enough for organisations to join. */
export function openJoining(of: Statement, until: Instant, now: Instant): Statement {
  requireUnfinished(of);
  const joiningAt = of.state === 'joining' ? (of.joiningAt ?? now) : now; // a later deadline opens nothing anew
  return { ...of, state: 'joining', joinUntil: until, openedAt: of.openedAt ?? now, joiningAt };
}

/** The text is final, with who has joined it. */
export function finish(of: Statement, joined: readonly Signatory[], by: PersonKey, now: Instant): Statement {
  if (of.state === 'final') return of;
  requireUnfinished(of);
  if (of.state === 'draft') throw new Refusal(text.nobodyHasSeen);
  return { ...of, state: 'final', final: { at: now, by, joined: [...joined] } };
}

export function withdraw(of: Statement, now: Instant): Statement {
  if (of.state === 'withdrawn') return of;
  if (of.state === 'final') throw new Refusal(text.isFinal);
  return { ...of, state: 'withdrawn', withdrawnAt: now };
}

// ── Comments and joining ───────────────────────────────────────────────────────────────────────

/** The comment's own words, checked. Refuses on `comment`. */
export function readComment(typed: string): string {
  const words = severalLines(typed);
  const wrong = words === '' ? text.noComment : words.length > LONGEST_COMMENT ? text.longText : undefined;
  if (wrong === undefined) return words;
  const params = { most: LONGEST_COMMENT, n: words.length };
  throw new Refusal(wrong, params, [{ field: 'comment', row: wrong, params }]);
}

export function requireComments(of: Statement, now: Instant): void {
  if (takesComments(of, now)) return;
  if (of.state === 'final') throw new Refusal(text.isFinal);
  throw new Refusal(text.commentsOver);
}

/** A new comment on a paragraph that the statement has or had; without one on the whole. */
export function makeComment(
  of: Statement,
  made: Pick<StatementComment, 'id' | 'by' | 'at'> & {
    readonly paragraph?: string | undefined;
    readonly typed: string;
  },
): StatementComment {
  requireComments(of, made.at);
  const { id, by, at, paragraph: on, typed } = made;
  if (on !== undefined && !everParagraph(of).has(on)) throw new Refusal(text.unknownParagraph);
  const words = readComment(typed);
  return {
    ...{ id, of: of.id, by, at, text: words, version: newest(of).n },
    ...(on === undefined ? {} : { paragraph: on }),
  };
}

export function requireJoins(of: Statement, now: Instant): void {
  if (takesJoins(of, now)) return;
  if (of.state === 'final') throw new Refusal(text.isFinal);
  throw new Refusal(of.state === 'joining' ? text.joiningOver : text.joiningLater);
}

/** A line that someone adds to their organisation's joining or for why it was written down. Refuses on `field`. */
export function readLine(field: 'note' | 'reason', typed: string): string | undefined {
  const line = oneLine(typed);
  const most = field === 'note' ? LONGEST_NOTE : LONGEST_REASON;
  if (line.length > most) {
    const params = { most, n: line.length };
    throw new Refusal(text.longText, params, [{ field, row: text.longText, params }]);
  }
  return line || undefined;
}

/** When the channel is reminded of a deadline; undefined: it is not, or it was opened too late for that. */
export function remindAt(of: Statement, step: 'comments' | 'joining'): Instant | undefined {
  const [opened, until] = step === 'comments' ? [of.openedAt, of.commentsUntil] : [of.joiningAt, of.joinUntil];
  if (!of.reminds || opened === undefined || until === undefined) return undefined;
  const at = plus(until, -REMINDER);
  return between(opened, at) >= DAY ? at : undefined;
}

/** The person is named nowhere in it any more. The same when they were not. */
export function withoutPerson(of: Statement, isTheirs: (person: PersonKey) => boolean, as: PersonKey): Statement {
  const other = (person: PersonKey): PersonKey => (isTheirs(person) ? as : person);
  const isNamed =
    isTheirs(of.createdBy) ||
    of.versions.some(({ by }) => isTheirs(by)) ||
    (of.final !== undefined && isTheirs(of.final.by));
  if (!isNamed) return of;
  return {
    ...of,
    createdBy: other(of.createdBy),
    versions: of.versions.map((one) => ({ ...one, by: other(one.by) })),
    ...(of.final ? { final: { ...of.final, by: other(of.final.by) } } : {}),
  };
}

/** Enough of a title for a sentence. */
export function shorten(title: string, most = 80): string {
  const letters = [...title];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : title;
}
