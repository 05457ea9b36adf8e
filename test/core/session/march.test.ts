/** The march: beats at an even pace, a done cue that cannot be mistaken for one, and a lift only for each beat. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Plan } from '../../../utils/core/routine/plan.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { sideOf } from '../../../utils/core/view/session-view.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { nameOf, startWalk, type Walk } from './walk.ts';

/** When the march's start cue is felt in a session to plan. */
const MARCH_MS = START_MS + 470_000;

function marching(): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, MARCH_MS, 250);
  return walk;
}

/** Cues of the march, in seconds since its start cue. */
const paces = (walk: Walk): readonly string[] =>
  walk.cues
    .filter((felt) => felt.atMs > MARCH_MS)
    .map((felt) => `${nameOf(felt.cue)} ${(felt.atMs - MARCH_MS) / 1000}`);

it('a beat up to a tick late does not move the next', () => {
  const walk = marching();
  walk.tick(MARCH_MS, MARCH_MS + 8_000, 250);
  walk.tick(MARCH_MS + 9_000, MARCH_MS + 14_000, 250);
  expect(paces(walk)).toEqual(['beat 5', 'beat 9.25', 'beat 13']);
});

it.each([500, 1_000, 3_000])(
  'a beat that is %i ms late restarts the pace, so that the next one does not hurry',
  (lateMs) => {
    const walk = marching();
    walk.tick(MARCH_MS, MARCH_MS + 8_000, 250);
    walk.tick(MARCH_MS + 8_750 + lateMs, MARCH_MS + 18_000 + lateMs, 250);
    const lateS = lateMs / 1_000;
    expect(paces(walk)).toEqual(['beat 5', ...[9, 13, 17].map((atS) => `beat ${atS + lateS}`)]);
  },
);

it('no beat follows another sooner than its period less a tick, however unevenly ticks come', () => {
  const ticks = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 60, maxLength: 200 });
  fc.assert(
    fc.property(ticks, (gapsMs) => {
      const walk = marching();
      let atMs = MARCH_MS;
      for (const gapMs of gapsMs) {
        atMs += gapMs;
        walk.tick(atMs - 1, atMs, 1);
      }
      const beats = walk.cues.filter((felt) => felt.cue.name === 'beat').map((felt) => felt.atMs);
      for (const [index, beatMs] of beats.slice(1).entries()) {
        expect(beatMs - (beats[index] ?? 0)).toBeGreaterThanOrEqual(3_750);
      }
    }),
  );
});

it.each([0, 500, 1_000, 1_250, 4_000])(
  'the last lift has its 4 s and 2 more when its beat is %i ms late',
  (lateMs) => {
    const walk = marching();
    walk.tick(MARCH_MS, MARCH_MS + 40_750, 250);
    walk.tick(MARCH_MS + 40_750 + lateMs, MARCH_MS + 60_000, 250);
    const [last, done] = walk.cues.slice(-2);
    expect(last?.atMs).toBe(MARCH_MS + 41_000 + lateMs);
    expect((done?.atMs ?? 0) - (last?.atMs ?? 0)).toBe(6_000);
  },
);

it('after a stall of half the march every lift still gets its beat', () => {
  const walk = marching();
  walk.tick(MARCH_MS, MARCH_MS + 14_000, 250);
  walk.tick(MARCH_MS + 34_000, MARCH_MS + 90_000, 250);
  const beats = walk.cues.filter((felt) => felt.cue.name === 'beat').map((felt) => felt.atMs);
  const gaps = beats.slice(1).map((atMs, at) => atMs - (beats[at] ?? 0));
  expect(beats.length).toBe(10);
  expect(Math.min(...gaps)).toBe(4_000);
});

it('after a pause it goes on with the lifts that are left', () => {
  const walk = marching();
  walk.tick(MARCH_MS, MARCH_MS + 14_000, 250);
  walk.send({ type: 'paused', why: 'wearer', atMs: MARCH_MS + 14_000 });
  walk.happen('resumed', MARCH_MS + 20_000);
  walk.tick(MARCH_MS + 20_000, MARCH_MS + 200_000, 250);
  expect(paces(walk).slice(0, 6)).toEqual(['beat 5', 'beat 9', 'beat 13', 'start 80', 'beat 85', 'beat 89']);
  expect(walk.state()).toMatchObject({ beats: 10, phase: { at: 'ended', how: 'done' } });
});

it.each([
  ['skipped', 'done'],
  ['stopped', 'stopped'],
] as const)('%s after three beats it keeps three lifts', (type, how) => {
  const walk = marching();
  walk.tick(MARCH_MS, MARCH_MS + 14_000, 250);
  walk.happen(type, MARCH_MS + 14_000);
  expect(walk.state()).toMatchObject<Partial<SessionState>>({ beats: 3 });
  expect(walk.state().phase).toMatchObject({ at: 'ended', how });
});

/** A routine of two marches, which own routines may have: 2 lifts, then 3. */
const twoMarches: Plan = {
  ...planWith(),
  slots: [2, 3].map((lifts) => ({
    kind: 'march',
    step: `lifts ${lifts}`,
    side: 'left',
    positionS: 20,
    lifts,
    beatS: 4,
  })),
};

const beatsBySlot = (walk: Walk): readonly number[] =>
  [0, 1].map((at) => walk.cues.filter(({ cue, slot }) => cue.name === 'beat' && slot === at).length);

it('each march of a routine has all its lifts, and the session counts their sum', () => {
  const walk = startWalk(twoMarches);
  walk.tick(START_MS, START_MS + 120_000, 250);
  expect(walk.state().phase.at).toBe('ended');
  expect([beatsBySlot(walk), walk.state().beats]).toEqual([[2, 3], 5]);
});

it.each([
  [1, 'knee.right'],
  [2, 'knee.left'],
])('a march that goes on after %i lifts names the next knee', (lifts, knee) => {
  const walk = marching();
  walk.tick(MARCH_MS, MARCH_MS + 1_500 + lifts * 4_000, 250);
  expect(walk.state().beats).toBe(lifts);
  walk.send({ type: 'paused', why: 'wearer', atMs: MARCH_MS + 2_000 + lifts * 4_000 });
  walk.happen('resumed', MARCH_MS + 20_000);
  expect([walk.state().phase.at, sideOf(walk.state()).key]).toEqual(['position', knee]);
});

it('an undone skip goes back to a march that keeps its lifts so far', () => {
  const walk = startWalk(twoMarches);
  walk.tick(START_MS, START_MS + 26_000, 250);
  walk.happen('skipped', START_MS + 26_500);
  walk.happen('undone', START_MS + 28_000);
  walk.tick(START_MS + 28_000, START_MS + 160_000, 250);
  expect(beatsBySlot(walk)).toEqual([2, 3]);
});
