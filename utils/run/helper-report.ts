/**
 * The helper's word: the session as it has gone on, left for a page that comes back. A service may write only while the
 * screen is dark, so there may be none. The page's own stored state is never touched.
 */
import type { SessionState } from '../core/session/state.ts';
import type { TextStore } from './text-store.ts';

const WORD = 'word';

/** @param ofMs `seenMs` of the stored state that the helper has gone on from: what makes a word old */
export function leaveHelperReport(store: TextStore, ofMs: number, state: SessionState): boolean {
  return store.save(WORD, JSON.stringify({ ofMs, state }));
}

/** What the helper says has become of the state that was stored at `ofMs`; `state` where it says nothing. */
export function reportedByHelper(store: TextStore, ofMs: number, state: SessionState): SessionState {
  try {
    const word = JSON.parse(store.load(WORD));
    if (word.ofMs === ofMs) return word.state;
  } catch {
    // No word.
  }
  return state;
}
