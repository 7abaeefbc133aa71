/** The use of the material bank: counted when an item is opened, and told for the yearly report. */
import type { Facts, MaterialFact, Span } from '../../core/facts.ts';
import type { ActivityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { todayIn } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { materials, materialUses, opened, usesIn } from './material.ts';
import { text } from './text.ts';

/** One more use in this month. Throws a Refusal when the bank has no such item. */
export async function openMaterial(visit: Visit, id: ActivityId): Promise<void> {
  const { store } = visit.services;
  const place = { store, scope: visit.scope, kind: materialUses, id };
  const known = await store.get(visit.scope, materialUses, id);
  // an item that was opened before is there: only the first time the whole bank is looked through
  if (!known && !(await listAll(store, visit.scope, materials)).some(({ value }) => value.id === id))
    throw new Refusal(text.unknownMaterial);
  const month = todayIn(visit).slice(0, 7);
  await update({ ...place, known: known ?? 'none' }, (now) => opened(now, month));
}

/** Items that were added or opened in the span. */
export async function facts(span: Span, { services, scope, network }: Work): Promise<Partial<Facts>> {
  const [all, used] = await Promise.all([
    listAll(services.store, scope, materials),
    listAll(services.store, scope, materialUses),
  ]);
  const uses = new Map(used.map(({ id, value }) => [id, usesIn(value, span, network.zone)]));
  return {
    materials: all
      .map(({ value: { id, title, type, addedAt } }): MaterialFact => {
        const isNew = addedAt >= span.from && addedAt < span.to;
        return { page: `materials/${id}`, title, type, addedAt, uses: uses.get(id) ?? 0, isNew };
      })
      .filter((one) => one.isNew || one.uses > 0),
  };
}
