/** Several words in one field: those chosen stand above a box in which one types another. */
import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useProblemOf } from '../../form.tsx';
import { useT } from '../../speak.ts';
import { formText as words } from './form-text.ts';

interface ChipsProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly chips: readonly { readonly id: string; readonly word: string }[];
  readonly onRemove: (id: string) => void;
  /** What stands in the box; it counts when the form is sent. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onAdd: (typed: string) => void;
  readonly suggested?: readonly string[];
}

export function ChipsField({
  name,
  label,
  hint,
  chips,
  onRemove,
  typed,
  onType,
  onAdd,
  suggested = [],
}: ChipsProps): ReactNode {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const problem = useProblemOf(name);
  const [news, setNews] = useState('');
  const add = (): void => {
    input.current?.focus();
    if (typed.trim() === '') return;
    setNews(t(words.chipAdded, { word: typed.trim() }));
    onAdd(typed);
  };
  return (
    <div className="labelled chips-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="quiet small">
        {hint}
      </p>
      {chips.length > 0 && (
        <ul className="plain chips" aria-label={t(words.chosen, { name: label })}>
          {chips.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-label={t(words.removeChip, { word: one.word })}
                onClick={() => {
                  input.current?.focus();
                  setNews(t(words.chipRemoved, { word: one.word }));
                  onRemove(one.id);
                }}
              >
                {one.word}
                <DismissRegular className="icon" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="beside">
        <input
          id={id}
          ref={input}
          className="input"
          type="text"
          autoComplete="off"
          list={suggested.length > 0 ? `${id}-suggested` : undefined}
          aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
          aria-invalid={problem ? true : undefined}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault(); // the form is not sent by it
            add();
          }}
        />
        <Button aria-label={t(words.addChipTo, { name: label })} disabledFocusable={typed.trim() === ''} onClick={add}>
          {t(words.addChip)}
        </Button>
      </div>
      {suggested.length > 0 && (
        <datalist id={`${id}-suggested`}>
          {suggested.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      <p id={`${id}-problem`} className="mistake">
        {problem}
      </p>
      <p role="status" className="hidden">
        {news}
      </p>
    </div>
  );
}
