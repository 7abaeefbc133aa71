/** Words as Finnish, Swedish and English write them: cutting a text into words, and the keys under which forms of one word meet. */
import { newStemmer } from 'snowball-stemmers';

const swedish = newStemmer('swedish');
const english = newStemmer('english');

// ── Cutting ────────────────────────────────────────────────────────────────────────────────────

/** A word where it stands in a text. `word` is normalised; `from` and `to` are places in the text as it was given. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Place among the words: the parts of `haja-asutus` share that of the whole. */
  readonly at: number;
}

/** Letters of a word that are kept at most: the longest compounds in use have some forty. */
const LONGEST_WORD = 64;
const GROUPED = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)(?:,\\d+)?';
const NUMBER = '\\d+(?:[.,]\\d+)*';
const LETTERS = "[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*";
const words = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${GROUPED}|${NUMBER}(?![\\p{L}\\p{M}]))|${LETTERS}(?:[-‐‑]${LETTERS})*|[§€%]`,
  'gu',
);
const isGrouped = new RegExp(`^${GROUPED}$`, 'u');

/** In lower case, with composed letters: as words are compared exactly. */
export const lower = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC');

const FOLDED: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', œ: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };

/** Without dots and accents: `äänestys` and `aanestys` are the same. Takes what `lower` gives. */
export const fold = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[øæœßłđðþ]/g, (letter) => FOLDED[letter] ?? letter);

/**
 * Words in order. A word with hyphens or a number with points is given whole without hyphens (`haja-asutus` as `hajaasutus`), and then by
 * its parts; `10 000` is one word, and so is `§`.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(words)) {
    const [raw] = match;
    const from = match.index;
    const push = (word: string, start: number, end: number): void => {
      if (word) found.push({ word: word.slice(0, LONGEST_WORD), from: start, to: end, at });
    };
    const to = from + raw.length;
    if (isGrouped.test(raw)) push(raw.replace(/\s/g, ''), from, to);
    else if (/[-‐‑]/.test(raw)) {
      push(lower(raw.replace(/[-‐‑'’]/g, '')), from, to);
      for (const part of raw.matchAll(/[^-‐‑]+/g))
        push(lower(part[0].replace(/['’]/g, '')), from + part.index, from + part.index + part[0].length);
    } else if (/^\d+(?:\.\d+)+$/.test(raw)) {
      push(raw, from, to);
      for (const part of raw.matchAll(/\d+/g)) push(part[0], from + part.index, from + part.index + part[0].length);
    } else push(lower(raw.replace(/['’]/g, '')), from, to);
    at++;
  }
  return found;
}

export const isNumber = (word: string): boolean => /\d/.test(word) || /^[§€%]$/.test(word);

// ── Words that say nothing ─────────────────────────────────────────────────────────────────────

const STOP = new Set(
  `ja tai sekä että eli vai mutta kun jos niin kuin miten kuinka mikä mitä missä mistä mihin minne milloin miksi kuka kenelle ketä keitä mitkä onko on ovat oli olivat olla
  saako voiko pitääkö voi saa ei eivät en se ne ne tämä nämä tuo joka jotka jota jossa mitä myös vain kanssa ilman ennen jälkeen mukaan meillä meidän minun teidän heidän
  varten sekä hän he me te minä sinä tätä sitä sen siitä niitä asti kohti joku jokin
  och eller men att som det den de en ett hur vad var vem när varför vilken vilket vilka är i på av för till från med om utan inte vi ni jag du man kan ska får har sig sin
  the a an and or of to in on for with from by how what where when why who which is are was be do does can we our your it this that`
    .split(/\s+/)
    .filter(Boolean),
);
export const isStopWord = (word: string): boolean => STOP.has(word);

// ── Stems ──────────────────────────────────────────────────────────────────────────────────────

/**
 * Keys of a word, each with a letter first that says what kind it is: `l` a Finnish word's own stem, `v` that of a verb, `d` that of a noun
 * made of a verb, `o` that of a short one (`haku`), `n` that of a noun of which a verb is made, `a` that of who does it, `s` and `e` Swedish and English stems.
 */
export function keysOf(word: string): Set<string> {
  const keys = new Set<string>();
  if (isNumber(word) || word.length < 3) {
    keys.add(`l${fold(word)}`);
    if (!isNumber(word)) keys.add(`l${fold(word)}E`);
    return keys;
  }
  const folded = fold(word);
  for (const stem of finnishStems(folded)) keys.add(`l${stem}`);
  for (const key of families(folded)) keys.add(key);
  for (const stem of swedishStems(word)) if (stem.length >= 3) keys.add(`s${fold(stem)}`);
  if (/^[a-z]+$/.test(word)) {
    const inEnglish = english.stem(word);
    if (inEnglish.length >= 3) keys.add(`e${inEnglish}`);
  }
  return keys;
}

/** Snowball's, and what it leaves: `plogning` and `ploga` are one, `anbudet` is of anbud, and the s of `hållplats` is its own. */
export function swedishStems(word: string): string[] {
  const stem = swedish.stem(/^.{3,}(?:et|ets)$/.test(word) ? word.replace(/ets?$/, '') : word);
  const more = /^(.{3,}?)(?:ning|ningar|ande|ing)$/.exec(stem)?.[1] ?? stem;
  const short = more.length > 4 ? more.replace(/([bdfgklmnprst])\1$/, '$1') : more;
  return word === `${stem}s` ? [short, word] : [short];
}

const VOWEL = 'aeiouy';
export const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.includes(letter);

/** Strong and weak grade made one, in the last consonants: `lup` and `luv`, `kunt` and `kunn`, `lakk` and `lak`. Source: Iso suomen kielioppi § 41. */
function gradeless(base: string): string {
  return base
    .replace(/([kpt])\1$/, '$1')
    .replace(/mm$/, 'mp')
    .replace(/nn$/, 'nt')
    .replace(/ll$/, 'lt')
    .replace(/rr$/, 'rt')
    .replace(/ng$/, 'nk')
    .replace(/d$/, 't')
    .replace(/v$/, 'p');
}

/** What ends forms of nouns, dots left out: what is taken off, the longest first. */
const PLURAL =
  /(?:issaan|istaan|illaan|iltaan|illeen|inaan|ikseen|issa|ista|illa|ilta|ille|iksi|ina|ineen|itta|ihin|iden|itten|isiin|isin)$/;
const SINGULAR = /(?:ssaan|staan|llaan|ltaan|lleen|naan|kseen|ssa|sta|lla|lta|lle|ksi|na|tta|seen|n|t)$/;

/**
 * Stems of a Finnish form, several where it may be read in several ways: consonants of one grade, and the last vowel where it stays (o, u, y)
 * or the mark of its kind where it comes and goes: `A` of a and ä, `E` of e and i, so that taksi is not taksa.
 */
export function finnishStems(folded: string): Set<string> {
  const stems = new Set<string>();
  const forms = [folded];
  const clitic = /^(.{5,})(?:kin|kaan|han)$/.exec(folded) ?? /^(.{6,}[nta])(?:ko|pa)$/.exec(folded);
  if (clitic?.[1]) forms.push(clitic[1]);
  const owner = /^(.{4,}[aeiouy])(?:nsa|mme|nne|ni)$/.exec(folded);
  if (owner?.[1]) forms.push(owner[1]);
  for (const form of forms) stemsOfForm(form, stems);
  return stems;
}

function stemsOfForm(form: string, into: Set<string>): void {
  const add = (vowelStem: string, isPlural = false): void => addStem(vowelStem, isPlural, into);
  nominative(form, into);
  const short = (rest: string): boolean => rest.length < 2;
  const plural = PLURAL.exec(form);
  if (plural) {
    const rest = form.slice(0, plural.index);
    if (!short(rest)) add(rest, true);
  }
  const singular = SINGULAR.exec(form);
  if (singular) {
    const rest = form.slice(0, singular.index);
    // A consonant before an n or t is no ending of a noun: `kansan`, but not `kans`.
    if (
      !short(rest) &&
      !(singular[0] === 'tta' && rest.length < 4) &&
      (isVowel(rest.at(-1)) || /^(?:ta|na|tta)/.test(singular[0]))
    )
      add(rest);
  }
  const illative = /^(.{2,})([aeiouy])\2n$/.exec(form);
  if (illative?.[1]) add(`${illative[1]}${illative[2]}`);
  const far = /^(.+([aeiouy]))h\2n$/.exec(form);
  if (far?.[1]) add(far[1]);
  const partitive = /^(.{2,})(?:ta)$/.exec(form);
  if (partitive?.[1]) {
    if (/[aeiouy]$/.test(partitive[1])) add(partitive[1]);
    else nominative(partitive[1], into);
    if (/i$/.test(partitive[1])) add(partitive[1].slice(0, -1), true);
  }
  const vowel = /^(.{2,}[aeiouy])a$/.exec(form);
  if (vowel?.[1]) {
    add(vowel[1]);
    if (/i$/.test(vowel[1])) add(vowel[1].slice(0, -1), true);
  }
  const manyJ = /^(.{2,}[oueya])(?:ja|jen|jaan)$/.exec(form);
  if (manyJ?.[1]) add(manyJ[1], true);
  const manyI = /^(.{2,})(?:ien|iin)$/.exec(form);
  if (manyI?.[1]) add(manyI[1], true);
  const consonant = /^(.{3,}[slnr])ten$/.exec(form);
  if (consonant?.[1]) nominative(consonant[1], into);
}

/** The form as it stands in a dictionary, or a stem that ends in a consonant. */
function nominative(form: string, into: Set<string>): void {
  const nen = /^(.{2,})nen$/.exec(form);
  if (nen?.[1]) into.add(`${settled(`${nen[1]}s`)}E`);
  const ton = /^(.{2,}?)t?ton$/.exec(form);
  if (ton?.[1]) into.add(`${ton[1]}tomA`);
  const nut = /^(.{3,}[uyaeio]n)[uy]t$/.exec(form);
  if (nut?.[1]) into.add(`${nut[1]}E`);
  const as = /^(.+[^aeiouy])([aei])s$/.exec(form);
  if (as?.[1]) into.add(gradeless(as[1]) + (as[2] === 'a' ? 'A' : 'E'));
  const tool = /^(.{3,}i)n$/.exec(form);
  if (tool?.[1]) for (const kind of 'AE') into.add(`${tool[1]}m${kind}`);
  const more = /^(.{2,}[aeiouy])mpi$/.exec(form);
  if (more?.[1]) into.add(`${more[1]}mpA`);
  if (isVowel(form.at(-1))) addStem(form, false, into);
  else into.add(`${settled(form)}E`);
}

/** `vowelStem` is what is left before the ending; `isPlural`: its last vowel may have changed before the i. */
function addStem(vowelStem: string, isPlural: boolean, into: Set<string>): void {
  const whole = isPlural ? SHORTENED[vowelStem] : undefined;
  if (whole) into.add(`${whole}E`);
  if (vowelStem.length < 2) return;
  const last = vowelStem.at(-1) as string;
  if (!isVowel(last)) {
    for (const kind of 'AE') {
      into.add(settled(gradeless(vowelStem)) + kind);
      into.add(settled(vowelStem) + kind);
    }
    return;
  }
  const isKept = 'ouy'.includes(last) && !/(?:uo|yo)$/.test(vowelStem);
  const base =
    isKept || /(?:uo|yo)$/.test(vowelStem)
      ? vowelStem.slice(0, isKept ? -1 : undefined)
      : vowelStem.replace(/([aei])\1?$/, '');
  if (base.length < 2) return void into.add(`${vowelStem}E`);
  put(base, isKept ? last : last === 'a' ? 'A' : 'E', into);
  // `urakoita` is of urakka, `tilastoja` of tilasto.
  if (isPlural && last === 'o') put(base, 'A', into);
  // nopeita is of nopea.
  if (isPlural && last === 'e') put(vowelStem, 'A', into);
  if (last === 'i' && /s$/.test(base) && base.length <= 5) put(base.replace(/s$/, 't'), 'E', into);
}

/** teillä is of tie, töiden of työ. */
const SHORTENED: Readonly<Record<string, string>> = { te: 'ti', to: 'tyo', o: 'yo' };

/** A hidden k comes forth: `haun` is of haku, `ruoan` of ruoka. And the few that change in ways of their own. */
const CHANGED: readonly [RegExp, string][] = [
  [/aj$/, 'aikA'],
  [/poj$/, 'poikA'],
  [/jalj$/, 'jalkE'],
  [/arj$/, 'arkE'],
  [/jarj$/, 'jarkE'],
  [/mieh$/, 'miesE'],
  [/last$/, 'lapsE'],
  [/yht$/, 'yksE'],
  [/kaht$/, 'kaksE'],
];

function put(base: string, kept: string, into: Set<string>): void {
  into.add(settled(gradeless(base)) + kept);
  for (const [weak, strong] of CHANGED) if (weak.test(base)) into.add(base.replace(weak, strong));
  // lyhyen is of lyhyt.
  if (kept === 'E' && /[uy]$/.test(base)) into.add(base);
  if (kept === 'u' && /(?:^|[^aeiouy])(?:al|kul)$/.test(base)) into.add(`${base}ku`);
  if (/^[^aeiouy]*(?:[aeou]|uo|yo)$/.test(base) || /(?:ruo|jo)$/.test(base) || (kept === 'u' && /ha$/.test(base)))
    into.add(`${base}k${kept}`);
  // luvun is of luku, kyvyn of kyky.
  if ('uy'.includes(kept) && /[uy]v$/.test(base)) into.add(`${base.slice(0, -1)}k${kept}`);
}

/** Endings of stems that are one word: kuljetuks and kuljetus, osallisuud and osallisuus, esteettom and esteetom. */
function settled(base: string): string {
  return base
    .replace(/^(.{2,}[aeiouy])ks$/, '$1s')
    .replace(/^(.{2,}[aeiouy][uy])[dt]$/, (whole, rest: string) => (whole.length < 5 ? whole : `${rest}s`))
    .replace(/ttom$/, 'tom');
}

// ── Families: verbs and what is made of them ───────────────────────────────────────────────────

const VERB_ENDINGS: readonly RegExp[] = [
  /^(.{3,}?)(?:etaan|ettiin|ettava|ettavaa|ettavan|ettavat|ettu|etut|etun|etaisiin|ettaisiin)$/,
  /^(.{3,}?)(?:aa|ea|aan|avat|evat|aneet|anut|aisi|aisivat|isi|aessa|amalla|amaan|amassa|amista|amatta|ivat|in)$/,
  /^(.{2,}[^aeiouy])(?:ia|ua|oa|ya|itaan|ittiin|utaan|uttiin|ittu|uttu)$/,
  /^(.{2,}[oua])(?:ida|idaan|itu|itiin|itava|i|ivat|isi|isimme)$/,
  /^(.{3,}[aeiouy])(?:ta|taan|ttiin|tava|ttava|ttavaa|ttavan|ttavat|ttu|nut|neet)$/,
  /^(.{2,}[lrn])(?:la|laan|tiin|tava|tu|tut|ra|na)$/,
  /^(.{3,})(?:ee|evat|ivat)$/,
];

/** The endings of nouns that say what is done. */
const DONE: readonly RegExp[] = [
  /^(.{2,}?)(?:us|ys|os)$/,
  /^(.{3,}?)[aeio]mus$/,
  /^(.{3,}[oua])int$/,
  /^(.{3,}?)(?:nt|int|ent|ant|ont)$/,
  /^(.{2,}?)(?:a|e|i|o|u)?mis$/,
  /^(.{3,}[eiy]l)m$/,
];

/** What a verb and its nouns share: `suunnitel` of suunnitella and suunnittelu. */
const familyStem = (base: string): string => gradeless(base.replace(/[aei]$/, '')).replace(/([kpt])\1([ei]l)$/, '$1$2');

function families(folded: string): Set<string> {
  const keys = new Set<string>();
  const put = (type: string, base: string): void => {
    const stem = familyStem(base);
    if (stem.length >= 3) keys.add(type + stem);
  };
  for (const ending of VERB_ENDINGS) {
    const base = ending.exec(folded)?.[1];
    if (base) put('v', base);
  }
  // sakottaa is of sakko, tilastoida of tilasto, raportoida of raportti, vuokrata of vuokra.
  const foreign = /^(.{3,}[oua])(?:ida|idaan|itiin|itu|inti|innin|intia|innit)$/.exec(folded);
  const made =
    /^(.{3,}[oua])tt?(?:aa|aan|aminen|amisen|etaan|ettiin|amista)$/.exec(folded) ??
    foreign ??
    /^(.{3,}a)(?:ta|taan|ttiin|us|uksen|usta|ttava|ttavaa|ttavan|ttavat)$/.exec(folded);
  if (made?.[1]) {
    const into = new Set<string>();
    addStem(made[1], false, into);
    if (foreign && /t.$/.test(made[1])) into.add(`${gradeless(made[1].slice(0, -1))}E`);
    for (const stem of into) keys.add(`n${stem}`);
  }
  for (const marked of finnishStems(folded)) {
    const stem = marked.replace(/[AE]$/, '');
    for (const ending of DONE) {
      const base = ending.exec(stem)?.[1];
      if (base && base.length >= 3) put('d', base);
    }
    // kokeilu of kokeilla, haku of hakea, osto of ostaa.
    if (/[^aeiouy][ouy]$/.test(stem) && stem.length >= 4) put('o', stem.slice(0, -1));
    // tiedote of tiedottaa.
    if (/^.{4,}tE$/.test(marked)) put('o', stem);
    const who = /^(.{3,}?)[aeio]?j$/.exec(stem)?.[1];
    if (who) put('a', who);
  }
  return keys;
}
