/**
 * The standby's word: the session as it has gone on, left for a page that comes back. A service may write only while the
 * screen is dark, so there may be none. The page's own stored state is never touched.
 */
import type { SessionState } from '../core/session/state.ts';
import type { SlotStore } from './slot-store.ts';

const WORD = 'word';

/** @param ofMs `seenMs` of the stored state that the standby has gone on from: what makes a word old */
export function leaveWord(store: SlotStore, ofMs: number, state: SessionState): boolean {
  return store.save(WORD, JSON.stringify({ ofMs, state }));
}

/** What the standby says has become of the state that was stored at `ofMs`; `state` where it says nothing. */
export function heardOf(store: SlotStore, ofMs: number, state: SessionState): SessionState {
  try {
    const word = JSON.parse(store.load(WORD));
    if (word.ofMs === ofMs) return word.state;
  } catch {
    // No word.
  }
  return state;
}
