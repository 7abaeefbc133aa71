/** Answers given on paper or by phone, written down one after another: the form of answering, marked as what it is. */
import { Button } from '@fluentui/react-button';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { askedOf, type Typed } from './asked.ts';
import { enterAnswers, type SurveyView } from './calls.ts';
import { useSurveyChange } from './data.ts';
import { OfSurvey } from './desk-page.tsx';
import { surveyDeskText as words } from './desk-text.ts';
import { focusOn, Question } from './question.tsx';
import './surveys.css';

type Source = 'paper' | 'phone';

export function EnterAnswers({ id }: { id: string }): ReactNode {
  const t = useT();
  return (
    <OfSurvey id={id} title={t(words.enterTitle)}>
      {(view) => (view.desk?.can.enter ? <Entering view={view} /> : <p>{t(words.enterNot)}</p>)}
    </OfSurvey>
  );
}

function Entering({ view }: { view: SurveyView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [source, setSource] = useState<Source>('paper');
  const [typed, setTyped] = useState<Typed>({});
  /** Written down since the page was opened. */
  const [count, setCount] = useState(0);
  const [solved, setSolved] = useState<readonly string[]>([]);
  const questions = askedOf(view.questionList, typed);
  const [first] = view.questionList;
  const enter = useSurveyChange(enterAnswers, () => {
    attempt.done();
    setTyped({});
    setCount((n) => n + 1);
    say(t(words.entered));
    if (first) focusOn(first.id);
  });
  const problems = (enter.error?.fields ?? []).filter(({ field }) => !solved.includes(field));
  useEffect(() => {
    const [wrong] = enter.error?.fields ?? [];
    if (wrong) focusOn(wrong.field);
  }, [enter.error]);
  /** Which answers these are is part of the content: two alike are two. */
  const content = { source, typed: { ...typed }, n: count };
  return (
    <>
      <p className="lead">{t(words.enterWhy)}</p>
      <p role="status" className="quiet">
        {count > 0 ? t(words.enteredSoFar, { n: count }) : ''}
      </p>
      <form
        noValidate
        className="fields survey-entering"
        onSubmit={(event) => {
          event.preventDefault();
          if (enter.isPending) return;
          setSolved([]);
          enter.mutate({
            params: { survey: view.id },
            body: { source, typed: content.typed, requestId: attempt.idFor(content) },
          });
        }}
      >
        <Segments<Source>
          name="source"
          legend={t(words.source)}
          value={source}
          onChange={setSource}
          choices={[
            { value: 'paper', label: t(words.onPaper) },
            { value: 'phone', label: t(words.byPhone) },
          ]}
        />
        {questions.map((question) => (
          <Fragment key={question.id}>
            {question.section && <h2 className="section">{question.section}</h2>}
            <Question
              question={question}
              typed={typed}
              problem={problems.find(({ field }) => field === question.id)?.message}
              onType={(changes) => {
                setSolved([...solved, question.id]);
                setTyped((now) => typedWith(now, changes));
              }}
            />
          </Fragment>
        ))}
        {(enter.error?.fields.length ?? 0) === 0 && <Refused error={enter.error} />}
        <div className="row">
          <Button type="submit" appearance="primary" size="large" disabledFocusable={enter.isPending}>
            {t(words.enterNext)}
          </Button>
        </div>
      </form>
    </>
  );
}

function typedWith(now: Typed, changes: Readonly<Record<string, string | undefined>>): Typed {
  const all = Object.entries({ ...now, ...changes });
  return Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}
