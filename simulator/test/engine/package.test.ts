/** Opening packages: what is wrong is named. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import { openZab, openZpk } from '../../src/engine/package.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MANIFEST = bytes(JSON.stringify({ app: {}, module: { page: { pages: ['page/a'] } } }));
const round = findDevice('Balance 2');

function zpk(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ 'device.zip': zipSync(files) });
}

function zab(zpks: readonly { name: string; type: string; size: string }[], content: Uint8Array): Uint8Array {
  const manifest = {
    zpks: zpks.map(({ name, type, size }) => ({
      name,
      platforms: [{ screenType: type, screenResolution: size }],
    })),
  };
  const files: Record<string, Uint8Array> = { 'manifest.json': bytes(JSON.stringify(manifest)) };
  for (const { name } of zpks) files[name] = content;
  return zipSync(files);
}

const WHOLE = zpk({ 'app.json': MANIFEST, 'app.js': bytes(''), 'page/a.js': bytes('') });

describe('a .zab', () => {
  it('gives the package that fits the glass', () => {
    const two = zab(
      [
        { name: 'a.zpk', type: 'square', size: '390x450' },
        { name: 'b.zpk', type: 'round', size: '480x480' },
      ],
      WHOLE,
    );
    expect(Array.from(openZab(two, round).deviceFiles.keys())).toContain('page/a.js');
  });

  it('says which glasses it fits when none does', () => {
    const square = zab([{ name: 'a.zpk', type: 'square', size: '390x450' }], WHOLE);
    expect(() => openZab(square, round)).toThrow(
      'the .zab has no package for Balance 2 (round 480x480); it has: square 390x450',
    );
  });

  it('says that it is torn', () => {
    expect(() => openZab(WHOLE.slice(0, 40), round)).toThrow('the .zab is torn or no zip archive (40 bytes)');
  });
});

describe('a .zpk', () => {
  it('with bytecode alone is refused with the way out', () => {
    const compiled = zpk({ 'app.json': MANIFEST, 'app.bin': bytes('x') });
    expect(() => openZpk(compiled)).toThrow('holds bytecode only (app.bin)');
  });

  it('without a page that app.json names is refused', () => {
    expect(() => openZpk(zpk({ 'app.json': MANIFEST, 'app.js': bytes('') }))).toThrow('lacks page/a.js');
  });

  it('without device.zip is refused with what it has', () => {
    expect(() => openZpk(zipSync({ 'other.txt': bytes('') }))).toThrow(
      'holds no device.zip; found: other.txt',
    );
  });
});

describe('a model', () => {
  it('is found whatever the case, spaces and brackets', () => {
    expect(findDevice('active 2 round').name).toBe('Active 2 (Round)');
  });

  it('that does not exist brings the list', () => {
    expect(() => findDevice('Pebble')).toThrow(/There is no model "Pebble"\. Models: .*Balance 2.*/);
  });
});
