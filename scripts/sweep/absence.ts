/** When nobody was there to play a cue. Times in ms of virtual uptime. */
import type { Span, Trace } from './trace.ts';

/** A tick and a half at 16 % slow, and half a second where the standby has played the cue before. */
const PAGE_NEEDS_MS = 950;
/** The standby's window and gap, and a period of its timers. */
const STANDBY_NEEDS_MS = 3_200;
/** From a slot's end until the alarm has brought the page back: 13 s of grace, a whole second, and the page's start. */
const ALARM_NEEDS_MS = 15_000;

/** A slot that ended with nobody there, and the come-back cue that told. */
export interface Absence {
  readonly fromMs: number;
  readonly endMs: number;
}

/** Nobody lived long enough from `dueMs` to `untilMs` to have played a cue that was due then. */
export function isExcused(trace: Trace, dueMs: number, untilMs: number): boolean {
  const clock = trace.jumpsMs.some((jumpMs) => jumpMs <= untilMs);
  // A clock that was set costs at most the time since somebody last looked.
  const slackMs = clock ? 6_000 : 0;
  return (
    longest(trace.pageLives, dueMs, untilMs) < PAGE_NEEDS_MS + slackMs &&
    longest(trace.standbyLives, dueMs, untilMs) < STANDBY_NEEDS_MS + slackMs
  );
}

function longest(spans: readonly Span[], fromMs: number, toMs: number): number {
  return spans.reduce(
    (mostMs, span) => Math.max(mostMs, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs)),
    0,
  );
}

export function pageRuns(trace: Trace, atMs: number): boolean {
  return trace.pageLives.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}

/** Where the alarm was too late: a slot's end passed with nobody there, and nothing was felt within its grace. */
export function overdueSilences(trace: Trace, absences: readonly Absence[]): readonly string[] {
  return absences.flatMap(({ fromMs, endMs }) => {
    const wokenMs = trace.played.find(({ atMs }) => atMs >= endMs)?.atMs ?? trace.toMs;
    const disturbed =
      // The alarm keeps to the wall clock; a page that runs sets it anew.
      trace.jumpsMs.some((jumpMs) => jumpMs >= fromMs && jumpMs <= wokenMs && !pageRuns(trace, jumpMs)) ||
      trace.calls.some((call) => call.toMs >= endMs && call.fromMs <= wokenMs);
    // Where the system has taken no alarm there is none.
    if (trace.alarmRefusedMs !== null && trace.alarmRefusedMs <= endMs) return [];
    if (disturbed || wokenMs - endMs <= ALARM_NEEDS_MS) return [];
    return [`lost: nobody came back until ${wokenMs - endMs} ms after the slot's end`];
  });
}
