import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeModelPictures } from '../../src/chrome/model-pictures.ts';
import { openPictureRenderer, type PictureRenderer } from '../../src/chrome/picture-renderer.ts';
import { caseOf } from '../../src/draw/watch.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { Simulation } from '../../src/engine/types.ts';
import { runScript } from '../../src/headless/script.ts';
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

/** Reads width and height from a PNG's first chunk. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** A simulation that a script has brought to the moment of a picture. */
async function simulated(script: string): Promise<Simulation> {
  const sim = createSimulation({ app: sample.app, device: DEVICE });
  await runScript(script, sim);
  return sim;
}

async function watchAfter(script: string): Promise<Buffer> {
  const { watch } = await simulated(script);
  return Buffer.from(await renderer.watch(sample.app, DEVICE, watch));
}

describe('a picture', () => {
  it('of a watch has the size of its case', async () => {
    const { widthPx, heightPx } = caseOf(DEVICE);
    expect(sizeOf(await watchAfter('launch'))).toEqual([widthPx, heightPx]);
  });

  it('shows the result of the script', async () => {
    const before = await watchAfter('launch');
    const after = await watchAfter('launch\ntap-text Add\nwait 100ms');
    expect(before.equals(after)).toBe(false);
  });

  it('of the vibration strip has twice the size of the strip', async () => {
    const { pulses, uptimeMs } = await simulated('launch\ntap-text Add\nwait 2s');
    expect(pulses).toHaveLength(1);
    const strip = await renderer.strip({ pulses, nowMs: uptimeMs, spanMs: uptimeMs });
    expect(sizeOf(Buffer.from(strip))).toEqual([1920, 240]);
  });
});

describe('pictures of many models', () => {
  const take = async (script: string, strip = false) => {
    const outDir = join(dirname(sample.zpkPath), 'models');
    const bytes = new Uint8Array(await readFile(sample.zpkPath));
    const devices = [DEVICE, findDevice('Active Max')];
    return takeModelPictures({ package: bytes, devices, name: 'count', script, outDir, renderer, strip });
  };

  it('are one file for each model', async () => {
    const taken = await take('launch\nwait 1s');
    expect(taken.flatMap((picture) => picture.written)).toEqual([
      'count-balance-2.png',
      'count-active-max.png',
    ]);
  });

  it('include vibration strips if asked for', async () => {
    const [first] = await take('launch\ntap-text Add\nwait 1s', true);
    expect(first?.written).toEqual(['count-balance-2.png', 'count-balance-2-strip.png']);
  });

  it('are combined on a sheet', async () => {
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
