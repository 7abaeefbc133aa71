/** All polls of the network: open first, then those to come, then those that are over. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import type { PollSummary } from '../calls.ts';
import { usePolls } from '../data.ts';
import { Heading } from '../heading.tsx';
import { AddRegular } from '../icons.ts';
import { LinkButton } from '../link-button.tsx';
import { useT } from '../speak.ts';
import { Failure, Skeleton } from '../states.tsx';
import { type Message, text } from '../text.ts';
import { PollLine } from './poll-line.tsx';

type Phase = PollSummary['phase'];
const GROUPS: readonly { name: string; title: Message; phases: readonly Phase[] }[] = [
  { name: 'open', title: text.openPolls, phases: ['open', 'counting'] },
  { name: 'scheduled', title: text.scheduledPolls, phases: ['scheduled'] },
  { name: 'closed', title: text.closedPolls, phases: ['closed', 'undone'] },
];

export function Polls(): ReactNode {
  const t = useT();
  const polls = usePolls();
  const isEmpty = polls.data?.polls.length === 0;
  const mayCreate = polls.data?.mayCreate ?? false;
  const create = mayCreate && (
    <LinkButton page="polls/new" appearance="primary" icon={<AddRegular />}>
      {t(text.newPoll)}
    </LinkButton>
  );
  return (
    <>
      <div className="title">
        <Heading>{t(text.polls)}</Heading>
        {create}
      </div>
      {polls.isPending && <Skeleton />}
      {polls.isError && <Failure error={polls.error} onRetry={() => void polls.refetch()} />}
      {isEmpty && (
        <div className="empty">
          <p className="strong">{t(text.noPolls)}</p>
          <p>{t(mayCreate ? text.noPollsCreate : text.noPollsWhy)}</p>
        </div>
      )}
      {GROUPS.map(({ name, title, phases }) => {
        const group = (polls.data?.polls ?? []).filter(({ phase }) => phases.includes(phase));
        if (group.length === 0) return undefined;
        return (
          <section key={name} aria-labelledby={name}>
            <h2 id={name}>{t(title)}</h2>
            <ul className="plain list">
              {group.map((poll) => (
                <PollLine key={poll.id} poll={poll} />
              ))}
            </ul>
          </section>
        );
      })}
      {polls.hasNextPage && (
        <Button onClick={() => void polls.fetchNextPage()} disabled={polls.isFetchingNextPage}>
          {t(text.more)}
        </Button>
      )}
    </>
  );
}
