/** Counts what a step of the gate proved. */

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** The parts of Jest's `--json` report that are counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Skipped. */
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before their tests ran. */
  readonly numRuntimeErrorTestSuites: number;
}

/** A step without tests of its own, such as the type check, counts as one. */
export function countStep(exitCode: number): Count {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A skipped test and a file that does not run count as failed, each as one; so do a run without a report, without tests, or with
 * a bad ending that no test explains.
 */
export function countJest(report: JestReport | undefined, exitCode: number): Count {
  if (!report) return { passed: 0, failed: 1 };
  const failed =
    report.numFailedTests + report.numPendingTests + report.numTodoTests + report.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: failed + (unexplained ? 1 : 0) };
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The gate's last line, which machines read too. */
export const closingLine = ({ passed, failed }: Count): string => `${passed} passed, ${failed} failed`;
