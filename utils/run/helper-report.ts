/**
 * The helper's report: how it has gone on with the session, left for a page that comes back. The platform lets a service
 * write only while the screen is dark, so there may be none. The page's own stored session is never touched.
 */
import type { HelperReport } from '../core/session/helper-handover.ts';
import type { SessionState } from '../core/session/state.ts';
import { HELPER_REPORT } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/**
 * @param ofMs `seenMs` of the stored session that the helper has gone on from
 * @returns false where it could not be stored
 */
export function leaveHelperReport(store: TextStore, ofMs: number, state: SessionState): boolean {
  const report: HelperReport = { ofMs, state };
  return store.save(HELPER_REPORT, JSON.stringify(report));
}

/** The last report; null where there is none that can be read. */
export function readHelperReport(store: TextStore): HelperReport | null {
  try {
    return JSON.parse(store.load(HELPER_REPORT));
  } catch {
    return null;
  }
}
