/** The card as it will be posted, drawn by the renderer of Adaptive Cards, as wide as on a computer or on a phone. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { deskText } from '../desk-text.ts';
import { Segments } from '../segments.tsx';
import { useT } from '../speak.ts';
import { text } from '../text.ts';

export function CardPreview({
  card,
  isStale,
  why,
  empty,
}: {
  card: unknown;
  isStale: boolean;
  /** What the reader sees, and what to do while there is nothing to see. */
  why: string;
  empty: string;
}): ReactNode {
  const t = useT();
  const [width, setWidth] = useState<'computer' | 'phone'>('computer');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (card === undefined) return;
    let isWanted = true;
    void import('../draw-card.ts').then(({ drawCard }) => {
      if (isWanted) place.current?.replaceChildren(drawCard(card, t.tag));
    });
    return () => {
      isWanted = false;
    };
  }, [card, t]);
  return (
    <section aria-labelledby="preview" className="preview">
      <div className="title">
        <h2 id="preview">{t(deskText.preview)}</h2>
        <Segments
          name="width"
          legend={t(deskText.previewAs)}
          value={width}
          onChange={setWidth}
          choices={[
            { value: 'computer', label: t(deskText.onComputer) },
            { value: 'phone', label: t(deskText.onPhone) },
          ]}
        />
      </div>
      <p className="quiet">{card === undefined ? empty : why}</p>
      <div className={`frame ${width}`} aria-busy={isStale}>
        {card !== undefined && (
          <>
            <p className="sender" aria-hidden="true">
              <img src="/tab/icon.svg" alt="" width="28" height="28" />
              {t(text.app)}
            </p>
            {/* Its buttons vote in the channel, not here. */}
            <div ref={place} className="adaptive-card" inert />
          </>
        )}
      </div>
    </section>
  );
}
