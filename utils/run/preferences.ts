/** The wearer's choices on the watch, in two slots. Unknown or damaged data gives the defaults and a sentence. */
import { asciiBytes, asciiText } from '../core/base/bytes.ts';
import { decodeSlot, encodeSlot, newerSlot } from '../core/log/slots.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';

const SLOT_FILES = ['prefs-a', 'prefs-b'] as const;
const VERSION = 1;

export interface Preferences {
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
}

export const firstPreferences: Preferences = { safetySeen: false };

export function loadPreferences(files: Files, report: Report): Preferences {
  const slot = newest(files);
  if (slot === null) return firstPreferences;
  try {
    const data: unknown = JSON.parse(asciiText(slot.content));
    if (typeof data === 'object' && data !== null && 'version' in data && data.version === VERSION) {
      return { safetySeen: 'safetySeen' in data && data.safetySeen === true };
    }
    report('preferences', 'were stored by another version; the defaults are used');
  } catch {
    report('preferences', 'are not readable; the defaults are used');
  }
  return firstPreferences;
}

/** False where they could not be stored (it is reported). */
export function savePreferences(files: Files, report: Report, preferences: Preferences): boolean {
  const before = newest(files);
  const revision = before === null ? 1 : before.revision + 1;
  const text = JSON.stringify({ version: VERSION, safetySeen: preferences.safetySeen });
  const name = SLOT_FILES[revision % 2 === 0 ? 0 : 1];
  const stored = files.write(name, encodeSlot(revision, asciiBytes(text)));
  if (!stored) report('preferences', 'could not be stored');
  return stored;
}

function newest(files: Files) {
  return newerSlot(decodeSlot(files.read(SLOT_FILES[0])), decodeSlot(files.read(SLOT_FILES[1])));
}
