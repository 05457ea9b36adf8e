/** The phone's settings storage: texts by key, which side service and settings page share and which outlives both. */
import type { EventLog } from '../event-log.ts';

/** A changed key; `null` stands for a value that is not there. */
export interface Change {
  readonly key: string;
  readonly newValue: string | null;
  readonly oldValue: string | null;
}

export interface SettingsStorage {
  readonly values: ReadonlyMap<string, string>;
  /** Called before each write, while it is set. */
  onWrite: (() => void) | undefined;
  get(key: string): string | null;
  /** Stores a value as text. A value of another type is a breach. */
  set(key: string, value: unknown): void;
  remove(key: string): void;
  clear(): void;
  /** Loses the value that was written last, without telling anyone. */
  loseLast(): void;
  /** Calls the listener with each change until the returned function is called. */
  listen(listener: (change: Change) => void): () => void;
}

/** @param initial what the storage holds at the start */
export function createSettingsStorage(
  log: EventLog,
  initial: Readonly<Record<string, string>> = {},
): SettingsStorage {
  const values = new Map<string, string>(Object.entries(initial));
  const listeners: ((change: Change) => void)[] = [];
  let lastKey = '';

  function announce(change: Change): void {
    const { key, newValue } = change;
    log.emit('setting', newValue === null ? `${key} removed` : `${key} = ${newValue}`);
    for (const listener of listeners.slice()) listener(change);
  }

  const storage: SettingsStorage = {
    values,
    onWrite: undefined,
    get: (key) => values.get(key) ?? null,
    set(key, value) {
      storage.onWrite?.();
      if (typeof value !== 'string') log.breach('settings-value-not-text', `${key} is a ${typeof value}`);
      const text = String(value);
      const oldValue = storage.get(key);
      values.set(key, text);
      lastKey = key;
      announce({ key, newValue: text, oldValue });
    },
    remove(key) {
      storage.onWrite?.();
      const oldValue = storage.get(key);
      if (values.delete(key)) announce({ key, newValue: null, oldValue });
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

/**
 * The object that the app sees as `settingsStorage`.
 * @param addListener registers a listener of the app by the name of an event
 * @param removeListener removes one listener, or all when none is given
 */
export function settingsStorageApi(
  storage: SettingsStorage,
  addListener: (name: string, listener: unknown) => void = () => undefined,
  removeListener: (name: string, listener: unknown) => void = () => undefined,
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
    addListener,
    removeListener,
  };
}
