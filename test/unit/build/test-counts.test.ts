import { describe, expect, test } from 'vitest';
import { addCounts, countResults, totalLine } from '../../../build/test-counts.mjs';

describe('test counts', () => {
  test('a runner that ended badly counts as a failure when no test of it failed', () => {
    expect(countResults({ numPassedTests: 12, numFailedTests: 0 }, 1)).toEqual({ passed: 12, failed: 1 });
  });

  test('a runner counts as a failure when it left no report', () => {
    expect(countResults(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  test('failed tests are not counted twice when the runner says so too', () => {
    expect(countResults({ numPassedTests: 12, numFailedTests: 3 }, 1)).toEqual({ passed: 12, failed: 3 });
  });

  test('the line adds up when runners are summed', () => {
    expect(totalLine(addCounts({ passed: 2, failed: 0 }, { passed: 3, failed: 1 }))).toBe('5 passed, 1 failed');
  });
});
