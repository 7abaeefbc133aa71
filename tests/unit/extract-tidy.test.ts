/** Text of files becomes what people would search for, in parts that are bounded. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TextPage } from '../../bot/core/ports.ts';
import { encodingOf, likelyEncoding } from '../../bot/extract/encoding.ts';
import { EXTRACT_LIMITS, type ExtractLimits } from '../../bot/extract/limits.ts';
import { tidy } from '../../bot/extract/tidy.ts';
import { createWriter, Enough } from '../../bot/extract/writer.ts';

test.each([
  ['a word broken at the end of a line', 'koulu-\nkuljetus alkaa', 'koulukuljetus alkaa'],
  ['one broken with the hyphen of typesetters', 'koulu\u2010\nkuljetus', 'koulukuljetus'],
  ['a compound whose parts meet in the same vowel', 'haja-\nasutus ja linja-\nauto', 'haja-asutus ja linja-auto'],
  ['a name', 'Etelä-\nSuomi', 'Etelä-\nSuomi'],
  ['an abbreviation', 'EU-\nrahoitus', 'EU-\nrahoitus'],
  [
    'a word that waits for its end',
    'koulu-\nja työmatkat, skol-\noch arbetsresor',
    'koulu- ja työmatkat, skol- och arbetsresor',
  ],
  ['a range of years', '2025-\n2026', '2025-\n2026'],
  ['soft hyphens', 'koulu\u00adkuljetus koulu\u00ad\nkuljetus', 'koulukuljetus koulukuljetus'],
  ['ligatures, with small numbers left as they are', 'ﬁlmi ﬂyygeli m² ½ €', 'filmi flyygeli m² ½ €'],
  ['letters put together of two', 'Kyla\u0308', 'Kylä'],
  ['spaces of all kinds and empty lines', ' a\u00a0 \t b \r\n\r\n\u2028c ', 'a b\nc'],
  ['bullets of symbol fonts, marks without width, control characters', '\uf0b7 a\u200bb\u202e\0c', 'ab c'],
  ['halves of letters', 'a\ud800b', 'ab'],
])('%s', (_what, typeset, text) => {
  expect(tidy(typeset, true)).toBe(text);
});

test('lines of what is not typeset keep their hyphens', () => {
  expect(tidy('ala-\nkohta')).toBe('ala-\nkohta');
});

test('tidying again changes nothing, and long lines of letters are not slow', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const once = tidy(text);
      expect(tidy(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
    }),
  );
  // Ten times the text in about ten times the time, with room for a busy machine; what backtracks takes a hundred times as long.
  const took = (text: string): number => {
    const started = performance.now();
    tidy(text, true);
    return performance.now() - started;
  };
  for (const long of [(n: number) => `${'a'.repeat(2 * n)}-\nb`, (n: number) => '-\n'.repeat(n)]) {
    took(long(50_000));
    const short = Math.max(...Array.from({ length: 3 }, () => took(long(50_000))));
    expect(Math.min(...Array.from({ length: 2 }, () => took(long(500_000)))) / short).toBeLessThan(50);
  }
});

test('an encoding is told by its mark, else by what fits', async () => {
  const likely = (...pieces: readonly Uint8Array[]) => likelyEncoding(pieces);
  expect(await likely(Buffer.from('Pöytäkirja'))).toBe('utf-8');
  expect(await likely(Buffer.from('Pöytäkirja', 'latin1'))).toBe('windows-1252');
  expect(await likely(Buffer.from('Asia'), Buffer.from(' pöytäkirja', 'latin1'))).toBe('windows-1252');
  const letters = Buffer.from('Pöytäkirja');
  expect(await likely(letters.subarray(0, 2), letters.subarray(2))).toBe('utf-8');
  // One byte that was damaged does not turn all letters into others.
  expect(await likely(Buffer.concat([Buffer.from('Pöytäkirjaä'), Buffer.from([0xe4])]))).toBe('utf-8');
  expect(encodingOf(Buffer.from('a\0b'))).toBeUndefined();
});

function written(limits: Partial<ExtractLimits>, write: (writer: ReturnType<typeof createWriter>) => void, ms = [0]) {
  const pages: TextPage[] = [];
  const writer = createWriter({
    limits: { ...EXTRACT_LIMITS, ...limits },
    give: (page) => void pages.push(page),
    now: () => ms.shift() ?? 0,
    isTypeset: false,
  });
  let isCut = false;
  try {
    write(writer);
    writer.end();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    isCut = true;
  }
  return { pages, isCut };
}

test('a long part is given in several, cut between words, under the same number', () => {
  const { pages, isCut } = written({ part: 20 }, (writer) => {
    writer.begin({ number: 7 });
    writer.write('yksi kaksi kolme neljä viisi kuusi');
  });
  expect(pages).toEqual([
    { number: 7, text: 'yksi kaksi kolme' },
    { number: 7, text: 'neljä viisi kuusi' },
  ]);
  expect(isCut).toBe(false);
});

test('text that comes in pieces is never cut inside a word', () => {
  const words = Array.from({ length: 200 }, (_, n) => `sana${n}`);
  const { pages } = written({ part: 40 }, (writer) => {
    for (const letter of words.join(' ')) writer.write(letter);
  });
  expect(pages.every(({ text }) => text.length <= 40)).toBe(true);
  expect(pages.flatMap(({ text }) => text.split(' '))).toEqual(words);
});

test('text past the bound on characters, parts or time is left out, and what came before stands', () => {
  const three = (writer: ReturnType<typeof createWriter>): void => {
    for (const number of [1, 2, 3]) {
      writer.begin({ number });
      writer.write('sana');
    }
  };
  expect(written({ characters: 6 }, three)).toEqual({
    pages: [
      { number: 1, text: 'sana' },
      { number: 2, text: 'sa' },
    ],
    isCut: true,
  });
  expect(written({ parts: 2 }, three)).toMatchObject({ pages: [{ number: 1 }, { number: 2 }], isCut: true });
  expect(written({ time: 100 }, three, [0, 76])).toMatchObject({ pages: [{ number: 1 }], isCut: true });
  expect(written({}, three)).toMatchObject({ pages: [{ number: 1 }, { number: 2 }, { number: 3 }], isCut: false });
});

test('nothing is kept of a text that goes on for ever', () => {
  let most = 0;
  const { pages, isCut } = written({ characters: 100_000 }, (writer) => {
    for (let n = 0; n < 10_000_000; n++) {
      most = n;
      writer.write('sana ');
    }
  });
  expect(isCut).toBe(true);
  expect(most).toBeLessThan(30_000);
  expect(pages.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(100_000);
});
