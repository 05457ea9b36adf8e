/** Which models the source of an app is for, read from its `app.json` before anything is packed. */
import { DEVICES, levelOf, TOO_OLD } from '../engine/devices.ts';
import type { DeviceModel } from '../engine/types.ts';

/** A kind of screen as `configVersion` v3 has it, or a hardware variant as v2 has it. */
interface SourcePlatform {
  /** `r` round, `s` square, `b` band. */
  readonly st?: string;
  /** Width that the app is designed for, px. The packer serves every width of the shape. */
  readonly dw?: number;
  /** Exact screen, such as `w480`. */
  readonly sr?: string;
  readonly deviceSource?: number;
}

/** The part of an `app.json` that this module reads. */
export interface SourceManifest {
  readonly targets?: Readonly<Record<string, { readonly platforms?: readonly SourcePlatform[] }>>;
  readonly runtime?: { readonly apiVersion?: { readonly minVersion?: string } };
}

const SHAPES: Readonly<Record<string, DeviceModel['shape']>> = { r: 'round', s: 'square', b: 'band' };

/** Models that a target names and whose API_LEVEL is high enough, newest first; all models where no target names any. */
export function modelsOfSource(manifest: SourceManifest): readonly DeviceModel[] {
  const platforms = platformsOf(manifest);
  const lowest = levelOf(manifest.runtime?.apiVersion?.minVersion ?? '1.0');
  return DEVICES.filter(
    (device) =>
      levelOf(device.apiLevel) >= lowest &&
      (platforms.length === 0 || platforms.some((platform) => isFor(platform, device))),
  );
}

/** Says why an app serves no model, as the end of a sentence that begins with the path of its `app.json`. */
export function whyNoModel(manifest: SourceManifest): string {
  const lowest = manifest.runtime?.apiVersion?.minVersion ?? '1.0';
  if (DEVICES.every(({ apiLevel }) => levelOf(apiLevel) < levelOf(lowest)))
    return `needs API_LEVEL ${lowest}, which no model of the device list has.`;
  const sources = platformsOf(manifest).flatMap(({ deviceSource }) => deviceSource ?? []);
  const old = TOO_OLD.filter(({ deviceSources }) => sources.some((source) => deviceSources.includes(source)));
  if (old.length > 0) {
    const names = old.map(({ name }) => name).join(', ');
    return `is for Zepp OS 1.0 (${names}), whose apps the simulator does not run: it needs API_LEVEL 2.0.`;
  }
  const unknown = sources.length === 0 ? '' : ` Its device sources: ${sources.join(', ')}.`;
  return `names no model of the device list whose API_LEVEL is high enough.${unknown}`;
}

function platformsOf({ targets = {} }: SourceManifest): readonly SourcePlatform[] {
  return Object.values(targets).flatMap(({ platforms = [] }) => platforms);
}

function isFor({ st, sr, deviceSource }: SourcePlatform, device: DeviceModel): boolean {
  if (deviceSource !== undefined) return device.deviceSources.includes(deviceSource);
  if (st !== undefined && SHAPES[st] !== device.shape) return false;
  return sr === undefined || sr === `w${device.width}`;
}
