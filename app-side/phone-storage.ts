/** The part of the platform's phone storage that the service uses, and the one way to know that a write succeeded. */

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
    // The platform does not say what a write did, so reading back decides, after a throw too.
  }
  return storage.getItem(key) === text;
}
