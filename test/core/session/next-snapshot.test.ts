/** A text that follows another of the same session is read without its plan, and gives the same as reading all of it. */
import { describe, expect, it } from 'vitest';
import {
  decodeNextSnapshot,
  decodeSnapshot,
  encodeSnapshot,
  planInText,
} from '../../../utils/core/session/snapshot.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk } from './walk.ts';

/** A session from its start to its end, every ten seconds. */
function wholeSession(): readonly SessionState[] {
  const walk = startWalk(planWith());
  return Array.from({ length: 60 }, (_, at) => {
    walk.tick(START_MS + at * 10_000, START_MS + (at + 1) * 10_000, 250);
    return walk.state();
  });
}

const states = wholeSession();
const first = states[0] as SessionState;
const before = planInText(encodeSnapshot(first, 0), first.plan);
const later = encodeSnapshot(states[20] as SessionState, 0);

describe('a stored text that follows another of the same session', () => {
  it('gives the state that was stored, at every time of the session', () => {
    for (const state of states) {
      const text = encodeSnapshot(state, 0);
      expect(decodeNextSnapshot(text, before)).toEqual(decodeSnapshot(text));
      expect(decodeNextSnapshot(text, before)).toMatchObject({ ok: true, value: { state } });
    }
  });

  it('keeps the earlier plan, which is not read again', () => {
    const snapshot = decodeNextSnapshot(later, before);
    expect(snapshot.ok && snapshot.value.state.plan).toBe(first.plan);
  });

  it('takes nothing from a session that has ended, whose text has its plan elsewhere', () => {
    expect(planInText(encodeSnapshot(first, 7), first.plan)).toBeNull();
    expect(decodeNextSnapshot(later, null)).toEqual(decodeSnapshot(later));
  });

  it('gives the number of its record after the session has ended', () => {
    expect(decodeNextSnapshot(encodeSnapshot(first, 7), before)).toMatchObject({
      ok: true,
      value: { seq: 7 },
    });
  });

  it('with another plan gives the other plan', () => {
    const plan = { ...first.plan, softEveryS: first.plan.softEveryS + 5 };
    const text = encodeSnapshot({ ...first, plan }, 0);
    expect(decodeNextSnapshot(text, before)).toMatchObject({ ok: true, value: { state: { plan } } });
  });

  it('with two plans gives the second one, as JSON does', () => {
    const text = `${later.slice(0, -2)},"plan":{}}}`;
    expect(decodeSnapshot(text)).toMatchObject({ ok: false });
    expect(decodeNextSnapshot(text, before)).toEqual(decodeSnapshot(text));
  });

  it.each([
    ['cut off after the plan', later.slice(0, later.indexOf(',"startedAtMs"'))],
    ['cut off before its end', later.slice(0, -2)],
    ['of another version', later.replace('"version":1', '"version":2')],
    ['without a part of its state', later.replace('"clockJumps":', '"clockLeaps":')],
    ['with a text in the place of a number', later.replace(/"seenMs":\d+/, '"seenMs":"now"')],
    ['on a slot that the plan does not have', later.replace(/"slot":\d+,"phase"/, '"slot":99,"phase"')],
    ['in a phase that there is not', later.replace(/"phase":\{"at":"[a-z]+"/, '"phase":{"at":"asleep"')],
    [
      'with a try of a slot that the plan does not have',
      later.replace('"tries":[{"slot":0', '"tries":[{"slot":99'),
    ],
    ['empty', ''],
  ])('is refused like any other text if it is %s', (_, text) => {
    expect(text).not.toBe(later);
    expect(decodeSnapshot(text)).toMatchObject({ ok: false });
    expect(decodeNextSnapshot(text, before)).toEqual(decodeSnapshot(text));
  });
});
