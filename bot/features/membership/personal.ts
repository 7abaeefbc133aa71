/** What membership stores on people: who wrote a contact note. What a note says of others is free text, and listed where texts are searched. */
import type { Personal } from '../../core/feature.ts';
import { isOneOf } from '../../core/network.ts';
import { update } from '../../core/update.ts';
import { contactNotes } from './membership.ts';
import { notesOf } from './operations.ts';

export const membershipPersonal: Personal = {
  async collect(ids, work) {
    const own = (await notesOf(work)).filter(({ by }) => isOneOf(ids, by));
    if (own.length === 0) return {};
    return {
      contactNotes: own.map(({ organisation, at, editedAt, text, nextStep, nextOn, doneAt }) => ({
        ...{ organisation, at, editedAt, text, nextStep, nextOn, doneAt },
      })),
    };
  },
  async erase(ids, as, work) {
    const { store } = work.services;
    for (const { organisation, id, by } of await notesOf(work)) {
      if (!isOneOf(ids, by)) continue;
      await update({ store, scope: work.scope, kind: contactNotes, id: `${organisation}|${id}` }, (now) =>
        now && isOneOf(ids, now.by) ? { ...now, by: as } : now,
      );
    }
  },
};
