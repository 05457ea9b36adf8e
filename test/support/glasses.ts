/** The glasses of all supported models, each once. */
import type { Screen } from '../../utils/core/layout/screen.ts';
import { jsonOf } from '../contract/sources.ts';

interface Device {
  readonly apiLevel: string | null;
  readonly shape: 'round' | 'square';
  readonly width: number;
  readonly height: number;
}

function isSupported({ apiLevel }: Device): boolean {
  const [major = 0, minor = 0] = (apiLevel ?? '0.0').split('.').map(Number);
  return major > 3 || (major === 3 && minor >= 6);
}

export const allGlasses: readonly Screen[] = [
  ...new Map(
    (jsonOf('simulator/devices.json') as readonly Device[])
      .filter(isSupported)
      .map(({ shape, width: widthPx, height: heightPx }) => [
        `${shape} ${widthPx} ${heightPx}`,
        { shape, widthPx, heightPx },
      ]),
  ).values(),
];
