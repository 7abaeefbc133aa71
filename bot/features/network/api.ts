/** The coordinator's desk: posts that did not arrive. */
import { audit } from '../../core/audit.ts';
import { route } from '../../core/feature.ts';
import { listTroubledPosts, postAgain } from './contract.ts';

export const routes = [
  route(listTroubledPosts, 'coordinator', async (_, { network: of, services }) => ({
    posts: (await services.posts.troubled(of.id)).flatMap((one) =>
      one.state === 'unknown' || one.state === 'failed' ? [{ ...one, state: one.state }] : [],
    ),
  })),
  route(postAgain, 'coordinator', async ({ params }, visit) => {
    await visit.services.posts.again(visit.network.id, params.post);
    await audit(visit, 'posts.again', params.post);
    return {};
  }),
];
