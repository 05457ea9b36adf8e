/**
 * A cue that was missed while the app was gone gives way if the next one follows within 5 s. A relaunch just before that still plays it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { createSweeper, type Sweeper } from '../../tools/sweep/cues/run.ts';
import { scheduleOf } from '../../tools/sweep/cues/schedule.ts';

/** In the first hold the question "is it easing?" is due at 60 s, and "minimum done" at 90 s after Start. */
const EASING_MS = 60_000;
const MINIMUM_MS = 90_000;
/** A page that lives for this long before the cue gives way must have played it, ms. */
const PAGE_NEEDS_MS = 600;
const GIVES_WAY_MS = 5_000;

let sweeper: Sweeper;

beforeAll(async () => {
  sweeper = await createSweeper();
});

/** Cues felt in the first hold of a session that was killed before one of them and opened again. */
async function reopened(device: string, atMs: number) {
  const { trace, findings } = await sweeper.run({
    device,
    consent: 'deny',
    preferences: {},
    faults: [
      { atMs: EASING_MS - 5_000, fault: { kind: 'kill-page' } },
      { atMs, fault: { kind: 'relaunch' } },
    ],
    watchMs: 110_000,
  });
  return {
    felt: trace.played.map(({ cue, atMs: feltMs }) => ({ cue, ms: feltMs - trace.fromMs })),
    findings,
  };
}

describe.each(['GTR 4', 'T-Rex 3', 'Balance 2'])('on %s, a cue that was missed', (device) => {
  it('is felt as soon as the app is opened, and the next one is on time', async () => {
    const { felt, findings } = await reopened(device, MINIMUM_MS - GIVES_WAY_MS - PAGE_NEEDS_MS);
    const [, missed, next] = felt;
    expect([missed?.cue, next?.cue]).toEqual(['check', 'minimum']);
    expect(missed?.ms).toBeLessThanOrEqual(MINIMUM_MS - GIVES_WAY_MS);
    expect(Math.abs((next?.ms ?? 0) - MINIMUM_MS)).toBeLessThanOrEqual(250);
    expect(findings).toEqual([]);
  });

  it('is left out if the next one follows within 5 s', async () => {
    const { felt } = await reopened(device, MINIMUM_MS - GIVES_WAY_MS + 1_000);
    expect(felt.map(({ cue }) => cue)).not.toContain('check');
  });
});

describe('seed 240 of the fault sweep', () => {
  it('loses nothing: killed in a hold on slow, doubled timers, and opened 5.8 s before the next cue', async () => {
    const { trace, findings } = await sweeper.run(scheduleOf(240));
    expect(findings).toEqual([]);
    const felt = trace.played.map(({ cue, atMs }) => ({ cue, ms: atMs - trace.fromMs }));
    expect(felt.filter(({ ms }) => ms > 129_000 && ms < 136_000).map(({ cue }) => cue)).toEqual([
      'check',
      'minimum',
    ]);
  });
});

describe('a page that an alarm opens while its timers stall', () => {
  it.each([2973, 4816, 6704, 8084])('goes on at once (seed %i of the fault sweep)', async (seed) => {
    const { findings } = await sweeper.run(scheduleOf(seed));
    expect(findings).toEqual([]);
  });
});
