/** The coordinator's desk of one event: its state, who comes, what goes out, and what is done afterwards. */
import { Button } from '@fluentui/react-button';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import {
  cancelEvent,
  type EventView,
  listParticipants,
  type PlaceCountView,
  publishEvent,
  repostEvent,
  setHeadcount,
  undoEvent,
} from '../../calls.ts';
import { useEventChange, useRead } from '../../data.ts';
import { LongTextField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { LinkButton } from '../../link-button.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { type LetterKind, Letters } from '../letters.tsx';
import { Catering } from './catering.tsx';
import { Materials, Meeting, PublicPage } from './desk-sharing.tsx';
import { eventDeskText as words } from './desk-text.ts';
import { eventPage } from './event-line.tsx';
import { Participants } from './participants.tsx';
import { Reminders } from './reminders.tsx';
import './desk.css';

type DeskView = NonNullable<EventView['desk']>;
export interface OfEvent {
  readonly event: EventView;
  readonly desk: DeskView;
}
type Asked = 'publish' | 'cancel' | 'undo';

const LETTERS: readonly LetterKind[] = [
  { drawing: 'events.invitation', name: words.lettersInvitation },
  { drawing: 'events.own', name: words.lettersOwn },
  { drawing: 'events.confirm', name: words.lettersConfirm },
  { drawing: 'events.news', name: words.lettersNews },
  { drawing: 'events.changed', name: words.lettersChanged },
  { drawing: 'events.cancelled', name: words.lettersCancelled },
  { drawing: 'events.reminder', name: words.lettersReminder },
];

export function EventDesk({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const { can } = desk;
  const isDraft = event.phase === 'draft';
  const page = eventPage(event.id);
  return (
    <section aria-labelledby="desk" className="desk event-desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      <p className="quiet">{t(words.deskWhy)}</p>
      {event.phase !== 'undone' && !isDraft && <PostState event={event} desk={desk} />}
      {event.lacksMaterial && <p className="notice next">{t(words.addSlides)}</p>}
      <div className="row">
        {can.publish && (
          <Button appearance="primary" onClick={() => ask('publish')}>
            {t(words.publish)}
          </Button>
        )}
        {can.change && (
          <LinkButton page={`${page}/edit`} icon={<EditRegular />}>
            {t(words.edit)}
          </LinkButton>
        )}
        {can.noteAttendance && (
          <>
            <LinkButton page={`${page}/door`} appearance="primary">
              {t(words.toDoor)}
            </LinkButton>
            {event.ways !== 'room' && <LinkButton page={`${page}/report`}>{t(words.toReport)}</LinkButton>}
          </>
        )}
        {event.feedback !== undefined && <LinkButton page={event.feedback}>{t(words.feedback)}</LinkButton>}
        {can.cancel && <Button onClick={() => ask('cancel')}>{t(words.cancelEvent)}</Button>}
        {can.undo && <Button onClick={() => ask('undo')}>{t(isDraft ? words.removeDraft : words.undo)}</Button>}
      </div>
      {!isDraft && event.phase !== 'undone' && (
        <>
          <Figures event={event} desk={desk} />
          <Participants event={event} desk={desk} />
          {event.asksNeeds && <Catering event={event} />}
        </>
      )}
      {event.phase !== 'undone' && event.phase !== 'cancelled' && (
        <>
          <Reminders event={event} desk={desk} />
          {!isDraft && (
            <>
              <PublicPage event={event} desk={desk} />
              <Meeting event={event} desk={desk} />
              <Materials event={event} desk={desk} />
              {can.noteAttendance && <Headcount event={event} desk={desk} />}
            </>
          )}
        </>
      )}
      {!isDraft && <Letters subjects={desk.letters} kinds={LETTERS} />}
      {asked === 'publish' && <Publish key={round} event={event} {...way} />}
      {asked === 'cancel' && <Cancel key={round} event={event} {...way} />}
      {asked === 'undo' && <Undo key={round} event={event} {...way} />}
    </section>
  );
}

/** Whether the invitation is in the channel, when that is not certain. */
function PostState({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const say = useSay();
  const repost = useEventChange(repostEvent, () => say(t(words.done)));
  const { state, due } = desk.post;
  if (due !== undefined) return <p className="quiet">{t(words.postLater, { when: when(due) })}</p>;
  if (state === 'waiting' || state === 'sending') return <p className="quiet">{t(words.postWaiting)}</p>;
  if (state !== 'unknown' && state !== 'failed') return undefined;
  return (
    <div className="notice warning">
      <p>{t(state === 'unknown' ? words.postUnknown : words.postFailed)}</p>
      <Refused error={repost.error} />
      <div className="row">
        <Button disabledFocusable={repost.isPending} onClick={() => repost.mutate({ params: { event: event.id } })}>
          {t(text.postAgain)}
        </Button>
      </div>
    </div>
  );
}

// ── Figures ────────────────────────────────────────────────────────────────────────────────────

function Figures({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const { room, online, maybe, no } = event;
  const silent = useRead('participants', listParticipants, { params: { event: event.id } }).data?.silent;
  const taken = ({ taken: n, capacity }: PlaceCountView): string =>
    capacity === undefined ? String(n) : t(words.ofCapacity, { taken: n, capacity });
  const waiting = (of: PlaceCountView | undefined): string | undefined =>
    of && of.waiting > 0 ? t(words.waitingN, { n: of.waiting }) : undefined;
  const { came, noShows, firstTimers, headcount } = desk.attendance ?? {};
  const rows: readonly { name: Message; value: string | number | undefined; more?: string | undefined }[] = [
    { name: words.inRoom, value: room && taken(room), more: waiting(room) },
    { name: words.online, value: online && taken(online), more: waiting(online) },
    { name: words.maybe, value: maybe },
    { name: words.no, value: no },
    { name: words.silent, value: event.phase === 'upcoming' ? silent : undefined },
    { name: words.came, value: came },
    { name: words.noShows, value: noShows },
    { name: words.firstTimers, value: firstTimers },
    { name: words.headcount, value: headcount },
  ];
  return (
    <section aria-labelledby="figures">
      <h3 id="figures">{t(words.figures)}</h3>
      <dl className="event-figures">
        {rows.map(
          ({ name, value, more }) =>
            value !== undefined && (
              <div key={name.fi}>
                <dt>{[t(name), more].filter(Boolean).join(', ')}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function Headcount({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  return <HeadcountForm event={event.id} now={desk.attendance?.headcount} title={t(words.headcount)} />;
}

/** How many came, counted by hand; `title` is the heading of the section. */
export function HeadcountForm({
  event,
  now,
  title,
}: {
  event: string;
  now: number | undefined;
  title: string;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState<string>();
  const save = useEventChange(setHeadcount, () => {
    setTyped(undefined);
    say(t(words.saved));
  });
  return (
    <section aria-labelledby="headcount">
      <h3 id="headcount">{title}</h3>
      <Form
        label={title}
        does={t(words.save)}
        isBusy={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ params: { event }, body: { headcount: typed ?? String(now ?? '') } })}
      >
        <TextField
          name="headcount"
          label={t(words.headcountField)}
          hint={t(words.headcountHint)}
          inputMode="numeric"
          value={typed ?? String(now ?? '')}
          onChange={setTyped}
        />
      </Form>
    </section>
  );
}

// ── Dialogs ────────────────────────────────────────────────────────────────────────────────────

interface AboutEvent extends Way {
  readonly event: EventView;
}

function Publish({ event, ...way }: AboutEvent): ReactNode {
  const t = useT();
  const say = useSay();
  const publish = useEventChange(publishEvent, () => {
    say(t(words.published));
    way.onEnd();
  });
  return (
    <Ask
      title={t(words.publishTitle)}
      does={t(words.publish)}
      onDo={() => publish.mutate({ params: { event: event.id } })}
      {...way}
      isBusy={publish.isPending}
      error={publish.error}
    >
      <p>{t(words.publishWhy)}</p>
      {event.series && <p>{t(words.publishSeries)}</p>}
    </Ask>
  );
}

function Cancel({ event, ...way }: AboutEvent): ReactNode {
  const t = useT();
  const say = useSay();
  const [reason, setReason] = useState('');
  const cancel = useEventChange(cancelEvent, () => {
    say(t(words.cancelled));
    way.onEnd();
  });
  return (
    <Ask
      title={t(words.cancelTitle)}
      does={t(words.cancelEvent)}
      onDo={() => cancel.mutate({ params: { event: event.id }, body: { reason } })}
      {...way}
      isBusy={cancel.isPending}
      error={cancel.error}
    >
      <p>{t(words.cancelWhy)}</p>
      <LongTextField
        name="reason"
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        isOptional
        rows={2}
        value={reason}
        onChange={setReason}
      />
    </Ask>
  );
}

function Undo({ event, ...way }: AboutEvent): ReactNode {
  const t = useT();
  const say = useSay();
  const isDraft = event.phase === 'draft';
  const undo = useEventChange(undoEvent, () => {
    say(t(words.done));
    way.onEnd();
  });
  return (
    <Ask
      title={t(isDraft ? words.removeDraftTitle : words.undoTitle)}
      does={t(isDraft ? words.removeDraft : words.undo)}
      onDo={() => undo.mutate({ params: { event: event.id } })}
      {...way}
      isBusy={undo.isPending}
      error={undo.error}
    >
      <p>{t(isDraft ? words.removeDraftWhy : words.undoWhy)}</p>
    </Ask>
  );
}
