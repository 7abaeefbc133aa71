/** The text files of the repository, and words in them that belong to someone's machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './modules.ts';

const root = join(import.meta.dirname, '..', '..');
const TEXT =
  /(\.(ts|tsx|js|mjs|cjs|json|md|yml|yaml|bicep|html|css|svg|sh|txt|csv)|\/run|LICENSE|\.env\.\w+|\.gitignore|\.npmrc)$/;

/** Left out: what git leaves out. */
export function readTexts(): { path: string; text: string }[] {
  return filesIn('.')
    .filter((path) => TEXT.test(path) && !/^env\/\.env\.(.+\.user|local)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Written in two parts, so that this file does not find itself. */
const FOREIGN = [
  '(?<![\\w.])/(wo' + 'rk|ro' + 'ot|Us' + 'ers)/[\\w.~-]+',
  '(?<![\\w.])/ho' + 'me/(?!site)[\\w.~-]+',
  '\\b[A-Z]:\\\\+Us' + 'ers\\\\+\\w+',
  '"reso' + 'lved": "(?!https://registry\\.npmjs\\.org/)[^"]+',
  'regis' + 'try\\s*=\\s*\\S+',
  'https?://[\\w.-]*(verdac' + 'cio|artifac' + 'tory|nex' + 'us)[\\w.:-]*',
].map((pattern) => new RegExp(pattern, 'g'));

/** Folders of a machine and hosts of a private registry that the text names. */
export function foreignWords(text: string): string[] {
  return FOREIGN.flatMap((pattern) => text.match(pattern) ?? []);
}
