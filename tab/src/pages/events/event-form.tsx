/** The form of an event, beside it the very card that will be posted, and what will go out by itself. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiProblem } from '../../api.ts';
import { type EventDraft, eventChoices, previewEvent, type ReminderView } from '../../calls.ts';
import { useRead } from '../../data.ts';
import {
  CheckField,
  type Choice,
  DateField,
  LongTextField,
  OneField,
  SelectField,
  TextField,
  TimeField,
} from '../../fields.tsx';
import { useProblemOf, WithProblems } from '../../form.tsx';
import { focusOnMistake, usePreview } from '../../kept-form.ts';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { CardPreview } from '../card-preview.tsx';
import { eventDeskText as words } from './desk-text.ts';
import { EVENT_TYPES as TYPES } from './event-line.tsx';
import { asksFeedbackUsually, EVENT_TYPES, type EventType, laterBy, USUAL, WAYS, type Ways } from './usual.ts';
import { Wishes } from './wishes.tsx';
import './desk.css';

/** One question as it is typed; kept apart from the line that the server reads. */
export interface TypedQuestion {
  /** Of the row, not of the question. */
  readonly key: string;
  readonly label: string;
  /** Parted with bars. */
  readonly choices: string;
  readonly isRequired: boolean;
}

type Fields = Omit<EventDraft, 'questions'>;
export interface EventForm {
  readonly fields: Fields;
  readonly questions: readonly TypedQuestion[];
}

const EMPTY: Fields = {
  ...{ type: 'webinar', title: '', startsOn: '', startsAtTime: '', endsOn: '', endsAtTime: '', ways: '', place: '' },
  ...{ joinLink: '', description: '', agenda: '', language: '', contact: '', registrationEndsOn: '' },
  ...{ registrationEndsAtTime: '', capacityRoom: '', capacityOnline: '', asksNeeds: '', group: '', reminders: '' },
  ...{ isPublic: '', repeats: '', times: '', preGroup: '', preStartsAtTime: '', poll: '' },
  ...{ asksFeedback: '', wishes: '' },
};
export const emptyForm = (): EventForm => ({ fields: EMPTY, questions: [] });
/** A form that an older version kept lacks some. */
export const withAllFields = ({ fields, questions }: EventForm): EventForm => ({
  fields: { ...EMPTY, ...fields },
  questions,
});

/** The form of an event that is there already. */
export function formOf({ questions, ...fields }: EventDraft): EventForm {
  const lines = questions.split('\n').filter(Boolean);
  return {
    fields,
    questions: lines.map((line) => {
      const [label = '', ...choices] = line.split('|').map((part) => part.trim());
      const bare = label.replace(/\s*\*$/, '');
      return { key: crypto.randomUUID(), label: bare, choices: choices.join(' | '), isRequired: bare !== label };
    }),
  };
}

/** Questions without words are left out: one may always have begun another. */
export function draftOf({ fields, questions }: EventForm): EventDraft {
  const lines = questions.flatMap(({ label, choices, isRequired }) => {
    const said = label
      .replace(/[|\n]/g, ' ')
      .replace(/\s*\*\s*$/, '')
      .trim();
    const parts = choices.split('|').map((one) => one.trim());
    return said ? [[`${said}${isRequired ? ' *' : ''}`, ...parts.filter(Boolean)].join(' | ')] : [];
  });
  return { ...fields, questions: lines.join('\n') };
}

export const isUntouched = (form: EventForm): boolean =>
  JSON.stringify(draftOf(form)) === JSON.stringify(draftOf(emptyForm()));

type ReminderKind = ReminderView['kind'];

/** What of the form is folded away, and so must be unfolded when something in it is wrong. */
const IN_SIGHT = ['type', 'title', 'startsOn', 'startsAtTime', 'endsAtTime', 'ways', 'place', 'joinLink'];
const MOST_QUESTIONS = 10;
const REMINDERS: readonly { readonly kind: ReminderKind; readonly name: Message }[] = [
  { kind: 'week', name: words.week },
  { kind: 'day', name: words.dayBefore },
  { kind: 'hour', name: words.hour },
  { kind: 'nudge', name: words.nudge },
];
export const reminderName = (kind: ReminderKind): Message =>
  REMINDERS.find((one) => one.kind === kind)?.name ?? words.reminders;

const WAY_NAMES: Readonly<Record<Ways, Message>> = {
  online: words.waysOnline,
  room: words.waysRoom,
  both: words.waysBoth,
};

const typeOf = ({ type }: Fields): EventType => EVENT_TYPES.find((one) => one === type) ?? 'other';
const waysOf = (fields: Fields): Ways => WAYS.find((one) => one === fields.ways) ?? USUAL[typeOf(fields)].ways;

/** Stays the same, so that nothing is taken for new. */
export const NOTHING_WRONG: ApiProblem['fields'] = [];

interface EventFieldsProps {
  readonly form: EventForm;
  readonly onChange: (form: EventForm) => void;
  /** Undefined: a new one; else one that is there already. */
  readonly state?: 'draft' | 'published';
  /** What was refused; told once saving was tried. */
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly onSubmit: () => void;
  /** Below the fields: buttons. */
  readonly children: ReactNode;
}

export function EventFields({ form, onChange, state, problems, onSubmit, children }: EventFieldsProps): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const preview = usePreview(previewEvent, { draft: draftOf(form) });
  const set = (changes: Partial<Fields>): void => onChange({ ...form, fields: { ...form.fields, ...changes } });
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.length > 0) focusOnMistake(formRef.current);
  }, [problems]);
  const hasHidden = problems.some(({ field }) => !IN_SIGHT.includes(field));
  const { card, times = [], reminders = [] } = preview.data ?? {};
  return (
    <div className="columns even">
      <form
        ref={formRef}
        noValidate
        className="fields event-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <WithProblems error={{ fields: problems }}>
          <Basics form={form} set={set} isNew={state === undefined} />
          <details className="more-settings" open={hasHidden ? true : undefined}>
            <summary>{t(words.moreSettings)}</summary>
            <MoreSettings form={form} set={set} onChange={onChange} {...(state ? { state } : {})} />
          </details>
        </WithProblems>
        {children}
      </form>
      <div className="stack event-beside">
        <CardPreview
          card={card}
          isStale={preview.isPlaceholderData}
          why={t(words.previewWhy)}
          empty={t(words.previewEmpty)}
        />
        {times.length > 1 && (
          <section aria-labelledby="series-dates">
            <h2 id="series-dates">{t(words.seriesDates)}</h2>
            <ol className="notes">
              {times.map((time) => (
                <li key={time}>{time}</li>
              ))}
            </ol>
          </section>
        )}
        <section aria-labelledby="by-itself">
          <h2 id="by-itself">{t(words.byItself)}</h2>
          <p className="quiet small">{t(words.byItselfWhy)}</p>
          {REMINDERS.map(({ kind, name }) => {
            const on = switchedOn(form.fields);
            const due = reminders.find((one) => one.kind === kind)?.due;
            const isOn = on.includes(kind);
            const hint =
              isOn && card !== undefined ? (due ? t(words.goesOut, { when: when(due) }) : t(words.noTime)) : '';
            return (
              <CheckField
                key={kind}
                name={`reminders.${kind}`}
                label={t(name)}
                hint={hint}
                isOn={isOn}
                onChange={(is) =>
                  set({
                    reminders:
                      REMINDERS.flatMap((one) =>
                        (one.kind === kind ? is : on.includes(one.kind)) ? [one.kind] : [],
                      ).join(',') || 'none',
                  })
                }
              />
            );
          })}
          <CheckField
            name="asksFeedback"
            label={t(words.asksFeedback)}
            hint={t(words.asksFeedbackHint)}
            isOn={asksFeedback(form.fields)}
            onChange={(is) => set({ asksFeedback: String(is) })}
          />
        </section>
      </div>
    </div>
  );
}

/** What was refused, beside the buttons. */
export function Mistakes({ error }: { error: ApiProblem | null }): ReactNode {
  const t = useT();
  if (!error || error.fields.length === 0) return <Refused error={error} />;
  return (
    <p role="alert" className="mistake">
      {t(words.mendFirst)}
    </p>
  );
}

const asksFeedback = (fields: Fields): boolean =>
  fields.asksFeedback === ''
    ? asksFeedbackUsually({ type: typeOf(fields), group: fields.group })
    : fields.asksFeedback === 'true';

function switchedOn({ reminders }: Fields): readonly string[] {
  return reminders ? reminders.split(',') : REMINDERS.map(({ kind }) => kind);
}

interface PartProps {
  readonly form: EventForm;
  readonly set: (changes: Partial<Fields>) => void;
}

function Basics({ form: { fields }, set, isNew }: PartProps & { isNew: boolean }): ReactNode {
  const t = useT();
  const choices = useRead('event-choices', eventChoices);
  const usual = USUAL[typeOf(fields)];
  const starts = fields.startsAtTime || usual.starts;
  const ways = waysOf(fields);
  return (
    <>
      <OneField
        name="type"
        label={t(words.type)}
        value={typeOf(fields)}
        choices={EVENT_TYPES.map((value) => ({ value, label: t(value === 'other' ? words.otherType : TYPES[value]) }))}
        // What is usual follows the type, as long as nobody has chosen otherwise; a new event forgets what another type had.
        onChange={(type) =>
          set(isNew ? { type, startsAtTime: '', endsAtTime: '', ways: '', asksNeeds: '', asksFeedback: '' } : { type })
        }
      />
      <TextField
        name="title"
        label={t(words.title)}
        isRequired
        value={fields.title}
        onChange={(title) => set({ title })}
      />
      <fieldset className="event-when">
        <legend>{t(words.whenTitle)}</legend>
        <DateField
          name="startsOn"
          label={t(words.date)}
          isRequired
          value={fields.startsOn}
          onChange={(startsOn) =>
            set({ startsOn, ...(fields.endsOn && fields.endsOn <= startsOn ? { endsOn: '' } : {}) })
          }
        />
        <TimeField
          name="startsAtTime"
          label={t(words.starts)}
          value={starts}
          onChange={(startsAtTime) => set({ startsAtTime })}
        />
        <TimeField
          name="endsAtTime"
          label={t(words.ends)}
          value={fields.endsAtTime || laterBy(starts, usual.minutes)}
          onChange={(endsAtTime) => set({ endsAtTime })}
        />
      </fieldset>
      <OneField
        name="ways"
        label={t(words.ways)}
        value={ways}
        choices={WAYS.map((value) => ({ value, label: t(WAY_NAMES[value]) }))}
        onChange={(value) => set({ ways: value })}
      />
      {ways !== 'online' && (
        <TextField
          name="place"
          label={t(words.place)}
          hint={t(words.placeHint)}
          value={fields.place}
          onChange={(place) => set({ place })}
        />
      )}
      {ways !== 'room' && (
        <TextField
          name="joinLink"
          type="url"
          label={t(words.joinLink)}
          hint={t(choices.data?.hasMeetings ? words.joinLinkMeeting : words.joinLinkHint)}
          value={fields.joinLink}
          onChange={(joinLink) => set({ joinLink })}
        />
      )}
    </>
  );
}

const LANGUAGES: readonly { readonly value: string; readonly name: Message }[] = [
  { value: '', name: words.languageNetwork },
  { value: 'fi', name: words.languageFi },
  { value: 'sv', name: words.languageSv },
  { value: 'fi+sv', name: words.languageBoth },
  { value: 'en', name: words.languageEn },
];
const REPEATS: readonly { readonly value: string; readonly name: Message }[] = [
  { value: '', name: words.never },
  { value: 'weekly', name: words.weekly },
  { value: 'biweekly', name: words.biweekly },
  { value: 'monthly', name: words.monthly },
  { value: 'monthlyDate', name: words.monthlyDate },
];

function MoreSettings({
  form,
  set,
  onChange,
  state,
}: PartProps & { onChange: (form: EventForm) => void; state?: 'draft' | 'published' }): ReactNode {
  const t = useT();
  const { fields } = form;
  const found = useRead('event-choices', eventChoices);
  const groups: readonly Choice[] = (found.data?.groups ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isWithRoom = waysOf(fields) !== 'online';
  const isWithOnline = waysOf(fields) !== 'room';
  const isNew = state === undefined;
  return (
    <div className="fields">
      <h2>{t(words.aboutTitle)}</h2>
      <LongTextField
        name="description"
        label={t(words.description)}
        rows={4}
        value={fields.description}
        onChange={(description) => set({ description })}
      />
      <LongTextField
        name="agenda"
        label={t(words.agenda)}
        hint={t(words.agendaHint)}
        rows={4}
        value={fields.agenda}
        onChange={(agenda) => set({ agenda })}
      />
      <TextField
        name="contact"
        label={t(words.contact)}
        hint={t(words.contactHint)}
        value={fields.contact}
        onChange={(contact) => set({ contact })}
      />
      <Wishes wishes={fields.wishes} onChange={(wishes) => set({ wishes })} />
      <SelectField
        name="language"
        label={t(words.language)}
        value={fields.language}
        choices={LANGUAGES.map(({ value, name }) => ({ value, label: t(name) }))}
        onChange={(language) => set({ language })}
      />
      <DateField
        name="endsOn"
        label={t(words.endsOn)}
        hint={t(words.endsOnHint)}
        value={fields.endsOn}
        least={fields.startsOn}
        onChange={(endsOn) => set({ endsOn })}
      />
      <h2>{t(words.registrationTitle)}</h2>
      <div className="event-when">
        <DateField
          name="registrationEndsOn"
          label={t(words.registrationEnds)}
          value={fields.registrationEndsOn}
          most={fields.startsOn}
          onChange={(day) =>
            set({ registrationEndsOn: day, registrationEndsAtTime: day && (fields.registrationEndsAtTime || '16:00') })
          }
        />
        <TimeField
          name="registrationEndsAtTime"
          label={t(words.registrationTime)}
          value={fields.registrationEndsAtTime}
          onChange={(time) => set({ registrationEndsAtTime: time })}
        />
        <p className="quiet small">{t(words.registrationHint)}</p>
      </div>
      <div className="event-when">
        {isWithRoom && (
          <TextField
            name="capacityRoom"
            label={t(words.capacityRoom)}
            inputMode="numeric"
            value={fields.capacityRoom}
            onChange={(capacityRoom) => set({ capacityRoom })}
          />
        )}
        {isWithOnline && (
          <TextField
            name="capacityOnline"
            label={t(words.capacityOnline)}
            inputMode="numeric"
            value={fields.capacityOnline}
            onChange={(capacityOnline) => set({ capacityOnline })}
          />
        )}
        <p className="quiet small">{t(words.capacityHint)}</p>
      </div>
      {isWithRoom && (
        <CheckField
          name="asksNeeds"
          label={t(words.asksNeeds)}
          hint={t(words.asksNeedsHint)}
          isOn={fields.asksNeeds === '' ? USUAL[typeOf(fields)].asksNeeds : fields.asksNeeds === 'true'}
          onChange={(is) => set({ asksNeeds: String(is) })}
        />
      )}
      <Questions questions={form.questions} onChange={(questions) => onChange({ ...form, questions })} />
      {(groups.length > 0 || fields.group) &&
        (state === 'published' ? (
          <p className="quiet">{t(words.groupFixed)}</p>
        ) : (
          <SelectField
            name="group"
            label={t(words.group)}
            value={fields.group}
            choices={[{ value: '', label: t(words.everyone) }, ...groups]}
            onChange={(group) => set({ group })}
          />
        ))}
      {!fields.group && (
        <CheckField
          name="isPublic"
          label={t(words.isPublic)}
          hint={t(words.isPublicHint)}
          isOn={fields.isPublic === 'true'}
          onChange={(is) => set({ isPublic: String(is) })}
        />
      )}
      {isNew && (
        <>
          <h2>{t(words.seriesTitle)}</h2>
          <SelectField
            name="repeats"
            label={t(words.repeats)}
            value={fields.repeats}
            choices={REPEATS.map(({ value, name }) => ({ value, label: t(name) }))}
            onChange={(repeats) => set({ repeats, times: repeats && (fields.times || '6') })}
          />
          {fields.repeats && (
            <TextField
              name="times"
              label={t(words.times)}
              hint={t(words.timesHint)}
              inputMode="numeric"
              value={fields.times}
              onChange={(times) => set({ times })}
            />
          )}
          {groups.length > 0 && (
            <SelectField
              name="preGroup"
              label={t(words.preGroup)}
              hint={t(words.preHint)}
              value={fields.preGroup}
              choices={[{ value: '', label: t(words.nobody) }, ...groups]}
              onChange={(preGroup) => set({ preGroup })}
            />
          )}
          {fields.preGroup && (
            <TimeField
              name="preStartsAtTime"
              label={t(words.preStarts)}
              value={
                fields.preStartsAtTime || laterBy(fields.startsAtTime || USUAL[typeOf(fields)].starts, 24 * 60 - 60)
              }
              onChange={(preStartsAtTime) => set({ preStartsAtTime })}
            />
          )}
        </>
      )}
    </div>
  );
}

function Questions({
  questions,
  onChange,
}: {
  questions: readonly TypedQuestion[];
  onChange: (questions: readonly TypedQuestion[]) => void;
}): ReactNode {
  const t = useT();
  const problem = useProblemOf('questions');
  const rows = useRef<HTMLFieldSetElement>(null);
  /** A row was added: its first input gets the focus once it is there. */
  const isAdded = useRef(false);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    rows.current?.querySelector<HTMLElement>('.event-question:last-of-type input')?.focus();
  });
  const write = (index: number, changes: Partial<TypedQuestion>): void =>
    onChange(questions.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <fieldset ref={rows} className="event-questions">
      <legend>{t(words.questions)}</legend>
      <p className="quiet small">{t(words.questionsHint)}</p>
      {questions.map((one, index) => (
        <div key={one.key} className="event-question">
          <TextField
            name={`questions.${index}`}
            label={t(words.questionNumber, { n: index + 1 })}
            problem={problem && index === questions.length - 1 ? problem : undefined}
            value={one.label}
            onChange={(label) => write(index, { label })}
          />
          <TextField
            name={`questions.${index}.choices`}
            label={t(words.choices)}
            hint={t(words.choicesHint)}
            value={one.choices}
            onChange={(choices) => write(index, { choices })}
          />
          <CheckField
            name={`questions.${index}.isRequired`}
            label={t(words.isRequired)}
            isOn={one.isRequired}
            onChange={(isRequired) => write(index, { isRequired })}
          />
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            onClick={() => onChange(questions.filter((_, at) => at !== index))}
          >
            {t(words.removeQuestion, { n: index + 1 })}
          </Button>
        </div>
      ))}
      {questions.length < MOST_QUESTIONS && (
        <Button
          appearance="subtle"
          icon={<AddRegular />}
          onClick={() => {
            isAdded.current = true;
            onChange([...questions, { key: crypto.randomUUID(), label: '', choices: '', isRequired: false }]);
          }}
        >
          {t(words.addQuestion)}
        </Button>
      )}
    </fieldset>
  );
}
