/** Changes groups in the register: load, decide, save, and note who did it. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { MemberId } from '../../core/network.ts';
import { type Group, groups, nameIn } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { changeGroup, forgetRegister, type Register, registerNow } from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { personShown } from '../network/person.ts';
import {
  endSeat,
  type Known,
  MOST_GROUPS,
  type NamesDraft,
  newGroup,
  passSeat,
  passSubstitute,
  putSeat,
  readNames,
  removeSeat,
  type SeatDraft,
  type SeatFrame,
} from './group.ts';
import { text } from './text.ts';

export function knownIn(register: Register, { channelT }: Work): (id: string) => Known | undefined {
  return (id) => {
    const of = register.members.get(id);
    return of && !of.isOutsider ? personShown(register, id as MemberId, channelT) : undefined;
  };
}

const frameOf = (register: Register, work: Work): SeatFrame => ({
  person: knownIn(register, work),
  areas: register.rules.areas.map(({ id }) => id),
});

function found(now: Group | undefined): Group {
  if (!now) throw new Refusal(text.unknownGroup);
  return now;
}

/** Throws a Refusal when the group has gone meanwhile, or what `to` throws. */
async function changed(visit: Visit, id: string, act: string, to: (now: Group) => Group): Promise<Group> {
  const stored = found(await changeGroup(visit, id, (now) => to(found(now))));
  await audit(visit, act, id);
  return stored;
}

/** Names of the groups but one, in every language that they have. */
const namesBut = (register: Register, id: string): string[] =>
  [...register.groups.values()]
    .filter((one) => one.id !== id)
    .flatMap(({ names }) => [names.fi ?? [], names.sv ?? [], names.en ?? []].flat());

/** Asked again under the same request id it makes nothing new. Throws a Refusal. */
export async function createGroup(visit: Visit, draft: NamesDraft, requestId: string): Promise<Group> {
  await asCoordinator(visit);
  const id = `g-${requestId}`;
  const register = await registerNow(visit);
  const made = register.groups.get(id);
  if (made) return made;
  if (register.groups.size >= MOST_GROUPS) throw new Refusal(text.manyGroups, { n: MOST_GROUPS });
  const names = readNames(draft, namesBut(register, id));
  const stored = await changeGroup(visit, id, (now) => now ?? newGroup(id, names, visit.services.clock.now()));
  await audit(visit, 'groups.create', id);
  return found(stored);
}

export async function renameGroup(visit: Visit, id: string, draft: NamesDraft): Promise<Group> {
  await asCoordinator(visit);
  const names = readNames(draft, namesBut(await registerNow(visit), id));
  return changed(visit, id, 'groups.rename', (now) => ({ ...now, names }));
}

/** Throws a Refusal while something is open for the group. What is gone already stays gone. */
export async function removeGroup(visit: Visit, id: string): Promise<void> {
  await asCoordinator(visit);
  const open = await visit.services.openForGroup(id, visit);
  if (open.length > 0) {
    const titles = open
      .slice(0, 5)
      .map((title) => `”${title}”`)
      .join(', ');
    throw new Refusal(text.groupInUse, { titles });
  }
  const wasThere = await visit.services.store.remove(visit.scope, groups, id);
  forgetRegister(visit);
  if (wasThere) await audit(visit, 'groups.remove', id);
}

export async function addSeat(visit: Visit, id: string, draft: SeatDraft, requestId: string): Promise<Group> {
  await asCoordinator(visit);
  const frame = frameOf(await registerNow(visit), visit);
  const seat = `s-${requestId}`;
  const isThere = (now: Group): boolean => now.seats.some((one) => one.id === seat);
  return changed(visit, id, 'groups.seat', (now) => (isThere(now) ? now : putSeat(now, seat, draft, frame)));
}

export async function changeSeat(visit: Visit, id: string, seat: string, draft: SeatDraft): Promise<Group> {
  await asCoordinator(visit);
  const frame = frameOf(await registerNow(visit), visit);
  return changed(visit, id, 'groups.seat', (now) => {
    if (!now.seats.some((one) => one.id === seat)) throw new Refusal(text.unknownSeat);
    return putSeat(now, seat, draft, frame);
  });
}

export async function endTerm(visit: Visit, id: string, seat: string, on: string): Promise<Group> {
  await asCoordinator(visit);
  const frame = frameOf(await registerNow(visit), visit);
  return changed(visit, id, 'groups.seat', (now) => endSeat(now, seat, on, frame));
}

export async function takeAwaySeat(visit: Visit, id: string, seat: string): Promise<Group> {
  await asCoordinator(visit);
  return changed(visit, id, 'groups.seat', (now) => removeSeat(now, seat, todayIn(visit)));
}

/** The successor takes over a seat or a substitute's duty. Throws a Refusal when they can't. */
export async function pass(
  visit: Visit,
  { group, seat, duty }: { readonly group: string; readonly seat: string; readonly duty: 'seat' | 'substitute' },
  successor: MemberId,
): Promise<void> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const frame = frameOf(register, visit);
  const to = frame.person(successor);
  if (!to) throw new Refusal(text.unknownMember);
  if (!to.isCurrent) throw new Refusal(text.memberLeft, { name: to.name });
  const take = duty === 'seat' ? passSeat : passSubstitute;
  await changed(visit, group, 'groups.seat', (now) => take(now, seat, to, todayIn(visit), frame));
}

/** In the reader's language. */
export const groupName = ({ names }: Group, { t }: Visit): string => nameIn(names, t);
