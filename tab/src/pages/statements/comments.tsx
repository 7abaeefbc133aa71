/** Comments on a paragraph or on the whole: reading, writing, changing and removing them. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import {
  type CommentView,
  commentStatement,
  editStatementComment,
  removeStatementComment,
  type StatementView,
} from './calls.ts';
import { useStatementChange } from './data.ts';
import { statementText as words } from './text.ts';

interface OfStatement {
  readonly statement: StatementView;
}

/** `paragraph`: absent on the whole. `label`: what the button says to who does not see where it stands. */
export function Comments({
  statement,
  comments,
  paragraph,
  label,
  isOpen,
}: OfStatement & {
  readonly comments: readonly CommentView[];
  readonly paragraph?: string;
  readonly label: string;
  readonly isOpen: boolean;
}): ReactNode {
  const t = useT();
  const [isWriting, setWriting] = useState(false);
  return (
    <>
      {comments.length > 0 && (
        <ul className="plain statement-comments">
          {comments.map((one) => (
            <Comment key={one.id} statement={statement} comment={one} isOpen={isOpen} />
          ))}
        </ul>
      )}
      {isOpen && !isWriting && (
        <div className="row">
          <Button size="small" appearance="subtle" aria-label={label} onClick={() => setWriting(true)}>
            {t(words.comment)}
          </Button>
        </div>
      )}
      {isOpen && isWriting && (
        <Write
          statement={statement}
          label={label}
          onEnd={() => setWriting(false)}
          {...(paragraph === undefined ? {} : { paragraph })}
        />
      )}
    </>
  );
}

function Write({
  statement: { id },
  paragraph,
  label,
  onEnd,
}: OfStatement & { readonly paragraph?: string; readonly label: string; readonly onEnd: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [typed, setTyped] = useState('');
  const send = useStatementChange(commentStatement, () => {
    attempt.done();
    say(t(words.sent));
    onEnd();
  });
  const submit = (): void => {
    const body = { text: typed, ...(paragraph === undefined ? {} : { paragraph }) };
    send.mutate({ params: { statement: id }, body: { ...body, requestId: attempt.idFor(body) } });
  };
  return (
    <Form
      label={label}
      does={t(words.send)}
      onSubmit={submit}
      error={send.error}
      isBusy={send.isPending}
      more={<Button onClick={onEnd}>{t(text.cancel)}</Button>}
    >
      <LongTextField
        name="comment"
        label={t(words.yourComment)}
        hint={t(words.commentHint)}
        value={typed}
        onChange={setTyped}
      />
    </Form>
  );
}

function Comment({
  statement,
  comment,
  isOpen,
}: OfStatement & { readonly comment: CommentView; readonly isOpen: boolean }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [isEditing, setEditing] = useState(false);
  const { asked, ask, way, round } = useAsked<'remove'>();
  const { name, organisation, at, isOwn, isEdited, version } = comment;
  const newest = statement.versions.at(-1)?.n ?? version;
  const mayRemove = (isOwn && statement.state !== 'final') || statement.desk !== undefined;
  const about = [
    [name, organisation].filter(Boolean).join(', '),
    when(at),
    ...(isEdited ? [t(words.edited)] : []),
    ...(version < newest ? [t(words.onVersion, { n: version })] : []),
  ];
  return (
    <li>
      <p className="quiet small">{about.join(' · ')}</p>
      {isEditing ? (
        <Edit statement={statement} comment={comment} onEnd={() => setEditing(false)} />
      ) : (
        <p className="said">{comment.text}</p>
      )}
      {!isEditing && (mayRemove || (isOwn && isOpen)) && (
        <div className="row">
          {isOwn && isOpen && (
            <Button size="small" appearance="subtle" aria-label={t(words.editOwn)} onClick={() => setEditing(true)}>
              {t(words.edit)}
            </Button>
          )}
          {mayRemove && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={t(words.removeOne, { name })}
              onClick={() => ask('remove')}
            >
              {t(words.remove)}
            </Button>
          )}
        </div>
      )}
      {asked === 'remove' && <Remove key={round} statement={statement} comment={comment} {...way} />}
    </li>
  );
}

function Edit({
  statement: { id },
  comment,
  onEnd,
}: OfStatement & { readonly comment: CommentView; readonly onEnd: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState(comment.text);
  const send = useStatementChange(editStatementComment, () => {
    say(t(words.sent));
    onEnd();
  });
  return (
    <Form
      label={t(words.editOwn)}
      does={t(words.save)}
      onSubmit={() => send.mutate({ params: { statement: id, comment: comment.id }, body: { text: typed } })}
      error={send.error}
      isBusy={send.isPending}
      more={<Button onClick={onEnd}>{t(text.cancel)}</Button>}
    >
      <LongTextField name="comment" label={t(words.yourComment)} value={typed} onChange={setTyped} />
    </Form>
  );
}

function Remove({
  statement: { id },
  comment,
  ...way
}: OfStatement & { readonly comment: CommentView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useStatementChange(removeStatementComment, () => {
    say(t(words.removed));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.removeAsk)}
      does={t(words.remove)}
      onDo={() => send.mutate({ params: { statement: id, comment: comment.id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.removeWhy)}</p>
    </Ask>
  );
}
