/** Privacy on the personal link: the notice, what is stored on the reader, and erasing it, without Teams. */
import { linkToFile } from '../../core/feature.ts';
import type { Page, PageBody, PageRequest, SentForm } from '../../core/page.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Visit } from '../../core/turn.ts';
import {
  buttons,
  errorSummary,
  form,
  heading,
  html,
  linkButton,
  list,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  strong,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import { CONFIRMATION } from './contract.ts';
import { ownDataOf } from './export.ts';
import { eraseMyself, prospectOf } from './operations.ts';
import { notesOn, noticeFor } from './shown.ts';
import { text } from './text.ts';

const noticePage: Page = {
  path: 'privacy',
  menu: text.title,
  isForInvited: true,
  isForOutsiders: true,
  async show({ to }, visit) {
    const { title, controller, contact, missing, sections, retention } = await noticeFor(visit);
    const body = together(
      controller !== '' && strong(controller),
      contact !== '' && paragraph(contact),
      missing !== undefined && notice('plain', missing),
      linkButton(visit.t(text.storedHeading), to('privacy/data')),
      linkButton(visit.t(text.erase), to('privacy/erase')),
      sections.map((one) => together(heading(one.heading), one.paragraphs.map(paragraph))),
      heading(retention.heading),
      list(retention.rows.map(({ what, kept, why }) => html`${what}: <strong>${kept}</strong>. ${why}`)),
    );
    return { title, body };
  },
};

// ── What is stored ─────────────────────────────────────────────────────────────────────────────

/** Plain data as nested lists: keys as stored, values as words. */
function shownData(data: unknown): Piece {
  if (Array.isArray(data)) return list(data.map(shownData));
  if (typeof data === 'object' && data !== null) {
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    return list(entries.map(([key, value]) => html`${key}: ${shownData(value)}`));
  }
  return String(data);
}

/** Outsiders and those who have not accepted their invitation see everything here; a file is for members. */
async function fileOf(visit: Visit): Promise<string | undefined> {
  return visit.actor.isInvited || visit.actor.isOutsider ? undefined : linkToFile(visit, 'privacy.own', 'own');
}

const dataPage: Page = {
  path: 'privacy/data',
  isForInvited: true,
  isForOutsiders: true,
  async show({ to }, visit) {
    const { t } = visit;
    const [{ sections }, file] = await Promise.all([ownDataOf(visit), fileOf(visit)]);
    const body = together(
      file !== undefined && linkButton(t(text.download), file),
      sections.map((one) => together(heading(one.heading), html`<div>${shownData(one.data)}</div>`)),
      linkButton(t(text.erase), to('privacy/erase')),
    );
    return { title: t(text.storedHeading), body };
  },
};

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

async function erasePage({ to }: PageRequest, visit: Visit, refusal?: Refusal): Promise<PageBody> {
  const { t, services, actor } = visit;
  const { isInTeam, isLast } = await prospectOf(visit);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const typed = { to: to('privacy/erase'), id: services.newId() };
  const label = t(text.typeWord, { word: CONFIRMATION[actor.locale] });
  const body = together(
    mistakes.length > 0 && errorSummary(mistakes, t),
    paragraph(t(text.erasureFirst)),
    list(notesOn(visit, 'you', isInTeam)),
    isLast
      ? notice('bad', t(text.lastCoordinator))
      : form(
          typed,
          textField({ name: 'confirmation', label, wrong: wrongWith(mistakes, 'confirmation') }),
          buttons({ label: t(text.eraseNow) }),
        ),
  );
  return { title: t(text.erase), body };
}

const erasing: Page = {
  path: 'privacy/erase',
  isForInvited: true,
  isForOutsiders: true,
  show: (asked, visit) => erasePage(asked, visit),
  async take({ fields }: SentForm, visit) {
    const { isInTeam } = await eraseMyself(visit, fields.get('confirmation') ?? '');
    const { t } = visit;
    const body = together(paragraph(t(text.erased)), list(notesOn(visit, 'you', isInTeam)));
    return { goTo: '', said: text.erased, farewell: { title: t(text.erase), body } };
  },
  refused: (sent, refusal, visit) => erasePage(sent, visit, refusal),
};

export const privacyPages: readonly Page[] = [noticePage, dataPage, erasing];
