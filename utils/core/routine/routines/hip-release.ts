import type { Routine } from '../routine.ts';
import type { RoutineSources } from '../routine-sources.ts';

/** Release the iliacus (ball or hook), release the back of the hip, march with a band. */
export const routine: Routine = {
  id: 'hip-release',
  version: 1,
  steps: [
    {
      kind: 'hold',
      id: 'release-iliacus',
      glyph: 'front',
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
      glyph: 'back',
      doses: {
        ball: [
          { cue: 'check', atS: 30 },
          { cue: 'minimum', atS: 60 },
        ],
      },
      spots: { sore: 1, active: 2, maintenance: 2 },
    },
    { kind: 'march', id: 'march', glyph: 'march', lifts: 10, beatS: 4 },
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
  mostSpots: { sore: 2 },
  tries: { sore: 2, active: 3, maintenance: 3 },
  retries: { sore: 1 },
  linger: { usualS: 15, leastS: 10, mostS: 120, stayS: 60, softEveryS: 30, ceilingS: 300 },
  rest: {
    sore: { earliestDays: 2, latestDays: 3 },
    active: { earliestDays: 2, latestDays: 3 },
    maintenance: { earliestDays: 7, latestDays: 14 },
  },
};

export const sources: RoutineSources = {
  published: "a runner's-magazine article with two physical therapists and a trainer",
  numbers: {
    'steps/0/doses/ball/0/atS': ['text', 30, 'should start to ease after about 30 s; a question, not an end'],
    'steps/0/doses/ball/1/atS': [
      'text',
      60,
      'at least 60 s of steady pressure on a spot; a minimum, not a target',
    ],
    'steps/0/doses/hook/0/atS': [
      'text',
      30,
      'at least 30 s lined up and relaxed before the handle is pressed',
    ],
    'steps/0/doses/hook/1/atS': ['text', 60, '30 s after the press: should start to ease'],
    'steps/0/doses/hook/2/atS': ['text', 90, 'about 60 s of pressing after the first 30'],
    'steps/0/spots/sore': [
      'text',
      1,
      'only one or two spots each time while sore: one here, one at the back',
    ],
    'steps/0/spots/active': ['ours', 1, 'one front spot a side, as found'],
    'steps/0/spots/maintenance': ['ours', 1, 'one front spot a side, as found'],
    'steps/1/doses/ball/0/atS': ['text', 30, 'should start to ease after about 30 s'],
    'steps/1/doses/ball/1/atS': ['text', 60, 'at least 60 s on each spot'],
    'steps/1/spots/sore': ['text', 1, 'only one or two spots each time while sore'],
    'steps/1/spots/active': ['ours', 2, 'the text finds usually more than one sore spot'],
    'steps/1/spots/maintenance': ['ours', 2, 'the text finds usually more than one sore spot'],
    'steps/2/lifts': ['text', 10, 'five a side, alternating'],
    'steps/2/beatS': ['ours', 4, 'slowly'],
    'positionsS/first': ['ours', 30, 'lie down and find the spot'],
    'positionsS/same-side': ['ours', 20, 'roll to the next spot'],
    'positionsS/other-side': ['ours', 25, 'ball to the other side'],
    'positionsS/turn-over': ['ours', 30, 'onto the back, hips up, ball under'],
    'positionsS/turn-over-from-hook': ['ours', 40, 'handle up, roll off, hook away, onto the back'],
    'positionsS/place-hook': ['ours', 45, 'side, tip in place, roll face down until it is flat'],
    'positionsS/stand': ['ours', 60, 'sit up, band on seated, stand slowly'],
    'mostSpots/sore': ['text', 2, 'only one or two spots each time; that the back goes first is ours'],
    'tries/sore': ['ours', 2, 'one or two spots each time'],
    'retries/sore': ['ours', 1, 'a try presses a spot too'],
    'tries/active': ['ours', 3, 'then leave the side for today'],
    'tries/maintenance': ['ours', 3, 'then leave the side for today'],
    'linger/usualS': ['ours', 15, 'time to feel whether it lets go'],
    'linger/leastS': ['ours', 10, 'twice the least gap between cues'],
    'linger/mostS': ['ours', 120, 'longer is what "stay" is for'],
    'linger/stayS': ['ours', 60, 'another minimum'],
    'linger/softEveryS': ['ours', 30, 'one sign of life at most every half minute'],
    'linger/ceilingS': ['ours', 300, 'no spot needs more than five minutes'],
    'rest/sore/earliestDays': ['text', 2, 'a day or two off'],
    'rest/sore/latestDays': ['text', 3, 'a day or two off'],
    'rest/active/earliestDays': ['text', 2, 'every other day until symptoms improve'],
    'rest/active/latestDays': ['ours', 3, "one day's grace"],
    'rest/maintenance/earliestDays': ['text', 7, 'once a week'],
    'rest/maintenance/latestDays': ['text', 14, 'or every two weeks'],
  },
};
