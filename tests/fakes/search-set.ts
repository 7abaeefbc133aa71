/** The evaluation set of the search as entries of an index, and how well a search answers its queries; see tests/fixtures/search/README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import type { SearchEntry } from '../../bot/core/ports.ts';
import { loadPlaces } from '../../bot/places.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'search');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

export interface SetDocument {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  readonly themes: readonly string[];
  readonly tags: readonly string[];
  readonly event?: string;
  readonly organisation?: string;
  readonly author?: string;
  readonly language: string;
  readonly pages: readonly string[];
}

export interface JudgedQuery {
  readonly id: string;
  readonly query: string;
  readonly relevant: readonly string[];
  readonly trait: string;
}

export const setDocuments = (): readonly SetDocument[] => read('documents.json');
export const developmentQueries = (): readonly JudgedQuery[] => read('queries.json');
/** For measuring alone: nobody looks at them, nor at which of them fail. */
export const heldOutQueries = (): readonly JudgedQuery[] => read('held-out.json');

/** As the material bank gives its items to the index: names of themes and organisations in both languages, each page of the file with its number. */
export function entriesOfSet(): readonly { readonly id: string; readonly entry: SearchEntry }[] {
  const themes = new Map(read<{ id: string; fi: string; sv: string }[]>('themes.json').map((one) => [one.id, one]));
  const { municipalities } = loadPlaces()('fi');
  return setDocuments().map((of, n) => {
    const town = municipalities.find(({ names }) => names.fi === of.organisation)?.names;
    return {
      id: of.id,
      entry: {
        title: of.title,
        summary: of.summary,
        keywords: [
          ...of.themes.flatMap((id) => [themes.get(id)?.fi ?? [], themes.get(id)?.sv ?? []].flat()),
          ...of.tags,
          ...(of.event ? [of.event] : []),
          ...(of.organisation ? [of.organisation] : []),
          ...(town?.sv && town.sv !== of.organisation ? [town.sv] : []),
          ...(of.author ? [of.author] : []),
        ],
        body: [],
        files: [
          {
            file: activityId.parse(`file-${of.id}`),
            name: `${of.id}.pdf`,
            pages: of.pages.map((text, page) => ({ number: page + 1, text })),
          },
        ],
        audiences: ['members'],
        facets: { type: [of.type], theme: of.themes },
        at: toInstant(Date.UTC(2025, 0, 1) + n * 86_400_000),
        row: { title: of.title },
      },
    };
  });
}

export interface Figures {
  readonly recall: number;
  readonly precision: number;
}

const mean = (of: readonly number[]): number =>
  of.length === 0 ? 1 : of.reduce((sum, one) => sum + one, 0) / of.length;

/** `answer` gives ids, the best first; the first five of them count. */
export async function measure(
  queries: readonly JudgedQuery[],
  answer: (query: string) => Promise<readonly string[]> | readonly string[],
): Promise<
  Figures & { readonly traits: ReadonlyMap<string, Figures>; readonly answers: ReadonlyMap<string, readonly string[]> }
> {
  const scored: { trait: string; recall?: number; precision: number }[] = [];
  const answers = new Map<string, readonly string[]>();
  for (const { id, query, relevant, trait } of queries) {
    const given = (await answer(query)).slice(0, 5);
    answers.set(id, given);
    const right = given.filter((one) => relevant.includes(one)).length;
    scored.push({
      trait,
      precision: given.length === 0 ? (relevant.length === 0 ? 1 : 0) : right / given.length,
      ...(relevant.length === 0 ? {} : { recall: right / Math.min(5, relevant.length) }),
    });
  }
  const figuresOf = (some: typeof scored): Figures => ({
    recall: mean(some.flatMap(({ recall }) => recall ?? [])),
    precision: mean(some.map(({ precision }) => precision)),
  });
  const names = [...new Set(scored.map(({ trait }) => trait))];
  return {
    ...figuresOf(scored),
    traits: new Map(names.map((name) => [name, figuresOf(scored.filter(({ trait }) => trait === name))])),
    answers,
  };
}
