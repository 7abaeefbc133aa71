/** One call for ideas: what is looked for and by which rules, its ideas, and what came of them. */
import { Button } from '@fluentui/react-button';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { SelectField, TextField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { CollectionView, IdeaRow } from './calls.ts';
import { type Sort, useCollection, useIdeas, type Which } from './data.ts';
import { IdeaLine } from './idea-line.tsx';
import { SupportButton } from './support-button.tsx';
import { ideaText as words } from './text.ts';
import { collectionPage, euros, ideaPage, PROPOSE, STAGES, useOpening } from './words.ts';

const CollectionDesk = lazy(() => import('./collection-desk.tsx').then((page) => ({ default: page.CollectionDesk })));
const PickedBar = lazy(() => import('./collection-desk.tsx').then((page) => ({ default: page.PickedBar })));

export function CollectionPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useCollection(id);
  const { data: of } = found;
  /** Ideas that a coordinator or the jury has picked for what is done with several. */
  const [picked, setPicked] = useState<readonly string[]>();
  return (
    <>
      <BackLink page="ideas">{t(words.ideas)}</BackLink>
      {found.isPending && <Skeleton />}
      {found.isError && !of && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {of && (
        <>
          <About of={of} />
          <Outcome of={of} />
          <Suspense>{of.desk && <CollectionDesk of={of} desk={of.desk} picked={picked} onPick={setPicked} />}</Suspense>
          <IdeaList of={of} picked={picked} onPick={setPicked} />
          <Suspense>
            {of.desk && picked && (
              <PickedBar of={of} desk={of.desk} picked={picked} onEnd={() => setPicked(undefined)} />
            )}
          </Suspense>
        </>
      )}
    </>
  );
}

function About({ of }: { of: CollectionView }): ReactNode {
  const t = useT();
  const opening = useOpening();
  const stage = STAGES[of.stage];
  const { conditions, purpose, description } = of;
  const rules = [
    conditions.mostCost !== undefined && t(words.mostCost, { cost: euros(conditions.mostCost, t) }),
    conditions.needsCost && t(words.needsCost),
    conditions.needsPicture && t(words.needsPicture),
    conditions.targetGroups.length > 0 && t(words.forGroups, { groups: conditions.targetGroups.join(', ') }),
    ...conditions.promises,
    of.type !== 'topics' && t(words.who, { who: of.whoProposes }),
    of.jury !== undefined && t(words.jury, { jury: of.jury }),
    of.hidesAuthors && t(words.hidesAuthors),
  ].filter((one) => one !== false);
  return (
    <>
      <div className="title">
        <Heading>{of.title}</Heading>
        {of.mayPropose && (
          <LinkButton page={`${collectionPage(of.id)}/new`} appearance="primary" icon={<AddRegular />}>
            {t(PROPOSE[of.type])}
          </LinkButton>
        )}
      </div>
      <p className="quiet facts">
        {stage && <span className="badge">{t(stage)}</span>}
        <span>{opening(of)}</span>
        <span>{t(words.ideaCount, { n: of.ideas })}</span>
        {of.organisations > 0 && <span>{t(words.authorsFrom, { n: of.organisations })}</span>}
        {of.supporters > 0 && <span>{t(words.supporterCount, { n: of.supporters })}</span>}
      </p>
      {description && <p className="prose idea-about">{description}</p>}
      {purpose && (
        <p className="prose idea-about">
          <span className="bold">{t(words.purpose)}: </span>
          {purpose}
        </p>
      )}
      {rules.length > 0 && (
        <section aria-labelledby="rules" className="idea-rules">
          <h2 id="rules">{t(words.rules)}</h2>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The vote and the decision. */
function Outcome({ of: { poll, decision } }: { of: CollectionView }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  return (
    <>
      {poll && (
        <p className="notice idea-notice">
          <span>{t(poll.isRunning ? words.voting : words.stateVoted)}. </span>
          <a {...onLink(`polls/${encodeURIComponent(poll.id)}`)}>{t(words.toPoll)}</a>
        </p>
      )}
      {decision && (
        <section aria-labelledby="decision" className="verdict">
          <h2 id="decision">{t(words.decision)}</h2>
          <p>
            {decision.body
              ? t(words.decidedBy, { body: decision.body, on: date(decision.on) })
              : t(words.decidedOn, { on: date(decision.on) })}
          </p>
          {decision.ideas.length === 0 && <p>{t(words.noneDecided)}</p>}
          <ul>
            {decision.ideas.map(({ id, title }) => (
              <li key={id}>
                <a {...onLink(ideaPage(id))}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const NO_THEME = '-';
const fold = (words: string): string => words.toLocaleLowerCase('fi');

function IdeaList({
  of,
  picked,
  onPick,
}: {
  of: CollectionView;
  picked: readonly string[] | undefined;
  onPick: (picked: readonly string[]) => void;
}): ReactNode {
  const t = useT();
  const [which, setWhich] = useState<Which>('current');
  const [sort, setSort] = useState<Sort>('newest');
  const [theme, setTheme] = useState('');
  const [typed, setTyped] = useState('');
  const found = useIdeas(of.id, { which, sort });
  const all = (found.data?.pages ?? []).flatMap((page) => page.ideas);
  const fits = (one: IdeaRow): boolean =>
    (theme === '' || (one.theme ?? NO_THEME) === theme) &&
    fold(`${one.title} ${one.extract} ${one.authors.join(' ')} ${one.organisation ?? ''}`).includes(fold(typed.trim()));
  const shown = all.filter(fits);
  const isEmpty = found.isSuccess && all.length === 0 && which === 'current';
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas">{t(words.ideas)}</h2>
      {isEmpty ? (
        <p className="quiet">{t(of.mayPropose ? words.noIdeas : words.noIdeasClosed)}</p>
      ) : (
        <div className="idea-filter">
          <TextField name="filter" label={t(words.filter)} type="search" value={typed} onChange={setTyped} />
          <SelectField
            name="sort"
            label={t(words.sort)}
            value={sort}
            onChange={setSort}
            choices={[
              { value: 'newest', label: t(words.newest) },
              { value: 'support', label: t(words.bySupport) },
              { value: 'title', label: t(words.byTitle) },
            ]}
          />
          {of.themes.length > 0 && (
            <SelectField
              name="theme"
              label={t(words.theme)}
              value={theme}
              onChange={setTheme}
              choices={[
                { value: '', label: t(words.anyTheme) },
                ...of.themes.map((one) => ({ value: one, label: one })),
                { value: NO_THEME, label: t(words.noTheme) },
              ]}
            />
          )}
          <SelectField
            name="which"
            label={t(words.which)}
            value={which}
            onChange={setWhich}
            choices={[
              { value: 'current', label: t(words.current) },
              { value: 'own', label: t(words.mine) },
              { value: 'all', label: t(words.withMerged) },
            ]}
          />
        </div>
      )}
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      <p role="status" className={all.length > 0 ? 'quiet small idea-count' : 'hidden'}>
        {all.length > 0 && (shown.length === 0 ? t(words.nothingFits) : t(words.shownCount, { n: shown.length }))}
      </p>
      {shown.length > 0 && (
        <ul className="plain list">
          {shown.map((idea) => (
            <li key={idea.id} className="line idea">
              {picked && idea.state !== 'merged' && (
                <label className="pick">
                  <input
                    type="checkbox"
                    checked={picked.includes(idea.id)}
                    onChange={({ target }) =>
                      onPick(target.checked ? [...picked, idea.id] : picked.filter((one) => one !== idea.id))
                    }
                  />
                  <span className="hidden">{idea.title}</span>
                </label>
              )}
              <IdeaLine idea={idea} />
              {takesSupport(idea) && !picked && <SupportButton idea={idea} />}
            </li>
          ))}
        </ul>
      )}
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

/** What has been decided on, or lives on in others, is not supported any more. */
const takesSupport = ({ state }: IdeaRow): boolean => state === 'proposed' || state === 'voted';
