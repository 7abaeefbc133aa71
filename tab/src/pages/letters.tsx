/** What has become of the e-mails about something, person by person: nobody is missing from it. */
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type LetterView, listLetters } from '../calls.ts';
import { deskText } from '../desk-text.ts';
import { useSession } from '../session.ts';
import { useT } from '../speak.ts';
import type { Message } from '../text.ts';

/** Letters of one drawing, under the name that they have here. */
export interface LetterKind {
  readonly drawing: string;
  readonly name: Message;
}

const OF_POLLS: readonly LetterKind[] = [
  { drawing: 'polls.open', name: deskText.lettersOpen },
  { drawing: 'polls.reminder', name: deskText.lettersReminder },
  { drawing: 'polls.result', name: deskText.lettersResult },
];
/** Milliseconds between looks: letters leave one after another. */
const CALM = 30_000;

/** `subjects`: what the letters are about. Shows nothing where there are none. */
export function Letters({
  subjects,
  kinds = OF_POLLS,
}: {
  subjects: readonly string[];
  kinds?: readonly LetterKind[];
}): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const found = useQueries({
    queries: [...new Set(subjects)].map((subject) => ({
      queryKey: [person, network.id, 'letters', subject],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.send(listLetters, { params: { subject } }, signal),
      refetchInterval: CALM,
    })),
  });
  const all = found.flatMap(({ data }) => data?.letters ?? []);
  if (all.length === 0) return undefined;
  const sent = all.filter(({ state }) => state === 'sent').length;
  return (
    <details>
      <summary>{t(deskText.letters, { sent, all: all.length })}</summary>
      {kinds.map(({ drawing, name }) => (
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
