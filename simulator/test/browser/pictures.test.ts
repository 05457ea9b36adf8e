import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPictureBooth, type PictureBooth } from '../../src/chrome/picture-booth.ts';
import { takeStripPicture, takeWatchPicture } from '../../src/chrome/pictures.ts';
import { caseOf } from '../../src/draw/glass.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { packSampleApp, SAMPLE_DEVICE, type SampleApp } from './sample-app.ts';

const DEVICE = findDevice(SAMPLE_DEVICE);

let sample: SampleApp;
let booth: PictureBooth;

beforeAll(async () => {
  sample = await packSampleApp();
  booth = await openPictureBooth();
});

afterAll(async () => {
  await booth.close();
  await sample.remove();
});

/** Width and height out of a PNG's first chunk. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('pictures', () => {
  it('writes the watch with its case', async () => {
    const outFile = join(dirname(sample.zpkPath), 'pictures', 'watch.png');
    await takeWatchPicture({ zabPath: sample.zpkPath, device: DEVICE, outFile, booth });
    const { widthPx, heightPx } = caseOf(DEVICE);
    expect(sizeOf(await readFile(outFile))).toEqual([widthPx, heightPx]);
  });

  it('shows what the script has brought about', async () => {
    const folder = dirname(sample.zpkPath);
    const files = ['before.png', 'after.png'].map((name) => join(folder, name));
    const scripts = ['launch', 'launch\ntap-text Add\nwait 100ms'];
    for (const [index, outFile] of files.entries()) {
      const script = scripts[index] ?? '';
      await takeWatchPicture({ app: sample.app, device: DEVICE, script, outFile, booth });
    }
    const [before, after] = await Promise.all(files.map((path) => readFile(path)));
    expect(before?.equals(after ?? Buffer.alloc(0))).toBe(false);
  });

  it('writes the vibration strip', async () => {
    const outFile = join(dirname(sample.zpkPath), 'strip.png');
    const script = 'launch\ntap-text Add\nwait 2s';
    const simulation = await takeStripPicture({ app: sample.app, device: DEVICE, script, outFile, booth });
    expect(simulation.pulses).toHaveLength(1);
    expect(sizeOf(await readFile(outFile))).toEqual([1920, 240]);
  });

  it('says that it needs an app', async () => {
    await expect(takeWatchPicture({ device: DEVICE, outFile: 'x.png', booth })).rejects.toThrow(
      'a picture needs an app',
    );
  });
});
