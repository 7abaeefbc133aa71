/** The reader’s own registration: answered by one tap, changed as long as that is possible, and what belongs to it. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef } from 'react';
import { useAttempt } from '../../attempt.ts';
import { answerEvent, confirmEvent, type EventView, leaveWaitingList } from '../../calls.ts';
import { useEventChange } from '../../data.ts';
import { LongTextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { CalendarRegular, CheckmarkCircleFilled, CheckmarkRegular } from '../../icons.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { type Message, type Translate, text } from '../../text.ts';
import { Colleagues } from './colleagues.tsx';
import { AnswerDetails } from './details.tsx';
import { eventText } from './text.ts';

type Attendance = EventView['offers'][number];

const ATTENDANCES: Readonly<Record<Attendance, Message>> = {
  room: eventText.room,
  online: eventText.online,
  maybe: eventText.maybe,
  no: eventText.no,
};

export function OwnRegistration({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const { own, phase } = event;
  const isComing = own.attendance === 'room' || own.attendance === 'online';
  const isAhead = phase === 'upcoming' || phase === 'closed' || phase === 'ongoing';
  return (
    <section aria-labelledby="own-registration" className="card own-registration">
      <h2 id="own-registration" ref={heading} tabIndex={-1}>
        {t(eventText.own)}
      </h2>
      <p className={`standing ${own.holds ? 'good' : ''}`}>
        {own.holds && <CheckmarkCircleFilled className="icon" />}
        {standingWords(event, t)}
      </p>
      {event.answer?.registeredBy && phase === 'upcoming' && (
        <Confirm event={event} by={event.answer.registeredBy} onDone={() => heading.current?.focus()} />
      )}
      <Answers event={event} />
      {own.waitsFor && isAhead && <LeaveList event={event} onDone={() => heading.current?.focus()} />}
      {event.calendar && isAhead && (
        <div className="row">
          <Button as="a" href={event.calendar} target="_blank" rel="noopener noreferrer" icon={<CalendarRegular />}>
            {t(eventText.addToCalendar)}
            <span className="hidden">, {t(text.opensElsewhere)}</span>
          </Button>
        </div>
      )}
      {own.attendance === 'no' && isAhead && event.offers.includes('no') && <Wish event={event} />}
      {isComing && event.offers.includes(own.attendance ?? 'no') && <AnswerDetails event={event} />}
      <Colleagues event={event} />
    </section>
  );
}

/** How the reader stands, in a sentence; the same is said aloud after each answer. */
function standingWords({ own, phase }: EventView, t: Translate): string {
  const { holds, waitsFor, position = 1 } = own;
  if (phase === 'past' && holds) return `${t(text.wasRegistered)}.`;
  if (phase === 'past' && waitsFor) return t(eventText.stayedWaiting);
  if (waitsFor === 'room') return t(holds ? eventText.waitsRoomHolds : eventText.waitsRoom, { n: position });
  if (waitsFor === 'online') return t(holds ? eventText.waitsOnlineHolds : eventText.waitsOnline, { n: position });
  if (holds) return t(holds === 'room' ? eventText.hasRoom : eventText.hasOnline);
  if (own.attendance === 'maybe') return t(eventText.saidMaybe);
  if (own.attendance === 'no') return t(eventText.saidNo);
  return t(own.attendance === undefined ? eventText.notAnswered : eventText.noPlace);
}

function Answers({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const answer = useEventChange(answerEvent, (now) => {
    attempt.done();
    say(standingWords(now, t));
  });
  const { offers, own } = event;
  const sending = answer.isPending ? answer.variables.body?.attendance : undefined;
  const send = (attendance: Attendance): void => {
    if (answer.isPending) return;
    answer.mutate({ params: { event: event.id }, body: { attendance, requestId: attempt.idFor({ attendance, own }) } });
  };
  if (offers.length === 0) return <NoAnswers event={event} />;
  const isOnlyNo = offers.length === 1;
  return (
    <>
      {isOnlyNo && <p className="quiet">{t(eventText.onlyNo)}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset can’t stand in the grid of the buttons */}
      <div role="group" aria-label={t(eventText.answers)} className="answers">
        {offers.map((attendance) => {
          const isChosen = own.attendance === attendance;
          return (
            <Button
              key={attendance}
              appearance={isChosen ? 'primary' : 'secondary'}
              aria-pressed={isChosen}
              aria-busy={sending === attendance}
              disabledFocusable={answer.isPending}
              {...(isChosen ? { icon: <CheckmarkRegular /> } : {})}
              onClick={() => send(attendance)}
            >
              {t(ATTENDANCES[attendance])}
            </Button>
          );
        })}
      </div>
      <p role="status" className="quiet small">
        {answer.isPending ? t(eventText.saving) : ''}
      </p>
      {!isOnlyNo && !answer.isPending && (
        <p className="quiet small">
          {offers.includes('maybe') && `${t(eventText.maybeHolds)} `}
          {t(eventText.canChange)}
        </p>
      )}
      <Refused error={answer.error} />
    </>
  );
}

/** Why there is nothing to tap. */
function NoAnswers({ event: { phase, isForOthers, group, own } }: { event: EventView }): ReactNode {
  const t = useT();
  if (isForOthers)
    return <p className="quiet">{group ? t(eventText.notForYou, { group }) : t(eventText.notForYouOther)}</p>;
  if (own.holds || own.waitsFor) return undefined;
  if (phase === 'closed') return <p className="quiet">{t(eventText.closedWhat)}</p>;
  return phase === 'ongoing' ? <p className="quiet">{t(eventText.ongoingWhat)}</p> : undefined;
}

interface StepProps {
  readonly event: EventView;
  /** The button goes with what it did: the focus needs another place. */
  readonly onDone: () => void;
}

function Confirm({ event, by, onDone }: StepProps & { by: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const confirm = useEventChange(confirmEvent, () => {
    onDone();
    say(t(eventText.confirmed));
  });
  return (
    <div className="notice">
      <p>{t(eventText.registeredBy, { name: by })}</p>
      <div className="row">
        <Button
          appearance="primary"
          disabledFocusable={confirm.isPending}
          onClick={() => confirm.mutate({ params: { event: event.id } })}
        >
          {t(eventText.confirm)}
        </Button>
      </div>
      <Refused error={confirm.error} />
    </div>
  );
}

function LeaveList({ event, onDone }: StepProps): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const leave = useEventChange(leaveWaitingList, () => {
    attempt.done();
    onDone();
    say(t(eventText.leftList));
  });
  return (
    <>
      <div className="row">
        <Button
          disabledFocusable={leave.isPending}
          onClick={() => leave.mutate({ params: { event: event.id }, body: { requestId: attempt.idFor(event.own) } })}
        >
          {t(eventText.leaveList)}
        </Button>
      </div>
      <Refused error={leave.error} />
    </>
  );
}

/** Who can’t come may say what would have helped; nobody has to. */
function Wish({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { draft, set } = useDraft({ wish: event.answer?.wish ?? '' });
  const send = useEventChange(answerEvent, () => {
    attempt.done();
    say(t(eventText.wishSent));
  });
  const submit = (): void => {
    const content = { attendance: 'no' as const, wish: draft.wish };
    send.mutate({ params: { event: event.id }, body: { ...content, requestId: attempt.idFor(content) } });
  };
  return (
    <Form onSubmit={submit} error={send.error} does={t(eventText.send)} isBusy={send.isPending}>
      <LongTextField
        name="wish"
        label={t(eventText.wish)}
        hint={t(eventText.wishHint)}
        isOptional
        rows={2}
        value={draft.wish}
        onChange={set('wish')}
      />
    </Form>
  );
}
