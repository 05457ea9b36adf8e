/**
 * Every threshold of the session engine that is not part of a routine, each with its unit and its reason. The decision
 * behind those of the helper is docs/decisions/helper.md.
 */

/** Least time between any two cues of a plan, seconds. Two cues that are closer feel like one pattern. */
export const MIN_CUE_GAP_S = 5;
/** From a touch on "ready" to the start cue, ms: time to put the hand back. */
export const READY_LEAD_MS = 3_000;
/** What one touch on "more time" adds to a position phase, ms. */
export const MORE_TIME_MS = 20_000;
/** From the march's start cue to its first beat, ms: the least gap between two cues. */
export const MARCH_LEAD_MS = 5_000;
/** From the end of the march's last lift to the done cue, ms: enough for it not to be taken for another beat. */
export const DONE_WAIT_MS = 2_000;
/** How long a touch can be undone, ms. */
export const UNDO_MS = 5_000;
/** A quick input is ignored for this long before and after its meaning changes, ms: nobody looks and reacts sooner. */
export const QUICK_REST_MS = 2_000;

/** The menu and the question before an end close by themselves after this time: enough to read them, ms. */
export const MENU_MS = 8_000;
/** Between two reminders of a pause, ms: they tell a wearer who lies still that nothing is being timed. */
export const PAUSED_SOFT_MS = 60_000;
/** A session that nobody has guided for this long is closed as it stands, ms. */
export const LEFT_ALONE_MS = 30 * 60_000;
/** How long the screen is kept on beyond the planned end, ms: covers a few touches on "more time" and a pause. */
export const AWAKE_MARGIN_MS = 5 * 60_000;
/** A beat that is later than one tick of the page (250 ms) restarts the rhythm, ms. No lift is cut shorter than this. */
export const BEAT_SLACK_MS = 250;

/** A gap between two ticks that is longer is a stall, ms: six ticks of 250 ms. What the helper has reported is read after it. */
export const PAGE_WINDOW_MS = 1_500;
/**
 * The helper plays a cue this long after it was due, ms, once it has played one and no page has stored anything since. It
 * leaves a page that comes back the time to read its report.
 */
export const HELPER_AFTER_MS = 2_500;
/**
 * With the screen dark it plays the first cue that the page leaves this long after it was due, ms: a page that lives has played
 * it a tick after it was due, and what it stored is read by others 5 s later at the latest (docs/evidence.md, F13).
 */
export const DARK_PATIENCE_MS = 6_000;
/**
 * With the screen lit that first cue is the page's for this long after it was due, ms: under a call, which keeps it from playing, it
 * stores a pause after 15 s, and others read that 5 s later at the latest. Only then the helper plays it, since the page is gone, or
 * the screen's state says nothing (an always-on display).
 */
export const LIT_PATIENCE_MS = 21_000;
/**
 * What the helper plays of a move may last for so long, ms: 10.6 s at the strongest with its repetition, and 16 % of the time up
 * to that for slow timers. A page that comes back meanwhile plays nothing over it.
 */
export const HELPER_MOVE_MS = 12_000;
/** The helper's longest sleep, ms: bounds what its slow timers cost after a change of the clock. */
export const HELPER_SLEEP_MS = 15_000;
/** The helper's last sleep before a cue takes all the time that is left up to this, ms. 16 % of it, 96 ms, is what a slow timer costs a cue. */
export const HELPER_LAST_SLEEP_MS = 600;
/** Between two looks at the screen while a cue is overdue, ms, for a watch that does not tell a service that it went dark. */
export const HELPER_WAIT_MS = 2_000;
/** How long what one bundle has written may stay unread by another, ms (docs/evidence.md, E68). */
export const UNREAD_MS = 5_000;
/** The helper reads the stored session at least so often, ms. */
export const HELPER_READ_MS = 60_000;
/**
 * The alarm rings this long after the planned end of a slot, ms: two cues of the helper, the first up to 6 s late and the
 * second up to 3 s, the second cue's own length, and the 5 s after which a page that is opened can read what the helper has
 * written (`docs/evidence.md`, E67).
 */
export const ALARM_GRACE_MS = 16_000;
/** An alarm is set at least so far ahead, ms: one that is due at once would open the page again and again. */
export const ALARM_AHEAD_MS = 5_000;
/** A call that covers the page for longer pauses the session, ms, because nobody guides the hold meanwhile. */
export const CALL_PAUSE_MS = 15_000;
/** The alarm rings no sooner than this after a call began, ms: by then a page that lives has paused and armed it again. */
export const CALL_ALARM_MS = 16_500;
