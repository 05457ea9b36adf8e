/**
 * One bundle at run time: its scope, its timers, its console, and its end. Bundles share nothing but what a watch
 * shares. Knows no `@zos` module; those come in as names.
 */
import { Buffer } from 'buffer/index.js';
import type { World } from '../world.ts';
import { createDate } from './date.ts';
import { errorText, formatArgs } from './format-value.ts';
import { createPromise } from './promise.ts';
import { createRealmTimers, type RealmTimers } from './realm-timers.ts';
import { createScope, type Scope } from './scope.ts';

export type RealmKind = 'app' | 'page' | 'service' | 'widget' | 'side' | 'settings';

export interface Realm {
  readonly kind: RealmKind;
  /** The bundle's path without `.js`, or `side` and `settings`. */
  readonly name: string;
  readonly world: World;
  readonly alive: boolean;
  readonly timers: RealmTimers;
  /** Buttons and other callbacks that are running now, innermost last. */
  readonly callbacks: unknown[];
  /** Runs app code; what it throws becomes an `error` event and `undefined` comes back. */
  run(what: string, code: () => unknown): unknown;
  /** Runs when the realm ends, in reverse order. */
  onEnd(cleanup: () => void): void;
  /** Ends it: timers stop, callbacks die, cleanups run. No lifecycle callback is made here. */
  end(): void;
  /** Names something the realm waits for; call the result when it is over. */
  trackPending(what: string): () => void;
  readonly pending: readonly string[];
  /** The realm's promise, which reports rejections that nobody handles. */
  readonly Promise: PromiseConstructor;
  load(source: string, globals: Readonly<Record<string, unknown>>): void;
  /** The bundle's `console`. */
  readonly console: Readonly<Record<string, (...args: unknown[]) => void>>;
  print(...args: unknown[]): void;
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'];

/** The bundle's own catch prints this when its code threw at load (zpm's wrapper). */
const CRASH = 'Mini Program Error';

interface Printer {
  print(...args: unknown[]): void;
}

function createPrinter(world: World, name: string, loading: () => boolean): Printer {
  return {
    print(...args) {
      const [first, second] = args;
      if (first === 'error stack') return;
      if (first === CRASH) {
        const text = errorText(second);
        if (/module'? is not defined/.test(text)) world.log.breach('commonjs-bundle', name);
        else world.log.emit('error', `${name}: ${text} (while loading)`);
        return;
      }
      if (loading() && args.length === 1 && first instanceof Error) {
        world.log.emit('error', `${name}: ${errorText(first)} (while loading)`);
        return;
      }
      world.log.emit('console', `${name}: ${formatArgs(args)}`);
    },
  };
}

function seededMath(random: () => number): Record<string, unknown> {
  const math: Record<string, unknown> = {};
  for (const key of Object.getOwnPropertyNames(Math)) {
    math[key] = (Math as unknown as Record<string, unknown>)[key];
  }
  math.random = random;
  return math;
}

/** Creates a realm for a bundle of `kind`; nothing runs until `load`. */
export function createRealm(world: World, kind: RealmKind, name: string): Realm {
  const cleanups: (() => void)[] = [];
  const pending: string[] = [];
  const callbacks: unknown[] = [];
  let alive = true;
  let loading = false;
  let scope: Scope | undefined;
  const fail = (error: unknown, what: string): void => {
    if (alive) world.log.emit('error', `${name}: ${errorText(error)} (${what})`);
  };
  const RealmPromise = createPromise(
    (reason) => fail(reason, 'rejection that nobody handles'),
    world.afterTurn,
  );
  const printer = createPrinter(world, name, () => loading);
  const console: Record<string, (...args: unknown[]) => void> = {};
  for (const level of LEVELS) console[level] = printer.print;
  const realm: Realm = {
    kind,
    name,
    world,
    get alive() {
      return alive;
    },
    get timers() {
      return timers;
    },
    callbacks,
    console,
    print: printer.print,
    pending,
    Promise: RealmPromise,
    run(what, code) {
      if (!alive) return undefined;
      try {
        return code();
      } catch (error) {
        fail(error, what);
        return undefined;
      }
    },
    onEnd: (cleanup) => void cleanups.push(cleanup),
    trackPending(what) {
      pending.push(what);
      return () => {
        const index = pending.indexOf(what);
        if (index >= 0) pending.splice(index, 1);
      };
    },
    end() {
      if (!alive) return;
      alive = false;
      timers.stopAll();
      while (cleanups.length > 0) cleanups.pop()?.();
    },
    load(source, globals) {
      const shared = {
        Math: seededMath(world.appRandom),
        Date: createDate(kind === 'side' || kind === 'settings' ? world.phoneWallClock : world.wallClock),
        Promise: RealmPromise,
        Buffer,
        console,
      };
      scope = createScope({
        globals: { ...shared, ...globals },
        onImplicitGlobal: (key) => world.log.breach('implicit-global', `${name}: ${key}`),
        onCodeFromText: (what) => world.log.breach('code-from-text', `${name}: ${what}`),
      });
      loading = true;
      realm.run('load', () => scope?.run(source));
      loading = false;
    },
  };
  const timers = createRealmTimers(realm);
  return realm;
}
