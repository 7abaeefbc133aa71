/** Words in one language, and beside them a fold with the same in the other ones. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { LongTextField, TextField } from '../../fields.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import type { Locale, Message } from '../../text.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { anyWords, languagesOf, type Words } from './survey-draft.ts';

const NAMES: Readonly<Record<Locale, Message>> = {
  fi: words.languageFi,
  sv: words.languageSv,
  en: words.languageEn,
};

/** The first is the one that is written in; into the others it is translated. */
export function useLanguages(): readonly [Locale, ...Locale[]] {
  const t = useT();
  const { language } = useSession().network;
  return useMemo(() => languagesOf(language, t.locale), [language, t.locale]);
}

/** Which language the fields below write. */
const Writing = createContext<Locale | undefined>(undefined);

interface WordsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly isOptional?: boolean;
  readonly value: Words;
  readonly onChange: (value: Words) => void;
  /** More than one: several lines may be written. */
  readonly rows?: number;
}

/** Inside `Translations` it writes another language, and shows what is to be translated. */
export function WordsField({ value, onChange, rows = 1, hint, isRequired, ...field }: WordsFieldProps): ReactNode {
  const [main] = useLanguages();
  const other = useContext(Writing);
  const locale = other ?? main;
  const said = anyWords(value, main);
  const props = {
    ...field,
    ...(other ? { hint: said } : hint === undefined ? {} : { hint }),
    ...(isRequired && !other ? { isRequired } : {}),
    value: value[locale],
    onChange: (typed: string) => onChange({ ...value, [locale]: typed }),
  };
  if (other && !said) return undefined;
  return rows > 1 ? <LongTextField {...props} rows={rows} /> : <TextField {...props} />;
}

/** The fields of `children` once for each other language; drawn when it is unfolded. */
export function Translations({ children }: { children: ReactNode }): ReactNode {
  const t = useT();
  const [, ...others] = useLanguages();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="translations" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t(words.translations)}</summary>
      {isOpen && (
        <div className="fields">
          <p className="quiet small">{t(words.translationsWhy)}</p>
          {others.map((locale) => (
            <fieldset key={locale} className="fields">
              <legend>{t(NAMES[locale])}</legend>
              <Writing value={locale}>{children}</Writing>
            </fieldset>
          ))}
        </div>
      )}
    </details>
  );
}
