/** Takes the register of a running app back to the people of the team, of whom nothing is known. */
import type { Kind } from '../../bot/core/kind.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { members } from '../../bot/core/network.ts';
import { organisations, registerRulesKind } from '../../bot/core/organisation.ts';
import { forgetRegister } from '../../bot/core/register.ts';
import type { Work } from '../../bot/core/turn.ts';
import { missingOrganisations } from '../../bot/features/members/enrolment.ts';
import { invitedAddresses, recommendations } from '../../bot/features/members/recommendation.ts';
import type { Someone } from './http-app.ts';

const REGISTER = [organisations, registerRulesKind, missingOrganisations, recommendations, invitedAddresses];

export async function emptyRegister(work: Work, team: readonly Someone[]): Promise<void> {
  const { store } = work.services;
  for (const kind of REGISTER as Kind<unknown>[])
    for (const { id } of await listAll(store, work.scope, kind)) await store.remove(work.scope, kind, id);
  const stays = new Set(team.map(({ objectId }) => objectId));
  for (const { id, value } of await listAll(store, work.scope, members)) {
    const { person, teamsId, name, isGuest } = value;
    if (!stays.has(id)) await store.remove(work.scope, members, id);
    else await store.upsert(work.scope, members, id, { person, teamsId, name, isGuest });
  }
  forgetRegister(work);
}
