/** A challenge: the count towards its goal, one's own deed and whom one challenges next, and who challenged whom. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { CheckField, LongTextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { type ChosenPicture, PictureField, pictureSent } from '../../picture-field.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import {
  addDeed,
  type ChallengeView,
  type DeedAdded,
  type DeedView,
  declineChallenge,
  endChallenge,
  passOn,
  removeChallenge,
  removeDeed,
} from './calls.ts';
import { useBoxChange, useChallenge } from './data.ts';
import { challengePage, Picture } from './lines.tsx';
import { boxText as words } from './text.ts';

export function ChallengePage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useChallenge(id);
  const pages = found.data?.pages ?? [];
  const [of] = pages;
  return (
    <>
      <BackLink page="boxes">{t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !of && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {of && (
        <>
          <Heading>{of.title}</Heading>
          {of.text !== '' && <p className="lead prose said">{of.text}</p>}
          <Progress of={of} />
          {of.desk && <Desk of={of} canRemove={of.desk.canRemove} />}
          <Calls of={of} />
          {of.phase !== 'ended' && <AddDeed of={of} />}
          <Chain
            of={of}
            deeds={pages.flatMap(({ deeds }) => deeds)}
            more={
              found.hasNextPage && (
                <div className="row">
                  <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
                    {t(text.more)}
                  </Button>
                </div>
              )
            }
          />
        </>
      )}
    </>
  );
}

function Progress({ of: { count, goal, unit, phase } }: { of: ChallengeView }): ReactNode {
  const t = useT();
  const line = t(words.count, { n: count, goal, unit });
  return (
    <div className="challenge-progress">
      <progress max={goal} value={Math.min(count, goal)} aria-label={t(words.progress)} aria-valuetext={line} />
      <p className="strong">
        {line}
        {phase === 'reached' && ` · ${t(words.reached)}`}
        {phase === 'ended' && ` · ${t(words.ended)}`}
      </p>
    </div>
  );
}

/** Who challenged the reader, and saying that it does not suit now. */
function Calls({ of }: { of: ChallengeView }): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(declineChallenge, () => say(t(words.declined)));
  return of.calls.map((one) => (
    <div className="notice" key={one.deed}>
      <p className="strong">{t(words.calls, { name: one.name ?? t(words.member) })}</p>
      {one.text !== '' && <p className="said">{one.text}</p>}
      <p>{t(words.callsHow)}</p>
      <div className="row">
        <Button
          size="small"
          disabledFocusable={send.isPending}
          onClick={() => send.mutate({ params: { challenge: of.id, deed: one.deed }, body: {} })}
        >
          {t(words.decline)}
        </Button>
      </div>
      <Refused error={send.error} />
    </div>
  ));
}

// ── One's own deed ─────────────────────────────────────────────────────────────────────────────

interface Draft {
  readonly text: string;
  readonly isUnnamed: boolean;
  readonly picture?: ChosenPicture | undefined;
  readonly passTo?: Pick | undefined;
}
const EMPTY: Draft = { text: '', isUnnamed: false };

/** What came of a deed, in words that stay true when the person can't be reached. */
function useTold(): (of: DeedAdded, isNew: boolean) => string {
  const t = useT();
  return ({ passed }, isNew) => {
    const told = passed && t(passed.isReached ? words.addedAndPassed : words.addedNotReached, { name: passed.name });
    return [isNew && t(words.added), told].filter(Boolean).join(' ');
  };
}

function AddDeed({ of }: { of: ChallengeView }): ReactNode {
  const t = useT();
  const say = useSay();
  const told = useTold();
  const attempt = useAttempt();
  const { draft, set, replace } = useDraft<Draft>(EMPTY);
  const send = useBoxChange(addDeed, (added) => {
    attempt.done();
    replace(EMPTY);
    say(told(added, true));
  });
  const { picture, passTo, ...rest } = draft;
  const sent = pictureSent(picture);
  const body = { ...rest, from: '', passTo: passTo?.id ?? '', ...(sent ? { picture: sent } : {}) };
  return (
    <section aria-labelledby="add-deed">
      <h2 id="add-deed">{t(words.yourDeed)}</h2>
      <Form
        does={t(words.addDeed)}
        onSubmit={() =>
          send.mutate({ params: { challenge: of.id }, body: { draft: body, requestId: attempt.idFor(body) } })
        }
        error={send.error}
        isBusy={send.isPending}
      >
        <LongTextField name="text" label={t(words.deed)} isRequired value={draft.text} onChange={set('text')} />
        <PictureField name="picture" isOptional value={draft.picture} onChange={set('picture')} />
        <MemberPicker
          name="passTo"
          label={t(words.passTo)}
          hint={t(words.passHint)}
          isOptional
          value={draft.passTo}
          onChange={set('passTo')}
        />
        <CheckField name="isUnnamed" label={t(words.unnamed)} isOn={draft.isUnnamed} onChange={set('isUnnamed')} />
      </Form>
    </section>
  );
}

// ── The chain ──────────────────────────────────────────────────────────────────────────────────

function Chain({ of, deeds, more }: { of: ChallengeView; deeds: readonly DeedView[]; more: ReactNode }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<{ deed: DeedView; to: 'pass' | 'remove' }>();
  return (
    <section aria-labelledby="chain">
      <h2 id="chain" ref={fallback} tabIndex={-1}>
        {t(words.chain)}
      </h2>
      {deeds.length === 0 && <p className="quiet">{t(words.noDeeds)}</p>}
      <ol className="story-list" reversed>
        {deeds.map((one) => (
          <Deed
            key={one.id}
            deed={one}
            onPass={() => ask({ deed: one, to: 'pass' })}
            onRemove={() => ask({ deed: one, to: 'remove' })}
          />
        ))}
      </ol>
      {more}
      {asked?.to === 'pass' && <PassOn key={round} of={of} deed={asked.deed} {...way} />}
      {asked?.to === 'remove' && <TakeBack key={round} of={of} deed={asked.deed} {...way} />}
    </section>
  );
}

function Deed({ deed, onPass, onRemove }: { deed: DeedView; onPass: () => void; onRemove: () => void }): ReactNode {
  const t = useT();
  const { number, name, organisation, from, to } = deed;
  const nobody = t(words.member);
  const who = [name ?? nobody, organisation].filter(Boolean).join(', ');
  return (
    <li className="story">
      <Picture of={deed.picture} />
      {deed.text !== '' && <p className="said">{deed.text}</p>}
      <p className="quiet small">
        {[
          `${number}. ${who}`,
          from && t(words.challengedBy, { name: from.name ?? nobody }),
          to && t(to.isAnswered ? words.challenged : words.challengedOpen, { name: to.name ?? nobody }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(deed.canPass || deed.canTakeBack) && (
        <div className="row">
          {deed.canPass && (
            <Button size="small" onClick={onPass}>
              {t(words.pass)}
            </Button>
          )}
          {deed.canTakeBack && (
            <Button size="small" appearance="subtle" onClick={onRemove}>
              {t(deed.isOwn ? words.takeBack : words.remove)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function PassOn({ of, deed, ...way }: { of: ChallengeView; deed: DeedView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const told = useTold();
  const [to, setTo] = useState<Pick>();
  const send = useBoxChange(passOn, (added) => {
    say(told(added, false));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.pass)}
      does={t(words.passDo)}
      isReady={to !== undefined}
      onDo={() => send.mutate({ params: { challenge: of.id, deed: deed.id }, body: { passTo: to?.id ?? '' } })}
      isBusy={send.isPending}
      error={send.error}
    >
      <MemberPicker name="passTo" label={t(words.passTo)} hint={t(words.passHint)} value={to} onChange={setTo} />
    </Ask>
  );
}

function TakeBack({ of, deed, ...way }: { of: ChallengeView; deed: DeedView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(removeDeed, () => {
    say(t(words.removed));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.takeBackAsk)}
      does={t(words.remove)}
      onDo={() => send.mutate({ params: { challenge: of.id, deed: deed.id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.takeBackWhy)}</p>
    </Ask>
  );
}

// ── Coordinators ───────────────────────────────────────────────────────────────────────────────

function Desk({ of, canRemove }: { of: ChallengeView; canRemove: boolean }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<'end' | 'remove'>();
  return (
    <section aria-labelledby="desk" className="desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      <div className="row">
        <LinkButton page={`${challengePage(of.id)}/edit`}>{t(words.editChallenge)}</LinkButton>
        {of.phase !== 'ended' && <Button onClick={() => ask('end')}>{t(words.endChallenge)}</Button>}
        {canRemove && (
          <Button appearance="subtle" onClick={() => ask('remove')}>
            {t(words.removeChallenge)}
          </Button>
        )}
      </div>
      {asked === 'end' && <End key={round} id={of.id} {...way} />}
      {asked === 'remove' && <Remove key={round} id={of.id} {...way} />}
    </section>
  );
}

function End({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(endChallenge, () => {
    say(t(words.saved));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.endChallengeAsk)}
      does={t(words.endChallenge)}
      onDo={() => send.mutate({ params: { challenge: id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.endChallengeWhy)}</p>
    </Ask>
  );
}

function Remove({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(removeChallenge, () => {
    say(t(words.removed));
    way.onEnd();
    replaceWith('boxes');
  });
  return (
    <Ask
      {...way}
      title={t(words.removeChallengeAsk)}
      does={t(words.removeChallenge)}
      onDo={() => send.mutate({ params: { challenge: id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.removeChallengeWhy)}</p>
    </Ask>
  );
}
