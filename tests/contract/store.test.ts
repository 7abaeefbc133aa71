/** What every backend of the store must do, proven on each through the typed store. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Kind, kind } from '../../bot/core/kind.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { AlreadyExists, type Range, type Store, type Stored, VersionConflict } from '../../bot/core/ports.ts';
import { directoryScope, type Scope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { storeOn } from '../../bot/store/typed.ts';
import { backends, type Ground } from './backends.ts';

const note = z.object({ text: z.string(), count: z.number().default(0) });
type Note = z.infer<typeof note>;
const notes = kind({ name: 'note', container: 'activities', schema: note });
const longerName = kind({ name: 'note-log', container: 'activities', schema: note });
const elsewhere = kind({ name: 'note', container: 'materials', schema: note });
const indexed = kind({ name: 'item', container: 'materials', schema: note, indexed: true });
const indexedToo = kind({ name: 'items', container: 'materials', schema: note, indexed: true });

const of = (text: string, count = 0): Note => ({ text, count });
/** A partition of its own for each test. */
const newScope = (): Scope => directoryScope(`n-${randomUUID()}|a`);

describe.each(backends)('the store on %s', (_name, prepare) => {
  let ground: Ground;
  let store: Store;

  beforeAll(async () => {
    ground = await prepare();
    store = storeOn(await ground.open());
  });
  afterAll(async () => {
    await store.close();
    await ground.close();
  });

  const ids = async (scope: Scope, of: Kind<Note>, range?: Range): Promise<string[]> =>
    (await store.list(scope, of, range)).items.map(({ id }) => id);

  async function everyPage<T>(
    read: (after?: string) => Promise<{ items: readonly T[]; next?: string }>,
  ): Promise<T[][]> {
    const pages: T[][] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await read(after);
      pages.push([...items]);
      if (next === undefined) return pages;
      after = next;
    }
  }

  describe('one document', () => {
    test('is read back as it was written, with the version of the write', async () => {
      const scope = newScope();
      const inserted = await store.insert(scope, notes, '1', of('first', 1));
      expect(inserted).toEqual({ id: '1', value: of('first', 1), version: expect.any(String) });
      expect(await store.get(scope, notes, '1')).toEqual(inserted);
      const replaced = await store.replace(scope, notes, '1', of('second', 2), inserted.version);
      expect(await store.get(scope, notes, '1')).toEqual(replaced);
      const upserted = await store.upsert(scope, notes, '1', of('third', 3));
      expect(await store.get(scope, notes, '1')).toEqual(upserted);
      expect(upserted.value).toEqual(of('third', 3));
    });

    test('that is not there is undefined', async () => {
      expect(await store.get(newScope(), notes, 'none')).toBeUndefined();
    });

    test('gets a new version with every write, also of the same value', async () => {
      const scope = newScope();
      const a = await store.insert(scope, notes, '1', of('same'));
      const b = await store.upsert(scope, notes, '1', of('same'));
      const c = await store.replace(scope, notes, '1', of('same'), b.version);
      await store.remove(scope, notes, '1');
      const d = await store.insert(scope, notes, '1', of('same'));
      expect(new Set([a.version, b.version, c.version, d.version]).size).toBe(4);
    });

    test('is not inserted twice, and the first stays', async () => {
      const scope = newScope();
      await store.insert(scope, notes, '1', of('first'));
      await expect(store.insert(scope, notes, '1', of('second'))).rejects.toThrow(AlreadyExists);
      expect((await store.get(scope, notes, '1'))?.value).toEqual(of('first'));
    });

    test('is inserted by exactly one of many at once', async () => {
      const scope = newScope();
      const tries = Array.from({ length: 20 }, (_, n) => store.insert(scope, notes, '1', of(`by ${n}`, n)));
      const outcomes = await Promise.allSettled(tries);
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await store.get(scope, notes, '1')).toEqual(won[0]?.value);
      const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      for (const reason of lost) expect(reason).toBeInstanceOf(AlreadyExists);
    });

    test('is not replaced by someone who read an earlier version', async () => {
      const scope = newScope();
      const { version } = await store.insert(scope, notes, '1', of('first'));
      await store.upsert(scope, notes, '1', of('second'));
      await expect(store.replace(scope, notes, '1', of('third'), version)).rejects.toThrow(VersionConflict);
      expect((await store.get(scope, notes, '1'))?.value).toEqual(of('second'));
    });

    test('that has gone is not replaced, nor is one that came in its place', async () => {
      const scope = newScope();
      const { version } = await store.insert(scope, notes, '1', of('first'));
      await store.remove(scope, notes, '1');
      await expect(store.replace(scope, notes, '1', of('second'), version)).rejects.toThrow(VersionConflict);
      expect(await store.get(scope, notes, '1')).toBeUndefined();
      await store.insert(scope, notes, '1', of('another'));
      await expect(store.replace(scope, notes, '1', of('second'), version)).rejects.toThrow(VersionConflict);
      expect((await store.get(scope, notes, '1'))?.value).toEqual(of('another'));
    });

    test('is never replaced or removed by an empty version', async () => {
      const scope = newScope();
      await store.insert(scope, notes, '1', of('first'));
      await expect(store.replace(scope, notes, '1', of('second'), '')).rejects.toThrow(TypeError);
      await expect(store.remove(scope, notes, '1', '')).rejects.toThrow(TypeError);
      expect((await store.get(scope, notes, '1'))?.value).toEqual(of('first'));
    });

    test('is removed once, and only by who knows the version when one is given', async () => {
      const scope = newScope();
      const { version: stale } = await store.insert(scope, notes, '1', of('first'));
      const { version } = await store.upsert(scope, notes, '1', of('second'));
      await expect(store.remove(scope, notes, '1', stale)).rejects.toThrow(VersionConflict);
      expect(await store.remove(scope, notes, '1', version)).toBe(true);
      await expect(store.remove(scope, notes, '1', version)).rejects.toThrow(VersionConflict);
      expect(await store.remove(scope, notes, '1')).toBe(false);
      await store.insert(scope, notes, '1', of('third'));
      expect(await store.remove(scope, notes, '1')).toBe(true);
      expect(await store.get(scope, notes, '1')).toBeUndefined();
    });

    test('that does not fit its schema is refused before anything is written', async () => {
      const scope = newScope();
      const wrong = { text: 5 } as unknown as Note;
      await expect(store.insert(scope, notes, '1', wrong)).rejects.toThrow(z.ZodError);
      await expect(store.upsert(scope, notes, '1', wrong)).rejects.toThrow(z.ZodError);
      expect(await store.get(scope, notes, '1')).toBeUndefined();
    });

    test('may hold any text, beyond the basic plane too', async () => {
      const scope = newScope();
      const text =
        "Äänestys på svenska “x” 𐐷 😀👩‍👩‍👧 \u0000 \u2028 ” \\ \n \t \u202e <script> '; DROP TABLE documents; --";
      await store.insert(scope, notes, '1', of(text));
      expect((await store.get(scope, notes, '1'))?.value.text).toBe(text);
      expect((await store.list(scope, notes)).items[0]?.value.text).toBe(text);
    });

    test('may be big, and one that is too big for Cosmos DB is refused everywhere', async () => {
      const scope = newScope();
      const big = 'ä'.repeat(900_000); // 1.8 MB
      await store.insert(scope, notes, '1', of(big));
      expect((await store.get(scope, notes, '1'))?.value.text).toHaveLength(big.length);
      await expect(store.upsert(scope, notes, '1', of('ä'.repeat(1_000_000)))).rejects.toThrow(RangeError);
      await expect(store.insert(scope, notes, '2', of('ä'.repeat(1_000_000)))).rejects.toThrow(RangeError);
      expect((await store.get(scope, notes, '1'))?.value.text).toHaveLength(big.length);
      expect(await store.get(scope, notes, '2')).toBeUndefined();
    });
  });

  describe('ids', () => {
    const odd = ['a|b:c@d=e;f,g+h~i-j._k', 'A', 'a', '|', '..', '~41', 'x'.repeat(240), '2026-11-22T14:00:00.000Z|k'];

    test('may hold every character that the pattern allows, and are told apart exactly', async () => {
      const scope = newScope();
      for (const id of odd) await store.insert(scope, notes, id, of(id));
      for (const id of odd) expect((await store.get(scope, notes, id))?.value.text).toBe(id);
      expect(await ids(scope, notes)).toEqual([...odd].sort());
      for (const id of odd) expect(await store.remove(scope, notes, id)).toBe(true);
      expect(await ids(scope, notes)).toEqual([]);
    });

    test.each(['', 'a/b', 'a\\b', 'a?b', 'a#b', 'ä', 'a b', '😀', 'x'.repeat(241)])(
      'that Cosmos DB would not take are refused: %j',
      async (id) => {
        await expect(store.insert(newScope(), notes, id, of('x'))).rejects.toThrow(TypeError);
        await expect(store.get(newScope(), notes, id)).rejects.toThrow(TypeError);
      },
    );
  });

  describe('scopes', () => {
    test('of the same ids never see, change or remove each other’s documents', async () => {
      const [mine, theirs] = [newScope(), newScope()];
      for (const id of ['1', '2', '3']) {
        await store.insert(mine, indexed, id, of('mine'));
        await store.insert(theirs, indexed, id, of('theirs'));
      }
      await store.insert(theirs, indexed, 'only-theirs', of('theirs'));
      const { version } = await store.upsert(theirs, indexed, '1', of('theirs'));

      expect(await store.get(mine, indexed, 'only-theirs')).toBeUndefined();
      expect(await store.remove(mine, indexed, 'only-theirs')).toBe(false);
      await expect(store.replace(mine, indexed, '1', of('wrong'), version)).rejects.toThrow(VersionConflict);
      const listed = await store.list(mine, indexed);
      expect(listed.items.map(({ id, value }) => [id, value.text])).toEqual([
        ['1', 'mine'],
        ['2', 'mine'],
        ['3', 'mine'],
      ]);
      const { changed } = await store.changedSince(mine, indexed, 0);
      expect(changed.map((one) => 'value' in one && one.value.text)).toEqual(['mine', 'mine', 'mine']);

      for (const id of ['1', '2', '3']) await store.remove(mine, indexed, id);
      expect(await ids(mine, indexed)).toEqual([]);
      expect(await ids(theirs, indexed)).toEqual(['1', '2', '3', 'only-theirs']);
    });

    test('whose names begin alike are apart, as a network and its activity are', async () => {
      const network = directoryScope(`n-${randomUUID()}`);
      const activity = directoryScope(`${network.partition}|a`);
      await store.insert(activity, notes, '1', of('activity'));
      expect(await ids(network, notes)).toEqual([]);
      expect(await store.get(network, notes, '1')).toBeUndefined();
    });

    test('without a partition are refused', async () => {
      await expect(store.list(directoryScope(''), notes)).rejects.toThrow(TypeError);
    });

    test('page tokens of one scope open nothing of another', async () => {
      const [mine, theirs] = [newScope(), newScope()];
      for (const id of ['1', '2', '3', '4']) {
        await store.insert(mine, notes, id, of('mine'));
        await store.insert(theirs, notes, id, of('theirs'));
      }
      const { next } = await store.list(theirs, notes, { page: 2 });
      const after = next ?? '';
      const read = await store.list(mine, notes, { page: 2, after }).then(
        ({ items }) => items,
        () => [],
      );
      for (const { value } of read) expect(value.text).toBe('mine');
    });

    test('kinds and containers are apart, though names and ids are alike', async () => {
      const scope = newScope();
      await store.insert(scope, notes, '1', of('note'));
      await store.insert(scope, longerName, '1', of('longer name'));
      await store.insert(scope, elsewhere, '1', of('elsewhere'));
      expect((await store.get(scope, notes, '1'))?.value.text).toBe('note');
      expect((await store.list(scope, notes)).items.map(({ value }) => value.text)).toEqual(['note']);
      expect((await store.list(scope, longerName)).items.map(({ value }) => value.text)).toEqual(['longer name']);
      expect((await store.list(scope, elsewhere)).items.map(({ value }) => value.text)).toEqual(['elsewhere']);
      await store.remove(scope, elsewhere, '1');
      expect(await ids(scope, notes)).toEqual(['1']);
    });
  });

  describe('lists', () => {
    const all = ['a', 'a|1', 'a|10', 'a|2', 'a|~', 'a~', 'b', 'B|1', 'c'];
    const scope = newScope();
    beforeAll(async () => {
      for (const id of [...all].reverse()) await store.insert(scope, notes, id, of(id));
    });

    test('are in the order of ids by character code', async () => {
      expect(await ids(scope, notes)).toEqual([...all].sort());
    });

    test.each<[Range, string[]]>([
      [{ prefix: 'a|' }, ['a|1', 'a|10', 'a|2', 'a|~']],
      [{ prefix: 'a' }, ['a', 'a|1', 'a|10', 'a|2', 'a|~', 'a~']],
      [{ prefix: 'a~' }, ['a~']],
      [{ prefix: 'zz' }, []],
      [{ from: 'a|2' }, ['a|2', 'a|~', 'a~', 'b', 'c']],
      [{ to: 'a' }, ['B|1']],
      [{ from: 'a', to: 'a|10' }, ['a', 'a|1']],
      [{ prefix: 'a|', from: 'a|10', to: 'b' }, ['a|10', 'a|2', 'a|~']],
      [{ prefix: 'a|', from: 'B', to: 'a|2' }, ['a|1', 'a|10']],
      [{ from: 'b', to: 'a' }, []],
      [{ prefix: 'a|', from: 'b' }, []],
    ])('of %j', async (range, expected) => {
      expect(await ids(scope, notes, range)).toEqual(expected);
    });

    test.each([1, 2, 4, 9, 100])('in pages of %i hold everything once, in order', async (page) => {
      const pages = await everyPage((after) => store.list(scope, notes, { page, ...(after && { after }) }));
      expect(pages.flat().map(({ id }) => id)).toEqual([...all].sort());
      for (const one of pages) expect(one.length).toBeLessThanOrEqual(page);
    });

    test('in pages keep to the range', async () => {
      const pages = await everyPage((after) =>
        store.list(scope, notes, { prefix: 'a|', to: 'a|~', page: 2, ...(after && { after }) }),
      );
      expect(pages.flat().map(({ id }) => id)).toEqual(['a|1', 'a|10', 'a|2']);
    });

    test('in pages lose nothing while documents behind are removed and others added', async () => {
      const moving = newScope();
      for (const id of ['1', '2', '3', '4', '5', '6']) await store.insert(moving, notes, id, of(id));
      const first = await store.list(moving, notes, { page: 2 });
      await store.remove(moving, notes, '1');
      await store.insert(moving, notes, '0', of('0'));
      await store.insert(moving, notes, '7', of('7'));
      const rest = await everyPage((after = first.next) =>
        store.list(moving, notes, { page: 2, ...(after && { after }) }),
      );
      expect(rest.flat().map(({ id }) => id)).toEqual(['3', '4', '5', '6', '7']);
    });

    test('of nothing are one empty page', async () => {
      expect(await store.list(newScope(), notes)).toEqual({ items: [] });
    });

    test('are 100 a page unless told otherwise, and never more than 1000', async () => {
      const many = newScope();
      for (let n = 1_000; n < 2_010; n += 101) {
        const group = Array.from({ length: 101 }, (_, one) => String(n + one));
        await Promise.all(group.map((id) => store.insert(many, notes, id, of(id))));
      }
      expect((await store.list(many, notes)).items).toHaveLength(100);
      expect((await store.list(many, notes, { page: 5_000 })).items).toHaveLength(1_000);
      const every = (await listAll(store, many, notes)).map(({ id }) => id);
      expect(every).toEqual(Array.from({ length: 1_010 }, (_, one) => String(1_000 + one)));
      expect(await listAll(store, many, notes, { from: '1990', to: '2005' })).toHaveLength(15);
    });
  });

  describe('concurrent updates', () => {
    test('by fifty writers all count', async () => {
      const scope = newScope();
      const count = () =>
        update({ store, scope, kind: notes, id: 'counter' }, (now) => of('counted', (now?.count ?? 0) + 1));
      await Promise.all(Array.from({ length: 50 }, count));
      expect((await store.get(scope, notes, 'counter'))?.value.count).toBe(50);
    });
  });

  describe('reopening', () => {
    test('finds every acknowledged write, with the same versions', async () => {
      const again = await prepare();
      try {
        const scope = newScope();
        const before = storeOn(await again.open());
        const written: Stored<Note>[] = [];
        for (const id of ['1', '2', '3']) written.push(await before.insert(scope, indexed, id, of(id)));
        await before.remove(scope, indexed, '3');
        await before.close();

        const after = storeOn(await again.open());
        expect((await after.list(scope, indexed)).items).toEqual(written.slice(0, 2));
        const replaced = await after.replace(scope, indexed, '1', of('later'), written[0]?.version ?? '');
        expect(written.map(({ version }) => version)).not.toContain(replaced.version);
        expect((await after.changedSince(scope, indexed, 0)).changed).toContainEqual({ id: '3', removed: true });
        await after.close();
      } finally {
        await again.close();
      }
    });
  });

  describe('migrations', () => {
    const first = kind({ name: 'person', container: 'networks', schema: z.object({ name: z.string() }) });
    const third = kind({
      name: 'person',
      container: 'networks',
      version: 3,
      schema: z.strictObject({ given: z.string(), family: z.string(), active: z.boolean() }),
      migrations: {
        1: ({ name, ...rest }) => ({ ...rest, given: String(name).split(' ')[0], family: String(name).split(' ')[1] }),
        2: (old) => ({ ...old, active: true }),
      },
    });

    test('bring an old document into today’s shape when it is read, listed or changed', async () => {
      const scope = newScope();
      const { version } = await store.insert(scope, first, '1', { name: 'Aino Esimerkki' });
      const today = { given: 'Aino', family: 'Esimerkki', active: true };
      expect((await store.get(scope, third, '1'))?.value).toEqual(today);
      expect((await store.list(scope, third)).items.map(({ value }) => value)).toEqual([today]);
      await store.replace(scope, third, '1', { ...today, active: false }, version);
      expect((await store.get(scope, third, '1'))?.value).toEqual({ ...today, active: false });
    });

    test('never open a document that a newer release wrote', async () => {
      const scope = newScope();
      await store.insert(scope, third, '1', { given: 'Aino', family: 'Esimerkki', active: true });
      await expect(store.get(scope, first, '1')).rejects.toThrow(/newer release/);
      await expect(store.list(scope, first)).rejects.toThrow(/newer release/);
    });
  });

  describe('what changed', () => {
    const idsOf = (changed: readonly { id: string }[]) => changed.map(({ id }) => id);

    test('is told with values and removals, and again from the stamp on', async () => {
      const scope = newScope();
      await store.insert(scope, indexed, 'kept', of('kept'));
      await store.insert(scope, indexed, 'removed', of('removed'));
      await store.insert(scope, indexedToo, 'other', of('of another kind'));
      await store.remove(scope, indexed, 'removed');
      const all = await store.changedSince(scope, indexed, 0);
      expect(idsOf(all.changed).sort()).toEqual(['kept', 'removed']);
      expect(all.changed).toContainEqual({ id: 'removed', removed: true });
      expect(all.changed).toContainEqual(await store.get(scope, indexed, 'kept'));
      expect(Math.abs(all.stamp - Date.now() / 1000)).toBeLessThan(60);
      expect(idsOf((await store.changedSince(scope, indexed, all.stamp)).changed).length).toBeGreaterThan(0); // inclusive
      expect((await store.changedSince(scope, indexed, all.stamp + 60)).changed).toEqual([]);
      expect((await store.changedSince(scope, indexed, all.stamp + 60)).stamp).toBe(all.stamp + 60);
    });

    test('comes oldest first and leaves out what was there before the stamp', async () => {
      const scope = newScope();
      await store.insert(scope, indexed, 'old', of('old'));
      const { stamp: oldStamp } = await store.changedSince(scope, indexed, 0);
      let stamp = oldStamp;
      while (stamp === oldStamp) {
        await store.upsert(scope, indexed, 'a-new', of('new'));
        ({ stamp } = await store.changedSince(scope, indexed, oldStamp));
      }
      expect(idsOf((await store.changedSince(scope, indexed, 0)).changed)).toEqual(['old', 'a-new']);
      expect(idsOf((await store.changedSince(scope, indexed, stamp)).changed)).toEqual(['a-new']);
    });

    test('comes in pages that hold everything', async () => {
      const scope = newScope();
      const many = Array.from({ length: 11 }, (_, n) => `id-${n}`);
      for (const id of many) await store.insert(scope, indexed, id, of(id));
      const pages = await everyPage(async (after) => {
        const { changed, next } = await store.changedSince(scope, indexed, 0, { page: 3, ...(after && { after }) });
        return { items: changed, ...(next !== undefined && { next }) };
      });
      expect(
        pages
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual([...many].sort());
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(3);
    });

    test('a removed document shows nowhere else, and its id is free again', async () => {
      const scope = newScope();
      const { version } = await store.insert(scope, indexed, '1', of('first'));
      await store.insert(scope, indexed, '2', of('second'));
      expect(await store.remove(scope, indexed, '1')).toBe(true);
      expect(await store.get(scope, indexed, '1')).toBeUndefined();
      expect(await ids(scope, indexed)).toEqual(['2']);
      expect(await store.remove(scope, indexed, '1')).toBe(false);
      await expect(store.remove(scope, indexed, '1', version)).rejects.toThrow(VersionConflict);
      await expect(store.replace(scope, indexed, '1', of('x'), version)).rejects.toThrow(VersionConflict);
      const again = await store.insert(scope, indexed, '1', of('again'));
      expect(await store.get(scope, indexed, '1')).toEqual(again);
      await expect(store.insert(scope, indexed, '1', of('twice'))).rejects.toThrow(AlreadyExists);
      expect((await store.changedSince(scope, indexed, 0)).changed).toContainEqual(again);
      expect(await store.remove(scope, indexed, '1', again.version)).toBe(true);
      await store.upsert(scope, indexed, '1', of('upserted'));
      expect((await store.get(scope, indexed, '1'))?.value.text).toBe('upserted');
    });

    test('of a kind that keeps no changes is refused', async () => {
      await expect(store.changedSince(newScope(), notes, 0)).rejects.toThrow(TypeError);
    });

    test('of a kind that became indexed later holds what was there before', async () => {
      const scope = newScope();
      const before = kind({ name: 'grown', container: 'materials', schema: note });
      const after = kind({ name: 'grown', container: 'materials', schema: note, indexed: true });
      await store.insert(scope, before, '1', of('before'));
      await store.insert(scope, after, '2', of('after'));
      const { changed } = await store.changedSince(scope, after, 0, { page: 1 });
      expect(idsOf(changed)).toEqual(['1']);
      expect(idsOf((await store.changedSince(scope, after, 0)).changed)).toEqual(['1', '2']);
    });
  });

  test('answers a ping, and a scrub changes nothing that is there', async () => {
    const scope = newScope();
    const kept = await store.insert(scope, notes, '1', of('kept'));
    await store.ping();
    await store.scrub();
    expect(await store.get(scope, notes, '1')).toEqual(kept);
  });
});
