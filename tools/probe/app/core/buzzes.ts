/** What the probe lets a person count, as entries of `Vibrator.start`, for page and service alike. */

/** Numbers of the pattern types, as `getType()` gives them. */
export interface EntryTypes {
  readonly CONTINUOUS: number;
  readonly PAUSE: number;
}

export interface Entry {
  readonly type: number;
  readonly duration: number;
}

const ON_MS = 300;
const OFF_MS = 300;

/** `count` buzzes of `onMs` with `offMs` between them: twice as many entries less one. */
export function buzzes(types: EntryTypes, count: number, onMs = ON_MS, offMs = OFF_MS): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < count; at++) {
    if (at > 0) entries.push({ type: types.PAUSE, duration: offMs });
    entries.push({ type: types.CONTINUOUS, duration: onMs });
  }
  return entries;
}

/** Three buzzes in six entries, the last of which is a pause: as long as patterns of published apps are. */
export function sixEntries(types: EntryTypes): Entry[] {
  return [...buzzes(types, 3), { type: types.PAUSE, duration: OFF_MS }];
}

/** Six buzzes in eleven entries. */
export function elevenEntries(types: EntryTypes): Entry[] {
  return buzzes(types, 6);
}
