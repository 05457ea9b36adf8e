/**
 * The loop of the helper: reads the session that the page has stored, sleeps until a cue is overdue, and plays it. While
 * the screen is dark it leaves a report of that for the page.
 */
import type { CueStyle } from '../core/cue/vocabulary.ts';
import { shiftClock } from '../core/session/clock-shift.ts';
import { type Due, nextDue } from '../core/session/due.ts';
import { helperPlaysAtMs, isOnlyRebased, playedByHelper } from '../core/session/helper-handover.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { type SessionState, styleOf } from '../core/session/state.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import { HELPER_LAST_SLEEP_MS, HELPER_LOOK_MS, LEFT_ALONE_MS, LONGEST_STALL_MS } from '../core/tuning.ts';
import type { Clock, Haptics } from '../ports/ports.ts';
import { leaveHelperReport } from './helper-report.ts';
import type { TextStore } from './text-store.ts';

export interface HelperPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly store: TextStore;
  /** The screen is off. Only then may a service write. */
  readonly isDark: () => boolean;
  /** The session is over: ends the service. */
  readonly leave: () => void;
}

/** The session after the helper has played its next `count` cues. */
function playedOn(session: SessionState, count: number): SessionState {
  let here = session;
  for (let cue = 0; cue < count; cue++) {
    const due = nextDue(here);
    if (due !== null) here = playedByHelper(here, due, 0)[0];
  }
  return here;
}

/** How often the helper looks without a session before it leaves: the page stores one a moment after it has asked for the helper. */
const LOOKS_FOR_A_SESSION = 4;
/** What a session of version 0.1.0, which has no style of its own, was played with by its helper. */
const USUAL: CueStyle = { strength: 'normal', motor: 'pattern' };
/** Shortest sleep between two looks, ms. */
const SHORTEST_SLEEP_MS = 20;

export function createHelperLoop(ports: HelperPorts) {
  const { clock, haptics, store, isDark, leave } = ports;
  /** The text of the stored session that was read last. */
  let readText = '';
  /** The stored session as the helper has gone on with it; null while there is none. */
  let session: SessionState | null = null;
  /** The stored session as it was read. */
  let stored: SessionState | null = null;
  /** How many cues the helper has played since then. */
  let played = 0;
  /** The helper has played a cue or heard of a clock change that it has not reported yet. */
  let hasNews = false;
  let idleLooks = 0;
  let idleLooksAtMost = LOOKS_FOR_A_SESSION;
  let cancel = (): void => {};

  /** What the page has stored since the last look replaces the helper's own session. */
  function readStored(): void {
    const text = store.load(OPEN_SESSION);
    if (text === readText) return;
    readText = text;
    const snapshot = decodeSnapshot(text);
    const before = stored;
    stored = snapshot.ok ? snapshot.value.state : null;
    session = stored;
    // A page that has moved its session with the clock may not know what was played while it stalled.
    if (before !== null && stored !== null && played > 0 && isOnlyRebased(before, stored)) {
      session = { ...playedOn(stored, played), seenMs: clock.nowMs() };
      return;
    }
    played = 0;
    hasNews = false;
    idleLooksAtMost = LOOKS_FOR_A_SESSION;
  }

  function report(): void {
    if (!hasNews || stored === null || session === null || !isDark()) return;
    hasNews = !leaveHelperReport(store, stored.seenMs, session);
  }

  function look(): void {
    cancel();
    readStored();
    const atMs = clock.nowMs();
    const due = session === null ? null : nextDue(session);
    if (session === null || due === null) {
      report();
      idleLooks++;
      if (idleLooks > idleLooksAtMost) leave();
      else cancel = clock.after(HELPER_LOOK_MS, look);
      return;
    }
    idleLooks = 0;
    const gapMs = atMs - session.seenMs;
    const isDue = atMs >= helperPlaysAtMs(due);
    if (gapMs < 0) rebase(session, atMs);
    // After so long a gap the clock was set forward: a page that lives plays now, and has stored it by the next look.
    else if (isDue && gapMs <= LONGEST_STALL_MS) play(session, due, atMs);
    else session = { ...session, seenMs: atMs };
    report();
    sleep(session, atMs);
  }

  function play(before: SessionState, due: Due, atMs: number): void {
    const [after, effects] = playedByHelper(before, due, atMs);
    session = { ...after, seenMs: atMs };
    played++;
    hasNews = true;
    // As the page stores before it plays: a helper that is killed in between loses a cue, and none is felt twice.
    report();
    // A page credits what was guided only while the helper is listed, so the helper stays for it, even after the last cue.
    idleLooksAtMost = LEFT_ALONE_MS / HELPER_LOOK_MS;
    for (const effect of effects)
      if (effect.type === 'play') haptics.play(effect.cue, styleOf(before, USUAL));
  }

  /** Moves all times along with a wall clock that was set, or has gone back. */
  function rebase(before: SessionState, atMs: number): void {
    session = shiftClock(before, atMs - before.seenMs);
    hasNews = true;
  }

  /** Sleeps for most of the time to the next cue, so that a slow timer is found out; for all of it where little is left. */
  function sleep(now: SessionState, atMs: number): void {
    const due = nextDue(now);
    const leftMs = due === null ? HELPER_LOOK_MS : helperPlaysAtMs(due) - atMs;
    const sleepMs =
      leftMs > HELPER_LAST_SLEEP_MS
        ? Math.min(leftMs * 0.8, HELPER_LOOK_MS)
        : Math.max(leftMs, SHORTEST_SLEEP_MS);
    cancel = clock.after(sleepMs, look);
  }

  return {
    look,
    stop: () => cancel(),
    /** The wall clock was set. */
    clockJumped() {
      readStored();
      if (session !== null) rebase(session, clock.nowMs());
      look();
    },
  };
}
