/** The requests of year plans and yearly reports, apart from those of the first view. */
import type * as report from '../../../../bot/features/report/contract.ts';
import { call } from '../../call.ts';

export const listReports = call<typeof report.listReports>('GET', '/reports');
export const getPlan = call<typeof report.getPlan>('GET', '/plans/{year}');
export const putPlan = call<typeof report.putPlan>('PUT', '/plans/{year}');
export const getReport = call<typeof report.getReport>('GET', '/reports/{year}');
export const putTexts = call<typeof report.putTexts>('PUT', '/reports/{year}/texts');
export const publishReport = call<typeof report.publishReport>('POST', '/reports/{year}/publish');
export const withdrawReport = call<typeof report.withdrawReport>('POST', '/reports/{year}/withdraw');
export const reportFile = call<typeof report.reportFile>('POST', '/reports/{year}/file');
export const listPublished = call<typeof report.listPublished>('GET', '/published-reports');
export const getPublished = call<typeof report.getPublished>('GET', '/published-reports/{year}');
export const publishedFile = call<typeof report.publishedFile>('POST', '/published-reports/{year}/file');

export type ReportContent = report.ReportContent;
export type ReportLanguage = report.ReportLanguage;
export type ReportView = report.ReportView;
export type PlanView = report.PlanView;
export type YearSummary = report.YearSummary;
export type Figures = report.Figures;
