/**
 * The files of one form: those that the item has, and those on their way. They are sent on while their page is not shown, and what
 * has arrived stays over a reload.
 */
import { type ApiProblem, apiProblem } from '../../api.ts';
import { faultOf, MOST_FILES } from './file-kinds.ts';
import { type Gates, type Sender, type Surroundings, sendFile, Unreadable } from './upload.ts';

/** A file that is or will be sent. */
interface Next {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last changed on the device, milliseconds since 1970. */
  readonly changedAt: number;
  /** Under which the server knows it; absent: nothing was sent yet. */
  readonly upload?: string;
  /** The server has all of it. */
  readonly isWhole: boolean;
}

/** One line: a file of the item, a new one, or a file of the item with a new version. */
export interface FileRow {
  readonly key: string;
  /** Of a file that the item has. */
  readonly id?: string;
  readonly has?: { readonly name: string; readonly size: number };
  readonly next?: Next;
}

/** waiting: for its turn. interrupted: a reload came between, and the file must be chosen again. */
export type Phase = 'kept' | 'waiting' | 'sending' | 'failed' | 'interrupted' | 'whole';

export interface ShownRow extends FileRow {
  readonly phase: Phase;
  /** Bytes that have arrived or are on their way. */
  readonly sent: number;
  /** Why it failed. */
  readonly problem?: ApiProblem | 'unreadable';
}

export type Fault = NonNullable<ReturnType<typeof faultOf>> | 'twice' | 'many' | 'folder';
/** What was last said of the list, for those who don't see it. */
export interface News {
  readonly what: 'begun' | 'whole' | 'failed' | 'cancelled' | 'removed' | 'moved';
  readonly name: string;
  /** How many begun, or at which place it is now. */
  readonly n: number;
}

export interface Files {
  readonly rows: readonly ShownRow[];
  /** Chosen files that can't be sent. */
  readonly refused: readonly { readonly name: string; readonly why: Fault }[];
  readonly news: News | undefined;
  /** Some came together: each may have been meant to be an item of its own. */
  readonly cameTogether: boolean;
}

export interface FileList {
  now(): Files;
  onChange(listener: () => void): () => void;
  /** Returns those that were taken. A file of which a part was sent before goes on from there. */
  add(files: readonly File[], folders?: readonly string[]): readonly File[];
  /** A new version of a file of the item, or the same file again of a line that was interrupted. */
  put(key: string, file: File): void;
  retry(key: string): void;
  /** Stops sending and forgets what was sent; a file of the item stays as it is. */
  cancel(key: string): void;
  remove(key: string): void;
  move(key: string, by: -1 | 1): void;
  /** Forgets all: they stand in the item now, or nobody wants them. `isSaved`: the server keeps what was sent. */
  clear(isSaved: boolean): void;
}

interface Parts {
  readonly sender: Sender;
  readonly around: Surroundings;
  readonly gates: Gates;
  /** Takes back what was sent; nothing depends on it. */
  readonly forget: (upload: string) => void;
  /** Rows as a reload finds them. */
  readonly kept: { get(): readonly FileRow[] | undefined; set(rows: readonly FileRow[]): void };
  readonly newKey: () => string;
  /** Files that the item has. */
  readonly has: readonly FileRow[];
}

interface Live {
  readonly phase: 'waiting' | 'sending' | 'failed';
  readonly sent: number;
  readonly problem?: ApiProblem | 'unreadable';
}

export function fileList({ sender, around, gates, forget, kept, newKey, has }: Parts): FileList {
  let rows: readonly FileRow[] = kept.get() ?? has;
  const live = new Map<string, Live>();
  /** What is sent, and how to stop it. */
  const files = new Map<string, { readonly file: File; readonly stop: AbortController }>();
  let rest: Omit<Files, 'rows'> = { refused: [], news: undefined, cameTogether: false };
  const listeners = new Set<() => void>();

  const shown = (row: FileRow): ShownRow => {
    const { next } = row;
    if (!next) return { ...row, phase: 'kept', sent: 0 };
    if (next.isWhole) return { ...row, phase: 'whole', sent: next.size };
    return { ...row, ...(live.get(row.key) ?? { phase: 'interrupted', sent: 0 }) };
  };
  let now: Files = { ...rest, rows: rows.map(shown) };
  const tell = (changes: Partial<Omit<Files, 'rows'>> = {}): void => {
    rest = { ...rest, ...changes };
    now = { ...rest, rows: rows.map(shown) };
    for (const listener of listeners) listener();
  };
  const write = (changed: readonly FileRow[]): void => {
    rows = changed;
    kept.set(rows);
  };
  const change = (key: string, changes: Partial<Next>): void =>
    write(rows.map((row) => (row.key === key && row.next ? { ...row, next: { ...row.next, ...changes } } : row)));
  const news = (what: News['what'], name: string, n = 1): Partial<Files> => ({ news: { what, name, n } });

  const send = async (key: string, file: File): Promise<void> => {
    const stop = new AbortController();
    files.set(key, { file, stop });
    live.set(key, { phase: 'waiting', sent: 0 });
    try {
      await sendFile(file, {
        ...{ sender, around, gates, signal: stop.signal },
        onStart: (upload) => {
          change(key, { upload });
          live.set(key, { phase: 'sending', sent: live.get(key)?.sent ?? 0 });
          tell();
        },
        onProgress: (sent) => {
          if (stop.signal.aborted) return;
          live.set(key, { phase: 'sending', sent });
          tell();
        },
      });
      if (stop.signal.aborted) return;
      live.delete(key);
      files.delete(key);
      change(key, { isWhole: true });
      tell(news('whole', file.name));
    } catch (error) {
      if (stop.signal.aborted) return; // whoever stopped it has said so
      const problem = error instanceof Unreadable ? 'unreadable' : apiProblem(error);
      live.set(key, { phase: 'failed', sent: live.get(key)?.sent ?? 0, problem });
      tell(news('failed', file.name));
    }
  };
  const halt = (key: string): void => {
    files.get(key)?.stop.abort();
    files.delete(key);
    live.delete(key);
  };
  const begin = (key: string, file: File): void => {
    halt(key);
    void send(key, file); // it ends in a state of its row
  };
  const nextOf = ({ name, size, lastModified }: File): Next => ({
    name,
    size,
    changedAt: lastModified,
    isWhole: false,
  });
  const drop = (key: string, what: 'cancelled' | 'removed'): void => {
    const at = rows.findIndex((row) => row.key === key);
    const row = rows[at];
    if (!row) return;
    halt(key);
    if (row.next?.upload) forget(row.next.upload);
    const { next: _, ...bare } = row;
    const stays = what === 'cancelled' && row.has;
    write(stays ? rows.with(at, bare) : rows.filter((one) => one !== row));
    tell(news(what, row.next?.name ?? row.has?.name ?? ''));
  };

  return {
    now: () => now,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(chosen, folders = []) {
      const refused: { name: string; why: Fault }[] = folders.map((name) => ({ name, why: 'folder' }));
      const taken: { readonly key: string; readonly file: File }[] = [];
      for (const file of chosen) {
        const same = rows.find(({ next }) => next && isSame(next, file));
        const why =
          faultOf(file) ??
          (same && shown(same).phase !== 'interrupted' && shown(same).phase !== 'failed' ? 'twice' : undefined);
        if (why) refused.push({ name: file.name, why });
        else if (same) taken.push({ key: same.key, file });
        else if (rows.length >= MOST_FILES) refused.push({ name: file.name, why: 'many' });
        else {
          const key = newKey();
          write([...rows, { key, next: nextOf(file) }]);
          taken.push({ key, file });
        }
      }
      for (const { key, file } of taken) begin(key, file);
      const [first] = taken;
      tell({
        refused,
        cameTogether: taken.length > 1 || (rest.cameTogether && taken.length === 0),
        ...(first ? news('begun', first.file.name, taken.length) : {}),
      });
      return taken.map(({ file }) => file);
    },
    put(key, file) {
      const row = rows.find((one) => one.key === key);
      const why = faultOf(file);
      if (!row || why) {
        if (why) tell({ refused: [{ name: file.name, why }] });
        return;
      }
      const isAgain = row.next !== undefined && isSame(row.next, file);
      if (!isAgain) {
        if (row.next?.upload) forget(row.next.upload);
        write(rows.map((one) => (one === row ? { ...row, next: nextOf(file) } : one)));
      }
      begin(key, file);
      tell({ refused: [], ...news('begun', file.name) });
    },
    retry(key) {
      const sending = files.get(key);
      if (!sending) return;
      begin(key, sending.file);
      tell(news('begun', sending.file.name));
    },
    cancel: (key) => drop(key, 'cancelled'),
    remove: (key) => drop(key, 'removed'),
    move(key, by) {
      const at = rows.findIndex((row) => row.key === key);
      const row = rows[at];
      const other = rows[at + by];
      if (!row || !other) return;
      write(rows.with(at, other).with(at + by, row));
      tell(news('moved', row.next?.name ?? row.has?.name ?? '', at + by + 1));
    },
    clear(isSaved) {
      for (const { key, next } of rows) {
        halt(key);
        if (next?.upload && !isSaved) forget(next.upload);
      }
      write(has);
      tell({ refused: [], news: undefined, cameTogether: false });
    },
  };
}

const isSame = (next: Next, { name, size, lastModified }: File): boolean =>
  next.name === name && next.size === size && next.changedAt === lastModified;

export const isUnderWay = ({ rows }: Files): boolean =>
  rows.some(({ phase }) => phase === 'waiting' || phase === 'sending');

/** What the server is sent; lines that are not whole are left out of it, so send it once none is. */
export const filesOf = ({ rows }: Files): { id?: string; upload?: string }[] =>
  rows.flatMap(({ id, next }) => {
    const upload = next?.isWhole ? next.upload : undefined;
    if (id === undefined && upload === undefined) return [];
    return [{ ...(id === undefined ? {} : { id }), ...(upload === undefined ? {} : { upload }) }];
  });
