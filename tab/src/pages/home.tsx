/** The home page: what waits for the reader, what was decided lately, what is new; for coordinators their next steps. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { type listTroubledPosts, type PollSummary, postAgain } from '../calls.ts';
import { useMaterials, usePolls, useSend, useTroubledPosts } from '../data.ts';
import { Heading } from '../heading.tsx';
import { ChevronRightRegular, WarningRegular } from '../icons.ts';
import { LinkButton } from '../link-button.tsx';
import { goTo, onLink } from '../router.ts';
import { useSession } from '../session.ts';
import { useT } from '../speak.ts';
import { Failure, Skeleton } from '../states.tsx';
import { text } from '../text.ts';
import { useWhen } from '../when.ts';
import { MaterialLine } from './materials.tsx';
import { PollLine, pollPage, Turnout } from './poll-line.tsx';

const MOST_MATERIALS = 4;
const MOST_RESULTS = 2;
const MOST_STEPS = 5;
/** A poll that closes within this, in milliseconds, and that few have voted in, is worth a reminder. */
const SOON = 2 * 24 * 60 * 60_000;
const FEW = 0.5;

export function Home(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const polls = usePolls();
  const materials = useMaterials();
  const open = (polls.data?.polls ?? []).filter(({ phase }) => phase === 'open');
  const waiting = open.filter(({ hasVoted }) => !hasVoted);
  const voted = open.filter(({ hasVoted }) => hasVoted);
  const decided = (polls.data?.polls ?? []).filter(({ phase, winners }) => phase === 'closed' && winners.length > 0);
  return (
    <>
      <p className="eyebrow">{network.name}</p>
      <Heading>{t(text.home)}</Heading>
      <div className="columns">
        <div>
          {polls.isPending && <Skeleton />}
          {polls.isError && <Failure error={polls.error} onRetry={() => void polls.refetch()} />}
          {polls.isSuccess && (
            <section aria-labelledby="waiting">
              <h2 id="waiting">{t(text.waiting)}</h2>
              {waiting.length === 0 && (
                <p className="quiet">{t(open.length > 0 ? text.nothingWaits : text.noOpenPolls)}</p>
              )}
              <ul className="plain stack">
                {waiting.map((poll) => (
                  <li key={poll.id}>
                    <WaitingPoll poll={poll} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {voted.length > 0 && (
            <section aria-labelledby="voted">
              <h2 id="voted">{t(text.alreadyVoted)}</h2>
              <ul className="plain list">
                {voted.map((poll) => (
                  <PollLine key={poll.id} poll={poll} />
                ))}
              </ul>
            </section>
          )}
          {decided.length > 0 && (
            <section aria-labelledby="decided">
              <h2 id="decided">{t(text.latestResults)}</h2>
              <ul className="plain list">
                {decided.slice(0, MOST_RESULTS).map((poll) => (
                  <PollLine key={poll.id} poll={poll} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          {network.coordinator && polls.isSuccess && <NextSteps polls={polls.data.polls} />}
          {materials.isPending && <Skeleton lines={2} />}
          {materials.isError && <Failure error={materials.error} onRetry={() => void materials.refetch()} />}
          {materials.isSuccess && materials.data.length > 0 && (
            <section aria-labelledby="new-materials">
              <h2 id="new-materials">{t(text.newMaterials)}</h2>
              <ul className="plain list">
                {materials.data.slice(0, MOST_MATERIALS).map((material) => (
                  <MaterialLine key={material.id} material={material} />
                ))}
              </ul>
              <a className="more" {...onLink('materials')}>
                {t(text.allMaterials)}
                <ChevronRightRegular className="icon" />
              </a>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function WaitingPoll({ poll }: { poll: PollSummary }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  return (
    <article className="card">
      <h3>
        <a {...onLink(pollPage(poll.id))}>{poll.question}</a>
      </h3>
      <p className="quiet">{t(text.closesAt, { when: when(poll.closesAt) })}</p>
      <Turnout poll={poll} />
      <div className="row">
        <LinkButton page={pollPage(poll.id)} appearance="primary" label={`${t(text.vote)}: ${poll.question}`}>
          {t(text.vote)}
        </LinkButton>
      </div>
    </article>
  );
}

/** Up to five things that only a coordinator can do, most pressing first. */
function NextSteps({ polls }: { polls: readonly PollSummary[] }): ReactNode {
  const t = useT();
  const troubled = useTroubledPosts();
  const again = useSend(postAgain, { stale: 'troubled' });
  const now = Date.now();
  const steps: { key: string; words: string; does: string; act: () => void }[] = [
    ...(troubled.data?.posts ?? []).map((post) => ({
      key: post.id,
      words: t(post.state === 'unknown' ? text.stepPost : text.stepPostFailed),
      does: t(isOfPoll(post, polls) ? text.openPoll : text.postAgain),
      act: () => (isOfPoll(post, polls) ? goTo(pollPage(post.subject)) : again.mutate({ params: { post: post.id } })),
    })),
    ...polls
      .filter(({ phase, verdict }) => phase === 'closed' && verdict === 'tie')
      .map((poll) => ({
        key: `tie ${poll.id}`,
        words: t(text.stepTie, { question: poll.question }),
        does: t(text.decideNow),
        act: () => goTo(pollPage(poll.id)),
      })),
    ...polls
      .filter(
        ({ phase, closesAt, voters, entitled }) =>
          phase === 'open' && Date.parse(closesAt) - now < SOON && voters < entitled * FEW,
      )
      .map((poll) => ({
        key: `remind ${poll.id}`,
        words: t(text.stepRemind, { question: poll.question, voters: poll.voters, entitled: poll.entitled }),
        does: t(text.remindNow),
        act: () => goTo(pollPage(poll.id)),
      })),
    ...(polls.length === 0
      ? [{ key: 'first', words: t(text.stepFirstPoll), does: t(text.newPoll), act: () => goTo('polls/new') }]
      : []),
  ];
  if (steps.length === 0) return undefined;
  return (
    <section aria-labelledby="steps" className="steps">
      <h2 id="steps">{t(text.nextSteps)}</h2>
      <ul className="plain stack">
        {steps.slice(0, MOST_STEPS).map(({ key, words, does, act }) => (
          <li key={key} className="card step">
            <p>
              <WarningRegular className="icon" />
              {words}
            </p>
            <Button onClick={act} disabled={again.isPending}>
              {does}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Troubled = NonNullable<typeof listTroubledPosts.types>[2]['posts'][number];

/** The poll's page says what is wrong and posts again. */
const isOfPoll = (post: Troubled, polls: readonly PollSummary[]): boolean =>
  post.drawing.startsWith('polls.') && polls.some(({ id }) => id === post.subject);
