/** The part of the platform's phone storage that the service uses, with the only way to know that a write succeeded. */

export interface PhoneStorage {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  toObject(): Record<string, string>;
}

/** Stores a text and says whether it is stored now. Never throws. */
export function writeText(storage: PhoneStorage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
  } catch {
    // The platform does not report the result of a write, so reading back decides, even after a throw.
  }
  return storage.getItem(key) === text;
}

/** Removes a key. Never throws, whatever a full storage does. */
export function removeKey(storage: PhoneStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // What is left of it is found, and removed, the next time.
  }
}

/** Stores all texts or none: if one cannot be stored, the earlier contents are restored. Never throws. */
export function writeAll(
  storage: PhoneStorage,
  texts: readonly (readonly [key: string, text: string])[],
): boolean {
  const before = texts.map(([key]) => storage.getItem(key));
  const failed = texts.findIndex(([key, text]) => !writeText(storage, key, text));
  if (failed < 0) return true;
  const tried = texts.slice(0, failed + 1);
  // What is new goes first, so that the old texts fit again.
  for (const [key] of tried) removeKey(storage, key);
  tried.forEach(([key], at) => {
    const old = before[at];
    if (typeof old === 'string') writeText(storage, key, old);
  });
  return false;
}
