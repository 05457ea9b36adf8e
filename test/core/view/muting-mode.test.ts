/** Which mode of the watch is named before a session, because it may mute cues. */
import { expect, it } from 'vitest';
import { mutingMode } from '../../../utils/core/view/muting-mode.ts';

it.each([
  [{}, null],
  [{ DND: false, sleep: false, theater: false, powerSaving: false, ultraPowerSaving: false }, null],
  [{ DND: true }, 'dnd'],
  [{ sleep: true }, 'sleep'],
  [{ theater: true }, 'theater'],
  [{ powerSaving: true }, 'power'],
  [{ ultraPowerSaving: true }, 'power'],
  [{ powerSaving: true, theater: true, sleep: true }, 'sleep'],
  [{ powerSaving: true, theater: true, sleep: true, DND: true }, 'dnd'],
] as const)('of %j it is %s', (modes, named) => {
  expect(mutingMode(modes)).toBe(named);
});
