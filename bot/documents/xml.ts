/** Text that may stand in XML. */

/** XML has no place for control characters or halves of letters, not even escaped. */
export const xmlSafe = (typed: string): string => typed.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
