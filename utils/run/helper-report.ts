/**
 * The helper's report: how it has gone on with the session, left for a page that comes back. The platform lets a service
 * write only while the screen is dark, so there may be none. The page's own stored session is never touched.
 */
import type { HelperReport } from '../core/session/helper-handover.ts';
import { fromStoredState, type StoredState, toStoredState } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { HELPER_REPORT } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

type StoredReport = Omit<HelperReport, 'state'> & { readonly state: StoredState };

/**
 * @param ofMs `seenMs` of the stored session that the helper has gone on from
 * @returns false where it could not be stored
 */
export function leaveHelperReport(store: TextStore, ofMs: number, state: SessionState): boolean {
  const report: StoredReport = { ofMs, state: toStoredState(state) };
  return store.save(HELPER_REPORT, JSON.stringify(report));
}

/** The last report; null where there is none that can be read. */
export function readHelperReport(store: TextStore): HelperReport | null {
  try {
    const { ofMs, state }: StoredReport = JSON.parse(store.load(HELPER_REPORT));
    return { ofMs, state: fromStoredState(state) };
  } catch {
    return null;
  }
}
