/** Definitions as somebody outside the project writes them. */

import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';

const { positionsS, mostSpots, tries, retries, linger, rest } = defaultRoutine;
const ballCues = [
  { cue: 'check', atS: 30 },
  { cue: 'minimum', atS: 60 },
] as const;

/** The hip release as a definition, without the cue that it does not share. */
export const hipDefinition: RoutineDefinition = {
  name: 'My hip release',
  author: 'Ines Vega, physiotherapist',
  version: 3,
  reviewBy: '2027-05-31',
  safety: 'Stop when it tingles or goes numb.',
  source: 'Own experience with 40 patients',
  steps: [
    {
      kind: 'hold',
      name: 'Front of the hip',
      instruction: 'Lie on the ball, two fingers inside the hip bone.',
      glyph: 'front',
      doses: { ball: ballCues, hook: ballCues },
      spots: { sore: 1, active: 1, maintenance: 1 },
    },
    {
      kind: 'hold',
      name: 'Back of the hip',
      instruction: 'Turn over, the ball under the buttock.',
      glyph: 'back',
      doses: { ball: ballCues },
      spots: { sore: 1, active: 2, maintenance: 2 },
    },
    {
      kind: 'march',
      name: 'March',
      instruction: 'Band round both feet, lift the knees in turn.',
      glyph: 'march',
      lifts: 10,
      beatS: 4,
    },
  ],
  positionsS,
  ...(mostSpots ? { mostSpots } : {}),
  tries,
  ...(retries ? { retries } : {}),
  linger,
  rest,
};
