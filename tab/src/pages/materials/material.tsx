/** One item of the material bank: what it is, its links and files shown where they stand, and what municipalities say of a good practice. */
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { ArrowLeftRegular, OpenRegular } from '../../icons.ts';
import { goBack, onLink, previousPage, useSearch } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { eventPage } from '../events/event-line.tsx';
import { type MaterialView, openMaterial } from './calls.ts';
import { useMaterial } from './data.ts';
import { Files } from './files.tsx';
import { lineText } from './line-text.ts';
import { MaterialBadges, TYPE_ICONS } from './material-line.tsx';
import { hitIn, LIST_PAGE, listPage } from './place.ts';
import { materialText as words } from './text.ts';

const Reactions = lazy(() => import('./reactions.tsx').then((page) => ({ default: page.Reactions })));
const Actions = lazy(() => import('./actions.tsx').then((page) => ({ default: page.Actions })));
const Desk = lazy(() => import('./item-desk.tsx').then((page) => ({ default: page.ItemDesk })));

const PARTS: Readonly<Record<MaterialView['practice'][number]['part'], Message>> = {
  topic: words.topic,
  goal: words.goal,
  implementation: words.implementation,
  lessons: words.lessons,
};
const LANGUAGES = { fi: words.inFi, sv: words.inSv, en: words.inEn } as const;

export function MaterialPage({ id }: { id: string }): ReactNode {
  const material = useMaterial(id);
  const opened = useSend(openMaterial); // counted for the yearly report; if that fails, the item opens all the same
  const count = useRef(opened.mutate);
  const isThere = material.isSuccess;
  useEffect(() => {
    if (isThere) count.current({ params: { material: id } });
  }, [isThere, id]);
  return (
    <>
      <BackToList />
      {material.isPending && <Skeleton />}
      {material.isError && !material.data && (
        <Failure isPage error={material.error} onRetry={() => void material.refetch()} />
      )}
      {material.data && <Material material={material.data} />}
    </>
  );
}

/** Back to the very list that one came from, where one was in it; else to the whole list. */
function BackToList(): ReactNode {
  const t = useT();
  const before = previousPage();
  const isFromList = before !== undefined && /^materials(\?|$)/.test(before);
  const link = onLink(isFromList ? before : LIST_PAGE);
  return (
    <a
      className="back"
      href={link.href}
      onClick={(event) => {
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
        if (isFromList && isPlain && goBack()) event.preventDefault();
        else link.onClick(event);
      }}
    >
      <ArrowLeftRegular className="icon" />
      {isFromList && before.includes('?') ? t(words.toList) : t(text.materials)}
    </a>
  );
}

function Material({ material }: { material: MaterialView }): ReactNode {
  const t = useT();
  const search = useSearch();
  const { type, title, summary, links, files, practice, answer, desk } = material;
  const Icon = TYPE_ICONS[type];
  const mayAct = material.mayChange || material.mayPublish || material.mayPost;
  return (
    <article className="material-page narrow">
      <p className="facts state">
        <span>
          <Icon className="icon" /> {t(lineText[type])}
        </span>
        <MaterialBadges of={material} />
        {material.isPinned && <span className="badge">{t(lineText.isPinned)}</span>}
      </p>
      <Heading>{title}</Heading>
      {mayAct && (
        <Suspense fallback={<div className="actions-coming" />}>
          <Actions material={material} />
        </Suspense>
      )}
      {summary && <p className="prose">{summary}</p>}
      {answer && (
        <>
          <section aria-labelledby="question">
            <h2 id="question">{t(words.question)}</h2>
            <p className="prose">{answer.question}</p>
          </section>
          <section aria-labelledby="answer">
            <h2 id="answer">{t(words.answer)}</h2>
            <p className="prose">{answer.answer}</p>
          </section>
        </>
      )}
      {practice.map(({ part, text: written }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2 id={`part-${part}`}>{t(PARTS[part])}</h2>
          <p className="prose">{written}</p>
        </section>
      ))}
      {files.length > 0 && <Files material={material} hit={hitIn(search)} />}
      {links.length > 0 && <Links links={links} />}
      <Facts material={material} />
      {type === 'goodPractice' && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <Reactions material={material} />
        </Suspense>
      )}
      {desk && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <Desk material={material} desk={desk} />
        </Suspense>
      )}
    </article>
  );
}

function Links({ links }: { links: MaterialView['links'] }): ReactNode {
  const t = useT();
  return (
    <section aria-labelledby="links">
      <h2 id="links">{t(words.links)}</h2>
      <ul className="plain list">
        {links.map(({ url, label }) => (
          <li key={url} className="line link-line">
            <a href={url} target="_blank" rel="noopener noreferrer">
              {label}
              <span className="hidden">, {t(text.opensElsewhere)}</span>
            </a>
            <OpenRegular className="icon" />
            {hostOf(url) !== label && <p className="quiet small">{hostOf(url)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

function Facts({ material }: { material: MaterialView }): ReactNode {
  const t = useT();
  const { day, date } = useWhen();
  const { event, eventId, organisation, author, addedAt, language, targetGroups, terms, reviewOn } = material;
  const of = (kind: 'theme' | 'tag') => terms.filter((one) => one.kind === kind);
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t(words.about)}</h2>
      <dl className="facts-table first">
        {event && (
          <>
            <dt>{t(words.event)}</dt>
            <dd>{eventId ? <a {...onLink(eventPage(eventId))}>{event}</a> : event}</dd>
          </>
        )}
        {organisation && (
          <>
            <dt>{t(words.organisation)}</dt>
            <dd>{organisation}</dd>
          </>
        )}
        {author && (
          <>
            <dt>{t(words.author)}</dt>
            <dd>{author}</dd>
          </>
        )}
        {(['theme', 'tag'] as const).map(
          (kind) =>
            of(kind).length > 0 && (
              <div key={kind} className="term-row">
                <dt>{t(kind === 'theme' ? words.themes : words.tags)}</dt>
                <dd className="terms">
                  {of(kind).map(({ id, name }) => (
                    <a key={id} {...onLink(listPage({ filters: { [kind]: id } }))}>
                      {name}
                    </a>
                  ))}
                </dd>
              </div>
            ),
        )}
        {targetGroups.length > 0 && (
          <>
            <dt>{t(words.targetGroups)}</dt>
            <dd>{targetGroups.join(', ')}</dd>
          </>
        )}
        {language && (
          <>
            <dt>{t(words.language)}</dt>
            <dd>{t(LANGUAGES[language])}</dd>
          </>
        )}
        <dt>{t(words.addedAt)}</dt>
        <dd>{day(addedAt)}</dd>
        {reviewOn && (
          <>
            <dt>{t(words.reviewOn)}</dt>
            <dd>{date(reviewOn)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
