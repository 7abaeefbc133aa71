/** The material bank: a list that narrows as one types, and a page for each item. */
import { Button } from '@fluentui/react-button';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { type Material, openMaterial } from '../calls.ts';
import { useMaterials, useSend } from '../data.ts';
import { Heading } from '../heading.tsx';
import {
  ArrowLeftRegular,
  DocumentRegular,
  LightbulbRegular,
  LinkRegular,
  OpenRegular,
  SlideTextRegular,
  VideoRegular,
} from '../icons.ts';
import { onLink } from '../router.ts';
import { useT } from '../speak.ts';
import { Failure, NotThere, Skeleton } from '../states.tsx';
import { text } from '../text.ts';
import { useWhen } from '../when.ts';

type Kind = Material['type'];
const KINDS: readonly Kind[] = ['presentation', 'recording', 'document', 'link', 'goodPractice'];
const ICONS: Readonly<Record<Kind, ComponentType<{ className?: string }>>> = {
  presentation: SlideTextRegular,
  recording: VideoRegular,
  document: DocumentRegular,
  link: LinkRegular,
  goodPractice: LightbulbRegular,
};

/** Fewer are seen at a glance. */
const WORTH_NARROWING = 6;

export const materialPage = (id: string): string => `materials/${encodeURIComponent(id)}`;

export function Materials(): ReactNode {
  const t = useT();
  const materials = useMaterials();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const all = materials.data ?? [];
  const kinds = KINDS.filter((one) => all.some(({ type }) => type === one));
  const shown = all.filter((one) => (kind === 'all' || one.type === kind) && holds(one, words));
  const isNarrowed = words.trim() !== '' || kind !== 'all';
  useFetchRest(materials, isNarrowed);
  return (
    <>
      <Heading>{t(text.materials)}</Heading>
      <p className="lead">{t(text.materialsLead)}</p>
      {materials.isPending && <Skeleton />}
      {materials.isError && <Failure error={materials.error} onRetry={() => void materials.refetch()} />}
      {materials.isSuccess && all.length === 0 && (
        <div className="empty">
          <p className="strong">{t(text.noMaterials)}</p>
          <p>{t(text.noMaterialsWhy)}</p>
        </div>
      )}
      {(all.length >= WORTH_NARROWING || isNarrowed) && (
        <search className="filter">
          <label>
            <span>{t(text.searchMaterials)}</span>
            <input
              type="search"
              value={words}
              placeholder={t(text.searchHint)}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
          {kinds.length > 1 && (
            <label>
              <span>{t(text.typeFilter)}</span>
              <select value={kind} onChange={(event) => setKind(event.target.value as Kind | 'all')}>
                <option value="all">{t(text.allTypes)}</option>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {t(text[one])}
                  </option>
                ))}
              </select>
            </label>
          )}
        </search>
      )}
      <p role="status" className="quiet">
        {isNarrowed ? t(text.found, { n: shown.length }) : ''}
      </p>
      {shown.length > 0 && (
        <ul className="plain list">
          {shown.map((material) => (
            <MaterialLine key={material.id} material={material} isFull />
          ))}
        </ul>
      )}
      {isNarrowed && shown.length === 0 && (
        <Button
          onClick={() => {
            setWords('');
            setKind('all');
          }}
        >
          {t(text.clearSearch)}
        </Button>
      )}
      {materials.hasNextPage && (
        <Button onClick={() => void materials.fetchNextPage()} disabled={materials.isFetchingNextPage}>
          {t(text.more)}
        </Button>
      )}
    </>
  );
}

/** What one looks for may be on a later page. */
function useFetchRest(materials: ReturnType<typeof useMaterials>, isWanted: boolean): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = materials;
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isWanted, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

/** Every word of the query occurs somewhere. */
function holds(material: Material, query: string): boolean {
  const all = `${material.title} ${material.summary} ${material.event ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

export function MaterialLine({ material, isFull = false }: { material: Material; isFull?: boolean }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const Icon = ICONS[material.type];
  return (
    <li className="line material">
      <Icon className="icon kind" />
      <a {...onLink(materialPage(material.id))}>{material.title}</a>
      {isFull && <p className="summary">{material.summary}</p>}
      <p className="quiet facts">
        <span>{t(text[material.type])}</span>
        {material.event && isFull && <span>{material.event}</span>}
        <span>{day(material.addedAt)}</span>
      </p>
    </li>
  );
}

export function MaterialPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const materials = useMaterials();
  const material = materials.data?.find((one) => one.id === id);
  useFetchRest(materials, !material);
  const opened = useSend(openMaterial); // counted for the yearly report; if that fails, the item opens all the same
  const back = (
    <a className="back" {...onLink('materials')}>
      <ArrowLeftRegular className="icon" />
      {t(text.materials)}
    </a>
  );
  if (materials.isError) return <Failure isPage error={materials.error} onRetry={() => void materials.refetch()} />;
  if (!material)
    return (
      <>
        {back}
        {materials.isPending || materials.hasNextPage ? <Skeleton lines={1} /> : <NotThere />}
      </>
    );
  return (
    <article className="narrow">
      {back}
      <Heading>{material.title}</Heading>
      <p className="prose">{material.summary}</p>
      <dl className="facts-table">
        <dt>{t(text.materialKind)}</dt>
        <dd>{t(text[material.type])}</dd>
        {material.event && (
          <>
            <dt>{t(text.materialEvent)}</dt>
            <dd>{material.event}</dd>
          </>
        )}
        <dt>{t(text.materialAdded)}</dt>
        <dd>{day(material.addedAt)}</dd>
      </dl>
      {material.url && (
        <div className="row">
          <Button
            as="a"
            href={material.url}
            target="_blank"
            rel="noopener noreferrer"
            appearance="primary"
            icon={<OpenRegular />}
            onClick={() => opened.mutate({ params: { material: id } })}
          >
            {t(text.openMaterial)}
            <span className="hidden">, {t(text.opensElsewhere)}</span>
          </Button>
        </div>
      )}
    </article>
  );
}
