/** Ways into the bank for who looks for nothing in particular: examples from municipalities, themes, collections, events. */
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { type Facet, listCollections } from './calls.ts';
import { collectionPage, listPage } from './place.ts';
import { materialText as words } from './text.ts';

/** Links of one kind before the rest is folded; names of events are long. */
const SEEN = 8;
const SEEN_EVENTS = 3;

interface Way {
  readonly page: string;
  readonly label: string;
  readonly n: number;
}

export function Browse({ facets }: { facets: readonly Facet[] }): ReactNode {
  const t = useT();
  const collections = useRead('collections', listCollections).data?.collections ?? [];
  const valuesOf = (name: Facet['name']): Facet['values'] => facets.find((one) => one.name === name)?.values ?? [];
  const practices = valuesOf('type').find(({ value }) => value === 'goodPractice');
  const waysBy = (name: 'theme' | 'event'): readonly Way[] =>
    valuesOf(name).map(({ value, label, n }) => ({ page: listPage({ filters: { [name]: value } }), label, n }));
  const kinds = [
    { name: words.byTheme, ways: waysBy('theme'), seen: SEEN },
    {
      name: words.byCollection,
      ways: collections
        .filter(({ n }) => n > 0)
        .map(({ id, name, n }) => ({ page: collectionPage(id), label: name, n })),
      seen: SEEN,
    },
    { name: words.byEvent, ways: waysBy('event'), seen: SEEN_EVENTS },
  ].filter(({ ways }) => ways.length > 0);
  if (kinds.length === 0 && !practices) return undefined;
  return (
    <nav className="browse" aria-label={t(words.browse)}>
      {practices && (
        <p>
          <a className="examples" {...onLink(listPage({ filters: { type: 'goodPractice' } }))}>
            <LightbulbRegular className="icon" />
            {t(words.examples)} <Count n={practices.n} />
          </a>
        </p>
      )}
      {kinds.map(({ name, ways, seen }) => (
        <div key={name.fi} className="browse-kind">
          <h2>{t(name)}</h2>
          <Ways ways={ways.slice(0, seen)} />
          {ways.length > seen && (
            <details>
              <summary>{t(words.moreWays, { n: ways.length - seen })}</summary>
              <Ways ways={ways.slice(seen)} />
            </details>
          )}
        </div>
      ))}
    </nav>
  );
}

const Ways = ({ ways }: { ways: readonly Way[] }): ReactNode => (
  <ul className="plain ways">
    {ways.map(({ page, label, n }) => (
      <li key={page}>
        <a {...onLink(page)}>
          {label} <Count n={n} />
        </a>
      </li>
    ))}
  </ul>
);

function Count({ n }: { n: number }): ReactNode {
  const t = useT();
  return (
    <>
      <span className="quiet" aria-hidden="true">
        {n}
      </span>
      <span className="hidden">{t(words.count, { n })}</span>
    </>
  );
}
