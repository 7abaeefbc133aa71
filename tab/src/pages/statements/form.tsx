/** The form of a statement: a new draft, or other details and another wording of one that there is. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { CheckField, DateField, LongTextField, TextField, TimeField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { changeStatement, createStatement, type StatementDraft, type StatementView } from './calls.ts';
import { useStatement, useStatementChange } from './data.ts';
import { statementPage } from './line.tsx';
import { statementText as words } from './text.ts';

const EMPTY: StatementDraft = {
  ...{ title: '', background: '', askedBy: '', dueOn: '', text: '', note: '' },
  ...{ commentsUntilOn: '', commentsUntilTime: '', joinUntilOn: '', joinUntilTime: '' },
  ...{ reminds: 'true', keepsJoins: 'false' },
};

export function NewStatement(): ReactNode {
  const t = useT();
  const say = useSay();
  const { network } = useSession();
  const attempt = useAttempt();
  const [draft, setDraft, forget] = useKeptForm<StatementDraft>(
    `verkostobotti.statement.${network.id}`,
    () => EMPTY,
    (kept) => ({ ...EMPTY, ...kept }),
  );
  const send = useStatementChange(createStatement, (now) => {
    attempt.done();
    forget();
    say(t(words.saved));
    replaceWith(statementPage(now.id));
  });
  return (
    <>
      <BackLink page="statements">{t(words.title)}</BackLink>
      <Heading>{t(words.newOne)}</Heading>
      <p className="lead prose statement-before">{t(words.newWhy)}</p>
      <Form
        does={t(words.saveDraft)}
        onSubmit={() => send.mutate({ body: { draft, requestId: attempt.idFor(draft) } })}
        error={send.error}
        isBusy={send.isPending}
      >
        <Fields draft={draft} setDraft={setDraft} />
      </Form>
    </>
  );
}

export function EditStatement({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useStatement(id);
  return (
    <>
      <BackLink page={statementPage(id)}>{found.data?.title ?? t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !found.data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (found.data.desk ? <Edit statement={found.data} desk={found.data.desk} /> : <NotThere />)}
    </>
  );
}

/** What was opened is what is changed: what others save meanwhile is refused, not written over. */
interface Kept {
  readonly draft: StatementDraft;
  readonly edits: number;
}

function Edit({ statement, desk }: { statement: StatementView; desk: NonNullable<StatementView['desk']> }): ReactNode {
  const t = useT();
  const say = useSay();
  const { id, state, joinedBy } = statement;
  const [{ draft, edits }, setKept, forget] = useKeptForm<Kept>(
    `verkostobotti.statement.${id}.${desk.edits}`,
    () => ({ draft: desk.draft, edits: desk.edits }),
    (kept) => ({ draft: { ...desk.draft, ...kept.draft }, edits: kept.edits }),
  );
  const send = useStatementChange(changeStatement, () => {
    forget();
    say(t(words.saved));
    goTo(statementPage(id));
  });
  return (
    <>
      <Heading>{t(words.write)}</Heading>
      <Form
        does={t(state === 'draft' ? words.saveDraft : words.saveVersion)}
        onSubmit={() => send.mutate({ params: { statement: id }, body: { draft, edits } })}
        error={send.error}
        isBusy={send.isPending}
        more={
          <Button
            onClick={() => {
              forget();
              goTo(statementPage(id));
            }}
          >
            {t(text.cancel)}
          </Button>
        }
      >
        <Fields
          draft={draft}
          setDraft={(changed) => setKept({ draft: changed, edits })}
          isShown={state !== 'draft'}
          hasJoins={joinedBy.length > 0}
        />
      </Form>
    </>
  );
}

function Fields({
  draft,
  setDraft,
  isShown = false,
  hasJoins = false,
}: {
  readonly draft: StatementDraft;
  readonly setDraft: (draft: StatementDraft) => void;
  /** Members have seen it: another text is another version. */
  readonly isShown?: boolean;
  readonly hasJoins?: boolean;
}): ReactNode {
  const t = useT();
  const of = (field: keyof StatementDraft) => ({
    name: field,
    value: draft[field],
    onChange: (value: string) => setDraft({ ...draft, [field]: value }),
  });
  return (
    <>
      <TextField {...of('title')} label={t(words.fieldTitle)} isRequired />
      <LongTextField {...of('text')} label={t(words.fieldText)} hint={t(words.fieldTextHint)} rows={16} isRequired />
      {isShown && <TextField {...of('note')} label={t(words.fieldNote)} hint={t(words.fieldNoteHint)} isOptional />}
      {isShown && hasJoins && (
        <CheckField
          name="keepsJoins"
          label={t(words.keepsJoins)}
          hint={t(words.keepsJoinsHint)}
          isOn={draft.keepsJoins === 'true'}
          onChange={(isOn) => setDraft({ ...draft, keepsJoins: String(isOn) })}
        />
      )}
      <LongTextField
        {...of('background')}
        label={t(words.fieldBackground)}
        hint={t(words.fieldBackgroundHint)}
        rows={4}
        isOptional
      />
      <TextField {...of('askedBy')} label={t(words.fieldAskedBy)} isOptional />
      <DateField {...of('dueOn')} label={t(words.fieldDueOn)} isOptional />
      <div className="statement-versions">
        <DateField {...of('commentsUntilOn')} label={t(words.commentsUntilOn)} hint={t(words.untilHint)} />
        <TimeField {...of('commentsUntilTime')} label={t(words.time)} />
      </div>
      <div className="statement-versions">
        <DateField {...of('joinUntilOn')} label={t(words.joinUntilOn)} hint={t(words.untilHint)} />
        <TimeField {...of('joinUntilTime')} label={t(words.time)} />
      </div>
      <CheckField
        name="reminds"
        label={t(words.reminds)}
        isOn={draft.reminds !== 'false'}
        onChange={(isOn) => setDraft({ ...draft, reminds: String(isOn) })}
      />
    </>
  );
}
