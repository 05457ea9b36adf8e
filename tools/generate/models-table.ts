/** The table of watches in the wearer's guide, made from the simulator's device list. */

import type { DeviceModel } from 'zepp-watch-simulator';
import { hasServices, levelOf } from 'zepp-watch-simulator/devices';
import { withMarkedPart } from './marked-part.ts';

/** One row for each screen, with its models sorted. */
export function modelsTable(devices: readonly DeviceModel[], minimum: string): string {
  const served = devices.filter((device) => levelOf(device.apiLevel) >= levelOf(minimum));
  const screens = [...new Set(served.map(screenOf))].sort();
  const rows = screens.map((screen) => {
    const names = served.filter((device) => screenOf(device) === screen).map(nameOf);
    return `| ${screen} | ${names.sort().join(', ')} |`;
  });
  return ['| Screen | Models |', '|---|---|', ...rows].join('\n');
}

/** The guide with this table. */
export function withModels(text: string, table: string): string {
  return withMarkedPart(text, 'models', 'simulator/devices.json', table);
}

function screenOf({ shape, width, height }: DeviceModel): string {
  return `${shape}, ${width} x ${height}`;
}

function nameOf(device: DeviceModel): string {
  return hasServices(device) ? device.name : `${device.name}\\*`;
}
