/** Wrong clocks of watch and phone: sent records say so, and nothing waits longer than the longest wait. */
import { describe, expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { LONGEST_WAIT_MS, parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import type { IntegrationId } from '../../../utils/core/integrations/integration.ts';
import { MAX_PAUSE_MS } from '../../../utils/core/integrations/send-result.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import type { Frame } from '../../../utils/core/log/frame.ts';
import { type Behaviour, createFakeIntervals, createFakeWebhook } from '../../support/fake-integrations.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { DAY_MS, ratingFrame, sessionFrame, textsWith } from '../../support/stored-log.ts';

const HOUR_MS = 3_600_000;
/** A month after the plain record. */
const RIGHT_MS = plainRecord.startedAtMs + 30 * DAY_MS;
const FRAMES = [1, 2, 3].map((seq) => sessionFrame(seq));

/** A phone whose integration behaves like this, with these records. Only `run` wakes it. */
function phone(integration: IntegrationId, frames: readonly Frame[], behaviours: readonly Behaviour[] = []) {
  const clock = createManualClock(RIGHT_MS);
  const keys = integrationKeys(integration);
  const texts = textsWith(frames);
  texts.setItem(keys.setup, JSON.stringify({ isOn: true }));
  texts.setItem(keys.secrets, JSON.stringify({ address: 'https://fake.example/x', secret: 'k' }));
  const { nowMs, after } = clock;
  const create = integration === 'webhook' ? createFakeWebhook : createFakeIntervals;
  const fake = create({ nowMs, die: () => {} });
  fake.behave(behaviours);
  const senders = createSenders({ nowMs, http: fake.http });
  const run = createDeliveryRunner({ storage: texts, nowMs, after, senders });
  const underway = () => parseDeliveryState(texts.getItem(keys.deliveryState))?.underway ?? [];
  return { clock, fake, run, underway };
}

type Answer = 'too early' | 'limit' | 'error';
const ANSWERS: Readonly<Record<Answer, Behaviour>> = {
  'too early': { does: 'answers', status: 425, stores: false },
  limit: { does: 'answers', status: 429, stores: false, retryAfter: '86400' },
  error: { does: 'answers', status: 500, stores: false },
};

describe.each<IntegrationId>(['webhook', 'intervals'])('%s', (integration) => {
  // Each step: how far off the phone's clock is set, and for how many hours.
  it.each<readonly [what: string, steps: readonly (readonly [wallMs: number, hours: number])[]]>([
    ['at 1970', [[0, 5]]],
    ['at 2035', [[Date.UTC(2035, 0, 1), 5]]],
    ['at the beginning of the app', [[Date.UTC(2024, 5, 1), 5]]],
    ['23 hours ahead', [[RIGHT_MS + 23 * HOUR_MS, 5]]],
    ['12 hours ahead', [[RIGHT_MS + 12 * HOUR_MS, 5]]],
    ['23 hours behind', [[RIGHT_MS - 23 * HOUR_MS, 5]]],
    [
      'ahead and behind',
      [
        [Date.UTC(2035, 0, 1), 2],
        [0, 3],
        [Date.UTC(2035, 0, 1), 1],
      ],
    ],
    [
      'behind and ahead',
      [
        [0, 2],
        [Date.UTC(2035, 0, 1), 3],
        [0, 1],
      ],
    ],
    [
      'right at first',
      [
        [RIGHT_MS, 3],
        [Date.UTC(2035, 0, 1), 3],
      ],
    ],
  ])('waits no longer than the longest wait, if the clock was %s', (_what, steps) => {
    for (const answer of ['too early', 'limit', 'error'] as const) {
      const { clock, fake, run } = phone(
        integration,
        FRAMES,
        Array.from({ length: 999 }, () => ANSWERS[answer]),
      );
      let livedMs = 0;
      for (const [wallMs, hours] of steps) {
        clock.setWall(wallMs);
        run();
        clock.advance(hours * HOUR_MS);
        livedMs += hours * HOUR_MS;
      }
      clock.setWall(RIGHT_MS + livedMs);
      // A wait may follow every failure, and the first wait began before the clock was right.
      fake.behave([]);
      run();
      clock.advance(answer === 'limit' ? MAX_PAUSE_MS : LONGEST_WAIT_MS);
      expect([answer, fake.stored.size]).toEqual([answer, 3]);
    }
  });
});

describe('a session with an impossible date', () => {
  const dates = { 'at 1970': 0, 'years ahead': Date.UTC(2037, 0, 1) };

  it.each(Object.entries(dates))('%s goes to a webhook, marked as such', (_what, startedAtMs) => {
    const { fake, run } = phone('webhook', [
      sessionFrame(1, { startedAtMs }),
      sessionFrame(2),
      ratingFrame(3, 2, { atMs: startedAtMs, morning: 'same' }),
    ]);
    run();
    const bodies = fake.requests.map(({ body }) => JSON.parse(body ?? '{}'));
    expect(bodies.map(({ seq, doubtfulDate }) => [seq, doubtfulDate])).toEqual([
      [1, true],
      [2, undefined],
      [3, true],
    ]);
  });

  it.each(Object.entries(dates))('%s goes into no calendar, and delays nothing', (_what, startedAtMs) => {
    const { fake, run, underway } = phone('intervals', [sessionFrame(1, { startedAtMs }), sessionFrame(2)]);
    run();
    expect(Array.from(fake.stored.keys())).toEqual(['iliacus-beef:2']);
    expect(underway()).toMatchObject([{ seq: 1, state: 'failed', why: 'the date cannot be' }]);
  });

  it('only by the phone’s clock, goes there as soon as that is right', () => {
    const { clock, fake, run } = phone('intervals', FRAMES);
    clock.setWall(Date.UTC(2024, 5, 1));
    run();
    expect(fake.stored.size).toBe(0);
    clock.setWall(RIGHT_MS);
    run();
    expect(fake.stored.size).toBe(3);
  });
});
