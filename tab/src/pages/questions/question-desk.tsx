/** What coordinators may do with one question: take it, ask who may know, suggest showing it to all, and keep its answer in the bank. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useSend } from '../../data.ts';
import { LongTextField, TextField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { actOnQuestion, type Knowing, type QuestionView, requestAnswer, suggestMove, toBank } from './calls.ts';
import { useQuestionChange } from './data.ts';
import { questionText as words } from './text.ts';

type Desk = NonNullable<QuestionView['desk']>;

export function QuestionDesk({ of, desk }: { of: QuestionView; desk: Desk }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round, fallback } = useAsked<'bank'>();
  const take = useQuestionChange(actOnQuestion, () => say(t(words.taken)));
  const move = useQuestionChange(suggestMove, () => say(t(words.moveAsked)));
  const params = { question: of.id };
  return (
    <section aria-labelledby="for-coordinators" className="desk-of-question">
      <h2 id="for-coordinators" ref={fallback} tabIndex={-1}>
        {t(words.forYou)}
      </h2>
      {of.takenBy !== undefined && <p>{t(words.takenBy, { name: of.takenBy })}</p>}
      {desk.isMoveAsked && <p>{t(words.moveAsked)}</p>}
      <div className="row">
        {desk.mayTake && (
          <Button disabledFocusable={take.isPending} onClick={() => take.mutate({ params, body: { act: 'take' } })}>
            {t(words.take)}
          </Button>
        )}
        {desk.mayBank && <Button onClick={() => ask('bank')}>{t(words.toBank)}</Button>}
        {desk.maySuggestMove && (
          <Button disabledFocusable={move.isPending} onClick={() => move.mutate({ params })}>
            {t(words.move)}
          </Button>
        )}
      </div>
      <Refused error={take.error ?? move.error} />
      {desk.knowing.length > 0 && (
        <>
          <h3>{t(words.mayKnow)}</h3>
          <ul className="plain list">
            {desk.knowing.map((one) => (
              <MayKnow key={one.member} question={of.id} of={one} />
            ))}
          </ul>
        </>
      )}
      {asked && <ToBank key={round} of={of} way={way} />}
    </section>
  );
}

function MayKnow({ question, of }: { question: string; of: Knowing }): ReactNode {
  const t = useT();
  const say = useSay();
  const request = useQuestionChange(requestAnswer, () => say(t(words.requestSent, { name: of.name })));
  return (
    <li className="line may-know">
      <div>
        <p className="bold">{[of.name, of.organisation].filter(Boolean).join(', ')}</p>
        <p className="quiet small">{of.topics.join(', ')}</p>
      </div>
      {of.isRequested ? (
        <p className="quiet small">{t(words.requested)}</p>
      ) : (
        <Button
          aria-label={t(words.requestOf, { name: of.name })}
          disabledFocusable={request.isPending}
          onClick={() => request.mutate({ params: { question }, body: { member: of.member } })}
        >
          {t(words.request)}
        </Button>
      )}
      <Refused error={request.error} />
    </li>
  );
}

/** Filled with the question and its newest answer, to be put right before. */
function ToBank({ of, way }: { of: QuestionView; way: ReturnType<typeof useAsked>['way'] }): ReactNode {
  const t = useT();
  const say = useSay();
  const newest = of.answerList.filter(({ isAddition }) => !isAddition).at(-1);
  const [title, setTitle] = useState(of.text);
  const [question, setQuestion] = useState([of.text, of.details].filter(Boolean).join('\n\n'));
  const [answer, setAnswer] = useState(newest?.text ?? '');
  const keep = useSend(toBank, {
    stale: ['question', 'questions', 'materials'],
    onDone: () => {
      way.onEnd();
      say(t(words.banked));
    },
  });
  return (
    <Ask
      title={t(words.bankTitle)}
      does={t(words.toBank)}
      onDo={() => keep.mutate({ params: { question: of.id }, body: { title, question, answer } })}
      {...way}
      isBusy={keep.isPending}
      error={keep.error}
    >
      <p>{t(words.bankWhy)}</p>
      <TextField name="text" label={t(words.bankName)} value={title} onChange={setTitle} />
      <LongTextField name="details" label={t(words.bankQuestion)} rows={3} value={question} onChange={setQuestion} />
      <LongTextField name="answer" label={t(words.bankAnswer)} rows={5} value={answer} onChange={setAnswer} />
    </Ask>
  );
}
