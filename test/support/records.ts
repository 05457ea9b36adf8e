/** Session records for tests: one that is plain, and any that there can be. */
import fc from 'fast-check';
import { encodeRecord, SCHEMA } from '../../utils/core/log/codec.ts';
import { encodeFrame, type Frame } from '../../utils/core/log/frame.ts';
import type { HoldRecord, SessionRecord } from '../../utils/core/log/record.ts';

const plainHold: HoldRecord = {
  step: 'release-iliacus',
  side: 'left',
  spot: 1,
  tool: 'ball',
  seconds: 75,
  positionedS: 30,
  reached: 2,
  outcome: 'guided-to-end',
  lateMs: 120,
};

export const plainRecord: SessionRecord = {
  routine: 'hip-release',
  routineVersion: 1,
  phase: 'sore',
  tool: 'ball',
  sides: ['left', 'right'],
  startedAtMs: 1_767_600_000_000,
  zoneOffsetMin: 60,
  durationS: 540,
  how: 'done',
  holds: [plainHold, { ...plainHold, side: 'right' }],
  beats: 10,
  interruptions: 0,
  clockJumps: 0,
  lostCues: 0,
};

const seconds = fc.integer({ min: 0, max: 36_000 });
const side = fc.constantFrom('left' as const, 'right' as const);
const tool = fc.constantFrom('ball' as const, 'hook' as const);

const hold: fc.Arbitrary<HoldRecord> = fc.record({
  step: fc.constantFrom('release-iliacus' as const, 'release-back' as const, 'march' as const),
  side,
  spot: fc.integer({ min: 1, max: 9 }),
  tool,
  seconds,
  positionedS: seconds,
  reached: fc.integer({ min: 0, max: 5 }),
  outcome: fc.constantFrom('guided-to-end', 'let-go', 'not-easing', 'interrupted', 'skipped', 'stopped'),
  lateMs: fc.integer({ min: 0, max: 1_800_000 }),
});

export const anyRecord: fc.Arbitrary<SessionRecord> = fc.record({
  routine: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  routineVersion: fc.integer({ min: 1, max: 255 }),
  phase: fc.constantFrom('sore' as const, 'active' as const, 'maintenance' as const),
  tool,
  sides: fc.uniqueArray(side, { minLength: 1 }),
  startedAtMs: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  zoneOffsetMin: fc.integer({ min: -720, max: 840 }),
  durationS: seconds,
  how: fc.constantFrom('done' as const, 'stopped' as const, 'left' as const),
  holds: fc.array(hold, { maxLength: 18 }),
  beats: fc.integer({ min: 0, max: 40 }),
  interruptions: fc.integer({ min: 0, max: 99 }),
  clockJumps: fc.integer({ min: 0, max: 9 }),
  lostCues: fc.integer({ min: 0, max: 99 }),
});

/** The frame of a record that starts `seq` days later than the plain one. */
export function frameOf(seq: number): Frame {
  const record = { ...plainRecord, startedAtMs: plainRecord.startedAtMs + seq * 86_400_000 };
  return encodeFrame(SCHEMA, seq, encodeRecord(record));
}
