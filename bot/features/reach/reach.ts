/** Reach: which organisations took part in what, who came for the first time, who is silent; computed from what the features tell. */
import { DAY, type Instant, plus } from '../../core/clock.ts';
import type { Participation } from '../../core/feature.ts';
import { type MemberId, memberIdOf, type OrganisationId } from '../../core/network.ts';
import type { Organisation } from '../../core/organisation.ts';
import { currentPeople, entitledOrganisations, mainOf, organisationOf, type Register } from '../../core/register.ts';
import { findOrganisations } from '../members/filter.ts';
import type { ParticipationType, ReachFilter } from './reach-filter.ts';

/** Twelve months. */
const SHOWN = 365 * DAY;

export const aYearAgo = (now: Instant): Instant => plus(now, -SHOWN);

/** One activity and the people in it, each once. */
export interface Activity {
  readonly activity: Participation['activity'];
  readonly type: ParticipationType;
  readonly title: string;
  /** When it was last taken part in. */
  readonly at: Instant;
  /** Main identities. */
  readonly people: ReadonlySet<string>;
  /** Of them who had taken part in nothing before. */
  readonly firstTimers: ReadonlySet<string>;
}

export interface OrganisationReach {
  readonly of: Organisation;
  /** Who represent it now. */
  readonly people: number;
  readonly activePeople: number;
  /** Newest first, with its own people alone. */
  readonly activities: readonly Activity[];
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  readonly firstTimers: number;
  readonly isSilent: boolean;
}

export interface Reach {
  /** Of the time asked for, newest first. */
  readonly activities: readonly Activity[];
  /** What is not part of another organisation. */
  readonly organisations: readonly OrganisationReach[];
  /** Main identities of people of the network now who took part in nothing. */
  readonly silentPeople: ReadonlySet<MemberId>;
  readonly people: number;
  /** Took part, are in the network now, and represent nobody yet. */
  readonly withoutOrganisation: number;
}

/** `all`: since the network began (of outsiders nothing is counted), so that a first time is one; `since`: of what is shown; `today` (yyyy-MM-dd) decides who is entitled. */
export function reachOf(
  register: Register,
  everyones: readonly Participation[],
  { since, today }: { readonly since: Instant; readonly today: string },
): Reach {
  const mains = new Map<string, string>();
  const personOf = (id: string): string => {
    const known = mains.get(id) ?? mainOf(register, id);
    mains.set(id, known);
    return known;
  };
  const all = everyones.filter(({ member }) => !register.members.get(personOf(member))?.isOutsider);
  const inTime = all.filter(({ at }) => at >= since).sort((a, b) => (a.at < b.at ? -1 : 1));
  const activities = activitiesOf(all, inTime, personOf);
  const current = currentPeople(register);
  const organisationIds = new Map<string, OrganisationId | undefined>();
  const whose = (person: string): OrganisationId | undefined => {
    if (!organisationIds.has(person)) organisationIds.set(person, organisationOf(register, person)?.id);
    return organisationIds.get(person);
  };
  const active = new Set(activities.flatMap(({ people }) => [...people]));
  const peopleNow = Map.groupBy(
    current.map(({ person }) => memberIdOf(person)),
    (id) => whose(id),
  );
  const times = timesOf(inTime, (id) => whose(personOf(id)));
  const byOrganisation = shares(activities, whose);
  const entitled = new Set(entitledOrganisations(register, today).map(({ id }) => id));
  const last = activities[0];
  const organisations = [...register.organisations.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map((of): OrganisationReach => {
      const people = peopleNow.get(of.id) ?? [];
      const own = byOrganisation.get(of.id) ?? [];
      const ownLast = own.find(({ activity }) => activity === last?.activity);
      return {
        of,
        people: people.length,
        activePeople: people.filter((id) => active.has(id)).length,
        activities: own,
        ...times.get(of.id),
        firstTimers: ownLast?.firstTimers.size ?? 0,
        isSilent: own.length === 0 && (of.membership === 'member' || entitled.has(of.id)),
      };
    });
  return {
    activities,
    organisations,
    silentPeople: new Set(current.map(({ person }) => memberIdOf(person)).filter((id) => !active.has(id))),
    people: current.length,
    withoutOrganisation: (peopleNow.get(undefined) ?? []).filter((id) => active.has(id)).length,
  };
}

/** `inTime` are those of the time asked for, oldest first. */
function activitiesOf(
  all: readonly Participation[],
  inTime: readonly Participation[],
  personOf: (id: string) => string,
): Activity[] {
  /** Of each person, the activity in which they were first. */
  const first = new Map<string, Participation>();
  for (const one of all) {
    const person = personOf(one.member);
    const known = first.get(person);
    if (!known || one.at < known.at) first.set(person, one);
  }
  const grouped = Map.groupBy(inTime, ({ activity }) => activity);
  return [...grouped.values()]
    .flatMap((those): Activity[] => {
      const one = those.at(-1);
      if (!one) return [];
      const people = new Set(those.map(({ member }) => personOf(member)));
      const firstTimers = new Set([...people].filter((person) => first.get(person)?.activity === one.activity));
      const { activity, type, title, at } = one;
      return [{ activity, type, title, at, people, firstTimers }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The activities of each organisation with its own people alone, in the given order. */
function shares(
  activities: readonly Activity[],
  whose: (person: string) => OrganisationId | undefined,
): Map<OrganisationId, Activity[]> {
  const found = new Map<OrganisationId, Activity[]>();
  for (const one of activities) {
    for (const [id, people] of Map.groupBy(one.people, whose)) {
      if (id === undefined) continue;
      const own = new Set(people);
      const share = { ...one, people: own, firstTimers: new Set([...own].filter((each) => one.firstTimers.has(each))) };
      found.set(id, [...(found.get(id) ?? []), share]);
    }
  }
  return found;
}

/** `inTime`: oldest first. */
function timesOf(
  inTime: readonly Participation[],
  whose: (id: string) => OrganisationId | undefined,
): Map<OrganisationId, { firstAt: Instant; lastAt: Instant }> {
  const times = new Map<OrganisationId, { firstAt: Instant; lastAt: Instant }>();
  for (const { at, member } of inTime) {
    const id = whose(member);
    if (id !== undefined) times.set(id, { firstAt: times.get(id)?.firstAt ?? at, lastAt: at });
  }
  return times;
}

/** How many activities of each type, types without any left out. */
export function countByType(activities: readonly Activity[]): Partial<Record<ParticipationType, number>> {
  const counts: Partial<Record<ParticipationType, number>> = {};
  for (const { type } of activities) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** The rows that fit all of the filter, in the given order. */
export function filterReach(
  register: Register,
  all: readonly OrganisationReach[],
  { silent, firstTimers, ...place }: ReachFilter,
): OrganisationReach[] {
  const { found } = findOrganisations(
    register,
    all.map(({ of }) => of),
    place,
  );
  const fitting = new Set(found.map(({ id }) => id));
  return all
    .filter(({ of }) => fitting.has(of.id))
    .filter(({ isSilent }) => silent === undefined || isSilent === (silent === 'true'))
    .filter((one) => firstTimers === undefined || one.firstTimers > 0 === (firstTimers === 'true'));
}

/** Who took part in one activity: main identities of people of the network now. */
export function peopleIn(
  register: Register,
  all: readonly Participation[],
  activity: Participation['activity'],
): Set<MemberId> {
  const mains = all.filter((one) => one.activity === activity).map(({ member }) => mainOf(register, member));
  const now = new Set(currentPeople(register).map(({ person }) => memberIdOf(person)));
  return new Set([...new Set(mains)].map((id) => id as MemberId).filter((id) => now.has(id)));
}
