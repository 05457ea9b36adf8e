/** What a page does about time that it has missed: it takes over what the helper has reported, and moves along with a clock that was set. */
import {
  DARK_PATIENCE_MS,
  HELPER_LAST_SLEEP_MS,
  MIN_CUE_GAP_S,
  PAGE_WINDOW_MS,
  UNREAD_MS,
} from '../tuning.ts';
import { nextDue } from './due.ts';
import { asReported, helperPlaysAfterMs } from './helper-handover.ts';
import { stepAwake } from './step.ts';
import { tick } from './tick.ts';
import { keepAwake, PERSIST, RELEASE, wakeAtMs } from './transitions.ts';
import { andThen, type Conductor, type Facts, seenAt, type Turn, take } from './turn.ts';

/** A cue that is later than this, ms, would have been reported readably if the helper had played it. */
const LATEST_UNREAD_MS = DARK_PATIENCE_MS + HELPER_LAST_SLEEP_MS + UNREAD_MS;

/** Takes over the cues that the helper has reported. Nothing is stored and the conductor stays the same if there are none. */
export function catchUp(conductor: Conductor, facts: Facts): Turn {
  const session = asReported(conductor.session, conductor.storedMs, facts.helperReport());
  if (session === conductor.session) return [conductor, []];
  return take(conductor, [session, [PERSIST, session.phase.at === 'ended' ? RELEASE : keepAwake(session)]]);
}

/**
 * Moves all times along with a wall clock that was set, or has gone back. The time since the last event is lost by it, so
 * what follows is late rather than early.
 */
export function rebase(conductor: Conductor, facts: Facts): Turn {
  return andThen(catchUp(conductor, facts), (reported) => {
    const { session } = conductor;
    const lastMs = conductor.clockSetAfterMs || conductor.lastEventMs;
    const caughtUp = { ...reported, clockSetAfterMs: 0 };
    // The helper has heard of the clock too, and has moved what it reports.
    if (reported.session.clockJumps > session.clockJumps) return [caughtUp, []];
    const here = seenAt(caughtUp, Math.max(lastMs, caughtUp.session.seenMs));
    const { interruptedAtMs } = here;
    const byMs = facts.nowMs - here.session.seenMs;
    return take(
      { ...here, interruptedAtMs: interruptedAtMs > 0 ? interruptedAtMs + byMs : 0 },
      stepAwake(here.session, { type: 'clock-jumped', atMs: facts.nowMs }),
    );
  });
}

/**
 * The clock was set while the page's ticks stood still in the dark. How long they had, the helper reports, but what it has written last
 * may not be readable yet: so nothing is stored, which it would go on from, until the page is back. Null if no helper has lived since
 * the session was stored, or the page may tick.
 */
export function leaveClockToHelper(conductor: Conductor, facts: Facts): Turn | null {
  const { isDark, session, storedMs, lastEventMs, clockSetAfterMs } = conductor;
  if (!isDark || session.phase.at === 'ended' || facts.helperReport()?.ofMs !== storedMs) return null;
  // The alarm goes by the wall clock.
  const [guess] = rebase(conductor, facts);
  const left = { ...conductor, clockSetAfterMs: clockSetAfterMs || Math.max(lastEventMs, session.seenMs) };
  return [left, [{ type: 'arm-alarm', atMs: wakeAtMs(guess.session) }]];
}

/**
 * Until when a page that is back from the dark waits for the helper's report, UTC ms; 0: not at all. Where the helper has lived since the
 * session was stored, it may have followed the clock, or played the overdue cue, within the 5 s that a text may stay unread. The page
 * waits only as long as its own cue would not be passed over.
 */
export function reportAwaitedUntilMs(conductor: Conductor, facts: Facts): number {
  const { session, storedMs, clockSetAfterMs } = conductor;
  const { nowMs } = facts;
  const report = facts.helperReport();
  if (report?.ofMs !== storedMs) return 0;
  const here = asReported(session, storedMs, report);
  if (clockSetAfterMs > 0 && here.clockJumps === session.clockJumps) return nowMs + UNREAD_MS;
  const due = nextDue(here);
  const lateMs = due === null ? -1 : nowMs - due.dueMs;
  const isFirst = !report.steps.some((step) => typeof step === 'number');
  const isKnown = lateMs < helperPlaysAfterMs(!isFirst, true) || lateMs > LATEST_UNREAD_MS;
  const next = isKnown || due === null ? null : nextDue(tick(here, due.dueMs)[0]);
  const latestMs = next === null ? nowMs : next.dueMs - MIN_CUE_GAP_S * 1000 - PAGE_WINDOW_MS;
  return latestMs > nowMs ? Math.min(nowMs + UNREAD_MS, latestMs) : 0;
}
