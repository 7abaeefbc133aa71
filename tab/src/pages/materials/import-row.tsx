/** One row of an import: what it would become, what is wrong with it or worth knowing, and the ways to settle that. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSend } from '../../data.ts';
import { SelectField, TextField } from '../../fields.tsx';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import {
  type MaterialImportRow,
  type MaterialImportView,
  type Outcome,
  type Said,
  settleMaterialImportRow,
} from './import-calls.ts';
import { materialImportText as words } from './import-text.ts';
import { lineText } from './line-text.ts';
import { materialPage } from './place.ts';

type MaterialType = MaterialImportRow['type'];

const TYPES: Readonly<Record<MaterialType, Message>> = {
  ...{ presentation: lineText.presentation, recording: lineText.recording, document: lineText.document },
  ...{ link: lineText.link, goodPractice: lineText.goodPractice, questionAnswer: lineText.questionAnswer },
};
const BADGES: Readonly<Record<Outcome, Message>> = {
  ...{ new: words.isNew, same: words.isSame, wrong: words.isWrong, skipped: words.isSkipped },
};

/** Fields that can be mended here; what else is wrong is mended in the file. */
const MENDED = ['title', 'type', 'terms', 'newTags'];

export function ImportRow({
  row,
  of,
  onSettled,
}: {
  row: MaterialImportRow;
  of: MaterialImportView;
  onSettled: (row: MaterialImportRow) => void;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const name = useRef<HTMLParagraphElement>(null);
  const settle = useSend(settleMaterialImportRow, {
    stale: ['material-import'],
    onDone: (answer) => {
      onSettled(answer.row);
      say(t(words.rowNow, { row: row.row, state: t(BADGES[answer.row.outcome]) }));
      if (answer.row.outcome === 'wrong') return;
      setChanging(false);
      name.current?.focus();
    },
  });
  const send = (said: Said): void => settle.mutate({ params: { import: of.id, row: String(row.row) }, body: said });
  /** Each saying replaces the one before, so all of it is sent each time. */
  const before = row.said;
  const { outcome, problems, told, same } = row;
  const canMend = problems.some(({ field }) => MENDED.includes(field));
  /** While the form is open it shows its own. */
  const shownProblems = isChanging ? problems.filter(({ field }) => !MENDED.includes(field)) : problems;
  const spoken = (does: Message): string => t(words.ofRow, { does: t(does), row: row.row });
  const button = (does: Message, said: Said, isFirst = false): ReactNode => (
    <Button
      size="small"
      appearance={isFirst ? 'primary' : 'secondary'}
      aria-label={spoken(does)}
      disabledFocusable={settle.isPending}
      onClick={() => send(said)}
    >
      {t(does)}
    </Button>
  );
  return (
    <>
      <p ref={name} tabIndex={-1}>
        <span className="quiet small">{t(words.rowNumber, { row: row.row })}</span>{' '}
        <span className="strong breaks">{row.title || t(words.noTitle)}</span>{' '}
        <span className={outcome === 'wrong' ? 'badge bring-due' : 'badge'}>{t(BADGES[outcome])}</span>
      </p>
      <p className="quiet facts small">
        <span>{t(TYPES[row.type])}</span>
        {row.state === 'draft' && <span>{t(words.isDraft)}</span>}
        {row.themes && <span>{row.themes}</span>}
        {row.event && <span>{row.event}</span>}
        {row.organisation && <span>{row.organisation}</span>}
        {row.collections.length > 0 && <span>{row.collections.join(', ')}</span>}
        {row.files.map(({ path }) => (
          <span key={path} className="breaks">
            {path}
          </span>
        ))}
        {row.links.map((url) => (
          <span key={url} className="breaks">
            {url}
          </span>
        ))}
      </p>
      {shownProblems.length > 0 && outcome !== 'skipped' && (
        <ul className="plain mistake">
          {shownProblems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {told.length > 0 && outcome !== 'skipped' && (
        <ul className="plain small">
          {told.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {same && (
            <li>
              <a {...onLink(materialPage(same.id))}>{same.title}</a>
            </li>
          )}
        </ul>
      )}
      <Refused error={settle.error} />
      {isChanging ? (
        <Change
          row={row}
          isBusy={settle.isPending}
          onCancel={() => setChanging(false)}
          onSave={(said) =>
            send({ ...before, ...said, ...(row.decision === 'include' ? { decision: 'include' } : {}) })
          }
        />
      ) : (
        <div className="row">
          {outcome !== 'skipped' && (
            <Button
              size="small"
              aria-label={spoken(words.change)}
              appearance={canMend ? 'primary' : 'secondary'}
              onClick={() => setChanging(true)}
            >
              {t(words.change)}
            </Button>
          )}
          {outcome === 'same' && button(words.takeInAnyway, { ...before, decision: 'include' })}
          {(outcome === 'new' || outcome === 'wrong') && button(words.skip, { ...before, decision: 'skip' })}
          {outcome === 'skipped' && button(words.takeIn, before)}
          {Object.keys(before).length > 0 && button(words.asInFile, {})}
        </div>
      )}
    </>
  );
}

function Change({
  row,
  isBusy,
  onCancel,
  onSave,
}: {
  row: MaterialImportRow;
  isBusy: boolean;
  onCancel: () => void;
  onSave: (said: Said) => void;
}): ReactNode {
  const t = useT();
  const [title, setTitle] = useState(row.title);
  const [type, setType] = useState<MaterialType>(row.type);
  const [themes, setThemes] = useState(row.themes);
  const form = useRef<HTMLFormElement>(null);
  const problemOf = (field: string): string | undefined => row.problems.find((one) => one.field === field)?.message;
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      noValidate
      className="fields bring-mend"
      aria-label={t(words.ofRow, { does: t(words.change), row: row.row })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        onSave({
          ...(title === row.title ? {} : { title }),
          ...(type === row.type && !problemOf('type') ? {} : { type }),
          ...(themes === row.themes ? {} : { themes }),
        });
      }}
    >
      <TextField name="title" label={t(words.name)} problem={problemOf('title')} value={title} onChange={setTitle} />
      <SelectField<MaterialType>
        name="type"
        label={t(words.type)}
        problem={problemOf('type')}
        value={type}
        choices={(Object.keys(TYPES) as MaterialType[]).map((value) => ({ value, label: t(TYPES[value]) }))}
        onChange={setType}
      />
      <TextField
        name="themes"
        label={t(words.themes)}
        hint={t(words.themesHint)}
        problem={problemOf('terms') ?? problemOf('newTags')}
        value={themes}
        onChange={setThemes}
      />
      <div className="row">
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t(words.save)}
        </Button>
        <Button onClick={onCancel}>{t(text.cancel)}</Button>
      </div>
    </form>
  );
}
