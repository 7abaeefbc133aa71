/** Finds the command that someone typed: without dots, inflected, with a slash or a trailing mark, or nearly right. */
import type { Command } from './feature.ts';

export interface Understood {
  readonly command: Command;
  /** The one of its words that was typed, as the command lists it. */
  readonly word: string;
  /** The text after the word, as typed. */
  readonly rest: string;
}

/** Finnish and Swedish inflections that people add to a command word: äänestyksen, kyselyä, omröstningen. */
const MAX_INFLECTION = 4;
/** Shortest word that may be inflected or misspelt; “idé” must be exact. */
const SHORTEST_LOOSE = 4;
/** No command is nearly this long; the patterns below take quadratic time on what a stranger may send. */
const LONGEST_WORD = 60;

/** Lower case, without marks over letters and without the slash, at-sign or punctuation around. */
export function foldWord(word: string): string {
  return word
    .slice(0, LONGEST_WORD)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[/@!]+/, '')
    .replace(/[\s.,:;!…]+$/, '')
    .replace(/(?<=.)\?+$/, '');
}

/** The command at the start of `text`, exact first, then inflected. Undefined when no word fits. */
export function understand(text: string, commands: readonly Command[]): Understood | undefined {
  const [, first = '', rest = ''] = /^\s*(\S+)([\s\S]*)$/.exec(text) ?? [];
  const typed = foldWord(first);
  if (!typed) return undefined;
  const words = commands.flatMap((command) =>
    command.words.map((listed) => ({ command, listed, word: foldWord(listed) })),
  );
  const found =
    words.find(({ word }) => word === typed) ??
    words
      .filter(({ word }) => word.length >= SHORTEST_LOOSE && isInflection(typed, word))
      .sort((a, b) => b.word.length - a.word.length)[0];
  return found && { command: found.command, word: found.listed, rest: rest.trim() };
}

/** The command whose word is nearest to what was typed, for “did you mean …?”. Undefined when nothing is near. */
export function nearest(text: string, commands: readonly Command[]): { command: Command; word: string } | undefined {
  const typed = foldWord(text.trim().split(/\s+/)[0] ?? '');
  if (typed.length < SHORTEST_LOOSE) return undefined;
  const near = commands
    .flatMap((command) =>
      command.words.map((word) => ({ command, word, distance: editDistance(typed, foldWord(word)) })),
    )
    .filter(({ word, distance }) => distance <= (word.length >= 7 ? 2 : 1))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && { command: near.command, word: near.word };
}

function isInflection(typed: string, word: string): boolean {
  const stem = word.slice(0, Math.max(SHORTEST_LOOSE, word.length - 2)); // äänestys → äänestyksen drops its last letter
  return typed.startsWith(stem) && typed.length >= word.length && typed.length - word.length <= MAX_INFLECTION;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
