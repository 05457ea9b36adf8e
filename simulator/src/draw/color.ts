/** Converts the platform's colours and opacities for a canvas. */
import { numberOf } from '../engine/values.ts';

/** Converts 0xRRGGBB to CSS. A negative or missing value gives the fallback; a text such as `"#ff0000"` stays as it is. */
export function cssColor(value: unknown, fallback = 0xffffff): string {
  if (typeof value === 'string' && value.startsWith('#')) return value;
  const number = numberOf(value, fallback);
  const rgb = (number < 0 ? fallback : number) & 0xffffff;
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/** Converts the platform's alpha (0 to 255, by default 255) to an opacity from 0 to 1. */
export function opacityOf(alpha: unknown): number {
  return Math.min(255, Math.max(0, numberOf(alpha, 255))) / 255;
}
