/**
 * One run of the app on the watch: its `app.js`, the stack of its pages, and the page in the foreground. Keeps the order of
 * the lifecycle callbacks; `watch.ts` decides when a run starts and ends.
 */
import { levelOf } from '../devices.ts';
import { bundleSource, requiredSource } from '../runtime/bundle-source.ts';
import {
  createPageInput,
  createSharedState,
  deviceGlobals,
  type PageInput,
} from '../runtime/device-globals.ts';
import { callLifecycle, type Registration } from '../runtime/lifecycle.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { createPageUi, type PageUi } from '../widgets/page-ui.ts';
import type { World } from '../world.ts';

/** The page that shows. */
export interface ForegroundPage {
  readonly url: string;
  readonly params: string | undefined;
  readonly realm: Realm;
  readonly ui: PageUi;
  readonly input: PageInput;
  readonly registration: Registration;
}

export interface AppInstance {
  readonly foreground: ForegroundPage | undefined;
  /** True within `onInit` and `build` of the page in the foreground. */
  readonly building: boolean;
  /** Loads `app.js` and calls `onCreate`. False when that has thrown. */
  create(params: string | undefined): boolean;
  /** Ends the page in the foreground, without opening another. */
  lose(): void;
  /** Opens a page above the one in the foreground, or in its place. */
  open(url: string, params: string | undefined, how: 'push' | 'replace'): void;
  /** Returns to the page below; false when there is none. */
  back(): boolean;
  /** Calls `onResume` or `onPause` of the page in the foreground. */
  pauseOrResume(resumed: boolean): void;
  /** Ends the run, with `onDestroy` of pages and app, or without any callback (a kill). */
  end(withCallbacks: boolean): void;
}

/** @param onOpen called each time a page comes to the foreground, before it is loaded */
export function createAppInstance(world: World, onOpen: () => void): AppInstance {
  const level = levelOf(world.device.apiLevel);
  const shared = createSharedState();
  const stack: { readonly url: string; readonly params: string | undefined }[] = [];
  const realm = createRealm(world, 'app', 'app');
  /** Holds what the app does with its user interface before it has a page. */
  const launchUi = createPageUi(realm, level);
  /** Pages that stay alive below another, if that is assumed. */
  const kept: ForegroundPage[] = [];
  let foreground: ForegroundPage | undefined;
  let building = false;

  function checkMotor(owner: Realm): void {
    if (world.motor.endless && world.motor.owner === owner) {
      world.log.breach('endless-vibration-left-running', owner.name);
    }
  }

  function destroyForeground(withCallbacks: boolean): void {
    const page = foreground;
    if (page === undefined) return;
    if (withCallbacks) {
      callLifecycle(page.realm, page.registration, 'onDestroy');
      checkMotor(page.realm);
    }
    page.realm.end();
    foreground = undefined;
    world.screen.resetForPage(world.assumed.is('pauses-after-exit', 'stay'));
    world.log.emit('page', `${withCallbacks ? 'destroyed' : 'killed'} ${page.url}`);
  }

  function show(url: string, params: string | undefined): void {
    const pageRealm = createRealm(world, 'page', url);
    const ui = createPageUi(pageRealm, level);
    ui.statusBar = launchUi.statusBar;
    ui.title = launchUi.title;
    const registration: Registration = { options: undefined };
    const input = createPageInput();
    foreground = { url, params, realm: pageRealm, ui, input, registration };
    onOpen();
    world.log.emit('page', `opened ${url}`, params === undefined ? {} : { params });
    const source = requiredSource(world, url);
    if (source === undefined) return;
    pageRealm.load(source, deviceGlobals(pageRealm, { shared, page: registration, ui, input }));
    building = true;
    callLifecycle(pageRealm, registration, 'onInit', [params]);
    callLifecycle(pageRealm, registration, 'build', [params]);
    building = false;
    ui.updateLayout();
    ui.checkBoxes();
  }

  return {
    get foreground() {
      return foreground;
    },
    get building() {
      return building;
    },
    create(params) {
      world.log.emit('app', 'created', params === undefined ? {} : { params });
      realm.load(bundleSource(world, 'app') ?? '', deviceGlobals(realm, { shared, ui: launchUi }));
      const before = realm.uncaught;
      callLifecycle(realm, shared.app, 'onCreate', [params]);
      return realm.uncaught === before;
    },
    lose() {
      destroyForeground(true);
      stack.pop();
    },
    open(url, params, how) {
      if (how === 'push' && foreground !== undefined && world.assumed.is('pushed-over-page', 'kept')) {
        callLifecycle(foreground.realm, foreground.registration, 'onPause');
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
      if (foreground !== undefined) callLifecycle(foreground.realm, foreground.registration, 'onResume');
      else if (below !== undefined) show(below.url, below.params);
      return true;
    },
    pauseOrResume(resumed) {
      if (foreground === undefined) return;
      callLifecycle(foreground.realm, foreground.registration, resumed ? 'onResume' : 'onPause');
    },
    end(withCallbacks) {
      for (const page of [foreground, ...kept.splice(0)]) {
        foreground = page;
        destroyForeground(withCallbacks);
      }
      if (withCallbacks) {
        callLifecycle(realm, shared.app, 'onDestroy');
        checkMotor(realm);
      }
      realm.end();
      world.log.emit('app', withCallbacks ? 'destroyed' : 'killed');
    },
  };
}
