/** The whole document around a page's own content, with its policy: no scripts, no frames, nothing from elsewhere (pictures come inside it), kept by nobody. */
import { createHash } from 'node:crypto';
import type { PageBody } from '../core/page.ts';
import { type Locale, TAGS, type Translate } from '../core/text.ts';
import { html, link, notice, type Piece, stylesheet } from './kit.ts';
import { STYLE } from './style.ts';
import { text } from './text.ts';

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** What browsers may do with a page of the personal link. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${HASH}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** The same for a page that shows pictures and plays recordings from its own link. */
export const FILE_PAGE_HEADERS: typeof PAGE_HEADERS = {
  ...PAGE_HEADERS,
  'content-security-policy':
    PAGE_HEADERS['content-security-policy']?.replace('img-src data:;', "img-src 'self' data:; media-src 'self';") ?? '',
};

export interface PageFrame {
  readonly t: Translate;
  /** Name of the network; absent: nobody knows who reads. */
  readonly network?: string;
  /** Address of the start page; absent on the start page itself and where there is none. */
  readonly start?: string;
  /** The same page in each language, when the reader has no page of their own to choose it on. */
  readonly languages?: readonly { readonly locale: Locale; readonly address: string }[];
  /** What was done just before. */
  readonly said?: string | undefined;
  /** What came of a form that was not taken; the window's title begins with it, so that it is heard first. */
  readonly trouble?: string;
}

/** In their own names: who looks for theirs may not read this one. */
const NAMES: Readonly<Record<Locale, string>> = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' };

const languageLinks = (of: NonNullable<PageFrame['languages']>, frame: PageFrame): Piece =>
  html`<nav aria-label="${frame.t(text.languages)}">${of.map(({ locale, address }) =>
    locale === language(frame)
      ? html`<a href="${address}" lang="${locale}" hreflang="${locale}" aria-current="true">${NAMES[locale]}</a> `
      : html`<a href="${address}" lang="${locale}" hreflang="${locale}">${NAMES[locale]}</a> `,
  )}</nav>`;

const language = ({ t }: PageFrame): string => TAGS[t.locales[0] ?? 'fi'].slice(0, 2);

/** A page as it goes to the browser. */
export function pageDocument({ title, body }: PageBody, frame: PageFrame): string {
  const { t, network, start, languages, said, trouble } = frame;
  const named: Piece = [trouble && `${trouble}: `, title, network ? ` – ${network}` : ''];
  return html`<!doctype html>
<html lang="${language(frame)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${named}</title>
${stylesheet()}
</head>
<body>
<a class="skip" href="#content">${t(text.toContent)}</a>
<header>${network}${start !== undefined && html`<br>${link(`‹ ${t(text.toStart)}`, start)}`}${languages && languageLinks(languages, frame)}</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
${said !== undefined && html`<div role="status">${notice('good', said)}</div>`}
${body}
</main>
</body>
</html>
`.html;
}
