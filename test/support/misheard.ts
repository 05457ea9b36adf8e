/** What a wearer may feel instead of the pulses: each single pulse lost, and each two neighbours merged into one. */
import { PULSES_MS, type Strength, type Stretch } from '../../utils/core/cue/vocabulary.ts';

/** How pulses are felt: short (`S`) or long (`L`), with the limit halfway between the two. */
export function heard(pulsesMs: readonly number[], strength: Strength): string {
  const { S, L } = PULSES_MS[strength];
  return pulsesMs.map((pulseMs) => (pulseMs * 2 < S + L ? 'S' : 'L')).join('');
}

/** The words that are felt if one pulse is lost, or if two neighbours merge. */
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
