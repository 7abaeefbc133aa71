/** A letter's words: the drawn content and its footer as plain text and as HTML that any mail program shows. Pure. */
import { type Instant, inWords } from '../core/clock.ts';
import type { LetterBlock, LetterBody } from '../core/feature.ts';
import type { MailTopic, Member } from '../core/network.ts';
import type { Locale, Translate } from '../core/text.ts';
import { text } from './text.ts';

/** What stands around a letter's content. */
export interface Frame {
  /** Speaks the reader's language. */
  readonly t: Translate;
  readonly locale: Locale;
  /** Name of the network, and the zone in which its dates are. */
  readonly network: string;
  readonly zone: string;
  readonly topic: MailTopic | 'always';
  /** Of the reader: why they get it. */
  readonly reader: Pick<Member, 'mail' | 'emailSource' | 'isInvited' | 'isOutsider'>;
  /** Full addresses: where mail choices are changed, and the one-click end of all mail. */
  readonly choices: string;
  readonly unsubscribe: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it does to the reader's calendar, as a file with its own METHOD. */
  readonly calendar?: { readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; readonly file: string };
}

/** Mail programs show about this much of a subject; longer ones are spam's. */
const LONGEST_SUBJECT = 150;

/** Nobody's words can add a header or a line to the subject: whatever breaks lines or is not printed becomes a space. */
export const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT)
    .toWellFormed();

export function composeLetter(body: LetterBody, frame: Frame): Letter {
  const footer = footerOf(frame);
  const links = linksOf(frame);
  return {
    subject: oneLine(body.title),
    text: plainText(body, footer, links),
    html: html(body, footer, links, frame),
  };
}

type Link = { readonly label: string; readonly address: string };

/** Who is only invited has no choices yet, and outsiders have none. */
const linksOf = ({ t, reader, choices, unsubscribe }: Frame): readonly Link[] => [
  ...(reader.isInvited || reader.isOutsider ? [] : [{ label: t(text.choices), address: choices }]),
  { label: t(text.stop), address: unsubscribe },
];

function footerOf({ t, locale, network, zone, topic, reader }: Frame): readonly string[] {
  const source = reader.emailSource;
  return [
    t(text.from, { network: oneLine(network) }),
    whyOf(t, topic, reader),
    ...(source === undefined ? [] : [sourceOf(t, source, dateOf(source.at, zone, locale))]),
  ];
}

function whyOf(t: Translate, topic: MailTopic | 'always', { mail, isInvited, isOutsider }: Frame['reader']): string {
  if (isOutsider) return t(text.outsider);
  if (isInvited) return t(text.invited);
  if (topic === 'always') return t(text.always);
  return t(mail?.[topic] === true ? text.chosen : text.notInTeams, { topic: t(text[topic]) });
}

const sourceOf = (t: Translate, { from, list = '' }: NonNullable<Member['emailSource']>, date: string): string =>
  t(text[from], { date, list: oneLine(list), named: String(list !== '') });

const dateOf = (at: Instant, zone: string, locale: Locale): string =>
  inWords(at, zone, locale, { day: 'numeric', month: 'numeric', year: 'numeric' });

// ── Plain text ─────────────────────────────────────────────────────────────────────────────────

const RULE = '----------------------------------------';

function plainText(body: LetterBody, footer: readonly string[], links: readonly Link[]): string {
  const blocks = body.blocks.map((block) => {
    if (block.type === 'links') return plainLinks(block.links);
    return block.type === 'heading' ? printable(block.text).toLocaleUpperCase() : printable(block.text);
  });
  return `${[...blocks, RULE, footer.join('\n'), plainLinks(links)].filter(Boolean).join('\n\n')}\n`;
}

/** An address has a line of its own, so that mail programs make it a link whole. */
const plainLinks = (links: readonly Link[]): string =>
  links.map(({ label, address }) => `${printable(label)}:\n${address}`).join('\n');

/** Line breaks and tabs stay; whatever else is not printed goes. */
const printable = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();

// ── HTML ───────────────────────────────────────────────────────────────────────────────────────

const FONT = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/**
 * Styles are inline because mail programs drop sheets. No colours but the button's: text and background are the mail program's own,
 * so that dark mode is right. No images and nothing that tells whether it was read.
 */
function html(body: LetterBody, footer: readonly string[], links: readonly Link[], { locale }: Frame): string {
  const title = escaped(oneLine(body.title));
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title></head>`,
    `<body style="margin:0;padding:16px;${FONT};font-size:16px;line-height:1.5">`,
    `<div style="max-width:36rem;margin:0 auto">`,
    `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${title}</h1>`,
    ...body.blocks.map(blockOf),
    '<hr style="margin:32px 0 16px;border:0;border-top:1px solid #8a8a8a">',
    ...footer.map((line) => `<p style="margin:0 0 4px;font-size:14px">${escaped(line)}</p>`),
    `<p style="margin:8px 0 0;font-size:14px">${links.map(anchor).join(' &nbsp; ')}</p>`,
    '</div></body></html>\n',
  ].join('\n');
}

function blockOf(block: LetterBlock): string {
  if (block.type === 'heading') {
    return `<h2 style="font-size:17px;line-height:1.3;margin:24px 0 8px">${escaped(printable(block.text))}</h2>`;
  }
  if (block.type === 'text') {
    const paragraphs = printable(block.text).split(/\n{2,}/);
    return paragraphs
      .map((one) => `<p style="margin:0 0 16px">${escaped(one).replaceAll('\n', '<br>')}</p>`)
      .join('\n');
  }
  if (block.isButton) return block.links.map(button).join('\n');
  return `<ul style="margin:0 0 16px;padding:0;list-style:none">${block.links
    .map((link) => `<li style="margin:0;padding:6px 0">${anchor(link)}</li>`)
    .join('')}</ul>`;
}

/** White on this blue has a contrast of 6.6 to 1, on a light page and on a dark one. */
const button = ({ label, address }: Link): string =>
  `<p style="margin:0 0 16px"><a href="${escaped(address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;` +
  `background:#4f52b2;color:#ffffff;font-weight:600;text-decoration:none">${escaped(printable(label))}</a></p>`;

const anchor = ({ label, address }: Link): string => `<a href="${escaped(address)}">${escaped(printable(label))}</a>`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
