/**
 * The app's secondary widget (a card beside the watch face): opened and closed by the tester. Minimal: its life and
 * its tree, no gestures and no resizing.
 */

import { levelOf } from '../devices.ts';
import { deviceGlobals, type Registration } from '../runtime/device-globals.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { createPageUi, type PageUi } from '../widgets/page-ui.ts';
import type { World } from '../world.ts';
import { callLifecycle, type SharedState, sourceOf } from './app-instance.ts';

export interface SecondaryWidget {
  readonly ui: PageUi | undefined;
  focus(on: boolean): void;
  end(): void;
}

function pathOf(world: World): string | undefined {
  const first = world.app.manifest.module['secondary-widget']?.widgets[0];
  if (typeof first === 'string') return first;
  return (first as { path?: string } | undefined)?.path;
}

export function createSecondaryWidget(world: World): SecondaryWidget {
  let realm: Realm | undefined;
  let appRealm: Realm | undefined;
  let ui: PageUi | undefined;
  const registered: Registration = { options: undefined };

  function open(): void {
    const path = pathOf(world);
    const source = path === undefined ? undefined : sourceOf(world, path);
    if (path === undefined || source === undefined) throw new Error('The app has no secondary widget');
    realm = createRealm(world, 'widget', path);
    ui = createPageUi(realm, levelOf(world.device.apiLevel));
    registered.options = undefined;
    const shared: SharedState = {
      scopedGlobals: {},
      session: new Map(),
      channels: new Map(),
      app: { options: undefined },
    };
    // The system creates the app for its widget too (guide "Register SecondaryWidget and Shortcut Cards", Life Cycle).
    appRealm = createRealm(world, 'app', 'app');
    const appPlace = { shared, page: undefined, ui: undefined, input: undefined };
    appRealm.load(sourceOf(world, 'app') ?? '', deviceGlobals(appRealm, appPlace));
    callLifecycle(appRealm, shared.app, 'onCreate', []);
    realm.load(source, deviceGlobals(realm, { shared, page: registered, ui, input: undefined }));
    for (const name of ['onInit', 'build', 'onResume']) callLifecycle(realm, registered, name, []);
    ui.checkBoxes();
  }

  const widget: SecondaryWidget = {
    get ui() {
      return ui;
    },
    focus(on) {
      if (on && realm === undefined) open();
      else if (realm !== undefined) callLifecycle(realm, registered, on ? 'onResume' : 'onPause', []);
    },
    end() {
      if (realm === undefined) return;
      callLifecycle(realm, registered, 'onDestroy', []);
      realm.end();
      appRealm?.end();
      realm = undefined;
      ui = undefined;
    },
  };
  return widget;
}
