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
/** Between two reminders of a pause, ms: they tell a wearer who lies still that nothing is being timed. */
export const PAUSED_SOFT_MS = 60_000;
/** A session that nobody has guided for this long is closed as it stands, ms. */
export const LEFT_ALONE_MS = 30 * 60_000;
/** How long the screen is kept on beyond the planned end, ms: covers a few touches on "more time" and a pause. */
export const AWAKE_MARGIN_MS = 5 * 60_000;
/** A beat that is later than one tick of the page (250 ms) restarts the rhythm, ms. No lift is cut shorter than this. */
export const BEAT_SLACK_MS = 250;

/** The page plays a cue up to this long after it was due while a helper is listed, ms: six ticks of 250 ms. A healthy page needs one. */
export const PAGE_WINDOW_MS = 1_500;
/** A tick that follows the one before within this shows that the page has not stalled, ms: two ticks of 250 ms. */
export const TIMELY_TICK_MS = 500;
/** The helper plays a cue this long after it was due, ms: the page's window, and a second for the page to store and play. */
export const HELPER_AFTER_MS = 2_500;
/**
 * A cue that the helper has played counts as played this long after it was due, ms, for page and helper alike. It is the
 * helper's delay and 200 ms, which is more than its slowest timers (16 %) add to its last sleep of 300 ms.
 */
export const HELPER_COUNTS_MS = 2_700;
/** The page takes a cue for played by the helper from this long after it was due, ms: the helper's delay and half a second. */
export const HELPER_PLAYED_AFTER_MS = 3_000;
/**
 * What the helper plays of a move may last for so long, ms: 10.6 s at the strongest with its repetition, and 16 % of the time up
 * to that for slow timers. A page that comes back meanwhile plays nothing over it.
 */
export const HELPER_MOVE_MS = 12_000;
/** The helper's longest sleep between two looks at the stored session, ms: bounds how late a changed clock makes it. */
export const HELPER_LOOK_MS = 1_000;
/** The helper's last sleep before a cue takes all the time that is left up to this, ms. 16 % of it, 48 ms, is what a slow timer costs a cue. */
export const HELPER_LAST_SLEEP_MS = 300;
/** After a gap between ticks, the time in which even a helper with slow timers (16 %) has looked once, ms. */
export const LOOKED_AFTER_MS = 1_300;
/**
 * A gap between two ticks that is longer is a clock that was set forward, ms. No page survives so long a stall: the system
 * ends one ten seconds after the screen goes dark.
 */
export const LONGEST_STALL_MS = 15_000;

/**
 * The alarm rings this long after the planned end of a slot, ms: two cues of the helper with up to 3 s delay each, the
 * second cue's own length, and a change of the clock.
 */
export const ALARM_GRACE_MS = 11_000;
/** A call that covers the page for longer pauses the session, ms, because nobody guides the hold meanwhile. */
export const CALL_PAUSE_MS = 15_000;
/** The alarm rings no sooner than this after a call began, ms: by then a page that lives has paused and armed it anew. */
export const CALL_ALARM_MS = 16_500;
