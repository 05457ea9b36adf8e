/**
 * A radio between the watch and a phone that answers, with a fate for each exchange: messages are lost, doubled, damaged or so late that
 * later ones overtake them, or an answer reaches the wrong question.
 */
import type { Clock, Link } from '../../utils/ports/ports.ts';

export type Way = 'fine' | 'lost' | 'doubled' | 'damaged';

export interface Fate {
  readonly there: Way;
  readonly back: Way;
  readonly thereMs: number;
  readonly backMs: number;
  /** The question gets the answer to an earlier one first. */
  readonly staleAnswer: boolean;
}

export const FINE: Fate = { there: 'fine', back: 'fine', thereMs: 40, backMs: 40, staleAnswer: false };

export interface LossyLink extends Link {
  /** Fates of the next exchanges; after them, exchanges succeed. */
  readonly fates: Fate[];
  /** Every message from the watch, as it was handed over. */
  readonly sent: readonly Uint8Array[];
  readonly reopened: number;
  /** Ends the watch's app, so that messages on their way reach nobody. */
  cut(): void;
}

/** @param answer the phone; null where it says nothing */
export function createLossyLink(clock: Clock, answer: (bytes: Uint8Array) => Uint8Array | null): LossyLink {
  const fates: Fate[] = [];
  const sent: Uint8Array[] = [];
  let reopened = 0;
  let isCut = false;
  let previous: Uint8Array | null = null;

  function request(bytes: Uint8Array, done: (answer: Uint8Array | null) => void): void {
    const fate = fates.shift() ?? FINE;
    let isDone = false;
    const finish = (given: Uint8Array | null): void => {
      if (isDone || isCut) return;
      isDone = true;
      done(given);
    };
    sent.push(bytes.slice());
    const { staleAnswer } = fate;
    const stale = previous;
    if (staleAnswer && stale !== null) clock.after(1, () => finish(stale));
    carry(clock, fate.there, fate.thereMs, bytes, (arrived) => {
      const said = answer(arrived);
      if (said === null) return;
      previous = said;
      carry(clock, fate.back, fate.backMs, said, finish);
    });
  }

  return {
    fates,
    sent,
    get reopened() {
      return reopened;
    },
    request,
    reopen() {
      reopened++;
    },
    cut() {
      isCut = true;
    },
  };
}

function carry(
  clock: Clock,
  way: Way,
  delayMs: number,
  bytes: Uint8Array,
  arrive: (bytes: Uint8Array) => void,
): void {
  if (way === 'lost') return;
  const copy = bytes.slice();
  const at = copy.length >> 1;
  if (way === 'damaged') copy[at] = (copy[at] ?? 0) ^ 0x10;
  clock.after(delayMs, () => arrive(copy.slice()));
  if (way === 'doubled') clock.after(delayMs + 7, () => arrive(copy.slice()));
}
