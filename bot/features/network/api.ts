/** The coordinator's desk: posts that did not arrive. */
import { route } from '../../core/feature.ts';
import { listTroubledPosts, postAgain } from './contract.ts';

export const routes = [
  route(listTroubledPosts, 'coordinator', async (_, { network: of, services }) => ({
    posts: (await services.posts.troubled(of.id)).flatMap((one) =>
      one.state === 'unknown' || one.state === 'failed' ? [{ ...one, state: one.state }] : [],
    ),
  })),
  route(postAgain, 'coordinator', async ({ params }, { network: of, services, actor }) => {
    await services.posts.again(of.id, params.post);
    services.log.info('posts.again', { network: of.id, post: params.post, by: actor.person });
    return {};
  }),
];
