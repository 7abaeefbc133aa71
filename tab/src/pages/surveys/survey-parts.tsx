/** The questions of a survey, as one list or divided into parts that are asked one after the other. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { ReactNode } from 'react';
import { SelectField } from '../../fields.tsx';
import { useProblemOf } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { useWhen } from '../../when.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { PasteQuestions } from './paste-questions.tsx';
import { QuestionEditor } from './question-editor.tsx';
import {
  anyWords,
  emptyPart,
  inParts,
  joined,
  MOST_PARTS,
  MOST_QUESTIONS,
  movedToPart,
  questionsOf,
  type SurveyForm,
  type TypedPart,
  withPasted,
} from './survey-draft.ts';
import { Translations, useLanguages, WordsField } from './words.tsx';

/** Beyond it the list of one part is full, and dividing is offered. */
const MANY = 10;
const RHYTHMS = [
  { value: 'twoAWeek', name: words.twoAWeek },
  { value: 'weekly', name: words.weekly },
  { value: 'daily', name: words.daily },
] as const;

interface SurveyPartsProps {
  readonly form: SurveyForm;
  readonly onChange: (changes: Partial<SurveyForm>) => void;
  /** When each would open; of the parts that have questions. */
  readonly schedule: readonly { readonly opensAt: string }[];
}

export function SurveyParts({ form, onChange, schedule }: SurveyPartsProps): ReactNode {
  const t = useT();
  const say = useSay();
  const { parts } = form;
  const problem = useProblemOf('questions');
  const all = questionsOf(form);
  const set = (changed: readonly TypedPart[]): void =>
    onChange({ parts: changed.length > 0 ? changed : [emptyPart()] });
  const isDivided = parts.length > 1;
  const divide = (): void => {
    const made = inParts(all);
    set(made.length > 1 ? made : [...made, emptyPart()]);
    say(t(words.divided, { n: Math.max(2, made.length) }));
  };
  return (
    <section aria-labelledby="questions-title" className="survey-parts">
      <h2 id="questions-title">{t(words.questions)}</h2>
      {all.length > 0 && (
        <p className="quiet">{t(words.questionsInAll, { n: all.length, parts: isDivided ? parts.length : 0 })}</p>
      )}
      {problem && (
        <p className="mistake" tabIndex={-1}>
          {problem}
        </p>
      )}
      {parts.map((part, index) => (
        <Part
          key={part.key}
          part={part}
          index={index}
          form={form}
          opensAt={isDivided ? schedule[filledBefore(parts, index)]?.opensAt : undefined}
          onChange={(changed) => set(parts.with(index, changed))}
          onMoveTo={(question, to) => set(movedToPart(parts, question, to))}
          onRemove={() => set(parts.filter((_, at) => at !== index))}
        />
      ))}
      <div className="row">
        {!isDivided && all.length > 1 && (
          <Button appearance={all.length > MOST_QUESTIONS ? 'primary' : 'secondary'} onClick={divide}>
            {t(words.divide)}
          </Button>
        )}
        {isDivided && parts.length < MOST_PARTS && (
          <Button icon={<AddRegular />} onClick={() => set([...parts, emptyPart()])}>
            {t(words.addPart)}
          </Button>
        )}
        {isDivided && <Button onClick={() => set(joined(parts))}>{t(words.join)}</Button>}
      </div>
      {!isDivided && all.length > MANY && <p className="quiet small">{t(words.divideWhy, { most: MOST_QUESTIONS })}</p>}
      {isDivided && (
        <SelectField
          name="rhythm"
          label={t(words.rhythm)}
          hint={t(words.rhythmHint)}
          value={form.rhythm || 'twoAWeek'}
          choices={RHYTHMS.map(({ value, name }) => ({ value, label: t(name) }))}
          onChange={(rhythm) => onChange({ rhythm })}
        />
      )}
      <PasteQuestions onRead={(pasted) => set(withPasted(parts, pasted))} />
    </section>
  );
}

/** The schedule leaves empty parts out. */
const filledBefore = (parts: readonly TypedPart[], index: number): number =>
  parts.slice(0, index).filter(({ questions }) => questions.length > 0).length;

function Part({
  part,
  index,
  form,
  opensAt,
  onChange,
  onMoveTo,
  onRemove,
}: {
  part: TypedPart;
  index: number;
  form: SurveyForm;
  opensAt: string | undefined;
  onChange: (part: TypedPart) => void;
  onMoveTo: (question: string, part: string) => void;
  onRemove: () => void;
}): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [locale] = useLanguages();
  const { parts } = form;
  const isDivided = parts.length > 1;
  const field = isDivided ? `parts.${index}.questions` : 'questions';
  const problem = useProblemOf(isDivided ? field : '');
  const n = index + 1;
  const others = parts.flatMap(({ key, title, questions }, at) =>
    key === part.key || questions.length >= MOST_QUESTIONS
      ? []
      : [{ value: key, label: t(words.partNamed, { n: at + 1, title: anyWords(title, locale) }) }],
  );
  const editor = (
    <QuestionEditor
      questions={part.questions}
      field={field}
      // One long list may be pasted first and divided then.
      most={isDivided ? MOST_QUESTIONS : Math.max(MOST_QUESTIONS, part.questions.length)}
      taken={questionsOf(form)}
      others={others}
      onMoveTo={onMoveTo}
      onChange={(questions) => onChange({ ...part, questions })}
    />
  );
  if (!isDivided) return editor;
  return (
    <section aria-labelledby={`part-${part.key}`} className="survey-part">
      <div className="title">
        <h3 id={`part-${part.key}`}>
          {t(words.partNamed, { n, title: anyWords(part.title, locale) })}
          <span className="quiet small count"> {t(words.questionCount, { n: part.questions.length })}</span>
        </h3>
        {part.questions.length === 0 && (
          <Button size="small" aria-label={t(words.removePartN, { n })} onClick={onRemove}>
            {t(words.removePart)}
          </Button>
        )}
      </div>
      {opensAt && <p className="quiet small">{t(words.partOpens, { when: when(opensAt) })}</p>}
      {problem && (
        <p className="mistake" tabIndex={-1}>
          {problem}
        </p>
      )}
      <details>
        <summary>{t(words.showPart, { n: part.questions.length })}</summary>
        <div className="fields">
          <WordsField
            name={`parts.${index}.title`}
            label={t(words.partTitle)}
            hint={t(words.partTitleHint)}
            isOptional
            value={part.title}
            onChange={(title) => onChange({ ...part, title })}
          />
          <Translations>
            <WordsField
              name={`parts.${index}.title`}
              label={t(words.partTitle)}
              value={part.title}
              onChange={(title) => onChange({ ...part, title })}
            />
          </Translations>
          {editor}
        </div>
      </details>
    </section>
  );
}
