/** Diets and access needs of those who come to the room, as counts: a sheet for the kitchen, printed alone. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect } from 'react';
import { type EventView, getCatering } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { eventDeskText as words } from './desk-text.ts';

export function Catering({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const { day, when } = useWhen();
  const found = useRead('participants', getCatering, { params: { event: event.id } });
  useEffect(() => {
    const end = (): void => {
      delete document.documentElement.dataset.print;
    };
    addEventListener('afterprint', end);
    return () => removeEventListener('afterprint', end);
  }, []);
  const print = (): void => {
    document.documentElement.dataset.print = 'catering';
    window.print();
  };
  return (
    <details className="catering">
      <summary>{t(words.catering)}</summary>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <div className="sheet">
            <p className="only-print strong">
              {event.title}, {when(event.startsAt)}
              {event.place ? `, ${event.place}` : ''}
            </p>
            <p className="quiet">{t(words.cateringWhy, { when: day(found.data.until) })}</p>
            <dl className="event-figures">
              <div>
                <dt>{t(words.cateringRoom)}</dt>
                <dd>{found.data.room}</dd>
              </div>
            </dl>
            <Counts title={t(words.diets)} rows={found.data.diet} inWords={found.data.dietWords} />
            <Counts title={t(words.accessNeeds)} rows={found.data.access} inWords={found.data.accessWords} />
          </div>
          <div className="row">
            <Button onClick={print}>{t(words.print)}</Button>
          </div>
        </>
      )}
    </details>
  );
}

function Counts({
  title,
  rows,
  inWords,
}: {
  title: string;
  rows: readonly { readonly id: string; readonly label: string; readonly n: number }[];
  inWords: readonly string[];
}): ReactNode {
  const t = useT();
  const some = rows.filter(({ n }) => n > 0);
  return (
    <>
      <h4>{title}</h4>
      {some.length === 0 && inWords.length === 0 && <p className="quiet">{t(words.noNeeds)}</p>}
      {some.length > 0 && (
        <ul className="plain counts">
          {some.map(({ id, label, n }) => (
            <li key={id}>
              <span>{label}</span> <span className="bold">{n}</span>
            </li>
          ))}
        </ul>
      )}
      {inWords.length > 0 && (
        <>
          <p className="quiet small">{t(words.inWords)}</p>
          <ul className="notes">
            {inWords.map((said, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have said the same
              <li key={`${index} ${said}`}>{said}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
