/**
 * One bundle at run time: its global scope, timers, console and end. Two bundles share only what they share on a watch.
 * The platform's modules arrive from outside, as globals.
 */
import { Buffer } from 'buffer/index.js';
import { levelOf } from '../devices.ts';
import { CALLBACK_MS } from '../watch/work-meter.ts';
import { lengthPx } from '../widgets/layout-length.ts';
import type { World } from '../world.ts';
import { lengthUnits } from '../zos/utils.ts';
import { createDate } from './date.ts';
import { errorText, formatArgs } from './format-value.ts';
import { logMethods } from './log-methods.ts';
import { createPromise } from './promise.ts';
import { createRealmTimers, type RealmTimers } from './realm-timers.ts';
import { createScope, type Scope } from './scope.ts';
import type { ToPixel } from './string-methods.ts';

/** Which kind of bundle runs. `side` and `settings` run on the phone, the others on the watch. */
export type RealmKind = 'app' | 'page' | 'service' | 'widget' | 'side' | 'settings';

export interface Realm {
  readonly kind: RealmKind;
  /** The bundle's path without `.js`, or `side` and `settings`. */
  readonly name: string;
  readonly world: World;
  /** False once `end` was called: no code of the bundle runs any more. */
  readonly alive: boolean;
  readonly timers: RealmTimers;
  /** Widgets whose callbacks run at the moment, innermost last. */
  readonly callbacks: unknown[];
  /**
   * Runs code of the app. An exception becomes an `error` event, and the result is then undefined.
   * @param what names the callback in that event
   */
  run(what: string, code: () => unknown): unknown;
  /** The number of exceptions of the app that nobody has caught. */
  readonly uncaught: number;
  /** Called with the work (ms) that each callback and each file access counts for. */
  onWork: ((workMs: number) => void) | undefined;
  /** True while the source of the bundle runs for the first time. */
  readonly loading: boolean;
  /** Registers a cleanup. Cleanups run when the realm ends, the last one first. */
  onEnd(cleanup: () => void): void;
  /** Stops the timers and runs the cleanups. Calls no lifecycle callback. */
  end(): void;
  /** Notes that the bundle is waiting for something; call the returned function when the wait is over. */
  trackPending(what: string): () => void;
  /** What the bundle is waiting for. */
  readonly pending: readonly string[];
  /** The bundle's `Promise`, which reports rejections that nobody handles. */
  readonly Promise: PromiseConstructor;
  /** Runs the source of the bundle with the given globals, once. */
  load(source: string, globals: Readonly<Record<string, unknown>>): void;
  /** The bundle's `console`. */
  readonly console: Readonly<Record<string, (...args: unknown[]) => void>>;
  /** Writes a `console` event. */
  print(...args: unknown[]): void;
}

/** What zpm's wrapper around a bundle prints if the bundle threw while it was loaded. */
const CRASH = 'Mini Program Error';

/** Turns what a bundle prints into events, and what zpm's wrapper prints about a crash into an error or a breach. */
function createPrint(world: World, name: string, isLoading: () => boolean): (...args: unknown[]) => void {
  return (...args) => {
    const [first, second] = args;
    if (first === 'error stack') return;
    // The wrapper of a bundle for the phone prints only the error.
    const isOnPhone = isLoading() && args.length === 1 && first instanceof Error;
    if (first !== CRASH && !isOnPhone) {
      world.log.emit('console', `${name}: ${formatArgs(args)}`);
      return;
    }
    const text = errorText(isOnPhone ? first : second);
    // Such a bundle fails at its last line (`module.exports = …`), after all code of the app has run.
    if (/module'? is not defined/.test(text)) world.log.breach('commonjs-bundle', name);
    else world.log.emit('error', `${name}: ${text} (while loading)`);
  };
}

/** `Math` with the simulation's own random numbers. */
function seededMath(random: () => number): Record<string, unknown> {
  const math: Record<string, unknown> = {};
  for (const key of Object.getOwnPropertyNames(Math)) {
    math[key] = (Math as unknown as Record<string, unknown>)[key];
  }
  math.random = random;
  return math;
}

function toPixelOf(world: World): ToPixel {
  return (length) => {
    const px = lengthPx(length, lengthUnits(world));
    return px === undefined ? undefined : Math.round(px);
  };
}

/** Creates the realm of a bundle. Nothing runs until `load`. */
export function createRealm(world: World, kind: RealmKind, name: string): Realm {
  const cleanups: (() => void)[] = [];
  const pending: string[] = [];
  let alive = true;
  let loading = false;
  let uncaught = 0;
  let scope: Scope | undefined;
  const reportError = (error: unknown, what: string): void => {
    uncaught += 1;
    if (alive) world.log.emit('error', `${name}: ${errorText(error)} (${what})`);
  };
  const RealmPromise = createPromise(
    (reason) => reportError(reason, 'rejection that nobody handles'),
    world.afterTurn,
  );
  const print = createPrint(world, name, () => loading);
  const console = logMethods(print);
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
    get uncaught() {
      return uncaught;
    },
    get loading() {
      return loading;
    },
    onWork: undefined,
    callbacks: [],
    console,
    print,
    pending,
    Promise: RealmPromise,
    run(what, code) {
      if (!alive) return undefined;
      realm.onWork?.(CALLBACK_MS);
      scope?.enter();
      try {
        return code();
      } catch (error) {
        reportError(error, what);
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
      const onPhone = kind === 'side' || kind === 'settings';
      const clock = onPhone ? world.phoneWallClock : world.wallClock;
      const shared = {
        Math: seededMath(world.appRandom),
        Date: createDate(clock),
        Promise: RealmPromise,
        Buffer,
        console,
      };
      const ownScope = createScope({
        globals: { ...shared, ...globals },
        onImplicitGlobal: (key) => world.log.breach('implicit-global', `${name}: ${key}`),
        onCodeFromText: (what) => world.log.breach('code-from-text', `${name}: ${what}`),
        onImport: () => world.log.breach('dynamic-import', name),
        toPixel: onPhone || levelOf(world.device.apiLevel) < 400 ? undefined : toPixelOf(world),
      });
      scope = ownScope;
      loading = true;
      realm.run('load', () => ownScope.run(source));
      loading = false;
    },
  };
  const timers = createRealmTimers(realm);
  return realm;
}
