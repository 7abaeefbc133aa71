/** The parts of the personal link's pages: words stay words, and every input says what it is and what is wrong with it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Html } from '../../bot/core/page.ts';
import { translator } from '../../bot/core/text.ts';
import { fromCard } from '../../bot/pages/from-card.ts';
import * as kit from '../../bot/pages/kit.ts';
import { PAGE_HEADERS, pageDocument } from '../../bot/pages/page.ts';
import { STYLE } from '../../bot/pages/style.ts';

const t = translator('fi');
const HOSTILE = `</textarea></title>"'><img src=x onerror=alert(1)><script>x</script>&amp;`;

/** Every function that puts words into a page, with the same words everywhere. */
const everywhere = (words: string): readonly Html[] => [
  kit.heading(words),
  kit.paragraph(words),
  kit.strong(words),
  kit.hint(words),
  kit.list([words]),
  kit.link(words, words),
  kit.linkButton(words, words),
  kit.entries([{ title: words, hint: words, address: words }]),
  kit.notice('good', words),
  kit.barOfText([words]),
  kit.hidden(words, words),
  kit.form({ to: words, id: words }, words),
  kit.textField({ name: words, label: words, hint: words, wrong: words, value: words, autocomplete: words }),
  kit.textArea({ name: words, label: words, hint: words, wrong: words, value: words }),
  kit.choices({
    name: words,
    label: words,
    hint: words,
    wrong: words,
    options: [{ value: words, label: words, hint: words, picture: words }],
    chosen: [words],
  }),
  kit.ratings({ name: words, label: words, hint: words, wrong: words, from: 1, to: 3, chosen: words, none: words }),
  kit.unfolding(words, true, words),
  kit.checkbox({ name: words, label: words, hint: words, wrong: words, isChecked: true }),
  kit.select({ name: words, label: words, options: [{ value: words, label: words }], chosen: words }),
  kit.buttons({ label: words, act: words }),
  kit.errorSummary([{ field: words, message: words }, { message: words }], t),
  fromCard([{ type: 'TextBlock', text: words }]),
];

/** Markup without what is ours: tags and attributes with values between double quotes. */
const OURS = /<\/?[a-z][a-z0-9]*(?:\s[a-z-]+(?:="[^"<>]*")?)*\s*>/g;
const left = (html: string): string => html.replace(OURS, '');

describe('words stay words', () => {
  test.each(everywhere(HOSTILE).map((one, at) => [at, one.html] as const))('in element %i', (_, html) => {
    expect(html).not.toMatch(/<img|<script|<\/title/i);
    expect(left(html)).not.toMatch(/[<>"]/);
  });

  test('whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        for (const { html } of everywhere(words)) expect(left(html)).not.toMatch(/[<>"]/);
      }),
      { numRuns: 200 },
    );
  });

  test('in a title and in what was said', () => {
    const page = pageDocument({ title: HOSTILE, body: kit.paragraph(HOSTILE) }, { t, network: HOSTILE, said: HOSTILE });
    expect(page).not.toMatch(/<img|<script/);
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  });

  test('letters that turn the direction of what follows are taken out', () => {
    expect(kit.paragraph('a\u202eb\u2066c\u0000d').html).toBe('<p class="lines">abcd</p>');
  });

  test('an object that only looks like markup is none', () => {
    expect(() => kit.paragraph({ html: '<script>' } as Html)).toThrow(TypeError);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ' javascript:x', 'vbscript:x'])(
    '%s is no address',
    (address) => {
      expect(kit.link('x', address).html).toBe('<a href="#">x</a>');
    },
  );
});

test('a field’s label, hint and mistake are tied to it', () => {
  const { html } = kit.textField({ name: 'email', label: 'Sähköposti', hint: 'Vihje', wrong: 'Väärin' });
  expect(html).toContain('<label for="email">Sähköposti</label>');
  expect(html).toContain('id="email-hint"');
  expect(html).toContain('id="email-wrong"');
  expect(html).toContain('aria-describedby="email-hint email-wrong" aria-invalid="true"');
});

describe('numbers in a row', () => {
  const grade = { name: 'grade', label: 'Arvosana', hint: '1 = heikko', from: 1, to: 5 };
  const chosenIn = (html: string): string[] =>
    [...html.matchAll(/value="([^"]*)" checked/g)].map(([, value = '']) => value);

  test('are radio buttons of one name, of which the first is led to by a mistake', () => {
    const { html } = kit.ratings({ ...grade, chosen: '4', wrong: 'Anna arvosana.' });
    expect(
      [...html.matchAll(/<input id="([^"]+)" type="radio" name="grade" value="(\d)"/g)].map(([, id, of]) => [id, of]),
    ).toEqual([
      ['grade', '1'],
      ['grade-2', '2'],
      ['grade-3', '3'],
      ['grade-4', '4'],
      ['grade-5', '5'],
    ]);
    expect(chosenIn(html)).toEqual(['4']);
    expect(html).toContain('aria-describedby="grade-hint grade-wrong" aria-invalid="true"');
    expect(html).not.toContain('value=""');
  });

  test('may be left unanswered where that is offered', () => {
    expect(chosenIn(kit.ratings({ ...grade, chosen: '', none: 'En vastaa' }).html)).toEqual(['']);
    expect(chosenIn(kit.ratings({ ...grade, chosen: undefined, none: 'En vastaa' }).html)).toEqual([]);
    expect(chosenIn(kit.ratings({ ...grade, chosen: '9' }).html)).toEqual([]);
  });
});

test('a picture stands in a choice only when it comes inside the page', () => {
  const choice = (picture: string): string =>
    kit.choices({ name: 'q', label: 'Kuva', options: [{ value: 'o1', label: 'A', picture }], chosen: [] }).html;
  const png = kit.dataAddress('image/png', 'iVBORw0KGgo=');
  expect(choice(png)).toContain(`<img src="${png}" alt="">A`);
  for (const address of [
    'https://else.example/a.png',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,PGI+',
    `${png}" onerror="x`,
  ])
    expect(choice(address)).not.toContain('<img');
  expect(PAGE_HEADERS['content-security-policy']).toContain("default-src 'none'");
  expect(PAGE_HEADERS['content-security-policy']).toMatch(/; img-src data:;/);
});

test('a number is typed with the keyboard of digits', () => {
  expect(kit.textField({ name: 'q', label: 'Luku', isNumber: true }).html).toContain('type="text"');
  expect(kit.textField({ name: 'q', label: 'Luku', isNumber: true }).html).toContain('inputmode="decimal"');
  expect(kit.textField({ name: 'q', label: 'Sana' }).html).not.toContain('inputmode');
});

test('the policy lets in this stylesheet and nothing else', async () => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const hash = Buffer.from(digest).toString('base64');
  expect(PAGE_HEADERS['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
  const page = pageDocument({ title: 'x', body: kit.paragraph('x') }, { t });
  expect(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1]).toBe(STYLE);
});

test('of a card a page has the words, without buttons, inputs and what is folded away', () => {
  const { html } = fromCard([
    { type: 'TextBlock', text: 'Rivi\n\ntoinen', weight: 'Bolder' },
    { type: 'RichTextBlock', inlines: [{ text: '███ ' }, { text: '3 ääntä' }] },
    { type: 'Container', style: 'good', items: [{ type: 'TextBlock', text: 'Hyvä' }] },
    { type: 'Container', isVisible: false, items: [{ type: 'TextBlock', text: 'piilossa' }] },
    { type: 'Input.Text', id: 'x', label: 'syöte' },
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'nappi' }] },
  ]);
  expect(html).toBe(
    '<p class="lines strong">Rivi\ntoinen</p><p class="bar"><span aria-hidden="true">███ </span>3 ääntä</p>' +
      '<div class="notice good"><p class="lines">Hyvä</p></div>',
  );
});
