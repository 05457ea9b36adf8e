/**
 * Plays a session against the engine: keeps the state, what is stored, and what was felt. It checks every step against the rules for all
 * steps, and uses no port and no real time.
 */
import { expect } from 'vitest';
import type { Cue, CueStyle } from '../../../utils/core/cue/vocabulary.ts';
import type { Plan } from '../../../utils/core/routine/plan.ts';
import type { AwakeEvent } from '../../../utils/core/session/event.ts';
import type { Effect, SessionState, Transition } from '../../../utils/core/session/state.ts';
import { stepAwake, stepWoke } from '../../../utils/core/session/step.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';

/** What can happen to the page of a session. With `woke`, a new page opens for the stored session. */
export type PageEvent = AwakeEvent | { readonly type: 'woke'; readonly atMs: number };

/** Lets the engine handle an event. */
export function stepOf(state: SessionState, event: PageEvent): Transition {
  return event.type === 'woke' ? stepWoke(state, event.atMs) : stepAwake(state, event);
}

export interface FeltCue {
  readonly cue: Cue;
  readonly dueMs: number;
  /** The instant at which the cue was played. */
  readonly atMs: number;
  /** Index of the slot in which it was played. */
  readonly slot: number;
}

export interface Walk {
  readonly cues: readonly FeltCue[];
  state(): SessionState;
  /** The state that a new page would find. */
  stored(): SessionState;
  send(event: PageEvent): readonly Effect[];
  /** A touch or another event without fields of its own. */
  happen(type: Exclude<PageEvent['type'], 'paused'>, atMs: number): readonly Effect[];
  /** Ticks every `everyMs` after `fromMs`, up to and including `untilMs`. */
  tick(fromMs: number, untilMs: number, everyMs: number): void;
}

/** A session that has just begun at `START_MS`. */
export function startWalk(plan: Plan, style: CueStyle = usualStyle): Walk {
  const [state, effects] = startSession(plan, START_MS, 60, style);
  expectLawful(effects, state);
  return walkFrom(state);
}

/** A session that continues from `first`, which counts as stored. */
export function walkFrom(first: SessionState): Walk {
  let state = first;
  let storedText = JSON.stringify(first);
  const cues: FeltCue[] = [];
  const walk: Walk = {
    cues,
    state: () => state,
    stored: () => JSON.parse(storedText),
    send(event) {
      const before = state;
      const [after, effects] = stepOf(before, event);
      // Millions of ticks have no effect, so the checks that could not fail are left out for them.
      if (effects.length > 0) expectLawful(effects, after);
      else if (event.type !== 'ticked') expect(after).toBe(before);
      for (const effect of effects) {
        if (effect.type === 'persist') storedText = JSON.stringify(after);
        if (effect.type === 'play') {
          expect(effect.lateMs).toBe(event.atMs - effect.dueMs);
          expect(effect.lateMs).toBeGreaterThanOrEqual(0);
          cues.push({ cue: effect.cue, dueMs: effect.dueMs, atMs: event.atMs, slot: before.slot });
        }
      }
      state = after;
      return effects;
    },
    happen: (type, atMs) => walk.send({ type, atMs }),
    tick(fromMs, untilMs, everyMs) {
      for (let atMs = fromMs + everyMs; atMs <= untilMs && state.phase.at !== 'ended'; atMs += everyMs) {
        walk.send({ type: 'ticked', atMs });
      }
    },
  };
  return walk;
}

/**
 * The rules for every step: it stores before it plays, plays at most one cue, keeps the screen on while the session runs, and releases
 * everything at its end.
 */
function expectLawful(effects: readonly Effect[], after: SessionState): void {
  const types = effects.map((effect) => effect.type);
  expect(types[0]).toBe('persist');
  expect(new Set(types).size).toBe(types.length);
  expect(types.includes('release')).toBe(after.phase.at === 'ended');
  if (after.phase.at === 'ended') expect(types).not.toContain('keep-awake');
  // An alarm that is due at once would open the page over and over.
  for (const effect of effects) {
    if (effect.type === 'keep-awake') expect(effect.wakeAtMs - after.seenMs).toBeGreaterThanOrEqual(5_000);
  }
}

/** Each cue with its second since the session's start, e.g. `check 60` or `move side 105`. */
export function score(cues: readonly FeltCue[]): readonly string[] {
  return cues.map(({ cue, atMs }) => `${nameOf(cue)} ${(atMs - START_MS) / 1000}`);
}

export function nameOf(cue: Cue): string {
  return cue.to === null ? cue.name : `${cue.name} ${cue.to}`;
}

/** Outcome and seconds of each try, e.g. `slot 0: guided-to-end 75 s`. */
export function outcomes(state: SessionState): readonly string[] {
  return state.tries.map((tried) => `slot ${tried.slot}: ${tried.outcome} ${tried.seconds} s`);
}
