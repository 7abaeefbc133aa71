/** The job as it is stored: its identity, its place among the shards, and when a failed one is tried again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instant, MINUTE, SECOND } from '../core/clock.ts';
import { ID_PATTERN, type NetworkId, networkId } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import type { Job } from '../core/ports.ts';

export const storedJob = z.object({
  kind: z.string(),
  network: networkId,
  key: z.string(),
  due: instant,
  /** How many times a handler was begun and not put off. */
  attempts: z.number().int().nonnegative(),
  /** The process that has begun it last; absent when none is on it. */
  owner: z.string().optional(),
  /** After a failure: not again before this. */
  notBefore: instant.optional(),
});
export type StoredJob = z.infer<typeof storedJob>;

/** Id: `due|network|kind|key`, so that due ones are a range. */
export const jobDocuments = kind<StoredJob>({ name: 'job', container: 'jobs', schema: storedJob });

/** Given up; kept until someone looks. `code` names the error, never its words, which may be a person's. */
export const failedJob = storedJob.extend({ code: z.string(), failedAt: instant });
export type FailedJob = z.infer<typeof failedJob>;
export const failedJobs = kind<FailedJob>({ name: 'failedJob', container: 'jobs', schema: failedJob });

/** After this many attempts a job is given up: with the waits below, about an hour and a half. */
export const MOST_ATTEMPTS = 12;
const FIRST_WAIT = 2 * SECOND;
const LONGEST_WAIT = 30 * MINUTE;
/** Longest readable id; the store adds its own prefix within 240 characters. */
const LONGEST_ID = 200;

/** The job's identity in its shard. A key that can't stand in an id is hashed. */
export function jobId({ due, network, kind: of, key }: Job): string {
  const id = `${due}|${network}|${of}|${key}`;
  if (id.length <= LONGEST_ID && ID_PATTERN.test(id)) return id;
  return `${due}|${createHash('sha256').update(`${network}|${of}|${key}`).digest('hex')}`;
}

/** FNV-1a of the network's id; the same on every instance and for ever. */
export function shardOf(network: NetworkId, shards: number): number {
  return hash(network) % shards;
}

export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** Milliseconds to wait after the nth failure (from 1): doubling from `first` up to `longest`, of which the later half is chance. */
export function backoff(failures: number, chance: number, first = FIRST_WAIT, longest = LONGEST_WAIT): number {
  const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
  return Math.round(full * (0.5 + chance / 2));
}
