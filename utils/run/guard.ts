import type { Report } from '../ports/report.ts';

/**
 * Runs a lifecycle callback. The platform drops what a callback throws, and the rest of the page with it, so it is
 * reported with the entry's name instead.
 */
export function guard(entry: string, report: Report, run: () => void): void {
  try {
    run();
  } catch (thrown) {
    report(entry, thrown instanceof Error ? thrown.message : String(thrown));
  }
}
