/** The reader’s own answers: drafted, sent, changed and taken back, as long as the survey is open. */
import { Button } from '@fluentui/react-button';
import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../../api.ts';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { CheckmarkCircleFilled } from '../../icons.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { percent } from '../poll-line.tsx';
import { askedOf, isAnswered as hasAnswer, type Typed } from './asked.ts';
import { type QuestionView, type SurveyView, sendAnswers, withdrawAnswers } from './calls.ts';
import { useSurveyChange } from './data.ts';
import { type Saving, useKeptAnswers } from './kept-answers.ts';
import { isAnswered } from './parts.ts';
import { focusOn, inputId, Question } from './question.tsx';
import { surveyText } from './text.ts';

/** From so many questions on one is told how far one is. */
const MANY = 6;

export function OwnAnswers({ survey }: { survey: SurveyView }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="own-answers" className="card own-answers">
      <h2 id="own-answers" ref={heading} tabIndex={-1}>
        {t(surveyText.yourAnswers)}
      </h2>
      <Standing survey={survey} heading={heading} />
    </section>
  );
}

interface OfHeading {
  readonly survey: SurveyView;
  /** What was used goes with what it did: the focus needs another place. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function Standing({ survey, heading }: OfHeading): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { phase, own } = survey;
  if (phase === 'scheduled') return <p>{t(surveyText.notYet, { when: when(survey.opensAt) })}</p>;
  if (phase !== 'open') {
    if (survey.isForOthers && survey.cannotAnswer) return <p>{survey.cannotAnswer}</p>;
    if (own === 'absent') return <p>{t(surveyText.saidAbsent)}</p>;
    return <p>{t(own === 'answered' ? surveyText.didAnswer : surveyText.didNotAnswer)}</p>;
  }
  if (survey.cannotAnswer) return <p>{survey.cannotAnswer}</p>;
  return <Answering survey={survey} heading={heading} />;
}

function Answering({ survey, heading }: OfHeading): ReactNode {
  const t = useT();
  const say = useSay();
  const kept = useKeptAnswers(survey);
  const hasSent = isAnswered(survey);
  const [isEditing, setEditing] = useState(!hasSent || kept.isUnsent);
  const [isAbsent, setAbsent] = useState(survey.ownAnswers?.isAbsent ?? false);
  const done = (now: Typed, edits: boolean, words: string): void => {
    kept.settle(now);
    setEditing(edits);
    say(words);
    heading.current?.focus();
  };
  if (hasSent && !isEditing)
    return (
      <Sent
        survey={survey}
        onChange={() => {
          setEditing(true);
          heading.current?.focus();
        }}
        onWithdrawn={() => {
          setAbsent(false);
          done({}, true, t(surveyText.withdrawn));
        }}
      />
    );
  return (
    <AnswerForm
      {...{ survey, kept, isAbsent, hasSent }}
      onAbsent={setAbsent}
      onSent={(now) => done(now, false, t(surveyText.thanks))}
      onKeepEarlier={() => {
        const { sent = {}, isAbsent: wasAbsent = false } = survey.ownAnswers ?? {};
        setAbsent(wasAbsent);
        kept.type({ ...Object.fromEntries(Object.keys(kept.typed).map((key) => [key, undefined])), ...sent });
        setEditing(false);
        say(t(surveyText.kept));
        heading.current?.focus();
      }}
    />
  );
}

/** What was sent stands, and can be changed and taken back. */
function Sent({
  survey,
  onChange,
  onWithdrawn,
}: {
  survey: SurveyView;
  onChange: () => void;
  onWithdrawn: () => void;
}): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const attempt = useAttempt();
  const { ask, way, round, fallback, asked } = useAsked<true>();
  const withdraw = useSurveyChange(withdrawAnswers, () => {
    attempt.done();
    way.onEnd();
    onWithdrawn();
  });
  const { sentAt, isAbsent } = survey.ownAnswers ?? {};
  const told = sentAt ? t(surveyText.sentAt, { when: when(sentAt) }) : t(surveyText.sent);
  return (
    <>
      <p className="good kept" ref={fallback}>
        <CheckmarkCircleFilled className="icon" />
        {isAbsent ? t(surveyText.saidAbsent) : told}
      </p>
      <p className="quiet small can-change">{t(surveyText.canChange, { when: when(survey.closesAt) })}</p>
      <div className="row">
        <Button onClick={onChange}>{t(surveyText.change)}</Button>
        <Button onClick={() => ask(true)}>{t(surveyText.withdraw)}</Button>
      </div>
      {asked && (
        <Ask
          key={round}
          {...way}
          title={t(surveyText.withdrawTitle)}
          does={t(surveyText.withdraw)}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onDo={() =>
            withdraw.mutate({
              params: { survey: survey.id },
              body: { requestId: attempt.idFor({ withdraws: survey.ownAnswers?.sentAt }) },
            })
          }
        >
          <p>{t(surveyText.withdrawWhat)}</p>
        </Ask>
      )}
    </>
  );
}

function AnswerForm({
  survey,
  kept,
  isAbsent,
  hasSent,
  onAbsent,
  onSent,
  onKeepEarlier,
}: {
  survey: SurveyView;
  kept: ReturnType<typeof useKeptAnswers>;
  isAbsent: boolean;
  hasSent: boolean;
  onAbsent: (isAbsent: boolean) => void;
  onSent: (now: Typed) => void;
  onKeepEarlier: () => void;
}): ReactNode {
  const t = useT();
  const attempt = useAttempt();
  const { typed, saving } = kept;
  const [solved, setSolved] = useState<readonly string[]>([]);
  const send = useSurveyChange(sendAnswers, (now) => {
    attempt.done();
    onSent(now.ownAnswers?.sent ?? {});
  });
  const { absentQuestion } = survey;
  const questions = isAbsent && absentQuestion ? [absentQuestion] : askedOf(survey.questionList, typed);
  const isLong = survey.questionList.length >= MANY && !isAbsent;
  const problems = (send.error?.fields ?? []).filter(({ field }) => !solved.includes(field));
  const type = (question: string, changes: Readonly<Record<string, string | undefined>>): void => {
    setSolved([...solved, question]);
    kept.type(changes);
  };
  const submit = async (): Promise<void> => {
    await kept.hold();
    setSolved([]);
    const content = { typed: isAbsent ? absentOnly(typed) : { ...typed }, isAbsent };
    send.mutate(
      { params: { survey: survey.id }, body: { ...content, requestId: attempt.idFor(content) } },
      { onError: kept.release },
    );
  };
  return (
    <>
      {hasSent && <p className="notice">{t(surveyText.changesUnsent)}</p>}
      {absentQuestion && (
        <div className="row">
          <Button onClick={() => onAbsent(!isAbsent)}>{t(isAbsent ? surveyText.wasThere : surveyText.absent)}</Button>
        </div>
      )}
      {isAbsent && <p className="quiet">{t(surveyText.absentWhat)}</p>}
      <form
        noValidate
        className="survey-form"
        aria-label={t(surveyText.yourAnswers)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!send.isPending) void submit();
        }}
      >
        {isLong && <Progress questions={questions} typed={typed} saving={saving} />}
        <Problems error={send.error} problems={problems} questions={questions} />
        {questions.some(({ isRequired }) => isRequired) && <p className="quiet small">{t(surveyText.requiredMark)}</p>}
        {questions.map((question) => (
          <Fragment key={question.id}>
            {question.section && <h3 className="section">{question.section}</h3>}
            <Question
              question={question}
              typed={typed}
              problem={problems.find(({ field }) => field === question.id)?.message}
              onType={(changes) => type(question.id, changes)}
            />
          </Fragment>
        ))}
        {(send.error?.fields.length ?? 0) === 0 && <Refused error={send.error} />}
        <div className="ending">
          <p className="quiet small">{t(surveyText.onlyDraft)}</p>
          <p className="quiet small">{!isLong && <SavedWords saving={saving} />}</p>
          <p role="status" className="mistake">
            {failureWords(saving, t)}
          </p>
          <div className="row">
            <Button type="submit" appearance="primary" size="large" disabledFocusable={send.isPending}>
              {t(hasSent ? surveyText.sendChanges : surveyText.send)}
            </Button>
            {hasSent && (
              <Button size="large" onClick={onKeepEarlier}>
                {t(surveyText.keepEarlier)}
              </Button>
            )}
          </div>
        </div>
      </form>
    </>
  );
}

const ABSENT = 'absent';
const absentOnly = (typed: Typed): Record<string, string> => ({ [ABSENT]: typed[ABSENT] ?? '' });

/** How far one is, and whether it is saved, in sight all the way. */
function Progress({
  questions,
  typed,
  saving,
}: {
  questions: readonly QuestionView[];
  typed: Typed;
  saving: Saving;
}): ReactNode {
  const t = useT();
  const answered = questions.filter((one) => hasAnswer(one, typed)).length;
  return (
    <div className="progress">
      <span className="track" aria-hidden="true">
        <span style={{ inlineSize: `${percent(answered, questions.length)}%` }} />
      </span>
      <p className="facts quiet">
        <span>{t(surveyText.progress, { answered, of: questions.length })}</span>
        <span>
          <SavedWords saving={saving} />
        </span>
      </p>
    </div>
  );
}

/** Not spoken by itself: that would interrupt at every answer. What goes wrong is. */
function SavedWords({ saving }: { saving: Saving }): ReactNode {
  const t = useT();
  const { clock } = useWhen();
  if (saving.is === 'saving') return t(surveyText.saving);
  return saving.is === 'saved' && t(surveyText.savedAt, { time: clock(saving.at) });
}

function failureWords(saving: Saving, t: ReturnType<typeof useT>): string {
  if (saving.is !== 'failed') return '';
  return saving.why === undefined ? t(surveyText.notSaved) : t(surveyText.notSavedWhy, { why: saving.why });
}

/** What was refused, each leading to its question. Gets the focus when it comes. */
function Problems({
  error,
  problems,
  questions,
}: {
  error: ApiProblem | null;
  problems: ApiProblem['fields'];
  questions: readonly QuestionView[];
}): ReactNode {
  const t = useT();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (error && error.fields.length > 0) summary.current?.focus();
  }, [error]);
  if (problems.length === 0) return undefined;
  return (
    <section ref={summary} tabIndex={-1} aria-labelledby="answer-problems" className="notice attention">
      <p id="answer-problems" className="strong">
        {t(surveyText.problems, { n: problems.length })}
      </p>
      <ul className="notes">
        {problems.map(({ field, message }) => {
          const label = questions.find(({ id }) => id === field)?.label;
          return (
            <li key={field}>
              {label === undefined ? (
                message
              ) : (
                <a
                  href={`#${inputId(field)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusOn(field);
                  }}
                >
                  {t(surveyText.problem, { label, message })}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
