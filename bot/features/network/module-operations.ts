/** Switching parts of the app on and off in a network. */
import { asCoordinator, notCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { isOn, type ModuleName } from '../../core/modules.ts';
import { isCoordinator, type Network, networks } from '../../core/network.ts';
import type { Visit } from '../../core/turn.ts';
import { update } from '../../core/update.ts';

/** What is off keeps what it had. Asked again it changes nothing. */
export async function switchModule(visit: Visit, module: ModuleName, to: boolean): Promise<Network> {
  await asCoordinator(visit);
  const { store } = visit.services;
  let isChanged = false;
  const stored = await update({ store, scope: visit.scope, kind: networks, id: visit.network.id }, (of) => {
    if (!of || !isCoordinator(of, visit.actor.person)) throw notCoordinator();
    isChanged = isOn(of, module) !== to;
    return isChanged ? { ...of, modules: { ...of.modules, [module]: to } } : of;
  });
  if (isChanged) await audit(visit, to ? 'network.moduleOn' : 'network.moduleOff', module);
  return stored?.value ?? visit.network;
}
