/** All polls and surveys of the network: open first, then those to come, then those that are over. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import type { PollSummary, SurveySummary } from '../calls.ts';
import { usePolls, useRead, useSurveys } from '../data.ts';
import { Heading } from '../heading.tsx';
import { AddRegular, ChevronRightRegular } from '../icons.ts';
import { LinkButton } from '../link-button.tsx';
import { onLink } from '../router.ts';
import { useT } from '../speak.ts';
import { Failure, Skeleton } from '../states.tsx';
import { type Message, text } from '../text.ts';
import { PollLine } from './poll-line.tsx';
import { listWishes } from './surveys/calls.ts';
import { type Asked, inParts, partToOpen } from './surveys/parts.ts';
import { SurveyLine } from './surveys/survey-line.tsx';
import { surveyText } from './surveys/text.ts';

type Phase = PollSummary['phase'] & SurveySummary['phase'];
const GROUPS: readonly { name: string; title: Message; phases: readonly Phase[] }[] = [
  { name: 'open', title: text.openPolls, phases: ['open', 'counting'] },
  { name: 'scheduled', title: text.scheduledPolls, phases: ['scheduled'] },
  { name: 'closed', title: text.closedPolls, phases: ['closed', 'undone'] },
];

export function Polls(): ReactNode {
  const t = useT();
  const polls = usePolls();
  const surveys = useSurveys();
  const allPolls = polls.data?.polls ?? [];
  const allSurveys = (surveys.data?.pages ?? []).flatMap((page) => page.surveys);
  const lines: readonly Line[] = [
    ...allPolls.map((poll) => ({ key: poll.id, phase: poll.phase, closesAt: poll.closesAt, poll })),
    ...inParts(allSurveys).map((parts) => {
      const { id, phase, closesAt } = partToOpen(parts);
      return { key: id, phase, closesAt, parts };
    }),
  ];
  // Both are waited for: what comes second would stand among what is read already.
  const isPending = polls.isPending || surveys.isPending;
  const isEmpty = polls.isSuccess && surveys.isSuccess && lines.length === 0;
  const mayCreatePoll = polls.data?.mayCreate ?? false;
  const mayCreateSurvey = surveys.data?.pages[0]?.mayCreate ?? false;
  return (
    <>
      <div className="title">
        <Heading>{t(text.polls)}</Heading>
        <div className="row beside-title">
          {mayCreatePoll && (
            <LinkButton page="polls/new" appearance="primary" icon={<AddRegular />}>
              {t(text.newPoll)}
            </LinkButton>
          )}
          {mayCreateSurvey && (
            <LinkButton page="surveys/new" appearance="primary" icon={<AddRegular />}>
              {t(surveyText.newSurvey)}
            </LinkButton>
          )}
        </div>
      </div>
      {isPending && <Skeleton />}
      {polls.isError && <Failure error={polls.error} onRetry={() => void polls.refetch()} />}
      {surveys.isError && <Failure error={surveys.error} onRetry={() => void surveys.refetch()} />}
      {isEmpty && (
        <div className="empty">
          <p className="strong">{t(surveyText.nothing)}</p>
          <p>{t(mayCreatePoll ? text.noPollsCreate : surveyText.nothingWhy)}</p>
        </div>
      )}
      {!isPending &&
        GROUPS.map(({ name, title, phases }) => {
          const group = inOrder(lines.filter(({ phase }) => phases.includes(phase)));
          if (group.length === 0) return undefined;
          return (
            <section key={name} aria-labelledby={name}>
              <h2 id={name}>{t(title)}</h2>
              <ul className="plain list">
                {group.map(({ key, poll, parts }) =>
                  poll ? <PollLine key={key} poll={poll} /> : parts && <SurveyLine key={key} parts={parts} />,
                )}
              </ul>
            </section>
          );
        })}
      {(polls.hasNextPage || surveys.hasNextPage) && (
        <div className="row">
          <Button
            onClick={() => {
              if (polls.hasNextPage) void polls.fetchNextPage();
              if (surveys.hasNextPage) void surveys.fetchNextPage();
            }}
            disabledFocusable={polls.isFetchingNextPage || surveys.isFetchingNextPage}
          >
            {t(text.more)}
          </Button>
        </div>
      )}
      {!isPending && <Elsewhere hasFeedback={allSurveys.some(({ type }) => type === 'feedback')} />}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly phase: Phase;
  readonly closesAt: string;
  readonly poll?: PollSummary;
  readonly parts?: Asked;
}

/** What ends next comes first; of what is over, what ended last. */
function inOrder(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1));
  return lines[0]?.phase === 'closed' || lines[0]?.phase === 'undone' ? sorted.reverse() : sorted;
}

/** Grades over the years, and what became of wishes; left out while there are none. */
function Elsewhere({ hasFeedback }: { hasFeedback: boolean }): ReactNode {
  const wishes = useRead('wishes', listWishes, { params: {} });
  const hasWishes = (wishes.data?.wishes.length ?? 0) > 0;
  if (!hasFeedback && !hasWishes) return undefined;
  return (
    <ul className="plain elsewhere">
      {hasFeedback && <To page="feedback" name={surveyText.feedbackYears} />}
      {hasWishes && <To page="wishes" name={surveyText.wishes} />}
    </ul>
  );
}

function To({ page, name }: { page: string; name: Message }): ReactNode {
  const t = useT();
  return (
    <li>
      <a className="more" {...onLink(page)}>
        {t(name)}
        <ChevronRightRegular className="icon" />
      </a>
    </li>
  );
}
