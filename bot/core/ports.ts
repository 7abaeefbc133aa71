/** The ports: what features and jobs may ask of the world. Every adapter (store, Teams, mail …) fulfils one of these types. */
import type { Card } from './card.ts';
import type { Clock, Instant } from './clock.ts';
import type { Facts, Span } from './facts.ts';
import type { HandoverItem, News, Participation, Personal, Waiting } from './feature.ts';
import type { ContentSign, FileFormat } from './file-format.ts';
import type { ActivityId, NetworkId, NewId, PersonKey, PostId } from './ids.ts';
import type { Kind } from './kind.ts';
import type { Address, MailTopic, Member, MemberId, Network } from './network.ts';
import type { OpenPurpose } from './page.ts';
import type { Picture } from './picture.ts';
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
  /** nudge: only between 7 and 20 on working days of the network. due: when it is due. bulk: when it is due too, one of very many, after those that are due. */
  readonly urgency: 'nudge' | 'due' | 'bulk';
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

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

/** Names a file's bytes. `id` is one of ours, never a name that someone typed. */
export interface FileKey {
  readonly network: NetworkId;
  readonly id: ActivityId;
}

/** The folder or disk is full, or the service takes no more: nothing of the call was kept, and what was kept before still is. */
export class NoRoom extends Error {
  override name = 'NoRoom';
}

/**
 * Bytes of files, apart from the store and its backup: the data folder, or Blob Storage. A file comes in blocks and is there only when it is
 * assembled; what `putBlock` and `assemble` have resolved survives a crash. Never in memory whole. Throws NoRoom; anything else is an outage.
 */
export interface Files {
  /** Keeps one block of an unfinished file, at most 8 MB; the same index again replaces it. On a file that is assembled it does nothing. */
  putBlock(file: FileKey, index: number, bytes: Uint8Array): Promise<void>;
  /** Blocks that are kept, in order of index; empty when there are none or the file is assembled. */
  blocks(file: FileKey): Promise<readonly { readonly index: number; readonly size: number }[]>;
  /** Makes the file of blocks 0 to count − 1 and resolves to its size. Can be repeated. Throws when a block is missing. */
  assemble(file: FileKey, count: number): Promise<number>;
  /** Bytes from `from` up to but without `to`, by default all. Undefined: no such file, or not assembled. */
  read(
    file: FileKey,
    range?: { readonly from: number; readonly to: number },
  ): Promise<{ readonly size: number; readonly bytes: AsyncIterable<Uint8Array> } | undefined>;
  /** The file and its blocks, beyond recovery where the backend can promise that. Idempotent. */
  remove(file: FileKey): Promise<void>;
  /** Everything that is kept of a network, assembled or not, a page at a time: to find what no document knows any more. `changedAt`: when it was last written. */
  list(
    network: NetworkId,
    after?: string,
  ): Promise<{
    readonly files: readonly { readonly id: ActivityId; readonly changedAt: Instant }[];
    readonly next?: string;
  }>;
  ping(): Promise<void>;
}

// ── Text inside files ──────────────────────────────────────────────────────────────────────────

/** One page or slide, or one part under a heading where a format has no pages. */
export interface TextPage {
  /** From 1. Absent where the format has no pages. */
  readonly number?: number;
  /** Heading or name of the sheet that the text stands under. */
  readonly heading?: string;
  readonly text: string;
}

/** encrypted: asks for a password. broken: can't be read as what its name says. tooLarge: more pages or text than is read. slow: not read in its time. */
export type ExtractFault = 'encrypted' | 'broken' | 'tooLarge' | 'slow';

export class Unextractable extends Error {
  override name = 'Unextractable';
  readonly code: ExtractFault;
  constructor(code: ExtractFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Reads the text inside an assembled file in a process or thread of its own, within bounds on size, time and memory. */
export interface Extractor {
  /** What its content says that it is; undefined: none of the kinds that are kept. Reads only its beginning, or the list of its zip's parts. */
  sign(file: FileKey): Promise<ContentSign | undefined>;
  /** In order, without empty pages; `isCut`: what came after the bound on text is not in it. Throws Unextractable, or an outage of Files. */
  extract(file: FileKey, format: FileFormat): Promise<{ readonly pages: readonly TextPage[]; readonly isCut: boolean }>;
}

// ── Search ─────────────────────────────────────────────────────────────────────────────────────

/** How one document is found. What of it is searched, who may find it, and what a list shows of it. */
export interface SearchEntry {
  readonly title: string;
  readonly summary: string;
  /** Names that it goes by beside its title, in all languages: themes, tags, event, organisation, author. */
  readonly keywords: readonly string[];
  /** Its own longer texts. */
  readonly body: readonly string[];
  /** Text inside its files, newest versions only. */
  readonly files: readonly { readonly file: ActivityId; readonly name: string; readonly pages: readonly TextPage[] }[];
  /** Who may find it: a reader who is in any of these, by words of the feature's own such as `members` or `group:g1`. */
  readonly audiences: readonly string[];
  /** What it can be narrowed by: `{ theme: ['t1'], type: ['link'] }`. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** The order without words: the newest first. */
  readonly at: Instant;
  /** Given back with a hit as it is: what a list shows, so that it need not be read. Plain JSON. */
  readonly row: unknown;
}

/** What a feature lets be found; see `Feature.searchable`. The index follows every change of `kind`. */
export interface Searchable<T = unknown> {
  /** Declared as `indexed`. The document's id is the hit's. */
  readonly kind: Kind<T>;
  /** Undefined: it is not to be found at all. May read more, such as the text inside files. */
  entry(value: T, work: Work): Promise<SearchEntry | undefined>;
  /** Changes when all entries must be made anew, as when a theme is renamed. Asked at each search: it must be cheap. */
  version(work: Work): Promise<string>;
}

export interface SearchQuery {
  /** Name of the kind whose documents are looked for. */
  readonly kind: string;
  /** As typed; empty: everything, the newest first. */
  readonly words: string;
  /** All of them must fit. */
  readonly filter: Readonly<Record<string, string>>;
  /** What the reader is in; `all` for those who may see everything. */
  readonly audiences: readonly string[] | 'all';
  readonly sort: 'best' | 'newest' | 'title';
  readonly from: number;
  /** At most 100. */
  readonly size: number;
  /** Facets to count, by name. */
  readonly count?: readonly string[];
}

/** A piece of an extract; `isHit`: it is what was looked for. */
export interface ExtractPiece {
  readonly text: string;
  readonly isHit?: true;
}

export interface SearchHit {
  readonly id: string;
  readonly row: unknown;
  /** Where the words stand, when inside a file: which one and on which page or under which heading. */
  readonly where?: { readonly file: ActivityId; readonly page?: number; readonly heading?: string };
  /** Around the words, at most about 200 characters; absent without words. */
  readonly extract?: readonly ExtractPiece[];
  /** The title with what was looked for marked; absent where nothing in it was. */
  readonly title?: readonly ExtractPiece[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Of all pages. */
  readonly total: number;
  /** By facet, most first; over all that was found. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly n: number }[]>>;
  /** Changes are still being taken in: what was added just now may be missing. */
  readonly isBehind: boolean;
  /** Words near those typed that would find something; only where nothing was found. */
  readonly didYouMean?: string;
}

/** Finds what features declare as searchable, in Finnish, Swedish and English, by an index that this process derives from the store. */
export interface Search {
  find(query: SearchQuery, work: Work): Promise<SearchResult>;
  /** Words that go on from the last one typed and would find something; at most eight. */
  suggest(asked: Pick<SearchQuery, 'kind' | 'words' | 'audiences'>, work: Work): Promise<readonly string[]>;
  /** The network's index is thrown away, with every trace of what was in it, and built anew when next asked. */
  forget(network: NetworkId): Promise<void>;
}

// ── Pictures ───────────────────────────────────────────────────────────────────────────────────

/** broken: no picture that we read (JPEG, PNG, WebP). tooLarge: more points than are read. */
export class UnusablePicture extends Error {
  override name = 'UnusablePicture';
  readonly code: 'broken' | 'tooLarge';
  constructor(code: 'broken' | 'tooLarge', options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Makes pictures of strangers fit to be shown: drawn anew as JPEG, upright, no larger than `side` points either way, and without what a camera wrote into it, such as the place. */
export interface Pictures {
  /** Throws UnusablePicture. */
  fit(
    bytes: Uint8Array,
    side: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number }>;
}

// ── What features do for each other ────────────────────────────────────────────────────────────

/** Something finished that goes into the material bank. The same `requestId` of the same person goes in once. */
export interface BankItem {
  readonly requestId: string;
  readonly type: 'questionAnswer' | 'document';
  readonly title: string;
  readonly summary: string;
  /** Of `questionAnswer`. */
  readonly question?: string;
  readonly answer?: string;
  /** Ids of the bank's themes and tags; unknown ones are left out. */
  readonly terms?: readonly string[];
  /** One of the formats that the bank keeps, its name with the extension. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** A poll on what another feature has gathered, such as a shortlist of ideas. */
export interface PollOrder {
  /** The same person's same form is the same poll. */
  readonly form: string;
  readonly question: string;
  readonly description?: string;
  readonly options: readonly { readonly label: string; readonly picture?: Picture }[];
  readonly tallies: 'persons' | 'organisations';
  readonly secrecy: 'named' | 'unnamed' | 'secret';
  /** As typed into the poll's form; empty: as polls do by themselves. */
  readonly closesOn: string;
  readonly closesAtTime: string;
  /** At most so many options in one vote. */
  readonly mostChoices: number;
  /** Id of a group that alone votes. */
  readonly group?: string;
}

/** Its options' ids, in the order of the order; undefined where a poll that was there already has no such option. */
export interface StartedPoll {
  readonly poll: ActivityId;
  readonly options: readonly (string | undefined)[];
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
  readonly files: Files;
  readonly extractor: Extractor;
  readonly search: Search;
  readonly pictures: Pictures;
  /** What is new since a time and what is coming, of all features; see `Feature.news`. */
  news(since: Instant, work: Work): Promise<readonly News[]>;
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
  /** Call it when a poll was closed, decided, opened again or taken back, after that is stored: features that wait for it follow, durably. */
  followPoll(network: NetworkId, poll: ActivityId): Promise<void>;
  /** Puts something finished into the material bank as the actor's: published, or proposed where they may not publish. Resolves to the item's id. May throw a Refusal. */
  addToBank(item: BankItem, visit: Visit): Promise<ActivityId>;
  /** Publishes a poll for the actor, who must be allowed to create polls. May throw a Refusal. */
  startPoll(order: PollOrder, visit: Visit): Promise<StartedPoll>;
  /** Address of a picture that is shown to whoever has it: cards are drawn by Teams, which signs in nowhere. */
  linkToPicture(of: NetworkId, picture: ActivityId): Promise<string>;
  /** What every part of the app stores on people. */
  readonly personal: readonly Personal[];
  /** Signed address of a `Download` of a feature for one person, good for ten minutes and only while they may have it. */
  linkToFile(file: FileLink): Promise<string>;
}
