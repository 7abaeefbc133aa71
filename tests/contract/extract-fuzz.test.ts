/** Real files with anything changed in them: they are read, or are a clear fault, and never anything else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { formatOf } from '../../bot/core/file-format.ts';
import { type TextPage, Unextractable } from '../../bot/core/ports.ts';
import { EXTRACT_LIMITS } from '../../bot/extract/limits.ts';
import { readText } from '../../bot/extract/read.ts';
import { signOf } from '../../bot/extract/sign.ts';
import { bytesSource } from '../../bot/extract/source.ts';
import { type ExtractWorld, extractWorld, realFile } from '../fakes/extract-world.ts';
import { madeZip } from '../fixtures/hostile-files.ts';

const ZIPPED = ['guide.docx', 'guide.odt', 'slides.pptx', 'slides.odp', 'figures.xlsx', 'figures.ods'] as const;
const real = new Map<string, Buffer>();
let world: ExtractWorld;
beforeAll(async () => {
  for (const name of [...ZIPPED, 'guide.pdf', 'printed.pdf']) real.set(name, await realFile(name));
  world = await extractWorld();
});
afterAll(() => world.close());

interface Change {
  /** Share of the whole, from 0. */
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'repeat';
  readonly bytes: Uint8Array;
}

const changes = fc.array(
  fc.record<Change>({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    how: fc.constantFrom('replace', 'remove', 'repeat'),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc
        .constantFrom(
          '<',
          '>',
          '</w:p>',
          '<w:p>',
          '"',
          '&',
          ']]>',
          '<!--',
          '<![CDATA[',
          '<table:table>',
          '<text:h>',
          '../',
        )
        .map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function changed(whole: Uint8Array, how: readonly Change[]): Uint8Array {
  let bytes = Buffer.from(whole);
  for (const change of how) {
    const at = Math.floor(change.at * bytes.length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    const { length } = change.bytes;
    if (change.how === 'replace') bytes = Buffer.concat([before, change.bytes, after.subarray(length)]);
    else if (change.how === 'remove') bytes = Buffer.concat([before, after.subarray(length * 16)]);
    else bytes = Buffer.concat([before, after.subarray(0, length * 64), after]);
  }
  return bytes;
}

/** Throws what is neither text nor a fault of the file. */
async function readsOrRefuses(name: string, bytes: Uint8Array): Promise<'read' | 'refused'> {
  const format = formatOf(name);
  if (!format) throw new Error(name);
  const source = bytesSource(bytes);
  await signOf(source);
  const pages: TextPage[] = [];
  try {
    await readText({ source, format, limits: EXTRACT_LIMITS, give: (page) => void pages.push(page) });
  } catch (error) {
    // A fault has no cause but where a library or the zip told it: a slip of our own reading would hide behind `broken`.
    const cause = error instanceof Unextractable ? error.cause : error;
    if (error instanceof Unextractable && !(cause instanceof TypeError || cause instanceof RangeError))
      return 'refused';
    throw error;
  }
  for (const { text, heading, number } of pages) {
    expect(text.trim()).not.toBe('');
    expect(text.isWellFormed()).toBe(true);
    expect(heading?.isWellFormed() ?? true).toBe(true);
    expect(number === undefined || number > 0).toBe(true);
  }
  return 'read';
}

test('a zipped document with anything changed in its bytes is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ZIPPED), changes, async (name, how) => {
      await readsOrRefuses(name, changed(real.get(name) ?? Buffer.alloc(0), how));
    }),
    { numRuns: 400 },
  );
});

test('one with anything changed in the text of a part is read or refused, and both happen', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ZIPPED), fc.nat(), changes, async (name, pick, how) => {
      const parts = Object.entries(unzipSync(real.get(name) ?? Buffer.alloc(0)));
      const texts = parts.filter(([part]) => /\.(xml|rels)$/.test(part));
      const chosen = texts[pick % texts.length]?.[0];
      const remade = parts.map(([part, content]) => ({
        name: part,
        content: part === chosen ? changed(content, how) : content,
      }));
      seen.add(await readsOrRefuses(name, madeZip(remade)));
    }),
    { numRuns: 400 },
  );
  expect([...seen].sort()).toEqual(['read', 'refused']);
});

test('bytes of any kind under any name are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('a.txt', 'a.md', 'a.csv', 'a.docx', 'a.odp'),
      fc.oneof(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
      ),
      async (name, bytes) => {
        await readsOrRefuses(name, bytes);
      },
    ),
    { numRuns: 500 },
  );
});

test('a PDF with anything changed in its bytes is read or refused by its process', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('guide.pdf', 'printed.pdf'), changes, async (name, how) => {
      const found = await world.read(name, changed(real.get(name) ?? Buffer.alloc(0), how));
      if (typeof found === 'string') expect(found).toMatch(/^(broken|encrypted|tooLarge)$/);
    }),
    { numRuns: 10 },
  );
  expect(await world.leftovers()).toEqual([]);
}, 180_000);
