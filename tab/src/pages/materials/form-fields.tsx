/** The fields of an item: few in sight, the rest folded away, with those of a good practice and of an answer where they are asked for. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { DateField, LongTextField, ManyField, SelectField, TextField } from '../../fields.tsx';
import { type Pick, Picker } from '../../picker.tsx';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { MaterialChoices, MaterialDraft } from './desk-calls.ts';
import { ChipsField } from './form-chips.tsx';
import { MATERIAL_TYPES, type MaterialForm, type MaterialType, typeOf, withTags, wordsIn } from './form-draft.ts';
import { formText as words } from './form-text.ts';
import { lineText } from './line-text.ts';
import { TYPE_ICONS } from './material-line.tsx';
import { UploadFiles } from './upload-files.tsx';
import type { FileList, Files } from './upload-list.ts';

export interface FieldsProps {
  readonly form: MaterialForm;
  readonly onChange: (changes: Partial<MaterialForm>) => void;
  readonly choices: MaterialChoices | undefined;
  readonly list: FileList;
  readonly files: Files;
  readonly onChosen: (files: readonly File[]) => void;
}

/** What of an item is in sight. */
export function MaterialFields({ form, onChange, choices, list, files, onChosen }: FieldsProps): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const type = typeOf(form, files);
  const isAnswer = type === 'questionAnswer';
  const events = choices?.events ?? [];
  return (
    <>
      <TypeField type={type} isGuessed={form.type === undefined} onChange={(chosen) => onChange({ type: chosen })} />
      {isAnswer && (
        <>
          <LongTextField
            name="question"
            label={t(words.question)}
            isRequired
            rows={3}
            value={form.question}
            onChange={(question) => onChange({ question })}
          />
          <LongTextField
            name="answer"
            label={t(words.answer)}
            isRequired
            rows={6}
            value={form.answer}
            onChange={(answer) => onChange({ answer })}
          />
        </>
      )}
      <TextField
        name="title"
        label={t(words.title)}
        hint={isAnswer ? t(words.titleOfAnswer) : undefined}
        isRequired={!isAnswer}
        value={form.title}
        onChange={(title) => onChange({ title })}
      />
      {!isAnswer && (
        <LongTextField
          name="summary"
          label={t(words.summary)}
          hint={t(words.summaryHint)}
          rows={3}
          value={form.summary}
          onChange={(summary) => onChange({ summary })}
        />
      )}
      {type === 'goodPractice' && <Practice form={form} onChange={onChange} />}
      <UploadFiles list={list} files={files} onChosen={onChosen} />
      <Links links={form.links} onChange={(links) => onChange({ links })} />
      {(events.length > 0 || form.event) && (
        <SelectField
          name="event"
          label={t(words.event)}
          value={form.event}
          choices={[
            { value: '', label: t(words.noEvent) },
            ...events.map(({ id, title, startsAt }) => ({
              value: id as string,
              label: t(words.eventNamed, { title, day: day(startsAt) }),
            })),
          ]}
          onChange={(event) => onChange({ event })}
        />
      )}
    </>
  );
}

function TypeField({
  type,
  isGuessed,
  onChange,
}: {
  type: MaterialType;
  isGuessed: boolean;
  onChange: (type: MaterialType) => void;
}): ReactNode {
  const t = useT();
  const id = useId();
  return (
    <fieldset className="material-types" aria-describedby={`${id}-hint`}>
      <legend>{t(words.type)}</legend>
      <div>
        {MATERIAL_TYPES.map((one) => {
          const Icon = TYPE_ICONS[one];
          return (
            <label key={one} className="choice">
              <input type="radio" name={id} checked={one === type} onChange={() => onChange(one)} />
              <Icon className="icon" />
              <span>{t(lineText[one])}</span>
            </label>
          );
        })}
      </div>
      <p id={`${id}-hint`} className="quiet small">
        {isGuessed ? t(words.typeGuessed) : ''}
      </p>
    </fieldset>
  );
}

interface PartProps {
  readonly form: MaterialForm;
  readonly onChange: (changes: Partial<MaterialForm>) => void;
}

const PARTS = [
  { part: 'topic', name: words.topic, hint: words.topicHint, rows: 2 },
  { part: 'goal', name: words.goal, hint: words.goalHint, rows: 3 },
  { part: 'implementation', name: words.implementation, hint: words.implementationHint, rows: 5 },
  { part: 'lessons', name: words.lessons, hint: words.lessonsHint, rows: 3 },
] as const;

function Practice({ form, onChange }: PartProps): ReactNode {
  const t = useT();
  return (
    <fieldset className="fields material-practice">
      <legend>{t(words.practice)}</legend>
      <p className="quiet small">{t(words.practiceWhy)}</p>
      {PARTS.map(({ part, name, hint, rows }) => (
        <div key={part} className="fields">
          <LongTextField
            name={part}
            label={t(name)}
            hint={t(hint)}
            rows={rows}
            value={form[part]}
            onChange={(value) => onChange({ [part]: value })}
          />
          {part === 'topic' && <TargetGroups form={form} onChange={onChange} />}
        </div>
      ))}
    </fieldset>
  );
}

function TargetGroups({ form, onChange }: PartProps): ReactNode {
  const t = useT();
  const { targetGroups, typedGroup } = form;
  return (
    <ChipsField
      name="targetGroups"
      label={t(words.targetGroups)}
      hint={t(words.targetGroupsHint)}
      chips={targetGroups.map((word) => ({ id: word, word }))}
      onRemove={(word) => onChange({ targetGroups: targetGroups.filter((one) => one !== word) })}
      typed={typedGroup}
      onType={(typed) => onChange({ typedGroup: typed })}
      onAdd={(typed) => onChange({ typedGroup: '', targetGroups: [...targetGroups, ...wordsIn(typed, targetGroups)] })}
    />
  );
}

type Link = MaterialDraft['links'][number];
const NO_LINK: Link = { url: '', label: '' };
const MOST_LINKS = 20;

/** An empty line is always there to begin with; the server leaves out what is empty. */
function Links({ links, onChange }: { links: readonly Link[]; onChange: (links: Link[]) => void }): ReactNode {
  const t = useT();
  const rows = links.length === 0 ? [NO_LINK] : links;
  const box = useRef<HTMLFieldSetElement>(null);
  /** Number of the line that gets the focus once it is there. */
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    box.current?.querySelectorAll<HTMLInputElement>('input[type="url"]')[wanted.current]?.focus();
    wanted.current = undefined;
  });
  const write = (index: number, changes: Partial<Link>): void =>
    onChange(rows.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <fieldset ref={box} className="material-links">
      <legend>{t(words.links)}</legend>
      {rows.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing of their own but their place
        <div key={index} className="material-link">
          <TextField
            name={`links.${index}`}
            type="url"
            label={t(words.linkNumber, { n: index + 1 })}
            hint={index === 0 ? t(words.linkHint) : undefined}
            value={link.url}
            onChange={(url) => write(index, { url })}
          />
          {(link.url.trim() !== '' || link.label !== '') && (
            <TextField
              name={`links.${index}.label`}
              label={t(words.linkLabel)}
              isOptional
              value={link.label}
              onChange={(label) => write(index, { label })}
            />
          )}
          {rows.length > 1 && (
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t(words.removeLink, { n: index + 1 })}
              onClick={() => {
                wanted.current = Math.max(0, index - 1);
                onChange(rows.filter((_, at) => at !== index));
              }}
            />
          )}
        </div>
      ))}
      {rows.length < MOST_LINKS && rows.at(-1)?.url.trim() !== '' && (
        <Button
          appearance="subtle"
          icon={<AddRegular />}
          onClick={() => {
            wanted.current = rows.length;
            onChange([...rows, NO_LINK]);
          }}
        >
          {t(words.addLink)}
        </Button>
      )}
    </fieldset>
  );
}

const LANGUAGES: readonly { readonly value: string; readonly name: Message }[] = [
  { value: '', name: words.languageNone },
  { value: 'fi', name: words.languageFi },
  { value: 'sv', name: words.languageSv },
  { value: 'en', name: words.languageEn },
];

/** What is folded away. */
export function MoreFields({ form, onChange, choices, files }: FieldsProps): ReactNode {
  const t = useT();
  const type = typeOf(form, files);
  const terms = choices?.terms ?? [];
  const themes = terms.filter(({ kind }) => kind === 'theme');
  const tags = terms.filter(({ kind }) => kind === 'tag');
  const isTheme = (id: string): boolean => themes.some((one) => one.id === id);
  const organisations: readonly Pick[] = choices?.organisations ?? [];
  const organisation = form.organisation ?? choices?.organisation ?? '';
  const known = new Set(organisations.map(({ id }) => id));
  return (
    <div className="fields">
      {themes.length > 0 && (
        <div className="material-themes">
          <ManyField
            name="terms"
            label={t(words.themes)}
            values={form.terms.filter(isTheme)}
            choices={themes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(chosen) => onChange({ terms: [...chosen, ...form.terms.filter((id) => !isTheme(id))] })}
          />
        </div>
      )}
      <ChipsField
        name="newTags"
        label={t(words.tags)}
        hint={t(words.tagsHint)}
        chips={[
          ...tags.flatMap(({ id, name }) => (form.terms.includes(id) ? [{ id, word: name }] : [])),
          ...form.newTags.map((word) => ({ id: word, word })),
        ]}
        onRemove={(id) =>
          onChange({
            terms: form.terms.filter((one) => one !== id),
            newTags: form.newTags.filter((one) => one !== id),
          })
        }
        typed={form.typedTag}
        onType={(typedTag) => onChange({ typedTag })}
        onAdd={(typed) => onChange({ ...withTags(form, typed, terms), typedTag: '' })}
        suggested={tags.flatMap(({ id, name }) => (form.terms.includes(id) ? [] : [name]))}
      />
      {type !== 'goodPractice' && <TargetGroups form={form} onChange={onChange} />}
      <SelectField
        name="audience"
        label={t(words.audience)}
        value={form.audience}
        choices={[
          { value: 'members', label: t(words.members) },
          ...(choices?.groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: 'coordinators', label: t(words.coordinators) },
        ]}
        onChange={(audience) => onChange({ audience })}
      />
      {(known.size > 0 || organisation !== '') && (
        <Picker
          name="organisation"
          label={t(words.organisation)}
          hint={t(words.organisationHint)}
          value={organisations.find(({ id }) => id === organisation)}
          choices={organisations}
          onChange={(chosen) => onChange({ organisation: chosen?.id ?? '' })}
        />
      )}
      <TextField
        name="author"
        label={t(words.author)}
        hint={t(words.authorHint)}
        value={form.author}
        onChange={(author) => onChange({ author })}
      />
      <SelectField
        name="language"
        label={t(words.language)}
        value={form.language}
        choices={LANGUAGES.map(({ value, name }) => ({ value, label: t(name) }))}
        onChange={(language) => onChange({ language })}
      />
      <DateField
        name="reviewOn"
        label={t(words.reviewOn)}
        hint={t(words.reviewOnHint)}
        value={form.reviewOn}
        onChange={(reviewOn) => onChange({ reviewOn })}
      />
    </div>
  );
}
