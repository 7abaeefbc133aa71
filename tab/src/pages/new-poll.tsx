/** A new poll: the form, and beside it the very card that will be posted. */
import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { Select } from '@fluentui/react-select';
import { Textarea } from '@fluentui/react-textarea';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useAttempt } from '../attempt.ts';
import { createPoll, type PollDraft, pollChoices, previewPoll } from '../calls.ts';
import { usePollChange } from '../data.ts';
import { deskText } from '../desk-text.ts';
import { Heading } from '../heading.tsx';
import { ArrowLeftRegular } from '../icons.ts';
import { focusOnMistake, useKeptForm, usePreview } from '../kept-form.ts';
import { onLink, replaceWith } from '../router.ts';
import { useSay } from '../says.tsx';
import { useSession } from '../session.ts';
import { useT, useZone } from '../speak.ts';
import { Refused } from '../states.tsx';
import { type Translate, text } from '../text.ts';
import { dateIn, timeIn } from '../when.ts';
import { CardPreview } from './card-preview.tsx';
import { emptyOption, OptionFields, type TypedOption } from './option-fields.tsx';
import { pollPage, SECRECY } from './poll-line.tsx';

type Fields = Omit<PollDraft, 'options'>;
interface Form {
  readonly fields: Fields;
  readonly options: readonly TypedOption[];
  readonly hasPictures?: boolean;
}

const EMPTY: Fields = {
  question: '',
  type: 'topics',
  closesOn: '',
  closesAtTime: '',
  opensOn: '',
  opensAtTime: '',
  description: '',
  purpose: '',
  mostChoices: '1',
  showResults: 'always',
  secrecy: 'unnamed',
  membersAddOptions: '',
  minimumTurnout: '',
  onTie: 'coordinator',
  tallies: 'persons',
  rule: 'latest',
  group: '',
};
/** A form that an older version kept lacks some. */
const withAllFields = ({ fields, ...form }: Form): Form => ({ ...form, fields: { ...EMPTY, ...fields } });
const newForm = (): Form => ({ fields: EMPTY, options: [emptyOption(), emptyOption(), emptyOption()] });

export function NewPoll(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { network } = useSession();
  const [form, setForm, forget] = useKeptForm(`verkostobotti.newPoll.${network.id}`, newForm, withAllFields);
  /** Problems are told once publishing was tried: words that come as a field is left would move the button away from under the pointer. */
  const [hasTried, setTried] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  const draft = draftOf(form, t);
  const pictures = picturesOf(form);
  const preview = usePreview(previewPoll, { ...draft, pictures });
  const create = usePollChange(createPoll, (poll) => {
    attempt.done();
    forget();
    say(t(deskText.published));
    replaceWith(pollPage(poll.id));
  });

  const problems =
    create.error?.fields.length && !create.isPending ? create.error.fields : (preview.data?.problems ?? []);
  const problemOf = (field: string): string | undefined =>
    hasTried ? problems.find((one) => one.field === field)?.message : undefined;
  const change = (changes: Partial<Fields>): void => {
    create.reset();
    setForm({ ...form, fields: { ...form.fields, ...changes } });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    create.mutate(
      { body: { draft, pictures, requestId: attempt.idFor({ draft, pictures }) } },
      { onError: () => requestAnimationFrame(() => focusOnMistake(formElement.current)) },
    );
  };

  return (
    <>
      <a className="back" {...onLink('polls')}>
        <ArrowLeftRegular className="icon" />
        {t(text.polls)}
      </a>
      <Heading>{t(text.newPoll)}</Heading>
      <p className="lead">{t(deskText.newPollLead)}</p>
      <div className="columns even">
        <form ref={formElement} onSubmit={submit} className="stack form" noValidate>
          <Field
            label={t(deskText.question)}
            required
            hint={t(deskText.questionHint)}
            {...validation(problemOf('question'))}
          >
            <Textarea
              value={form.fields.question}
              rows={2}
              resize="vertical"
              onChange={(_, { value }) => change({ question: value })}
            />
          </Field>
          <Field label={t(deskText.pollType)}>
            <RadioGroup
              layout="horizontal"
              value={form.fields.type}
              onChange={(_, { value }) => {
                create.reset();
                const type = value === 'dates' ? 'dates' : 'topics';
                setForm({ fields: { ...form.fields, type, membersAddOptions: '' }, options: newForm().options });
              }}
            >
              <Radio value="topics" label={t(deskText.topics)} />
              <Radio value="dates" label={t(deskText.dates)} />
            </RadioGroup>
          </Field>
          <OptionFields
            type={form.fields.type}
            options={form.options}
            hasPictures={hasPictures(form)}
            problem={problemOf('options')}
            onChange={(options) => {
              create.reset();
              setForm({ ...form, options });
            }}
          />
          {form.fields.type === 'topics' && (
            <Checkbox
              label={t(deskText.withPictures)}
              checked={form.hasPictures === true}
              onChange={(_, { checked }) => {
                create.reset();
                setForm({ ...form, hasPictures: checked === true });
              }}
            />
          )}
          <Deadline form={form} closesAt={preview.data?.closesAt} problem={problemOf('closesOn')} onChange={change} />
          <details className="more-settings" open={hasTried && hasHiddenProblem(problems) ? true : undefined}>
            <summary>{t(deskText.moreSettings)}</summary>
            <MoreSettings form={form} problemOf={problemOf} onChange={change} />
          </details>
          <Refused error={create.error && create.error.fields.length === 0 ? create.error : null} />
          {create.error && create.error.fields.length > 0 && (
            <p role="alert" className="mistake">
              {t(deskText.mendFirst)}
            </p>
          )}
          <div className="row">
            <Button type="submit" appearance="primary" size="large" disabled={create.isPending}>
              {t(deskText.publish)}
            </Button>
            {JSON.stringify(draft) !== JSON.stringify(draftOf(newForm(), t)) && (
              <Button
                appearance="subtle"
                size="large"
                onClick={() => {
                  create.reset();
                  setTried(false);
                  setForm(newForm());
                }}
              >
                {t(deskText.clear)}
              </Button>
            )}
          </div>
        </form>
        <CardPreview
          card={preview.data?.card}
          isStale={preview.isPlaceholderData}
          why={t(deskText.previewWhy)}
          empty={t(deskText.previewEmpty)}
        />
      </div>
    </>
  );
}

function Deadline({
  form,
  closesAt,
  problem,
  onChange,
}: {
  form: Form;
  closesAt: string | undefined;
  problem: string | undefined;
  onChange: (changes: Partial<Fields>) => void;
}): ReactNode {
  const t = useT();
  const zone = useZone();
  const { closesOn, closesAtTime } = form.fields;
  // What the server chose shows in the inputs until the person chooses.
  const day = closesOn || (closesAt ? dateIn(closesAt, zone) : '');
  const time = closesAtTime || (closesAt ? timeIn(closesAt, zone) : '');
  return (
    <fieldset className="date-inputs deadline">
      <legend>{t(deskText.deadline)}</legend>
      <Field label={t(deskText.deadlineDay)} {...validation(problem)}>
        <Input
          type="date"
          value={day}
          onChange={(_, { value }) => onChange({ closesOn: value, closesAtTime: value ? time || '16:00' : '' })}
        />
      </Field>
      <Field label={t(deskText.deadlineTime)}>
        <Input type="time" value={time} onChange={(_, { value }) => onChange({ closesOn: day, closesAtTime: value })} />
      </Field>
      <p className="quiet small">{t(deskText.deadlineDefault)}</p>
    </fieldset>
  );
}

function MoreSettings({
  form: { fields, options },
  problemOf,
  onChange,
}: {
  form: Form;
  problemOf: (field: string) => string | undefined;
  onChange: (changes: Partial<Fields>) => void;
}): ReactNode {
  const t = useT();
  const most = Math.max(1, options.filter(({ label }) => label.trim()).length);
  return (
    <div className="stack">
      <Field label={t(deskText.description)} {...validation(problemOf('description'))}>
        <Textarea
          value={fields.description}
          resize="vertical"
          onChange={(_, { value }) => onChange({ description: value })}
        />
      </Field>
      <Field label={t(text.purpose)} {...validation(problemOf('purpose'))}>
        <Textarea value={fields.purpose} resize="vertical" onChange={(_, { value }) => onChange({ purpose: value })} />
      </Field>
      <Field label={t(deskText.whoSees)} hint={t(SECRECY[secrecyOf(fields)])}>
        <RadioGroup
          value={fields.secrecy}
          onChange={(_, { value }) =>
            onChange({ secrecy: value, ...(value === 'secret' ? { showResults: 'afterClosing' } : {}) })
          }
        >
          <Radio value="unnamed" label={t(deskText.unnamed)} />
          <Radio value="named" label={t(deskText.named)} />
          <Radio value="secret" label={t(deskText.secret)} />
        </RadioGroup>
      </Field>
      <Field label={t(deskText.whenResults)} {...validation(problemOf('showResults'))}>
        <Select value={fields.showResults} onChange={(_, { value }) => onChange({ showResults: value })}>
          <option value="always">{t(deskText.showAlways)}</option>
          <option value="afterVote">{t(deskText.showAfterVote)}</option>
          <option value="afterClosing">{t(deskText.showAfterClosing)}</option>
        </Select>
      </Field>
      <Field label={t(deskText.mostChoices)} {...validation(problemOf('mostChoices'))}>
        <Select value={fields.mostChoices} onChange={(_, { value }) => onChange({ mostChoices: value })}>
          {Array.from({ length: Math.max(most, Number(fields.mostChoices)) }, (_, index) => String(index + 1)).map(
            (n) => (
              <option key={n} value={n}>
                {n}
              </option>
            ),
          )}
        </Select>
      </Field>
      <Counting fields={fields} problemOf={problemOf} onChange={onChange} />
      <Field label={t(deskText.onTie)}>
        <Select value={fields.onTie} onChange={(_, { value }) => onChange({ onTie: value })}>
          <option value="coordinator">{t(deskText.tieChoiceCoordinator)}</option>
          <option value="revote">{t(deskText.tieChoiceRevote)}</option>
          <option value="both">{t(deskText.tieChoiceBoth)}</option>
        </Select>
      </Field>
      <Field
        label={t(deskText.leastVoters)}
        hint={t(deskText.leastVotersHint)}
        {...validation(problemOf('minimumTurnout'))}
      >
        <Input
          type="text"
          inputMode="numeric"
          value={fields.minimumTurnout}
          onChange={(_, { value }) => onChange({ minimumTurnout: value })}
        />
      </Field>
      {fields.type === 'topics' && (
        <Checkbox
          label={t(deskText.ownOptions)}
          checked={fields.membersAddOptions === 'true'}
          onChange={(_, { checked }) => onChange({ membersAddOptions: checked === true ? 'true' : '' })}
        />
      )}
      <fieldset className="date-inputs">
        <legend>{t(deskText.opening)}</legend>
        <Field label={t(deskText.openingDay)} {...validation(problemOf('opensOn'))}>
          <Input
            type="date"
            value={fields.opensOn}
            onChange={(_, { value }) =>
              onChange({ opensOn: value, opensAtTime: value ? fields.opensAtTime || '08:00' : '' })
            }
          />
        </Field>
        <Field label={t(deskText.deadlineTime)}>
          <Input type="time" value={fields.opensAtTime} onChange={(_, { value }) => onChange({ opensAtTime: value })} />
        </Field>
        <p className="quiet small">{t(deskText.openingHint)}</p>
      </fieldset>
    </div>
  );
}

/** Whose votes decide, and who votes. Networks without groups are asked less. */
function Counting({
  fields,
  problemOf,
  onChange,
}: {
  fields: Fields;
  problemOf: (field: string) => string | undefined;
  onChange: (changes: Partial<Fields>) => void;
}): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const choices = useQuery({
    queryKey: [person, network.id, 'poll-choices'],
    queryFn: ({ signal }) => api.send(pollChoices, {}, signal),
  });
  const { entitled = 0, groups = [] } = choices.data ?? {};
  return (
    <>
      <Field
        label={t(deskText.tallies)}
        hint={t(deskText.talliesHint, { n: entitled })}
        {...validation(problemOf('tallies'))}
      >
        <RadioGroup value={fields.tallies} onChange={(_, { value }) => onChange({ tallies: value })}>
          <Radio value="persons" label={t(deskText.persons)} />
          <Radio value="organisations" label={t(deskText.organisations)} />
        </RadioGroup>
      </Field>
      {fields.tallies === 'organisations' && (
        <Field label={t(deskText.rule)} {...validation(problemOf('rule'))}>
          <Select value={fields.rule} onChange={(_, { value }) => onChange({ rule: value })}>
            <option value="latest">{t(deskText.ruleLatest)}</option>
            <option value="delegate">{t(deskText.ruleDelegate)}</option>
            <option value="split">{t(deskText.ruleSplit)}</option>
          </Select>
        </Field>
      )}
      {(groups.length > 0 || fields.group) && (
        <Field label={t(deskText.group)} {...validation(problemOf('group'))}>
          <Select value={fields.group} onChange={(_, { value }) => onChange({ group: value })}>
            <option value="">{t(deskText.everyone)}</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

export const validation = (problem: string | undefined): { validationMessage?: string; validationState?: 'error' } =>
  problem ? { validationMessage: problem, validationState: 'error' } : {};

const secrecyOf = ({ secrecy }: Fields): keyof typeof SECRECY =>
  secrecy === 'named' || secrecy === 'secret' ? secrecy : 'unnamed';

const hasPictures = ({ fields, hasPictures: wants }: Form): boolean => wants === true && fields.type === 'topics';

/** Empty rows are left out: one may always have begun another. */
const filled = (form: Form): readonly TypedOption[] =>
  form.options.filter(({ label, picture }) => label.trim() !== '' || (hasPictures(form) && picture !== undefined));

/** A picture alone is called by its number. */
function draftOf(form: Form, t: Translate): PollDraft {
  const labels = filled(form).map(({ label }, at) => label.trim() || t(deskText.pictureNumber, { n: at + 1 }));
  return { ...form.fields, options: labels.join('\n') };
}

/** By the place of their option among those that are sent. */
function picturesOf(form: Form): Record<string, { id: string; alt: string }> {
  if (!hasPictures(form)) return {};
  const all = filled(form).flatMap(({ picture }, at) => (picture ? [[String(at), { id: picture.id, alt: '' }]] : []));
  return Object.fromEntries(all) as Record<string, { id: string; alt: string }>;
}

const IN_SIGHT = ['question', 'options', 'closesOn', 'closesAtTime', 'type'];
const hasHiddenProblem = (problems: readonly { readonly field: string }[]): boolean =>
  problems.some(({ field }) => !IN_SIGHT.includes(field));
