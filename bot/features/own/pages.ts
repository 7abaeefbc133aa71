/** Pages of the personal link about oneself: own details, the link, leaving, and accepting an invitation. */
import type { MailTopic } from '../../core/network.ts';
import type { Page, PageBody, PageRequest } from '../../core/page.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  checkbox,
  choices,
  errorSummary,
  form,
  heading,
  hint,
  linkButton,
  mistakesOf,
  notice,
  paragraph,
  select,
  textArea,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import type { OwnView } from './contract.ts';
import { MAIL_TOPICS, NOBODY, type OwnDraft } from './details.ts';
import { sendLink } from './letters.ts';
import {
  acceptInvitation,
  declineInvitation,
  isInTeam,
  leaveNetwork,
  ownOf,
  revokeLinks,
  saveOwn,
} from './operations.ts';
import { viewOf } from './shown.ts';
import { text } from './text.ts';

const MAIL_ROWS: Readonly<Record<MailTopic, readonly [label: Message, what: Message]>> = {
  polls: [text.mailPolls, text.mailPollsWhat],
  events: [text.mailEvents, text.mailEventsWhat],
  feedback: [text.mailFeedback, text.mailFeedbackWhat],
  questions: [text.mailQuestions, text.mailQuestionsWhat],
  ideas: [text.mailIdeas, text.mailIdeasWhat],
  bulletins: [text.mailBulletins, text.mailBulletinsWhat],
  digest: [text.mailDigest, text.mailDigestWhat],
};
/** Each in its own language, so that everyone finds theirs. */
const LANGUAGES = [
  { value: 'fi', label: 'Suomi' },
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' },
] as const;

// ── Own details ────────────────────────────────────────────────────────────────────────────────

/** What the form sends. An address or name that the form did not have stays as it is. */
function draftOf(fields: URLSearchParams): OwnDraft {
  const typed = (name: string): string | undefined => fields.get(name) ?? undefined;
  const locale = LANGUAGES.find(({ value }) => value === typed('locale'))?.value;
  return {
    name: typed('name'),
    email: typed('email'),
    ...(locale === undefined ? {} : { locale }),
    mail: Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, fields.getAll('mail').includes(topic)])),
    title: typed('title'),
    phone: typed('phone'),
    topics: typed('topics'),
    isListed: fields.get('isListed') === 'true',
    organisation: typed('organisation'),
  };
}

/** The form with what is kept, or with what was typed and refused. */
async function ownPage(asked: PageRequest, visit: Visit, typed?: OwnDraft, refusal?: Refusal): Promise<PageBody> {
  const { t, services, actor } = visit;
  const kept = await viewOf(visit, await ownOf(visit));
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const wrong = (name: keyof OwnDraft) => wrongWith(mistakes, name);
  const mail = typed?.mail ?? kept.mail;
  return {
    title: t(text.own),
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      kept.claims && notice('plain', t(text.claimed, { name: kept.claims.name })),
      form(
        { to: asked.to('own'), id: services.newId() },
        kept.hasTeams
          ? hint(t(text.nameFromTeams, { name: kept.name }))
          : textField({
              name: 'name',
              label: t(text.name),
              value: typed?.name ?? kept.name,
              wrong: wrong('name'),
              autocomplete: 'name',
            }),
        select({
          name: 'organisation',
          label: t(text.represents),
          hint: [t(text.representsHow), kept.confirms && t(text.representsConfirmed)].filter(Boolean).join(' '),
          wrong: wrong('organisation'),
          chosen: typed?.organisation ?? representedIn(kept),
          options: [
            { value: '', label: t(text.notSaid) },
            { value: NOBODY, label: t(text.nobody) },
            ...kept.organisations.map(({ id, name }) => ({ value: id, label: name })),
          ],
        }),
        textField({
          name: 'email',
          label: t(text.email),
          type: 'email',
          autocomplete: 'email',
          value: typed?.email ?? kept.email,
          wrong: wrong('email') ?? (kept.emailFailed ? t(text.emailFailed) : undefined),
        }),
        choices({
          name: 'mail',
          label: t(text.mail),
          hint: kept.mailWorks ? undefined : t(text.noMailHere),
          several: true,
          options: MAIL_TOPICS.map((topic) => {
            const [label, what] = MAIL_ROWS[topic];
            return { value: topic, label: t(label), hint: t(what) };
          }),
          chosen: MAIL_TOPICS.filter((topic) => mail[topic] === true),
        }),
        choices({
          name: 'locale',
          label: t(text.language),
          options: LANGUAGES,
          chosen: [typed?.locale || kept.locale || actor.locale],
        }),
        textField({
          name: 'title',
          label: t(text.title),
          value: typed?.title ?? kept.title,
          wrong: wrong('title'),
          autocomplete: 'organization-title',
        }),
        textField({
          name: 'phone',
          label: t(text.phone),
          type: 'tel',
          value: typed?.phone ?? kept.phone,
          wrong: wrong('phone'),
          autocomplete: 'tel',
        }),
        textArea({
          name: 'topics',
          label: t(text.topics),
          hint: t(text.topicsHow),
          value: typed?.topics ?? kept.topics.join('\n'),
          wrong: wrong('topics'),
        }),
        checkbox({
          name: 'isListed',
          label: t(text.isListed),
          hint: t(text.isListedHow),
          isChecked: typed?.isListed ?? kept.isListed,
        }),
        buttons({ label: t(text.save) }),
      ),
      heading(t(text.newLink)),
      paragraph(t(text.newLinkWhy)),
      linkButton(t(text.newLink), asked.to('link')),
    ),
  };
}

const representedIn = ({ organisation, claims, representsNobody }: OwnView): string =>
  claims?.id ?? organisation?.id ?? (representsNobody ? NOBODY : '');

const own: Page = {
  path: 'own',
  menu: text.own,
  show: (asked, visit) => ownPage(asked, visit),
  async take({ fields }, visit) {
    await saveOwn(visit, draftOf(fields));
    return { goTo: 'own', said: text.saved };
  },
  refused: (sent, refusal, visit) => ownPage(sent, visit, draftOf(sent.fields), refusal),
};

// ── The link ───────────────────────────────────────────────────────────────────────────────────

async function howTheNewOneComes(visit: Visit): Promise<Message> {
  const { mailWorks, hasTeams, email, emailFailed } = await viewOf(visit, await ownOf(visit));
  if (mailWorks && email !== undefined && !emailFailed) return text.newLinkByMail;
  return hasTeams ? text.newLinkByTeams : text.newLinkByCoordinator;
}

const renewal: Page = {
  path: 'link',
  async show(asked, visit) {
    const { t, services } = visit;
    return {
      title: t(text.newLink),
      body: together(
        paragraph(t(text.newLinkWhy)),
        paragraph(t(await howTheNewOneComes(visit))),
        form({ to: asked.to('link'), id: services.newId() }, buttons({ label: t(text.revoke) })),
        linkButton(visit.t(text.stay), asked.to('')),
      ),
    };
  },
  async take(_, visit) {
    const { t } = visit;
    const how = await howTheNewOneComes(visit);
    await revokeLinks(visit);
    await sendLink(visit);
    return { goTo: '', said: text.revoked, farewell: { title: t(text.revoked), body: paragraph(t(how)) } };
  },
};

// ── Leaving ────────────────────────────────────────────────────────────────────────────────────

const leaving: Page = {
  path: 'leave',
  menu: text.leave,
  async show(asked, visit) {
    const { t, services, network } = visit;
    const stays = isInTeam(await ownOf(visit));
    return {
      title: t(text.leave),
      body: together(
        paragraph(t(stays ? text.leaveTeams : text.leaveHow, { network: network.name })),
        form(
          { to: asked.to('leave'), id: services.newId() },
          buttons({ label: t(stays ? text.silenceNow : text.leaveNow) }),
        ),
        linkButton(t(text.stay), asked.to('')),
      ),
    };
  },
  async take(_, visit) {
    const { t } = visit;
    const stays = isInTeam(await ownOf(visit));
    await leaveNetwork(visit);
    if (stays) return { goTo: 'own', said: text.isSilent };
    const farewell = { title: t(text.hasLeft), body: paragraph(t(text.hasLeftHow)) };
    return { goTo: '', said: text.hasLeft, farewell };
  },
};

// ── An invitation ──────────────────────────────────────────────────────────────────────────────

const joining: Page = {
  path: 'join',
  isForInvited: true,
  async show(asked, visit) {
    const { t, services, network, actor } = visit;
    const title = t(text.join, { network: network.name });
    if (!actor.isInvited)
      return { title, body: together(paragraph(t(text.isMember)), linkButton(t(text.stay), asked.to(''))) };
    return {
      title,
      body: together(
        paragraph(t(text.joinHow)),
        hint(t(text.joinData)),
        form(
          { to: asked.to('join'), id: services.newId() },
          buttons({ label: t(text.accept), act: 'accept' }, { label: t(text.decline), act: 'decline', isQuiet: true }),
        ),
      ),
    };
  },
  async take({ fields }, visit) {
    const { t } = visit;
    if (fields.get(ACT) !== 'decline') {
      await acceptInvitation(visit);
      return { goTo: '', said: text.joined };
    }
    if (!visit.actor.isInvited) return { goTo: '', said: text.isMember }; // a form from before they accepted
    await declineInvitation(visit);
    if (visit.actor.isOutsider) return { goTo: '', said: text.declined };
    const farewell = { title: t(text.declined), body: paragraph(t(text.declinedHow)) };
    return { goTo: '', said: text.declined, farewell };
  },
};

export const ownPages: readonly Page[] = [own, renewal, leaving, joining];
