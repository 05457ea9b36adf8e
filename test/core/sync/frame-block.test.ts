import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { toHex } from '../../../utils/core/base/hex.ts';
import { encodeFrame } from '../../../utils/core/log/frame.ts';
import {
  blockKey,
  decodeBlock,
  encodeBlock,
  installOfKey,
  isBlockKey,
} from '../../../utils/core/sync/frame-block.ts';

const KEYS: readonly (readonly [number, number, string])[] = [
  [1, 1, 'log.1.0'],
  [255, 63, 'log.ff.0'],
  [255, 64, 'log.ff.1'],
  [0xffffffff, 0xffffffff, 'log.ffffffff.67108863'],
];
const FRAMES = [1, 2, 3].map((seq) => encodeFrame(0, seq, asciiBytes(`{"n":${seq}}`)));

describe('the key of a record', () => {
  it.each(KEYS)('of watch %i, seq %i is %s, and names the watch', (install, seq, key) => {
    expect(blockKey(install, seq)).toBe(key);
    expect([isBlockKey(key), installOfKey(key)]).toEqual([true, install]);
  });

  it.each(['store.epoch', 'logs', 'cmd:log.1.0', 'log.', 'log.x.0', 'log.0.0'])('is not %s', (key) => {
    expect(installOfKey(key)).toBeNull();
  });
});

describe('the text of a key', () => {
  it('has an unchanged line for each frame, and is read in order of seq', () => {
    const text = encodeBlock([...FRAMES].reverse());
    expect(text.split('\n')).toEqual([...FRAMES].reverse().map((frame) => toHex(frame.bytes)));
    expect(decodeBlock(text)).toEqual({ frames: FRAMES, damagedLines: [] });
  });

  it.each([null, undefined, ''])('that is missing (%s) holds nothing', (text) => {
    expect(decodeBlock(text)).toEqual({ frames: [], damagedLines: [] });
  });

  it.each([
    [
      'a digit changed',
      (line: string) => `${line.slice(0, 20)}${line[20] === '0' ? '1' : '0'}${line.slice(21)}`,
    ],
    ['cut short', (line: string) => line.slice(0, -2)],
    ['half a byte', (line: string) => line.slice(0, -1)],
    ['bytes behind the frame', (line: string) => `${line}00`],
    ['two frames on it', (line: string) => line + line],
    ['no hex', () => 'hello'],
    ['nothing on it', () => ''],
  ])('costs only the line with %s', (_, spoil) => {
    const lines = FRAMES.map((frame) => toHex(frame.bytes));
    const text = [lines[0], spoil(lines[1] ?? ''), lines[2]].join('\n');
    expect(decodeBlock(text)).toEqual({ frames: [FRAMES[0], FRAMES[2]], damagedLines: [2] });
  });
});

it('a line that is there twice is one record', () => {
  const text = encodeBlock([...FRAMES, ...FRAMES.slice(1), ...FRAMES.slice(2)]);
  expect(decodeBlock(text).frames.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(decodeBlock(text).damagedLines).toEqual([]);
});
