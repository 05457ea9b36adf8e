/** The patterns of the cues: two families, at most three pulses, and what is felt if a pulse is lost or two merge. */
import { describe, expect, it } from 'vitest';
import {
  type Cue,
  cueWord,
  familyOf,
  GAP_MS,
  isRepeated,
  longestMoveMs,
  PULSES_MS,
  pattern,
  patternMs,
  plainCue,
  pulsesOf,
  type Strength,
} from '../../../utils/core/cue/vocabulary.ts';
import type { MoveTo } from '../../../utils/core/routine/plan.ts';
import { heardWords } from '../../support/misheard.ts';

const move = (to: MoveTo): Cue => ({ name: 'move', to });
const names = ['start', 'check', 'press', 'minimum', 'beat', 'soft', 'done', 'come-back'] as const;
const allCues: readonly Cue[] = [...names.map(plainCue), move('spot'), move('side'), move('step')];
const strengths: readonly Strength[] = ['gentle', 'normal', 'strong'];

describe('in words', () => {
  it.each([
    ['start', 'S'],
    ['check', 'SS'],
    ['press', 'SS'],
    ['minimum', 'SSS'],
    ['beat', 's'],
    ['soft', 's'],
    ['done', 'EE'],
    ['come-back', 'SLS'],
  ] as const)('%s is %s', (name, word) => {
    expect(cueWord(plainCue(name))).toBe(word);
  });

  it.each([
    ['spot', 'L'],
    ['side', 'LL'],
    ['step', 'LLL'],
  ] as const)('a move to another %s is %s', (to, word) => {
    expect(cueWord(move(to))).toBe(word);
  });
});

describe.each(strengths)('at strength %s', (strength) => {
  const style = { strength, motor: 'pattern' } as const;

  it.each(allCues)('$name $to has at most three pulses, six entries with their pauses', (cue) => {
    const stretches = pattern(cue, style);
    expect(stretches.length).toBeLessThanOrEqual(6);
    expect(stretches.filter(({ on }) => on).length).toBeLessThanOrEqual(3);
  });

  it.each(allCues)('$name $to begins and ends with the motor on, and alternates', (cue) => {
    const on = pattern(cue, style).map((stretch) => stretch.on);
    expect(on).toEqual(on.map((_, at) => at % 2 === 0));
    expect(on.length % 2).toBe(1);
  });

  it.each(allCues)('$name $to has no pulse and no gap under 200 ms', (cue) => {
    expect(Math.min(...pattern(cue, style).map((stretch) => stretch.durationMs))).toBeGreaterThanOrEqual(200);
  });

  it.each(allCues)('$name $to lasts as long as its pulses and pauses', (cue) => {
    const sumMs = pattern(cue, style).reduce((totalMs, stretch) => totalMs + stretch.durationMs, 0);
    expect(patternMs(cue, style)).toBe(sumMs);
  });

  it.each(allCues)('$name $to is over before another cue may follow', (cue) => {
    expect(patternMs(cue, style)).toBeLessThan(5_000);
  });

  it.each(allCues.filter((cue) => cue.name !== 'done' && cue.name !== 'come-back'))(
    '$name $to has only pulses of its family',
    (cue) => {
      const isLong = ({ on, durationMs }: { on: boolean; durationMs: number }): boolean =>
        on && durationMs >= PULSES_MS[strength].L;
      expect(pattern(cue, style).some(isLong)).toBe(familyOf(cue) === 'move');
    },
  );

  it.each(allCues.filter((cue) => !isRepeated(cue, style)))(
    '$name $to with one pulse lost or merged never means another side or position',
    (cue) => {
      expect(heardWords(pattern(cue, style), strength)).not.toContain('LL');
      expect(heardWords(pattern(cue, style), strength)).not.toContain('LLL');
    },
  );

  it('the pauses are 400 ms, and 500 ms at the end of the session', () => {
    const gaps = (cue: Cue) => pattern(cue, style).flatMap(({ on, durationMs }) => (on ? [] : [durationMs]));
    expect([gaps(move('step')), gaps(plainCue('done'))]).toEqual([[GAP_MS, GAP_MS], [500]]);
  });
});

it('a stronger profile has longer pulses, except for the soft pulse and the end', () => {
  const of = (pulse: 's' | 'S' | 'L' | 'E') => strengths.map((strength) => PULSES_MS[strength][pulse]);
  expect(of('S')).toEqual([200, 250, 300]);
  expect(of('L')).toEqual([700, 800, 1_000]);
  expect([of('s'), of('E')]).toEqual([
    [200, 200, 200],
    [2_000, 2_000, 2_000],
  ]);
});

it('only a cue that changes the side or the position is repeated', () => {
  const style = { strength: 'normal', motor: 'pattern' } as const;
  expect(allCues.filter((cue) => isRepeated(cue, style))).toEqual([move('side'), move('step')]);
});

it('the longest move lasts its two times and the pause between them', () => {
  expect((['spot', 'side', 'step'] as const).map(longestMoveMs)).toEqual([1_000, 7_800, 10_600]);
});

it('the pulses of a cue are its pattern without the pauses', () => {
  const style = { strength: 'strong', motor: 'pattern' } as const;
  expect(pulsesOf(plainCue('come-back'), style)).toEqual([300, 1_000, 300]);
});

describe('a session of version 0.1.0', () => {
  const style = { strength: 'normal', motor: 'pattern', edition: 1 } as const;
  const pulses = (cue: Cue): readonly number[] =>
    pattern(cue, style).flatMap(({ on, durationMs }) => (on ? [durationMs] : []));

  it.each([
    [plainCue('start'), 'L'],
    [plainCue('check'), 'SL'],
    [plainCue('press'), 'LSSS'],
    [plainCue('minimum'), 'SSSS'],
    [plainCue('beat'), 'S'],
    [plainCue('soft'), 'S'],
    [plainCue('done'), 'SSSLLL'],
    [plainCue('come-back'), 'LSSL'],
    [move('spot'), 'LL'],
    [move('side'), 'LLSS'],
    [move('step'), 'LLSSSS'],
  ])('keeps its pattern of $name $to', (cue, word) => {
    expect(pulses(cue)).toEqual([...word].map((pulse) => (pulse === 'L' ? 750 : 250)));
  });

  it('keeps its lengths and its pauses', () => {
    const longMs = strengths.map((strength) => pulsesOf(plainCue('start'), { ...style, strength }));
    expect(longMs).toEqual([[600], [750], [1_000]]);
    expect(pattern(plainCue('check'), style)[1]).toEqual({ on: false, durationMs: 250 });
  });

  it('repeats no cue, as in that version', () => {
    expect(allCues.filter((cue) => isRepeated(cue, style))).toEqual([]);
  });
});
