/** The network's own rules for its register: its kinds of organisation, its areas, its size classes. */
import { type Names, nameFor, type RegisterRules } from '../../core/organisation.ts';
import type { Places } from '../../core/places.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import type { Register } from '../../core/register.ts';
import type { RulesDraft } from './drafts.ts';
import { text } from './text.ts';

const MOST_KINDS = 40;
const MOST_AREAS = 60;
const MOST_BOUNDS = 12;

/** Ids of the kinds that organisations are of. */
export const usedKinds = ({ organisations }: Pick<Register, 'organisations'>): string[] => [
  ...new Set([...organisations.values()].map(({ kind }) => kind)),
];

/** The rules as drafted; fee classes stay. Throws a Refusal with all problems. */
export function withRules(now: RegisterRules, draft: RulesDraft, register: Register, places: Places): RegisterRules {
  refuseAny([
    ...kindProblems(now, draft, register),
    ...areaProblems(now, draft, register, places),
    ...sizeProblems(draft),
  ]);
  return { ...draft, feeClasses: now.feeClasses };
}

const hasName = (names: Names): boolean => Object.values(names).some((name) => name?.trim());

function idProblems(field: string, all: readonly { readonly id: string }[]): Problem[] {
  const ids = all.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    ...{ field, row: text.sameIdTwice, params: { id } },
  }));
}

const tooMany = (field: string, n: number, most: number): Problem[] =>
  n > most ? [{ field, row: text.manyOfThem, params: { n, most } }] : [];

function kindProblems(now: RegisterRules, { kinds }: RulesDraft, register: Register): Problem[] {
  const problems: Problem[] = [...idProblems('kinds', kinds), ...tooMany('kinds', kinds.length, MOST_KINDS)];
  if (kinds.some(({ names }) => !hasName(names))) problems.push({ field: 'kinds', row: text.noKindName });
  if (!kinds.some(({ isMunicipality }) => isMunicipality))
    problems.push({ field: 'kinds', row: text.noMunicipalityKind });
  for (const id of usedKinds(register)) {
    if (kinds.some((one) => one.id === id)) continue;
    const names = now.kinds.find((one) => one.id === id)?.names ?? { fi: id };
    problems.push({ field: 'kinds', row: text.kindInUse, params: { kind: (locale) => nameFor(names, locale) } });
  }
  return problems;
}

function areaProblems(now: RegisterRules, { areas }: RulesDraft, register: Register, places: Places): Problem[] {
  const problems: Problem[] = [...idProblems('areas', areas), ...tooMany('areas', areas.length, MOST_AREAS)];
  if (areas.some(({ names }) => !hasName(names))) problems.push({ field: 'areas', row: text.noAreaName });
  const known = new Set(places.regions.map(({ code }) => code));
  if (areas.some(({ regions }) => regions.some((one) => !known.has(one))))
    problems.push({ field: 'areas', row: text.unknownRegion });
  const seated = new Set([...register.groups.values()].flatMap(({ seats }) => seats.flatMap((one) => one.area ?? [])));
  for (const before of now.areas) {
    if (!seated.has(before.id) || areas.some(({ id }) => id === before.id)) continue;
    const area = (locale: 'fi' | 'sv' | 'en') => nameFor(before.names, locale);
    problems.push({ field: 'areas', row: text.areaInUse, params: { area } });
  }
  return problems;
}

function sizeProblems({ sizeBounds }: RulesDraft): Problem[] {
  const rises = sizeBounds.every((bound, index) => index === 0 || bound > (sizeBounds[index - 1] ?? 0));
  return [
    ...(rises ? [] : [{ field: 'sizeBounds', row: text.sizesNotRising }]),
    ...tooMany('sizeBounds', sizeBounds.length, MOST_BOUNDS),
  ];
}
