/** The options of a poll as one types them: a row each, many at once by pasting, Enter for the next. */
import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { Input } from '@fluentui/react-input';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { deskText } from '../desk-text.ts';
import { type ChosenPicture, PictureField } from '../picture-field.tsx';
import { useT } from '../speak.ts';

export interface TypedOption {
  /** Of the row, not of the option. */
  readonly key: string;
  /** Of an option that is there already. */
  readonly id?: string;
  readonly label: string;
  readonly picture?: ChosenPicture | undefined;
}

/** The server's own limit. */
const MOST_OPTIONS = 20;
const FEWEST_OPTIONS = 2;

export const emptyOption = (): TypedOption => ({ key: crypto.randomUUID(), label: '' });

interface OptionFieldsProps {
  readonly options: readonly TypedOption[];
  readonly onChange: (options: readonly TypedOption[]) => void;
  readonly type: 'topics' | 'dates';
  readonly problem?: string | undefined;
  /** Ids that can't be removed. */
  readonly locked?: readonly string[];
  /** Each is asked for a picture too. */
  readonly hasPictures?: boolean;
}

export function OptionFields({
  options,
  onChange,
  type,
  problem,
  locked = [],
  hasPictures = false,
}: OptionFieldsProps): ReactNode {
  const t = useT();
  const name = useId();
  const rows = useRef<HTMLDivElement>(null);
  /** The row that gets the focus once it is there. */
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    rows.current?.querySelectorAll('.option-row')[wanted.current]?.querySelector('input')?.focus();
    wanted.current = undefined;
  });

  const write = (index: number, label: string): void =>
    onChange(options.map((one, at) => (at === index ? { ...one, label } : one)));
  const addAfter = (index: number, labels: readonly string[] = ['']): void => {
    const room = MOST_OPTIONS - options.length;
    const added = labels.slice(0, room).map((label) => ({ ...emptyOption(), label }));
    if (added.length === 0) return;
    wanted.current = index + added.length;
    onChange([...options.slice(0, index + 1), ...added, ...options.slice(index + 1)]);
  };
  const remove = (index: number): void => {
    wanted.current = Math.max(0, index - 1);
    onChange(options.filter((_, at) => at !== index));
  };
  const paste = (index: number, pasted: string): boolean => {
    const [first = '', ...rest] = pasted.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.trim()] : []));
    if (rest.length === 0) return false;
    const room = MOST_OPTIONS - options.length;
    const added = rest.slice(0, room).map((label) => ({ ...emptyOption(), label }));
    const own = { key: options[index]?.key ?? crypto.randomUUID(), label: `${options[index]?.label ?? ''}${first}` };
    wanted.current = index + added.length;
    onChange([
      ...options.slice(0, index),
      { ...options[index], ...own },
      ...added,
      ...options.slice(index + 1).filter(({ label }) => label),
    ]);
    return true;
  };

  return (
    <fieldset className="option-fields" aria-describedby={`${name}-hint ${name}-problem`}>
      <legend>{t(deskText.options)}</legend>
      <div ref={rows} className="stack tight">
        {options.map((option, index) => {
          const isLocked = option.id !== undefined && locked.includes(option.id);
          const label = t(deskText.optionNumber, { n: index + 1 });
          return (
            <div key={option.key} className="option-row">
              {type === 'dates' && option.id === undefined ? (
                <DateInputs label={label} value={option.label} onChange={(value) => write(index, value)} />
              ) : (
                <Input
                  value={option.label}
                  aria-label={label}
                  aria-invalid={problem ? true : undefined}
                  readOnly={type === 'dates'}
                  onChange={(_, { value }) => write(index, value)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                    event.preventDefault();
                    addAfter(index);
                  }}
                  onPaste={(event) => {
                    if (paste(index, event.clipboardData.getData('text'))) event.preventDefault();
                  }}
                />
              )}
              {isLocked ? (
                <span className="quiet small">{t(deskText.optionLocked)}</span>
              ) : (
                options.length > FEWEST_OPTIONS && (
                  <Button
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={t(deskText.removeOption, { n: index + 1 })}
                    onClick={() => remove(index)}
                  />
                )
              )}
              {hasPictures && (
                <PictureField
                  name={`pictures.${index}`}
                  label={t(deskText.pictureOf, { n: index + 1 })}
                  hint=""
                  alt={option.label}
                  value={option.picture}
                  onChange={(picture) => onChange(options.map((one, at) => (at === index ? { ...one, picture } : one)))}
                />
              )}
            </div>
          );
        })}
      </div>
      {options.length < MOST_OPTIONS && (
        <Button appearance="subtle" icon={<AddRegular />} onClick={() => addAfter(options.length - 1)}>
          {t(deskText.addAnother)}
        </Button>
      )}
      <p id={`${name}-hint`} className="quiet small">
        {type === 'topics' ? t(deskText.pasteHint) : ''}
      </p>
      <p id={`${name}-problem`} role="alert" className="mistake">
        {problem}
      </p>
    </fieldset>
  );
}

/** A day and a span of time, kept as the server reads them: `2026-12-03 09:00 – 10:00`. */
function DateInputs({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const t = useT();
  const [, day = '', from = '', to = ''] = /^(\S*) ?(\S*)(?: – (\S*))?$/.exec(value) ?? [];
  const write = (d: string, f: string, e: string): void => onChange(`${d} ${f}${e ? ` – ${e}` : ''}`.trim());
  return (
    <fieldset className="date-inputs">
      <legend className="hidden">{label}</legend>
      <Field label={t(deskText.day)}>
        <Input type="date" value={day} onChange={(_, data) => write(data.value, from || '09:00', to)} />
      </Field>
      <Field label={t(deskText.from)}>
        <Input type="time" value={from} onChange={(_, data) => write(day, data.value, to)} />
      </Field>
      <Field label={t(deskText.to)}>
        <Input type="time" value={to} onChange={(_, data) => write(day, from, data.value)} />
      </Field>
    </fieldset>
  );
}
