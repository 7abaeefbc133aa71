/** Finds people's ids in keys that are made of several ids, such as those of jobs, posts and audit entries. */
import { objectIdOf, type PersonKey } from './ids.ts';
import type { MemberId } from './network.ts';

/** A pattern that finds any of these people as whole words: `person-1` is not in `person-10`. */
function patternOf(ids: readonly MemberId[]): RegExp {
  const longestFirst = [...ids].sort((a, b) => b.length - a.length);
  const any = longestFirst.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![A-Za-z0-9])(?:${any})(?![A-Za-z0-9])`, 'gi');
}

/** Says of a key whether it names one of these people. */
export function namesAny(ids: readonly MemberId[]): (key: string) => boolean {
  const pattern = patternOf(ids);
  return (key) => key.search(pattern) >= 0;
}

/** The same key with someone else in their place. */
export const withoutThem = (key: string, ids: readonly MemberId[], as: PersonKey): string =>
  key.replace(patternOf(ids), objectIdOf(as));
