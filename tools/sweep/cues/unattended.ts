/** When nobody was there to play a cue. Times in ms of virtual uptime. */
import type { Span, Trace } from './trace.ts';

/** A page that is there has ticked, timers 16 % slow; where it has just opened, twice. */
const PAGE_NEEDS_MS = 600;
/** The helper's window and gap, what it counts on top, and its timers. */
const HELPER_NEEDS_MS = 3_000;
/** A clock that was set costs at most the time since somebody last looked: a second, on timers 16 % slow. */
const CLOCK_COSTS_MS = 1_200;
/** From a slot's end until the alarm has brought the page back: 11 s of grace, what an earlier look may cost, a whole second, and the page's start. */
const ALARM_NEEDS_MS = 15_000;
/** A call that began so long before a slot's end, or later, puts the alarm off: 16.5 s from its start, less those 11 s. */
const CALL_PUTS_OFF_MS = 5_500;

/** A slot that ended with nobody there, and the come-back cue that told. */
export interface Absence {
  readonly fromMs: number;
  readonly endMs: number;
}

/** Nobody lived long enough from `dueMs` to `untilMs` to have played a cue that was due then, counted from `startedMs` on. */
export function isExcused(trace: Trace, startedMs: number, dueMs: number, untilMs: number): boolean {
  const jumps = trace.jumps.filter(({ atMs }) => atMs >= startedMs && atMs <= untilMs);
  const slackMs = jumps.length * CLOCK_COSTS_MS;
  return (
    longest(trace.pageLives, dueMs, untilMs) < PAGE_NEEDS_MS + slackMs &&
    longest(trace.helperLives, dueMs, untilMs) < HELPER_NEEDS_MS + slackMs
  );
}

export function isIn(spans: readonly Span[], atMs: number): boolean {
  return spans.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}

/** Between these instants the helper lived in the dark long enough to leave word: a look of its, timers 16 % slow. */
export function couldLeaveHelperReport(trace: Trace, fromMs: number, toMs: number): boolean {
  return trace.helperLives.some((life) =>
    trace.dark.some(
      (dark) =>
        Math.min(life.toMs, dark.toMs, toMs) - Math.max(life.fromMs, dark.fromMs, fromMs) >= CLOCK_COSTS_MS,
    ),
  );
}

function longest(spans: readonly Span[], fromMs: number, toMs: number): number {
  return spans.reduce(
    (mostMs, span) => Math.max(mostMs, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs)),
    0,
  );
}

/** Where the alarm was too late: a slot's end passed with nobody there, and nothing was felt within its grace. */
export function overdueSilences(trace: Trace, absences: readonly Absence[]): readonly string[] {
  return absences.flatMap(({ fromMs, endMs }) => {
    const wokenMs = trace.played.find(({ atMs }) => atMs >= endMs)?.atMs ?? trace.toMs;
    // The alarm keeps to the wall clock: one that went back, with no page there to set it anew, brings it later.
    const disturbed = trace.jumps.some(
      ({ atMs, byMs }) => byMs < 0 && atMs >= fromMs && atMs <= wokenMs && !isIn(trace.pageOpen, atMs),
    );
    // Where the system has taken no alarm there is none.
    if (trace.alarmRefusedMs !== null && trace.alarmRefusedMs <= endMs) return [];
    const calledMs = trace.calls.map((call) => call.fromMs).filter((ms) => ms <= endMs);
    const sinceMs = Math.max(endMs, ...calledMs.map((ms) => ms + CALL_PUTS_OFF_MS));
    if (disturbed || wokenMs - sinceMs <= ALARM_NEEDS_MS) return [];
    return [`lost: nobody came back until ${wokenMs - endMs} ms after the slot's end`];
  });
}
