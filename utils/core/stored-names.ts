/**
 * The name on the watch's disk of everything that the app stores; `docs/storage.md` says what each holds and who writes it.
 * Watches in use have files of these names, so a name never changes and is never used for anything else.
 */
import type * as names from './stored-names.ts';

/** The open session: its snapshot; empty if no session is open. */
export const OPEN_SESSION = 'open';
/** Sessions that wait for the log, one snapshot a line: ended ones that the log has refused, and any of an unknown version. */
export const UNLOGGED_SESSIONS = 'kept';
/** The lowest record that the watch still has, the newest number in use, the install number again, and the first record under it. */
export const LOG_BOUNDS = 'marks';
/** The random number that names this install. */
export const INSTALL_ID = 'install';
/** When the last session was, its number in the log, and its morning's answer. */
export const LAST_SESSION = 'last';
/** The answer to "pain now" before a session, until that session's record contains it. */
export const PAIN_BEFORE = 'answers';
/** The preferences that watch and phone share, with revisions. */
export const PREFERENCES_DOCUMENT = 'config';
/** A document that the phone has sent and nobody has merged yet; empty if there is none. */
export const PREFERENCES_FROM_PHONE = 'config-in';
/** The log's code for the stage of the last session that the phone knows, for a fresh watch; empty if there is none. */
export const STAGE_FROM_PHONE = 'stage-in';
/** Preferences that the wearer has changed on the watch and nobody has merged yet; empty if there are none. */
export const WAITING_CHANGES = 'changes-in';
/** What pages need from the preferences, ready to use, and what only the watch knows. */
export const PAGE_PREFERENCES = 'prefs';
/** The wearer's own routines, ready to be offered and planned; empty if there are none. */
export const OWN_ROUTINES = 'routines';
/** The plan of the next session, with what it was made from. */
export const NEXT_PLAN = 'plan';
/** The number of the record up to which the wearer has refused another stage. */
export const REFUSED_ADVICE = 'advice';
/** Ids of the reminder's daily alarms, which the session's alarm leaves alone. */
export const REMINDER_ALARMS = 'wake-ups';
/** Local time minus UTC when they were set, minutes. */
export const REMINDER_ZONE = 'wake-zone';
/** The helper's report: how it continued the session while the screen was dark. */
export const HELPER_REPORT = 'word';

/** A plain file: the newest failures. */
export const REPORT_RING = 'ring';
/** Plain files `log0`, `log1` and so on: the records of finished sessions, 64 numbers a file. */
export const LOG_FILES = 'log';

/** The texts of the text store, each in two files. */
export type StoredText = Exclude<(typeof names)[keyof typeof names], typeof REPORT_RING | typeof LOG_FILES>;
