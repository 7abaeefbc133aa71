/** One poll: what is asked, the reader's own vote, the results they may see, and the coordinator's desk. */
import { lazy, type ReactNode, Suspense } from 'react';
import type { PollView } from '../calls.ts';
import { usePoll } from '../data.ts';
import { Heading } from '../heading.tsx';
import { ArrowLeftRegular } from '../icons.ts';
import { onLink } from '../router.ts';
import { useT } from '../speak.ts';
import { Failure, Skeleton } from '../states.tsx';
import { type Message, text } from '../text.ts';
import { useWhen } from '../when.ts';
import { endingOf, pollPage } from './poll-line.tsx';
import { Results } from './results.tsx';
import { OwnVote } from './vote.tsx';

const Desk = lazy(() => import('./desk.tsx').then((page) => ({ default: page.Desk })));

const ON_TIE: Readonly<Record<PollView['onTie'], Message>> = {
  coordinator: text.tieCoordinator,
  revote: text.tieRevote,
  both: text.tieBoth,
};

const RULES: Readonly<Record<PollView['rule'], Message>> = {
  latest: text.ruleLatest,
  delegate: text.ruleDelegate,
  split: text.ruleSplit,
};

export function PollPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const poll = usePoll(id);
  return (
    <>
      <a className="back" {...onLink('polls')}>
        <ArrowLeftRegular className="icon" />
        {t(text.polls)}
      </a>
      {poll.isPending && <Skeleton />}
      {poll.isError && !poll.data && <Failure isPage error={poll.error} onRetry={() => void poll.refetch()} />}
      {poll.data && <Poll poll={poll.data} />}
    </>
  );
}

function Poll({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { phase } = poll;
  const isOver = phase === 'closed' || phase === 'counting';
  const ending = endingOf(poll, t);
  return (
    <article>
      <p className="facts state">
        <span className={`badge ${phase}`}>{t(text[phase])}</span>
        {phase === 'scheduled' && <span>{t(text.opensAt, { when: when(poll.opensAt) })}</span>}
        {(phase === 'open' || phase === 'scheduled') && <span>{t(text.closesAt, { when: when(poll.closesAt) })}</span>}
        {isOver && <span>{t(text.closedAt, { when: when(poll.closesAt) })}</span>}
      </p>
      <Heading>{poll.question}</Heading>
      {poll.description && <p className="prose">{poll.description}</p>}
      {ending && (
        <div className={`verdict ${poll.winners.length > 0 ? 'good' : ''}`}>
          <p className="strong">{ending}</p>
          {poll.revote && <a {...onLink(pollPage(poll.revote))}>{t(text.toRevote)}</a>}
        </div>
      )}
      {poll.revoteOf && (
        <p className="quiet">
          {t(text.isRevote)} <a {...onLink(pollPage(poll.revoteOf))}>{t(text.toFirstVote)}</a>
        </p>
      )}
      <div className="columns even">
        <div>
          {phase !== 'undone' && phase !== 'scheduled' && <OwnVote poll={poll} />}
          {phase !== 'undone' && (
            <div className="rules">
              {poll.purpose && (
                <>
                  <h2>{t(text.purpose)}</h2>
                  <p className="prose">{poll.purpose}</p>
                </>
              )}
              <Rules poll={poll} isOver={isOver} />
            </div>
          )}
        </div>
        <div>{phase !== 'undone' && phase !== 'scheduled' && <Results poll={poll} />}</div>
      </div>
      {poll.desk && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <Desk poll={poll} desk={poll.desk} />
        </Suspense>
      )}
    </article>
  );
}

/** Whose votes decide stays worth knowing when all is counted; how a tie is settled does not. */
function Rules({ poll, isOver }: { poll: PollView; isOver: boolean }): ReactNode {
  const t = useT();
  const { kind, tallies, minimumTurnout } = poll;
  const byOrganisation = tallies === 'organisations';
  const least = byOrganisation ? text.minimumOrganisations : text.minimumTurnout;
  const rows = [
    poll.group !== undefined && t(text.forGroup, { group: poll.group }),
    byOrganisation && t(RULES[poll.rule], { kind }),
    !byOrganisation && poll.organisations !== undefined && t(text.personsDecide),
    byOrganisation && poll.secrecy === 'secret' && t(text.secretByOrganisation, { kind }),
    !isOver && t(ON_TIE[poll.onTie]),
    !isOver && minimumTurnout !== undefined && t(least, { n: minimumTurnout, kind }),
  ].filter((row) => row !== false);
  if (rows.length === 0) return undefined;
  return (
    <ul className="quiet">
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}
