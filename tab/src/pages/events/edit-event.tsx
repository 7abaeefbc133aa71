/** Changing an event: a draft until it is published, a published one with a word to those who come. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import type { ApiProblem } from '../../api.ts';
import { Ask, useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { changeEvent, type EventView, publishEvent } from '../../calls.ts';
import { useEvent, useEventChange } from '../../data.ts';
import { CheckField, OneField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { eventDeskText as words } from './desk-text.ts';
import { draftOf, EventFields, type EventForm, formOf, Mistakes, NOTHING_WRONG } from './event-form.tsx';
import { eventPage } from './event-line.tsx';

export function EditEvent({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useEvent(id);
  const { data: event } = found;
  return (
    <>
      {event && <BackLink page={eventPage(event.id)}>{event.title}</BackLink>}
      <Heading>{t(words.editEvent)}</Heading>
      {found.isPending && <Skeleton />}
      {found.isError && !event && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {event && (event.desk?.can.change ? <Edit event={event} desk={event.desk} /> : <p>{t(words.notChangeable)}</p>)}
    </>
  );
}

type OnFewer = 'keep' | 'move';

/** The server's code for a capacity that would leave people without their places: it can be asked what becomes of them. */
const isAboutFewer = (error: ApiProblem | null): boolean =>
  error !== null && error.fields.length > 0 && error.fields.every(({ code }) => code === 'fewerPlaces');

function Edit({ event, desk }: { event: EventView; desk: NonNullable<EventView['desk']> }): ReactNode {
  const t = useT();
  const say = useSay();
  const isDraft = event.phase === 'draft';
  /** As it was when the page was opened: what others change meanwhile doesn't take away what is being typed. */
  const [form, setForm] = useState<EventForm>(() => formOf(desk.draft));
  const [tells, setTells] = useState(true);
  const [onFewer, setOnFewer] = useState<OnFewer>('keep');
  const { asked, ask, way, round } = useAsked<'fewer'>();
  const end = (saying: string): void => {
    say(saying);
    replaceWith(eventPage(event.id));
  };
  const publish = useEventChange(publishEvent, () => end(t(words.published)));
  const change = useEventChange(changeEvent);
  const send = (how: { onFewer?: OnFewer; publishes?: boolean } = {}): void => {
    const { publishes = false, ...fewer } = how;
    change.mutate(
      { params: { event: event.id }, body: { draft: draftOf(form), tells: tells && !isDraft, ...fewer } },
      {
        onSuccess: () => {
          if (publishes) publish.mutate({ params: { event: event.id } });
          else {
            way.onEnd();
            end(t(isDraft ? words.draftSaved : words.changesSaved));
          }
        },
        onError: (error) => {
          if (isAboutFewer(error) && how.onFewer === undefined) ask('fewer');
        },
      },
    );
  };
  const isBusy = change.isPending || publish.isPending;
  const isFewer = isAboutFewer(change.error);
  return (
    <>
      <EventFields
        form={form}
        onChange={(next) => {
          change.reset();
          publish.reset();
          setForm(next);
        }}
        state={isDraft ? 'draft' : 'published'}
        problems={(change.error ?? publish.error)?.fields ?? NOTHING_WRONG}
        onSubmit={() => send({ publishes: isDraft })}
      >
        {!isDraft && (
          <CheckField name="tells" label={t(words.tells)} hint={t(words.tellsHint)} isOn={tells} onChange={setTells} />
        )}
        <Mistakes error={change.error ?? publish.error} />
        <div className="row">
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isBusy}>
            {t(isDraft ? words.publish : words.saveChanges)}
          </Button>
          {isDraft && (
            <Button size="large" disabledFocusable={isBusy} onClick={() => send()}>
              {t(words.saveDraft)}
            </Button>
          )}
        </div>
      </EventFields>
      {asked === 'fewer' && (
        <Ask
          key={round}
          title={t(words.fewerTitle)}
          does={t(words.saveChanges)}
          onDo={() => send({ onFewer })}
          {...way}
          isBusy={change.isPending}
          error={isFewer ? null : change.error}
        >
          {change.error?.fields.map(({ field, message }) => (
            <p key={field}>{message}</p>
          ))}
          <OneField
            name="onFewer"
            label={t(words.fewerWhat)}
            value={onFewer}
            choices={[
              { value: 'keep', label: t(words.fewerKeep), hint: t(words.fewerKeepHint) },
              { value: 'move', label: t(words.fewerMove), hint: t(words.fewerMoveHint) },
            ]}
            onChange={setOnFewer}
          />
        </Ask>
      )}
    </>
  );
}
