/** What the tab asks of membership, notes and fees: coordinators alone. */
import { asCoordinator } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { organisations } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { todayIn } from '../../core/turn.ts';
import * as contract from './contract.ts';
import { totalsOf } from './membership.ts';
import { addNote, editNote, invoiceClass, removeNote, setFee, setFeeClasses, setStage } from './operations.ts';
import { noteFor, notesFor, rowFor, yearFor } from './shown.ts';
import { text } from './text.ts';

export const membershipRoutes: readonly Route[] = [
  route(contract.getMembership, 'coordinator', async ({ params }, visit) => {
    const { year, register, organisations: all, rows } = await yearFor(visit, params.year);
    return {
      year,
      feeClasses: register.rules.feeClasses,
      organisations: [...rows],
      totals: totalsOf(all, year, todayIn(visit)),
    };
  }),
  route(contract.setFeeClasses, 'coordinator', async ({ body }, visit) => ({
    feeClasses: await setFeeClasses(visit, body.feeClasses),
  })),
  route(contract.invoiceClass, 'coordinator', async ({ body }, visit) => invoiceClass(visit, body)),
  route(contract.setStage, 'coordinator', async ({ params, body }, visit) =>
    rowFor(visit, await setStage(visit, params.organisation, body)),
  ),
  route(contract.setFee, 'coordinator', async ({ params, body }, visit) =>
    rowFor(visit, await setFee(visit, params.organisation, params.year, body), params.year),
  ),
  route(contract.getFees, 'coordinator', async ({ params }, { services, scope }) => {
    const found = await services.store.get(scope, organisations, params.organisation);
    if (!found) throw new Refusal(text.unknownOrganisation);
    return { fees: [...found.value.fees].sort((a, b) => b.year - a.year) };
  }),
  route(contract.listNotes, 'coordinator', async ({ params }, visit) => ({
    notes: await notesFor(visit, params.organisation),
  })),
  route(contract.addNote, 'coordinator', async ({ params, body: { requestId, ...draft } }, visit) =>
    noteFor(visit, await addNote(visit, params.organisation, draft, requestId)),
  ),
  route(contract.editNote, 'coordinator', async ({ params, body }, visit) =>
    noteFor(visit, await editNote(visit, params, body)),
  ),
  route(contract.removeNote, 'coordinator', async ({ params }, visit) => {
    await removeNote(visit, params);
    return {};
  }),
  route(contract.membershipFile, 'coordinator', async ({ body: { year, format } }, visit) => {
    await asCoordinator(visit);
    return { url: await linkToFile(visit, `membership.${format}`, String(year)) };
  }),
];
