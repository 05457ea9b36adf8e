/** Counts tests from vitest's JSON report. A report that is missing or not readable counts as one failure. */
import { readFile } from 'node:fs/promises';
import { isObject } from '../shared/json.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Reads the report at `path`; suites that could not be loaded count as a failed test each. */
export async function countTests(path: string): Promise<Count> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text === '') return { passed: 0, failed: 1 };
  return countReport(JSON.parse(text));
}

/** The count of a parsed report. */
export function countReport(report: unknown): Count {
  const { numPassedTests, numFailedTests, numTotalTests, testResults, success } = isObject(report)
    ? report
    : {};
  if (
    typeof numPassedTests !== 'number' ||
    typeof numFailedTests !== 'number' ||
    typeof numTotalTests !== 'number'
  )
    return { passed: 0, failed: 1 };
  const suites = Array.isArray(testResults) ? testResults.filter(isObject) : [];
  const unloaded = suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && Array.isArray(assertionResults) && assertionResults.length === 0,
  ).length;
  // A skipped test proves nothing, so it counts as failed.
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  const failed = numFailedTests + unloaded + skipped;
  // An error outside of any test fails the run without failing a test.
  return { passed: numPassedTests, failed: failed === 0 && success === false ? 1 : failed };
}
