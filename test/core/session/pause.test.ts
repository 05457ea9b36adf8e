/** A pause: it ends a try, because pressure has to be steady. It leaves no wearer waiting in vain, and does not last for ever. */
import { expect, it } from 'vitest';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { outcomes, score, startWalk, type Walk } from './walk.ts';

/** A session that is paused `atMs` after its start. */
function pausedAt(atMs: number, over: Parameters<typeof planWith>[0] = {}): Walk {
  const walk = startWalk(planWith(over));
  walk.tick(START_MS, START_MS + atMs, 250);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + atMs });
  return walk;
}

it('before the minimum the try ends as interrupted, and the way back is a position and a fresh hold', () => {
  const walk = pausedAt(70_000);
  expect(outcomes(walk.state())).toEqual(['slot 0: interrupted 40 s']);
  walk.happen('resumed', START_MS + 80_000);
  walk.tick(START_MS + 80_000, START_MS + 186_000, 250);
  expect(score(walk.cues).slice(2)).toEqual([
    'move spot 80',
    'start 110',
    'check 140',
    'minimum 170',
    'move side 185',
  ]);
  expect(outcomes(walk.state())).toEqual(['slot 0: interrupted 40 s', 'slot 0: guided-to-end 75 s']);
});

it('after the minimum the hold counts, and the pause comes before the next slot', () => {
  const walk = pausedAt(95_000);
  expect(outcomes(walk.state())).toEqual(['slot 0: let-go 65 s']);
  walk.happen('resumed', START_MS + 100_000);
  expect(walk.state()).toMatchObject({ slot: 1, phase: { at: 'position', untilMs: START_MS + 130_000 } });
});

it('after the minimum of the last hold the session is done', () => {
  expect(pausedAt(95_000, { band: false, sides: ['left'] }).state().slot).toBe(1);
  const last = startWalk(planWith({ band: false, sides: ['left'] }));
  last.tick(START_MS, START_MS + 200_000, 250);
  last.send({ type: 'paused', why: 'wearer', atMs: START_MS + 200_000 });
  expect(last.state()).toMatchObject({ phase: { at: 'ended', how: 'done' }, interruptions: 0 });
});

it('while getting into place it logs no try', () => {
  expect(pausedAt(10_000).state()).toMatchObject({ tries: [], slot: 0, interruptions: 1 });
});

it('it reminds the wearer every 60 s, and after 30 minutes the session is closed as left', () => {
  const walk = pausedAt(40_000);
  walk.tick(START_MS + 40_000, START_MS + 40_000 + 40 * 60_000, 250);
  const looks = Array.from({ length: 29 }, (_, at) => `come-back ${40 + 60 * (at + 1)}`);
  expect(score(walk.cues)).toEqual(['start 30', ...looks]);
  expect(walk.state().phase).toMatchObject({
    at: 'ended',
    how: 'left',
    sinceMs: START_MS + 40_000 + 30 * 60_000,
  });
});

it('it keeps the screen on from one reminder to the next, so that they can come', () => {
  const walk = startWalk(planWith({ band: false, sides: ['left'] }));
  walk.tick(START_MS, START_MS + 130_000, 250);
  let awakeUntilMs = 0;
  let leastLeftMs = 60_000;
  const take = (effects: ReturnType<Walk['send']>, atMs: number): void => {
    for (const effect of effects) if (effect.type === 'keep-awake') awakeUntilMs = atMs + effect.forMs;
    leastLeftMs = Math.min(leastLeftMs, awakeUntilMs - atMs);
  };
  take(walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 130_000 }), START_MS + 130_000);
  for (let atMs = START_MS + 131_000; walk.state().phase.at !== 'ended'; atMs += 1_000) {
    take(walk.happen('ticked', atMs), atMs);
  }
  expect(leastLeftMs).toBeGreaterThan(0);
});
