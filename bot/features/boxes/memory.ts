/** What one process remembers of boxes and challenges between requests: headers, and what was left in each a moment ago. */
import { headersOf } from '../../core/headers.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import type { Store } from '../../core/ports.ts';
import { keptIn, noteWritten, type Recent, recently, unread } from '../../core/recent.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { boxes, HEADER_AGE, stories } from './box.ts';
import { challenges, deeds } from './challenge.ts';
import { text } from './text.ts';

const boxHeaders = headersOf(boxes, { age: HEADER_AGE, unknown: text.unknownBox });
/** The box as it is stored now. Refuses an id that is not a box of this network. */
export const boxNow = boxHeaders.now;
/** As `boxNow`, undefined when there is none: for jobs and drawings. */
export const findBox = boxHeaders.find;
/** `change` may run several times. Refuses an id that is not a box of this network. */
export const changeBox = boxHeaders.change;
export const forgetBox = boxHeaders.forget;
/** All boxes of the network as they are now. */
export const allBoxes = boxHeaders.all;

const challengeHeaders = headersOf(challenges, { age: HEADER_AGE, unknown: text.unknownChallenge });
/** The challenge as it is stored now. Refuses an id that is not a challenge of this network. */
export const challengeNow = challengeHeaders.now;
/** As `challengeNow`, undefined when there is none: for jobs and drawings. */
export const findChallenge = challengeHeaders.find;
/** `change` may run several times. Refuses an id that is not a challenge of this network. */
export const changeChallenge = challengeHeaders.change;
export const forgetChallenge = challengeHeaders.forget;
/** All challenges of the network as they are now. */
export const allChallenges = challengeHeaders.all;

// ── What was left in them ──────────────────────────────────────────────────────────────────────

/** Boxes, and challenges, of which what was left is in memory at the same time. */
const MOST_LISTS = 200;

interface Left<T> {
  /** All of one box or challenge, about a second old: for what is shown. */
  recent(work: Work, of: ActivityId): Promise<ReadonlyMap<string, T>>;
  /** All of it as it is stored now: for what is decided. */
  now(work: Work, of: ActivityId): Promise<T[]>;
  /** Call it when one was written; undefined: removed. */
  note(work: Work, of: ActivityId, id: ActivityId, value: T | undefined): void;
  /** What was read of it is read anew. */
  forget(work: Work, of: ActivityId): void;
}

function leftIn<T>(kind: Kind<T>): Left<T> {
  const memories = new WeakMap<Store, Map<string, Recent<T>>>();
  const allOf = ({ services }: Work): Map<string, Recent<T>> => {
    const known = memories.get(services.store) ?? new Map<string, Recent<T>>();
    memories.set(services.store, known);
    return known;
  };
  const keyOf = ({ network }: Work, of: ActivityId): string => `${network.id} ${of}`;
  const listOf = (work: Work, of: ActivityId): Recent<T> =>
    keptIn(allOf(work), keyOf(work, of), MOST_LISTS, () => unread<T>());
  const read = (work: Work, of: ActivityId) => listAll(work.services.store, activityScope(work.scope, of), kind);
  return {
    recent: (work, of) =>
      recently(listOf(work, of), work.services.clock, async () =>
        (await read(work, of)).map(({ id, value }) => [id, value] as const),
      ),
    now: async (work, of) => (await read(work, of)).map(({ value }) => value),
    note: (work, of, id, value) => noteWritten(listOf(work, of), id, value),
    forget: (work, of) => void allOf(work).delete(keyOf(work, of)),
  };
}

export const storiesIn = leftIn(stories);
export const deedsIn = leftIn(deeds);
