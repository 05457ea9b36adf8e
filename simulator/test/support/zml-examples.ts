/**
 * The example apps inside `@zeppos/zml`, packed by the official packer, each with a script of what a person would do. This module checks
 * nothing.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findDevice } from '../../src/engine/devices.ts';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { loadAppFolder } from '../../src/headless/load-app.ts';

// zml's exports hide its package.json, so its folder is found through a file that it does export.
const entry = createRequire(import.meta.url).resolve('@zeppos/zml/base-app');

/** Folder of the examples. */
export const EXAMPLES = join(entry.slice(0, entry.indexOf('@zeppos')), '@zeppos/zml/examples');

/** The documented rules that the examples break. Each is a finding about the example, not a fault of the simulator. */
const ALLOWED = ['commonjs-bundle', 'button-needs-box', 'settings-value-not-text'];

/** What the examples ask of the web. The event log hides paths, so a request with another path fails here. */
const ADDRESSES = [
  'https://bible-api.com/john%203:16',
  'https://bible-api.com/john%203:17',
  'https://docs.zepp.com/zh-cn/img/logo.png',
  'http://10.16.23.199:9092/hr',
];

const EXAMPLE_DEVICE = findDevice('Balance 2');

/** The steps of each example, with what the watch must show, what watch and phone must print, and what the phone must store. */
export const EXAMPLE_SCRIPTS = {
  helloworld1: `launch
wait 1s
expect text HelloWorld
expect text "test httpRequest"
tap-text "test httpRequest"
wait 5s
expect console "fetch https://bible-api.com"
expect console "result.status=> 200"
expect console "result.body=> {\\"text\\":\\"hello watch\\"}"
expect no-error
wait 30s
expect page none`,
  helloworld2: `launch
wait 1s
expect text "test request from mobile"
tap-text "test request"
wait 1s
expect console "result=> {\\"test\\":\\"test\\"}"
tap-text "test call"
wait 1s
expect console "your.method3"
tap-text "test request from mobile"
wait 1s
expect console "result=> {\\"test\\":1}"
tap-text "test call from mobile"
wait 1s
expect console "your.method4"
expect no-error
link down
wait 1s
link up
tap-text "test request"
wait 30s
expect console "shake timeout"`,
  helloworld3: `launch
wait 1s
expect text "test bleRequest"
tap-text "test bleRequest"
wait 1s
expect page page/common/home/ble-data-send/index.page
tap-text "send request"
wait 2s
expect text "hello watch"
key back click
wait 1s
settings-open
expect settings "network download file"
setting Button "clear data" onClick
expect no-error
wait 1s
expect console "onSettingsChange data:clear true"`,
  syncData: `launch
wait 1s
tap-text "sync heart rate data"
wait 1500ms
expect text "Sync data OK"
expect console "fetch http://10.16.23.199:9092"
expect console "{\\"text\\":\\"hello watch\\"}"
swipe right
wait 25s
expect no-error`,
} as const;

export type ExampleName = keyof typeof EXAMPLE_SCRIPTS;

export const EXAMPLE_NAMES = Object.keys(EXAMPLE_SCRIPTS) as ExampleName[];

/** Packs one example, which takes two seconds or more. */
export async function exampleOptions(name: ExampleName): Promise<SimulationOptions> {
  const app = await loadAppFolder(join(EXAMPLES, name), EXAMPLE_DEVICE);
  return {
    app,
    device: EXAMPLE_DEVICE,
    allow: ALLOWED,
    fetchRules: ADDRESSES.map((url) => ({ url, body: { text: 'hello watch' } })),
  };
}
