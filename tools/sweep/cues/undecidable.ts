/** When no program could know where a hold is: what docs/decisions/helper.md lists, with the reasons. Nothing is judged then. */

import type { Trace } from './trace.ts';
import { couldLeaveHelperReport, isIn } from './unattended.ts';

/** Between the cue felt at `lastMs` and `atMs` the hold's place was lost. */
export function isBlind(trace: Trace, lastMs: number, atMs: number): boolean {
  return clockSetInTheDark(trace, lastMs, atMs) || cameBackBlind(trace, lastMs, atMs);
}

/** The page was there, its timers stood still in the dark, and no helper told it how long they had. */
function clockSetInTheDark(trace: Trace, lastMs: number, atMs: number): boolean {
  return trace.jumps.some(
    (jump) =>
      jump.atMs > lastMs &&
      jump.atMs <= atMs &&
      isIn(trace.pageOpen, jump.atMs) &&
      isIn(trace.dark, jump.atMs) &&
      !isIn(trace.helperLives, jump.atMs),
  );
}

/**
 * The page came back, and the clock was set meanwhile with nobody there; or a helper was, or has even played, and had
 * no time in the dark to leave word of it.
 */
function cameBackBlind(trace: Trace, lastMs: number, atMs: number): boolean {
  return trace.pageOpen.some(({ fromMs: backMs }) => {
    if (backMs <= lastMs || backMs > atMs) return false;
    const goneMs = Math.max(0, ...trace.pageOpen.map(({ toMs }) => (toMs < backMs ? toMs : 0)));
    const isUntold = (ms: number): boolean =>
      ms > goneMs && ms <= backMs && !couldLeaveHelperReport(trace, ms, backMs);
    return (
      trace.jumps.some((jump) => isUntold(jump.atMs)) ||
      (!isIn(trace.helperLives, backMs) &&
        trace.played.some((played) => played.by === 'helper' && isUntold(played.atMs)))
    );
  });
}
