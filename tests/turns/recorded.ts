/** Activities as Teams sends them, recorded with invented people, sent to the app as Teams would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamsCloud } from '../fakes/teams-cloud.ts';

export type Recorded = Record<string, unknown>;

/** The recording from `activities/`, from this cloud, with fields changed; an object is merged into the recorded one. */
export function recorded(name: string, cloud: TeamsCloud, changes: Recorded = {}): Recorded {
  const text = readFileSync(join(import.meta.dirname, 'activities', `${name}.json`), 'utf8');
  return merged({ ...(JSON.parse(text) as Recorded), serviceUrl: cloud.serviceUrl }, changes);
}

function merged(into: Recorded, changes: Recorded): Recorded {
  const result: Recorded = { ...into };
  for (const [key, value] of Object.entries(changes)) {
    const before = result[key];
    result[key] = isPlain(before) && isPlain(value) ? merged(before, value) : value;
  }
  return result;
}

const isPlain = (value: unknown): value is Recorded =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A click on a card with this verb and data. */
export const clicking = (verb: string, data: Recorded): Recorded => ({ value: { action: { verb, data } } });

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of an invoke. */
  readonly body: { readonly statusCode: number; readonly type: string; readonly value: unknown };
}

/** Posts to `/api/messages`; `authorization` is a good token unless given. */
export async function deliver(
  url: string,
  cloud: TeamsCloud,
  activity: unknown,
  authorization: string | undefined = cloud.sign(),
): Promise<Answer> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}
