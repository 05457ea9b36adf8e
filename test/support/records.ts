/** Session records for tests, of every possible kind. */
import fc from 'fast-check';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { encodeSession } from '../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, SESSION } from '../../utils/core/log/frame.ts';
import type { HoldRecord, PlannedHolds, RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import type { Side } from '../../utils/core/routine/routine.ts';

/** The holds of a session in which each slot went as planned, derived from the description of `PlannedHolds` alone. */
export function holdsToPlan(planned: readonly PlannedHolds[], sides: readonly Side[]): readonly HoldRecord[] {
  return planned.flatMap(
    ({ step, tool, seconds, cues, spots, positionsS: [arriveS, otherSideS, sameSideS] }) => {
      const places = sides.flatMap((side, at) =>
        Array.from({ length: spots[at] ?? 0 }, (_, index) => ({ side, spot: index + 1 })),
      );
      return places.map(({ side, spot }, at) => {
        const positionedS = at === 0 ? arriveS : spot > 1 ? sameSideS : otherSideS;
        const outcome = 'guided-to-end' as const;
        return { step, side, spot, tool, seconds, positionedS, reached: cues, outcome, lateMs: 0 };
      });
    },
  );
}

/** A session without a hold, a lift or an answer, except for `over`. */
export function recordWith(over: Partial<SessionRecord>): SessionRecord {
  return { ...plainRecord, holds: [], beats: 0, painBefore: null, painAfter: null, contact: null, ...over };
}

const seconds = fc.integer({ min: 0, max: 36_000 });
const side = fc.constantFrom('left' as const, 'right' as const);
const tool = fc.constantFrom('ball' as const, 'hook' as const);
const holdTool = fc.constantFrom('ball' as const, 'hook' as const, 'none' as const);

/** Names that a routine may give its steps: the known ones, near misses of them, and any text. */
export const anyStep = fc.oneof(
  fc.constantFrom('release-iliacus', 'release-back'),
  fc.constantFrom('march', 'stretch-calf', 'release-bock', 'back', 'Release-back', '1,left,ball,x', '', ','),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

const hold: fc.Arbitrary<HoldRecord> = fc.record({
  step: anyStep,
  side,
  spot: fc.integer({ min: 1, max: 9 }),
  tool: holdTool,
  seconds,
  positionedS: seconds,
  reached: fc.integer({ min: 0, max: 5 }),
  outcome: fc.constantFrom('guided-to-end', 'let-go', 'not-easing', 'interrupted', 'skipped', 'stopped'),
  lateMs: fc.integer({ min: 0, max: 18_000 }).map((tenths) => tenths * 100),
});

const spots = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20 }));

const anyPlanned: fc.Arbitrary<PlannedHolds> = fc
  .record({
    step: anyStep,
    tool: holdTool,
    seconds,
    cues: fc.integer({ min: 0, max: 9 }),
    spots: fc.tuple(spots, spots).filter(([first, second]) => first + second > 0),
    positionsS: fc.tuple(seconds, seconds, seconds),
  })
  .map(({ positionsS: [arriveS, otherSideS, sameSideS], spots: [first, second], ...some }) => ({
    ...some,
    spots: [first, second],
    positionsS: [arriveS, first > 0 && second > 0 ? otherSideS : 0, first > 1 || second > 1 ? sameSideS : 0],
  }));

const rating = fc.option(fc.integer({ min: 0, max: 10 }));

export const anyRecord: fc.Arbitrary<SessionRecord> = fc.record({
  kind: fc.constant('session' as const),
  routine: fc.oneof(
    fc.constant('hip-release'),
    fc.constant('calf-and-hip-stretch'),
    fc.string({ maxLength: 24 }),
  ),
  routineVersion: fc.integer({ min: 1, max: 60_000 }),
  phase: fc.constantFrom('sore' as const, 'active' as const, 'maintenance' as const),
  tool,
  band: fc.boolean(),
  sides: fc.uniqueArray(side, { minLength: 1 }),
  startedAtMs: fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => s * 1000),
  zoneOffsetMin: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
  durationS: seconds,
  how: fc.constantFrom('done' as const, 'stopped' as const, 'left' as const),
  planned: fc.array(anyPlanned, { maxLength: 12 }),
  holds: fc.array(hold, { maxLength: 24 }),
  beats: fc.integer({ min: 0, max: 40 }),
  interruptions: fc.integer({ min: 0, max: 99 }),
  clockJumps: fc.integer({ min: 0, max: 9 }),
  lostCues: fc.integer({ min: 0, max: 99 }),
  triesLeftOut: fc.integer({ min: 0, max: 99 }),
  protection: fc.record({ standby: fc.boolean(), alarm: fc.boolean(), screen: fc.boolean() }),
  painBefore: rating,
  painAfter: rating,
  contact: rating,
});

export const anyRating: fc.Arbitrary<RatingRecord> = fc.record(
  {
    kind: fc.constant('rating' as const),
    of: fc.integer({ min: 1, max: 0xffffffff }),
    atMs: fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => s * 1000),
    painBefore: rating,
    painAfter: rating,
    contact: rating,
    contactLeft: rating,
    contactRight: rating,
    morning: fc.constantFrom('worse' as const, 'same' as const, 'better' as const),
  },
  { requiredKeys: ['kind', 'of', 'atMs'] },
);

/** The frame of a record that starts `seq` days later than the plain one. */
export function frameOf(seq: number): Frame {
  const record = { ...plainRecord, startedAtMs: plainRecord.startedAtMs + seq * 86_400_000 };
  return encodeFrame(SESSION, seq, encodeSession(record));
}
