/** The log port on pino: one JSON line per event, with a net under what must never be logged. */
import { types } from 'node:util';
import { type DestinationStream, pino } from 'pino';
import { z } from 'zod';
import type { Config } from './config.ts';
import type { Log } from './core/ports.ts';

/** Fields that hold people's words, names or keys. No caller logs them; this is the net for the day when one does. */
const NEVER = new Set(
  'authorization token password secret cookie name text question comment choice value answer email url headers body'.split(
    ' ',
  ),
);
const DEEPEST = 3;
const LONGEST_MESSAGE = 300;

/** Writes to standard output, or to `destination`. */
export function createLog(level: Config['log'], destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    ...(destination ? [destination] : []),
  );
  return {
    info: (event, fields = {}) => logger.info(safe(fields), event),
    warn: (event, fields = {}) => logger.warn(safe(fields), event),
    error: (event, error, fields = {}) => logger.error({ ...safe(fields), error: describe(error) }, event),
  };
}

function safe(fields: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (NEVER.has(field)) kept[field] = '[kept out]';
    else if (typeof value !== 'object' || value === null || Array.isArray(value)) kept[field] = value;
    else kept[field] = depth < DEEPEST ? safe(value as Record<string, unknown>, depth + 1) : '[too deep]';
  }
  return kept;
}

/** What went wrong and where, without the data that it went wrong with. */
function describe(error: unknown, depth = 0): Record<string, unknown> {
  if (!isError(error)) return { kind: typeof error };
  const { code } = error as Error & { code?: unknown };
  return {
    kind: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: messageOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describe(error.cause, depth + 1) } : {}),
  };
}

/** Also one of another realm, such as a worker's or a test runner's. */
const isError = (error: unknown): error is Error => error instanceof Error || types.isNativeError(error);

function messageOf(error: Error): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '); // the issue's own text may quote the input
  }
  if (error.name === 'SyntaxError') return 'does not parse'; // JSON.parse quotes what it was given
  return mask(error.message).slice(0, LONGEST_MESSAGE);
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
}

/** Tokens, e-mail addresses and signatures in addresses. */
function mask(text: string): string {
  return text
    .replace(/\beyJ[\w-]+(\.[\w-]*){1,4}/g, '[token]')
    .replace(/\bBearer\s+\S+/gi, 'Bearer [token]')
    .replace(/[^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}/gi, '[e-mail]')
    .replace(/\b(sig|signature|key|AccountKey|SharedAccessKey|InstrumentationKey)=[^&;\s"']+/gi, '$1=[key]')
    .replace(/\/(files|p|calendar)\/[^\s/?"']+/g, '/$1/[signature]');
}
