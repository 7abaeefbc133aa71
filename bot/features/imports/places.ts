/** Which organisation the words of a list mean: one of the register, or a municipality of the country that is not in it yet. */
import type { OrganisationId } from '../../core/network.ts';
import type { Names, Organisation } from '../../core/organisation.ts';
import { type Municipality, type Places, searchPlaces, successorOf } from '../../core/places.ts';
import { presentOrganisation, type Register } from '../../core/register.ts';
import { foldText } from '../members/filter.ts';
import { municipalityId } from '../members/organisations.ts';

/** An organisation that a row may be about. */
export interface Candidate {
  readonly id: OrganisationId;
  readonly names: Names;
  /** Comes into the register by the import. */
  readonly isNew: boolean;
  /** As it is in the register. */
  readonly of?: Organisation;
}

export interface OrganisationFinder {
  /** `exact`: one of that name or code. Else those that may be meant, best first; none: nothing is like it. */
  named(typed: string): { readonly exact?: Candidate; readonly others: readonly Candidate[] };
  ofMunicipality(of: Municipality): Candidate;
}

/** Shown to choose from at most. */
const MOST = 5;
/** Shorter words are in too many names. */
const SHORTEST = 3;

/** For one list: what the same words mean is looked up once. */
export function organisationFinder(register: Register, places: Places): OrganisationFinder {
  const byWords = new Map<string, Candidate[]>();
  const common = new Set(places.commonWords.map(foldText));
  /** Without words such as “city of”. */
  const telling = (typed: string): string => {
    const words = foldText(typed).split(' ');
    const left = words.filter((word) => !common.has(word));
    return (left.length > 0 ? left : words).join(' ');
  };
  const note = (words: string, candidate: Candidate): void => {
    if (words === '') return;
    const there = byWords.get(words) ?? [];
    if (!there.some(({ id }) => id === candidate.id)) byWords.set(words, [...there, candidate]);
  };
  const registered = [...register.organisations.values()];
  const candidateOf = (of: Organisation): Candidate => ({ id: of.id, names: of.names, isNew: false, of });
  for (const one of registered) {
    const present = presentOrganisation(register, one.id) ?? one;
    for (const words of [one.code, one.id, ...Object.values(one.names)])
      if (words) note(foldText(words), candidateOf(present));
  }
  const ofMunicipality = (of: Municipality): Candidate => {
    const id = municipalityId(places, of.code);
    const present = presentOrganisation(register, id);
    return present ? candidateOf(present) : { id, names: of.names, isNew: true };
  };
  for (const one of [...places.municipalities, ...places.mergers]) {
    const now = successorOf(places, one.code);
    if (!now) continue;
    // What the register calls by this name goes before what the country does.
    for (const words of [one.code, one.code.replace(/^0+/, ''), ...Object.values(one.names)])
      if (words && !byWords.has(foldText(words))) note(foldText(words), ofMunicipality(now));
  }

  const look = (typed: string): ReturnType<OrganisationFinder['named']> => {
    const whole = byWords.get(foldText(typed)) ?? byWords.get(telling(typed));
    const [exact, another] = whole ?? [];
    if (exact && !another) return { exact, others: [] };
    if (whole && whole.length > 1) return { others: whole.slice(0, MOST) };
    const words = telling(typed);
    const inRegister =
      words.length < SHORTEST
        ? []
        : registered
            .filter(({ mergedInto, names }) => mergedInto === undefined && isIn(words, names))
            .map((of) => candidateOf(of));
    const inCountry = words === '' ? [] : searchPlaces(places, typed, MOST).map(ofMunicipality);
    const all = new Map([...inRegister, ...inCountry].map((one) => [one.id, one]));
    return { others: [...all.values()].slice(0, MOST) };
  };
  const looked = new Map<string, ReturnType<OrganisationFinder['named']>>();
  return {
    ofMunicipality,
    named(typed) {
      const known = looked.get(typed) ?? look(typed);
      looked.set(typed, known);
      return known;
    },
  };
}

const isIn = (words: string, names: Names): boolean =>
  Object.values(names).some((name) => {
    const folded = foldText(name ?? '');
    return folded.includes(words) || (folded.length >= SHORTEST && words.includes(folded));
  });
