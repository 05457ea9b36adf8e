/**
 * One lost pulse, or two that merge, may cost a hold on the same side. They never lead to a change of side or position that was not
 * announced, whatever the plan, the strength and the touches. Beats and lifts of the march are left out.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cueWord, type Strength, type Stretch } from '../../utils/core/cue/vocabulary.ts';
import { moveBetween, type Plan } from '../../utils/core/routine/plan.ts';
import { stepAwake } from '../../utils/core/session/step.ts';
import { startSession } from '../../utils/core/session/transitions.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { anyPlan } from '../support/arbitraries.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { heard, heardWords } from '../support/misheard.ts';
import { runs } from '../support/runs.ts';

const TICK_MS = 250;
const STRENGTHS: readonly Strength[] = ['gentle', 'normal', 'strong'];
const TOUCHES = [
  ...(['ready', 'more-time', 'not-easing', 'not-easing', 'stay', 'let-go'] as const),
  ...(['paused', 'resumed', 'skipped', 'undone', 'undone'] as const),
];

interface Touch {
  readonly type: (typeof TOUCHES)[number];
  /** Ticks since the previous touch. */
  readonly afterTicks: number;
}

/** A move of the wearer from one slot to another, or back. */
interface Change {
  readonly atMs: number;
  readonly word: string;
  /** Whether a touch has taken something back. It was made on the glass, which says where the session goes on. */
  readonly isUndo: boolean;
}

interface Session {
  readonly played: readonly { readonly atMs: number; readonly stretches: readonly Stretch[] }[];
  readonly changes: readonly Change[];
  /** When a touch took effect, ms. */
  readonly touchedMs: readonly number[];
}

/** What the motor runs in a session with these touches, and what changes in it. */
function playThrough(plan: Plan, strength: Strength, touches: readonly Touch[]): Session {
  const style = { strength, motor: 'pattern' } as const;
  const clock = createManualClock();
  const played: { atMs: number; stretches: readonly Stretch[] }[] = [];
  const changes: Change[] = [];
  const touchedMs: number[] = [];
  const player = createCuePlayer(
    clock,
    { run: (stretches) => played.push({ atMs: clock.nowMs(), stretches }), tap() {}, stop() {} },
    'pattern',
  );
  let [state] = startSession(plan, clock.nowMs(), 0, style);
  /** The slot to which the wearer was sent last, and the one before it. */
  let told = 0;
  let toldBefore = 0;
  const waiting = [...touches];
  for (let ticks = 0; state.phase.at !== 'ended'; ) {
    clock.advance(TICK_MS);
    ticks++;
    const next = waiting[0];
    const type = next !== undefined && ticks > next.afterTicks ? next.type : 'ticked';
    if (type !== 'ticked') {
      waiting.shift();
      ticks = 0;
    } else if (state.phase.at === 'paused' && next === undefined) break;
    const atMs = clock.nowMs();
    const [after, effects] = stepAwake(
      state,
      type === 'paused' ? { type, why: 'wearer', atMs } : { type, atMs },
    );
    for (const effect of effects) {
      if (effect.type === 'play') player.play(effect.cue, style);
      if (effect.type === 'confirm') player.confirm();
    }
    if (type !== 'ticked' && effects.length > 0) touchedMs.push(atMs);
    // In a pause the wearer is not sent anywhere yet.
    if (after.phase.at !== 'paused' && after.phase.at !== 'ended' && after.slot !== told) {
      const to = moveBetween(plan, told, after.slot);
      changes.push({ atMs, word: cueWord({ name: 'move', to }), isUndo: type === 'undone' });
      toldBefore = told;
      told = after.slot;
    }
    // This is a skip from a pause that was taken back, so the wearer has not moved.
    if (type === 'undone' && effects.length > 0 && after.phase.at === 'paused') told = toldBefore;
    state = after;
  }
  return { played, changes, touchedMs };
}

const pulsesOf = (stretches: readonly Stretch[]): readonly number[] =>
  stretches.filter(({ on }) => on).map(({ durationMs }) => durationMs);

const anyTouches = fc.array(
  fc.record({ type: fc.constantFrom(...TOUCHES), afterTicks: fc.integer({ min: 0, max: 400 }) }),
  { maxLength: 12 },
);

it('a change of side or position is felt whichever pulse is lost, and nothing else is felt as one', () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom(...STRENGTHS), anyTouches, (plan, strength, touches) => {
      const { played, changes, touchedMs } = playThrough(plan, strength, touches);
      for (const [at, change] of changes.entries()) {
        const untilMs = changes[at + 1]?.atMs ?? Number.POSITIVE_INFINITY;
        // A cue that gives way to the next one in the instant in which it begins is not felt.
        const felt = played.filter(
          ({ atMs }, index) => atMs >= change.atMs && atMs < untilMs && played[index + 1]?.atMs !== atMs,
        );
        const words = felt.map(({ stretches }) => heard(pulsesOf(stretches), strength));
        // Going back on the same side needs no move. Any other change is announced first.
        if (change.isUndo && change.word === 'L') continue;
        expect(words[0]).toBe(change.word);
        if (change.word === 'L' || change.isUndo) continue;
        // A wearer who touches the glass looks at it. Otherwise the change is announced a second time, before anything else.
        const isTouched = touchedMs.some(
          (ms) => ms > change.atMs && ms <= Math.min(untilMs, change.atMs + 12_000),
        );
        if (!isTouched) expect(words[1]).toBe(change.word);
      }
      for (const { atMs, stretches } of played) {
        const isChange = changes.some((change) => atMs >= change.atMs && atMs < change.atMs + 12_000);
        if (!isChange)
          expect(heardWords(stretches, strength).filter((word) => /^LLL?$/.test(word))).toEqual([]);
      }
    }),
    { numRuns: runs(300) },
  );
});
