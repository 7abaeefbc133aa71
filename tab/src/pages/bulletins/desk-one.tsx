/** One bulletin as coordinators see it: what it says, where it stands, and what can be done with it now. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { CopyField } from '../../copy-field.tsx';
import { useRead, useSend } from '../../data.ts';
import { DateField, TimeField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { BulletinBody } from './body.tsx';
import {
  type DeskView,
  followUp,
  getDeskBulletin,
  removeBulletin,
  repostBulletin,
  scheduleBulletin,
  sendBulletin,
  shareBulletin,
  testBulletin,
  unscheduleBulletin,
} from './calls.ts';
import { AudienceLine } from './form.tsx';
import { DESK_PAGE, deskPage, seriesPage } from './place.ts';
import { bulletinText as words } from './text.ts';

/** Milliseconds between looks while it goes out, and else. */
const LIVE = 2000;
const CALM = 30_000;
const STALE = ['bulletins', 'bulletin-desk', 'bulletin-report'];

export function OneBulletin({ id }: { id: string }): ReactNode {
  const t = useT();
  const [isLive, setLive] = useState(false);
  const found = useRead('bulletin-desk', getDeskBulletin, {
    params: { bulletin: id },
    every: isLive ? LIVE : CALM,
  });
  const { data } = found;
  const goesOut = data !== undefined && isGoingOut(data);
  if (data && goesOut !== isLive) setLive(goesOut);
  return (
    <>
      {data?.series ? (
        <BackLink page={seriesPage(data.series.id)}>{t(words.ofSeries, { title: data.series.title })}</BackLink>
      ) : (
        <BackLink page={DESK_PAGE}>{t(words.title)}</BackLink>
      )}
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {data && <One of={data} />}
    </>
  );
}

/** Its time has come, and it has not all left yet. */
const isGoingOut = ({ state, sendAt, isMissed, post }: DeskView): boolean =>
  state === 'sending' ||
  post === 'waiting' ||
  post === 'sending' ||
  (state === 'scheduled' && !isMissed && sendAt !== undefined && Date.parse(sendAt) <= Date.now());

const STATES: Readonly<Record<DeskView['state'], Message>> = {
  draft: words.draft,
  scheduled: words.scheduled,
  sending: words.sending,
  sent: words.sent,
};

function One({ of }: { of: DeskView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const hasGone = of.state === 'sending' || of.state === 'sent';
  const time = hasGone ? of.sentAt : of.sendAt;
  return (
    <>
      <p className="eyebrow">
        {t(STATES[of.state])}
        {time !== undefined && ` · ${when(time)}`}
      </p>
      <Heading>{of.title}</Heading>
      {of.isMissed && (
        <div className="notice warning">
          <p className="strong">{t(words.missed)}</p>
          <p>{t(words.missedWhy)}</p>
        </div>
      )}
      {of.followsUp !== undefined && <p className="quiet">{t(words.followsUp, { title: of.followsUp })}</p>}
      <Actions of={of} hasGone={hasGone} />
      <div className="card bulletin-card">
        <BulletinBody of={of.view} />
      </div>
      <div className="sections">
        {!of.series && <Where of={of} hasGone={hasGone} />}
        {hasGone && <Share of={of} />}
        {of.corrections.length > 0 && <Earlier of={of} />}
      </div>
    </>
  );
}

type Asked = 'send' | 'schedule' | 'remove';

function Actions({ of, hasGone }: { of: DeskView; hasGone: boolean }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { asked, ask, way, round } = useAsked<Asked>();
  const params = { bulletin: of.id };
  const done = (row: Message) => () => {
    way.onEnd();
    say(t(row));
  };
  const send = useSend(sendBulletin, { stale: STALE, onDone: done(words.onItsWay) });
  const plan = useSend(scheduleBulletin, { stale: STALE, onDone: done(words.isScheduled) });
  const undo = useSend(unscheduleBulletin, { stale: STALE, onDone: () => say(t(words.unscheduled)) });
  const test = useSend(testBulletin, {
    onDone: () => {
      attempt.done();
      say(t(words.tested));
    },
  });
  const remove = useSend(removeBulletin, {
    stale: STALE,
    onDone: () => {
      way.onEnd();
      say(t(words.removed));
      replaceWith(DESK_PAGE);
    },
  });
  const follow = useSend(followUp, { stale: STALE, onDone: ({ id }) => goTo(`${deskPage(id)}/edit`) });
  const [typed, setTyped] = useState(of.schedule ?? { date: '', time: '09:00' });
  const byMail = of.mailTo !== undefined;
  if (of.series && !hasGone) return undefined;
  return (
    <>
      <div className="row">
        {!hasGone && (
          <>
            <Button appearance="primary" onClick={() => ask('send')}>
              {t(words.sendNow)}
            </Button>
            <Button onClick={() => ask('schedule')}>{t(words.schedule)}</Button>
            <LinkButton page={`${deskPage(of.id)}/edit`}>{t(words.edit)}</LinkButton>
            {of.state === 'scheduled' && (
              <Button disabledFocusable={undo.isPending} onClick={() => undo.mutate({ params })}>
                {t(words.unschedule)}
              </Button>
            )}
            {byMail && (
              <Button
                disabledFocusable={test.isPending}
                onClick={() => test.mutate({ params, body: { requestId: attempt.idFor(of.draft) } })}
              >
                {t(words.test)}
              </Button>
            )}
            {of.state === 'draft' && (
              <Button appearance="subtle" onClick={() => ask('remove')}>
                {t(words.remove)}
              </Button>
            )}
          </>
        )}
        {hasGone && !of.series && <LinkButton page={`${deskPage(of.id)}/edit`}>{t(words.correct)}</LinkButton>}
        {hasGone && byMail && (
          <>
            <LinkButton page={`${deskPage(of.id)}/report`}>{t(words.report)}</LinkButton>
            <Button
              disabledFocusable={follow.isPending}
              onClick={() => follow.mutate({ params, body: { requestId: attempt.idFor(of.id) } })}
            >
              {t(words.followUp)}
            </Button>
          </>
        )}
      </div>
      <Refused error={undo.error ?? test.error ?? follow.error} />
      {asked === 'send' && (
        <Ask
          key={round}
          {...way}
          title={t(words.sendNowTitle)}
          does={t(words.sendNow)}
          onDo={() => send.mutate({ params })}
          isBusy={send.isPending}
          error={send.error}
        >
          {of.draft.toChannel && <p>{t(words.sendNowChannel)}</p>}
          {of.mailTo !== undefined && <p>{t(words.sendNowMail, { whom: of.mailTo })}</p>}
          {of.draft.mailTo === 'members' && <AudienceLine filter={of.draft.filter} />}
          {byMail && <p>{t(words.sendNowFinal)}</p>}
        </Ask>
      )}
      {asked === 'schedule' && (
        <Ask
          key={round}
          {...way}
          title={t(words.scheduleTitle)}
          does={t(words.schedule)}
          onDo={() => plan.mutate({ params, body: typed })}
          isBusy={plan.isPending}
          error={plan.error}
        >
          <div className="date-and-time">
            <DateField
              name="date"
              label={t(words.date)}
              value={typed.date}
              onChange={(date) => setTyped({ ...typed, date })}
            />
            <TimeField
              name="time"
              label={t(words.time)}
              value={typed.time}
              onChange={(time) => setTyped({ ...typed, time })}
            />
          </div>
        </Ask>
      )}
      {asked === 'remove' && (
        <Ask
          key={round}
          {...way}
          title={t(words.removeTitle)}
          does={t(words.remove)}
          onDo={() => remove.mutate({ params })}
          isBusy={remove.isPending}
          error={remove.error}
        >
          <p>{t(words.removeWhy)}</p>
        </Ask>
      )}
    </>
  );
}

const POSTS: Readonly<Record<NonNullable<DeskView['post']>, Message>> = {
  waiting: words.postWaiting,
  sending: words.postWaiting,
  sent: words.postSent,
  unknown: words.postUnknown,
  failed: words.postFailed,
  removed: words.postFailed,
};

/** Where it goes or went, and what became of that. */
function Where({ of, hasGone }: { of: DeskView; hasGone: boolean }): ReactNode {
  const t = useT();
  const again = useSend(repostBulletin, { stale: STALE });
  const { post, mailTo, recipients } = of;
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t(hasGone ? words.whereWent : words.whereTo)}</h2>
      {of.draft.toChannel && (
        <p>
          {hasGone && post ? `${t(words.channelState)}: ${t(POSTS[post])}` : t(words.toChannel)}{' '}
          {(post === 'unknown' || post === 'failed') && (
            <Button size="small" onClick={() => again.mutate({ params: { bulletin: of.id } })}>
              {t(words.repost)}
            </Button>
          )}
        </p>
      )}
      {mailTo !== undefined && (
        <p>
          {t(words.mailState)}: {mailTo}
          {recipients !== undefined && ` (${recipients})`}
        </p>
      )}
      {!hasGone && of.draft.mailTo === 'members' && <AudienceLine filter={of.draft.filter} />}
      {of.draft.isPublic && !hasGone && <p>{t(words.isPublic)}</p>}
      <Refused error={again.error} />
    </section>
  );
}

function Share({ of }: { of: DeskView }): ReactNode {
  const t = useT();
  const { text, address, isPublic } = of.share;
  const open = useSend(shareBulletin, { stale: STALE });
  return (
    <section aria-labelledby="share" className="stack">
      <h2 id="share">{t(words.share)}</h2>
      <CopyField
        name="shareText"
        label={t(words.shareText)}
        hint={t(words.shareTextHint)}
        rows={4}
        value={`${text}\n${address}`}
      />
      <CopyField
        name="shareLink"
        label={t(words.shareLink)}
        {...(isPublic ? {} : { hint: t(words.shareLinkHint) })}
        value={address}
      />
      <div className="row">
        <Button
          disabledFocusable={open.isPending}
          onClick={() => open.mutate({ params: { bulletin: of.id }, body: { isPublic: !isPublic } })}
        >
          {t(isPublic ? words.closePage : words.openPage)}
        </Button>
      </div>
      <Refused error={open.error} />
    </section>
  );
}

function Earlier({ of }: { of: DeskView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  return (
    <details>
      <summary>{t(words.earlier, { n: of.corrections.length })}</summary>
      {[...of.corrections].reverse().map(({ at, by, title, text }) => (
        <div key={at} className="letter-preview">
          <p className="quiet small">{t(words.earlierBy, { by, when: when(at) })}</p>
          <p className="strong">{title}</p>
          <p>{text}</p>
        </div>
      ))}
    </details>
  );
}
