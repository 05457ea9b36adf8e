/**
 * App Services: single runs of at most 600 ms, and the one continuous service, to which the wearer has agreed. Alarms, notifications and
 * custom events start single runs.
 */
import { hasPermission, servicesOf } from '../manifest.ts';
import { requiredSource } from '../runtime/bundle-source.ts';
import { createSharedState, deviceGlobals } from '../runtime/device-globals.ts';
import { callLifecycle, type Registration } from '../runtime/lifecycle.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';
import { createWorkMeter, WORK_LIMIT_MS } from './work-meter.ts';

/** A single run's limit, ms (guides/framework/device/app-service.md). */
const SINGLE_RUN_MS = 600;

/** From a reboot until the services run again, ms (assumed). */
const BOOT_MS = 10_000;

/** From start() to complete_func, ms (assumed). */
const START_MS = 50;

/** Results of `start` (app-service/start.mdx). */
const START = { ok: 0, parameter: 1, state: 2, permission: 3, limit: 7 } as const;

/** What a service is started with. `reload`: the system starts it again after a reboot. */
interface ServiceRequest {
  readonly file: string;
  readonly param: string | undefined;
  readonly reload: boolean;
}

interface Service extends ServiceRequest {
  readonly realm: Realm;
  readonly registration: Registration;
  readonly continuous: boolean;
}

export interface AppServices {
  /** Paths of the running services, another app's among them. */
  readonly running: readonly string[];
  /** What `getAllAppServices` returns. */
  readonly listed: readonly string[];
  /** Whether app.json lists the service; a breach is recorded when not. */
  isListed(file: string): boolean;
  /** @param why what wakes the service, for the log */
  runOnce(file: string, param: string | undefined, why: string): void;
  /**
   * Starts the continuous service.
   * @param onComplete called after the start with whether the service runs
   * @returns the code that the platform's `start` returns
   */
  start(request: ServiceRequest, onComplete: (started: boolean) => void): number;
  /** Ends the continuous service of this file; false when it does not run. */
  stop(file: string): boolean;
  /** Ends the service that runs in a realm, at its own request. */
  exit(realm: Realm): void;
  /** Ends all services without callbacks. */
  kill(): void;
  /** Kills all services, and later starts those again that reload. */
  reboot(): void;
  /** Another app's continuous service starts, which ends the one of this app, or stops. */
  setForeign(runs: boolean): void;
}

/** How the list names another app's service (assumed; published nowhere). */
const FOREIGN = 'app-service/of-another-app';

const PERMISSION = 'device:os.bg_service';

/** The code that `start` returns, after recording the breach behind a refusal. */
function startCode(world: World, file: string, running: string | undefined, foreign: boolean): number {
  const { app, log, environment } = world;
  if (!hasPermission(app.manifest, PERMISSION)) {
    log.breach('missing-permission', `app-service.start needs ${PERMISSION}`);
    return START.permission;
  }
  if (servicesOf(app.manifest).indexOf(file) < 0) {
    log.breach('page-not-in-manifest', `service ${file}`);
    return START.parameter;
  }
  if (environment.backgroundConsent !== 'granted') {
    // Once the wearer was asked, this is no breach: the code tells the app their answer.
    if (environment.backgroundConsent !== 'refused')
      log.breach('permission-not-granted', `app-service.start of ${file}`);
    return START.permission;
  }
  if (!environment.consentReported && world.assumed.is('start-before-grant', 'refused'))
    return START.permission;
  if (running === file) return world.assumed.is('start-again', 'refused') ? START.state : START.ok;
  // This is no breach, because an app cannot know of another app's service before it tries.
  if (foreign) return START.limit;
  if (running === undefined) return START.ok;
  log.breach('second-continuous-service', `${file} beside ${running}`);
  return START.limit;
}

/** Creates the services of a watch. None runs yet. */
export function createAppServices(world: World): AppServices {
  const services: Service[] = [];
  let foreign = false;

  const continuousService = (): Service | undefined => services.find((service) => service.continuous);

  /** Tells a running service of another `start`. */
  function startAgain(service: Service, { param }: ServiceRequest): true {
    if (world.assumed.is('start-again', 'on-event')) {
      callLifecycle(service.realm, service.registration, 'onEvent', [param]);
    }
    return true;
  }

  /** Starts a service; undefined when the package does not have it. */
  function run(request: ServiceRequest, continuous: boolean): Service | undefined {
    const { file, param } = request;
    const source = requiredSource(world, file);
    if (source === undefined) return undefined;
    const realm = createRealm(world, 'service', file);
    const registration: Registration = { options: undefined };
    const service: Service = { ...request, realm, registration, continuous };
    services.push(service);
    if (continuous && world.assumed.is('service-start', 'listed-only')) {
      world.log.emit('service', `listed ${file}, which does not run`);
      return service;
    }
    if (continuous) limitWork(service);
    const text = `${continuous ? 'started' : 'single run of'} ${file}`;
    world.log.emit('service', text, param === undefined ? {} : { param });
    // The app object exists, but app.js has not run, so its globalData is empty (field reports on zml in services).
    const shared = createSharedState({ options: { globalData: {} } });
    realm.load(source, deviceGlobals(realm, { shared, page: registration }));
    callLifecycle(realm, registration, 'onInit', [param]);
    return service;
  }

  /** Ends a service that has worked too much, if such a limit is assumed. */
  function limitWork(service: Service): void {
    const meter = createWorkMeter(world.clock);
    service.realm.onWork = (ms) => {
      if (world.assumed.is('service-work', 'unlimited') || meter.add(ms) <= WORK_LIMIT_MS) return;
      world.clock.after(0, () =>
        end(service, false, `more than ${WORK_LIMIT_MS} ms of work within a minute ends`),
      );
    };
  }

  function end(service: Service, withCallbacks: boolean, how: string): void {
    const index = services.indexOf(service);
    if (index < 0) return;
    services.splice(index, 1);
    if (withCallbacks) callLifecycle(service.realm, service.registration, 'onDestroy');
    if (withCallbacks && world.motor.endless && world.motor.owner === service.realm) {
      world.log.breach('endless-vibration-left-running', service.file);
    }
    service.realm.end();
    world.log.emit('service', `${how} ${service.file}`);
  }

  function endSingleRun(service: Service): void {
    if (services.indexOf(service) < 0) return;
    const pending = service.realm.pending.concat(service.realm.timers.count > 0 ? ['a timer'] : []);
    if (pending.length > 0)
      world.log.breach('service-600ms', `${service.file} still waits for ${pending.join(', ')}`);
    end(service, true, 'ended');
  }

  return {
    get running() {
      return services.map((service) => service.file).concat(foreign ? [FOREIGN] : []);
    },
    get listed() {
      const tells = world.assumed.is('service-list', 'tells');
      const isShown = (service: Service): boolean => tells || service.registration.options === undefined;
      const ending = world.assumed.is('service-names', 'with-js') ? '.js' : '';
      const names = services.filter(isShown).map((service) => service.file);
      return names.concat(foreign && tells ? [FOREIGN] : []).map((name) => name + ending);
    },
    isListed(file) {
      if (servicesOf(world.app.manifest).indexOf(file) >= 0) return true;
      world.log.breach('page-not-in-manifest', `service ${file}`);
      return false;
    },
    runOnce(file, param, why) {
      world.log.emit('service', `${why} wakes ${file}`);
      const service = run({ file, param, reload: false }, false);
      if (service !== undefined) world.clock.after(SINGLE_RUN_MS, () => endSingleRun(service));
    },
    start(request, onComplete) {
      const code = startCode(world, request.file, continuousService()?.file, foreign);
      world.clock.after(START_MS, () => {
        const running = continuousService();
        if (code !== START.ok) onComplete(false);
        else if (running === undefined) onComplete(run(request, true) !== undefined);
        else onComplete(startAgain(running, request));
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
      const own = continuousService();
      if (runs && own !== undefined) end(own, true, 'replaced');
    },
    reboot() {
      const reloading = services.filter((service) => service.continuous && service.reload);
      for (const service of services.slice()) end(service, false, 'killed');
      for (const { file, param, reload } of reloading) {
        world.clock.after(BOOT_MS, () => void run({ file, param, reload }, true));
      }
    },
  };
}
