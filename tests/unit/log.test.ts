/** Log lines: their fields, their levels, and what never comes into them. */
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { createLog } from '../../bot/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, level: 'info' | 'error' = 'info') {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return { lines, raw: lines.join(''), first: JSON.parse(lines[0] ?? '{}') as Record<string, unknown> };
}

test('an event is one line of JSON with its time, level, name and fields, and no machine name', () => {
  const { lines, first } = logged((log) => log.info('turn', { verb: 'polls.vote', ms: 4 }));
  expect(lines).toHaveLength(1);
  expect(first).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    event: 'turn',
    verb: 'polls.vote',
    ms: 4,
  });
});

test('fields that hold people’s words or keys are kept out, however deep', () => {
  const { raw } = logged((log) =>
    log.warn('x', { token: 'salaisuus', of: { name: 'salaisuus', deeper: { question: 'salaisuus' } }, network: 'n1' }),
  );
  expect(raw).not.toContain('salaisuus');
  expect(raw).toContain('"network":"n1"');
});

test('an error keeps its kind, code, message and frames', () => {
  const { first } = logged((log) =>
    log.error('x', Object.assign(new RangeError('too far'), { code: 'EFAR' }), { id: 7 }),
  );
  expect(first).toMatchObject({
    level: 'error',
    id: 7,
    error: { kind: 'RangeError', code: 'EFAR', message: 'too far' },
  });
  expect((first.error as { stack: string[] }).stack[0]).toMatch(/^at .*log\.test\.ts/);
});

test.each([
  ['what JSON.parse quotes', () => JSON.parse('{"a": Salaisuus}')],
  ['what a schema quotes', () => z.object({ a: z.enum(['x']) }).parse({ a: 'Salaisuus' })],
  ['a bearer token', () => fail('got Bearer Salaisuus back')],
  ['a token alone', () => fail('eyJhbGciOiJ.Salaisuus.Salaisuus')],
  ['an e-mail address', () => fail('no mailbox Salaisuus@example.fi')],
  ['a key in a connection string', () => fail('Endpoint=x;AccountKey=Salaisuus==;')],
  ['a signed address', () => fail('GET /files/Salaisuus failed')],
  ['the cause’s secret', () => fail('outer', new Error('Bearer Salaisuus'))],
])('an error’s message never holds %s', (_, raise) => {
  const { raw } = logged((log) => {
    try {
      raise();
    } catch (error) {
      log.error('x', error);
    }
  });
  expect(raw).toContain('"kind"');
  expect(raw).not.toContain('Salaisuus');
});

function fail(message: string, cause?: Error): never {
  throw new Error(message, { cause });
}

test('below its level nothing is written', () => {
  expect(logged((log) => log.info('x'), 'error').lines).toEqual([]);
});
