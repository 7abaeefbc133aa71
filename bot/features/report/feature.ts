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

async function openReport(turn: Turn) {
  const isCoordinator = await coordinates(turn);
  const has = isCoordinator ? 'desk' : (await publishedSummaries(turn)).length > 0 ? 'published' : 'nothing';
  const link = turn.services.linkToTab(turn.network, 'report');
  return showCard(reportCard(turn.t, { link, has }), turn.t(text.cardTitle));
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
