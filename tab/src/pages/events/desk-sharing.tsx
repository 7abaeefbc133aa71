/** What an event has beside its list of people: the public page, the Teams meeting, and the material that comes afterwards. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { addMaterial, type EventView, makeMeeting, renewPublicLink, updateMeeting } from '../../calls.ts';
import { CopyField } from '../../copy-field.tsx';
import { useEventChange } from '../../data.ts';
import { SelectField, TextField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { eventDeskText as words } from './desk-text.ts';
import type { OfEvent } from './event-desk.tsx';

export function PublicPage({ event, desk: { publicPage, can } }: OfEvent): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<'renew'>();
  if (!publicPage) return undefined;
  return (
    <section aria-labelledby="public-page">
      <h3 id="public-page" ref={fallback} tabIndex={-1}>
        {t(words.publicPage)}
      </h3>
      <p className="quiet">{t(words.publicWhy)}</p>
      <div className="stack">
        <CopyField name="address" label={t(words.address)} value={publicPage.address} />
        <CopyField name="mail" label={t(words.mailText)} value={publicPage.mail} rows={8} />
        <CopyField name="short" label={t(words.shortText)} value={publicPage.short} rows={3} />
      </div>
      {can.change && (
        <div className="row">
          <Button onClick={() => ask('renew')}>{t(words.renewLink)}</Button>
        </div>
      )}
      {asked === 'renew' && <Renew key={round} event={event} {...way} />}
    </section>
  );
}

function Renew({ event, ...way }: { event: EventView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const renew = useEventChange(renewPublicLink, () => {
    say(t(words.renewed));
    way.onEnd();
  });
  return (
    <Ask
      title={t(words.renewTitle)}
      does={t(words.renewLink)}
      onDo={() => renew.mutate({ params: { event: event.id } })}
      {...way}
      isBusy={renew.isPending}
      error={renew.error}
    >
      <p>{t(words.renewWhy)}</p>
    </Ask>
  );
}

/** Shows nothing where the server makes no meetings and there is none. */
export function Meeting({ event, desk: { meeting, can } }: OfEvent): ReactNode {
  const t = useT();
  const say = useSay();
  const make = useEventChange(makeMeeting, () => say(t(words.meetingMade)));
  const update = useEventChange(updateMeeting, () => say(t(words.meetingUpdated)));
  if (!meeting && !can.makeMeeting) return undefined;
  const params = { event: event.id };
  return (
    <section aria-labelledby="teams-meeting">
      <h3 id="teams-meeting">{t(words.teamsMeeting)}</h3>
      {meeting && !meeting.hasOwnerLeft && !meeting.isGone && (
        <p>{meeting.isOwn ? t(words.meetingOwn) : t(words.meetingOf, { name: meeting.owner })}</p>
      )}
      {meeting?.hasOwnerLeft && <p className="notice warning">{t(words.meetingOwnerLeft, { name: meeting.owner })}</p>}
      {meeting?.isGone && !meeting.hasOwnerLeft && (
        <p className="notice warning">{t(words.meetingGone, { name: meeting.owner })}</p>
      )}
      {meeting?.isStale && !meeting.hasOwnerLeft && !meeting.isGone && (
        <p className="notice warning">
          {meeting.isOwn ? t(words.meetingStale) : t(words.meetingStaleOther, { name: meeting.owner })}
        </p>
      )}
      {can.makeMeeting && <p className="quiet">{t(words.makeMeetingWhy)}</p>}
      <Refused error={make.error ?? update.error} />
      {(can.makeMeeting || can.updateMeeting) && (
        <div className="row">
          {can.makeMeeting && (
            <Button disabledFocusable={make.isPending} onClick={() => make.mutate({ params })}>
              {t(words.makeMeeting)}
            </Button>
          )}
          {can.updateMeeting && (
            <Button disabledFocusable={update.isPending} onClick={() => update.mutate({ params })}>
              {t(words.updateMeeting)}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** The links themselves are on the page above, for everyone. */
export function Materials({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<'add'>();
  if (!desk.can.addMaterial) return undefined;
  return (
    <section aria-labelledby="desk-materials">
      <h3 id="desk-materials" ref={fallback} tabIndex={-1}>
        {t(words.materials)}
      </h3>
      <p className="quiet">{t(words.addMaterialWhy)}</p>
      <div className="row">
        <Button appearance={event.lacksMaterial ? 'primary' : 'secondary'} onClick={() => ask('add')}>
          {t(words.addMaterial)}
        </Button>
      </div>
      {asked === 'add' && <Add key={round} event={event} {...way} />}
    </section>
  );
}

type MaterialType = 'presentation' | 'recording' | 'document' | 'link';

function Add({ event, ...way }: { event: EventView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [title, setTitle] = useState(event.title);
  const [url, setUrl] = useState('');
  const [type, setType] = useState<MaterialType>('presentation');
  const add = useEventChange(addMaterial, () => {
    attempt.done();
    say(t(words.materialAdded));
    way.onEnd();
  });
  const content = { title, url, type };
  return (
    <Ask
      title={t(words.addMaterial)}
      does={t(words.add)}
      onDo={() => add.mutate({ params: { event: event.id }, body: { ...content, requestId: attempt.idFor(content) } })}
      {...way}
      isReady={title.trim() !== '' && url.trim() !== ''}
      isBusy={add.isPending}
      error={add.error}
    >
      <SelectField<MaterialType>
        name="type"
        label={t(words.materialType)}
        value={type}
        choices={[
          { value: 'presentation', label: t(words.presentation) },
          { value: 'recording', label: t(words.recording) },
          { value: 'document', label: t(words.document) },
          { value: 'link', label: t(words.link) },
        ]}
        onChange={setType}
      />
      <TextField name="title" label={t(words.materialTitle)} isRequired value={title} onChange={setTitle} />
      <TextField
        name="url"
        type="url"
        label={t(words.materialUrl)}
        hint={t(words.materialUrlHint)}
        isRequired
        value={url}
        onChange={setUrl}
      />
    </Ask>
  );
}
