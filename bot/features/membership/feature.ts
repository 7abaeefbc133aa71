/** Membership and fees of organisations, for coordinators alone. */
import type { Feature, HandoverItem } from '../../core/feature.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { registerNow } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { membershipRoutes } from './api.ts';
import { membershipDownloads } from './export.ts';
import { contactNotes } from './membership.ts';
import { notesOf } from './operations.ts';
import { membershipPersonal } from './personal.ts';
import { text } from './text.ts';

/** Next steps that the person wrote down and that nobody has taken. Who wrote them stays, as history; any coordinator takes them. */
async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const [notes, { organisations }] = await Promise.all([notesOf(visit), registerNow(visit)]);
  const today = todayIn(visit);
  return notes
    .filter(({ nextStep, doneAt, by }) => nextStep && !doneAt && isOneOf(ids, by))
    .map(({ id, organisation, nextStep = '', nextOn }) => {
      const of = organisations.get(organisation);
      return {
        ...{
          id: `membership.note|${organisation}|${id}`,
          kind: 'membership.note',
          page: `manage/membership/${organisation}`,
        },
        title: visit.t(text.handNote, { organisation: of ? nameIn(of.names, visit.t) : '', step: nextStep }),
        todo: visit.t(nextOn !== undefined && nextOn < today ? text.handLate : text.handWaits),
      };
    });
}

export const membership: Feature = {
  name: 'membership',
  kinds: [contactNotes],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: membershipRoutes,
  downloads: membershipDownloads,
  personal: membershipPersonal,
  handover,
};
