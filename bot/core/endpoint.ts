/** The contract of one API request: what the tab sends and what the server promises. Runs in the browser too. */
import { z } from 'zod';

/** As an endpoint's `body`: it comes as `application/octet-stream` and is taken as it is. `largestBody` must say how much, at most 8 MB. */
export const bytes: z.ZodType<Uint8Array> = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export interface Endpoint<P, B, R> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1/networks/{networkId}`, with parameters in braces: `/polls/{poll}`. */
  readonly path: string;
  /** One English sentence for the OpenAPI description. */
  readonly summary: string;
  /** Path and query parameters, as strings on the wire. */
  readonly params: z.ZodType<P>;
  readonly body: z.ZodType<B>;
  readonly response: z.ZodType<R>;
  /** Bytes of the body where files come in it; by default 256 KB. Only who may do it is then let to send so much. */
  readonly largestBody?: number;
}

export function endpoint<P, B, R>(declared: Endpoint<P, B, R>): Endpoint<P, B, R> {
  return declared;
}
