/** Files of a watch whose wearer has read the safety page and set preferences; written by the app's own code. */

import type { DeviceModel } from 'zepp-watch-simulator';
import { hasServices } from 'zepp-watch-simulator/devices';
import { concatBytes, NO_BYTES } from '../../utils/core/base/bytes.ts';
import { emptyDocument, formatPreferences } from '../../utils/core/preferences/document.ts';
import { withRoutineCodes } from '../../utils/core/preferences/own-routines.ts';
import type { Preferences } from '../../utils/core/preferences/preference-table.ts';
import { PREFERENCES_FROM_PHONE } from '../../utils/core/stored-names.ts';
import type { Files } from '../../utils/ports/ports.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { makeNextPlan } from '../../utils/run/make-next-plan.ts';
import { changePreferences, newWatch, savePreferences } from '../../utils/run/preferences.ts';
import type { HelperConsent } from '../../utils/run/stored-preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';

/** The disk of a watch that has these files. */
export function diskOf(files: Map<string, Uint8Array>): Files {
  const write = (path: string, bytes: Uint8Array): boolean => files.set(path, bytes) === files;
  return {
    read: (path) => files.get(path) ?? null,
    isThere: (path) => files.has(path),
    write,
    append: (path, bytes) => write(path, concatBytes([files.get(path) ?? NO_BYTES, bytes])),
  };
}

/** @throws Error always: nothing may go wrong on a watch that is made up */
export function report(where: string, sentence: string): never {
  throw new Error(`${where}: ${sentence}`);
}

/** @param routineCodes of the wearer's own routines, which the phone has sent */
export function usedWatch(
  preferences: Partial<Preferences> = {},
  helper: HelperConsent = 'refused',
  routineCodes: readonly string[] = [],
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const store = createTextStore(diskOf(files), report);
  const seen = { safetySeen: true, coachDone: true, cardSeen: true, reminderOffered: true };
  savePreferences(store, { ...newWatch, ...seen, helper });
  changePreferences(store, preferences);
  if (routineCodes.length > 0)
    store.save(PREFERENCES_FROM_PHONE, formatPreferences(withRoutineCodes(emptyDocument, routineCodes)));
  applyPreferences(store, report, [0, 0]);
  // Preferences that give no plan are a case of their own, which home tells.
  makeNextPlan(store, () => undefined);
  return files;
}

/** A watch whose wearer has allowed the helper, if the model can have one. */
export function allowingWatch(device?: DeviceModel) {
  const isAsked = device === undefined || hasServices(device);
  return {
    files: usedWatch({}, isAsked ? 'allowed' : 'unsupported'),
    backgroundConsent: 'granted',
  } as const;
}
