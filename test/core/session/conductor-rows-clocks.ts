/** Rows of `conductor-table.ts`: a clock that is set, with or without notice, while the page runs, stalls or waits. */
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
    situation:
      'What the helper has reported before the page was back costs no time that the page has lived through since.',
    until: 40,
    events: ['lives 35', 'clock +3600 told 40.25', 'ticks 60.25'],
    plays: ['page: check at 60.25'],
    // What is stored first is by the clock of before.
    stores: ['hold 1 since -3570', 'hold 1 since 30.25', 'hold 1 since 30.25'],
    does: ['awake', 'awake'],
    next: 'minimum 90.25',
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
  {
    situation:
      'The clock is set in the dark seconds after the helper has played, and what it has written last cannot be read yet: the page stores nothing that the helper would go on from.',
    until: 40,
    events: ['dark 40', 'lives 40', 'clock +1 told 68'],
    plays: [],
    stores: [],
    does: ['alarm 149'],
    next: 'check 59',
  },
  {
    situation: 'Back in the light, it goes on from what the helper has reported of cue and clock.',
    until: 40,
    events: ['dark 40', 'lives 40', 'clock +1 told 68', 'report 66 clock', 'back 75', 'ticks 90'],
    plays: ['helper: check, counted from 68', 'page: minimum at 90'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['alarm 149', 'awake'],
    next: 'move side 105',
  },
  {
    situation: 'The same where the helper was ended before the clock was set: the time in the dark is lost.',
    until: 40,
    events: ['dark 40', 'lives 40', 'clock -60 told 50', 'back 55', 'ticks 75.25'],
    plays: ['page: check at 75.25'],
    // What is stored first is by the clock of before.
    stores: ['hold 1 since 90', 'hold 1 since 45.25', 'hold 1 since 45.25'],
    does: ['alarm 131', 'awake', 'awake'],
    next: 'minimum 105.25',
  },
  {
    situation: 'A clock that is set in the dark after the end of the session arms no alarm.',
    until: 520,
    events: ['dark 520', 'lives 520', 'clock -60 told 521', 'back 522'],
    plays: [],
    stores: ['ended, done'],
    does: ['released'],
    next: 'none',
  },
  {
    situation: 'The same as a call begins: the call counts by the new clock.',
    until: 40,
    events: ['dark 40', 'lives 40', 'clock -60 told 50', 'call 55', 'ticks 69.75', 'back 70'],
    plays: [],
    stores: ['hold 1 since 90', 'hold 1 since 45'],
    does: ['alarm 131', 'awake', 'awake', 'alarm 136', 'alarm 136'],
    next: 'check 75',
  },
];
