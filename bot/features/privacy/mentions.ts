/** Where free text names a person: by address, phone, full name or family name, also inflected. */
import type { Member } from '../../core/network.ts';

/** Shorter family names are found in too many words. */
const SHORTEST_FAMILY_NAME = 4;
/** Fewer digits are no phone number. */
const SHORTEST_PHONE = 6;
/** Characters on either side of what was found. */
const AROUND = 40;

/** What to look for. */
export interface Marks {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Beginnings of words. */
  readonly names: readonly string[];
}

export function marksOf(identities: readonly Pick<Member, 'name' | 'email' | 'phone'>[]): Marks {
  return {
    emails: distinct(identities.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]))),
    phones: distinct(
      identities.flatMap(({ phone = '' }) => [ownDigits(phone)]).filter((one) => one.length >= SHORTEST_PHONE),
    ),
    names: distinct(identities.flatMap(({ name }) => namesIn(name))),
  };
}

/** The words around the first mark, or undefined. */
export function mentionIn(text: string, { emails, phones, names }: Marks): string | undefined {
  const plain = folded(text);
  const found = [
    ...emails.map((email) => plain.indexOf(email)),
    ...names.map((name) => indexOfWord(plain, name)),
    ...phones.map((phone) => indexOfPhone(plain, phone)),
  ].filter((at) => at >= 0);
  if (found.length === 0) return undefined;
  const at = Math.min(...found);
  const excerpt = text.slice(Math.max(0, at - AROUND), at + 2 * AROUND).replace(/\s+/g, ' ');
  return `${at > AROUND ? '…' : ''}${excerpt.trim()}${at + 2 * AROUND < text.length ? '…' : ''}`;
}

/** Same length as the text, so that places in it are places in the text. */
const folded = (text: string): string =>
  [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');

/** “Meikäläinen, Maija”, “Maija Meikäläinen” → the stem of the family name; a single name whole. */
function namesIn(name: string): string[] {
  const [before = '', after] = name.split(',');
  const words = before.trim().split(/\s+/).filter(Boolean);
  const family = folded((after === undefined ? words.at(-1) : words.at(0)) ?? '');
  const stem = stemOf(family);
  if (stem.length >= SHORTEST_FAMILY_NAME) return [stem];
  const whole = folded(name.trim());
  return whole === '' ? [] : [whole];
}

/** Finnish inflects at the end: “-nen” becomes “-se-”, a last vowel or doubled consonant may change. */
function stemOf(family: string): string {
  if (family.endsWith('nen')) return family.slice(0, -3);
  return family.length > SHORTEST_FAMILY_NAME + 1 ? family.slice(0, -2) : family;
}

function indexOfWord(text: string, beginning: string): number {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/** Digits without the country’s or the trunk prefix: +358 40 123 4567 and 040-1234567 are one number. */
const ownDigits = (phone: string): string =>
  phone
    .replace(/^\s*(\+|00)\d{1,3}/, '')
    .replace(/\D/g, '')
    .replace(/^0/, '');

function indexOfPhone(text: string, digits: string): number {
  for (const found of text.matchAll(/\+?\d[\d\s().-]{4,}\d/g)) {
    if (found[0].replace(/\D/g, '').endsWith(digits)) return found.index;
  }
  return -1;
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)];
