/** What a page does about time that it has missed: it takes over what the helper reported, and follows a clock that was set. */
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
import { andThen, type Conductor, type Facts, seenAt, type Turn, withTransition } from './turn.ts';

/** If a cue is later than this, ms, and the helper has played it, then the page can already read the report. */
const LATEST_UNREAD_MS = DARK_PATIENCE_MS + HELPER_LAST_SLEEP_MS + UNREAD_MS;

/** Takes over the cues that the helper has reported. If there are none, it stores nothing and returns the same conductor. */
export function catchUp(conductor: Conductor, facts: Facts): Turn {
  const session = asReported(conductor.session, conductor.storedMs, facts.helperReport());
  if (session === conductor.session) return [conductor, []];
  return withTransition(conductor, [
    session,
    [PERSIST, session.phase.at === 'ended' ? RELEASE : keepAwake(session)],
  ]);
}

/**
 * Moves all times when the wall clock was set or has gone back. This loses the time since the last event, so what follows is
 * late rather than early.
 */
export function rebase(conductor: Conductor, facts: Facts): Turn {
  return andThen(catchUp(conductor, facts), (reported) => {
    const { session } = conductor;
    const lastMs = conductor.clockSetAfterMs || conductor.lastEventMs;
    const caughtUp = { ...reported, clockSetAfterMs: 0 };
    // The helper noticed the change too, and has already moved the times in its report.
    if (reported.session.clockJumps > session.clockJumps) return [caughtUp, []];
    const here = seenAt(caughtUp, Math.max(lastMs, caughtUp.session.seenMs));
    const { interruptedAtMs } = here;
    const byMs = facts.nowMs - here.session.seenMs;
    return withTransition(
      { ...here, interruptedAtMs: interruptedAtMs > 0 ? interruptedAtMs + byMs : 0 },
      stepAwake(here.session, { type: 'clock-jumped', atMs: facts.nowMs }),
    );
  });
}

/**
 * The clock was set while the page's ticks had stopped in the dark. The helper's report tells for how long, but its latest
 * report may not be readable yet. So the page stores nothing until it is back, because the helper would continue from what it
 * stores. Null if no helper has reported since the session was stored, or if the page may still tick.
 */
export function leaveClockToHelper(conductor: Conductor, facts: Facts): Turn | null {
  const { isDark, session, storedMs, lastEventMs, clockSetAfterMs } = conductor;
  if (!isDark || session.phase.at === 'ended' || facts.helperReport()?.ofMs !== storedMs) return null;
  // The alarm follows the wall clock.
  const [guess] = rebase(conductor, facts);
  const left = { ...conductor, clockSetAfterMs: clockSetAfterMs || Math.max(lastEventMs, session.seenMs) };
  return [left, [{ type: 'arm-alarm', atMs: wakeAtMs(guess.session) }]];
}

/**
 * Until when a page that is back from the dark waits for the helper's report, UTC ms; 0: it does not wait. If the helper has
 * reported since the session was stored, it may also have followed the clock or played the overdue cue within the last 5 s, for
 * which a text may be unreadable. The page waits only until its own cue would be skipped.
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
