/**
 * Tiny apps for tests: sources in the wrapper that the official packer puts around bundles, as a package. Each source can write `zos('ui')`
 * for `@zos/ui`.
 */
import { findDevice } from '../../src/engine/devices.ts';
import type { Manifest } from '../../src/engine/manifest.ts';
import type { AppPackage, SimulationOptions } from '../../src/engine/types.ts';
import { createHeadless, type Headless } from '../../src/headless/headless.ts';
import { runScript } from '../../src/headless/script.ts';

export interface MiniApp {
  readonly app?: string;
  /** Page sources by path; the first is the first page. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly services?: Readonly<Record<string, string>>;
  readonly event?: string;
  /** Source of the secondary widget. */
  readonly widget?: string;
  readonly side?: string;
  readonly setting?: string;
  readonly permissions?: readonly string[];
}

/** All permissions that the tests need. */
const ALL_PERMISSIONS = [
  'data:os.device.info',
  'device:os.local_storage',
  'device:os.alarm',
  'device:os.bg_service',
  'device:os.notification',
  'device:os.accelerometer',
  'data:user.hd.heart_rate',
];

function wrapped(source: string): string {
  return `try {
    ((() => {
        const {beforeModuleCreate = () => {}, afterModuleCreate = () => {}} = DeviceRuntimeCore.LifeCycle;
        beforeModuleCreate();
        const __$$G$$__ = __$$hmAppManager$$__.currentApp.current.__globals__.__$$G$$__;
        !function (context) {
            with (context) {
                const zos = name => __$$R$$__('@zos/' + name);
                ${source}
                ;
            }
        }.bind(__$$G$$__)(__$$G$$__);
        afterModuleCreate();
    })());
} catch (e) {
    console.log('Mini Program Error', e);
    e && e.stack && e.stack.split(/\\n/).forEach(i => console.log('error stack', i));
}`;
}

function wrappedForPhone(source: string): string {
  return `try {\n(() => {\n${source}\n})();\n} catch (e) {\n  console.log(e);\n}`;
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function miniPackage(mini: MiniApp): AppPackage {
  const pages = mini.pages ?? { 'page/home': 'Page({})' };
  const services = mini.services ?? {};
  const deviceFiles = new Map<string, Uint8Array>();
  deviceFiles.set('app.js', encoded(wrapped(mini.app ?? 'App({})')));
  for (const [path, source] of Object.entries({ ...pages, ...services })) {
    deviceFiles.set(`${path}.js`, encoded(wrapped(source)));
  }
  if (mini.widget !== undefined) deviceFiles.set('widget/one.js', encoded(wrapped(mini.widget)));
  const phoneFiles = new Map<string, Uint8Array>();
  if (mini.side !== undefined) phoneFiles.set('app-side.js', encoded(wrappedForPhone(mini.side)));
  if (mini.setting !== undefined) phoneFiles.set('setting.js', encoded(wrappedForPhone(mini.setting)));
  const manifest: Manifest = {
    app: { appId: 20001, appName: 'Mini', version: { name: '1.0.0' } },
    permissions: mini.permissions ?? ALL_PERMISSIONS,
    runtime: { apiVersion: { minVersion: '3.0' } },
    defaultLanguage: 'en-US',
    designWidth: 480,
    module: {
      page: { pages: Object.keys(pages) },
      'app-service': { services: Object.keys(services) },
      ...(mini.event === undefined ? {} : { 'app-event': { path: mini.event } }),
      ...(mini.widget === undefined ? {} : { 'secondary-widget': { widgets: ['widget/one'] } }),
      ...(mini.side === undefined ? {} : { 'app-side': { path: 'app-side/index' } }),
      ...(mini.setting === undefined ? {} : { setting: { path: 'setting/index' } }),
    },
  };
  return { deviceFiles, phoneFiles, manifest };
}

/** A watch with the mini app installed; not yet launched. */
export function miniWatch(
  mini: MiniApp,
  options: Partial<SimulationOptions> & { model?: string } = {},
): Headless {
  const { model = 'Balance 2', ...rest } = options;
  return createHeadless({ app: miniPackage(mini), device: findDevice(model), ...rest });
}

/** A launched watch with one page of this source. */
export async function launchedPage(
  source: string,
  options: Parameters<typeof miniWatch>[1] = {},
): Promise<Headless> {
  const watch = miniWatch({ pages: { 'page/home': source } }, options);
  await watch.launch();
  return watch;
}

/** Performs the steps of a script on one line, with `; ` between them: `key up click; wait 1s; expect page none`. */
export async function perform(watch: Headless, steps: string): Promise<Headless> {
  await runScript(steps.replaceAll('; ', '\n'), watch.sim);
  return watch;
}

/** What a page of this source prints from its launch to the last of these steps. */
export async function printedBy(
  source: string,
  steps = '',
  options: Parameters<typeof miniWatch>[1] = {},
): Promise<string[]> {
  return printed(await perform(await launchedPage(source, options), steps));
}

/** Rules broken so far. */
export function broken(watch: Headless): string[] {
  return watch.sim.breaches.map((breach) => breach.rule);
}

/** Console lines of the app, without the bundle's name. */
export function printed(watch: Headless): string[] {
  return watch.sim.events
    .filter((event) => event.type === 'console')
    .map((event) => event.text.slice(event.text.indexOf(': ') + 2));
}
