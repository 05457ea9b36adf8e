/**
 * The app's secondary widget, a card beside the watch face, which the tester brings into focus and out of it. Simulates its lifecycle, its
 * widget tree and touches on it, but neither gestures nor sizes.
 */
import { levelOf } from '../devices.ts';
import type { Manifest } from '../manifest.ts';
import { bundleSource } from '../runtime/bundle-source.ts';
import { createSharedState, deviceGlobals } from '../runtime/device-globals.ts';
import { callLifecycle, type Registration } from '../runtime/lifecycle.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { createPageUi, type PageUi } from '../widgets/page-ui.ts';
import type { World } from '../world.ts';

export interface SecondaryWidget {
  /** Its widgets, from its first focus on. */
  readonly ui: PageUi | undefined;
  readonly isInFocus: boolean;
  /** Opens the widget the first time; later resumes or pauses it. */
  focus(on: boolean): void;
}

function pathOf(manifest: Manifest): string | undefined {
  const first = manifest.module['secondary-widget']?.widgets[0];
  if (typeof first === 'string') return first;
  return (first as { path?: string } | undefined)?.path;
}

export function createSecondaryWidget(world: World): SecondaryWidget {
  const registration: Registration = { options: undefined };
  let realm: Realm | undefined;
  let ui: PageUi | undefined;
  let isInFocus = false;

  function open(): void {
    const path = pathOf(world.app.manifest);
    const source = path === undefined ? undefined : bundleSource(world, path);
    if (path === undefined || source === undefined) throw new Error('The app has no secondary widget');
    realm = createRealm(world, 'widget', path);
    ui = createPageUi(realm, levelOf(world.device.apiLevel));
    const shared = createSharedState();
    // The system creates the app for its widget too (guide "Register SecondaryWidget and Shortcut Cards", Life Cycle).
    if (world.assumed.is('app-for-widget', 'created')) {
      const appRealm = createRealm(world, 'app', 'app');
      appRealm.load(bundleSource(world, 'app') ?? '', deviceGlobals(appRealm, { shared }));
      callLifecycle(appRealm, shared.app, 'onCreate');
    }
    realm.load(source, deviceGlobals(realm, { shared, page: registration, ui }));
    for (const name of ['onInit', 'build', 'onResume']) callLifecycle(realm, registration, name);
    ui.checkBoxes();
  }

  return {
    get ui() {
      return ui;
    },
    get isInFocus() {
      return isInFocus;
    },
    focus(on) {
      isInFocus = on;
      if (on && realm === undefined) open();
      else if (realm !== undefined) callLifecycle(realm, registration, on ? 'onResume' : 'onPause');
    },
  };
}
