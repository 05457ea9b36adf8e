/**
 * Pictures of an app on any models: opens it, lets a script or a function bring it where it shall be, and writes the
 * watch with its case, or its vibration strip, as PNG.
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
  /** A `.zab`, a `.zpk` or an app folder; not needed with `app`. */
  readonly zabPath?: string;
  readonly app?: AppPackage;
  readonly device: DeviceModel;
  /** Lines of a script, as the command line takes them. Without script and drive the app is only launched. */
  readonly script?: string;
  /** Brings a fresh simulation (installed, not launched) to the moment of the picture. */
  readonly drive?: (simulation: Simulation) => Promise<void>;
  readonly outFile: string;
  /** An open renderer to draw in; without one a browser is started and closed again. */
  readonly renderer?: PictureRenderer;
}

export interface StripRequest extends PictureRequest {
  /** How much virtual time before the last moment the strip shows, ms. All of it by default. */
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

async function inBooth(
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

/** Writes a picture of the watch; returns the simulation, so that its breaches can be looked at. */
export async function takeWatchPicture(order: PictureRequest): Promise<Simulation> {
  const { simulation, app } = await simulated(order);
  await inBooth(order, (renderer) => renderer.watch(app, order.device, simulation.watch));
  return simulation;
}

/** Writes a picture of every vibration up to the last moment. */
export async function takeStripPicture(order: StripRequest): Promise<Simulation> {
  const { simulation } = await simulated(order);
  const { pulses, uptimeMs } = simulation;
  const spanMs = order.spanMs ?? Math.max(1000, uptimeMs);
  await inBooth(order, (renderer) => renderer.strip({ pulses, nowMs: uptimeMs, spanMs }));
  return simulation;
}
