/**
 * `@zos/storage`: key-value stores. Local ones hold JSON and outlive the app; session ones live as long as one run. A full or
 * failing disk keeps no new value (assumed; published nowhere).
 */
import { moduleOf, type ZosContext } from './context.ts';

const PERMISSION = 'device:os.local_storage';

function store(context: ZosContext, path: string): Map<string, string> {
  const { stores } = context.world.disk;
  const present = stores.get(path) ?? new Map<string, string>();
  stores.set(path, present);
  return present;
}

function localStore(context: ZosContext, path: string): Record<string, unknown> {
  const check = (name: string): void => context.requirePermission(PERMISSION, `localStorage.${name}`);
  const { disk } = context.world;
  const writable = (): boolean => disk.state !== 'full' && disk.state !== 'failing';
  return {
    /** Everything that is stored, by its key (used by official samples; documented nowhere). */
    get store() {
      check('store');
      const stored: Record<string, unknown> = {};
      for (const [key, text] of store(context, path)) stored[key] = JSON.parse(text) as unknown;
      return stored;
    },
    getItem(key: string, fallback?: unknown) {
      check('getItem');
      const text = store(context, path).get(String(key));
      return text === undefined ? fallback : (JSON.parse(text) as unknown);
    },
    setItem(key: string, value: unknown) {
      check('setItem');
      const text = JSON.stringify(value);
      if (writable() && text !== undefined) store(context, path).set(String(key), text);
    },
    removeItem(key: string) {
      check('removeItem');
      return writable() && store(context, path).delete(String(key));
    },
    clear() {
      check('clear');
      if (writable()) store(context, path).clear();
    },
  };
}

function sessionStore(map: Map<string, unknown>): Record<string, unknown> {
  return {
    getItem: (key: string, fallback?: unknown) => (map.has(String(key)) ? map.get(String(key)) : fallback),
    setItem: (key: string, value: unknown) => void map.set(String(key), value),
    removeItem: (key: string) => map.delete(String(key)),
    clear: () => map.clear(),
  };
}

export function storageModule(context: ZosContext): unknown {
  function LocalStorage(path?: unknown): unknown {
    return localStore(context, path === undefined ? '' : String(path));
  }
  function SessionStorage(): unknown {
    return sessionStore(new Map());
  }
  return moduleOf(
    context,
    '@zos/storage',
    {
      localStorage: ['2.0', localStore(context, '')],
      LocalStorage: ['3.0', LocalStorage],
      sessionStorage: ['2.0', sessionStore(context.shared.session)],
      SessionStorage: ['2.0', SessionStorage],
    },
    { '3.0': 'TypedStorage ShareLocalStorage ShareTypedStorage' },
  );
}
