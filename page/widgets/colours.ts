/** Colours by meaning, 0xRRGGBB, on black (OLED). Each keeps a contrast of at least 4.5:1 against black. */
import type { Tone } from '../../utils/core/view/session-view.ts';

export const toneColours: Readonly<Record<Tone, number>> = {
  position: 0x7fb2ff,
  hold: 0x3ddc84,
  linger: 0xffc857,
  march: 0xff9a6b,
  paused: 0xb8bcc4,
  ended: 0x3ddc84,
};

/* One constant each: a bundle carries only the ones it uses, as plain numbers. */
export const BLACK = 0x000000;
export const TEXT = 0xffffff;
export const QUIET = 0xb8bcc4;
/** What is well: a good day, what the phone has. */
export const GOOD = 0x3ddc84;
export const TRACK = 0x24272d;
export const BUTTON = 0x2b3038;
export const BUTTON_PRESSED = 0x464d59;
export const GO = 0x1b8049;
export const GO_PRESSED = 0x176b3e;
export const END = 0x8f2f2f;
export const END_PRESSED = 0x6b2323;

const DOT_DONE = 0x3ddc84;
const DOT_TO_COME = 0x4a505a;

/** Of the dot of step or slot `at` while `current` is in hand. */
export function dotColour(at: number, current: number): number {
  if (at === current) return TEXT;
  return at < current ? DOT_DONE : DOT_TO_COME;
}
