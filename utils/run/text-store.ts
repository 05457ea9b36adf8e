/**
 * Texts by name. Each lies in two files that are written in turn, so that a write that dies half way costs the new text and
 * never the old one. What was read or saved is kept in memory for this life of the app: a read may give what was there before
 * the last write, and a disk that takes nothing must not cost the session that runs.
 */
import { asciiBytes, asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { decodeCopy, encodeCopy, newerCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import { HELPER_REPORT, type StoredText } from '../core/stored-names.ts';
import type { Files, Report } from '../ports/ports.ts';

/** Whether the app is the only one that writes a text: the helper writes beside it. */
export function isWrittenByApp(name: StoredText): boolean {
  return name !== HELPER_REPORT;
}

/** The file of a text's copy of this revision. */
export const copyName = (name: string, revision: number): string => `${name}-${'ab'[revision % 2]}`;

/** More than the saves of five seconds, and odd. */
const UNSEEN_REVISIONS = 17;
const NOTHING: StoredCopy = { revision: 0, content: NO_BYTES };

/** @typeParam Name the names that it knows: a text of any other is a compile error */
export interface TextStore<Name extends string = StoredText> {
  /** The text that was saved last in this life, also where the disk has refused it; else the newest whole one; else empty. */
  load(name: Name): string;
  /** Returns false where the disk has not taken the text, which is reported. It is then tried again with each later save. */
  save(name: Name, text: string): boolean;
  /** Tries to store what the disk has refused. Returns true where there was something, and all of it is stored now. */
  retry(): boolean;
  /** Whether files of a text are there and none of them can be used: the text was lost, which differs from never saved. */
  isLost(name: Name): boolean;
  /** Empties the files of a text that would mislead the next launch. Memory keeps the text. */
  drop(name: Name): void;
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
  const texts: Partial<Record<Name, string>> = {};
  /** The revision on the disk of each text that was read or stored. */
  const revisions: Partial<Record<Name, number>> = {};
  const isWritten: Partial<Record<Name, boolean>> = {};
  const lost: Partial<Record<Name, boolean>> = {};
  /** A failure of a text is reported once, until it has been stored again. */
  const told: Partial<Record<Name, boolean>> = {};
  let refused: Name[] = [];

  function tell(name: Name, sentence: string): void {
    if (told[name]) return;
    // Before it is told: what a report asks may read this very text.
    told[name] = true;
    report(name, sentence);
  }

  /** Null where a file is there and cannot be read: what is in it is not to be written over. */
  function newest(name: Name): StoredCopy | null {
    const paths = [`${name}-a`, `${name}-b`] as const;
    const [a, b] = [files.read(paths[0]), files.read(paths[1])];
    const copy = newerCopy(decodeCopy(a), decodeCopy(b));
    if (copy) return copy;
    const isUnreadable = (!a && files.isThere(paths[0])) || (!b && files.isThere(paths[1]));
    lost[name] = isUnreadable || !!a || !!b;
    if (isUnreadable) tell(name, 'cannot be read');
    else if (a?.length || b?.length) tell(name, 'what was stored is damaged');
    return isUnreadable ? null : NOTHING;
  }

  function write(name: Name): boolean {
    const known = revisions[name];
    const before = known === undefined ? newest(name)?.revision : known;
    if (before === undefined) return false;
    // What a life has read first may be seconds old. No revision that was given meanwhile is given again, and the text goes into
    // the file in which the next one is looked for.
    const revision = before + (isWritten[name] ? 1 : UNSEEN_REVISIONS);
    const text = texts[name] as string;
    const isStored = files.write(copyName(name, revision), encodeCopy(revision, asciiBytes(text)));
    if (isStored) {
      isWritten[name] = true;
      revisions[name] = revision;
      told[name] = false;
    }
    return isStored;
  }

  function retry(): boolean {
    if (refused.length === 0) return false;
    refused = refused.filter((name) => !write(name));
    return refused.length === 0;
  }

  function load(name: Name): string {
    const known = texts[name];
    if (known !== undefined && isOwn(name)) return known;
    const copy = newest(name) || NOTHING;
    // Of a text that could not be read, a save looks again.
    if (!lost[name]) revisions[name] = copy.revision;
    const text = asciiText(copy.content);
    texts[name] = text;
    return text;
  }

  return {
    load,
    save(name, text) {
      texts[name] = text;
      const isStored = write(name);
      refused = refused.filter((other) => other !== name);
      if (isStored) retry();
      else {
        refused.push(name);
        tell(name, 'could not be stored');
      }
      return isStored;
    },
    retry,
    isLost(name) {
      load(name);
      return lost[name] === true;
    },
    drop(name) {
      for (const copy of 'ab') files.write(`${name}-${copy}`, NO_BYTES);
    },
  };
}
