/** The simulation inside QuickJS 2020-07-05: what only this host can tell. */
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

  it('has the files that were on the watch before', async () => {
    const build = `console.log(zos('fs').readFileSync({ path: 'note.txt', options: { encoding: 'utf8' } }))`;
    const app = miniPackage({ pages: { 'page/home': `Page({ build() { ${build} } })` } });
    const files = new Map([['note.txt', new TextEncoder().encode('grüße')]]);
    const host = await createQuickJsHost({ ...faultOptions, app, files });
    host.run('launch\nexpect console grüße');
  });

  it('answers the side service’s requests with what was given', async () => {
    const side = `AppSideService({ onInit() {
      fetch('https://example.org').then((answer) => console.log('it will ' + answer.body)) } })`;
    const setting = `AppSettingsPage({ build: ({ settingsStorage }) =>
      Button({ label: 'Ask', onClick: () => settingsStorage.setItem('asked', 'yes') }) })`;
    const app = miniPackage({ side, setting });
    const host = await createQuickJsHost({ ...faultOptions, app }, { body: 'rain' });
    host.run('settings-open\nsetting Button Ask onClick\nwait 1s\nexpect console "it will rain"');
  });
});
