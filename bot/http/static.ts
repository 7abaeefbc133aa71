/** The built tab: files of one folder, compressed once, kept for ever where the name holds a hash. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpRoute, Reply, Request } from './exchange.ts';
import { HttpError, notFound } from './problem.ts';

/**
 * Hosts that may show the tab in a frame. Source: learn.microsoft.com, “Tab requirements”, frame-ancestors of Teams,
 * Microsoft 365 and Outlook; `self` for a host page of our own.
 */
const FRAMES =
  "'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com";
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // Fluent UI writes its rules into style elements
  "img-src 'self' data:",
  "media-src 'self'",
  "worker-src 'self'", // reads PDF files
  "font-src 'self' data:",
  "connect-src 'self' https://res.cdn.office.net", // teams-js reads its list of valid hosts there
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${FRAMES}`,
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /^text\/|json|javascript|svg/;
/** Smaller ones gain nothing, in bytes. */
const LEAST_COMPRESSED = 1024;
/** Vite puts a hash of the content into the names below this folder. */
const HASHED = /^assets\//;

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

interface Kept {
  readonly stamp: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly encoded: Map<'br' | 'gzip', Promise<Uint8Array>>;
}

/** Serves `folder` under `/tab/`; a path that is no file is a page of the tab and gets `index.html`. */
export function tabRoutes(folder: string): HttpRoute[] {
  const root = resolve(folder);
  const kept = new Map<string, Kept>();

  async function load(path: string): Promise<Kept | undefined> {
    const file = join(root, path);
    if (!file.startsWith(root + sep)) return undefined;
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const stamp = `${found.mtimeMs}-${found.size}`;
    const before = kept.get(path);
    if (before?.stamp === stamp) return before;
    const bytes = await readFile(file);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const now: Kept = { stamp, bytes, etag, encoded: new Map() };
    kept.set(path, now);
    return now;
  }

  async function reply(path: string, file: Kept, request: Request): Promise<Reply> {
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = {
      'content-type': type,
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': POLICY,
      etag: file.etag,
      vary: 'accept-encoding',
    };
    if (request.header('if-none-match') === file.etag) return { status: 304, headers };
    const encoding = COMPRESSED.test(type) && file.bytes.length >= LEAST_COMPRESSED ? encodingFor(request) : undefined;
    if (!encoding) return { status: 200, headers, body: file.bytes };
    return {
      status: 200,
      headers: { ...headers, 'content-encoding': encoding },
      body: await encodedAs(encoding, file),
    };
  }

  async function handle(request: Request): Promise<Reply> {
    const path = safePath(request.params['*'] ?? '');
    if (path === undefined) throw notFound();
    const file = path && (await load(path));
    if (file) return reply(path, file, request);
    if (HASHED.test(path) || extname(path)) throw notFound(); // a file that is not there must not look like a page
    const index = await load('index.html');
    if (!index) throw new HttpError(503, 'notBuilt', 'The tab has not been built yet: npm run build');
    return reply('index.html', index, request);
  }

  const home: Reply = { status: 308, headers: { location: '/tab/' } };
  return [
    { method: 'GET', pattern: '/tab/*', handle },
    { method: 'GET', pattern: '/tab', handle: async () => home },
    { method: 'GET', pattern: '/', handle: async () => ({ ...home, status: 302 }) },
  ];
}

/** Undefined for anything that could leave the folder or name a hidden file. */
function safePath(path: string): string | undefined {
  if (/[\0\\]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  return path;
}

function encodingFor({ header }: Request): 'br' | 'gzip' | undefined {
  const accepted = (header('accept-encoding') ?? '').split(',').map((one) => one.trim());
  const takes = (name: string): boolean =>
    accepted.some((one) => one.split(';')[0] === name && !/;\s*q=0(\.0*)?$/.test(one));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : undefined;
}

function encodedAs(encoding: 'br' | 'gzip', { encoded, bytes }: Kept): Promise<Uint8Array> {
  const before = encoded.get(encoding);
  if (before !== undefined) return before;
  const now =
    encoding === 'br'
      ? compress.br(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        })
      : compress.gzip(bytes, { level: 9 });
  encoded.set(encoding, now);
  return now;
}
