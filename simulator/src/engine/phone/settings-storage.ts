/**
 * The phone's settings storage: texts by key, shared by side service and settings page, outliving both.
 */
import type { EventLog } from '../event-log.ts';

export interface Change {
  readonly key: string;
  readonly newValue: string | null;
  readonly oldValue: string | null;
}

export interface SettingsStorage {
  readonly values: ReadonlyMap<string, string>;
  /** Who is writing now may forbid it (a build); returns false to refuse. */
  guard: (() => void) | undefined;
  get(key: string): string | null;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  clear(): void;
  /** Loses what was written last, without a word. */
  loseLast(): void;
  listen(listener: (change: Change) => void): () => void;
}

/** @param kept what was stored before */
export function createSettingsStorage(
  log: EventLog,
  kept: Readonly<Record<string, string>> = {},
): SettingsStorage {
  const values = new Map<string, string>(Object.entries(kept));
  const listeners: ((change: Change) => void)[] = [];
  let lastKey = '';
  function tell(change: Change): void {
    log.emit(
      'setting',
      change.newValue === null ? `${change.key} removed` : `${change.key} = ${change.newValue}`,
    );
    for (const listener of listeners.slice()) listener(change);
  }
  const storage: SettingsStorage = {
    values,
    guard: undefined,
    get: (key) => values.get(key) ?? null,
    set(key, value) {
      storage.guard?.();
      if (typeof value !== 'string') log.breach('settings-value-not-text', `${key} is a ${typeof value}`);
      const text = String(value);
      const oldValue = storage.get(key);
      values.set(key, text);
      lastKey = key;
      tell({ key, newValue: text, oldValue });
    },
    remove(key) {
      storage.guard?.();
      const oldValue = storage.get(key);
      if (!values.delete(key)) return;
      tell({ key, newValue: null, oldValue });
    },
    clear() {
      for (const key of Array.from(values.keys())) storage.remove(key);
    },
    loseLast: () => void values.delete(lastKey),
    listen(listener) {
      listeners.push(listener);
      return () => {
        const index = listeners.indexOf(listener);
        if (index >= 0) listeners.splice(index, 1);
      };
    },
  };
  return storage;
}

/** The object that app code sees as `settingsStorage`. */
export function storageFacade(
  storage: SettingsStorage,
  listen: (name: string, listener: unknown) => void,
  unlisten: (name: string, listener: unknown) => void,
): Record<string, unknown> {
  return {
    getItem: (key: unknown) => storage.get(String(key)),
    setItem: (key: unknown, value: unknown) => storage.set(String(key), value),
    removeItem: (key: unknown) => storage.remove(String(key)),
    clear: () => storage.clear(),
    toObject() {
      const object: Record<string, string> = {};
      storage.values.forEach((value, key) => {
        object[key] = value;
      });
      return object;
    },
    get length() {
      return storage.values.size;
    },
    addListener: listen,
    removeListener: unlisten,
  };
}
