/** What the tab and the server say to each other outside any one network. Runs in the browser. */
import { z } from 'zod';
import { zoneName } from '../core/clock.ts';
import { endpoint } from '../core/endpoint.ts';
import { networkId, personKey } from '../core/ids.ts';
import { moduleName } from '../core/modules.ts';

/** Where all requests live; those of a network under `/networks/{networkId}`, the ones below right here. */
export const API = '/api/v1';
/** The channel tab's id in Teams: deep links name it, the configuration page sets it. */
export const TAB_ENTITY = 'network';

/** Every error's body, `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  /** Stable, for programs: `refused`, `form`, `notAllowed`, `invalid`, `notFound`, `unauthorised`, `internal` … */
  code: z.string(),
  /** For the person, in their language; absent when the program is to blame. */
  detail: z.string().optional(),
  /** Inputs that need mending; `field` is the input's id, `code` is there where a program can ask the person what to do. */
  fields: z.array(z.object({ field: z.string(), message: z.string(), code: z.string().optional() })).optional(),
  /** Names the entry in the log. */
  reference: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

const none = z.object({});

const networkOfPerson = z.object({
  id: networkId,
  name: z.string(),
  /** Teams' thread id of the team; the tab finds its network by it. */
  team: z.string(),
  language: z.enum(['fi', 'sv', 'en', 'fi+sv']),
  zone: zoneName,
  coordinator: z.boolean(),
  /** Parts of the app that are in use; see `core/modules.ts`. */
  modules: z.array(moduleName),
  /** The language that the person chose for themselves; absent when they chose none. */
  locale: z.enum(['fi', 'sv', 'en']).optional(),
});

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who asks, and the networks in which they are a member now.',
  params: none,
  body: none,
  response: z.object({ person: personKey, networks: z.array(networkOfPerson) }),
});

export const getPublicConfig = endpoint({
  method: 'GET',
  path: '/public-config',
  summary: 'How to sign in, and the version that runs. Open to all.',
  params: none,
  body: none,
  response: z.object({
    /** `none`: choose one of `/people` and name them in the header `x-act-as`. */
    auth: z.enum(['teams', 'none']),
    appId: z.string(),
    version: z.string(),
  }),
});

export const getPeople = endpoint({
  method: 'GET',
  path: '/people',
  summary: 'People to act as; only on a server without authentication, which listens to its own machine alone.',
  params: none,
  body: none,
  response: z.object({
    people: z.array(z.object({ person: personKey, name: z.string(), coordinator: z.boolean() })),
  }),
});
