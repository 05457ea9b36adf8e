/** Integrations that fail at random: each record arrives exactly once, or is shown as one that may not have arrived. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeIntegration } from '../../../app-side/integrations/change-integration.ts';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { INTEGRATIONS, type IntegrationId, recordKey } from '../../../utils/core/integrations/integration.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { WHY } from '../../../utils/core/integrations/why.ts';
import {
  type Behaviour,
  createFakeIntervals,
  createFakeWebhook,
  type FakeIntegration,
  type FakePorts,
} from '../../support/fake-integrations.ts';
import { runs } from '../../support/runs.ts';
import { sessionFrame, textsWith, WATCH } from '../../support/stored-log.ts';

interface Counterpart {
  readonly create: (ports: FakePorts) => FakeIntegration;
  /** The id that the integration gives record `seq`. */
  readonly idOf: (seq: number) => string;
}

/** The fake of each integration. A new integration needs a line here. */
const counterparts: Readonly<Record<IntegrationId, Counterpart>> = {
  webhook: { create: createFakeWebhook, idOf: (seq) => recordKey(WATCH, seq) },
  intervals: { create: createFakeIntervals, idOf: (seq) => `iliacus-${recordKey(WATCH, seq)}` },
};

const HOUR_MS = 3_600_000;
/** Delayed requests have arrived by then; the delivery state waits longer before it looks again. */
const LATEST_ARRIVAL_MS = 5 * 60_000;

const anyBehaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Behaviour>({ does: 'works' }) },
  fc
    .record({
      does: fc.constant('answers' as const),
      status: fc.constantFrom(429, 500, 502, 503, 504, 408, 409, 425),
      stores: fc.boolean(),
      retryAfter: fc.constantFrom('', '30', '7200', 'Mon, 05 Jan 2026 12:00:00 GMT', 'rubbish'),
    })
    .map((one): Behaviour => ({ ...one, stores: one.stores && one.status >= 500 })),
  fc.record({
    does: fc.constant('silent' as const),
    arrivesAfterMs: fc.option(fc.integer({ min: 0, max: LATEST_ARRIVAL_MS })),
  }),
  fc.record({ does: fc.constant('dies' as const), stores: fc.boolean() }),
  fc.constant<Behaviour>({ does: 'answers-nonsense' }),
);

interface Setting {
  readonly behaviours: readonly Behaviour[];
  readonly records: number;
  readonly gapsMs: readonly number[];
}

const anySetting: fc.Arbitrary<Setting> = fc.record({
  behaviours: fc.array(anyBehaviour, { maxLength: 25 }),
  records: fc.integer({ min: 1, max: 6 }),
  gapsMs: fc.array(fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 2 * HOUR_MS })), {
    minLength: 1,
    maxLength: 12,
  }),
});

function play(integration: IntegrationId, { behaviours, records, gapsMs }: Setting) {
  // The phone's clock is past the last of the sessions.
  let nowMs = Date.UTC(2026, 0, 15, 8);
  const texts = textsWith(Array.from({ length: records }, (_, at) => sessionFrame(at + 1)));
  texts.setItem(integrationKeys(integration).setup, JSON.stringify({ isOn: true }));
  texts.setItem(
    integrationKeys(integration).secrets,
    JSON.stringify({ address: 'https://fake.example/x', secret: 'key' }),
  );
  const clock = { nowMs: () => nowMs };
  let isDead = false;
  const die = (): void => {
    isDead = true;
  };
  const fake = counterparts[integration].create({ ...clock, die });
  fake.behave(behaviours);
  const start = () =>
    createDeliveryRunner({
      storage: texts,
      ...clock,
      after: () => () => {},
      senders: createSenders({ ...clock, http: fake.http }),
    });
  let service = start();
  const wake = (gapMs: number): void => {
    nowMs += gapMs;
    fake.deliverDelayed();
    if (isDead) service = start();
    isDead = false;
    service();
  };
  const state = () => {
    const read = parseDeliveryState(texts.getItem(integrationKeys(integration).deliveryState));
    if (read === null) throw new Error('the state is damaged');
    return read;
  };
  gapsMs.forEach(wake);
  const tryAgain = (): void => void changeIntegration(texts, { integration, retry: true }, nowMs);
  return { fake, state, wake, records, tryAgain };
}

describe.each(INTEGRATIONS)('%s, failing at random', (integration) => {
  it('gets every record in the end, none twice, and shows each one that may not have arrived', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const { fake, state, wake, records, tryAgain } = play(integration, setting);
        const { underway, delivered, through } = state();
        const taken = through[WATCH.toString(16)] ?? 0;
        expect(delivered + underway.length).toBe(taken);
        for (let seq = 1; seq <= records; seq++) {
          const times = fake.stored.get(counterparts[integration].idOf(seq)) ?? 0;
          expect(times).toBeLessThanOrEqual(1);
          const shown = underway.find((record) => record.seq === seq);
          // A record that was accepted and is not under way has arrived.
          if (seq <= taken && shown === undefined) expect(times).toBe(1);
          // A pending record has certainly not arrived, nor has one that was not accepted.
          if (shown?.state === 'pending' || seq > taken) expect(times).toBe(0);
        }
        fake.behave([]);
        // Longer than any wait, twice.
        for (let wakes = 0; wakes < 3; wakes++) wake(8 * HOUR_MS);
        // If an integration says three times that it has a record, the app believes it, until the wearer knows better.
        const setAside = state().underway;
        expect(setAside.every(({ state, why }) => state === 'failed' && why === WHY.there)).toBe(true);
        if (setAside.length > 0) tryAgain();
        for (let wakes = 0; wakes < 3; wakes++) wake(8 * HOUR_MS);
        expect(state()).toMatchObject({ delivered: records, underway: [] });
        expect(Array.from(fake.stored.values())).toEqual(Array.from({ length: records }, () => 1));
      }),
      { numRuns: runs(500) },
    );
  });
});
