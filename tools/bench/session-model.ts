/**
 * The model of sessions on which the sizes of the log are measured. Its probabilities are guesses, because nobody has worn
 * a watch yet. Each draw adds its information, so that the entropy of the drawn sessions is known.
 */
import type { HoldRecord, PlannedHolds, SessionRecord } from '../../utils/core/log/record.ts';
import { plainRecord } from '../shared/plain-record.ts';
import { createRandom } from '../shared/random.ts';

/** Draws values and adds up the information of each, bits. */
export interface Source {
  pick<T>(choices: readonly (readonly [value: T, chance: number])[]): T;
  /** A whole number from `from` to `to`, each with the same probability. */
  whole(from: number, to: number): number;
  readonly bits: number;
}

export function createSource(seed: number): Source {
  const next = createRandom(seed);
  let bits = 0;
  return {
    get bits() {
      return bits;
    },
    pick(choices) {
      const total = choices.reduce((sum, [, chance]) => sum + chance, 0);
      let left = next() * total;
      for (const [value, chance] of choices) {
        left -= chance;
        if (left < 0) {
          bits -= Math.log2(chance / total);
          return value;
        }
      }
      throw new Error('the chances do not add up');
    },
    whole(from, to) {
      bits += Math.log2(to - from + 1);
      return from + Math.floor(next() * (to - from + 1));
    },
  };
}

const START_S = Date.UTC(2026, 0, 5, 6, 30) / 1000;
const DAY_S = 86_400;
/** Ratings are mostly low to middle; 3 in 20 are not given. */
const RATINGS = [3, 3, 3, 2.5, 2, 1.5, 1, 0.5, 0.3, 0.1, 0.1].map((chance, at) => [at, chance] as const);

function rating(source: Source): number | null {
  return source.pick([[true, 85] as const, [false, 15] as const]) ? source.pick(RATINGS) : null;
}

/** Holds of a session: 6 as in the active stage, 8 with two spots at the front of each side. */
export type Holds = 6 | 8;

/** Session number `day` of one wearer, who has one every second day, in the morning or in the evening. */
export function drawSession(source: Source, day: number, holds: Holds = 6, isToPlan = false): SessionRecord {
  const lingerS = source.pick([
    [15, 8],
    [20, 1],
    [30, 1],
  ] as const);
  const tool = source.pick([
    ['ball', 8],
    ['hook', 2],
  ] as const);
  const front = holds / 2 - 2;
  const isHook = tool === 'hook';
  const kinds: readonly PlannedHolds[] = [
    {
      step: 'release-iliacus',
      tool,
      seconds: (isHook ? 90 : 60) + lingerS,
      cues: isHook ? 3 : 2,
      spots: [front, front],
      positionsS: [isHook ? 45 : 30, isHook ? 45 : 25, front > 1 ? (isHook ? 45 : 20) : 0],
    },
    {
      step: 'release-back',
      tool: 'ball',
      seconds: 60 + lingerS,
      cues: 2,
      spots: [2, 2],
      positionsS: [isHook ? 40 : 30, 25, 20],
    },
  ];
  const sides = source.pick([
    [['left', 'right'], 9],
    [['right', 'left'], 1],
  ] as const);
  const told: HoldRecord[] = [];
  for (const { step, tool: with_, seconds, cues, spots, positionsS } of kinds) {
    let isFirst = true;
    sides.forEach((side, at) => {
      for (let spot = 1; spot <= (spots[at] ?? 0); spot++) {
        const positionS = positionsS[isFirst ? 0 : spot > 1 ? 2 : 1] ?? 0;
        const plan = {
          step,
          side,
          spot,
          tool: with_,
          seconds,
          positionedS: positionS,
          reached: cues,
          lateMs: 0,
        };
        told.push(...drawSlot(source, { ...plan, outcome: 'guided-to-end' }, lingerS, isToPlan));
        isFirst = false;
      }
    });
  }
  const heldS = told.reduce((sumS, hold) => sumS + hold.seconds + hold.positionedS, 0);
  const interruptions = told.filter(({ outcome }) => outcome === 'interrupted').length;
  const eveningS = source.pick([
    [0, 1],
    [43_200, 1],
  ] as const);
  return {
    ...plainRecord,
    phase: 'active',
    tool,
    sides,
    startedAtMs: (START_S + day * 2 * DAY_S + eveningS + source.whole(-2_400, 2_400)) * 1000,
    zoneOffsetMin: source.pick([
      [60, 48],
      [120, 48],
      [0, 4],
    ] as const),
    // The march takes 107 s, or less if "ready" was pressed, and some ticks are late.
    durationS: heldS + source.whole(100, 110) + 60 * interruptions,
    planned: kinds,
    holds: told,
    interruptions,
    protection: {
      standby: source.pick([
        [true, 7],
        [false, 3],
      ] as const),
      alarm: true,
      screen: true,
    },
    painBefore: rating(source),
    painAfter: rating(source),
    contact: rating(source),
  };
}

/** The holds of one slot: mostly to plan, sometimes let go, stayed on, not easing, paused, ready early, or with a late cue. */
function drawSlot(
  source: Source,
  plan: HoldRecord,
  lingerS: number,
  isToPlan: boolean,
): readonly HoldRecord[] {
  if (isToPlan) return [plan];
  const least = plan.seconds - lingerS;
  const how = source.pick([
    ['plan', 84],
    ['let-go', 5],
    ['stayed', 3],
    ['not-easing', 2],
    ['interrupted', 1],
    ['early', 3],
    ['late', 2],
  ] as const);
  switch (how) {
    case 'plan':
      return [plan];
    case 'let-go':
      return [{ ...plan, outcome: 'let-go', seconds: least + source.whole(0, lingerS - 1) }];
    case 'stayed':
      return [{ ...plan, seconds: plan.seconds + 60 }];
    case 'early':
      return [{ ...plan, positionedS: source.whole(5, plan.positionedS - 1) }];
    case 'late':
      return [{ ...plan, lateMs: source.whole(5, 30) * 100 }];
    default: {
      const seconds = source.whole(31, 59);
      return [
        { ...plan, outcome: how, seconds, reached: 1 },
        { ...plan, positionedS: 30 },
      ];
    }
  }
}
