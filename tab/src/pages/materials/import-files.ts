/** A folder as it is chosen or dropped, and its files on their way to the server. */
import { useEffect, useRef, useState } from 'react';
import { type Api, type ApiProblem, apiProblem } from '../../api.ts';
import { faultOf } from './file-kinds.ts';
import { newGates, sendFile, Unreadable } from './upload.ts';
import { browserSurroundings, senderFor } from './upload-send.ts';

/** A file with its place: `Arkisto/kevät/alku.pptx`. */
export interface Placed {
  readonly file: File;
  readonly path: string;
}

export type Fault = NonNullable<ReturnType<typeof faultOf>>;

/** What was chosen: files that can be sent, those that can't, and a list. */
export interface Chosen {
  readonly name: string;
  readonly files: readonly Placed[];
  readonly refused: readonly { readonly path: string; readonly why: Fault }[];
}

/** What systems leave in folders by themselves; nobody means to import it. */
const isJunk = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX') ||
  /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path);

export const isList = (file: File): boolean => /\.(csv|xlsx)$/i.test(file.name);

/** Sorted by place, as folders are shown. */
export function chosenOf(all: readonly Placed[]): Chosen {
  const wanted = all.filter(({ path }) => !isJunk(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const refused: { path: string; why: Fault }[] = [];
  const files: Placed[] = [];
  for (const one of wanted) {
    const why = faultOf(one.file);
    if (why) refused.push({ path: one.path, why });
    else files.push(one);
  }
  const first = wanted[0]?.path ?? '';
  return { name: first.includes('/') ? (first.split('/')[0] ?? '') : first, files, refused };
}

/** What an input holds: of a folder each file knows its place. */
export const placedIn = (files: FileList | null): Placed[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

// ── Dropped ────────────────────────────────────────────────────────────────────────────────────

/** Folders are read in parts until there is no more of them. */
async function filesUnder(entry: FileSystemEntry, above: string): Promise<Placed[]> {
  const path = `${above}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Placed[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    for (const one of part) found.push(...(await filesUnder(one, `${path}/`)));
  }
}

/** What is dropped anywhere on the page; `onDrop` gets it all, folders opened. Returns whether something is held over it. */
export function useFolderDrop(onDrop: (files: Promise<Placed[]>) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => {
    take.current = onDrop;
  });
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      clearTimeout(leaving);
      setOver(true);
      leaving = setTimeout(setOver, 200, false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      clearTimeout(leaving);
      setOver(false);
      // what is dropped can be asked for only now
      const entries = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      take.current(Promise.all(entries.map((entry) => filesUnder(entry, ''))).then((all) => all.flat()));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      clearTimeout(leaving);
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}

// ── On their way ───────────────────────────────────────────────────────────────────────────────

export interface Sending {
  /** Files that have arrived, of all. */
  readonly done: number;
  readonly n: number;
  /** Bytes. */
  readonly sent: number;
  readonly size: number;
}

export interface Sent {
  readonly files: readonly { readonly upload: string; readonly path: string }[];
  readonly failed: readonly { readonly path: string; readonly problem: ApiProblem | 'unreadable' }[];
}

export const sizeOfAll = (files: readonly Placed[]): number => files.reduce((sum, { file }) => sum + file.size, 0);

/** Sends all, a few at a time; one that fails holds up no other. Rejects when it is stopped. What arrived before is not sent again. */
export async function sendAll(
  api: Api,
  files: readonly Placed[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (now: Sending) => void },
): Promise<Sent> {
  const gates = newGates();
  const sender = senderFor(api);
  const size = sizeOfAll(files);
  const bytes = new Map<Placed, number>();
  let done = 0;
  const tell = (): void =>
    onProgress({ done, n: files.length, sent: [...bytes.values()].reduce((sum, n) => sum + n, 0), size });
  const ends = await Promise.all(
    files.map(async (one) => {
      try {
        const upload = await sendFile(one.file, {
          ...{ sender, gates, signal, around: browserSurroundings },
          onStart: () => undefined,
          onProgress: (sent) => {
            bytes.set(one, sent);
            tell();
          },
        });
        bytes.set(one, one.file.size);
        done++;
        tell();
        return { upload, path: one.path };
      } catch (error) {
        signal.throwIfAborted();
        return { path: one.path, problem: error instanceof Unreadable ? ('unreadable' as const) : apiProblem(error) };
      }
    }),
  );
  return {
    files: ends.flatMap(({ upload, path }) => (upload === undefined ? [] : [{ upload, path }])),
    failed: ends.flatMap(({ problem, path }) => (problem === undefined ? [] : [{ problem, path }])),
  };
}
