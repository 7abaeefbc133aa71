/** Turns a verified activity into a turn of the app and runs the feature that it is for. */
import type { Feature } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import type { Channel, Services } from '../core/ports.ts';
import type { Envelope } from './guard.ts';
import type { TeamRoster } from './roster.ts';

export interface DispatchParts {
  readonly channel: Channel;
  readonly roster: TeamRoster;
  readonly gate: Gate;
  readonly services: Services;
  readonly features: readonly Feature[];
  /** A turn is answered within this, in milliseconds; default 10 s. The work goes on. */
  readonly answerWithin?: number;
}

/** The body of an invoke's answer; undefined when the activity is not one, or not one that the app knows. */
export type Dispatch = (activity: Envelope) => Promise<object | undefined>;

export function createDispatch(_parts: DispatchParts): Dispatch {
  return async () => undefined;
}
