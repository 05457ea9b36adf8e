/**
 * A change of side or step is always announced, whatever the plan and the touches: its move cue is played at the same instant, and the
 * glass shows the side as a word from then until the hold begins.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveBetween } from '../../../utils/core/routine/plan.ts';
import type { UntimedEvent } from '../../../utils/core/session/event.ts';
import { liftsDone, type SessionState, slotOf } from '../../../utils/core/session/state.ts';
import { cueView } from '../../../utils/core/view/cue-view.ts';
import { sessionView } from '../../../utils/core/view/session-view.ts';
import { anyPlan, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { runs } from '../../support/runs.ts';
import { startWalk, type Walk } from './walk.ts';

const TICK_MS = 250;
const TOUCHES = [
  ...(['ready', 'more-time', 'not-easing', 'not-easing', 'stay', 'let-go'] as const),
  ...(['paused', 'resumed', 'skipped', 'skipped', 'undone', 'undone'] as const),
];

const anyTouches = fc.array(
  fc.record({ type: fc.constantFrom(...TOUCHES), afterTicks: fc.integer({ min: 0, max: 400 }) }),
  { minLength: 3, maxLength: 14 },
);
type Touch = typeof anyTouches extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

interface Moment {
  readonly atMs: number;
  readonly event: UntimedEvent['type'];
  readonly before: SessionState;
  readonly state: SessionState;
  /** The names of the cues that were played at this moment. */
  readonly cues: Walk['cues'];
}

/** Every moment at which the glass may change, until the session ends or waits in a pause for a touch that does not come. */
function moments(walk: Walk, touches: readonly Touch[]): readonly Moment[] {
  const seen: Moment[] = [];
  const waiting = [...touches];
  let quiet = 0;
  for (let atMs = START_MS + TICK_MS; walk.state().phase.at !== 'ended'; atMs += TICK_MS) {
    const next = waiting[0];
    const event = next !== undefined && quiet >= next.afterTicks ? next.type : 'ticked';
    if (event === 'ticked' && walk.state().phase.at === 'paused' && next === undefined) break;
    quiet = event === 'ticked' ? quiet + 1 : 0;
    if (event !== 'ticked') waiting.shift();
    const before = walk.state();
    const felt = walk.cues.length;
    walk.send(event === 'paused' ? { type: event, why: 'wearer', atMs } : { type: event, atMs });
    seen.push({ atMs, event, before, state: walk.state(), cues: walk.cues.slice(felt) });
  }
  return seen;
}

const other = { left: 'right', right: 'left' } as const;

/** The word for a hold's side, or for the knee that a march lifts next. */
const sideKeys = (state: SessionState): readonly string[] => {
  const slot = slotOf(state);
  if (slot.kind === 'hold') return [`side.${slot.side}`];
  return [`knee.${liftsDone(state) % 2 === 0 ? slot.side : other[slot.side]}`];
};

it('when side or step changes, a move cue says so at once, and the side is shown as a word until the hold begins', () => {
  fc.assert(
    fc.property(anyPlan, anyTouches, (plan, touches) => {
      let told = 0;
      let toldBefore = 0;
      for (const { atMs, event, before, state, cues } of moments(startWalk(plan), touches)) {
        const { at } = state.phase;
        if (at === 'position') expect(sideKeys(state)).toContain(sessionView(state, atMs, 'crown').side.key);
        // This is a skip from a pause that was taken back, so the wearer has not moved.
        if (event === 'undone' && before !== state && at === 'paused') told = toldBefore;
        // A pause shows where it goes on.
        if (at === 'paused' || at === 'ended' || state.slot === told) continue;
        const to = moveBetween(plan, told, state.slot);
        toldBefore = told;
        told = state.slot;
        const isTakenBack = event === 'undone' || before.phase.at === 'paused';
        if (to === 'spot' && isTakenBack) continue;
        const said = cues.find(({ cue }) => cue.name === 'move');
        expect([event, said?.cue.to]).toEqual([event, to]);
        // The screen of the cue, which covers the page, has the word as well.
        if (said === undefined || to === 'spot') continue;
        const view = cueView(said.cue, state, atMs, usualStyle, 'crown', false);
        const words = view?.lines.flatMap(([words]) => [
          words.key,
          ...words.values.map((value) => (typeof value === 'object' ? value.key : String(value))),
        ]);
        expect(
          words?.some((word) => sideKeys(state).includes(word) || word === `side.${slotOf(state).side}`),
        ).toBe(true);
      }
    }),
    { numRuns: runs(60) },
  );
});
