import { describe, expect, it } from 'vitest';
import { firstRunProgress } from '../../../utils/core/view/first-run.ts';

describe('the dots of the first run', () => {
  it.each([
    ['ball', 11],
    ['hook', 13],
    ['none', 11],
  ] as const)('with the kit "%s" are %i', (kit, count) => {
    expect(firstRunProgress('safety', kit)).toEqual({ at: 0, count });
  });

  it.each(['set-up-hook', 'press-hook'] as const)('count the step "%s" for the hook alone', (step) => {
    expect(firstRunProgress(step, 'hook').at).toBeGreaterThan(firstRunProgress('find-spot', 'hook').at);
    expect(firstRunProgress(step, 'ball').at).toBe(-1);
  });

  it('have the feel test before the card of the cues', () => {
    const [test, card] = [firstRunProgress('cue-test', 'ball').at, firstRunProgress('cue-card', 'ball').at];
    expect(card - test).toBe(1);
  });
});
