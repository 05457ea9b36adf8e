/**
 * What every `@zos` module needs to know about the bundle that asked for it, and the checks they share:
 * permissions, services, refusals by name.
 */

import type { RuleName } from '../rules.ts';
import type { BundleContext } from '../runtime/device-globals.ts';
import type { Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';

export interface ZosContext extends BundleContext {
  readonly realm: Realm;
  readonly world: World;
  /** API_LEVEL of the watch as a number, 306 for 3.6. */
  readonly level: number;
  readonly inService: boolean;
  /** Throws, after reporting, when app.json does not list the permission. */
  requirePermission(code: string, api: string): void;
  /** Throws, after reporting, when the bundle is a service. */
  forbidInService(rule: RuleName, api: string): void;
  /** Runs a callback that the app handed in. */
  call(what: string, callback: unknown, ...args: unknown[]): unknown;
}

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
      if ((world.app.manifest.permissions ?? []).indexOf(code) >= 0) return;
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

/** A member and the API_LEVEL it came with. */
export type Member = readonly [since: string, value: unknown];
export type Members = Readonly<Record<string, Member>>;

/** Names that exist on watches but not here, by the level they came with: `{ '3.0': 'a b c' }`. */
export type Refused = Readonly<Record<string, string>>;

function refusal(context: ZosContext, name: string): () => never {
  // A class on the watch may be constructed, so this must be a plain function.
  return function refuse(): never {
    context.world.log.breach('not-simulated', name);
    throw new Error(`${name} is not simulated`);
  };
}

function levelNumber(level: string): number {
  const [major, minor] = level.split('.');
  return Number(major) * 100 + Number(minor ?? 0);
}

/**
 * A module as a bundle sees it: enumerable own members of the watch's level, members that are not simulated as
 * functions that throw their name, and a report for names that no level has.
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
    if (levelNumber(since) <= context.level) present[key] = value;
  }
  for (const since of Object.keys(refused)) {
    for (const key of (refused[since] ?? '').split(' ')) {
      known.add(key);
      if (levelNumber(since) <= context.level) present[key] = refusal(context, `${name}.${key}`);
    }
  }
  return new Proxy(present, {
    get(target, key) {
      if (typeof key !== 'string' || key in target || known.has(key)) return target[key as string];
      // What bundlers and promises probe on any object.
      if (key !== 'default' && key !== '__esModule' && key !== 'then' && key !== 'toJSON') {
        context.world.log.breach('unknown-member', `${name}.${key}`);
      }
      return undefined;
    },
  });
}

/** `params` of the router: text as it is, an object as JSON. */
export function paramText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
