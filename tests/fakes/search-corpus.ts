/** Many items that look like those of the evaluation set: made of its words and of words formed as Finnish forms them, the same each time. */
import { toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import type { SearchEntry } from '../../bot/core/ports.ts';
import { tokens } from '../../bot/search/words.ts';
import { developmentQueries, setDocuments } from './search-set.ts';

/** A sequence that is the same each time. Source: mulberry32, Tommy Ettinger, public domain. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIRST =
  'kunta koulu liikenne lupa palvelu vesi talvi matka asiakas verkko kylä silta ranta metsä talous hanke työ raha kirja kevät'.split(
    ' ',
  );
const LAST =
  'suunnitelma sopimus kuljetus kysely ohje päätös raportti kokous hinta alue keskus lautakunta maksu seuranta kartta ryhmä linja asema lista aika'.split(
    ' ',
  );
const ENDINGS = ['', 'n', 'ssa', 'sta', 'lle', 'ksi', 't', 'ista', 'issa', 'en', 'ja', 'kin'];

/** How many words of their own a language has: a new word now and then, whatever the length of what was read. */
const NEW_WORD = 0.02;

/** `size`: characters of an item. Words are as unevenly common as in real texts. */
export function* corpus(items: number, size: number): Generator<{ readonly id: string; readonly entry: SearchEntry }> {
  const next = chance(20_260_101);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const common = [
    ...new Set(
      setDocuments().flatMap(({ title, summary, pages }) =>
        tokens([title, summary, ...pages].join(' ')).map(({ word }) => word),
      ),
    ),
  ];
  // The n-th word is met 1/n as often as the first. Source: Zipf's law.
  const zipf = (): string => common[Math.min(common.length - 1, Math.floor(common.length ** next()) - 1)] as string;
  const syllable = (): string => pick(['ka', 'ri', 'to', 'nu', 've', 'li', 'sa', 'mo', 'pe', 'hy', 'tä', 'lö']);
  const made = (): string =>
    next() < 0.6 ? pick(FIRST) + pick(LAST) + pick(ENDINGS) : syllable() + syllable() + syllable() + pick(ENDINGS);
  const words = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${text ? ' ' : ''}${next() < NEW_WORD ? made() : zipf()}`;
    return text;
  };
  for (let n = 0; n < items; n++) {
    const title = words(40);
    const summary = words(Math.min(120, size / 4));
    yield {
      id: `i${n}`,
      entry: {
        ...{ title, summary, keywords: [zipf(), zipf()], body: [] },
        files: [
          {
            file: activityId.parse(`f${n}`),
            name: 'diat.pdf',
            pages: [{ number: 1, text: words(size - title.length - summary.length) }],
          },
        ],
        ...{ audiences: ['members'], facets: { type: [pick(['link', 'document', 'recording'])], theme: [zipf()] } },
        at: toInstant(Date.UTC(2020, 0, 1) + n * 60_000),
        row: { title },
      },
    };
  }
}

/** What is asked: the queries to develop with, which people might type, but for those that are to find nothing. */
export const asked = (): readonly string[] =>
  developmentQueries().flatMap(({ query, trait }) => (trait === 'none' ? [] : query));
