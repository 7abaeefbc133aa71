/** The list of files of each form, beyond the life of its page: whoever looks elsewhere in the tab finds them sent on their return. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Api } from '../../api.ts';
import { useSession } from '../../session.ts';
import { cancelUpload } from './desk-calls.ts';
import { newGates } from './upload.ts';
import { type FileList, type FileRow, type Files, fileList, isUnderWay } from './upload-list.ts';
import { browserSurroundings, senderFor } from './upload-send.ts';

const gates = newGates();
const lists = new Map<string, { readonly list: FileList; readonly base: string }>();

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
/** Closing the tab or leaving it for another stops what is sent. */
function guard(): void {
  if ([...lists.values()].some(({ list }) => isUnderWay(list.now()))) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

/** `has`: files of the item as it is now; another item is another list. */
export function useFileList(key: string, has: readonly FileRow[]): { readonly list: FileList; readonly files: Files } {
  const { api } = useSession();
  const base = JSON.stringify(has.map(({ id }) => id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `base` says all of `has` that matters
  const list = useMemo(() => listFor(key, api, base, has), [key, api, base]);
  return { list, files: useSyncExternalStore(list.onChange, list.now) };
}

function listFor(key: string, api: Api, base: string, has: readonly FileRow[]): FileList {
  const known = lists.get(key);
  if (known?.base === base) return known.list;
  known?.list.clear(true); // others have changed the item's files meanwhile
  const list = fileList({
    ...{ sender: senderFor(api), around: browserSurroundings, gates, has },
    forget: (upload) => void api.send(cancelUpload, { params: { upload } }).catch(() => undefined), // it goes by itself after a week
    kept: keptAt(`${key}.files`, base),
    newKey: () => crypto.randomUUID(),
  });
  list.onChange(guard);
  lists.set(key, { list, base });
  return list;
}

/** In this window alone; where a frame may keep nothing, a reload begins anew. */
const keptAt = (key: string, base: string) => ({
  get(): readonly FileRow[] | undefined {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { base: string; rows: FileRow[] } | null;
      return kept?.base === base ? kept.rows : undefined;
    } catch {
      return undefined;
    }
  },
  set(rows: readonly FileRow[]): void {
    try {
      sessionStorage.setItem(key, JSON.stringify({ base, rows }));
    } catch {
      // nothing is kept
    }
  },
});
