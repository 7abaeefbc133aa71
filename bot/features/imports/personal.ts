/** What imports store on people: rows of lists for at most seven days, and who uploaded them. */
import type { Personal } from '../../core/feature.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type Member, type MemberId, members } from '../../core/network.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { foldText } from '../members/filter.ts';
import { importLists, importPlans, importRowsKind, settledRows } from './list.ts';
import { forgetList } from './memory.ts';
import { expireList } from './operations.ts';

/** Whether cells of a list are about these people: their address is in one, or their name, in one or several, whatever its order. */
async function markOf(
  ids: readonly MemberId[],
  { services, scope }: Work,
): Promise<(cells: readonly string[]) => boolean> {
  const found = await Promise.all(ids.map((id) => services.store.get(scope, members, id)));
  const all: Member[] = found.flatMap((one) => (one ? [one.value] : []));
  const addresses = all.flatMap(({ email }) => email ?? []);
  const names = all.map(({ name }) => wordsOf(name)).filter(({ length }) => length > 0);
  return (cells) => {
    if (cells.some((cell) => addresses.some((one) => cell.toLowerCase().includes(one)))) return true;
    const words = cells.map(wordsOf);
    return names.some((name) => {
      const parts = new Set(words.filter((cell) => cell.every((word) => name.includes(word))).flat());
      return name.every((word) => parts.has(word));
    });
  };
}

const wordsOf = (typed: string): string[] => foldText(typed).split(' ').filter(Boolean);

export const importsPersonal: Personal = {
  async collect(ids, work) {
    const { store } = work.services;
    const isAbout = await markOf(ids, work);
    const lists = (await listAll(store, work.scope, importLists)).map(({ value }) => value);
    const uploaded = lists
      .filter(({ by }) => isOneOf(ids, by))
      .map(({ fileName, createdAt, expiresAt, state }) => ({ fileName, createdAt, expiresAt, state }));
    const rows: unknown[] = [];
    for (const { id, fileName, headings, expiresAt } of lists) {
      const parts = await listAll(store, work.scope, importRowsKind, { prefix: `${id}|` });
      for (const { number, cells } of parts.flatMap(({ value }) => value.rows))
        if (isAbout(cells)) rows.push({ fileName, row: number, headings, cells, expiresAt });
    }
    return {
      ...(uploaded.length > 0 ? { uploadedLists: uploaded } : {}),
      ...(rows.length > 0 ? { rowsOfUploadedLists: rows } : {}),
    };
  },
  async erase(ids, as, work) {
    const { store } = work.services;
    const { scope } = work;
    const isAbout = await markOf(ids, work);
    for (const { id } of await listAll(store, scope, importLists)) {
      await update({ store, scope, kind: importLists, id }, (now) =>
        now && isOneOf(ids, now.by) ? { ...now, by: as } : now,
      );
      const erased = new Set<number>();
      for (const part of await listAll(store, scope, importRowsKind, { prefix: `${id}|` })) {
        const about = part.value.rows.filter(({ cells }) => isAbout(cells));
        if (about.length === 0) continue;
        for (const { number } of about) erased.add(number);
        await store.upsert(scope, importRowsKind, part.id, {
          rows: part.value.rows.filter((row) => !about.includes(row)),
        });
      }
      for (const one of await listAll(store, scope, settledRows, { prefix: `${id}|` })) {
        const { row, member, cells } = one.value;
        const isTheirs = member !== undefined && ids.includes(member);
        if (erased.has(row) || isTheirs || isAbout(Object.values(cells ?? {}))) {
          erased.add(row);
          await store.remove(scope, settledRows, one.id);
        }
      }
      for (const part of await listAll(store, scope, importPlans, { prefix: `${id}|` })) {
        await update({ store, scope, kind: importPlans, id: part.id }, (now) => {
          const isTheirs = (row: number, member: MemberId | undefined): boolean =>
            erased.has(row) || (member !== undefined && ids.includes(member));
          const names = (row: number, member: MemberId | undefined, sharing: readonly MemberId[]): boolean =>
            isTheirs(row, member) || sharing.some((one) => ids.includes(one));
          if (!now?.work.some(({ row, member, sharing }) => names(row, member, sharing))) return now;
          return {
            ...now,
            work: now.work.map((one) =>
              isTheirs(one.row, one.member)
                ? { row: one.row, act: 'skip' as const, set: {}, before: {}, takesIn: false, sharing: [] }
                : { ...one, sharing: one.sharing.filter((id) => !ids.includes(id)) },
            ),
          };
        });
      }
      if (erased.size > 0)
        await update({ store, scope, kind: importLists, id }, (now) => now && { ...now, round: now.round + 1 });
      forgetList(work, id);
    }
  },
  async expire(work) {
    const now = work.services.clock.now();
    for (const { id, value } of await listAll(work.services.store, work.scope, importLists))
      if (value.expiresAt <= now) await expireList(work, id);
  },
};
