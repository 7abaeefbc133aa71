/** The year plan and the yearly report: figures from what the features tell, own words, files, and what members read. */
import { coordinates } from '../../core/access.ts';
import type { Command, Feature } from '../../core/feature.ts';
import { showCard, type Turn } from '../../core/turn.ts';
import { reportRoutes } from './api.ts';
import { reportCard } from './cards.ts';
import { reportDownloads } from './export.ts';
import { publishedSummaries } from './operations.ts';
import { reportPersonal } from './personal.ts';
import { yearPlans } from './plan.ts';
import { publishedReports, reportTextsKind } from './report.ts';
import { text } from './text.ts';

/** To the desk for coordinators, to the newest published report for others. */
async function openReport(turn: Turn) {
  const { services, network, t } = turn;
  const isCoordinator = await coordinates(turn);
  const [newest] = isCoordinator ? [] : await publishedSummaries(turn);
  const has = isCoordinator ? 'desk' : newest ? 'published' : 'nothing';
  const link = services.linkToTab(network, newest ? `members/report/${newest.year}` : 'manage/report');
  return showCard(reportCard(t, { link, has }), t(text.cardTitle));
}

const commands: readonly Command[] = [
  {
    name: 'report',
    words: ['raportti', 'vuosiraportti', 'toimintakertomus', 'rapport', 'årsrapport', 'report'],
    word: { fi: 'raportti', sv: 'rapport', en: 'report' },
    help: text.help,
    run: (_, turn) => openReport(turn),
  },
];

export const report: Feature = {
  name: 'report',
  kinds: [yearPlans, reportTextsKind, publishedReports],
  handlers: [],
  commands,
  jobs: [],
  drawings: [],
  routes: reportRoutes,
  downloads: reportDownloads,
  personal: reportPersonal,
};
