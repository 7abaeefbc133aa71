/** Inputs in the house look: label, hint and what is wrong, tied together for screen readers. Inside a `Form` they find their problem by name. */
import { type ReactNode, useId } from 'react';
import { useProblemOf } from './form.tsx';
import { formText } from './form-text.ts';
import { useT } from './speak.ts';

export interface FieldProps {
  /** Of the field in what is sent; a refusal names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Instead of what the form was told of this field. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  /** Says that it may stay empty, where most others may not. */
  readonly isOptional?: boolean;
}

/** What ties an input to its label, its hint and its problem. */
export interface Tied {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** Label, input, hint and problem of one field. `control` draws the input; other inputs than those below are made with it. */
export function Labelled({
  name,
  label,
  hint,
  problem: given,
  isRequired = false,
  isOptional = false,
  control,
}: FieldProps & { readonly control: (tied: Tied) => ReactNode }): ReactNode {
  const t = useT();
  const id = useId();
  const told = useProblemOf(name);
  const problem = given ?? told;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
        {isOptional && <span className="quiet"> ({t(formText.optional)})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {control({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
        'aria-required': isRequired || undefined,
      })}
      <p id={`${id}-problem`} className="mistake">
        {problem}
      </p>
    </div>
  );
}

interface OfText extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete,
  inputMode,
  ...field
}: OfText & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'decimal';
}): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <input
          {...tied}
          className="input"
          type={type}
          value={value}
          autoComplete={autoComplete ?? 'off'}
          inputMode={inputMode}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  );
}

export function LongTextField({ value, onChange, rows = 3, ...field }: OfText & { readonly rows?: number }): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <textarea
          {...tied}
          className="input"
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  );
}

/** A day as yyyy-MM-dd, or empty. */
export function DateField({
  value,
  onChange,
  least,
  most,
  ...field
}: OfText & { readonly least?: string; readonly most?: string }): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <input
          {...tied}
          className="input short"
          type="date"
          value={value}
          min={least}
          max={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  );
}

/** A time of day as HH:mm, or empty. */
export function TimeField({ value, onChange, ...field }: OfText): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <input
          {...tied}
          className="input short"
          type="time"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  );
}

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

export function SelectField<T extends string>({
  value,
  choices,
  onChange,
  ...field
}: FieldProps & {
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}): ReactNode {
  return (
    <Labelled
      {...field}
      control={(tied) => (
        <select
          {...tied}
          className="input"
          value={value}
          onChange={(event) => {
            const chosen = choices.find((one) => one.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

export function CheckField({
  name,
  label,
  hint,
  isOn,
  isFixed = false,
  onChange,
}: Pick<FieldProps, 'name' | 'label' | 'hint'> & {
  readonly isOn: boolean;
  /** Can't be changed now; the hint says why. */
  readonly isFixed?: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  const id = useId();
  const problem = useProblemOf(name);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="check">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isFixed}
          aria-describedby={described || undefined}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      <p id={`${id}-problem`} className="mistake">
        {problem}
      </p>
    </div>
  );
}

/** Any number of a few choices, as checkboxes. */
export function ManyField<T extends string>({
  name,
  label,
  hint,
  isLabelHidden = false,
  values,
  choices,
  onChange,
}: Pick<FieldProps, 'name' | 'label' | 'hint'> & {
  /** A heading right above says the same. */
  readonly isLabelHidden?: boolean;
  readonly values: readonly T[];
  readonly choices: readonly (Choice<T> & { readonly hint?: string })[];
  /** In the order of `choices`. */
  readonly onChange: (values: T[]) => void;
}): ReactNode {
  const id = useId();
  const problem = useProblemOf(name);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset className="many" aria-describedby={described || undefined}>
      <legend className={isLabelHidden ? 'hidden' : undefined}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {choices.map((one) => (
        <CheckField
          key={one.value}
          name={`${name}.${one.value}`}
          label={one.label}
          hint={one.hint}
          isOn={values.includes(one.value)}
          onChange={(isOn) =>
            onChange(
              choices.flatMap(({ value }) => ((value === one.value ? isOn : values.includes(value)) ? [value] : [])),
            )
          }
        />
      ))}
      <p id={`${id}-problem`} className="mistake">
        {problem}
      </p>
    </fieldset>
  );
}

/** One of a few, all seen at once, each with what it means. */
export function OneField<T extends string>({
  name,
  label,
  hint,
  value,
  choices,
  onChange,
}: Pick<FieldProps, 'name' | 'label' | 'hint'> & {
  readonly value: T;
  readonly choices: readonly (Choice<T> & { readonly hint?: string })[];
  readonly onChange: (value: T) => void;
}): ReactNode {
  const id = useId();
  const problem = useProblemOf(name);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset className="many" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="quiet small">
          {hint}
        </p>
      )}
      {choices.map((one) => (
        <div key={one.value} className="check">
          <label>
            <input
              type="radio"
              name={id}
              checked={one.value === value}
              aria-describedby={one.hint ? `${id}-${one.value}` : undefined}
              onChange={() => onChange(one.value)}
            />
            <span>{one.label}</span>
          </label>
          {one.hint && (
            <p id={`${id}-${one.value}`} className="quiet small">
              {one.hint}
            </p>
          )}
        </div>
      ))}
      <p id={`${id}-problem`} className="mistake">
        {problem}
      </p>
    </fieldset>
  );
}
