/** Which stage is advised, by what the wearer has said; and that silence is no answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../utils/core/routine/routine.ts';
import { advicePhrase, advisedStage, type RatedSession } from '../../../utils/core/schedule/stage-advice.ts';
import { inLanguage } from '../../support/phrases.ts';

const silent = {
  painBefore: null,
  painAfter: null,
  contact: null,
  contactLeft: null,
  contactRight: null,
  morning: null,
} as const;
const session = (stage: Stage, said: Partial<RatedSession> = {}): RatedSession => ({
  record: { phase: stage },
  ...silent,
  ...said,
});
const mornings = (...answers: readonly RatedSession['morning'][]): readonly RatedSession[] =>
  answers.map((morning) => session('sore', { morning }));
const easy = session('active', { painBefore: 2, painAfter: 1, contact: 2 });
const rise = (stage: Stage, by: number): RatedSession => session(stage, { painBefore: 3, painAfter: 3 + by });

describe('from the sore stage', () => {
  it.each([
    ['three mornings that were not worse', mornings('same', 'better', 'same'), 'active'],
    ['two of them', mornings('same', 'better'), null],
    ['a worse one among the last three', mornings('same', 'worse', 'same', 'same'), null],
    ['a worse one before the last three', mornings('worse', 'same', 'better', 'same'), 'active'],
    ['unanswered mornings between', mornings('same', null, 'better', null, 'same'), 'active'],
    ['no answer at all', mornings(null, null, null, null), null],
    ['no session', [], null],
    ['pain that rose by 2 twice in a row', [rise('sore', 2), rise('sore', 3)], 'pause'],
    ['pain that rose by 1', [rise('sore', 2), rise('sore', 1)], null],
    ['pain that rose once', [rise('sore', 5)], null],
  ] as const)('%s', (_what, sessions, advised) => {
    expect(advisedStage('sore', sessions)).toBe(advised);
  });

  it('rising pain is no time for more, however calm the mornings are', () => {
    const calm = mornings('same', 'same', 'same');
    const risen = [rise('sore', 2), rise('sore', 2)].map((one) => ({ ...one, morning: 'same' as const }));
    expect(advisedStage('sore', [...calm, ...risen])).toBe('pause');
  });

  it('mornings of an earlier sore stage do not count', () => {
    const sessions = [...mornings('same', 'same'), easy, ...mornings('same')];
    expect(advisedStage('sore', sessions)).toBeNull();
  });
});

describe('from the active stage', () => {
  it.each([
    ['four sessions with little soreness and pain', [easy, easy, easy, easy], 'maintenance'],
    ['three of them', [easy, easy, easy], null],
    ['contact that was sore', [easy, easy, { ...easy, contact: 3 }, easy], null],
    ['pain before', [easy, { ...easy, painBefore: 3 }, easy, easy], null],
    ['pain after', [easy, easy, easy, { ...easy, painAfter: 3 }], null],
    ['a sore one before the last four', [{ ...easy, contact: 8 }, easy, easy, easy, easy], 'maintenance'],
    ['one unrated between', [easy, easy, session('active'), easy, easy], 'maintenance'],
    ['one with pain told only before', [easy, easy, { ...easy, painAfter: null }, easy], 'maintenance'],
    ['one without contact', [easy, easy, { ...easy, contact: null }, easy], null],
    ['pain that rose by 2 twice in a row', [rise('active', 2), rise('active', 3)], 'sore'],
    ['pain that rose by 1', [rise('active', 2), rise('active', 1)], null],
    ['pain that rose, but not last', [rise('active', 2), rise('active', 2), easy], null],
    ['pain that rose once', [rise('active', 5)], null],
  ] as const)('%s', (_what, sessions, advised) => {
    expect(advisedStage('active', sessions)).toBe(advised);
  });

  it('sessions while it was sore do not count', () => {
    const sore = { ...easy, record: { phase: 'sore' } } as const;
    expect(advisedStage('active', [sore, sore, easy, easy])).toBeNull();
  });
});

describe('from maintenance', () => {
  it('pain that rose twice in a row leads back to active', () => {
    expect(advisedStage('maintenance', [rise('maintenance', 2), rise('maintenance', 2)])).toBe('active');
  });

  it('good sessions lead nowhere: there is no further', () => {
    const good = session('maintenance', { painBefore: 0, painAfter: 0, contact: 0, morning: 'better' });
    expect(advisedStage('maintenance', Array(9).fill(good))).toBeNull();
  });
});

it('who says nothing is never advised anything', () => {
  const anyStage = fc.constantFrom<Stage>('sore', 'active', 'maintenance');
  fc.assert(
    fc.property(anyStage, fc.array(anyStage, { maxLength: 20 }), (stage, stages) => {
      expect(
        advisedStage(
          stage,
          stages.map((one) => session(one)),
        ),
      ).toBeNull();
    }),
  );
});

it.each([
  ['sore', 'active', 'Mornings are calm. Try the active stage?'],
  ['active', 'maintenance', 'Little soreness lately. Try maintenance?'],
  ['active', 'sore', 'Pain rose twice. Go back a stage?'],
  ['maintenance', 'active', 'Pain rose twice. Go back a stage?'],
  ['sore', 'pause', 'Pain rose twice. Pause, and ask a clinician.'],
] as const)('from %s to %s it asks: "%s"', (stage, advised, text) => {
  expect(inLanguage('en-US', advicePhrase(stage, advised))).toBe(text);
});
