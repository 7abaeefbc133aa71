/** Choosing a list to bring in, the lists of the last days, and the way to the files that go out. */
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { listImports, readImport } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { base64Of } from '../../file-bytes.ts';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { goTo, onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { IMPORT_PAGE, importPage, STATES } from './import-data.ts';
import { importText } from './import-text.ts';
import { REGISTER_PAGE } from './register-data.ts';
import { registerText } from './register-text.ts';

/** In bytes, as the server allows. */
const LARGEST_FILE = 5 * 1024 * 1024;

export function ImportStart(): ReactNode {
  const t = useT();
  return (
    <div className="narrow">
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(importText.title)}</Heading>
      <p className="prose lead after">{t(importText.lead)}</p>
      <NewList />
      <section aria-labelledby="export" className="after-facts">
        <h2 id="export" className="hidden">
          {t(importText.export)}
        </h2>
        <ul className="plain list">
          {[
            { page: `${IMPORT_PAGE}/export`, name: importText.export, what: importText.exportWhat },
            { page: REGISTER_PAGE, name: registerText.title, what: registerText.organisations },
          ].map(({ page, name, what }) => (
            <li key={page}>
              <a className="line place" {...onLink(page)}>
                <span>
                  <span className="strong">{t(name)}</span>
                  <span className="quiet small below">{t(what)}</span>
                </span>
                <ChevronRightRegular className="icon" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <Earlier />
    </div>
  );
}

function NewList(): ReactNode {
  const t = useT();
  const [mistake, setMistake] = useState<string>();
  const [name, setName] = useState('');
  const read = useSend(readImport, { stale: 'imports', onDone: ({ id }) => goTo(importPage(id)) });
  const take = async (file: File): Promise<void> => {
    setName(file.name);
    read.reset();
    if (file.size > LARGEST_FILE) {
      const size = new Intl.NumberFormat(t.tag, { maximumFractionDigits: 1 }).format(file.size / 1024 / 1024);
      setMistake(t(importText.tooLarge, { size }));
      return;
    }
    setMistake(undefined);
    const base64 = await base64Of(file).catch(() => undefined);
    if (base64 === undefined) setMistake(t(importText.notRead));
    else read.mutate({ body: { fileName: file.name.slice(-200), base64 } });
  };
  return (
    <section aria-labelledby="new-list">
      <h2 id="new-list">{t(importText.newList)}</h2>
      <p id="file-hint" className="quiet">
        {t(importText.fileHint)}
      </p>
      {/* The input lies over all of it, so that the browser takes what is dropped there. */}
      <label className="import-drop">
        <DocumentRegular className="icon" />
        <span>
          <span className="bold">{t(importText.choose)}</span> <span className="quiet">{t(importText.orDrop)}</span>
        </span>
        <input
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t(importText.choose)}
          aria-describedby="file-hint file-problem"
          aria-invalid={mistake ? true : undefined}
          disabled={read.isPending}
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
        {read.isPending ? t(importText.reading, { name }) : ''}
      </p>
      <Refused error={read.error} />
    </section>
  );
}

function Earlier(): ReactNode {
  const t = useT();
  const { when, day } = useWhen();
  const found = useRead('imports', listImports);
  const imports = found.data?.imports ?? [];
  return (
    <>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {imports.length > 0 && (
        <section aria-labelledby="earlier" className="after-facts">
          <h2 id="earlier">{t(importText.earlier)}</h2>
          <p className="quiet small">{t(importText.earlierWhy)}</p>
          <ul className="plain list">
            {imports.map(({ id, fileName, createdAt, expiresAt, state, rows }) => (
              <li key={id} className="line">
                <a {...onLink(importPage(id))}>{fileName}</a>
                <span className={state === 'done' ? 'badge open' : 'badge'}>{t(STATES[state])}</span>
                <p className="quiet facts">
                  <span>{when(createdAt)}</span>
                  <span>{t(importText.rowsOf, { n: rows })}</span>
                  <span>{t(importText.expires, { when: day(expiresAt) })}</span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
