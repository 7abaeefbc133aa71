/** The ports: what features and jobs may ask of the world. Every adapter (store, Teams, mail …) fulfils one of these types. */
import type { Card } from './card.ts';
import type { Clock, Instant } from './clock.ts';
import type { Facts, Span } from './facts.ts';
import type { HandoverItem, Participation, Personal, Waiting } from './feature.ts';
import type { ActivityId, NetworkId, NewId, PersonKey, PostId } from './ids.ts';
import type { Kind } from './kind.ts';
import type { Address, MailTopic, Member, MemberId, Network } from './network.ts';
import type { OpenPurpose } from './page.ts';
import type { Places } from './places.ts';
import type { Scope } from './scope.ts';
import type { Locale } from './text.ts';
import type { Visit, Work } from './turn.ts';

// ── Store ──────────────────────────────────────────────────────────────────────────────────────

export interface Stored<T> {
  readonly id: string;
  readonly value: T;
  /** Opaque; changes with every write. */
  readonly version: string;
}

export interface Range {
  /** Ids that start with this. */
  prefix?: string;
  /** From this id on, inclusive. */
  from?: string;
  /** Up to this id, exclusive. */
  to?: string;
  /** At most this many a page, default 100, at most 1000. */
  page?: number;
  /** `next` of the page before. */
  after?: string;
}

export interface Page<T> {
  readonly items: readonly Stored<T>[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

/** Documents inside one scope. Every resolved write survives a crash. Throws AlreadyExists or VersionConflict; anything else is an outage. */
export interface Store {
  get<T>(scope: Scope, kind: Kind<T>, id: string): Promise<Stored<T> | undefined>;
  insert<T>(scope: Scope, kind: Kind<T>, id: string, value: T): Promise<Stored<T>>;
  replace<T>(scope: Scope, kind: Kind<T>, id: string, value: T, version: string): Promise<Stored<T>>;
  upsert<T>(scope: Scope, kind: Kind<T>, id: string, value: T): Promise<Stored<T>>;
  /** Without `version` removes whatever is there. False when nothing was. */
  remove<T>(scope: Scope, kind: Kind<T>, id: string, version?: string): Promise<boolean>;
  /** In id order. */
  list<T>(scope: Scope, kind: Kind<T>, range?: Range): Promise<Page<T>>;
  /** What was written at or after `stamp` (whole seconds since 1970, inclusive), oldest first, removals as `removed`. Kinds with `indexed` only. */
  changedSince<T>(
    scope: Scope,
    kind: Kind<T>,
    stamp: number,
    page?: { page?: number; after?: string },
  ): Promise<Changes<T>>;
  /** What was removed or overwritten is gone from the files too, the log and free pages included; a no-op where the backend has no files of ours. */
  scrub(): Promise<void>;
  /** Throws when the backend can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Changes<T> {
  readonly changed: readonly (Stored<T> | { readonly id: string; readonly removed: true })[];
  /** Give it back as the next `stamp`. */
  readonly stamp: number;
  readonly next?: string;
}

/** Insert: a document with this id is there already. */
export class AlreadyExists extends Error {
  override name = 'AlreadyExists';
}

/** Replace or remove: the document has changed or gone since it was read. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
}

// ── Keys of sealed votes and answers ───────────────────────────────────────────────────────────

/** Keeps one 32-byte key per sealed activity, apart from the store and its backups. */
export interface KeyBox {
  /** Makes the key, or returns the one that is there. */
  create(network: NetworkId, activity: ActivityId): Promise<Uint8Array>;
  /** Undefined when it was destroyed or lost. */
  get(network: NetworkId, activity: ActivityId): Promise<Uint8Array | undefined>;
  /** Beyond recovery. Idempotent. */
  destroy(network: NetworkId, activity: ActivityId): Promise<void>;
  ping(): Promise<void>;
}

// ── Jobs ───────────────────────────────────────────────────────────────────────────────────────

export interface Job {
  /** Name of a handler, `polls.close`. */
  readonly kind: string;
  readonly network: NetworkId;
  /** With kind, network and due: the job's identity. Scheduling the same again changes nothing. */
  readonly key: string;
  readonly due: Instant;
}

/** Durable work at a time. A handler re-checks the present state, so a job that became pointless needs no cancelling. */
export interface Jobs {
  schedule(job: Job): Promise<void>;
}

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

/** A card or text that the app keeps in a conversation, drawn from the present data whenever it is sent. */
export interface NewPost {
  readonly id: PostId;
  readonly network: NetworkId;
  /** Name of the feature's drawing, `polls.poll`. */
  readonly drawing: string;
  /** What is drawn, for instance a poll's id. */
  readonly subject: string;
  /** The network's channel; a thread under an earlier post of it; or a person's 1:1 chat. */
  readonly to: { readonly channel: true } | { readonly thread: PostId } | { readonly person: PersonKey };
}

/** waiting: sending is not yet begun. unknown: cut off midway, may or may not be in Teams; never resent by itself. */
export type PostState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'failed' | 'removed';

export interface PostStatus {
  readonly id: PostId;
  readonly drawing: string;
  readonly subject: string;
  readonly state: PostState;
  /** Set when it can't be sent: a code such as `blocked`, `gone`, `unreachable`. */
  readonly reason?: string;
  readonly at: Instant;
  /** Id of the message in Teams, once sent: a thread in the channel is known by that of its first message. */
  readonly messageId?: string;
}

export interface Posts {
  /** Durable and idempotent by id; the queue sends it within the rate limits. */
  publish(post: NewPost): Promise<void>;
  /** The data behind the drawing changed; updates are coalesced at the pace of the design. In memory, never fails, never waits. */
  refreshSoon(network: NetworkId, post: PostId): void;
  /** Draws it again as a durable job, for changes that must show (closing, correction). */
  refresh(network: NetworkId, post: PostId): Promise<void>;
  /** Takes it away from Teams, durably. */
  remove(network: NetworkId, post: PostId): Promise<void>;
  /** A coordinator's “Post again” for an unknown or failed one. */
  again(network: NetworkId, post: PostId): Promise<void>;
  /** Undefined when there is no such post. */
  status(network: NetworkId, post: PostId): Promise<PostStatus | undefined>;
  /** All that are unknown or failed and stand on the coordinator's desk; a person who can't be reached is not among them. */
  troubled(network: NetworkId): Promise<readonly PostStatus[]>;
  /** Sends and redraws what waited while the network was paused. Call it after the network's state is stored as active. */
  resume(network: NetworkId): Promise<void>;
}

// ── Mail ───────────────────────────────────────────────────────────────────────────────────────

/** A letter to one person, drawn in their language from the present data when it is sent. */
export interface NewLetter {
  /** The same id is sent once. */
  readonly id: string;
  readonly network: NetworkId;
  readonly to: MemberId;
  /** Name of the feature's drawing, `polls.open`. */
  readonly drawing: string;
  /** What it is about, for instance a poll's id. */
  readonly subject: string;
  /** Which of their mail choices decides whether they get it. `always`: what they asked for themselves, such as their link. */
  readonly topic: MailTopic | 'always';
  /** nudge: only between 7 and 20 on working days of the network. due: when it is due. */
  readonly urgency: 'nudge' | 'due';
  /** A due letter that reminds: as every nudge, it is not sent when the same reminder reached the person by another way (see `claimReminder`). */
  readonly isReminder?: true;
}

/**
 * waiting: in the queue, or for the morning. unknown: cut off midway, never resent by itself. refused: by the mail server, for good.
 * noAddress, unwanted (their choice or unsubscribed), pointless (what it was about is over), recent (the same reminder reached them
 * within twelve hours by another way), notConfigured: never sent, and why.
 */
export type LetterState =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'unknown'
  | 'refused'
  | 'noAddress'
  | 'unwanted'
  | 'pointless'
  | 'recent'
  | 'notConfigured';

export interface LetterStatus {
  readonly id: string;
  readonly to: MemberId;
  readonly drawing: string;
  readonly subject: string;
  readonly state: LetterState;
  /** The mail server's code, `550` or `550 5.1.1`; `given-up` when it could not be brought within a day, `error` when it could not be drawn. */
  readonly reason?: string;
  readonly at: Instant;
}

export interface Letters {
  /** False without SMTP settings: letters are kept as notConfigured, and cards and pages say so. */
  readonly isConfigured: boolean;
  /** Durable and idempotent by id; the queue sends it within its limits. */
  send(letter: NewLetter): Promise<void>;
  /** Of every person's letter about this subject; newest last. */
  statuses(network: NetworkId, subject: string): Promise<readonly LetterStatus[]>;
  /**
   * Ask it before a reminder goes to a person: true when it may go by this way, and that is noted; false when the same reminder (of the same
   * subject) went to them by another way within the last twelve hours. Letters ask it themselves; who reminds in Teams asks it with `teams`.
   */
  claimReminder(of: Reminder): Promise<boolean>;
}

export interface Reminder {
  readonly network: NetworkId;
  /** As the letter's: what it is about. */
  readonly subject: string;
  readonly to: MemberId;
  readonly by: 'teams' | 'mail';
}

// ── Teams meetings ─────────────────────────────────────────────────────────────────────────────

export interface MeetingDraft {
  /** Names the create: the same one again, after it was cut off, makes no second meeting. After `refused`, take another. */
  readonly requestId: string;
  /** At most 255 characters: Exchange keeps no more of a subject. */
  readonly title: string;
  /** Plain text with line breaks. Written when the meeting is created, and never again: Teams keeps its own part in that text. */
  readonly description: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place?: string;
}

/**
 * consent: an administrator of their tenant, or they themselves, must first agree. signIn: their sign-in must be renewed.
 * refused: they have no calendar for Teams meetings in the tenant in which they are signed in, as guests have not; `code` is Graph's own.
 * gone: the meeting is deleted, or never was theirs. throttled: nothing was done; try again after `retryAfter` milliseconds.
 * unavailable: nothing was done for sure, or a repeat with the same `requestId` completes it.
 * unknown: cut off, timed out or 5xx: it may or may not have happened.
 */
export class MeetingFailure extends Error {
  override name = 'MeetingFailure';
  readonly outcome: 'consent' | 'signIn' | 'refused' | 'gone' | 'throttled' | 'unavailable' | 'unknown';
  readonly code: string;
  readonly retryAfter: number;

  constructor(outcome: MeetingFailure['outcome'], code: string, retryAfter = 0) {
    super(`${outcome}: ${code}`);
    this.outcome = outcome;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Teams meetings in the calendar of who creates them, on their own behalf. `assertion` is that of their visit (`Visit.assertion`); it is
 * used and never kept. No hidden retries; one deadline of 20 s on a call. Throws MeetingFailure.
 */
export interface Meetings {
  /** False without a certificate of the tab's application: every call is then `unavailable`. */
  readonly isConfigured: boolean;
  /** Resolves to the id, for `update` and `cancel`, and the address at which people join. */
  create(assertion: string, meeting: MeetingDraft): Promise<{ readonly id: string; readonly joinUrl: string }>;
  /** Title, times and place; the address stays. */
  update(assertion: string, id: string, meeting: MeetingDraft): Promise<void>;
  /** `comment` goes to those whom the person has invited to it in their calendar, if any. */
  cancel(assertion: string, id: string, comment: string): Promise<void>;
}

// ── Teams ──────────────────────────────────────────────────────────────────────────────────────

/** What a post holds: a card alone, or plain text alone (both together lose the message id in Teams). */
export type PostBody = { readonly card: Card; readonly summary: string } | { readonly text: string };

/**
 * refused: 403 or 404, the person blocked the bot, the channel or app is gone; `code` is Teams' own.
 * throttled: 429 or 412; nothing was done; retry after `retryAfter` milliseconds.
 * unavailable: nothing was done for sure (connection refused, no token).
 * unknown: cut off, timed out or 5xx: a create may or may not have happened.
 */
export class ChannelFailure extends Error {
  override name = 'ChannelFailure';
  readonly outcome: 'refused' | 'throttled' | 'unavailable' | 'unknown';
  readonly code: string;
  readonly retryAfter: number;

  constructor(outcome: ChannelFailure['outcome'], code: string, retryAfter = 0) {
    super(`${outcome}: ${code}`);
    this.outcome = outcome;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** One request to Teams a call; no hidden retries; a deadline on each. Throws ChannelFailure. */
export interface Channel {
  /** `thread`: id of the message to reply under. Resolves to the new message's id. */
  create(to: Address & { thread?: string }, body: PostBody): Promise<string>;
  update(to: Address, messageId: string, body: PostBody): Promise<void>;
  remove(to: Address, messageId: string): Promise<void>;
  /** Opens (or finds) the 1:1 chat with a member. */
  openChat(of: Network, member: Member): Promise<Address>;
}

/** The team's members as Teams knows them now. Throws ChannelFailure. */
export interface Roster {
  all(of: Network): Promise<readonly Member[]>;
  /** Undefined when they are not in the team. `id` is a Teams id (`29:…`) or an object id. */
  one(of: Network, id: string): Promise<Member | undefined>;
  /** Teams says now that the person owns the team. It does not say so of every owner; false is no proof that they own it not. */
  owns(of: Network, person: PersonKey): Promise<boolean>;
  /** The team's channels that the app sees. The General channel has the team's own id and, in Teams' answer, no name. */
  channels(of: Network): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

// ── The rest ───────────────────────────────────────────────────────────────────────────────────

/** One JSON line per event. Ids and figures only: never names, answers, message text or tokens. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  /** `error` keeps its stack. */
  error(event: string, error: unknown, fields?: Record<string, unknown>): void;
}

/** Is this date (`yyyy-MM-dd`) a weekend or a holiday? */
export interface WorkCalendar {
  isFree(date: string): boolean;
}

/** Which file a signed address opens, and for whom. */
export interface FileLink {
  /** Name of a feature's download. */
  readonly download: string;
  readonly network: NetworkId;
  /** What the file is about, for instance a poll's id. */
  readonly subject: string;
  readonly person: PersonKey;
  /** Language of the file's headings. */
  readonly locale: Locale;
}

/** Everything that a handler may use beyond its own data. */
export interface Services {
  readonly store: Store;
  readonly keys: KeyBox;
  readonly jobs: Jobs;
  readonly posts: Posts;
  readonly letters: Letters;
  readonly meetings: Meetings;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Of new networks, an IANA name. */
  readonly timeZone: string;
  /** The network's calendar by its name; throws when the deployment has none of that name. */
  calendar(name: string): WorkCalendar;
  /** The municipalities of the network's country by its name; throws when the deployment has none of that name. */
  places(name: string): Places;
  /** Address of a page of the tab that opens inside Teams, `polls/<id>`. */
  linkToTab(of: Network, page: string): string;
  /** Address of a page of a person's own link, `polls/<id>`; the empty page is its start. Works without Teams and sign-in. */
  linkForPerson(of: NetworkId, person: MemberId, page: string): Promise<string>;
  /** Address of a person's own calendar, for programs that follow it; with `activity` that one alone, to download. Without sign-in: it is theirs alone. */
  linkToCalendar(of: NetworkId, person: MemberId, activity?: ActivityId): Promise<string>;
  /** Address of a page that belongs to nobody, to be passed on to anyone. Another round makes another address; see `OpenPage`. */
  linkToOpenPage(of: NetworkId, purpose: OpenPurpose, subject: ActivityId, round: number): Promise<string>;
  /** Elements that features want to put under a person's own card after they have done something, such as whom they represent. */
  aside(visit: Visit): Promise<readonly object[]>;
  /** What waits for a person now, of all features; see `Feature.waiting`. */
  waiting(visit: Visit): Promise<readonly Waiting[]>;
  /** Who took part in what since a time, of all features; see `Feature.participation`. */
  participation(since: Instant, work: Work): Promise<readonly Participation[]>;
  /** What hangs on a person, of all features; see `Feature.handover`. */
  handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]>;
  /** Titles of what is open for a group, of all features. */
  openForGroup(group: string, work: Work): Promise<readonly string[]>;
  /** Whether any feature still needs a person from outside; see `Feature.needsOutsider`. */
  needsOutsider(id: MemberId, work: Work): Promise<boolean>;
  /** What a span of time held, of all features; see `Feature.facts`. */
  facts(span: Span, visit: Visit): Promise<Facts>;
  /** Call it when an event was published, changed, cancelled or taken back, after that is stored and again when it is finished after a crash: features that hang on events follow, durably. */
  followEvent(network: NetworkId, event: ActivityId): Promise<void>;
  /** What every part of the app stores on people. */
  readonly personal: readonly Personal[];
  /** Signed address of a `Download` of a feature for one person, good for ten minutes and only while they may have it. */
  linkToFile(file: FileLink): Promise<string>;
}
