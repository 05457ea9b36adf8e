import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeModelPictures } from '../../src/chrome/model-pictures.ts';
import { openPictureRenderer, type PictureRenderer } from '../../src/chrome/picture-renderer.ts';
import { takeStripPicture, takeWatchPicture } from '../../src/chrome/pictures.ts';
import { caseOf } from '../../src/draw/watch.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { packSampleApp, SAMPLE_DEVICE, type SampleApp } from '../support/sample-app.ts';

const DEVICE = findDevice(SAMPLE_DEVICE);

let sample: SampleApp;
let renderer: PictureRenderer;

beforeAll(async () => {
  sample = await packSampleApp();
  renderer = await openPictureRenderer();
});

afterAll(async () => {
  await renderer.close();
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
    await takeWatchPicture({ zabPath: sample.zpkPath, device: DEVICE, outFile, renderer });
    const { widthPx, heightPx } = caseOf(DEVICE);
    expect(sizeOf(await readFile(outFile))).toEqual([widthPx, heightPx]);
  });

  it('shows the result of the script', async () => {
    const folder = dirname(sample.zpkPath);
    const files = ['before.png', 'after.png'].map((name) => join(folder, name));
    const scripts = ['launch', 'launch\ntap-text Add\nwait 100ms'];
    for (const [index, outFile] of files.entries()) {
      const script = scripts[index] ?? '';
      await takeWatchPicture({ app: sample.app, device: DEVICE, script, outFile, renderer });
    }
    const [before, after] = await Promise.all(files.map((path) => readFile(path)));
    expect(before?.equals(after ?? Buffer.alloc(0))).toBe(false);
  });

  it('writes the vibration strip', async () => {
    const outFile = join(dirname(sample.zpkPath), 'strip.png');
    const script = 'launch\ntap-text Add\nwait 2s';
    const simulation = await takeStripPicture({ app: sample.app, device: DEVICE, script, outFile, renderer });
    expect(simulation.pulses).toHaveLength(1);
    expect(sizeOf(await readFile(outFile))).toEqual([1920, 240]);
  });

  it('says that it needs an app', async () => {
    await expect(takeWatchPicture({ device: DEVICE, outFile: 'x.png', renderer })).rejects.toThrow(
      'a picture needs an app',
    );
  });
});

describe('pictures of many models', () => {
  const take = async (script: string, strip = false) => {
    const outDir = join(dirname(sample.zpkPath), 'models');
    const bytes = new Uint8Array(await readFile(sample.zpkPath));
    const devices = [DEVICE, findDevice('Active Max')];
    return takeModelPictures({ package: bytes, devices, name: 'count', script, outDir, renderer, strip });
  };

  it('are one file a model', async () => {
    const taken = await take('launch\nwait 1s');
    expect(taken.flatMap((picture) => picture.written)).toEqual([
      'count-balance-2.png',
      'count-active-max.png',
    ]);
  });

  it('have vibration strips where asked for', async () => {
    const [first] = await take('launch\ntap-text Add\nwait 1s', true);
    expect(first?.written).toEqual(['count-balance-2.png', 'count-balance-2-strip.png']);
  });

  it('are put together on a sheet', async () => {
    await take('launch\nwait 1s');
    const sheet = await readFile(join(dirname(sample.zpkPath), 'models', 'count-sheet.png'));
    const [widthPx] = sizeOf(sheet);
    expect(widthPx).toBe(2 * (240 + 16) + 16);
  });

  it('report which rules the app broke', async () => {
    const taken = await take('launch\ntap-text Lost\nwait 1s');
    expect(taken.map((picture) => picture.complaints.join())).toEqual([
      expect.stringContaining('page-not-in-manifest'),
      expect.stringContaining('page-not-in-manifest'),
    ]);
  });

  it('report why a picture failed', async () => {
    const taken = await take('launch\ntap-text Nowhere');
    expect(taken[0]).toMatchObject({ written: [], complaints: [expect.stringContaining('line 2')] });
  });
});
