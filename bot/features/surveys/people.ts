/** Whom a survey asks, who may answer it, and to which part of its breakdown someone belongs: read off the register. */
import { dateIn, type Instant } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { type MemberId, memberIdOf } from '../../core/network.ts';
import { nameFor } from '../../core/organisation.ts';
import { currentPeople, mainOf, organisationOf, placeIn, type Register, seatsOn } from '../../core/register.ts';
import type { Locale } from '../../core/text.ts';
import type { Survey } from './survey.ts';

interface At {
  /** IANA zone of the network. */
  readonly zone: string;
  readonly now: Instant;
}

/** Main identities of those whom a survey asks: the seat holders of its group, else everyone of the network. */
export function askedPeople(register: Register, of: Pick<Survey, 'group'>, { zone, now }: At): MemberId[] {
  const people = currentPeople(register).map(({ person }) => memberIdOf(person));
  if (of.group === undefined) return people;
  const group = register.groups.get(of.group);
  const seated = new Set(group ? seatsOn(group, dateIn(now, zone)).map(({ member }) => mainOf(register, member)) : []);
  return people.filter((id) => seated.has(mainOf(register, id)));
}

/** Whether a group's survey is for someone: substitutes of its seat holders may answer too. */
export function isFor(register: Register, of: Pick<Survey, 'group'>, person: PersonKey, { zone, now }: At): boolean {
  if (of.group === undefined) return true;
  const group = register.groups.get(of.group);
  return group !== undefined && placeIn(register, group, objectIdOf(person), dateIn(now, zone)) !== undefined;
}

/** Cell of those whose organisation, or its size or area, nobody knows. */
export const UNKNOWN_CELL = 'unknown';

/** The size class or area of whom a person represents. */
export function cellOf(register: Register, breakdown: Survey['breakdown'], person: PersonKey): string {
  const organisation = breakdown === 'none' ? undefined : organisationOf(register, objectIdOf(person));
  if (breakdown === 'none') return 'all';
  if (!organisation) return UNKNOWN_CELL;
  const { sizeBounds, areas } = register.rules;
  if (breakdown === 'area') {
    const area = areas.find(
      ({ regions }) => organisation.region !== undefined && regions.includes(organisation.region),
    );
    return area?.id ?? UNKNOWN_CELL;
  }
  const { inhabitants } = organisation;
  if (inhabitants === undefined || sizeBounds.length === 0) return UNKNOWN_CELL;
  const at = sizeBounds.findIndex((bound) => inhabitants < bound);
  return `size${at < 0 ? sizeBounds.length : at}`;
}

/** Cells of a breakdown in their order. */
export function cellsOf(register: Register, breakdown: Survey['breakdown']): string[] {
  const { sizeBounds, areas } = register.rules;
  if (breakdown === 'none') return [];
  const known =
    breakdown === 'area'
      ? areas.map(({ id }) => id)
      : Array.from({ length: sizeBounds.length + 1 }, (_, at) => `size${at}`);
  return [...known, UNKNOWN_CELL];
}

/** From and to of a size class in inhabitants, or the area's name; undefined for those that nobody knows. */
export function cellRange(
  register: Register,
  cell: string,
  locale: Locale,
): { readonly from: number; readonly to: number | undefined } | { readonly name: string } | undefined {
  const at = /^size(\d+)$/.exec(cell)?.[1];
  const { sizeBounds, areas } = register.rules;
  if (at !== undefined) return { from: sizeBounds[Number(at) - 1] ?? 0, to: sizeBounds[Number(at)] };
  const area = areas.find(({ id }) => id === cell);
  return area && { name: nameFor(area.names, locale) };
}
