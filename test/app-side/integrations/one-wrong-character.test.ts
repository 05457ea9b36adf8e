/** The stored data of an integration with one character changed: nothing is sent to another place, and nothing stays unsent silently. */
import { describe, expect, it } from 'vitest';
import { changeIntegration } from '../../../app-side/integrations/change-integration.ts';
import { createDeliveryRunner } from '../../../app-side/integrations/delivery-runner.ts';
import { parseDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { hideSecrets } from '../../../utils/core/integrations/hide-secrets.ts';
import { integrationKeys, isComplete, parseSecrets } from '../../../utils/core/integrations/setup.ts';
import { sessionFrame, textsWith } from '../../support/stored-log.ts';

const KEYS = integrationKeys('webhook');
const ADDRESS = 'https://home.example/hook/pelican';
const SECRET = 'sparrow-7';
const COUNT = 30;

/** A phone that has sent all of its sessions, with five more that follow. */
function phone() {
  const frames = Array.from({ length: COUNT + 5 }, (_, at) => sessionFrame(at + 1));
  const texts = textsWith(frames.slice(0, COUNT));
  const sent: { seq: number; address: string; secret: string }[] = [];
  const nowMs = () => Date.UTC(2027, 0, 4);
  const run = createDeliveryRunner({
    storage: texts,
    nowMs,
    after: () => () => {},
    senders: {
      webhook: ({ seq }, { address, secret }, done) => {
        sent.push({ seq, address, secret });
        done({ kind: 'delivered' });
      },
      intervals: () => {},
    },
  });
  changeIntegration(
    texts,
    { integration: 'webhook', isOn: true, earlier: true, address: ADDRESS, secret: SECRET },
    nowMs(),
  );
  run();
  const isSentBefore = sent.length === COUNT;
  sent.length = 0;
  for (const [key, text] of textsWith(frames).values) texts.values.set(key, text);
  return { texts, run, sent, isSentBefore };
}

const OTHERS = ['0', '7', '9', 'x', '/', ' ', ','];

/** Every variant of the text with one character replaced by one of some others. */
function wrong(text: string): readonly string[] {
  return Array.from(text).flatMap((own, at) =>
    OTHERS.filter((other) => other !== own).map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
}

describe('an integration whose stored text has one wrong character', () => {
  it('sends nothing to another place, nor with another key', () => {
    const { texts, run, sent, isSentBefore } = phone();
    expect(isSentBefore).toBe(true);
    const right = texts.getItem(KEYS.secrets) ?? '';
    const state = texts.getItem(KEYS.deliveryState) ?? '';
    for (const text of wrong(right)) {
      texts.values.set(KEYS.secrets, text);
      texts.values.set(KEYS.deliveryState, state);
      run();
      expect(isComplete('webhook', parseSecrets(text)), text).toBe(false);
    }
    expect(sent).toEqual([]);
    texts.values.set(KEYS.secrets, right);
    run();
    expect(sent.map(({ address, secret }) => `${address} ${secret}`)).toEqual(
      Array(5).fill(`${ADDRESS} ${SECRET}`),
    );
  });

  it('counts no unsent record as sent, and says that its state is damaged', () => {
    const { texts, run, sent } = phone();
    for (const text of wrong(texts.getItem(KEYS.deliveryState) ?? '')) {
      texts.values.set(KEYS.deliveryState, text);
      run();
      expect(parseDeliveryState(text), text).toBeNull();
    }
    expect(sent).toEqual([]);
  });

  it('reveals none of its secrets in an error', () => {
    const { texts } = phone();
    const right = texts.getItem(KEYS.secrets) ?? '';
    const damaged = [`${right.slice(0, -1)}x`, right.replace(/ [0-9a-f]{8}$/, ''), right];
    const said = damaged.map((text) =>
      hideSecrets(`no room for ${SECRET} at ${ADDRESS}`, (key) => (key === KEYS.secrets ? text : null)),
    );
    expect(said.filter((text) => /sparrow|pelican/.test(text))).toEqual([]);
  });
});

it('the data of an integration that version 0.1.0 stored without a checksum is read', () => {
  expect(parseSecrets(JSON.stringify({ address: ADDRESS, secret: SECRET }))).toEqual({
    address: ADDRESS,
    secret: SECRET,
  });
  expect(parseDeliveryState('{"through":{"beef":3},"underway":[],"delivered":3}')?.through).toEqual({
    beef: 3,
  });
});
