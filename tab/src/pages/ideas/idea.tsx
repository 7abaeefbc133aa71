/** One idea: what it says, who is behind it, what became of it, and what others say of it. */
import { Button } from '@fluentui/react-button';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { shownAt } from '../../picture-address.ts';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { type CommentView, changeComment, commentIdea, type IdeaView, removeComment, removeIdea } from './calls.ts';
import { useIdea, useIdeaChange } from './data.ts';
import { Badges } from './idea-line.tsx';
import { SupportButton } from './support-button.tsx';
import { ideaText as words } from './text.ts';
import { collectionPage, euros, ideaPage, STATES, STEPS } from './words.ts';

const IdeaDesk = lazy(() => import('./idea-desk.tsx').then((page) => ({ default: page.IdeaDesk })));

export function IdeaPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useIdea(id);
  const { data: idea } = found;
  return (
    <>
      <BackLink page={idea ? collectionPage(idea.collection) : 'ideas'}>
        {idea?.collectionTitle ?? t(words.ideas)}
      </BackLink>
      {found.isPending && <Skeleton />}
      {found.isError && !idea && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {idea && (
        <article className="idea-page">
          <Heading>{idea.title}</Heading>
          <Badges idea={{ ...idea, isShortlisted: idea.isShortlisted }} />
          <Relatives title={t(words.becameOf)} why={t(words.becameWhy)} ideas={idea.into} isNotice />
          {idea.isUndone && <p className="notice idea-notice">{t(words.isUndone)}</p>}
          {idea.reason && (
            <p className="notice idea-notice">
              <span className="bold">{t(words.reason)}: </span>
              <span className="prose">{idea.reason}</span>
            </p>
          )}
          <Said idea={idea} />
          <Actions idea={idea} />
          <Suspense>{(idea.can.manage || idea.can.split || idea.can.undo) && <IdeaDesk idea={idea} />}</Suspense>
          <Relatives title={t(idea.from.length === 1 ? words.partOf : words.madeOf)} ideas={idea.from} />
          <Steps idea={idea} />
          <Wordings idea={idea} />
          <Comments idea={idea} />
        </article>
      )}
    </>
  );
}

function Said({ idea }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const { picture, authors, organisation, cost, targetGroup, theme, promises, votes, decision, poll } = idea;
  return (
    <>
      {picture && (
        <img
          className="idea-full"
          src={shownAt(picture.address)}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
        />
      )}
      {idea.text && <p className="prose">{idea.text}</p>}
      <dl className="facts-table">
        {authors.length > 0 && (
          <>
            <dt>{t(words.authors)}</dt>
            <dd>{[authors.join(', '), organisation].filter(Boolean).join(', ')}</dd>
          </>
        )}
        {cost !== undefined && (
          <>
            <dt>{t(words.cost)}</dt>
            <dd>{euros(cost, t)}</dd>
          </>
        )}
        {targetGroup && (
          <>
            <dt>{t(words.targetGroup)}</dt>
            <dd>{targetGroup}</dd>
          </>
        )}
        {theme && (
          <>
            <dt>{t(words.theme)}</dt>
            <dd>{theme}</dd>
          </>
        )}
        {promises.length > 0 && (
          <>
            <dt>{t(words.promised)}</dt>
            <dd>{promises.join(', ')}</dd>
          </>
        )}
        {poll && (
          <>
            <dt>{t(words.onVote)}</dt>
            <dd>
              <a {...onLink(`polls/${encodeURIComponent(poll)}`)}>{t(words.toPoll)}</a>
              {votes !== undefined && ` · ${t(words.votes, { n: votes })}`}
            </dd>
          </>
        )}
        {decision && (
          <>
            <dt>{t(words.decision)}</dt>
            <dd>
              {decision.body
                ? t(words.decidedBy, { body: decision.body, on: date(decision.on) })
                : t(words.decidedOn, { on: date(decision.on) })}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

function Actions({ idea }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'remove'>();
  const remove = useIdeaChange(removeIdea, () => {
    say(t(words.removed));
    replaceWith(collectionPage(idea.collection));
  });
  const { can } = idea;
  return (
    <div className="row idea-actions">
      {can.support ? (
        <SupportButton idea={idea} />
      ) : (
        <p className="quiet">{t(words.supporterCount, { n: idea.supporters })}</p>
      )}
      {can.change && <LinkButton page={`${ideaPage(idea.id)}/edit`}>{t(words.change)}</LinkButton>}
      {can.remove && (
        <Button appearance="subtle" onClick={() => ask('remove')}>
          {t(words.remove)}
        </Button>
      )}
      {asked && (
        <Ask
          key={round}
          {...way}
          title={t(words.removeAsk)}
          does={t(words.remove)}
          isBusy={remove.isPending}
          error={remove.error}
          onDo={() => remove.mutate({ params: { idea: idea.id } })}
        >
          <p>{t(words.removeWhy)}</p>
        </Ask>
      )}
    </div>
  );
}

function Relatives({
  title,
  why,
  ideas,
  isNotice = false,
}: {
  title: string;
  why?: string;
  ideas: IdeaView['from'];
  isNotice?: boolean;
}): ReactNode {
  const t = useT();
  if (ideas.length === 0) return undefined;
  return (
    <section className={isNotice ? 'notice idea-notice' : undefined}>
      <h2>{title}</h2>
      {why && <p>{why}</p>}
      <ul>
        {ideas.map(({ id, title: name, authors, state }) => (
          <li key={id}>
            <a {...onLink(ideaPage(id))}>{name}</a>
            {authors.length > 0 && <span className="quiet">, {authors.join(', ')}</span>}
            {isNotice && state !== 'proposed' && <span className="quiet"> ({t(STATES[state]).toLowerCase()})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ idea: { steps, from } }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  if (steps.length === 0) return undefined;
  /** What was made of others was proposed by nobody. */
  const began = from.length > 1 ? words.stepGathered : from.length === 1 ? words.stepParted : STEPS.proposed;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t(words.steps)}</h2>
      <ol className="plain idea-steps">
        {steps.map(({ what, at, by, note }) => (
          <li key={`${at} ${what}`}>
            <p>
              <span className="bold">{t(what === 'proposed' ? began : STEPS[what])}</span>{' '}
              <span className="quiet">{[day(at), by].filter(Boolean).join(', ')}</span>
            </p>
            {note && <p className="prose">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Wordings({ idea: { wordings } }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (wordings.length === 0) return undefined;
  return (
    <section>
      <details>
        <summary>{t(words.wordings)}</summary>
        <ul className="plain stack">
          {wordings.map(({ at, title, text: said, cost, by }) => (
            <li key={at} className="notice">
              <p className="bold">{title}</p>
              {said && <p className="prose">{said}</p>}
              <p className="quiet small">
                {[
                  t(words.until, { when: when(at) }),
                  cost === undefined ? '' : euros(cost, t),
                  by ? t(words.rewordedBy, { name: by }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Comments({ idea }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const add = useIdeaChange(commentIdea, () => {
    attempt.done();
    setTyped('');
    say(t(words.commented));
  });
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t(words.comments)}</h2>
      {idea.comments.length === 0 && <p className="quiet">{t(words.noComments)}</p>}
      <ul className="plain stack">
        {idea.comments.map((one) => (
          <li key={one.id}>
            <Comment idea={idea.id} comment={one} />
          </li>
        ))}
      </ul>
      {idea.can.comment && (
        <div className="idea-comment">
          <Form
            label={t(words.comment)}
            does={t(words.commentDo)}
            isBusy={add.isPending}
            error={add.error}
            onSubmit={() =>
              add.mutate({ params: { idea: idea.id }, body: { text: typed, requestId: attempt.idFor(typed) } })
            }
          >
            <LongTextField name="text" label={t(words.comment)} value={typed} onChange={setTyped} />
          </Form>
        </div>
      )}
    </section>
  );
}

function Comment({ idea, comment }: { idea: string; comment: CommentView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { when } = useWhen();
  const { asked, ask, way, round } = useAsked<'change' | 'remove'>();
  const [typed, setTyped] = useState(comment.text);
  const params = { idea, comment: comment.id };
  const change = useIdeaChange(changeComment, () => {
    way.onEnd();
    say(t(words.saved));
  });
  const remove = useIdeaChange(removeComment, () => say(t(words.commentRemoved)));
  return (
    <div className="comment">
      <p className="facts">
        <span className="bold">{[comment.author, comment.organisation].filter(Boolean).join(', ')}</span>
        <span className="quiet">
          {when(comment.at)}
          {comment.editedAt && ` (${t(words.edited)})`}
        </span>
      </p>
      <p className="prose">{comment.text}</p>
      {(comment.isOwn || comment.mayRemove) && (
        <div className="row">
          {comment.isOwn && (
            <Button appearance="subtle" onClick={() => ask('change')}>
              {t(words.change)}
            </Button>
          )}
          {comment.mayRemove && (
            <Button appearance="subtle" onClick={() => ask('remove')}>
              {t(words.removeComment)}
            </Button>
          )}
        </div>
      )}
      {asked === 'change' && (
        <Ask
          key={round}
          {...way}
          title={t(words.changeComment)}
          does={t(text.save)}
          isBusy={change.isPending}
          error={change.error}
          onDo={() => change.mutate({ params, body: { text: typed } })}
        >
          <LongTextField name="text" label={t(words.comment)} rows={5} value={typed} onChange={setTyped} />
        </Ask>
      )}
      {asked === 'remove' && (
        <Ask
          key={round}
          {...way}
          title={t(words.removeCommentAsk)}
          does={t(words.removeComment)}
          isBusy={remove.isPending}
          error={remove.error}
          onDo={() => remove.mutate({ params })}
        >
          <p className="prose">{comment.text}</p>
        </Ask>
      )}
    </div>
  );
}
