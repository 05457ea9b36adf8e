/**
 * The faults of zml 0.0.43, each brought about in zml as it is published, at both ends. Each test first shows the fault itself,
 * then that the session is on the phone exactly once within a retry.
 */
import { describe, expect, it } from 'vitest';
import { onPhone } from '../support/phone-and-watch.ts';
import { frameOf } from '../support/records.ts';
import { encodePush } from '../support/watch-messages.ts';
import { createZmlPair } from '../support/zml-pair.ts';
import { INNER, serviceCode } from '../support/zml-parts.ts';
import {
  any,
  expectOnce,
  first,
  follow,
  frames,
  isPush,
  lost,
  pagesOf,
  RETRY_MS,
  SOON_MS,
} from '../support/zml-weather.ts';

describe('zml', () => {
  it('Z10: sends nothing for an empty Buffer; no message is empty', async () => {
    const pair = createZmlPair();
    const raw = follow(pair.messaging.request(Buffer.alloc(0), { timeout: 60_000 }));
    await pair.pass(20_000);
    expect([raw.is, pair.sent.length]).toEqual(['pending', 0]);
    pair.finishSession();
    await pair.pass(SOON_MS);
    expect(Math.min(...frames(pair, 'there').map(({ length }) => length))).toBeGreaterThan(INNER);
    expectOnce(pair);
  });

  it('Z11: says nothing if a handler throws; the service reports it, and nothing of ours throws', async () => {
    const throwing = createZmlPair();
    throwing.killPhone(serviceCode('{ onInit() {}, onRequest() { throw new Error("broken"); } }'));
    const raw = follow(throwing.messaging.request(Buffer.from([1]), { timeout: 60_000 }));
    await throwing.pass(20_000);
    expect([raw.is, throwing.thrown]).toEqual(['pending', ['Error: broken']]);

    const pair = createZmlPair();
    pair.finishSession();
    await pair.pass(60);
    pair.isStorageBroken = true;
    await pair.pass(SOON_MS);
    // The stored secrets cannot be read either, so the service reports no word of the error.
    expect(pair.lines.join()).toContain('phone: (hidden)');
    pair.isStorageBroken = false;
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['Z12: sends a Uint8Array as JSON', (bytes: Uint8Array) => bytes, '{"0":73,"1":1,'],
    [
      'Z13: sends an ArrayBuffer as nothing',
      (bytes: Uint8Array) => Uint8Array.from(bytes).buffer,
      '{"jsonrpc":"hmrpcv1"}',
    ],
  ])('%s; the link gives it only Buffers', async (_, given, sentAs) => {
    const pair = createZmlPair();
    const push = encodePush(1, pair.sessionLog.installId(), 1, [frameOf(9)]);
    const raw = follow(pair.messaging.request(given(push), { timeout: 9_000 }));
    await pair.pass(SOON_MS);
    const onAir = Buffer.from(frames(pair, 'there')[0]?.slice(INNER) ?? []).toString();
    expect([onAir.startsWith(sentAs), raw.is, onPhone(pair.texts)]).toEqual([true, 'resolved', []]);
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair);
  });

  it.each(['new Uint8Array([1])', 'new Uint8Array([1]).buffer', 'undefined, "an error"'])(
    'Z14: loses the reply of a service that answers %s; ours answers with Buffers',
    async (answer) => {
      const pair = createZmlPair();
      const [given, error = 'null'] = answer.split(', ');
      pair.killPhone(serviceCode(`{ onInit() {}, onRequest(_, answer) { answer(${error}, ${given}); } }`));
      pair.finishSession();
      await pair.pass(9_500);
      expect([pair.answers, frames(pair, 'back')]).toEqual([[null], []]);
      // The phone gets the service that knows this.
      pair.killPhone();
      await pair.pass(RETRY_MS);
      expectOnce(pair);
    },
  );

  it('Z15: resolves a call that was lost; the sync asks, and asks again', async () => {
    const pair = createZmlPair();
    pair.weather = first('there', any, lost);
    const push = encodePush(1, pair.sessionLog.installId(), 1, [frameOf(9)]);
    const call = follow(pair.messaging.call(Buffer.from(push)));
    await pair.pass(SOON_MS);
    expect([call.is, onPhone(pair.texts)]).toEqual(['resolved', []]);
    pair.weather = first('there', isPush, lost);
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z16: hears nothing after its messaging was closed and opened; opening only the transport avoids this', async () => {
    const deaf = createZmlPair();
    deaf.messaging.disConnect();
    deaf.messaging.connect();
    deaf.finishSession();
    await deaf.pass(5_000);
    expect([frames(deaf, 'back').length, deaf.answers]).toEqual([1, []]);
    deaf.restartWatch();
    await deaf.pass(RETRY_MS);
    expectOnce(deaf);

    const pair = createZmlPair();
    for (let times = 0; times < 5; times++) {
      pair.reopenTransport();
      pair.finishSession();
      await pair.pass(SOON_MS);
      expectOnce(pair, times + 1);
    }
  });

  it('Z17: throws for an unexpected greeting', async () => {
    const pair = createZmlPair();
    pair.inject(1, new Uint8Array([1]));
    await pair.pass(100);
    expect(pair.thrown.join()).toContain("reading 'resolve'");
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair);
  });

  it('Z18: removes every file listener with one page; the session is sent another way', async () => {
    const pair = createZmlPair();
    const { page, files } = pagesOf(pair);
    const heard: string[] = [];
    const summary = page({ onReceivedFile: () => heard.push('summary') });
    const home = page({ onReceivedFile: () => heard.push('home') });
    files.emit();
    expect(heard.sort()).toEqual(['home', 'summary']);
    pair.finishSession();
    await pair.pass(60);
    home.onDestroy();
    files.emit();
    expect(heard).toHaveLength(2);
    await pair.pass(SOON_MS);
    expectOnce(pair);
    summary.onDestroy();
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair, 2);
  });
});
