/** What the digest tells of polls: those in which every member may vote now. */
import { type Instant, when } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import type { Work } from '../../core/turn.ts';
import { openPolls } from './operations.ts';
import { text } from './text.ts';

export async function news(_since: Instant, work: Work): Promise<readonly News[]> {
  return (await openPolls(work))
    .filter(({ group }) => group === undefined)
    .map(({ id, question, closesAt }) => ({
      ...{ section: 'polls', title: question, page: `polls/${id}`, at: closesAt },
      hint: work.channelT(text.deadline, { when: when(closesAt, work.network.zone) }),
    }));
}
