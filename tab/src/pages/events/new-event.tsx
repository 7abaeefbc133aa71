/** A new event, or a series of them: published at once, or kept as a draft. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { createEvents } from '../../calls.ts';
import { useEventChange } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { eventDeskText as words } from './desk-text.ts';
import { draftOf, EventFields, emptyForm, isUntouched, Mistakes, NOTHING_WRONG, withAllFields } from './event-form.tsx';
import { eventPage } from './event-line.tsx';

export function NewEvent(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { network } = useSession();
  const [form, setForm, forget] = useKeptForm(`verkostobotti.newEvent.${network.id}`, emptyForm, withAllFields);
  const create = useEventChange(createEvents, (event) => {
    attempt.done();
    forget();
    say(t(event.phase === 'draft' ? words.draftSaved : words.published));
    replaceWith(eventPage(event.id));
  });
  const send = (goesOut: boolean): void => {
    const body = { draft: draftOf(form), publishes: goesOut };
    create.mutate({ body: { ...body, requestId: attempt.idFor(body) } });
  };
  return (
    <>
      <BackLink page="events">{t(text.events)}</BackLink>
      <Heading>{t(words.newEvent)}</Heading>
      <p className="lead">{t(words.newLead)}</p>
      <EventFields
        form={form}
        onChange={(next) => {
          create.reset();
          setForm(next);
        }}
        problems={create.error?.fields ?? NOTHING_WRONG}
        onSubmit={() => send(true)}
      >
        <Mistakes error={create.error} />
        <div className="row">
          <Button type="submit" appearance="primary" size="large" disabledFocusable={create.isPending}>
            {t(words.publish)}
          </Button>
          {network.coordinator && (
            <Button size="large" disabledFocusable={create.isPending} onClick={() => send(false)}>
              {t(words.saveDraft)}
            </Button>
          )}
          {!isUntouched(form) && (
            <Button
              appearance="subtle"
              size="large"
              onClick={() => {
                create.reset();
                setForm(emptyForm());
              }}
            >
              {t(words.clear)}
            </Button>
          )}
        </div>
      </EventFields>
    </>
  );
}
