/** The modules of the project and what each imports, read from their text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface Import {
  /** A path from the project's root (`bot/core/ids.ts`), or a package's name without what lies in it (`zod`, `node:fs`). */
  readonly to: string;
  /** Erased before it runs. */
  readonly isType: boolean;
  /** `import('…')`: loaded when it is asked for, not with the file. */
  readonly isLazy: boolean;
}

export interface Module {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly source: string;
  readonly imports: readonly Import[];
}

const root = join(import.meta.dirname, '..', '..');
/** Made by tools, or not ours. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'build', 'data', '.git']);

/** Paths of all files below `folder` (from the root), sorted. Empty when there is no such folder. */
export function filesIn(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
      .filter(({ name }) => !LEFT_OUT.has(name))
      .flatMap((entry) => {
        const path = posix.join(folder, entry.name);
        return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
      });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return []; // no `instanceof`: Jest's own Error is another one
    throw error;
  }
  return entries.sort();
}

/** All TypeScript of the product, its scripts and its tests. */
export function readModules(): Module[] {
  return ['bot', 'tab', 'scripts', 'tests']
    .flatMap(filesIn)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => moduleOf(path, readFileSync(join(root, path), 'utf8')));
}

const FROM = /^[ \t]*(import|export)\s+(type\s)?([\w*${}\s,]*?)\s*from\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const LAZY = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g;

export function moduleOf(path: string, source: string): Module {
  const code = withoutComments(source);
  const imports: Import[] = [];
  for (const [, , type, names = '', to = ''] of code.matchAll(FROM)) {
    imports.push({ to: resolve(path, to), isType: Boolean(type) || onlyTypes(names), isLazy: false });
  }
  for (const [, to = ''] of code.matchAll(BARE)) imports.push({ to: resolve(path, to), isType: false, isLazy: false });
  for (const [, type, to = ''] of code.matchAll(LAZY)) {
    imports.push({ to: resolve(path, to), isType: Boolean(type), isLazy: true });
  }
  return { path, source, imports };
}

/** Comments at the start of a line or after a space; what looks like one inside a string does no harm to the rules. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/
    .exec(names.trim())?.[1]
    ?.split(',')
    .map((name) => name.trim());
  const given = listed?.filter(Boolean) ?? [];
  return given.length > 0 && given.every((name) => name.startsWith('type '));
}

function resolve(from: string, to: string): string {
  if (to.startsWith('.')) return posix.join(posix.dirname(from), to.replace(/[?#].*$/, ''));
  if (to.startsWith('node:')) return to;
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}
