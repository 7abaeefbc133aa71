/** A kind of document: its name, home, schema and the migrations from older shapes. */
import type { z } from 'zod';
import type { Container } from './scope.ts';

export interface Kind<T> {
  /** Prefix of the document's id in its container: `poll|…`. */
  readonly name: string;
  readonly container: Container;
  readonly schema: z.ZodType<T>;
  /** Version of the shape that `schema` describes, from 1. */
  readonly version: number;
  /** `migrations[n]` turns shape n into n + 1. */
  readonly migrations: Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;
  /** True when an index is derived from it: then `changedSince` works and a removal leaves a tombstone. */
  readonly indexed: boolean;
}

export function kind<T>(declared: {
  name: string;
  container: Container;
  schema: z.ZodType<T>;
  version?: number;
  migrations?: Kind<T>['migrations'];
  indexed?: boolean;
}): Kind<T> {
  const { version = 1, migrations = {}, indexed = false } = declared;
  for (let from = 1; from < version; from++) {
    if (!migrations[from])
      throw new Error(`Kind ${declared.name}: no migration from version ${from}; add migrations[${from}].`);
  }
  return { ...declared, version, migrations, indexed };
}

/** A stored body back into today's shape. Throws when the body is from a newer version or does not fit. */
export function decode<T>(of: Kind<T>, storedVersion: number, body: unknown): T {
  if (storedVersion > of.version) {
    throw new Error(
      `A ${of.name} of version ${storedVersion} was written by a newer release; this one reads ${of.version}.`,
    );
  }
  let shape = body as Record<string, unknown>;
  for (let from = storedVersion; from < of.version; from++) shape = of.migrations[from]?.(shape) ?? shape;
  return of.schema.parse(shape);
}
