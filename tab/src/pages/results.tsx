/** The results of a poll, as bars or as a table; before they may be seen, how many have voted. */
import { type ReactNode, useState } from 'react';
import type { PollView } from '../calls.ts';
import { CheckmarkCircleFilled } from '../icons.ts';
import { Segments } from '../segments.tsx';
import { useT } from '../speak.ts';
import { text } from '../text.ts';
import { percent } from './poll-line.tsx';

type Option = PollView['options'][number];

/** Of those that lead, the chosen ones: a tie and its re-vote have none. */
const isDecided = ({ verdict }: PollView): boolean =>
  verdict === 'winner' || verdict === 'decided' || verdict === 'bothWin';

export function Results({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const [shape, setShape] = useState<'chart' | 'table'>('chart');
  const isOver = poll.phase === 'closed';
  const shows = poll.visible === 'counts';
  return (
    <section aria-labelledby="results" className="results">
      <div className="title">
        <h2 id="results">{t(isOver || !shows ? text.results : text.resultsNow)}</h2>
        {shows && (
          <Segments
            name="shape"
            legend={t(text.showAs)}
            value={shape}
            onChange={setShape}
            choices={[
              { value: 'chart', label: t(text.asChart) },
              { value: 'table', label: t(text.asTable) },
            ]}
          />
        )}
      </div>
      <p className="quiet">
        {t(isOver ? text.turnoutClosed : text.turnout, { voters: poll.voters, entitled: poll.entitled })}
      </p>
      {!shows && !isOver && poll.phase !== 'counting' && (
        <p className="quiet">{t(poll.showResults === 'afterVote' ? text.shownAfterVote : text.shownAfterClosing)}</p>
      )}
      {shows && poll.mostChoices > 1 && <p className="quiet small overlap">{t(text.sharesOverlap)}</p>}
      {shows && (shape === 'chart' ? <Chart poll={poll} /> : <Table poll={poll} />)}
      {poll.comments.length > 0 && (
        <>
          <h3>{t(text.comments)}</h3>
          <ul className="plain comments">
            {poll.comments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have written the same words
              <li key={`${index} ${comment}`}>{comment}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** While people vote each option keeps its place; in the end the order is the result. */
function inOrder({ phase, options }: PollView): readonly Option[] {
  return phase === 'closed' ? [...options].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0)) : options;
}

function useShare(poll: PollView): (option: Option) => string {
  const t = useT();
  const format = new Intl.NumberFormat(t.tag, { style: 'percent' });
  return ({ votes = 0 }) => format.format(percent(votes, poll.voters) / 100);
}

function Chart({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const share = useShare(poll);
  return (
    <ul className="plain bars">
      {inOrder(poll).map((option) => {
        const isChosen = isDecided(poll) && poll.winnerIds.includes(option.id);
        return (
          <li key={option.id} className={isChosen ? 'chosen' : undefined}>
            <p className="bar-label">
              <span>
                {isChosen && <CheckmarkCircleFilled className="icon good" aria-label={t(text.chosen)} role="img" />}
                {option.label}
              </span>
              <span className="figures">
                <span>{t(text.votes, { n: option.votes ?? 0 })}</span>
                <span className="quiet">{share(option)}</span>
              </span>
            </p>
            <span className="track" aria-hidden="true">
              <span style={{ inlineSize: `${percent(option.votes ?? 0, poll.voters)}%` }} />
            </span>
            {option.voters && option.voters.length > 0 && <p className="quiet small">{option.voters.join(', ')}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function Table({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const share = useShare(poll);
  const hasNames = poll.options.some(({ voters }) => voters !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the screen, the keyboard scrolls it
    <section className="table" tabIndex={0} aria-label={t(text.results)}>
      <table>
        <caption className="hidden">{poll.question}</caption>
        <thead>
          <tr>
            <th scope="col">{t(text.option)}</th>
            <th scope="col" className="number">
              {t(text.votesHead)}
            </th>
            <th scope="col" className="number">
              {t(text.share)}
            </th>
            {hasNames && <th scope="col">{t(text.votersHead)}</th>}
          </tr>
        </thead>
        <tbody>
          {inOrder(poll).map((option) => {
            const isChosen = isDecided(poll) && poll.winnerIds.includes(option.id);
            return (
              <tr key={option.id} className={isChosen ? 'chosen' : undefined}>
                <th scope="row">
                  {option.label}
                  {isChosen && <span className="quiet small"> ({t(text.chosen).toLowerCase()})</span>}
                </th>
                <td className="number">{option.votes}</td>
                <td className="number">{share(option)}</td>
                {hasNames && <td>{option.voters?.join(', ')}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
