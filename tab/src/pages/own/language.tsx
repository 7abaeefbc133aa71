/** The language that the network speaks to the reader; the tab changes at once. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OwnView } from '../../calls.ts';
import { type Choice, SelectField } from '../../fields.tsx';
import { useSpeak, useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import type { Locale } from '../../text.ts';
import { ownText } from './text.ts';
import { useOwnChange } from './use-own-change.ts';

const NAMES: readonly Choice<Locale>[] = [
  { value: 'fi', label: 'Suomi' },
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' },
];

export function LanguageChoice({ own }: { own: OwnView }): ReactNode {
  const t = useT();
  const speak = useSpeak();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Locale | ''>(own.locale ?? (own.hasTeams ? '' : t.locale));
  const change = useOwnChange(({ locale }) => {
    void client.invalidateQueries({ queryKey: ['me'] });
    speak(locale);
  });
  const choose = (locale: Locale | ''): void => {
    setChosen(locale);
    change.mutate({ body: { locale } });
  };
  const asInTeams = { value: '' as const, label: t(ownText.languageOfTeams) };
  return (
    <section aria-labelledby="own-language">
      <h2 id="own-language">{t(ownText.language)}</h2>
      <SelectField
        name="locale"
        label={t(ownText.languageLabel)}
        hint={t(ownText.languageHint)}
        value={chosen}
        choices={own.hasTeams ? [asInTeams, ...NAMES] : NAMES}
        onChange={choose}
      />
      <Refused error={change.error} />
    </section>
  );
}
