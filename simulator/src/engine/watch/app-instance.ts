/**
 * One run of the app on the watch: its `app.js` realm, its stack of pages and the page in foreground with its widgets
 * and listeners. Owns the order of lifecycle callbacks; when to start and end is `watch.ts`'s business.
 */
import { Buffer } from 'buffer/index.js';
import { levelOf } from '../devices.ts';
import { deviceGlobals, type Registration } from '../runtime/device-globals.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { createPageUi, type PageUi } from '../widgets/page-ui.ts';
import type { World } from '../world.ts';

export interface PageInput {
  key: ((key: number, event: number) => unknown) | undefined;
  gesture: ((gesture: number) => unknown) | undefined;
  crown: ((key: number, degrees: number) => unknown) | undefined;
  wrist: ((info: { type: number; motion: number }) => unknown) | undefined;
}

export interface ForegroundPage {
  readonly url: string;
  readonly params: string | undefined;
  readonly realm: Realm;
  readonly ui: PageUi;
  readonly input: PageInput;
  readonly page: Registration;
}

export interface AppInstance {
  readonly realm: Realm;
  readonly foreground: ForegroundPage | undefined;
  /** Values shared by the bundles of this run (`__scopedGlobals__`, sessionStorage, EventBus of `@zos/app`). */
  readonly shared: SharedState;
  readonly stack: readonly { readonly url: string; readonly params: string | undefined }[];
  create(params: string | undefined): void;
  open(url: string, params: string | undefined, how: 'push' | 'replace'): void;
  /** Back to the page below; false when there is none. */
  back(): boolean;
  pauseOrResume(resumed: boolean): void;
  /** Ends with the callbacks (`onDestroy`), or without them (a kill). */
  end(withCallbacks: boolean): void;
}

export interface SharedState {
  readonly scopedGlobals: Record<string, unknown>;
  readonly session: Map<string, unknown>;
  readonly channels: Map<string, ((...args: unknown[]) => unknown)[]>;
  app: Registration;
}

/** Source of a bundle, or undefined when the package has none. */
export function sourceOf(world: World, name: string): string | undefined {
  const bytes = world.app.deviceFiles.get(`${name}.js`);
  if (bytes === undefined) return undefined;
  const source = sources.get(bytes) ?? Buffer.from(bytes).toString('utf8');
  sources.set(bytes, source);
  return source;
}

/** Texts of bundles: an app that is opened often is decoded once. */
const sources = new WeakMap<Uint8Array, string>();

export function callLifecycle(
  realm: Realm,
  registered: Registration,
  name: string,
  args: readonly unknown[],
): unknown {
  const options = registered.options;
  const callback = options?.[name];
  if (typeof callback !== 'function') return undefined;
  return realm.run(name, () => (callback as (...values: unknown[]) => unknown).apply(options, args.slice()));
}

export function createAppInstance(world: World, onForeground: () => void): AppInstance {
  const level = levelOf(world.device.apiLevel);
  const shared: SharedState = {
    scopedGlobals: {},
    session: new Map(),
    channels: new Map(),
    app: { options: undefined },
  };
  const stack: { url: string; params: string | undefined }[] = [];
  const realm = createRealm(world, 'app', 'app');
  let foreground: ForegroundPage | undefined;
  /** Pages that live on below, where that is assumed. */
  const kept: ForegroundPage[] = [];

  function destroyForeground(withCallbacks: boolean): void {
    const page = foreground;
    if (page === undefined) return;
    if (withCallbacks) {
      callLifecycle(page.realm, page.page, 'onDestroy', []);
      checkMotor(page.realm);
    }
    page.realm.end();
    foreground = undefined;
    world.screen.forgetPage(world.assumed.is('pauses-after-exit', 'stay'));
    world.log.emit('page', `${withCallbacks ? 'destroyed' : 'killed'} ${page.url}`);
  }

  function checkMotor(owner: Realm): void {
    if (world.motor.endless && world.motor.owner === owner) {
      world.log.breach('endless-vibration-left-running', owner.name);
    }
  }

  function show(url: string, params: string | undefined): void {
    const pageRealm = createRealm(world, 'page', url);
    const ui = createPageUi(pageRealm, level);
    const page: Registration = { options: undefined };
    const input: PageInput = { key: undefined, gesture: undefined, crown: undefined, wrist: undefined };
    const shown: ForegroundPage = { url, params, realm: pageRealm, ui, input, page };
    foreground = shown;
    onForeground();
    world.log.emit('page', `opened ${url}`, params === undefined ? {} : { params });
    const source = sourceOf(world, url);
    if (source === undefined) {
      world.log.emit('error', `${url}: the package has no ${url}.js`);
      return;
    }
    pageRealm.load(source, deviceGlobals(pageRealm, { shared, page, ui, input }));
    callLifecycle(pageRealm, page, 'onInit', [params]);
    callLifecycle(pageRealm, page, 'build', [params]);
    ui.checkBoxes();
  }

  const instance: AppInstance = {
    realm,
    get foreground() {
      return foreground;
    },
    shared,
    stack,
    create(params) {
      world.log.emit('app', 'created', params === undefined ? {} : { params });
      const source = sourceOf(world, 'app') ?? '';
      realm.load(source, deviceGlobals(realm, { shared, page: undefined, ui: undefined, input: undefined }));
      callLifecycle(realm, shared.app, 'onCreate', [params]);
    },
    open(url, params, how) {
      if (how === 'push' && foreground !== undefined && world.assumed.is('pushed-over-page', 'kept')) {
        kept.push(foreground);
        foreground = undefined;
      }
      destroyForeground(true);
      if (how === 'replace') stack.pop();
      stack.push({ url, params });
      show(url, params);
    },
    back() {
      if (stack.length < 2) return false;
      destroyForeground(true);
      stack.pop();
      const below = stack[stack.length - 1];
      foreground = kept.pop();
      if (foreground === undefined && below !== undefined) show(below.url, below.params);
      return true;
    },
    pauseOrResume(resumed) {
      if (foreground === undefined) return;
      callLifecycle(foreground.realm, foreground.page, resumed ? 'onResume' : 'onPause', []);
    },
    end(withCallbacks) {
      for (const page of [foreground, ...kept.splice(0)]) {
        foreground = page;
        destroyForeground(withCallbacks);
      }
      if (withCallbacks) {
        callLifecycle(realm, shared.app, 'onDestroy', []);
        checkMotor(realm);
      }
      realm.end();
      world.log.emit('app', withCallbacks ? 'destroyed' : 'killed');
    },
  };
  return instance;
}
