/** Rows of `conductor-table.ts`: a clock that is set, heard of or not, while the page runs, stalls or waits. */
import type { Row } from './conductor-row.ts';

export const clocks: readonly Row[] = [
  {
    situation:
      'The clock is set forward by an hour, and the page is told: everything moves along, and is stored at once.',
    until: 40,
    helper: 'none',
    events: ['clock +3600 told 40', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation: 'The same a quarter of a second after a tick: that time is lost, and cues are late by it.',
    until: 40,
    helper: 'none',
    events: ['clock +3600 told 40.25', 'ticks 60.25'],
    plays: ['page: check at 60.25'],
    stores: ['hold 1 since 30.25', 'hold 1 since 30.25'],
    does: ['awake'],
    next: 'minimum 90.25',
  },
  {
    situation: 'The clock is set back, and the page is told.',
    until: 40,
    helper: 'none',
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
      'The clock is set forward by 4 s over a cue, and nobody is told: the page cannot tell that from a stall.',
    until: 28,
    events: ['clock +4', 'ticks 29.75'],
    plays: ['helper: start, counted from 29.75'],
    stores: ['hold 1 since 29.75'],
    does: ['awake'],
    next: 'check 59.75',
    undecidable:
      'A page that has stalled for 4 s sees the same. The helper finds the cue overdue by the same clock and plays it ' +
      'within the 1.3 s, so the cue is felt once, and the hold counts from no sooner than that.',
  },
  {
    situation:
      'The clock is set forward by an hour, and nobody is told: no page stalls for so long, so the page plays.',
    until: 28,
    events: ['clock +3600', 'tick 28.25'],
    plays: ['page: start at 28.25'],
    stores: ['hold 1 since 28.25'],
    next: 'check 58.25',
    undecidable:
      'A cue that should be due in 2 s is played now: a clock that was set forward by over 15 s and a page that was gone for ' +
      'as long look alike. It is felt once, and the hold counts from it.',
  },
  {
    situation: 'With a helper and no cue near, a clock that is told changes nothing about who plays.',
    until: 35,
    events: ['clock +3600 told 35', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation:
      'With a helper and a cue near, a tick in time after it shows that the page has not stalled: the page plays.',
    until: 58.75,
    events: ['clock +3600 told 58.75', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation:
      'The page stalls 1 s before a cue and is told of the clock 4 s later, and still no tick comes for 1 s: the cue is left ' +
      'to the helper. It has played it at 32.5, or does so by 37.8, and from then on it counts.',
    until: 29,
    events: ['clock +3600 told 33', 'tick 34', 'ticks 38'],
    plays: ['helper: start, counted from 38'],
    stores: ['position 1 since 4', 'hold 1 since 38'],
    does: ['awake', 'awake'],
    next: 'check 68',
  },
  {
    situation:
      'The same where the page ticks again only after the helper’s turn has begun: it gets no less time.',
    until: 29,
    events: ['clock +3600 told 30', 'tick 33', 'ticks 35'],
    plays: ['helper: start, counted from 35'],
    stores: ['position 1 since 1', 'hold 1 since 35'],
    does: ['awake', 'awake'],
    next: 'check 65',
  },
  {
    situation:
      'The clock is set again while the cue is left to the helper: nothing is stored, and the wait goes on.',
    until: 29,
    events: ['clock +3600 told 33', 'tick 34', 'clock -60 told 34', 'ticks 38'],
    plays: ['helper: start, counted from 38'],
    stores: ['position 1 since 4', 'hold 1 since 38'],
    does: ['awake', 'awake'],
    next: 'check 68',
  },
  {
    situation:
      'After a stall in which the helper cannot have played, because the next cue was far, the page plays it.',
    until: 35,
    events: ['clock +3600 told 35', 'tick 36', 'ticks 60'],
    plays: ['page: check at 60'],
    stores: ['hold 1 since 30', 'hold 1 since 30'],
    does: ['awake'],
    next: 'minimum 90',
  },
  {
    situation:
      'The cue is the helper’s under a call when the clock is set: nothing is stored until the helper has looked.',
    until: 29.75,
    events: ['call 29.75', 'ticks 32', 'clock +3600 told 32', 'ticks 34.5'],
    plays: ['helper: start, counted from 34.5'],
    stores: ['hold 1 since 34.5'],
    does: ['alarm 116', 'awake'],
    next: 'check 64.5',
  },
  {
    situation: 'The same where the helper has ended meanwhile: the page plays the cue.',
    until: 29,
    events: ['clock +3600 told 33', 'helper none', 'tick 34'],
    plays: ['page: start at 34'],
    stores: ['position 1 since 4', 'hold 1 since 34'],
    does: ['awake'],
    next: 'check 64',
  },
  {
    situation:
      'The page stalls 1 s before a cue, is told of the clock 4 s later, and ticks again at once: it plays the cue.',
    until: 29,
    events: ['clock +3600 told 33', 'tick 33.25', 'ticks 34'],
    plays: ['page: start at 34'],
    stores: ['position 1 since 4', 'hold 1 since 34'],
    does: ['awake'],
    next: 'check 64',
    undecidable:
      'A page that has not stalled, and is told of the clock 1 s before the cue, sees the very same: the time between the ' +
      'last tick and the word of the clock cannot be measured once the clock is another. That page has to play, because a ' +
      'lit page that lives plays its own cues. So a cue that the helper has played in the stall is felt a second time, ' +
      'where the stall ends within half a second after the word. No cue is lost, and the hold counts from the second: ' +
      'never early.',
  },
  {
    situation:
      'The page waits for the helper when it is told of the clock: nothing is stored, and the helper gets another look.',
    until: 29.75,
    events: ['tick 33', 'clock +3600 told 33.5', 'ticks 35.5'],
    plays: [],
    stores: [],
    next: 'start 30.5',
  },
  {
    situation: 'After that look the cue counts as of now.',
    until: 29.75,
    events: ['tick 33', 'clock +3600 told 33.5', 'ticks 36'],
    plays: ['helper: start, counted from 36'],
    stores: ['hold 1 since 36'],
    does: ['awake'],
    next: 'check 66',
  },
];
