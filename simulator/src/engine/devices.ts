/** The watch models of `devices.json`, which holds the official device list. */
import list from '../../devices.json' with { type: 'json' };
import type { DeviceModel } from './types.ts';

/** A row of the list. A model without an API_LEVEL has Zepp OS 1.0, whose apps the simulator does not run. */
type DeviceRow = Omit<DeviceModel, 'apiLevel' | 'keys'> & { apiLevel: string | null; keys: number | null };

const ROWS = (list as readonly unknown[]).map((row) => row as DeviceRow);

/** The models of Zepp OS 1.0. */
export const TOO_OLD: readonly Pick<DeviceModel, 'name' | 'deviceSources'>[] = ROWS.filter(
  ({ apiLevel }) => apiLevel === null,
);

/** Every model that runs apps (API_LEVEL 2.0 or later), newest first. */
export const DEVICES: readonly DeviceModel[] = ROWS.filter((row) => row.apiLevel !== null).map((row) => ({
  ...row,
  apiLevel: row.apiLevel ?? '',
  keys: row.keys ?? 0,
}));

/** A name without case, spaces and punctuation. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * Finds a model by its name. Case, spaces and brackets do not matter.
 * @throws Error listing the names when there is no such model
 */
export function findDevice(name: string): DeviceModel {
  const device = DEVICES.find((row) => plainName(row.name) === plainName(name));
  if (device !== undefined) return device;
  const names = DEVICES.map((row) => row.name).join(', ');
  throw new Error(`There is no model "${name}". Models: ${names}.`);
}

/** First API_LEVEL at which App Services have timers. */
const SERVICE_TIMER_LEVEL = '4.0';

/** Whether App Services of the model have timers, without which they cannot run in the background. */
export function hasServices({ apiLevel }: DeviceModel): boolean {
  return levelOf(apiLevel) >= levelOf(SERVICE_TIMER_LEVEL);
}

/** An API_LEVEL as a number that can be compared: `"3.6"` gives 306. */
export function levelOf(apiLevel: string): number {
  const parts = apiLevel.split('.');
  return Number(parts[0] ?? 0) * 100 + Number(parts[1] ?? 0);
}
