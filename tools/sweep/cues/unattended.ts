/** Finds the times at which neither the page nor the helper could have played a cue. All times are ms of virtual uptime. */
import type { Span, Trace } from './trace.ts';

/** An open page ticks twice within this time, even with timers that are 16 % slow. */
const PAGE_NEEDS_MS = 600;
/** In the dark, the helper plays a late cue within this time: it leaves the page 6 s, and slow timers add to that. */
const HELPER_NEEDS_MS = 6_500;
/** The same while the screen is lit, where the helper leaves the page 16 s. */
const HELPER_NEEDS_LIT_MS = 16_500;
/** A change of the clock costs the page the time since its last tick at most, and the helper the time by which it overslept. */
const CLOCK_COSTS_MS = 1_200;
/** The alarm brings the page back within this time after the end of a slot: 16 s of delay, rounding, and the start of the page. */
const ALARM_NEEDS_MS = 20_000;
/** An alarm that is assumed to be late comes this much later. */
const ALARM_LATE_MS = 10_000;
/** A call sets the alarm to 16.5 s after its start. That is later than 16 s after the slot's end if the call begins in the slot's last 500 ms. */
const CALL_PUTS_OFF_MS = 500;

/** A slot that ended while neither page nor helper was running. The cue that is played when the page comes back shows it. */
export interface Absence {
  readonly fromMs: number;
  readonly endMs: number;
}

/** True if neither page nor helper lived long enough from `dueMs` to `untilMs` to play a cue that was due at `dueMs`. */
export function isExcused(trace: Trace, startedMs: number, dueMs: number, untilMs: number): boolean {
  const jumps = trace.jumps.filter(({ atMs }) => atMs >= startedMs && atMs <= untilMs);
  const slackMs = jumps.length * CLOCK_COSTS_MS;
  return (
    longest(trace.pageLives, dueMs, untilMs) < PAGE_NEEDS_MS + slackMs &&
    longest(both(trace.helperLives, trace.dark), dueMs, untilMs) < HELPER_NEEDS_MS + slackMs &&
    longest(trace.helperLives, dueMs, untilMs) < HELPER_NEEDS_LIT_MS + slackMs
  );
}

/** The times that are in a span of both lists. */
export function both(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({
        fromMs: Math.max(one.fromMs, other.fromMs),
        toMs: Math.min(one.toMs, other.toMs),
      }))
      .filter(({ fromMs, toMs }) => fromMs < toMs),
  );
}

export function isIn(spans: readonly Span[], atMs: number): boolean {
  return spans.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}

/** True if the helper lived in the dark between these instants for long enough to write its report, on timers 16 % slow. */
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

/** Returns a sentence for each absence that the alarm did not end in time. */
export function overdueSilences(trace: Trace, absences: readonly Absence[]): readonly string[] {
  const alarms = trace.assumed['alarm-launch'] ?? 'on-time';
  // Such an alarm does not open the page, or opens it only once the screen is lit.
  if (alarms === 'never' || alarms === 'silent') return [];
  const needsMs = ALARM_NEEDS_MS + (alarms === 'late' ? ALARM_LATE_MS : 0);
  return absences.flatMap(({ fromMs, endMs }) => {
    const wokenMs = trace.played.find(({ atMs }) => atMs >= endMs)?.atMs ?? trace.toMs;
    // The alarm follows the wall clock. If the clock was set back while no page was open to set the alarm anew, it comes later.
    const disturbed = trace.jumps.some(
      ({ atMs, byMs }) => byMs < 0 && atMs >= fromMs && atMs <= wokenMs && !isIn(trace.pageOpen, atMs),
    );
    // The system has refused the alarm, so there is none.
    if (trace.alarmRefusedMs !== null && trace.alarmRefusedMs <= endMs) return [];
    const calledMs = trace.calls.map((call) => call.fromMs).filter((ms) => ms <= endMs);
    const sinceMs = Math.max(endMs, ...calledMs.map((ms) => ms + CALL_PUTS_OFF_MS));
    // The alarm has opened the page in time, but its timers stalled.
    const stalledMs = both(trace.stalls, trace.pageOpen).reduce(
      (sumMs, stall) => sumMs + Math.max(0, Math.min(stall.toMs, wokenMs) - Math.max(stall.fromMs, sinceMs)),
      0,
    );
    if (disturbed || wokenMs - sinceMs - stalledMs <= needsMs) return [];
    return [`lost: nobody came back until ${wokenMs - endMs} ms after the slot's end`];
  });
}
