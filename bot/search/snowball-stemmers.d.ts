/** Types of the stemmers, which come without. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'swedish' | 'english' | 'finnish'): { stem(word: string): string };
}
