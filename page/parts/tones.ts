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

export const colours = {
  black: 0x000000,
  text: 0xffffff,
  quiet: 0xb8bcc4,
  track: 0x24272d,
  button: 0x2b3038,
  buttonPressed: 0x464d59,
  go: 0x1f8f53,
  goPressed: 0x176b3e,
  end: 0x8f2f2f,
  endPressed: 0x6b2323,
} as const;
