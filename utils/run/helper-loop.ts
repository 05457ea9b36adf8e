/** The helper's loop: looks at the stored session, sleeps until a cue is overdue, plays it. Leaves its word while it is dark. */
import { shiftClock } from '../core/session/clock-shift.ts';
import { nextDue } from '../core/session/due.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { tick } from '../core/session/tick.ts';
import {
  CALL_PAUSE_MS,
  HELPER_AFTER_MS,
  HELPER_COUNTS_MS,
  HELPER_LOOK_MS,
  LEFT_ALONE_MS,
} from '../core/tuning.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import { leaveHelperReport } from './helper-report.ts';
import { OPEN, type TextStore } from './text-store.ts';

export interface HelperPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly store: TextStore;
  /** The screen is off: the only time at which a service may write. */
  readonly isDark: () => boolean;
  /** The session is over: the service ends. */
  readonly leave: () => void;
}

export interface HelperLoop {
  look(): void;
  /** The wall clock was set. */
  clockJumped(): void;
  stop(): void;
}

/** Above it a sleep is a part of what is left; below, all of it: 16 % of it is what a slow timer costs a cue. */
const LAST_SLEEP_MS = 300;

export function createHelperLoop(ports: HelperPorts): HelperLoop {
  const { clock, haptics, store, isDark, leave } = ports;
  let seen = '';
  let own: SessionState | null = null;
  /** When what we go on from was stored. */
  let ofMs = 0;
  /** Something the page cannot know: a cue of ours, or a clock that was set. */
  let hasNews = false;
  let cancel = (): void => {};
  let idleLooks = 0;
  /** Idle looks before it leaves. Some at first: the page stores its session a moment after it has asked for the helper. */
  let patience = 4;

  /** What the page has stored since the last look replaces our own copy. */
  function readStored(): void {
    const text = store.load(OPEN);
    if (text === seen) return;
    seen = text;
    patience = 4;
    hasNews = false;
    const snapshot = decodeSnapshot(text);
    own = snapshot.ok ? snapshot.value.state : null;
    ofMs = own === null ? 0 : own.seenMs;
  }

  function say(): void {
    if (hasNews && own !== null && isDark()) hasNews = !leaveHelperReport(store, ofMs, own);
  }

  function look(): void {
    cancel();
    readStored();
    const atMs = clock.nowMs();
    const due = own === null ? null : nextDue(own);
    if (own === null || due === null) {
      say();
      idleLooks++;
      if (idleLooks > patience) leave();
      else cancel = clock.after(HELPER_LOOK_MS, look);
      return;
    }
    idleLooks = 0;
    const gapMs = atMs - own.seenMs;
    if (gapMs < 0) {
      jump(own, atMs);
    } else if (atMs < due.dueMs + HELPER_AFTER_MS || gapMs > CALL_PAUSE_MS) {
      // After so long the clock was set forward: a page that is there plays now, and has stored it by the next look.
      own = { ...own, seenMs: atMs };
    } else {
      play(own, Math.max(atMs, due.dueMs + HELPER_COUNTS_MS), atMs);
    }
    say();
    sleep(own, atMs);
  }

  /** @param countsMs the instant that a page which is back will take it for, so that both have the same time */
  function play(state: SessionState, countsMs: number, atMs: number): void {
    const [next, effects] = tick(state, countsMs);
    own = { ...next, seenMs: atMs };
    hasNews = true;
    // First the word, as a page stores before it plays: what is lost at a kill is this one, and none is felt twice.
    say();
    // While it is listed, a page that comes back credits what it has guided: so it stays for that page, the end included.
    patience = LEFT_ALONE_MS / HELPER_LOOK_MS;
    for (const effect of effects) if (effect.type === 'play') haptics.play(effect.cue, 'normal');
  }

  function jump(state: SessionState, atMs: number): void {
    own = shiftClock(state, atMs - state.seenMs);
    hasNews = true;
  }

  /** Most of the time to the next cue, never long: a timer that runs slow is found out and made up for. */
  function sleep(state: SessionState, atMs: number): void {
    const due = nextDue(state);
    const leftMs = due === null ? HELPER_LOOK_MS : due.dueMs + HELPER_AFTER_MS - atMs;
    cancel = clock.after(
      leftMs > LAST_SLEEP_MS ? Math.min(leftMs * 0.8, HELPER_LOOK_MS) : Math.max(leftMs, 20),
      look,
    );
  }

  return {
    look,
    stop: () => cancel(),
    clockJumped() {
      readStored();
      if (own !== null) jump(own, clock.nowMs());
      look();
    },
  };
}
