/** On the home page: challenges that someone passed on to the reader, and for coordinators boxes with stories to look at. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { useT } from '../../speak.ts';
import { listBoxes } from './calls.ts';
import { BoxLine, ChallengeLine } from './lines.tsx';
import { boxText as words } from './text.ts';

const CALM = 60_000;

export function BoxesDue(): ReactNode {
  const t = useT();
  const { boxes = [], challenges = [] } = useRead('boxes', listBoxes, { params: {}, every: CALM }).data ?? {};
  const mine = challenges.filter(({ isForYou }) => isForYou);
  const toCheck = boxes.filter(({ waiting = 0 }) => waiting > 0);
  if (mine.length + toCheck.length === 0) return undefined;
  return (
    <section aria-labelledby="boxes-due">
      <h2 id="boxes-due">{t(words.title)}</h2>
      <ul className="plain list">
        {mine.map((one) => (
          <ChallengeLine key={one.id} challenge={one} />
        ))}
        {toCheck.map((one) => (
          <BoxLine key={one.id} box={one} />
        ))}
      </ul>
    </section>
  );
}
