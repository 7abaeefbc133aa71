/** What a list is narrowed by, and its order: offered only where there is something to choose from. */
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import type { Facet, FacetName } from './calls.ts';
import { type Asked, FACETS, SORTS, type Sort, usualSort, withFilter } from './place.ts';
import { materialText as words } from './text.ts';

export const FACET_NAMES: Readonly<Record<FacetName, Message>> = {
  type: words.facetType,
  theme: words.facetTheme,
  event: words.facetEvent,
  organisation: words.facetOrganisation,
  tag: words.facetTag,
  targetGroup: words.facetTargetGroup,
  language: words.facetLanguage,
  state: words.facetState,
};
const SORT_NAMES: Readonly<Record<Sort, Message>> = {
  best: words.sortBest,
  newest: words.sortNewest,
  title: words.sortTitle,
};
/** Shown on wide screens without asking. */
const USUAL = 3;

interface FacetsProps {
  readonly asked: Asked;
  readonly facets: readonly Facet[];
  readonly onAsk: (asked: Asked) => void;
}

export function Facets({ asked, facets, onAsk }: FacetsProps): ReactNode {
  const t = useT();
  const panel = useId();
  const [isOpen, setOpen] = useState(false);
  const offered = FACETS.flatMap((name) => {
    const found = facets.find((one) => one.name === name);
    return found && (found.values.length > 1 || asked.filters[name] !== undefined) ? [found] : [];
  });
  const chosen = FACETS.flatMap((name) => {
    const value = asked.filters[name];
    if (value === undefined) return [];
    const label = facets.find((one) => one.name === name)?.values.find((one) => one.value === value)?.label;
    return [{ name, label: label ?? value.replace(/^[^|]*\|/, '') }];
  });
  const sorts = SORTS.filter((sort) => sort !== 'best' || asked.words.trim() !== '');
  return (
    <div className="narrowing">
      <button
        type="button"
        className={`narrow-button ${offered.length <= USUAL ? 'phone-only' : ''}`}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        <FilterRegular className="icon" />
        <span className="on-phone">{t(words.narrow)}</span>
        <span className="on-wide">{t(isOpen ? words.fewerFilters : words.moreFilters)}</span>
        {chosen.length > 0 && <span className="badge on-phone">{chosen.length}</span>}
      </button>
      <div id={panel} className={`facets ${isOpen ? 'open' : ''}`}>
        {offered.map(({ name, values }, at) => (
          <label key={name} className={at >= USUAL && asked.filters[name] === undefined ? 'seldom' : undefined}>
            <span>{t(FACET_NAMES[name])}</span>
            <select
              value={asked.filters[name] ?? ''}
              onChange={(event) => onAsk(withFilter(asked, name, event.target.value))}
            >
              <option value="">{t(words.anything)}</option>
              {withChosen(values, asked.filters[name]).map(({ value, label, n }) => (
                <option key={value} value={value}>
                  {n === undefined ? label : t(words.facetValue, { label, n })}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span>{t(words.sort)}</span>
          <select value={asked.sort} onChange={(event) => onAsk({ ...asked, sort: sortOf(event.target.value, asked) })}>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(SORT_NAMES[sort])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen.length > 0 && (
        <ul className="plain chips chosen-filters" aria-label={t(words.chosenFilters)}>
          {chosen.map(({ name, label }) => (
            <li key={name}>
              <button
                type="button"
                aria-label={t(words.removeFilter, { name: t(FACET_NAMES[name]), label })}
                onClick={() => onAsk(withFilter(asked, name, ''))}
              >
                {label}
                <DismissRegular className="icon" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const sortOf = (value: string, { words: typed }: Asked): Sort => SORTS.find((one) => one === value) ?? usualSort(typed);

/** What was chosen stays to be seen, though nothing that was found has it. */
const withChosen = (
  values: Facet['values'],
  chosen: string | undefined,
): readonly { readonly value: string; readonly label: string; readonly n?: number }[] =>
  chosen === undefined || values.some(({ value }) => value === chosen)
    ? values
    : [...values, { value: chosen, label: chosen.replace(/^[^|]*\|/, '') }];
