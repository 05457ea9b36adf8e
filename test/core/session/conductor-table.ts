/**
 * The table of who plays a late cue. Each row is a situation of a new wearer's default session: 30 s to get into place,
 * a hold with its check at 30 s, minimum at 60 s and move at 75 s, and so on. Seconds are true time since Start, whatever
 * the clock was set to. `conductor-table.test.ts` plays every row.
 */
import type { Row } from './conductor-row.ts';
import { backFromTheDark } from './conductor-rows-back.ts';
import { clocks } from './conductor-rows-clocks.ts';
import { exits, interrupts } from './conductor-rows-interrupts.ts';
import { onTime, reports, stalls, touches } from './conductor-rows-stalls.ts';

export const table: Readonly<Record<string, readonly Row[]>> = {
  'on time': onTime,
  'a page that stalls': stalls,
  'what the helper reports': reports,
  'touches and ends': touches,
  'a call or a dark screen': interrupts,
  'a page that is back from the dark': backFromTheDark,
  'a clock that is set': clocks,
  'a page that is closed': exits,
};
