/** The attendance report of a Teams meeting: read, each row settled, and only then noted. */
import { Button } from '@fluentui/react-button';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { type ReportRow, readReport } from '../../calls.ts';
import { useEvent, useSend } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { base64Of } from '../../file-bytes.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { text } from '../../text.ts';
import { eventDeskText as words } from './desk-text.ts';
import { eventPage } from './event-line.tsx';
import './desk.css';

/** In bytes, as the server allows. */
const LARGEST_FILE = 5 * 1024 * 1024;
/** Someone’s id, or one of the server’s own words. */
type Decisions = Readonly<Record<string, string>>;

export function Report({ id }: { id: string }): ReactNode {
  const t = useT();
  const { data: event } = useEvent(id);
  const [base64, setBase64] = useState('');
  const [decisions, setDecisions] = useState<Decisions>({});
  const read = useSend(readReport);
  const apply = useSend(readReport, { stale: ['event', 'participants', 'door', 'events'] });
  const applied = apply.data?.applied;
  const take = (bytes: string): void => {
    setBase64(bytes);
    setDecisions({});
    apply.reset();
    read.mutate({ params: { event: id }, body: { base64: bytes, decisions: {}, applies: false } });
  };
  const found = read.data;
  const rows = found?.rows ?? [];
  const open = rows.filter((row) => !decided(row, decisions));
  const counted = rows.filter((row) => ![undefined, 'skip'].includes(decided(row, decisions)));
  return (
    <div className="report">
      <BackLink page={eventPage(id)}>{event?.title ?? t(text.events)}</BackLink>
      <Heading>{t(words.report)}</Heading>
      <p className="prose lead">{t(words.reportLead)}</p>
      <p className="prose quiet">{t(words.reportWhere)}</p>
      {applied === undefined ? (
        <>
          <Choose isBusy={read.isPending} isAgain={found !== undefined} onFile={take} />
          <Refused error={read.error} />
          {found && (
            <section aria-labelledby="rows">
              <h2 id="rows">{t(words.rowsTitle)}</h2>
              <p className="quiet" role="status">
                {t(words.rowsCounts, {
                  found: countOf(rows, 'found'),
                  several: countOf(rows, 'several'),
                  unknown: countOf(rows, 'unknown'),
                })}
              </p>
              {found.skipped > 0 && <p className="quiet small">{t(words.skippedN, { n: found.skipped })}</p>}
              <ul className="plain list">
                {rows.map((row) => (
                  <Row
                    key={row.row}
                    row={row}
                    chosen={decided(row, decisions)}
                    onChoose={(who) => setDecisions({ ...decisions, [String(row.row)]: who })}
                  />
                ))}
              </ul>
              <p role="status">{t(words.leftOpen, { n: open.length })}</p>
              <Refused error={apply.error} />
              <div className="row">
                <Button
                  appearance="primary"
                  size="large"
                  disabledFocusable={apply.isPending || counted.length === 0}
                  onClick={() =>
                    apply.mutate({
                      params: { event: id },
                      body: { base64, decisions: settled(rows, decisions), applies: true },
                    })
                  }
                >
                  {t(words.apply, { n: counted.length })}
                </Button>
              </div>
            </section>
          )}
        </>
      ) : (
        <div className="notice good" role="status">
          <p className="bold">{t(words.applied, { n: applied })}</p>
          <div className="row">
            <LinkButton page={eventPage(id)}>{t(words.toEvent)}</LinkButton>
          </div>
        </div>
      )}
    </div>
  );
}

const countOf = (rows: readonly ReportRow[], outcome: ReportRow['outcome']): number =>
  rows.filter((row) => row.outcome === outcome).length;

/** Who a row is: as was chosen, else as was surely found. Undefined: still to be chosen. */
const decided = ({ row, outcome, who }: ReportRow, decisions: Decisions): string | undefined =>
  decisions[String(row)] || (outcome === 'found' ? who : undefined);

/** What is sent: only what was chosen, since the server finds the others as it did before. */
const settled = (rows: readonly ReportRow[], decisions: Decisions): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap(({ row }) => {
      const said = decisions[String(row)];
      return said ? [[String(row), said]] : [];
    }),
  );

function Choose({
  isBusy,
  isAgain,
  onFile,
}: {
  isBusy: boolean;
  isAgain: boolean;
  onFile: (base64: string) => void;
}): ReactNode {
  const t = useT();
  const [mistake, setMistake] = useState<string>();
  const [name, setName] = useState('');
  const take = async (file: File): Promise<void> => {
    setName(file.name);
    if (file.size > LARGEST_FILE) {
      setMistake(t(words.tooLarge));
      return;
    }
    setMistake(undefined);
    const bytes = await base64Of(file).catch(() => undefined);
    if (bytes === undefined) setMistake(t(words.notRead));
    else onFile(bytes);
  };
  const label = t(isAgain ? words.chooseOther : words.choose);
  return (
    <>
      <p id="file-hint" className="quiet">
        {t(words.reportHint)}
      </p>
      {/* The input lies over all of it, so that the browser takes what is dropped there. */}
      <label className="report-drop">
        <DocumentRegular className="icon" />
        <span>
          <span className="bold">{label}</span> <span className="quiet">{t(words.orDrop)}</span>
        </span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={label}
          aria-describedby="file-hint file-problem"
          aria-invalid={mistake ? true : undefined}
          disabled={isBusy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = ''; // the same file can be chosen again
            if (file) void take(file);
          }}
        />
      </label>
      <p id="file-problem" className="mistake" role="alert">
        {mistake}
      </p>
      <p role="status" className="quiet">
        {isBusy ? t(words.reading, { name }) : ''}
      </p>
    </>
  );
}

function Row({
  row,
  chosen,
  onChoose,
}: {
  row: ReportRow;
  chosen: string | undefined;
  onChoose: (who: string) => void;
}): ReactNode {
  const t = useT();
  const { name, email, minutes, candidates } = row;
  return (
    <li className={`report-row ${chosen ? '' : 'is-open'}`}>
      <div>
        <p className="bold">{name}</p>
        <p className="quiet facts">
          {email && <span className="breaks">{email}</span>}
          <span>{t(words.minutes, { n: minutes })}</span>
        </p>
      </div>
      <SelectField
        name={`row.${row.row}`}
        label={t(words.whoIs, { name })}
        value={chosen ?? ''}
        choices={[
          ...(chosen ? [] : [{ value: '', label: t(words.chooseWho) }]),
          ...candidates.map(({ who, name: called, organisation }) => ({
            value: who as string,
            label: organisation ? `${called}, ${organisation}` : called,
          })),
          { value: 'new', label: t(words.asNew) },
          { value: 'skip', label: t(words.skip) },
        ]}
        onChange={onChoose}
      />
    </li>
  );
}
