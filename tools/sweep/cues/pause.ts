/** When a session waits for its wearer: after a call of over 15 s, and after the second exit with the Home key. */
import type { Trace } from './trace.ts';
import { isIn } from './unattended.ts';

/** A longer call ends the hold, as the app tells the wearer. */
const CALL_PAUSE_MS = 15_000;

/** The instants at which a call paused the session while its page was open, ms of uptime. */
export function callPauses(trace: Trace): readonly number[] {
  return trace.calls
    .filter(({ fromMs, toMs }) => toMs - fromMs > CALL_PAUSE_MS)
    .map(({ fromMs }) => fromMs + CALL_PAUSE_MS)
    .filter((ms) => isIn(trace.pageOpen, ms));
}

/** When the wearer left for the second time, which counts as meant; ms of uptime. */
export function meantExit(trace: Trace): number | undefined {
  return trace.leftMs[1];
}
