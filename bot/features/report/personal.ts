/** What the report stores on people: who published it. What its texts say of others is free text, and listed where texts are searched. */
import type { Personal } from '../../core/feature.ts';
import { isOneOf } from '../../core/network.ts';
import { update } from '../../core/update.ts';
import { allPublished } from './operations.ts';
import { publishedReports, reportIdOf } from './report.ts';

export const reportPersonal: Personal = {
  async collect(ids, work) {
    const own = (await allPublished(work)).filter(({ by }) => isOneOf(ids, by));
    if (own.length === 0) return {};
    return {
      publishedReports: own.map(({ content: { year, language }, publishedAt }) => ({ year, language, publishedAt })),
    };
  },
  async erase(ids, as, work) {
    const { store } = work.services;
    for (const { content, by } of await allPublished(work)) {
      if (!isOneOf(ids, by)) continue;
      const id = reportIdOf(content.year, content.language);
      await update({ store, scope: work.scope, kind: publishedReports, id }, (now) =>
        now && isOneOf(ids, now.by) ? { ...now, by: as } : now,
      );
    }
  },
};
