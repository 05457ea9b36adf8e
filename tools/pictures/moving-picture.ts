/** The README's moving picture: a session from Start to the summary, quicker than it is, with every cue. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import webpmux from 'node-webpmux';
import sharp from 'sharp';
import { createWatch, type Pulse } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { openPictureRenderer } from 'zepp-watch-simulator/pictures';
import { GAP_MS, PULSES_MS } from '../../utils/core/cue/vocabulary.ts';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { ensureBuilt } from '../package/build.ts';
import { repositoryRoot } from '../shared/project.ts';
import { usedWatch } from '../simulate/seeded-watch.ts';

const MODEL = 'Balance 2';
const EDGE_PX = 260;
/** How far the watch moves while its motor runs, px. */
const SHAKE_PX = 4;
/** Every tenth second is shown, and every second in which the motor starts. */
const STEP_S = 10;
const STEP_MS = 220;
/** How long the screen of a cue stands after its pulses, ms. */
const CUE_MS = 1_000;
/** How long a lift of the march stands: there are ten. */
const BEAT_MS = 250;
const END_MS = 3_000;
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };
/** Ends a session that does not. */
const LIMIT_S = 900;

/** A picture of the watch, moved to the side, and how long it stands. */
interface Still {
  readonly png: Uint8Array;
  readonly leftPx: number;
  readonly durationMs: number;
}

/** Writes `docs/pictures/session.webp`. */
export async function drawMovingPicture(): Promise<void> {
  const stills = await playSession();
  const file = join(repositoryRoot, 'docs', 'pictures', 'session.webp');
  const bytes = await joinStills(stills);
  await writeFile(file, bytes);
  process.stderr.write(`pictures: ${file}, ${stills.length} frames, ${Math.round(bytes.length / 1000)} KB\n`);
}

async function playSession(): Promise<readonly Still[]> {
  const { simulatorZab } = await ensureBuilt();
  const device = findDevice(MODEL);
  const app = openZab(new Uint8Array(await readFile(simulatorZab)), device);
  const watch = createWatch({ app, device }, { files: usedWatch({ sides: ['left'] }) });
  const renderer = await openPictureRenderer();
  const stills: Still[] = [];
  const add = async (pulses: readonly Pulse[], standsMs: number): Promise<void> => {
    const png = await renderer.watch(app, device, watch.sim.watch);
    stills.push(...shaking(png, pulses), { png, leftPx: 0, durationMs: standsMs });
  };
  try {
    await watch.launch();
    await watch.advance('1s');
    await add([], CUE_MS);
    await watch.tapText(watchEn['home.start']);
    for (let second = 0; second < LIMIT_S; second++) {
      const before = watch.sim.pulses.length;
      await watch.advance('1s');
      const pulses = watch.sim.pulses.slice(before);
      if (watch.sim.watch.page === 'page/summary/index.page') {
        await add(pulses, CUE_MS);
        await watch.advance('6s');
        await add([], END_MS);
        return stills;
      }
      if (isBeat(pulses)) await add([], BEAT_MS);
      else if (pulses.length > 0) await add(pulses, CUE_MS);
      else if (second % STEP_S === 0) await add([], STEP_MS);
    }
  } finally {
    await renderer.close();
  }
  throw new Error(`The session has not ended after ${LIMIT_S} s.`);
}

/** A lift of the march. */
function isBeat(pulses: readonly Pulse[]): boolean {
  return pulses.length === 1 && pulses.every(({ onMs, offMs }) => offMs - onMs <= PULSES_MS.normal.s);
}

/** The watch moves to either side while its motor runs, and stands still between two pulses. */
function shaking(png: Uint8Array, pulses: readonly Pulse[]): readonly Still[] {
  return pulses.flatMap(({ onMs, offMs }) => [
    { png, leftPx: SHAKE_PX, durationMs: (offMs - onMs) / 2 },
    { png, leftPx: -SHAKE_PX, durationMs: (offMs - onMs) / 2 },
    { png, leftPx: 0, durationMs: GAP_MS },
  ]);
}

async function joinStills(stills: readonly Still[]): Promise<Buffer> {
  await webpmux.Image.initLib();
  const frames = [];
  const drawn = new Map<string, Buffer>();
  for (const { png, leftPx, durationMs } of stills) {
    const key = `${leftPx} ${createHash('sha256').update(png).digest('hex')}`;
    const buffer = drawn.get(key) ?? (await webpOf(png, leftPx));
    drawn.set(key, buffer);
    frames.push(await webpmux.Image.generateFrame({ buffer, delay: durationMs, dispose: true }));
  }
  return webpmux.Image.save(null, { width: EDGE_PX, height: EDGE_PX, frames, loops: 0 });
}

async function webpOf(png: Uint8Array, leftPx: number): Promise<Buffer> {
  const edgePx = EDGE_PX - 2 * SHAKE_PX;
  const { data, info } = await sharp(png)
    .resize(edgePx, edgePx, { fit: 'contain', background: TRANSPARENT })
    .toBuffer({ resolveWithObject: true });
  return sharp(data)
    .extend({
      top: SHAKE_PX,
      bottom: EDGE_PX - info.height - SHAKE_PX,
      left: SHAKE_PX + leftPx,
      right: EDGE_PX - info.width - SHAKE_PX - leftPx,
      background: TRANSPARENT,
    })
    .webp({ quality: 50, alphaQuality: 30, effort: 4 })
    .toBuffer();
}
