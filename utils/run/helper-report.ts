/**
 * The helper's report tells a page that comes back how the helper continued the session. The platform lets a service write only
 * while the screen is dark, so there may be no report. The helper never changes the page's stored session. A report contains
 * steps and not the session: writing the session took forty times the work that a watch allows a service for one cue.
 */
import type { HelperReport, HelperStep } from '../core/session/helper-handover.ts';
import { fromStoredState, type StoredState } from '../core/session/snapshot.ts';
import { HELPER_REPORT } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/** @returns false if it could not be stored */
export function leaveHelperReport(store: TextStore, { ofMs, seenMs, steps }: HelperReport): boolean {
  return store.save(HELPER_REPORT, JSON.stringify([ofMs, seenMs - ofMs, ...steps]));
}

type StoredReport = readonly [ofMs: number, seenAfterMs: number, ...steps: HelperStep[]];
/** Version 0.1.0 stored the session. */
interface FirstStoredReport {
  readonly ofMs: number;
  readonly state: StoredState;
}

/** The last report; null if there is no readable one. */
export function readHelperReport(store: TextStore): HelperReport | null {
  try {
    const stored: StoredReport | FirstStoredReport = JSON.parse(store.load(HELPER_REPORT));
    if ('state' in stored) {
      const state = fromStoredState(stored.state);
      return { ofMs: stored.ofMs, seenMs: state.seenMs, steps: [], state };
    }
    const [ofMs, seenAfterMs, ...steps] = stored;
    return { ofMs, seenMs: ofMs + seenAfterMs, steps };
  } catch {
    return null;
  }
}
