/** Which stage is advised by the wearer's answers. A missing answer never counts as one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../utils/core/routine/routine.ts';
import {
  advicePhrase,
  advisedStage,
  type RatedSession,
  sessionsAfter,
} from '../../../utils/core/schedule/stage-advice.ts';
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
/** Sessions with ratings of pain before or after, and nothing else. */
const pains = (
  stage: Stage,
  measure: 'painBefore' | 'painAfter',
  ...points: readonly (number | null)[]
): readonly RatedSession[] => points.map((pain) => session(stage, { [measure]: pain }));
/** Calm mornings after sessions with these ratings of pain after them. */
const calmWith = (...points: readonly (number | null)[]): readonly RatedSession[] =>
  points.map((painAfter) => session('sore', { painAfter, morning: 'same' }));
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

  it('rising pain prevents advice to do more, however calm the mornings are', () => {
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

  it('sessions of the sore stage do not count', () => {
    const sore = { ...easy, record: { phase: 'sore' } } as const;
    expect(advisedStage('active', [sore, sore, easy, easy])).toBeNull();
  });
});

describe('a worsening in one kind of rating alone', () => {
  it.each([
    ['pain before that creeps up', pains('sore', 'painBefore', 3, 3, 4, 5, 6, 8), 'pause'],
    ['pain after that creeps up', pains('sore', 'painAfter', 3, 3, 4, 5, 6, 8), 'pause'],
    ['slow creeping over many sessions', pains('sore', 'painBefore', 3, 3, 4, 4, 5, 5, 5, 6, 6), 'pause'],
    ['with answers left out', pains('sore', 'painBefore', 3, null, 3, 4, null, 5, 6, 8), 'pause'],
    ['five ratings only', pains('sore', 'painBefore', 3, 3, 5, 6, 8), null],
    ['one high rating', pains('sore', 'painBefore', 3, 3, 4, 4, 3, 8), null],
    ['a rise by 1', pains('sore', 'painBefore', 3, 3, 3, 4, 4, 4), null],
    ['a rise that stays little', pains('sore', 'painBefore', 0, 0, 0, 2, 2, 2), null],
    ['a rise over the middle of the first three', pains('sore', 'painBefore', 1, 5, 4, 6, 6, 6), 'pause'],
    ['no rise over their middle', pains('sore', 'painBefore', 5, 1, 4, 5, 5, 5), null],
    ['pain that falls', pains('sore', 'painBefore', 8, 7, 6, 5, 4, 3), null],
    ['pain that was lower long ago', pains('sore', 'painBefore', 1, 1, 1, ...Array(12).fill(5)), null],
    ['three worse mornings in a row', mornings('same', 'worse', 'worse', 'worse'), 'pause'],
    ['three worse mornings with one unanswered', mornings('worse', 'worse', null, 'worse'), 'pause'],
    ['three worse mornings with a better one', mornings('worse', 'worse', 'better', 'worse'), null],
  ] as const)('in the sore stage: %s', (_what, sessions, advised) => {
    expect(advisedStage('sore', sessions)).toBe(advised);
  });

  it.each([
    ['active', 'sore'],
    ['maintenance', 'active'],
  ] as const)('leads from the %s stage back to %s', (stage, back) => {
    const worse = Array(3).fill(session(stage, { morning: 'worse' }));
    expect(advisedStage(stage, worse)).toBe(back);
    expect(advisedStage(stage, pains(stage, 'painAfter', 1, 1, 1, 3, 3, 4))).toBe(back);
  });
});

describe('advice to do more is not given', () => {
  it.each([
    ['to constant pain of 8', calmWith(8, 8, 8), null],
    ['with pain of 5 in the latest session', calmWith(2, 2, 5), null],
    ['with pain of 5 two sessions ago', calmWith(5, 2, 2), null],
    ['with pain of 5 before the latest three, it is', calmWith(5, 2, 2, 2), 'active'],
    ['with pain of 4, it is', calmWith(4, 4, 4), 'active'],
    ['with pain unrated, it is', calmWith(null, null, null), 'active'],
  ] as const)('in the sore stage %s', (_when, sessions, advised) => {
    expect(advisedStage('sore', sessions)).toBe(advised);
  });

  it('pain before counts like pain after', () => {
    const high = session('sore', { painBefore: 7, painAfter: 1, morning: 'better' });
    expect(advisedStage('sore', [high, high, high])).toBeNull();
  });

  it('maintenance is not offered after a worse morning, and is after a calm one', () => {
    const fourWith = (morning: RatedSession['morning']) => [easy, easy, easy, { ...easy, morning }];
    expect(advisedStage('active', fourWith('worse'))).toBeNull();
    expect(advisedStage('active', fourWith('same'))).toBe('maintenance');
  });
});

describe('from maintenance', () => {
  it('pain that rose twice in a row leads back to the active stage', () => {
    expect(advisedStage('maintenance', [rise('maintenance', 2), rise('maintenance', 2)])).toBe('active');
  });

  it('good sessions lead nowhere, because there is no further stage', () => {
    const good = session('maintenance', { painBefore: 0, painAfter: 0, contact: 0, morning: 'better' });
    expect(advisedStage('maintenance', Array(9).fill(good))).toBeNull();
  });
});

it('a wearer who answers nothing never gets advice', () => {
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
  ['active', 'sore', 'It got worse lately. Go back a stage?'],
  ['maintenance', 'active', 'It got worse lately. Go back a stage?'],
  ['sore', 'pause', 'It got worse lately. Pause, and ask a clinician.'],
] as const)('from %s to %s it asks: "%s"', (stage, advised, text) => {
  expect(inLanguage('en-US', advicePhrase(stage, advised))).toBe(text);
});

it('only sessions after the wearer chose to stay count, unless that was by a wrong clock', () => {
  const keptS = Date.UTC(2026, 10, 20) / 1_000;
  const nowMs = (keptS + 86_400) * 1_000;
  const sessions = [-1, 0, 1].map((by) => ({ record: { startedAtMs: keptS * 1_000 + by } }));
  expect(sessionsAfter(sessions, keptS, nowMs)).toEqual(sessions.slice(2));
  expect(sessionsAfter(sessions, 0, nowMs)).toEqual(sessions);
  expect(sessionsAfter(sessions, keptS + 9 * 86_400, nowMs)).toEqual(sessions);
});
