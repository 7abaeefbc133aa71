/** A collection: items that a coordinator has put together, in their order. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { getCollection } from './calls.ts';
import { MaterialLine } from './material-line.tsx';
import { LIST_PAGE } from './place.ts';
import { materialText as words } from './text.ts';

export function CollectionPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const collection = useRead('collections', getCollection, { params: { collection: id } });
  const { data } = collection;
  return (
    <>
      <BackLink page={LIST_PAGE}>{t(text.materials)}</BackLink>
      {collection.isPending && <Skeleton />}
      {collection.isError && !data && (
        <Failure isPage error={collection.error} onRetry={() => void collection.refetch()} />
      )}
      {data && (
        <>
          <p className="eyebrow">{t(words.collection)}</p>
          <Heading>{data.name}</Heading>
          {data.about && <p className="prose lead">{data.about}</p>}
          {data.materials.length === 0 ? (
            <p className="quiet after">{t(words.emptyCollection)}</p>
          ) : (
            <ul className="plain list after" aria-label={data.name}>
              {data.materials.map((material) => (
                <li key={material.id} className="line material">
                  <MaterialLine material={material} isFull />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}
