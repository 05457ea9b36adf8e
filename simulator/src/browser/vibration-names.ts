/** Names bursts of pulses: by the app's own name if it gives one, else by their shape. */
import type { Pulse } from '../engine/types.ts';

/** A burst is over when the motor has been still for this time, virtual ms. */
export const QUIET_MS = 700;
/** Pulses up to this length count as short, ms. */
const SHORT_MS = 350;
/** Pulses from this length on count as very long, ms. */
const VERY_LONG_MS = 1_500;

export interface Burst {
  readonly pulses: readonly Pulse[];
  /** Virtual uptime at which its first pulse began and its last one ended, ms. */
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Groups pulses into bursts, in order. */
export function burstsOf(pulses: readonly Pulse[]): readonly Burst[] {
  const bursts: Burst[] = [];
  for (const pulse of pulses) {
    const last = bursts[bursts.length - 1];
    if (last !== undefined && pulse.onMs - last.untilMs < QUIET_MS)
      bursts[bursts.length - 1] = {
        pulses: [...last.pulses, pulse],
        fromMs: last.fromMs,
        untilMs: pulse.offMs,
      };
    else bursts.push({ pulses: [pulse], fromMs: pulse.onMs, untilMs: pulse.offMs });
  }
  return bursts;
}

/** The pulses in words: `long, short, short`. */
export function shapeOf({ pulses }: Pick<Burst, 'pulses'>): string {
  return pulses
    .map(({ onMs, offMs }) =>
      offMs - onMs <= SHORT_MS ? 'short' : offMs - onMs < VERY_LONG_MS ? 'long' : 'very long',
    )
    .join(', ');
}

/** The app's name for the burst with its shape, or the shape alone. */
export function nameOf(burst: Pick<Burst, 'pulses'>, names: Readonly<Record<string, string>>): string {
  const shape = shapeOf(burst);
  const name = names[shape];
  return name === undefined ? shape : `${name} (${shape})`;
}
