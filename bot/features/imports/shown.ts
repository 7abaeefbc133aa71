/** A list and its dry run as a coordinator sees them, in their language. */
import { type Member, memberIdOf } from '../../core/network.ts';
import { type Names, nameIn } from '../../core/organisation.ts';
import { organisationOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import type { Doubt as DoubtView, ImportRow, ImportView } from './contract.ts';
import { FIELDS, type Field } from './fields.ts';
import type { ImportList } from './list.ts';
import { dryRunOf, rowsOf } from './memory.ts';
import { whyNotApplied } from './operations.ts';
import type { Candidate } from './places.ts';
import {
  columnProblems,
  type Doubt,
  type OrganisationPatch,
  type Patch,
  type PlannedRow,
  type RowResult,
} from './plan.ts';
import { text } from './text.ts';

/** First values of a column that are shown beside its heading. */
const SAMPLES = 3;

export async function importView(visit: Visit, list: ImportList): Promise<ImportView> {
  const { t } = visit;
  const { plan } = list;
  const [rows, state] = await Promise.all([rowsOf(visit, list), plan ? frozen(plan) : settling(visit, list)]);
  return {
    ...{ id: list.id, fileName: list.fileName, createdAt: list.createdAt, expiresAt: list.expiresAt },
    ...{ state: list.state, rows: list.rows, counts: { ...state.counts } },
    columns: list.headings.map((heading, column) => ({
      ...{ column, heading, field: list.columns[column] ?? null },
      samples: samplesOf(rows, column),
    })),
    fields: FIELDS.map((field) => ({ field, label: t(text[field]) })),
    problems: columnProblems(list.columns).map((row) => t(row)),
    newOrganisations: state.organisations.map((names) => nameIn(names, t)),
    canApply: state.canApply,
    ...(list.source ? { source: list.source } : {}),
    ...(plan ? { progress: progressOf(plan) } : {}),
    ...(list.result ? { result: list.result } : {}),
  };
}

interface State {
  readonly counts: ImportView['counts'];
  readonly organisations: readonly Names[];
  readonly canApply: boolean;
}

/** Once it is applied, as it was decided: someone looks again and again how far it is. */
const frozen = ({ counts, organisations }: NonNullable<ImportList['plan']>): State => ({
  ...{ counts, organisations, canApply: false },
});

/** Against the register as it is. */
async function settling(visit: Visit, list: ImportList): Promise<State> {
  const run = await dryRunOf(visit, list, await registerOf(visit));
  const organisations = run.newOrganisations.map(({ names }) => names);
  return { counts: run.counts, organisations, canApply: whyNotApplied(list, run) === undefined };
}

/** Rows done of all. */
const progressOf = ({ done, parts, rows }: NonNullable<ImportList['plan']>): { done: number; total: number } => ({
  done: done >= parts ? rows : Math.round((rows * done) / parts),
  total: rows,
});

export const importSummary = ({ plan, ...list }: ImportList) => ({
  ...list,
  ...(plan ? { progress: progressOf(plan) } : {}),
});

function samplesOf(rows: readonly { readonly cells: readonly string[] }[], column: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[column];
    if (cell) found.add(cell);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}

export function rowView(
  visit: Visit,
  register: Register,
  row: PlannedRow,
  results: ReadonlyMap<number, RowResult>,
): ImportRow {
  const { t } = visit;
  const result = results.get(row.row);
  return {
    ...{ row: row.row, outcome: row.outcome, cells: row.cells, mended: [...row.mended] },
    ...(row.member
      ? {
          member: {
            id: memberIdOf(row.member.person),
            name: row.member.name,
            hasTeams: row.member.teamsId !== undefined,
          },
        }
      : {}),
    ...(row.organisation ? { organisation: candidateView(visit, row.organisation) } : {}),
    changes: changesOf(visit, register, row),
    doubts: row.doubts.map((doubt) => doubtView(visit, register, doubt)),
    problems: row.wrong.map(({ field, row: message, params }) => ({ field, message: t(message, params) })),
    ...(row.decision === undefined ? {} : { decision: row.decision }),
    ...(result === undefined ? {} : { result }),
  };
}

const candidateView = ({ t }: Visit, { id, names, isNew }: Candidate) => ({ id, name: nameIn(names, t), isNew });

function doubtView(visit: Visit, register: Register, doubt: Doubt): DoubtView {
  return {
    code: doubt.code,
    message: visit.t(doubt.message, doubt.params),
    members: doubt.members.map((one) => memberView(visit, register, one)),
    organisations: doubt.organisations.map((one) => candidateView(visit, one)),
    ...(doubt.row === undefined ? {} : { row: doubt.row }),
  };
}

function memberView({ t }: Visit, register: Register, { person, name, email }: Member) {
  const of = organisationOf(register, memberIdOf(person));
  return {
    ...{ id: memberIdOf(person), name },
    ...(email === undefined ? {} : { email }),
    ...(of ? { organisation: nameIn(of.names, t) } : {}),
  };
}

/** The field that a part of a patch is called by. */
const NAMED: Readonly<Record<keyof Patch | keyof OrganisationPatch, Field>> = {
  ...{ name: 'name', email: 'email', title: 'title', phone: 'phone', locale: 'language', isContact: 'isContact' },
  ...{ topics: 'topics', organisation: 'organisation', membership: 'membership', inhabitants: 'inhabitants' },
};

const STAGES: Readonly<Record<NonNullable<OrganisationPatch['membership']>, Message>> = {
  contacted: text.contacted,
  interested: text.interested,
  trial: text.trial,
  member: text.member,
  left: text.leftMembership,
};

function changesOf(visit: Visit, register: Register, row: PlannedRow): ImportRow['changes'] {
  const all = { ...row.set, ...row.organisationSet };
  const before = { ...row.before, ...row.organisationBefore };
  const words = (patch: Patch & OrganisationPatch) => wordsOf(visit, register, patch, row.organisation);
  const [now, then] = [words(all), words(before)];
  return (Object.keys(NAMED) as (keyof typeof NAMED)[]).flatMap((key) => {
    const to = now[key];
    if (to === undefined) return [];
    const from = then[key];
    const field = NAMED[key];
    return [{ field, label: visit.t(text[field]), to, ...(from === undefined ? {} : { from }) }];
  });
}

function wordsOf(
  { t }: Visit,
  register: Register,
  { locale, isContact, topics, organisation, membership, inhabitants, ...plain }: Patch & OrganisationPatch,
  candidate: Candidate | undefined,
): Partial<Record<keyof typeof NAMED, string>> {
  const names =
    organisation === undefined
      ? undefined
      : (presentOrganisation(register, organisation)?.names ??
        (candidate?.id === organisation ? candidate.names : undefined));
  const words: Record<keyof Omit<typeof NAMED, keyof typeof plain>, string | undefined> = {
    locale: locale && t(text[locale]),
    isContact: isContact && t(text.yes),
    topics: topics?.join(', '),
    organisation: names && nameIn(names, t),
    membership: membership && t(STAGES[membership]),
    inhabitants: inhabitants === undefined ? undefined : String(inhabitants),
  };
  const { name, email, title, phone } = plain;
  const all = Object.entries({ ...words, name, email, title, phone });
  return Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
