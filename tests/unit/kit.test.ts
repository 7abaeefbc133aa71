/** The card kit: people's text stays text, buttons say the same twice, nothing outgrows its limit. */
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import {
  actions,
  card,
  choices,
  type Element,
  execute,
  fitting,
  LARGEST_CARD,
  MOST_ACTIONS,
  numberInput,
  plain,
  sizeOf,
  text,
} from '../../bot/cards/kit.ts';
import { action } from '../../bot/core/action.ts';

const { TextBlock } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

/** As the renderer of Teams sets it up; and one that reads more than Teams does. */
const readers = { plain: new MarkdownIt(), eager: new MarkdownIt({ html: true, linkify: true }) };

/** The tags and the text that Markdown makes of it. */
function read(markdown: string, reader: ReturnType<typeof MarkdownIt>): { tags: string[]; words: string } {
  const html = reader.render(markdown);
  const tags = [...html.matchAll(/<(\/?[a-z][^\s>]*)[^>]*>/g)].map(([, tag = '']) => tag);
  const words = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return { tags: [...new Set(tags)], words };
}

/** What the eye sees: without zero-width letters, with the two likenesses back, blanks as one. */
const seen = (words: string): string =>
  words
    .replaceAll('\u200c', '')
    .replaceAll('∗', '*')
    .replaceAll('ˋ', '`')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const marks = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '~~',
    '~~~',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    ']:',
    '<',
    '>',
    '<at>',
    '</at>',
    '<b>',
  ],
  ...[
    '<!--',
    '&amp;',
    '&#42;',
    '&',
    '\\',
    '\\*',
    '#',
    '##',
    '-',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '2) ',
    '---',
    '===',
    '|',
    '|-|',
    '> ',
  ],
  ...[
    '{{',
    '}}',
    '{{DATE(2026-01-01)}}',
    '\u0024{x}',
    'https://example.org',
    'www.example.org',
    'mailto:a@example.org',
    'javascript:x',
  ],
  ...[
    '\n',
    '\n\n',
    '    ',
    '\t',
    ' ',
    '  \n',
    'a',
    'ö',
    'Kunta',
    '1',
    '.',
    ':',
    '//',
    '!',
    '"',
    "'",
    '\u00a0',
    '\u200b',
    '漢',
    '😀',
  ],
);
const typed = fc.array(fc.oneof({ weight: 4, arbitrary: marks }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
  maxLength: 14,
});

describe('people’s text', () => {
  test.each(Object.entries(readers))('gives back only itself when Markdown is read (%s)', (name, reader) => {
    fc.assert(
      fc.property(typed, (parts) => {
        const written = parts.join('').normalize('NFC');
        const { text: shown } = text(written) as Element & { text: string };
        const { tags, words } = read(shown, reader);
        const formatting = tags.filter((tag) => tag !== 'p' && tag !== '/p');
        // A bare domain such as example.org is a link for the eager reader; Teams makes none of it.
        expect(name === 'eager' ? formatting.filter((tag) => !/^\/?a$/.test(tag)) : formatting).toEqual([]);
        expect(seen(words)).toBe(seen(visible(written)));
      }),
      { numRuns: 2000 },
    );
  });

  /** Without the control and direction letters that are taken out. */
  const visible = (written: string): string =>
    written
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

  test.each([
    '**lihava** *kursiivi* __lihava__ _kursiivi_ ~~yli~~ `koodi`',
    '[linkki](https://example.org) ![kuva](https://example.org/a.png) <https://example.org> https://example.org www.example.org',
    '<at>Kaikki</at> <b>x</b> <img src=x onerror=alert(1)> &lt;b&gt; &#60;',
    '# Otsikko\n- lista\n+ lista\n1. luku\n2) luku\n> lainaus\n---\n===\n    koodi\n~~~\na|b\n-|-',
    '[a]: https://example.org\n[a]',
    '\\*a\\* \\[b](c)',
  ])('is neither a link, a mention, a list nor a heading: %j', (written) => {
    const { tags, words } = read(plain(written), new MarkdownIt({ html: true, linkify: false }));
    expect(tags.filter((tag) => tag !== 'p' && tag !== '/p')).toEqual([]);
    expect(seen(words)).toBe(seen(written));
  });

  test('no date function survives, and none is run by the renderer', () => {
    for (const written of [
      '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
      '{{{TIME(2026-01-01T00:00:00Z)}}}',
      '\u0024{$root.x}',
    ]) {
      expect(plain(written)).not.toMatch(/\{\{|\$\{/);
      const block = new TextBlock(plain(written));
      expect(seen(block.text ?? '')).toBe(written);
    }
  });

  test('addresses are not made into links by phones, which look for a scheme or www', () => {
    expect(plain('https://example.org mailto:a@example.org www.example.org tel:123 x://y')).not.toMatch(
      /https:|mailto:|www\.|tel:|\w:\/\//,
    );
  });

  test('reversed letters and towers of marks are taken down', () => {
    expect(plain('a\u202eb\u2066c\u0000\u200f')).toBe('abc');
    expect(plain(`Z${'\u0301'.repeat(200)}!`)).toBe(`Z${'\u0301'.repeat(3)}!`);
    expect(plain('\ud800x')).toBe('\ufffdx');
  });

  test('ordinary Finnish and Swedish pass untouched', () => {
    const ordinary = 'Äänestä viimeistään 3.12. klo 16: ”Koulukuljetukset (Akaa)” – 50 % / 4,5, skolskjuts & trafik?';
    expect(plain(ordinary)).toBe(ordinary.replace('&', '&\u200c'));
  });

  test('a new line stays a new line', () => {
    expect((text('eka\ntoka\r\nkolmas') as Element & { text: string }).text).toBe('eka\n\ntoka\n\nkolmas');
  });

  test('titles of buttons and choices are treated the same, for phones and desktops read them differently', () => {
    const of = action('x.y', z.object({}));
    const title = '[a](https://example.org)';
    expect(execute(of, title, {})).toMatchObject({ title: plain(title), fallback: { title: plain(title) } });
    const set = choices({ id: 'c', label: 'l', errorMessage: 'e', options: [{ id: 'a', label: title }] });
    expect(set).toMatchObject({ choices: [{ title: plain(title), value: 'a' }] });
  });
});

describe('cards', () => {
  test('no card asks clients to redraw by themselves', () => {
    expect(Object.keys(card(text('x')))).not.toContain('refresh');
  });

  test('more buttons than fit in a row make more rows', () => {
    const button = execute(action('x.y', z.object({})), 'x', {});
    const rows = actions(...Array.from({ length: MOST_ACTIONS + 2 }, () => button));
    expect(rows.map((row) => (row.actions as unknown[]).length)).toEqual([MOST_ACTIONS, 2]);
    expect(actions()).toEqual([]);
  });

  test('the fullest drawing that fits is taken, else the barest', () => {
    const sized = (bytes: number) => () => card(text('x'.repeat(bytes)));
    const length = (of: ReturnType<typeof card>) => sizeOf(of) - sizeOf(card(text('')));
    expect(length(fitting(sized(30_000), sized(20_000), sized(10)))).toBe(20_000);
    expect(length(fitting(sized(40_000), sized(30_000)))).toBe(30_000);
    expect(LARGEST_CARD).toBe(25 * 1024);
  });

  test('the size is counted in bytes, as Teams counts it', () => {
    expect(sizeOf(card(text('ä'))) - sizeOf(card(text('a')))).toBe(1);
  });

  test('a number that was typed wrong leaves its input empty', () => {
    expect(numberInput({ id: 'n', label: 'l', errorMessage: 'e', value: 'abc' })).not.toHaveProperty('value');
    expect(numberInput({ id: 'n', label: 'l', errorMessage: 'e', value: '' })).not.toHaveProperty('value');
    expect(numberInput({ id: 'n', label: 'l', errorMessage: 'e', value: '7' })).toHaveProperty('value', 7);
  });
});
