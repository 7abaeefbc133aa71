/** What the tab and the server say to each other about the year plan and the yearly report. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { planDraft, planParts, reportYear } from './plan.ts';
import { reportContent, reportLanguage, reportParts, textsDraft } from './report.ts';

export {
  averageText,
  type Figure,
  type FigureName,
  type Figures,
  gradeText,
  type Measure,
  measureText,
  shareText,
} from './figures.ts';
export { LONGEST_PART, PLAN_PARTS, type PlanDraft, type PlanPart, type PlanParts } from './plan.ts';
export {
  type ReportContent,
  type ReportLanguage,
  type ReportParts,
  reportLanguage,
  reportWords,
  TEXT_PARTS,
  type TextPart,
  type TextsDraft,
} from './report.ts';

const none = z.object({});
const ofYear = z.object({ year: reportYear });
const ofReport = ofYear.extend({ language: reportLanguage });

/** `revision` goes back with a change: 0 when nothing is written. */
export const planView = z.object({
  year: z.number().int(),
  parts: planParts,
  revision: z.number().int(),
  editedAt: instant.optional(),
});
export type PlanView = z.infer<typeof planView>;

export const textsView = z.object({
  parts: reportParts,
  revision: z.number().int(),
  editedAt: instant.optional(),
});
export type TextsView = z.infer<typeof textsView>;

export const reportView = z.object({
  /** As it is now. Its `texts` are those of `textsLanguage`. */
  content: reportContent,
  /** The language of the own texts that are in the report: another than asked for where nothing is written in that one. */
  textsLanguage: reportLanguage.optional(),
  /** Of the language asked for, to write in. */
  draft: textsView,
  plan: planView,
  /** When it was last published in this language; absent: members do not see it. */
  publishedAt: instant.optional(),
  /** Figures or texts are others than members see. */
  isChanged: z.boolean(),
});
export type ReportView = z.infer<typeof reportView>;

export const publishedSummary = z.object({ year: z.number().int(), language: reportLanguage, publishedAt: instant });
export type PublishedSummary = z.infer<typeof publishedSummary>;

export const yearSummary = z.object({
  year: z.number().int(),
  hasPlan: z.boolean(),
  /** Languages in which own texts are written. */
  written: z.array(reportLanguage),
  published: z.array(publishedSummary),
});
export type YearSummary = z.infer<typeof yearSummary>;

export const listReports = endpoint({
  method: 'GET',
  path: '/reports',
  summary: 'Years that have something to report or plan, newest first.',
  params: none,
  body: none,
  response: z.object({ years: z.array(yearSummary) }),
});

export const getPlan = endpoint({
  method: 'GET',
  path: '/plans/{year}',
  summary: 'The plan of a year; without parts when nothing is written.',
  params: ofYear,
  body: none,
  response: planView,
});

export const putPlan = endpoint({
  method: 'PUT',
  path: '/plans/{year}',
  summary: 'Writes the plan of a year. Refused with the code `changed` when someone else wrote since `revision`.',
  params: ofYear,
  body: z.object({ draft: planDraft, revision: z.number().int().min(0) }),
  response: planView,
});

export const getReport = endpoint({
  method: 'GET',
  path: '/reports/{year}',
  summary:
    'The report of a year in a language: figures as they are now beside those of the year before, own texts, plan.',
  params: ofReport,
  body: none,
  response: reportView,
});

export const putTexts = endpoint({
  method: 'PUT',
  path: '/reports/{year}/texts',
  summary:
    'Writes the report’s own texts in a language. Refused with the code `changed` when someone else wrote since `revision`.',
  params: ofYear,
  body: z.object({ language: reportLanguage, draft: textsDraft, revision: z.number().int().min(0) }),
  response: textsView,
});

export const publishReport = endpoint({
  method: 'POST',
  path: '/reports/{year}/publish',
  summary: 'Freezes the report as it is now and shows it to members, in place of what was published before.',
  params: ofYear,
  body: z.object({ language: reportLanguage }),
  response: publishedSummary,
});

export const withdrawReport = endpoint({
  method: 'POST',
  path: '/reports/{year}/withdraw',
  summary: 'Takes the published report away from members; the draft stays.',
  params: ofYear,
  body: z.object({ language: reportLanguage }),
  response: none,
});

export const reportFormat = z.enum(['docx', 'card', 'xlsx']);
export type ReportFormat = z.infer<typeof reportFormat>;

export const reportFile = endpoint({
  method: 'POST',
  path: '/reports/{year}/file',
  summary: 'A signed address of the report as it is now: Word document, one-page project card (Word), or workbook.',
  params: ofYear,
  body: z.object({ language: reportLanguage, format: reportFormat }),
  response: z.object({ url: z.string() }),
});

export const listPublished = endpoint({
  method: 'GET',
  path: '/published-reports',
  summary: 'Reports that are published to members, newest year first.',
  params: none,
  body: none,
  response: z.object({ reports: z.array(publishedSummary) }),
});

export const getPublished = endpoint({
  method: 'GET',
  path: '/published-reports/{year}',
  summary: 'A published report, as it was frozen.',
  params: ofReport,
  body: none,
  response: z.object({ content: reportContent, publishedAt: instant }),
});

export const publishedFile = endpoint({
  method: 'POST',
  path: '/published-reports/{year}/file',
  summary: 'A signed address of a published report as a Word document or workbook.',
  params: ofYear,
  body: z.object({ language: reportLanguage, format: z.enum(['docx', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});
