/** What the tab asks of reach: coordinators alone. */
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';
import * as contract from './contract.ts';
import { filterReach, type OrganisationReach } from './reach.ts';
import { activityView, byName, reachNow, rowView } from './shown.ts';
import { text } from './text.ts';

const sum = (of: readonly OrganisationReach[], count: (one: OrganisationReach) => number): number =>
  of.reduce((total, one) => total + count(one), 0);

export const reachRoutes: readonly Route[] = [
  route(contract.getReach, 'coordinator', async ({ params }, visit) => {
    const { register, since, reach } = await reachNow(visit);
    const { organisations, activities, silentPeople, people, withoutOrganisation } = reach;
    const [last] = activities;
    return {
      since,
      types: [...new Set(activities.map(({ type }) => type))],
      organisations: byName(visit, filterReach(register, organisations, params)).map((row) =>
        rowView(visit, register, row),
      ),
      totals: {
        organisations: organisations.length,
        active: sum(organisations, (one) => (one.activities.length > 0 ? 1 : 0)),
        silent: sum(organisations, (one) => (one.isSilent ? 1 : 0)),
        people,
        activePeople: people - silentPeople.size,
        silentPeople: silentPeople.size,
        withoutOrganisation,
      },
      ...(last ? { lastActivity: activityView(last, reach) } : {}),
    };
  }),
  route(contract.getReachOf, 'coordinator', async ({ params }, visit) => {
    const { reach } = await reachNow(visit);
    const found = reach.organisations.find(({ of }) => of.id === params.organisation);
    if (!found) throw new Refusal(text.unknownOrganisation);
    return {
      activities: found.activities.map(({ activity, type, title, at, people }) => ({
        ...{ activity, type, title, at, people: people.size },
      })),
    };
  }),
  route(contract.reachFile, 'coordinator', async ({ body: { filter, format } }, visit) => ({
    url: await linkToFile(visit, `reach.${format}`, JSON.stringify(filter)),
  })),
];
