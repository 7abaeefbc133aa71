/** Year plans and yearly reports as they are loaded, written, published and withdrawn. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { dateIn } from '../../core/clock.ts';
import { listAll } from '../../core/list-all.ts';
import { Refusal } from '../../core/refusal.ts';
import { registerNow } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import type { PublishedSummary, YearSummary } from './contract.ts';
import { countYear, spansFor, yearSpan } from './counting.ts';
import type { Figures } from './figures.ts';
import { EARLIEST_YEAR, type PlanDraft, writePlan, type YearPlan, yearPlans } from './plan.ts';
import {
  type PublishedReport,
  publishedReports,
  type ReportContent,
  type ReportLanguage,
  type ReportTexts,
  reportIdOf,
  reportLanguage,
  reportTextsKind,
  type TextsDraft,
  textsFor,
  writeTexts,
} from './report.ts';
import { text } from './text.ts';

// ── Plan and texts ─────────────────────────────────────────────────────────────────────────────

export async function planOf({ services, scope }: Work, year: number): Promise<YearPlan | undefined> {
  return (await services.store.get(scope, yearPlans, String(year)))?.value;
}

/** Throws a Refusal: too long, or someone else wrote since `revision`. */
export async function savePlan(
  visit: Visit,
  year: number,
  { draft, revision }: { draft: PlanDraft; revision: number },
): Promise<YearPlan> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const place = { store, scope: visit.scope, kind: yearPlans, id: String(year) };
  const saved = await update(place, (now) => writePlan(now, { year, draft, revision, at: clock.now() }));
  await audit(visit, 'report.plan', String(year));
  return saved?.value as YearPlan;
}

export async function textsOf(work: Work, year: number): Promise<ReportTexts[]> {
  const { services, scope } = work;
  return (await listAll(services.store, scope, reportTextsKind, { prefix: `${year}|` })).map(({ value }) => value);
}

/** Throws a Refusal: too long, or someone else wrote since `revision`. */
export async function saveTexts(
  visit: Visit,
  year: number,
  { language, draft, revision }: { language: ReportLanguage; draft: TextsDraft; revision: number },
): Promise<ReportTexts> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const id = reportIdOf(year, language);
  const place = { store, scope: visit.scope, kind: reportTextsKind, id };
  const saved = await update(place, (now) => writeTexts(now, { year, language, draft, revision, at: clock.now() }));
  await audit(visit, 'report.texts', id);
  return saved?.value as ReportTexts;
}

// ── The report as it is now ────────────────────────────────────────────────────────────────────

/** The visit of someone who reads that language: features tell titles in it. */
const readerOf = (visit: Visit, language: ReportLanguage): Visit => ({
  ...visit,
  t: translator(language),
  actor: { ...visit.actor, locale: language },
});

export async function figuresNow(visit: Visit, year: number, language: ReportLanguage): Promise<Figures> {
  const { services, network } = visit;
  const reader = readerOf(visit, language);
  const spans = spansFor(year, network.zone);
  const [since = network.createdAt] = [network.createdAt, spans.before.from].sort();
  const [register, participations, before, now, after] = await Promise.all([
    registerNow(visit),
    services.participation(since, visit),
    services.facts(spans.before, reader),
    services.facts(spans.now, reader),
    services.facts(spans.after, reader),
  ]);
  const { regions } = services.places(network.calendar);
  const facts = { before, now, after };
  return countYear({
    ...{ year, spans, facts, register, participations, regions, at: services.clock.now(), locale: language },
  });
}

export interface ReportNow {
  readonly content: ReportContent;
  readonly plan: YearPlan | undefined;
  readonly texts: readonly ReportTexts[];
}

export async function reportNow(visit: Visit, year: number, language: ReportLanguage): Promise<ReportNow> {
  const [figures, plan, texts] = await Promise.all([
    figuresNow(visit, year, language),
    planOf(visit, year),
    textsOf(visit, year),
  ]);
  const { name } = visit.network;
  const own = textsFor(texts, language)?.parts ?? {};
  return {
    content: { year, language, network: name, figures, texts: own, plan: plan?.parts ?? {} },
    plan,
    texts,
  };
}

// ── Published ──────────────────────────────────────────────────────────────────────────────────

export async function findPublished(
  { services, scope }: Work,
  year: number,
  language: ReportLanguage,
): Promise<PublishedReport | undefined> {
  return (await services.store.get(scope, publishedReports, reportIdOf(year, language)))?.value;
}

/** Throws a Refusal when it is not published. */
export async function publishedNow(work: Work, year: number, language: ReportLanguage): Promise<PublishedReport> {
  const found = await findPublished(work, year, language);
  if (!found) throw new Refusal(text.notPublished);
  return found;
}

export async function allPublished({ services, scope }: Work): Promise<PublishedReport[]> {
  return (await listAll(services.store, scope, publishedReports)).map(({ value }) => value);
}

/** Newest year first, languages in their order. */
export async function publishedSummaries(work: Work): Promise<PublishedSummary[]> {
  const order = reportLanguage.options;
  return (await allPublished(work))
    .map(({ content: { year, language }, publishedAt }) => ({ year, language, publishedAt }))
    .sort((a, b) => b.year - a.year || order.indexOf(a.language) - order.indexOf(b.language));
}

/** Freezes the report as it is now, in place of what was published before. */
export async function publishReport(visit: Visit, year: number, language: ReportLanguage): Promise<PublishedSummary> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const { content } = await reportNow(visit, year, language);
  const publishedAt = clock.now();
  const id = reportIdOf(year, language);
  await store.upsert(visit.scope, publishedReports, id, { content, publishedAt, by: visit.actor.person });
  await audit(visit, 'report.publish', id);
  return { year, language, publishedAt };
}

/** What is withdrawn already changes nothing. */
export async function withdrawReport(visit: Visit, year: number, language: ReportLanguage): Promise<void> {
  await asCoordinator(visit);
  const id = reportIdOf(year, language);
  if (await visit.services.store.remove(visit.scope, publishedReports, id)) await audit(visit, 'report.withdraw', id);
}

// ── Years ──────────────────────────────────────────────────────────────────────────────────────

/** This year, those with something planned, written or published, those since the network began, and those before it of which features still tell something. */
export async function listYears(visit: Visit): Promise<YearSummary[]> {
  const { services, scope, network } = visit;
  const [plans, texts, published] = await Promise.all([
    listAll(services.store, scope, yearPlans),
    listAll(services.store, scope, reportTextsKind),
    publishedSummaries(visit),
  ]);
  const thisYear = Number(todayIn(visit).slice(0, 4));
  const known = new Set([
    ...plans.map(({ value }) => value.year),
    ...texts.map(({ value }) => value.year),
    ...published.map(({ year }) => year),
    thisYear,
  ]);
  const began = Number(dateIn(network.createdAt, network.zone).slice(0, 4));
  for (let year = began; year < thisYear; year++) known.add(year);
  // What was imported of earlier years, those without anything between them passed over.
  const [from, to] = [yearSpan(EARLIEST_YEAR, network.zone).from, yearSpan(began, network.zone).from];
  const told = await services.facts({ from, to }, visit);
  const times = [
    ...told.events.map(({ startsAt }) => startsAt),
    ...[...told.polls, ...told.surveys].map(({ closedAt }) => closedAt),
    ...told.materials.map(({ addedAt }) => addedAt),
  ];
  for (const at of times) if (at >= from && at < to) known.add(Number(dateIn(at, network.zone).slice(0, 4)));
  return [...known]
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      hasPlan: plans.some(({ value }) => value.year === year && Object.keys(value.parts).length > 0),
      written: texts.flatMap(({ value }) =>
        value.year === year && Object.keys(value.parts).length > 0 ? [value.language] : [],
      ),
      published: published.filter((one) => one.year === year),
    }));
}
