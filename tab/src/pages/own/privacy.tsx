/** Privacy: what is stored on the reader, taking it along, the notice, and erasing oneself. */
import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useEffect, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { eraseMyself, exportOwnData, getNotice, getOwnData, previewErasure } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { openFile } from '../../download.tsx';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { ownText } from './text.ts';

export function Privacy({ onErased }: { onErased: (notes: readonly string[]) => void }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<'erase'>();
  const [notes, setNotes] = useState<readonly string[]>();
  useEffect(() => {
    if (notes === undefined || way.isOpen) return;
    // The dialog gives the page back to screen readers before this page goes.
    const waits = requestAnimationFrame(() => onErased(notes));
    return () => cancelAnimationFrame(waits);
  }, [notes, way.isOpen, onErased]);
  return (
    <section aria-labelledby="own-privacy">
      <h2 id="own-privacy" ref={fallback} tabIndex={-1}>
        {t(ownText.privacy)}
      </h2>
      <ul className="plain list">
        {[
          { page: 'own/data', name: t(ownText.seeData) },
          { page: 'own/notice', name: t(ownText.notice) },
          { page: 'own/accessibility', name: t(ownText.accessibility) },
        ].map(({ page, name }) => (
          <li key={page}>
            <a className="line place" {...onLink(page)}>
              {name}
              <ChevronRightRegular className="icon" />
            </a>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => ask('erase')}>{t(ownText.erase)}</Button>
      </div>
      {asked && <Erase key={round} onErased={setNotes} {...way} />}
    </section>
  );
}

function Erase({ onErased, ...way }: Way & { onErased: (notes: readonly string[]) => void }): ReactNode {
  const t = useT();
  const preview = useRead('erasure', previewErasure);
  const erase = useSend(eraseMyself, {
    onDone: ({ notes }) => {
      onErased(notes);
      way.onEnd();
    },
  });
  const word = t(ownText.eraseWord);
  const obstacle = preview.data?.obstacle;
  return (
    <Ask
      title={t(ownText.eraseTitle)}
      does={t(ownText.erase)}
      onDo={() => erase.mutate({ body: { confirmation: word } })}
      isBusy={erase.isPending}
      isReady={preview.isSuccess}
      isOnlyTold={obstacle !== undefined}
      error={erase.error}
      {...(preview.isSuccess && obstacle === undefined ? { typed: word } : {})}
      {...way}
    >
      {preview.isPending && <p className="quiet">{t(text.loading)}</p>}
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {obstacle && <p className="notice warning">{obstacle}</p>}
      {preview.data && !obstacle && (
        <>
          <p>{t(ownText.eraseWhy)}</p>
          <ul className="notes">
            {preview.data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </Ask>
  );
}

export function OwnData(): ReactNode {
  const t = useT();
  const stored = useRead('own-data', getOwnData);
  const [file, setFile] = useState<string>();
  const make = useSend(exportOwnData, {
    onDone: ({ url }) => {
      setFile(url);
      openFile(url);
    },
  });
  return (
    <>
      <BackLink page="own">{t(text.own)}</BackLink>
      <Heading>{t(ownText.seeData)}</Heading>
      <p className="lead prose">{t(ownText.seeDataLead)}</p>
      <Refused error={make.error} />
      <div className="row">
        <Button icon={<ArrowDownloadRegular />} disabled={make.isPending} onClick={() => make.mutate({})}>
          {t(ownText.download)}
        </Button>
      </div>
      {file && (
        <p className="small">
          <a href={file} target="_blank" rel="noopener noreferrer">
            {t(ownText.downloadReady)}
          </a>
        </p>
      )}
      {stored.isPending && <Skeleton />}
      {stored.isError && <Failure error={stored.error} onRetry={() => void stored.refetch()} />}
      {stored.data?.sections.length === 0 && <p>{t(ownText.nothingStored)}</p>}
      {stored.data?.sections.map(({ id, heading, data }) => (
        <section key={id} aria-labelledby={`stored-${id}`} className="card stored">
          <h2 id={`stored-${id}`}>{heading}</h2>
          <Stored data={data} />
        </section>
      ))}
    </>
  );
}

/** Anything of JSON, readable. */
function Stored({ data }: { data: unknown }): ReactNode {
  if (Array.isArray(data))
    return (
      <ul className="plain stack tight">
        {data.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is stored has no order of its own and does not change here
          <li key={index}>
            <Stored data={one} />
          </li>
        ))}
      </ul>
    );
  if (typeof data === 'object' && data !== null)
    return (
      <dl>
        {Object.entries(data).map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>
              <Stored data={value} />
            </dd>
          </div>
        ))}
      </dl>
    );
  return String(data ?? '–');
}

export function PrivacyNotice(): ReactNode {
  const t = useT();
  const notice = useRead('notice', getNotice);
  const back = <BackLink page="own">{t(text.own)}</BackLink>;
  if (!notice.data)
    return (
      <>
        {back}
        {notice.isError ? <Failure isPage error={notice.error} onRetry={() => void notice.refetch()} /> : <Skeleton />}
      </>
    );
  const { title, controller, contact, missing, sections, retention } = notice.data;
  return (
    <article className="narrow notice-text">
      {back}
      <Heading>{title}</Heading>
      {missing && <p className="notice warning">{missing}</p>}
      {controller && (
        <section>
          <h2>{t(ownText.controller)}</h2>
          <p className="prose">{controller}</p>
        </section>
      )}
      {contact && (
        <section>
          <h2>{t(ownText.whomToAsk)}</h2>
          <p className="prose">{contact}</p>
        </section>
      )}
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="prose">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      <section aria-labelledby="retention">
        <h2 id="retention">{retention.heading}</h2>
        <ul className="plain list">
          {retention.rows.map(({ what, kept, why }) => (
            <li key={what} className="line">
              <p className="bold">{what}</p>
              <p>{kept}</p>
              <p className="quiet small">{why}</p>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
