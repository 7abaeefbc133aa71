/** Files in words: how large they are, what kind they are of, and the letters of a text. */
import type { Message, Translate } from '../../text.ts';
import type { FileView } from './calls.ts';
import { materialText as words } from './text.ts';

const KILO = 1024;

/** `1,4 Mt`, `12 kt`; one decimal below ten. */
export function sizeOf(bytes: number, { tag, locale }: Pick<Translate, 'tag' | 'locale'>): string {
  const isLarge = bytes >= KILO * KILO;
  const n = Math.max(bytes / (isLarge ? KILO * KILO : KILO), isLarge ? 0 : 1);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n);
  const unit = locale === 'fi' ? (isLarge ? 'Mt' : 'kt') : isLarge ? 'MB' : 'kB';
  return `${number}\u00a0${unit}`;
}

const FAMILIES: Readonly<Record<FileView['family'], Message>> = {
  pdf: words.pdf,
  word: words.word,
  slides: words.slides,
  sheet: words.sheet,
  text: words.text,
  image: words.image,
  video: words.video,
  audio: words.audio,
  other: words.other,
};

/** `Esitys, PPTX`; PDF is a kind and its extension in one. */
export function kindOf({ family, name }: Pick<FileView, 'family' | 'name'>, t: Translate): string {
  const extension = /\.([^.]{1,10})$/.exec(name)?.[1]?.toUpperCase();
  const kind = t(FAMILIES[family]);
  return extension === undefined || extension === kind.toUpperCase() ? kind : `${kind}, ${extension}`;
}

/** UTF-16 says so itself; what is not UTF-8 was written by an older Windows. */
export function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // `stream`: a letter that the end of what was fetched cuts in two is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
