/** Every card of the material bank and of the digest in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { translator } from '../../bot/core/text.ts';
import { digestCard } from '../../bot/features/digest/cards.ts';
import * as cards from '../../bot/features/materials/cards.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import {
  digestFrame,
  digestLines,
  HOSTILE,
  hit,
  item,
  list,
  materialExamples,
  nothing,
  saved,
  userTexts,
} from './materials-examples.ts';
import { languages, outsideTable } from './pseudo.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const read = (drawn: Card): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const buttonsOf = (drawn: Card) =>
  nodesOf(drawn).flatMap(({ node, path }) =>
    String(node.type).startsWith('Action.') && !path.includes('.fallback') && !path.includes('.selectAction')
      ? [node]
      : [],
  );
const inputOf = (drawn: Card, id: string) => nodesOf(drawn).find(({ node }) => node.id === id)?.node;

describe.each(materialExamples)('the card “$name”', ({ name, draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });

  if (!name.includes('largest'))
    test('says nothing that is not in the table of texts', () => {
      const known = userTexts();
      const strays = textsOf(draw(languages.pseudo))
        .map(outsideTable)
        .map((text) => known.reduce((rest, one) => rest.replaceAll(one, ''), text))
        .filter((rest) => /\p{L}/u.test(rest));
      expect(strays).toEqual([]);
    });
});

test('every action has a button on some card', () => {
  const used = new Set(materialExamples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(actions.map((one) => one.verb).filter((verb) => !used.has(verb))).toEqual([]);
});

describe('one item', () => {
  test('tells what it is, and leads to its page and its first link', () => {
    const drawn = cards.itemCard(item('m1', { url: 'https://tilastot.example/' }), fi);
    expect(read(drawn)).toContain('Esitys · Tilastowebinaari · Uusikaupunki');
    expect(buttonsOf(drawn).map(({ title, url }) => [title, String(url).slice(0, 12)])).toEqual([
      ['Avaa', 'https://team'],
      ['Avaa linkki', 'https://tila'],
    ]);
  });

  test('shows where the words stand, with them in bold', () => {
    const drawn = cards.itemCard(hit, fi);
    expect(read(drawn)).toContain('Dia 3 · tilastot-2026.pptx');
    const bold = nodesOf(drawn).filter(({ node }) => node.type === 'TextRun' && node.weight === 'Bolder');
    expect(bold.map(({ node }) => node.text)).toContain('tilastoihin');
  });

  test.each([
    [{ file: 'opas.pdf', page: 12 }, 'Sivu 12 · opas.pdf'],
    [{ file: 'opas.docx', heading: 'Kustannukset' }, '”Kustannukset” · opas.docx'],
    [{ file: 'muistio.txt' }, 'muistio.txt'],
  ])('names the place as its kind of file does: %j', (where, words) => {
    expect(cards.whereLine(where, fi)).toBe(words);
  });

  test('carries nothing that acts by itself, since it may stand in any conversation', () => {
    const kinds = buttonsOf(cards.itemCard(hit, fi)).map(({ type }) => type);
    expect(new Set(kinds)).toEqual(new Set(['Action.OpenUrl']));
  });

  test('stays harmless whatever people wrote', () => {
    const drawn = JSON.stringify(
      cards.itemCard(item('m8', { title: HOSTILE, summary: HOSTILE, extract: [{ text: HOSTILE, isHit: true }] }), fi),
    );
    expect(drawn).not.toMatch(/\]\(|\*\*|<at>|\{\{DATE/);
  });
});

describe('the list', () => {
  test('opens each item by its row, which screen readers call by its title', () => {
    const rows = nodesOf(cards.listCard(list, fi)).filter(({ node }) => node.selectAction);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.node.selectAction).toMatchObject({
      type: 'Action.OpenUrl',
      title: 'Avaa: Joukkoliikenteen tilastot tutuiksi',
    });
  });

  test('leads to all with their number, and narrows to the kinds that there are most of, in one row', () => {
    expect(buttonsOf(cards.listCard(list, fi)).map(({ title }) => title)).toEqual([
      'Näytä kaikki (12)',
      'Rajaa: Esitys (6)',
      'Rajaa: Asiakirja (4)',
      'Rajaa: Linkki (2)',
    ]);
  });

  test('offers nothing to narrow when all is shown', () => {
    const drawn = cards.listCard({ ...list, total: 5 }, fi);
    expect(buttonsOf(drawn).map(({ title }) => title)).toEqual(['Avaa materiaalipankki']);
  });

  test('marks what is not published', () => {
    expect(read(cards.listCard(list, fi))).toContain('Odottaa koordinaattoria · Tallenne');
  });

  test('without words begins with the guide and asks what one is looking for', () => {
    const newest = materialExamples.find(({ name }) => name === 'materials newest')?.draw(fi) as Card;
    expect(read(newest)).toMatch(/Uusinta materiaalipankissa\n.*Verkoston opas/s);
    expect(inputOf(newest, 'words')).toMatchObject({ type: 'Input.Text' });
  });

  test('of nothing searches by one tap for what was perhaps meant', () => {
    const drawn = cards.listCard({ ...nothing, didYouMean: 'joukkoliikenne' }, fi);
    expect(read(drawn)).toContain('Tarkoititko ”joukkoliikenne”?');
    expect(buttonsOf(drawn)[0]).toMatchObject({
      title: 'Hae ”joukkoliikenne”',
      data: { words: 'joukkoliikenne', verb: 'materials.search' },
    });
  });

  test('of nothing near says what to do next', () => {
    expect(read(cards.listCard(nothing, fi))).toContain('Voit myös kysyä muilta verkoston kanavalla');
  });
});

describe('saving a message', () => {
  test('asks by inputs that hold what the message has, with all links chosen', () => {
    const drawn = cards.saveCard(saved, { t: fi, events: [], becomes: 'proposed' });
    expect(inputOf(drawn, 'title')?.value).toBe(saved.title);
    expect(inputOf(drawn, 'links')).toMatchObject({ isMultiSelect: true, value: '0,1' });
    expect(read(drawn)).toContain('Koordinaattori katsoo materiaalin');
  });

  test('sends by Action.Submit, which is all that a dialog takes, and with the same form each time', () => {
    const [button] = buttonsOf(cards.saveCard(saved, { t: fi, events: [], becomes: 'published' }));
    expect(button).toMatchObject({ type: 'Action.Submit', data: { form: 'form-1' } });
  });

  test('stays under its limit whatever came back in the inputs', () => {
    const words = fc
      .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), fc.nat({ max: 3000 }))
      .map(([some, n]) => some.repeat(n));
    fc.assert(
      fc.property(words, words, words, (title, summary, author) => {
        const drawn = cards.saveCard({ ...saved, title, summary, author }, { t: fi, events: [], becomes: 'published' });
        expect(sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the digest', () => {
  test('has the newest of the bank first and what comes first of all else', () => {
    const said = read(digestCard([...digestLines].reverse(), digestFrame(fi)));
    const order = ['Uutta materiaalipankissa', 'tutuiksi', 'opit', 'Tulevat tilaisuudet', 'Avoimet äänestykset'];
    expect(order.map((one) => said.indexOf(one))).toEqual(order.map((one) => said.indexOf(one)).sort((a, b) => a - b));
    expect(order.every((one) => said.includes(one))).toBe(true);
  });

  test('leaves out sections in which nothing is', () => {
    const said = read(
      digestCard(
        digestLines.filter(({ section }) => section === 'events'),
        digestFrame(fi),
      ),
    );
    expect(said).not.toContain('Uutta materiaalipankissa');
    expect(said).not.toContain('Materiaalipankki');
  });

  test('tells how many more there are', () => {
    const many = Array.from({ length: 9 }, () => digestLines[0] as (typeof digestLines)[number]);
    expect(read(digestCard(many, digestFrame(fi)))).toContain('Ja 3 muuta.');
  });
});
