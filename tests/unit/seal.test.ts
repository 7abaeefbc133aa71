/** Sealed answers tell nothing without the key, and can't be changed or moved. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { open, seal, sealedId, shuffle } from '../../bot/core/seal.ts';

const key = new Uint8Array(32).fill(7);
const other = new Uint8Array(32).fill(8);

describe('a sealed answer', () => {
  test('opens with its key to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, identity) => {
        const id = sealedId(key, identity);
        expect(open(key, id, seal(key, value, identity))).toEqual(JSON.parse(JSON.stringify({ identity, value })));
      }),
    );
  });

  test('opens neither with another key, nor under another id, nor when a byte was changed', () => {
    const id = sealedId(key, 'person-1');
    const sealed = seal(key, { choices: ['o1'] }, 'person-1');
    expect(() => open(other, id, sealed)).toThrow();
    expect(() => open(key, sealedId(key, 'person-2'), sealed)).toThrow();
    for (const at of [0, 12, 2000, 4120]) {
      const bytes = Buffer.from(sealed, 'base64');
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      expect(() => open(key, id, bytes.toString('base64'))).toThrow();
    }
    expect(() => open(key, id, sealed.slice(0, 100))).toThrow('cut off');
  });

  test('is of the same length whatever was chosen and written', () => {
    const lengths = [
      { choices: ['o1'] },
      { choices: ['o1', 'o20'], comment: 'Ei' },
      { choices: ['o3'], comment: '€'.repeat(500) },
    ].map((value) => seal(key, value, 'person-1').length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('is as long as the room for it, with long words that change too, and opens to what it was', () => {
    const long = (words: string) => Array.from({ length: 300 }, (_, n) => `${words}${n}`).join(' ');
    const texts = ['Ei', long('kyllä'), `${long('ehkä')} ${long('ehkä')} ${long('ehkä')}`];
    const sealed = texts.map((text) => seal(key, { text }, 'person-1', 4500));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    const id = sealedId(key, 'person-1');
    expect(sealed.map((one) => open(key, id, one).value)).toEqual(texts.map((text) => ({ text })));
  });

  test('is never the same twice, and holds nothing of what was sealed', () => {
    const sealed = [seal(key, { choices: ['o1'] }, 'person-1'), seal(key, { choices: ['o1'] }, 'person-1')];
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const one of sealed) expect(Buffer.from(one, 'base64').toString('latin1')).not.toMatch(/person|choices/);
  });

  test('of more than a megabyte is refused', () => {
    expect(() => seal(key, 'x'.repeat(1024 * 1024), 'person-1')).toThrow(RangeError);
  });
});

describe('the id of a sealed answer', () => {
  test('is the same for the same person and key, and another for any other', () => {
    expect(sealedId(key, 'person-1')).toMatch(/^[0-9a-f]{64}$/);
    expect(sealedId(key, 'person-1')).toBe(sealedId(key, 'person-1'));
    expect(sealedId(key, 'person-2')).not.toBe(sealedId(key, 'person-1'));
    expect(sealedId(other, 'person-1')).not.toBe(sealedId(key, 'person-1'));
  });
});

test('shuffling keeps everything and favours no order', () => {
  const first = new Map<string, number>();
  for (let n = 0; n < 3000; n++) {
    const order = shuffle(['a', 'b', 'c']).join('');
    first.set(order, (first.get(order) ?? 0) + 1);
  }
  expect([...first.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  for (const times of first.values()) expect(Math.abs(times - 500)).toBeLessThan(150); // seven standard deviations
  expect(shuffle(randomBytes(50).toJSON().data)).toHaveLength(50);
});
