/** What is new in the material bank, and its guide, on the home page. */
import type { ReactNode } from 'react';
import { ChevronRightRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { useFirstPage } from './data.ts';
import { lineText } from './line-text.ts';
import { MaterialLine } from './material-line.tsx';
import './materials.css';
import { EVERYTHING, LIST_PAGE, listPage } from './place.ts';

const MOST = 4;

export function NewMaterials(): ReactNode {
  const t = useT();
  const list = useFirstPage(EVERYTHING);
  if (list.isPending) return <Skeleton lines={2} />;
  if (list.isError) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const { materials, pinned, newItems } = list.data;
  if (materials.length === 0) return undefined;
  const guides = pinned.slice(0, 1);
  const shown = [...guides, ...materials.filter(({ id }) => id !== guides[0]?.id)].slice(0, MOST);
  return (
    <section aria-labelledby="new-materials">
      <h2 id="new-materials">{t(lineText.newest)}</h2>
      {newItems > 0 && (
        <p>
          <a {...onLink(listPage({ isNewOnly: true }))}>{t(lineText.newToYou, { n: newItems })}</a>
        </p>
      )}
      <ul className="plain list">
        {shown.map((material) => (
          <li key={material.id} className="line material">
            <MaterialLine material={material} />
          </li>
        ))}
      </ul>
      <a className="more" {...onLink(LIST_PAGE)}>
        {t(lineText.all)}
        <ChevronRightRegular className="icon" />
      </a>
    </section>
  );
}
