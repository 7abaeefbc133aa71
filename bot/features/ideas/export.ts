/** The ideas of a call as files: CSV that is safe to open in Excel, and XLSX. */
import { inWords, when } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import { activityId } from '../../core/ids.ts';
import type { Visit } from '../../core/turn.ts';
import { type Cell, type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { stateLabel } from './cards.ts';
import type { Collection } from './collection.ts';
import { isCurrent } from './idea.ts';
import { authorNames, organisationName, titleIn } from './names.ts';
import { asJudge } from './operations.ts';
import { text as columns } from './sheet-text.ts';
import { type Gathered, gather, inOrder, supportersIn, visibleCall } from './shown.ts';

/** Everything of a call: its ideas with their authors, where merged ones went, and what was decided. Names of authors only once a contest has closed. */
export async function ideaSheets(visit: Visit, call: Collection): Promise<readonly Sheet[]> {
  const of = await gather(visit, call);
  const { t, network, actor } = visit;
  const title = (id: string): string => [...of.ideas.values()].find((one) => one.id === id)?.title ?? '';
  const all = inOrder(
    of,
    [...of.ideas.values()].filter(({ isUndone }) => !isUndone),
    'support',
    t,
  );
  const head = [
    ...[columns.idea, columns.text, columns.authors, columns.organisation, columns.cost, columns.targetGroup],
    ...[columns.theme, columns.state, columns.reason, columns.supporters, columns.comments, columns.votes],
    ...[columns.into, columns.from, columns.at],
  ];
  return [
    {
      name: t(columns.sheet),
      rows: [
        ...aboutRows(visit, of),
        [],
        head.map((one) => t(one)),
        ...all.map((one): Cell[] => [
          ...[one.title, one.text, of.isHidden ? '' : authorNames(of.register, one, t).join(', ')],
          of.isHidden ? '' : (organisationName(of.register, one, t) ?? ''),
          ...[one.cost ?? '', one.targetGroup ?? '', one.theme ?? '', t(stateLabel(one)), one.reason ?? ''],
          ...[supportersIn(of, one), of.comments.filter((said) => said.of === one.id).length, one.vote?.votes ?? ''],
          ...[one.into.map(title).join(', '), one.from.map(title).join(', ')],
          when(one.at, network.zone)(actor.locale),
        ]),
      ],
    },
  ];
}

function aboutRows({ t, network, actor, services }: Visit, { call, ideas }: Gathered): Cell[][] {
  const { decision } = call;
  const decided = decision?.ideas.flatMap((id) => ideas.get(id)?.title ?? []) ?? [];
  return [
    [t(columns.call), titleIn(call, t)],
    [t(columns.taken), inWords(services.clock.now(), network.zone, actor.locale, { dateStyle: 'medium' })],
    ...(call.closesAt ? [[t(columns.closes), when(call.closesAt, network.zone)(actor.locale)]] : []),
    [t(columns.ideas), [...ideas.values()].filter(isCurrent).length],
    ...(decision
      ? [
          [t(columns.decision), decided.join(', ')],
          [t(columns.confirmed), [decision.body, decision.on].filter(Boolean).join(', ')],
        ]
      : []),
  ];
}

const download = (format: SheetFormat): Download => ({
  name: `ideas.${format}`,
  role: 'member', // coordinators and the jury; decided when the file is fetched
  async produce(subject, visit) {
    const call = await visibleCall(visit, activityId.parse(subject));
    await asJudge(visit, call);
    return sheetsFile(titleIn(call, visit.t), format, await ideaSheets(visit, call));
  },
});

export const ideaDownloads: readonly Download[] = [download('csv'), download('xlsx')];
