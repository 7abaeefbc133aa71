/** Choosing one of many by typing: an editable combobox with a list (WAI-ARIA Authoring Practices, “Editable Combobox With List Autocomplete”). */
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type FieldProps, Labelled, type Tied } from './fields.tsx';
import { formText } from './form-text.ts';
import { useT } from './speak.ts';

export interface Pick {
  readonly id: string;
  readonly name: string;
  /** Other names under which it is found, as in the other language. */
  readonly alsoKnownAs?: readonly string[];
  /** Beside the name, when names alone don't tell them apart. */
  readonly note?: string | undefined;
}

/** More are not drawn; typing shortens the list. */
const MOST_SHOWN = 100;

interface PickerProps extends FieldProps {
  readonly value: Pick | undefined;
  readonly onChange: (value: Pick | undefined) => void;
  /** With `onType` these are what was found, best first; without it they are all, and are narrowed here. */
  readonly choices: readonly Pick[];
  readonly onType?: (typed: string) => void;
  readonly isSearching?: boolean;
  readonly placeholder?: string;
}

export function Picker({
  value,
  onChange,
  choices,
  onType,
  isSearching = false,
  placeholder,
  ...field
}: PickerProps): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <Combobox
          tied={tied}
          label={field.label}
          value={value}
          onChange={onChange}
          choices={choices}
          onType={onType}
          isSearching={isSearching}
          placeholder={placeholder}
        />
      )}
    />
  );
}

interface ComboboxProps {
  readonly tied: Tied;
  readonly label: string;
  readonly value: Pick | undefined;
  readonly onChange: (value: Pick | undefined) => void;
  readonly choices: readonly Pick[];
  readonly onType: ((typed: string) => void) | undefined;
  readonly isSearching: boolean;
  readonly placeholder: string | undefined;
}

function Combobox({
  tied,
  label,
  value,
  onChange,
  choices,
  onType,
  isSearching,
  placeholder,
}: ComboboxProps): ReactNode {
  const t = useT();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What is being typed; undefined: the chosen one's name shows. */
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = onType ? choices : narrow(choices, typed ?? '');
  const shown = found.slice(0, MOST_SHOWN);
  const current = isOpen ? shown[active] : undefined;
  useEffect(() => {
    if (current) document.getElementById(`${list}-${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [current, list]);

  const open = (): void => {
    if (isOpen) return;
    setOpen(true);
    setActive(-1);
    onType?.(typed ?? '');
  };
  const close = (): void => {
    setOpen(false);
    setActive(-1);
    setTyped(undefined);
  };
  const choose = (one: Pick): void => {
    onChange(one);
    close();
  };
  const type = (words: string): void => {
    setTyped(words);
    setOpen(true);
    setActive(-1);
    onType?.(words);
    if (words === '') onChange(undefined);
  };
  /** Whoever typed a whole name and went on has chosen it. */
  const leave = (): void => {
    const named = typed && choices.find((one) => namesOf(one).some((name) => fold(name) === fold(typed)));
    if (named) choose(named);
    else close();
  };
  const step = (by: number): void => {
    if (!isOpen) {
      open();
      return;
    }
    if (shown.length === 0) return;
    setActive((now) => (now === -1 && by < 0 ? shown.length - 1 : (now + by + shown.length) % shown.length));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && isOpen && (current ?? (shown.length === 1 && typed)))
      choose(current ?? only(shown));
    else if (event.key === 'Escape' && (isOpen || typed !== undefined)) close();
    else return;
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list, not the dialog around it
  };

  return (
    <div className="picker">
      <input
        {...tied}
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={current && `${list}-${current.id}`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed ?? value?.name ?? ''}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onClick={open}
        onBlur={leave}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t(formText.showChoices)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          input.current?.focus();
          if (isOpen) close();
          else open();
        }}
      >
        <ChevronDownRegular className="icon" />
      </button>
      <div className="choices-below" hidden={!isOpen}>
        <div id={list} role="listbox" aria-label={label}>
          {isOpen &&
            shown.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
              <div
                key={one.id}
                id={`${list}-${one.id}`}
                role="option"
                aria-selected={one.id === value?.id}
                className={index === active ? 'active' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(one)}
              >
                {one.name}
                {one.note && <span className="quiet small"> {one.note}</span>}
              </div>
            ))}
        </div>
        {shown.length === 0 && <p className="quiet small">{t(isSearching ? formText.searching : formText.notFound)}</p>}
        {found.length > MOST_SHOWN && <p className="quiet small">{t(formText.moreChoices)}</p>}
      </div>
      <p role="status" className="hidden">
        {isOpen && !isSearching ? t(formText.choices, { n: found.length }) : ''}
      </p>
    </div>
  );
}

const only = ([first]: readonly Pick[]): Pick => {
  if (!first) throw new Error('nothing to choose');
  return first;
};

const namesOf = ({ name, alsoKnownAs = [] }: Pick): readonly string[] => [name, ...alsoKnownAs];

/** Without case and diacritics. */
export const fold = (words: string): string => words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();

/** Names that begin with what is typed, then those with a word that does, then those that contain it. */
function narrow(all: readonly Pick[], typed: string): readonly Pick[] {
  const sought = fold(typed);
  if (!sought) return all;
  const rank = (one: Pick): number =>
    Math.min(
      ...namesOf(one).map((name) => {
        const at = fold(name).indexOf(sought);
        return at < 0 ? 3 : at === 0 ? 0 : /[\s-]/.test(fold(name)[at - 1] ?? '') ? 1 : 2;
      }),
    );
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
