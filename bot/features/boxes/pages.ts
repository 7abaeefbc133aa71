/** Boxes and challenges without Teams: on the personal link's pages for members, and on the public page on which anyone leaves a story. */
import { coordinates } from '../../core/access.ts';
import { when } from '../../core/clock.ts';
import { type ActivityId, activityId, objectIdOf } from '../../core/ids.ts';
import { nameIn } from '../../core/organisation.ts';
import type { OpenPage, OpenVisit, Page, PageBody, PageOutcome, PageRequest, SentForm } from '../../core/page.ts';
import { keepPicture } from '../../core/pictures.ts';
import { Refusal } from '../../core/refusal.ts';
import { organisationOf, registerOf } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import type { Message, Translate } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  checkbox,
  decoy,
  entries,
  errorSummary,
  form,
  heading,
  hidden,
  hint,
  html,
  link,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  picture,
  pictureFileField,
  select,
  strong,
  textArea,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import { type Box, isOpen, type StoryDraft, storyDraft } from './box.ts';
import { comesOut } from './box-operations.ts';
import { byLine, countLine, opensLine, secrecyLine } from './cards.ts';
import { type DeedDraft, deedDraft } from './challenge.ts';
import { addDeed, declineChallenge, removeDeed, whomToChallenge } from './challenge-operations.ts';
import type * as contract from './contract.ts';
import { pageOfBox, pageOfChallenge } from './hook-operations.ts';
import { allBoxes, allChallenges, boxNow, challengeNow, findBox } from './memory.ts';
import { text as pageText } from './page-text.ts';
import { boxFor, boxSummary, challengeFor, challengeSummary } from './shown.ts';
import { checkStory, leaveFromOutside, leaveStory, removeStory } from './story-operations.ts';
import { text } from './text.ts';

/** Names of the fields of the forms. */
const PICTURE = 'picture';
const ALT = 'alt';
const STORY = 'story';
const DEED = 'deed';

type Mistakes = readonly { readonly field?: string | undefined; readonly message: string }[];

const act = ({ fields }: SentForm): string => fields.get(ACT) ?? '';

function idIn({ params }: PageRequest, name: string, unknown: Message): ActivityId {
  const id = activityId.safeParse(params[name]);
  if (!id.success) throw new Refusal(unknown);
  return id.data;
}

function idSent({ fields }: SentForm, name: string, unknown: Message): ActivityId {
  const id = activityId.safeParse(fields.get(name));
  if (!id.success) throw new Refusal(unknown);
  return id.data;
}

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'boxes',
  menu: text.boxesAndChallenges,
  async show(asked, visit) {
    const { t, network } = visit;
    const [boxes, challenges] = await Promise.all([allBoxes(visit), allChallenges(visit)]);
    const boxLines = boxes.map(async (of) => {
      const { opensAt, inBox } = await boxSummary(visit, of, false);
      const line = opensLine(of, { opensAt, zone: network.zone, t });
      const state = isOpen(of) ? t(text.inBox, { n: inBox }) : t(text.boxIsEnded);
      return {
        ...{ title: of.title, address: asked.to(pageOfBox(of.id)) },
        hint: [state, line].filter(Boolean).join('. '),
      };
    });
    const challengeLines = challenges.map(async (of) => ({
      ...{ title: of.title, address: asked.to(pageOfChallenge(of.id)) },
      hint: countLine(of, (await challengeSummary(visit, of)).count, t),
    }));
    return {
      title: t(text.boxesAndChallenges),
      body: together(
        heading(t(pageText.boxes)),
        boxes.length === 0 ? paragraph(t(pageText.noBoxes)) : entries(await Promise.all(boxLines)),
        heading(t(pageText.challenges)),
        challenges.length === 0 ? paragraph(t(pageText.noChallenges)) : entries(await Promise.all(challengeLines)),
      ),
    };
  },
};

// ── Stories ────────────────────────────────────────────────────────────────────────────────────

/** What was typed into the form of a story. */
const typedIn = ({ fields }: SentForm): StoryDraft =>
  storyDraft.parse({
    ...{ text: fields.get('text') ?? '', name: fields.get('name') ?? '' },
    showsOrganisation: fields.get('showsOrganisation') === 'true',
  });

/** A picture that came with a form; nothing in it is trusted but its bytes, which are drawn anew. */
const sentPicture = ({ files }: SentForm): Uint8Array | undefined => files?.get(PICTURE);
const altOf = ({ fields }: SentForm): string => fields.get(ALT) ?? '';

/** Kept as the actor's, so that the story or deed can be written with it. */
async function keptPicture(
  sent: SentForm,
  visit: Visit,
): Promise<{ readonly picture?: { readonly id: string; readonly alt: string } }> {
  const bytes = sentPicture(sent);
  if (!bytes) return {};
  if (altOf(sent).trim() === '') throw new Refusal(text.noAlt, {}, [{ field: ALT, row: text.noAlt }]);
  return { picture: { id: (await keepPicture(visit, visit.actor.person, bytes)).id, alt: altOf(sent) } };
}

/** `picture` names the field in the form of the tab; here it is told in words of its own field. */
const mistakesFor = (refusal: Refusal | undefined, t: Translate): Mistakes =>
  refusal === undefined
    ? []
    : mistakesOf(refusal, t).map((one) => (one.field === 'picture' ? { ...one, field: ALT } : one));

function pictureFields(sent: SentForm | undefined, mistakes: Mistakes, t: Translate): Piece {
  return [
    pictureFileField({
      ...{ name: PICTURE, label: t(pageText.pictureLabel), hint: t(pageText.pictureHint) },
      wrong: wrongWith(mistakes, PICTURE),
    }),
    textField({
      ...{ name: ALT, label: t(pageText.altLabel), hint: t(pageText.altHint) },
      ...{ value: sent ? altOf(sent) : '', wrong: wrongWith(mistakes, ALT) },
    }),
  ];
}

const storyFields = (typed: StoryDraft | undefined, mistakes: Mistakes, t: Translate): Piece =>
  textArea({ name: 'text', label: t(text.storyLabel), value: typed?.text, wrong: wrongWith(mistakes, 'text') });

const nameField = (typed: StoryDraft | undefined, mistakes: Mistakes, t: Translate): Piece =>
  textField({
    ...{ name: 'name', label: t(text.nameLabel), hint: t(text.nameHint) },
    ...{ value: typed?.name, wrong: wrongWith(mistakes, 'name') },
  });

const storyPiece = (of: contract.StoryView, t: Translate): Piece => [
  of.picture && picture(of.picture),
  paragraph(of.text),
  hint(byLine(of, t)),
];

const STATES: Readonly<Record<contract.OwnStoryView['state'], Message>> = {
  waiting: pageText.stateWaiting,
  kept: pageText.stateKept,
  refused: pageText.stateRefused,
  opened: pageText.stateOpened,
};

async function boxPage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services, actor } = visit;
  const box = await boxNow(visit, idIn(asked, 'box', text.unknownBox));
  const isCoordinator = await coordinates(visit);
  const view = await boxFor(visit, box, { isCoordinator });
  const organisation = organisationOf(await registerOf(visit), objectIdOf(actor.person));
  const mistakes = mistakesFor(refusal, t);
  const typed = sent && act(sent) === 'leave' ? typedIn(sent) : undefined;
  const to = asked.to(pageOfBox(box.id));
  const look = () => ({ to, id: services.newId() });
  const line = opensLine(box, { opensAt: comesOut(box, visit), zone: network.zone, t });
  return {
    title: box.title,
    hasFiles: true,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      box.intro !== '' && paragraph(box.intro),
      !view.isOpen && notice('plain', t(text.boxIsEnded)),
      line !== undefined && strong(line),
      hint(t(text.inBox, { n: view.inBox })),
      view.isOpen && [
        heading(t(pageText.leave)),
        form(
          { ...look(), hasFiles: true },
          hint(secrecyLine(box, t)),
          storyFields(typed, mistakes, t),
          nameField(typed, mistakes, t),
          organisation &&
            checkbox({
              ...{ name: 'showsOrganisation', label: t(text.showOrganisation), hint: nameIn(organisation.names, t) },
              isChecked: typed?.showsOrganisation ?? false,
            }),
          pictureFields(sent, mistakes, t),
          buttons({ label: t(text.putIn), act: 'leave' }),
        ),
      ],
      view.desk !== undefined &&
        view.desk.waiting.length > 0 && [
          heading(t(pageText.toCheck)),
          view.desk.waiting.map((one) => [
            storyPiece(one, t),
            form(
              look(),
              hidden(STORY, one.id),
              buttons(
                { label: t(pageText.letIn), act: 'letIn' },
                { label: t(pageText.refuse), act: 'refuse', isQuiet: true },
              ),
            ),
          ]),
        ],
      view.own.length > 0 && [
        heading(t(pageText.own)),
        view.own.map((one) => [
          strong(t(STATES[one.state])),
          storyPiece(one, t),
          form(look(), hidden(STORY, one.id), buttons({ label: t(pageText.remove), act: 'remove', isQuiet: true })),
        ]),
      ],
      heading(t(pageText.openedStories)),
      view.stories.length === 0 && paragraph(t(pageText.noneOpened)),
      byOpening(view.stories).map(({ openedAt, stories }) => [
        strong(t(pageText.openedOn, { when: when(openedAt, network.zone) })),
        stories.map((one) => storyPiece(one, t)),
      ]),
    ),
  };
}

/** Stories that came out together, in the order in which they are listed. */
function byOpening(all: contract.BoxView['stories']) {
  const groups: {
    readonly openedAt: contract.BoxView['stories'][number]['openedAt'];
    readonly stories: contract.StoryView[];
  }[] = [];
  let n: number | undefined;
  for (const one of all) {
    if (one.opening !== n) groups.push({ openedAt: one.openedAt, stories: [] });
    n = one.opening;
    groups.at(-1)?.stories.push(one);
  }
  return groups;
}

async function takeInBox(sent: SentForm, visit: Visit): Promise<PageOutcome> {
  const id = idIn(sent, 'box', text.unknownBox);
  const goTo = pageOfBox(id);
  switch (act(sent)) {
    case 'letIn':
    case 'refuse': {
      const isLetIn = act(sent) === 'letIn';
      await checkStory(visit, id, idSent(sent, STORY, text.unknownStory), isLetIn);
      return { goTo, said: isLetIn ? pageText.wasLetIn : pageText.wasRefused };
    }
    case 'remove':
      await removeStory(visit, id, idSent(sent, STORY, text.unknownStory));
      return { goTo, said: pageText.removed };
    default: {
      const draft = { ...typedIn(sent), ...(await keptPicture(sent, visit)) };
      const story = await leaveStory(visit, id, draft, sent.id);
      return { goTo, said: story.state === 'waiting' ? text.waitsForCheck : text.isInBox };
    }
  }
}

const onePage: Page = {
  path: 'boxes/{box}',
  takesFiles: true,
  show: (asked, visit) => boxPage(asked, visit),
  take: takeInBox,
  refused: (sent, refusal, visit) => boxPage(sent, visit, sent, refusal),
};

// ── Challenges ─────────────────────────────────────────────────────────────────────────────────

const deedIn = ({ fields }: SentForm): DeedDraft =>
  deedDraft.parse({
    ...{ text: fields.get('text') ?? '', passTo: fields.get('passTo') ?? '', from: fields.get('from') ?? '' },
    isUnnamed: fields.get('isUnnamed') === 'true',
  });

async function challengePage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, services, actor } = visit;
  const challenge = await challengeNow(visit, idIn(asked, 'challenge', text.unknownChallenge));
  const view = await challengeFor(visit, challenge, { isCoordinator: false });
  const mistakes = mistakesFor(refusal, t);
  const typed = sent && act(sent) === 'add' ? deedIn(sent) : undefined;
  const to = asked.to(pageOfChallenge(challenge.id));
  const look = () => ({ to, id: services.newId() });
  const people = whomToChallenge(await registerOf(visit), actor.person);
  const isRunning = view.phase !== 'ended';
  return {
    title: challenge.title,
    hasFiles: true,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      challenge.text !== '' && paragraph(challenge.text),
      strong(countLine(challenge, view.count, t)),
      !isRunning && notice('plain', t(text.challengeIsEnded)),
      view.calls.map((one) => [
        notice(
          'plain',
          t(text.challengedLine, { name: one.name ?? t(text.byMember) }),
          ...(one.text === '' ? [] : [paragraph(one.text)]),
        ),
        form(look(), hidden(DEED, one.deed), buttons({ label: t(text.decline), act: 'decline', isQuiet: true })),
      ]),
      isRunning && [
        heading(t(pageText.yourDeed)),
        form(
          { ...look(), hasFiles: true },
          textArea({ name: 'text', label: t(text.deedLabel), value: typed?.text, wrong: wrongWith(mistakes, 'text') }),
          pictureFields(sent, mistakes, t),
          select({
            ...{ name: 'passTo', label: t(text.passLabel), hint: t(text.passHint) },
            ...{ chosen: typed?.passTo ?? '', wrong: wrongWith(mistakes, 'passTo') },
            options: [
              { value: '', label: t(text.nobodyYet) },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ],
          }),
          checkbox({ name: 'isUnnamed', label: t(text.unnamedLabel), isChecked: typed?.isUnnamed ?? false }),
          hidden('from', typed?.from ?? asked.query.get('from') ?? ''),
          buttons({ label: t(text.addAndPass), act: 'add' }),
        ),
      ],
      heading(t(pageText.deeds)),
      view.deeds.length === 0 && paragraph(t(pageText.noDeeds)),
      view.deeds.map((one) => [
        one.picture && picture(one.picture),
        one.text !== '' && paragraph(one.text),
        hint(chainLine(one, t)),
        one.isOwn &&
          one.canTakeBack &&
          form(look(), hidden(DEED, one.id), buttons({ label: t(pageText.takeBack), act: 'takeBack', isQuiet: true })),
      ]),
    ),
  };
}

/** “12. Aino, Akaa. Haastajana Bertta. Haastoi: Cecilia.” */
const chainLine = (of: contract.DeedView, t: Translate): string => {
  const nobody = t(text.byMember);
  return [
    `${of.number}. ${of.name === undefined ? nobody : byLine(of, t)}`,
    of.from && t(pageText.challengedBy, { name: of.from.name ?? nobody }),
    of.to && t(pageText.challenged, { name: of.to.name ?? nobody }),
  ]
    .filter(Boolean)
    .join('. ');
};

async function takeInChallenge(sent: SentForm, visit: Visit): Promise<PageOutcome> {
  const id = idIn(sent, 'challenge', text.unknownChallenge);
  const goTo = pageOfChallenge(id);
  switch (act(sent)) {
    case 'decline':
      await declineChallenge(visit, id, idSent(sent, DEED, text.unknownDeed));
      return { goTo, said: text.declined };
    case 'takeBack':
      await removeDeed(visit, id, idSent(sent, DEED, text.unknownDeed));
      return { goTo, said: pageText.tookBack };
    default: {
      const draft = { ...deedIn(sent), ...(await keptPicture(sent, visit)) };
      const { passed } = await addDeed(visit, id, draft, sent.id);
      return { goTo, said: passed ? pageText.passed : text.deedAdded };
    }
  }
}

const challengesPage: Page = {
  path: 'challenges/{challenge}',
  takesFiles: true,
  show: (asked, visit) => challengePage(asked, visit),
  take: takeInChallenge,
  refused: (sent, refusal, visit) => challengePage(sent, visit, sent, refusal),
};

// ── The public page ────────────────────────────────────────────────────────────────────────────

/** The box of a link that still holds. Undefined: the answer is that of a link that never was. */
async function openBoxOf(visit: OpenVisit): Promise<Box | undefined> {
  const box = await findBox(visit, visit.subject);
  return box && isOpen(box) && box.isPublic && box.round === visit.round ? box : undefined;
}

/** Nothing that is in the box stands here, opened or not: the page only takes. */
async function openPage(
  asked: PageRequest,
  visit: OpenVisit,
  sent?: SentForm,
  refusal?: Refusal,
): Promise<PageBody | undefined> {
  const { t, services, network } = visit;
  const box = await openBoxOf(visit);
  if (!box) return undefined;
  const mistakes = mistakesFor(refusal, t);
  const typed = sent && typedIn(sent);
  const line = opensLine(box, { opensAt: comesOut(box, visit), zone: network.zone, t });
  return {
    title: box.title,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      box.intro !== '' && paragraph(box.intro),
      line !== undefined && strong(line),
      form(
        { to: asked.to(''), id: services.newId(), hasFiles: true },
        hint(t(pageText.openHow)),
        hint(t(pageText.openWho)),
        storyFields(typed, mistakes, t),
        nameField(typed, mistakes, t),
        pictureFields(sent, mistakes, t),
        decoy(t),
        buttons({ label: t(pageText.send) }),
      ),
      heading(t(pageText.privacy)),
      hint(t(pageText.stored, { network: network.name, n: RETENTION.refusedStories })),
    ),
  };
}

const publicPage: OpenPage = {
  purpose: 'box',
  takesFiles: true,
  show: (asked, visit) => openPage(asked, visit),
  async take(sent, visit) {
    const box = await openBoxOf(visit);
    if (!box) return undefined;
    const bytes = sentPicture(sent);
    const draft = { ...typedIn(sent), ...(bytes ? { picture: { id: '', alt: altOf(sent) } } : {}) };
    await leaveFromOutside(visit, box, { draft, sent: bytes, form: sent.id });
    const { t } = visit;
    return {
      title: t(pageText.thanks),
      body: together(notice('good', t(pageText.thanksBody)), html`<p>${link(t(pageText.another), sent.to(''))}</p>`),
    };
  },
  refused: (sent, refusal, visit) => openPage(sent, visit, sent, refusal),
};

export const boxPages: readonly Page[] = [listPage, onePage, challengesPage];
export const boxOpenPages: readonly OpenPage[] = [publicPage];
