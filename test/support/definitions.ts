/** Definitions as somebody outside the project writes them. */

import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';

const { positionsS, mostSpots, tries, retries, linger, rest } = defaultRoutine;
const ballCues = [
  { cue: 'check', atS: 30 },
  { cue: 'minimum', atS: 60 },
] as const;

/** The hip release as a definition, without the cue that only the built-in routine has. */
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

/** An isometric hold, five times on one side, in another language and without drawings. */
export const wallSit: RoutineDefinition = {
  name: 'Café à deux',
  author: '髋部工作室',
  version: 1,
  reviewBy: '2028-01-15',
  safety: '',
  source: '',
  steps: [
    {
      kind: 'hold',
      name: '靠墙静蹲',
      instruction: '背靠墙，慢慢下蹲到大腿与地面平行，膝盖不要超过脚尖，保持均匀呼吸。',
      glyph: 'none',
      doses: { none: [{ cue: 'minimum', atS: 45 }] },
      spots: { sore: 5, active: 5, maintenance: 5 },
      only: 'right',
    },
  ],
  positionsS: { ...positionsS, 'same-side': 60 },
  tries: { sore: 1, active: 1, maintenance: 1 },
  linger: { usualS: 5, leastS: 5, mostS: 5, stayS: 10, softEveryS: 10, ceilingS: 60 },
  rest,
};

/** A definition whose names and lines are as long as they may be. */
export const longNames: RoutineDefinition = {
  ...hipDefinition,
  name: 'Morning and evening hips',
  safety:
    'Stop at once when it tingles, goes numb or throbs. Not after an operation, not while pregnant, not with a fresh injury.',
  steps: hipDefinition.steps.map((step, at) => ({
    ...step,
    name:
      ['Front of the hip, slowly', 'Back of the hip and thigh', 'Knees up, one by another'][at]?.slice(
        0,
        24,
      ) ?? '',
    instruction: 'Breathe out for longer than you breathe in, and let it sink.',
  })),
};

/**
 * A definition whose safety text is as long as it may be, in the widest letters. The text has no punctuation marks, because the app does
 * not control where the lines of an author's text begin.
 */
export const longSafety: RoutineDefinition = {
  ...wallSit,
  name: '晨间髋部',
  safety: '如果出现麻木刺痛搏动感或疼痛向外扩散请立即停止并离开球体'.repeat(5).slice(0, 120),
};
