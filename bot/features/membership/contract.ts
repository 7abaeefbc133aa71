/** What the tab and the server say to each other about membership, contact notes and fees; for coordinators alone. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { organisationId } from '../../core/network.ts';
import { membership } from '../../core/organisation.ts';
import { feeClassesDraft, feeDraft, membershipYear, noteDraft, noteId } from './membership.ts';

const none = z.object({});
const oneOrganisation = z.object({ organisation: organisationId });

export const feeClass = z.object({ id: z.string(), name: z.string() });

/** An organisation's state and its fee of the year asked for. */
export const membershipRow = z.object({
  id: organisationId,
  /** In the reader's language. */
  name: z.string(),
  /** Name of its kind. */
  kind: z.string(),
  isMunicipality: z.boolean(),
  /** Code of its region. */
  region: z.string().optional(),
  membership,
  since: instant.optional(),
  /** Of the year, or what the newest earlier year says. */
  feeClass: z.string().optional(),
  invoicedOn: z.iso.date().optional(),
  paidOn: z.iso.date().optional(),
  /** Some year's invoice is open. */
  isUnpaid: z.boolean(),
  notes: z.number().int(),
  /** What is to be done next with it. */
  next: z.object({ step: z.string().optional(), on: z.iso.date().optional(), isLate: z.boolean() }).optional(),
});
export type MembershipRow = z.infer<typeof membershipRow>;

export const membershipTotals = z.object({
  stages: z.array(z.object({ membership, count: z.number().int() })),
  invoiced: z.number().int(),
  paid: z.number().int(),
  open: z.number().int(),
  notInvoiced: z.number().int(),
  withoutClass: z.number().int(),
});

export const noteView = noteDraft.extend({
  id: noteId,
  organisation: organisationId,
  at: instant,
  /** Name of who wrote it; absent when they are no longer known. */
  by: z.string().optional(),
  editedAt: instant.optional(),
  doneAt: instant.optional(),
});
export type NoteView = z.infer<typeof noteView>;

export const getMembership = endpoint({
  method: 'GET',
  path: '/membership',
  summary: 'State and fee of every organisation in a membership year, with counts; by default this year.',
  params: z.object({ year: membershipYear.optional() }),
  body: none,
  response: z.object({
    year: z.number().int(),
    feeClasses: z.array(feeClass),
    organisations: z.array(membershipRow),
    totals: membershipTotals,
  }),
});

export const setFeeClasses = endpoint({
  method: 'PUT',
  path: '/membership/fee-classes',
  summary: 'The network’s fee classes in this order; one that fees name can’t be left out.',
  params: none,
  body: z.object({ feeClasses: feeClassesDraft }),
  response: z.object({ feeClasses: z.array(feeClass) }),
});

export const invoiceClass = endpoint({
  method: 'POST',
  path: '/membership/invoices',
  summary: 'Notes that all members in a fee class were invoiced for a year; those invoiced before keep their date.',
  params: none,
  body: z.object({ year: membershipYear, feeClass: z.string(), invoicedOn: z.iso.date() }),
  response: z.object({ invoiced: z.number().int(), before: z.number().int() }),
});

export const setStage = endpoint({
  method: 'PUT',
  path: '/membership/{organisation}/stage',
  summary: 'Moves an organisation to another stage of membership, by default from today.',
  params: oneOrganisation,
  body: z.object({ membership, since: z.iso.date().optional() }),
  response: membershipRow,
});

export const setFee = endpoint({
  method: 'PUT',
  path: '/membership/{organisation}/fees/{year}',
  summary: 'An organisation’s fee of a year: class, invoiced, paid; null empties.',
  params: oneOrganisation.extend({ year: membershipYear }),
  body: feeDraft,
  response: membershipRow,
});

export const getFees = endpoint({
  method: 'GET',
  path: '/membership/{organisation}/fees',
  summary: 'An organisation’s fees of all years, newest first.',
  params: oneOrganisation,
  body: none,
  response: z.object({
    fees: z.array(
      z.object({
        year: z.number().int(),
        feeClass: z.string().optional(),
        invoicedOn: z.iso.date().optional(),
        paidOn: z.iso.date().optional(),
      }),
    ),
  }),
});

export const listNotes = endpoint({
  method: 'GET',
  path: '/membership/{organisation}/notes',
  summary: 'Contact notes of an organisation, newest first.',
  params: oneOrganisation,
  body: none,
  response: z.object({ notes: z.array(noteView) }),
});

export const addNote = endpoint({
  method: 'POST',
  path: '/membership/{organisation}/notes',
  summary: 'Writes a contact note. The same request id writes once.',
  params: oneOrganisation,
  body: noteDraft.extend({ requestId: z.uuid() }),
  response: noteView,
});

export const editNote = endpoint({
  method: 'PUT',
  path: '/membership/{organisation}/notes/{note}',
  summary: 'Changes a contact note; `isDone` says that its next step has been taken.',
  params: oneOrganisation.extend({ note: noteId }),
  body: noteDraft.extend({ isDone: z.boolean() }),
  response: noteView,
});

export const removeNote = endpoint({
  method: 'DELETE',
  path: '/membership/{organisation}/notes/{note}',
  summary: 'Removes a contact note.',
  params: oneOrganisation.extend({ note: noteId }),
  body: none,
  response: none,
});

export const membershipFile = endpoint({
  method: 'POST',
  path: '/membership/file',
  summary: 'A signed address of the year’s list as a file.',
  params: none,
  body: z.object({ year: membershipYear, format: z.enum(['csv', 'xlsx']) }),
  response: z.object({ url: z.string() }),
});
