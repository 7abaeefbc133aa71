/** What the tab asks about who came to an event, and about what the kitchen needs to know. */
import { type Route, route } from '../../core/feature.ts';
import { viewFor } from './api.ts';
import { isDoorOpen } from './attendance.ts';
import { addAtDoor, doorOf, readReport, setHeadcount, tickDoor } from './attendance-operations.ts';
import { catering } from './catering.ts';
import * as contract from './contract.ts';
import { eventNow, ledgerOf, registrationsOf } from './memory.ts';

export const doorRoutes: readonly Route[] = [
  route(contract.getCatering, 'coordinator', async ({ params }, visit) => {
    const of = await eventNow(visit, params.event);
    const [all, ledger] = await Promise.all([registrationsOf(visit, of.id), ledgerOf(visit, of)]);
    return catering(of, all, { ledger, t: visit.t });
  }),
  route(contract.getDoor, 'coordinator', async ({ params }, visit) => {
    const of = await eventNow(visit, params.event);
    const { rows, others } = await doorOf(visit, of);
    return {
      ...{ title: of.title, rows: [...rows], others: [...others], mayTick: isDoorOpen(of, visit.services.clock.now()) },
      ...(of.headcount === undefined ? {} : { headcount: of.headcount }),
    };
  }),
  route(contract.tickDoor, 'coordinator', async ({ params, body }, visit) =>
    tickDoor(visit, params.event, params.who, body.came),
  ),
  route(contract.addAtDoor, 'coordinator', async ({ params, body: { requestId, ...person } }, visit) =>
    addAtDoor(visit, params.event, person, requestId),
  ),
  route(contract.setHeadcount, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await setHeadcount(visit, params.event, body.headcount)),
  ),
  route(contract.readReport, 'coordinator', async ({ params, body: { base64, decisions, applies } }, visit) =>
    readReport(visit, params.event, { bytes: Buffer.from(base64, 'base64'), decisions, applies }),
  ),
];
