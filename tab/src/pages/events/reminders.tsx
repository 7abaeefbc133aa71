/** What goes out by itself, what has gone out, and sending a reminder by hand once its reach is seen. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { type EventView, previewEventReminder, type ReminderView, sendReminder, setReminders } from '../../calls.ts';
import { useEventChange, useRead } from '../../data.ts';
import { CheckField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { eventDeskText as words } from './desk-text.ts';
import type { OfEvent } from './event-desk.tsx';
import { reminderName } from './event-form.tsx';

export function Reminders({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const say = useSay();
  const { asked, ask, way, round, fallback } = useAsked<ReminderView['kind']>();
  const set = useEventChange(setReminders, () => say(t(words.switched)));
  const isAhead = event.phase === 'upcoming' || event.phase === 'closed' || event.phase === 'draft';
  const on = desk.reminders.filter(({ isOn }) => isOn).map(({ kind }) => kind);
  const shown = desk.reminders.filter(({ sent }) => isAhead || sent.length > 0);
  const isToCome = isAhead || event.phase === 'ongoing';
  if (shown.length === 0 && !isToCome) return undefined;
  return (
    <section aria-labelledby="reminders">
      <h3 id="reminders" ref={fallback} tabIndex={-1}>
        {t(words.reminders)}
      </h3>
      <ul className="plain event-reminders">
        {shown.map((one) => {
          const { kind, isOn, due, sent } = one;
          const hint = !isOn ? t(words.isOff) : due ? t(words.goesOut, { when: when(due) }) : t(words.noTime);
          return (
            <li key={kind}>
              <div>
                {isAhead ? (
                  <CheckField
                    name={kind}
                    label={t(reminderName(kind))}
                    hint={hint}
                    isOn={isOn}
                    onChange={(is) => {
                      if (set.isPending) return;
                      set.mutate({
                        params: { event: event.id },
                        body: { on: is ? [...on, kind] : on.filter((other) => other !== kind) },
                      });
                    }}
                  />
                ) : (
                  <p>{t(reminderName(kind))}</p>
                )}
                {sent.length > 0 && (
                  <ul className="plain quiet small log">
                    {sent.map((entry) => (
                      <Log key={`${entry.at} ${entry.state}`} of={entry} />
                    ))}
                  </ul>
                )}
              </div>
              {desk.can.remind && (
                <Button
                  size="small"
                  aria-label={t(words.sendNowOf, { name: t(reminderName(kind)) })}
                  onClick={() => ask(kind)}
                >
                  {t(words.sendNow)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {isToCome && <p className="quiet">{t(event.asksFeedback ? words.asksFeedback : words.asksNoFeedback)}</p>}
      <Refused error={set.error} />
      {asked && <Send key={round} event={event} kind={asked} {...way} />}
    </section>
  );
}

function Log({ of }: { of: ReminderView['sent'][number] }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { state, direct, mail, others, channel, isByHand } = of;
  const at = { when: when(of.at) };
  if (state === 'sending') return <li>{t(words.logSending, at)}</li>;
  if (state === 'skipped') return <li>{t(words.logSkipped, at)}</li>;
  if (state === 'nobody') return <li>{t(words.logNobody, at)}</li>;
  const numbers = { direct, mail, others, channel: String(channel), byHand: String(isByHand) };
  return <li>{t(words.logSent, { ...at, ...numbers })}</li>;
}

function Send({ event, kind, ...way }: { event: EventView; kind: ReminderView['kind'] } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [channel, setChannel] = useState(true);
  const reach = useRead('reminder', previewEventReminder, { params: { event: event.id, kind } });
  const send = useEventChange(sendReminder, () => {
    attempt.done();
    say(t(words.reminded));
    way.onEnd();
  });
  const found = reach.data;
  return (
    <Ask
      title={t(words.remindTitle)}
      does={t(words.remindSend)}
      onDo={() =>
        send.mutate({
          params: { event: event.id, kind },
          body: { channel, requestId: attempt.idFor({ kind, channel }) },
        })
      }
      {...way}
      isReady={found !== undefined}
      isOnlyTold={found?.people === 0}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(reminderName(kind))}</p>
      <div aria-live="polite">
        {reach.isPending && <p className="quiet">{t(text.loading)}</p>}
        {reach.isError && !found && <Failure error={reach.error} onRetry={() => void reach.refetch()} />}
        {found && (
          <p>
            {t(words.remindReach, {
              people: found.people,
              direct: found.direct,
              mail: found.mail,
              others: found.others,
            })}
          </p>
        )}
      </div>
      {found && found.people > 0 && (
        <>
          <CheckField name="channel" label={t(words.remindChannel)} isOn={channel} onChange={setChannel} />
          {channel && (
            <figure className="quote">
              <figcaption className="quiet small">{t(words.remindChannelText)}</figcaption>
              <blockquote>{found.channelText}</blockquote>
            </figure>
          )}
        </>
      )}
    </Ask>
  );
}
