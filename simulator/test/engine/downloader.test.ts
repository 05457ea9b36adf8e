/** `network.downloader` and `image.convert` of the side service. */
import { expect, it } from 'vitest';
import type { SimulationOptions } from '../../src/engine/types.ts';
import { miniWatch, perform, printed } from '../support/mini-app.ts';

const SETTING = `AppSettingsPage({ build(props) {
  return Button({ label: 'go', onClick() { props.settingsStorage.setItem('a', 'b') } }) } })`;

/** A side service that downloads a picture. `onSuccess` runs when the picture has arrived. */
const service = (options = '', onSuccess = '') => `AppSideService({ onInit() {
  const task = network.downloader.downloadFile({ url: 'https://example.org/a/logo.png?size=2', timeout: 9, ${options} });
  task.onProgress = (e) => console.log('progress ' + e.loaded);
  task.onSuccess = (e) => { console.log(e.filePath + ' ' + e.tempFilePath + ' ' + e.statusCode); ${onSuccess} };
  task.onFail = (e) => console.log('failed ' + e.message.slice(0, 35).replace(/ \\(.*/, ''));
  task.onComplete = () => console.log('complete') } })`;

const answer = () => Promise.resolve({ status: 200, body: new Uint8Array(12) });

async function said(side: string, fetch?: SimulationOptions['fetch']): Promise<string[]> {
  const watch = miniWatch({ side, setting: SETTING }, fetch === undefined ? {} : { fetch });
  return printed(await perform(watch, 'settings-open; setting Button go onClick; wait 1s'));
}

const BEGUN = 'download https://example.org';
const CONVERT = `image.convert({ filePath: e.tempFilePath }).then((r) => console.log(r.targetFilePath + ' ' + r.options.size))`;

it.each([
  [
    'gets a name that no other has',
    '',
    '',
    ['progress 12', 'undefined data://download/logo.png 200', 'complete'],
  ],
  [
    'is stored where the app says',
    "filePath: 'data://b.png'",
    '',
    ['progress 12', 'data://b.png undefined 200', 'complete'],
  ],
  [
    'can be converted for the watch',
    '',
    CONVERT,
    [
      'progress 12',
      'undefined data://download/logo.png 200',
      'complete',
      'data://download/logo.png_converted 12',
    ],
  ],
])('a downloaded file %s', async (_, options, onSuccess, lines) => {
  expect(await said(service(options, onSuccess), answer)).toEqual([BEGUN, ...lines]);
});

it('a download without an answer fails', async () => {
  const failed = () => Promise.reject(new Error('no network'));
  expect(await said(service(), failed)).toEqual([BEGUN, 'failed Error: no network', 'complete']);
  expect(await said(service())).toEqual([BEGUN, 'failed network.downloader is not simulated', 'complete']);
});
