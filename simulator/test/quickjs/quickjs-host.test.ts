/** The simulation inside QuickJS 2020-07-05: what only this host can show. */
import { describe, expect, it } from 'vitest';
import { createQuickJsHost } from '../../src/quickjs/quickjs-host.ts';
import { FAULT_SCRIPT, faultOptions } from '../support/fault-scenario.ts';
import { miniPackage } from '../support/mini-app.ts';

describe('QuickJS', () => {
  it('names the line of a script that fails', async () => {
    const host = await createQuickJsHost(faultOptions);
    expect(() => host.run(`${FAULT_SCRIPT}\nexpect text Gone`)).toThrow('line 17, expect text Gone: ');
  });

  it('counts the memory that an app uses', async () => {
    const host = await createQuickJsHost(faultOptions);
    const before = host.memory();
    host.perform({ verb: 'launch' });
    expect(host.memory().usedBytes).toBeGreaterThan(before.usedBytes);
    expect(host.memory().objects).toBeGreaterThan(before.objects);
  });

  it('has the files that the watch has at the start', async () => {
    const build = `console.log(zos('fs').readFileSync({ path: 'note.txt', options: { encoding: 'utf8' } }))`;
    const app = miniPackage({ pages: { 'page/home': `Page({ build() { ${build} } })` } });
    const files = new Map([['note.txt', new TextEncoder().encode('grüße')]]);
    const host = await createQuickJsHost({ ...faultOptions, app, files });
    host.run('launch\nexpect console grüße');
  });

  it('runs a script of 1 MB, and takes a picture of 2 MB and another file of 2 MB', async () => {
    const rows = Array.from(
      { length: 18_000 },
      (_, n) => `{ id: ${n}, name: 'an entry of the list, number ${n}' }`,
    );
    const source = `const rows = [${rows.join(',\n')}];
      Page({ build() { const { createWidget, widget, getImageInfo } = zos('ui');
        createWidget(widget.IMG, { x: 0, y: 0, src: 'big.png' });
        createWidget(widget.TEXT, { x: 0, y: 200, w: 480, h: 40, text: rows[rows.length - 1].name });
        console.log(getImageInfo('big.png').width, zos('fs').statAssetsSync({ path: 'raw/big.mp3' }).size) } })`;
    expect(source.length).toBeGreaterThan(1_000_000);
    const packed = miniPackage({ pages: { 'page/home': source } });
    const picture = new Uint8Array(2_000_000);
    picture.set([0x89, 0x50, 0x4e, 0x47], 0);
    new DataView(picture.buffer).setUint32(16, 1000);
    const deviceFiles = new Map(packed.deviceFiles);
    deviceFiles.set('assets/big.png', picture);
    deviceFiles.set('assets/raw/big.mp3', new Uint8Array(2_000_000));
    const host = await createQuickJsHost({ ...faultOptions, app: { ...packed, deviceFiles } });
    host.run(
      'launch\nwait 1s\nexpect text "an entry of the list, number 17999"\nexpect console "1000 2000000"',
    );
  });

  it('answers the side service’s requests by the fetch rules', async () => {
    const side = `AppSideService({ onInit() {
      fetch('https://example.org').then((answer) => console.log('it will ' + answer.body)) } })`;
    const setting = `AppSettingsPage({ build: ({ settingsStorage }) =>
      Button({ label: 'Ask', onClick: () => settingsStorage.setItem('asked', 'yes') }) })`;
    const app = miniPackage({ side, setting });
    const host = await createQuickJsHost({ ...faultOptions, app, fetchRules: [{ url: '*', body: 'rain' }] });
    host.run('settings-open\nsetting Button Ask onClick\nwait 1s\nexpect console "it will rain"');
  });
});
