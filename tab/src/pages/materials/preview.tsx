/** A file shown or played where it stands, by an address that lasts for minutes and is asked for anew when it has ended. */
import { useMutation } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { type ApiProblem, apiProblem } from '../../api.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type FileView, openFile } from './calls.ts';
import { decoded } from './file-words.ts';
import { materialText as words } from './text.ts';

const PdfView = lazy(() => import('./pdf-view.tsx').then((page) => ({ default: page.PdfView })));

/** An address that is older may have ended, in milliseconds; the server gives it at least ten minutes. */
const OLD = 9 * 60_000;
/** Bytes of a text that are shown. */
const MOST_TEXT = 256 * 1024;

interface PreviewProps {
  readonly material: string;
  /** Of the item. */
  readonly title: string;
  /** Id of the file or of one of its versions. */
  readonly file: string;
  readonly name: string;
  readonly family: FileView['family'];
  /** Where it opens. */
  readonly page: number | undefined;
}

export function Preview(props: PreviewProps): ReactNode {
  const { address, error, ask } = useAddress(props);
  const t = useT();
  const { name, family, title, page } = props;
  if (error) return <Failure error={error} onRetry={ask} />;
  if (!address) return family === 'pdf' ? <PdfComing /> : <Skeleton lines={1} />;
  return (
    <section className="preview-box" aria-label={t(words.previewOf, { name })}>
      {family === 'pdf' && (
        <Suspense fallback={<PdfComing />}>
          <PdfView url={address.url} name={name} page={page ?? 1} />
        </Suspense>
      )}
      {family === 'image' && <Picture url={address.url} alt={t(words.imageOf, { name, title })} />}
      {(family === 'video' || family === 'audio') && (
        <Player family={family} name={name} address={address} onOld={ask} />
      )}
      {(family === 'text' || family === 'sheet') && <Text url={address.url} />}
    </section>
  );
}

/** As high as the pages will be, so that nothing below moves when they come. */
const PdfComing = (): ReactNode => (
  <div className="pdf-coming">
    <Skeleton lines={1} />
  </div>
);

interface Address {
  readonly url: string;
  /** When it was given, in epoch milliseconds. */
  readonly at: number;
}

function useAddress({ material, file }: PreviewProps): {
  readonly address: Address | undefined;
  readonly error: ApiProblem | null;
  readonly ask: () => void;
} {
  const { api } = useSession();
  const [address, setAddress] = useState<Address>();
  const given = useMutation({
    mutationFn: () =>
      api.send(openFile, { params: { material, file }, body: { how: 'show' } }).catch((error: unknown): never => {
        throw apiProblem(error);
      }),
    onSuccess: ({ url }) => setAddress({ url: onOwnOrigin(url), at: Date.now() }),
  });
  const ask = useRef(given.mutate);
  useEffect(() => ask.current(), []);
  return { address, error: given.error as ApiProblem | null, ask: () => given.mutate() };
}

/** The same server under the name by which the tab was opened: its policy lets nothing else in. */
function onOwnOrigin(url: string): string {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
}

function CannotShow({ isPlayed = false }: { isPlayed?: boolean }): ReactNode {
  const t = useT();
  return (
    <p role="alert" className="notice">
      {t(isPlayed ? words.cannotPlay : words.cannotShow)}
    </p>
  );
}

function Picture({ url, alt }: { url: string; alt: string }): ReactNode {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <CannotShow />;
  return <img className="picture" src={url} alt={alt} onError={() => setBroken(true)} />;
}

function Text({ url }: { url: string }): ReactNode {
  const t = useT();
  const [shown, setShown] = useState<{ text: string; isWhole: boolean }>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    readText(url, stop.signal).then(setShown, () => {
      if (!stop.signal.aborted) setBroken(true);
    });
    return () => stop.abort();
  }, [url]);
  if (isBroken) return <CannotShow />;
  if (!shown) return <Skeleton lines={1} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre className="text-view" tabIndex={0}>
        {shown.text}
      </pre>
      {!shown.isWhole && <p className="quiet small">{t(words.onlyBeginning)}</p>}
    </>
  );
}

async function readText(url: string, signal: AbortSignal): Promise<{ text: string; isWhole: boolean }> {
  const response = await fetch(url, {
    signal,
    credentials: 'omit',
    headers: { range: `bytes=0-${MOST_TEXT - 1}` },
  });
  if (!response.ok) throw new Error(String(response.status));
  const bytes = (await response.arrayBuffer()).slice(0, MOST_TEXT);
  const all = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? bytes.byteLength);
  return { text: decoded(bytes), isWhole: bytes.byteLength >= all };
}

/** Native controls. When the address has ended while it plays, it goes on at the same second by a new one. */
function Player({
  family,
  name,
  address,
  onOld,
}: {
  family: 'video' | 'audio';
  name: string;
  address: Address;
  onOld: () => void;
}): ReactNode {
  const [isBroken, setBroken] = useState(false);
  /** Where to go on, and whether it was playing. */
  const goOn = useRef<{ at: number; plays: boolean }>(undefined);
  const spot = useRef({ at: 0, plays: false });
  if (isBroken) return <CannotShow isPlayed />;
  type Media = SyntheticEvent<HTMLMediaElement>;
  const common = {
    className: family,
    src: address.url,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': name,
    onTimeUpdate: ({ currentTarget: { currentTime, paused } }: Media) => {
      spot.current = { at: currentTime, plays: !paused };
    },
    onLoadedMetadata: ({ currentTarget }: Media) => {
      const { current } = goOn;
      if (!current) return;
      goOn.current = undefined;
      currentTarget.currentTime = current.at;
      if (current.plays) void currentTarget.play().catch(() => undefined); // the reader presses Play then
    },
    onError: () => {
      if (Date.now() - address.at < OLD) {
        setBroken(true);
        return;
      }
      goOn.current = spot.current;
      onOld();
    },
  };
  return family === 'video' ? <video {...common} playsInline /> : <audio {...common} />;
}
