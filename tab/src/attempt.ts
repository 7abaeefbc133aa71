/** Ids of requests that must count once: the same content sent again after a failure keeps its id, anything else gets a new one. */
import { useRef } from 'react';

export function useAttempt(): { idFor: (content: unknown) => string; done: () => void } {
  const last = useRef<{ content: string; id: string }>(undefined);
  return {
    idFor: (content) => {
      const now = JSON.stringify(content);
      if (last.current?.content !== now) last.current = { content: now, id: crypto.randomUUID() };
      return last.current.id;
    },
    done: () => {
      last.current = undefined;
    },
  };
}
