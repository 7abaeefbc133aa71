/** Small pure functions that make the pages of the personal link: plain HTML in which everyone's words are escaped. */
import type { Html } from '../core/page.ts';
import type { Problem } from '../core/refusal.ts';
import type { Translate } from '../core/text.ts';
import { STYLE } from './style.ts';
import { text } from './text.ts';

/** What may stand in markup: words (escaped), markup made here, several of them, or nothing. */
export type Piece = Html | string | number | false | undefined | readonly Piece[];

/** Only this file makes it: an object that merely looks like it, read from a store or a form, is no markup. */
class Markup implements Html {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also characters that turn the direction of what follows or are no text at all can't reach beyond the words they stand in. */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

function markupOf(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece instanceof Markup) return piece.html;
  if (Array.isArray(piece)) return piece.map(markupOf).join('');
  throw new TypeError('Only markup that this file made may stand in a page.');
}

/** Markup with everything put into it escaped. Values in attributes stand between double quotes. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Markup(parts.map((part, at) => part + markupOf(pieces[at])).join(''));
}

export const stylesheet = (): Html => new Markup(`<style>${STYLE}</style>`);

/** Several elements as one. */
export const together = (...pieces: readonly Piece[]): Html => html`${pieces}`;

/** ` name="value"` for each value that is there; `true` gives the name alone. Names are ours. */
function attributes(of: Readonly<Record<string, string | number | boolean | undefined>>): Html {
  const written = Object.entries(of).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [` ${name}`] : [` ${name}="${escaped(String(value))}"`];
  });
  return new Markup(written.join(''));
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

/** Of a part of the page; the page's own title is its first heading already. */
export const heading = (words: string): Html => html`<h2>${words}</h2>`;
/** Line breaks stay. */
export const paragraph = (words: Piece): Html => html`<p class="lines">${words}</p>`;
export const strong = (words: Piece): Html => html`<p class="lines strong">${words}</p>`;
/** Smaller and quieter. */
export const hint = (words: Piece): Html => html`<p class="lines hint">${words}</p>`;
export const list = (items: readonly Piece[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
export const link = (words: string, address: string): Html => html`<a href="${safe(address)}">${words}</a>`;
/** Looks like a button and leads somewhere; what changes things is a form's button. */
export const linkButton = (words: string, address: string): Html =>
  html`<p><a class="button quiet" href="${safe(address)}">${words}</a></p>`;

/** Only pages of ours and of the web: an address that is run as a script is none. */
const safe = (address: string): string => (/^(\/(?!\/)|#|https?:\/\/|mailto:)/.test(address) ? address : '#');

/** Lines that lead to pages. */
export const entries = (
  of: readonly { readonly title: string; readonly hint?: string | undefined; readonly address: string }[],
): Html =>
  html`<ul class="entries">${of.map(
    (one) =>
      html`<li><a href="${safe(one.address)}">${one.title}</a>${one.hint && html`<span class="hint">${one.hint}</span>`}</li>`,
  )}</ul>`;

/** good: it is done. bad: something is wrong. plain: to be known. */
export const notice = (kind: 'good' | 'bad' | 'plain', ...pieces: readonly Piece[]): Html =>
  html`<div class="notice ${kind}">${pieces.map((one) => (typeof one === 'string' ? paragraph(one) : one))}</div>`;

/** A line of runs; a bar drawn with letters is for the eye alone, since its number stands beside it. */
export const barOfText = (runs: readonly string[]): Html =>
  html`<p class="bar">${runs.map((run) => (/^[█\s]+$/u.test(run) ? html`<span aria-hidden="true">${run}</span>` : run))}</p>`;

// ── Forms ──────────────────────────────────────────────────────────────────────────────────────

/** Name of the hidden field that tells a form from another: one sent twice acts once. */
export const FORM_ID = 'form';

export interface FormLook {
  /** Address that it is sent to: `asked.to(path)`. */
  readonly to: string;
  /** Fresh with every form drawn: `services.newId()`. */
  readonly id: string;
  /** It has a `pictureFileField`, and its page says `takesFiles`. */
  readonly hasFiles?: true;
}

/** Everything that changes something is a form like this. */
export const form = ({ to, id, hasFiles }: FormLook, ...pieces: readonly Piece[]): Html =>
  html`<form method="post" action="${safe(to)}"${attributes({ enctype: hasFiles && 'multipart/form-data' })} novalidate><input type="hidden" name="${FORM_ID}" value="${id}">${pieces}</form>`;

/** Sent along unseen. */
export const hidden = (name: string, value: string): Html => html`<input type="hidden"${attributes({ name, value })}>`;

/** Name of a field that people leave empty and programs that fill in every form do not. */
export const DECOY = 'website';

/** Of forms that anyone may send: out of sight, out of the tab order, and explained to whoever finds it all the same. */
export const decoy = (t: Translate): Html =>
  html`<p class="decoy" aria-hidden="true"><label>${t(text.leaveEmpty)} <input type="text" name="${DECOY}" tabindex="-1" autocomplete="off"></label></p>`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, in the reader's language. */
  readonly wrong?: string | undefined;
}

const hintId = (name: string): string => `${name}-hint`;
const wrongId = (name: string): string => `${name}-wrong`;
const about = ({ name, hint: tip, wrong }: Field) => ({
  'aria-describedby': [tip && hintId(name), wrong && wrongId(name)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': wrong ? 'true' : undefined,
});
const told = ({ name, hint: tip, wrong }: Field): Html =>
  html`${tip && html`<p class="hint" id="${hintId(name)}">${tip}</p>`}${wrong && html`<p class="wrong" id="${wrongId(name)}">${wrong}</p>`}`;

export interface TextField extends Field {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel';
  /** What the browser may fill in by itself, such as `email`. */
  readonly autocomplete?: string;
  /** A phone shows the keyboard with digits. */
  readonly isNumber?: boolean;
}

export const textField = (of: TextField): Html =>
  html`<div class="field"><label for="${of.name}">${of.label}</label>${told(of)}<input${attributes({
    id: of.name,
    name: of.name,
    type: of.type ?? 'text',
    value: of.value ?? '',
    autocomplete: of.autocomplete ?? 'off',
    inputmode: of.isNumber ? 'decimal' : undefined,
    ...about(of),
  })}></div>`;

/** Of several lines. */
export const textArea = (of: Field & { readonly value?: string | undefined }): Html =>
  html`<div class="field"><label for="${of.name}">${of.label}</label>${told(of)}<textarea${attributes({
    id: of.name,
    name: of.name,
    rows: 4,
    ...about(of),
  })}>${'\n'}${of.value ?? ''}</textarea></div>`;

/** One picture from the reader's files, or from a phone's camera. Nothing can stand in it beforehand: one that was refused is chosen again. */
export const pictureFileField = (of: Field): Html =>
  html`<div class="field"><label for="${of.name}">${of.label}</label>${told(of)}<input${attributes({
    id: of.name,
    name: of.name,
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp',
    ...about(of),
  })}></div>`;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Shown above its words: `dataAddress` of a picture, or `linkToPicture` of one on a page that says `hasFiles`. */
  readonly picture?: string | undefined;
}

const IMAGE = /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** Address of a picture that comes inside the page. `bytes` are base64. */
export const dataAddress = (contentType: string, bytes: string): string => `data:${contentType};base64,${bytes}`;

/** Of our own: by an open link, on a page that says `hasFiles`. */
const OWN_IMAGE = /^(https?:\/\/[\w.:[\]-]+)?\/p\/[\w-]+\/files\/[\w.-]+$/;
const isPicture = (address: string): boolean => IMAGE.test(address) || OWN_IMAGE.test(address);
/** On the page's own origin, which its policy allows, whatever name cards know the server by. */
const here = (address: string): string => address.replace(/^https?:\/\/[^/]+(?=\/p\/)/, '');

/** What it shows is said by the words beside it. */
const pictureOf = (address: string | undefined): Html | undefined =>
  address !== undefined && isPicture(address) ? html`<img src="${here(address)}" alt="">` : undefined;

/** A picture by itself. `alt`: what it shows. */
export const picture = (of: {
  readonly address: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly isSmall?: boolean;
}): Html | undefined =>
  isPicture(of.address)
    ? html`<p class="picture${of.isSmall && ' small'}"><img${attributes({ src: here(of.address), alt: of.alt, width: of.width, height: of.height })}></p>`
    : undefined;

/** One or several of a few, each with its own line. `ids` are the name and the position, the first one `name` itself. */
export function choices(
  of: Field & { readonly several?: boolean; readonly options: readonly Choice[]; readonly chosen: readonly string[] },
): Html {
  const { name, label, several = false, options, chosen } = of;
  const group = several ? {} : { role: 'radiogroup', 'aria-invalid': about(of)['aria-invalid'] };
  return html`<fieldset${attributes({ 'aria-describedby': about(of)['aria-describedby'], ...group })}><legend>${label}</legend>${told(of)}${options.map(
    (one, at) =>
      html`<label class="choice"><input${attributes({
        id: at === 0 ? name : `${name}-${at + 1}`,
        type: several ? 'checkbox' : 'radio',
        name,
        value: one.value,
        checked: chosen.includes(one.value),
        'aria-invalid': several ? about(of)['aria-invalid'] : undefined,
      })}><span>${pictureOf(one.picture)}${one.label}${one.hint && html`<span class="hint">${one.hint}</span>`}</span></label>`,
  )}</fieldset>`;
}

/** One number of a few in a row, which wraps where it must: from five on the smallest phone to eleven. `none`: no answer, on a line of its own. */
export function ratings(
  of: Field & {
    readonly from: number;
    readonly to: number;
    readonly chosen: string | undefined;
    readonly none?: string | undefined;
  },
): Html {
  const { name, label, from, to, chosen, none } = of;
  const radio = (value: string, id: string, words: string): Html =>
    html`<label class="choice"><input${attributes({
      ...{ id, type: 'radio', name, value },
      checked: value === chosen,
    })}><span>${words}</span></label>`;
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  return html`<fieldset${attributes({ role: 'radiogroup', ...about(of) })}><legend>${label}</legend>${told(of)}<div class="ratings">${numbers.map(
    (value, at) => radio(value, at === 0 ? name : `${name}-${at + 1}`, value),
  )}</div>${none !== undefined && radio('', `${name}-none`, none)}</fieldset>`;
}

/** What most readers leave closed. `isOpen`: they were in it, or something in it is theirs. */
export const unfolding = (words: string, isOpen: boolean, ...pieces: readonly Piece[]): Html =>
  isOpen
    ? html`<details open><summary>${words}</summary>${pieces}</details>`
    : html`<details><summary>${words}</summary>${pieces}</details>`;

/** A single yes or no. */
export const checkbox = (of: Field & { readonly isChecked: boolean }): Html =>
  html`<div class="field">${of.wrong && html`<p class="wrong" id="${wrongId(of.name)}">${of.wrong}</p>`}<label class="choice"><input${attributes(
    {
      id: of.name,
      type: 'checkbox',
      name: of.name,
      value: 'true',
      checked: of.isChecked,
      'aria-invalid': of.wrong ? 'true' : undefined,
      'aria-describedby': of.wrong ? wrongId(of.name) : undefined,
    },
  )}><span>${of.label}${of.hint && html`<span class="hint">${of.hint}</span>`}</span></label></div>`;

/** One of many. */
export const select = (
  of: Field & { readonly options: readonly Choice[]; readonly chosen: string | undefined },
): Html =>
  html`<div class="field"><label for="${of.name}">${of.label}</label>${told(of)}<select${attributes({
    id: of.name,
    name: of.name,
    ...about(of),
  })}>${of.options.map(
    (one) => html`<option${attributes({ value: one.value, selected: one.value === of.chosen })}>${one.label}</option>`,
  )}</select></div>`;

/** `act` tells the form's buttons apart: the field of that name has the value of the one that was pressed. */
export interface Button {
  readonly label: string;
  readonly act?: string;
  readonly isQuiet?: boolean;
}
export const ACT = 'act';

export const buttons = (...of: readonly (Button | false | undefined)[]): Html =>
  html`<p class="buttons">${of.map(
    (one) =>
      one !== undefined &&
      one !== false &&
      html`<button${attributes({
        type: 'submit',
        name: one.act === undefined ? undefined : ACT,
        value: one.act,
        class: one.isQuiet ? 'quiet' : undefined,
      })}>${one.label}</button>`,
  )}</p>`;

// ── Mistakes ───────────────────────────────────────────────────────────────────────────────────

/** What is wrong with a form, or why it could not be taken at all: first on its page and in focus there; each mistake leads to its field. */
export function errorSummary(
  problems: readonly { readonly field?: string | undefined; readonly message: string }[],
  t: Translate,
): Html {
  return html`<div class="notice bad" id="mistakes" role="alert" tabindex="-1" autofocus><h2>${t(problems.some(({ field }) => field) ? text.toCorrect : text.refused)}</h2><ul>${problems.map(
    ({ field, message }) => html`<li>${field ? link(message, `#${field}`) : message}</li>`,
  )}</ul></div>`;
}

/** The mistakes of a refusal in the reader's language; one without a field stands alone. */
export function mistakesOf(
  refusal: {
    readonly row: Problem['row'];
    readonly params: NonNullable<Problem['params']>;
    readonly problems: readonly Problem[];
  },
  t: Translate,
): { readonly field?: string; readonly message: string }[] {
  if (refusal.problems.length === 0) return [{ message: t(refusal.row, refusal.params) }];
  return refusal.problems.map(({ field, row, params }) => ({ field, message: t(row, params) }));
}

/** What is wrong with one field. */
export const wrongWith = (
  problems: readonly { readonly field?: string | undefined; readonly message: string }[],
  name: string,
): string | undefined =>
  problems
    .filter(({ field }) => field === name)
    .map(({ message }) => message)
    .join(' ') || undefined;
