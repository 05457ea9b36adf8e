/** The words that are felt: a pulse that is lost, or two that run into one, never say something else. */
import { describe, expect, it } from 'vitest';
import {
  type Cue,
  cueWord,
  pattern,
  patternMs,
  plainCue,
  type Strength,
  TIMINGS,
} from '../../../utils/core/cue/vocabulary.ts';
import type { MoveTo } from '../../../utils/core/routine/plan.ts';

const move = (to: MoveTo): Cue => ({ name: 'move', to });
const names = ['start', 'check', 'press', 'minimum', 'beat', 'soft', 'done', 'come-back'] as const;
const allCues: readonly Cue[] = [...names.map(plainCue), move('spot'), move('side'), move('step')];
const strengths: readonly Strength[] = ['gentle', 'normal', 'strong'];

/** What can come at a moment; a wearer need only tell these apart. */
const legalAt: Readonly<Record<string, readonly Cue[]>> = {
  'getting into place': [plainCue('start'), plainCue('come-back')],
  'a hold with the ball': [plainCue('check'), plainCue('minimum'), plainCue('come-back')],
  'a hold with the hook': [plainCue('press'), plainCue('check'), plainCue('minimum'), plainCue('come-back')],
  lingering: [
    plainCue('soft'),
    move('spot'),
    move('side'),
    move('step'),
    plainCue('done'),
    plainCue('come-back'),
  ],
  'the march': [plainCue('beat'), plainCue('done'), plainCue('come-back')],
  'a pause': [plainCue('soft'), plainCue('come-back')],
};

const pulsesOf = (cue: Cue, strength: Strength): readonly number[] =>
  pattern(cue, strength)
    .filter((stretch) => stretch.on)
    .map((stretch) => stretch.durationMs);

/** How pulses are felt: short, or long from halfway between the two on. */
function heard(pulsesMs: readonly number[], strength: Strength): string {
  const { shortMs, longMs } = TIMINGS[strength];
  return pulsesMs.map((pulseMs) => (pulseMs * 2 < shortMs + longMs ? 'S' : 'L')).join('');
}

/** The cue with one pulse lost, and with two neighbours and the gap between them felt as one. */
function misheard(cue: Cue, strength: Strength): readonly string[] {
  const pulses = pulsesOf(cue, strength);
  const lost = pulses.map((_, at) => pulses.filter((_pulse, other) => other !== at));
  const merged = pulses.slice(1).map((pulseMs, at) => {
    const run = (pulses[at] ?? 0) + TIMINGS[strength].gapMs + pulseMs;
    return [...pulses.slice(0, at), run, ...pulses.slice(at + 2)];
  });
  return [...lost, ...merged].map((pulsesMs) => heard(pulsesMs, strength));
}

describe.each(strengths)('at strength %s', (strength) => {
  it.each(Object.entries(legalAt))('in %s no cue is taken for another', (_moment, legal) => {
    const words = legal.map((cue) => heard(pulsesOf(cue, strength), strength));
    for (const cue of legal) {
      expect(words.filter((word) => misheard(cue, strength).includes(word))).toEqual([]);
    }
  });

  it.each(Object.entries(legalAt))('in %s all words differ', (_moment, legal) => {
    const words = legal.map((cue) => heard(pulsesOf(cue, strength), strength));
    expect(new Set(words).size).toBe(legal.length);
  });

  it.each(allCues)('$name $to is felt as its word', (cue) => {
    expect(heard(pulsesOf(cue, strength), strength)).toBe(cueWord(cue));
  });

  it.each(allCues)('$name $to has no pulse and no gap under 200 ms', (cue) => {
    const shortestMs = Math.min(...pattern(cue, strength).map((stretch) => stretch.durationMs));
    expect(shortestMs).toBeGreaterThanOrEqual(200);
  });

  it.each(allCues)('$name $to begins and ends with the motor on, and alternates', (cue) => {
    const on = pattern(cue, strength).map((stretch) => stretch.on);
    expect(on).toEqual(on.map((_, at) => at % 2 === 0));
    expect(on.length % 2).toBe(1);
  });

  it.each(allCues)('$name $to lasts as long as its stretches', (cue) => {
    const sumMs = pattern(cue, strength).reduce((totalMs, stretch) => totalMs + stretch.durationMs, 0);
    expect(patternMs(cue, strength)).toBe(sumMs);
  });

  it.each(allCues.filter((cue) => cue.name !== 'done'))('$name $to is over before the next cue', (cue) => {
    expect(patternMs(cue, strength)).toBeLessThan(5_000);
  });
});

it('strength changes how long pulses are, never the word', () => {
  for (const cue of allCues) {
    const words = strengths.map((strength) => heard(pulsesOf(cue, strength), strength));
    expect(new Set(words).size).toBe(1);
  }
});

it('a stronger profile has longer pulses', () => {
  const pulsesMs = strengths.map((strength) => TIMINGS[strength]);
  expect(pulsesMs.map((timing) => timing.shortMs)).toEqual([200, 250, 300]);
  expect(pulsesMs.map((timing) => timing.longMs)).toEqual([600, 750, 1_000]);
});

it('only a beat and a soft pulse share a word, and no moment knows both', () => {
  const shared = allCues.filter((cue) =>
    allCues.some((other) => other !== cue && cueWord(other) === cueWord(cue)),
  );
  expect(shared.map((cue) => cue.name)).toEqual(['beat', 'soft']);
});
