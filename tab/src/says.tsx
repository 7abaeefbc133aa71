/** Short words on what has just been done: seen for a while, and spoken by screen readers. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { CheckmarkCircleFilled } from './icons.ts';

/** Long enough to read twice, in milliseconds; the page itself shows the same for good. */
const SHOWN = 7000;

const Say = createContext<(words: string) => void>(() => undefined);
export const useSay = (): ((words: string) => void) => useContext(Say);

export function Says({ children }: { children: ReactNode }): ReactNode {
  const [said, setSaid] = useState({ words: '', at: 0 });
  useEffect(() => {
    if (!said.words) return;
    const timer = setTimeout(setSaid, SHOWN, { words: '', at: 0 });
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Say value={(words) => setSaid({ words, at: Date.now() })}>
      {children}
      <div role="status" className="says">
        {said.words && (
          <p key={said.at}>
            <CheckmarkCircleFilled className="icon" />
            {said.words}
          </p>
        )}
      </div>
    </Say>
  );
}
