/** A feature: what it hears, does and shows. Its folder plus one line in `features.ts` is all the app needs to know of it. */
import type { Action } from './action.ts';
import type { CalendarEntry, CalendarInvitation } from './calendar-entry.ts';
import type { Card } from './card.ts';
import type { Instant } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { Facts, Span } from './facts.ts';
import type { ActivityId, PersonKey } from './ids.ts';
import type { Kind } from './kind.ts';
import type { ModuleName } from './modules.ts';
import type { Member, MemberId, Network } from './network.ts';
import type { OpenPage, Page } from './page.ts';
import type { BankItem, FileKey, PollOrder, PostBody, Searchable, Services, StartedPoll } from './ports.ts';
import type { Refusal } from './refusal.ts';
import type { Message } from './text.ts';
import type { Outcome, Turn, Visit, Work } from './turn.ts';

export interface Feature {
  readonly name: string;
  /** It belongs to a part of the app that a network may switch off; see `switched`. */
  readonly module?: ModuleName;
  readonly kinds: readonly Kind<unknown>[];
  readonly handlers: readonly Handler[];
  readonly commands: readonly Command[];
  readonly jobs: readonly JobHandler[];
  readonly drawings: readonly Drawing[];
  readonly routes: readonly Route[];
  /** Files that people fetch by a signed address; see `Services.linkToFile`. */
  readonly downloads: readonly Download[];
  /** Pages of the personal link. */
  readonly pages?: readonly Page[];
  /** Pages that belong to nobody, such as the public registration for an event. */
  readonly openPages?: readonly OpenPage[];
  /** Letters that the app sends by mail. */
  readonly letters?: readonly LetterDrawing[];
  /** What waits for a person now, most urgent first: on the start page of their personal link. */
  readonly waiting?: (visit: Visit) => Promise<readonly Waiting[]>;
  /** A question that is put under a person's own card after they have done something; see `Services.aside`. */
  readonly aside?: (visit: Visit) => Promise<readonly object[]>;
  /** What it stores on people. A feature that stores nothing on anyone says so by leaving it out. */
  readonly personal?: Personal;
  /** Who took part in its activities since a time, for coordinators' view of reach. Never what they answered; of a sealed activity only after closing. */
  readonly participation?: (since: Instant, work: Work) => Promise<readonly Participation[]>;
  /** What hangs on a person, so that it can be handed over when they leave: on all their identities. For coordinators. */
  readonly handover?: (ids: readonly MemberId[], visit: Visit) => Promise<readonly HandoverItem[]>;
  /** Titles of what is open for a group, which can't be removed meanwhile. */
  readonly openForGroup?: (group: string, work: Work) => Promise<readonly string[]>;
  /**
   * What of it stands in a person's own calendar, in any order: what is cancelled stays a while, as cancelled. With `activity` that one alone,
   * or none when it is not theirs. See `Services.linkToCalendar`.
   */
  readonly calendar?: (visit: Visit, activity?: ActivityId) => Promise<readonly CalendarEntry[]>;
  /** Whether something of this feature is still about a person from outside; whom no feature needs is forgotten. */
  readonly needsOutsider?: (id: MemberId, work: Work) => Promise<boolean>;
  /** What of it a span of time held, for the yearly report. Of what is sealed or hidden only what is published. */
  readonly facts?: (span: Span, visit: Visit) => Promise<Partial<Facts>>;
  /** What of it can be found by searching; see `Search`. */
  readonly searchable?: Searchable;
  /** What of it is new since a time, or still open or ahead: for the digest. Only what every member may see. */
  readonly news?: (since: Instant, work: Work) => Promise<readonly News[]>;
  /** Its commands of the message extension, by their ids in the manifest. */
  readonly extensions?: readonly Extension[];
  /**
   * Takes a message in the thread of something of its own, such as an answer to a question; undefined: the thread is not about that. Asked
   * before commands, since an answer may begin with any word, but not for a command word alone.
   */
  readonly inThread?: (typed: string, turn: Turn) => Promise<Outcome | undefined>;
  /**
   * What it finds for a message that no command understood; undefined: nothing. `told` says so and names the nearest command: it opens the
   * answer. The first feature that finds something answers. See `Turn.answers` for who will see it.
   */
  readonly whenNotUnderstood?: (typed: string, told: string, turn: Turn) => Promise<Outcome | undefined>;
  /** Kind of its job that is run, with the event's id as key, after an event was published, changed, cancelled or taken back; see `Services.followEvent`. */
  readonly afterEvent?: string;
  /** Kind of its job that is run, with the poll's id as key, after a poll was closed, decided, opened again or taken back; see `Services.followPoll`. */
  readonly afterPoll?: string;
  /** Takes something finished into the material bank; see `Services.addToBank`. */
  readonly addToBank?: (item: BankItem, visit: Visit) => Promise<ActivityId>;
  /** Publishes a poll on what another feature has gathered; see `Services.startPoll`. */
  readonly startPoll?: (order: PollOrder, visit: Visit) => Promise<StartedPoll>;
  /** What happens to teams, channels and rosters; every feature hears all of it. */
  readonly onTeamEvent?: (event: TeamEvent, services: Services) => Promise<void>;
}

/** What one feature does for the others. */
export function offered<K extends 'addToBank' | 'startPoll'>(
  features: readonly Feature[],
  name: K,
): NonNullable<Feature[K]> {
  const found = features.find((one) => one[name] !== undefined)?.[name];
  if (!found) throw new Error(`No feature offers ${name}.`);
  return found;
}

/** Takes the click on a card. */
export interface Handler {
  readonly verb: string;
  take(raw: unknown, turn: Turn): Promise<Outcome>;
  /** Answers a refusal with a card that still holds what was typed. Without it the refusal is shown as a short card. */
  refused(raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined>;
}

/** The data of a click does not fit its action: the card is older than the app, or forged. Told to the actor as such. */
export class StaleCard extends Error {
  override name = 'StaleCard';
}

/** `take` gets data that fits the action's schema; other data is a StaleCard and never reaches it. */
export function on<T>(
  action: Action<T>,
  take: (data: T, turn: Turn) => Promise<Outcome>,
  refused: (raw: unknown, refusal: Refusal, turn: Turn) => Promise<Outcome | undefined> = async () => undefined,
): Handler {
  return {
    verb: action.verb,
    async take(raw, turn) {
      const fitting = action.schema.safeParse(raw);
      if (!fitting.success) throw new StaleCard(action.verb, { cause: fitting.error });
      return take(fitting.data, turn);
    },
    refused,
  };
}

/** A word typed to the bot. `words` of all languages, with their dots; matching is in `command.ts`. */
export interface Command {
  readonly name: string;
  readonly words: readonly string[];
  /** The word that the help tells each reader to type; by default the first of `words`. */
  readonly word?: Message;
  /** Whether it is in use in a network; absent: in every one. */
  readonly isIn?: (network: Network) => boolean;
  /** One line of the help, in each language: what it does. */
  readonly help: Message;
  /** `rest` is the text after the word, untrimmed of inner line breaks; `word`: the one of `words` that was typed. */
  run(rest: string, turn: Turn, word: string): Promise<Outcome>;
}

export interface JobHandler {
  readonly kind: string;
  /** How late it may still run, in milliseconds; later it is skipped and logged. Absent: it runs however late. */
  readonly latest?: number;
  /** It is never given up because it fails, only when it ends the process again and again: people wait for its result. */
  readonly isVital?: boolean;
  /** How many of this kind may run at the same time, apart from all others: for what takes long. */
  readonly atOnce?: number;
  run(job: { readonly key: string; readonly due: Instant }, work: Work): Promise<void>;
}

/**
 * Draws a post from the present data whenever it is sent or updated. Undefined: there is nothing to show any more, so it is
 * never sent or is taken away. `live`: its data may still change, so it is compared with what Teams shows every minute.
 */
export interface Drawing {
  readonly name: string;
  draw(subject: string, work: Work): Promise<(PostBody & { readonly live?: boolean }) | undefined>;
}

/** What a letter says, as plain content: text and HTML are made of it in one place. */
export interface LetterBody {
  /** Subject line. */
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  /** Goes into the reader's calendar with the letter. Mail programs show no answers for it: those are given by the letter's links. */
  readonly calendar?: CalendarInvitation;
}

export type LetterBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  /** Full addresses, one a line; `isButton`: the one thing to do. */
  | {
      readonly type: 'links';
      readonly links: readonly { readonly label: string; readonly address: string }[];
      readonly isButton?: boolean;
    };

/** Draws a letter in its reader's language when it is sent. Undefined: it has become pointless and is not sent. */
export interface LetterDrawing {
  /** `polls.open`, unique in the app. */
  readonly name: string;
  draw(subject: string, visit: Visit): Promise<LetterBody | undefined>;
}

/** Something that waits for a person: a line on a page, leading to `page` of the personal link (and of the tab, where that has the same). */
export interface Waiting {
  readonly title: string;
  readonly hint?: string;
  readonly page: string;
  /** They have answered and can still change it: listed after what waits. */
  readonly isDone?: true;
}

/** Someone took part in something. */
export interface Participation {
  /** The identity that took part; `mainOf` of the register makes it a person. */
  readonly member: MemberId;
  readonly type: 'poll' | 'event' | 'feedback' | 'survey' | 'question' | 'idea';
  readonly activity: ActivityId;
  readonly title: string;
  readonly at: Instant;
}

/** A line of the digest: something new, open or ahead. */
export interface News {
  readonly section: 'materials' | 'events' | 'polls' | 'surveys' | 'questions' | 'ideas' | 'statements' | 'boxes';
  readonly title: string;
  /** A second line in the channel's language, such as when it is or closes. */
  readonly hint?: string;
  /** Page of the tab. */
  readonly page: string;
  /** Decides the order within its section, earliest first; in `materials` the latest first. */
  readonly at: Instant;
}

/** A card that someone puts into a message, and how it is listed before. */
export interface ExtensionItem {
  readonly title: string;
  readonly subtitle: string;
  readonly card: Card;
}

/** A message on which someone used an action of the extension. All of it is untrusted. */
export interface ExtensionMessage {
  /** Plain text. */
  readonly text: string;
  readonly author?: string;
  readonly links: readonly { readonly url: string; readonly name?: string }[];
  /** Address of the message in Teams. */
  readonly page?: string;
  readonly at?: Instant;
}

/** A command of the message extension. Teams waits five seconds for each answer. */
export type Extension =
  | {
      readonly type: 'query';
      /** As in the manifest. */
      readonly id: string;
      /** `from` of a longer list; at most `size`. `words` are empty when it is opened. */
      run(
        words: string,
        page: { readonly from: number; readonly size: number },
        turn: Turn,
      ): Promise<readonly ExtensionItem[]>;
    }
  | {
      readonly type: 'action';
      readonly id: string;
      /** The dialog on a message, whose buttons are `Action.Submit` with the data that `submit` gets. */
      open(message: ExtensionMessage, turn: Turn): Promise<{ readonly title: string; readonly card: Card }>;
      /** `raw` is untrusted. A Refusal is shown above the form with what was typed. */
      submit(raw: unknown, turn: Turn): Promise<{ readonly title: string; readonly card: Card } | undefined>;
    };

/** Something that hangs on a person, as the handover page lists it. */
export interface HandoverItem {
  /** Unique among all features' items, and the same each time. */
  readonly id: string;
  /** `polls.open`: what it is. */
  readonly kind: string;
  readonly title: string;
  /** What there is to do about it, in the reader's language. */
  readonly todo: string;
  /** Page of the tab on which it is done, `polls/<id>`. */
  readonly page: string;
  /** Passes it to the successor. Absent: it stays where it is, as history or because it is theirs alone. Can be repeated. May throw a Refusal. */
  readonly move?: (to: MemberId) => Promise<void>;
}

/** What a feature stores on a person. `ids`: all identities of one human being. */
export interface Personal {
  /** Everything that is stored on them, as plain data that they can read: keys are English words, values as stored. Nothing on anyone else. */
  collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Removes the person and keeps totals. `as` stands for them from now on where someone must have been there. Can be repeated.
   * Their member documents are still there, with names and addresses to look for; they go when every part is done.
   */
  erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void>;
  /** Removes what its time is over; runs once a day. */
  readonly expire?: (work: Work) => Promise<void>;
}

/** A request of the tab or of a link, under `/api/v1/networks/{networkId}`. */
export interface Route {
  readonly endpoint: Endpoint<unknown, unknown, unknown>;
  /** Checked on the server for each request. */
  readonly role: 'member' | 'coordinator';
  run(input: { readonly params: unknown; readonly body: unknown }, visit: Visit): Promise<unknown>;
}

/** `input.params` are the path's and the query's, `input.body` the JSON body, both parsed. */
export function route<P, B, R>(
  endpoint: Endpoint<P, B, R>,
  role: Route['role'],
  run: (input: { readonly params: P; readonly body: B }, visit: Visit) => Promise<R>,
): Route {
  return {
    endpoint: endpoint as Endpoint<unknown, unknown, unknown>,
    role,
    run: (input, visit) => run(input as { params: P; body: B }, visit),
  };
}

/** A file that people fetch: made anew each time, such as the export of a poll, or one that is kept. */
export interface Download {
  /** `polls.csv`, unique in the app. */
  readonly name: string;
  /** Checked when the file is fetched, not only when the link is made. */
  readonly role: Route['role'];
  /** `subject` says what is to be in the file, for instance a poll's id. May throw a Refusal. */
  produce(subject: string, visit: Visit): Promise<DownloadedFile>;
}

/** Signed address of a download for the actor, with headings in their language. */
export const linkToFile = ({ network, actor, services }: Visit, download: string, subject: string): Promise<string> =>
  services.linkToFile({ download, subject, network: network.id, person: actor.person, locale: actor.locale });

interface NamedFile {
  /** With its extension; may hold any letters. */
  readonly fileName: string;
  /** `text/csv; charset=utf-8` */
  readonly contentType: string;
}

/** Made in memory; only ever downloaded. */
export interface MadeFile extends NamedFile {
  readonly bytes: Uint8Array;
}

/** Kept by `Services.files`: served by parts when parts are asked for, so that recordings can be played. */
export interface StoredFile extends NamedFile {
  readonly stored: FileKey;
  /** Bytes of it. */
  readonly size: number;
  /** May be shown where it stands; else it is only ever downloaded. */
  readonly isInline: boolean;
}

/** Made while it is sent, of whatever length; only ever downloaded. Read no faster than it is taken, and no more once the reader has gone. */
export interface StreamedFile extends NamedFile {
  readonly stream: AsyncIterable<Uint8Array>;
}

export type DownloadedFile = MadeFile | StoredFile | StreamedFile;

/** What Teams tells about a team. `team` and `channel` are thread ids. */
export type TeamEvent = {
  readonly team: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly at: Instant;
} & (
  | {
      readonly type: 'installed';
      readonly name: string;
      readonly group?: string;
      readonly channel: string;
      readonly by?: Member;
    }
  | { readonly type: 'removed' }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'archived' | 'unarchived' }
  | { readonly type: 'channelDeleted' | 'channelRestored'; readonly channel: string }
  | { readonly type: 'channelRenamed'; readonly channel: string; readonly name: string }
  | { readonly type: 'membersAdded' | 'membersRemoved'; readonly teamsIds: readonly string[] }
);
