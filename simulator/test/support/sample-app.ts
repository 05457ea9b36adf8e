/**
 * A small app for the page's tests, packed by the official packer: a counter with a button and a vibration on the
 * watch, a settings page on the phone. Written to a temporary folder.
 */

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { findDevice } from '../../src/engine/devices.ts';
import type { AppPackage } from '../../src/engine/types.ts';
import { loadAppFolder } from '../../src/headless/load-app.ts';
import { EXAMPLES } from './zml-examples.ts';

/** The model that the sample is packed for. */
export const SAMPLE_DEVICE = 'Balance 2';

/** Points on the sample's buttons, px of the glass. */
export const COUNT_BUTTON = { x: 240, y: 310 };
export const LOST_BUTTON = { x: 240, y: 400 };

const MANIFEST = {
  configVersion: 'v3',
  app: {
    appId: 1000840,
    appName: 'Sample',
    appType: 'app',
    version: { code: 1, name: '1.0.0' },
    icon: 'icon.png',
    vender: 'sample',
    description: 'counts',
  },
  permissions: ['device:os.vibrator'],
  runtime: { apiVersion: { compatible: '3.0', target: '3.0', minVersion: '3.0' } },
  debug: false,
  targets: {
    common: {
      module: {
        page: { pages: ['page/index', 'page/beside'] },
        'app-side': { path: 'app-side/index' },
        setting: { path: 'setting/index' },
      },
      platforms: [{ st: 'r' }],
      designWidth: 480,
    },
  },
  i18n: { 'en-US': { appName: 'Sample' } },
  defaultLanguage: 'en-US',
};

const PAGE = `
import { createWidget, widget, prop, align } from '@zos/ui'
import { Vibrator } from '@zos/sensor'
import { push } from '@zos/router'

Page({
  build() {
    let count = 0
    const text = createWidget(widget.TEXT, {
      x: 40, y: 120, w: 400, h: 80, text: 'count 0', text_size: 56, color: 0xffffff,
      align_h: align.CENTER_H, align_v: align.CENTER_V,
    })
    createWidget(widget.BUTTON, {
      x: 140, y: 270, w: 200, h: 80, radius: 40, text: 'Add', text_size: 36,
      normal_color: 0x1668b0, press_color: 0x0f4d85,
      click_func: () => {
        count += 1
        text.setProperty(prop.TEXT, 'count ' + count)
        const vibrator = new Vibrator()
        vibrator.stop()
        vibrator.start()
      },
      longpress_func: () => text.setProperty(prop.TEXT, 'held'),
    })
    createWidget(widget.BUTTON, {
      x: 140, y: 370, w: 200, h: 60, radius: 30, text: 'Lost', text_size: 30,
      normal_color: 0x3d434c, press_color: 0x2b3038,
      click_func: () => push({ url: 'page/nowhere' }),
    })
    createWidget(widget.TEXT, {
      x: 40, y: 560, w: 400, h: 60, text: 'The end 🏁', text_size: 30, color: 0xffffff, align_h: align.CENTER_H,
    })
  },
})
`;

/** Colours of the sample's pages that lie side by side, 0xRRGGBB. */
export const SIDE_COLOURS = [0x106030, 0x602010] as const;

const BESIDE = `
import { createWidget, widget } from '@zos/ui'
import { setScrollMode, SCROLL_MODE_SWIPER_HORIZONTAL } from '@zos/page'

Page({
  build() {
    const colours = ${JSON.stringify(SIDE_COLOURS)}
    setScrollMode({ mode: SCROLL_MODE_SWIPER_HORIZONTAL, options: { width: 480, count: 2 } })
    colours.forEach((color, page) => {
      const container = createWidget(widget.VIEW_CONTAINER, { x: 0, y: 0, w: 480, h: 480, page })
      container.createWidget(widget.FILL_RECT, { x: 0, y: 0, w: 480, h: 480, color })
    })
  },
})
`;

const SETTING = `
AppSettingsPage({
  build(props) {
    const storage = props.settingsStorage
    const name = storage.getItem('name') || ''
    return View({ style: { padding: 4 } }, [
      Text({ paragraph: true, bold: true }, ['Hello ' + name]),
      TextInput({ label: 'Name', value: name, onChange: (value) => storage.setItem('name', value) }),
      Toggle({
        label: 'Remind me',
        value: storage.getItem('remind') === 'true',
        onChange: (value) => storage.setItem('remind', String(value)),
      }),
      Text({}, ['remind ' + (storage.getItem('remind') || 'unset')]),
      Text({}, ['The web says ' + (storage.getItem('answer') || 'nothing')]),
      Button({ label: 'Ask', onClick: () => storage.setItem('question', String(Math.random())) }),
      Button({ label: 'Forget', color: 'primary', onClick: () => storage.setItem('name', '') }),
    ])
  },
})
`;

const SIDE = `
AppSideService({
  onInit() {
    if (sideService.launchArgs.key === 'question')
      fetch({ url: 'https://example.org/hello' }).then(({ body }) => settings.settingsStorage.setItem('answer', body))
  },
})
`;

/** The rules that answer the web requests of the sample's side service. */
export const SAMPLE_WEB = [{ url: 'https://example.org/*', body: 'hello' }];

/** A picture that the packer accepts; it refuses very small ones. */
const ICON = join(EXAMPLES, 'helloworld3/assets/common.r/icon.png');

function zpkOf(app: AppPackage): Uint8Array {
  const device = zipSync(Object.fromEntries(app.deviceFiles));
  const phone = zipSync(Object.fromEntries(app.phoneFiles));
  return zipSync({ 'device.zip': device, 'app-side.zip': phone });
}

export interface SampleApp {
  readonly zpkPath: string;
  readonly app: AppPackage;
  remove(): Promise<void>;
}

/** Writes and packs the sample. */
export async function packSampleApp(): Promise<SampleApp> {
  const folder = await mkdtemp(join(tmpdir(), 'watch-sample-'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'app.json': JSON.stringify(MANIFEST),
    'app.js': `import { log } from '@zos/utils'\nApp({ globalData: {}, onCreate() { log.getLogger('app').log('created') } })\n`,
    'page/index.js': PAGE,
    'page/beside.js': BESIDE,
    'setting/index.js': SETTING,
    'app-side/index.js': SIDE,
    'assets/common.r/icon.png': await readFile(ICON),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const app = await loadAppFolder(folder, findDevice(SAMPLE_DEVICE));
  const zpkPath = join(folder, 'sample.zpk');
  await writeFile(zpkPath, zpkOf(app));
  return { zpkPath, app, remove: () => rm(folder, { recursive: true, force: true }) };
}
