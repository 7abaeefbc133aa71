/** Choosing a person of the network by name, organisation or address; the server looks, since they are thousands. */
import { type ReactNode, useState } from 'react';
import { listMembers } from './calls.ts';
import { useRead } from './data.ts';
import type { FieldProps } from './fields.tsx';
import { useSettled } from './organisation-picker.tsx';
import { fold, type Pick, Picker } from './picker.tsx';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

export function MemberPicker({
  hasTeams = false,
  state,
  ...picker
}: FieldProps & {
  readonly value: Pick | undefined;
  readonly onChange: (value: Pick | undefined) => void;
  /** Only those who are in the team. */
  readonly hasTeams?: boolean;
  /** By default those who are in the network. */
  readonly state?: 'current' | 'invited' | 'left';
}): ReactNode {
  /** Undefined until the list is opened for the first time. */
  const [typed, setTyped] = useState<string>();
  const asked = useSettled(typed?.trim(), PAUSE);
  const found = useRead('people-search', listMembers, {
    params: {
      ...(asked ? { text: asked.slice(0, 100) } : {}),
      ...(hasTeams ? { hasTeams: 'yes' } : {}),
      ...(state === undefined ? {} : { state }),
    },
    isWanted: typed !== undefined,
  });
  const isSearching = asked !== typed?.trim() || found.isFetching;
  const choices = (found.data?.members ?? []).map(
    ({ id, name, organisation: of, email }): Pick => ({ id, name, note: of?.name ?? email }),
  );
  // Until the server has answered, whoever presses Enter must not get one of those found for other words.
  const words = fold(typed ?? '').split(/\s+/);
  const fits = ({ name, note = '' }: Pick): boolean => words.every((word) => fold(`${name} ${note}`).includes(word));
  return (
    <Picker
      {...picker}
      choices={isSearching ? choices.filter(fits) : choices}
      isSearching={isSearching}
      onType={(words) => setTyped(words)}
    />
  );
}
