/** What the tab asks of year plans and yearly reports: coordinators, and members what is published. */
import { linkToFile, type Route, route } from '../../core/feature.ts';
import * as contract from './contract.ts';
import {
  listYears,
  planOf,
  publishedNow,
  publishedSummaries,
  publishReport,
  savePlan,
  saveTexts,
  withdrawReport,
} from './operations.ts';
import { reportIdOf } from './report.ts';
import { planView, reportView, textsView } from './shown.ts';

/** Which download each format is. */
const FILES = { docx: 'report.docx', card: 'report.card.docx', xlsx: 'report.xlsx' } as const;
const PUBLISHED_FILES = { docx: 'report.published.docx', xlsx: 'report.published.xlsx' } as const;

export const reportRoutes: readonly Route[] = [
  route(contract.listReports, 'coordinator', async (_, visit) => ({ years: await listYears(visit) })),
  route(contract.getPlan, 'coordinator', async ({ params: { year } }, visit) =>
    planView(year, await planOf(visit, year)),
  ),
  route(contract.putPlan, 'coordinator', async ({ params: { year }, body }, visit) =>
    planView(year, await savePlan(visit, year, body)),
  ),
  route(contract.getReport, 'coordinator', async ({ params: { year, language } }, visit) =>
    reportView(visit, year, language),
  ),
  route(contract.putTexts, 'coordinator', async ({ params: { year }, body }, visit) =>
    textsView(await saveTexts(visit, year, body)),
  ),
  route(contract.publishReport, 'coordinator', async ({ params: { year }, body: { language } }, visit) =>
    publishReport(visit, year, language),
  ),
  route(contract.withdrawReport, 'coordinator', async ({ params: { year }, body: { language } }, visit) => {
    await withdrawReport(visit, year, language);
    return {};
  }),
  route(contract.reportFile, 'coordinator', async ({ params: { year }, body: { language, format } }, visit) => ({
    url: await linkToFile(visit, FILES[format], reportIdOf(year, language)),
  })),
  route(contract.listPublished, 'member', async (_, visit) => ({ reports: await publishedSummaries(visit) })),
  route(contract.getPublished, 'member', async ({ params: { year, language } }, visit) => {
    const { content, publishedAt } = await publishedNow(visit, year, language);
    return { content, publishedAt };
  }),
  route(contract.publishedFile, 'member', async ({ params: { year }, body: { language, format } }, visit) => {
    await publishedNow(visit, year, language);
    return { url: await linkToFile(visit, PUBLISHED_FILES[format], reportIdOf(year, language)) };
  }),
];
