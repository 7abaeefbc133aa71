/** What the kitchen and the house need to know of those who come to the room: numbers and words, never whose they are. */
import { DAY, type Instant, plus } from '../../core/clock.ts';
import { RETENTION } from '../../core/retention.ts';
import type { Message, Translate } from '../../core/text.ts';
import type { Event } from './event.ts';
import { type Access, access, type Diet, diet, type Needs, type Registration } from './registration.ts';
import type { Ledger } from './seats.ts';
import { text } from './text.ts';

export interface Catering {
  /** Who holds a place in the room, with needs or without. */
  readonly room: number;
  /** Those that anyone has. */
  readonly diet: { id: Diet; label: string; n: number }[];
  readonly dietWords: string[];
  readonly access: { id: Access; label: string; n: number }[];
  readonly accessWords: string[];
  /** When they are removed. */
  readonly until: Instant;
}

const DIETS: Readonly<Record<Diet, Message>> = {
  vegetarian: text.vegetarian,
  vegan: text.vegan,
  lactoseFree: text.lactoseFree,
  dairyFree: text.dairyFree,
  glutenFree: text.glutenFree,
  eggFree: text.eggFree,
  nutFree: text.nutFree,
  fishFree: text.fishFree,
  other: text.otherDiet,
};

const ACCESS: Readonly<Record<Access, Message>> = {
  stepFree: text.stepFree,
  hearingLoop: text.hearingLoop,
  signLanguage: text.signLanguage,
  assistant: text.assistant,
  other: text.otherAccess,
};

/** Needs of those who hold a place in the room. Words are in the order of the alphabet, so that no order tells whose they are. */
export function catering(
  of: Pick<Event, 'endsAt'>,
  all: ReadonlyMap<string, Registration>,
  { ledger, t }: { readonly ledger: Ledger; readonly t: Translate },
): Catering {
  const inRoom = ledger.entries.filter(({ holds }) => holds?.place === 'room');
  const needs = inRoom.flatMap(({ who }) => all.get(who)?.needs ?? []);
  return {
    room: inRoom.length,
    diet: counted(
      diet.options,
      (one) => t(DIETS[one]),
      needs.map(({ diet: some }) => some),
    ),
    dietWords: wordsOf(needs, 'dietWords'),
    access: counted(
      access.options,
      (one) => t(ACCESS[one]),
      needs.map(({ access: some }) => some),
    ),
    accessWords: wordsOf(needs, 'accessWords'),
    until: needsUntil(of),
  };
}

/** When the needs of an event have served. */
export const needsUntil = ({ endsAt }: Pick<Event, 'endsAt'>): Instant => plus(endsAt, RETENTION.needs * DAY);

const counted = <T extends string>(
  options: readonly T[],
  label: (of: T) => string,
  chosen: readonly (readonly T[])[],
): { id: T; label: string; n: number }[] =>
  options
    .map((id) => ({ id, label: label(id), n: chosen.filter((some) => some.includes(id)).length }))
    .filter(({ n }) => n > 0);

const wordsOf = (needs: readonly Needs[], key: 'dietWords' | 'accessWords'): string[] =>
  needs.flatMap((one) => one[key] ?? []).sort((a, b) => a.localeCompare(b, 'fi'));
