/** What leads away from the page waits until its dialog has closed, so that the page is given back to screen readers first. */
import { useEffect, useEffectEvent, useState } from 'react';

/** The function that it returns says that `follow` is to come when the dialog has closed. */
export function useAfterDialog(isOpen: boolean, follow: () => void): () => void {
  const [isDue, setDue] = useState(false);
  const go = useEffectEvent(follow);
  useEffect(() => {
    if (!isDue || isOpen) return;
    const waits = requestAnimationFrame(() => {
      setDue(false);
      go();
    });
    return () => cancelAnimationFrame(waits);
  }, [isDue, isOpen]);
  return () => setDue(true);
}
