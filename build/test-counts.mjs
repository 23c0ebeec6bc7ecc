/** @typedef {{passed: number, failed: number}} Counts */

/**
 * Counts from vitest's JSON report. A runner that ended badly without naming a failed test (a file that would not load,
 * an error after the last test, no report at all) counts as one failure: it must not look green.
 * @param {{numPassedTests: number, numFailedTests: number} | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countResults(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/**
 * @param {Counts} a
 * @param {Counts} b
 * @returns {Counts}
 */
export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** @param {Counts} counts */
export function totalLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
