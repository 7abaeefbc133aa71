/** Colleagues whom the reader registers: a folded form, and how each of them stands. */
import { type ReactNode, useId, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { type EventView, listOrganisations, registerColleague, type StandingView } from '../../calls.ts';
import { useEventChange, useReadPages } from '../../data.ts';
import { Labelled, OneField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { type Translate, text } from '../../text.ts';
import { eventText } from './text.ts';

type Place = NonNullable<StandingView['holds']>;
const EMPTY = { name: '', email: '', organisation: '' };

export function Colleagues({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const places = event.offers.filter((one): one is Place => one === 'room' || one === 'online');
  const mayAdd = event.takesColleagues && places.length > 0;
  return (
    <>
      {event.colleagues.length > 0 && (
        <div className="brought">
          <h3>{t(eventText.colleagues)}</h3>
          <ul className="notes">
            {event.colleagues.map(({ who, name, standing }) => (
              <li key={who}>
                {name}: {briefly(standing, t)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayAdd && (
        <details className="more-settings" onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
          <summary>{t(eventText.addColleague)}</summary>
          {isOpen && <ColleagueForm event={event} places={places} />}
        </details>
      )}
    </>
  );
}

/** `etänä`, `paikan päällä · varasijalla 2`. */
function briefly({ holds, waitsFor, position = 1 }: StandingView, t: Translate): string {
  const word = (place: Place): string => t(place === 'room' ? eventText.inRoomWord : eventText.onlineWord);
  if (waitsFor) return `${word(waitsFor)}, ${t(eventText.waitsAt, { n: position })}`;
  return holds ? word(holds) : t(eventText.withoutPlace);
}

function ColleagueForm({ event, places }: { event: EventView; places: readonly Place[] }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { draft, set, replace } = useDraft(EMPTY);
  const [attendance, setAttendance] = useState<Place>(event.own.holds ?? places[0] ?? 'online');
  const register = useEventChange(registerColleague, () => {
    attempt.done();
    say(t(eventText.colleagueDone, { name: draft.name.trim() }));
    replace(EMPTY);
  });
  const submit = (): void => {
    const content = { ...draft, attendance: places.includes(attendance) ? attendance : (places[0] ?? attendance) };
    register.mutate({ params: { event: event.id }, body: { ...content, requestId: attempt.idFor(content) } });
  };
  return (
    <Form
      label={t(eventText.addColleague)}
      onSubmit={submit}
      error={register.error}
      does={t(eventText.register)}
      isBusy={register.isPending}
    >
      <p className="quiet small">{t(eventText.colleagueHow)}</p>
      <TextField name="name" label={t(eventText.name)} isRequired value={draft.name} onChange={set('name')} />
      <TextField
        name="email"
        type="email"
        label={t(eventText.email)}
        isRequired
        value={draft.email}
        onChange={set('email')}
      />
      <OrganisationField value={draft.organisation} onChange={set('organisation')} />
      {places.length > 1 && (
        <OneField<Place>
          name="attendance"
          label={t(eventText.howColleague)}
          value={attendance}
          choices={places.map((one) => ({ value: one, label: t(one === 'room' ? text.inRoom : text.online) }))}
          onChange={setAttendance}
        />
      )}
    </Form>
  );
}

/** Those of the network are suggested; anything may be written. */
function OrganisationField({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const t = useT();
  const list = useId();
  const known = useReadPages('organisations', listOrganisations, { params: {} });
  const names = known.data?.pages.flatMap(({ organisations }) => organisations.map(({ name }) => name)) ?? [];
  return (
    <>
      <Labelled
        name="organisation"
        label={t(eventText.organisation)}
        isOptional
        control={(tied) => (
          <input
            {...tied}
            className="input"
            type="text"
            autoComplete="off"
            list={list}
            value={value}
            onChange={(typed) => onChange(typed.target.value)}
          />
        )}
      />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
