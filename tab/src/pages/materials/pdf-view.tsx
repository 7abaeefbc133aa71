/** A PDF file page by page: each is drawn when it comes near, with its text for screen readers, selecting and searching. */
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { ZoomInRegular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOutRegular } from '@fluentui/react-icons/svg/zoom-out';
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
  TextLayer,
} from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../../speak.ts';
import { Skeleton } from '../../states.tsx';
import { materialText as words } from './text.ts';

/** Decoders of scanned pages; they run as scripts, since the tab's policy lets no WebAssembly run. */
const DECODERS = '/tab/pdf/';
/** Above a page that is gone to, in pixels. */
const MARGIN = 8;
const ZOOMS = [1, 1.25, 1.5, 2, 3] as const;
/** Points of a canvas; phones refuse larger ones. */
const MOST_POINTS = 12_000_000;

interface PdfViewProps {
  readonly url: string;
  readonly name: string;
  /** From 1. */
  readonly page: number;
}

export function PdfView({ url, name, page }: PdfViewProps): ReactNode {
  const t = useT();
  const [pdf, setPdf] = useState<{ of: PDFDocumentProxy; ratio: number }>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isGone = false;
    const worker = new PdfWorker();
    GlobalWorkerOptions.workerPort = worker;
    const loading = getDocument({ url, useWasm: false, wasmUrl: DECODERS, useSystemFonts: true, enableXfa: false });
    const load = async (): Promise<void> => {
      const of = await loading.promise;
      const { width, height } = (await of.getPage(1)).getViewport({ scale: 1 });
      if (!isGone) setPdf({ of, ratio: height / width });
    };
    load().catch(() => {
      if (!isGone) setBroken(true);
    });
    return () => {
      isGone = true;
      void loading.destroy().finally(() => worker.terminate());
    };
  }, [url]);
  if (isBroken)
    return (
      <p role="alert" className="notice">
        {t(words.cannotShow)}
      </p>
    );
  if (!pdf)
    return (
      <div className="pdf-coming">
        <Skeleton lines={1} />
      </div>
    );
  return <Pages pdf={pdf.of} ratio={pdf.ratio} name={name} first={Math.min(page, pdf.of.numPages)} />;
}

interface PagesProps {
  readonly pdf: PDFDocumentProxy;
  /** Height by width of the first page, and of others until they are drawn. */
  readonly ratio: number;
  readonly name: string;
  readonly first: number;
}

function Pages({ pdf, ratio, name, first }: PagesProps): ReactNode {
  const t = useT();
  const [zoom, setZoom] = useState(0);
  const [current, setCurrent] = useState(first);
  const box = useRef<HTMLDivElement>(null);
  const total = pdf.numPages;
  const show = useCallback((number: number): void => {
    const page = box.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
    if (page && box.current) box.current.scrollTop = page.offsetTop - MARGIN; // the pages' own box is what they are measured from
  }, []);
  useLayoutEffect(() => show(first), [show, first]);
  // What was in view stays in view when the pages change their size.
  const seen = useRef(first);
  seen.current = current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another size moves the pages
  useLayoutEffect(() => show(seen.current), [zoom, show]);
  const onScroll = (): void => {
    const view = box.current;
    if (!view) return;
    const middle = view.scrollTop + view.clientHeight / 3;
    const pages = [...view.querySelectorAll<HTMLElement>('[data-page]')];
    const there = pages.findLast((page) => page.offsetTop <= middle);
    if (there) setCurrent(Number(there.dataset.page));
  };
  return (
    <div className="pdf">
      <fieldset className="pdf-tools">
        <legend className="hidden">{t(words.pageTools)}</legend>
        <ToolButton name={t(words.pageBefore)} isOff={current <= 1} onDo={() => show(current - 1)}>
          <ChevronUpRegular className="icon" />
        </ToolButton>
        <ToolButton name={t(words.pageAfter)} isOff={current >= total} onDo={() => show(current + 1)}>
          <ChevronDownRegular className="icon" />
        </ToolButton>
        <PageField current={current} total={total} onGo={show} />
        <span className="pdf-space" />
        <ToolButton name={t(words.smaller)} isOff={zoom === 0} onDo={() => setZoom(zoom - 1)}>
          <ZoomOutRegular className="icon" />
        </ToolButton>
        <ToolButton name={t(words.larger)} isOff={zoom === ZOOMS.length - 1} onDo={() => setZoom(zoom + 1)}>
          <ZoomInRegular className="icon" />
        </ToolButton>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div ref={box} className="pdf-pages" role="document" aria-label={name} tabIndex={0} onScroll={onScroll}>
        {Array.from({ length: total }, (_, at) => at + 1).map((number) => (
          <Page key={number} pdf={pdf} number={number} total={total} ratio={ratio} zoom={ZOOMS[zoom] ?? 1} />
        ))}
      </div>
    </div>
  );
}

function ToolButton({
  name,
  isOff,
  onDo,
  children,
}: {
  name: string;
  isOff: boolean;
  onDo: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <button type="button" aria-label={name} title={name} aria-disabled={isOff} onClick={() => !isOff && onDo()}>
      {children}
    </button>
  );
}

/** The page that is seen; another number leads there. */
function PageField({
  current,
  total,
  onGo,
}: {
  current: number;
  total: number;
  onGo: (page: number) => void;
}): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  const go = (): void => {
    const number = Number(typed);
    if (typed !== undefined && Number.isInteger(number) && number >= 1) onGo(Math.min(number, total));
    setTyped(undefined);
  };
  return (
    <label className="pdf-page-field">
      <span className="hidden">{t(words.pageNumber)}</span>
      <input
        type="text"
        inputMode="numeric"
        className="input"
        value={typed ?? String(current)}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 5))}
        onFocus={(event) => event.target.select()}
        onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
      />
      <span>{t(words.ofPages, { of: total })}</span>
    </label>
  );
}

interface PageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly total: number;
  readonly ratio: number;
  readonly zoom: number;
}

/** One page: an empty sheet of its size until it comes near, and again once it is far. */
function Page({ pdf, number, total, ratio, zoom }: PageProps): ReactNode {
  const t = useT();
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [own, setOwn] = useState(ratio);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = sheet;
    if (!current) return;
    const near = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: current.parentElement,
      rootMargin: '100% 0px',
    });
    const size = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    near.observe(current);
    size.observe(current);
    return () => {
      near.disconnect();
      size.disconnect();
    };
  }, []);
  useEffect(() => {
    if (!isNear || width === 0 || !canvas.current || !layer.current) return;
    const drawing = draw({ pdf, number, width, canvas: canvas.current, layer: layer.current, onRatio: setOwn });
    return () => drawing.stop();
  }, [pdf, number, isNear, width]);
  return (
    <section
      ref={sheet}
      className="pdf-page"
      data-page={number}
      aria-label={t(words.pageOf, { page: number, of: total })}
      style={{ inlineSize: `${zoom * 100}%`, aspectRatio: `1 / ${own}` }}
    >
      {isNear && (
        <>
          <canvas ref={canvas} />
          <div ref={layer} className="textLayer" />
        </>
      )}
    </section>
  );
}

interface Drawing {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** In CSS pixels. */
  readonly width: number;
  readonly canvas: HTMLCanvasElement;
  readonly layer: HTMLDivElement;
  readonly onRatio: (ratio: number) => void;
}

function draw({ pdf, number, width, canvas, layer, onRatio }: Drawing): { stop: () => void } {
  let isStopped = false;
  let page: PDFPageProxy | undefined;
  let task: RenderTask | undefined;
  let text: TextLayer | undefined;
  const run = async (): Promise<void> => {
    page = await pdf.getPage(number);
    if (isStopped) return;
    const natural = page.getViewport({ scale: 1 });
    onRatio(natural.height / natural.width);
    const scale = width / natural.width;
    const dense = Math.min(devicePixelRatio, Math.sqrt(MOST_POINTS / (width * scale * natural.height)));
    const viewport = page.getViewport({ scale: scale * dense });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    task = page.render({ canvas, viewport });
    layer.style.setProperty('--total-scale-factor', String(scale));
    layer.replaceChildren();
    text = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport: page.getViewport({ scale }),
    });
    await Promise.all([task.promise, text.render()]);
  };
  run().catch(() => undefined); // it was stopped, or this page is broken and stays empty
  return {
    stop: () => {
      isStopped = true;
      task?.cancel();
      text?.cancel();
    },
  };
}
