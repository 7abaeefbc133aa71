/** What people wrote to one question, as far as it is published: picked out first, all of it page by page, or by theme. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { useReadPages } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { useT } from '../../speak.ts';
import { Failure } from '../../states.tsx';
import { text } from '../../text.ts';
import { listTexts, type QuestionResult, type TextView } from './calls.ts';
import { surveyText } from './text.ts';

const ALL_THEMES = '';

export function Texts({
  survey,
  result: { id, texts },
  isOwn,
}: {
  survey: string;
  result: QuestionResult;
  /** Options of people’s own, beside those of the question. */
  isOwn: boolean;
}): ReactNode {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const [tag, setTag] = useState(ALL_THEMES);
  const reads = isWhole || tag !== ALL_THEMES;
  const pages = useReadPages('survey-texts', listTexts, {
    params: { survey, question: id, tag: tag || undefined },
    isWanted: reads,
  });
  if (!texts) return undefined;
  const { count, first, quotes, tags } = texts;
  const fetched = pages.data?.pages.flatMap((page) => page.texts);
  const shown = reads && fetched ? fetched : first.filter((one) => !quotes.some((quote) => quote.id === one.id));
  const hasMore = count > first.length;
  return (
    <div className="texts">
      <p className="quiet small">
        {isOwn && `${t(surveyText.ownTexts)}: `}
        {t(surveyText.texts, { n: count })}
      </p>
      {tags.length > 0 && (
        <SelectField
          name={`theme-${id}`}
          label={t(surveyText.theme)}
          value={tag}
          choices={[
            { value: ALL_THEMES, label: t(surveyText.allThemes) },
            ...tags.map((one) => ({ value: one.tag, label: t(surveyText.themeCount, { tag: one.tag, n: one.n }) })),
          ]}
          onChange={setTag}
        />
      )}
      {quotes.length > 0 && !reads && (
        <>
          <h4>{t(surveyText.quotes)}</h4>
          <List texts={quotes} isQuoted />
        </>
      )}
      <List texts={shown} />
      {pages.isError && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      <div className="row">
        {!reads && hasMore && <Button onClick={() => setWhole(true)}>{t(surveyText.showAll, { n: count })}</Button>}
        {reads && pages.hasNextPage && (
          <Button disabledFocusable={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t(text.more)}
          </Button>
        )}
        {isWhole && <Button onClick={() => setWhole(false)}>{t(surveyText.showFewer)}</Button>}
      </div>
    </div>
  );
}

function List({ texts, isQuoted = false }: { texts: readonly TextView[]; isQuoted?: boolean }): ReactNode {
  if (texts.length === 0) return undefined;
  return (
    <ul className={`plain comments ${isQuoted ? 'quoted' : ''}`}>
      {texts.map(({ id, text: words, tags }) => (
        <li key={id}>
          {words}
          {tags.length > 0 && <span className="quiet small tags">{tags.join(' · ')}</span>}
        </li>
      ))}
    </ul>
  );
}
