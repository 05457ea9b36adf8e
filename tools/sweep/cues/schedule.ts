/** Random fault schedules. A seed must give the same schedule for ever. */
import { newWearer, type PlanPreferences } from '../../../utils/core/preferences/preference-table.ts';
import type { RoutineDefinition } from '../../../utils/core/routine/definition.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import type { Plan } from '../../../utils/core/routine/plan.ts';
import { createRandom } from '../../shared/random.ts';
import { randomDefinition } from '../../shared/random-definition.ts';
import type { Fault, TimedFault } from './fault.ts';
import { type Assumed, randomReadings } from './readings.ts';

export interface Schedule {
  readonly seed: number;
  readonly device: string;
  readonly consent: 'allow' | 'deny';
  readonly preferences: Partial<PlanPreferences>;
  /** The wearer's own routine, in the place of the built-in one. */
  readonly own?: RoutineDefinition;
  readonly faults: readonly TimedFault[];
  /** What is assumed about the watch; the usual where it is left out. */
  readonly assume?: Assumed;
  /** Duration of the run from the tap on Start, ms. */
  readonly watchMs: number;
}

/** One model each of API 3.6, 4.0 and 4.2. */
export const MODELS = ['GTR 4', 'T-Rex 3', 'Balance 2'] as const;

interface Scene {
  readonly preferences: Partial<PlanPreferences>;
  readonly watchMs: number;
}

/** What is run: the first two holds of a session with every step, or a whole session of one side with its march. */
const TWO_HOLDS: Partial<PlanPreferences> = { sides: ['left', 'right'], soreBack: true };
const ONE_SIDE: Partial<PlanPreferences> = { sides: ['left'] };
export const SCENES: readonly [Scene, Scene, Scene] = [
  { preferences: TWO_HOLDS, watchMs: 275_000 },
  { preferences: { ...TWO_HOLDS, kit: 'hook' }, watchMs: 350_000 },
  { preferences: ONE_SIDE, watchMs: 345_000 },
];

type Draw = (below: number) => number;

/** Whole numbers from 0 to below `below`. */
function createDraw(seed: number): Draw {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1));
  return (below) => Math.floor(random() * below);
}

function pick<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[draw(items.length)] ?? items[0];
}

const DAY_MS = 86_400_000;

/** A clock is set forwards only with an announcement: without one it looks like a timer that stalled. */
function clockFault(draw: Draw): Fault {
  const byMs = pick(draw, [1_000, 2_000, 7_000, 60_000, 3_600_000, DAY_MS]);
  const back = draw(2) === 0;
  return { kind: 'clock', byMs: back ? -byMs : byMs, announced: !back || draw(2) === 0 };
}

/** One fault at an instant, with what follows from it: a call ends, the screen may be lit again. */
function randomFault(draw: Draw, atMs: number): readonly TimedFault[] {
  const one = (fault: Fault): readonly TimedFault[] => [{ atMs, fault }];
  const laterMs = atMs + 500 + draw(40_000);
  const kind = draw(12);
  switch (kind) {
    case 0:
      return draw(2) === 0
        ? one({ kind: 'dark' })
        : [...one({ kind: 'dark' }), { atMs: laterMs, fault: { kind: 'lit' } }];
    case 1:
    case 2:
      return [
        ...one({ kind: 'kill-page' }),
        ...(draw(2) === 0 ? [{ atMs: laterMs, fault: { kind: 'relaunch' } as const }] : []),
      ];
    case 3:
      return one({ kind: 'kill-service' });
    case 4:
      return one({ kind: 'kill-both' });
    case 5:
      return one({ kind: 'reboot' });
    case 6:
    case 7:
      return one(clockFault(draw));
    case 8:
      return one({ kind: 'stall', forMs: 5_000 });
    case 9:
      return one(draw(2) === 0 ? { kind: 'doubled' } : { kind: 'rate', rate: pick(draw, [1.02, 1.16]) });
    case 10:
      return [
        ...one({ kind: 'ring' }),
        ...(draw(2) === 0 ? [{ atMs: atMs + 400, fault: { kind: 'answer' } as const }] : []),
        { atMs: laterMs, fault: { kind: 'hang-up' } },
      ];
    default:
      return one({ kind: 'relaunch' });
  }
}

/** The schedule of a seed. */
export function scheduleOf(seed: number): Schedule {
  const draw = createDraw(seed);
  const scene = pick(draw, SCENES);
  const device = pick(draw, MODELS);
  const consent = draw(4) === 0 ? 'deny' : 'allow';
  const faults: TimedFault[] = [];
  // Timers are seldom exact.
  const rate = pick(draw, [1, 1.003, 1.011]);
  if (rate !== 1) faults.push({ atMs: 0, fault: { kind: 'rate', rate } });
  const count = 1 + draw(4);
  for (let index = 0; index < count; index++) {
    // Half of the faults come within seconds of a multiple of 15 s, where the cues are.
    const anywhereMs = draw(scene.watchMs - 40_000);
    const nearMs = 15_000 * (1 + draw(Math.floor(scene.watchMs / 15_000) - 3)) - 4_000 + draw(10_000);
    faults.push(...randomFault(draw, draw(2) === 0 ? anywhereMs : nearMs));
  }
  // Drawn last: these were added later, and must not change the other faults of a seed.
  const refusal = draw(12);
  const refusedMs = draw(scene.watchMs - 40_000);
  if (refusal === 0) faults.push({ atMs: refusedMs, fault: { kind: 'foreign-service' } });
  if (refusal === 1) faults.push({ atMs: refusedMs, fault: { kind: 'no-alarms' } });
  faults.sort((a, b) => a.atMs - b.atMs);
  return { seed, device, consent, preferences: scene.preferences, faults, watchMs: scene.watchMs };
}

/** Another stream of random numbers than that of the faults. */
const READINGS_STREAM = 0x5eed;

/** The schedule of a seed on a watch that behaves in one of the ways that published apps report. */
export function scheduleWithReadings(seed: number): Schedule {
  return { ...scheduleOf(seed), assume: randomReadings(createDraw(seed ^ READINGS_STREAM)) };
}

/** Another stream again, from which a routine of the wearer's own is drawn. */
const OWN_STREAM = 0x0123;

/** The same schedule with a random routine of the wearer's own that gives a plan for its wearer. */
export function withOwnRoutine(schedule: Schedule): Schedule {
  const random = createRandom(schedule.seed ^ OWN_STREAM);
  for (;;) {
    const own = randomDefinition(random);
    if (ownPlan(own, schedule.preferences) !== null) return { ...schedule, own };
  }
}

/** The plan of a definition; null where these preferences give none. */
export function ownPlan(own: RoutineDefinition, preferences: Partial<PlanPreferences>): Plan | null {
  const plan = layOutPlan(routineOf(own), { ...newWearer, ...preferences });
  return plan.ok ? plan.value : null;
}
