/**
 * What the composition root hands to the pages: bundles share no modules, so it goes through the app's globalData, as
 * zml's messaging does.
 */
import type { Cue, Strength } from '../core/cue/vocabulary.ts';
import type { SessionLayout } from '../core/layout/session-layout.ts';
import type { Plan } from '../core/routine/plan.ts';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Helper } from '../ports/helper.ts';
import type { Report } from '../ports/report.ts';
import type { FinishedSession } from '../run/finished-session.ts';
import type { SessionLog } from '../run/session-log.ts';
import type { SyncRunner } from '../run/sync-runner.ts';
import type { TextStore } from '../run/text-store.ts';

export interface AppContext {
  readonly clock: Clock;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
  readonly report: Report;
  readonly sync: SyncRunner;
  readonly alarm: AlarmNet;
  readonly helper: Helper;
  /** The session page keeps its screen on. */
  screenKept: boolean;
  /** Letters of what protects a session now: `s` helper, `a` alarm, `p` page kept on. */
  readonly protection: () => string;
  /** Those that the session in hand had as its page opened, and as it ended. */
  protectionAtEnd: string;
  /** What home has shown and the session is to walk through. */
  plan: Plan | null;
  /** The session page's: that page has no byte to spare. */
  readonly layout: () => SessionLayout;
  /** How long the pulses of a session are. */
  strength: Strength;
  /** Cues are told in words too: the first session. */
  coach: boolean;
  /** What the summary tells of, and what is said about it later. */
  finished: FinishedSession | null;
  /** What the history page has read, for the list to show. */
  sessions?: readonly FinishedSession[] | undefined;
  /** What the resume page has found, played by the session page as it opens; undefined: no session was resumed in this run. */
  comeBack?: Cue | null | undefined;
  /** The newest failure, for the screen that is open. */
  lastFault: string;
  /** Called when the sync state changes; the page in front puts itself here. */
  onSync: () => void;
}

/** The appContext that `app.ts` built. */
export function appContext(): AppContext {
  return (getApp()._options.globalData as { readonly appContext: AppContext }).appContext;
}
