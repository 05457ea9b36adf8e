/**
 * Every threshold of the session engine that is not part of a routine, with its unit and its reason. docs/decisions/helper.md
 * explains those of the helper.
 */

/** Least time between any two cues of a plan, seconds. Two cues that are closer feel like one pattern. */
export const MIN_CUE_GAP_S = 5;
/** From a touch on "ready" to the start cue, ms: time to put the hand back. */
export const READY_LEAD_MS = 3_000;
/** What one touch on "more time" adds to a position phase, ms. */
export const MORE_TIME_MS = 20_000;
/** From the march's start cue to its first beat, ms: the least gap between two cues. */
export const MARCH_LEAD_MS = 5_000;
/** From the end of the march's last lift to the done cue, ms: long enough that it does not feel like another beat. */
export const DONE_WAIT_MS = 2_000;
/** How long a touch can be undone, ms. */
export const UNDO_MS = 5_000;
/** A quick input is ignored for this long before and after its meaning changes, ms: nobody looks and reacts sooner. */
export const QUICK_REST_MS = 2_000;

/** The menu and the question before an end close by themselves after this time: enough to read them, ms. */
export const MENU_MS = 8_000;
/** Between two reminders of a pause, ms: they tell a wearer who lies still that nothing is being timed. */
export const PAUSE_REMINDER_MS = 60_000;
/** If nobody has guided a session for this long, it is closed in its current state, ms. */
export const LEFT_ALONE_MS = 30 * 60_000;
/** How long the screen is kept on beyond the planned end, ms: covers a few touches on "more time" and a pause. */
export const AWAKE_MARGIN_MS = 5 * 60_000;
/** A beat that is later than one tick of the page (250 ms) restarts the rhythm, ms. No lift is cut shorter than this. */
export const BEAT_SLACK_MS = 250;

/** A longer gap between two ticks is a stall, ms: six ticks of 250 ms. After a stall the page reads the helper's report. */
export const PAGE_WINDOW_MS = 1_500;
/**
 * The helper plays a cue this long after it was due, ms, once it has played one and no page has stored anything since. That
 * leaves a page that comes back time to read the report.
 */
export const HELPER_AFTER_MS = 2_500;
/**
 * With the screen dark, the helper plays the first cue that the page has not played this long after it was due, ms. A running
 * page has played it one tick after it was due, and others can read what it stored 5 s later at the latest (docs/evidence.md,
 * F13).
 */
export const DARK_PATIENCE_MS = 6_000;
/**
 * With the screen lit, the first cue is left to the page for this long after it was due, ms. During a call, when it must not
 * play, the page stores a pause after 15 s, and others can read that 5 s later at the latest. Only then does the helper play
 * the cue, because the page is gone, or because the screen's state means nothing (an always-on display).
 */
export const LIT_PATIENCE_MS = 21_000;
/**
 * How long a move that the helper plays may last, ms: 10.6 s at the highest strength with its repetition, plus 16 % for slow
 * timers. A page that comes back meanwhile plays nothing over it.
 */
export const HELPER_MOVE_MS = 12_000;
/** The helper's longest sleep, ms. It limits the effect of slow timers after a change of the clock. */
export const HELPER_SLEEP_MS = 15_000;
/** The longest last sleep of the helper before a cue, ms. A timer that is 16 % slow makes the cue 96 ms late. */
export const HELPER_LAST_SLEEP_MS = 600;
/**
 * A helper that begins or has stalled with the screen lit leaves overdue cues to the page for this long, ms: a page that opened
 * with it waits 5 s for a report before it plays, and others can read what it stored 5 s later. Twice `UNREAD_MS`, and a margin.
 */
export const LIT_BEGIN_PATIENCE_MS = 11_000;
/** Time between two looks at the screen while a cue is overdue, ms, for a watch that does not tell services when it goes dark. */
export const HELPER_WAIT_MS = 2_000;
/** For how long one bundle may be unable to read what another has written, ms (docs/evidence.md, E68). */
export const UNREAD_MS = 5_000;
/** The helper reads the stored session at least this often, ms. */
export const HELPER_READ_MS = 60_000;
/**
 * The alarm rings this long after the planned end of a slot, ms: two cues of the helper, the first up to 6 s late and the
 * second up to 3 s, the second cue's own length, and the 5 s after which a page that is opened can read what the helper has
 * written (`docs/evidence.md`, E67).
 */
export const ALARM_GRACE_MS = 16_000;
/** An alarm is set at least this far ahead, ms: one that is due at once would open the page again and again. */
export const ALARM_AHEAD_MS = 5_000;
/** A call that covers the page for longer than this pauses the session, ms, because nobody guides the hold meanwhile. */
export const CALL_PAUSE_MS = 15_000;
/** The alarm rings no sooner than this after a call began, ms: by then a running page has paused and set it again. */
export const CALL_ALARM_MS = 16_500;
