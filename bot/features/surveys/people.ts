/** Whom a survey asks, who may answer it, and to which part of its breakdown someone belongs: read off the register. */
import { dateIn, type Instant } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { type MemberId, memberIdOf } from '../../core/network.ts';
import type { Names } from '../../core/organisation.ts';
import { currentPeople, mainOf, organisationOf, placeIn, type Register, seatsOn } from '../../core/register.ts';
import { areasOf, type SizeClass, sizeClasses, sizeOf } from '../members/filter.ts';
import { ALL } from './results.ts';
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
  if (breakdown === 'none') return ALL;
  const organisation = organisationOf(register, objectIdOf(person));
  if (!organisation) return UNKNOWN_CELL;
  if (breakdown === 'area') return areasOf(register.rules, organisation)[0]?.id ?? UNKNOWN_CELL;
  const size = sizeOf(register.rules, organisation);
  return size === undefined ? UNKNOWN_CELL : sizeCell(size);
}

const sizeCell = (id: string): string => `size${id}`;

/** What a cell is called: a size class by its inhabitants, both inclusive, or an area by its name. Of those that nobody knows neither. */
export interface Cell {
  readonly id: string;
  readonly size?: SizeClass;
  readonly area?: Names;
}

/** Cells of a breakdown in their order. */
export function cellsOf({ rules }: Register, breakdown: Survey['breakdown']): Cell[] {
  if (breakdown === 'none') return [];
  const known =
    breakdown === 'area'
      ? rules.areas.map(({ id, names }): Cell => ({ id, area: names }))
      : sizeClasses(rules).map((size): Cell => ({ id: sizeCell(size.id), size }));
  return [...known, { id: UNKNOWN_CELL }];
}
