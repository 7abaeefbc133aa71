/** Surveys in a list: how the reader stands in one, and the parts of one together. */
import type { SurveySummary } from '../../calls.ts';

export const isAnswered = ({ own }: Pick<SurveySummary, 'own'>): boolean => own === 'answered' || own === 'absent';

/** The reader is asked, and has not answered. */
export const isDue = ({ phase, own, isForOthers }: SurveySummary): boolean =>
  phase === 'open' && !isForOthers && (own === 'none' || own === 'drafted');

/** A survey, or the parts of one in their order. */
export type Asked = readonly [SurveySummary, ...SurveySummary[]];

/** Parts of a survey stand together where the first of them stood. */
export function inParts(surveys: readonly SurveySummary[]): readonly Asked[] {
  const groups = new Map<string, SurveySummary[]>();
  for (const one of surveys) {
    const key = one.series?.id ?? one.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((parts) => {
    const [first, ...others] = parts.sort((a, b) => (a.series?.number ?? 0) - (b.series?.number ?? 0));
    return first ? [[first, ...others] as const] : [];
  });
}

/** Which part a line leads to: one that waits for the reader, else one that is open, else the first one to come, else the last. */
export function partToOpen(parts: Asked): SurveySummary {
  const [first] = parts;
  const waiting = parts.find(isDue) ?? parts.find(({ phase }) => phase === 'open');
  return waiting ?? parts.find(({ phase }) => phase === 'scheduled') ?? parts.at(-1) ?? first;
}

/** What all parts are called: their titles begin alike, “Strategia: Arki”, “Strategia: Talous”. */
export function titleOfParts(parts: Asked): string {
  const [{ title }, ...others] = parts;
  const whole = title.split(': ')[0] ?? title;
  return others.every((one) => one.title === whole || one.title.startsWith(`${whole}: `)) ? whole : title;
}
