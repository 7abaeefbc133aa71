/** The files of an item in its form: chosen or dropped, on their way, in their order. */
import { Button } from '@fluentui/react-button';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useProblemOf } from '../../form.tsx';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { useIsOnline } from '../../states.tsx';
import type { Message, Translate } from '../../text.ts';
import { ACCEPTED, LARGEST_FILE, MOST_FILES } from './file-kinds.ts';
import { sizeOf } from './file-words.ts';
import { formText as words } from './form-text.ts';
import { IMPORT_PAGE } from './place.ts';
import type { Fault, FileList, Files, News, ShownRow } from './upload-list.ts';

const LIMITS = { mb: LARGEST_FILE / 1024 / 1024, n: MOST_FILES };
const FAULTS: Readonly<Record<Fault, Message>> = {
  ...{ kind: words.faultKind, name: words.faultName, empty: words.faultEmpty, large: words.faultLarge },
  ...{ twice: words.faultTwice, many: words.faultMany, folder: words.faultFolder },
};
const NEWS: Readonly<Record<News['what'], Message>> = {
  ...{ begun: words.newsBegun, whole: words.newsWhole, failed: words.newsFailed, moved: words.newsMoved },
  ...{ cancelled: words.newsCancelled, removed: words.newsRemoved },
};

interface UploadFilesProps {
  readonly list: FileList;
  readonly files: Files;
  /** Some were chosen. */
  readonly onChosen: (files: readonly File[]) => void;
}

export function UploadFiles({ list, files, onChosen }: UploadFilesProps): ReactNode {
  const t = useT();
  const id = useId();
  const { network } = useSession();
  const many = useRef<HTMLInputElement>(null);
  const one = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLDivElement>(null);
  /** The line for which a file is chosen. */
  const chosenFor = useRef('');
  const problem = useProblemOf('files');
  const { asked, ask, way, round } = useAsked<ShownRow>();
  const { rows, refused, news, cameTogether } = files;
  const toChoose = (): void => choose.current?.querySelector('button')?.focus();
  return (
    <fieldset className="upload-files" aria-describedby={`${id}-hint ${id}-problem`}>
      <legend>{t(words.files)}</legend>
      <p id={`${id}-hint`} className="quiet small">
        {t(words.filesHint, LIMITS)}
      </p>
      <input
        ref={many}
        type="file"
        multiple
        accept={ACCEPTED}
        className="hidden"
        tabIndex={-1}
        aria-label={t(words.chooseInput)}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          target.value = '';
          onChosen(chosen);
        }}
      />
      <input
        ref={one}
        type="file"
        accept={ACCEPTED}
        className="hidden"
        tabIndex={-1}
        aria-label={t(words.chooseOneInput)}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          target.value = '';
          if (chosen) list.put(chosenFor.current, chosen);
        }}
      />
      {rows.length > 0 && (
        <ol className="plain list upload-rows">
          {rows.map((row, index) => (
            <UploadRow
              key={row.key}
              row={row}
              index={index}
              isLast={index === rows.length - 1}
              list={list}
              onChoose={() => {
                chosenFor.current = row.key;
                one.current?.click();
              }}
              onGone={toChoose}
              onAsk={() => ask(row)}
            />
          ))}
        </ol>
      )}
      <div ref={choose} className="row upload-choose">
        <Button icon={<AttachRegular />} onClick={() => many.current?.click()}>
          {t(words.choose)}
        </Button>
        <span className="quiet small only-pointer">{t(words.orDrop)}</span>
      </div>
      {cameTogether && network.coordinator && (
        <p className="quiet small">
          {t(words.eachOwn)} <a {...onLink(IMPORT_PAGE)}>{t(words.importFolder)}</a>
        </p>
      )}
      <div role="alert">
        {refused.length > 0 && (
          <div className="notice attention">
            <p className="strong">{t(words.refused, { n: refused.length })}</p>
            <ul className="notes">
              {refused.map(({ name, why }) => (
                <li key={`${name} ${why}`}>{t(FAULTS[why], { name, ...LIMITS })}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p id={`${id}-problem`} className="mistake" {...(problem ? { tabIndex: -1 } : {})}>
        {problem}
      </p>
      <p role="status" className="hidden">
        {news ? t(NEWS[news.what], { name: news.name, n: news.n }) : ''}
      </p>
      {asked && (
        <Ask
          key={round}
          title={t(words.removeFileTitle)}
          does={t(words.removeOne)}
          onDo={() => {
            way.onEnd();
            list.remove(asked.key);
            setTimeout(toChoose); // the dialog gives the focus to the button that has gone
          }}
          {...way}
          isBusy={false}
          error={null}
        >
          <p>{t(asked.has ? words.removeKeptWhy : words.removeFileWhy, { name: nameOf(asked) })}</p>
        </Ask>
      )}
    </fieldset>
  );
}

const nameOf = ({ next, has }: ShownRow): string => next?.name ?? has?.name ?? '';

interface RowProps {
  readonly row: ShownRow;
  readonly index: number;
  readonly isLast: boolean;
  readonly list: FileList;
  /** Another file, or the same again, is to be chosen for it. */
  readonly onChoose: () => void;
  /** Its buttons are about to go. */
  readonly onGone: () => void;
  /** It is to be removed, which asks first. */
  readonly onAsk: () => void;
}

function UploadRow({ row, index, isLast, list, onChoose, onGone, onAsk }: RowProps): ReactNode {
  const t = useT();
  const problem = useProblemOf(`files.${index}`);
  const name = nameOf(row);
  const { key, phase, next, has, sent } = row;
  const percent = next ? Math.floor((100 * Math.min(sent, next.size)) / next.size) : 0;
  const isMoving = phase === 'waiting' || phase === 'sending';
  return (
    <li className="line upload-row">
      <div className="upload-words">
        <p className="bold">{next && has ? t(words.inPlaceOf, { name, old: has.name }) : name}</p>
        <Standing row={row} percent={percent} />
        {isMoving && <progress max={100} value={percent} aria-label={name} />}
        <p className="mistake" {...(problem ? { tabIndex: -1 } : {})}>
          {problem}
        </p>
      </div>
      <div className="upload-buttons">
        {phase === 'failed' && <Named does={words.retry} name={name} onClick={() => list.retry(key)} isSeen />}
        {(phase === 'interrupted' || (phase === 'failed' && row.problem === 'unreadable')) && (
          <Named does={words.chooseAgain} name={name} onClick={onChoose} isSeen />
        )}
        {phase === 'kept' && <Named does={words.newVersion} name={name} onClick={onChoose} isSeen />}
        {isMoving ? (
          <Named
            does={words.cancel}
            name={name}
            isSeen
            onClick={() => {
              onGone();
              list.cancel(key);
            }}
          />
        ) : (
          <>
            {next && has && (
              <Named
                does={words.undoVersion}
                name={name}
                isSeen
                onClick={() => {
                  onGone();
                  list.cancel(key);
                }}
              />
            )}
            <Moves index={index} isLast={isLast} name={name} onMove={(by) => list.move(key, by)} />
            {!(next && has) && <Named does={words.removeOne} name={name} icon={<DeleteRegular />} onClick={onAsk} />}
          </>
        )}
      </div>
    </li>
  );
}

/** A button of one line among many: what is spoken names the line. */
function Named({
  does,
  name,
  icon,
  isSeen = false,
  onClick,
}: {
  does: Message;
  name: string;
  icon?: ReactNode;
  /** In words rather than as an icon. */
  isSeen?: boolean;
  onClick: () => void;
}): ReactNode {
  const t = useT();
  return (
    <Button
      appearance="subtle"
      aria-label={t(words.doTo, { does: t(does), name })}
      {...(icon ? { icon: <>{icon}</> } : {})}
      onClick={onClick}
    >
      {isSeen ? t(does) : undefined}
    </Button>
  );
}

/** Up and down; the button keeps the focus while its line moves. */
export function Moves({
  index,
  isLast,
  name,
  onMove,
}: {
  index: number;
  isLast: boolean;
  name: string;
  onMove: (by: -1 | 1) => void;
}): ReactNode {
  const t = useT();
  const pressed = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });
  const move =
    (by: -1 | 1, isStuck: boolean) =>
    ({ currentTarget }: { currentTarget: HTMLButtonElement }): void => {
      if (isStuck) return;
      pressed.current = currentTarget;
      onMove(by);
    };
  return (
    <>
      <Button
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t(words.doTo, { does: t(words.up), name })}
        disabledFocusable={index === 0}
        onClick={move(-1, index === 0)}
      />
      <Button
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t(words.doTo, { does: t(words.down), name })}
        disabledFocusable={isLast}
        onClick={move(1, isLast)}
      />
    </>
  );
}

function Standing({ row, percent }: { row: ShownRow; percent: number }): ReactNode {
  const t = useT();
  const isOnline = useIsOnline();
  if (row.phase === 'failed')
    return (
      <p role="alert" className="mistake">
        {whyFailed(row, t)}
      </p>
    );
  return <p className="quiet small upload-standing">{standingOf(row, percent, isOnline, t)}</p>;
}

function standingOf({ phase, next, has, sent }: ShownRow, percent: number, isOnline: boolean, t: Translate): string {
  const size = sizeOf(next?.size ?? has?.size ?? 0, t);
  if (phase === 'waiting') return t(words.waiting, { size });
  if (phase === 'sending') return t(isOnline ? words.sending : words.offline, { percent, size, sent: sizeOf(sent, t) });
  if (phase === 'interrupted') return t(words.interrupted);
  if (phase === 'whole') return t(has ? words.wholeVersion : words.whole, { size });
  return size;
}

function whyFailed({ problem }: ShownRow, t: Translate): string {
  if (problem === 'unreadable') return t(words.failedUnreadable);
  if (problem?.status === 0) return t(words.failedUnreachable);
  return problem?.detail ?? t(words.failed);
}
