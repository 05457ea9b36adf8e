/** Which sessions and holds count, and for what. */
import type { Side } from '../routine/routine.ts';
import { guidedS } from './guided-time.ts';
import type { HoldRecord, SessionRecord } from './record.ts';

/** With fewer seconds of holds, no rest is needed. */
const REST_FROM_S = 30;

/** Whether anything was guided: a second of a hold, or a lift. Otherwise the session leaves no trace. */
export function isGuided({ beats, holds }: SessionRecord): boolean {
  return beats > 0 || holds.some(({ seconds }) => seconds > 0);
}

/** Whether days of rest follow: after 30 seconds of holds in all. */
export function isRestedFrom({ holds }: SessionRecord): boolean {
  return guidedS({ holds }) >= REST_FROM_S;
}

/** Whether the hold reached its minimum. */
export function isComplete({ outcome }: HoldRecord): boolean {
  return outcome === 'guided-to-end' || outcome === 'let-go';
}

/** The sides that were pressed, in order. A stretch presses nothing. */
export function pressedSides({ sides, holds }: SessionRecord): readonly Side[] {
  return sides.filter((side) =>
    holds.some((hold) => hold.side === side && hold.seconds > 0 && hold.tool !== 'none'),
  );
}
