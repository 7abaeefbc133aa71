/** The results of a poll, as bars or as a table; before they may be seen, how many have voted. */
import { type ReactNode, useState } from 'react';
import type { PollView } from '../calls.ts';
import { CheckmarkCircleFilled } from '../icons.ts';
import { shownAt } from '../picture-address.ts';
import { Segments } from '../segments.tsx';
import { useT } from '../speak.ts';
import { text } from '../text.ts';
import { organisationTurnout, percent, personTurnout } from './poll-line.tsx';

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
      <Turnouts poll={poll} />
      {poll.disagreement && (
        <p className="notice">
          {t(isOver ? text.disagree : text.disagreeNow, {
            kind: poll.kind,
            organisations: poll.disagreement.organisations.join(', '),
            persons: poll.disagreement.persons.join(', '),
          })}
        </p>
      )}
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

/** How many people and organisations have voted, what decides in front; and what of the votes counts among persons only. */
function Turnouts({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const { organisations, kind } = poll;
  if (!organisations) return <p className="quiet">{personTurnout(poll, t)}</p>;
  const people = t(poll.phase === 'closed' ? text.peopleTurnoutClosed : text.peopleTurnout, {
    ...{ voters: poll.voters, entitled: poll.entitled },
  });
  const theirs = organisationTurnout(poll, organisations, t);
  const { waiting, outside } = organisations;
  return (
    <>
      <p className="quiet">{(poll.tallies === 'organisations' ? [theirs, people] : [people, theirs]).join(' · ')}</p>
      {waiting > 0 && (
        <p className="quiet small">
          {t(poll.phase === 'closed' ? text.votesWaited : text.votesWaiting, { n: waiting, kind })}
        </p>
      )}
      {outside > 0 && <p className="quiet small">{t(text.votesOutside, { n: outside })}</p>}
    </>
  );
}

/** In the tally that decides. */
const votesFor = ({ tallies }: PollView, { votes = 0, organisationVotes = 0 }: Option): number =>
  tallies === 'organisations' ? organisationVotes : votes;
const allVotes = ({ tallies, voters, organisations }: PollView): number =>
  tallies === 'organisations' ? (organisations?.voted ?? 0) : voters;

/** While people vote each option keeps its place; in the end the order is the result. */
function inOrder(poll: PollView): readonly Option[] {
  if (poll.phase !== 'closed') return poll.options;
  return [...poll.options].sort((a, b) => votesFor(poll, b) - votesFor(poll, a));
}

function useShare(poll: PollView): (option: Option) => string {
  const t = useT();
  const format = new Intl.NumberFormat(t.tag, { style: 'percent' });
  return (option) => format.format(percent(votesFor(poll, option), allVotes(poll)) / 100);
}

/** An option's votes in words: in the tally that decides, and in the other one where both are shown. */
function useVotes({ tallies, kind }: PollView): (option: Option) => { readonly main: string; readonly other?: string } {
  const t = useT();
  return ({ votes, organisationVotes }) => {
    const theirs =
      organisationVotes === undefined ? undefined : t(text.organisationVotes, { kind, n: organisationVotes });
    if (tallies === 'persons') {
      const main = t(text.votes, { n: votes ?? 0 });
      return theirs === undefined ? { main } : { main, other: theirs };
    }
    const people = votes === undefined ? {} : { other: t(text.personVotes, { n: votes }) };
    return { main: theirs ?? '', ...people };
  };
}

function Chart({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const share = useShare(poll);
  const votes = useVotes(poll);
  return (
    <ul className="plain bars">
      {inOrder(poll).map((option) => {
        const isChosen = isDecided(poll) && poll.winnerIds.includes(option.id);
        const { main, other } = votes(option);
        return (
          <li key={option.id} className={isChosen ? 'chosen' : undefined}>
            <p className="bar-label">
              <span>
                {option.picture && (
                  <img
                    className="bar-picture"
                    src={shownAt(option.picture.address)}
                    alt={option.picture.alt === option.label ? '' : option.picture.alt}
                    width={option.picture.width}
                    height={option.picture.height}
                    loading="lazy"
                  />
                )}
                {isChosen && <CheckmarkCircleFilled className="icon good" aria-label={t(text.chosen)} role="img" />}
                {option.label}
              </span>
              <span className="figures">
                <span>{main}</span>
                <span className="quiet">{share(option)}</span>
              </span>
            </p>
            <span className="track" aria-hidden="true">
              <span style={{ inlineSize: `${percent(votesFor(poll, option), allVotes(poll))}%` }} />
            </span>
            {other && <p className="quiet small">{other}</p>}
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
  const hasPersons = poll.options.some(({ votes }) => votes !== undefined);
  const hasOrganisations = poll.options.some(({ organisationVotes }) => organisationVotes !== undefined);
  const format = new Intl.NumberFormat(t.tag, { maximumFractionDigits: 2 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the screen, the keyboard scrolls it
    <section className="table" tabIndex={0} aria-label={t(text.results)}>
      <table>
        <caption className="hidden">{poll.question}</caption>
        <thead>
          <tr>
            <th scope="col">{t(text.option)}</th>
            {hasOrganisations && (
              <th scope="col" className="number">
                {t(text.organisationVotesHead, { kind: poll.kind })}
              </th>
            )}
            {hasPersons && (
              <th scope="col" className="number">
                {t(hasOrganisations ? text.personVotesHead : text.votesHead)}
              </th>
            )}
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
                {hasOrganisations && <td className="number">{format.format(option.organisationVotes ?? 0)}</td>}
                {hasPersons && <td className="number">{option.votes}</td>}
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
