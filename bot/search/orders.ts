/** What the main thread asks of the index's thread, and what it is told. */
import type { SearchQuery } from '../core/ports.ts';
import type { Answer } from './find.ts';
import type { Batch } from './index-file.ts';

/** Which file: its name in the folder, and the version that it must be of. */
export interface Which {
  readonly name: string;
  readonly version: string;
}

export type Order =
  /** Up to where the file follows each kind; the file is made where there is none of this version. */
  | { readonly type: 'stamps'; readonly of: Which; readonly kinds: readonly string[] }
  | { readonly type: 'apply'; readonly of: Which; readonly batch: Batch }
  /** What was removed is to stand in no file any more; `isLarge`: much was written, which is put into one piece. */
  | { readonly type: 'settle'; readonly of: Which; readonly isLarge: boolean }
  | { readonly type: 'find'; readonly of: Which; readonly query: SearchQuery }
  | {
      readonly type: 'suggest';
      readonly of: Which;
      readonly asked: Pick<SearchQuery, 'kind' | 'words' | 'audiences'>;
    }
  | { readonly type: 'forget'; readonly name: string }
  | { readonly type: 'close' };

export interface Answers {
  readonly stamps: readonly number[];
  /** False: the file is not where the batch goes on from, because it was built anew meanwhile. */
  readonly apply: boolean;
  readonly settle: undefined;
  readonly find: Answer;
  readonly suggest: readonly string[];
  readonly forget: undefined;
  readonly close: undefined;
}

export interface Message {
  readonly n: number;
  readonly order: Order;
}

export type Reply =
  | { readonly n: number; readonly answer: Answers[Order['type']] }
  /** `isBroken`: the file had a fault and was thrown away; asked again after following, it answers. */
  | { readonly n: number; readonly error: string; readonly isBroken: boolean };
