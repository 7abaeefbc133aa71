/** The plain text and the links of a Teams message, whose body is HTML that anyone may have written. Pure. */

/** Longer than Teams lets anyone write; the rest is not read. */
const LONGEST_BODY = 50_000;

export interface MessageText {
  readonly text: string;
  /** Addresses of https that the text links to, in order, each once. */
  readonly links: readonly { readonly url: string; readonly name?: string }[];
}

/** Tags whose content is no text of the message. */
const UNREAD = new Set(['script', 'style', 'attachment', 'head', 'title', 'noscript', 'template', 'iframe', 'svg']);
/** Tags after which a new line begins. */
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'tr', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', quot: '"', amp: '&', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ auml: 'ä', ouml: 'ö', aring: 'å', Auml: 'Ä', Ouml: 'Ö', Aring: 'Å', rdquo: '”', ldquo: '“', rsquo: '’' },
};

/** Reads HTML as text: tags go, blocks become lines, entities are decoded once. What looks like a tag afterwards is the writer's own characters. */
export function textOfHtml(html: string): MessageText {
  const links: { url: string; name?: string }[] = [];
  let text = '';
  let link: { readonly url: string; readonly from: number } | undefined;
  for (const { tag, isEnd, attributes, words } of piecesOf(html.slice(0, LONGEST_BODY))) {
    if (words !== undefined) text += decoded(words);
    else if (BLOCKS.has(tag)) text += '\n';
    else if (tag === 'td' || tag === 'th') text += ' ';
    else if (tag === 'emoji' || (tag === 'img' && /itemtype/i.test(attributes))) text += attributeOf(attributes, 'alt');
    else if (tag === 'a' && !isEnd) link = { url: attributeOf(attributes, 'href'), from: text.length };
    else if (tag === 'a' && link) {
      const name = inLine(text.slice(link.from));
      if (isHttps(link.url) && !links.some(({ url }) => url === link?.url)) {
        links.push({ url: link.url, ...(name === '' || name === link.url ? {} : { name }) });
      }
      link = undefined;
    }
  }
  return { text: tidy(text), links };
}

/** A whole address of https, without a name and password in it. */
export function isHttps(url: string): boolean {
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}

interface Piece {
  readonly tag: string;
  readonly isEnd: boolean;
  readonly attributes: string;
  /** Text between tags, still with entities. */
  readonly words?: string;
}

const ofWords = (words: string): Piece => ({ tag: '', isEnd: false, attributes: '', words });

/** One pass from left to right, so that nothing that someone sends takes long. */
function* piecesOf(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) {
      yield ofWords(html.slice(at, open === -1 ? html.length : open));
      if (open === -1) return;
    }
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end === -1) return;
      at = end + 3;
      continue;
    }
    const [whole, slash = '', name = '', attributes = ''] =
      /^<(\/?)([a-z][a-z0-9:-]{0,30})((?:[^<>"']|"[^"]*"|'[^']*')*)>/i.exec(html.slice(open, open + LONGEST_TAG)) ?? [];
    if (whole === undefined) {
      yield ofWords('<');
      at = open + 1;
      continue;
    }
    const tag = name.toLowerCase();
    at = open + whole.length;
    if (UNREAD.has(tag) && slash === '' && !attributes.endsWith('/')) {
      const end = lower(html).indexOf(`</${tag}`, at);
      if (end === -1) return;
      at = end;
    }
    yield { tag, isEnd: slash === '/', attributes };
  }
}
/** Longer tags are taken for text. */
const LONGEST_TAG = 3000;

let lowered: { readonly of: string; readonly is: string } | undefined;
/** Of the message that is being read, once. */
function lower(html: string): string {
  if (lowered?.of !== html) lowered = { of: html, is: html.toLowerCase() };
  return lowered.is;
}

/** Empty when it has none. */
function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return decoded(found?.[2] ?? found?.[3] ?? '').trim();
}

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u200b\u200c\u200e\u200f\ufeff]/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[\t\v\f \u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
