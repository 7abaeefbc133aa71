/** Text as people would search for it: without the traces of typesetting. */

/** Zero-width and direction marks: nobody types them, and they can show a text as another one. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\ufffd]/g;
/** Control characters, and private ones, which are bullets and icons of symbol fonts. */
const WITHOUT_MEANING = /[\p{Cc}\p{Co}]/gu;
const LIGATURES = /[\ufb00-\ufb06]/g;
/** Two letters, of which the second is small, before a hyphen that ends a line; a small letter after it. */
const BROKEN_WORD = /(?<=\p{L}(\p{Ll}))[-\u2010]\n(\p{Ll}+)/gu;
/** “koulu- ja työmatkat”: the hyphen stands for what comes later. */
const JOINING = new Set(['ja', 'tai', 'eli', 'sekä', 'taikka', 'och', 'eller', 'samt', 'and', 'or']);
const VOWEL = /[aeiouyåäö]/;

/**
 * In one form of Unicode, with ligatures taken apart (² and ½ stay), one space where there were more, no empty lines, soft hyphens gone.
 * `isTypeset`: lines end where the page did, so that words are put together again.
 */
export function tidy(text: string, isTypeset = false): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\u00ad[^\S\n]*\n?/g, '')
    .replace(/\u2011/g, '-')
    .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
    .replace(WITHOUT_MEANING, (sign) => (sign === '\n' ? sign : ' '))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  return isTypeset ? lines.replace(BROKEN_WORD, joined) : lines;
}

/**
 * A hyphen between two of the same vowel is always written in Finnish (haja-asutus), and no line is broken there otherwise. Source: Kielitoimiston
 * ohjepankki, “Yhdysmerkki: sama vokaali”.
 */
function joined(_hyphen: string, before: string, after: string): string {
  if (JOINING.has(after)) return `- ${after}`;
  return before === after.charAt(0) && VOWEL.test(before) ? `-${after}` : after;
}
