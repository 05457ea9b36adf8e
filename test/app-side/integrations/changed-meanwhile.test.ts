/** The wearer changes or deletes something while a request is on its way: its answer belongs to what was before. */
import { expect, it } from 'vitest';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { createPhonePreferences } from '../../../app-side/phone-preferences.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { runCommands } from '../../../app-side/run-commands.ts';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { emptyDeliveryState, parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import type { SendResult } from '../../../utils/core/integrations/send-result.ts';
import { integrationKeys } from '../../../utils/core/integrations/setup.ts';
import { commandKey, commandText, type PhoneCommand } from '../../../utils/core/sync/phone-commands.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { DAY_MS, sessionFrame, textsWith } from '../../support/stored-log.ts';

const KEYS = integrationKeys('webhook');

/** A phone whose webhook has two sessions to get, and answers when the test says so. */
function phone() {
  const clock = createManualClock(plainRecord.startedAtMs + 30 * DAY_MS);
  const texts = textsWith([sessionFrame(1), sessionFrame(2)]);
  const waiting: ((result: SendResult) => void)[] = [];
  const { nowMs, after } = clock;
  const run = createDeliveryRunner({
    storage: texts,
    nowMs,
    after,
    senders: { webhook: (_outgoing, _secrets, done) => void waiting.push(done), intervals: () => {} },
  });
  const post = (command: PhoneCommand): void => {
    texts.setItem(commandKey(command), commandText(command));
    const records = createRecordStore(texts, () => 0.5, nowMs);
    runCommands({
      storage: texts,
      records,
      preferences: createPhonePreferences(texts),
      nowMs,
      report: () => {},
    });
    run();
  };
  const answer = (result: SendResult): void => waiting.shift()?.(result);
  const state = () => parseDeliveryState(texts.getItem(KEYS.deliveryState)) ?? emptyDeliveryState;
  post({
    kind: 'integration',
    integration: 'webhook',
    isOn: true,
    earlier: true,
    address: 'https://old.example/',
  });
  expect(waiting).toHaveLength(1);
  return { clock, texts, waiting, post, answer, state };
}

it('an answer after "delete everything" brings nothing back', () => {
  const { texts, post, answer } = phone();
  post({ kind: 'erase' });
  answer({ kind: 'delivered' });
  expect(Array.from(texts.values.keys()).filter((key) => /outlet|secret|log/.test(key))).toEqual([]);
});

it.each(['address', 'secret'] as const)(
  'a refusal of the old %s does not stop the integration with the new one',
  (what) => {
    const { clock, post, answer, state, waiting } = phone();
    post({ kind: 'integration', integration: 'webhook', [what]: 'https://new.example/' });
    answer({ kind: 'blocked', why: 'status 401' });
    expect(state().barredWhy).toBe('');
    clock.advance(20 * 60_000);
    while (waiting.length > 0) answer({ kind: 'delivered' });
    expect([state().delivered, state().underway]).toEqual([2, []]);
  },
);

it('a refusal of the address that is still the same stops it', () => {
  const { post, answer, state } = phone();
  post({ kind: 'integration', integration: 'webhook', retry: true });
  answer({ kind: 'blocked', why: 'status 401' });
  expect(state().barredWhy).toBe('status 401');
});
