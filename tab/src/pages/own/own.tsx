/** What the network keeps on the reader, and their choices: the page that the address names below `own`. */
import { type ReactNode, useCallback, useState } from 'react';
import { getOwn } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { replaceWith } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Notice, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { Accessibility } from './accessibility.tsx';
import { Details } from './details.tsx';
import { LanguageChoice } from './language.tsx';
import { MailChoices } from './mail.tsx';
import { PersonalLink } from './personal-link.tsx';
import { OwnData, Privacy, PrivacyNotice } from './privacy.tsx';
import { Representing } from './representing.tsx';
import { ownText } from './text.ts';

export function Own({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (item === undefined) return <OwnPage />;
  if (item === 'data') return <OwnData />;
  if (item === 'notice') return <PrivacyNotice />;
  if (item === 'accessibility') return <Accessibility />;
  return <NotThere />;
}

function OwnPage(): ReactNode {
  const t = useT();
  const own = useRead('own', getOwn);
  /** What stays or follows, once the reader has erased themselves. */
  const [notes, setNotes] = useState<readonly string[]>();
  const erased = useCallback((left: readonly string[]): void => {
    setNotes(left);
    replaceWith('own'); // the new heading gets the focus
  }, []);
  if (notes)
    return (
      <Notice title={t(ownText.erased)}>
        <p>{t(ownText.erasedWhy)}</p>
        <ul className="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Notice>
    );
  // What is being typed stays when a later look fails.
  if (!own.data)
    return own.isError ? (
      <Failure isPage error={own.error} onRetry={() => void own.refetch()} />
    ) : (
      <>
        <Heading>{t(text.own)}</Heading>
        <Skeleton lines={5} />
      </>
    );
  return (
    <div className="own">
      <Heading>{t(text.own)}</Heading>
      <p className="lead">{t(ownText.lead)}</p>
      <LanguageChoice own={own.data} />
      <Representing own={own.data} />
      <Details own={own.data} />
      <MailChoices own={own.data} />
      <PersonalLink own={own.data} />
      <Privacy onErased={erased} />
    </div>
  );
}
