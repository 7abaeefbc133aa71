/** One row of a list: what it would do, what is wrong or doubtful in it, and the ways to settle that. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type ImportRow, type ImportView, settleImportRow } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { TextField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { text } from '../../text.ts';
import { type Cells, OUTCOMES } from './import-data.ts';
import { importText } from './import-text.ts';
import type { BodyOf } from './register-data.ts';

interface RowProps {
  readonly row: ImportRow;
  readonly list: ImportView;
  /** The list is in the register: nothing can be settled any more. */
  readonly isFixed: boolean;
  readonly onSettled: (row: ImportRow) => void;
}

/** What is said of a row; each saying replaces the one before, so all of it is sent each time. */
interface Said {
  readonly cells?: Cells;
  readonly decision?: 'new' | 'member' | 'skip';
  readonly member?: string;
  readonly organisation?: string;
}

/** Which organisation was chosen for a row of a list: the server tells it only as the row's organisation, however that was found. */
const chosenOrganisations = new Map<string, string>();

function saidOf({ id }: ImportView, { row, cells, mended, decision, member }: ImportRow): Said {
  const organisation = chosenOrganisations.get(`${id} ${row}`);
  return {
    ...(mended.length > 0 ? { cells: Object.fromEntries(mended.map((field) => [field, cells[field] ?? ''])) } : {}),
    ...(decision && decision !== 'skip' ? { decision } : {}),
    ...(decision === 'member' && member ? { member: member.id } : {}),
    ...(organisation ? { organisation } : {}),
  };
}

export function Row({ row, list, isFixed, onSettled }: RowProps): ReactNode {
  const t = useT();
  const say = useSay();
  const [isMending, setMending] = useState(false);
  const name = useRef<HTMLParagraphElement>(null);
  const settle = useSend(settleImportRow, {
    stale: 'imports',
    onDone: (answer) => {
      onSettled(answer.row);
      say(t(importText.rowNow, { row: row.row, state: t(OUTCOMES[answer.row.outcome].one) }));
      if (answer.row.outcome !== 'wrong') {
        setMending(false);
        name.current?.focus();
      }
    },
  });
  const send = (said: Said): void => {
    const key = `${list.id} ${row.row}`;
    if (said.organisation) chosenOrganisations.set(key, said.organisation);
    else chosenOrganisations.delete(key);
    settle.mutate({
      params: { import: list.id, row: String(row.row) },
      body: said as NonNullable<BodyOf<typeof settleImportRow>>,
    });
  };
  const { cells, outcome, changes, doubts, problems, organisation, member } = row;
  const called = cells.name ?? ([cells.firstName, cells.lastName].filter(Boolean).join(' ') || t(importText.noName));
  const spoken = (does: string): string => t(importText.ofRow, { does, row: row.row });
  const isSkipped = outcome === 'skipped';
  return (
    <>
      <p ref={name} tabIndex={-1}>
        <span className="quiet small">{t(importText.rowNumber, { row: row.row })}</span>{' '}
        <span className="strong">{called}</span>
        <span className={outcome === 'wrong' || outcome === 'doubtful' ? 'badge import-due' : 'badge'}>
          {t(OUTCOMES[outcome].one)}
        </span>
      </p>
      <p className="quiet facts">
        {cells.email && <span className="breaks">{cells.email}</span>}
        {(organisation?.name ?? cells.organisation) && <span>{organisation?.name ?? cells.organisation}</span>}
        {organisation?.isNew && !isSkipped && <span>{t(importText.comesToRegister, { name: organisation.name })}</span>}
        {row.mended.length > 0 && !isSkipped && <span>{t(importText.mended)}</span>}
        {member && member.name !== called && <span>{t(importText.itIs, { name: member.name })}</span>}
      </p>
      {outcome === 'changed' && changes.length > 0 && (
        <ul className="plain small">
          {changes.map(({ field, label, from, to }) => (
            <li key={field}>{t(importText.becomes, { label, from: from ?? t(importText.wasEmpty), to })}</li>
          ))}
        </ul>
      )}
      {!isMending && problems.length > 0 && (
        <ul className="plain mistake">
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {cells[field]
                ? t(importText.wrongCell, { label: labelOf(list, field), value: cells[field], message })
                : `${labelOf(list, field)}: ${message}`}
            </li>
          ))}
        </ul>
      )}
      {!isFixed && !isSkipped && doubts.length > 0 && (
        <Doubts row={row} isBusy={settle.isPending} onSay={(said) => send({ ...saidOf(list, row), ...said })} />
      )}
      <Refused error={settle.error} />
      {isMending && (
        <Mend
          row={row}
          list={list}
          isBusy={settle.isPending}
          onCancel={() => setMending(false)}
          onSave={(mended) => {
            const { organisation: chosen, ...said } = saidOf(list, row);
            const isElsewhere = mended.organisation !== undefined && mended.organisation !== cells.organisation;
            send({ ...said, ...(chosen && !isElsewhere ? { organisation: chosen } : {}), cells: mended });
          }}
        />
      )}
      {!isFixed && !isMending && (
        <div className="row">
          {!isSkipped && (
            <Button
              size="small"
              aria-label={spoken(t(importText.mend))}
              appearance={outcome === 'wrong' ? 'primary' : 'secondary'}
              onClick={() => setMending(true)}
            >
              {t(importText.mend)}
            </Button>
          )}
          <Button
            size="small"
            aria-label={spoken(t(isSkipped ? importText.takeIn : importText.skip))}
            disabledFocusable={settle.isPending}
            onClick={() => send({ ...saidOf(list, row), ...(isSkipped ? {} : { decision: 'skip' }) })}
          >
            {t(isSkipped ? importText.takeIn : importText.skip)}
          </Button>
          {(row.mended.length > 0 || (row.decision && !isSkipped)) && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={spoken(t(importText.asInFile))}
              disabledFocusable={settle.isPending}
              onClick={() => send({})}
            >
              {t(importText.asInFile)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

const labelOf = ({ fields }: ImportView, field: string): string =>
  fields.find((one) => one.field === field)?.label ?? field;

function Doubts({ row, isBusy, onSay }: { row: ImportRow; isBusy: boolean; onSay: (said: Said) => void }): ReactNode {
  const t = useT();
  return row.doubts.map(({ code, message, members, organisations }) => (
    <fieldset key={code} className="import-doubt">
      <legend>{message}</legend>
      <div className="row">
        {members.map(({ id, name, email, organisation }) => (
          <Button key={id} disabledFocusable={isBusy} onClick={() => onSay({ decision: 'member', member: id })}>
            <span>
              {t(code === 'left' || code === 'invited' ? importText.takeBack : importText.itIsMember, { name })}
              <span className="quiet small below">{[organisation, email].filter(Boolean).join(', ')}</span>
            </span>
          </Button>
        ))}
        {organisations.map(({ id, name }) => (
          <Button key={id} disabledFocusable={isBusy} onClick={() => onSay({ organisation: id })}>
            {t(importText.itIsOrganisation, { name })}
          </Button>
        ))}
        {code !== 'organisation' && (
          <Button disabledFocusable={isBusy} onClick={() => onSay({ decision: 'new' })}>
            {t(importText.asNew)}
          </Button>
        )}
      </div>
    </fieldset>
  ));
}

function Mend({
  row,
  list,
  isBusy,
  onCancel,
  onSave,
}: {
  row: ImportRow;
  list: ImportView;
  isBusy: boolean;
  onCancel: () => void;
  onSave: (cells: Cells) => void;
}): ReactNode {
  const t = useT();
  const wrong = new Set(row.problems.map(({ field }) => field));
  const taken = list.columns.flatMap(({ field }) => field ?? []);
  // What is wrong comes first.
  const fields = [...new Set([...wrong, ...taken])];
  const [draft, setDraft] = useState<Cells>(row.cells);
  const form = useRef<HTMLFormElement>(null);
  const { problems } = row;
  useEffect(() => {
    // `problems` come anew with each answer: the first field that is still wrong is next.
    const { current } = form;
    const first = problems.length > 0 ? '[aria-invalid="true"]' : 'input';
    current?.querySelector<HTMLElement>(first)?.focus();
  }, [problems]);
  return (
    <form
      ref={form}
      noValidate
      className="fields import-mend"
      aria-label={t(importText.ofRow, { does: t(importText.mend), row: row.row })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        const mended = fields.filter(
          (field) => (draft[field] ?? '') !== (row.cells[field] ?? '') || row.mended.includes(field),
        );
        onSave(Object.fromEntries(mended.map((field) => [field, draft[field] ?? ''])));
      }}
    >
      {fields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={labelOf(list, field)}
          problem={row.problems.find((one) => one.field === field)?.message}
          value={draft[field] ?? ''}
          onChange={(value) => setDraft((now) => ({ ...now, [field]: value }))}
        />
      ))}
      <div className="row">
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t(importText.saveRow)}
        </Button>
        <Button onClick={onCancel}>{t(text.cancel)}</Button>
      </div>
    </form>
  );
}
