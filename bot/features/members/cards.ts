/** The register's cards for everyone: whom do you represent, who is in, who can help, recommend a colleague. */
import { z } from 'zod';
import {
  actions,
  card,
  choices,
  type Element,
  execute,
  fitting,
  heading,
  notice,
  openUrl,
  subtle,
  textInput,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import type { Message, Translate } from '../../core/text.ts';
import { text } from './text.ts';

const short = z.string().max(100);
/** What was known of the actor when the question was drawn; see `knownOf`. */
const seen = short.default('');

export const representOrganisation = action('members.represent', z.object({ organisation: short.optional(), seen }));
export const representNobody = action('members.nobody', z.object({ seen }));
export const choose = action('members.choose', z.object({}));
export const findOrganisation = action('members.find', z.object({ text: z.string().max(200).default(''), seen }));
export const tellMissing = action('members.missing', z.object({ words: z.string().max(400).default(''), seen }));
export const search = action('members.search', z.object({ text: z.string().max(200).default('') }));
export const openRecommendation = action('members.openRecommend', z.object({}));
export const recommend = action(
  'members.recommend',
  z.object({
    form: z.uuid(),
    name: z.string().max(400).default(''),
    email: z.string().max(400).default(''),
    organisation: z.string().max(200).default(''),
  }),
);
/** The same as `recommend`, for drawing the form again with whatever was typed. */
export type RecommendationTyped = z.infer<typeof recommend.schema>;

export interface Choice {
  readonly id: string;
  readonly label: string;
}

// ── Whom do you represent ──────────────────────────────────────────────────────────────────────

export interface Suggested extends Choice {
  readonly isMunicipality: boolean;
}

/** Under someone's own card, while nobody knows whom they represent. */
export function question(suggested: Suggested | undefined, t: Translate): Element[] {
  const asked = suggested
    ? t(text.doYouRepresent, { name: suggested.label, isMunicipality: String(suggested.isMunicipality) })
    : t(text.whomDoYouRepresent);
  return [
    notice(
      'emphasis',
      words(asked, { weight: 'Bolder' }),
      subtle(t(text.whyAsked)),
      ...actions(
        suggested && execute(representOrganisation, t(text.yes), { organisation: suggested.id, seen: '' }),
        execute(choose, t(suggested ? text.another : text.choose), {}),
        execute(representNobody, t(text.nobody), { seen: '' }),
      ),
    ),
  ];
}

export interface ChooseFrame {
  readonly t: Translate;
  /** What is known of them now, carried along. */
  readonly seen: string;
  /** Chosen already. */
  readonly value?: string | undefined;
  readonly typed?: string | undefined;
  readonly typedWords?: string | undefined;
  readonly problem?: string | undefined;
}

/** All organisations to choose from in a list that searches as one types; when they don't fit in a card, a search. */
export const chooseCard = (options: readonly Choice[], frame: ChooseFrame): Card =>
  fitting(
    () => choosing(frame, options.length > 0 ? [pick(options, frame)] : searching(frame)),
    () => choosing(frame, searching(frame)),
  );

/** What a search found; `more`: there is more than is shown. */
export const foundOrganisationsCard = (
  found: readonly Choice[],
  frame: ChooseFrame & { readonly more: boolean },
): Card =>
  choosing(frame, [
    ...(found.length > 0
      ? [pick(found, { ...frame, value: frame.value ?? found[0]?.id })]
      : [notice('warning', words(frame.t(text.nothingFound, { typed: frame.typed ?? '' })))]),
    ...(frame.more ? [subtle(frame.t(text.moreFound, { n: found.length }))] : []),
    ...searching(frame),
  ]);

const pick = (options: readonly Choice[], { t, value }: ChooseFrame): Element =>
  choices({
    ...{ id: 'organisation', label: t(text.organisationLabel), errorMessage: t(text.chooseOrganisation) },
    ...{ options, filtered: true, value },
  });

const searching = ({ t, typed, seen: known }: ChooseFrame): Element[] => [
  textInput({
    id: 'text',
    label: t(text.searchLabel),
    errorMessage: t(text.searchError),
    value: typed,
    maxLength: 100,
  }),
  ...actions(execute(findOrganisation, t(text.search), { seen: known })),
];

const choosing = ({ t, seen: known, problem, typedWords }: ChooseFrame, list: readonly Element[]): Card =>
  card(
    heading(t(text.whomDoYouRepresent)),
    problem !== undefined && notice('attention', words(problem)),
    list,
    list.some(({ type }) => type === 'Input.ChoiceSet') &&
      actions(execute(representOrganisation, t(text.save), { seen: known }, { style: 'positive' })),
    textInput({
      ...{ id: 'words', label: t(text.notListed), errorMessage: t(text.writeOrganisation) },
      ...{ value: typedWords, maxLength: 120 },
    }),
    actions(
      execute(tellMissing, t(text.tellCoordinator), { seen: known }),
      execute(representNobody, t(text.nobody), { seen: known }),
    ),
  );

export interface RepresentedFrame {
  readonly outcome: 'set' | 'waits' | 'nobody' | 'asked' | 'same';
  /** In the reader's language. */
  readonly name: string | undefined;
  readonly isClaim: boolean;
}

/** After the answer: what is noted, and the way to change it. */
export function representedCard({ outcome, name = '', isClaim }: RepresentedFrame, t: Translate): Card {
  const same = name ? t(isClaim ? text.claimStillWaits : text.youStillRepresent, { name }) : t(text.nobodyNoted);
  const said = {
    set: () => t(text.youRepresent, { name }),
    waits: () => t(text.claimWaits, { name }),
    nobody: () => t(text.nobodyNoted),
    asked: () => t(text.missingTold),
    same: () => same,
  }[outcome]();
  return card(
    notice(outcome === 'same' ? 'accent' : 'good', words(said, { weight: 'Bolder' })),
    actions(execute(choose, t(text.changeIt), {})),
  );
}

// ── Who is in ──────────────────────────────────────────────────────────────────────────────────

export interface MembersFrame {
  readonly totals: { readonly organisations: number; readonly municipalities: number; readonly people: number };
  /** Address of the tab's page. */
  readonly link: string;
  /** Buttons of the coordinators' desk. */
  readonly desk?: readonly Element[];
}

const searchField = (t: Translate, typed?: string): Element[] => [
  textInput({
    id: 'text',
    label: t(text.searchMembers),
    errorMessage: t(text.searchError),
    value: typed,
    maxLength: 100,
  }),
];

export function membersCard({ totals, link, desk = [] }: MembersFrame, t: Translate): Card {
  const others = totals.organisations - totals.municipalities;
  return card(
    heading(t(text.membersTitle)),
    words(t(text.membersCount, { ...totals })),
    others > 0 && subtle(t(text.othersCount, { n: others })),
    searchField(t),
    actions(
      execute(search, t(text.search), {}),
      openUrl(t(text.openInTab), link),
      execute(openRecommendation, t(text.recommend), {}),
    ),
    desk.length > 0 && actions(...desk),
  );
}

/** A person in a line, as everyone may see them. */
export interface PersonLine {
  readonly name: string;
  readonly organisation?: string | undefined;
  readonly title?: string | undefined;
  readonly isContact: boolean;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly topics?: readonly string[] | undefined;
}
export interface OrganisationLine {
  readonly name: string;
  readonly people: number;
  readonly contacts: readonly string[];
}

/** The first few of what was found, and how many more there are. */
export interface Some<T> {
  readonly shown: readonly T[];
  readonly more: number;
}
export interface FoundFrame {
  readonly typed: string;
  readonly helpers: Some<PersonLine>;
  readonly organisations: Some<OrganisationLine>;
  readonly people: Some<PersonLine>;
  readonly link: string;
}

/** Who can help with what was typed, who is in that town, and who is called so. */
export function foundCard({ typed, helpers, organisations, people, link }: FoundFrame, t: Translate): Card {
  const found = helpers.shown.length + organisations.shown.length + people.shown.length;
  return card(
    heading(t(text.foundFor, { typed })),
    found === 0 && notice('warning', words(t(text.nothingFound, { typed }))),
    section(text.canHelp, helpers, (one) => personLines(one, t, true), t),
    section(text.organisations, organisations, (one) => organisationLines(one, t), t),
    section(text.people, people, (one) => personLines(one, t, false), t),
    searchField(t, typed),
    actions(execute(search, t(text.search), {}), openUrl(t(text.openInTab), link)),
  );
}

function section<T>(title: Message, { shown, more }: Some<T>, draw: (one: T) => Element[], t: Translate): Element[] {
  if (shown.length === 0) return [];
  return [
    words(t(title), { weight: 'Bolder', style: 'heading', spacing: 'Medium' }),
    ...shown.flatMap(draw),
    ...(more > 0 ? [subtle(t(text.moreInTab, { n: more }))] : []),
  ];
}

function personLines(of: PersonLine, t: Translate, withTopics: boolean): Element[] {
  const about = [of.organisation, of.title, of.isContact ? t(text.contactPerson) : undefined]
    .filter(Boolean)
    .join(', ');
  const reached = [withTopics ? of.topics?.join(', ') : undefined, of.email, of.phone].filter(Boolean).join(' · ');
  return [words(about ? `${of.name}, ${about}` : of.name), ...(reached ? [subtle(reached)] : [])];
}

function organisationLines({ name, people, contacts }: OrganisationLine, t: Translate): Element[] {
  const about = [
    t(text.peopleCount, { n: people }),
    contacts.length > 0 ? t(text.contactsOf, { names: contacts.join(', ') }) : undefined,
  ];
  return [words(name), subtle(about.filter(Boolean).join(' · '))];
}

// ── Recommending a colleague ───────────────────────────────────────────────────────────────────

export function recommendCard(typed: RecommendationTyped, t: Translate, problems: readonly string[] = []): Card {
  const filled = (value: string) => (value ? { value } : {});
  return card(
    heading(t(text.recommend)),
    words(t(text.recommendBody)),
    problems.length > 0 && notice('attention', ...problems.map((one) => words(one))),
    textInput({
      id: 'name',
      label: t(text.nameLabel),
      errorMessage: t(text.noName),
      required: true,
      ...filled(typed.name),
    }),
    textInput({
      id: 'email',
      label: t(text.emailLabel),
      errorMessage: t(text.badAddress),
      required: true,
      ...filled(typed.email),
    }),
    textInput({
      ...{ id: 'organisation', label: t(text.organisationOptional), errorMessage: t(text.unknownOrganisation) },
      ...filled(typed.organisation),
    }),
    actions(execute(recommend, t(text.sendInvitation), { form: typed.form }, { style: 'positive' })),
  );
}

export const recommendedCard = (outcome: 'invited' | 'noMail', t: Translate): Card =>
  card(
    notice('good', words(t(outcome === 'invited' ? text.invitationSent : text.invitationKept), { weight: 'Bolder' })),
    actions(execute(openRecommendation, t(text.recommend), {})),
  );
