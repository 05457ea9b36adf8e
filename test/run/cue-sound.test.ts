/** A cue that is heard as well as felt: for whom, with which rhythm, and what ends it. */
import { describe, expect, it } from 'vitest';
import {
  type Cue,
  type CueStyle,
  patternMs,
  plainCue,
  REPEAT_AFTER_MS,
} from '../../utils/core/cue/vocabulary.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { usualStyle } from '../support/cue-style.ts';
import { createManualClock } from '../support/manual-clock.ts';

const HEARD: CueStyle = { ...usualStyle, sound: true };
const SIDE: Cue = { name: 'move', to: 'side' };

function playerWithBuzzer() {
  const clock = createManualClock();
  const startMs = clock.nowMs();
  const did: string[] = [];
  const player = createCuePlayer(clock, { run() {}, tap() {}, stop() {} }, 'pattern', undefined, {
    run: (stretches) => {
      const pulsesMs = stretches.filter(({ on }) => on).map(({ durationMs }) => durationMs);
      did.push(`${pulsesMs.join(' ')} at ${clock.nowMs() - startMs}`);
    },
    stop: () => did.push('stop'),
  });
  return { clock, player, heard: () => did.filter((what) => what !== 'stop'), did };
}

describe('a wearer who wants sound', () => {
  it('hears the rhythm that is felt', () => {
    const { player, heard } = playerWithBuzzer();
    player.play(plainCue('minimum'), HEARD);
    expect(heard()).toEqual(['250 250 250 at 0']);
  });

  it('hears the repetition of a move too', () => {
    const { clock, player, heard } = playerWithBuzzer();
    player.play(SIDE, HEARD);
    clock.advance(60_000);
    expect(heard()).toEqual(['800 800 at 0', `800 800 at ${patternMs(SIDE, HEARD) + REPEAT_AFTER_MS}`]);
  });

  it('hears a cue no longer than it is felt', () => {
    const { player, did } = playerWithBuzzer();
    player.play(SIDE, HEARD);
    player.stop();
    expect(did[did.length - 1]).toBe('stop');
  });

  it('hears nothing when a touch is confirmed', () => {
    const { player, heard } = playerWithBuzzer();
    player.play(plainCue('start'), HEARD);
    player.confirm();
    expect(heard()).toHaveLength(1);
  });
});

it('a wearer who does not want sound hears nothing', () => {
  const { player, heard } = playerWithBuzzer();
  player.play(SIDE, usualStyle);
  expect(heard()).toEqual([]);
});
