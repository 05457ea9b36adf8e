import { describe, expect, it } from 'vitest';
import { plainPlan } from '../../../tools/shared/plain-record.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, MAX_BODY, SESSION } from '../../../utils/core/log/frame.ts';
import { MAX_HOLDS, makeRecord } from '../../../utils/core/log/make-record.ts';
import { isPossibleStart } from '../../../utils/core/schedule/possible-start.ts';
import type { SessionState, Try } from '../../../utils/core/session/state.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { planWith } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';

const tried: Try = { slot: 0, seconds: 20, positionedS: 30, reached: 0, outcome: 'interrupted', lateMs: 0 };

function endedWith(tries: readonly Try[]): SessionState {
  const [begun] = startSession(planWith(), MONDAY_MS, 60, usualStyle);
  const endMs = MONDAY_MS + 600_999;
  return { ...begun, tries, phase: { at: 'ended', sinceMs: endMs, untilMs: endMs, how: 'stopped' } };
}

describe('the record of a session', () => {
  it('has the tries that were guided, and a skipped slot, but no try of 0 seconds', () => {
    const record = makeRecord(
      endedWith([
        tried,
        { ...tried, seconds: 0, outcome: 'not-easing' },
        { ...tried, seconds: 0, outcome: 'skipped' },
      ]),
    );
    expect(record.holds.map((hold) => [hold.seconds, hold.outcome])).toEqual([
      [20, 'interrupted'],
      [0, 'skipped'],
    ]);
  });

  it('lasts whole seconds from start to end', () => {
    expect(makeRecord(endedWith([]))).toMatchObject({ durationS: 600, how: 'stopped' });
  });

  it.each([
    -1,
    -1_000,
    -86_400_000,
    2 ** 32 * 1000,
    2 ** 33 * 1000,
    8.64e15,
    999,
    (2 ** 32 - 1) * 1000 + 999,
  ])('that a clock at %i ms has dated is read as it was made, and counts as impossible', (startedAtMs) => {
    const [begun] = startSession(planWith(), startedAtMs, 60, usualStyle);
    const endMs = startedAtMs + 600_000;
    const phase = { at: 'ended', sinceMs: endMs, untilMs: endMs, how: 'stopped' } as const;
    const record = makeRecord({ ...begun, tries: [tried], phase });
    const read = decodeRecord(encodeFrame(SESSION, 1, encodeSession(record)));
    expect(read).toEqual({ ok: true, value: record });
    expect(isPossibleStart(record.startedAtMs, MONDAY_MS)).toBe(false);
    expect(record.startedAtMs < MONDAY_MS).toBe(startedAtMs < MONDAY_MS);
    expect(record.durationS).toBe(600);
  });

  it('fits into a frame, however often the session was paused, and says how many tries were left out', () => {
    const long = {
      ...tried,
      seconds: 300,
      positionedS: 1_700,
      lateMs: 1_799_999,
      outcome: 'interrupted',
    } as const;
    const record = makeRecord(endedWith(Array.from({ length: 90 }, () => long)));
    expect(encodeSession(record).length).toBeLessThanOrEqual(MAX_BODY);
    expect(record.holds).toHaveLength(MAX_HOLDS);
    expect(record.triesLeftOut).toBe(90 - MAX_HOLDS);
  });

  it('leaves out the shortest tries first and never a hold, and keeps the order', () => {
    const holds = [1, 2].map((slot) => ({ ...tried, slot, seconds: 5, outcome: 'guided-to-end' }) as const);
    const tries = Array.from({ length: MAX_HOLDS }, (_, at) => ({ ...tried, seconds: at + 10 }));
    const record = makeRecord(endedWith([...holds, ...tries]));
    expect(record.holds.map((hold) => hold.seconds)).toEqual([
      5,
      5,
      ...tries.slice(2).map((one) => one.seconds),
    ]);
  });

  it('leaves out no try if all have room', () => {
    expect(makeRecord(endedWith([tried])).triesLeftOut).toBe(0);
  });

  it('has the plan once: spots for each side, seconds with the linger, cues, and the seconds into place', () => {
    const plan = planWith({ stage: 'active', kit: 'hook', lingerS: 20 });
    const [begun] = startSession(plan, MONDAY_MS, 60, usualStyle);
    const { planned, tool, band, sides } = makeRecord(begun);
    expect([tool, band, sides]).toEqual(['hook', true, ['left', 'right']]);
    expect(planned).toEqual([
      { ...plainPlan, tool: 'hook', seconds: 110, cues: 3, positionsS: [45, 45, 0] },
      { ...plainPlan, step: 'release-back', seconds: 80, spots: [2, 2], positionsS: [40, 25, 20] },
    ]);
  });

  it('states a step of the right side apart from one of the left side before it, and the same step with another kit', () => {
    const plan = planWith();
    const [slot] = plan.slots;
    if (slot?.kind !== 'hold') throw new Error('no hold');
    const slots = [
      { ...slot, step: 'one', side: 'left', spot: 1 },
      { ...slot, step: 'two', side: 'right', spot: 1 },
      { ...slot, step: 'two', side: 'right', spot: 2, kit: 'none' },
    ] as const;
    const [begun] = startSession({ ...plan, slots }, MONDAY_MS, 60, usualStyle);
    expect(makeRecord(begun).planned.map(({ step, tool, spots }) => [step, tool, spots])).toEqual([
      ['one', 'ball', [1, 0]],
      ['two', 'ball', [0, 1]],
      ['two', 'none', [0, 1]],
    ]);
  });

  it.each([
    [0, 0],
    [499, 0],
    [500, 500],
    [649, 600],
    [12_345, 12_300],
  ])('gives a cue that was %i ms late as %i ms late', (lateMs, told) => {
    expect(makeRecord(endedWith([{ ...tried, lateMs }])).holds[0]?.lateMs).toBe(told);
  });

  it('starts at a whole second', () => {
    const state = endedWith([tried]);
    expect(makeRecord({ ...state, startedAtMs: MONDAY_MS + 999 }).startedAtMs).toBe(MONDAY_MS);
  });

  it('has what the wearer said and what protected the session, and nothing if neither is known', () => {
    const protection = { standby: true, alarm: true, screen: false };
    const said = { protection, painBefore: 5, painAfter: 2, contact: 7 };
    expect(makeRecord(endedWith([tried]), said)).toMatchObject(said);
    expect(makeRecord(endedWith([tried]))).toMatchObject({
      painBefore: null,
      painAfter: null,
      contact: null,
    });
  });
});
