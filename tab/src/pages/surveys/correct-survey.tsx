/** New wording of a survey that is out: words change, questions and options stay, and so do all answers. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Form } from '../../form.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { copySurvey, correctSurvey, type SurveyDraft, type SurveyView } from './calls.ts';
import { useSurveyChange } from './data.ts';
import { OfSurvey } from './desk-page.tsx';
import { surveyDeskText as words } from './desk-text.ts';
import { QuestionEditor } from './question-editor.tsx';
import { MOST_QUESTIONS, partTitle } from './survey-draft.ts';
import { surveyPage } from './survey-line.tsx';
import { Translations, WordsField } from './words.tsx';

export function CorrectSurvey({ id }: { id: string }): ReactNode {
  const t = useT();
  return (
    <OfSurvey id={id} title={t(words.correct)}>
      {(view) => (view.desk?.can.correct ? <Words view={view} /> : <p>{t(words.correctNot)}</p>)}
    </OfSurvey>
  );
}

/** A survey's words in all languages come with its copy. */
function Words({ view }: { view: SurveyView }): ReactNode {
  const { api, network, person } = useSession();
  const copy = useQuery({
    queryKey: [person, network.id, 'survey-words', view.id],
    queryFn: ({ signal }) => api.send(copySurvey, { params: { survey: view.id } }, signal),
    staleTime: 0,
  });
  if (copy.isPending || (copy.isFetching && !copy.isFetchedAfterMount)) return <Skeleton />;
  if (copy.isError) return <Failure error={copy.error} onRetry={() => void copy.refetch()} />;
  return <Correcting view={view} draft={copy.data.draft} />;
}

/** Of feedback: worded for all events at once, so that they compare. */
const FIXED: readonly string[] = ['grade', 'best', 'improve'];

function Correcting({ view, draft }: { view: SurveyView; draft: SurveyDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const part = draft.parts[(view.series?.number ?? 1) - 1] ?? draft.parts[0];
  const [title, setTitle] = useState(view.series && part ? partTitle(draft.title, part.title) : draft.title);
  const [description, setDescription] = useState(draft.description);
  const [purpose, setPurpose] = useState(draft.purpose);
  const isFeedback = view.type === 'feedback';
  const [questions, setQuestions] = useState(() =>
    (part?.questions ?? []).filter(({ id }) => !isFeedback || !FIXED.includes(id)),
  );
  const correct = useSurveyChange(correctSurvey, () => {
    say(t(words.corrected));
    replaceWith(surveyPage(view.id));
  });
  const fields = (
    <>
      {!isFeedback && (
        <WordsField name="title" label={t(words.surveyTitle)} isRequired value={title} onChange={setTitle} />
      )}
      <WordsField
        name="description"
        label={t(words.description)}
        isOptional
        rows={3}
        value={description}
        onChange={setDescription}
      />
      <WordsField name="purpose" label={t(words.purpose)} isOptional rows={2} value={purpose} onChange={setPurpose} />
    </>
  );
  return (
    <>
      <p className="lead">{t(words.correctWhy)}</p>
      <Form
        label={t(words.correct)}
        does={t(text.save)}
        isBusy={correct.isPending}
        error={correct.error}
        onSubmit={() =>
          correct.mutate({
            params: { survey: view.id },
            body: { title, description, purpose, questions: [...questions] },
          })
        }
      >
        {fields}
        <Translations>{fields}</Translations>
        {questions.length > 0 && (
          <section aria-labelledby="questions-title">
            <h2 id="questions-title">{t(words.questions)}</h2>
            <QuestionEditor
              isFixed
              questions={questions}
              field="questions"
              most={MOST_QUESTIONS}
              onChange={(changed) => setQuestions([...changed])}
            />
          </section>
        )}
      </Form>
    </>
  );
}
