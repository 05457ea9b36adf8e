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

/**
 * @param isOwn which texts nobody but this store writes while it lives: each of them is read once. Checking and reading the
 *   preferences anew took a twentieth of the work of opening a page.
 */
export function createTextStore<Name extends string = StoredText>(
  files: Files,
  report: Report,
  isOwn: (name: Name) => boolean = () => false,
): TextStore<Name> {
  /** The revision that was saved last under each name in this life: who has written a text need not look for the newest copy. */
  const saved: Partial<Record<Name, number>> = {};
  /** The own texts that have been read or saved. */
  const known: Partial<Record<Name, string>> = {};

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

  function remember(name: Name, revision: number, text: string): void {
    saved[name] = revision;
    if (isOwn(name)) known[name] = text;
  }

  return {
    load(name) {
      const own = known[name];
      if (own !== undefined) return own;
      const { revision, content } = newest(name);
      const text = asciiText(content);
      // What is damaged is looked for, and reported, each time.
      if (revision > 0 && isOwn(name)) remember(name, revision, text);
      return text;
    },
    save(name, text) {
      const revision = (saved[name] || newest(name).revision) + 1;
      const stored = files.write(fileOf(name, revision), encodeCopy(revision, asciiBytes(text)));
      if (stored) remember(name, revision, text);
      else report(name, 'could not be stored');
      return stored;
    },
  };
}
