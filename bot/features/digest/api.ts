/** What the tab asks of the digest, for coordinators. */
import { type Route, route } from '../../core/feature.ts';
import type { Work } from '../../core/turn.ts';
import * as contract from './contract.ts';
import type { Digest } from './digest.ts';
import { digestNow, nextOf, previewDigest, setDigest } from './operations.ts';

function view(work: Work, of: Digest): contract.DigestView {
  const next = nextOf(work, of);
  const last = of.issues.at(-1)?.at;
  return {
    settings: of.settings,
    ...(next === undefined ? {} : { next }),
    ...(last === undefined ? {} : { last }),
  };
}

export const digestRoutes: readonly Route[] = [
  route(contract.getDigest, 'coordinator', async (_, visit) => view(visit, await digestNow(visit))),
  route(contract.putDigest, 'coordinator', async ({ body }, visit) => view(visit, await setDigest(visit, body))),
  route(contract.previewDigest, 'coordinator', async (_, visit) => {
    const card = await previewDigest(visit);
    return card ? { card: { ...card } } : {};
  }),
];
