/** Branded ids. All are ASCII without `/ \ ? #`, which Cosmos forbids in document ids. */
import { z } from 'zod';

export const ID_PATTERN = /^[A-Za-z0-9._:@=;|,+~-]{1,240}$/;

const id = <Brand extends string>() => z.string().regex(ID_PATTERN).brand<Brand>();

export const networkId = id<'NetworkId'>();
export type NetworkId = z.infer<typeof networkId>;

/** `tenant id|object id` of Entra, lower case. Never a user name or an e-mail address. */
export const personKey = id<'PersonKey'>();
export type PersonKey = z.infer<typeof personKey>;

/** An activity of a network in the sense of the design: a poll, an event, a survey … */
export const activityId = id<'ActivityId'>();
export type ActivityId = z.infer<typeof activityId>;

export const postId = id<'PostId'>();
export type PostId = z.infer<typeof postId>;

export function personOf(tenantId: string, objectId: string): PersonKey {
  return personKey.parse(`${tenantId.toLowerCase()}|${objectId.toLowerCase()}`);
}

/** The object id in a person's key. It is unique across tenants, so it names a person even before their tenant is known. */
export function objectIdOf(person: PersonKey): string {
  return person.slice(person.indexOf('|') + 1);
}

/** Source of new ids; tests give a counting one. */
export type NewId = () => string;
