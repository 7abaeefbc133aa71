/** The form of a challenge: a new one, or other words and another goal of one that there is. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { LongTextField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { type ChallengeDraft, createChallenge, editChallenge } from './calls.ts';
import { useBoxChange, useChallenge } from './data.ts';
import { challengePage } from './lines.tsx';
import { boxText as words } from './text.ts';

const EMPTY: ChallengeDraft = { title: '', text: '', goal: '100', unit: '' };

export function NewChallenge(): ReactNode {
  const t = useT();
  const say = useSay();
  const { network } = useSession();
  const attempt = useAttempt();
  const [draft, setDraft, forget] = useKeptForm<ChallengeDraft>(
    `verkostobotti.challenge.${network.id}`,
    () => EMPTY,
    (kept) => ({ ...EMPTY, ...kept }),
  );
  const send = useBoxChange(createChallenge, ({ id }) => {
    attempt.done();
    forget();
    say(t(words.publishedChallenge));
    replaceWith(challengePage(id));
  });
  return (
    <>
      <BackLink page="boxes">{t(words.title)}</BackLink>
      <Heading>{t(words.newChallenge)}</Heading>
      <Form
        does={t(words.publishChallenge)}
        onSubmit={() => send.mutate({ body: { draft, requestId: attempt.idFor(draft) } })}
        error={send.error}
        isBusy={send.isPending}
      >
        <Fields draft={draft} setDraft={setDraft} />
      </Form>
    </>
  );
}

export function EditChallenge({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useChallenge(id);
  const challenge = found.data?.pages[0];
  return (
    <>
      <BackLink page={challengePage(id)}>{challenge?.title ?? t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !challenge && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {challenge && (challenge.desk ? <Edit id={id} before={challenge.desk.draft} /> : <NotThere />)}
    </>
  );
}

function Edit({ id, before }: { id: string; before: ChallengeDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, replace } = useDraft<ChallengeDraft>(before);
  const send = useBoxChange(editChallenge, () => {
    say(t(words.saved));
    goTo(challengePage(id));
  });
  return (
    <>
      <Heading>{t(words.editChallenge)}</Heading>
      <Form
        does={t(words.save)}
        onSubmit={() => send.mutate({ params: { challenge: id }, body: { draft } })}
        error={send.error}
        isBusy={send.isPending}
        more={<Button onClick={() => goTo(challengePage(id))}>{t(text.cancel)}</Button>}
      >
        <Fields draft={draft} setDraft={replace} />
      </Form>
    </>
  );
}

function Fields({ draft, setDraft }: { draft: ChallengeDraft; setDraft: (draft: ChallengeDraft) => void }): ReactNode {
  const t = useT();
  const of = (field: keyof ChallengeDraft) => ({
    name: field,
    value: draft[field],
    onChange: (value: string) => setDraft({ ...draft, [field]: value }),
  });
  return (
    <>
      <TextField {...of('title')} label={t(words.fieldTitle)} isRequired />
      <LongTextField {...of('text')} label={t(words.fieldChallengeText)} rows={4} isOptional />
      <TextField {...of('goal')} label={t(words.fieldGoal)} inputMode="numeric" isRequired />
      <TextField {...of('unit')} label={t(words.fieldUnit)} hint={t(words.fieldUnitHint)} isRequired />
    </>
  );
}
