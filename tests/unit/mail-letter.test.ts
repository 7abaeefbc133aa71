/** What a letter says: content and footer as text and HTML, in three languages, with people's words kept as words; and when a nudge may go. */
import { describe, expect, test } from '@jest/globals';
import { loadCalendars } from '../../bot/calendars.ts';
import { toInstant } from '../../bot/core/clock.ts';
import type { LetterBody } from '../../bot/core/feature.ts';
import { mailTopic } from '../../bot/core/network.ts';
import { type Locale, translator } from '../../bot/core/text.ts';
import { composeLetter, type Frame, oneLine } from '../../bot/mail/letter.ts';
import { nextNudge } from '../../bot/mail/quiet-hours.ts';

const frame = (locale: Locale, of: Partial<Frame> = {}): Frame => ({
  ...{ t: translator(locale), locale, network: 'Pienet joukot', zone: 'Europe/Helsinki', topic: 'polls' },
  reader: { emailSource: { from: 'import', at: toInstant('2026-01-14T22:30:00.000Z') } },
  choices: 'https://bot.example.test/p/own/own',
  unsubscribe: 'https://bot.example.test/p/stop',
  ...of,
});

const body: LetterBody = {
  title: 'Uusi äänestys: Mikä aihe?',
  blocks: [
    { type: 'text', text: 'Valitse webinaarin aihe.\nAikaa on perjantaihin.\n\nKiitos!' },
    { type: 'heading', text: 'Vaihtoehdot' },
    {
      type: 'links',
      links: [
        { label: 'Koulukuljetukset', address: 'https://bot.example.test/p/own/polls/1?choice=a&b=2' },
        { label: 'Kutsuliikenne', address: 'https://bot.example.test/p/own/polls/1?choice=b' },
      ],
    },
    { type: 'links', isButton: true, links: [{ label: 'Äänestä', address: 'https://bot.example.test/p/own/polls/1' }] },
  ],
};

test('plain text has each address alone on its line and the footer last', () => {
  expect(composeLetter(body, frame('fi')).text).toBe(`Valitse webinaarin aihe.
Aikaa on perjantaihin.

Kiitos!

VAIHTOEHDOT

Koulukuljetukset:
https://bot.example.test/p/own/polls/1?choice=a&b=2
Kutsuliikenne:
https://bot.example.test/p/own/polls/1?choice=b

Äänestä:
https://bot.example.test/p/own/polls/1

----------------------------------------

Tämän viestin lähetti verkosto Pienet joukot.
Saat sen, koska et ole verkoston Teams-tiimissä: siksi äänestykset tulevat sinulle sähköpostilla.
Sähköpostiosoitteesi on verkoston postituslistalta, joka koottiin 15.1.2026.

Muuta sähköpostivalintojasi:
https://bot.example.test/p/own/own
Lopeta tämän verkoston sähköpostit:
https://bot.example.test/p/stop
`);
});

test.each<[Locale, RegExp]>([
  ['fi', /joka koottiin 15\.1\.2026/],
  ['sv', /som sammanställdes 15\.1\.2026/],
  ['en', /collected on 15\/0?1\/2026/],
])('in %s the footer says where the address came from and when, by the network’s own date', (locale, expected) => {
  const { text, html } = composeLetter(body, frame(locale));
  expect(text).toMatch(expected);
  expect(html).toMatch(expected);
  expect(html).toContain(`<html lang="${locale}">`);
});

test.each(['teams', 'import', 'coordinator', 'self', 'recommendation', 'registration'] as const)(
  'an address that came by %s has a sentence of its own in every language',
  (from) => {
    const at = toInstant('2026-03-02T10:00:00.000Z');
    const footers = (['fi', 'sv', 'en'] as const).map(
      (locale) => composeLetter(body, frame(locale, { reader: { emailSource: { from, at } } })).text,
    );
    const without = (['fi', 'sv', 'en'] as const).map(
      (locale) => composeLetter(body, frame(locale, { reader: {} })).text,
    );
    for (const [n, footer] of footers.entries()) {
      expect(footer.split('\n')).toHaveLength((without[n]?.split('\n').length ?? 0) + 1);
      expect(footer).toMatch(/2\.3\.2026|0?2\/0?3\/2026/);
    }
  },
);

test('an imported list is called by its name, as words', () => {
  const reader = {
    emailSource: { from: 'import', at: toInstant('2026-03-02T10:00:00.000Z'), list: 'Kevät <2026>\nb' },
  } as const;
  const { text, html } = composeLetter(body, frame('fi', { reader }));
  expect(text).toContain('verkoston postituslistalta ”Kevät <2026> b”, joka koottiin 2.3.2026.');
  expect(html).toContain('”Kevät &lt;2026&gt; b”');
});

test('says why it came: chosen, for want of Teams, or because it concerns the reader alone', () => {
  const why = (of: Partial<Frame>): string => composeLetter(body, frame('en', of)).text;
  expect(why({ topic: 'digest', reader: { mail: { digest: true } } })).toContain(
    'because you chose to get digests by e-mail',
  );
  expect(why({ topic: 'digest', reader: { mail: { polls: true } } })).toContain('you are not in the network’s team');
  expect(why({ topic: 'always' })).toContain('It concerns you alone');
});

test('who is only invited is told that nothing more comes, and is led to no choices that they don’t have', () => {
  const { text, html } = composeLetter(body, frame('en', { topic: 'always', reader: { isInvited: true } }));
  expect(text).toContain('If you don’t join the network, you get no other messages from it.');
  for (const one of [text, html]) {
    expect(one).not.toContain('https://bot.example.test/p/own/own');
    expect(one).toContain('https://bot.example.test/p/stop');
  }
});

test.each<[Locale, string, string]>([
  ['fi', 'koska sinut on kutsuttu verkoston tilaisuuteen tai ilmoitettu siihen', 'kun sinut ilmoitettiin tilaisuuteen'],
  ['sv', 'eftersom du har bjudits in eller anmälts till ett av nätverkets evenemang', 'när du anmäldes till ett'],
  ['en', 'because you were invited to an event of the network or registered for it', 'when you were registered for'],
])('in %s an outsider is told why they get it, and led to nothing that they can’t open', (locale, why, source) => {
  const reader = { isOutsider: true, emailSource: { from: 'registration', at: toInstant('2026-03-02') } } as const;
  const { text, html } = composeLetter(body, frame(locale, { topic: 'events', reader }));
  for (const one of [text, html]) {
    expect(one).toContain(why);
    expect(one).toContain(source);
    expect(one).not.toContain('https://bot.example.test/p/own/own');
    expect(one).toContain('https://bot.example.test/p/stop');
  }
});

test('every kind of letter has a name in every language', () => {
  for (const topic of mailTopic.options) {
    const texts = (['fi', 'sv', 'en'] as const).map((locale) => composeLetter(body, frame(locale, { topic })).text);
    expect(new Set(texts).size).toBe(3);
    expect(texts.join()).not.toMatch(/undefined|\{/);
  }
});

describe('HTML', () => {
  const { html } = composeLetter(body, frame('fi'));

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|style|form|object)\b|\bsrc=|url\(|@import|\son\w+=/i);
  });

  test('leaves the colours of text and background to the mail program, for dark mode', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    const colours = [...html.matchAll(/style="([^"]*)"/g)]
      .map(([, style = '']) => style)
      .filter((style) => /(^|;)(color|background)/.test(style));
    expect(colours).toEqual([expect.stringContaining('background:#4f52b2;color:#ffffff')]);
  });

  test('keeps paragraphs and line breaks, and has one heading of each rank in order', () => {
    expect(html).toContain('Valitse webinaarin aihe.<br>Aikaa on perjantaihin.</p>');
    expect([...html.matchAll(/<h(\d)/g)].map(([, rank]) => rank)).toEqual(['1', '2']);
  });

  test('has every address as a link, its signs escaped', () => {
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
    expect(addresses).toEqual([
      'https://bot.example.test/p/own/polls/1?choice=a&b=2',
      'https://bot.example.test/p/own/polls/1?choice=b',
      'https://bot.example.test/p/own/polls/1',
      'https://bot.example.test/p/own/own',
      'https://bot.example.test/p/stop',
    ]);
  });

  test("keeps people's words as words", () => {
    const evil = `<img src=x onerror=alert(1)> & "a" 'b'</title><script>alert(2)</script>`;
    const letter = composeLetter(
      {
        title: evil,
        blocks: [
          { type: 'text', text: evil },
          { type: 'heading', text: evil },
          { type: 'links', links: [{ label: evil, address: 'https://bot.example.test/"><script>' }] },
          { type: 'links', isButton: true, links: [{ label: evil, address: 'https://bot.example.test/' }] },
        ],
      },
      frame('fi', { network: evil }),
    );
    expect(letter.html).not.toMatch(/<script|<img/);
    expect(letter.html.match(/&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;a&quot; &#39;b&#39;/g)).toHaveLength(7);
    expect(letter.text).toContain(evil);
  });
});

describe('one line', () => {
  test.each([
    ['Hei\r\nBcc: a@b.example', 'Hei Bcc: a@b.example'],
    ['  a\u2028b\u2029c\u0085d\u0000e\tf\u00a0g ', 'a b c d e f g'],
    ['oikealta\u202evasemmalle', 'oikealta vasemmalle'],
    ['Äänestys 🚍', 'Äänestys 🚍'],
  ])('of %j is %j', (words, expected) => expect(oneLine(words)).toBe(expected));

  test('is short, and no sign is cut in two', () => {
    const long = oneLine(`a${'🚍'.repeat(200)}`);
    expect(long.length).toBeLessThanOrEqual(150);
    expect(long).toBe(long.toWellFormed());
  });
});

describe('a nudge may go', () => {
  const finland = loadCalendars()('fi');
  const next = (at: string, zone = 'Europe/Helsinki'): string => nextNudge(toInstant(at), zone, finland);

  test.each([
    ['at seven sharp', '2026-03-02T05:00:00.000Z', '2026-03-02T05:00:00.000Z'],
    ['not a minute before', '2026-03-02T04:59:00.000Z', '2026-03-02T05:00:00.000Z'],
    ['until eight in the evening', '2026-03-02T17:59:59.999Z', '2026-03-02T17:59:59.999Z'],
    ['not at eight', '2026-03-02T18:00:00.000Z', '2026-03-03T05:00:00.000Z'],
    ['after midnight the same morning', '2026-03-02T23:30:00.000Z', '2026-03-03T05:00:00.000Z'],
    ['not on Friday night before the clocks go back', '2026-10-23T18:00:00.000Z', '2026-10-26T05:00:00.000Z'],
    ['on the night itself after it too', '2026-10-25T00:30:00.000Z', '2026-10-26T05:00:00.000Z'],
    ['not at Easter 2027, when the clocks go forward', '2027-03-28T00:30:00.000Z', '2027-03-30T04:00:00.000Z'],
    ['not on Christmas Eve, nor till Monday', '2026-12-24T08:00:00.000Z', '2026-12-28T05:00:00.000Z'],
    ['not on Independence Day', '2027-12-06T08:00:00.000Z', '2027-12-07T05:00:00.000Z'],
    ['not on Midsummer Eve', '2026-06-19T08:00:00.000Z', '2026-06-22T04:00:00.000Z'],
    ['over New Year', '2026-12-31T19:00:00.000Z', '2027-01-04T05:00:00.000Z'],
  ])('%s', (_, at, expected) => expect(next(at)).toBe(expected));

  test('by the wall clock of the network’s own zone', () => {
    expect(next('2026-03-02T17:30:00.000Z', 'Europe/London')).toBe('2026-03-02T17:30:00.000Z');
    expect(next('2026-03-02T17:30:00.000Z', 'Asia/Tokyo')).toBe('2026-03-02T22:00:00.000Z');
  });

  test('two months later when a calendar has no working day at all: that calendar is wrong', () => {
    const at = nextNudge(toInstant('2026-03-02T10:00:00.000Z'), 'Europe/Helsinki', { isFree: () => true });
    expect(at).toBe('2026-05-02T04:00:00.000Z');
  });
});
