/** Membership as coordinators see it: rows of the year, notes with names. */
import type { OrganisationId } from '../../core/network.ts';
import { memberIdOf } from '../../core/network.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import { isUnpaid, kindOf, mainOf, type Register, registerNow } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import type { MembershipRow, NoteView } from './contract.ts';
import { type ContactNote, feeClassIn, feeOf, nextStepOf } from './membership.ts';
import { notesOf } from './operations.ts';

export interface Year {
  readonly year: number;
  readonly register: Register;
  /** Of what is not part of another, in order of name. */
  readonly organisations: readonly Organisation[];
  readonly rows: readonly MembershipRow[];
}

/** Everything of a membership year; by default this one. */
export async function yearFor(visit: Visit, asked?: number): Promise<Year> {
  const [register, notes] = await Promise.all([registerNow(visit), notesOf(visit)]);
  const year = asked ?? Number(todayIn(visit).slice(0, 4));
  const order = new Intl.Collator(visit.t.tag);
  const rows = [...register.organisations.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map((of) => ({ of, name: nameIn(of.names, visit.t) }))
    .sort((a, b) => order.compare(a.name, b.name));
  const byOrganisation = Map.groupBy(notes, ({ organisation }) => organisation);
  return {
    year,
    register,
    organisations: rows.map(({ of }) => of),
    rows: rows.map(({ of }) => rowOf(visit, register, of, year, byOrganisation.get(of.id) ?? [])),
  };
}

/** One organisation's row as it stands after a change. */
export async function rowFor(visit: Visit, of: Organisation, year?: number): Promise<MembershipRow> {
  const [register, notes] = await Promise.all([registerNow(visit), notesOf(visit, of.id)]);
  return rowOf(visit, register, of, year ?? Number(todayIn(visit).slice(0, 4)), notes);
}

function rowOf(
  visit: Visit,
  register: Register,
  of: Organisation,
  year: number,
  notes: readonly ContactNote[],
): MembershipRow {
  const kind = kindOf(register, of);
  const fee = feeOf(of, year);
  const feeClass = feeClassIn(of, year);
  const next = nextStepOf(notes);
  return {
    id: of.id,
    name: nameIn(of.names, visit.t),
    kind: kind ? nameIn(kind.names, visit.t) : '',
    isMunicipality: kind?.isMunicipality ?? false,
    ...(of.region === undefined ? {} : { region: of.region }),
    membership: of.membership,
    ...(of.since === undefined ? {} : { since: of.since }),
    ...(feeClass === undefined ? {} : { feeClass }),
    ...(fee?.invoicedOn === undefined ? {} : { invoicedOn: fee.invoicedOn }),
    ...(fee?.paidOn === undefined ? {} : { paidOn: fee.paidOn }),
    isUnpaid: isUnpaid(of, todayIn(visit)),
    notes: notes.length,
    ...(next
      ? {
          next: {
            ...(next.nextStep === undefined ? {} : { step: next.nextStep }),
            ...(next.nextOn === undefined ? {} : { on: next.nextOn }),
            isLate: next.nextOn !== undefined && next.nextOn < todayIn(visit),
          },
        }
      : {}),
  };
}

/** Contact notes of an organisation with the names of who wrote them, newest first. */
export async function notesFor(visit: Visit, organisation: OrganisationId): Promise<NoteView[]> {
  const [register, notes] = await Promise.all([registerNow(visit), notesOf(visit, organisation)]);
  return notes.map((note) => noteView(note, register));
}

export async function noteFor(visit: Visit, note: ContactNote): Promise<NoteView> {
  return noteView(note, await registerNow(visit));
}

function noteView({ by, ...note }: ContactNote, register: Register): NoteView {
  const writer = register.members.get(mainOf(register, memberIdOf(by)));
  return { ...note, ...(writer ? { by: writer.name } : {}) };
}
