/** One request of a contract by method and path, with the contract’s types. */
import type { z } from 'zod';

interface Declared {
  readonly method: string;
  readonly params: z.ZodType;
  readonly body: z.ZodType;
  readonly response: z.ZodType;
}

export interface Call<P, B, R> {
  readonly method: string;
  readonly path: string;
  /** Of the server rather than of a network. */
  readonly isGlobal?: boolean;
  /** Needs no one to be signed in. */
  readonly isOpen?: boolean;
  /** Types only; never there. */
  readonly types?: [P, B, R];
}

/** Ids in addresses are plain strings; the server checks them. */
type Plain<T> = { readonly [K in keyof T]: T[K] extends string ? string : string | undefined };
export interface Sent<P, B> {
  readonly params?: P;
  readonly body?: B;
}

export const call = <E extends Declared>(
  method: E['method'],
  path: string,
  more: { isGlobal?: boolean; isOpen?: boolean } = {},
): Call<Plain<z.infer<E['params']>>, z.infer<E['body']>, z.infer<E['response']>> => ({ method, path, ...more });
