/** A poll: its rules as state in, state out. Time and ids are arguments. */
import { z } from 'zod';
import {
  atWallTime,
  between,
  dateIn,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  plus,
  plusDays,
  SECOND,
} from '../../core/clock.ts';
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
import { organisationId } from '../../core/network.ts';
import { picture } from '../../core/picture.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { fromInputs, parseWhen } from '../../core/when.ts';
import {
  type Counted,
  countable,
  type Electorate,
  erasedVoter,
  leadersOf,
  rule,
  type Share,
  share,
  tallyVotes,
} from './tally.ts';
import { text } from './text.ts';

// ── Limits ─────────────────────────────────────────────────────────────────────────────────────

export const LONGEST_QUESTION = 300;
export const LONGEST_OPTION = 120;
export const LONGEST_DESCRIPTION = 2000;
export const LONGEST_COMMENT = 500;
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 20;
/** Up to so many options get a button each: one tap votes. More make the card too long for a phone. */
export const MOST_ONE_TAP = 6;
/** A secret poll with fewer votes publishes its turnout only: two voters would know each other's choice. */
export const FEWEST_SECRET_VOTES = 3;
/**
 * A secret poll by organisation needs so many of them entitled to be held, and so many voting to publish more than the turnout.
 * Whose vote is an organisation's is widely known, so the few would be known too.
 */
export const FEWEST_SECRET_ORGANISATIONS = 5;
/** Closing early takes effect so much later, longer than any instance keeps a poll's header in memory. In milliseconds. */
export const CLOSING_DELAY = 5 * SECOND;
/** How long a poll's header may be kept in memory when a vote is taken, in milliseconds. */
export const HEADER_AGE = 3 * SECOND;
/** Votes cast before the deadline may still be on their way to the store; counting waits for them. In milliseconds. */
export const COUNTING_GRACE = 5 * SECOND;
/** A deadline nearer than this is taken as past: nobody could vote. */
export const SHORTEST_OPEN = MINUTE;
/** Days in a row that the default deadline steps over before it takes the calendar for broken. */
const LONGEST_HOLIDAY = 60;
/** Farthest deadline or opening, in days. */
export const FARTHEST_DAYS = 400;
/** Ids of activities that a vote remembers, to recognise redeliveries. */
const DELIVERIES_KEPT = 8;

// ── Shapes ─────────────────────────────────────────────────────────────────────────────────────

export const optionId = z
  .string()
  .regex(/^o[0-9]{1,4}$/)
  .brand<'OptionId'>();
export type OptionId = z.infer<typeof optionId>;

export const option = z.object({
  id: optionId,
  /** What people read. Of a date poll empty: the reader's language writes it from `startsAt`. */
  label: z.string().max(LONGEST_OPTION),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  /** A member added it while the poll was open. */
  addedBy: personKey.optional(),
  picture: picture.optional(),
});
export type Option = z.infer<typeof option>;

export const showResults = z.enum(['always', 'afterVote', 'afterClosing']);
/** named: voters are shown with their choice. unnamed: coordinators see who voted, nobody what. secret: sealed, counts after closing only. */
export const secrecy = z.enum(['named', 'unnamed', 'secret']);
export const onTie = z.enum(['coordinator', 'revote', 'both']);
/** Whose votes decide: each person's, or one of each organisation. */
export const tallies = z.enum(['persons', 'organisations']);
/** Id of a group of the network, as in `core/organisation.ts`. */
const groupId = z.string().regex(ID_PATTERN);

/** The organisations' votes as they were counted. */
export const organisationResult = z.object({
  /** Those with a vote that counts, in id order. */
  voted: z.array(organisationId),
  entitled: z.number().int().nonnegative(),
  areMunicipalities: z.boolean(),
  /** Votes per option; absent when withheld. */
  counts: z.record(z.string(), share).optional(),
  /** People whose vote had no organisation yet. */
  waiting: z.number().int().nonnegative(),
  /** People whose organisation had no vote: theirs counted among persons only. */
  outside: z.number().int().nonnegative(),
});

export const pollResult = z.object({
  /** People whose vote counts. */
  voters: z.number().int().nonnegative(),
  /** People entitled to vote when it was counted. */
  entitled: z.number().int().nonnegative(),
  /** People's votes per option; absent when a secret poll had too few votes to publish them, or publishes those of organisations. */
  counts: z.record(z.string(), z.number().int().nonnegative()).optional(),
  /** Absent when no organisation was entitled, and of a secret poll that counts persons: the difference of two tallies would tell. */
  organisations: organisationResult.optional(),
  /** Options with the most votes in the tally that the poll declared; several on a tie; none when nobody voted, the turnout was too low or counts are withheld. */
  leaders: z.array(optionId),
  /** False when the minimum turnout was not reached: there is no winner then. */
  isValid: z.boolean(),
  /** Who took part, sorted, for coordinators; never in the order of voting. */
  participants: z.array(personKey),
  /** Comments in an order that tells nothing. */
  comments: z.array(z.string()),
  countedAt: instant,
});
export type PollResult = z.infer<typeof pollResult>;

export const poll = z.object({
  id: activityId,
  question: z.string().min(1).max(LONGEST_QUESTION),
  description: z.string().max(LONGEST_DESCRIPTION).optional(),
  /** What the result is used for. */
  purpose: z.string().max(LONGEST_DESCRIPTION).optional(),
  type: z.enum(['topics', 'dates']),
  options: z.array(option).min(1).max(MOST_OPTIONS),
  /** Number of the next option's id. Ids are never used again. */
  nextOption: z.number().int().positive(),
  /** At most so many options in one vote. */
  mostChoices: z.number().int().min(1).max(MOST_OPTIONS),
  opensAt: instant,
  closesAt: instant,
  showResults,
  secrecy,
  membersAddOptions: z.boolean(),
  tallies,
  /** How several votes of one organisation become one. */
  rule,
  /** Only the seat holders of this group vote, or their personal substitutes. */
  group: groupId.optional(),
  /** Organisations with a vote, frozen when the poll is posted. Absent until then. */
  entitledOrganisations: z.array(organisationId).optional(),
  /** Fewer voters (people, or organisations where those decide) than this make the result not valid. */
  minimumTurnout: z.number().int().positive().optional(),
  onTie,
  createdBy: personKey,
  createdAt: instant,
  /** undone: taken back before anyone voted. */
  state: z.enum(['running', 'closed', 'undone']),
  /** Rises each time the poll is closed and opened again; jobs and announcements of an earlier round do nothing. */
  round: z.number().int().positive(),
  /** The shared card. */
  post: postId,
  result: pollResult.optional(),
  /** What was chosen of a tie by a coordinator. */
  decision: z.object({ option: optionId, by: personKey, at: instant }).optional(),
  /** The poll whose tie this one resolves: a re-vote is held once. */
  revoteOf: activityId.optional(),
  /** The re-vote that followed. */
  revote: activityId.optional(),
  /** Reminders that went out. `id` comes from the request, so that the same one reminds once. */
  reminders: z.array(
    z.object({
      id: z.string(),
      at: instant,
      by: personKey,
      direct: z.number().int(),
      mail: z.number().int(),
      channel: z.boolean(),
    }),
  ),
});
export type Poll = z.infer<typeof poll>;
export const polls = kind<Poll>({
  name: 'poll',
  container: 'activities',
  schema: poll,
  version: 2,
  migrations: {
    // 2: one municipality, one vote. What was posted before that entitled no organisation and keeps to it.
    1: (old) => ({
      ...{ ...old, tallies: 'persons', rule: 'latest', entitledOrganisations: [] },
      reminders: (old.reminders as object[]).map((one) => ({ ...one, mail: 0 })),
    }),
  },
});

/** An open vote. One document per voter; its id is the voter's object id. */
export const vote = z.object({
  voter: personKey,
  /** Empty when withdrawn: the document stays, so that a late redelivery can't revive it. */
  choices: z.array(optionId),
  comment: z.string().max(LONGEST_COMMENT).optional(),
  /** Server's time; the deadline is checked against it. */
  castAt: instant,
  /** The activity's own time. A vote that isn't newer changes nothing. */
  sentAt: instant,
  /** Activity ids seen, newest last. */
  deliveries: z.array(z.string()),
  /** Its voter had themselves erased; `voter` stands for nobody. */
  erased: erasedVoter.optional(),
});
export type Vote = z.infer<typeof vote>;
export const votes = kind<Vote>({ name: 'vote', container: 'responses', schema: vote });

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

/** What a form or the tab sends: strings, as typed. Field names are the inputs' ids. */
export const pollDraft = z.object({
  question: z.string().default(''),
  /** One option a line; `|` and bullets separate too. */
  options: z.string().default(''),
  type: z.enum(['topics', 'dates']).catch('topics').default('topics'),
  closesOn: z.string().default(''),
  closesAtTime: z.string().default(''),
  opensOn: z.string().default(''),
  opensAtTime: z.string().default(''),
  description: z.string().default(''),
  purpose: z.string().default(''),
  mostChoices: z.coerce.string().default(''),
  showResults: z.string().default(''),
  secrecy: z.string().default(''),
  membersAddOptions: z.coerce.string().default(''),
  minimumTurnout: z.coerce.string().default(''),
  onTie: z.string().default(''),
  tallies: z.string().default(''),
  rule: z.string().default(''),
  /** Id of a group; empty: everyone votes. */
  group: z.string().default(''),
});
export type PollDraft = z.infer<typeof pollDraft>;

export interface DraftFrame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  /** Is this date (`yyyy-MM-dd`) a weekend or a holiday of the network? */
  isFree(date: string): boolean;
}

export interface EntitlingFrame extends DraftFrame {
  /** How many organisations a poll entitles that is posted now, to a group or (undefined) to everyone; undefined: there is no such group. */
  entitles(group: string | undefined): number | undefined;
}

/** Seven days ahead at 16.00; never on a weekend, holiday or its eve: then the next working day. */
export function defaultDeadline({ now, zone, isFree }: DraftFrame): Instant {
  let date = plusDays(dateIn(now, zone), 7);
  for (let tried = 0; tried < LONGEST_HOLIDAY && isFree(date); tried++) date = plusDays(date, 1);
  return atWallTime(date, '16:00', zone);
}

/** Splits what was typed into options: by new lines, `|` or bullets. Empty ones stay, so that they can be named. */
export function splitOptions(typed: string): string[] {
  const separator = typed.includes('\n') ? /\r?\n/ : typed.includes('|') ? /\|/ : /[•·]/;
  const lines = typed
    .split(separator)
    .flatMap((line) => (line.includes('|') ? line.split('|') : [line]))
    .map((line) => line.replace(/^\s*(?:[-*•·–]|\d{1,2}[.)](?=\s))\s*/, '').trim());
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  while (lines.length > 0 && lines[0] === '') lines.shift();
  return lines;
}

/** Words that say “the deadline is …” as the last part of a quick command. */
const UNTIL =
  /^(?:asti|viimeistään|viimeistaan|saakka|mennessä|sulkeutuu|päättyy|senast|till|stänger|stängs|until|by|closes)\s*:?\s+(.+)$/i;

/** Words that say “one municipality, one vote” as one of the last parts of a quick command. */
const BY_ORGANISATION =
  /^(?:(?:äänet|aanet) kunnittain|yksi kunta,? yksi (?:ääni|aani)|(?:röster|röst|roster) (?:per kommun|kommunvis)|en kommun,? en (?:röst|rost)|votes by municipality|one municipality,? one vote)[.!]?$/i;

/**
 * The quick command: `Mikä aihe? | Koulukuljetukset | Kutsuliikenne | viimeistään pe klo 12`, with `|`, new lines or bullets between.
 * The first part is the question, all others are options; last parts that name a deadline or say “äänet kunnittain” set that.
 */
export function quickDraft(typed: string, { now, zone }: DraftFrame): PollDraft {
  const parts = splitOptions(typed);
  const [question = '', ...rest] = parts;
  const draft = { question, closesOn: '', tallies: '' };
  for (;;) {
    const last = oneLine(rest.at(-1) ?? ''); // of long runs of spaces the pattern would take hours
    const until = draft.closesOn ? undefined : UNTIL.exec(last)?.[1];
    const deadline = until === undefined ? undefined : parseWhen(until, now, zone);
    if (deadline) draft.closesOn = deadline.start;
    else if (!draft.tallies && BY_ORGANISATION.test(last)) draft.tallies = 'organisations';
    else break;
    rest.pop();
  }
  return pollDraft.parse({ ...draft, options: rest.join('\n') });
}

/** The settled part of a new poll; ids, author and post are added by `makePoll`. */
export type NewPoll = Pick<
  Poll,
  | 'question'
  | 'type'
  | 'options'
  | 'nextOption'
  | 'mostChoices'
  | 'opensAt'
  | 'closesAt'
  | 'showResults'
  | 'secrecy'
  | 'membersAddOptions'
  | 'onTie'
  | 'tallies'
  | 'rule'
> &
  Partial<Pick<Poll, 'description' | 'purpose' | 'minimumTurnout' | 'group' | 'entitledOrganisations'>>;

/** Checks a draft whole. Throws a Refusal that names every problem by its field. `lines`: its options when they were not typed into one field. */
export function readDraft(
  draft: PollDraft,
  frame: EntitlingFrame,
  lines: readonly string[] = splitOptions(draft.options),
): NewPoll {
  const problems: Problem[] = [];
  const problem = (field: keyof PollDraft, row: Problem['row'], params: Problem['params'] = {}): void => {
    problems.push({ field, row, params });
  };
  const question = oneLine(draft.question);
  if (!question) problem('question', text.noQuestion);
  if (question.length > LONGEST_QUESTION)
    problem('question', text.longQuestion, { most: LONGEST_QUESTION, n: question.length });
  const options = readOptions(lines.map(oneLine), draft.type, frame, problem);
  const opensAt = readTime(draft.opensOn, draft.opensAtTime, '08:00', frame) ?? frame.now;
  if (opensAt === 'unreadable') problem('opensOn', text.unreadableTime);
  const closesAt =
    readTime(draft.closesOn, draft.closesAtTime, '16:00', frame) ??
    defaultDeadline({ ...frame, now: opensAt === 'unreadable' ? frame.now : laterOf(opensAt, frame.now) });
  if (closesAt === 'unreadable') problem('closesOn', text.unreadableTime);
  else if (between(frame.now, closesAt) < SHORTEST_OPEN) problem('closesOn', text.pastDeadline);
  else if (between(frame.now, closesAt) > FARTHEST_DAYS * 24 * HOUR)
    problem('closesOn', text.farDeadline, { days: FARTHEST_DAYS });
  else if (opensAt !== 'unreadable' && between(opensAt, closesAt) < SHORTEST_OPEN)
    problem('opensOn', text.opensAfterClosing);
  const mostChoices = readNumber(draft.mostChoices) ?? 1;
  if (!(mostChoices >= 1 && mostChoices <= Math.max(1, options.length)))
    problem('mostChoices', text.badMostChoices, { most: Math.max(1, options.length) });
  const minimumTurnout = readNumber(draft.minimumTurnout);
  if (minimumTurnout !== undefined && !(minimumTurnout >= 1 && minimumTurnout <= 100_000))
    problem('minimumTurnout', text.badTurnout);
  const chosenSecrecy = secrecy.catch('unnamed').parse(draft.secrecy);
  const chosenShow =
    showResults.safeParse(draft.showResults).data ?? (chosenSecrecy === 'secret' ? 'afterClosing' : 'always');
  if (chosenSecrecy === 'secret' && chosenShow !== 'afterClosing') problem('showResults', text.secretShowsLater);
  const counting = readCounting(draft, chosenSecrecy === 'secret', frame, problem);
  const description = tidy(draft.description);
  const purpose = tidy(draft.purpose);
  if (description.length > LONGEST_DESCRIPTION)
    problem('description', text.longText, { most: LONGEST_DESCRIPTION, n: description.length });
  if (purpose.length > LONGEST_DESCRIPTION)
    problem('purpose', text.longText, { most: LONGEST_DESCRIPTION, n: purpose.length });
  refuseAny(problems);
  if (opensAt === 'unreadable' || closesAt === 'unreadable') throw new Refusal(text.unreadableTime);
  return {
    question,
    type: draft.type,
    options,
    nextOption: options.length + 1,
    mostChoices,
    opensAt: laterOf(opensAt, frame.now),
    closesAt,
    showResults: chosenShow,
    secrecy: chosenSecrecy,
    membersAddOptions: draft.membersAddOptions === 'true' && draft.type === 'topics',
    onTie: onTie.catch('coordinator').parse(draft.onTie),
    ...counting,
    ...(description ? { description } : {}),
    ...(purpose ? { purpose } : {}),
    ...(minimumTurnout === undefined ? {} : { minimumTurnout }),
  };
}

/** Whose votes count and how. Secret and by organisation together tell too much of few, and by parts of votes of anyone. */
function readCounting(
  draft: PollDraft,
  isSecret: boolean,
  { entitles }: EntitlingFrame,
  problem: Complain,
): Pick<NewPoll, 'tallies' | 'rule' | 'group'> {
  const chosen = {
    tallies: tallies.catch('persons').parse(draft.tallies),
    rule: rule.catch('latest').parse(draft.rule),
  };
  const group = draft.group.trim().replace(/^-$/, '') || undefined; // “-” is how a form says “everyone”
  const entitled = entitles(group);
  if (entitled === undefined) problem('group', text.unknownGroup);
  else if (chosen.tallies === 'organisations' && entitled === 0) problem('tallies', text.noneEntitled);
  else if (chosen.tallies === 'organisations' && isSecret && entitled < FEWEST_SECRET_ORGANISATIONS)
    problem('tallies', text.fewForSecret, { least: FEWEST_SECRET_ORGANISATIONS, n: entitled });
  if (chosen.tallies === 'organisations' && isSecret && chosen.rule === 'split') problem('rule', text.secretNotSplit);
  return { ...chosen, ...(group === undefined ? {} : { group }) };
}

/** A new poll from checked parts. */
export function makePoll(
  of: NewPoll,
  made: { id: ActivityId; post: PostId; by: PersonKey; now: Instant; revoteOf?: ActivityId },
): Poll {
  return {
    ...of,
    id: made.id,
    post: made.post,
    createdBy: made.by,
    createdAt: made.now,
    state: 'running',
    round: 1,
    reminders: [],
    ...(made.revoteOf === undefined ? {} : { revoteOf: made.revoteOf }),
  };
}

type Complain = (field: keyof PollDraft, row: Problem['row'], params?: Problem['params']) => void;

function readOptions(lines: readonly string[], type: Poll['type'], frame: DraftFrame, problem: Complain): Option[] {
  const empty = lines.findIndex((line) => !line);
  if (empty >= 0) problem('options', text.emptyOption, { n: empty + 1 });
  if (lines.length < FEWEST_OPTIONS && empty < 0) problem('options', text.fewOptions, { least: FEWEST_OPTIONS });
  if (lines.length > MOST_OPTIONS) problem('options', text.manyOptions, { most: MOST_OPTIONS, n: lines.length });
  const seen = new Map<string, string>();
  const options: Option[] = [];
  for (const line of lines.slice(0, MOST_OPTIONS + 1)) {
    const made = type === 'dates' ? dateOption(line, frame) : { label: line };
    if (!made) {
      problem('options', text.unreadableDate, { option: shorten(line) });
      continue;
    }
    if (line.length > LONGEST_OPTION)
      problem('options', text.longOption, { option: shorten(line), most: LONGEST_OPTION, n: line.length });
    const key = 'startsAt' in made ? `${made.startsAt}` : sameness(line);
    if (line && seen.has(key)) problem('options', text.repeatedOption, { option: shorten(line) });
    seen.set(key, line);
    options.push({ id: optionIdOf(options.length + 1), ...made });
  }
  return options;
}

function dateOption(
  line: string,
  { now, zone }: DraftFrame,
): Pick<Option, 'label' | 'startsAt' | 'endsAt'> | undefined {
  const typed = parseWhen(line, now, zone, '12:00');
  if (!typed?.hasTime || typed.start <= now || (typed.end !== undefined && typed.end <= typed.start)) return undefined;
  return { label: '', startsAt: typed.start, ...(typed.end === undefined ? {} : { endsAt: typed.end }) };
}

export const optionIdOf = (n: number): OptionId => optionId.parse(`o${n}`);

/** “ Kutsuliikenne ” and “kutsuliikenne” are the same option. */
const sameness = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim();
const tidy = (typed: string): string => typed.replace(/\r\n/g, '\n').trim();
export const shorten = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 39)}…` : typed);
const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

function readNumber(typed: string): number | undefined {
  const trimmed = typed.trim();
  if (!trimmed) return undefined;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Undefined when nothing was typed. `on` may hold a full instant, a date of a form, or a time as people type it. */
function readTime(
  on: string,
  at: string,
  defaultTime: string,
  { now, zone }: DraftFrame,
): Instant | 'unreadable' | undefined {
  const typed = on.trim();
  if (!typed && !at.trim()) return undefined;
  if (instant.safeParse(typed).success) return typed as Instant;
  const inputs = fromInputs(typed || dateIn(now, zone), at.trim() || defaultTime, zone);
  return inputs ?? parseWhen(`${typed} ${at}`, now, zone, defaultTime)?.start ?? 'unreadable';
}

// ── State ──────────────────────────────────────────────────────────────────────────────────────

/** counting: the deadline has passed and the result is being counted. */
export type Phase = 'scheduled' | 'open' | 'counting' | 'closed' | 'undone';

export function phaseOf(of: Poll, now: Instant): Phase {
  if (of.state !== 'running') return of.state;
  if (now < of.opensAt) return 'scheduled';
  return now < of.closesAt ? 'open' : 'counting';
}

/** One tap votes: a single choice of few options, not sealed. Otherwise the vote has an input `choice` and a button. */
export function isOneTap(of: Poll): boolean {
  return of.mostChoices === 1 && of.options.length <= MOST_ONE_TAP && of.secrecy !== 'secret';
}

/** counts: numbers per option; turnout: only how many voted. */
export type Visible = 'counts' | 'turnout';

/** What a reader may see now. The shared card is read by everyone: `hasVoted` false. Coordinators see no more than members. */
export function visibleTo(of: Poll, reader: { readonly hasVoted: boolean }): Visible {
  if (of.state === 'closed') return of.result && publishedCounts(of, of.result) ? 'counts' : 'turnout';
  if (of.secrecy === 'secret' || of.showResults === 'afterClosing') return 'turnout';
  return of.showResults === 'always' || reader.hasVoted ? 'counts' : 'turnout';
}

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

export interface Ballot {
  readonly voter: PersonKey;
  /** Empty to withdraw. Untrusted: ids, repeats and number are checked here. */
  readonly choices: readonly string[];
  readonly comment?: string | undefined;
  readonly delivery: {
    readonly id: string;
    readonly at: Instant;
    /** It can't be an old one that comes late: a request of the tab is only ever repeated under its own id. */
    readonly isInOrder?: boolean;
  };
}

/** repeated: a redelivery or an older click; the vote that is there stays. */
export interface Cast {
  readonly vote: Vote;
  readonly outcome: 'first' | 'changed' | 'withdrawn' | 'repeated';
}

/**
 * The vote that follows from a ballot. A redelivery is recognised before the deadline is looked at, so it gets the same answer as the first.
 * Refuses when the poll is not open at `now`, an option is unknown, or the number of choices is wrong.
 */
export function castVote(of: Poll, ballot: Ballot, earlier: Vote | undefined, now: Instant): Cast {
  const { id: delivery, at: sentAt, isInOrder = false } = ballot.delivery;
  if (earlier && (earlier.deliveries.includes(delivery) || (!isInOrder && sentAt <= earlier.sentAt))) {
    return { vote: earlier, outcome: 'repeated' };
  }
  requireOpen(of, now);
  const choices = [...new Set(ballot.choices)].map((id) => {
    const known = of.options.find((one) => one.id === id);
    if (!known) throw new Refusal(text.unknownOption);
    return known.id;
  });
  if (choices.length > of.mostChoices) throw new Refusal(text.manyChoices, { most: of.mostChoices });
  const comment = tidy(ballot.comment ?? '');
  if (comment.length > LONGEST_COMMENT) throw new Refusal(text.longText, { most: LONGEST_COMMENT, n: comment.length });
  const kept = ballot.comment === undefined && choices.length > 0 ? earlier?.comment : comment || undefined;
  return {
    vote: {
      voter: ballot.voter,
      choices,
      castAt: now,
      // Never back: a click that this vote replaces may still be delivered once more.
      sentAt: laterOf(sentAt, earlier?.sentAt ?? sentAt),
      deliveries: [...(earlier?.deliveries ?? []), delivery].slice(-DELIVERIES_KEPT),
      ...(kept === undefined || choices.length === 0 ? {} : { comment: kept }),
    },
    outcome: choices.length === 0 ? 'withdrawn' : earlier && earlier.choices.length > 0 ? 'changed' : 'first',
  };
}

/** Throws the refusal that fits when the poll takes no votes at `now`. */
export function requireOpen(of: Poll, now: Instant): void {
  const phase = phaseOf(of, now);
  if (phase === 'scheduled') throw new Refusal(text.notYetOpen, { question: of.question });
  if (phase === 'undone') throw new Refusal(text.undonePoll);
  if (phase !== 'open') throw new Refusal(text.closedPoll, { question: of.question });
}

/** A member's own option. Refuses when the poll does not allow it, is full, or has it already. */
export function addOption(of: Poll, label: string, by: PersonKey, now: Instant): Poll {
  requireOpen(of, now);
  if (!of.membersAddOptions) throw new Refusal(text.noOwnOptions);
  const line = oneLine(label);
  if (!line) throw new Refusal(text.emptyOption, { n: of.options.length + 1 });
  if (line.length > LONGEST_OPTION)
    throw new Refusal(text.longOption, { option: shorten(line), most: LONGEST_OPTION, n: line.length });
  if (of.options.some((one) => sameness(one.label) === sameness(line)))
    throw new Refusal(text.repeatedOption, { option: shorten(line) });
  if (of.options.length >= MOST_OPTIONS)
    throw new Refusal(text.manyOptions, { most: MOST_OPTIONS, n: MOST_OPTIONS + 1 });
  return {
    ...of,
    options: [...of.options, { id: optionIdOf(of.nextOption), label: line, addedBy: by }],
    nextOption: of.nextOption + 1,
  };
}

// ── Counting ───────────────────────────────────────────────────────────────────────────────────

/**
 * The frozen result. `shuffle` puts comments in an order that tells nothing. Of a secret poll only the tally that decides is published:
 * from both together one could subtract what an organisation's other people chose.
 */
export function resultOf(
  of: Poll,
  cast: readonly Counted[],
  frame: { electorate: Electorate; now: Instant; shuffle: <T>(items: readonly T[]) => T[] },
): PollResult {
  const { electorate } = frame;
  const valid = countable(of, cast, electorate);
  const { voters, counts, organisations } = tallyVotes(of, cast, electorate);
  const byOrganisation = of.tallies === 'organisations';
  const isSecret = of.secrecy === 'secret';
  const deciding = byOrganisation ? (organisations?.voted.length ?? 0) : voters;
  const publishes = !isSecret || deciding >= (byOrganisation ? FEWEST_SECRET_ORGANISATIONS : FEWEST_SECRET_VOTES);
  const isValid = deciding >= (of.minimumTurnout ?? 0);
  return {
    voters,
    entitled: Math.max(electorate.people, voters),
    isValid,
    leaders: publishes && isValid ? leadersOf(of.options, (byOrganisation ? organisations?.counts : counts) ?? {}) : [],
    participants: valid.map((one) => one.voter).sort(),
    comments: publishes ? frame.shuffle(valid.flatMap((one) => (one.comment ? [one.comment] : []))) : [],
    countedAt: frame.now,
    ...(publishes && !(isSecret && byOrganisation) ? { counts } : {}),
    ...(organisations && (byOrganisation || !isSecret)
      ? { organisations: organisationResultOf(organisations, electorate, publishes) }
      : {}),
  };
}

function organisationResultOf(
  { counts, ...of }: NonNullable<ReturnType<typeof tallyVotes>['organisations']>,
  { areMunicipalities }: Electorate,
  publishes: boolean,
): z.infer<typeof organisationResult> {
  return { ...of, voted: [...of.voted], areMunicipalities, ...(publishes ? { counts: { ...counts } } : {}) };
}

/** Votes per option in the tally that the poll declared; undefined when they are withheld. */
export function publishedCounts(
  of: Pick<Poll, 'tallies'>,
  shown: {
    readonly counts?: Readonly<Record<string, number>> | undefined;
    readonly organisations?: { readonly counts?: Readonly<Record<string, Share>> | undefined } | undefined;
  },
): Readonly<Record<string, Share | number>> | undefined {
  return of.tallies === 'organisations' ? shown.organisations?.counts : shown.counts;
}

/** What leads in each tally, when both are published, someone leads in both, and they are not the same. */
export function disagreement(
  of: Pick<Poll, 'options'>,
  shown: {
    readonly counts?: Readonly<Record<string, number>> | undefined;
    readonly organisations?: { readonly counts?: Readonly<Record<string, Share>> | undefined } | undefined;
  },
): { readonly persons: readonly OptionId[]; readonly organisations: readonly OptionId[] } | undefined {
  const persons = leadersOf(of.options, shown.counts ?? {});
  const organisations = leadersOf(of.options, shown.organisations?.counts ?? {});
  if (persons.length === 0 || organisations.length === 0) return undefined;
  const isSame = persons.length === organisations.length && persons.every((id) => organisations.includes(id));
  return isSame ? undefined : { persons, organisations };
}

/** What a result means: who won, or what is still open. `revote`: a new poll of the tied is to be held. */
export type Verdict =
  | { readonly type: 'winner'; readonly option: OptionId; readonly decided: boolean }
  | { readonly type: 'bothWin' | 'tie' | 'revote'; readonly options: readonly OptionId[] }
  | { readonly type: 'notValid' | 'nobodyVoted' | 'tooFewToTell' };

/** How many have voted of those whose votes decide. */
export const decidingVoters = (
  of: Pick<Poll, 'tallies'>,
  { voters, organisations }: Pick<PollResult, 'voters' | 'organisations'>,
): number => (of.tallies === 'organisations' ? (organisations?.voted.length ?? 0) : voters);

/** Undefined until the poll has been counted. */
export function verdictOf(of: Poll): Verdict | undefined {
  const { result } = of;
  if (!result) return undefined;
  if (of.decision) return { type: 'winner', option: of.decision.option, decided: true };
  if (decidingVoters(of, result) === 0) return { type: 'nobodyVoted' };
  if (!result.isValid) return { type: 'notValid' };
  if (!publishedCounts(of, result)) return { type: 'tooFewToTell' };
  const [only, ...others] = result.leaders;
  if (only !== undefined && others.length === 0) return { type: 'winner', option: only, decided: false };
  if (of.onTie === 'both') return { type: 'bothWin', options: result.leaders };
  if (of.onTie === 'revote' && of.revoteOf === undefined) return { type: 'revote', options: result.leaders };
  return { type: 'tie', options: result.leaders };
}

// ── Closing, reopening, correcting ─────────────────────────────────────────────────────────────

/** Due time of the job that counts: the deadline plus the grace for votes on their way. */
export const countingDue = (of: Poll): Instant => plus(of.closesAt, COUNTING_GRACE);

/** Closing early sets the deadline a moment ahead, so that every instance has heard of it by then. */
export function closeEarly(of: Poll, now: Instant): Poll {
  requireOpen(of, now);
  const closesAt = plus(now, CLOSING_DELAY);
  return closesAt < of.closesAt ? { ...of, closesAt } : of;
}

/** Writes the result down. Undefined when there is nothing to close: already counted, undone, or the deadline has moved. */
export function closeWith(of: Poll, result: PollResult, now: Instant): Poll | undefined {
  if (of.state !== 'running' || now < countingDue(of)) return undefined;
  return { ...of, state: 'closed', result };
}

/** The votes of a counted poll have been removed with age: its figures could not be counted again. */
export const areVotesGone = ({ result }: Pick<Poll, 'result'>): boolean =>
  result !== undefined && result.voters > 0 && result.participants.length === 0;

/** Opens a counted poll again. A secret one can't be: its ballots are gone. One whose re-vote was held can't be either. */
export function reopen(of: Poll, closesAt: Instant, now: Instant): Poll {
  if (of.state !== 'closed') throw new Refusal(text.notClosed);
  if (of.secrecy === 'secret') throw new Refusal(text.secretStaysClosed);
  if (of.revote !== undefined) throw new Refusal(text.revoteWasHeld);
  if (areVotesGone(of)) throw new Refusal(text.votesAreGone);
  if (between(now, closesAt) < SHORTEST_OPEN)
    throw new Refusal(text.pastDeadline, {}, [{ field: 'closesOn', row: text.pastDeadline }]);
  const { result: _counted, decision: _decided, ...rest } = of;
  return { ...rest, state: 'running', closesAt, round: of.round + 1 };
}

/** Takes a poll back before anyone voted. */
export function undo(of: Poll, hasVotes: boolean): Poll {
  if (of.state !== 'running') throw new Refusal(text.notRunning);
  if (hasVotes) throw new Refusal(text.hasVotes);
  return { ...of, state: 'undone' };
}

/** A coordinator decides a tie. */
export function decideTie(of: Poll, chosen: string, by: PersonKey, now: Instant): Poll {
  const verdict = verdictOf(of);
  if (verdict?.type !== 'tie') throw new Refusal(text.noTie);
  const picked = verdict.options.find((id) => id === chosen);
  if (!picked) throw new Refusal(text.unknownOption);
  return { ...of, decision: { option: picked, by, at: now } };
}

/** New wording; options are matched by id, those left out are removed and new ones added. */
export interface Correction {
  readonly question: string;
  readonly description: string;
  readonly purpose: string;
  /** `id` absent: a new option. */
  readonly options: readonly { readonly id?: string | undefined; readonly label: string }[];
}

/** Corrects the text of a running poll without touching votes. An option in `voted` can't be removed. */
export function correct(of: Poll, to: Correction, voted: ReadonlySet<string>, frame: DraftFrame): Poll {
  if (of.state !== 'running' || frame.now >= of.closesAt) throw new Refusal(text.notRunning);
  for (const old of of.options) {
    if (voted.has(old.id) && !to.options.some((one) => one.id === old.id)) {
      throw new Refusal(text.optionHasVotes, { option: shorten(old.label || (old.startsAt ?? '')) });
    }
  }
  const labels = to.options.map((one) => oneLine(one.label));
  const problems: Problem[] = [];
  if (of.type === 'topics')
    readOptions(labels, of.type, frame, (field, row, params = {}) => problems.push({ field, row, params }));
  refuseAny(problems);
  const left = new Map(of.options.map((one) => [one.id as string, one]));
  let next = of.nextOption;
  const options = to.options.map((one, index): Option => {
    const label = labels[index] ?? '';
    const kept = one.id === undefined ? undefined : left.get(one.id);
    if (kept) {
      left.delete(kept.id);
      return of.type === 'dates' ? kept : { ...kept, label };
    }
    if (of.options.some(({ id }) => id === one.id)) throw new Refusal(text.repeatedOption, { option: shorten(label) });
    const made = of.type === 'dates' ? dateOption(label, frame) : { label };
    if (!made) throw new Refusal(text.unreadableDate, { option: shorten(label) });
    return { id: optionIdOf(next++), ...made };
  });
  checkTogether(options, labels);
  const { question, description, purpose } = readDraft(
    pollDraft.parse({ question: to.question, description: to.description, purpose: to.purpose, options: 'a\nb' }),
    { ...frame, entitles: () => 0 }, // who votes stays as it is
  );
  const { description: _old, purpose: _older, ...rest } = of;
  return {
    ...rest,
    question,
    options,
    nextOption: next,
    mostChoices: Math.min(of.mostChoices, options.length),
    ...(description === undefined ? {} : { description }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** How many options there are, and that no two dates are the same; dates are told apart by when they begin. */
function checkTogether(options: readonly Option[], typed: readonly string[]): void {
  if (options.length < FEWEST_OPTIONS) throw new Refusal(text.fewOptions, { least: FEWEST_OPTIONS });
  if (options.length > MOST_OPTIONS) throw new Refusal(text.manyOptions, { most: MOST_OPTIONS, n: options.length });
  for (const [index, { startsAt }] of options.entries()) {
    if (startsAt !== undefined && options.findIndex((one) => one.startsAt === startsAt) < index)
      throw new Refusal(text.repeatedOption, { option: shorten(typed[index] ?? '') });
  }
}

/** The re-vote of a tie: the tied options, the same rules, and no second re-vote. */
export function revoteOf(of: Poll, tied: readonly OptionId[], frame: DraftFrame): NewPoll {
  const options = of.options
    .filter((one) => tied.includes(one.id))
    .map(({ addedBy: _anyone, ...one }, index) => ({ ...one, id: optionIdOf(index + 1) }));
  return {
    question: of.question,
    type: of.type,
    options,
    nextOption: options.length + 1,
    mostChoices: 1,
    opensAt: frame.now,
    closesAt: defaultDeadline(frame),
    showResults: of.showResults,
    secrecy: of.secrecy,
    membersAddOptions: false,
    onTie: 'coordinator',
    tallies: of.tallies,
    rule: of.rule,
    ...(of.group === undefined ? {} : { group: of.group }),
    ...(of.entitledOrganisations === undefined ? {} : { entitledOrganisations: of.entitledOrganisations }),
    ...(of.purpose === undefined ? {} : { purpose: of.purpose }),
    ...(of.minimumTurnout === undefined ? {} : { minimumTurnout: of.minimumTurnout }),
  };
}
