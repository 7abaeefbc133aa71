/** Reach as coordinators see it. */
import type { Instant } from '../../core/clock.ts';
import { nameIn } from '../../core/organisation.ts';
import { kindOf, type Register, registerOf } from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import type { ReachActivity, ReachRow } from './contract.ts';
import { participationOf } from './memory.ts';
import { type Activity, aYearAgo, countByType, type OrganisationReach, type Reach, reachOf } from './reach.ts';

export interface ReachNow {
  readonly register: Register;
  readonly since: Instant;
  readonly reach: Reach;
}

/** Of the last twelve months; at most a minute old. */
export async function reachNow(work: Work): Promise<ReachNow> {
  const [register, all] = await Promise.all([registerOf(work), participationOf(work)]);
  const since = aYearAgo(work.services.clock.now());
  return { register, since, reach: reachOf(register, all, { since, today: todayIn(work) }) };
}

/** In order of name in the reader's language. */
export function byName({ t }: Visit, rows: readonly OrganisationReach[]): OrganisationReach[] {
  const order = new Intl.Collator(t.tag);
  const named = rows.map((row) => ({ row, name: nameIn(row.of.names, t) }));
  return named.sort((a, b) => order.compare(a.name, b.name)).map(({ row }) => row);
}

export function rowView({ t }: Visit, register: Register, row: OrganisationReach): ReachRow {
  const { of, people, activePeople, activities, firstAt, lastAt, firstTimers, isSilent } = row;
  const kind = kindOf(register, of);
  return {
    id: of.id,
    name: nameIn(of.names, t),
    kind: kind ? nameIn(kind.names, t) : '',
    membership: of.membership,
    ...(of.region === undefined ? {} : { region: of.region }),
    ...{ people, activePeople, firstTimers, isSilent },
    activities: countByType(activities),
    total: activities.length,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
  };
}

/** `reach`: to count the organisations in it. */
export function activityView(of: Activity, { organisations }: Reach): ReachActivity {
  const { activity, type, title, at, people, firstTimers } = of;
  const isIn = ({ activities }: OrganisationReach): boolean => activities.some((one) => one.activity === activity);
  return {
    ...{ activity, type, title, at, people: people.size, firstTimers: firstTimers.size },
    organisations: organisations.filter(isIn).length,
  };
}
