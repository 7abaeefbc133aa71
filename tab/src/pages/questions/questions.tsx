/** Questions of the network: those that wait for an answer, those that were answered, and one’s own. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { HelpPlaces } from '../../help-places.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { listQuestions } from './calls.ts';
import { QuestionLine } from './line.tsx';
import { questionText as words } from './text.ts';

type Show = 'open' | 'answered' | 'own';
const SHOWS: readonly Show[] = ['open', 'answered', 'own'];
const EMPTY: Readonly<Record<Show, Message>> = { open: words.noOpen, answered: words.noAnswered, own: words.noOwn };
/** Milliseconds between looks at what others may have asked. */
const LIVE = 30_000;

export function Questions(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const [show, setShow] = useState<Show>('open');
  const found = useReadPages('questions', listQuestions, { params: { show }, every: LIVE });
  const [first] = found.data?.pages ?? [];
  const rows = (found.data?.pages ?? []).flatMap(({ questions }) => questions);
  return (
    <>
      <HelpPlaces here="questions" />
      <div className="title">
        <Heading>{t(words.title)}</Heading>
        <div className="row">
          {network.coordinator && <LinkButton page="questions/queue">{t(words.desk)}</LinkButton>}
          <LinkButton page="questions/new" appearance="primary" icon={<AddRegular />}>
            {t(words.ask)}
          </LinkButton>
        </div>
      </div>
      <p className="lead">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !first && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {first && (
        <>
          <div className="which-questions">
            <Segments
              name="show"
              legend={t(words.show)}
              value={show}
              choices={SHOWS.map((value) => ({ value, label: t(words[value], { n: first[value] }) }))}
              onChange={setShow}
            />
          </div>
          {rows.length === 0 ? (
            <div className="empty">
              <p className="strong">{t(EMPTY[show])}</p>
              {show === 'open' && <p>{t(words.noOpenWhy)}</p>}
            </div>
          ) : (
            <ul className="plain list questions">
              {rows.map((row) => (
                <QuestionLine key={row.id} of={row} />
              ))}
            </ul>
          )}
          {found.hasNextPage && (
            <div className="row">
              <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
                {t(words.more)}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
