/** What the tab and the server say about people's own data, erasure, the privacy notice and the audit trail. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { memberId } from '../../core/network.ts';
import { erasureId, LONGEST_CONTACT, LONGEST_CONTROLLER } from './erasure.ts';

const none = z.object({});
const file = z.object({
  /** Signed address, good for ten minutes and only for who asked. */
  url: z.string(),
});

// ── What is stored on me ───────────────────────────────────────────────────────────────────────

export const ownData = z.object({
  at: instant,
  sections: z.array(
    z.object({
      /** `votes`, `member` …: stable, in English. */
      id: z.string(),
      /** In the reader's language. */
      heading: z.string(),
      /** As stored: keys are English words. Sections without anything are left out. */
      data: z.unknown(),
    }),
  ),
});
export type OwnData = z.infer<typeof ownData>;

export const getOwnData = endpoint({
  method: 'GET',
  path: '/privacy/own',
  summary: 'Everything that is stored on the reader, over all their identities.',
  params: none,
  body: none,
  response: ownData,
});

export const exportOwnData = endpoint({
  method: 'POST',
  path: '/privacy/own/export',
  summary: 'A link to the same as a JSON file.',
  params: none,
  body: none,
  response: file,
});

// ── Erasure ────────────────────────────────────────────────────────────────────────────────────

export const erasureView = z.object({
  id: erasureId,
  /** running: the person is out already, and what is stored on them is being removed; it goes on after a restart. */
  state: z.enum(['running', 'done']),
  by: z.enum(['self', 'coordinator', 'retention']),
  requestedAt: instant,
  doneAt: instant.optional(),
  /** Teams still has them in the team: its next roster brings back their name as a new member without history. */
  isInTeam: z.boolean(),
  /** What stays or follows, one sentence each, in the reader's language: show all of them. */
  notes: z.array(z.string()),
});
export type ErasureView = z.infer<typeof erasureView>;

/** Typed by whoever erases, so that nobody does it by a slip: the word of any language, in any case. */
export const CONFIRMATION = { fi: 'poista', sv: 'radera', en: 'erase' } as const;
const confirmation = z.object({ confirmation: z.string().max(40) });

export const previewErasure = endpoint({
  method: 'GET',
  path: '/privacy/erase',
  summary: 'What erasing oneself would mean now: what stays, and whether something stands in the way.',
  params: none,
  body: none,
  response: z.object({
    isInTeam: z.boolean(),
    notes: z.array(z.string()),
    /** Why it can't be done now, such as being the last coordinator. */
    obstacle: z.string().optional(),
  }),
});

export const eraseMyself = endpoint({
  method: 'POST',
  path: '/privacy/erase',
  summary:
    'Erases the reader. They are out at once; later requests of theirs get 404 while it runs. Problem of field `confirmation` when the word is another.',
  params: none,
  body: confirmation,
  response: erasureView,
});

export const eraseMember = endpoint({
  method: 'POST',
  path: '/privacy/erase/{member}',
  summary: 'A coordinator erases a member. Refused for coordinators and for oneself.',
  params: z.object({ member: memberId }),
  body: confirmation,
  response: erasureView,
});

export const listErasures = endpoint({
  method: 'GET',
  path: '/privacy/erasures',
  summary: 'Erasures that run or happened, newest first; never of whom.',
  params: none,
  body: none,
  response: z.object({ erasures: z.array(erasureView) }),
});

export const mention = z.object({
  /** What kind of place, in the reader's language: “Äänestys”, “Materiaali”. */
  what: z.string(),
  title: z.string(),
  /** The words around what was found. Absent where nobody may read them yet: in a poll whose results are hidden. */
  excerpt: z.string().optional(),
  /** Page of the tab where it can be looked at. */
  page: z.string().optional(),
});
export type Mention = z.infer<typeof mention>;

export const listMentions = endpoint({
  method: 'GET',
  path: '/privacy/mentions',
  summary:
    'Free text of others in which the member’s name, address or phone stands: erasure leaves it, a coordinator looks at it first.',
  params: z.object({ member: memberId }),
  body: none,
  response: z.object({ mentions: z.array(mention) }),
});

// ── The notice ─────────────────────────────────────────────────────────────────────────────────

export const notice = z.object({
  title: z.string(),
  /** Who is responsible and whom to ask: the network's own words, empty until a coordinator writes them. */
  controller: z.string(),
  contact: z.string(),
  /** Set when `controller` is empty: say it instead. */
  missing: z.string().optional(),
  sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  retention: z.object({
    heading: z.string(),
    /** `kept`: “24 kuukautta”. */
    rows: z.array(z.object({ what: z.string(), kept: z.string(), why: z.string() })),
  }),
});
export type Notice = z.infer<typeof notice>;

export const getNotice = endpoint({
  method: 'GET',
  path: '/privacy/notice',
  summary: 'The privacy notice in the reader’s language.',
  params: none,
  body: none,
  response: notice,
});

export const putNotice = endpoint({
  method: 'PUT',
  path: '/privacy/notice',
  summary: 'Sets who is responsible and whom to ask.',
  params: none,
  body: z.object({
    controller: z.string().trim().min(1).max(LONGEST_CONTROLLER),
    contact: z.string().trim().max(LONGEST_CONTACT),
  }),
  response: notice,
});

// ── Audit ──────────────────────────────────────────────────────────────────────────────────────

export const auditMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const auditLine = z.object({
  at: instant,
  /** Name of who did it; who was erased or is unknown is named so in the reader's language. */
  by: z.string(),
  /** `polls.close` */
  act: z.string(),
  /** “Sulki äänestyksen ”Mikä aihe?”.”: a whole sentence without who did it. */
  what: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'Who did what in a month (yyyy-MM in UTC, by default this one), newest first, at most a hundred a page.',
  params: z.object({ month: auditMonth.optional(), after: z.string().optional() }),
  body: none,
  response: z.object({
    month: auditMonth,
    entries: z.array(auditLine),
    next: z.string().optional(),
    /** Months that may be asked for, newest first. */
    months: z.array(auditMonth),
  }),
});

export const exportAudit = endpoint({
  method: 'POST',
  path: '/audit/export',
  summary: 'A link to a month of the audit trail as CSV.',
  params: none,
  body: z.object({ month: auditMonth }),
  response: file,
});
