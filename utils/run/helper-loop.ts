/**
 * The helper's loop: it sleeps until a cue of the stored session is overdue, reads what the page has stored meanwhile, and
 * plays the cue if the page has not. While the screen is dark it writes a report of how it continued the session. A watch
 * limits its work [E69], so it reads only once for each cue and once a minute, and never its own report.
 */
import { createWordCrc32 } from '../core/base/word-crc32.ts';
import type { CueStyle } from '../core/cue/vocabulary.ts';
import { shiftClock } from '../core/session/clock-shift.ts';
import { nextDue } from '../core/session/due.ts';
import { helperPlaysAfterMs } from '../core/session/helper-handover.ts';
import { decodeNextSnapshot, type PlanInText, planInText } from '../core/session/snapshot.ts';
import { type Effect, type SessionState, styleOf } from '../core/session/state.ts';
import { tick } from '../core/session/tick.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import {
  DARK_PATIENCE_MS,
  HELPER_AFTER_MS,
  HELPER_LAST_SLEEP_MS,
  HELPER_READ_MS,
  HELPER_SLEEP_MS,
  HELPER_WAIT_MS,
  LEFT_ALONE_MS,
  LIT_BEGIN_PATIENCE_MS,
  LIT_PATIENCE_MS,
  PAGE_WINDOW_MS,
  UNREAD_MS,
} from '../core/tuning.ts';
import type { Clock, Files, Haptics } from '../ports/ports.ts';
import { createReportWriter, nextStepText } from './helper-report.ts';
import { watchText } from './text-watcher.ts';

export interface HelperPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly files: Files;
  /** Whether the screen is off. Only then may a service write. Null if unknown, which counts as dark. */
  readonly isDark: () => boolean | null;
  /** Ends the service, because the session is over. */
  readonly leave: () => void;
}

/**
 * How often the helper looks for a session before it ends, and the time between two looks. The page stores the session a moment
 * after it has started the helper.
 */
const LOOKS_FOR_A_SESSION = 4;
const SESSION_LOOK_MS = 2_000;
/** The style in which the helper of version 0.1.0 played; sessions of that version have no style. */
const USUAL: CueStyle = { strength: 'normal', motor: 'pattern' };
/** A sleep takes this share of the time to a cue, so that a timer that is 16 % slow is noticed before the cue. */
const SLEEP_SHARE = 0.85;
const SHORTEST_SLEEP_MS = 20;
/** If a timer fires earlier than this, ms, the clock has gone back. */
const EARLIEST_MS = 500;
/** If a timer is late by more than this share of its sleep, it has stalled. */
const SLOWEST = 0.2;
/** Before any time of a clock, which may be before 1970. */
const LONG_AGO = Number.NEGATIVE_INFINITY;

export function createHelperLoop(ports: HelperPorts) {
  const { clock, haptics, files, isDark, leave } = ports;
  const crc32Of = createWordCrc32();
  const stored = watchText(files, OPEN_SESSION, crc32Of);
  const writeReport = createReportWriter(files, crc32Of);
  /** The stored session, as the helper has continued it; null while there is none. Its `seenMs` stays that of the stored one. */
  let session: SessionState | null = null;
  /** When the session was last seen to be guided, UTC ms. */
  let seenMs = 0;
  /** When its next cue was due, UTC ms; never if there is none. */
  let dueMs = Number.POSITIVE_INFINITY;
  /** The stored text that the helper last read, and its `seenMs`. */
  let storedText = '';
  let storedMs = 0;
  /** The plan of the session, which is read and checked once. */
  let readPlan: PlanInText | null = null;
  /** What the helper has done since, as its report has it, and the time of the last step. */
  let stepTexts = '';
  let steppedMs = 0;
  /** The helper has played a cue, and since then no page has stored anything and the screen was not lit. */
  let isAlone = false;
  /** The screen counts as dark. */
  let wasDark = false;
  let hasEverBeenDark = false;
  /** For a screen that has never reported "off": whether it is dark, judged by its changes, or by a page that has not played for `LIT_PATIENCE_MS`. */
  let isDarkAsLit = false;
  let hasHeardOfScreen = false;
  /** The screen has gone dark since the stored session was read. A touch just before may have brought the next cue forward. */
  let readsInDark = false;
  /** There is something to report: a cue, a change of the clock, or, when the screen goes dark, that the helper is running. */
  let hasNews = false;
  let lookedMs = LONG_AGO;
  let sleepMs = 0;
  let hasClockJumped = false;
  /** By how much the clock was last set, ms, and the earliest time of that, by the new clock. */
  let movedByMs = 0;
  let movedFromMs = 0;
  let readMs = 0;
  /** When it starts, and after a stall of its own, the helper plays nothing before this time, UTC ms, because a running page comes first. */
  let waitsUntilMs = LONG_AGO;
  let idleLooks = 0;
  let cancel = (): void => {};

  function goOnWith(next: SessionState | null): void {
    session = next;
    const due = next && nextDue(next);
    dueMs = due ? due.dueMs : Number.POSITIVE_INFINITY;
  }

  function playsAtMs(): number {
    return Math.max(dueMs + playsAfterMs(isAlone, wasDark), waitsUntilMs);
  }

  function read(atMs: number): void {
    readMs = atMs;
    readsInDark = false;
    const text = stored.newest();
    // A page that waits for the report stores the session unchanged; the helper has already continued from it.
    if (text === null || text === storedText) return;
    storedText = text;
    const snapshot = decodeNextSnapshot(text, readPlan);
    const state = snapshot.ok ? snapshot.value.state : null;
    if (state && state.plan !== readPlan?.plan) {
      readPlan = planInText(text, state.plan);
      if (readPlan) stored.expect(readPlan.text);
    }
    storedMs = state ? state.seenMs : 0;
    // A text that was stored before the clock was set may become readable only afterwards.
    const isOfOldClock = state && session && isStoredBefore(state, session.clockJumps, atMs);
    goOnWith(isOfOldClock ? shiftClock(state, movedByMs) : state);
    stepTexts = isOfOldClock ? nextStepText([movedByMs]) : '';
    steppedMs = isOfOldClock ? storedMs + movedByMs : storedMs;
    seenMs = steppedMs;
    isAlone = false;
    hasNews = wasDark;
    idleLooks = 0;
  }

  /** Whether a text was stored before the clock was last set. A page that has noticed the change counts it. */
  function isStoredBefore(state: SessionState, jumps: number, atMs: number): boolean {
    return state.clockJumps < jumps && (state.seenMs < movedFromMs || state.seenMs > atMs);
  }

  function lookAtScreen(atMs: number): void {
    const isOff = isDark();
    hasEverBeenDark = hasEverBeenDark || isOff === true;
    const isDarkNow = isOff !== false || (isDarkAsLit && !hasEverBeenDark);
    if (isDarkNow && !wasDark && session) {
      seenMs = atMs;
      hasNews = true;
      readsInDark = true;
    }
    // A page that comes back with the light may play, and a repetition would cut that off.
    if (wasDark && !isDarkNow) haptics.dropRepeat();
    wasDark = isDarkNow;
    // With the screen lit a page may be running, and what it stores may become readable only later. If nothing tells of a
    // screen that is lit again, a page may be there at any time.
    isAlone = isAlone && isDarkNow && (isOff === true || hasHeardOfScreen);
  }

  /** @param isAwaited true if the sleep is over; false if something happened before its end */
  function look(isAwaited: boolean): void {
    // Only the end of the sleep shows by how much the clock was set.
    if (hasClockJumped && !isAwaited) return;
    const atMs = clock.nowMs();
    if (!isAwaited && atMs < lookedMs) {
      clockJumped();
      return;
    }
    const lateMs = atMs - lookedMs - sleepMs;
    const isClockSet = session !== null && isAwaited && (hasClockJumped || lateMs < -EARLIEST_MS);
    if (session && isClockSet) followClock(session, atMs, lateMs);
    const hasStalled = !isClockSet && lateMs > Math.max(PAGE_WINDOW_MS, sleepMs * SLOWEST);
    hasClockJumped = false;
    cancel();
    lookAtScreen(atMs);
    if (hasStalled) waitsUntilMs = atMs + (wasDark ? DARK_PATIENCE_MS : LIT_BEGIN_PATIENCE_MS);
    if (isDarkAsLit) report();
    const isReadDue = Math.abs(atMs - readMs) >= HELPER_READ_MS || (readsInDark && isAwaited);
    let playsMs = playsAtMs();
    if (!session || atMs >= playsMs || isReadDue) {
      read(atMs);
      playsMs = playsAtMs();
    }
    if (session && atMs >= playsMs) play(session, atMs);
    report();
    lookedMs = atMs;
    sleepMs =
      dueMs < Number.POSITIVE_INFINITY
        ? Math.min(untilNextLookMs(atMs), readsInDark ? UNREAD_MS : HELPER_SLEEP_MS)
        : idleSleepMs();
    if (sleepMs > 0) cancel = clock.after(sleepMs, wake);
    else leave();
  }

  const wake = (): void => look(true);

  /**
   * Moves all times when the wall clock was set or has gone back. Timers are late rather than early, and so is what follows.
   *
   * @param byMs ms since the sleep should have been over
   */
  function followClock(before: SessionState, atMs: number, byMs: number): void {
    goOnWith(shiftClock(before, byMs));
    seenMs = atMs;
    stepTexts += nextStepText([byMs]);
    steppedMs += byMs;
    movedByMs = byMs;
    movedFromMs = lookedMs + byMs - DARK_PATIENCE_MS;
    hasNews = true;
    waitsUntilMs += byMs;
  }

  function play(before: SessionState, atMs: number): void {
    // If a report can be written although the screen never reported "off", it is an always-on display that reports nothing.
    isDarkAsLit = true;
    lookAtScreen(atMs);
    report();
    const [after, effects] = tick(before, atMs);
    if (!wasDark && isTooSoonWhileLit(effects)) return;
    goOnWith(after);
    seenMs = atMs;
    stepTexts += nextStepText(atMs - steppedMs);
    steppedMs = atMs;
    isAlone = wasDark;
    hasNews = true;
    // Report before playing, as the page stores before it plays: if the helper is killed in between, a cue is lost, but none is
    // felt twice.
    report();
    for (const effect of effects)
      if (effect.type === 'play') haptics.play(effect.cue, styleOf(before, USUAL));
  }

  /** The cue that replaces the overdue one may have become due only now, and a page that the alarm opens would not know that it was played. */
  function isTooSoonWhileLit(effects: readonly Effect[]): boolean {
    for (const effect of effects) {
      if (effect.type !== 'play' || effect.lateMs >= LIT_PATIENCE_MS) continue;
      dueMs = effect.dueMs;
      return true;
    }
    return false;
  }

  /** A service may write only in the dark. If the report is refused, a screen that reports "lit" really is lit. */
  function report(): void {
    if (!hasNews || !session || !wasDark) return;
    hasNews = !writeReport(storedMs, seenMs, stepTexts);
    if (!hasNews || isDark() !== false) return;
    isDarkAsLit = false;
    lookAtScreen(seenMs);
  }

  /** How long to sleep without a cue to play, ms; 0 if there is nothing to wait for. */
  function idleSleepMs(): number {
    // What could not be reported while the screen was lit is reported once it is dark.
    const waitsForDark = session !== null && hasNews;
    if (++idleLooks > (waitsForDark ? LEFT_ALONE_MS / HELPER_SLEEP_MS : LOOKS_FOR_A_SESSION)) return 0;
    return waitsForDark ? HELPER_SLEEP_MS : SESSION_LOOK_MS;
  }

  // The packer's minifier moves a function that is called in one place into that place, where each call makes it anew, but not
  // one that comes out of an object: a sixth of the work of a look.
  const { playsAfterMs, untilNextLookMs } = {
    playsAfterMs: helperPlaysAfterMs,
    untilNextLookMs(atMs: number): number {
      const overdueAtMs = dueMs + HELPER_AFTER_MS;
      // A cue that is overdue, and that the page has not played, is played as soon as the screen is dark.
      if (atMs >= overdueAtMs)
        return Math.max(SHORTEST_SLEEP_MS, Math.min(playsAtMs() - atMs, HELPER_WAIT_MS));
      const leftMs = (wasDark ? playsAtMs() : overdueAtMs) - atMs;
      return leftMs > HELPER_LAST_SLEEP_MS
        ? Math.min(leftMs * SLEEP_SHARE, HELPER_SLEEP_MS)
        : Math.max(leftMs, SHORTEST_SLEEP_MS);
    },
  };

  function clockJumped(): void {
    hasClockJumped = true;
    // Only the end of the sleep shows how much of it had passed. Until then none of it counts, so cues are late rather than early.
    if (session && wasDark) {
      const atMs = clock.nowMs();
      writeReport(storedMs, atMs, stepTexts + nextStepText([atMs - lookedMs]));
    }
  }

  return {
    look: () => look(false),
    stop: () => cancel(),
    /** The screen went dark or was lit. If the watch does not report this, the next look notices it. */
    screenChanged() {
      // If a screen reports "lit" even in the dark, only its changes show its state, and the first change is to the dark.
      isDarkAsLit = !isDarkAsLit;
      hasHeardOfScreen = true;
      look(false);
    },
    /** The wall clock was set. */
    clockJumped,
  };
}
