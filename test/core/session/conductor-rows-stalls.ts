/** Rows of `conductor-table.ts`: a page on time, a page that stalls, the helper's report, and touches meanwhile. */
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
  {
    situation: 'A page that is 1.25 s late for a cue plays it: up to 1.5 s are its own.',
    until: 29.75,
    events: ['tick 31.25'],
    plays: ['page: start at 31.25'],
    stores: ['hold 1 since 31.25'],
    next: 'check 61.25',
  },
];

export const stalls: readonly Row[] = [
  {
    situation: 'A page that is 1.5 s late leaves the cue to the helper, and stores nothing.',
    until: 29.75,
    events: ['tick 31.5'],
    plays: [],
    stores: [],
    next: 'start 30',
  },
  {
    situation:
      'After a gap of 1.75 s the helper may have stalled too: it has 1.3 s to look, and 3 s since the cue was due.',
    until: 29.75,
    events: ['tick 31.5', 'ticks 33'],
    plays: ['helper: start, counted from 33'],
    stores: ['hold 1 since 33'],
    does: ['awake'],
    next: 'check 63',
  },
  {
    situation:
      'A page that is late without a gap takes the cue for played 3 s after it was due, as of 2.7 s.',
    until: 29.75,
    events: ['call 29.75', 'ticks 31.5', 'back 31.5', 'ticks 33'],
    plays: ['helper: start, counted from 32.7'],
    stores: ['hold 1 since 32.7'],
    does: ['alarm 116', 'alarm 116', 'awake'],
    next: 'check 62.7',
  },
  {
    situation: 'After a stall of 5 s the cue is left to the helper for 1.3 s.',
    until: 29.75,
    events: ['tick 35', 'ticks 36.25'],
    plays: [],
    stores: [],
    next: 'start 30',
  },
  {
    situation: 'After these 1.3 s the helper has played it, and it counts as of now.',
    until: 29.75,
    events: ['tick 35', 'ticks 36.5'],
    plays: ['helper: start, counted from 36.5'],
    stores: ['hold 1 since 36.5'],
    does: ['awake'],
    next: 'check 66.5',
  },
  {
    situation: 'The same after a stall of 14 s.',
    until: 29.75,
    events: ['tick 43.75', 'ticks 45.25'],
    plays: ['helper: start, counted from 45.25'],
    stores: ['hold 1 since 45.25'],
    does: ['awake'],
    next: 'check 75.25',
  },
  {
    situation: 'A cue inside a hold that came due in a stall: the hold still counts from its start cue.',
    until: 59.75,
    events: ['tick 63', 'ticks 64.5'],
    plays: ['helper: check, counted from 64.5'],
    stores: ['hold 1 since 30'],
    does: ['awake'],
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
    situation: 'Without a helper the page plays a late cue itself.',
    until: 29.75,
    helper: 'none',
    events: ['tick 35'],
    plays: ['page: start at 35'],
    stores: ['hold 1 since 35'],
    next: 'check 65',
  },
  {
    situation: 'Where the helper ends while the page waits for it, the page plays the cue.',
    until: 29.75,
    events: ['tick 35', 'helper none', 'tick 35.25'],
    plays: ['page: start at 35.25'],
    stores: ['hold 1 since 35.25'],
    next: 'check 65.25',
  },
  {
    situation:
      'No page survives a stall of over 15 s: the clock was set forward, nothing was played, and the page plays.',
    until: 29.75,
    events: ['tick 45'],
    plays: ['page: start at 45'],
    stores: ['hold 1 since 45'],
    next: 'check 75',
  },
  {
    situation: 'A second stall after the helper has had its 1.3 s is one more late cue.',
    until: 474.75,
    events: ['tick 478', 'ticks 481', 'tick 486', 'ticks 487.5'],
    plays: ['helper: beat, counted from 479.5', 'helper: beat, counted from 487.5'],
    stores: ['march 5 since 470', 'march 5 since 470'],
    does: ['awake', 'awake'],
    next: 'beat 491.5',
  },
  {
    situation:
      'A second stall within these 1.3 s: one beat counts, as of now, whether the helper has played one or two.',
    until: 474.75,
    events: ['tick 479.75', 'ticks 480.75', 'tick 485.75', 'ticks 487.25'],
    plays: ['helper: beat, counted from 487.25'],
    stores: ['march 5 since 470'],
    does: ['awake'],
    next: 'beat 491.25',
    undecidable:
      'A helper that has run all the time has played two beats, at 477.5 and 484.2; one that stalled with the page has ' +
      'played one. Nothing that the page can see differs between the two, because a helper may not write while the ' +
      'screen is lit. The page counts one: no cue of a hold is early or felt twice, and a march has at most one lift more.',
  },
];

export const reports: readonly Row[] = [
  {
    situation:
      'After a gap, the helper’s report says what it has played, and the page goes on from there at once.',
    until: 29.75,
    events: ['report 32.5', 'tick 39'],
    plays: ['helper: start, counted from 32.7'],
    stores: ['hold 1 since 32.7'],
    does: ['awake'],
    next: 'check 62.7',
  },
  {
    situation: 'A report is believed when the helper lives no more.',
    until: 29.75,
    events: ['report 32.5', 'helper none', 'tick 39'],
    plays: ['helper: start, counted from 32.7'],
    stores: ['hold 1 since 32.7'],
    does: ['awake'],
    next: 'check 62.7',
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
    situation: 'A report on another session than the stored one is not believed.',
    until: 29.75,
    events: ['old report', 'tick 35'],
    plays: [],
    stores: [],
    next: 'start 30',
  },
];

export const touches: readonly Row[] = [
  {
    situation: 'A touch while the page waits for the helper is taken at once.',
    until: 29.75,
    events: ['tick 32', 'more-time 32.25'],
    plays: [],
    stores: ['position 1 since 0'],
    does: ['touch', 'awake'],
    next: 'start 50',
  },
  {
    situation: 'A touch after that means the hold that the helper has begun.',
    until: 29.75,
    events: ['tick 31.5', 'ticks 33.75', 'not-easing 34'],
    plays: ['helper: start, counted from 33', 'page: move spot at 34'],
    stores: ['hold 1 since 33', 'position 1 since 34'],
    does: ['awake', 'awake'],
    next: 'start 64',
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
    events: ['tick 520', 'ticks 521.5'],
    plays: ['helper: done, counted from 521.5'],
    stores: ['ended, done'],
    does: ['released'],
    next: 'none',
  },
];
