/** What people wrote, as the coordinator goes through it: themes, quotes, what is hidden, and what became of wishes. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { useReadPages } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { listTexts, type QuestionResult, type SurveyView } from './calls.ts';
import { OfSurvey } from './desk-page.tsx';
import { surveyDeskText as words } from './desk-text.ts';
import { TextCard } from './text-card.tsx';

export function DeskTexts({ id }: { id: string }): ReactNode {
  const t = useT();
  return (
    <OfSurvey id={id} title={t(words.textsTitle)}>
      {(view) => <Texts view={view} />}
    </OfSurvey>
  );
}

type TextQuestion = QuestionResult & { readonly texts: NonNullable<QuestionResult['texts']> };
const hasTexts = (of: QuestionResult): of is TextQuestion => of.texts !== undefined && of.texts.count > 0;

function Texts({ view }: { view: SurveyView }): ReactNode {
  const t = useT();
  const questions = (view.results?.questions ?? []).filter(hasTexts);
  if (!view.desk || questions.length === 0) return <p>{t(words.textsNone)}</p>;
  const tags = [...new Set(questions.flatMap(({ texts }) => texts.tags.map(({ tag }) => tag)))];
  return (
    <>
      <p className="lead">{t(words.textsWhy)}</p>
      {questions.map((question) => (
        <OfQuestion key={question.id} survey={view.id} question={question} tags={tags} />
      ))}
    </>
  );
}

/** `tags`: those given in the whole survey, to be suggested. */
function OfQuestion({
  survey,
  question,
  tags,
}: {
  survey: string;
  question: TextQuestion;
  tags: readonly string[];
}): ReactNode {
  const t = useT();
  const [tag, setTag] = useState('');
  const found = useReadPages('survey-texts', listTexts, {
    params: { survey, question: question.id, ...(tag ? { tag } : {}) },
  });
  const all = (found.data?.pages ?? []).flatMap(({ texts }) => texts);
  const title = `texts-${question.id}`;
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>
        {question.label} <span className="quiet count">{t(words.textCount, { n: question.texts.count })}</span>
      </h2>
      {question.texts.tags.length > 0 && (
        <SelectField
          name={`tag-${question.id}`}
          label={t(words.byTheme)}
          value={tag}
          choices={[
            { value: '', label: t(words.allThemes) },
            ...question.texts.tags.map((one) => ({ value: one.tag, label: t(words.themeN, { ...one }) })),
          ]}
          onChange={setTag}
        />
      )}
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="plain stack survey-texts">
        {all.map((one) => (
          <li key={one.id}>
            <TextCard survey={survey} of={one} tags={tags} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="row">
          <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
            {t(text.more)}
          </Button>
        </div>
      )}
    </section>
  );
}
