/**
 * What the composition root hands to the pages: the ports, and caches of what is stored. Nothing in it is for a page to
 * change; what one page tells the next goes through a route (`routes.ts`) or the store. Bundles share no modules, so the
 * context travels in the app's globalData, as zml's messaging does.
 */
import type { AlarmNet, Clock, Helper, Report } from '../ports/ports.ts';
import type { Protection } from '../run/protection.ts';
import type { SessionLog } from '../run/session-log.ts';
import type { SyncRunner } from '../run/sync-runner.ts';
import type { TextStore } from '../run/text-store.ts';

export interface AppContext {
  readonly clock: Clock;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
  readonly report: Report;
  /** The newest failure of this run as a sentence; empty while nothing has failed. */
  readonly newestFailure: () => string;
  readonly sync: SyncRunner;
  readonly alarm: AlarmNet;
  readonly helper: Helper;
  readonly protection: Protection;
  /** The parameters of the launch: an alarm's route reaches the app and not the page that it opens. */
  readonly launchParams: string | undefined;
}

/** The context that `app.ts` has built. */
export function appContext(): AppContext {
  return (getApp()._options.globalData as { readonly appContext: AppContext }).appContext;
}
