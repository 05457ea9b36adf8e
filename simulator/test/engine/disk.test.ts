/** Files and key-value stores, and what faults and kills leave of them. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, printed } from '../support/mini-app.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
const write = (data: string): string => `zos('fs').writeFileSync({ path: 'f', data: '${data}' });`;
const onKey = (code: string): string =>
  `zos('interaction').onKey({ callback(key, event) { if (event === zos('interaction').KEY_EVENT_CLICK) { ${code} } return true } });`;

describe('files', () => {
  it('are written, appended to at a handle, read and renamed', async () => {
    const watch = await launchedPage(`Page({ build() { const fs = zos('fs');
      fs.writeFileSync({ path: 'data://a.txt', data: 'one' });
      const fd = fs.openSync({ path: 'a.txt', flag: fs.O_RDWR | fs.O_APPEND });
      console.log(fs.writeSync({ fd, buffer: Buffer.from(' two').buffer }));
      fs.closeSync(fd);
      console.log(fs.renameSync({ oldPath: 'a.txt', newPath: 'b.txt' }));
      console.log(fs.readFileSync({ path: 'b.txt', options: { encoding: 'utf8' } }));
      console.log(fs.statSync({ path: 'b.txt' }).size, fs.readFileSync({ path: 'a.txt' }), fs.readdirSync('').join());
    } })`);
    expect(printed(watch)).toEqual(['4', '0', 'one two', '7 undefined b.txt']);
  });

  it('read from a position without moving the handle', async () => {
    const watch = await launchedPage(`Page({ build() { const fs = zos('fs'); ${write('abcdef')}
      const fd = fs.openSync({ path: 'f' }); const buffer = new ArrayBuffer(2); const t = () => Buffer.from(buffer).toString();
      fs.readSync({ fd, buffer, options: { position: 4 } }); console.log(t());
      fs.readSync({ fd, buffer }); console.log(t()); fs.readSync({ fd, buffer }); console.log(t()); } })`);
    expect(printed(watch)).toEqual(['ef', 'ab', 'cd']);
  });

  it('outlive kills and reboots', async () => {
    const watch = await launchedPage(`Page({ build() { ${write('kept')} } })`);
    await watch.kill('page');
    await watch.reboot();
    expect(text(watch.sim.files.get('f'))).toBe('kept');
  });

  it('are torn within the last write when the power goes on a torn disk', async () => {
    const watch = await launchedPage(
      `Page({ build() { ${write('old')} ${onKey(write('a much longer text'))} } })`,
    );
    await watch.perform({ verb: 'storage', state: 'torn' });
    await watch.key('up');
    await watch.kill('page');
    const left = text(watch.sim.files.get('f'));
    expect('a much longer text'.startsWith(left)).toBe(true);
    expect(left.length).toBeLessThan(18);
  });

  it('do not grow on a full disk', async () => {
    const watch = await launchedPage(
      `Page({ build() { const fs = zos('fs'); ${write('1234')} ${onKey(`
      const fd = fs.openSync({ path: 'f', flag: fs.O_RDWR | fs.O_APPEND });
      console.log(fs.writeSync({ fd, buffer: Buffer.from('5678').buffer }))`)} } })`,
    );
    await watch.perform({ verb: 'storage', state: 'full' });
    await watch.key('up');
    expect(printed(watch)).toEqual(['0']);
    expect(text(watch.sim.files.get('f'))).toBe('1234');
  });

  it('stay as they were on a failing disk', async () => {
    const watch = await launchedPage(`Page({ build() { ${write('1234')} ${onKey(write('x'))} } })`);
    await watch.perform({ verb: 'storage', state: 'failing' });
    await watch.key('up');
    expect(text(watch.sim.files.get('f'))).toBe('1234');
  });
});

describe('localStorage', () => {
  const page = `Page({ build() { const { localStorage } = zos('storage');
    console.log(localStorage.getItem('n', 'none')); localStorage.setItem('n', { a: 1 }) } })`;

  it('keeps values over launches', async () => {
    const watch = miniWatch({ pages: { 'page/home': page } });
    await watch.launch();
    await watch.kill('page');
    await watch.launch();
    expect(printed(watch)).toEqual(['none', '{"a":1}']);
  });

  it('keeps nothing new on a full disk', async () => {
    const watch = miniWatch({ pages: { 'page/home': page } });
    await watch.perform({ verb: 'storage', state: 'full' });
    await watch.launch();
    await watch.launch();
    expect(printed(watch)).toEqual(['none', 'none']);
  });
});
