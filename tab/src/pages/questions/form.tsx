/** Asking, and changing what was asked: while one writes, who may know and what has been asked and kept already shows beside. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { CheckField, DateField, LongTextField, OneField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { useSettled } from '../../organisation-picker.tsx';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { dateIn } from '../../when.ts';
import {
  askQuestion,
  changeQuestion,
  type QuestionDraft,
  type QuestionView,
  type Suggested,
  suggestForQuestion,
} from './calls.ts';
import { questionPage, useQuestion, useQuestionChange } from './data.ts';
import { STATES } from './line.tsx';
import { questionText as words } from './text.ts';

const EMPTY: QuestionDraft = { text: '', details: '', to: 'network', isUnnamed: '', dueOn: '', topic: '' };
interface Kept {
  readonly draft: QuestionDraft;
  /** The same form asks once. */
  readonly id: string;
}
const fresh = (): Kept => ({ draft: EMPTY, id: crypto.randomUUID() });

export function NewQuestion(): ReactNode {
  const t = useT();
  const say = useSay();
  const { network } = useSession();
  const [kept, keep, forget] = useKeptForm<Kept>(`question ${network.id}`, fresh, (old) => ({
    draft: { ...EMPTY, ...old.draft },
    id: old.id || crypto.randomUUID(),
  }));
  const ask = useQuestionChange(askQuestion, (now) => {
    forget();
    replaceWith(questionPage(now.id));
    say(t(words.sent));
  });
  return (
    <>
      <BackLink page="questions">{t(words.title)}</BackLink>
      <Heading>{t(words.newTitle)}</Heading>
      <p className="lead after">{t(words.lead)}</p>
      <Form
        does={t(words.send)}
        isBusy={ask.isPending}
        error={ask.error}
        onSubmit={() => ask.mutate({ body: { draft: kept.draft, requestId: kept.id } })}
      >
        <Fields draft={kept.draft} onChange={(draft) => keep({ ...kept, draft })} />
      </Form>
    </>
  );
}

export function EditQuestion({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useQuestion(id);
  return (
    <>
      <BackLink page={questionPage(id)}>{t(words.title)}</BackLink>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (found.data.mayEdit ? <Edit of={found.data} /> : <NotThere />)}
    </>
  );
}

function Edit({ of }: { of: QuestionView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [draft, setDraft] = useState<QuestionDraft>({
    ...{ text: of.text, details: of.details, to: of.to, isUnnamed: of.isUnnamed ? 'true' : '' },
    ...{ dueOn: of.dueOn ?? '', topic: of.topic ?? '' },
  });
  const change = useQuestionChange(changeQuestion, (now) => {
    replaceWith(questionPage(now.id));
    say(t(words.saved));
  });
  return (
    <>
      <Heading>{t(words.editTitle)}</Heading>
      <Form
        does={t(words.save)}
        isBusy={change.isPending}
        error={change.error}
        onSubmit={() => change.mutate({ params: { question: of.id }, body: { draft } })}
      >
        <Fields draft={draft} isAsked onChange={setDraft} />
      </Form>
    </>
  );
}

function Fields({
  draft,
  isAsked = false,
  onChange,
}: {
  draft: QuestionDraft;
  /** To whom it went can’t be changed any more. */
  isAsked?: boolean;
  onChange: (draft: QuestionDraft) => void;
}): ReactNode {
  const t = useT();
  const zone = useZone();
  const set = (of: Partial<QuestionDraft>): void => onChange({ ...draft, ...of });
  return (
    <>
      <LongTextField
        name="text"
        label={t(words.text)}
        hint={t(words.textHint)}
        rows={2}
        isRequired
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      {!isAsked && <Suggestions draft={draft} />}
      <LongTextField
        name="details"
        label={t(words.details)}
        isOptional
        rows={4}
        value={draft.details}
        onChange={(details) => set({ details })}
      />
      {!isAsked && (
        <OneField
          name="to"
          label={t(words.to)}
          value={draft.to === 'coordinator' ? 'coordinator' : 'network'}
          choices={[
            { value: 'network', label: t(words.toNetwork), hint: t(words.toNetworkWhy) },
            { value: 'coordinator', label: t(words.toCoordinator), hint: t(words.toCoordinatorWhy) },
          ]}
          onChange={(to) => set({ to })}
        />
      )}
      {draft.to !== 'coordinator' && (
        <CheckField
          name="isUnnamed"
          label={t(words.unnamed)}
          hint={t(words.unnamedWhy)}
          isOn={draft.isUnnamed === 'true'}
          onChange={(isOn) => set({ isUnnamed: isOn ? 'true' : '' })}
        />
      )}
      <DateField
        name="dueOn"
        label={t(words.due)}
        isOptional
        least={dateIn(Date.now(), zone)}
        value={draft.dueOn}
        onChange={(dueOn) => set({ dueOn })}
      />
      <TextField
        name="topic"
        label={t(words.topic)}
        isOptional
        value={draft.topic}
        onChange={(topic) => set({ topic })}
      />
    </>
  );
}

// ── While writing ──────────────────────────────────────────────────────────────────────────────

/** What is written is looked for when the fingers rest, in milliseconds. */
const PAUSE = 500;
/** So few letters say nothing. */
const FEWEST = 5;

/** Shown where the question is written; nothing while nothing is found. */
function Suggestions({ draft }: { draft: QuestionDraft }): ReactNode {
  const { api, network, person } = useSession();
  const text = useSettled(draft.text.trim().slice(0, 400), PAUSE);
  const topic = useSettled(draft.topic.trim().slice(0, 80), PAUSE);
  const found = useQuery({
    queryKey: [person, network.id, 'question-suggestions', text, topic],
    queryFn: ({ signal }) => api.send(suggestForQuestion, { body: { text, topic } }, signal),
    enabled: text.length >= FEWEST,
    placeholderData: keepPreviousData,
  });
  return (
    <div role="status">
      {text.length >= FEWEST && found.data && <Helpful of={found.data} isPrivate={draft.to === 'coordinator'} />}
    </div>
  );
}

function Helpful({ of, isPrivate }: { of: Suggested; isPrivate: boolean }): ReactNode {
  const t = useT();
  const { knowing, questions, materials } = of;
  const hasPeople = knowing.length > 0 && !isPrivate;
  if (!hasPeople && questions.length + materials.length === 0) return undefined;
  return (
    <div className="notice suggestions">
      {questions.length > 0 && (
        <>
          <p className="strong">{t(words.similar)}</p>
          <ul>
            {questions.map((one) => (
              <li key={one.id}>
                <a {...onLink(questionPage(one.id))}>{one.text}</a>{' '}
                <span className="quiet small">{t(STATES[one.state])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {materials.length > 0 && (
        <>
          <p className="strong">{t(words.inBank)}</p>
          <ul>
            {materials.map((one) => (
              <li key={one.id}>
                <a {...onLink(`materials/${encodeURIComponent(one.id)}`)}>{one.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {hasPeople && (
        <>
          <p className="strong">{t(words.mayKnow)}</p>
          <p className="quiet small">{t(words.mayKnowWhy)}</p>
          <ul>
            {knowing.map((one) => (
              <li key={one.member}>
                {[one.name, one.organisation].filter(Boolean).join(', ')}
                <span className="quiet small"> {one.topics.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
