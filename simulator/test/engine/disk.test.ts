/** Files and key-value stores, and what is left of them after faults and kills. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
const write = (data: string): string => `zos('fs').writeFileSync({ path: 'f', data: '${data}' });`;
const onKey = (code: string): string =>
  `zos('interaction').onKey({ callback(key, event) { if (event === zos('interaction').KEY_EVENT_CLICK) { ${code} } return true } });`;

const build = (code: string): string => `Page({ build() { const fs = zos('fs'); ${code} } })`;

describe('files', () => {
  it.each([
    [
      'are written, appended to at a handle, read and renamed',
      `fs.writeFileSync({ path: 'data://a.txt', data: 'one' });
      const fd = fs.openSync({ path: 'a.txt', flag: fs.O_RDWR | fs.O_APPEND });
      console.log(fs.writeSync({ fd, buffer: Buffer.from(' two').buffer }));
      fs.closeSync(fd);
      console.log(fs.renameSync({ oldPath: 'a.txt', newPath: 'b.txt' }));
      console.log(fs.readFileSync({ path: 'b.txt', options: { encoding: 'utf8' } }));
      console.log(fs.statSync({ path: 'b.txt' }).size, fs.readFileSync({ path: 'a.txt' }), fs.readdirSync('').join());`,
      ['4', '0', 'one two', '7 undefined b.txt'],
    ],
    [
      'are read from a position without moving the handle',
      `${write('abcdef')}
      const fd = fs.openSync({ path: 'f' }); const buffer = new ArrayBuffer(2); const t = () => Buffer.from(buffer).toString();
      fs.readSync({ fd, buffer, options: { position: 4 } }); console.log(t());
      fs.readSync({ fd, buffer }); console.log(t()); fs.readSync({ fd, buffer }); console.log(t());`,
      ['ef', 'ab', 'cd'],
    ],
  ])('%s', async (_what, code, said) => {
    expect(await printedBy(build(code))).toEqual(said);
  });

  it.each([
    ['outlive kills and reboots', '', 'kill page; reboot'],
    [
      'do not grow on a full disk, which reports the failure',
      `const fd = fs.openSync({ path: 'f', flag: fs.O_RDWR | fs.O_APPEND });
      console.log('wrote ' + fs.writeSync({ fd, buffer: Buffer.from('5678').buffer }))`,
      'storage full; key up click; expect console "wrote 0"',
    ],
    ['stay as they were on a failing disk', write('x'), 'storage failing; key up click'],
  ])('%s', async (_what, later, steps) => {
    const watch = await perform(await launchedPage(build(`${write('1234')} ${onKey(later)}`)), steps);
    expect(text(watch.sim.files.get('f'))).toBe('1234');
  });

  it('lose a part of the last write when the power fails on a torn disk', async () => {
    const page = build(`${write('old')} ${onKey(write('a much longer text'))}`);
    const watch = await perform(await launchedPage(page), 'storage torn; key up click; kill page');
    const left = text(watch.sim.files.get('f'));
    expect('a much longer text'.startsWith(left)).toBe(true);
    expect(left.length).toBeLessThan(18);
  });
});

it('a folder in the place of a file exists, cannot be read, and is not overwritten', async () => {
  const page = `Page({ build() { const { readFileSync, statSync, openSync, O_WRONLY, O_CREAT } = zos('fs');
      console.log(readFileSync({ path: 'f' }), statSync({ path: 'f' }).size, openSync({ path: 'f', flag: O_WRONLY | O_CREAT })) } })`;
  const watch = miniWatch({ pages: { 'page/home': page } }, { folders: ['f'] });
  expect(printed(await perform(watch, 'launch'))).toEqual(['undefined 0 -1']);
  expect([...watch.sim.files.keys()]).toEqual([]);
});

it.each([
  ['localStorage keeps values from launch to launch', 'launch; kill page; launch', ['none', '{"a":1}']],
  ['localStorage keeps nothing new on a full disk', 'storage full; launch; launch', ['none', 'none']],
])('%s', async (_what, steps, said) => {
  const page = `Page({ build() { const { localStorage } = zos('storage');
    console.log(localStorage.getItem('n', 'none')); localStorage.setItem('n', { a: 1 }) } })`;
  expect(printed(await perform(miniWatch({ pages: { 'page/home': page } }), steps))).toEqual(said);
});
