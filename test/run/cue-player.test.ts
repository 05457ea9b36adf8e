/** A cue on the motor: what it replaces, which cue is repeated, and when the repetition is left out. */
import { describe, expect, it } from 'vitest';
import { type Cue, patternMs, plainCue, REPEAT_AFTER_MS } from '../../utils/core/cue/vocabulary.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { usualStyle } from '../support/cue-style.ts';
import { createManualClock } from '../support/manual-clock.ts';

const SIDE: Cue = { name: 'move', to: 'side' };
const SIDE_MS = patternMs(SIDE, usualStyle);

/** @param isStopNoted whether it is noted that the motor was stopped */
function bench(isStopNoted = false) {
  const clock = createManualClock();
  const startMs = clock.nowMs();
  const did: string[] = [];
  const note = (what: string): void => void did.push(`${what} ${clock.nowMs() - startMs}`);
  const player = createCuePlayer(
    clock,
    {
      run: (stretches, form) => note(`${form} of ${stretches.filter(({ on }) => on).length} at`),
      tap: (form) => note(`${form} tap at`),
      stop: () => isStopNoted && note('stop at'),
    },
    'scenes',
  );
  return { clock, did, player };
}

describe('a cue that changes the side', () => {
  it('is repeated 3 s after it has ended', () => {
    const { clock, did, player } = bench();
    player.play(SIDE, usualStyle);
    clock.advance(60_000);
    expect(did).toEqual(['pattern of 2 at 0', `pattern of 2 at ${SIDE_MS + REPEAT_AFTER_MS}`]);
  });

  it('is not repeated if the watch was touched before that', () => {
    const { clock, did, player } = bench();
    player.play(SIDE, usualStyle);
    clock.advance(SIDE_MS + 1_000);
    player.confirm();
    clock.advance(60_000);
    expect(did).toEqual(['pattern of 2 at 0', `pattern tap at ${SIDE_MS + 1_000}`]);
  });

  it('is not repeated if another cue comes first', () => {
    const { clock, did, player } = bench();
    player.play(SIDE, usualStyle);
    clock.advance(SIDE_MS + 1_000);
    player.play(plainCue('start'), usualStyle);
    clock.advance(60_000);
    expect(did).toEqual(['pattern of 2 at 0', `pattern of 1 at ${SIDE_MS + 1_000}`]);
  });

  it.each(['dropRepeat', 'stop'] as const)('is not repeated after %s', (how) => {
    const { clock, did, player } = bench();
    player.play(SIDE, usualStyle);
    player[how]();
    clock.advance(60_000);
    expect(did).toEqual(['pattern of 2 at 0']);
  });

  it.each([2_000, -2_000])(
    'is not repeated if the clock was set by %s ms, or the timers stood still',
    (byMs) => {
      const { clock, did, player } = bench();
      player.play(SIDE, usualStyle);
      clock.advance(1_000);
      clock.setWall(clock.nowMs() + byMs);
      clock.advance(60_000);
      expect(did).toHaveLength(1);
    },
  );
});

it('a cue on the same side is not repeated', () => {
  const { clock, did, player } = bench();
  player.play({ name: 'move', to: 'spot' }, usualStyle);
  clock.advance(60_000);
  expect(did).toEqual(['pattern of 1 at 0']);
});

describe('a touch', () => {
  it('is confirmed at once, in the form that the wearer feels', () => {
    const { did, player } = bench();
    player.confirm();
    expect(did).toEqual(['scenes tap at 0']);
  });

  it('during a cue is confirmed once after it, however often the watch is touched', () => {
    const { clock, did, player } = bench();
    player.play(plainCue('minimum'), usualStyle);
    player.confirm();
    clock.advance(200);
    player.confirm();
    clock.advance(60_000);
    expect(did).toEqual([
      'pattern of 3 at 0',
      `pattern tap at ${patternMs(plainCue('minimum'), usualStyle) + 250}`,
    ]);
  });

  it('at the very end of a cue, or after it was stopped, is confirmed at once', () => {
    const { clock, did, player } = bench();
    const minimumMs = patternMs(plainCue('minimum'), usualStyle);
    player.play(plainCue('minimum'), usualStyle);
    clock.advance(minimumMs);
    player.confirm();
    player.play(plainCue('minimum'), usualStyle);
    player.stop();
    player.confirm();
    expect(did.filter((one) => one.includes('tap'))).toEqual(Array(2).fill(`pattern tap at ${minimumMs}`));
  });

  it('is felt by itself, because the motor is stopped before it', () => {
    const { did, player } = bench(true);
    player.confirm();
    expect(did).toEqual(['stop at 0', 'scenes tap at 0']);
  });

  it('is not confirmed if another cue begins first', () => {
    const { clock, did, player } = bench();
    player.play(plainCue('minimum'), usualStyle);
    player.confirm();
    player.play(SIDE, usualStyle);
    clock.advance(60_000);
    expect(did).toEqual(['pattern of 3 at 0', 'pattern of 2 at 0', 'pattern of 2 at 5000']);
  });
});

it('a tick of the lead-in is left out while a cue plays, and is felt from its end on', () => {
  const { clock, did, player } = bench();
  const minimumMs = patternMs(plainCue('minimum'), usualStyle);
  player.play(plainCue('minimum'), usualStyle);
  clock.advance(minimumMs - 1);
  player.tick();
  clock.advance(1);
  player.tick();
  clock.advance(60_000);
  expect(did).toEqual(['pattern of 3 at 0', `pattern tap at ${minimumMs}`]);
});
