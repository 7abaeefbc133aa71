/** What the tab asks about one's own details. */
import { type Route, route } from '../../core/feature.ts';
import { memberIdOf } from '../../core/network.ts';
import * as contract from './contract.ts';
import { sendLink } from './letters.ts';
import { ownOf, revokeLinks, saveOwn } from './operations.ts';
import { viewOf } from './shown.ts';

export const ownRoutes: readonly Route[] = [
  route(contract.getOwn, 'member', async (_, visit) => viewOf(visit, await ownOf(visit))),
  route(contract.putOwn, 'member', async ({ body }, visit) => viewOf(visit, await saveOwn(visit, body))),
  route(contract.askLink, 'member', async ({ body }, visit) => {
    const { reached } = await ownOf(visit);
    const isSent = body.byMail && (await sendLink(visit));
    return { url: await visit.services.linkForPerson(visit.network.id, memberIdOf(reached.person), ''), isSent };
  }),
  route(contract.revokeLink, 'member', async (_, visit) => {
    await revokeLinks(visit);
    return {};
  }),
];
