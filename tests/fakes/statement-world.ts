/** Statements in a world of their own: drafted, commented on and joined; with the material bank, into which they go. */
import type { Endpoint } from '../../bot/core/endpoint.ts';
import { networks } from '../../bot/core/network.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import { statements } from '../../bot/features/statements/feature.ts';
import { statementNow } from '../../bot/features/statements/memory.ts';
import { createStatement, openForComments, openForJoining } from '../../bot/features/statements/operations.ts';
import { type Statement, type StatementDraft, statementDraft } from '../../bot/features/statements/statement.ts';
import { askOf, type FeatureWorld, openFeatureWorld, represent, type WorldOptions } from './feature-world.ts';

export { objectIdOfMember, openChat, person, represent, wordsOf } from './feature-world.ts';

export const TEXT =
  'Verkosto kannattaa esityksen tavoitteita.\n\nPienissä kunnissa kutsuliikenne on usein ainoa keino.\n\nRahoituksen pitää olla pysyvää.';

export interface StatementWorld extends FeatureWorld {
  /** A draft of the coordinator's, of three paragraphs unless it says otherwise. */
  draft(of?: Partial<StatementDraft>): Promise<Statement>;
  /** The same, open for comments for two weeks. */
  commenting(of?: Partial<StatementDraft>): Promise<Statement>;
  /** The same, open for joining for two weeks. */
  joining(of?: Partial<StatementDraft>): Promise<Statement>;
  now(of: Pick<Statement, 'id'>): Promise<Statement>;
}

export const SOON = { on: '', at: '' };

/** Members 1 to 3 represent municipalities of their own; the others nobody. */
export async function openStatementWorld(options: WorldOptions = {}): Promise<StatementWorld> {
  const base = await openFeatureWorld([materials, statements], options);
  const { store } = base.temp;
  const found = await store.get(base.scope, networks, base.scope.network);
  if (found) await store.upsert(base.scope, networks, found.id, { ...found.value, modules: { statements: true } });
  for (const n of [1, 2, 3]) await represent(base, n, n);
  const world: StatementWorld = Object.assign(base, {
    async draft(of: Partial<StatementDraft> = {}) {
      const typed = statementDraft.parse({ title: 'Lausunto joukkoliikennelaista', text: TEXT, ...of });
      return createStatement(await world.visit(0), typed, world.services.newId());
    },
    async commenting(of: Partial<StatementDraft> = {}) {
      const { id } = await world.draft(of);
      const opened = await openForComments(await world.visit(0), id, SOON);
      await world.clock.rest();
      return opened;
    },
    async joining(of: Partial<StatementDraft> = {}) {
      const { id } = await world.commenting(of);
      const opened = await openForJoining(await world.visit(0), id, SOON);
      await world.clock.rest();
      return opened;
    },
    now: async ({ id }: Pick<Statement, 'id'>) => statementNow(await world.work(), id),
  });
  return world;
}

/** Asks as the tab does, and checks that the answer keeps the contract. */
export const ask = <P, B, R>(
  endpoint: Endpoint<P, B, R>,
  visit: Visit,
  of: { params?: object; body?: object } = {},
): Promise<R> => askOf(statements.routes, endpoint, visit, of);
