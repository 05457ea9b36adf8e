/** A thousand places that misbehave at random: each record comes there exactly once, or is shown as not known to be there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { INTEGRATIONS, type IntegrationId } from '../../../utils/core/integrations/integration.ts';
import { recordKey } from '../../../utils/core/integrations/outgoing-record.ts';
import { deliveryStateKey, secretsKey, setupKey } from '../../../utils/core/integrations/setup.ts';
import {
  type Behaviour,
  createIntervalsPlace,
  createWebhookPlace,
  type Place,
  type PlaceTools,
} from '../../support/fake-integrations.ts';
import { runs } from '../../support/runs.ts';
import { sessionFrame, textsWith, WATCH } from '../../support/stored-log.ts';

interface Counterpart {
  readonly create: (tools: PlaceTools) => Place;
  /** What the place calls record `seq`. */
  readonly idOf: (seq: number) => string;
}

/** A place for each integration: one line for a new one. */
const counterparts: Readonly<Record<IntegrationId, Counterpart>> = {
  webhook: { create: createWebhookPlace, idOf: (seq) => recordKey(WATCH, seq) },
  intervals: { create: createIntervalsPlace, idOf: (seq) => `iliacus-${recordKey(WATCH, seq)}` },
};

const HOUR_MS = 3_600_000;
/** What a write sets off late has come by then; the state waits longer before it looks again. */
const LATEST_ARRIVAL_MS = 5 * 60_000;

const anyBehaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Behaviour>({ does: 'works' }) },
  fc
    .record({
      does: fc.constant('answers' as const),
      status: fc.constantFrom(429, 500, 502, 503, 504, 408, 409, 425),
      keeps: fc.boolean(),
      retryAfter: fc.constantFrom('', '30', '7200', 'Mon, 05 Jan 2026 12:00:00 GMT', 'rubbish'),
    })
    .map((one): Behaviour => ({ ...one, keeps: one.keeps && one.status >= 500 })),
  fc.record({
    does: fc.constant('silent' as const),
    arrivesAfterMs: fc.option(fc.integer({ min: 0, max: LATEST_ARRIVAL_MS })),
  }),
  fc.record({ does: fc.constant('dies' as const), keeps: fc.boolean() }),
  fc.constant<Behaviour>({ does: 'babbles' }),
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
  let nowMs = Date.UTC(2026, 0, 5, 8);
  const texts = textsWith(Array.from({ length: records }, (_, at) => sessionFrame(at + 1)));
  texts.setItem(setupKey(integration), JSON.stringify({ isOn: true }));
  texts.setItem(
    secretsKey(integration),
    JSON.stringify({ address: 'https://place.example/x', secret: 'key' }),
  );
  const clock = { nowMs: () => nowMs };
  let isDead = false;
  const die = (): void => {
    isDead = true;
  };
  const tools = { ...clock, die };
  const place = counterparts[integration].create(tools);
  place.behave(behaviours);
  const start = () =>
    createDeliveryRunner({
      storage: texts,
      ...clock,
      after: () => () => {},
      senders: createSenders({ ...clock, http: place.http }),
    });
  let service = start();
  const wake = (gapMs: number): void => {
    nowMs += gapMs;
    place.land();
    if (isDead) service = start();
    isDead = false;
    service.run();
  };
  const state = () => {
    const read = parseDeliveryState(texts.getItem(deliveryStateKey(integration)));
    if (read === null) throw new Error('the state is damaged');
    return read;
  };
  gapsMs.forEach(wake);
  return { place, state, wake, records };
}

describe.each(INTEGRATIONS)('%s, over 500 random places', (integration) => {
  it('shows every record that is not known to be there, has none twice, and brings all there in the end', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const { place, state, wake, records } = play(integration, setting);
        const { underway, delivered, through } = state();
        const taken = through[WATCH.toString(16)] ?? 0;
        expect(delivered + underway.length).toBe(taken);
        for (let seq = 1; seq <= records; seq++) {
          const times = place.kept.get(counterparts[integration].idOf(seq)) ?? 0;
          expect(times).toBeLessThanOrEqual(1);
          const shown = underway.find((record) => record.seq === seq);
          // Let go of, so it is there.
          if (seq <= taken && shown === undefined) expect(times).toBe(1);
          // Said to be certainly not there, so it is not.
          if (shown?.state === 'pending' || seq > taken) expect(times).toBe(0);
        }
        place.behave([]);
        // Longer than any wait, twice.
        for (let wakes = 0; wakes < 3; wakes++) wake(8 * HOUR_MS);
        expect(state()).toMatchObject({ delivered: records, underway: [] });
        expect(Array.from(place.kept.values())).toEqual(Array.from({ length: records }, () => 1));
      }),
      { numRuns: runs(500) },
    );
  });
});
