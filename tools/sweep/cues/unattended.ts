/** When neither page nor helper was there to play a cue. Times are ms of virtual uptime. */
import type { Span, Trace } from './trace.ts';

/** Time in which an open page has ticked twice, even on timers 16 % slow. */
const PAGE_NEEDS_MS = 600;
/** Time in the dark in which a helper has played a late cue: 6 s that it leaves to a page, its margin, on slow timers. */
const HELPER_NEEDS_MS = 6_500;
/** The same with the screen lit all the time, where a cue is the page's for 16 s. */
const HELPER_NEEDS_LIT_MS = 16_500;
/** A clock change costs a page at most the time since its last tick, and a helper what its sleep was longer than asked. */
const CLOCK_COSTS_MS = 1_200;
/** Time from the end of a slot until the alarm has brought the page back: 16 s of delay, rounding, and the start of the page. */
const ALARM_NEEDS_MS = 20_000;
/** What an alarm that is assumed to be late adds. */
const ALARM_LATE_MS = 10_000;
/** A call that begins less than this before the end of a slot delays the alarm: 16.5 s from its start, minus those 16 s. */
const CALL_PUTS_OFF_MS = 500;

/** A slot that ended with nobody there, as the come-back cue showed. */
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

/** The times that are in both. */
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

/** One sentence for each slot that ended with nobody there and whose alarm did not bring the page back in time. */
export function overdueSilences(trace: Trace, absences: readonly Absence[]): readonly string[] {
  const alarms = trace.assumed['alarm-launch'] ?? 'on-time';
  // Such an alarm brings nobody back by itself, or only once the screen is lit.
  if (alarms === 'never' || alarms === 'silent') return [];
  const needsMs = ALARM_NEEDS_MS + (alarms === 'late' ? ALARM_LATE_MS : 0);
  return absences.flatMap(({ fromMs, endMs }) => {
    const wokenMs = trace.played.find(({ atMs }) => atMs >= endMs)?.atMs ?? trace.toMs;
    // The alarm follows the wall clock: it comes later if the clock went back with no page there to set it anew.
    const disturbed = trace.jumps.some(
      ({ atMs, byMs }) => byMs < 0 && atMs >= fromMs && atMs <= wokenMs && !isIn(trace.pageOpen, atMs),
    );
    // There is no alarm if the system has refused it.
    if (trace.alarmRefusedMs !== null && trace.alarmRefusedMs <= endMs) return [];
    const calledMs = trace.calls.map((call) => call.fromMs).filter((ms) => ms <= endMs);
    const sinceMs = Math.max(endMs, ...calledMs.map((ms) => ms + CALL_PUTS_OFF_MS));
    if (disturbed || wokenMs - sinceMs <= needsMs) return [];
    return [`lost: nobody came back until ${wokenMs - endMs} ms after the slot's end`];
  });
}
