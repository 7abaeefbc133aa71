/** Who of the register may know an answer: by what people said that they can help with, shown to who asks and to coordinators. */
import { type Member, memberIdOf } from '../../core/network.ts';
import { foldText } from '../members/filter.ts';

/** A shorter common beginning says nothing. */
const LEAST_COMMON = 5;
/** So much of the shorter word must be common: koulutus is no koulukuljetus. */
const LEAST_SHARE = 0.7;
export const MOST_KNOWING = 5;

export interface Knowing {
  readonly member: Member;
  /** Those of their topics that fit, as they wrote them. */
  readonly topics: readonly string[];
}

const wordsIn = (text: string): string[] => [
  ...new Set(
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= LEAST_COMMON),
  ),
];

/** Two words have a common beginning that is long enough for them to be forms of one. */
export function isAkin(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const needed = Math.max(LEAST_COMMON, Math.ceil(shorter * LEAST_SHARE));
  return shorter >= needed && a.slice(0, needed) === b.slice(0, needed);
}

/** People who agreed to be found and whose topics share a word with the question, the best first. Never `except`. */
export function whoKnows(asked: string, people: readonly Member[], except: readonly string[]): Knowing[] {
  const words = wordsIn(asked);
  return people
    .filter(({ person, isListed }) => isListed === true && !except.includes(memberIdOf(person)))
    .map((member) => {
      const topics = (member.topics ?? []).filter((topic) =>
        wordsIn(topic).some((one) => words.some((word) => isAkin(word, one))),
      );
      const hits = words.filter((word) => topics.some((topic) => wordsIn(topic).some((one) => isAkin(word, one))));
      return { member, topics, hits: hits.length };
    })
    .filter(({ topics }) => topics.length > 0)
    .sort((a, b) => b.hits - a.hits || b.topics.length - a.topics.length || a.member.name.localeCompare(b.member.name))
    .slice(0, MOST_KNOWING)
    .map(({ member, topics }) => ({ member, topics }));
}
