/** Pages of the personal link as the core knows them: HTML made by `pages/`, shown in any browser without scripts, sign-in or Teams. */
import type { DownloadedFile } from './feature.ts';
import type { ActivityId } from './ids.ts';
import type { Network } from './network.ts';
import type { Refusal } from './refusal.ts';
import type { Locale, Message, Translate } from './text.ts';
import type { Visit, Work } from './turn.ts';

/** Markup in which people's words are escaped; only `pages/` makes it. */
export interface Html {
  readonly html: string;
}

export interface PageBody {
  /** What the page is called, in the reader's language. */
  readonly title: string;
  readonly body: Html;
  /** It shows pictures or plays recordings from its own files; see `OpenPage.file`. */
  readonly hasFiles?: true;
}

/** What was asked for. All of it is untrusted; nothing in it says who asks. */
export interface PageRequest {
  /** Of the path's braces. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Address of a page of the same link, `polls/<id>`, for links and forms; the empty page is its start. */
  readonly to: (page: string) => string;
}

/** A form that was sent: each field's values as typed. `id` is fresh with every form drawn, so that one sent twice is recognised. */
export interface SentForm extends PageRequest {
  readonly fields: URLSearchParams;
  /** Of a page that takes files: by the field's name, those that someone chose. What they are only their bytes say. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly id: string;
}

/**
 * A page under `/p/{token}/`. Showing changes nothing, ever: mail scanners open links. What changes is sent as a form.
 * `path` has parameters in braces: `polls/{poll}`.
 */
export interface Page {
  readonly path: string;
  /** Named so among the links on the start page. Absent: it is not among them. */
  readonly menu?: Message;
  /** Whether it is in use in a network; absent: in every one. */
  readonly isIn?: (network: Network) => boolean;
  /** Who has not accepted their invitation yet may open it too. */
  readonly isForInvited?: true;
  /** People from outside the network may open it too. */
  readonly isForOutsiders?: true;
  /** Its form may come with files: pictures, together no larger than the largest of them may be. */
  readonly takesFiles?: true;
  show(asked: PageRequest, visit: Visit): Promise<PageBody>;
  /** Takes the page's form and says where to go on (a path under the token) with what to say there. A Refusal reaches `refused`. Absent: the page has no form. */
  readonly take?: (sent: SentForm, visit: Visit) => Promise<PageOutcome>;
  /** The page again with what was typed and what is wrong with it. */
  readonly refused?: (sent: SentForm, refusal: Refusal, visit: Visit) => Promise<PageBody>;
}

/** `said` is shown once on top of the page that one is led to, in the language that they have chosen by then. */
export interface PageOutcome {
  readonly goTo: string;
  readonly said: Message;
  /** The link opens nothing any more: this page is shown in answer, and nothing is led to. */
  readonly farewell?: PageBody;
}

// ── Pages that belong to nobody ────────────────────────────────────────────────────────────────

/** What an open page's link is for; each has one page. */
export type OpenPurpose = 'registration' | 'feedback' | 'share' | 'picture' | 'bulletin' | 'box';

/** Someone unknown looks at an open page: the link says of what, and nothing says who they are. */
export interface OpenVisit extends Work {
  readonly subject: ActivityId;
  /** Of the link. Whether it still holds only the page knows. */
  readonly round: number;
  readonly locale: Locale;
  /** Speaks the reader's language. */
  readonly t: Translate;
}

/**
 * A page under a link that anyone may pass on, itself `/p/{token}`. Showing changes nothing, as with every page.
 * Undefined: there is no such thing, or the link's round is over; the answer is that of a link that never was.
 */
export interface OpenPage {
  readonly purpose: OpenPurpose;
  /** A whole room opens it in the same minute and answers: more of both are let in. */
  readonly isForCrowds?: true;
  /** Its form may come with files, as that of a personal page. */
  readonly takesFiles?: true;
  show(asked: PageRequest, visit: OpenVisit): Promise<PageBody | undefined>;
  /** Takes the page's form and answers with a page, since there is nobody to lead on. Sent twice it has the same `id`. Forms in which `decoy` was filled never reach it. */
  readonly take?: (sent: SentForm, visit: OpenVisit) => Promise<PageBody | undefined>;
  /** The page again with what was typed and what is wrong with it. */
  readonly refused?: (sent: SentForm, refusal: Refusal, visit: OpenVisit) => Promise<PageBody | undefined>;
  /** A file of the page, at `files/<name>` under its link (`asked.to('files/<name>')`); `name` is untrusted. Undefined as with `show`. May throw a Refusal. */
  readonly file?: (name: string, visit: OpenVisit) => Promise<DownloadedFile | undefined>;
}
