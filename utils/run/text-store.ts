/**
 * Texts by name. Each is stored in two files that are written alternately, so that a write that fails half way costs the new
 * text and never the old one. What was read or saved stays in memory until the app ends, because a read may return the contents
 * from before the last write, and because a failing disk must not cost the running session. If one of the two files cannot be
 * written, or was not readable, a third one takes its place.
 */
import { asciiBytes, asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { parseJson } from '../core/base/fields.ts';
import { decodeCopy, encodeCopy, newerCopy, newestCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import { HELPER_REPORT, OPEN_SESSION, type StoredText, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import type { Files, Report } from '../ports/ports.ts';

/** Whether only the app writes a text. The helper writes its report at the same time. */
export function isWrittenByApp(name: StoredText): boolean {
  return name !== HELPER_REPORT;
}

/** The file of a text's copy of this revision. */
export const copyName = (name: string, revision: number): string => `${name}-${'ab'[revision % 2]}`;

/** What the first save adds to the revision that was read: more than the saves of five seconds, and odd. */
export const UNSEEN_REVISIONS = 17;

/** The file that takes the place of one of the two. */
const spareName = (name: string): string => `${name}-c`;

/** Above the revisions of files that cannot be read now and may be readable later. */
const BEYOND_ANY_REVISION = 2 ** 30;

const NOTHING: StoredCopy = { revision: 0, content: NO_BYTES };

/** @typeParam Name the names that it knows; any other name does not compile */
export interface TextStore<Name extends string = StoredText> {
  /** The text that was last saved since the app started, even if the disk refused it; otherwise the newest undamaged one; otherwise empty. */
  load(name: Name): string;
  /**
   * Returns false if the disk did not store the text in its place, which is reported. Each later save tries it again. If the
   * third file has stored it, the next launch has it all the same.
   */
  save(name: Name, text: string): boolean;
  /** Tries to store what the disk has refused. Returns true if there was something and all of it is now stored. */
  retry(): boolean;
  /** Whether a text has files but none of them can be used: then it was lost, which differs from never saved. */
  isLost(name: Name): boolean;
  /** Reports that the text has a shape that this app does not store, and is not used. */
  refuse(name: Name): void;
  /** Empties the two files of a text that would mislead the next launch. Memory keeps the text. */
  drop(name: Name): void;
}

/**
 * @param isOwn which texts only this store writes while it exists; each of them is read once. Checking and reading the
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
  /** Texts with a file that exists but cannot be read. What is written into it may not be readable either. */
  const doubtful: Partial<Record<Name, boolean>> = {};
  /** Those that have nothing else either, so that file must not be overwritten. */
  const blocked: Partial<Record<Name, boolean>> = {};
  let refused: Name[] = [];

  function tell(name: Name, sentence: string): void {
    if (told[name]) return;
    // Before reporting, because a report may read this very text.
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
    // What the app read first may be seconds old. No revision that was used meanwhile is used again, and the text goes into
    // the file in which the next one is looked for.
    const revision = base + (isWritten[name] ? 1 : UNSEEN_REVISIONS);
    const copy = encodeCopy(revision, asciiBytes(texts[name] as string));
    const isStored = !blocked[name] && files.write(copyName(name, revision), copy);
    // What cannot be read now may be readable later. No setting may override it then, but a session that was done may.
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
    // A save looks again at a text that could not be read.
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

/** The data in a stored JSON text; null if there is none, or if `fits` rejects its shape, which is reported. */
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
