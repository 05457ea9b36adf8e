/** Turns the platform's colours (numbers 0xRRGGBB, or strings) into CSS. Owns no palette. */

import { numberOf } from '../engine/values.ts';

/** CSS colour of 0xRRGGBB; a negative or missing value gives `otherwise`. Strings such as `"#ff0000"` pass. */
export function cssColor(value: unknown, otherwise = 0xffffff): string {
  if (typeof value === 'string' && value.startsWith('#')) return value;
  const number = numberOf(value, otherwise);
  const rgb = (number < 0 ? otherwise : number) & 0xffffff;
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/** Opacity 0 to 1 of the platform's alpha, 0 to 255 (255 when not given). */
export function opacityOf(alpha: unknown): number {
  return Math.min(255, Math.max(0, numberOf(alpha, 255))) / 255;
}
