/** Which words of an index a typed word means, and how nearly: the same word, another form of it, a part of a compound, a longer or a mistyped one. */
import type { IndexFile } from './index-file.ts';
import { finnishStems, fold, isNumber, isStopWord, isVowel, keysOf, swedishStems } from './words.ts';

/** How near a word is to the typed one, the nearest first. */
export const NEARNESS = {
  exact: 1,
  /** Only dots or accents differ. */
  folded: 0.97,
  /** Another form of the same word. */
  form: 0.93,
  /** A compound that ends in it: koulukuljetus for kuljetus. */
  head: 0.8,
  /** A verb for its noun, a noun for its verb. */
  family: 0.72,
  /** A compound that begins with it: kuljetussopimus for kuljetus. */
  first: 0.64,
  /** Goes on from what was typed. */
  longer: 0.6,
  /** A compound with it in the middle. */
  middle: 0.55,
  /** A letter wrong. */
  typo: 0.6,
  /** Two letters wrong, in a long word. */
  twoTypos: 0.45,
  /** Who does it. */
  doer: 0.4,
} as const;
export type Nearness = keyof typeof NEARNESS;

export interface Candidate {
  readonly text: string;
  readonly fold: string;
  /** Parts of items that it stands in. */
  readonly n: number;
}

/** Words of one nearness that are looked for at most, the most common first. */
const MOST_WORDS = 150;
/** Words that are looked at for parts of compounds and typos. */
const MOST_LOOKED_AT = 1500;
/** Letters that a form within a compound is longer than the typed one, at most: `kuljetusten` of kuljetus. */
const LONGEST_JOINT = 4;
/** Letters that a form at the end of a compound is longer, at most: `lupakirjoissammekin`. */
const LONGEST_ENDING = 8;
/** Letters from which on a word with two wrong ones is taken for another without asking. */
const SURE_OF_TWO = 10;

export interface Vocabulary {
  /** The words that a typed one means. */
  meant(word: string): Map<string, Nearness>;
  /** The words that begin with it, without dots, the most common first. */
  startingWith(
    folded: string,
    most: number,
  ): readonly (Candidate & { readonly capital: number; readonly upper: number })[];
  /** Two words of the index that together make it: `laskenta` and `ohje`. */
  split(word: string): readonly [string, string] | undefined;
  /** Words that it may be a mistyped form of, the nearest first. */
  near(word: string): readonly string[];
}

const vocabularies = new WeakMap<IndexFile, Vocabulary>();

export function vocabularyOf(file: IndexFile): Vocabulary {
  const now = vocabularies.get(file) ?? openVocabulary(file);
  vocabularies.set(file, now);
  return now;
}

function openVocabulary({ db }: IndexFile): Vocabulary {
  const byFold = db.prepare('SELECT text, fold, n FROM words WHERE fold = ?');
  const byKey = db.prepare(
    'SELECT w.text, w.fold, w.n FROM keys k JOIN words w ON w.word = k.word WHERE k.key = ? ORDER BY w.n DESC LIMIT 500',
  );
  const hasKey = db.prepare('SELECT 1 FROM keys WHERE key = ? LIMIT 1');
  const byStart = db.prepare(
    'SELECT text, fold, n, capital, upper FROM words WHERE fold >= ? AND fold < ? ORDER BY n DESC, length(fold) LIMIT ?',
  );
  const byLength = db.prepare(
    `SELECT text, fold, n FROM words WHERE fold >= ? AND fold < ? AND abs(length(fold) - ?) <= ? ORDER BY n DESC LIMIT ${MOST_LOOKED_AT}`,
  );
  const byInside = db.prepare(
    `SELECT w.text, w.fold, w.n FROM inside i JOIN words w ON w.word = i.rowid WHERE inside MATCH ? AND instr(w.fold, ?) > 0 LIMIT ?`,
  );

  const candidates = (rows: readonly Record<string, unknown>[]): Candidate[] =>
    rows.map(({ text, fold: folded, n }) => ({ text: String(text), fold: String(folded), n: Number(n) }));
  const containing = (fragment: string): Candidate[] => {
    if (fragment.length < 3) return [];
    const grams = new Set(Array.from({ length: fragment.length - 2 }, (_, at) => `"${fragment.slice(at, at + 3)}"`));
    return candidates(byInside.all([...grams].join(' AND '), fragment, fragment.length > 3 ? MOST_LOOKED_AT : 300));
  };
  const knows = (word: string, least = 2): boolean => {
    if (word.length < least) return false;
    for (const key of keysOf(word)) if (/^[lse]/.test(key) && hasKey.get(key)) return true;
    return false;
  };

  function meant(word: string): Map<string, Nearness> {
    const folded = fold(word);
    const found = new Map<string, Nearness>();
    const put = (text: string, nearness: Nearness): void => {
      const now = found.get(text);
      if (now === undefined || NEARNESS[now] < NEARNESS[nearness]) found.set(text, nearness);
    };
    for (const { text } of candidates(byFold.all(folded))) put(text, text === word ? 'exact' : 'folded');
    if (isNumber(word)) {
      if (found.size === 0 && word.length >= 3) for (const { text } of startingWith(folded, 50)) put(text, 'longer');
      return found;
    }
    if (word.length < 3) {
      // yövuoro for yö, but not eurot for EU.
      if (found.size === 0)
        for (const { text, fold: own } of startingWith(folded, MOST_WORDS))
          if (knows(own.slice(2), 4)) put(text, 'first');
      return found;
    }

    const keys = mainKeys(word);
    for (const key of keys) {
      for (const [other, nearness] of meetings(key))
        for (const { text } of candidates(byKey.all(other))) put(text, nearness);
    }
    if (word.length >= 3) for (const { text } of startingWith(folded, MOST_WORDS)) put(text, 'longer');
    compounds(folded, keys, put);
    if (![...found.values()].some((one) => NEARNESS[one] >= NEARNESS.longer)) typos(folded, put);
    return found;
  }

  /** Of the ways in which a form may be read, the one with the longest stem that the index knows: `indeksi` is no form of `inne`. */
  function mainKeys(word: string): Set<string> {
    const keys = [...keysOf(word)];
    const known = keys.filter((key) => key[0] === 'l' && hasKey.get(key));
    const lengthOf = (key: string): number => key.replace(/[AE]$/, '').length;
    const longest = Math.max(0, ...known.map(lengthOf));
    const least = Math.ceil(fold(word).length * 0.5);
    return new Set(
      keys.filter((key) => {
        if (key[0] === 'l') return longest === 0 || lengthOf(key) >= longest;
        return !/^[vdo]/.test(key) || key.length - 1 >= least;
      }),
    );
  }

  function startingWith(folded: string, most: number) {
    return byStart.all(folded, `${folded}\u{10ffff}`, most).map(({ text, fold: own, n, capital, upper }) => ({
      ...{ text: String(text), fold: String(own), n: Number(n), capital: Number(capital), upper: Number(upper) },
    }));
  }

  /** Compounds that hold the word: at their end in any form, at their beginning or in the middle in the forms that parts have. */
  function compounds(folded: string, keys: ReadonlySet<string>, put: (text: string, nearness: Nearness) => void): void {
    const stems = new Set([...keys].filter((key) => /^[ls]/.test(key)));
    const fragments = fragmentsOf(folded, stems);
    const isShort = folded.length <= 4;
    const told = new Map<string, boolean>();
    const compare = (part: string): boolean =>
      [...finnishStems(part)].some((stem) => stems.has(`l${stem}`)) || isSwedish(part);
    const isSwedish = (part: string): boolean => swedishStems(part).some((stem) => stems.has(`s${stem}`));
    const isSame = (part: string): boolean => {
      const now = told.get(part) ?? compare(part);
      told.set(part, now);
      return now;
    };
    const isStart = (before: string): boolean =>
      before === '' || (isPlausible(before, isShort) && (!isShort || /[aeiouyns]$/.test(before)));
    const looked = new Set<string>();
    for (const fragment of fragments) {
      for (const { text, fold: own } of containing(fragment)) {
        if (looked.has(text) || own.length < fragment.length + 2) continue;
        looked.add(text);
        for (let at = own.indexOf(fragment); at >= 0; at = own.indexOf(fragment, at + 1)) {
          const before = own.slice(0, at);
          if (before && own.length - at <= folded.length + LONGEST_ENDING && isSame(own.slice(at))) {
            if (isStart(before) && (!likeEnding.test(folded) || byFold.get(before))) put(text, 'head');
            continue;
          }
          const farthest = Math.min(own.length - 3, at + folded.length + LONGEST_JOINT);
          for (let end = at + Math.max(3, fragment.length - 1); end <= farthest; end++) {
            const part = own.slice(at, end);
            if (
              !isSame(part) ||
              !(part === folded || isJoint(part, folded) || (!isVowel(part.at(-1)) && isSwedish(part)))
            )
              continue;
            if (!isStart(before) || !isPlausible(own.slice(end), isShort)) continue;
            put(text, before ? 'middle' : 'first');
            break;
          }
        }
      }
    }
  }

  /** What is left of a compound is a word: one that the index has, or long enough to be one where the part looked for is long. */
  const isPlausible = (rest: string, isShort: boolean): boolean =>
    rest.length >= 3 && (!isShort || byFold.get(rest) !== undefined || (rest.length >= 4 && hasForms(rest)));
  /** Cheaper than `knows`: words of all languages have Finnish keys too. */
  const hasForms = (part: string): boolean => [...finnishStems(part)].some((stem) => hasKey.get(`l${stem}`));

  function typos(folded: string, put: (text: string, nearness: Nearness) => void): void {
    const near = mistyped(folded);
    const least = Math.min(...near.map(({ distance }) => distance));
    if (least > 1 && folded.length < SURE_OF_TWO) return;
    for (const { text, distance } of near) if (distance === least) put(text, distance < 2 ? 'typo' : 'twoTypos');
  }

  /** Words that differ by a letter, in long words by two; the typed word may also be in another form, so that stems are compared as well. */
  function mistyped(folded: string): { text: string; distance: number }[] {
    const near: { text: string; distance: number }[] = [];
    if (folded.length < 4) return near;
    const most = mostTypos(folded.length);
    const half = Math.ceil(folded.length / 2);
    const third = Math.max(3, Math.floor(folded.length / 3));
    const seen = new Set<string>();
    const stems = [...finnishStems(folded)]
      .map((stem) => stem.replace(/[AE]$/, ''))
      .filter((stem) => stem.length >= Math.max(6, folded.length - 2));
    const look = (one: Candidate): void => {
      if (seen.has(one.text) || Math.abs(one.fold.length - folded.length) > 4 || isStopWord(one.text)) return;
      seen.add(one.text);
      // Two letters wrong, or one of a short word, and the first one of them: that is another word.
      const check = (a: string, b: string): void => {
        const distance = editDistance(a, b, mostTypos(a.length));
        const isLikely = a[0] === b[0] || (distance < 2 && a.length > 6);
        if (isLikely && distance <= mostTypos(a.length)) near.push({ text: one.text, distance });
      };
      check(folded, one.fold);
      if (stems.length > 0 && one.fold.slice(0, 2) === folded.slice(0, 2))
        for (const other of finnishStems(one.fold)) {
          const plain = other.replace(/[AE]$/, '');
          if (plain.length >= 5) for (const stem of stems) check(stem, plain);
        }
    };
    // Wrong letters leave the beginning, the middle or the end whole; short words all begin as they are typed.
    const isShort = folded.length <= 6;
    const start = folded.slice(0, isShort ? 1 : most === 2 ? third : half);
    for (const one of candidates(byLength.all(start, `${start}\u{10ffff}`, folded.length, isShort ? 1 : 4))) look(one);
    if (!isShort) for (const one of containing(folded.slice(-half))) look(one);
    if (most === 2) for (const one of containing(folded.slice(third, folded.length - third))) look(one);
    for (const stem of stems) for (const one of containing(stem.slice(Math.floor(stem.length / 3), -2))) look(one);
    return near.sort((a, b) => a.distance - b.distance);
  }

  function split(word: string): readonly [string, string] | undefined {
    const folded = fold(word);
    for (let at = Math.floor(folded.length / 2), step = 0; step < folded.length; step++) {
      at += step % 2 === 0 ? step : -step;
      if (at < 4 || at > folded.length - 4) continue;
      const [left, right] = [word.slice(0, at), word.slice(at)];
      if (knows(left) && knows(right)) return [left, right];
    }
    return undefined;
  }

  const near = (word: string): string[] => mistyped(fold(word)).map(({ text }) => text);

  return { meant, startingWith, split, near };
}

/** Keys under which words meet, and how near they then are. */
export function meetings(key: string): (readonly [string, Nearness])[] {
  const [type, stem] = [key[0], key.slice(1)];
  if (type === 'l')
    return [
      [key, 'form'],
      [`n${stem}`, 'family'],
    ];
  if (type === 's' || type === 'e') return [[key, 'form']];
  if (type === 'v')
    return [
      [key, 'family'],
      [`d${stem}`, 'family'],
      [`o${stem}`, 'family'],
      [`a${stem}`, 'doer'],
    ];
  if (type === 'o') return [[`v${stem}`, 'family']];
  if (type === 'd')
    return [
      [key, 'family'],
      [`v${stem}`, 'family'],
      [`a${stem}`, 'doer'],
    ];
  if (type === 'n')
    return [
      [`l${stem}`, 'family'],
      [key, 'family'],
      [`d${stem}`, 'family'],
      [`a${stem}`, 'doer'],
    ];
  return [
    [`v${stem}`, 'doer'],
    [`d${stem}`, 'doer'],
    [`n${stem}`, 'doer'],
    [key, 'doer'],
  ];
}

/** A word that looks like the end of a form of another: `kissa`, in `kaikissa`. */
const likeEnding = /^.{0,2}(?:issa|ista|illa|ilta|ille|ssa|sta|lla|lta|lle|ksi)$/;

/**
 * Whether a part of a compound before its end may be a form of the typed word: parts stand as in a dictionary or in the genitive, so that
 * lautakunta is no compound of lautta.
 */
function isJoint(part: string, folded: string): boolean {
  if (!/(?:[aeiouyn]|[aeiouy]s)$/.test(part)) return false;
  const last = part.at(-1) as string;
  const isInflected = folded.startsWith(part) || folded.length - part.length > 1;
  return isInflected || !isVowel(last) || last !== folded.at(-1) || part.length > folded.length;
}

/** Letters that may be wrong in a word of so many. */
const mostTypos = (length: number): number => (length >= 8 ? 2 : 1);

/** What a compound that holds the word holds in letters, whatever its form. */
function fragmentsOf(folded: string, stems: ReadonlySet<string>): Set<string> {
  const fragments = new Set<string>();
  if (folded.length >= 3) fragments.add(folded);
  for (const stem of [...stems].map((one) => one.slice(1).replace(/[AE]$/, ''))) {
    const base = stem.replace(/([^aeiouy])[ouy]$/, '$1');
    if (Math.abs(base.length - folded.length) > 5) continue;
    const cut = base.replace(/[^aeiouy]+$/, '');
    if (cut.length >= 4) fragments.add(cut);
    else for (const grade of gradesOf(base)) if (grade.length >= 3) fragments.add(grade);
  }
  return fragments;
}

/** Both grades of a stem: `lup` and `luv`. */
function gradesOf(base: string): string[] {
  const [, before = '', end = ''] = /^(.*?)([^aeiouy]*)$/.exec(base) ?? [];
  const others: Readonly<Record<string, readonly string[]>> = {
    ...{ t: ['t', 'd'], p: ['p', 'v'], k: ['k'], mp: ['mp', 'mm'], nt: ['nt', 'nn'], lt: ['lt', 'll'] },
    ...{ rt: ['rt', 'rr'], nk: ['nk', 'ng'], lp: ['lp', 'lv'], rp: ['rp', 'rv'], ht: ['ht', 'hd'] },
  };
  return (others[end] ?? [end]).map((one) => before + one);
}

/** Letters left out, put in, changed or swapped with the next one; more than `most`: `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
