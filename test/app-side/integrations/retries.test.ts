/** A failed delivery is tried again when it is due, if the service lives and nobody wakes it. */
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { type Behaviour, createFakeWebhook } from '../../support/fake-integrations.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sessionFrame, textsWith } from '../../support/stored-log.ts';

const MINUTE_MS = 60_000;
const NOT_YET: Behaviour = { does: 'answers', status: 425, stores: false };

/** A service whose webhook behaves like this, with records that wait for it. Only `run` wakes it. */
function service(behaviours: readonly Behaviour[], records = 1) {
  const clock = createManualClock();
  const texts = textsWith(Array.from({ length: records }, (_, at) => sessionFrame(at + 1)));
  texts.setItem(integrationKeys('webhook').setup, JSON.stringify({ isOn: true }));
  texts.setItem(integrationKeys('webhook').secrets, JSON.stringify({ address: 'https://fake.example/x' }));
  const fake = createFakeWebhook({ nowMs: clock.nowMs, die: () => {} });
  fake.behave(behaviours);
  const { nowMs } = clock;
  const senders = createSenders({ nowMs, http: fake.http });
  const runner = createDeliveryRunner({ storage: texts, nowMs, senders, after: clock.after });
  const switchOff = (): void =>
    texts.setItem(integrationKeys('webhook').setup, JSON.stringify({ isOn: false }));
  const underway = (): number =>
    parseDeliveryState(texts.getItem(integrationKeys('webhook').deliveryState))?.underway.length ?? -1;
  return { clock, fake, runner, switchOff, underway };
}

describe('an integration that nobody wakes', () => {
  it('tries again after 1, 2 and 4 minutes, until the record is delivered, and then rests', () => {
    const { clock, fake, runner, underway } = service([NOT_YET, NOT_YET, NOT_YET]);
    runner();
    const tries = [1, 2, 4].map((minutes) => {
      clock.advance(minutes * MINUTE_MS - 1);
      const before = fake.requests.length;
      clock.advance(1);
      return [before, fake.requests.length];
    });
    expect(tries).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect([...fake.stored.values()]).toEqual([1]);
    expect([underway(), clock.pending()]).toEqual([0, 0]);
  });

  it('sends what waited behind a failed record as soon as that record is delivered', () => {
    const { clock, fake, runner } = service([NOT_YET], 4);
    runner();
    expect(fake.stored.size).toBe(0);
    clock.advance(MINUTE_MS);
    expect(fake.stored.size).toBe(4);
  });

  it('has one timer, however often it is woken', () => {
    const { clock, fake, runner } = service([NOT_YET]);
    runner();
    for (let wake = 0; wake < 20; wake++) runner();
    expect(clock.pending()).toBe(1);
    clock.advance(MINUTE_MS);
    expect(fake.requests.length).toBe(2);
  });

  it('plans nothing if the address is wrong, or if it was switched off', () => {
    const wrong = service([{ does: 'answers', status: 404, stores: false }]);
    wrong.runner();
    expect(wrong.clock.pending()).toBe(0);
    const off = service([NOT_YET]);
    off.runner();
    off.switchOff();
    off.clock.advance(MINUTE_MS);
    expect([off.fake.requests.length, off.clock.pending()]).toEqual([1, 0]);
  });
});
