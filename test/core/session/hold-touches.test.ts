/** What a touch does in a position and in a hold: more time, a new spot, staying and letting go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../utils/core/routine/plan.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { outcomes, score, startWalk, type Walk } from './walk.ts';

/** The instant of the first start cue. */
const HOLD_MS = START_MS + 30_000;

/** The session `heldMs` after its first start cue. */
function holding(heldMs: number, over: Parameters<typeof planWith>[0] = {}): Walk {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, HOLD_MS, 1_000);
  walk.tick(HOLD_MS, HOLD_MS + heldMs, 250);
  return walk;
}

describe('getting into place', () => {
  it('"ready" starts in 3 s', () => {
    const walk = startWalk(planWith());
    walk.happen('ready', START_MS + 10_000);
    walk.tick(START_MS + 10_000, START_MS + 20_000, 250);
    expect(score(walk.cues)).toEqual(['start 13']);
  });

  it('"ready" never starts later than planned', () => {
    const walk = startWalk(planWith());
    walk.happen('ready', START_MS + 29_000);
    walk.tick(START_MS + 29_000, START_MS + 40_000, 250);
    expect(score(walk.cues)).toEqual(['start 30']);
  });

  it('"ready" at once leaves 5 s between the move cue and the start cue', () => {
    const walk = holding(75_000);
    walk.happen('ready', HOLD_MS + 75_100);
    walk.tick(HOLD_MS + 75_100, HOLD_MS + 90_000, 50);
    expect(score(walk.cues).slice(-2)).toEqual(['move side 105', 'start 110']);
  });

  it('"more time" adds 20 s, each time', () => {
    const walk = startWalk(planWith());
    walk.happen('more-time', START_MS + 10_000);
    walk.happen('more-time', START_MS + 11_000);
    walk.tick(START_MS + 11_000, START_MS + 80_000, 250);
    expect(score(walk.cues)).toEqual(['start 70']);
  });

  it('the screen stays on through any amount of "more time"', () => {
    const walk = startWalk(planWith({ band: false, sides: ['left'] }));
    let awakeUntilMs = 0;
    for (let press = 1; press <= 60; press++) {
      for (const effect of walk.happen('more-time', START_MS + press * 100)) {
        if (effect.type === 'keep-awake') awakeUntilMs = START_MS + press * 100 + effect.forMs;
      }
    }
    expect(awakeUntilMs).toBeGreaterThan(walk.state().phase.untilMs + 75_000);
  });
});

describe('"stay"', () => {
  it('adds 60 s each time, up to five minutes on a spot, with a soft pulse every 30 s', () => {
    const walk = holding(61_000);
    const ends = [1, 2, 3, 4, 5, 6].map((press) => {
      walk.happen('stay', HOLD_MS + 61_000 + press);
      return (walk.state().phase.untilMs - HOLD_MS) / 1000;
    });
    expect(ends).toEqual([135, 195, 255, 300, 300, 300]);
    walk.tick(HOLD_MS + 61_000, HOLD_MS + 301_000, 250);
    const softs = [90, 120, 150, 180, 210, 240, 270].map((heldS) => `soft ${30 + heldS}`);
    expect(score(walk.cues).slice(2)).toEqual(['minimum 90', ...softs, 'move side 330']);
    expect(outcomes(walk.state())).toEqual(['slot 0: guided-to-end 300 s']);
  });

  it('can only be answered by a tap within 5 s of a cue that came late', () => {
    const walk = holding(59_000);
    // The minimum, due at 60 s, is felt at 63 s.
    walk.send({ type: 'ticked', atMs: HOLD_MS + 63_000 });
    walk.happen('stay', HOLD_MS + 66_750);
    expect(score(walk.cues).slice(2)).toEqual(['minimum 93']);
    walk.happen('stay', HOLD_MS + 68_000);
    expect(score(walk.cues).slice(2)).toEqual(['minimum 93', 'soft 98']);
  });

  it('can only be answered by a tap within 5 s of the answer before it', () => {
    const walk = holding(68_000);
    walk.happen('stay', HOLD_MS + 68_000);
    walk.happen('stay', HOLD_MS + 71_000);
    expect(score(walk.cues).slice(2)).toEqual(['minimum 90', 'soft 98']);
  });

  it.each([
    [85_000, ['soft 115', 'soft 120']],
    [85_250, ['soft 120']],
  ])('at %i ms, before the next soft pulse at 90 s, has the answers %j', (heldMs, soft) => {
    const walk = holding(61_000);
    walk.happen('stay', HOLD_MS + 61_000);
    walk.tick(HOLD_MS + 61_000, HOLD_MS + heldMs, 250);
    walk.happen('stay', HOLD_MS + heldMs);
    walk.tick(HOLD_MS + heldMs, HOLD_MS + 95_000, 250);
    expect(score(walk.cues).slice(3)).toEqual(soft);
  });

  it('at the ceiling is not accepted', () => {
    const walk = holding(61_000);
    for (let press = 0; press < 4; press++) walk.happen('stay', HOLD_MS + 61_000);
    expect(walk.happen('stay', HOLD_MS + 62_000)).toEqual([]);
  });

  it.each([31, 32, 34])(
    'a soft pulse less than 5 s before the move of a %i s linger is left out',
    (lingerS) => {
      const walk = holding((61 + lingerS) * 1_000, { lingerS });
      expect(score(walk.cues)).toEqual(['start 30', 'check 60', 'minimum 90', `move side ${90 + lingerS}`]);
      expect(walk.state().lostCues).toBe(0);
    },
  );

  it('a soft pulse 5 s before the move is felt', () => {
    expect(score(holding(96_000, { lingerS: 35 }).cues).slice(3)).toEqual(['soft 120', 'move side 125']);
  });
});

describe('"not easing"', () => {
  it('at any instant before the minimum records the try and gives the full time to find a new spot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), fc.constantFrom('ball', 'hook'), (heldMs, tool) => {
        const startMs = START_MS + (tool === 'hook' ? 45_000 : 30_000);
        const walk = startWalk(planWith({ kit: tool }));
        walk.tick(START_MS, startMs, 1_000);
        walk.tick(startMs, startMs + heldMs, 250);
        walk.happen('not-easing', startMs + heldMs);
        const { tries, slot, phase } = walk.state();
        expect(tries).toMatchObject([{ slot: 0, outcome: 'not-easing', seconds: Math.floor(heldMs / 1000) }]);
        expect(slot).toBe(0);
        expect(phase).toEqual({
          at: 'position',
          sinceMs: startMs + heldMs,
          untilMs: startMs + heldMs + (startMs - START_MS),
        });
      }),
      { numRuns: runs(50) },
    );
  });

  it('with the hook gives the full 30 s and 60 s again', () => {
    const walk = startWalk(planWith({ kit: 'hook' }));
    walk.tick(START_MS, START_MS + 100_000, 250);
    walk.happen('not-easing', START_MS + 100_000);
    walk.tick(START_MS + 100_000, START_MS + 236_000, 250);
    expect(score(walk.cues).slice(2)).toEqual([
      'move spot 100',
      'start 145',
      'press 175',
      'check 205',
      'minimum 235',
    ]);
  });

  it('is possible only before the minimum', () => {
    expect(holding(60_000).happen('not-easing', HOLD_MS + 60_001)).toEqual([]);
  });

  it('is no answer after the minimum is over, even if its cue is still to come', () => {
    expect(holding(59_000).happen('not-easing', HOLD_MS + 60_000)).toEqual([]);
  });

  it.each([
    ['sore', 2],
    ['active', 3],
  ] as const)('in the %s stage, leaves this side of the step for today at try %i', (phase, tries) => {
    const walk = startWalk(planWith({ stage: phase }));
    let atMs = START_MS;
    for (let tried = 1; tried <= tries; tried++) {
      walk.tick(atMs, atMs + 40_000, 250);
      atMs += 40_000;
      walk.happen('not-easing', atMs);
      expect(walk.state().slot).toBe(tried < tries ? 0 : 1);
    }
    expect(walk.state().phase).toMatchObject({ at: 'position', untilMs: atMs + 25_000 });
  });

  it('at the cap on the first of two spots leaves out the second one too', () => {
    const walk = startWalk(planWith({ stage: 'active', band: false }));
    walk.happen('skipped', START_MS + 6_000);
    walk.happen('skipped', START_MS + 12_000);
    let atMs = START_MS + 12_000;
    for (let tried = 0; tried < 3; tried++) {
      walk.tick(atMs, atMs + 40_000, 250);
      atMs += 40_000;
      walk.happen('not-easing', atMs);
    }
    expect(walk.state().plan.slots[walk.state().slot]).toMatchObject({
      step: 'release-back',
      side: 'right',
      spot: 1,
    });
  });

  it('at the cap leaves the side out in this step only, and the next step has it again', () => {
    const walk = startWalk(planWith({ sides: ['left'] }));
    for (const atS of [40, 80]) {
      walk.tick(walk.state().seenMs, START_MS + atS * 1_000, 250);
      walk.happen('not-easing', START_MS + atS * 1_000);
    }
    expect(walk.state().plan.slots[walk.state().slot]).toMatchObject({ step: 'release-back', side: 'left' });
  });

  /** A spot that was given up at its second try, followed by one that is given up at its first. */
  function givenUpTwice(plan: Plan): Walk {
    const walk = startWalk(plan);
    walk.tick(START_MS, HOLD_MS + 40_000, 250);
    walk.happen('not-easing', HOLD_MS + 40_000);
    walk.happen('skipped', HOLD_MS + 50_000);
    walk.tick(HOLD_MS + 50_000, HOLD_MS + 100_000, 250);
    walk.happen('not-easing', HOLD_MS + 100_000);
    return walk;
  }

  it('counts only the tries of its own slot from the active stage on', () => {
    const walk = givenUpTwice(planWith({ stage: 'active' }));
    expect(walk.state()).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });

  it('gives a sore wearer one retry in the whole session, so that the next spot is left at its first try', () => {
    const walk = givenUpTwice(planWith());
    expect(walk.state()).toMatchObject({ slot: 2, phase: { at: 'position' } });
  });

  it('that was undone has used no retry', () => {
    const walk = holding(40_000);
    walk.happen('not-easing', HOLD_MS + 40_000);
    walk.happen('undone', HOLD_MS + 42_000);
    walk.happen('not-easing', HOLD_MS + 44_000);
    expect(walk.state()).toMatchObject({ slot: 0, phase: { at: 'position' } });
  });

  it('counts a retry that was interrupted as the one of the session', () => {
    const walk = holding(40_000);
    walk.happen('not-easing', HOLD_MS + 40_000);
    walk.tick(HOLD_MS + 40_000, HOLD_MS + 100_000, 250);
    walk.send({ type: 'paused', why: 'wearer', atMs: HOLD_MS + 100_000 });
    walk.happen('resumed', HOLD_MS + 110_000);
    walk.tick(HOLD_MS + 110_000, HOLD_MS + 150_000, 250);
    walk.happen('not-easing', HOLD_MS + 150_000);
    expect(walk.state()).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });

  it('in a plan of version 0.1.0 allows the tries that this plan gives each slot', () => {
    const { retries: _, ...plan } = planWith();
    expect(givenUpTwice(plan).state()).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });
});
