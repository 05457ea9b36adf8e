/** A session that waits for its wearer, by rule: after a call of over 15 s, and after the second exit by the Home key. */
import { isIn } from './absence.ts';
import type { Trace } from './trace.ts';

/** An interruption by a call for longer ends the hold (the app's word to the wearer). */
const CALL_PAUSE_MS = 15_000;
/** A tick, timers 16 % slow, then storing: from then on the session waits for page and standby alike. */
const PAUSING_MS = 600;
/** What happens to the watch so shortly before (a stall takes 5 s) may put the pause off. */
const UNDISTURBED_MS = 5_500;
/** Soft pulses are a minute apart. */
const SOFT_APART_MS = 50_000;
/** After the call the cue that says so is felt. */
const TELLING_MS = 1_000;

/** When calls have paused the session, with the page there to see it; ms of uptime. */
export function callPauses(trace: Trace): readonly number[] {
  return trace.calls
    .filter(({ fromMs, toMs }) => toMs - fromMs > CALL_PAUSE_MS)
    .map(({ fromMs }) => fromMs + CALL_PAUSE_MS)
    .filter((ms) => isIn(trace.pageOpen, ms));
}

/** When the wearer left for the second time: it was meant. */
export function meantExit(trace: Trace): number | undefined {
  return trace.leftMs[1];
}

/** Between these instants nothing but calls was done to the watch. */
function isUndisturbed(trace: Trace, fromMs: number, toMs: number): boolean {
  const edges = trace.calls.flatMap((call) => [call.fromMs, call.toMs]);
  return !trace.faultsMs.some((ms) => ms > fromMs && ms <= toMs && !edges.includes(ms));
}

/** Cues that guide though the session waits, in words. */
export function guidedWhilePaused(trace: Trace): readonly string[] {
  const exitMs = meantExit(trace);
  const pausedMs = [...callPauses(trace), ...(exitMs === undefined ? [] : [exitMs])].filter((ms) =>
    isUndisturbed(trace, ms - UNDISTURBED_MS, ms + PAUSING_MS),
  );
  const fromMs = Math.min(...pausedMs) + PAUSING_MS;
  let softMs = fromMs;
  return trace.played.flatMap(({ atMs, cue }) => {
    if (atMs <= fromMs || cue === 'come-back') return [];
    // One short pulse is a beat, and the soft one of a minute's wait.
    if (cue === 'beat' && atMs - softMs >= SOFT_APART_MS) {
      softMs = atMs;
      return [];
    }
    return [`${cue} at ${((atMs - trace.fromMs) / 1000).toFixed(2)} s (the session was paused)`];
  });
}

/** Calls after which the wearer was not told that the session waits, in words. */
export function untoldPauses(trace: Trace): readonly string[] {
  const done = trace.played.find(({ cue }) => cue === 'done')?.atMs ?? trace.toMs;
  return trace.calls.flatMap(({ fromMs, toMs }) => {
    const pausedMs = fromMs + CALL_PAUSE_MS;
    const isTold = trace.played.some(
      ({ atMs, cue }) => cue === 'come-back' && atMs >= toMs && atMs <= toMs + TELLING_MS,
    );
    const isPaused =
      toMs > pausedMs &&
      toMs + TELLING_MS < Math.min(trace.toMs, done) &&
      isUndisturbed(trace, fromMs - UNDISTURBED_MS, toMs + TELLING_MS) &&
      trace.pageLives.some((life) => life.fromMs <= toMs && life.toMs >= toMs + TELLING_MS);
    return isPaused && !isTold
      ? [`come-back after the call that ended at ${((toMs - trace.fromMs) / 1000).toFixed(2)} s`]
      : [];
  });
}
