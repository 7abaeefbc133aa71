/** The text of a Teams message, read from HTML that anyone may have written. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isHttps, textOfHtml } from '../../bot/teams/message-text.ts';

const textOf = (html: string): string => textOfHtml(html).text;

test.each([
  ['<p>Yksi</p><p>Kaksi</p>', 'Yksi\n\nKaksi'],
  ['<div>Yksi<br>Kaksi</div>', 'Yksi\nKaksi'],
  ['<ul><li>Yksi</li><li>Kaksi</li></ul>', 'Yksi\n\nKaksi'],
  ['Linja&nbsp;12 &amp; 13 &lt;5 km', 'Linja 12 & 13 <5 km'],
  ['&#228;&#xE4;&auml;', 'äää'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['ennen<script>alert("<p>x</p>")</script>jälkeen', 'ennenjälkeen'],
  ['ennen<SCRIPT src="x">alert(1)</Script >jälkeen', 'ennenjälkeen'],
  ['ennen<!-- <p>piilo</p> -->jälkeen', 'ennenjälkeen'],
  ['<at id="0">Kaisa Koordinaattori</at>, katso', 'Kaisa Koordinaattori, katso'],
  ['Hei <emoji id="smile" alt="🙂" title="Hymy"></emoji>', 'Hei 🙂'],
  ['<attachment id="1"></attachment>Teksti', 'Teksti'],
  ['<img alt="a > b" src="x">kuva', 'kuva'],
  ['2 < 3 ja 4 > 3', '2 < 3 ja 4 > 3'],
  ['<p>kesken', 'kesken'],
  ['<p', '<p'],
  ['', ''],
  ['&#0;&#x110000;&unknown;', '&unknown;'],
])('“%s” reads “%s”', (html, text) => {
  expect(textOf(html)).toBe(text);
});

describe('links', () => {
  test('come with their names, each once', () => {
    const { links } = textOfHtml(
      '<a href="https://akaa.example/a?x=1&amp;y=2" title="t">Sivu <b>A</b></a> <a href=\'https://akaa.example/a?x=1&amp;y=2\'>toisti</a><a href="https://akaa.example/b">https://akaa.example/b</a>',
    );
    expect(links).toEqual([
      { url: 'https://akaa.example/a?x=1&y=2', name: 'Sivu A' },
      { url: 'https://akaa.example/b' },
    ]);
  });

  test.each([
    'http://akaa.example/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'https://user:secret@akaa.example/',
    'https://',
    '//akaa.example/',
    'file:///etc/passwd',
    '',
  ])('are none of “%s”', (url) => {
    expect(isHttps(url)).toBe(false);
    expect(textOfHtml(`<a href="${url}">x</a>`).links).toEqual([]);
  });
});

test('whatever is sent is read, without tags in what were tags, in time that grows with its length alone', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('<', '>', '<!--', '-->', '<p ', '"', "'", '</', 'script', '&', '&#', 'a', ' ', '<a href="'),
      ),
      (parts) => {
        const html = parts.join('');
        expect(textOf(html).length).toBeLessThanOrEqual(html.length);
      },
    ),
  );
  for (const part of ['<', '<!--', '<p "', "<a '", '<script>', '&#', '<a href="https://x.example/">', ' \n']) {
    const started = performance.now();
    textOf(part.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  }
});
