import { describe, expect, it } from 'vitest';
import { planFor } from '../../../tools/shared/plan-for.ts';
import { sentence } from '../../../utils/core/base/result.ts';
import { decodeSnapshot, encodeSnapshot, SNAPSHOT_VERSION } from '../../../utils/core/session/snapshot.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';

const NOT_READABLE = 'snapshot: the stored session is not readable';

function fault(text: string): string {
  const decoded = decodeSnapshot(text);
  return decoded.ok ? 'none' : sentence(decoded.failure);
}

describe('a snapshot', () => {
  it('brings the session back, with the seq from which on its record may be logged', () => {
    const [state] = startSession(planFor(), MONDAY_MS, -90, usualStyle);
    expect(decodeSnapshot(encodeSnapshot(state, 12))).toEqual({
      ok: true,
      value: { version: SNAPSHOT_VERSION, state, seq: 12 },
    });
  });

  it.each([
    [
      'of a later version',
      '{"version":2,"state":{},"seq":0}',
      'snapshot/version: the stored session is of version 2, not 1',
    ],
    [
      'without a version',
      '{"state":{},"seq":0}',
      'snapshot/version: the stored session is of version undefined, not 1',
    ],
    ['cut short', '{"version":1,"sta', NOT_READABLE],
    ['that is empty', '', NOT_READABLE],
    ['that is null', 'null', NOT_READABLE],
    ['that is a text', '"open"', NOT_READABLE],
    ['without a state', '{"version":1,"seq":0}', NOT_READABLE],
    ['whose state is null', '{"version":1,"state":null,"seq":0}', NOT_READABLE],
  ])('%s gives a sentence that names what and where', (_, text, told) => {
    expect(fault(text)).toBe(told);
  });
});
