/** What people and organisations are narrowed by, with how many there are of each; the same for the register and for exported files. */
import type { ReactNode } from 'react';
import type { RegisterFrame } from '../../calls.ts';
import { CheckField } from '../../fields.tsx';
import { useT } from '../../speak.ts';
import type { Translate } from '../../text.ts';
import { STAGES } from './register-data.ts';
import { registerText } from './register-text.ts';

/** Everything that can be looked for; an empty word narrows nothing. */
export interface Search {
  readonly text: string;
  readonly area: string;
  readonly region: string;
  readonly size: string;
  readonly kind: string;
  readonly membership: string;
  readonly group: string;
  /** `none`: only those who represent nobody yet. */
  readonly organisation: string;
  readonly isContact: string;
  readonly hasTeams: string;
  readonly state: string;
}
export const NOTHING: Search = {
  text: '',
  area: '',
  region: '',
  size: '',
  kind: '',
  membership: '',
  group: '',
  organisation: '',
  isContact: '',
  hasTeams: '',
  state: '',
};

/** What narrows, for a request; `words` are those that the typing has come to. */
export function filterOf(search: Search, words: string, isOfPeople: boolean): Readonly<Record<string, string>> {
  const { group, organisation, isContact, hasTeams, state, ...ofBoth } = search;
  const all = { ...ofBoth, text: words, ...(isOfPeople ? { group, organisation, isContact, hasTeams, state } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

type Facets = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;

interface FiltersProps {
  readonly frame: RegisterFrame;
  readonly search: Search;
  readonly onSearch: (search: Search) => void;
  readonly isOfPeople: boolean;
  /** How many of what is found have each value. */
  readonly facets?: Facets | undefined;
  /** Further fields, for whoever asks for more. */
  readonly more?: ReactNode;
  /** Whether people who are not in can be looked for too. */
  readonly hasStates?: boolean;
}

export function Filters(props: FiltersProps): ReactNode {
  const { search, onSearch, isOfPeople } = props;
  const t = useT();
  const { text: _, ...narrowed } = filterOf(search, '', isOfPeople);
  const n = Object.keys(narrowed).length;
  return (
    <search className="register-filter">
      <label className="field">
        <span>{t(registerText.search)}</span>
        <input
          type="search"
          value={search.text}
          placeholder={t(isOfPeople ? registerText.searchPeopleHint : registerText.searchOrganisationsHint)}
          onChange={(event) => onSearch({ ...search, text: event.target.value })}
        />
      </label>
      <details className="more-settings">
        <summary>{n === 0 ? t(registerText.narrow) : t(registerText.narrowed, { n })}</summary>
        <Narrowing {...props} />
      </details>
    </search>
  );
}

/** The filters without the words. */
export function Narrowing({
  frame,
  search,
  onSearch,
  isOfPeople,
  facets,
  more,
  hasStates = isOfPeople,
}: FiltersProps): ReactNode {
  const t = useT();
  const set = (field: keyof Search) => (value: string) => onSearch({ ...search, [field]: value });
  const stages = Object.entries(STAGES).map(([id, row]) => ({ id, name: t(row) }));
  const selects = [
    { field: 'area', label: registerText.area, choices: frame.areas },
    { field: 'region', label: registerText.region, choices: frame.desk?.regions ?? frame.regions },
    { field: 'size', label: registerText.size, choices: sizesOf(frame, t) },
    { field: 'kind', label: registerText.kind, choices: frame.kinds },
    { field: 'membership', label: registerText.stage, choices: stages },
    { field: 'group', label: registerText.group, choices: isOfPeople ? frame.groups : [] },
  ] as const;
  return (
    <div className="narrowing">
      {selects.map(
        ({ field, label, choices }) =>
          choices.length > 0 && (
            <Narrow
              key={field}
              label={t(label)}
              value={search[field]}
              counts={facets?.[field]}
              choices={choices}
              onChange={set(field)}
            />
          ),
      )}
      {hasStates && (
        <Narrow
          label={t(registerText.state)}
          value={search.state || 'current'}
          isAlways
          choices={[
            { id: 'current', name: t(registerText.current) },
            { id: 'invited', name: t(registerText.invited) },
            { id: 'left', name: t(registerText.left) },
          ]}
          onChange={(state) => set('state')(state === 'current' ? '' : state)}
        />
      )}
      {isOfPeople && (
        <div className="checks">
          <CheckField
            name="isContact"
            label={t(registerText.onlyContacts)}
            isOn={search.isContact === 'yes'}
            onChange={(isOn) => set('isContact')(isOn ? 'yes' : '')}
          />
          <CheckField
            name="organisation"
            label={t(registerText.onlyUnplaced)}
            isOn={search.organisation === 'none'}
            onChange={(isOn) => set('organisation')(isOn ? 'none' : '')}
          />
          <CheckField
            name="hasTeams"
            label={t(registerText.onlyWithoutTeams)}
            isOn={search.hasTeams === 'no'}
            onChange={(isOn) => set('hasTeams')(isOn ? 'no' : '')}
          />
          {more}
        </div>
      )}
    </div>
  );
}

function Narrow({
  label,
  value,
  choices,
  counts,
  isAlways = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Those that none has are left out. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** One of them is always chosen. */
  readonly isAlways?: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const t = useT();
  const shown = counts ? choices.filter(({ id }) => counts[id] !== undefined || id === value) : choices;
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {!isAlways && <option value="">{t(registerText.all)}</option>}
        {shown.map(({ id, name }) => (
          <option key={id} value={id}>
            {counts ? `${name} (${counts[id] ?? 0})` : name}
          </option>
        ))}
      </select>
    </label>
  );
}

const sizesOf = ({ sizeClasses }: RegisterFrame, t: Translate): { id: string; name: string }[] =>
  sizeClasses.length < 2
    ? []
    : sizeClasses.map(({ id, from, to }) => {
        if (from === undefined) return { id, name: t(registerText.sizeUnder, { to: to ?? 0 }) };
        if (to === undefined) return { id, name: t(registerText.sizeOver, { from }) };
        return { id, name: t(registerText.sizeBetween, { from, to }) };
      });
