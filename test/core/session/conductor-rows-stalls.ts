/** Rows of `conductor-table.ts`: a page on time, a page that stalls, the helper's report, and touches during a stall. */
import type { Row } from './conductor-row.ts';

export const onTime: readonly Row[] = [
  {
    situation: 'A page that runs plays a cue at its second.',
    until: 29.75,
    events: ['tick 30'],
    plays: ['page: start at 30'],
    stores: ['hold 1 since 30'],
    next: 'check 60',
  },
  {
    situation: 'A tick between two cues does nothing, and stores nothing.',
    until: 40,
    events: ['ticks 59.75'],
    plays: [],
    stores: [],
    next: 'check 60',
  },
];

export const stalls: readonly Row[] = [
  {
    situation:
      'A lit page that has stalled for 14 s over a cue plays it: the helper leaves it to the page for 21 s.',
    until: 29.75,
    events: ['tick 43.75'],
    plays: ['page: start at 43.75'],
    stores: ['hold 1 since 43.75'],
    next: 'check 73.75',
  },
  {
    situation: 'A cue inside a hold that came due in a stall: the hold still counts from its start cue.',
    until: 59.75,
    events: ['tick 63'],
    plays: ['page: check at 63'],
    stores: ['hold 1 since 30'],
    next: 'minimum 90',
  },
  {
    situation: 'A stall in which no cue came due changes nothing.',
    until: 40,
    events: ['tick 45'],
    plays: [],
    stores: [],
    next: 'check 60',
  },
  {
    situation: 'Two stalls in the march: each late beat is played once, and restarts the rhythm.',
    until: 474.75,
    events: ['tick 479.75', 'tick 485.75'],
    plays: ['page: beat at 479.75', 'page: beat at 485.75'],
    stores: ['march 5 since 470', 'march 5 since 470'],
    next: 'beat 489.75',
  },
];

export const reports: readonly Row[] = [
  {
    situation:
      'After a gap, the helper’s report says what it has played, and the page goes on from there at once.',
    until: 29.75,
    events: ['report 36', 'tick 39'],
    plays: ['helper: start, counted from 36'],
    stores: ['hold 1 since 36'],
    does: ['awake'],
    next: 'check 66',
  },
  {
    situation:
      'A report of a clock that was set forward 2 s while the page stalled moves the session along, though no cue is due.',
    until: 50,
    events: ['clock +2', 'report clock', 'tick 54', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation: 'A report on another session than the stored one is not believed: the page plays.',
    until: 29.75,
    events: ['old report', 'tick 35'],
    plays: ['page: start at 35'],
    stores: ['hold 1 since 35'],
    next: 'check 65',
  },
];

export const touches: readonly Row[] = [
  {
    situation: 'A touch after a stall means the position that is still there.',
    until: 29.75,
    events: ['more-time 32.25'],
    plays: [],
    stores: ['position 1 since 0'],
    does: ['touch', 'awake'],
    next: 'start 50',
  },
  {
    situation: 'A touch after the dark means the hold that the helper has begun.',
    until: 29.75,
    events: ['report 36', 'tick 39.75', 'not-easing 40'],
    plays: ['helper: start, counted from 36', 'page: move spot at 40'],
    stores: ['hold 1 since 36', 'position 1 since 40'],
    does: ['awake', 'awake'],
    next: 'start 70',
  },
  {
    situation: 'A touch that ends the session gives screen and alarm back.',
    until: 40,
    events: ['stopped 40.1', 'ticks 45'],
    plays: [],
    stores: ['ended, stopped'],
    does: ['touch', 'released'],
    next: 'none',
  },
  {
    situation:
      'The helper’s last cue ends the session: screen and alarm are given back, and the helper is left to finish it.',
    until: 516.75,
    events: ['report 523', 'tick 525'],
    plays: ['helper: done, counted from 523'],
    stores: ['ended, done'],
    does: ['released'],
    next: 'none',
  },
];
