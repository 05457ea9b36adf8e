/**
 * The device catalogue that the official packer reads, made from `devices.json`. The public list has no chips, icon
 * sizes or product ids: those are assumptions, good for a simulator and not for a watch.
 */
import type { DeviceModel } from '../engine/types.ts';

/** One row as zpm 3.4.1 reads it. */
interface CatalogueRow {
  readonly productName: string;
  readonly deviceSource: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Catalogue {
  readonly devices: readonly CatalogueRow[];
  readonly devices_beta: readonly CatalogueRow[];
  readonly expiredTime: number;
  readonly version: string;
}

/** Far in the future, so that the packer never asks a server, UTC ms. */
const NEVER_EXPIRES = 4_102_444_800_000;

function rowOf(device: DeviceModel, deviceSource: number): CatalogueRow {
  return {
    productName: device.name,
    deviceSource,
    value: {
      code: String(deviceSource),
      productId: 1,
      productVersion: 1,
      shape: device.shape,
      chip: { manufacturer: 'huangshan' },
      screen: { size: `${device.width}*${device.height}`, previewSize: '240*240', iconSize: '124*124' },
      os: { version: device.osVersion, apiLevel: device.apiLevel, apiLevelLimitMin: '1.0' },
      pixelDensity: 300,
    },
  };
}

/** A catalogue of these models; fewer models, fewer packages. */
export function deviceCatalogue(devices: readonly DeviceModel[]): Catalogue {
  return {
    devices: devices.flatMap((device) => device.deviceSources.map((source) => rowOf(device, source))),
    devices_beta: [],
    expiredTime: NEVER_EXPIRES,
    version: '',
  };
}
