/** Choosing a folder, a list or both, sending the files, and the imports of the last days. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type ApiProblem, apiProblem } from '../../api.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { base64Of } from '../../file-bytes.ts';
import { Heading } from '../../heading.tsx';
import { goTo, onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { materialDeskText } from './desk-text.ts';
import { ACCEPTED, LARGEST_FILE } from './file-kinds.ts';
import { sizeOf } from './file-words.ts';
import { listMaterialImports, type MaterialImportView, materialTemplate, readMaterialImport } from './import-calls.ts';
import {
  type Chosen,
  chosenOf,
  type Fault,
  isList,
  type Placed,
  placedIn,
  type Sending,
  type Sent,
  sendAll,
  sizeOfAll,
  useFolderDrop,
} from './import-files.ts';
import { materialImportText as words } from './import-text.ts';
import { DESK_PAGE, IMPORT_PAGE } from './place.ts';

/** As the server allows. */
const MOST_ROWS = 2000;
/** In bytes. */
const LARGEST_LIST = 5 * 1024 * 1024;
/** Milliseconds between two drawings of how far the files are. */
const OFTEN = 150;

const FAULTS: Readonly<Record<Fault, Message>> = {
  ...{ kind: words.whyKind, name: words.whyName, empty: words.whyEmpty, large: words.whyLarge },
};

const importPage = (id: string): string => `${IMPORT_PAGE}/${encodeURIComponent(id)}`;

const STATES: Readonly<Record<MaterialImportView['state'], Message>> = {
  settling: words.settling,
  applying: words.applying,
  done: words.done,
};

export function ImportStart(): ReactNode {
  const t = useT();
  return (
    <div className="material-import">
      <BackLink page={DESK_PAGE}>{t(materialDeskText.desk)}</BackLink>
      <Heading>{t(words.title)}</Heading>
      <p className="lead">{t(words.lead)}</p>
      <section aria-labelledby="expects">
        <h2 id="expects">{t(words.expects)}</h2>
        <ul className="bring-expects">
          <li>{t(words.expectsFolder)}</li>
          <li>{t(words.expectsList)}</li>
          <li>{t(words.limits, { n: MOST_ROWS, mb: LARGEST_FILE / 1024 / 1024 })}</li>
        </ul>
        <Downloads call={materialTemplate} files={[{ name: t(words.template), body: {} }]} />
      </section>
      <Choosing />
      <Earlier />
    </div>
  );
}

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly how: Sending }
  | { readonly at: 'failed'; readonly sent: Sent }
  | { readonly at: 'reading' };

function Choosing(): ReactNode {
  const t = useT();
  const [folder, setFolder] = useState<Chosen>();
  const [list, setList] = useState<File>();
  const [mistake, setMistake] = useState<Message>();
  const { step, error, send, goOn, stop } = useImport();
  const isBusy = step.at === 'sending' || step.at === 'reading';
  const takeList = (file: File): void => {
    const isLarge = file.size > LARGEST_LIST;
    setMistake(isLarge ? words.listTooLarge : undefined);
    if (!isLarge) setList(file);
  };
  const takeFiles = (all: readonly Placed[]): void => {
    setMistake(undefined);
    if (all.length > 0) setFolder(chosenOf(all));
  };
  const isOver = useFolderDrop((dropped) => {
    if (isBusy) return;
    void dropped.then(
      (all) => {
        // a list that lies beside a folder, or comes alone, is the list; in the folder it is a file like any other
        const loose = all.filter(({ path, file }) => !path.includes('/') && isList(file));
        const [only, ...others] = loose;
        const isTheList = only && others.length === 0;
        if (isTheList) takeList(only.file);
        takeFiles(isTheList ? all.filter((one) => one !== only) : all);
      },
      () => setMistake(words.notRead),
    );
  });
  const tooMany = folder && folder.files.length > MOST_ROWS;
  const isReady = (folder && folder.files.length > 0 && !tooMany) || (list && !folder);
  const choices = useRef<HTMLDivElement>(null);
  return (
    <section aria-labelledby="choose">
      <h2 id="choose" className="hidden">
        {t(words.chosen)}
      </h2>
      {!isBusy && (
        <div ref={choices} className={isOver ? 'bring-choices is-over' : 'bring-choices'}>
          <Chooser name={t(words.chooseFolder)} isFolder onChosen={(files) => takeFiles(placedIn(files))} />
          <Chooser name={t(words.chooseFiles)} accept={ACCEPTED} onChosen={(files) => takeFiles(placedIn(files))} />
          <Chooser
            name={t(words.chooseList)}
            accept=".csv,.xlsx,text/csv"
            isOne
            onChosen={(files) => files?.[0] && takeList(files[0])}
          />
          <p className="quiet small">{t(words.orDrop)}</p>
        </div>
      )}
      <p className="mistake" role="alert">
        {mistake && t(mistake)}
        {tooMany && t(words.tooMany, { n: folder.files.length, most: MOST_ROWS })}
      </p>
      {(folder || list) && (
        <ul className="plain list bring-chosen">
          {folder && <ChosenFolder folder={folder} onRemove={isBusy ? undefined : () => setFolder(undefined)} />}
          {list && (
            <li className="line desk-row">
              <p className="desk-row-words">{t(words.list, { name: list.name })}</p>
              {!isBusy && <Remove what={list.name} onRemove={() => setList(undefined)} />}
            </li>
          )}
        </ul>
      )}
      {step.at === 'sending' && <Progress how={step.how} onStop={stop} />}
      <p role="status" className="quiet">
        {step.at === 'reading' ? t(words.reading) : ''}
      </p>
      {step.at === 'failed' && (
        <Failed sent={step.sent} onAgain={() => send(folder, list)} onWithout={() => goOn(step.sent, folder, list)} />
      )}
      <Refused error={error} />
      {!isBusy && step.at !== 'failed' && (folder || list) && (
        <div className="row">
          <Button appearance="primary" disabledFocusable={!isReady} onClick={() => isReady && send(folder, list)}>
            {t(folder ? words.sendAndCheck : words.check)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What is chosen on its way: sent, then read by the server, whose answer has a page of its own. */
function useImport() {
  const { api } = useSession();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [error, setError] = useState<ApiProblem | null>(null);
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const isSending = step.at === 'sending';
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isSending]);

  const goOn = async (sent: Sent, folder: Chosen | undefined, list: File | undefined): Promise<void> => {
    setStep({ at: 'reading' });
    try {
      const base64 = list && (await base64Of(list));
      const name = (folder?.name || list?.name || '').slice(-200) || '–';
      const body = { name, files: sent.files.map((one) => ({ ...one })), ...(base64 === undefined ? {} : { base64 }) };
      const { id } = await api.send(readMaterialImport, { body: body as never }, control.current?.signal);
      goTo(importPage(id));
    } catch (caught) {
      setError(apiProblem(caught));
      setStep({ at: 'choosing' });
    }
  };
  const send = async (folder: Chosen | undefined, list: File | undefined): Promise<void> => {
    setError(null);
    const files = folder?.files ?? [];
    const own = new AbortController();
    control.current = own;
    let drawn = 0;
    const onProgress = (how: Sending): void => {
      if (own.signal.aborted || (Date.now() - drawn < OFTEN && how.done < how.n)) return;
      drawn = Date.now();
      setStep({ at: 'sending', how });
    };
    if (files.length > 0) onProgress({ done: 0, n: files.length, sent: 0, size: sizeOfAll(files) });
    try {
      const sent = await sendAll(api, files, { signal: own.signal, onProgress });
      if (sent.failed.length > 0) setStep({ at: 'failed', sent });
      else await goOn(sent, folder, list);
    } catch {
      if (!own.signal.aborted) throw new Error('sending ended otherwise');
      setStep({ at: 'choosing' });
    }
  };
  return {
    ...{ step, error },
    send: (folder: Chosen | undefined, list: File | undefined) => void send(folder, list),
    goOn: (sent: Sent, folder: Chosen | undefined, list: File | undefined) => void goOn(sent, folder, list),
    stop: () => control.current?.abort(),
  };
}

/** The input lies over its label, so that the browser opens its dialog for a click, a key and a screen reader alike. */
function Chooser({
  name,
  accept,
  isFolder = false,
  isOne = false,
  onChosen,
}: {
  name: string;
  accept?: string;
  isFolder?: boolean;
  isOne?: boolean;
  onChosen: (files: FileList | null) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="bring-chooser">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        ref={(input) => {
          if (isFolder) input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple={!isOne}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          onChosen(event.target.files);
          event.target.value = ''; // the same can be chosen again
        }}
      />
    </div>
  );
}

function ChosenFolder({ folder, onRemove }: { folder: Chosen; onRemove: (() => void) | undefined }): ReactNode {
  const t = useT();
  const { files, refused, name } = folder;
  return (
    <li className="line desk-row">
      <div className="desk-row-words">
        <p className="bold">{name}</p>
        <p className="quiet small">{t(words.files, { n: files.length, size: sizeOf(sizeOfAll(files), t) })}</p>
        {refused.length > 0 && (
          <details className="small">
            <summary>{t(words.leftOut, { n: refused.length })}</summary>
            <ul className="plain">
              {refused.map(({ path, why }) => (
                <li key={path}>
                  {path}: {t(FAULTS[why])}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {onRemove && <Remove what={name} onRemove={onRemove} />}
    </li>
  );
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }): ReactNode {
  const t = useT();
  return (
    <Button appearance="subtle" aria-label={t(words.removeOf, { what })} onClick={onRemove}>
      {t(words.remove)}
    </Button>
  );
}

function Progress({ how: { done, n, sent, size }, onStop }: { how: Sending; onStop: () => void }): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="card bring-card">
      <h3 id="sending" ref={heading} tabIndex={-1}>
        {t(words.sending)}
      </h3>
      <p className="quiet">{t(words.sendingWhy)}</p>
      <div
        className="track"
        role="progressbar"
        aria-labelledby="sending"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={size === 0 ? 0 : Math.floor((100 * sent) / size)}
      >
        <span style={{ inlineSize: `${size === 0 ? 0 : (100 * sent) / size}%` }} />
      </div>
      <p className="quiet small">{t(words.sent, { done, n, sent: sizeOf(sent, t), size: sizeOf(size, t) })}</p>
      <div className="row">
        <Button onClick={onStop}>{t(words.stop)}</Button>
      </div>
    </div>
  );
}

function Failed({ sent, onAgain, onWithout }: { sent: Sent; onAgain: () => void; onWithout: () => void }): ReactNode {
  const t = useT();
  const { failed, files } = sent;
  return (
    <div className="notice attention">
      <p role="alert" className="bold">
        {t(words.failed, { n: failed.length })}
      </p>
      <ul className="plain small">
        {failed.slice(0, 50).map(({ path, problem }) => (
          <li key={path}>
            {path}: {problem === 'unreadable' ? t(words.notRead) : (problem.detail ?? problem.code)}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button appearance="primary" onClick={onAgain}>
          {t(words.tryAgain)}
        </Button>
        {files.length > 0 && <Button onClick={onWithout}>{t(words.withoutThem)}</Button>}
      </div>
    </div>
  );
}

function Earlier(): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const found = useRead('material-imports', listMaterialImports);
  const imports = found.data?.imports ?? [];
  return (
    <>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {imports.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t(words.earlier)}</h2>
          <p className="quiet small">{t(words.earlierWhy)}</p>
          <ul className="plain list">
            {imports.map(({ id, name, createdAt, state, rows }) => (
              <li key={id} className="line">
                <a {...onLink(importPage(id))}>{name}</a>{' '}
                <span className={state === 'done' ? 'badge open' : 'badge'}>{t(STATES[state])}</span>
                <p className="quiet facts">
                  <span>{when(createdAt)}</span>
                  <span>{t(words.rowCount, { n: rows })}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
