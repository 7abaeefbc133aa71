/** One organisation's membership: its stage, its fees of all years, what is next with it, and what was said. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, type RefObject, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import {
  addNote,
  editNote,
  getFees,
  getMembership,
  listNotes,
  type MembershipRow,
  type NoteView,
  removeNote,
} from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { CheckField, DateField, LongTextField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { editOrganisationPage } from '../../register-pages.ts';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import { type Fee, FeeDialog, STAGE_NAMES, StageDialog } from './membership-dialogs.tsx';
import { MEMBERSHIP } from './membership-pages.ts';
import { membershipText } from './membership-text.ts';
import { manageText } from './text.ts';

/** What is read anew when a note has changed. */
const SHOWS_NOTES = ['notes', 'membership', 'audit'];

type Asked =
  | { readonly what: 'stage' }
  | { readonly what: 'fee'; readonly year: number; readonly fee: Fee }
  | { readonly what: 'edit' | 'remove'; readonly note: NoteView };

export function MembershipOf({ id }: { id: string }): ReactNode {
  const t = useT();
  const all = useRead('membership', getMembership, { params: {} });
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const row = all.data?.organisations.find((one) => one.id === id);
  const back = <BackLink page={MEMBERSHIP}>{t(manageText.membership)}</BackLink>;
  if (!all.data || !row)
    return (
      <>
        {back}
        {all.isError ? (
          <Failure isPage error={all.error} onRetry={() => void all.refetch()} />
        ) : all.data ? (
          <NotThere />
        ) : (
          <Skeleton />
        )}
      </>
    );
  return (
    <>
      {back}
      <div className="title">
        <Heading>{row.name}</Heading>
        <div className="row beside-title">
          <Button onClick={() => ask({ what: 'stage' })}>{t(membershipText.changeStage)}</Button>
          <LinkButton page={editOrganisationPage(id)}>{t(membershipText.editDetails)}</LinkButton>
        </div>
      </div>
      <StageLine row={row} />
      <div className="columns">
        <div>
          <Notes organisation={id} onAsk={ask} heading={fallback} />
        </div>
        <div>
          <Fees row={row} year={all.data.year} feeClasses={all.data.feeClasses} onAsk={ask} />
        </div>
      </div>
      {asked?.what === 'stage' && <StageDialog key={round} row={row} {...way} />}
      {asked?.what === 'fee' && (
        <FeeDialog
          key={round}
          organisation={row}
          year={asked.year}
          fee={asked.fee}
          feeClasses={all.data.feeClasses}
          {...way}
        />
      )}
      {asked?.what === 'edit' && <EditNote key={round} note={asked.note} {...way} />}
      {asked?.what === 'remove' && <RemoveNote key={round} note={asked.note} {...way} />}
    </>
  );
}

function StageLine({ row: { membership, since, kind } }: { row: MembershipRow }): ReactNode {
  const t = useT();
  const zone = useZone();
  const { date } = useWhen();
  const stage = t(STAGE_NAMES[membership]);
  return (
    <p className="lead">
      {[kind, since ? t(membershipText.since, { stage, date: date(dateIn(since, zone)) }) : stage]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

interface FeesProps {
  readonly row: MembershipRow;
  /** This year. */
  readonly year: number;
  readonly feeClasses: readonly { readonly id: string; readonly name: string }[];
  readonly onAsk: (asked: Asked) => void;
}

function Fees({ row, year, feeClasses, onAsk }: FeesProps): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const found = useRead('membership', getFees, { params: { organisation: row.id } });
  const known = found.data?.fees ?? [];
  const fees = known.some((one) => one.year === year)
    ? known
    : [{ year, ...(row.feeClass === undefined ? {} : { feeClass: row.feeClass }) }, ...known];
  return (
    <section aria-labelledby="fees">
      <h2 id="fees">{t(membershipText.feesHead)}</h2>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <ul className="plain list">
          {fees.map(({ year: of, ...fee }) => (
            <li key={of} className="line beside-line">
              <div>
                <p className="bold">{of}</p>
                <p className="quiet small">
                  {[
                    feeClasses.find(({ id }) => id === fee.feeClass)?.name,
                    fee.invoicedOn && t(membershipText.invoicedOn, { date: date(fee.invoicedOn) }),
                    fee.paidOn && t(membershipText.paidOn, { date: date(fee.paidOn) }),
                  ]
                    .filter(Boolean)
                    .join(' · ') || t(membershipText.noFee)}
                </p>
              </div>
              <Button
                size="small"
                aria-label={`${t(membershipText.change)} ${of}`}
                onClick={() => onAsk({ what: 'fee', year: of, fee })}
              >
                {t(membershipText.change)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface NotesProps {
  readonly organisation: string;
  readonly onAsk: (asked: Asked) => void;
  /** Takes the focus when a note has gone. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function Notes({ organisation, onAsk, heading }: NotesProps): ReactNode {
  const t = useT();
  const found = useRead('notes', listNotes, { params: { organisation } });
  const notes = found.data?.notes ?? [];
  return (
    <>
      <OpenSteps notes={notes} heading={heading} />
      <section aria-labelledby="notes">
        <h2 id="notes" ref={heading} tabIndex={-1}>
          {t(membershipText.notesHead)}
        </h2>
        {found.isPending && <Skeleton lines={2} />}
        {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.notes.length === 0 && <p className="quiet">{t(membershipText.noNotes)}</p>}
        {notes.length > 0 && (
          <ul className="plain list">
            {notes.map((note) => (
              <li key={note.id} className="line">
                <Note note={note} onAsk={onAsk} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <NewNote organisation={organisation} />
    </>
  );
}

/** Late ones first: in order of their day. */
function OpenSteps({
  notes,
  heading,
}: {
  notes: readonly NoteView[];
  heading: RefObject<HTMLHeadingElement | null>;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const { date } = useWhen();
  const finish = useSend(editNote, {
    stale: SHOWS_NOTES,
    onDone: () => {
      say(t(membershipText.markedDone));
      heading.current?.focus();
    },
  });
  const open = notes
    .filter(({ nextStep, nextOn, doneAt }) => (nextStep ?? nextOn) !== undefined && doneAt === undefined)
    .sort((a, b) => ((a.nextOn ?? '9999') < (b.nextOn ?? '9999') ? -1 : 1));
  if (open.length === 0) return undefined;
  const today = dateIn(Date.now(), zone);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t(membershipText.stepsHead)}</h2>
      <ul className="plain list">
        {open.map((note) => {
          const step = note.nextStep ?? t(membershipText.noStep);
          return (
            <li key={note.id} className="line beside-line">
              <div>
                <p>
                  <span className="bold">{step}</span>
                  {note.nextOn !== undefined && note.nextOn < today && (
                    <span className="badge late">{t(membershipText.late)}</span>
                  )}
                </p>
                {note.nextOn && <p className="quiet small">{date(note.nextOn)}</p>}
              </div>
              <Button
                size="small"
                aria-label={t(membershipText.doneOf, { step })}
                disabledFocusable={finish.isPending}
                onClick={() =>
                  finish.mutate({ params: paramsOf(note), body: { ...sentOf(draftOf(note)), isDone: true } })
                }
              >
                {t(membershipText.done)}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const paramsOf = ({ organisation, id }: NoteView): { organisation: string; note: string } => ({
  organisation,
  note: id,
});

interface Draft {
  readonly text: string;
  readonly nextStep: string;
  readonly nextOn: string;
}
const EMPTY: Draft = { text: '', nextStep: '', nextOn: '' };

/** What is left empty is left out. */
const sentOf = ({ text: words, nextStep, nextOn }: Draft) => ({
  text: words,
  ...(nextStep.trim() ? { nextStep } : {}),
  ...(nextOn ? { nextOn } : {}),
});

const draftOf = ({ text: words, nextStep = '', nextOn = '' }: NoteView): Draft => ({ text: words, nextStep, nextOn });

function Note({ note, onAsk }: { note: NoteView; onAsk: (asked: Asked) => void }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const at = when(note.at);
  const step = note.nextStep ?? t(membershipText.noStep);
  return (
    <>
      <p className="quiet facts">
        <span>{note.by ? t(membershipText.noteBy, { name: note.by, when: at }) : at}</span>
        {note.editedAt && <span>{t(membershipText.edited, { when: when(note.editedAt) })}</span>}
      </p>
      <p className="prose">{note.text}</p>
      {note.doneAt && <p className="quiet small">{t(membershipText.doneAt, { when: when(note.doneAt), step })}</p>}
      <div className="row small-gap">
        <Button
          size="small"
          appearance="subtle"
          aria-label={t(membershipText.editNoteOf, { when: at })}
          onClick={() => onAsk({ what: 'edit', note })}
        >
          {t(membershipText.editNote)}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={t(membershipText.removeNoteOf, { when: at })}
          onClick={() => onAsk({ what: 'remove', note })}
        >
          {t(membershipText.removeNote)}
        </Button>
      </div>
    </>
  );
}

function NoteFields({ draft, set }: Omit<ReturnType<typeof useDraft<Draft>>, 'replace'>): ReactNode {
  const t = useT();
  return (
    <>
      <LongTextField
        isRequired
        name="text"
        label={t(membershipText.noteText)}
        value={draft.text}
        onChange={set('text')}
      />
      <TextField
        isOptional
        name="nextStep"
        label={t(membershipText.nextStep)}
        hint={t(membershipText.nextStepHint)}
        value={draft.nextStep}
        onChange={set('nextStep')}
      />
      <DateField
        isOptional
        name="nextOn"
        label={t(membershipText.nextDay)}
        value={draft.nextOn}
        onChange={set('nextOn')}
      />
    </>
  );
}

function NewNote({ organisation }: { organisation: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { draft, set, replace } = useDraft(EMPTY);
  const add = useSend(addNote, {
    stale: SHOWS_NOTES,
    onDone: () => {
      attempt.done();
      say(t(membershipText.noteAdded));
      replace(EMPTY);
    },
  });
  return (
    <section aria-labelledby="new-note">
      <h2 id="new-note">{t(membershipText.newNote)}</h2>
      <p className="quiet small after-head">{t(membershipText.notesWhy)}</p>
      <Form
        label={t(membershipText.newNote)}
        onSubmit={() =>
          add.mutate({ params: { organisation }, body: { ...sentOf(draft), requestId: attempt.idFor(draft) } })
        }
        error={add.error}
        does={t(text.save)}
        isBusy={add.isPending}
      >
        <NoteFields draft={draft} set={set} />
      </Form>
    </section>
  );
}

function EditNote({ note, ...way }: Way & { note: NoteView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set } = useDraft<Draft>(() => draftOf(note));
  const [isDone, setDone] = useState(note.doneAt !== undefined);
  const change = useSend(editNote, {
    stale: SHOWS_NOTES,
    onDone: () => {
      say(t(membershipText.noteSaved));
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(membershipText.editNoteTitle)}
      does={t(text.save)}
      onDo={() => change.mutate({ params: paramsOf(note), body: { ...sentOf(draft), isDone } })}
      isBusy={change.isPending}
      error={change.error}
      {...way}
    >
      <NoteFields draft={draft} set={set} />
      {(draft.nextStep !== '' || draft.nextOn !== '') && (
        <CheckField name="isDone" label={t(membershipText.stepIsDone)} isOn={isDone} onChange={setDone} />
      )}
    </Ask>
  );
}

function RemoveNote({ note, ...way }: Way & { note: NoteView }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeNote, {
    stale: SHOWS_NOTES,
    onDone: () => {
      say(t(membershipText.noteRemoved));
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(membershipText.removeNoteTitle)}
      does={t(membershipText.removeNote)}
      onDo={() => remove.mutate({ params: paramsOf(note) })}
      isBusy={remove.isPending}
      error={remove.error}
      {...way}
    >
      <p>{t(membershipText.removeNoteWhy)}</p>
    </Ask>
  );
}
