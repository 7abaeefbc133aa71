/** The network's own list of themes and tags, with their names in its languages: added, renamed and merged, as state in, state out. */
import { z } from 'zod';
import { kind } from '../../core/kind.ts';
import { type Names, names } from '../../core/organisation.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { oneLine } from '../../core/typed.ts';
import { text } from './text.ts';

export const MOST_TERMS = 500;
export const LONGEST_TERM = 60;

/** theme: what the bank is browsed by, with names in Finnish and Swedish. tag: a word that people put on items. */
export const termKind = z.enum(['theme', 'tag']);

export const term = z.object({
  id: z.string(),
  kind: termKind,
  names,
  /** It became part of this one: items that have it count as having that. */
  mergedInto: z.string().optional(),
});
export type Term = z.infer<typeof term>;

export const vocabulary = z.object({ terms: z.array(term).max(MOST_TERMS) });
export type Vocabulary = z.infer<typeof vocabulary>;

export const VOCABULARY_ID = 'vocabulary';
/** One document a network, under `VOCABULARY_ID`. */
export const vocabularies = kind<Vocabulary>({ name: 'vocabulary', container: 'materials', schema: vocabulary });

export const NO_TERMS: Vocabulary = { terms: [] };

/** A term as typed; an empty name is none. */
export const termDraft = z.object({ kind: termKind, fi: z.string(), sv: z.string(), en: z.string() });
export type TermDraft = z.infer<typeof termDraft>;

/** The term that this id stands for now, through merges. */
export function termOf({ terms }: Vocabulary, id: string): Term | undefined {
  const seen = new Set<string>();
  let found = terms.find((one) => one.id === id);
  while (found?.mergedInto !== undefined && !seen.has(found.id)) {
    seen.add(found.id);
    const into: string = found.mergedInto;
    found = terms.find((one) => one.id === into);
  }
  return found;
}

/** Terms that are in use as such, in the order of the list. */
export const ownTerms = ({ terms }: Vocabulary): Term[] => terms.filter(({ mergedInto }) => mergedInto === undefined);

/** What a list of ids stands for now, each once. */
export const termsOf = (of: Vocabulary, ids: readonly string[]): Term[] => [
  ...new Set(ids.flatMap((id) => termOf(of, id) ?? [])),
];

/** Every name by which a term can be found: its own, and those of what was merged into it. */
export const namesOf = (of: Vocabulary, id: string): string[] => [
  ...new Set(
    of.terms
      .filter((one) => termOf(of, one.id)?.id === id)
      .flatMap(({ names: all }) => [all.fi, all.sv, all.en].flatMap((name) => name ?? [])),
  ),
];

/** The term of this name in any language, also when it was merged away. */
export const termNamed = (of: Vocabulary, name: string): Term | undefined => {
  const wanted = oneLine(name).toLocaleLowerCase('fi');
  const found = of.terms.find(({ names: all }) =>
    [all.fi, all.sv, all.en].some((one) => one?.toLocaleLowerCase('fi') === wanted),
  );
  return found && termOf(of, found.id);
};

/** A new term, or another name for the one with this id. Throws a Refusal that names every problem. */
export function putTerm(of: Vocabulary, id: string, draft: TermDraft): Vocabulary {
  const typed = { fi: oneLine(draft.fi), sv: oneLine(draft.sv), en: oneLine(draft.en) };
  const known = of.terms.find((one) => one.id === id);
  const given = Object.entries(typed).filter(([, name]) => name !== '');
  const problems: Problem[] = given.length === 0 ? [{ field: 'fi', row: text.noTermName }] : [];
  for (const [field, name] of given) {
    if (name.length > LONGEST_TERM) problems.push({ field, row: text.longTerm, params: { n: LONGEST_TERM } });
    const same = termNamed(of, name);
    if (same && same.id !== (known ? termOf(of, id)?.id : undefined))
      problems.push({ field, row: text.termTaken, params: { name } });
  }
  refuseAny(problems);
  const next: Term = { ...known, id, kind: draft.kind, names: Object.fromEntries(given) as Names };
  if (known) return { terms: of.terms.map((one) => (one.id === id ? next : one)) };
  if (of.terms.length >= MOST_TERMS) throw new Refusal(text.tooManyTerms, { n: MOST_TERMS });
  return { terms: [...of.terms, next] };
}

/** All items of one term become those of another; its names still find them. Throws a Refusal when either is not there, or both are one. */
export function mergeTerms(of: Vocabulary, from: string, into: string): Vocabulary {
  const gone = of.terms.find(({ id }) => id === from);
  const target = termOf(of, into);
  if (!gone || !target) throw new Refusal(text.unknownTerm);
  if (target.id === gone.id) throw new Refusal(text.sameTerm);
  return { terms: of.terms.map((one) => (one === gone ? { ...one, mergedInto: target.id } : one)) };
}

/** It is taken off the list and, since unknown ids mean nothing, off every item. What was merged into it goes too. */
export const removeTerm = (of: Vocabulary, id: string): Vocabulary => ({
  terms: of.terms.filter((one) => termOf(of, one.id)?.id !== id && one.id !== id),
});
