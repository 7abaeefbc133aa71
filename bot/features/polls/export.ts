/** Results as files: CSV that is safe to open in Excel, and XLSX. They hold what the card may show, and no more. */
import { when } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { type Cell, type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { optionLabel } from './cards.ts';
import { pollNow } from './memory.ts';
import { hasVoted } from './operations.ts';
import { type Phase, type Poll, phaseOf, publishedCounts } from './poll.ts';
import { commentsFor, namedVotes, organisationsOf, shownTo, votersOf } from './shown.ts';
import { numberOf, type Share } from './tally.ts';
import { text } from './text.ts';

const STATES: Readonly<Record<Phase, Message>> = {
  scheduled: text.stateScheduled,
  open: text.stateOpen,
  counting: text.stateCounting,
  closed: text.stateClosed,
  undone: text.stateUndone,
};

/**
 * The poll's results in the reader's language. While results are hidden there is the turnout and nothing else; of a poll with names
 * who voted for what; of others the counts and, apart from them, who has voted in order of name.
 */
export async function pollSheets(visit: Visit, poll: Poll): Promise<readonly Sheet[]> {
  const { t, network, services } = visit;
  const reader = { hasVoted: await hasVoted(visit, poll, visit.actor.person) };
  const shown = await shownTo(visit, poll, reader);
  const { voters, entitled, counts, organisations, kind = 'municipality' } = shown;
  const label = (id: string): string => {
    const option = poll.options.find((one) => one.id === id);
    return option ? optionLabel(option, network.zone, t) : '';
  };
  const about: Cell[][] = [
    [t(text.columnQuestion), poll.question],
    [t(text.columnState), t(STATES[phaseOf(poll, services.clock.now())])],
    [t(text.columnDeadline), when(poll.closesAt, network.zone)(visit.actor.locale)],
    [t(text.columnTurnout), voters],
    [t(text.columnEntitled), entitled],
    ...(organisations
      ? [
          [t(text.columnOrganisationsVoted, { kind }), organisations.voted],
          [t(text.columnOrganisationsEntitled, { kind }), organisations.entitled],
          [t(text.columnTallies), t(poll.tallies === 'persons' ? text.pickPersons : text.pickOrganisations)],
        ]
      : []),
  ];
  const who = await organisationRows(visit, poll);
  const lists = [
    ...sheet(t(text.sheetVoters), await voterRows(visit, poll), [
      t(text.columnWho),
      t(text.columnOrganisation, { kind }),
    ]),
    ...sheet(t(text.sheetOrganisations, { kind }), who, [t(text.columnOrganisation, { kind }), t(text.columnHasVoted)]),
  ];
  if (!publishedCounts(poll, shown)) {
    const isOver = poll.state === 'closed'; // then counts are withheld for good: too few secret votes
    return [{ name: t(text.sheetResults), rows: isOver ? about : [...about, [t(text.hiddenYet)]] }];
  }
  const byOrganisation = organisations?.counts;
  const results = {
    name: t(text.sheetResults),
    rows: [
      ...about,
      [],
      [
        t(text.columnOption),
        ...(counts ? [t(text.columnVotes)] : []),
        ...(byOrganisation ? [t(text.columnOrganisationVotes, { kind })] : []),
      ],
      ...poll.options.map(({ id }) => [
        label(id),
        ...(counts ? [counts[id] ?? 0] : []),
        ...(byOrganisation ? [twoDecimals(byOrganisation[id] ?? '0')] : []),
      ]),
    ],
  };
  const comments = await commentsFor(visit, poll, reader);
  return [
    results,
    ...sheet(t(text.sheetVotes), await votesByName(visit, poll, reader, label), [
      t(text.columnWho),
      t(text.columnOrganisation, { kind }),
      t(text.columnOption),
    ]),
    ...lists,
    ...sheet(
      t(text.sheetComments),
      comments.map((comment) => [comment]),
      [t(text.columnComment)],
    ),
  ];
}

/** A column in which no row has anything is left out, such as that of organisations where nobody represents one. */
function sheet(name: string, rows: readonly (readonly Cell[])[], head: readonly Cell[]): Sheet[] {
  const used = head.map((_, column) => rows.some((row) => row[column] !== ''));
  const trimmed = [head, ...rows].map((row) => row.filter((_, column) => used[column]));
  return rows.length > 0 ? [{ name, rows: trimmed }] : [];
}

async function votesByName(
  visit: Visit,
  poll: Poll,
  reader: { readonly hasVoted: boolean },
  label: (id: string) => string,
): Promise<string[][]> {
  const votes = await namedVotes(visit, poll, reader, visit.t);
  return votes.map(({ name, organisation, choices }) => [
    name || visit.t(text.nameUnknown),
    organisation,
    choices.map(label).join(' | '),
  ]);
}

/** Apart from the votes and in order of name, so that nothing links the two. */
async function voterRows(visit: Visit, poll: Poll): Promise<string[][]> {
  if (poll.secrecy === 'named') return []; // they are in the votes already
  const voters = (await votersOf(visit, poll, visit.t)) ?? [];
  return voters.map(({ name, organisation }) => [name || visit.t(text.nameUnknown), organisation]);
}

/** Each entitled organisation, and whether it has voted: never what. */
async function organisationRows(visit: Visit, poll: Poll): Promise<string[][]> {
  const { voted, notVoted } = (await organisationsOf(visit, poll, visit.t)) ?? { voted: [], notVoted: [] };
  const rows = [...voted.map((name) => [name, visit.t(text.yes)]), ...notVoted.map((name) => [name, visit.t(text.no)])];
  return rows.sort(([a = ''], [b = '']) => a.localeCompare(b, 'fi'));
}

const twoDecimals = (of: Share): number => Math.round(numberOf(of) * 100) / 100;

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

/** “aanestys” in the reader's language would say little beside ten others: the question names the file. */
function fileName(poll: Poll): string {
  const words = poll.question.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...words].slice(0, 60).join('') || poll.id;
}

const download = (format: SheetFormat): Download => ({
  name: `polls.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    const poll = await pollNow(visit, subject as ActivityId);
    return sheetsFile(fileName(poll), format, await pollSheets(visit, poll));
  },
});

export const pollDownloads: readonly Download[] = [download('csv'), download('xlsx')];
