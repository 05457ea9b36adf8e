/** A session record that is plain, in its parts. */
import type { HoldRecord, PlannedHolds, SessionRecord } from '../../utils/core/log/record.ts';

/** A hold that went to plan. */
export const plainHold: HoldRecord = {
  step: 'release-iliacus',
  side: 'left',
  spot: 1,
  tool: 'ball',
  seconds: 75,
  positionedS: 30,
  reached: 2,
  outcome: 'guided-to-end',
  lateMs: 0,
};

export const plainPlan: PlannedHolds = {
  step: 'release-iliacus',
  tool: 'ball',
  seconds: 75,
  cues: 2,
  spots: [1, 1],
  positionsS: [30, 25, 0],
};

/** A session that went to plan, with pain rated before and after it. */
export const plainRecord: SessionRecord = {
  kind: 'session',
  routine: 'hip-release',
  routineVersion: 1,
  phase: 'sore',
  tool: 'ball',
  band: true,
  sides: ['left', 'right'],
  startedAtMs: 1_767_600_000_000,
  zoneOffsetMin: 60,
  durationS: 540,
  how: 'done',
  planned: [plainPlan],
  holds: [plainHold, { ...plainHold, side: 'right', positionedS: 25 }],
  beats: 10,
  interruptions: 0,
  clockJumps: 0,
  lostCues: 0,
  triesLeftOut: 0,
  protection: { standby: false, alarm: true, screen: true },
  painBefore: 4,
  painAfter: 2,
  contact: 6,
};
