/** The requests of the page on which parts of the app are switched on and off. */
import type * as network from '../../../../bot/features/network/contract.ts';
import { call } from '../../call.ts';

export const listModules = call<typeof network.listModules>('GET', '/modules');
export const switchModule = call<typeof network.switchModule>('POST', '/modules/{module}');
