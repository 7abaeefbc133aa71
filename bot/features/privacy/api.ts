/** What the tab asks of privacy: one's own data, erasure, the notice and the audit trail. */
import { asCoordinator } from '../../core/access.ts';
import { audit, auditMonths } from '../../core/audit.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { listAll } from '../../core/list-all.ts';
import { pageOf } from '../../core/paging.ts';
import * as contract from './contract.ts';
import { erasures, privacySettingsKind } from './erasure.ts';
import { ownDataOf } from './export.ts';
import { eraseMember, eraseMyself, prospectOf } from './operations.ts';
import { auditLines, erasureView, mentionsOf, notesOn, noticeFor } from './shown.ts';
import { text } from './text.ts';

const AUDIT_PAGE = 100;

export const privacyRoutes: readonly Route[] = [
  route(contract.getOwnData, 'member', async (_, visit) => ownDataOf(visit)),
  route(contract.exportOwnData, 'member', async (_, visit) => ({ url: await linkToFile(visit, 'privacy.own', 'own') })),
  route(contract.previewErasure, 'member', async (_, visit) => {
    const { isInTeam, isLast } = await prospectOf(visit);
    const notes = notesOn(visit, 'you', isInTeam);
    return { isInTeam, notes, ...(isLast ? { obstacle: visit.t(text.lastCoordinator) } : {}) };
  }),
  route(contract.eraseMyself, 'member', async ({ body }, visit) =>
    erasureView(visit, await eraseMyself(visit, body.confirmation), 'you'),
  ),
  route(contract.eraseMember, 'coordinator', async ({ params, body }, visit) =>
    erasureView(visit, await eraseMember(visit, params.member, body.confirmation), 'them'),
  ),
  route(contract.listErasures, 'coordinator', async (_, visit) => {
    const all = (await listAll(visit.services.store, visit.scope, erasures)).map(({ value }) => value);
    const newestFirst = all.sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
    return { erasures: newestFirst.map((of) => erasureView(visit, of, 'them')) };
  }),
  route(contract.listMentions, 'coordinator', async ({ params }, visit) => ({
    mentions: await mentionsOf(visit, params.member),
  })),
  route(contract.getNotice, 'member', async (_, visit) => noticeFor(visit)),
  route(contract.putNotice, 'coordinator', async ({ body }, visit) => {
    await asCoordinator(visit);
    const { services, scope, network } = visit;
    await services.store.upsert(scope, privacySettingsKind, network.id, body);
    await audit(visit, 'privacy.notice', network.id);
    return noticeFor(visit);
  }),
  route(contract.listAudit, 'coordinator', async ({ params }, visit) => {
    const months = auditMonths(visit);
    const month = params.month ?? visit.services.clock.now().slice(0, 7);
    const all = await auditLines(visit, month);
    const { rows, ...more } = pageOf(all, params.after, AUDIT_PAGE);
    return { month, months, entries: [...rows], ...more };
  }),
  route(contract.exportAudit, 'coordinator', async ({ body }, visit) => ({
    url: await linkToFile(visit, 'privacy.audit', body.month),
  })),
];
