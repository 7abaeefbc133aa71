/** “You said, we did”: wishes from earlier feedback that are done, to be ticked for the invitation that answers them. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { ManyField } from '../../fields.tsx';
import { useT } from '../../speak.ts';
import { listWishes } from '../surveys/calls.ts';
import { eventDeskText as words } from './desk-text.ts';

/** As on the server, which shortens what is told: so many wishes, and letters of each. */
const MOST = 5;
const LONGEST = 300;

interface WishesProps {
  /** Ids, parted with commas. */
  readonly wishes: string;
  readonly onChange: (wishes: string) => void;
}

/** Nothing while there is nothing to tell: most events answer no wish. */
export function Wishes({ wishes, onChange }: WishesProps): ReactNode {
  const t = useT();
  const offered = useRead('wishes', listWishes, { params: { status: 'done' } }).data?.wishes ?? [];
  const chosen = wishes.split(',').filter(Boolean);
  if (offered.length === 0) return undefined;
  const kept = chosen.filter((id) => !offered.some((one) => one.id === id));
  return (
    <ManyField
      name="wishes"
      label={t(words.wishes)}
      hint={t(words.wishesHint, { most: MOST })}
      values={chosen}
      choices={offered.map(({ id, words: said, reply = t(words.wishNoReply), isTold }) => ({
        ...{ value: id, label: said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said },
        hint: isTold ? t(words.wishTold, { reply }) : reply,
      }))}
      onChange={(ids) => onChange([...kept, ...ids].join(','))}
    />
  );
}
