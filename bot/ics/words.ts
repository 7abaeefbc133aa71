/** People's words as calendar files can carry them: no word can break a line or add a property, and none is longer than calendars show. */

/** In characters. What is longer is cut and ends in `…`: a file that a calendar refuses for its size helps nobody. */
export const LONGEST = { title: 200, place: 200, name: 100, description: 4000 } as const;
/** A longer link is left out whole: cut, it would lead elsewhere. */
export const LONGEST_LINK = 2000;

/** Whatever breaks lines or is not printed becomes a space. */
export const oneLine = (words: string, longest: number): string =>
  cut(words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ').trim(), longest);

/** Line breaks stay; tabs become a space, and whatever else is not printed goes. */
export const lines = (words: string, longest: number): string =>
  cut(
    words
      .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
      .replaceAll('\t', ' ')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim(),
    longest,
  );

/** A name in a parameter. Quotation marks end one there, and Outlook does not know the signs that RFC 6868 has for them. */
export const nameOf = (words: string): string => oneLine(words, LONGEST.name).replace(/["^]/g, "'");

/** As a web address that stays one line; undefined when it is none, or too long. */
export function linkOf(address: string | undefined): string | undefined {
  const url = URL.parse(address ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || url.href.length > LONGEST_LINK) return undefined;
  return url.href;
}

/** A value of type URI is never escaped (RFC 5545, 3.3.13), but ical-generator does it: the signs that it escapes are coded as addresses code them. */
export const uri = (address: string): string => address.replace(/[\\;,]/g, encodeURIComponent);

/** Escapes a TEXT value (RFC 5545, 3.3.11) that is one line. */
export const escaped = (words: string): string => words.replace(/[\\;,]/g, (sign) => `\\${sign}`);

/** By characters, not by halves of them. */
function cut(words: string, longest: number): string {
  const whole = words.toWellFormed();
  if (whole.length <= longest) return whole;
  const characters = Array.from(whole);
  return characters.length <= longest ? whole : `${characters.slice(0, longest - 1).join('')}…`;
}
