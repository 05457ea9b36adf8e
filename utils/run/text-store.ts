/** Texts by name, each in two slot files, so that a write that dies half way costs the new text and never the old one. */
import { asciiBytes, asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { decodeCopy, encodeCopy, newerCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';

/** The open session's name. */
export const OPEN = 'open';
/** Sessions that wait for the log, a line each: ended ones that it has refused, and any of a version that is not known here. */
export const UNLOGGED = 'kept';

const NOTHING: StoredCopy = { revision: 0, content: NO_BYTES };

export interface TextStore {
  /** The newest whole text; empty where there is none. */
  load(name: string): string;
  /** False where it could not be stored (it is reported). */
  save(name: string, text: string): boolean;
}

export function createTextStore(files: Files, report: Report): TextStore {
  function newest(name: string): StoredCopy {
    const a = files.read(`${name}-a`);
    const b = files.read(`${name}-b`);
    const slot = newerCopy(decodeCopy(a), decodeCopy(b));
    if (!slot && (a || b)) report(name, 'what was stored is damaged');
    return slot || NOTHING;
  }

  return {
    load: (name) => asciiText(newest(name).content),
    save(name, text) {
      const revision = newest(name).revision + 1;
      const file = `${name}-${'ab'[revision % 2]}`;
      const stored = files.write(file, encodeCopy(revision, asciiBytes(text)));
      if (!stored) report(name, 'could not be stored');
      return stored;
    },
  };
}
