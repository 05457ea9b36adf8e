/**
 * The names that a packed device bundle expects around it (zpm's wrapper, `App`, `Page`, `AppService`, timers), and
 * its `require` for `@zos` modules. One set for each bundle: bundles share only what a watch shares.
 */
import { Buffer } from 'buffer/index.js';
import { levelOf } from '../devices.ts';
import type { PageInput, SharedState } from '../watch/app-instance.ts';
import type { PageUi } from '../widgets/page-ui.ts';
import { createZosContext } from '../zos/context.ts';
import { createRequire } from '../zos/registry.ts';
import { pixels } from '../zos/utils.ts';
import type { Realm } from './realm.ts';

/** What a bundle handed to `App()`, `Page()`, `AppService()` or `AppSideService()`. */
export interface Registration {
  options: Record<string, unknown> | undefined;
}

export interface BundleContext {
  readonly shared: SharedState;
  /** Where `Page`, `AppService` or `SecondaryWidget` register; undefined in `app.js`. */
  readonly page: Registration | undefined;
  readonly ui: PageUi | undefined;
  readonly input: PageInput | undefined;
}

type Code = (...args: unknown[]) => unknown;

function timerGlobals(realm: Realm): Record<string, unknown> {
  const start =
    (name: string, repeats: boolean) =>
    (code: Code, ms: number, ...args: unknown[]) => {
      if (realm.kind === 'service') {
        realm.world.log.breach('service-timers', `${realm.name}: ${name}`);
        throw new Error(`${name} does not exist in an App Service`);
      }
      return realm.timers.start(code, ms, repeats, args, false);
    };
  const stop = (id: number): void => realm.timers.stop(id);
  return {
    setTimeout: start('setTimeout', false),
    setInterval: start('setInterval', true),
    setImmediate: (code: Code, ...args: unknown[]) => start('setImmediate', false)(code, 0, ...args),
    clearTimeout: stop,
    clearInterval: stop,
    clearImmediate: stop,
  };
}

function registrar(realm: Realm, name: string, target: Registration | undefined) {
  return (options: Record<string, unknown>): unknown => {
    if (target === undefined) throw new Error(`${name}() does not belong in ${realm.name}`);
    if (target.options !== undefined) realm.world.log.breach('called-once', `${name}() in ${realm.name}`);
    target.options = options;
    return { _options: options };
  };
}

function instanceOf(registered: Registration | undefined): unknown {
  return registered?.options === undefined ? undefined : { _options: registered.options };
}

/** Names for one bundle; pass them to `Realm.load`. */
export function deviceGlobals(realm: Realm, place: BundleContext): Record<string, unknown> {
  const { world } = realm;
  const context = createZosContext(realm, place, levelOf(world.device.apiLevel));
  const app = { __globals__: { __scopedGlobals__: place.shared.scopedGlobals } };
  const kind = realm.kind;
  const inner: Record<string, unknown> = Object.assign(Object.create(null) as object, timerGlobals(realm), {
    __$$R$$__: createRequire(context),
    __$$app$$__: app,
    __$$module$$__: {},
    App: registrar(realm, 'App', kind === 'app' ? place.shared.app : undefined),
    Page: registrar(realm, 'Page', kind === 'page' ? place.page : undefined),
    AppService: registrar(realm, 'AppService', kind === 'service' ? place.page : undefined),
    SecondaryWidget: registrar(realm, 'SecondaryWidget', kind === 'widget' ? place.page : undefined),
    AppWidget: registrar(realm, 'AppWidget', kind === 'widget' ? place.page : undefined),
    getApp: () => instanceOf(place.shared.app),
    getCurrentPage: () => instanceOf(place.page),
    px: (length: number) => pixels(world, length),
    Buffer,
    console: realm.console,
  });
  const globals = { __globals__: { __$$G$$__: inner } };
  return {
    DeviceRuntimeCore: { LifeCycle: {} },
    __$$hmAppManager$$__: { currentApp: { ...globals, current: globals } },
    ...inner,
  };
}
