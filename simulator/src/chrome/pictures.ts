/**
 * Draws one picture of an app: opens the app, lets a script or a function bring it to the moment of the picture, and writes the
 * watch in its case, or the vibration strip, as PNG.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { drainNode } from '../engine/advance-time.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { AppPackage, DeviceModel, Simulation } from '../engine/types.ts';
import { loadApp } from '../headless/load-app.ts';
import { runScript } from '../headless/script.ts';
import { openPictureRenderer, type PictureRenderer } from './picture-renderer.ts';

export interface PictureRequest {
  /** A `.zab`, a `.zpk` or an app folder. Not needed with `app`. */
  readonly zabPath?: string;
  readonly app?: AppPackage;
  readonly device: DeviceModel;
  /** A script. Without `script` and `drive` the app is only launched. */
  readonly script?: string;
  /** Brings a new simulation, whose app is not launched, to the moment of the picture. */
  readonly drive?: (simulation: Simulation) => Promise<void>;
  readonly outFile: string;
  /** Draws the picture. Without a renderer, one is opened and closed again. */
  readonly renderer?: PictureRenderer;
}

export interface StripRequest extends PictureRequest {
  /** How much virtual time the strip shows, ms. By default all of it. */
  readonly spanMs?: number;
}

async function appOf({ app, zabPath, device }: PictureRequest): Promise<AppPackage> {
  if (app !== undefined) return app;
  if (zabPath === undefined) throw new Error('a picture needs an app: give `app` or `zabPath`');
  return loadApp(zabPath, device);
}

async function simulated(order: PictureRequest): Promise<{ simulation: Simulation; app: AppPackage }> {
  const app = await appOf(order);
  const simulation = createSimulation({ app, device: order.device });
  if (order.drive !== undefined) await order.drive(simulation);
  else await runScript(order.script ?? 'launch\nwait 500ms', simulation);
  await drainNode();
  return { simulation, app };
}

async function drawToFile(
  order: PictureRequest,
  draw: (renderer: PictureRenderer) => Promise<Uint8Array>,
): Promise<void> {
  const renderer = order.renderer ?? (await openPictureRenderer());
  try {
    const png = await draw(renderer);
    await mkdir(dirname(order.outFile), { recursive: true });
    await writeFile(order.outFile, png);
  } finally {
    if (order.renderer === undefined) await renderer.close();
  }
}

/** Writes a picture of the watch. Returns the simulation, whose breaches may be of interest. */
export async function takeWatchPicture(order: PictureRequest): Promise<Simulation> {
  const { simulation, app } = await simulated(order);
  await drawToFile(order, (renderer) => renderer.watch(app, order.device, simulation.watch));
  return simulation;
}

/** Writes the vibration strip. Returns the simulation. */
export async function takeStripPicture(order: StripRequest): Promise<Simulation> {
  const { simulation } = await simulated(order);
  const { pulses, uptimeMs } = simulation;
  const spanMs = order.spanMs ?? Math.max(1000, uptimeMs);
  await drawToFile(order, (renderer) => renderer.strip({ pulses, nowMs: uptimeMs, spanMs }));
  return simulation;
}
