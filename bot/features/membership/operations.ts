/** What coordinators do with membership: stages, contact notes, fee classes and fees. Each checks who acts at that moment. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { atWallTime } from '../../core/clock.ts';
import { listAll } from '../../core/list-all.ts';
import type { OrganisationId } from '../../core/network.ts';
import { type Organisation, organisations, type RegisterRules } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { changeOrganisation, changeRules, registerNow } from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import {
  type ContactNote,
  contactNotes,
  type FeeDraft,
  type feeClassesDraft,
  feeOf,
  invoice,
  isInvoicedWith,
  moveTo,
  type NoteDraft,
  noteIdOf,
  setFee as withFee,
  setFeeClasses as withFeeClasses,
} from './membership.ts';
import { text } from './text.ts';

async function organisationNow({ services, scope }: Work, id: OrganisationId): Promise<Organisation> {
  const found = await services.store.get(scope, organisations, id);
  if (!found) throw new Refusal(text.unknownOrganisation);
  return found.value;
}

/** Changes an organisation that is there. Throws a Refusal when it is not. */
async function changeKnown(
  visit: Visit,
  id: OrganisationId,
  to: (now: Organisation) => Organisation,
): Promise<Organisation> {
  const changed = await changeOrganisation(visit, id, (now) => now && to(now));
  if (!changed) throw new Refusal(text.unknownOrganisation);
  return changed;
}

// ── Stages and fees ────────────────────────────────────────────────────────────────────────────

/** `since` as yyyy-MM-dd, by default now. Throws a Refusal: no such organisation, a day to come. */
export async function setStage(
  visit: Visit,
  id: OrganisationId,
  { membership, since }: { membership: Organisation['membership']; since?: string | undefined },
): Promise<Organisation> {
  await asCoordinator(visit);
  if (since !== undefined && since > todayIn(visit))
    throw new Refusal(text.future, {}, [{ field: 'since', row: text.future }]);
  const now = visit.services.clock.now();
  const from = since === undefined ? undefined : atWallTime(since, '12:00', visit.network.zone);
  const changed = await changeKnown(visit, id, (of) => moveTo(of, membership, now, from));
  await audit(visit, 'membership.stage', id);
  return changed;
}

/** Throws a Refusal: no such organisation or class, paid but not invoiced. */
export async function setFee(visit: Visit, id: OrganisationId, year: number, draft: FeeDraft): Promise<Organisation> {
  await asCoordinator(visit);
  const { rules } = await registerNow(visit);
  const changed = await changeKnown(visit, id, (of) => withFee(of, rules, year, draft));
  await audit(visit, 'membership.fee', `${id}|${year}`);
  return changed;
}

/** Throws a Refusal when a name stands twice or a class in use is left out. */
export async function setFeeClasses(
  visit: Visit,
  draft: ReturnType<typeof feeClassesDraft.parse>,
): Promise<RegisterRules['feeClasses']> {
  await asCoordinator(visit);
  const all = [...(await registerNow(visit)).organisations.values()];
  const ids = draft.map(() => visit.services.newId()); // the change may be tried several times
  const saved = await changeRules(visit, (rules) => {
    let next = 0;
    return withFeeClasses(rules, draft, all, () => ids[next++] ?? '');
  });
  await audit(visit, 'membership.classes', visit.network.id);
  return saved?.feeClasses ?? [];
}

/** Resolves to how many were invoiced now and how many had been before. Throws a Refusal for an unknown class. */
export async function invoiceClass(
  visit: Visit,
  { year, feeClass, invoicedOn }: { year: number; feeClass: string; invoicedOn: string },
): Promise<{ invoiced: number; before: number }> {
  await asCoordinator(visit);
  const { rules, organisations: all } = await registerNow(visit);
  if (!rules.feeClasses.some(({ id }) => id === feeClass)) throw new Refusal(text.unknownClass);
  const due = [...all.values()].filter((one) => isInvoicedWith(one, year, feeClass));
  const open = due.filter((one) => feeOf(one, year)?.invoicedOn === undefined);
  let invoiced = 0;
  for (const { id } of open) {
    let isNew = false;
    await changeOrganisation(visit, id, (now) => {
      if (!now || !isInvoicedWith(now, year, feeClass)) return now;
      const next = invoice(now, year, feeClass, invoicedOn);
      isNew = next !== now;
      return next;
    });
    if (isNew) invoiced++;
  }
  await audit(visit, 'membership.invoice', `${year}|${feeClass}`);
  return { invoiced, before: due.length - open.length };
}

// ── Contact notes ──────────────────────────────────────────────────────────────────────────────

/** Of one organisation, or of all; newest first. */
export async function notesOf(work: Work, organisation?: OrganisationId): Promise<ContactNote[]> {
  const range = organisation === undefined ? {} : { prefix: `${organisation}|` };
  const found = await listAll(work.services.store, work.scope, contactNotes, range);
  return found.map(({ value }) => value).sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** `form`: id of the sent form; sent again it changes nothing. Throws a Refusal when there is no such organisation. */
export async function addNote(
  visit: Visit,
  organisation: OrganisationId,
  draft: NoteDraft,
  form: string,
): Promise<ContactNote> {
  await asCoordinator(visit);
  await organisationNow(visit, organisation);
  const sentBefore = (await notesOf(visit, organisation)).find(({ id }) => id.endsWith(`|${form}`));
  if (sentBefore) return sentBefore;
  const { services, scope, actor } = visit;
  const at = services.clock.now();
  const note: ContactNote = { ...draft, id: noteIdOf(at, form), organisation, at, by: actor.person };
  await services.store.insert(scope, contactNotes, documentOf(note), note);
  await audit(visit, 'membership.note', organisation);
  return note;
}

const documentOf = ({ organisation, id }: Pick<ContactNote, 'organisation' | 'id'>): string => `${organisation}|${id}`;

/** Throws a Refusal when the note is gone. */
export async function editNote(
  visit: Visit,
  { organisation, note: id }: { organisation: OrganisationId; note: string },
  { isDone, ...draft }: NoteDraft & { isDone: boolean },
): Promise<ContactNote> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const at = clock.now();
  const place = { store, scope: visit.scope, kind: contactNotes, id: documentOf({ organisation, id }) };
  const saved = await update(place, (now) => {
    if (!now) return undefined;
    const { nextStep: _step, nextOn: _on, doneAt, ...kept } = now;
    return { ...kept, ...draft, editedAt: at, ...(isDone ? { doneAt: doneAt ?? at } : {}) };
  });
  if (!saved) throw new Refusal(text.unknownNote);
  await audit(visit, 'membership.note-edit', organisation);
  return saved.value;
}

/** Removing it again changes nothing. */
export async function removeNote(
  visit: Visit,
  { organisation, note: id }: { organisation: OrganisationId; note: string },
): Promise<void> {
  await asCoordinator(visit);
  const removed = await visit.services.store.remove(visit.scope, contactNotes, documentOf({ organisation, id }));
  if (removed) await audit(visit, 'membership.note-remove', organisation);
}
