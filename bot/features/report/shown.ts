/** The year plan and the report as coordinators see them. */
import { isDeepStrictEqual } from 'node:util';
import type { Visit } from '../../core/turn.ts';
import type { PlanView, ReportView, TextsView } from './contract.ts';
import { findPublished, reportNow } from './operations.ts';
import type { YearPlan } from './plan.ts';
import { type ReportLanguage, type ReportTexts, textsFor } from './report.ts';

export const planView = (year: number, of: YearPlan | undefined): PlanView =>
  of
    ? { year, parts: of.parts, revision: of.revision, editedAt: of.editedAt }
    : { ...{ year, parts: {}, revision: 0 } };

export const textsView = (of: ReportTexts | undefined): TextsView =>
  of ? { parts: of.parts, revision: of.revision, editedAt: of.editedAt } : { parts: {}, revision: 0 };

export async function reportView(visit: Visit, year: number, language: ReportLanguage): Promise<ReportView> {
  const [{ content, plan, texts }, published] = await Promise.all([
    reportNow(visit, year, language),
    findPublished(visit, year, language),
  ]);
  const shown = textsFor(texts, language);
  return {
    content,
    ...(shown ? { textsLanguage: shown.language } : {}),
    draft: textsView(texts.find((one) => one.language === language)),
    plan: planView(year, plan),
    ...(published ? { publishedAt: published.publishedAt } : {}),
    isChanged: published !== undefined && !isDeepStrictEqual(published.content, content),
  };
}
