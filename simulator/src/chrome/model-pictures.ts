/** Draws one moment of an app on many models: a picture of each watch, its vibration strip, and a sheet with all watches. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunResult } from '../engine/host-transfer.ts';
import { openPackage } from '../engine/package.ts';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { AppPackage, DeviceModel } from '../engine/types.ts';
import { createScriptHost } from '../quickjs/script-host.ts';
import type { LabelledPicture, PictureRenderer } from './picture-renderer.ts';

/** Number of pictures in a row of the sheet. */
const COLUMNS = 6;

export interface ModelPicturesRequest {
  /** A `.zab` or `.zpk` file's bytes. */
  readonly package: Uint8Array;
  readonly devices: readonly DeviceModel[];
  /** First part of the names of the files. */
  readonly name: string;
  /** The script that brings the app to the moment of the picture. */
  readonly script: string;
  readonly outDir: string;
  readonly renderer: PictureRenderer;
  /** Whether the vibration strips are written too. */
  readonly strip?: boolean;
  /** Files that the app has on the watch at the start. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Rules whose breaches are accepted. */
  readonly allow?: readonly string[];
  /** See `SimulationOptions`. */
  readonly fetchRules?: readonly FetchRule[];
  /** See `createScriptHost`. */
  readonly isOwnApp?: boolean;
}

export interface ModelPicture {
  readonly device: DeviceModel;
  /** Names of the files that were written, the watch first. None when the picture failed. */
  readonly written: readonly string[];
  /** Broken rules and errors of the app, or why the picture failed. */
  readonly complaints: readonly string[];
}

/** The name of a model as part of a file name: `t-rex-3-pro-48mm`. */
function fileNameOf(device: DeviceModel): string {
  return device.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function complaintsOf({ events, breaches }: RunResult): string[] {
  const errors = events.filter((event) => event.type === 'error').map((event) => event.text);
  const broken = breaches.filter(({ grade }) => grade === 'error');
  return [...broken.map((breach) => `${breach.rule}: ${breach.sentence}`), ...errors];
}

async function simulated(order: ModelPicturesRequest, app: AppPackage, device: DeviceModel) {
  const { files = new Map<string, Uint8Array>(), allow = [], isOwnApp, fetchRules } = order;
  const web = fetchRules === undefined ? {} : { fetchRules };
  const host = await createScriptHost({ app, device, files, allow, ...web }, isOwnApp);
  await host.run(order.script);
  return host;
}

/**
 * Writes `NAME-MODEL.png` for each model, `NAME-MODEL-strip.png` if asked for, and `NAME-sheet.png`. A model that the app does not serve,
 * or on which the script fails, gets a complaint and no picture.
 */
export async function takeModelPictures(order: ModelPicturesRequest): Promise<readonly ModelPicture[]> {
  const { renderer, outDir, name } = order;
  await mkdir(outDir, { recursive: true });
  const taken: ModelPicture[] = [];
  const onSheet: LabelledPicture[] = [];
  for (const device of order.devices) {
    try {
      const app = openPackage(order.package, device);
      const host = await simulated(order, app, device);
      const png = await renderer.watch(app, device, host.view());
      const result = host.result();
      onSheet.push({ label: device.name, png });
      const written = [`${name}-${fileNameOf(device)}.png`];
      await writeFile(join(outDir, `${name}-${fileNameOf(device)}.png`), png);
      if (order.strip === true) {
        const uptimeMs = host.uptimeMs();
        const { pulses } = result;
        const strip = await renderer.strip({ pulses, nowMs: uptimeMs, spanMs: Math.max(1000, uptimeMs) });
        written.push(`${name}-${fileNameOf(device)}-strip.png`);
        await writeFile(join(outDir, `${name}-${fileNameOf(device)}-strip.png`), strip);
      }
      taken.push({ device, written, complaints: complaintsOf(result) });
    } catch (error) {
      taken.push({ device, written: [], complaints: [messageOf(error)] });
    }
  }
  const columns = Math.min(COLUMNS, Math.max(1, onSheet.length));
  if (onSheet.length > 0)
    await writeFile(join(outDir, `${name}-sheet.png`), await renderer.sheet(onSheet, columns));
  return taken;
}
