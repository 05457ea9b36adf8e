/**
 * What every `@zos` module knows about the bundle that requires it, the checks that modules share, and how a module is assembled from its
 * members.
 */
import { levelOf } from '../devices.ts';
import { hasPermission } from '../manifest.ts';
import type { RuleName } from '../rules.ts';
import type { BundleContext } from '../runtime/device-globals.ts';
import type { Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';

export interface ZosContext extends BundleContext {
  readonly realm: Realm;
  readonly world: World;
  /** API_LEVEL of the watch as `levelOf` gives it: 306 for 3.6. */
  readonly level: number;
  readonly inService: boolean;
  /** Records a breach and throws when app.json does not list the permission. */
  requirePermission(code: string, api: string): void;
  /** Records a breach and throws when the bundle is an App Service. */
  forbidInService(rule: RuleName, api: string): void;
  /** Runs a callback of the app; anything but a function is ignored. */
  call(what: string, callback: unknown, ...args: unknown[]): unknown;
}

/**
 * Creates the context of one bundle.
 * @param level API_LEVEL as `levelOf` gives it
 */
export function createZosContext(realm: Realm, place: BundleContext, level: number): ZosContext {
  const { world } = realm;
  const inService = realm.kind === 'service';
  return {
    ...place,
    realm,
    world,
    level,
    inService,
    requirePermission(code, api) {
      if (hasPermission(world.app.manifest, code)) return;
      world.log.breach('missing-permission', `${api} needs ${code}`);
      throw new Error(`Permission denied: ${api} needs ${code} in app.json`);
    },
    forbidInService(rule, api) {
      if (!inService) return;
      world.log.breach(rule, `${realm.name}: ${api}`);
      throw new Error(`${api} is not available in an App Service`);
    },
    call(what, callback, ...args) {
      if (typeof callback !== 'function') return undefined;
      return realm.run(what, () => (callback as (...values: unknown[]) => unknown)(...args));
    },
  };
}

/** A member of a module and the API_LEVEL that brought it. */
export type Member = readonly [since: string, value: unknown];
export type Members = Readonly<Record<string, Member>>;

/** Names that watches have and the simulator has not, by the API_LEVEL that brought them: `{ '3.0': 'a b c' }`. */
export type Refused = Readonly<Record<string, string>>;

/**
 * A member that is not simulated. Calling it, calling it with `new`, or reading a constant in it throws an error with its name.
 * `isNotSimulated` marks it for the list of what is simulated.
 */
export function refusedMember({ world }: ZosContext, path: string): unknown {
  // A class may be called with `new`, so this is no arrow function.
  const refuse = function refuse(): never {
    return world.log.refuse(path);
  };
  return new Proxy(refuse, {
    get(target, key) {
      if (key === 'isNotSimulated') return true;
      return typeof key === 'symbol' || key in target
        ? Reflect.get(target, key)
        : world.log.refuse(`${path}.${key}`);
    },
  });
}

/**
 * Assembles a module as a bundle sees it. Members that are newer than the watch's API_LEVEL are absent. A member that is not simulated
 * throws an error with its name when it is called. Reading a name that no level has is a breach.
 */
export function moduleOf(
  context: ZosContext,
  name: string,
  members: Members,
  refused: Refused = {},
): unknown {
  const present: Record<string, unknown> = {};
  const known = new Set<string>(Object.keys(members));
  for (const key of Object.keys(members)) {
    const [since, value] = members[key] as Member;
    if (levelOf(since) <= context.level) present[key] = value;
  }
  for (const since of Object.keys(refused)) {
    for (const key of (refused[since] ?? '').split(' ')) {
      known.add(key);
      if (levelOf(since) <= context.level) present[key] = refusedMember(context, `${name}.${key}`);
    }
  }
  return new Proxy(present, {
    get(target, key) {
      if (typeof key !== 'string' || key in target || known.has(key)) return target[key as string];
      // Bundlers and promises probe these names on any object.
      if (key !== 'default' && key !== '__esModule' && key !== 'then' && key !== 'toJSON') {
        context.world.log.breach('unknown-member', `${name}.${key}`);
      }
      return undefined;
    },
  });
}

/** Parameters as the platform passes them on: a string as it is, an object as JSON. */
export function paramText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
