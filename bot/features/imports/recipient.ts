/** Whom a mailing list may hold, and how mail programs write a recipient. */
import type { Person } from '../members/filter.ts';

/** A working address of someone who has not refused bulletins; undefined: leave them out. */
export function mailingAddress({ identities }: Pick<Person, 'identities'>): string | undefined {
  if (identities.some(({ mail }) => mail?.bulletins === false)) return undefined;
  return identities.find(({ email, emailFailedAt }) => email !== undefined && emailFailedAt === undefined)?.email;
}

/** `Matti Meikäläinen <matti@kunta.example>`; a name with marks in quotes (RFC 5322, “display-name”). */
export function recipient(name: string, address: string): string {
  const plain = name.replace(/[\p{Cc}\s<>]+/gu, ' ').trim();
  if (plain === '') return address;
  const isPlain = /^[\p{L}\p{N}\p{M} -]+$/u.test(plain);
  return `${isPlain ? plain : `"${plain.replace(/["\\]/g, (mark) => `\\${mark}`)}"`} <${address}>`;
}
