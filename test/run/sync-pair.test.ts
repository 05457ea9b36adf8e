import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fate } from '../support/lossy-link.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import { runs } from '../support/runs.ts';

type Act = { readonly what: 'session' } | { readonly what: 'restart' } | { readonly what: 'wipe' } | Wait;

interface Wait {
  readonly what: 'wait';
  readonly forMs: number;
}

const way = fc.constantFrom('fine' as const, 'lost' as const, 'doubled' as const, 'damaged' as const);
/** Longer than the wait for an answer, so that later messages may overtake one. */
const delayMs = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 20_000 }));

const fate: fc.Arbitrary<Fate> = fc.record({
  there: way,
  back: way,
  thereMs: delayMs,
  backMs: delayMs,
  staleAnswer: fc.boolean(),
});

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('session' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('wipe' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('wait' as const), forMs: fc.integer({ min: 1, max: 60_000 }) }),
  },
);

/** The longest wait between two tries, the answer limit, and the time of messages still on their way. */
const SETTLED_MS = 60_000 + 8_000 + 40_000 + 10_000;

describe('watch and phone over a radio that loses, doubles, delays, damages and mixes up', () => {
  it('have the same records, each once and unchanged, when the faults stop', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 25 }),
        fc.array(fate, { maxLength: 40 }),
        (acts, fates) => {
          const clock = createManualClock();
          const pair = createPhoneAndWatch(clock);
          pair.link.fates.push(...fates);
          for (const one of acts) {
            if (one.what === 'session') pair.finishSession();
            else if (one.what === 'restart') pair.restartWatch();
            else if (one.what === 'wipe') pair.wipePhone();
            else clock.advance(one.forMs);
          }
          pair.link.fates.length = 0;
          clock.advance(SETTLED_MS);
          // A phone that lost its data is not asked again before the next launch.
          pair.restartWatch();
          clock.advance(SETTLED_MS);
          expect(onPhone(pair.texts)).toEqual(pair.sessionLog.framesFrom(1));
          expect(pair.sync.status()).toBe('saved');
          expect(pair.sessionLog.tail()).toBe(acts.filter((one) => one.what === 'session').length);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('say "saved" only if the phone has every record', () => {
    fc.assert(
      fc.property(
        fc.array(fate, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (fates, count) => {
          const clock = createManualClock();
          const pair = createPhoneAndWatch(clock);
          pair.link.fates.push(...fates);
          for (let at = 0; at < count; at++) pair.finishSession();
          for (let second = 0; second < 300; second++) {
            clock.advance(1_000);
            if (pair.sync.status() === 'saved') break;
          }
          const saved = pair.sync.status() === 'saved';
          expect(onPhone(pair.texts).length === count || !saved).toBe(true);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
