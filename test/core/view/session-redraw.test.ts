/** When the session page has to check its view again, and what it has to draw then. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CueStyle } from '../../../utils/core/cue/vocabulary.ts';
import { UNDO_MS } from '../../../utils/core/tuning.ts';
import { dimsAtMs } from '../../../utils/core/view/dimmed-hold.ts';
import { diffView, drawnAt, sessionDial, sessionView } from '../../../utils/core/view/session-view.ts';
import { anyPlan, planWith, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { runs } from '../../support/runs.ts';
import { startWalk, type Walk } from '../session/walk.ts';

function walkTo(atS: number): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

it('a page that checks and draws only when and what it is told to still shows the whole view', () => {
  const touches = ['ready', 'more-time', 'undone', 'not-easing', 'stay', 'resumed', 'skipped'] as const;
  fc.assert(
    fc.property(
      anyPlan,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.option(fc.constantFrom(...touches))), {
        minLength: 5,
        maxLength: 25,
      }),
      fc.constantFrom<CueStyle>(usualStyle, { ...usualStyle, leadIn: 'seen' }),
      fc.boolean(),
      (plan, happenings, style, isDimming) => {
        const walk = startWalk(plan, style);
        let atMs = START_MS;
        let touchedAtMs = 0;
        let seen = drawnAt(walk.state(), atMs);
        let glass = sessionView(walk.state(), atMs, 'crown');
        for (const [laterMs, touch] of happenings) {
          // As on the page, some ticks come at its pace, then a touch or none.
          const untilMs = atMs + laterMs;
          for (atMs += 250; atMs < untilMs && walk.state().phase.at !== 'ended'; atMs += 250) {
            walk.happen('ticked', atMs);
            look();
          }
          if (walk.state().phase.at === 'ended') return;
          if (touch !== null) {
            touchedAtMs = atMs;
            walk.happen(touch, atMs);
          }
          look();
        }
        function look(): void {
          const state = walk.state();
          const dims = isDimming ? dimsAtMs(state, touchedAtMs) : Number.POSITIVE_INFINITY;
          const look = diffView(seen, state, atMs, dims);
          const view = sessionView(state, atMs, 'crown', dims);
          if (look !== 'nothing') seen = drawnAt(state, atMs, dims);
          if (look === 'dial') glass = { ...glass, ...sessionDial(state, atMs, 'crown', dims) };
          if (look === 'view') glass = view;
          expect({ ...glass, sweepDeg: 0 }).toEqual({ ...view, sweepDeg: 0 });
        }
      },
    ),
    { numRuns: runs(20) },
  );
});

it.each([
  ['a hold', 45, 45_000, 46_000],
  ['a hold, between two seconds', 45, 45_900, 46_000],
  ['a hold whose line takes turns', 64, 64_000, 64_500],
  ['a hold whose line stays for now', 65, 65_000, 66_000],
  ['a hold after its minimum', 95, 95_600, 96_000],
  ['getting into place', 9, 9_000, 9_500],
  ['getting into place, while the line stays', 10, 10_000, 11_000],
  ['getting into place, whose line stays for ten seconds', 14, 14_000, 15_000],
  ['getting into place, half a second before its line changes', 9, 9_500, 10_000],
  ['getting into place, between two seconds', 10, 10_999, 11_000],
])('in %s the page need not check again before the number changes', (_, walkedS, atMs, nextMs) => {
  expect(drawnAt(walkTo(walkedS).state(), START_MS + atMs).untilMs).toBe(START_MS + nextMs);
});

it('a view that was not drawn before is drawn completely', () => {
  expect(diffView(null, walkTo(45).state(), START_MS + 45_000)).toBe('view');
});

it.each([
  ['takes its picture away half a second before a countdown', 'seen', 26_000, 26_500],
  ['and not before that', 'seen', 25_000, 26_000],
  ['nor without a countdown', undefined, 26_000, 27_000],
] as const)('the page %s', (_, leadIn, atMs, nextMs) => {
  const walk = startWalk(planWith(), leadIn === undefined ? usualStyle : { ...usualStyle, leadIn });
  walk.tick(START_MS, START_MS + atMs, 250);
  expect(drawnAt(walk.state(), START_MS + atMs).untilMs).toBe(START_MS + nextMs);
});

it('a tick of a pause draws nothing', () => {
  const walk = walkTo(60);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 60_000 });
  const drawn = drawnAt(walk.state(), START_MS + 60_000);
  walk.tick(START_MS + 60_000, START_MS + 75_000, 250);
  expect(diffView(drawn, walk.state(), START_MS + 75_000)).toBe('nothing');
});

it('the end draws nothing more', () => {
  const walk = walkTo(520);
  const drawn = drawnAt(walk.state(), START_MS + 520_000);
  expect(diffView(drawn, { ...walk.state() }, START_MS + 600_000)).toBe('nothing');
});

it.each([0, 250])(
  'a hold that was dimmed %i ms ago need not be checked again before its next second',
  (agoMs) => {
    const atMs = START_MS + 45_250;
    expect(drawnAt(walkTo(45).state(), atMs, atMs - agoMs).untilMs).toBe(START_MS + 46_000);
  },
);

it.each([
  ['a hold', 45],
  ['getting into place', 10],
])('a second of %s draws the dial alone', (_, atS) => {
  const walk = walkTo(atS);
  const drawn = drawnAt(walk.state(), START_MS + atS * 1_000);
  walk.tick(START_MS + atS * 1_000, START_MS + (atS + 1) * 1_000, 250);
  expect(diffView(drawn, walk.state(), START_MS + (atS + 1) * 1_000)).toBe('dial');
});

it('a page need not check for the end of "undo" before it is over', () => {
  const walk = walkTo(60);
  walk.happen('skipped', START_MS + 60_000);
  const untilMs = START_MS + 60_000 + UNDO_MS;
  expect(drawnAt(walk.state(), untilMs).untilMs).toBe(untilMs + 1);
});
