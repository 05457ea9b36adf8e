/** Rows of `conductor-table.ts`: a clock that is set, heard of or not, while the page runs, stalls or waits. */
import type { Row } from './conductor-row.ts';

export const clocks: readonly Row[] = [
  {
    situation:
      'The clock is set forward by an hour, and the page is told: everything moves along, and is stored at once.',
    until: 40,
    events: ['clock +3600 told 40', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation: 'The same a quarter of a second after a tick: that time is lost, and cues are late by it.',
    until: 40,
    events: ['clock +3600 told 40.25', 'ticks 60.25'],
    plays: ['page: check at 60.25'],
    stores: ['hold 1 since 30.25', 'hold 1 since 30.25'],
    does: ['awake'],
    next: 'minimum 90.25',
  },
  {
    situation: 'The clock is set back, and the page is told.',
    until: 40,
    events: ['clock -60 told 40', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation: 'The clock is set back, and a tick finds it out: the time since the tick before is lost.',
    until: 40,
    events: ['clock -60', 'ticks 60.25'],
    plays: ['page: check at 60.25'],
    stores: ['hold 1 since 30.25', 'hold 1 since 30.25'],
    does: ['awake'],
    next: 'minimum 90.25',
  },
  {
    situation:
      'The clock is set forward by 4 s over a cue, and nobody is told: the page cannot tell that from a stall, and plays it.',
    until: 28,
    events: ['clock +4', 'tick 28.25'],
    plays: ['page: start at 28.25'],
    stores: ['hold 1 since 28.25'],
    next: 'check 58.25',
    undecidable:
      'A page that has stalled for 4 s sees the same. The cue is felt once, and the hold counts from it.',
  },
  {
    situation: 'A cue that came due before the page is told of the clock is played after it.',
    until: 29,
    events: ['clock +3600 told 33', 'tick 33.25', 'ticks 34'],
    plays: ['page: start at 34'],
    stores: ['position 1 since 4', 'hold 1 since 34'],
    does: ['awake'],
    next: 'check 64',
  },
  {
    situation:
      'The helper has played the cue in the dark before the clock was set: the page goes on from there, later by what it does not know.',
    until: 29,
    // What is stored first is by the clock of before.
    events: ['report 36', 'clock +4 told 40', 'tick 40.25'],
    plays: ['helper: start, counted from 32', 'helper: start, counted from 40'],
    stores: ['hold 1 since 32', 'hold 1 since 40'],
    does: ['awake', 'awake'],
    next: 'check 70',
  },
  {
    situation: 'The helper has heard of the clock itself: its report needs no change.',
    until: 50,
    events: ['clock +3600', 'report clock', 'clock +0 told 54', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
];
