/** What is done with series of prepared posts: framed, filled day by day, scheduled together. Each day goes to the channel alone. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { activityId } from '../../core/ids.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit, Work } from '../../core/turn.ts';
import {
  type Bulletin,
  type ContentDraft,
  edit,
  hasGone,
  isEmpty,
  makeBulletin,
  readContent,
  schedule,
  shared,
  unschedule,
} from './bulletin.ts';
import {
  allBulletins,
  bulletinNow,
  changeBulletin,
  changeSeriesNow,
  findBulletin,
  forgetSeries,
  seriesNow,
} from './memory.ts';
import { dropReplaced, goAt, insertBulletin, placed, shortHash, takeAway } from './operations.ts';
import {
  type BulletinSeries,
  dayId,
  daysOf,
  makeSeries,
  readSeries,
  reframe,
  requireDay,
  type SeriesDraft,
  seriesKind,
  timeOf,
} from './series.ts';
import { text } from './text.ts';

/** Its days that have content, by their dates. */
export async function filledDays(
  work: Work,
  { id }: Pick<BulletinSeries, 'id'>,
): Promise<ReadonlyMap<string, Bulletin>> {
  const days = (await allBulletins(work)).filter(({ series }) => series?.id === id);
  return new Map(days.map((one) => [one.series?.day ?? '', one]));
}

/** The same person's same form is the same series. For coordinators. */
export async function createSeries(visit: Visit, draft: SeriesDraft, requestId: string): Promise<BulletinSeries> {
  await asCoordinator(visit);
  const frame = readSeries(draft, visit.network.zone);
  const { person } = visit.actor;
  const id = activityId.parse(`bs${shortHash(person, requestId)}`);
  const of = makeSeries(frame, { id, by: person, now: visit.services.clock.now() });
  try {
    await visit.services.store.insert(visit.scope, seriesKind, id, of);
    await audit(visit, 'bulletins.series', id);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return seriesNow(visit, id);
}

/** What is scheduled already goes out by the new time. For coordinators. */
export async function changeSeries(
  visit: Visit,
  id: BulletinSeries['id'],
  draft: SeriesDraft,
): Promise<BulletinSeries> {
  await asCoordinator(visit);
  const frame = readSeries(draft, visit.network.zone);
  const filled = await filledDays(visit, await seriesNow(visit, id));
  const of = await changeSeriesNow(visit, id, (now) => reframe(now, frame, [...filled.keys()]));
  const now = visit.services.clock.now();
  for (const [day, one] of filled) {
    if (hasGone(one)) continue;
    if (one.isPublic !== of.isPublic) await changeBulletin(visit, one.id, (kept) => shared(kept, of.isPublic));
    const at = timeOf(of, day, visit.network.zone);
    if (one.state !== 'scheduled' || one.sendAt === at) continue;
    if (at > now) await goAt(visit, one.id, at);
    else await changeBulletin(visit, one.id, unschedule); // its time of today has gone by: a person decides
  }
  return of;
}

/** Writes a day, or empties it when nothing is in the form. What is scheduled stays so. For coordinators. */
export async function writeDay(
  visit: Visit,
  { id, day }: { readonly id: BulletinSeries['id']; readonly day: string },
  draft: ContentDraft,
): Promise<Bulletin | undefined> {
  await asCoordinator(visit);
  const of = await seriesNow(visit, id);
  requireDay(of, day);
  const bulletin = dayId(of, day);
  const before = await findBulletin(visit, bulletin);
  if (before && hasGone(before)) throw new Refusal(text.isSent);
  if (isEmpty(draft)) {
    if (before) await takeAway(visit, before);
    return undefined;
  }
  const content = readContent(draft);
  const picture = await placed(visit, draft.picture, bulletin, before?.picture);
  const frame = { toChannel: true, mail: { to: 'none' }, isPublic: of.isPublic } as const;
  const whole = { ...content, ...frame, ...(picture ? { picture } : {}) };
  if (!before) {
    const by = { id: bulletin, by: visit.actor.person, now: visit.services.clock.now() };
    return insertBulletin(visit, makeBulletin({ ...whole, series: { id, day } }, by));
  }
  const now = await changeBulletin(visit, bulletin, (kept) => edit(kept, whole));
  await dropReplaced(visit, before.picture, now.picture);
  return now;
}

export interface Scheduled {
  /** How many days were scheduled, now or before. */
  readonly scheduled: number;
  /** Days to come that have no content, and days with content whose time has gone by. */
  readonly empty: readonly string[];
  readonly missed: readonly string[];
}

/** Schedules every day that has content and is still to come, and says which have none. For coordinators. */
export async function scheduleSeries(visit: Visit, id: BulletinSeries['id']): Promise<Scheduled> {
  await asCoordinator(visit);
  const of = await seriesNow(visit, id);
  const filled = await filledDays(visit, of);
  const now = visit.services.clock.now();
  const found = { scheduled: 0, empty: [] as string[], missed: [] as string[] };
  for (const day of daysOf(of)) {
    const at = timeOf(of, day, visit.network.zone);
    const one = filled.get(day);
    if (!one) {
      if (at > now) found.empty.push(day);
    } else if (!hasGone(one)) {
      if (at <= now) found.missed.push(day);
      else {
        schedule(one, at);
        if (one.state !== 'scheduled' || one.sendAt !== at) await goAt(visit, one.id, at);
        found.scheduled++;
      }
    }
  }
  if (found.scheduled === 0) throw new Refusal(text.nothingFilled);
  return found;
}

/** Drafts again, all that have not gone out. For coordinators. */
export async function unscheduleSeries(visit: Visit, id: BulletinSeries['id']): Promise<void> {
  await asCoordinator(visit);
  for (const one of (await filledDays(visit, await seriesNow(visit, id))).values()) {
    if (one.state !== 'scheduled') continue;
    const now = await bulletinNow(visit, one.id);
    if (!hasGone(now)) await changeBulletin(visit, one.id, (kept) => (hasGone(kept) ? kept : unschedule(kept)));
  }
  await audit(visit, 'bulletins.unschedule', id);
}

/** With all its days. Refuses when any has gone out. Can be repeated. For coordinators. */
export async function removeSeries(visit: Visit, id: BulletinSeries['id']): Promise<void> {
  await asCoordinator(visit);
  const of = await seriesNow(visit, id);
  const filled = [...(await filledDays(visit, of)).values()];
  if (filled.some(hasGone)) throw new Refusal(text.hasBegun);
  for (const one of filled) await takeAway(visit, one);
  await visit.services.store.remove(visit.scope, seriesKind, id);
  forgetSeries(visit, id);
  await audit(visit, 'bulletins.remove', id);
}
