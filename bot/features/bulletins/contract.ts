/** What the tab and the server say to each other about bulletins and series. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { memberId } from '../../core/network.ts';
import { bulletinDraft, contentDraft, recipientFilter } from './bulletin.ts';
import { fate, sums } from './fate.ts';
import { seriesDraft } from './series.ts';

export type { BulletinDraft, ContentDraft, RecipientFilter } from './bulletin.ts';
export type { Fate } from './fate.ts';
export type { SeriesDraft } from './series.ts';

const none = z.object({});
const one = z.object({ bulletin: activityId });
const oneSeries = z.object({ series: activityId });
const oneDay = z.object({ series: activityId, day: z.iso.date() });
const problems = z.array(z.object({ field: z.string(), message: z.string() }));

export const pictureView = z.object({
  id: activityId,
  alt: z.string(),
  address: z.string(),
  width: z.number(),
  height: z.number(),
});

export const bulletinLine = z.object({
  id: activityId,
  title: z.string(),
  /** The beginning of its text. */
  excerpt: z.string(),
  sentAt: instant,
  /** When it was corrected for the last time. */
  correctedAt: instant.optional(),
});
export type BulletinLine = z.infer<typeof bulletinLine>;

export const bulletinView = z.object({
  id: activityId,
  title: z.string(),
  text: z.string(),
  picture: pictureView.optional(),
  link: z.object({ url: z.string(), label: z.string().optional() }).optional(),
  sentAt: instant.optional(),
  correctedAt: instant.optional(),
});
export type BulletinView = z.infer<typeof bulletinView>;

const state = z.enum(['draft', 'scheduled', 'sending', 'sent']);

export const deskLine = z.object({
  id: activityId,
  title: z.string(),
  state,
  sendAt: instant.optional(),
  sentAt: instant.optional(),
  /** It was scheduled, and did not go out when its time came. */
  isMissed: z.boolean(),
});
export type DeskLine = z.infer<typeof deskLine>;

export const seriesLine = z.object({
  id: activityId,
  title: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  /** How many days it has, have content, are scheduled and have gone out. */
  days: z.int(),
  filled: z.int(),
  scheduled: z.int(),
  sent: z.int(),
});
export type SeriesLine = z.infer<typeof seriesLine>;

export const deskView = deskLine.extend({
  view: bulletinView,
  /** As the form shows it. */
  draft: bulletinDraft,
  /** Whom mail goes to, in words; absent: it does not go by mail. */
  mailTo: z.string().optional(),
  /** Title of the bulletin that it follows up. */
  followsUp: z.string().optional(),
  series: z.object({ id: activityId, title: z.string(), day: z.string() }).optional(),
  /** What has become of its post in the channel. */
  post: z.enum(['waiting', 'sending', 'sent', 'unknown', 'failed', 'removed']).optional(),
  /** Date and time of its schedule, as the form shows them. */
  schedule: z.object({ date: z.string(), time: z.string() }).optional(),
  /** How many it goes to by mail, once that is frozen. */
  recipients: z.int().optional(),
  /** For other channels: at most 280 characters, and the address that goes with them. */
  share: z.object({ text: z.string(), address: z.string(), isPublic: z.boolean() }),
  corrections: z.array(z.object({ at: instant, by: z.string(), title: z.string(), text: z.string() })),
  by: z.string(),
});
export type DeskView = z.infer<typeof deskView>;

export const audience = z.object({
  /** All who are chosen, and how many of them get a letter, have no address, do not want it, or read it in Teams alone. */
  all: z.int(),
  mail: z.int(),
  noAddress: z.int(),
  unwanted: z.int(),
  inTeams: z.int(),
});
export type Audience = z.infer<typeof audience>;

export const deliveryView = z.object({
  /** Absent: the person has been erased. */
  member: memberId.optional(),
  name: z.string(),
  organisation: z.string(),
  fate,
  /** The fate in words, with the reason. */
  says: z.string(),
  at: instant.optional(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

export const reportView = z.object({
  sums,
  /** All recipients: the sum of the sums. */
  size: z.int(),
  /** How many of them have their letter in the mail's queue; less than all while it is being sent. */
  given: z.int(),
  rows: z.array(deliveryView),
  next: z.string().optional(),
  /** Who they were is forgotten by now; the sums stay. */
  isForgotten: z.boolean(),
  isMailConfigured: z.boolean(),
});
export type ReportView = z.infer<typeof reportView>;

export const dayView = z.object({
  day: z.string(),
  /** When it goes or went out. */
  at: instant,
  isPast: z.boolean(),
  /** Absent: nothing is written for the day. */
  post: z.object({ id: activityId, state, isMissed: z.boolean(), view: bulletinView }).optional(),
});
export type DayView = z.infer<typeof dayView>;

export const seriesView = seriesLine.extend({
  draft: seriesDraft,
  list: z.array(dayView),
});
export type SeriesView = z.infer<typeof seriesView>;

// ── For members ────────────────────────────────────────────────────────────────────────────────

export const listBulletins = endpoint({
  method: 'GET',
  path: '/bulletins',
  summary: 'Bulletins that have gone out to the reader, the newest first.',
  params: z.object({ after: z.string().max(20).optional() }),
  body: none,
  response: z.object({ bulletins: z.array(bulletinLine), next: z.string().optional() }),
});

export const getBulletin = endpoint({
  method: 'GET',
  path: '/bulletins/{bulletin}',
  summary: 'One bulletin as its readers see it.',
  params: one,
  body: none,
  response: bulletinView,
});

// ── For coordinators ───────────────────────────────────────────────────────────────────────────

export const getDesk = endpoint({
  method: 'GET',
  path: '/bulletin-desk',
  summary: 'All bulletins but days of series, drafts first, and all series.',
  params: z.object({ after: z.string().max(20).optional() }),
  body: none,
  response: z.object({ bulletins: z.array(deskLine), series: z.array(seriesLine), next: z.string().optional() }),
});

export const getChoices = endpoint({
  method: 'GET',
  path: '/bulletin-choices',
  summary: 'What recipients of mail can be chosen by.',
  params: none,
  body: none,
  response: z.object({
    groups: z.array(z.object({ id: z.string(), name: z.string() })),
    areas: z.array(z.object({ id: z.string(), name: z.string() })),
    kinds: z.array(z.object({ id: z.string(), name: z.string() })),
    isMailConfigured: z.boolean(),
  }),
});

export const countAudience = endpoint({
  method: 'POST',
  path: '/bulletin-audience',
  summary: 'How many people a filter would mail to now, and how each is reached.',
  params: none,
  body: z.object({ filter: recipientFilter }),
  response: audience,
});

export const previewBulletin = endpoint({
  method: 'POST',
  path: '/bulletin-preview',
  summary: 'The card and the letter that would come of a draft, or what is wrong with it.',
  params: none,
  body: bulletinDraft,
  response: z.object({
    card: z.record(z.string(), z.unknown()).optional(),
    letter: z.object({ subject: z.string(), paragraphs: z.array(z.string()), links: z.array(z.string()) }).optional(),
    problems,
  }),
});

export const createBulletin = endpoint({
  method: 'POST',
  path: '/bulletins',
  summary: 'Makes a draft of a bulletin.',
  params: none,
  body: z.object({ draft: bulletinDraft, requestId: z.uuid() }),
  response: deskView,
});

export const getDeskBulletin = endpoint({
  method: 'GET',
  path: '/bulletins/{bulletin}/desk',
  summary: 'One bulletin as coordinators see it.',
  params: one,
  body: none,
  response: deskView,
});

export const editBulletin = endpoint({
  method: 'PUT',
  path: '/bulletins/{bulletin}',
  summary: 'Writes a bulletin anew that has not gone out.',
  params: one,
  body: bulletinDraft,
  response: deskView,
});

export const removeBulletin = endpoint({
  method: 'DELETE',
  path: '/bulletins/{bulletin}',
  summary: 'Throws a draft away.',
  params: one,
  body: none,
  response: none,
});

export const scheduleBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/schedule',
  summary: 'Lets a bulletin go out at a date and time of the network.',
  params: one,
  body: z.object({ date: z.string().max(40), time: z.string().max(20) }),
  response: deskView,
});

export const unscheduleBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/unschedule',
  summary: 'Makes a scheduled bulletin a draft again.',
  params: one,
  body: none,
  response: deskView,
});

export const sendBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/send',
  summary: 'Lets a bulletin go out now.',
  params: one,
  body: none,
  response: deskView,
});

export const testBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/test',
  summary: 'Mails the letter to the reader alone.',
  params: one,
  body: z.object({ requestId: z.uuid() }),
  response: none,
});

export const correctBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/correct',
  summary: 'Corrects a bulletin that has gone out; its card says so.',
  params: one,
  body: contentDraft,
  response: deskView,
});

export const followUp = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/follow-up',
  summary: 'Makes a draft for those whose letter was sent.',
  params: one,
  body: z.object({ requestId: z.uuid() }),
  response: deskView,
});

export const shareBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/share',
  summary: 'Opens or closes the page that anyone may read.',
  params: one,
  body: z.object({ isPublic: z.boolean() }),
  response: deskView,
});

export const repostBulletin = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/repost',
  summary: 'Posts the card again when it is unknown whether it reached the channel, or it failed.',
  params: one,
  body: none,
  response: deskView,
});

export const getDelivery = endpoint({
  method: 'GET',
  path: '/bulletins/{bulletin}/report',
  summary: 'What has become of the bulletin for each recipient of mail; `fate` shows only those who have it.',
  params: z.object({ bulletin: activityId, fate: fate.optional(), after: z.string().max(20).optional() }),
  body: none,
  response: reportView,
});

export const exportDelivery = endpoint({
  method: 'POST',
  path: '/bulletins/{bulletin}/report/file',
  summary: 'A download address, valid ten minutes, for the report of delivery as CSV or XLSX.',
  params: one,
  body: z.object({ format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});

// ── Series ─────────────────────────────────────────────────────────────────────────────────────

export const createSeries = endpoint({
  method: 'POST',
  path: '/bulletin-series',
  summary: 'Makes a series of prepared posts, one a day.',
  params: none,
  body: z.object({ draft: seriesDraft, requestId: z.uuid() }),
  response: seriesView,
});

export const getSeries = endpoint({
  method: 'GET',
  path: '/bulletin-series/{series}',
  summary: 'A series with each of its days.',
  params: oneSeries,
  body: none,
  response: seriesView,
});

export const changeSeries = endpoint({
  method: 'PUT',
  path: '/bulletin-series/{series}',
  summary: 'Changes the name, days or time of a series.',
  params: oneSeries,
  body: seriesDraft,
  response: seriesView,
});

export const removeSeries = endpoint({
  method: 'DELETE',
  path: '/bulletin-series/{series}',
  summary: 'Throws a series away of which nothing has gone out.',
  params: oneSeries,
  body: none,
  response: none,
});

export const writeDay = endpoint({
  method: 'PUT',
  path: '/bulletin-series/{series}/days/{day}',
  summary: 'Writes the post of a day, or empties it.',
  params: oneDay,
  body: contentDraft,
  response: seriesView,
});

export const scheduleSeries = endpoint({
  method: 'POST',
  path: '/bulletin-series/{series}/schedule',
  summary: 'Schedules each day that has content and is to come, and says which have none.',
  params: oneSeries,
  body: none,
  response: z.object({
    series: seriesView,
    scheduled: z.int(),
    /** Dates, yyyy-MM-dd. */
    empty: z.array(z.string()),
    missed: z.array(z.string()),
  }),
});

export const unscheduleSeries = endpoint({
  method: 'POST',
  path: '/bulletin-series/{series}/unschedule',
  summary: 'Makes the scheduled days of a series drafts again.',
  params: oneSeries,
  body: none,
  response: seriesView,
});
