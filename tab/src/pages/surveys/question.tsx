/** One question of a survey with its inputs, by its type. Arrow keys move within what is one choice. */
import { Button } from '@fluentui/react-button';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useT } from '../../speak.ts';
import type { Translate } from '../../text.ts';
import { chosenIn, LONGEST_ANSWER, LONGEST_OTHER, OTHER, OTHER_CHOICE, rangeOf, type Typed } from './asked.ts';
import type { QuestionView } from './calls.ts';
import { surveyText } from './text.ts';

/** From so many characters before the end on, those that are left are told. */
const NEAR = 200;

interface QuestionProps {
  readonly question: QuestionView;
  readonly typed: Typed;
  /** What is wrong with the answer. */
  readonly problem: string | undefined;
  readonly onType: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Of the input or group that gets the focus. */
export const inputId = (question: string): string => `question-${question}`;

/** Puts the focus on a question: on what is chosen in it, else on its first input. */
export function focusOn(question: string): void {
  const of = document.getElementById(inputId(question));
  const input = of?.matches('fieldset') ? (of.querySelector<HTMLElement>('input:checked, input') ?? of) : of;
  input?.focus();
}

export function Question(props: QuestionProps): ReactNode {
  switch (props.question.type) {
    case 'text':
      return <Written {...props} />;
    case 'number':
      return <Numeric {...props} />;
    case 'grade':
    case 'scale':
      return <Graded {...props} />;
    default:
      return <Chosen {...props} />;
  }
}

function Label({ question }: { question: QuestionView }): ReactNode {
  const t = useT();
  return (
    <>
      {question.label}
      {question.isRequired && (
        <>
          <span aria-hidden="true"> *</span>
          <span className="hidden"> ({t(surveyText.isRequired)})</span>
        </>
      )}
    </>
  );
}

/** Ids of the hint and the problem of a question, where there are any. */
function describedBy(id: string, ...parts: (string | false | undefined)[]): string | undefined {
  return (
    parts
      .filter(Boolean)
      .map((part) => `${id}-${part}`)
      .join(' ') || undefined
  );
}

function Hints({ id, hint }: { id: string; hint: string | undefined }): ReactNode {
  return (
    hint && (
      <p id={`${id}-hint`} className="quiet small">
        {hint}
      </p>
    )
  );
}

function Mistake({ id, problem }: { id: string; problem: string | undefined }): ReactNode {
  return (
    <p id={`${id}-problem`} className="mistake">
      {problem}
    </p>
  );
}

function Written({ question, typed, problem, onType }: QuestionProps): ReactNode {
  const t = useT();
  const id = inputId(question.id);
  const value = typed[question.id] ?? '';
  const left = LONGEST_ANSWER - value.trim().length;
  const isNear = left < NEAR;
  return (
    <div className="question">
      <label className="asks" htmlFor={id}>
        <Label question={question} />
      </label>
      <Hints id={id} hint={question.hint} />
      <textarea
        id={id}
        className="input"
        rows={3}
        value={value}
        aria-required={question.isRequired || undefined}
        aria-invalid={problem || left < 0 ? true : undefined}
        aria-describedby={describedBy(id, question.hint && 'hint', isNear && 'count', problem && 'problem')}
        onChange={(event) => onType({ [question.id]: event.target.value })}
      />
      {isNear && (
        <p id={`${id}-count`} className={left < 0 ? 'mistake' : 'quiet small'}>
          {left < 0 ? t(surveyText.charactersOver, { n: -left }) : t(surveyText.charactersLeft, { n: left })}
        </p>
      )}
      <Mistake id={id} problem={problem} />
    </div>
  );
}

function Numeric({ question, typed, problem, onType }: QuestionProps): ReactNode {
  const t = useT();
  const id = inputId(question.id);
  const { unit } = question.number ?? {};
  const limits = limitsOf(question, t);
  const hint = [question.hint, limits].filter(Boolean).join(' · ');
  return (
    <div className="question">
      <label className="asks" htmlFor={id}>
        <Label question={question} />
        {unit && <span className="hidden"> ({unit})</span>}
      </label>
      <Hints id={id} hint={hint} />
      <div className="with-unit">
        <input
          id={id}
          className="input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={asWritten(typed[question.id] ?? '', t)}
          aria-required={question.isRequired || undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint && 'hint', problem && 'problem')}
          onChange={(event) => onType({ [question.id]: event.target.value })}
        />
        {unit && <span aria-hidden="true">{unit}</span>}
      </div>
      <Mistake id={id} problem={problem} />
    </div>
  );
}

/** The server sends a number back with a point. */
const asWritten = (typed: string, t: Translate): string => (t.locale === 'en' ? typed : typed.replace('.', ','));

/** `0–100`, `vähintään 0,5` */
function limitsOf({ number: { least, most } = {} }: QuestionView, t: Translate): string | undefined {
  const format = new Intl.NumberFormat(t.tag, { maximumFractionDigits: 6 });
  const words = (value: number | undefined): string => (value === undefined ? '' : format.format(value));
  if (least !== undefined && most !== undefined)
    return t(surveyText.between, { least: words(least), most: words(most) });
  if (least !== undefined) return t(surveyText.atLeast, { least: words(least) });
  return most === undefined ? undefined : t(surveyText.atMost, { most: words(most) });
}

/** Grades and scales: numbers in a row, with what the ends stand for. */
function Graded({ question, typed, problem, onType }: QuestionProps): ReactNode {
  const t = useT();
  const id = inputId(question.id);
  const { from, to } = rangeOf(question);
  const isGrade = question.type === 'grade';
  const low = isGrade ? t(surveyText.worst) : question.scale?.low;
  const high = isGrade ? t(surveyText.best) : question.scale?.high;
  const ends: Readonly<Record<number, string | undefined>> = { [from]: low, [to]: high };
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (
    <Group {...{ question, problem, id }} isChosen={Boolean(typed[question.id])} onClear={onType}>
      <div className={isGrade ? 'numbers grades' : 'numbers'}>
        {numbers.map((number) => (
          <label key={number} className="choice number-choice">
            <input
              type="radio"
              name={id}
              value={number}
              checked={typed[question.id] === String(number)}
              aria-label={ends[number] && `${number}, ${ends[number]}`}
              onChange={() => onType({ [question.id]: String(number) })}
            />
            <span>{number}</span>
          </label>
        ))}
      </div>
      {(low || high) && (
        <p className="ends quiet small" aria-hidden="true">
          <span>{low && `${from} = ${low}`}</span>
          <span>{high && `${to} = ${high}`}</span>
        </p>
      )}
    </Group>
  );
}

/** One of the options or several, as words or as pictures, or words of one’s own. */
function Chosen({ question, typed, problem, onType }: QuestionProps): ReactNode {
  const t = useT();
  const id = inputId(question.id);
  const other = `${question.id}${OTHER}`;
  const isSingle = question.type !== 'choices';
  const chosen = chosenIn(typed[question.id]);
  const choose = (option: string, isOn: boolean): void => {
    const rest = isSingle ? [] : chosen.filter((one) => one !== option);
    const now = (isOn ? [...rest, option] : rest).join(',');
    const keepsOther = now.split(',').includes(OTHER_CHOICE);
    onType({ [question.id]: now || undefined, ...(keepsOther ? {} : { [other]: undefined }) });
  };
  const box = (
    option: string,
  ): Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'name' | 'value' | 'checked' | 'onChange'> => ({
    type: isSingle ? 'radio' : 'checkbox',
    name: id,
    value: option,
    checked: chosen.includes(option),
    onChange: (event) => choose(option, event.target.checked),
  });
  return (
    <Group
      {...{ question, problem, id }}
      hint={isSingle ? undefined : t(surveyText.manyMay)}
      isChosen={isSingle && chosen.length > 0}
      onClear={(cleared) => onType({ ...cleared, [other]: undefined })}
    >
      {question.type === 'pictures' ? (
        <div className="pictures">
          {question.options.map(({ id: option, label, picture }) => (
            <label key={option} className="choice picture">
              <img src={picture} alt={label} />
              <span>
                <input {...box(option)} />
                <span aria-hidden="true">{label}</span>
              </span>
            </label>
          ))}
        </div>
      ) : (
        question.options.map(({ id: option, label }) => (
          <label key={option} className="choice">
            <input {...box(option)} />
            <span>{label}</span>
          </label>
        ))
      )}
      {question.allowsOther && (
        <label className="choice">
          <input {...box(OTHER_CHOICE)} />
          <span>{t(surveyText.other)}</span>
        </label>
      )}
      {question.allowsOther && chosen.includes(OTHER_CHOICE) && (
        <label className="own-words">
          <span className="quiet small">{t(surveyText.otherWords)}</span>
          <input
            className="input"
            type="text"
            autoComplete="off"
            maxLength={LONGEST_OTHER}
            value={typed[other] ?? ''}
            onChange={(event) => onType({ [other]: event.target.value })}
          />
        </label>
      )}
    </Group>
  );
}

/** Choices that are one question. What needn’t be answered can be cleared again. */
function Group({
  question,
  problem,
  id,
  hint,
  isChosen,
  onClear,
  children,
}: Pick<QuestionProps, 'question' | 'problem'> & {
  id: string;
  hint?: string | undefined;
  isChosen: boolean;
  onClear: QuestionProps['onType'];
  children: ReactNode;
}): ReactNode {
  const t = useT();
  const hints = [question.hint, hint].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      className="question"
      tabIndex={-1}
      aria-describedby={describedBy(id, hints && 'hint', problem && 'problem')}
    >
      <legend className="asks">
        <Label question={question} />
      </legend>
      <Hints id={id} hint={hints} />
      {children}
      {isChosen && !question.isRequired && (
        <Button
          appearance="transparent"
          size="small"
          className="clears"
          onClick={() => {
            onClear({ [question.id]: undefined });
            document.getElementById(id)?.querySelector('input')?.focus();
          }}
        >
          {t(surveyText.clear)}
          <span className="hidden">: {question.label}</span>
        </Button>
      )}
      <Mistake id={id} problem={problem} />
    </fieldset>
  );
}
