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
export function endingOf({ verdict, winners }: PollSummary, t: Translate): string | undefined {
  return verdict && t(ENDINGS[verdict], { winners: winners.join(', ') });
}

export function PollLine({ poll }: { poll: PollSummary }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const isOver = poll.phase === 'closed' || poll.phase === 'undone';
  return (
    <li className="line">
      <a {...onLink(pollPage(poll.id))}>{poll.question}</a>
      {isOver && <p className="strong">{poll.phase === 'undone' ? t(text.undone) : endingOf(poll, t)}</p>}
      <p className="quiet facts">
        {poll.phase === 'open' && <span>{t(text.closesAt, { when: when(poll.closesAt) })}</span>}
        {poll.phase === 'scheduled' && <span>{t(text.opensAt, { when: when(poll.opensAt) })}</span>}
        {poll.phase === 'counting' && <span>{t(text.counting)}</span>}
        {isOver && <span>{t(text.closedAt, { when: when(poll.closesAt) })}</span>}
        {poll.phase !== 'scheduled' && poll.phase !== 'undone' && (
          <span>{t(isOver ? text.turnoutClosed : text.turnout, { voters: poll.voters, entitled: poll.entitled })}</span>
        )}
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
        <span style={{ inlineSize: `${percent(poll.voters, poll.entitled)}%` }} />
      </span>
      <span className="quiet">{t(text.turnout, { voters: poll.voters, entitled: poll.entitled })}</span>
    </div>
  );
}

/** Of a whole, 0–100. */
export const percent = (part: number, whole: number): number => (whole > 0 ? Math.min(100, (100 * part) / whole) : 0);
