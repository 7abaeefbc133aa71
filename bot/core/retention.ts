/** How long each kind of personal data is kept, in days: the one table that jobs enforce and the privacy notice shows. */
import { DAY, type Instant, plus } from './clock.ts';

/** A row of the table; the notice has a sentence on each, `privacy/text.ts`. */
export const RETENTION = {
  /** After leaving: someone who comes back within two years of the network's life finds their history. */
  leftPeople: 730,
  /** After closing: the yearly report of the next year can still be explained; then voters become anonymous, totals stay. */
  votes: 730,
  /** After closing: as votes. Of anonymous surveys that is who answered; of the others also what. */
  surveyAnswers: 730,
  /** A form that was put aside: “copy last year’s” still finds what was begun. */
  surveyForms: 365,
  /** Comments on a statement, and who said that their organisation joins, after it became final or was stopped: as survey answers. The text and the organisations stay. */
  statementComments: 730,
  /** Who wrote a story, after the box was opened: as votes. The story stays as the network's, under the name that its writer gave. */
  storyWriters: 730,
  /** A story that a coordinator did not let into the box: a month to think again. */
  refusedStories: 30,
  /** A picture that stands in no survey: the form that it was chosen for is put aside or thrown away by then. */
  unusedPictures: 7,
  /** Who supports which idea, after the call closed: the choice among them can be explained; then how many there were stays. */
  ideaSupports: 730,
  /** A picture that was sent for an idea, a bulletin or the box and stands in none: what it was chosen for is written within a week. */
  loosePictures: 7,
  /** A file that was sent and stands in no item: an upload that was cut off can be gone on with for a week. */
  unusedUploads: 7,
  /** When someone last looked at the material bank: who stays away so long finds nothing marked as new. */
  materialVisits: 365,
  /** That and when something was mailed: long enough to answer “I never got it”. */
  letters: 365,
  /** Whom a bulletin went to by mail: as letters. How many it reached stays. */
  bulletinRecipients: 365,
  /** 1:1 messages that the app sent in Teams: as letters. */
  directPosts: 365,
  /** A question to the coordinator alone, after the last word in it: as contact notes, it explains what was advised; then a figure stays. */
  privateQuestions: 730,
  /** Who did what as a coordinator: `until` of each entry. */
  audit: 730,
  /** An uploaded list with its dry run: a week to settle what is doubtful. */
  importPlans: 7,
  /** A recommended colleague has a season to answer; one who declined is forgotten the next night. */
  invitations: 90,
  /** Diet and access needs, after the event: until the kitchen's bill is checked. */
  needs: 14,
  /** From the public page of an event, and never confirmed by the link in the letter: two days to open it, since anyone can type anyone's address there. */
  unconfirmedRegistrations: 2,
  /** After the event: the yearly report of the next year can still be explained, and who comes for the first time be known; then people become anonymous, totals stay. */
  registrations: 730,
  /** Someone from outside whom no event needs any more; the day lets a registration that is under way be written down. */
  outsiders: 1,
  /** A keyed hash of the address that was invited, so that nobody is asked again within a year. */
  invitedAddresses: 365,
  /** Work that was given up: as long as someone may still want to try it again. */
  failedJobs: 92,
  /** That an erasure happened (not of whom). */
  erasures: 730,
} as const satisfies Readonly<Record<string, number>>;
export type RetentionRow = keyof typeof RETENTION;

/** Backups are kept at most so long, in days: what was erased is gone from them then. The service in Azure keeps seven (`infra/store.bicep`); who makes others must not keep them longer. */
export const BACKUP_DAYS = 35;

/** What is older than this is over its time. */
export const keptSince = (row: RetentionRow, now: Instant): Instant => plus(now, -RETENTION[row] * DAY);
