import type { Report } from '../ports/ports.ts';

/**
 * Runs a lifecycle callback and reports what it throws. The platform would drop the error silently, and the rest of the page with it.
 *
 * @param entry the page or service, for the report
 */
export function guard(entry: string, report: Report, run: () => void): void {
  try {
    run();
  } catch (thrown) {
    report(entry, messageOf(thrown));
  }
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
