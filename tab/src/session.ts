/** Who uses the tab: the person whom Teams vouches for, or in the demo the sample person one acts as. */
import { createContext, useContext } from 'react';
import type { Api, Identify } from './api.ts';
import type { MyNetwork } from './calls.ts';
import type { Host } from './where.ts';

const ACT_AS = 'verkostobotti.actAs';
const LANGUAGE = 'verkostobotti.language';
const NETWORK = 'verkostobotti.network';

/** Small choices of this browser; where storage is forbidden, as in some frames, they last as long as the page. */
function remembered(key: string): { get(): string | undefined; set(value: string): void } {
  let here: string | undefined;
  return {
    get: () => {
      try {
        return here ?? localStorage.getItem(key) ?? undefined;
      } catch {
        return here;
      }
    },
    set: (value) => {
      here = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // kept in `here`
      }
    },
  };
}

export const chosenPerson = remembered(ACT_AS);
export const chosenLanguage = remembered(LANGUAGE);
export const chosenNetwork = remembered(NETWORK);

export const asTeamsPerson =
  (host: Host): Identify =>
  async () => ({ authorization: `Bearer ${await host.token()}` });

export const asSamplePerson =
  (person: string): Identify =>
  async () => ({ 'x-act-as': person });

export interface Session {
  readonly api: Api;
  readonly network: MyNetwork;
  /** Keeps what different people were shown apart. */
  readonly person: string;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a page of a network is shown outside of one');
  return session;
}
