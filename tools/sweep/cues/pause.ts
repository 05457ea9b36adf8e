/** A session that waits for its wearer, by rule: after a call of over 15 s, and after the second exit by the Home key. */

import type { Trace } from './trace.ts';
import { isIn } from './unattended.ts';

/** An interruption by a call for longer ends the hold (the app's word to the wearer). */
const CALL_PAUSE_MS = 15_000;

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
