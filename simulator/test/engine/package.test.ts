/** Opening packages: an error names what is wrong. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import { modelsInList, modelsServedBy, openZab, openZpk, partsOf } from '../../src/engine/package.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MANIFEST = bytes(JSON.stringify({ app: {}, module: { page: { pages: ['page/a'] } } }));
const round = findDevice('Balance 2');

function zpk(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ 'device.zip': zipSync(files) });
}

/** A `.zab` with this package for each kind of screen, such as `round 480x480`. */
function zab(glasses: readonly string[], content: Uint8Array): Uint8Array {
  const zpks = glasses.map((glass, at) => {
    const [screenType, screenResolution] = glass.split(' ');
    return { name: `${at}.zpk`, platforms: [{ screenType, screenResolution }] };
  });
  return zipSync({
    'manifest.json': bytes(JSON.stringify({ zpks })),
    ...Object.fromEntries(zpks.map(({ name }) => [name, content])),
  });
}

const WHOLE = zpk({ 'app.json': MANIFEST, 'app.js': bytes(''), 'page/a.js': bytes('') });

it('a .zab gives the package that fits the screen', () => {
  const two = zab(['square 390x450', 'round 480x480'], WHOLE);
  expect(Array.from(openZab(two, round).deviceFiles.keys())).toContain('page/a.js');
});

it.each<readonly [what: string, open: () => unknown, told: string]>([
  [
    'a .zab for other screens',
    () => openZab(zab(['square 390x450'], WHOLE), round),
    'the .zab has no package for Balance 2 (round 480x480); it has: square 390x450',
  ],
  ['a torn .zab', () => openZab(WHOLE.slice(0, 40), round), 'the .zab is torn or no zip archive (40 bytes)'],
  [
    'a .zpk with bytecode alone',
    () => openZpk(zpk({ 'app.json': MANIFEST, 'app.bin': bytes('x') })),
    'holds bytecode only (app.bin)',
  ],
  [
    'a .zpk without a page that app.json names',
    () => openZpk(zpk({ 'app.json': MANIFEST, 'app.js': bytes('') })),
    'lacks page/a.js',
  ],
  [
    'a .zpk without device.zip',
    () => openZpk(zipSync({ 'other.txt': bytes('') })),
    'holds no device.zip; found: other.txt',
  ],
  ...['null', '[]', '7', '{}', '{"module":null}'].map(
    (text) =>
      [
        `a .zpk whose app.json reads ${text}`,
        () => openZpk(zpk({ 'app.json': bytes(text), 'app.js': bytes('') })),
        'describes no app: it has no "module"',
      ] as const,
  ),
  ...['null', '{"zpks":7}', '{"zpks":[null]}'].map(
    (text) =>
      [
        `a .zab whose list reads ${text}`,
        () => openZab(zipSync({ 'manifest.json': bytes(text) }), round),
        'the .zab has no package for Balance 2 (round 480x480); it has: nothing',
      ] as const,
  ),
])('%s is refused with a list of what it holds', (_what, open, told) => {
  expect(open).toThrow(told);
});

describe('the models that a package serves', () => {
  const needing = (minVersion: string): Uint8Array => {
    const runtime = { apiVersion: { minVersion } };
    const manifest = bytes(JSON.stringify({ app: {}, runtime, module: { page: { pages: [] } } }));
    return zpk({ 'app.json': manifest, 'app.js': bytes('') });
  };
  const small = ['GTR Mini', 'Falcon'];

  it.each([
    ['a .zab', (minVersion: string) => zab(['round 416x416'], needing(minVersion))],
    ['a .zpk', needing],
  ])('have the API level that %s needs, on the page and in the commands', (_what, pack) => {
    for (const [minVersion, served] of [
      ['2.0', small],
      ['3.0', ['Falcon']],
    ] as const) {
      const packed = pack(minVersion);
      const offered = [...modelsInList(partsOf(packed).list).keys()];
      for (const models of [offered, modelsServedBy(packed)])
        expect(small.filter((name) => models.some((model) => model.name === name))).toEqual(served);
    }
  });
});

describe('a model', () => {
  it('is found whatever the case, spaces and brackets of its name', () => {
    expect(findDevice('active 2 round').name).toBe('Active 2 (Round)');
  });

  it('that does not exist is refused with the list of models', () => {
    expect(() => findDevice('Pebble')).toThrow(/There is no model "Pebble"\. Models: .*Balance 2.*/);
  });
});
