/** Choosing one person of the register by typing; the server searches. */
import { type ReactNode, useState } from 'react';
import { listMembers } from '../../calls.ts';
import { useRead } from '../../data.ts';
import type { FieldProps } from '../../fields.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { type Pick, Picker } from '../../picker.tsx';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

export function PersonPicker({
  except,
  ...picker
}: FieldProps & {
  /** Who can't be chosen. */
  readonly except: string;
  readonly value: Pick | undefined;
  readonly onChange: (value: Pick | undefined) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim(), PAUSE);
  const found = useRead('people', listMembers, { params: words ? { text: words } : {} });
  return (
    <Picker
      {...picker}
      choices={(found.data?.members ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, name, organisation, email }) => ({ id, name, note: organisation?.name ?? email }))}
      isSearching={words !== typed.trim() || found.isFetching}
      onType={setTyped}
    />
  );
}
