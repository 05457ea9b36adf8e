/**
 * The globals that a packed bundle of the watch expects: those of zpm's wrapper, `App` and its siblings, timers, and
 * `require` for the `@zos` modules. Each bundle gets a set of its own.
 */
import { Buffer } from 'buffer/index.js';
import { levelOf } from '../devices.ts';
import type { PageUi } from '../widgets/page-ui.ts';
import { createZosContext } from '../zos/context.ts';
import { createRequire } from '../zos/registry.ts';
import { loggerOf, pixels } from '../zos/utils.ts';
import type { Registration } from './lifecycle.ts';
import type { Realm } from './realm.ts';
import { timerFunctions } from './realm-timers.ts';

type Listener = (...args: unknown[]) => unknown;

/** What the bundles of one run of the app share. */
export interface SharedState {
  /** `__scopedGlobals__` of zpm's wrapper. */
  readonly scopedGlobals: Record<string, unknown>;
  /** Values of `sessionStorage`. */
  readonly session: Map<string, unknown>;
  /** Listeners of `onMessage` of `@zos/app`, by the name of the message. */
  readonly channels: Map<string, Listener[]>;
  readonly app: Registration;
}

/** The state at the start of a run. */
export function createSharedState(app: Registration = { options: undefined }): SharedState {
  return { scopedGlobals: {}, session: new Map(), channels: new Map(), app };
}

/** The listeners of a page for keys, gestures, crown and wrist: at most one each. */
export interface PageInput {
  key: ((key: number, event: number) => unknown) | undefined;
  gesture: ((gesture: number) => unknown) | undefined;
  crown: ((key: number, degrees: number) => unknown) | undefined;
  wrist: ((info: { type: number; motion: number }) => unknown) | undefined;
}

/** A page without listeners. */
export function createPageInput(): PageInput {
  return { key: undefined, gesture: undefined, crown: undefined, wrist: undefined };
}

/** What a bundle runs in, besides its realm. */
export interface BundleContext {
  readonly shared: SharedState;
  /** Where `Page`, `AppService` or `SecondaryWidget` register. `app.js` has none. */
  readonly page?: Registration;
  readonly ui?: PageUi;
  readonly input?: PageInput;
}

/** `App`, `Page` or a sibling; it throws in a bundle of another kind. */
function registrar(realm: Realm, name: string, target: Registration | undefined) {
  return (options: Record<string, unknown>): unknown => {
    if (target === undefined) throw new Error(`${name}() does not belong in ${realm.name}`);
    if (target.options !== undefined) realm.world.log.breach('called-once', `${name}() in ${realm.name}`);
    target.options = options;
    return instanceOf(target);
  };
}

function instanceOf(registration: Registration | undefined): unknown {
  const options = registration?.options;
  if (options === undefined) return undefined;
  return {
    _options: options,
    get globalData() {
      return options.globalData;
    },
    set globalData(data: unknown) {
      options.globalData = data;
    },
  };
}

/** The globals of one bundle, for `Realm.load`. */
export function deviceGlobals(realm: Realm, bundle: BundleContext): Record<string, unknown> {
  const { world, kind } = realm;
  const { shared, page } = bundle;
  const context = createZosContext(realm, bundle, levelOf(world.device.apiLevel));
  const timers = timerFunctions(realm, (name) => {
    if (kind !== 'service') return;
    world.log.breach('service-timers', `${realm.name}: ${name}`);
    throw new Error(`${name} does not exist in an App Service`);
  });
  const inner: Record<string, unknown> = Object.assign(Object.create(null) as Record<string, unknown>, {
    ...timers,
    __$$R$$__: createRequire(context),
    __$$app$$__: { __globals__: { __scopedGlobals__: shared.scopedGlobals } },
    __$$module$$__: {},
    App: registrar(realm, 'App', kind === 'app' ? shared.app : undefined),
    Page: registrar(realm, 'Page', kind === 'page' ? page : undefined),
    AppService: registrar(realm, 'AppService', kind === 'service' ? page : undefined),
    SecondaryWidget: registrar(realm, 'SecondaryWidget', kind === 'widget' ? page : undefined),
    AppWidget: registrar(realm, 'AppWidget', kind === 'widget' ? page : undefined),
    // Keyboards are listed as pages too (samples of 4.2).
    DataWidget: registrar(realm, 'DataWidget', kind === 'page' ? page : undefined),
    getApp: () => instanceOf(shared.app),
    getCurrentPage: () => instanceOf(page),
    px: (length: number) => pixels(world, length),
    // Code that runs on both watch and phone asks for it, and official samples of 2.0 rely on it.
    __ZEPPOS__: true,
    Buffer,
    console: realm.console,
  });
  const globals = { __globals__: { __$$G$$__: inner } };
  return {
    // Code that was carried over from Zepp OS 1.0 logs through it (guides/version-info/migration-guide.md).
    DeviceRuntimeCore: { LifeCycle: {}, HmLogger: loggerOf(realm, '') },
    __$$hmAppManager$$__: { currentApp: { ...globals, current: globals } },
    ...inner,
  };
}
