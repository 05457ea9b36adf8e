/** Compares what was done with what was planned, by side. */
import { isComplete } from '../log/counted.ts';
import type { SessionRecord } from '../log/record.ts';
import type { Side } from '../routine/routine.ts';

/** How many spots were planned, and how many of these were held at least to their minimum. */
export interface DoneOfPlanned {
  readonly done: number;
  readonly planned: number;
}

export function doneOfPlanned(records: readonly SessionRecord[], side: Side): DoneOfPlanned {
  let done = 0;
  let planned = 0;
  for (const record of records) {
    const at = record.sides.indexOf(side);
    planned += record.planned.reduce((sum, { spots }) => sum + (spots[at] ?? 0), 0);
    const held = record.holds.filter((hold) => hold.side === side && isComplete(hold));
    // A spot that was held, left and held again counts once.
    done += new Set(held.map(({ step, spot }) => `${spot} ${step}`)).size;
  }
  return { done: Math.min(done, planned), planned };
}
