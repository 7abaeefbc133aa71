/** `POST /api/messages`: guard, authentication, one turn, one answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TeamsAdapter } from './adapter.ts';
import { createDispatch, type DispatchParts } from './dispatch.ts';
import { admit } from './guard.ts';

export interface EndpointParts extends DispatchParts {
  readonly adapter: TeamsAdapter;
}

/** `req.body` holds the parsed JSON (restify's jsonBodyParser). Never rejects; always answers. */
export type MessagesEndpoint = (req: IncomingMessage & { body?: unknown }, res: ServerResponse) => Promise<void>;

const problem = (status: number, title: string) => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title, status }),
});
/** One body for every reason, so that a stranger learns nothing from it. */
const UNAUTHORIZED = problem(401, 'Unauthorized');
const UNAVAILABLE = problem(503, 'Service Unavailable');
const NOT_IMPLEMENTED = problem(501, 'Not Implemented');
const OK = { status: 200, type: 'text/plain', body: '' };

export function messagesEndpoint(parts: EndpointParts): MessagesEndpoint {
  const { adapter, services } = parts;
  const { log } = services;
  const dispatch = createDispatch(parts);
  return async (req, res) => {
    const admission = admit(req.body, adapter.rules);
    if ('refused' in admission) {
      const { refused, origin } = admission;
      // a host that is missing from the list makes a dead bot: someone must look, but a stranger may have sent it
      if (refused === 'host') log.warn('teams.unknownServiceUrl', { alert: true, origin });
      else log.warn('teams.rejected', { reason: refused });
      return answer(res, UNAUTHORIZED);
    }
    const { activity } = admission;
    const verdict = await adapter.verify(activity, req.headers.authorization);
    if (verdict === 'unavailable') return answer(res, UNAVAILABLE);
    if ('refused' in verdict) {
      log.warn('teams.rejected', { reason: verdict.refused });
      return answer(res, UNAUTHORIZED);
    }
    let said: unknown;
    await adapter.run(verdict.verified, activity, async () => {
      said = await dispatch(activity);
    });
    if (activity.type !== 'invoke') return answer(res, OK);
    if (said === undefined) return answer(res, NOT_IMPLEMENTED);
    return answer(res, { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(said) });
  };
}

function answer(res: ServerResponse, { status, type, body }: typeof OK): void {
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  res.end(body);
}
