/**
 * Texts by name. Each lies in two files that are written in turn, so that a write that dies half way costs the new text and
 * never the old one. What was read or saved is kept in memory for this life of the app: a read may give what was there before
 * the last write, and a disk that takes nothing must not cost the session that runs. Where one of the two files takes no write,
 * or was not readable, a third one stands in for it.
 */
import { asciiBytes, asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { parseJson } from '../core/base/fields.ts';
import { decodeCopy, encodeCopy, newerCopy, newestCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import { HELPER_REPORT, OPEN_SESSION, type StoredText, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import type { Files, Report } from '../ports/ports.ts';

/** Whether the app is the only one that writes a text: the helper writes beside it. */
export function isWrittenByApp(name: StoredText): boolean {
  return name !== HELPER_REPORT;
}

/** The file of a text's copy of this revision. */
export const copyName = (name: string, revision: number): string => `${name}-${'ab'[revision % 2]}`;

/** More than the saves of five seconds, and odd. */
const UNSEEN_REVISIONS = 17;

/** The file that stands in for one of the two. */
const spareName = (name: string): string => `${name}-c`;

/** Above the revisions of files that cannot be read now and may be readable later. */
const BEYOND_ANY_REVISION = 2 ** 30;

const NOTHING: StoredCopy = { revision: 0, content: NO_BYTES };

/** @typeParam Name the names that it knows: a text of any other is a compile error */
export interface TextStore<Name extends string = StoredText> {
  /** The text that was saved last in this life, also if the disk has refused it; else the newest whole one; else empty. */
  load(name: Name): string;
  /**
   * Returns false if the disk has not taken the text in its place, which is reported. It is then tried again with each later
   * save; where the third file has taken it, the next launch has it nevertheless.
   */
  save(name: Name, text: string): boolean;
  /** Tries to store what the disk has refused. Returns true if there was something, and all of it is stored now. */
  retry(): boolean;
  /** Whether files of a text are there and none of them can be used: the text was lost, which differs from never saved. */
  isLost(name: Name): boolean;
  /** Reports that the text is of another shape than any that this app stores, and is not used. */
  refuse(name: Name): void;
  /** Empties the two files of a text that would mislead the next launch. Memory keeps the text. */
  drop(name: Name): void;
}

/**
 * @param isOwn which texts nobody but this store writes while it lives: each of them is read once. Checking and reading the
 *   preferences again took a twentieth of the work of opening a page.
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
  /** Texts of which a file is there and cannot be read: whatever is written into it may not be readable either. */
  const doubtful: Partial<Record<Name, boolean>> = {};
  /** Those of which nothing else is there either: what is in that file is not to be written over. */
  const blocked: Partial<Record<Name, boolean>> = {};
  let refused: Name[] = [];

  function tell(name: Name, sentence: string): void {
    if (told[name]) return;
    // Before it is told: what a report asks may read this very text.
    told[name] = true;
    report(name, sentence);
  }

  function newest(name: Name): StoredCopy {
    const paths = [`${name}-a`, `${name}-b`] as const;
    const [a, b] = [files.read(paths[0]), files.read(paths[1])];
    const isUnreadable = (!a && files.isThere(paths[0])) || (!b && files.isThere(paths[1]));
    const copy = newestCopy(a, b);
    const newer = newerCopy(copy, decodeCopy(files.read(spareName(name))));
    doubtful[name] = isUnreadable;
    blocked[name] = isUnreadable && !copy;
    lost[name] = !newer && (isUnreadable || !!a || !!b);
    if (blocked[name]) tell(name, 'cannot be read');
    else if (!newer && (a?.length || b?.length)) tell(name, 'what was stored is damaged');
    return newer || NOTHING;
  }

  function write(name: Name): boolean {
    const known = revisions[name];
    const before = known === undefined || blocked[name] ? newest(name).revision : known;
    const base = blocked[name] ? Math.max(before, BEYOND_ANY_REVISION) : before;
    // What a life has read first may be seconds old. No revision that was given meanwhile is given again, and the text goes into
    // the file in which the next one is looked for.
    const revision = base + (isWritten[name] ? 1 : UNSEEN_REVISIONS);
    const copy = encodeCopy(revision, asciiBytes(texts[name] as string));
    const isStored = !blocked[name] && files.write(copyName(name, revision), copy);
    // What cannot be read now may be readable later, and no setting of this life is to overrule it; a session that was lived is.
    const canBeSpared = !blocked[name] || name === OPEN_SESSION || name === UNLOGGED_SESSIONS;
    const isInDoubt = !isStored || doubtful[name] === true;
    const isSpared = isInDoubt && canBeSpared && files.write(spareName(name), copy);
    if (isStored || isSpared) {
      isWritten[name] = true;
      revisions[name] = revision;
    }
    if (isStored) told[name] = false;
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
    const copy = newest(name);
    // Of a text that could not be read, a save looks again.
    revisions[name] = copy.revision;
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
    refuse: (name) => tell(name, 'is not readable and is not used'),
    drop(name) {
      for (const copy of 'ab') files.write(`${name}-${copy}`, NO_BYTES);
    },
  };
}

/** The data in a stored JSON text; null if there is none, or none of the shape that `fits` knows, which is reported. */
export function loadJson<Data>(
  store: TextStore,
  name: StoredText,
  fits: (data: unknown) => boolean,
): Data | null {
  const text = store.load(name);
  if (text === '') return null;
  const data = parseJson(text);
  if (fits(data)) return data as Data;
  store.refuse(name);
  return null;
}
