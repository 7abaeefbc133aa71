/** `/healthz`: the process is alive. `/readyz`: it can serve, its store and keys within reach; whether files are is told beside. */
import { SECOND } from '../core/clock.ts';
import type { Files, KeyBox, Log, Store } from '../core/ports.ts';
import { type HttpRoute, json } from './exchange.ts';

/** Longer than this is out of reach. */
const PATIENCE = 3 * SECOND;

type Part = 'store' | 'keys' | 'files';

/** `isStopping` turns readiness off before the server goes, so that no new requests are sent here. */
export function healthRoutes(of: {
  readonly store: Store;
  readonly keys: KeyBox;
  readonly files: Files;
  readonly log: Log;
  readonly isStopping: () => boolean;
}): HttpRoute[] {
  const reach = async (part: Part): Promise<'ok' | 'unreachable'> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${part} did not answer in ${PATIENCE} ms`)), PATIENCE);
    });
    try {
      await Promise.race([of[part].ping(), late]);
      return 'ok';
    } catch (error) {
      of.log.error('unreachable', error, { part });
      return 'unreachable';
    } finally {
      clearTimeout(timer);
    }
  };
  // However many ask at once, each is asked once.
  let asking: Promise<Record<Part, string>> | undefined;
  const ask = (): Promise<Record<Part, string>> => {
    asking ??= Promise.all([reach('store'), reach('keys'), reach('files')])
      .then(([store, keys, files]) => ({ store, keys, files }))
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  return [
    { method: 'GET', pattern: '/healthz', handle: async () => json({ status: 'ok' }) },
    {
      method: 'GET',
      pattern: '/readyz',
      async handle() {
        if (of.isStopping()) return json({ status: 'stopping' }, 503);
        const parts = await ask();
        // Without files polls and events go on: a server that is taken away would take them too.
        const isReady = parts.store === 'ok' && parts.keys === 'ok';
        return json({ status: isReady ? 'ready' : 'unready', ...parts }, isReady ? 200 : 503);
      },
    },
  ];
}
