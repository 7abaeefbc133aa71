/** Whom a file of members is about: the filter of the members' page, and who took part in one activity. */
import { activityId } from '../../core/ids.ts';
import { memberFilter } from '../members/criteria.ts';

/** `isSilent`: those who took part in nothing in the last twelve months (`yes`), or in something (`no`). */
export const exportFilter = memberFilter.extend({
  /** Only people who took part in this. */
  event: activityId.optional(),
});
