/** Whether the wearer works with the hook: by the newest answer, taken in or not. */
import type { Report } from '../ports/report.ts';
import { waitingChanges } from './config-inbox.ts';
import { loadPreferences } from './preferences.ts';
import type { SlotStore } from './slot-store.ts';

export function hasHook(store: SlotStore, report: Report): boolean {
  return (waitingChanges(store).tool || loadPreferences(store, report).choices.tool) === 'hook';
}
