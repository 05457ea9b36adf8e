/**
 * App Services: single runs of at most 600 ms, and the one continuous service with the user's consent. Owns their
 * realms and ends; alarms, notifications and events call `runOnce`.
 */

import { deviceGlobals, type Registration } from '../runtime/device-globals.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';
import { callLifecycle, type SharedState, sourceOf } from './app-instance.ts';

/** A single run's limit, ms (guides/framework/device/app-service.md). */
export const SINGLE_RUN_MS = 600;

/** From a reboot until the services run again, ms (assumed). */
const BOOT_MS = 10_000;

/** From start() to complete_func, ms (assumed). */
const START_MS = 50;

/** Results of `start` (app-service/start.mdx). */
export const START = { ok: 0, parameter: 1, state: 2, permission: 3, limit: 7 } as const;

interface Service {
  readonly file: string;
  readonly realm: Realm;
  readonly registered: Registration;
  readonly continuous: boolean;
  readonly reload: boolean;
  readonly param: string | undefined;
}

export interface Services {
  readonly running: readonly string[];
  isKnown(file: string): boolean;
  runOnce(file: string, param: string | undefined, why: string): void;
  start(
    file: string,
    param: string | undefined,
    reload: boolean,
    complete: (started: boolean) => void,
  ): number;
  /** Ends the continuous service of this file; false when it does not run. */
  stop(file: string): boolean;
  /** The service whose realm this is asks to end. */
  exit(realm: Realm): void;
  kill(): void;
  reboot(): void;
  /** Another app's continuous service comes, and ours ends if it runs; or it goes. */
  setForeign(runs: boolean): void;
}

/** How another app's service is listed (assumed: nobody has published what the list shows of it). */
const FOREIGN = 'app-service/of-another-app';

const PERMISSION = 'device:os.bg_service';

/** What `start` answers, with the breach behind a refusal. */
function startCode(world: World, file: string, present: string | undefined, foreign: boolean): number {
  const { app, log, environment } = world;
  if ((app.manifest.permissions ?? []).indexOf(PERMISSION) < 0) {
    log.breach('missing-permission', `app-service.start needs ${PERMISSION}`);
    return START.permission;
  }
  if ((app.manifest.module['app-service']?.services ?? []).indexOf(file) < 0) {
    log.breach('page-not-in-manifest', `service ${file}`);
    return START.parameter;
  }
  if (environment.backgroundConsent !== 'granted') {
    log.breach('permission-not-granted', `app-service.start of ${file}`);
    return START.permission;
  }
  if (present === file) return START.state;
  // No breach: an app cannot know of it before it asks.
  if (foreign) return START.limit;
  if (present === undefined) return START.ok;
  log.breach('second-continuous-service', `${file} beside ${present}`);
  return START.limit;
}

export function createServices(world: World): Services {
  const services: Service[] = [];
  let foreign = false;
  const known = world.app.manifest.module['app-service']?.services ?? [];

  function run(
    file: string,
    param: string | undefined,
    continuous: boolean,
    reload: boolean,
  ): Service | undefined {
    const source = sourceOf(world, file);
    if (source === undefined) {
      world.log.emit('error', `${file}: the package has no ${file}.js`);
      return undefined;
    }
    const realm = createRealm(world, 'service', file);
    const registered: Registration = { options: undefined };
    const service: Service = { file, realm, registered, continuous, reload, param };
    services.push(service);
    world.log.emit(
      'service',
      `${continuous ? 'started' : 'single run of'} ${file}`,
      param === undefined ? {} : { param },
    );
    const shared: SharedState = {
      scopedGlobals: {},
      session: new Map(),
      channels: new Map(),
      // There is an app object, but app.js has not run: its globalData is empty (field reports on zml in services).
      app: { options: { globalData: {} } },
    };
    realm.load(source, deviceGlobals(realm, { shared, page: registered, ui: undefined, input: undefined }));
    callLifecycle(realm, registered, 'onInit', [param]);
    return service;
  }

  function end(service: Service, withCallbacks: boolean, why: string): void {
    const index = services.indexOf(service);
    if (index < 0) return;
    services.splice(index, 1);
    if (withCallbacks) callLifecycle(service.realm, service.registered, 'onDestroy', []);
    if (withCallbacks && world.motor.endless && world.motor.owner === service.realm) {
      world.log.breach('endless-vibration-left-running', service.file);
    }
    service.realm.end();
    world.log.emit('service', `${why} ${service.file}`);
  }

  function endSingle(service: Service): void {
    if (services.indexOf(service) < 0) return;
    const waiting = service.realm.pending.concat(service.realm.timers.count > 0 ? ['a timer'] : []);
    if (waiting.length > 0)
      world.log.breach('service-600ms', `${service.file} still waits for ${waiting.join(', ')}`);
    end(service, true, 'ended');
  }

  const continuousOne = (): Service | undefined => services.find((service) => service.continuous);

  return {
    get running() {
      return services.map((service) => service.file).concat(foreign ? [FOREIGN] : []);
    },
    isKnown(file) {
      if (known.indexOf(file) >= 0) return true;
      world.log.breach('page-not-in-manifest', `service ${file}`);
      return false;
    },
    runOnce(file, param, why) {
      world.log.emit('service', `${why} wakes ${file}`);
      const service = run(file, param, false, false);
      if (service !== undefined) world.clock.after(SINGLE_RUN_MS, () => endSingle(service));
    },
    start(file, param, reload, complete) {
      const code = startCode(world, file, continuousOne()?.file, foreign);
      world.clock.after(START_MS, () => {
        complete(code === START.ok && run(file, param, true, reload) !== undefined);
      });
      return code;
    },
    stop(file) {
      const service = services.find((one) => one.continuous && one.file === file);
      if (service === undefined) return false;
      end(service, true, 'stopped');
      return true;
    },
    exit(realm) {
      const service = services.find((one) => one.realm === realm);
      if (service !== undefined) end(service, true, 'exited');
    },
    kill() {
      for (const service of services.slice()) end(service, false, 'killed');
    },
    setForeign(runs) {
      foreign = runs;
      const ours = continuousOne();
      if (runs && ours !== undefined) end(ours, true, 'replaced');
    },
    reboot() {
      const again = services.filter((service) => service.continuous && service.reload);
      for (const service of services.slice()) end(service, false, 'killed');
      for (const { file, param } of again) {
        world.clock.after(BOOT_MS, () => void run(file, param, true, true));
      }
    },
  };
}
