/**
 * The page dies and is opened again: the session goes on at the right second while the slot still runs, asks the wearer if its end has
 * passed, and credits nothing that was not guided.
 */
import { describe, expect, it } from 'vitest';
import type { Effect, SessionState } from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { nameOf, startWalk, walkFrom } from './walk.ts';

const AWAY_S = [0, 1, 2, 5, 12, 29, 31, 44, 60, 76, 105, 137, 300, 900, 1_799, 1_800, 1_801, 4_000, 86_400];

interface Death {
  /** The state that a new page finds. */
  readonly stored: SessionState;
  /** The state when the page died. */
  readonly state: SessionState;
  readonly atMs: number;
}

/** The default session killed at each of its seconds. */
function deaths(): readonly Death[] {
  const walk = startWalk(planWith());
  const all: Death[] = [];
  for (let atMs = START_MS; atMs < START_MS + 517_000; atMs += 1_000) {
    if (atMs > START_MS) walk.tick(atMs - 1_000, atMs, 250);
    all.push({ stored: walk.stored(), state: walk.state(), atMs });
  }
  return all;
}

interface Return {
  readonly died: Death;
  readonly backMs: number;
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

const returns: readonly Return[] = deaths().flatMap((died) =>
  AWAY_S.map((awayS) => {
    const backMs = died.atMs + awayS * 1_000;
    const walk = walkFrom(died.stored);
    const effects = walk.happen('woke', backMs);
    return { died, backMs, state: walk.state(), effects };
  }),
);

/** When a slot in this state ends if it goes to plan; for the march, without its last wait. */
function slotEndMs(state: SessionState): number {
  const slot = state.plan.slots[state.slot];
  const phase = state.phase;
  if (slot?.kind === 'hold') return phase.untilMs + (phase.at === 'position' ? 75_000 : 0);
  if (phase.at === 'position') return phase.untilMs + 45_000;
  return phase.untilMs + (10 - state.beats) * 4_000;
}

const awayMs = ({ died, backMs }: Return): number => backMs - died.stored.seenMs;
const left = returns.filter((back) => awayMs(back) >= 30 * 60_000);
const late = returns.filter(
  (back) => awayMs(back) < 30 * 60_000 && back.backMs >= slotEndMs(back.died.stored),
);
const inTime = returns.filter(
  (back) => awayMs(back) < 30 * 60_000 && back.backMs < slotEndMs(back.died.stored),
);

/** The first of `all` that is not `right`, in words; undefined if all are. */
function wrongOne(all: readonly Return[], right: (back: Return) => boolean): string | undefined {
  const back = all.find((one) => !right(one));
  if (back === undefined) return undefined;
  const diedS = (back.died.atMs - START_MS) / 1000;
  return `killed at ${diedS} s, back at ${(back.backMs - START_MS) / 1000} s: ${JSON.stringify([back.state.phase, back.effects])}`;
}

const played = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'play' ? [nameOf(effect.cue)] : []));

it('the tests cover every kind of return', () => {
  expect(Math.min(inTime.length, late.length, left.length)).toBeGreaterThan(1_000);
});

describe('while the slot still runs', () => {
  it('the slot stays the same, no try is closed, and nothing is asked', () => {
    expect(
      wrongOne(
        inTime,
        ({ died, state }) =>
          state.slot === died.stored.slot &&
          state.tries.length === died.stored.tries.length &&
          state.phase.at !== 'paused' &&
          state.phase.at !== 'ended',
      ),
    ).toBeUndefined();
  });

  it('a hold goes on at the right second', () => {
    const holds = inTime.filter(({ died }) => died.stored.phase.at === 'hold');
    expect(
      wrongOne(
        holds,
        ({ died, state }) =>
          state.phase.at === 'hold' &&
          state.phase.sinceMs === died.state.phase.sinceMs &&
          state.phase.untilMs === died.state.phase.untilMs,
      ),
    ).toBeUndefined();
  });

  it('a hold whose start cue was not played begins with that cue now', () => {
    const positions = inTime.filter(({ died, backMs }) => {
      const { phase } = died.stored;
      return phase.at === 'position' && backMs >= phase.untilMs;
    });
    expect(
      wrongOne(
        positions,
        ({ backMs, state, effects }) => state.phase.sinceMs === backMs && played(effects).join() === 'start',
      ),
    ).toBeUndefined();
  });

  it('a cue that came due is felt in place of the come-back cue, and at most one is', () => {
    const holds = inTime.filter(({ died }) => died.stored.phase.at === 'hold');
    const owed = ({ died, backMs }: Return): string => {
      const { phase } = died.stored;
      const heldS = (backMs - phase.sinceMs) / 1000;
      const cursor = phase.at === 'hold' ? phase.cursor : 0;
      if (cursor < 2 && heldS >= 60 && heldS <= 70) return 'minimum';
      if (cursor < 1 && heldS >= 30 && heldS <= 55) return 'check';
      const nextS = cursor < 1 && heldS < 30 ? 30 : cursor < 2 && heldS < 60 ? 60 : 75;
      return nextS - heldS < 5 ? '' : 'come-back';
    };
    expect(wrongOne(holds, (back) => played(back.effects).join() === owed(back))).toBeUndefined();
  });

  it('the march goes on with the remaining lifts, none of them sooner than 5 s', () => {
    const marches = inTime.filter(({ died }) => died.stored.phase.at === 'march');
    expect(
      wrongOne(
        marches,
        ({ died, state, backMs }) =>
          state.beats === died.stored.beats && state.phase.untilMs >= backMs + 5_000,
      ),
    ).toBeUndefined();
  });

  it('the screen is kept on again', () => {
    expect(
      wrongOne(inTime, ({ effects }) => effects.some((effect) => effect.type === 'keep-awake')),
    ).toBeUndefined();
  });
});

describe('after the end of the slot', () => {
  it('the session asks, with the come-back cue', () => {
    expect(
      wrongOne(
        late,
        ({ state, effects }) =>
          state.phase.at === 'paused' &&
          state.phase.why === 'unguided' &&
          played(effects).join() === 'come-back',
      ),
    ).toBeUndefined();
  });

  it('the current slot stays the current one', () => {
    expect(wrongOne(late, ({ died, state }) => state.slot === died.stored.slot)).toBeUndefined();
  });
});

it('after 30 minutes the session is closed as left, as it stood when it was last stored', () => {
  expect(
    wrongOne(
      left,
      ({ died, state, effects }) =>
        state.phase.at === 'ended' &&
        state.phase.how === 'left' &&
        state.phase.sinceMs === died.stored.seenMs &&
        played(effects).length === 0,
    ),
  ).toBeUndefined();
});

it('nothing unguided is credited: a hold is interrupted, without a second after the last stored instant', () => {
  expect(
    wrongOne([...late, ...left], ({ died, state }) => {
      const { phase, seenMs, tries } = died.stored;
      if (phase.at !== 'hold') return state.tries.length === tries.length;
      const closed = state.tries.at(-1);
      return (
        state.tries.length === tries.length + 1 &&
        closed?.outcome === 'interrupted' &&
        closed.seconds === Math.floor((seenMs - phase.sinceMs) / 1000)
      );
    }),
  ).toBeUndefined();
});

it('a pause stays a pause, and one that has lasted 30 minutes is closed, with the screen and the alarm released', () => {
  const walk = startWalk(planWith());
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 10_000 });
  walk.tick(START_MS + 10_000, START_MS + 25 * 60_000, 250);
  const soon = walkFrom(walk.stored());
  soon.happen('woke', START_MS + 26 * 60_000);
  expect(soon.state().phase.at).toBe('paused');
  const later = walkFrom(walk.stored());
  expect(later.happen('woke', START_MS + 31 * 60_000).map((effect) => effect.type)).toEqual([
    'persist',
    'release',
  ]);
  expect(later.state().phase).toMatchObject({ at: 'ended', how: 'left' });
});
