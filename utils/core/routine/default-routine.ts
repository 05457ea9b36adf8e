import type { Routine } from './routine.ts';

/**
 * The built-in routine: release the iliacus (ball or hook), release the back of the hip, march with a band.
 * `text` numbers come from the published routine of two physical therapists and a trainer; `ours` are defaults.
 */
export const defaultRoutine: Routine = {
  id: 'hip-release',
  version: 1,
  steps: [
    {
      kind: 'hold',
      id: 'release-iliacus',
      doses: {
        // Steady pressure should begin to ease after about 30 s; 60 s is the least, not the aim.
        ball: [
          { cue: 'check', seconds: 30, source: 'text' },
          { cue: 'minimum', seconds: 60, source: 'text' },
        ],
        // 30 s lined up and relaxed, then, if it eases, about 60 s with the handle pressed.
        hook: [
          { cue: 'press', seconds: 30, source: 'text' },
          { cue: 'check', seconds: 60, source: 'text' },
          { cue: 'minimum', seconds: 90, source: 'text' },
        ],
      },
      spots: {
        sore: { count: 1, source: 'text' },
        active: { count: 1, source: 'ours' },
        maintenance: { count: 1, source: 'ours' },
      },
    },
    {
      kind: 'hold',
      id: 'release-back',
      doses: {
        ball: [
          { cue: 'check', seconds: 30, source: 'text' },
          { cue: 'minimum', seconds: 60, source: 'text' },
        ],
      },
      spots: {
        sore: { count: 1, source: 'text' },
        active: { count: 2, source: 'ours' },
        maintenance: { count: 2, source: 'ours' },
      },
    },
    {
      kind: 'march',
      id: 'march',
      lifts: { count: 10, source: 'text' },
      beat: { seconds: 4, source: 'ours' },
    },
  ],
  positions: {
    first: { seconds: 30, source: 'ours' },
    'same-side': { seconds: 20, source: 'ours' },
    'other-side': { seconds: 25, source: 'ours' },
    'turn-over': { seconds: 30, source: 'ours' },
    'turn-over-from-hook': { seconds: 40, source: 'ours' },
    'place-hook': { seconds: 45, source: 'ours' },
    stand: { seconds: 60, source: 'ours' },
  },
  tries: {
    sore: { count: 2, source: 'ours' },
    active: { count: 3, source: 'ours' },
    maintenance: { count: 3, source: 'ours' },
  },
  linger: {
    usual: { seconds: 15, source: 'ours' },
    least: { seconds: 10, source: 'ours' },
    most: { seconds: 120, source: 'ours' },
    stay: { seconds: 60, source: 'ours' },
    softEvery: { seconds: 30, source: 'ours' },
    ceiling: { seconds: 300, source: 'ours' },
  },
  rest: {
    sore: { earliest: { count: 2, source: 'text' }, latest: { count: 3, source: 'text' } },
    active: { earliest: { count: 2, source: 'text' }, latest: { count: 3, source: 'ours' } },
    maintenance: { earliest: { count: 7, source: 'text' }, latest: { count: 14, source: 'text' } },
  },
};
