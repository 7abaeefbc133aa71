/** The closing line of the gate must not look better than the run was. */
import { expect, test } from '@jest/globals';
import { closingLine, countJest, countStep, type JestReport, sum } from '../../scripts/gate-count.ts';

const clean: JestReport = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('a clean run counts its tests, and the sum makes the closing line', () => {
  expect(closingLine(sum([countStep(0), countJest(clean, 0), countJest(clean, 0)]))).toBe('25 passed, 0 failed');
});

test.each<[string, JestReport | undefined, number]>([
  ['a failed test', { ...clean, numFailedTests: 1 }, 1],
  ['a skipped test', { ...clean, numPendingTests: 1 }, 0],
  ['a test to do', { ...clean, numTodoTests: 1 }, 0],
  ['a file that does not run', { ...clean, numRuntimeErrorTestSuites: 1 }, 1],
  ['a run without tests', { ...clean, numPassedTests: 0 }, 0],
  ['a run that ends badly after all tests passed', clean, 1],
  ['a run that leaves no report', undefined, 0],
])('%s counts as failed', (_, report, exitCode) => {
  expect(countJest(report, exitCode).failed).toBe(1);
});

test('a step that fails counts as one failed test', () => {
  expect(countStep(2)).toEqual({ passed: 0, failed: 1 });
});
