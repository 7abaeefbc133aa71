/** Example cards of the material bank and of the digest, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import type { Translate } from '../../bot/core/text.ts';
import { type DigestLine, digestCard } from '../../bot/features/digest/cards.ts';
import {
  type ItemShown,
  itemCard,
  type ListShown,
  listCard,
  notReadCard,
  type SavedMessage,
  saveCard,
  savedCard,
  savedMessage,
} from '../../bot/features/materials/cards.ts';
import { LONGEST_NAME, LONGEST_SUMMARY, LONGEST_TITLE } from '../../bot/features/materials/material.ts';
import { type Example, INJECTION } from './examples.ts';

/** As long as deep links into Teams are. */
const PAGE = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=`;
const pageOf = (id: string): string => `${PAGE}${id}`;

export const item = (id: string, of: Partial<ItemShown> = {}): ItemShown => ({
  ...{ id: activityId.parse(id), page: pageOf(id), type: 'presentation', title: 'Joukkoliikenteen tilastot tutuiksi' },
  summary: 'Webinaarin diat: mistä luvut tulevat, miten niitä luetaan ja mihin pieni kunta voi niitä käyttää.',
  ...{ event: 'Tilastowebinaari', organisation: 'Uusikaupunki' },
  ...of,
});

export const hit = item('m1', {
  found: [{ text: 'Joukkoliikenteen ' }, { text: 'tilastot', isHit: true }, { text: ' tutuiksi' }],
  where: { file: 'tilastot-2026.pptx', page: 3 },
  extract: [
    { text: '… matkustajamäärät kootaan ' },
    { text: 'tilastoihin', isHit: true },
    { text: ' kerran vuodessa, ja kunta näkee omat lukunsa syksyllä …' },
  ],
});
const guide = item('m2', { title: 'Verkoston opas uusille jäsenille', type: 'document', isPinned: true });
const others: readonly ItemShown[] = [
  item('m3', { title: 'Kutsuliikenteen kilpailutuksen opit', type: 'goodPractice', organisation: 'Akaa' }),
  item('m4', { title: 'Koulukuljetusten reititys', type: 'document', where: { file: 'reititys.pdf', page: 12 } }),
  item('m5', { title: 'Syysseminaarin tallenne', type: 'recording', state: 'proposed' }),
  item('m6', { title: 'Valtakunnallinen tilastopalvelu', type: 'link', url: 'https://tilastot.example/' }),
];

/** The words reach as far as they may. */
export const HOSTILE = `${INJECTION} **lihava** [x](javascript:alert(1)) <at>kaikki</at> {{DATE(2026)}}`;
const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);
export const largest = item('m9', {
  ...{ title: wide(LONGEST_TITLE), summary: wide(LONGEST_SUMMARY), event: wide(LONGEST_TITLE) },
  organisation: wide(120),
  url: 'https://pitka.example/',
  where: { file: wide(200), heading: wide(500) },
  extract: [{ text: wide(150) }, { text: wide(40), isHit: true }, { text: wide(150) }],
});

export const list: ListShown = {
  ...{ words: 'tilastot', total: 12, page: pageOf('list'), items: [hit, ...others] },
  types: [
    { type: 'presentation', n: 6 },
    { type: 'document', n: 4 },
    { type: 'link', n: 2 },
    { type: 'recording', n: 1 },
  ],
};
const bare: ListShown = { words: '', total: 40, page: pageOf('list'), items: others, pinned: [guide] };
export const nothing: ListShown = { words: 'avaruusliikenne', total: 0, page: pageOf('list'), items: [] };

export const saved: SavedMessage = savedMessage.parse({
  ...{
    form: 'form-1',
    title: 'Näin laskimme kutsuliikenteen kustannukset',
    type: 'presentation',
    author: 'Eva Extern',
  },
  summary: 'Näin laskimme kutsuliikenteen kustannukset.\n\nKolme vaihtoehtoa ja niiden hinnat ovat dioilla.',
  links: '0,1',
  offered: [
    { url: 'https://akaa.example/kustannukset.pptx', label: 'kustannukset.pptx' },
    { url: 'https://teams.microsoft.com/l/message/1', label: 'Viesti Teamsissa' },
  ],
});
const events = [
  { id: 'e1', title: 'Tilastowebinaari' },
  { id: 'e2', title: 'Syysseminaari' },
];

export const digestLines: readonly DigestLine[] = [
  line('materials', 'Kutsuliikenteen kilpailutuksen opit', '2026-11-24T08:00', 'Hyvä käytäntö'),
  line('materials', 'Joukkoliikenteen tilastot tutuiksi', '2026-11-25T08:00', 'Esitys · Tilastowebinaari'),
  line('events', 'Syysseminaari', '2026-12-10T08:00', 'torstaina 10.12.2026 klo 10.00–15.00'),
  line('polls', 'Mistä aiheesta kevään webinaari pidetään?', '2026-12-03T14:00', 'Äänestä viimeistään to 3.12.2026.'),
  line('surveys', 'Ennakkokysely jäsenille', '2026-12-04T14:00', 'Vastaa viimeistään pe 4.12.2026.'),
];

function line(section: DigestLine['section'], title: string, at: string, hint: string): DigestLine {
  return { section, title, hint, at: toInstant(`${at}:00Z`), link: pageOf(title.length.toString()) };
}

export const digestFrame = (t: Translate) => ({ t, tab: pageOf('tab'), bank: pageOf('bank') });
const manyLines = (['materials', 'events', 'polls', 'surveys'] as const).flatMap((section) =>
  Array.from({ length: 40 }, (_, n) => line(section, `${n} ${wide(190)}`, '2026-12-04T14:00', wide(300))),
);

const frame = (t: Translate) => ({ t, events, becomes: 'published' as const });
const example = (name: string, draw: (t: Translate) => Card): Example => ({ name: `materials ${name}`, draw });

export const materialExamples: readonly Example[] = [
  example('item', (t) => itemCard(item('m1', { url: 'https://tilastot.example/' }), t)),
  example('item found', (t) => itemCard(hit, t)),
  example('item largest', (t) => itemCard(largest, t)),
  example('item hostile', (t) =>
    itemCard(item('m8', { title: HOSTILE, summary: HOSTILE, event: '**tapahtuma** [x](y)' }), t),
  ),
  example('list', (t) => listCard(list, t)),
  example('list of type', (t) => listCard({ ...list, type: 'presentation', items: [hit] }, t)),
  example('list largest', (t) => listCard({ ...list, items: Array.from({ length: 5 }, () => largest) }, t)),
  example('newest', (t) => listCard(bare, t)),
  example('not understood', (t) => listCard({ ...list, told: 'En ymmärtänyt. Kirjoita ”ohje”.', items: [hit] }, t)),
  example('nothing', (t) => listCard(nothing, t)),
  example('nothing near', (t) => listCard({ ...nothing, didYouMean: 'joukkoliikenne', isBehind: true }, t)),
  example('empty', (t) => listCard({ ...nothing, words: '' }, t)),
  example('save', (t) => saveCard(saved, frame(t))),
  example('save refused', (t) =>
    saveCard({ ...saved, title: '' }, { ...frame(t), problems: ['Anna materiaalille nimi.'] }),
  ),
  example('save largest', (t) =>
    saveCard(
      {
        ...saved,
        ...{ title: wide(LONGEST_TITLE), summary: wide(LONGEST_SUMMARY), author: wide(LONGEST_NAME) },
        offered: Array.from({ length: 20 }, () => ({ url: `https://x.example/${'y'.repeat(900)}`, label: wide(300) })),
      },
      { ...frame(t), events: Array.from({ length: 30 }, (_, n) => ({ id: `e${n}`, title: wide(200) })) },
    ),
  ),
  example('saved', (t) => savedCard({ title: saved.title, became: 'published', page: pageOf('m1') }, t)),
  example('proposed', (t) => savedCard({ title: saved.title, became: 'proposed', page: pageOf('m1') }, t)),
  example('not read', notReadCard),
  { name: 'digest', draw: (t) => digestCard(digestLines, digestFrame(t)) },
  { name: 'digest largest', draw: (t) => digestCard(manyLines, digestFrame(t)) },
];

/** What people wrote on these cards, as they show it. */
export function userTexts(): string[] {
  const texts = new Set<string>();
  const take = (of: unknown): void => {
    if (typeof of === 'string') texts.add(of);
    else if (typeof of === 'object' && of !== null) for (const one of Object.values(of)) take(one);
  };
  take([item('m1'), hit, guide, others, largest, list.words, nothing.words, saved, events, digestLines]);
  take([
    'joukkoliikenne',
    HOSTILE,
    '**tapahtuma** [x](y)',
    'En ymmärtänyt. Kirjoita ”ohje”.',
    'Anna materiaalille nimi.',
  ]);
  return [...texts].map((one) => plain(one.trim())).sort((a, b) => b.length - a.length);
}
