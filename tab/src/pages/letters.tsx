/** What has become of a poll's e-mails, person by person: nobody is missing from it. */
import type { ReactNode } from 'react';
import { type LetterView, listLetters } from '../calls.ts';
import { useRead } from '../data.ts';
import { deskText } from '../desk-text.ts';
import { useT } from '../speak.ts';
import type { Message } from '../text.ts';

const KINDS: readonly { readonly drawing: string; readonly name: Message }[] = [
  { drawing: 'polls.open', name: deskText.lettersOpen },
  { drawing: 'polls.reminder', name: deskText.lettersReminder },
  { drawing: 'polls.result', name: deskText.lettersResult },
];
/** Milliseconds between looks: letters leave one after another. */
const CALM = 30_000;

/** `subjects`: of the poll's letters. Shows nothing where there are none. */
export function Letters({ subjects: [open = '', result = ''] }: { subjects: readonly string[] }): ReactNode {
  const t = useT();
  const asked = useRead('letters', listLetters, { params: { subject: open }, every: CALM });
  const told = useRead('letters', listLetters, { params: { subject: result }, every: CALM });
  const all = [...(asked.data?.letters ?? []), ...(told.data?.letters ?? [])];
  if (all.length === 0) return undefined;
  const sent = all.filter(({ state }) => state === 'sent').length;
  return (
    <details>
      <summary>{t(deskText.letters, { sent, all: all.length })}</summary>
      {KINDS.map(({ drawing, name }) => (
        <OfKind key={drawing} name={t(name)} letters={all.filter((one) => one.drawing === drawing)} />
      ))}
    </details>
  );
}

function OfKind({ name, letters }: { name: string; letters: readonly LetterView[] }): ReactNode {
  if (letters.length === 0) return undefined;
  return (
    <>
      <h3>{name}</h3>
      <ul className="plain">
        {letters.map(({ id, name: reader, says }) => (
          <li key={id}>
            {reader}: <span className="quiet">{says}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
