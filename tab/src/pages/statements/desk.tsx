/** What a coordinator does with a statement: to open it for comments, then for joining, to finish it, or to stop. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { DateField, TextField, TimeField } from '../../fields.tsx';
import { LinkButton } from '../../link-button.tsx';
import { type Pick, Picker } from '../../picker.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { CardPreview } from '../card-preview.tsx';
import {
  bankStatement,
  finishStatement,
  joinStatementFor,
  openStatement,
  openStatementJoining,
  repostStatement,
  type StatementDesk,
  type StatementView,
  withdrawStatement,
} from './calls.ts';
import { useStatementChange } from './data.ts';
import { statementPage } from './line.tsx';
import { statementText as words } from './text.ts';

interface OfStatement {
  readonly statement: StatementView;
  readonly desk: StatementDesk;
}
type Question = 'comments' | 'joining' | 'finish' | 'stop' | 'joinFor';

export function Desk({ statement, desk }: OfStatement): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round, fallback } = useAsked<Question>();
  const { id, state, bankItem } = statement;
  const isRunning = state === 'draft' || state === 'commenting' || state === 'joining';
  const bank = useStatementChange(bankStatement);
  const repost = useStatementChange(repostStatement, () => say(t(words.saved)));
  const isTroubled = desk.post.state === 'unknown' || desk.post.state === 'failed';
  const of = { params: { statement: id }, body: {} };
  const isFirst = (one: Question): { appearance?: 'primary' } =>
    one === nextOf(statement) ? { appearance: 'primary' } : {};
  return (
    <section aria-labelledby="desk" className="desk statement-desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      {desk.waits && (
        <div className="notice warning">
          <p>{desk.waits}</p>
        </div>
      )}
      {isTroubled && (
        <div className="notice attention">
          <p>{t(words.postTroubled)}</p>
          <div className="row">
            <Button disabledFocusable={repost.isPending} onClick={() => repost.mutate(of)}>
              {t(words.postAgain)}
            </Button>
          </div>
          <Refused error={repost.error} />
        </div>
      )}
      {isRunning && (
        <div className="row">
          <Button {...isFirst('comments')} onClick={() => ask('comments')}>
            {t(state === 'commenting' ? words.extendComments : words.openComments)}
          </Button>
          {state !== 'draft' && (
            <Button {...isFirst('joining')} onClick={() => ask('joining')}>
              {t(state === 'joining' ? words.extendJoining : words.openJoining)}
            </Button>
          )}
          {state !== 'draft' && (
            <Button {...isFirst('finish')} onClick={() => ask('finish')}>
              {t(words.finish)}
            </Button>
          )}
          <LinkButton page={`${statementPage(id)}/edit`}>{t(words.write)}</LinkButton>
          {state !== 'draft' && <Button onClick={() => ask('joinFor')}>{t(words.joinFor)}</Button>}
          <Button appearance="subtle" onClick={() => ask('stop')}>
            {t(words.stop)}
          </Button>
        </div>
      )}
      {state === 'final' && bankItem !== undefined && <p>{t(words.inBank)}</p>}
      {state === 'withdrawn' && <p>{t(words.stoppedNow)}</p>}
      {state === 'final' && bankItem === undefined && (
        <div className="row">
          <Button disabledFocusable={bank.isPending} onClick={() => bank.mutate(of)}>
            {t(words.toBankNow)}
          </Button>
        </div>
      )}
      <Refused error={bank.error} />
      {state === 'draft' && desk.card !== undefined && (
        <CardPreview card={desk.card} isStale={false} why={t(words.preview)} empty="" />
      )}
      {asked === 'comments' && <Open key={round} step="comments" statement={statement} desk={desk} {...way} />}
      {asked === 'joining' && <Open key={round} step="joining" statement={statement} desk={desk} {...way} />}
      {asked === 'finish' && <Finish key={round} statement={statement} {...way} />}
      {asked === 'stop' && <Stop key={round} statement={statement} {...way} />}
      {asked === 'joinFor' && <JoinFor key={round} statement={statement} desk={desk} {...way} />}
    </section>
  );
}

/** The step that comes next of itself. */
function nextOf({ state, isOpen }: StatementView): Question | undefined {
  if (state === 'draft') return 'comments';
  if (isOpen) return undefined;
  return state === 'commenting' ? 'joining' : 'finish';
}

interface StepWords {
  readonly open: Message;
  readonly extend: Message;
  readonly why: Message;
}
const STEPS: Readonly<Record<'comments' | 'joining', StepWords>> = {
  comments: { open: words.openComments, extend: words.extendComments, why: words.openCommentsWhy },
  joining: { open: words.openJoining, extend: words.extendJoining, why: words.openJoiningWhy },
};

function Open({
  step,
  statement,
  desk,
  ...way
}: OfStatement & { readonly step: 'comments' | 'joining' } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const isComments = step === 'comments';
  const { draft } = desk;
  const [on, setOn] = useState(isComments ? draft.commentsUntilOn : draft.joinUntilOn);
  const [at, setAt] = useState(isComments ? draft.commentsUntilTime : draft.joinUntilTime);
  const isOpenAlready = statement.state === (isComments ? 'commenting' : 'joining');
  const { open, extend, why } = STEPS[step];
  const send = useStatementChange(isComments ? openStatement : openStatementJoining, () => {
    say(t(words.saved));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(isOpenAlready ? extend : open)}
      does={t(isOpenAlready ? words.save : open)}
      onDo={() => send.mutate({ params: { statement: statement.id }, body: { on, at } })}
      isBusy={send.isPending}
      error={send.error}
    >
      {!isOpenAlready && <p>{t(why)}</p>}
      <DateField
        name={isComments ? 'commentsUntilOn' : 'joinUntilOn'}
        label={t(words.until)}
        hint={t(words.untilHint)}
        value={on}
        onChange={setOn}
      />
      <TimeField
        name={isComments ? 'commentsUntilTime' : 'joinUntilTime'}
        label={t(words.untilTime)}
        value={at}
        onChange={setAt}
      />
    </Ask>
  );
}

function Finish({ statement, ...way }: { readonly statement: StatementView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const { joinedBy } = statement;
  const waiting = joinedBy.filter(({ isAskedAgain }) => isAskedAgain).length;
  const send = useStatementChange(finishStatement, () => {
    say(t(words.finished));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.finishAsk)}
      does={t(words.finish)}
      onDo={() => send.mutate({ params: { statement: statement.id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.finishWhy)}</p>
      <p>{t(words.joinedN, { n: statement.joined })}</p>
      {waiting > 0 && <p>{t(words.finishWaiting, { n: waiting })}</p>}
    </Ask>
  );
}

function Stop({ statement: { id }, ...way }: { readonly statement: StatementView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useStatementChange(withdrawStatement, () => {
    say(t(words.stoppedNow));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.stopAsk)}
      does={t(words.stop)}
      onDo={() => send.mutate({ params: { statement: id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.stopWhy)}</p>
    </Ask>
  );
}

function JoinFor({ statement: { id, joinedBy }, desk, ...way }: OfStatement & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const [organisation, setOrganisation] = useState<Pick>();
  const [reason, setReason] = useState('');
  const send = useStatementChange(joinStatementFor, () => {
    say(t(words.writtenDown));
    way.onEnd();
  });
  const areIn = new Set<string>(joinedBy.filter(({ isAskedAgain }) => !isAskedAgain).map((one) => one.organisation));
  return (
    <Ask
      {...way}
      title={t(words.joinFor)}
      does={t(words.save)}
      isReady={organisation !== undefined}
      onDo={() => send.mutate({ params: { statement: id }, body: { organisation: organisation?.id ?? '', reason } })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.joinForWhy)}</p>
      <Picker
        name="organisation"
        label={t(words.organisation)}
        value={organisation}
        onChange={setOrganisation}
        choices={desk.organisations.filter((one) => !areIn.has(one.id))}
      />
      <TextField name="reason" label={t(words.reason)} hint={t(words.reasonHint)} value={reason} onChange={setReason} />
    </Ask>
  );
}
