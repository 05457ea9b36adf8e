/** Definitions as a random author might write them, each of which can be planned. */
import type { DefinitionStep, RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { parseDefinition } from '../../utils/core/routine/parse-definition.ts';
import type { CueMark, HoldKit, Side, Stage } from '../../utils/core/routine/routine.ts';

/** Names in several writings, with what tables, pages and terminals may trip over. */
const WORDS = [
  'Wall sit',
  'Ü 2',
  '小腿',
  'كتف',
  'más & más',
  '100 %',
  "l'arc",
  'a,b;c',
  '"Q"',
  '🦵 leg',
  'x{0}y',
];

/** Drawings with what each can be done with. */
const DRAWINGS: readonly (readonly [glyph: DefinitionStep['glyph'], kits: readonly HoldKit[]])[] = [
  ['front', ['ball', 'hook']],
  ['back', ['ball']],
  ['kneel', ['none']],
  ['calf', ['none']],
  ['none', ['none']],
  ['none', ['ball', 'none']],
];

/** @param random gives numbers in [0, 1) */
export function randomDefinition(random: () => number): RoutineDefinition {
  for (;;) {
    const parsed = parseDefinition(drawDefinition(random));
    if (parsed.ok) return parsed.value;
  }
}

function drawDefinition(random: () => number): RoutineDefinition {
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const oneOf = <Value>(values: readonly Value[]): Value => values[whole(0, values.length - 1)] as Value;
  const text = (most: number): string => Array.from({ length: whole(0, most) }, () => oneOf(WORDS)).join(' ');
  const stages = <Value>(value: () => Value): Record<Stage, Value> => ({
    sore: value(),
    active: value(),
    maintenance: value(),
  });
  const cues = (): CueMark[] => {
    const times = Array.from({ length: whole(1, 3) }, () => whole(5, 40));
    return times.map((_, at) => ({
      cue: at < times.length - 1 ? 'check' : 'minimum',
      atS: times.slice(0, at + 1).reduce((sum, s) => sum + s, 0),
    }));
  };
  const step = (_: unknown, at: number): DefinitionStep => {
    const words = { name: `${oneOf(WORDS)} ${at + 1}`, instruction: text(4) };
    if (whole(0, 4) === 0)
      return {
        ...words,
        kind: 'march',
        glyph: oneOf(['march', 'none']),
        lifts: whole(1, 12),
        beatS: whole(2, 6),
      };
    const [glyph, kits] = oneOf(DRAWINGS);
    const only = oneOf<Side | undefined>([undefined, undefined, 'left', 'right']);
    return {
      ...words,
      kind: 'hold',
      glyph,
      doses: Object.fromEntries(kits.map((kit) => [kit, cues()])),
      spots: stages(() => whole(1, 3)),
      ...(only === undefined ? {} : { only }),
    };
  };
  const leastS = whole(5, 15);
  const mostS = whole(leastS, 120);
  return {
    name: `${oneOf(WORDS)} ${whole(1, 99)}`,
    author: `${oneOf(WORDS)} ${oneOf(WORDS)}`,
    version: whole(1, 65_535),
    reviewBy: `20${whole(26, 60)}-0${whole(1, 9)}-1${whole(0, 9)}`,
    safety: text(8),
    source: text(8),
    steps: Array.from({ length: whole(1, 4) }, step),
    positionsS: {
      first: whole(5, 40),
      'same-side': whole(5, 20),
      'other-side': whole(15, 30),
      'turn-over': whole(15, 40),
      'turn-over-from-hook': whole(15, 40),
      'place-hook': whole(15, 45),
      stand: whole(15, 60),
    },
    ...(whole(0, 1) === 0 ? {} : { mostSpots: { sore: whole(1, 6) } }),
    tries: stages(() => whole(1, 3)),
    ...(whole(0, 1) === 0 ? {} : { retries: { sore: whole(1, 3), active: whole(1, 3) } }),
    linger: {
      usualS: whole(leastS, mostS),
      leastS,
      mostS,
      stayS: whole(10, 60),
      softEveryS: whole(10, 30),
      ceilingS: whole(130, 400),
    },
    rest: stages(() => {
      const earliestDays = whole(1, 7);
      return { earliestDays, latestDays: earliestDays + whole(0, 7) };
    }),
  };
}
