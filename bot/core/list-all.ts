/** Every document of a kind in a scope, however many pages they fill. */
import type { Kind } from './kind.ts';
import type { Range, Store, Stored } from './ports.ts';
import type { Scope } from './scope.ts';

/** The largest page that a store gives: the fewest requests. */
const PAGE = 1000;

/** In id order. What is written meanwhile may be among them or not. */
export async function listAll<T>(
  store: Store,
  scope: Scope,
  kind: Kind<T>,
  range: Omit<Range, 'page' | 'after'> = {},
): Promise<Stored<T>[]> {
  const found: Stored<T>[] = [];
  let after: string | undefined;
  do {
    const page = await store.list(scope, kind, { ...range, page: PAGE, ...(after === undefined ? {} : { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
