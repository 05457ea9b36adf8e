/** The rows of the list of devices, which is JSON, so that the compiler does not check them. */
import { describe, expect, it } from 'vitest';
import { DEVICES } from '../../src/engine/devices.ts';

const isSize = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;

/** What each field of a row has to be. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: (value) => typeof value === 'string' && value !== '',
  apiLevel: (value) => typeof value === 'string' && /^\d+\.\d+$/.test(value),
  osVersion: (value) => typeof value === 'string' && /^\d+(\.\d+)*$/.test(value),
  shape: (value) => ['round', 'square', 'band'].includes(String(value)),
  cornerRadius: (value) => value === null || isSize(value),
  width: isSize,
  height: isSize,
  keys: (value) => Number.isInteger(value),
  secondaryWidget: (value) => typeof value === 'boolean',
  deviceSources: (value) => Array.isArray(value) && value.length > 0 && value.every(isSize),
};

describe('the device list', () => {
  it.each(DEVICES.map((device) => [device.name, device] as const))('has every field of %s', (_, device) => {
    const wrong = Object.keys(FIELDS).filter((field) => !FIELDS[field]?.(Reflect.get(device, field)));
    expect(wrong).toEqual([]);
  });
});

it('no device source belongs to two models', () => {
  const sources = DEVICES.flatMap(({ deviceSources }) => deviceSources);
  expect(sources).toHaveLength(new Set(sources).size);
});
