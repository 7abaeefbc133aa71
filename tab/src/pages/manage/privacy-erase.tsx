/** Erasing a member at their request: what others wrote of them first, then the word that confirms it; and what has been erased. */
import { Button } from '@fluentui/react-button';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { type ErasureView, eraseMember, listErasures, listMentions, type Mention } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { onLink } from '../../router.ts';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { privacyText } from './privacy-text.ts';
import { manageText } from './text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

/** While an erasure runs it is looked at again after so many milliseconds. */
const RUNNING = 3000;

type State = 'current' | 'invited' | 'left';

export function ErasePage(): ReactNode {
  const t = useT();
  const client = useQueryClient();
  const [state, setState] = useState<State>('current');
  const [person, setPerson] = useState<Pick>();
  const [done, setDone] = useState<ErasureView>();
  const { asked, ask, way, round, fallback } = useAsked<readonly Mention[]>();
  const after = useAfterDialog(way.isOpen, () => {
    setPerson(undefined);
    void client.invalidateQueries(); // the person may show anywhere
  });
  return (
    <div className="narrow">
      <BackLink page="manage/privacy">{t(manageText.privacy)}</BackLink>
      <Heading>{t(privacyText.erase)}</Heading>
      <p className="lead prose after">{t(privacyText.eraseLead)}</p>
      {done && !person && <Erased of={done} heading={fallback} />}
      <div className="stack">
        <Segments<State>
          name="state"
          legend={t(privacyText.state)}
          value={state}
          choices={[
            { value: 'current', label: t(privacyText.current) },
            { value: 'invited', label: t(privacyText.invited) },
            { value: 'left', label: t(privacyText.left) },
          ]}
          onChange={(chosen) => {
            setState(chosen);
            setPerson(undefined);
          }}
        />
        <MemberPicker
          key={state}
          state={state}
          name="member"
          label={t(privacyText.whom)}
          hint={t(privacyText.whomHint)}
          value={person}
          onChange={(one) => {
            setPerson(one);
            setDone(undefined);
          }}
        />
      </div>
      {person && <Mentions key={person.id} person={person} onErase={ask} />}
      {asked && person && (
        <EraseDialog
          key={round}
          person={person}
          mentions={asked}
          onErased={(erasure) => {
            setDone(erasure);
            after();
          }}
          {...way}
        />
      )}
      <Erasures />
    </div>
  );
}

/** What stays or follows; takes the focus. */
function Erased({ of, heading }: { of: ErasureView; heading: RefObject<HTMLHeadingElement | null> }): ReactNode {
  const t = useT();
  useEffect(() => heading.current?.focus(), [heading]);
  return (
    <section className="notice good" aria-labelledby="erased">
      <h2 id="erased" ref={heading} tabIndex={-1}>
        {t(privacyText.erased)}
      </h2>
      <ul className="notes">
        {of.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Mentions({ person, onErase }: { person: Pick; onErase: (mentions: readonly Mention[]) => void }): ReactNode {
  const t = useT();
  const found = useRead('mentions', listMentions, { params: { member: person.id } });
  const mentions = found.isPlaceholderData ? undefined : found.data?.mentions;
  return (
    <section aria-labelledby="mentions" className="after-facts">
      <h2 id="mentions">{t(privacyText.mentionsHead, { name: person.name })}</h2>
      {!mentions && !found.isError && <Skeleton lines={1} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {mentions?.length === 0 && <p className="quiet">{t(privacyText.noMentions)}</p>}
      {mentions && mentions.length > 0 && (
        <>
          <p className="quiet after-head">{t(privacyText.mentionsWhy)}</p>
          <ul className="plain list">
            {mentions.map(({ what, title, excerpt, page }) => (
              <li key={`${what} ${title} ${excerpt}`} className="line">
                {page === undefined ? <p className="bold">{title}</p> : <a {...onLink(page)}>{title}</a>}
                <p className="quiet small">{what}</p>
                {excerpt !== undefined && <p>{excerpt}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {mentions && (
        <div className="row">
          <Button onClick={() => onErase(mentions)}>{t(privacyText.doErase)}</Button>
        </div>
      )}
    </section>
  );
}

interface EraseProps extends Way {
  readonly person: Pick;
  readonly mentions: readonly Mention[];
  readonly onErased: (erasure: ErasureView) => void;
}

function EraseDialog({ person, mentions, onErased, ...way }: EraseProps): ReactNode {
  const t = useT();
  const erase = useSend(eraseMember, {
    onDone: (erasure) => {
      onErased(erasure);
      way.onEnd();
    },
  });
  const word = t(privacyText.eraseWord);
  return (
    <Ask
      title={t(privacyText.eraseTitle, { name: person.name })}
      does={t(privacyText.doErase)}
      onDo={() => erase.mutate({ params: { member: person.id }, body: { confirmation: word } })}
      isBusy={erase.isPending}
      error={erase.error}
      typed={word}
      {...way}
    >
      <p>{t(privacyText.eraseWhy)}</p>
      {mentions.length > 0 && <p className="notice warning">{t(privacyText.eraseMentions, { n: mentions.length })}</p>}
    </Ask>
  );
}

const BY: Readonly<Record<ErasureView['by'], Message>> = {
  self: privacyText.bySelf,
  coordinator: privacyText.byCoordinator,
  retention: privacyText.byRetention,
};

function Erasures(): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const found = useRead('erasures', listErasures, { every: RUNNING });
  return (
    <section aria-labelledby="erasures" className="after-facts">
      <h2 id="erasures">{t(privacyText.erasuresHead)}</h2>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.erasures.length === 0 && <p className="quiet">{t(privacyText.noErasures)}</p>}
      {found.data && found.data.erasures.length > 0 && (
        <>
          <p className="quiet after-head">{t(privacyText.erasuresWhy)}</p>
          <ul className="plain list">
            {found.data.erasures.map(({ id, by, state, requestedAt, doneAt }) => (
              <li key={id} className="line still">
                <p>
                  {t(BY[by])}
                  {state === 'running' && <span className="badge">{t(privacyText.running)}</span>}
                </p>
                <p className="quiet facts">
                  <span>{t(privacyText.askedAt, { when: when(requestedAt) })}</span>
                  {doneAt && <span>{t(privacyText.doneAt, { when: when(doneAt) })}</span>}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
