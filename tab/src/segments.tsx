/** A few ways to see the same thing, one of them chosen. */
import type { ReactNode } from 'react';

export function Segments<T extends string>({
  name,
  legend,
  value,
  choices,
  onChange,
}: {
  name: string;
  /** Spoken; what is seen explains itself. */
  legend: string;
  value: T;
  choices: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
}): ReactNode {
  return (
    <fieldset className="segments">
      <legend className="hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
