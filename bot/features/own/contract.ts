/** What the tab and the server say to each other about the reader's own details. Runs in the browser. */
import { z } from 'zod';
import { endpoint } from '../../core/endpoint.ts';
import { mailTopic, organisationId } from '../../core/network.ts';
import { ownDraft } from './details.ts';

const none = z.object({});
const named = z.object({ id: organisationId, name: z.string() });

/** What the network keeps on the reader that they can change themselves. */
export const ownView = z.object({
  name: z.string(),
  /** In Teams: the name comes from there and can't be changed here. */
  hasTeams: z.boolean(),
  email: z.string().optional(),
  /** The mail server refused the address for good: nothing is sent there until it is changed. */
  emailFailed: z.boolean(),
  /** False: this deployment sends no mail. */
  mailWorks: z.boolean(),
  locale: z.enum(['fi', 'sv', 'en']).optional(),
  /** What they get by mail, as things stand. */
  mail: z.record(mailTopic, z.boolean()),
  title: z.string(),
  phone: z.string(),
  topics: z.array(z.string()),
  /** Members see their address, phone and topics. */
  isListed: z.boolean(),
  /** Whom they represent. */
  organisation: named.optional(),
  /** Whom they say they represent; a coordinator confirms it. */
  claims: named.optional(),
  representsNobody: z.boolean(),
  /** A coordinator confirms whom people represent. */
  confirms: z.boolean(),
  /** Whom one may represent, in the order of the reader's language: the network's organisations and the country's municipalities. */
  organisations: z.array(named),
});
export type OwnView = z.infer<typeof ownView>;

export const getOwn = endpoint({
  method: 'GET',
  path: '/own',
  summary: 'The reader’s own details and choices.',
  params: none,
  body: none,
  response: ownView,
});

export const putOwn = endpoint({
  method: 'PUT',
  path: '/own',
  summary: 'Changes the reader’s own details; what is left out stays. Refused with every problem by its field.',
  params: none,
  body: ownDraft,
  response: ownView,
});

export const askLink = endpoint({
  method: 'POST',
  path: '/own/link',
  summary: 'The reader’s personal link, which opens their page without Teams; by mail too when asked for.',
  params: none,
  body: z.object({ byMail: z.boolean(), requestId: z.uuid() }),
  response: z.object({ url: z.string(), isSent: z.boolean() }),
});

export const revokeLink = endpoint({
  method: 'POST',
  path: '/own/link/revoke',
  summary: 'Every personal link of the reader that was made until now opens nothing any more.',
  params: none,
  body: none,
  response: none,
});
