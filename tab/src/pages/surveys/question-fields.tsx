/** One question as it is written: what is asked, how it is answered, and to whom it shows. */
import type { ReactNode } from 'react';
import { CheckField, ManyField, SelectField, TextField } from '../../fields.tsx';
import { useProblemOf } from '../../form.tsx';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { OptionRows } from './option-rows.tsx';
import { anyWords, conditionable, hasOptions, type QuestionDraft, type QuestionType, retyped } from './survey-draft.ts';
import { Translations, useLanguages, WordsField } from './words.tsx';

const TYPES: readonly { readonly type: QuestionType; readonly name: Message }[] = [
  { type: 'choice', name: words.typeChoice },
  { type: 'choices', name: words.typeChoices },
  { type: 'text', name: words.typeText },
  { type: 'grade', name: words.typeGrade },
  { type: 'scale', name: words.typeScale },
  { type: 'number', name: words.typeNumber },
  { type: 'pictures', name: words.typePictures },
];
export const typeName = (type: QuestionType): Message => TYPES.find((one) => one.type === type)?.name ?? words.typeText;

interface QuestionFieldsProps {
  readonly question: QuestionDraft;
  /** Those before it, which a condition may name. */
  readonly earlier: readonly QuestionDraft[];
  /** Of the question in what is sent. */
  readonly field: string;
  readonly onChange: (question: QuestionDraft) => void;
  readonly isFixed: boolean;
  readonly hasWishes: boolean;
}

export function QuestionFields({
  question,
  earlier,
  field,
  onChange,
  isFixed,
  hasWishes,
}: QuestionFieldsProps): ReactNode {
  const t = useT();
  const { type } = question;
  const set = (changes: Partial<QuestionDraft>): void => onChange({ ...question, ...changes });
  const isWithEnds = type === 'scale';
  return (
    <>
      {!isFixed && (
        <SelectField<QuestionType>
          name={`${field}.type`}
          label={t(words.type)}
          value={type}
          choices={TYPES.map((one) => ({ value: one.type, label: t(one.name) }))}
          onChange={(to) => onChange(retyped(question, to))}
        />
      )}
      <WordsField
        name={`${field}.label`}
        label={t(words.label)}
        isRequired
        rows={2}
        value={question.label}
        onChange={(label) => set({ label })}
      />
      {hasOptions(question) && (
        <OptionRows question={question} field={field} isFixed={isFixed} onChange={(options) => set({ options })} />
      )}
      {(type === 'choice' || type === 'choices') && !isFixed && (
        <CheckField
          name={`${field}.allowsOther`}
          label={t(words.allowsOther)}
          isOn={question.allowsOther}
          onChange={(allowsOther) => set({ allowsOther })}
        />
      )}
      {isWithEnds && (
        <>
          {!isFixed && (
            <div className="survey-pair">
              <TextField
                name={`${field}.from`}
                label={t(words.scaleFrom)}
                inputMode="numeric"
                value={question.from || '1'}
                onChange={(from) => set({ from })}
              />
              <TextField
                name={`${field}.to`}
                label={t(words.scaleTo)}
                inputMode="numeric"
                value={question.to || '5'}
                onChange={(to) => set({ to })}
              />
            </div>
          )}
          <WordsField
            name={`${field}.low`}
            label={t(words.low)}
            hint={t(words.lowHint)}
            isOptional
            value={question.low}
            onChange={(low) => set({ low })}
          />
          <WordsField
            name={`${field}.high`}
            label={t(words.high)}
            isOptional
            value={question.high}
            onChange={(high) => set({ high })}
          />
        </>
      )}
      {type === 'number' && !isFixed && (
        <>
          <div className="survey-pair">
            <TextField
              name={`${field}.least`}
              label={t(words.least)}
              isOptional
              inputMode="decimal"
              value={question.least}
              onChange={(least) => set({ least })}
            />
            <TextField
              name={`${field}.most`}
              label={t(words.most)}
              isOptional
              inputMode="decimal"
              value={question.most}
              onChange={(most) => set({ most })}
            />
          </div>
          <WordsField
            name={`${field}.unit`}
            label={t(words.unit)}
            hint={t(words.unitHint)}
            isOptional
            value={question.unit}
            onChange={(unit) => set({ unit })}
          />
        </>
      )}
      {!isFixed && (
        <CheckField
          name={`${field}.isRequired`}
          label={t(words.isRequired)}
          isOn={question.isRequired}
          onChange={(isRequired) => set({ isRequired })}
        />
      )}
      {type === 'text' && hasWishes && !isFixed && (
        <CheckField
          name={`${field}.isWish`}
          label={t(words.isWish)}
          hint={t(words.isWishHint)}
          isOn={question.isWish}
          onChange={(isWish) => set({ isWish })}
        />
      )}
      <details className="translations">
        <summary>{t(words.headingAndHint)}</summary>
        <div className="fields">
          <WordsField
            name={`${field}.section`}
            label={t(words.section)}
            hint={t(words.sectionHint)}
            isOptional
            value={question.section}
            onChange={(section) => set({ section })}
          />
          <WordsField
            name={`${field}.hint`}
            label={t(words.hint)}
            hint={t(words.hintHint)}
            isOptional
            value={question.hint}
            onChange={(hint) => set({ hint })}
          />
        </div>
      </details>
      {!isFixed && <Condition question={question} earlier={earlier} field={field} onChange={onChange} />}
      <Translations>
        <WordsField
          name={`${field}.label`}
          label={t(words.label)}
          rows={2}
          value={question.label}
          onChange={(label) => set({ label })}
        />
        {hasOptions(question) &&
          question.options.map((option, index) => (
            <WordsField
              key={option.id}
              name={`${field}.options.${index}`}
              label={t(words.optionNumber, { n: index + 1 })}
              value={option.label}
              onChange={(label) =>
                set({ options: question.options.map((one) => (one.id === option.id ? { ...one, label } : one)) })
              }
            />
          ))}
        {isWithEnds && (
          <>
            <WordsField
              name={`${field}.low`}
              label={t(words.low)}
              value={question.low}
              onChange={(low) => set({ low })}
            />
            <WordsField
              name={`${field}.high`}
              label={t(words.high)}
              value={question.high}
              onChange={(high) => set({ high })}
            />
          </>
        )}
        {type === 'number' && (
          <WordsField
            name={`${field}.unit`}
            label={t(words.unit)}
            value={question.unit}
            onChange={(unit) => set({ unit })}
          />
        )}
        <WordsField
          name={`${field}.section`}
          label={t(words.section)}
          value={question.section}
          onChange={(section) => set({ section })}
        />
        <WordsField
          name={`${field}.hint`}
          label={t(words.hint)}
          value={question.hint}
          onChange={(hint) => set({ hint })}
        />
      </Translations>
    </>
  );
}

const NO_CONDITION = { options: '', atLeast: '', atMost: '' };

function Condition({
  question,
  earlier,
  field,
  onChange,
}: Pick<QuestionFieldsProps, 'question' | 'earlier' | 'field' | 'onChange'>): ReactNode {
  const t = useT();
  const [locale] = useLanguages();
  const problem = useProblemOf(`${field}.showIf`);
  const { showIf, ...rest } = question;
  const named = conditionable(earlier);
  const of = named.find(({ id }) => id === showIf?.question);
  if (named.length === 0 && !showIf) return undefined;
  const set = (to: Partial<NonNullable<QuestionDraft['showIf']>>): void =>
    onChange({ ...question, showIf: { question: '', ...NO_CONDITION, ...showIf, ...to } });
  const chosen = (showIf?.options ?? '').split(',').flatMap((one) => one.trim() || []);
  return (
    <div className="fields survey-condition">
      <SelectField
        name={`${field}.showIf`}
        label={t(words.showIf)}
        problem={problem}
        value={of?.id ?? ''}
        choices={[
          { value: '', label: t(words.showAlways) },
          ...named.map((one) => ({
            value: one.id,
            label: t(words.answerTo, { question: anyWords(one.label, locale) || t(words.noLabel) }),
          })),
        ]}
        onChange={(id) => (id === '' ? onChange(rest) : set({ question: id, ...NO_CONDITION }))}
      />
      {of && hasOptions(of) && (
        <ManyField
          name={`${field}.showIf.options`}
          label={t(words.isOneOf)}
          values={chosen}
          choices={of.options.map((one, index) => ({
            value: one.id,
            label: anyWords(one.label, locale) || t(words.optionNumber, { n: index + 1 }),
          }))}
          onChange={(ids) => set({ options: ids.join(',') })}
        />
      )}
      {of && !hasOptions(of) && (
        <div className="survey-pair">
          <TextField
            name={`${field}.showIf.atLeast`}
            label={t(words.atLeast)}
            inputMode="decimal"
            value={showIf?.atLeast ?? ''}
            onChange={(atLeast) => set({ atLeast })}
          />
          <TextField
            name={`${field}.showIf.atMost`}
            label={t(words.atMost)}
            inputMode="decimal"
            value={showIf?.atMost ?? ''}
            onChange={(atMost) => set({ atMost })}
          />
        </div>
      )}
    </div>
  );
}
