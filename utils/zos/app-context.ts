/**
 * What `app.ts` gives to the pages: the ports, and caches of what is stored. Pages must not change it; a page passes data to
 * the next through a route (`routes.ts`) or the store. Bundles share no modules, so the context is in the app's globalData, as
 * zml's messaging is.
 */
import type { Protection } from '../run/protection.ts';
import type { RunPorts } from '../run/run-ports.ts';
import type { SyncRunner } from '../run/sync-runner.ts';

/** Without motor and screen, which the session page creates itself. */
export interface AppContext extends Omit<RunPorts, 'haptics' | 'screen'> {
  /** The newest failure of this run as a sentence; empty while nothing has failed. */
  readonly newestFailure: () => string;
  readonly sync: SyncRunner;
  readonly protection: Protection;
  /** The parameters of the launch: an alarm's route reaches the app and not the page that it opens. */
  readonly launchParams: string | undefined;
}

/** The context that `app.ts` has built. */
export function appContext(): AppContext {
  return (getApp()._options.globalData as { readonly appContext: AppContext }).appContext;
}
