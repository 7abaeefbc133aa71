/** The coordinators' cards of the register: members whose organisation is not known, and words that wait for their confirmation. */
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
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { memberId, organisationId } from '../../core/network.ts';
import type { Translate } from '../../core/text.ts';
import type { Choice } from './cards.ts';
import { text } from './text.ts';

export const openUnassigned = action('members.unassigned', z.object({}));
export const acceptClear = action('members.acceptClear', z.object({}));
/** `domains`: e-mail domains with commas between. */
const domains = z.string().max(2000);
export const chooseForDomain = action('members.chooseFor', z.object({ domains }));
export const assignDomain = action(
  'members.assign',
  z.object({ domains, organisation: z.string().max(100).optional() }),
);
export const openClaims = action('members.claims', z.object({}));
export const settleClaim = action(
  'members.settle',
  z.object({ member: memberId, claims: organisationId.optional(), settle: z.enum(['confirm', 'decline']) }),
);

/** Groups and claims that one card shows. */
const MOST_ROWS = 8;

/** Members of some e-mail domains who represent nobody yet. */
export interface UnassignedRow {
  /** Empty: addresses tell nothing. */
  readonly domains: readonly string[];
  readonly people: number;
  /** Whom the domain suggests, in the reader's language; absent: unclear. */
  readonly suggested?: Choice | undefined;
}

export interface DeskFrame {
  readonly t: Translate;
  /** Address of the tab's page. */
  readonly link: string;
  /** What was just done. */
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
}

const frameTop = ({ done, problem }: DeskFrame): Element[] => [
  ...(done === undefined ? [] : [notice('good', words(done))]),
  ...(problem === undefined ? [] : [notice('attention', words(problem))]),
];

/** Whom addresses suggest, with one tap for all clear ones; only the unclear are asked about. */
export function unassignedCard(rows: readonly UnassignedRow[], frame: DeskFrame): Card {
  const { t, link } = frame;
  if (rows.length === 0) return card(heading(t(text.unassignedTitle)), frameTop(frame), words(t(text.allAssigned)));
  const clear = rows.filter(({ suggested }) => suggested !== undefined);
  const shown = rows.slice(0, MOST_ROWS);
  const rest = sum(rows.slice(MOST_ROWS));
  return card(
    heading(t(text.unassignedTitle)),
    frameTop(frame),
    words(t(text.unassignedBody, { n: sum(rows) })),
    clear.length > 0 && words(t(text.clearOnes, { members: sum(clear), groups: clear.length }), { weight: 'Bolder' }),
    clear.length > 0 && actions(execute(acceptClear, t(text.acceptClear), {}, { style: 'positive' })),
    shown.flatMap((row) => rowOf(row, t)),
    rest > 0 && words(t(text.restInTab, { n: rest })),
    actions(openUrl(t(text.openInTab), link)),
  );
}

const sum = (rows: readonly UnassignedRow[]): number => rows.reduce((all, { people }) => all + people, 0);

function rowOf({ domains: of, people, suggested }: UnassignedRow, t: Translate): Element[] {
  const domain = of.filter(Boolean).join(' / ') || t(text.noDomain);
  const data = { domains: of.join(',') };
  if (!suggested) {
    // what no domain tells is asked of the members themselves, and settled one by one in the tab
    const canChoose = of.some(Boolean);
    return [
      words(t(text.groupUnclear, { n: people, domain }), { spacing: 'Medium' }),
      ...(canChoose ? actions(execute(chooseForDomain, t(text.choose), data)) : []),
    ];
  }
  return [
    words(t(text.groupOf, { n: people, domain, name: suggested.label }), { spacing: 'Medium' }),
    ...actions(
      execute(assignDomain, t(text.yes), { ...data, organisation: suggested.id }),
      execute(chooseForDomain, t(text.another), data),
    ),
  ];
}

/** Whom the members of a domain represent. `options` that don't fit in a card are left to the tab. */
export const assignCard = (row: UnassignedRow, options: readonly Choice[], frame: DeskFrame): Card =>
  fitting(
    () => assigning(row, frame, options),
    () => assigning(row, frame, []),
  );

function assigning({ domains: of, people }: UnassignedRow, frame: DeskFrame, options: readonly Choice[]): Card {
  const { t, link } = frame;
  return card(
    heading(t(text.groupUnclear, { n: people, domain: of.join(' / ') })),
    frameTop(frame),
    options.length > 0 &&
      choices({
        ...{ id: 'organisation', label: t(text.assignTo), errorMessage: t(text.chooseOrganisation) },
        ...{ options, filtered: true },
      }),
    actions(
      options.length > 0 && execute(assignDomain, t(text.save), { domains: of.join(',') }, { style: 'positive' }),
      execute(openUnassigned, t(text.unassignedTitle), {}),
      openUrl(t(text.openInTab), link),
    ),
  );
}

export interface ClaimRow {
  readonly member: string;
  readonly name: string;
  /** Id of the organisation in the reader's language. */
  readonly claims: Choice;
}
export interface MissingRow {
  readonly name: string;
  readonly words: string;
}

/** Whom people say they represent, to confirm or decline; and what they did not find in the list. */
export function claimsCard(claims: readonly ClaimRow[], missing: readonly MissingRow[], frame: DeskFrame): Card {
  const { t, link } = frame;
  const shown = claims.slice(0, MOST_ROWS);
  const shownMissing = missing.slice(0, MOST_ROWS);
  const rest = claims.length + missing.length - shown.length - shownMissing.length;
  return card(
    heading(t(text.claimsTitle)),
    frameTop(frame),
    claims.length + missing.length === 0 && words(t(text.noClaims)),
    shown.flatMap(({ member, name, claims: of }) => [
      words(t(text.claimOf, { member: name, name: of.label }), { spacing: 'Medium' }),
      ...actions(
        execute(settleClaim, t(text.confirm), { member, claims: of.id, settle: 'confirm' }),
        execute(settleClaim, t(text.decline), { member, claims: of.id, settle: 'decline' }),
      ),
    ]),
    shownMissing.map((one) => words(t(text.missingOf, { member: one.name, words: one.words }), { spacing: 'Medium' })),
    rest > 0 && words(t(text.restInTab, { n: rest })),
    actions(openUrl(t(text.openInTab), link)),
  );
}
