/** Situations in which no program could know where a hold is; docs/decisions/cue-sweep.md gives the reasons. They are not judged. */
import { cutByApp, type Played, type Trace } from './trace.ts';
import { couldLeaveHelperReport, isIn } from './unattended.ts';

/** True if the place of the hold was lost between the cue at `lastMs` and `atMs`. */
export function isBlind(trace: Trace, lastMs: number, atMs: number): boolean {
  return (
    clockSetInTheDark(trace, lastMs, atMs) ||
    cameBackBlind(trace, lastMs, atMs) ||
    openedOnStaleFiles(trace, lastMs, atMs)
  );
}

/** How long a read may give what was there before a write, where that is assumed, ms. */
const STALE_MS = 5_000;

/** The app cut the cue short, and not by a page that could not know of it. */
export function isCutShort(trace: Trace, played: Played): boolean {
  return cutByApp(played, trace) && !openedOnStaleFiles(trace, played.atMs, played.cutAtMs ?? 0);
}

/** The page was opened so soon after a cue that the files need not have told it of the cue yet. */
function openedOnStaleFiles(trace: Trace, lastMs: number, atMs: number): boolean {
  if ((trace.assumed['file-reads'] ?? 'fresh') === 'fresh') return false;
  return trace.pageOpen.some(
    ({ fromMs }) =>
      fromMs >= lastMs &&
      fromMs <= atMs &&
      trace.played.some((played) => played.atMs <= fromMs && fromMs - played.atMs < STALE_MS),
  );
}

/** The page was open, its timers stood still in the dark, and no helper could report how long. */
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
 * The page came back after the clock was set with nobody there, or after a helper had run or played and had no time in the
 * dark to write its report.
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
