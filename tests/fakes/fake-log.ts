/** A log that keeps its events for the test to read. */
import type { Log } from '../../bot/core/ports.ts';

export interface FakeLog extends Log {
  readonly events: { level: 'info' | 'warn' | 'error'; event: string; fields: Record<string, unknown> }[];
  /** Names of the events, in order. */
  names(): string[];
}

export function fakeLog(): FakeLog {
  const events: FakeLog['events'] = [];
  return {
    events,
    names: () => events.map(({ event }) => event),
    info: (event, fields = {}) => void events.push({ level: 'info', event, fields }),
    warn: (event, fields = {}) => void events.push({ level: 'warn', event, fields }),
    error: (event, error, fields = {}) => void events.push({ level: 'error', event, fields: { ...fields, error } }),
  };
}
