/** What the digest tells of events: those of everyone that begin within two months. */
import { DAY, type Instant, plus } from '../../core/clock.ts';
import type { News } from '../../core/feature.ts';
import type { Work } from '../../core/turn.ts';
import { cardText } from './card-text.ts';
import { timeSpan } from './cards.ts';
import { comingEvents } from './operations.ts';

const AHEAD = 60 * DAY;

export async function news(_since: Instant, work: Work): Promise<readonly News[]> {
  const now = work.services.clock.now();
  return (await comingEvents(work))
    .filter(({ group, startsAt }) => group === undefined && startsAt > now && startsAt <= plus(now, AHEAD))
    .map((of) => ({
      ...{ section: 'events', title: of.title, page: `events/${of.id}`, at: of.startsAt },
      hint: work.channelT(cardText.span, { span: timeSpan(of, work.network.zone) }),
    }));
}
