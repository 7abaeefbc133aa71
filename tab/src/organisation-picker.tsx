/** Choosing an organisation of the network, or a municipality of its country that may not be in it yet, by any of its names. */
import { type ReactNode, useEffect, useState } from 'react';
import { searchMunicipalities } from './calls.ts';
import { useRead } from './data.ts';
import type { FieldProps } from './fields.tsx';
import { fold, type Pick, Picker } from './picker.tsx';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

export function OrganisationPicker({
  known,
  ...picker
}: FieldProps & {
  /** Organisations of the network, by name. */
  readonly known: readonly Pick[];
  readonly value: Pick | undefined;
  readonly onChange: (value: Pick | undefined) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim(), PAUSE);
  const found = useRead('municipalities', searchMunicipalities, {
    params: { text: asked.slice(0, 100) },
    isWanted: asked !== '',
  });
  const municipalities = (asked === '' ? [] : (found.data?.municipalities ?? [])).map(
    ({ organisation, name, names, region }): Pick => ({
      id: organisation,
      name,
      alsoKnownAs: Object.values(names).flatMap((one) => one ?? []),
      note: region,
    }),
  );
  const searched = new Set(municipalities.map(({ id }) => id));
  const sought = fold(typed);
  const own = known.filter(({ id, name }) => !searched.has(id) && fold(name).includes(sought));
  return (
    <Picker
      {...picker}
      choices={[...municipalities, ...own]}
      isSearching={asked !== typed.trim() || found.isFetching}
      onType={setTyped}
    />
  );
}

/** The value once it has stayed the same for a while. */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(setSettled, pause, value);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
