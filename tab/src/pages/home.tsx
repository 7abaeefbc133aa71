/** The home page: what waits for the reader, the next event, what was decided lately, what is new; for coordinators their next steps. */
import { Button } from '@fluentui/react-button';
import { lazy, type ReactNode, Suspense } from 'react';
import { type EventSummary, type listTroubledPosts, type PollSummary, postAgain } from '../calls.ts';
import { useEvents, usePolls, useRead, useSend, useTroubledPosts } from '../data.ts';
import { Heading } from '../heading.tsx';
import { ChevronRightRegular, WarningRegular } from '../icons.ts';
import { LinkButton } from '../link-button.tsx';
import { goTo, onLink } from '../router.ts';
import { useSession } from '../session.ts';
import { useT } from '../speak.ts';
import { Failure, Skeleton } from '../states.tsx';
import { type Message, text } from '../text.ts';
import { useWhen } from '../when.ts';
import { EVENT_TYPES, EventLine, eventPage, isUnanswered, whereOf } from './events/event-line.tsx';
import { PollLine, pollPage, Turnout } from './poll-line.tsx';
import { listWishes } from './surveys/calls.ts';

const NewMaterials = lazy(() =>
  import('./materials/new-materials.tsx').then((page) => ({ default: page.NewMaterials })),
);
const LatestBulletins = lazy(() =>
  import('./bulletins/latest.tsx').then((page) => ({ default: page.LatestBulletins })),
);
const BoxesDue = lazy(() => import('./boxes/due.tsx').then((page) => ({ default: page.BoxesDue })));
const StatementsDue = lazy(() => import('./statements/due.tsx').then((page) => ({ default: page.StatementsDue })));
const SurveysDue = lazy(() => import('./surveys/due.tsx').then((page) => ({ default: page.SurveysDue })));

/** The nearest ones: a whole series is invited to at once. */
const MOST_INVITATIONS = 2;
const MOST_RESULTS = 2;
const MOST_STEPS = 5;
/** A poll that closes within this, in milliseconds, and that few have voted in, is worth a reminder. */
const SOON = 2 * 24 * 60 * 60_000;
const FEW = 0.5;

export function Home(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const polls = usePolls();
  const events = useEvents();
  const open = (polls.data?.polls ?? []).filter(({ phase }) => phase === 'open');
  const waiting = open.filter(({ hasVoted }) => !hasVoted);
  const voted = open.filter(({ hasVoted }) => hasVoted);
  const decided = (polls.data?.polls ?? []).filter(({ phase, winners }) => phase === 'closed' && winners.length > 0);
  const coming = events.data?.coming ?? [];
  // Both are waited for: what comes first on the page would push the other down.
  const isPending = polls.isPending || events.isPending;
  return (
    <>
      <p className="eyebrow">{network.name}</p>
      <Heading>{t(text.home)}</Heading>
      <div className="columns">
        <div>
          {isPending && <Skeleton />}
          {events.isError && <Failure error={events.error} onRetry={() => void events.refetch()} />}
          {!isPending && <Invitations events={coming} />}
          {polls.isError && <Failure error={polls.error} onRetry={() => void polls.refetch()} />}
          {!isPending && polls.isSuccess && (
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
          {!isPending && (
            <Suspense>
              <SurveysDue />
            </Suspense>
          )}
          {!isPending && network.modules.includes('statements') && (
            <Suspense>
              <StatementsDue />
            </Suspense>
          )}
          {!isPending && network.modules.includes('boxes') && (
            <Suspense>
              <BoxesDue />
            </Suspense>
          )}
          {!isPending && <NextEvent events={coming} />}
          {!isPending && voted.length > 0 && (
            <section aria-labelledby="voted">
              <h2 id="voted">{t(text.alreadyVoted)}</h2>
              <ul className="plain list">
                {voted.map((poll) => (
                  <PollLine key={poll.id} poll={poll} />
                ))}
              </ul>
            </section>
          )}
          {!isPending && decided.length > 0 && (
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
          {network.coordinator && polls.isSuccess && !isPending && (
            <NextSteps polls={polls.data.polls} events={events.data} />
          )}
          {network.modules.includes('bulletins') && (
            <Suspense>
              <LatestBulletins />
            </Suspense>
          )}
          <Suspense fallback={<Skeleton lines={2} />}>
            <NewMaterials />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** Invitations that the reader has not answered, the nearest first. */
function Invitations({ events }: { events: readonly EventSummary[] }): ReactNode {
  const t = useT();
  const unanswered = events.filter(isUnanswered);
  if (unanswered.length === 0) return undefined;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t(text.invitations)}</h2>
      <ul className="plain stack">
        {unanswered.slice(0, MOST_INVITATIONS).map((event) => (
          <li key={event.id}>
            <Invitation event={event} />
          </li>
        ))}
      </ul>
      {unanswered.length > MOST_INVITATIONS && <AllEvents />}
    </section>
  );
}

function Invitation({ event }: { event: EventSummary }): ReactNode {
  const t = useT();
  const { span, when } = useWhen();
  const page = eventPage(event.id);
  return (
    <article className="card">
      <h3>
        <a {...onLink(page)}>{event.title}</a>
      </h3>
      <p>{span(event.startsAt, event.endsAt)}</p>
      <p className="quiet facts">
        <span>{t(EVENT_TYPES[event.type])}</span>
        <span>{whereOf(event, t)}</span>
        {event.registrationEndsAt && <span>{t(text.answerBy, { when: when(event.registrationEndsAt) })}</span>}
      </p>
      <div className="row">
        <LinkButton page={page} appearance="primary" label={`${t(text.answerInvitation)}: ${event.title}`}>
          {t(text.answerInvitation)}
        </LinkButton>
      </div>
    </article>
  );
}

/** The next event that is for the reader, unless it is among what waits for an answer. */
function NextEvent({ events }: { events: readonly EventSummary[] }): ReactNode {
  const t = useT();
  const next = events.find(({ phase, isForOthers }) => phase !== 'cancelled' && !isForOthers);
  if (!next || isUnanswered(next)) return undefined;
  return (
    <section aria-labelledby="next-event">
      <h2 id="next-event">{t(text.nextEvent)}</h2>
      <ul className="plain list">
        <EventLine event={next} />
      </ul>
      <AllEvents />
    </section>
  );
}

function AllEvents(): ReactNode {
  const t = useT();
  return (
    <a className="more" {...onLink('events')}>
      {t(text.allEvents)}
      <ChevronRightRegular className="icon" />
    </a>
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

const NO_EVENTS = { past: [], drafts: [] };

/** Up to five things that only a coordinator can do, most pressing first. */
function NextSteps({
  polls,
  events: { past, drafts } = NO_EVENTS,
}: {
  polls: readonly PollSummary[];
  events: { readonly past: readonly EventSummary[]; readonly drafts: readonly EventSummary[] } | undefined;
}): ReactNode {
  const t = useT();
  const troubled = useTroubledPosts();
  const wishes = useRead('new-wishes', listWishes, { params: { status: 'new' } });
  const again = useSend(postAgain, { stale: 'troubled' });
  const now = Date.now();
  const steps: { key: string; words: string; does: string; act: () => void }[] = [
    ...(troubled.data?.posts ?? []).map((post) => {
      const of = subjectOf(post, polls);
      return {
        key: post.id,
        words: t(post.state === 'unknown' ? text.stepPost : text.stepPostFailed),
        does: t(of?.opens ?? text.postAgain),
        act: () => (of ? goTo(of.page) : again.mutate({ params: { post: post.id } })),
      };
    }),
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
    ...past
      .filter(({ lacksMaterial }) => lacksMaterial)
      .map(({ id, title }) => ({
        key: `slides ${id}`,
        words: t(text.stepSlides, { title }),
        does: t(text.openEvent),
        act: () => goTo(eventPage(id)),
      })),
    ...drafts.map(({ id, title }) => ({
      key: `draft ${id}`,
      words: t(text.stepDraft, { title }),
      does: t(text.openEvent),
      act: () => goTo(eventPage(id)),
    })),
    ...((wishes.data?.wishes.length ?? 0) > 0
      ? [{ key: 'wishes', words: t(text.stepWishes), does: t(text.toWishes), act: () => goTo('wishes') }]
      : []),
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

/** The page of a poll, a survey or an event says what is wrong with its own post, and posts it again. */
function subjectOf(
  { drawing, subject }: Troubled,
  polls: readonly PollSummary[],
): { readonly page: string; readonly opens: Message } | undefined {
  if (drawing === 'events.event') return { page: eventPage(subject), opens: text.openEvent };
  if (drawing === 'surveys.survey') return { page: `surveys/${encodeURIComponent(subject)}`, opens: text.openSurvey };
  const isOfPoll = drawing.startsWith('polls.') && polls.some(({ id }) => id === subject);
  return isOfPoll ? { page: pollPage(subject), opens: text.openPoll } : undefined;
}
