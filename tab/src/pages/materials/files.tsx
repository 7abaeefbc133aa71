/** Files of an item: shown or played where they stand, or downloaded; their earlier versions are folded. */
import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { FolderZipRegular } from '@fluentui/react-icons/svg/folder-zip';
import { HeadphonesRegular } from '@fluentui/react-icons/svg/headphones';
import { ImageRegular } from '@fluentui/react-icons/svg/image';
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { VideoRegular } from '@fluentui/react-icons/svg/video';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useSend } from '../../data.ts';
import { openFile as followLink } from '../../download.tsx';
import { useT } from '../../speak.ts';
import { Refused, Skeleton } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { type FileView, type MaterialView, openFile } from './calls.ts';
import { kindOf, sizeOf } from './file-words.ts';
import type { hitIn } from './place.ts';
import { materialText as words } from './text.ts';

const Preview = lazy(() => import('./preview.tsx').then((page) => ({ default: page.Preview })));

const ICONS: Readonly<Record<FileView['family'], ComponentType<{ className?: string }>>> = {
  pdf: DocumentPdfRegular,
  word: DocumentRegular,
  slides: SlideTextRegular,
  sheet: TableRegular,
  text: DocumentTextRegular,
  image: ImageRegular,
  video: VideoRegular,
  audio: HeadphonesRegular,
  other: FolderZipRegular,
};
/** Why the search does not find what is inside, for who can mend it. */
const UNREAD: Readonly<Partial<Record<FileView['text'], Message>>> = {
  waiting: words.textWaiting,
  cut: words.textCut,
  encrypted: words.textEncrypted,
  broken: words.textUnread,
  tooLarge: words.textUnread,
  slow: words.textUnread,
};

type Hit = ReturnType<typeof hitIn>;

/** What of a file is open: its own id, or that of an earlier version. */
interface Opened {
  readonly file: string;
  readonly name: string;
}

export function Files({ material, hit }: { material: MaterialView; hit: Hit }): ReactNode {
  const t = useT();
  const { files } = material;
  const found = hit.file === undefined ? undefined : files.find(({ name }) => name === hit.file);
  // What was looked for stands in it, or there is nothing else to see.
  const first = found ?? (files.length === 1 ? files[0] : undefined);
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t(words.files)}</h2>
      <ul className="plain stack">
        {files.map((file) => (
          <li key={file.id}>
            <FileCard
              material={material}
              file={file}
              hit={file === found ? hit : undefined}
              isOpenFirst={file === first && file.isInline}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileCardProps {
  readonly material: MaterialView;
  readonly file: FileView;
  readonly hit: Hit | undefined;
  readonly isOpenFirst: boolean;
}

function FileCard({ material, file, hit, isOpenFirst }: FileCardProps): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const box = useId();
  const { name, size, family, isInline, earlier, addedAt, text: state } = file;
  const [opened, setOpened] = useState<Opened | undefined>(() => (isOpenFirst ? { file: file.id, name } : undefined));
  const card = useRef<HTMLDivElement>(null);
  const isHit = hit !== undefined;
  useEffect(() => {
    if (isHit) card.current?.scrollIntoView({ block: 'start' });
  }, [isHit]);
  const Icon = ICONS[family];
  const isPlayed = family === 'video' || family === 'audio';
  const isOpen = opened?.file === file.id;
  const unread = material.mayChange ? UNREAD[state] : undefined;
  return (
    <div ref={card} className="file card">
      <div className="file-head">
        <Icon className="icon" />
        <div className="file-name">
          <p className="bold">{name}</p>
          <p className="quiet facts">
            <span>{kindOf(file, t)}</span>
            <span>{sizeOf(size, t)}</span>
            {earlier.length > 0 && <span>{day(addedAt)}</span>}
          </p>
          {hit && <p className="due small">{hitWords(file, hit, t)}</p>}
          {unread && <p className="quiet small">{t(unread)}</p>}
        </div>
        <div className="row file-actions">
          {isInline && (
            <Button
              appearance={isOpen ? 'secondary' : 'primary'}
              aria-expanded={isOpen}
              aria-controls={box}
              aria-label={t(isOpen ? words.closeNamed : isPlayed ? words.playFile : words.openFile, { name })}
              onClick={() => setOpened(isOpen ? undefined : { file: file.id, name })}
            >
              {t(isOpen ? words.closeFile : isPlayed ? words.play : words.open)}
            </Button>
          )}
          <Download material={material.id} file={file.id} name={name} isPrimary={!isInline} />
        </div>
      </div>
      <div id={box}>
        {opened && (
          <Suspense fallback={<Skeleton lines={1} />}>
            <Preview
              key={opened.file}
              material={material.id}
              title={material.title}
              family={family}
              page={isOpen ? hit?.page : undefined}
              {...opened}
            />
          </Suspense>
        )}
      </div>
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{t(words.earlier, { n: earlier.length })}</summary>
          <ul className="plain">
            {earlier.map((version) => (
              <li key={version.file}>
                <div className="file-name">
                  <p>{version.name}</p>
                  <p className="quiet facts">
                    <span>{day(version.addedAt)}</span>
                    <span>{sizeOf(version.size, t)}</span>
                  </p>
                </div>
                <div className="row file-actions">
                  {isInline && (
                    <Button
                      aria-expanded={opened?.file === version.file}
                      aria-controls={box}
                      aria-label={versionLabel(opened?.file === version.file ? words.closeNamed : words.openFile)}
                      onClick={() =>
                        setOpened(
                          opened?.file === version.file ? undefined : { file: version.file, name: version.name },
                        )
                      }
                    >
                      {t(opened?.file === version.file ? words.closeFile : isPlayed ? words.play : words.open)}
                    </Button>
                  )}
                  <Download
                    material={material.id}
                    file={version.file}
                    name={t(words.versionOf, { name: version.name, day: day(version.addedAt) })}
                  />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );

  function versionLabel(row: Message): string {
    return t(row, { name });
  }
}

function hitWords({ family, isInline }: FileView, { page }: Hit, t: ReturnType<typeof useT>): string {
  if (page === undefined) return t(words.hitInFile);
  if (family === 'slides') return t(words.hitOnSlide, { page });
  return family === 'pdf' || isInline ? t(words.hitOnPage, { page }) : t(words.hitInFile);
}

function Download({
  material,
  file,
  name,
  isPrimary = false,
}: {
  material: string;
  file: string;
  name: string;
  isPrimary?: boolean;
}): ReactNode {
  const t = useT();
  const [url, setUrl] = useState<string>();
  const fetched = useSend(openFile, {
    stale: 'material',
    onDone: (answer) => {
      setUrl(answer.url);
      followLink(answer.url);
    },
  });
  return (
    <>
      <Button
        appearance={isPrimary ? 'primary' : 'secondary'}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={fetched.isPending}
        aria-label={t(words.downloadFile, { name })}
        onClick={() => fetched.mutate({ params: { material, file }, body: { how: 'download' } })}
      >
        {t(words.download)}
      </Button>
      <div role="status" className="downloaded small">
        {url && (
          <a href={url} target="_blank" rel="noopener noreferrer">
            {t(words.downloadReady)}
          </a>
        )}
      </div>
      <Refused error={fetched.error} />
    </>
  );
}
