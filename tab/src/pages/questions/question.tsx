/** One question: what is asked, what has been answered, and what the reader may do. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { HelpPlaces } from '../../help-places.tsx';
import { LinkButton } from '../../link-button.tsx';
import { goTo } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import {
  type AnswerView,
  actOnQuestion,
  answerMove,
  answerQuestion,
  changeAnswer,
  type QuestionView,
  removeAnswer,
} from './calls.ts';
import { questionPage, useQuestion, useQuestionChange } from './data.ts';
import { STATES } from './line.tsx';
import { QuestionDesk } from './question-desk.tsx';
import { questionText as words } from './text.ts';

export function QuestionPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useQuestion(id);
  const { data } = found;
  return (
    <div className="question-page">
      <HelpPlaces here="questions" />
      <BackLink page="questions">{t(words.title)}</BackLink>
      {found.isPending && <Skeleton />}
      {found.isError && !data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {data && <Shown of={data} />}
    </div>
  );
}

function Shown({ of }: { of: QuestionView }): ReactNode {
  const t = useT();
  return (
    <>
      <p className="facts small">
        <span className={of.state === 'answered' ? 'good strong' : 'strong'}>{t(STATES[of.state])}</span>
        {of.to === 'coordinator' && <span className="strong">{t(words.forCoordinators)}</span>}
      </p>
      <Heading>{of.text}</Heading>
      <About of={of} />
      {of.details !== '' && <p className="prose">{of.details}</p>}
      {of.mayConsent && <Consent id={of.id} />}
      {of.bankItem !== undefined && (
        <div className="notice">
          <p>{t(words.inBankNow)}</p>
          <div className="row">
            <LinkButton page={`materials/${encodeURIComponent(of.bankItem)}`}>{t(words.openBank)}</LinkButton>
          </div>
        </div>
      )}
      <OwnActs of={of} />
      <section aria-labelledby="answers">
        <h2 id="answers">{t(words.answersTitle)}</h2>
        {of.answerList.length === 0 ? (
          <p className="quiet">{t(words.answers, { n: 0 })}</p>
        ) : (
          <ul className="plain list answers">
            {of.answerList.map((one) => (
              <AnswerLine key={one.id} question={of.id} of={one} />
            ))}
          </ul>
        )}
        {of.mayAnswer && <Reply key={of.answerList.length} id={of.id} />}
      </section>
      {of.desk && <QuestionDesk of={of} desk={of.desk} />}
    </>
  );
}

function About({ of: { asker, at, dueOn, isLate, state, topic } }: { of: QuestionView }): ReactNode {
  const t = useT();
  const { date, when } = useWhen();
  const who = asker && [asker.name, asker.organisation].filter(Boolean).join(', ');
  return (
    <p className="quiet facts">
      <span>{who === undefined ? t(words.aMember) : t(words.asks, { name: who })}</span>
      <span>{t(words.asked, { when: when(at) })}</span>
      {dueOn !== undefined && state !== 'answered' && (
        <span className={isLate ? 'due' : undefined}>
          {t(isLate ? words.late : words.dueBy, { when: date(dueOn) })}
        </span>
      )}
      {topic !== undefined && <span>{t(words.topicIs, { topic })}</span>}
    </p>
  );
}

// ── What who asked may do ──────────────────────────────────────────────────────────────────────

function Consent({ id }: { id: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const decide = useQuestionChange(answerMove, () => say(t(words.decided)));
  const send = (agrees: boolean, isUnnamed: boolean): void =>
    decide.mutate({ params: { question: id }, body: { agrees, isUnnamed } });
  return (
    <section className="notice warning" aria-labelledby="consent">
      <h2 id="consent">{t(words.consentTitle)}</h2>
      <p>{t(words.consentWhy)}</p>
      <div className="row">
        <Button appearance="primary" disabledFocusable={decide.isPending} onClick={() => send(true, false)}>
          {t(words.agree)}
        </Button>
        <Button disabledFocusable={decide.isPending} onClick={() => send(true, true)}>
          {t(words.agreeUnnamed)}
        </Button>
        <Button disabledFocusable={decide.isPending} onClick={() => send(false, false)}>
          {t(words.decline)}
        </Button>
      </div>
      <Refused error={decide.error} />
    </section>
  );
}

const SAID: Readonly<Record<'answered' | 'reopen' | 'withdraw', Message>> = {
  answered: words.marked,
  reopen: words.reopened,
  withdraw: words.withdrawn,
};

function OwnActs({ of }: { of: QuestionView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'withdraw'>();
  const [last, setLast] = useState<keyof typeof SAID>('answered');
  const act = useQuestionChange(actOnQuestion, () => {
    way.onEnd();
    say(t(SAID[last]));
    if (last === 'withdraw') goTo('questions');
  });
  const send = (what: keyof typeof SAID): void => {
    setLast(what);
    act.mutate({ params: { question: of.id }, body: { act: what } });
  };
  const { mayEdit, mayMark, mayReopen, mayWithdraw } = of;
  if (!mayEdit && !mayMark && !mayReopen && !mayWithdraw) return undefined;
  return (
    <>
      <div className="row">
        {mayMark && (
          <Button disabledFocusable={act.isPending} onClick={() => send('answered')}>
            {t(words.mark)}
          </Button>
        )}
        {mayReopen && (
          <Button disabledFocusable={act.isPending} onClick={() => send('reopen')}>
            {t(words.reopen)}
          </Button>
        )}
        {mayEdit && <LinkButton page={`${questionPage(of.id)}/edit`}>{t(words.edit)}</LinkButton>}
        {mayWithdraw && (
          <Button appearance="subtle" onClick={() => ask('withdraw')}>
            {t(words.withdraw)}
          </Button>
        )}
      </div>
      {!asked && <Refused error={act.error} />}
      {asked && (
        <Ask
          key={round}
          title={t(words.withdrawTitle)}
          does={t(words.withdraw)}
          onDo={() => send('withdraw')}
          {...way}
          isBusy={act.isPending}
          error={act.error}
        >
          <p>{t(words.withdrawWhy)}</p>
        </Ask>
      )}
    </>
  );
}

// ── Answers ────────────────────────────────────────────────────────────────────────────────────

function Reply({ id }: { id: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const [answer, setAnswer] = useState('');
  const [requestId] = useState(() => crypto.randomUUID());
  const send = useQuestionChange(answerQuestion, () => say(t(words.answerSent)));
  return (
    <Form
      label={t(words.yourAnswer)}
      does={t(words.sendAnswer)}
      isBusy={send.isPending}
      error={send.error}
      onSubmit={() => send.mutate({ params: { question: id }, body: { answer, requestId } })}
    >
      <LongTextField name="answer" label={t(words.yourAnswer)} rows={4} value={answer} onChange={setAnswer} />
    </Form>
  );
}

function AnswerLine({ question, of }: { question: string; of: AnswerView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [isEdited, setEdited] = useState(false);
  const who = [of.by.name, of.by.organisation].filter(Boolean).join(', ');
  return (
    <li className="line answer">
      <p className="facts">
        <span className="bold">{who}</span>
        {of.isByCoordinator && <span>{t(words.byCoordinator)}</span>}
        {of.isAddition && <span>{t(words.addition)}</span>}
        <span className="quiet">
          {of.editedAt === undefined ? when(of.at) : t(words.edited, { when: when(of.editedAt) })}
        </span>
      </p>
      {isEdited ? (
        <EditAnswer question={question} of={of} onEnd={() => setEdited(false)} />
      ) : (
        <>
          <p className="prose">{of.text}</p>
          <AnswerActs question={question} of={of} who={who} onEdit={() => setEdited(true)} />
        </>
      )}
    </li>
  );
}

function EditAnswer({ question, of, onEnd }: { question: string; of: AnswerView; onEnd: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const [answer, setAnswer] = useState(of.text);
  const change = useQuestionChange(changeAnswer, () => {
    onEnd();
    say(t(words.changed));
  });
  return (
    <Form
      label={t(words.editAnswerOf)}
      does={t(words.save)}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ params: { question, answer: of.id }, body: { answer } })}
    >
      <LongTextField name="answer" label={t(words.editAnswerOf)} rows={4} value={answer} onChange={setAnswer} />
    </Form>
  );
}

function AnswerActs({
  question,
  of,
  who,
  onEdit,
}: {
  question: string;
  of: AnswerView;
  who: string;
  onEdit: () => void;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'remove'>();
  const remove = useQuestionChange(removeAnswer, () => {
    way.onEnd();
    say(t(words.removed));
  });
  if (!of.isOwn && !of.mayRemove) return undefined;
  return (
    <div className="row">
      {of.isOwn && (
        <Button appearance="subtle" size="small" onClick={onEdit} aria-label={t(words.editAnswerOf)}>
          {t(words.editAnswer)}
        </Button>
      )}
      {of.mayRemove && (
        <Button
          appearance="subtle"
          size="small"
          aria-label={t(words.removeAnswerOf, { name: who })}
          onClick={() => ask('remove')}
        >
          {t(words.removeAnswer)}
        </Button>
      )}
      {asked && (
        <Ask
          key={round}
          title={t(words.removeTitle)}
          does={t(words.removeAnswer)}
          onDo={() => remove.mutate({ params: { question, answer: of.id } })}
          {...way}
          isBusy={remove.isPending}
          error={remove.error}
        >
          <p>{t(words.removeWhy)}</p>
        </Ask>
      )}
    </div>
  );
}
