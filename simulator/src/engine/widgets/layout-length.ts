/**
 * Lengths of layouts (guides/framework/device/layout.md): `20px` and plain numbers are pixels of the device, `"20"` is a
 * length of the design, `%` counts from the parent, and `vw`, `vh`, `vmin` and `vmax` from the screen.
 */

/** What lengths are counted from. */
export interface LengthUnits {
  readonly screenWidthPx: number;
  readonly screenHeightPx: number;
  /** Converts a length of the design to pixels of the device. */
  readonly designPx: (length: number) => number;
}

/** A number and its unit. `sp`, `swdpi(…)` and `sww(…)` scale with the screen, as a bare number does (assumed). */
const LENGTH =
  /^(?:(unscaled|swdpi|scale-with-dpi|sww|scale-with-width|swh|scale-with-height)\()?\s*(-?[\d.]+)\s*(px|%|vw|vh|vmin|vmax|sp)?\s*\)?$/;

/**
 * Converts a length to pixels.
 * @param parentPx the parent's length, from which `%` counts; undefined where the parent has none of its own
 * @returns undefined for `auto`, for a percentage of nothing, and for what is no length
 */
export function lengthPx(value: unknown, units: LengthUnits, parentPx?: number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const match = typeof value === 'string' ? LENGTH.exec(value.trim()) : null;
  if (match === null) return undefined;
  const amount = Number(match[2]);
  const { screenWidthPx: width, screenHeightPx: height } = units;
  if (Number.isNaN(amount)) return undefined;
  switch (match[3]) {
    case '%':
      return parentPx === undefined ? undefined : (amount / 100) * parentPx;
    case 'vw':
      return (amount / 100) * width;
    case 'vh':
      return (amount / 100) * height;
    case 'vmin':
      return (amount / 100) * Math.min(width, height);
    case 'vmax':
      return (amount / 100) * Math.max(width, height);
    case 'px':
      return amount;
    default:
      return match[1] === 'unscaled' ? amount : units.designPx(amount);
  }
}
