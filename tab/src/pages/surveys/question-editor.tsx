/** Questions as the coordinator writes them: a list of what is asked, each unfolded to be changed, moved, copied or removed. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Choice, SelectField } from '../../fields.tsx';
import { useProblemsUnder } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { QuestionFields, typeName } from './question-fields.tsx';
import { anyWords, copied, emptyQuestion, freeId, moved, type QuestionDraft } from './survey-draft.ts';
import { useLanguages } from './words.tsx';
import './desk.css';

interface QuestionEditorProps {
  readonly questions: readonly QuestionDraft[];
  readonly onChange: (questions: readonly QuestionDraft[]) => void;
  /** Where the questions are in what is sent: `questions`, `parts.2.questions`. */
  readonly field: string;
  readonly most: number;
  /** Of all questions of the form, so that a new id is nobody's. */
  readonly taken?: readonly Pick<QuestionDraft, 'id'>[];
  /** Parts that a question may go to. */
  readonly others?: readonly Choice[];
  readonly onMoveTo?: (question: string, part: string) => void;
  /** Only words may change: no question or option comes or goes. */
  readonly isFixed?: boolean;
  /** Answers may be marked as wishes. */
  readonly hasWishes?: boolean;
}

export function QuestionEditor({
  questions,
  onChange,
  field,
  most,
  taken = questions,
  others = [],
  onMoveTo,
  isFixed = false,
  hasWishes = true,
}: QuestionEditorProps): ReactNode {
  const t = useT();
  const say = useSay();
  const [locale] = useLanguages();
  const [open, setOpen] = useState<readonly string[]>([]);
  const problems = useProblemsUnder(`${field}.`);
  const editor = useRef<HTMLDivElement>(null);
  /** The question whose first field gets the focus once it is there; empty: the button that adds. */
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = editor.current?.querySelector(`[data-question="${wanted.current}"]`);
    const first = row?.querySelector<HTMLElement>('.survey-question-body :is(select, input, textarea)');
    const { current } = editor;
    (first ?? row?.querySelector('button') ?? current?.querySelector<HTMLElement>('.adds-question'))?.focus();
    wanted.current = undefined;
  });
  const append = (): void => {
    const id = freeId(taken);
    wanted.current = id;
    setOpen([id]);
    onChange([...questions, emptyQuestion(questions.at(-1)?.type ?? 'choice', id)]);
  };
  const copy = (id: string): void => {
    const next = freeId(taken);
    wanted.current = next;
    setOpen([next]);
    onChange(copied(questions, id, next));
    say(t(words.questionCopied));
  };
  const remove = (index: number): void => {
    wanted.current = (questions[index + 1] ?? questions[index - 1])?.id ?? '';
    onChange(questions.filter((_, at) => at !== index));
    say(t(words.questionRemoved));
  };
  return (
    <div ref={editor} className="survey-questions">
      <ol className="plain list">
        {questions.map((question, index) => {
          const { id, label } = question;
          const hasProblem = problems.some((one) => one.field.startsWith(`${field}.${index}.`));
          const isOpen = open.includes(id) || hasProblem;
          const n = index + 1;
          const said = anyWords(label, locale) || t(words.noLabel);
          return (
            <li key={id} data-question={id} className={isOpen ? 'survey-question is-open' : 'survey-question'}>
              <button
                type="button"
                className="survey-question-head"
                aria-expanded={isOpen}
                onClick={() => setOpen((now) => (isOpen ? now.filter((one) => one !== id) : [...now, id]))}
              >
                <span className="survey-question-words">
                  <span className="strong">
                    {n}. {said}
                  </span>
                  <span className="quiet small">
                    {marksOf(question)
                      .map((one) => t(one))
                      .join(' · ')}
                  </span>
                </span>
                {isOpen ? <ChevronUpRegular className="icon" /> : <ChevronDownRegular className="icon" />}
              </button>
              {isOpen && (
                <div className="survey-question-body fields">
                  <QuestionFields
                    question={question}
                    earlier={questions.slice(0, index)}
                    field={`${field}.${index}`}
                    onChange={(changed) => onChange(questions.with(index, changed))}
                    {...{ isFixed, hasWishes }}
                  />
                  {!isFixed && (
                    <div className="row">
                      <Button
                        icon={<ArrowUpRegular />}
                        aria-label={t(words.questionUp, { n })}
                        disabledFocusable={index === 0}
                        onClick={() => onChange(moved(questions, id, -1))}
                      >
                        {t(words.up)}
                      </Button>
                      <Button
                        icon={<ArrowDownRegular />}
                        aria-label={t(words.questionDown, { n })}
                        disabledFocusable={index === questions.length - 1}
                        onClick={() => onChange(moved(questions, id, 1))}
                      >
                        {t(words.down)}
                      </Button>
                      <Button
                        icon={<CopyRegular />}
                        aria-label={t(words.copyQuestion, { n })}
                        disabledFocusable={questions.length >= most}
                        onClick={() => copy(id)}
                      >
                        {t(words.copy)}
                      </Button>
                      <Button
                        icon={<DeleteRegular />}
                        aria-label={t(words.removeQuestion, { n })}
                        onClick={() => remove(index)}
                      >
                        {t(words.remove)}
                      </Button>
                    </div>
                  )}
                  {!isFixed && onMoveTo && others.length > 0 && (
                    <MoveTo
                      name={`${field}.${index}.part`}
                      parts={others}
                      onMove={(part) => {
                        wanted.current = (questions[index + 1] ?? questions[index - 1])?.id ?? '';
                        onMoveTo(id, part);
                        say(t(words.questionMoved));
                      }}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {!isFixed && (
        <div className="row">
          <Button
            className="adds-question"
            icon={<AddRegular />}
            disabledFocusable={questions.length >= most}
            onClick={append}
          >
            {t(words.addQuestion)}
          </Button>
          {questions.length >= most && <p className="quiet small">{t(words.fullOfQuestions, { most })}</p>}
        </div>
      )}
    </div>
  );
}

/** Chosen first and moved then: arrow keys go through the choices without moving anything. */
function MoveTo({
  name,
  parts,
  onMove,
}: {
  name: string;
  parts: readonly Choice[];
  onMove: (part: string) => void;
}): ReactNode {
  const t = useT();
  const [part, setPart] = useState('');
  return (
    <div className="survey-copy">
      <SelectField
        name={name}
        label={t(words.moveToPart)}
        value={part}
        choices={[{ value: '', label: t(words.staysHere) }, ...parts]}
        onChange={setPart}
      />
      <Button disabledFocusable={part === ''} onClick={() => onMove(part)}>
        {t(words.move)}
      </Button>
    </div>
  );
}

/** What is worth knowing of a question that is folded. */
const marksOf = ({ type, isRequired, showIf, isWish }: QuestionDraft): readonly Message[] => [
  typeName(type),
  ...(isRequired ? [words.markRequired] : []),
  ...(showIf?.question ? [words.markCondition] : []),
  ...(isWish && type === 'text' ? [words.markWish] : []),
];
