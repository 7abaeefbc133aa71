/** The newest bulletins on the home page; nothing where there are none. */
import type { ReactNode } from 'react';
import { useReadPages } from '../../data.ts';
import { ChevronRightRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { listBulletins } from './calls.ts';
import { Line } from './pages.tsx';
import { LIST_PAGE } from './place.ts';
import { bulletinText as words } from './text.ts';

const MOST = 2;

export function LatestBulletins(): ReactNode {
  const t = useT();
  const list = useReadPages('bulletins', listBulletins, { params: {} });
  const all = list.data?.pages[0]?.bulletins ?? [];
  if (all.length === 0) return undefined;
  return (
    <section aria-labelledby="latest-bulletins">
      <h2 id="latest-bulletins">{t(words.title)}</h2>
      <ul className="plain list">
        {all.slice(0, MOST).map((one) => (
          <Line key={one.id} of={one} />
        ))}
      </ul>
      <a className="more" {...onLink(LIST_PAGE)}>
        {t(words.all)}
        <ChevronRightRegular className="icon" />
      </a>
    </section>
  );
}
