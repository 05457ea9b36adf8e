/**
 * What the composition root hands to the pages: bundles share no modules, so it goes through the app's globalData, as
 * zml's messaging does.
 */
import type { SessionRecord } from '../core/log/record.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';
import type { Journal } from '../run/journal.ts';
import type { SyncRunner } from '../run/sync-runner.ts';

export interface House {
  readonly clock: Clock;
  readonly files: Files;
  readonly journal: Journal;
  readonly report: Report;
  readonly sync: SyncRunner;
  /** The session that has just ended, for the summary. */
  lastRecord: SessionRecord | null;
  /** The newest failure, for the screen that is open. */
  lastFault: string | null;
  /** Called when the sync state changes; the page in front puts itself here. */
  onSync: (() => void) | null;
}

/** The house that `app.ts` built. */
export function house(): House {
  const data: { readonly house?: House } | undefined = getApp()._options.globalData;
  if (data === undefined || data.house === undefined) throw new Error('the app has not been opened');
  return data.house;
}
