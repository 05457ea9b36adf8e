/** What a wearer may make of pulses: each of them alone lost, and each two neighbours felt as one. */
import { PULSES_MS, type Strength, type Stretch } from '../../utils/core/cue/vocabulary.ts';

/** How pulses are felt: short (`S`), or long (`L`) from halfway between the two on. */
export function heard(pulsesMs: readonly number[], strength: Strength): string {
  const { S, L } = PULSES_MS[strength];
  return pulsesMs.map((pulseMs) => (pulseMs * 2 < S + L ? 'S' : 'L')).join('');
}

/** The words that are felt where one pulse is lost, or two that follow each other run into one. */
export function heardWords(stretches: readonly Stretch[], strength: Strength): readonly string[] {
  const pulses = stretches.filter(({ on }) => on).map(({ durationMs }) => durationMs);
  const gaps = stretches.filter(({ on }) => !on).map(({ durationMs }) => durationMs);
  const lost = pulses.map((_, at) => pulses.filter((_pulse, other) => other !== at));
  const merged = gaps.map((gapMs, at) => [
    ...pulses.slice(0, at),
    (pulses[at] ?? 0) + gapMs + (pulses[at + 1] ?? 0),
    ...pulses.slice(at + 2),
  ]);
  return [...lost, ...merged].map((pulsesMs) => heard(pulsesMs, strength));
}
