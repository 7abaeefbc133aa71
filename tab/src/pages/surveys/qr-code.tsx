/** An address as a QR code: seen on the page, and downloaded as a picture for a slide. */
import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import qrcode from 'qrcode-generator';
import { type ReactNode, useMemo } from 'react';
import { useT } from '../../speak.ts';
import { surveyDeskText as words } from './desk-text.ts';

/** White around the code, in its own squares. Source: ISO/IEC 18004, “quiet zone”. */
const QUIET = 4;
/** About so many pixels across: sharp on a slide that fills a wall. */
const ACROSS = 1200;

/** Which squares are dark, by rows. Mistakes up to 15 % are mended by who reads it. */
function squaresOf(address: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const n = code.getModuleCount();
  return Array.from({ length: n }, (_, row) => Array.from({ length: n }, (_, column) => code.isDark(row, column)));
}

/** `name`: of the survey, for who hears the page. */
export function QrCode({ address, name }: { address: string; name: string }): ReactNode {
  const t = useT();
  const squares = useMemo(() => squaresOf(address), [address]);
  const across = squares.length + 2 * QUIET;
  const path = squares
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])))
    .join('');
  return (
    <figure className="qr-code">
      {/* Black on white in every theme: cameras read nothing else for sure. */}
      <svg viewBox={`0 0 ${across} ${across}`} role="img" shapeRendering="crispEdges">
        <title>{t(words.qrCodeOf, { name })}</title>
        <rect width={across} height={across} fill="white" />
        <path d={path} fill="black" />
      </svg>
      <figcaption>
        <p className="quiet small">{t(words.qrWhy)}</p>
        <Button icon={<ArrowDownloadRegular />} onClick={() => savePicture(squares)}>
          {t(words.qrDownload)}
        </Button>
      </figcaption>
    </figure>
  );
}

function savePicture(squares: readonly (readonly boolean[])[]): void {
  const across = squares.length + 2 * QUIET;
  const size = Math.max(1, Math.round(ACROSS / across));
  const canvas = document.createElement('canvas');
  canvas.width = across * size;
  canvas.height = across * size;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  for (const [y, row] of squares.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) context.fillRect((x + QUIET) * size, (y + QUIET) * size, size, size);
  const link = document.createElement('a');
  Object.assign(link, { href: canvas.toDataURL('image/png'), download: 'qr.png' });
  link.click();
}
