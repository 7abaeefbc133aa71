/** The digest: its settings, the job that sends it, and how it would look now. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { Card } from '../../core/card.ts';
import type { Instant } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type DigestLine, digestCard, digestSummary } from './cards.ts';
import {
  DIGEST_ID,
  type Digest,
  type DigestSettings,
  digests,
  type Issue,
  issueOf,
  linesOf,
  NO_DIGEST,
  nextDue,
  periodOf,
  postOf,
  sinceOf,
  withIssue,
  withSettings,
} from './digest.ts';

export async function digestNow({ services, scope }: Work): Promise<Digest> {
  return (await services.store.get(scope, digests, DIGEST_ID))?.value ?? NO_DIGEST;
}

async function change(work: Work, to: (of: Digest) => Digest): Promise<Digest> {
  const { store } = work.services;
  const stored = await update({ store, scope: work.scope, kind: digests, id: DIGEST_ID }, (now) => {
    const next = to(now ?? NO_DIGEST);
    return now === undefined && next === NO_DIGEST ? undefined : next;
  });
  return stored?.value ?? NO_DIGEST;
}

/** When the next one is due; undefined: never. */
export const nextOf = ({ services, network }: Work, { settings }: Digest): Instant | undefined =>
  nextDue(settings, services.clock.now(), network.zone);

/** For coordinators. */
export async function setDigest(visit: Visit, settings: DigestSettings): Promise<Digest> {
  await asCoordinator(visit);
  const before = await digestNow(visit);
  const of = await change(visit, (now) => withSettings(now, settings, visit.services.clock.now()));
  if (of.round !== before.round) await audit(visit, 'digest.settings', settings.every);
  await schedule(visit, of); // also when nothing changed: a request that was cut off is made whole by the next
  return of;
}

async function schedule(work: Work, of: Digest): Promise<void> {
  const due = nextOf(work, of);
  if (due === undefined) return;
  const { services, network } = work;
  await services.jobs.schedule({ kind: 'digest.send', network: network.id, key: String(of.round), due });
}

/** The job. However late it comes, it sends one digest, and the next is due after now. */
export async function sendDigest(work: Work, { key, due }: { key: string; due: Instant }): Promise<void> {
  const { services, network } = work;
  const of = await digestNow(work);
  if (of.settings.every === 'never' || key !== String(of.round)) return;
  await schedule(work, of);
  if (network.state !== 'active') return;
  const period = periodOf(of.settings, due, network.zone);
  // one that was noted but not given to the queue, because the process died in between, goes now
  if (issueOf(of, period) === undefined && !(await noteIssue(work, of, period))) return;
  await services.posts.publish({
    ...{ id: postOf(period), network: network.id, drawing: 'digest.digest', subject: period, to: { channel: true } },
  });
}

/** False when there is nothing new. */
async function noteIssue(work: Work, of: Digest, period: string): Promise<boolean> {
  const at = work.services.clock.now();
  const since = sinceOf(of, at);
  const lines = linesOf(of, await work.services.news(since, work));
  if (lines.length === 0) return false;
  const made: Issue = { period, since, at, pages: lines.map(({ page }) => page) };
  await change(work, (now) => withIssue(now, made));
  return true;
}

const withLinks = ({ services, network }: Work, lines: readonly News[]): DigestLine[] =>
  lines.map((one) => ({ ...one, link: services.linkToTab(network, one.page) }));

const frameOf = ({ services, network }: Work, t: Translate) => ({
  ...{ t, tab: services.linkToTab(network, ''), bank: services.linkToTab(network, 'materials') },
});

/** What it told, as it is now: what is gone meanwhile is not in it. */
export async function drawDigest(period: string, work: Work) {
  const made = issueOf(await digestNow(work), period);
  if (!made) return undefined;
  const pages = new Set(made.pages);
  const news = await work.services.news(made.since, work);
  const lines = withLinks(
    work,
    news.filter(({ page }) => pages.has(page)),
  );
  if (lines.length === 0) return undefined;
  const { channelT } = work;
  return { card: digestCard(lines, frameOf(work, channelT)), summary: digestSummary(lines, channelT) };
}

/** The next one as it would look now; undefined: nothing is new, and none would be sent. For coordinators. */
export async function previewDigest(visit: Visit): Promise<Card | undefined> {
  await asCoordinator(visit);
  const of = await digestNow(visit);
  const news = await visit.services.news(sinceOf(of, visit.services.clock.now()), visit);
  const lines = withLinks(visit, linesOf(of, news));
  return lines.length === 0 ? undefined : digestCard(lines, frameOf(visit, visit.channelT));
}
