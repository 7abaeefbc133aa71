/** The yearly report: the coordinator's own words about the year, kept as a draft while the figures update, and what is frozen for members. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { Refusal } from '../../core/refusal.ts';
import { figures } from './figures.ts';
import { CHANGED, isSame, LONGEST_PART, planParts, readParts, reportYear } from './plan.ts';
import { text } from './text.ts';

/** A report is in one language, whoever reads it. */
export const reportLanguage = z.enum(['fi', 'sv', 'en']);
export type ReportLanguage = z.infer<typeof reportLanguage>;

/** The coordinator's own parts, in the order in which they are written and read. */
export const TEXT_PARTS = ['summary', 'goalsMet', 'effects', 'lessons', 'differently', 'next'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

const part = z.string().max(LONGEST_PART);
export const reportParts = z.object({
  summary: part.optional(),
  /** How the goals of the plan were met. */
  goalsMet: part.optional(),
  effects: part.optional(),
  lessons: part.optional(),
  /** What would be done differently. */
  differently: part.optional(),
  /** What comes next. */
  next: part.optional(),
});
export type ReportParts = z.infer<typeof reportParts>;

export const reportTexts = z.object({
  year: z.number().int(),
  language: reportLanguage,
  parts: reportParts,
  /** Rises with every change; see `YearPlan.revision`. */
  revision: z.number().int().positive(),
  editedAt: instant,
});
export type ReportTexts = z.infer<typeof reportTexts>;

/** Id: `2026|fi`. */
export const reportTextsKind = kind<ReportTexts>({ name: 'reportTexts', container: 'networks', schema: reportTexts });
export const reportIdOf = (year: number, language: ReportLanguage): string => `${year}|${language}`;

/** Undefined when it is no such id. */
export function readReportId(id: string): { year: number; language: ReportLanguage } | undefined {
  const [year, language] = id.split('|');
  const read = z.object({ year: reportYear, language: reportLanguage }).safeParse({ year, language });
  return read.data;
}

/** What a form sends: as typed. */
export const textsDraft = z.object({
  summary: z.string().default(''),
  goalsMet: z.string().default(''),
  effects: z.string().default(''),
  lessons: z.string().default(''),
  differently: z.string().default(''),
  next: z.string().default(''),
});
export type TextsDraft = z.infer<typeof textsDraft>;

/** `revision`: of the texts that the writer saw, 0 when there were none. Throws a Refusal: a part is too long, or someone else wrote meanwhile. */
export function writeTexts(
  now: ReportTexts | undefined,
  to: { year: number; language: ReportLanguage; draft: TextsDraft; revision: number; at: Instant },
): ReportTexts {
  const { year, language, draft, revision, at } = to;
  const parts = readParts(TEXT_PARTS, draft);
  if (now && isSame(now.parts, parts)) return now; // sent twice, or nothing changed
  if ((now?.revision ?? 0) !== revision) throw new Refusal(text.changedMeanwhile, {}, [CHANGED]);
  return { year, language, parts, revision: revision + 1, editedAt: at };
}

/** The texts of the language asked for, else of one in which something is written. */
export function textsFor(all: readonly ReportTexts[], language: ReportLanguage): ReportTexts | undefined {
  const order = [language, ...reportLanguage.options];
  const written = order.flatMap((one) => all.find((texts) => texts.language === one) ?? []);
  return written.find(({ parts }) => Object.keys(parts).length > 0) ?? written[0];
}

/** Headings and words of the report, the same on the page as in the files. */
export const reportWords = text;

// ── Published ──────────────────────────────────────────────────────────────────────────────────

/** Everything that a report holds, live or frozen. */
export const reportContent = z.object({
  year: z.number().int(),
  language: reportLanguage,
  /** The network's name as it was then. */
  network: z.string(),
  figures,
  texts: reportParts,
  plan: planParts,
});
export type ReportContent = z.infer<typeof reportContent>;

/** A frozen report that members read: figures and texts as they were. No people's names but in quoted words and own texts. */
export const publishedReport = z.object({
  content: reportContent,
  publishedAt: instant,
  by: personKey,
});
export type PublishedReport = z.infer<typeof publishedReport>;

/** Id: `2026|fi`. */
export const publishedReports = kind<PublishedReport>({
  name: 'publishedReport',
  container: 'networks',
  schema: publishedReport,
});
