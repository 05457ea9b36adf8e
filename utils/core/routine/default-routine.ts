import type { Routine } from './routine.ts';

/**
 * The built-in routine: release the iliacus (ball or hook), release the back of the hip, march with a band. Where each
 * number comes from, and which may not be weakened, is in `routine-sources.ts`.
 */
export const defaultRoutine: Routine = {
  id: 'hip-release',
  version: 1,
  steps: [
    {
      kind: 'hold',
      id: 'release-iliacus',
      doses: {
        ball: [
          { cue: 'check', atS: 30 },
          { cue: 'minimum', atS: 60 },
        ],
        // Lined up and relaxed first; then, if it eases, the handle is pressed.
        hook: [
          { cue: 'press', atS: 30 },
          { cue: 'check', atS: 60 },
          { cue: 'minimum', atS: 90 },
        ],
      },
      spots: { sore: 1, active: 1, maintenance: 1 },
    },
    {
      kind: 'hold',
      id: 'release-back',
      doses: {
        ball: [
          { cue: 'check', atS: 30 },
          { cue: 'minimum', atS: 60 },
        ],
      },
      spots: { sore: 1, active: 2, maintenance: 2 },
    },
    { kind: 'march', id: 'march', lifts: 10, beatS: 4 },
  ],
  positionsS: {
    first: 30,
    'same-side': 20,
    'other-side': 25,
    'turn-over': 30,
    'turn-over-from-hook': 40,
    'place-hook': 45,
    stand: 60,
  },
  tries: { sore: 2, active: 3, maintenance: 3 },
  linger: { usualS: 15, leastS: 10, mostS: 120, stayS: 60, softEveryS: 30, ceilingS: 300 },
  rest: {
    sore: { earliestDays: 2, latestDays: 3 },
    active: { earliestDays: 2, latestDays: 3 },
    maintenance: { earliestDays: 7, latestDays: 14 },
  },
};
