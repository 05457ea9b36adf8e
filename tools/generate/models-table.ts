/** The table of watches in the README, made from the simulator's device list. */
import { hasServices, levelOf } from 'zepp-watch-simulator/engine/devices';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';

const begin = '<!-- models: written by `npm run fix` from simulator/devices.json -->';
const end = '<!-- end of models -->';

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

/** `text` with the table between its two marks. */
export function withModels(text: string, table: string): string {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md lacks "${begin}" or "${end}".`);
  return `${before}${begin}\n${table}\n${end}${after}`;
}

function screenOf({ shape, width, height }: DeviceModel): string {
  return `${shape}, ${width} x ${height}`;
}

function nameOf(device: DeviceModel): string {
  return hasServices(device) ? device.name : `${device.name}\\*`;
}
