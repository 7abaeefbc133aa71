/** The reader's language and zone, handed down to every page. */
import { createContext, useContext } from 'react';
import { type Locale, localeOf, type Translate, translator } from './text.ts';

export const Language = createContext<Translate>(translator(localeOf(navigator.language)));
export const useT = (): Translate => useContext(Language);

/** Makes the tab speak a language; undefined: that of Teams or of the browser. */
export const Speak = createContext<(chosen: Locale | undefined) => void>(() => undefined);
export const useSpeak = (): ((chosen: Locale | undefined) => void) => useContext(Speak);

/** IANA zone of the network: all its times are written in it, wherever the reader is. */
export const Zone = createContext('Europe/Helsinki');
export const useZone = (): string => useContext(Zone);
