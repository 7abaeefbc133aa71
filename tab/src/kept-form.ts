/** A long form whose draft is previewed as one types: what was typed stays over a reload, and the server says what would come of it. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Call } from './call.ts';
import { MISTAKEN } from './form.tsx';
import { useSettled } from './organisation-picker.tsx';
import { useSession } from './session.ts';

/** The preview follows the typing by this much, in milliseconds. */
const PAUSE = 350;

/** What the server makes of a draft; the former answer stays until the next has come. */
export function usePreview<P, B, R>(call: Call<P, B, R>, draft: B): UseQueryResult<R> {
  const { api, network, person } = useSession();
  const settled = useSettled(JSON.stringify(draft), PAUSE);
  return useQuery({
    queryKey: [person, network.id, 'preview', call.path, settled],
    queryFn: ({ signal }) => api.send(call, { body: JSON.parse(settled) as B }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** What was typed stays over a reload or a wrong turn, in this window alone. `mend`: of what was kept, which an older version may have written. */
export function useKeptForm<T>(
  key: string,
  empty: () => T,
  mend: (kept: T) => T,
): [form: T, setForm: (form: T) => void, forget: () => void] {
  const [form, setForm] = useState<T>(() => keptForm(key, mend) ?? empty());
  return [
    form,
    (changed) => {
      setForm(changed);
      try {
        sessionStorage.setItem(key, JSON.stringify(changed));
      } catch {
        // some frames forbid it: then a reload begins anew
      }
    },
    () => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // nothing was kept
      }
    },
  ];
}

function keptForm<T>(key: string, mend: (kept: T) => T): T | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null;
    return kept ? mend(kept) : undefined;
  } catch {
    return undefined;
  }
}

/** Puts the focus on the first input that was refused. */
export function focusOnMistake(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>(MISTAKEN)?.focus();
}
