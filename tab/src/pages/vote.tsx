/** The reader's own vote: cast, changed and withdrawn here until the poll closes. */
import { Button } from '@fluentui/react-button';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAttempt } from '../attempt.ts';
import { addPollOption, castPollVote, type PollView } from '../calls.ts';
import { usePollChange } from '../data.ts';
import { CheckmarkCircleFilled } from '../icons.ts';
import { shownAt } from '../picture-address.ts';
import { useSay } from '../says.tsx';
import { useT } from '../speak.ts';
import { Refused } from '../states.tsx';
import { text } from '../text.ts';
import { useWhen } from '../when.ts';
import { SECRECY } from './poll-line.tsx';

/** The server's own limit on a comment, in characters. */
const LONGEST_COMMENT = 500;
/** And on an option. */
const LONGEST_OPTION = 120;

export function OwnVote({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const labels = poll.options.filter(({ id }) => poll.own?.choices.includes(id)).map(({ label }) => label);
  const hasVoted = labels.length > 0;
  return (
    <section aria-labelledby="own-vote" className="card own-vote">
      <h2 id="own-vote">{t(text.yourVote)}</h2>
      {poll.phase === 'open' && poll.cannotVote ? (
        <p>{poll.cannotVote}</p>
      ) : poll.phase === 'open' ? (
        // A vote changed elsewhere, on the card or another device, shows its present choice.
        <Ballot key={poll.own?.castAt ?? 'none'} poll={poll} />
      ) : (
        <p>{hasVoted ? t(text.yourChoice, { choices: labels.join(', ') }) : t(text.didNotVote)}</p>
      )}
      {poll.phase === 'open' && poll.membersAddOptions && !poll.cannotVote && <OwnOption poll={poll} />}
    </section>
  );
}

function Ballot({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { when } = useWhen();
  const attempt = useAttempt();
  const [choices, setChoices] = useState<readonly string[]>(poll.own?.choices ?? []);
  const [comment, setComment] = useState(poll.own?.comment ?? '');
  const [mistake, setMistake] = useState<string>();
  const cast = usePollChange(castPollVote, (now) => {
    attempt.done();
    say(t(now.own && now.own.choices.length > 0 ? text.voteSaved : text.voteWithdrawn));
  });
  const isSingle = poll.mostChoices === 1;
  const hasVoted = (poll.own?.choices.length ?? 0) > 0;

  const choose = (id: string, isChosen: boolean): void => {
    setMistake(undefined);
    const others = isSingle ? [] : choices.filter((one) => one !== id);
    if (isChosen && others.length >= poll.mostChoices) setMistake(t(text.tooMany, { most: poll.mostChoices }));
    else setChoices(isChosen ? [...others, id] : others);
  };
  const send = (chosen: readonly string[]): void => {
    const vote = { choices: [...chosen], comment: chosen.length > 0 ? comment : '' };
    cast.mutate({ params: { poll: poll.id }, body: { ...vote, requestId: attempt.idFor(vote) } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (choices.length === 0) setMistake(t(text.chooseFirst));
    else send(choices);
  };

  return (
    <form onSubmit={submit} noValidate>
      {hasVoted && poll.own && (
        <p className="good kept">
          <CheckmarkCircleFilled className="icon" />
          {t(text.voteKept, { when: when(poll.own.castAt) })}
        </p>
      )}
      <p className="quiet small">{t(SECRECY[poll.secrecy])}</p>
      <fieldset className="choices" aria-describedby="vote-mistake">
        <legend>{isSingle ? t(text.chooseOne) : t(text.chooseUpTo, { most: poll.mostChoices })}</legend>
        {poll.options.map(({ id, label, picture }) => (
          <label key={id} className={picture ? 'choice pictured' : 'choice'}>
            <input
              type={isSingle ? 'radio' : 'checkbox'}
              name="choice"
              value={id}
              checked={choices.includes(id)}
              onChange={(event) => choose(id, event.target.checked)}
            />
            <span>
              {picture && (
                <img
                  src={shownAt(picture.address)}
                  alt={picture.alt === label ? '' : picture.alt}
                  width={picture.width}
                  height={picture.height}
                  loading="lazy"
                />
              )}
              {label}
            </span>
          </label>
        ))}
      </fieldset>
      <p id="vote-mistake" role="alert" className="mistake">
        {mistake}
      </p>
      <label className="field">
        <span>{t(text.comment)}</span>
        <textarea
          value={comment}
          rows={2}
          maxLength={LONGEST_COMMENT}
          aria-describedby="comment-hint"
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <p id="comment-hint" className="quiet small">
        {t(text.commentHint)}
      </p>
      <Refused error={cast.error} />
      <div className="row">
        <Button type="submit" appearance="primary" size="large" disabled={cast.isPending}>
          {t(hasVoted ? text.changeVote : text.vote)}
        </Button>
        {hasVoted && (
          <Button size="large" disabled={cast.isPending} onClick={() => send([])}>
            {t(text.withdrawVote)}
          </Button>
        )}
      </div>
      <p className="quiet small">{t(text.voteUntil)}</p>
    </form>
  );
}

function OwnOption({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [label, setLabel] = useState('');
  const add = usePollChange(addPollOption, () => {
    setLabel('');
    say(t(text.optionAdded));
  });
  return (
    <form
      className="own-option"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ params: { poll: poll.id }, body: { label } });
      }}
    >
      <label className="field">
        <span>{t(text.addOption)}</span>
        <input
          type="text"
          value={label}
          maxLength={LONGEST_OPTION}
          onChange={(event) => setLabel(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={add.isPending}>
        {t(text.add)}
      </Button>
      <Refused error={add.error} />
    </form>
  );
}
