/** The distinct glasses of all supported models. */
import type { Screen } from '../../utils/core/layout/screen.ts';
import { jsonOf } from '../contract/sources.ts';

export interface Glass extends Screen {
  /** Radius of the corners of a square glass; half the width of a round one. */
  readonly cornerPx: number;
}

interface Device {
  readonly apiLevel: string | null;
  readonly shape: 'round' | 'square';
  readonly width: number;
  readonly height: number;
  readonly cornerRadius: number | null;
}

function isSupported({ apiLevel }: Device): boolean {
  const [major = 0, minor = 0] = (apiLevel ?? '0.0').split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 6);
}

function glassOf({ shape, width: widthPx, height: heightPx, cornerRadius }: Device): Glass {
  return { shape, widthPx, heightPx, cornerPx: shape === 'round' ? widthPx / 2 : (cornerRadius ?? 0) };
}

const devices = jsonOf('simulator/devices.json') as readonly Device[];

export const allGlasses: readonly Glass[] = [
  ...new Map(
    devices
      .filter(isSupported)
      .map(glassOf)
      .map((glass) => [JSON.stringify(glass), glass]),
  ).values(),
];
