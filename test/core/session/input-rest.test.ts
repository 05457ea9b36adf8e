/**
 * Random touches around the times at which their meaning changes. For 2 s before and after such a change, no input without looking counts,
 * and no button whose label has just changed. An input that does not count is not felt.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AwakeEvent } from '../../../utils/core/session/event.ts';
import { quickInputOf } from '../../../utils/core/session/quick-input.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { stepAwake } from '../../../utils/core/session/step.ts';
import { anyPlan, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { startWalk } from './walk.ts';

const REST_MS = 2_000;
const TICK_MS = 250;

/** What a quick input means, and for which slot. */
const meaningOf = (state: SessionState): string =>
  `${quickInputOf(state)} of ${state.slot} in ${state.phase.at}`;

/** Whether the meaning stays the same for this long if nothing but time passes. */
function staysFor(from: SessionState, fromMs: number, forMs: number): boolean {
  const [state] = stepAwake(from, { type: 'ticked', atMs: fromMs + forMs - 1 });
  return meaningOf(state) === meaningOf(from);
}

type Way = 'blind' | 'ready' | 'more-time' | 'skipped' | 'answer' | 'undone' | 'paused' | 'stopped';

function touchOf(way: Way, state: SessionState, atMs: number): AwakeEvent {
  const answer = quickInputOf(state);
  if (way === 'blind')
    return answer === 'paused'
      ? { type: answer, why: 'wearer', by: 'crown-or-key', atMs }
      : { type: answer, by: 'crown-or-key', atMs };
  const type = way === 'answer' ? answer : way;
  return type === 'paused' ? { type, why: 'wearer', by: 'button', atMs } : { type, by: 'button', atMs };
}

const anyWay = fc.constantFrom<Way>(
  ...(['blind', 'blind', 'blind', 'ready', 'more-time', 'skipped', 'answer', 'undone', 'paused'] as const),
);
const anyTouches = fc.array(
  fc.record({
    way: anyWay,
    afterMs: fc.oneof(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 1, max: 70_000 })),
  }),
  { minLength: 5, maxLength: 30 },
);
/** The inputs whose meaning is always the same. */
const ALWAYS: readonly AwakeEvent['type'][] = ['undone', 'paused', 'resumed', 'stopped'];

it('a touch does not count if its meaning changes around it, and is then not felt', () => {
  const counted = { taken: 0, ignored: 0 };
  fc.assert(
    fc.property(anyPlan, anyTouches, (plan, touches) => {
      const walk = startWalk(plan);
      let atMs = START_MS;
      let changedMs = START_MS;
      let meaning = meaningOf(walk.state());
      const note = (): void => {
        if (meaningOf(walk.state()) !== meaning || walk.state().phase.sinceMs === atMs) changedMs = atMs;
        meaning = meaningOf(walk.state());
      };
      for (const { way, afterMs } of touches) {
        for (const untilMs = atMs + afterMs; atMs < untilMs; ) {
          atMs = Math.min(untilMs, atMs + TICK_MS);
          walk.send({ type: 'ticked', atMs });
          note();
        }
        if (walk.state().phase.at === 'ended') return;
        const before = walk.state();
        const isBlind = way === 'blind';
        const hasChanged = atMs - changedMs < REST_MS;
        const willChange = !staysFor(before, atMs, REST_MS);
        const event = touchOf(way, before, atMs);
        const isTaken = walk.send(event).length > 0;
        if (isTaken && (isBlind || !ALWAYS.includes(event.type))) {
          expect(hasChanged, `${way} after a change`).toBe(false);
          if (isBlind) expect(willChange, `${way} before a change`).toBe(false);
        }
        if (!isTaken) expect(walk.state()).toBe(before);
        // At the longest stay there is nothing left to add.
        if (isBlind && !hasChanged && !willChange && quickInputOf(before) !== 'stay')
          expect(isTaken).toBe(true);
        if (isBlind) counted[isTaken ? 'taken' : 'ignored']++;
        note();
      }
    }),
    { numRuns: runs(600) },
  );
  expect(counted.taken).toBeGreaterThan(100);
  expect(counted.ignored).toBeGreaterThan(100);
}, 60_000);
