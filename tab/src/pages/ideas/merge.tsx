/** Making new ideas of old ones: several into one with a common wording, or one into several. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { LongTextField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { onLink, replaceWith, useSearch } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type CollectionView, type IdeaView, type MadeDraft, mergeIdeas, splitIdea } from './calls.ts';
import { useCollection, useIdea, useIdeaChange, useWholeIdeas } from './data.ts';
import { ideaDeskText as words } from './desk-text.ts';
import { ideaText } from './text.ts';
import { collectionPage, euros, ideaPage } from './words.ts';

/** The server's own limit. */
const MOST_PARTS = 10;

export function MergeIdeas({ id }: { id: string }): ReactNode {
  const t = useT();
  const search = useSearch();
  const ids = (new URLSearchParams(search).get('ideas') ?? '').split(',').filter(Boolean);
  const found = useCollection(id);
  const { data: of } = found;
  const { ideas, error } = useWholeIdeas(ids);
  return (
    <>
      <BackLink page={collectionPage(id)}>{of?.title ?? t(ideaText.ideas)}</BackLink>
      <Heading>{t(words.mergeTitle)}</Heading>
      {(found.isPending || !(ideas || error)) && <Skeleton />}
      {found.isError && !of && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {error !== undefined && <Failure error={error} onRetry={() => location.reload()} />}
      {of && ideas && (ideas.length > 1 ? <Merge of={of} sources={ideas} /> : <p>{t(words.fewToMerge)}</p>)}
    </>
  );
}

function Merge({ of, sources }: { of: CollectionView; sources: readonly IdeaView[] }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [draft, setDraft] = useState<MadeDraft>(() => ({
    title: sources[0]?.title ?? '',
    text: sources.map(({ title, text: said }) => (said ? `${title}: ${said}` : title)).join('\n\n'),
    cost: '',
  }));
  const ideas = sources.map((one) => one.id);
  const merge = useIdeaChange(mergeIdeas, (made) => {
    attempt.done();
    say(t(words.mergedNow));
    replaceWith(ideaPage(made.id));
  });
  return (
    <>
      <p className="lead prose">{t(words.mergeLead)}</p>
      <div className="columns even">
        <section aria-labelledby="sources">
          <h2 id="sources">{t(words.sources)}</h2>
          <ul className="plain list">
            {sources.map(({ id, title, text: said, authors, organisation, cost, supporters }) => (
              <li key={id} className="line">
                <a {...onLink(ideaPage(id))}>{title}</a>
                {said && <p className="summary prose">{said}</p>}
                <p className="quiet facts">
                  {authors.length > 0 && <span>{[authors.join(', '), organisation].filter(Boolean).join(', ')}</span>}
                  {cost !== undefined && <span>{euros(cost, t)}</span>}
                  <span>{t(ideaText.supporterCount, { n: supporters })}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="common">
          <h2 id="common">{t(words.common)}</h2>
          <Form
            label={t(words.common)}
            does={t(words.mergeDo)}
            isBusy={merge.isPending}
            error={merge.error}
            onSubmit={() =>
              merge.mutate({
                params: { collection: of.id },
                body: { ideas, draft, requestId: attempt.idFor({ ideas, draft }) },
              })
            }
          >
            <Wording draft={draft} onChange={setDraft} mostCost={of.conditions.mostCost} />
          </Form>
        </section>
      </div>
    </>
  );
}

function Wording({
  draft,
  onChange,
  mostCost,
  before = '',
}: {
  draft: MadeDraft;
  onChange: (draft: MadeDraft) => void;
  mostCost?: number | undefined;
  /** Of the fields' names in what is refused. */
  before?: string;
}): ReactNode {
  const t = useT();
  const set = (changes: Partial<MadeDraft>): void => onChange({ ...draft, ...changes });
  return (
    <>
      <TextField
        name={`${before}title`}
        label={t(ideaText.title)}
        isRequired
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <LongTextField
        name={`${before}text`}
        label={t(ideaText.text)}
        rows={8}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      <TextField
        name={`${before}cost`}
        label={t(ideaText.cost)}
        hint={mostCost === undefined ? t(ideaText.costHint) : t(ideaText.costMost, { cost: euros(mostCost, t) })}
        isOptional
        inputMode="decimal"
        value={draft.cost}
        onChange={(cost) => set({ cost })}
      />
    </>
  );
}

export function SplitIdea({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useIdea(id);
  const { data: idea } = found;
  return (
    <>
      <BackLink page={ideaPage(id)}>{idea?.title ?? t(ideaText.ideas)}</BackLink>
      <Heading>{t(words.splitTitle)}</Heading>
      {found.isPending && <Skeleton />}
      {found.isError && !idea && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {idea && <Split idea={idea} />}
    </>
  );
}

interface Part extends MadeDraft {
  readonly key: string;
}
const emptyPart = (title = '', text = ''): Part => ({ key: crypto.randomUUID(), title, text, cost: '' });

function Split({ idea }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [parts, setParts] = useState<readonly Part[]>(() => [emptyPart(idea.title, idea.text), emptyPart()]);
  const split = useIdeaChange(splitIdea, () => {
    attempt.done();
    say(t(words.splitNow));
    replaceWith(ideaPage(idea.id));
  });
  const drafts = parts.map(({ key: _, ...draft }) => draft);
  return (
    <>
      <p className="lead prose after">{t(words.splitLead)}</p>
      <Form
        label={t(words.splitTitle)}
        does={t(words.splitDo)}
        isBusy={split.isPending}
        error={split.error}
        more={
          parts.length < MOST_PARTS && (
            <Button icon={<AddRegular />} onClick={() => setParts([...parts, emptyPart()])}>
              {t(words.addPart)}
            </Button>
          )
        }
        onSubmit={() =>
          split.mutate({ params: { idea: idea.id }, body: { parts: drafts, requestId: attempt.idFor(drafts) } })
        }
      >
        {parts.map((part, at) => (
          <fieldset key={part.key} className="fields">
            <legend className="bold">{t(words.part, { n: at + 1 })}</legend>
            <Wording
              before={`parts.${at}.`}
              draft={part}
              onChange={(draft) => setParts(parts.with(at, { ...draft, key: part.key }))}
            />
            {parts.length > 2 && (
              <div className="row">
                <Button
                  icon={<DeleteRegular />}
                  appearance="subtle"
                  onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
                >
                  {t(words.removePart, { n: at + 1 })}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
      </Form>
    </>
  );
}
