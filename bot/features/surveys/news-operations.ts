/** What the digest tells of surveys: those that everyone is asked now. Feedback asks those who were there, in the thread of its event. */
import { type Instant, when } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import { nameIn } from '../../core/organisation.ts';
import type { Work } from '../../core/turn.ts';
import { openSurveys } from './operations.ts';
import { text } from './page-text.ts';

export async function news(_since: Instant, work: Work): Promise<readonly News[]> {
  return (await openSurveys(work))
    .filter(({ type, group }) => type === 'survey' && group === undefined)
    .map(({ id, title, closesAt }) => ({
      ...{ section: 'surveys', title: nameIn(title, work.channelT), page: `surveys/${id}`, at: closesAt },
      hint: work.channelT(text.answerBy, { when: when(closesAt, work.network.zone) }),
    }));
}
