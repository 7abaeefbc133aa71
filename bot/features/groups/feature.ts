/** Groups of a network, such as a core group: seats with roles, areas, personal substitutes and terms. */
import { inWords, toInstant } from '../../core/clock.ts';
import type { Feature, HandoverItem } from '../../core/feature.ts';
import type { MemberId } from '../../core/network.ts';
import { groups as groupKind } from '../../core/organisation.ts';
import { registerNow } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { personShown } from '../network/person.ts';
import { groupRoutes } from './api.ts';
import { stateOf } from './group.ts';
import { groupName, pass } from './operations.ts';
import { groupsPersonal } from './personal.ts';
import { text } from './text.ts';

/** Seats that the person holds now or will hold, and those whose substitute they are. */
async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const { t } = visit;
  const register = await registerNow(visit);
  const today = todayIn(visit);
  const items: HandoverItem[] = [];
  for (const of of register.groups.values()) {
    const group = groupName(of, visit);
    const page = 'manage/groups';
    for (const seat of of.seats.filter((one) => stateOf(one, today) !== 'past')) {
      const at = { group: of.id, seat: seat.id };
      if (ids.includes(seat.member)) {
        items.push({
          ...{ id: `groups.seat|${of.id}|${seat.id}`, kind: 'groups.seat', page },
          title: t(text.seatTitle, { group, role: seat.role }),
          todo: seat.to === undefined ? t(text.seatOpenEnded) : t(text.seatUntil, { date: inFull(seat.to) }),
          move: (to) => pass(visit, { ...at, duty: 'seat' }, to),
        });
      }
      if (seat.substitute !== undefined && ids.includes(seat.substitute)) {
        items.push({
          ...{ id: `groups.substitute|${of.id}|${seat.id}`, kind: 'groups.substitute', page },
          title: t(text.substituteTitle, { group, name: personShown(register, seat.member, t).name }),
          todo: t(text.substituteTodo),
          move: (to) => pass(visit, { ...at, duty: 'substitute' }, to),
        });
      }
    }
  }
  return items;
}

/** A date (yyyy-MM-dd) as each language writes it. */
const inFull = (date: string) => (locale: 'fi' | 'sv' | 'en') =>
  inWords(toInstant(`${date}T12:00:00.000Z`), 'UTC', locale, {
    ...{ day: 'numeric', year: 'numeric' },
    month: locale === 'en' ? 'short' : 'numeric',
  });

export const groups: Feature = {
  name: 'groups',
  kinds: [groupKind],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: groupRoutes,
  downloads: [],
  personal: groupsPersonal,
  handover,
};
