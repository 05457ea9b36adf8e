/** Whether the wearer works with the hook: by the newest answer, taken in or not. */
import type { Report } from '../ports/report.ts';
import { loadPreferences } from './preferences.ts';
import { waitingChanges } from './preferences-inbox.ts';
import type { TextStore } from './text-store.ts';

export function hasHook(store: TextStore, report: Report): boolean {
  return (waitingChanges(store).kit || loadPreferences(store, report).kit) === 'hook';
}
