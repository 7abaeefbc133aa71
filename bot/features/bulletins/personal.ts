/** What bulletins store on a person: those they wrote and corrected, and that one was sent to them. Erasing keeps every total. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { withoutPerson } from './bulletin.ts';
import { allBulletins, allSeries, changeBulletin, changeSeriesNow, findBulletin } from './memory.ts';
import { deliveriesOf, dropList } from './operations.ts';
import { bulletinRecipients, sumsOf, withoutRecipient } from './recipients.ts';

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const { store } = work.services;
  const [all, series, parts] = await Promise.all([
    allBulletins(work),
    allSeries(work),
    listAll(store, work.scope, bulletinRecipients),
  ]);
  const titles = new Map<string, string>(all.map(({ id, title }) => [id, title]));
  return {
    bulletinsWritten: [
      ...all
        .filter(({ by }) => isOneOf(ids, by))
        .map(({ id, title, state, at }) => ({ bulletin: id, title, state, at })),
      ...series.filter(({ by }) => isOneOf(ids, by)).map(({ id, title, at }) => ({ series: id, title, at })),
    ],
    bulletinsCorrected: all.flatMap(({ id, title, corrections }) =>
      corrections.filter(({ by }) => isOneOf(ids, by)).map(({ at }) => ({ bulletin: id, title, at })),
    ),
    bulletinsReceived: parts.flatMap(({ value: { bulletin, recipients } }) =>
      recipients
        .filter(({ member }) => member !== undefined && ids.includes(member))
        .map(({ way }) => ({ bulletin, title: titles.get(bulletin) ?? '', way })),
    ),
  };
}

async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const { store } = work.services;
  const isTheirs = (person: PersonKey): boolean => isOneOf(ids, person);
  for (const of of await allBulletins(work))
    if (withoutPerson(of, isTheirs, as) !== of)
      await changeBulletin(work, of.id, (now) => withoutPerson(now, isTheirs, as));
  for (const of of await allSeries(work))
    if (isTheirs(of.by)) await changeSeriesNow(work, of.id, (now) => (isTheirs(now.by) ? { ...now, by: as } : now));
  for (const { id, value } of await listAll(store, work.scope, bulletinRecipients))
    if (withoutRecipient(value, ids) !== value)
      await update(
        { store, scope: work.scope, kind: bulletinRecipients, id },
        (now) => now && withoutRecipient(now, ids),
      );
}

/** Totals are kept when who they were is forgotten; lists that a crash left behind go too. */
async function expire(work: Work): Promise<void> {
  const { store, clock } = work.services;
  const before = keptSince('bulletinRecipients', clock.now());
  for (const of of await allBulletins(work)) {
    if (!of.list || of.state !== 'sent' || of.sentAt === undefined || of.sentAt >= before) continue;
    if (of.totals === undefined) {
      const totals = sumsOf(await deliveriesOf(work, of));
      await changeBulletin(work, of.id, (now) => (now.totals ? now : { ...now, totals }));
    }
    await dropList(work, of.id, of.list.id);
  }
  const lists = new Set(
    (await listAll(store, work.scope, bulletinRecipients)).map(({ value }) => `${value.bulletin}|${value.list}`),
  );
  for (const key of lists) {
    const [bulletin = '', list = ''] = key.split('|');
    const of = await findBulletin(work, bulletin as Parameters<typeof findBulletin>[1]);
    // one that is being written now is of a bulletin that has not begun
    if (!of || (of.list !== undefined && of.list.id !== list))
      await dropList(work, bulletin as Parameters<typeof dropList>[1], list);
  }
}

export const bulletinPersonal: Personal = { collect, erase, expire };
