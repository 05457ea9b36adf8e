/** Which values a preference may have, each with the words that say so. The watch's small pages do not carry this. */
import { isFields } from '../base/fields.ts';
import { routineIds } from '../routine/built-in.ts';
import type { PreferenceName } from './preferences.ts';

export interface PreferenceRange {
  /** Ends the sentence "… must be". */
  readonly mustBe: string;
  accepts(value: unknown): boolean;
}

/** Watch ranges of the numbers, s; the plan's own checks agree with them. */
export const ranges: Readonly<Record<PreferenceName, PreferenceRange>> = {
  routine: oneOf(...routineIds),
  stage: oneOf('sore', 'active', 'maintenance'),
  kit: oneOf('ball', 'hook'),
  band: trueOrFalse(),
  sides: {
    mustBe: 'a list of "left", "right" or both, each once',
    accepts: (value) =>
      Array.isArray(value) &&
      (value.length === 1 || (value.length === 2 && value[0] !== value[1])) &&
      value.every((side) => side === 'left' || side === 'right'),
  },
  spots: {
    mustBe: '{"left", "right"} with a whole number from 1 to 3 or null each',
    accepts: (value) =>
      isFields(value) && [value.left, value.right].every((spots) => spots === null || isWhole(spots, 1, 3)),
  },
  lingerS: {
    mustBe: 'a whole number from 10 to 120, null or "until-say"',
    accepts: (value) => value === null || value === 'until-say' || isWhole(value, 10, 120),
  },
  beatS: {
    mustBe: 'a whole number from 2 to 8 or null',
    accepts: (value) => value === null || isWhole(value, 2, 8),
  },
  placeS: { mustBe: 'a whole number from -10 to 60', accepts: (value) => isWhole(value, -10, 60) },
  strength: oneOf('gentle', 'normal', 'strong'),
  reminder: {
    mustBe: '{"on": true or false, "hour": a whole number from 0 to 23}',
    accepts: (value) => isFields(value) && typeof value.on === 'boolean' && isWhole(value.hour, 0, 23),
  },
  morningQuestion: trueOrFalse(),
};

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Math.floor(value) === value && value >= least && value <= most;
}

function oneOf(...names: readonly string[]): PreferenceRange {
  return {
    mustBe: names.map((name) => `"${name}"`).join(' or '),
    accepts: (value) => names.some((name) => name === value),
  };
}

function trueOrFalse(): PreferenceRange {
  return { mustBe: 'true or false', accepts: (value) => typeof value === 'boolean' };
}
