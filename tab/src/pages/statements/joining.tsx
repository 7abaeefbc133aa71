/** Who has joined a statement, and joining or leaving it for one's own organisation. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { LinkButton } from '../../link-button.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { type JoinedView, joinStatement, leaveStatement, removeStatementJoin, type StatementView } from './calls.ts';
import { useStatementChange } from './data.ts';
import { statementText as words } from './text.ts';

interface OfStatement {
  readonly statement: StatementView;
}

export function Joining({ statement }: OfStatement): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<JoinedView>();
  const { joinedBy, state, joined } = statement;
  if (state === 'commenting' || state === 'draft') {
    if (joinedBy.length === 0) return undefined;
  }
  return (
    <section aria-labelledby="joined">
      <h2 id="joined" ref={fallback} tabIndex={-1}>
        {t(words.whoJoined)}
      </h2>
      <Own statement={statement} />
      {joinedBy.length === 0 ? (
        <p className="quiet">{t(words.joinedN, { n: joined })}</p>
      ) : (
        <ul className="plain statement-joined">
          {joinedBy.map((one) => (
            <li key={one.organisation}>
              <div>
                <p className="strong">{one.name}</p>
                {one.note && <p>{one.note}</p>}
                <p className="quiet small">
                  {one.reason
                    ? t(words.writtenBy, { name: one.by ?? '', reason: one.reason })
                    : one.by && t(words.saidBy, { name: one.by })}
                  {one.isAskedAgain && ` · ${t(words.again)}`}
                </p>
              </div>
              {statement.desk && state !== 'final' && state !== 'withdrawn' && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t(words.takeOut, { name: one.name })}
                  onClick={() => ask(one)}
                >
                  {t(words.remove)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked && <TakeOut key={round} statement={statement} joined={asked} {...way} />}
    </section>
  );
}

/** How the reader's organisation stands, and the button for it. */
function Own({ statement }: OfStatement): ReactNode {
  const t = useT();
  const say = useSay();
  const { id, own, state, takesJoins } = statement;
  const leave = useStatementChange(leaveStatement, () => say(t(words.left)));
  const name = own.organisation;
  if (state === 'final' || state === 'withdrawn') return undefined;
  if (name === undefined) {
    if (!takesJoins) return undefined;
    return (
      <div className="notice">
        <p>{t(words.representNobody)}</p>
        <div className="row">
          <LinkButton page="own">{t(words.toOwn)}</LinkButton>
        </div>
      </div>
    );
  }
  if (own.isIn)
    return (
      <div className="notice">
        <p className="strong">{t(words.isIn, { name })}</p>
        <div className="row">
          <Button
            disabledFocusable={leave.isPending}
            onClick={() => leave.mutate({ params: { statement: id }, body: {} })}
          >
            {t(words.leave)}
          </Button>
        </div>
        <Refused error={leave.error} />
      </div>
    );
  return (
    <>
      {own.isAskedAgain && (
        <div className="notice warning">
          <p>{t(words.askedAgain, { name })}</p>
        </div>
      )}
      {takesJoins && <Join statement={statement} name={name} />}
    </>
  );
}

function Join({ statement: { id, own }, name }: OfStatement & { readonly name: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const [note, setNote] = useState(own.note ?? '');
  const send = useStatementChange(joinStatement, () => say(t(words.joinedNow)));
  return (
    <Form
      label={t(words.join)}
      does={t(own.isMunicipality ? words.join : words.joinOrganisation)}
      onSubmit={() => send.mutate({ params: { statement: id }, body: { note } })}
      error={send.error}
      isBusy={send.isPending}
    >
      <p className="prose">{t(words.joinWhy, { name })}</p>
      <TextField
        name="note"
        label={t(words.joinNote)}
        hint={t(words.joinNoteHint)}
        isOptional
        value={note}
        onChange={setNote}
      />
    </Form>
  );
}

function TakeOut({
  statement: { id },
  joined,
  ...way
}: OfStatement & { readonly joined: JoinedView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const { organisation, name } = joined;
  const send = useStatementChange(removeStatementJoin, () => {
    say(t(words.takenOut));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.takeOutAsk, { name })}
      does={t(words.remove)}
      onDo={() => send.mutate({ params: { statement: id, organisation }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.takeOutWhy)}</p>
    </Ask>
  );
}
