/**
 * Texts by name. Each lies in two files that are written in turn, so that a write that dies half way costs the new text and
 * never the old one.
 */
import { asciiBytes, asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { decodeCopy, encodeCopy, newerCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';

const NOTHING: StoredCopy = { revision: 0, content: NO_BYTES };

/** @typeParam Name the names that it knows: a text of any other is a compile error */
export interface TextStore<Name extends string = StoredText> {
  /** The newest text that is whole; empty where there is none. Damage of both files is reported. */
  load(name: Name): string;
  /** Returns false where the text could not be stored, which is reported; the old text is then still there. */
  save(name: Name, text: string): boolean;
}

export function createTextStore<Name extends string = StoredText>(
  files: Files,
  report: Report,
): TextStore<Name> {
  /** The revision that was saved last under each name in this life: who has written a text need not look for the newest copy. */
  const saved: Partial<Record<Name, number>> = {};

  const fileOf = (name: Name, revision: number): string => `${name}-${'ab'[revision % 2]}`;

  function newest(name: Name): StoredCopy {
    const own = saved[name];
    const copyOfOwn = own === undefined ? null : decodeCopy(files.read(fileOf(name, own)));
    if (copyOfOwn && copyOfOwn.revision === own) return copyOfOwn;
    const a = files.read(`${name}-a`);
    const b = files.read(`${name}-b`);
    const copy = newerCopy(decodeCopy(a), decodeCopy(b));
    if (!copy && (a || b)) report(name, 'what was stored is damaged');
    return copy || NOTHING;
  }

  return {
    load: (name) => asciiText(newest(name).content),
    save(name, text) {
      const revision = (saved[name] || newest(name).revision) + 1;
      const stored = files.write(fileOf(name, revision), encodeCopy(revision, asciiBytes(text)));
      if (stored) saved[name] = revision;
      else report(name, 'could not be stored');
      return stored;
    },
  };
}
