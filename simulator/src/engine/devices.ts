/**
 * The list of watch models, by name. Owns no figures: they stand in `devices.json` (official device list).
 */
import list from '../../devices.json' with { type: 'json' };
import type { DeviceModel } from './types.ts';

/** Every model that runs apps (API_LEVEL 2.0 or later), newest first. */
export const DEVICES: readonly DeviceModel[] = (list as readonly unknown[])
  .map(
    (row) => row as Omit<DeviceModel, 'apiLevel' | 'keys'> & { apiLevel: string | null; keys: number | null },
  )
  .filter((row) => row.apiLevel !== null)
  .map((row) => ({ ...row, apiLevel: row.apiLevel ?? '', keys: row.keys ?? 0 }));

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * A model by its name; case, spaces and brackets do not matter.
 * @throws Error listing the names when there is no such model
 */
export function findDevice(name: string): DeviceModel {
  const device = DEVICES.find((row) => plain(row.name) === plain(name));
  if (device !== undefined) return device;
  const names = DEVICES.map((row) => row.name).join(', ');
  throw new Error(`There is no model "${name}". Models: ${names}.`);
}

/** API_LEVEL from which background services have timers of their own. */
const SERVICE_LEVEL = '4.0';

/** Whether the model runs services in the background that can time something. */
export function hasServices({ apiLevel }: DeviceModel): boolean {
  return levelOf(apiLevel) >= levelOf(SERVICE_LEVEL);
}

/** A level as a number that compares: `"3.6"` gives 306. */
export function levelOf(apiLevel: string): number {
  const parts = apiLevel.split('.');
  return Number(parts[0] ?? 0) * 100 + Number(parts[1] ?? 0);
}
