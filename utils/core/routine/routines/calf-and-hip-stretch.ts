import type { Routine } from '../routine.ts';
import type { RoutineSources } from '../routine-sources.ts';

/** Stretch the front of the hip, half kneeling, then the calf at a wall: two holds of 30 s a side each. */
export const routine: Routine = {
  id: 'calf-and-hip-stretch',
  version: 1,
  steps: [
    {
      kind: 'hold',
      id: 'stretch-hip-flexor',
      glyph: 'kneel',
      doses: { none: [{ cue: 'minimum', atS: 30 }] },
      spots: { sore: 2, active: 2, maintenance: 2 },
    },
    {
      kind: 'hold',
      id: 'stretch-calf',
      glyph: 'calf',
      doses: { none: [{ cue: 'minimum', atS: 30 }] },
      spots: { sore: 2, active: 2, maintenance: 2 },
    },
  ],
  positionsS: {
    first: 20,
    'same-side': 10,
    'other-side': 15,
    'turn-over': 20,
    'turn-over-from-hook': 20,
    'place-hook': 20,
    stand: 20,
  },
  tries: { sore: 2, active: 2, maintenance: 2 },
  linger: { usualS: 5, leastS: 5, mostS: 120, stayS: 30, softEveryS: 30, ceilingS: 120 },
  rest: {
    sore: { earliestDays: 2, latestDays: 3 },
    active: { earliestDays: 1, latestDays: 3 },
    maintenance: { earliestDays: 1, latestDays: 3 },
  },
};

export const sources: RoutineSources = {
  published:
    'Garber CE et al., American College of Sports Medicine position stand, Med Sci Sports Exerc 43(7):1334-1359, 2011, doi:10.1249/MSS.0b013e318213fefb',
  numbers: {
    'steps/0/doses/none/0/atS': ['text', 30, 'static stretches of 10 to 30 s for most adults'],
    'steps/0/spots/sore': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'steps/0/spots/active': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'steps/0/spots/maintenance': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'steps/1/doses/none/0/atS': ['text', 30, 'static stretches of 10 to 30 s for most adults'],
    'steps/1/spots/sore': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'steps/1/spots/active': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'steps/1/spots/maintenance': ['text', 2, 'two to four repetitions, 60 s in all for each stretch'],
    'positionsS/first': ['ours', 20, 'kneel, one foot in front'],
    'positionsS/same-side': ['ours', 10, 'ease out, breathe, and in again'],
    'positionsS/other-side': ['ours', 15, 'change legs'],
    'positionsS/turn-over': ['ours', 20, 'stand up and walk to the wall'],
    'positionsS/turn-over-from-hook': ['ours', 20, 'not reached: no step takes the hook'],
    'positionsS/place-hook': ['ours', 20, 'not reached: no step takes the hook'],
    'positionsS/stand': ['ours', 20, 'not reached: no march'],
    'tries/sore': ['ours', 2, 'then go on'],
    'tries/active': ['ours', 2, 'then go on'],
    'tries/maintenance': ['ours', 2, 'then go on'],
    'linger/usualS': ['ours', 5, 'a stretch ends at its time; the least gap between cues'],
    'linger/leastS': ['ours', 5, 'the least gap between cues'],
    'linger/mostS': ['ours', 120, 'as in every routine'],
    'linger/stayS': ['ours', 30, 'another hold'],
    'linger/softEveryS': ['ours', 30, 'one sign of life at most every half minute'],
    'linger/ceilingS': ['ours', 120, 'four holds of 30 s at one go'],
    'rest/sore/earliestDays': ['ours', 2, "a day's rest while sore"],
    'rest/sore/latestDays': ['text', 3, 'at least two to three days a week'],
    'rest/active/earliestDays': ['text', 1, 'daily stretching is most effective'],
    'rest/active/latestDays': ['text', 3, 'at least two to three days a week'],
    'rest/maintenance/earliestDays': ['text', 1, 'daily stretching is most effective'],
    'rest/maintenance/latestDays': ['text', 3, 'at least two to three days a week'],
  },
};
