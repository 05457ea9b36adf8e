/** How a session's cues are played, by what is stored of the wearer's preferences. */
import { describe, expect, it } from 'vitest';
import { sessionPreferencesOf } from '../../utils/run/stored-preferences.ts';

const withBuzzer = (): boolean => true;
const withoutBuzzer = (): boolean => false;

describe('the preferences of a session', () => {
  it('are plain ones where nothing is stored, on a watch with a buzzer too', () => {
    expect(sessionPreferencesOf({}, withBuzzer)).toEqual({
      style: { strength: 'normal', motor: 'pattern' },
      helper: 'unasked',
      coachDone: false,
      dimHolds: false,
    });
  });

  it('have sound only if it is wanted and the watch has a buzzer', () => {
    const sound = (isWanted: boolean, hasBuzzer: () => boolean): unknown =>
      sessionPreferencesOf({ sound: isWanted }, hasBuzzer).style.sound;
    expect([sound(true, withBuzzer), sound(true, withoutBuzzer), sound(false, withBuzzer)]).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['off', undefined],
    ['seen', 'seen'],
    ['felt', 'felt'],
  ] as const)('with a lead-in that is %s have %s', (leadIn, expected) => {
    expect(sessionPreferencesOf({ leadIn }, withoutBuzzer).style.leadIn).toBe(expected);
  });
});
