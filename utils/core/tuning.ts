/** Every threshold of the engine that is not part of a routine, with its unit and why it is what it is. */

/** Between any two cues of a plan: closer ones are taken for one pattern. */
export const MIN_CUE_GAP_S = 5;
/** From "ready" to the start cue: time to put the hand back. */
export const READY_LEAD_MS = 3_000;
/** What one "more time" adds to a position. */
export const MORE_TIME_MS = 20_000;
/** From the march's start cue to its first beat: a full cue gap. */
export const MARCH_LEAD_MS = 5_000;
/** From the end of the last lift to the done cue, so that it is not taken for a beat. */
export const DONE_WAIT_MS = 2_000;
/** How long a touch can be taken back. */
export const UNDO_MS = 5_000;
/** Between soft pulses while paused, so that nobody lies there for nothing. */
export const PAUSED_SOFT_MS = 60_000;
/** A session nobody has guided for longer is closed as it stands. */
export const LEFT_ALONE_MS = 30 * 60_000;
/** Beyond the planned end, how long the screen is kept on: covers more-time and a pause. */
export const AWAKE_MARGIN_MS = 5 * 60_000;
/** A beat later than a tick starts the rhythm anew: no beat follows another by less than its period and one tick. */
export const BEAT_SLACK_MS = 250;
/** The page plays a cue no later than this while a helper is listed: seven ticks, far from what a healthy page needs. */
export const PAGE_WINDOW_MS = 1_500;
/** When the helper plays what the page has not: the window, and a second for the page to store and play. */
export const HELPER_AFTER_MS = 2_500;
/** From then on what the helper has played counts, for both: its own delay, and more than its timers need (16 % of 300 ms). */
export const HELPER_COUNTS_MS = 2_700;
/** By then the helper has played it: its own delay and half a second. */
export const HELPER_PLAYED_AFTER_MS = 3_000;
/** Longest sleep of the helper between two looks: bounds what a changed clock costs it. */
export const HELPER_LOOK_MS = 1_000;
/** So long after a stall, or what may be one, the helper has looked, on slow timers too. */
export const LOOKED_AFTER_MS = 1_300;
/** The alarm net rings so long after a slot’s end: two cues of a helper, each 3 s late, the second felt to its end, and a clock that was set. A start cue over which page and helper stalled together may bring it 1.5 s later. */
export const ALARM_GRACE_MS = 11_000;
/** Under a call the alarm rings no sooner than so long after it began: a page that lives has paused by then, and set it anew. */
export const CALL_ALARM_MS = 16_500;
/** A page that was covered for longer has left its wearer alone: the hold is paused. */
export const CALL_PAUSE_MS = 15_000;
