/** What a column of a list of materials can hold, and the headings by which it is recognised in three languages. */
import { z } from 'zod';
import type { Message } from '../../core/text.ts';
import { foldText } from '../members/filter.ts';
import { text } from './import-text.ts';

export const FIELDS = [
  ...([
    'title',
    'summary',
    'type',
    'links',
    'fileName',
    'themes',
    'tags',
    'event',
    'eventDate',
    'organisation',
  ] as const),
  ...(['language', 'author', 'addedOn', 'targetGroups', 'collection', 'question', 'answer', 'topic', 'goal'] as const),
  ...(['implementation', 'lessons', 'reviewOn', 'audience', 'state'] as const),
] as const;

export const field = z.enum(FIELDS);
export type Field = z.infer<typeof field>;

/** What stands in a row by field. */
export type Cells = Partial<Record<Field, string>>;

/** What a column is called in the files that we write. */
export const labelOf = (of: Field): Message => text[of];

/** Beside those names, as people head their lists; compared without case, diacritics and punctuation. */
const HEADINGS: Readonly<Record<Field, string>> = {
  title: 'otsikko, materiaali, materiaalin nimi, rubrik, titel, material, materialets namn, name, item',
  summary: 'kuvaus, esittely, lyhyt kuvaus, beskrivning, kort beskrivning, description, abstract',
  type: 'materiaalin tyyppi, laji, luokka, slag, materialtyp, kind',
  links: 'linkki, osoite, verkko-osoite, url, länk, adress, webbadress, link, address, web address',
  fileName:
    'tiedosto, tiedoston nimi, tiedostonimi, tiedostojen nimet, fil, filnamn, filens namn, file, file name, filename, filenames',
  themes: 'teema, aihealue, aihealueet, tema, temaområde, theme',
  tags: 'avainsana, asiasanat, asiasana, tunnisteet, tunniste, nyckelord, taggar, tagg, tag, keywords, keyword',
  event: 'tapahtuma, tilaisuuden nimi, tapahtuman nimi, evenemangets namn, tillställning, event name',
  eventDate: 'tapahtuman päivä, tilaisuuden päivämäärä, tapahtuman päivämäärä, evenemangsdatum, event date',
  organisation: 'kunta, organisaation nimi, taho, kommun, organization, municipality',
  language: 'materiaalin kieli, materialets språk, lang',
  author: 'laatija, kirjoittaja, esittäjä, puhuja, författare, föreläsare, talare, speaker, presenter, by',
  addedOn:
    'lisäyspäivä, lisätty päivä, päivämäärä, pvm, julkaistu, julkaisupäivä, datum, publicerad, tillagd, date added, added, date, published',
  targetGroups: 'kohderyhmä, kenelle, målgrupp, target group, audience group',
  collection: 'kokoelmat, samlingar, collections',
  question: 'kysytty, frågan, asked',
  answer: 'vastattu, svaret, answered',
  topic: 'käytännön aihe, ämnesområde, subject',
  goal: 'tavoitteet, målet, målsättning, goals, aim',
  implementation: 'toteuttaminen, toteutustapa, genomförandet, how it was done',
  lessons: 'oppi, mitä opittiin, kokemukset, lärdom, erfarenheter, lessons learned, lessons learnt, experiences',
  reviewOn: 'tarkistuspäivä, tarkista, granskningsdatum, granskas senast, review date, review',
  audience: 'näkyvyys, näkyy, synlighet, syns för, visibility, visible for',
  state: 'julkaisun tila, status, publiceringsläge',
};

const foldHeading = (typed: string): string => foldText(typed).replaceAll(' ', '');

const BY_HEADING: ReadonlyMap<string, Field> = new Map(
  // what we call a column ourselves is never taken by another field's other names
  [
    ...FIELDS.flatMap((one) =>
      HEADINGS[one].split(', ').map((heading): [string, Field] => [foldHeading(heading), one]),
    ),
    ...FIELDS.flatMap((one) => {
      const { fi, sv, en } = text[one];
      return [fi, sv, en].map((heading): [string, Field] => [foldHeading(heading), one]);
    }),
  ],
);

/** Several columns of these are one list: `Linkki 1`, `Linkki 2`. */
const LISTS: readonly Field[] = ['links', 'fileName', 'themes', 'tags', 'targetGroups'];

/** Which field each heading means; undefined: it is not taken. All but lists are taken once, by the first column that names them. */
export function recognise(headings: readonly string[]): (Field | undefined)[] {
  const taken = new Set<Field>();
  return headings.map((heading) => {
    const folded = foldHeading(heading);
    const found = BY_HEADING.get(folded) ?? BY_HEADING.get(folded.replace(/\d+$/, ''));
    if (found === undefined || (taken.has(found) && !LISTS.includes(found))) return undefined;
    taken.add(found);
    return found;
  });
}

/** Exports put an apostrophe before what a spreadsheet would take for a formula; read back, it is no part of the value. */
const unguarded = (cell: string): string => (/^'[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell).trim();

/** A row's cells by field. */
export function cellsOf(fields: readonly (Field | undefined)[], cells: readonly string[]): Cells {
  const found: Cells = {};
  for (const [column, of] of fields.entries()) {
    const cell = unguarded(cells[column] ?? '');
    if (of === undefined || cell === '') continue;
    const before = found[of];
    found[of] = before === undefined ? cell : `${before}; ${cell}`;
  }
  return found;
}
