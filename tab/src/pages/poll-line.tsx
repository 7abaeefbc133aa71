/** A poll as one line of a list. */
import type { ReactNode } from 'react';
import type { PollSummary, PollView } from '../calls.ts';
import { CheckmarkRegular } from '../icons.ts';
import { onLink } from '../router.ts';
import { useT } from '../speak.ts';
import { type Message, type Translate, text } from '../text.ts';
import { useWhen } from '../when.ts';

export const pollPage = (id: string): string => `polls/${encodeURIComponent(id)}`;

const ENDINGS: Readonly<Record<NonNullable<PollSummary['verdict']>, Message>> = {
  winner: text.won,
  decided: text.decided,
  bothWin: text.bothWon,
  tie: text.tied,
  revote: text.revoteHeld,
  notValid: text.notValid,
  nobodyVoted: text.nobodyVoted,
  tooFewToTell: text.tooFewToTell,
};

/** Who will see what one votes for. */
export const SECRECY: Readonly<Record<PollView['secrecy'], Message>> = {
  named: text.secrecyNamed,
  unnamed: text.secrecyUnnamed,
  secret: text.secrecySecret,
};

/** What the result means, in a sentence; undefined until it is known. */
export function endingOf({ verdict, winners, voters, kind }: PollSummary, t: Translate): string | undefined {
  if (verdict === 'nobodyVoted' && voters > 0) return t(text.noOrganisationVoted, { kind });
  return verdict && t(ENDINGS[verdict], { winners: winners.join(', ') });
}

export function PollLine({ poll }: { poll: PollSummary }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const hasEnded = isOver(poll);
  return (
    <li className="line">
      <a {...onLink(pollPage(poll.id))}>{poll.question}</a>
      {hasEnded && <p className="strong">{poll.phase === 'undone' ? t(text.undone) : endingOf(poll, t)}</p>}
      <p className="quiet facts">
        {poll.phase === 'open' && <span>{t(text.closesAt, { when: when(poll.closesAt) })}</span>}
        {poll.phase === 'scheduled' && <span>{t(text.opensAt, { when: when(poll.opensAt) })}</span>}
        {poll.phase === 'counting' && <span>{t(text.counting)}</span>}
        {hasEnded && <span>{t(text.closedAt, { when: when(poll.closesAt) })}</span>}
        {poll.phase !== 'scheduled' && poll.phase !== 'undone' && <span>{turnoutOf(poll, t)}</span>}
        {poll.phase === 'open' && (poll.hasVoted ? <Voted /> : <span className="due">{t(text.notVoted)}</span>)}
      </p>
    </li>
  );
}

function Voted(): ReactNode {
  const t = useT();
  return (
    <span className="good">
      <CheckmarkRegular className="icon" />
      {t(text.voted)}
    </span>
  );
}

/** How many have voted so far, in words and as a thin bar. */
export function Turnout({ poll }: { poll: PollSummary }): ReactNode {
  const t = useT();
  return (
    <div className="turnout">
      <span className="track" aria-hidden="true">
        <span style={{ inlineSize: `${percent(...deciding(poll))}%` }} />
      </span>
      <span className="quiet">{turnoutOf(poll, t)}</span>
    </div>
  );
}

/** How many have voted and how many may, of those whose votes decide. */
const deciding = ({ tallies, voters, entitled, organisations }: PollSummary): [number, number] =>
  tallies === 'organisations' && organisations ? [organisations.voted, organisations.entitled] : [voters, entitled];

/** How many have voted of those whose votes decide, in words. */
function turnoutOf(poll: PollSummary, t: Translate): string {
  return poll.tallies === 'organisations' && poll.organisations
    ? organisationTurnout(poll, poll.organisations, t)
    : personTurnout(poll, t);
}

const isOver = ({ phase }: PollSummary): boolean => phase === 'closed' || phase === 'undone';

export const personTurnout = (poll: PollSummary, t: Translate): string =>
  t(isOver(poll) ? text.turnoutClosed : text.turnout, { voters: poll.voters, entitled: poll.entitled });

export const organisationTurnout = (
  poll: PollSummary,
  { voted, entitled }: NonNullable<PollSummary['organisations']>,
  t: Translate,
): string =>
  t(isOver(poll) ? text.organisationTurnoutClosed : text.organisationTurnout, { voted, entitled, kind: poll.kind });

/** Of a whole, 0–100. */
export const percent = (part: number, whole: number): number => (whole > 0 ? Math.min(100, (100 * part) / whole) : 0);
