/** What has failed is tried again when it is due, while the service lives and nobody wakes it. */
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { deliveryStateKey, secretsKey, setupKey } from '../../../utils/core/integrations/setup.ts';
import { type Behaviour, createWebhookPlace } from '../../support/fake-integrations.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sessionFrame, textsWith } from '../../support/stored-log.ts';

const MINUTE_MS = 60_000;
const NOT_YET: Behaviour = { does: 'answers', status: 425, keeps: false };

/** A service with a webhook that behaves so, and records that wait for it; `run` is its only wake. */
function service(behaviours: readonly Behaviour[], records = 1) {
  const clock = createManualClock();
  const texts = textsWith(Array.from({ length: records }, (_, at) => sessionFrame(at + 1)));
  texts.setItem(setupKey('webhook'), JSON.stringify({ isOn: true }));
  texts.setItem(secretsKey('webhook'), JSON.stringify({ address: 'https://place.example/x' }));
  const place = createWebhookPlace({ nowMs: clock.nowMs, die: () => {} });
  place.behave(behaviours);
  const { nowMs } = clock;
  const senders = createSenders({ nowMs, http: place.http });
  const runner = createDeliveryRunner({ storage: texts, nowMs, senders, after: clock.after });
  const switchOff = (): void => texts.setItem(setupKey('webhook'), JSON.stringify({ isOn: false }));
  const underway = (): number =>
    parseDeliveryState(texts.getItem(deliveryStateKey('webhook')))?.underway.length ?? -1;
  return { clock, place, runner, switchOff, underway };
}

describe('an integration that nobody wakes', () => {
  it('tries again after 1, 2 and 4 minutes, until the record is there, and then rests', () => {
    const { clock, place, runner, underway } = service([NOT_YET, NOT_YET, NOT_YET]);
    runner.run();
    const tries = [1, 2, 4].map((minutes) => {
      clock.advance(minutes * MINUTE_MS - 1);
      const before = place.requests.length;
      clock.advance(1);
      return [before, place.requests.length];
    });
    expect(tries).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect([...place.kept.values()]).toEqual([1]);
    expect([underway(), clock.pending()]).toEqual([0, 0]);
  });

  it('sends what waited behind a failure once that has come through', () => {
    const { clock, place, runner } = service([NOT_YET], 4);
    runner.run();
    expect(place.kept.size).toBe(0);
    clock.advance(MINUTE_MS);
    expect(place.kept.size).toBe(4);
  });

  it('waits as long as the place asks for', () => {
    const { clock, place, runner } = service([
      { does: 'answers', status: 429, keeps: false, retryAfter: '600' },
    ]);
    runner.run();
    clock.advance(10 * MINUTE_MS - 1);
    expect(place.requests.length).toBe(1);
    clock.advance(1);
    expect(place.kept.size).toBe(1);
  });

  it('has one timer, however often it is woken', () => {
    const { clock, place, runner } = service([NOT_YET]);
    runner.run();
    for (let wake = 0; wake < 20; wake++) runner.run();
    expect(clock.pending()).toBe(1);
    clock.advance(MINUTE_MS);
    expect(place.requests.length).toBe(2);
  });

  it('plans nothing where the address is wrong, or where it was switched off', () => {
    const wrong = service([{ does: 'answers', status: 404, keeps: false }]);
    wrong.runner.run();
    expect(wrong.clock.pending()).toBe(0);
    const off = service([NOT_YET]);
    off.runner.run();
    off.switchOff();
    off.clock.advance(MINUTE_MS);
    expect([off.place.requests.length, off.clock.pending()]).toEqual([1, 0]);
  });
});
