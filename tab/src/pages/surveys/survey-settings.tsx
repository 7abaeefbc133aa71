/** What nine of ten surveys leave as it is: anonymity, results, who is asked, and when. */
import type { ReactNode } from 'react';
import { eventChoices } from '../../calls.ts';
import { useEvents, useRead } from '../../data.ts';
import { CheckField, DateField, OneField, SelectField, TextField, TimeField } from '../../fields.tsx';
import { useT, useZone } from '../../speak.ts';
import { dateIn, timeIn, useWhen } from '../../when.ts';
import { surveyDeskText as words } from './desk-text.ts';
import type { SurveyForm } from './survey-draft.ts';
import { Translations, WordsField } from './words.tsx';

interface SettingsProps {
  readonly form: SurveyForm;
  readonly onChange: (changes: Partial<SurveyForm>) => void;
}

export function SurveySettings({
  form,
  onChange,
  remindsAt,
}: SettingsProps & { remindsAt?: string | undefined }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const isNamed = form.secrecy === 'named';
  return (
    <div className="fields">
      <WordsField
        name="description"
        label={t(words.description)}
        hint={t(words.descriptionHint)}
        isOptional
        rows={3}
        value={form.description}
        onChange={(description) => onChange({ description })}
      />
      <OneField
        name="secrecy"
        label={t(words.secrecy)}
        value={isNamed ? 'named' : 'anonymous'}
        choices={[
          { value: 'anonymous', label: t(words.anonymous), hint: t(words.anonymousHint) },
          { value: 'named', label: t(words.named), hint: t(words.namedHint) },
        ]}
        onChange={(secrecy) => onChange({ secrecy })}
      />
      {!isNamed && (
        <TextField
          name="step"
          label={t(words.step)}
          hint={t(words.stepHint)}
          inputMode="numeric"
          value={form.step || '5'}
          onChange={(step) => onChange({ step })}
        />
      )}
      <OneField
        name="showResults"
        label={t(words.showResults)}
        value={form.showResults === 'coordinators' ? 'coordinators' : 'all'}
        choices={[
          { value: 'all', label: t(words.resultsAll) },
          { value: 'coordinators', label: t(words.resultsCoordinators) },
        ]}
        onChange={(showResults) => onChange({ showResults })}
      />
      <SelectField
        name="breakdown"
        label={t(words.breakdown)}
        hint={t(words.breakdownHint)}
        value={form.breakdown || 'none'}
        choices={[
          { value: 'none', label: t(words.breakdownNone) },
          { value: 'sizeClass', label: t(words.breakdownSize) },
          { value: 'area', label: t(words.breakdownArea) },
        ]}
        onChange={(breakdown) => onChange({ breakdown })}
      />
      <Asked form={form} onChange={onChange} />
      <fieldset className="survey-when">
        <legend>{t(words.opening)}</legend>
        <DateField
          name="opensOn"
          label={t(words.day)}
          value={form.opensOn}
          onChange={(opensOn) => onChange({ opensOn, opensAtTime: opensOn && (form.opensAtTime || '08:00') })}
        />
        <TimeField
          name="opensAtTime"
          label={t(words.time)}
          value={form.opensAtTime}
          onChange={(opensAtTime) => onChange({ opensAtTime })}
        />
        <p className="quiet small">{t(words.openingHint)}</p>
      </fieldset>
      <CheckField
        name="reminds"
        label={t(words.reminds)}
        hint={
          form.reminds === 'false'
            ? ''
            : remindsAt
              ? t(words.remindsWhen, { when: when(remindsAt) })
              : t(words.remindsHint)
        }
        isOn={form.reminds !== 'false'}
        onChange={(is) => onChange({ reminds: is ? '' : 'false' })}
      />
      <CheckField
        name="isPublic"
        label={t(words.isPublic)}
        hint={t(form.group ? words.isPublicGroup : words.isPublicHint)}
        isOn={form.isPublic === 'true' && !form.group}
        isFixed={form.group !== ''}
        onChange={(is) => onChange({ isPublic: is ? 'true' : '' })}
      />
      <Translations>
        <WordsField
          name="description"
          label={t(words.description)}
          rows={3}
          value={form.description}
          onChange={(description) => onChange({ description })}
        />
      </Translations>
    </div>
  );
}

/** Whom it asks, and before which event. Networks without groups or events are asked less. */
function Asked({ form, onChange }: SettingsProps): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const groups = useRead('event-choices', eventChoices).data?.groups ?? [];
  const coming = (useEvents().data?.coming ?? []).filter(({ phase }) => phase !== 'cancelled');
  return (
    <>
      {(groups.length > 0 || form.group) && (
        <SelectField
          name="group"
          label={t(words.group)}
          value={form.group}
          choices={[
            { value: '', label: t(words.everyone) },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(group) => onChange({ group })}
        />
      )}
      {(coming.length > 0 || form.event) && (
        <SelectField
          name="event"
          label={t(words.event)}
          hint={t(words.eventHint)}
          value={form.event}
          choices={[
            { value: '', label: t(words.noEvent) },
            ...coming.map(({ id, title, startsAt }) => ({
              value: id as string,
              label: t(words.eventNamed, { title, when: when(startsAt) }),
            })),
          ]}
          onChange={(event) => onChange({ event })}
        />
      )}
    </>
  );
}

/** The deadline, in sight of everyone; what the server chose shows until the person chooses. */
export function Deadline({ form, onChange, closesAt }: SettingsProps & { closesAt: string | undefined }): ReactNode {
  const t = useT();
  const zone = useZone();
  const day = form.closesOn || (closesAt ? dateIn(closesAt, zone) : '');
  const time = form.closesAtTime || (closesAt ? timeIn(closesAt, zone) : '');
  return (
    <fieldset className="survey-when">
      <legend>{t(words.deadline)}</legend>
      <DateField
        name="closesOn"
        label={t(words.day)}
        value={day}
        onChange={(closesOn) => onChange({ closesOn, closesAtTime: closesOn && (time || '16:00') })}
      />
      <TimeField
        name="closesAtTime"
        label={t(words.time)}
        value={time}
        onChange={(closesAtTime) => onChange({ closesOn: day, closesAtTime })}
      />
      <p className="quiet small">
        {t(form.event ? words.deadlineEvent : form.parts.length > 1 ? words.deadlineParts : words.deadlineHint)}
      </p>
    </fieldset>
  );
}
