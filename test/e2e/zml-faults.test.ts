/**
 * The faults of zml 0.0.43, each brought about in zml as it is published, at both ends. Each test first shows the fault itself,
 * then that the session is on the phone exactly once within a retry.
 */
import { describe, expect, it } from 'vitest';
import { BAD_MESSAGE, REFUSAL, unseal } from '../../utils/core/sync/message.ts';
import { onPhone } from '../support/phone-and-watch.ts';
import { createZmlPair } from '../support/zml-pair.ts';
import { fine, INNER } from '../support/zml-parts.ts';
import {
  any,
  expectOnce,
  first,
  follow,
  frames,
  isPush,
  late,
  longPush,
  losesAnswerToPush,
  lost,
  RETRY_MS,
  SOON_MS,
} from '../support/zml-weather.ts';

describe('zml', () => {
  it('Z1: leaves a request hanging when the link drops; the sync does not wait for it', async () => {
    const pair = createZmlPair();
    const raw = follow(pair.messaging.request(Buffer.from([1]), { timeout: 60_000 }));
    pair.weather = first('there', isPush, lost);
    pair.finishSession();
    await pair.pass(200);
    pair.weather = () => [];
    const hung = follow(pair.messaging.request(Buffer.from([2]), { timeout: 60_000 }));
    await pair.pass(100);
    pair.setLink(false);
    await pair.pass(9_000);
    expect([raw.is, hung.is, pair.sync.status()]).toEqual(['resolved', 'pending', 'waiting']);
    pair.weather = fine;
    pair.setLink(true);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['its time limit', 10_000, false],
    ['a blip of the link', 2_000, true],
  ])('Z2: throws for a reply that comes after %s', async (_, afterMs, blip) => {
    const pair = createZmlPair();
    pair.finishSession();
    pair.weather = first('back', () => onPhone(pair.texts).length > 0, late(afterMs));
    await pair.pass(1_000);
    expect(onPhone(pair.texts)).toHaveLength(1);
    if (blip) {
      pair.setLink(false);
      await pair.pass(100);
      pair.setLink(true);
    }
    await pair.pass(RETRY_MS);
    expect(pair.thrown.join()).toContain("reading 'handler'");
    expectOnce(pair);
  });

  it('Z3: gives a new launch the reply to an old one, which describes a deleted store', async () => {
    const pair = createZmlPair();
    for (let count = 0; count < 3; count++) pair.finishSession();
    await pair.pass(SOON_MS);
    pair.restartWatch();
    pair.weather = first('back', any, late(700));
    await pair.pass(200);
    // The old statement says that the phone holds all three.
    pair.texts.values.clear();
    const before = pair.answers.length;
    pair.restartWatch();
    pair.weather = (way, bytes, count) => (way === 'back' ? late(2_000)(bytes) : fine(way, bytes, count));
    await pair.pass(1_500);
    const stale = pair.answers[before];
    const asked = unseal(frames(pair, 'there').slice(-1)[0]?.slice(INNER) ?? new Uint8Array(0));
    const told = unseal(stale ?? new Uint8Array(0));
    expect(asked.ok && told.ok && asked.value.id !== told.value.id).toBe(true);
    expect(pair.sync.status()).toBe('sending');
    pair.weather = fine;
    await pair.pass(RETRY_MS);
    expectOnce(pair, 3);
  });

  it('Z4: never delivers a message whose number half a longer one has used', async () => {
    const pair = createZmlPair();
    pair.weather = (way, bytes, count) => (bytes.length < 3_000 ? [] : fine(way, bytes, count));
    follow(pair.messaging.request(longPush(pair.sessionLog.installId(), 1), { timeout: 9_000 }));
    await pair.pass(500);
    pair.weather = fine;
    pair.appendSession();
    pair.restartWatch();
    await pair.pass(7_000);
    // The greeting arrived, but the service never got it.
    expect([frames(pair, 'there').length, frames(pair, 'back').length]).toEqual([3, 0]);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z5: splices two messages; the result is refused, and nothing of it is stored', async () => {
    const pair = createZmlPair();
    const install = pair.sessionLog.installId();
    pair.weather = (way, bytes, count) => (bytes.length < 3_000 ? [] : fine(way, bytes, count));
    follow(pair.messaging.request(longPush(install, 1), { timeout: 9_000 }));
    await pair.pass(500);
    pair.restartWatch(false);
    pair.weather = (way, bytes, count) =>
      way === 'there' && bytes.length > 3_000 ? [] : fine(way, bytes, count);
    const spliced = follow(pair.messaging.request(longPush(install, 501), { timeout: 9_000 }));
    await pair.pass(SOON_MS);
    const refusal = unseal(new Uint8Array((spliced.value ?? []) as ArrayBuffer));
    expect(refusal.ok && [refusal.value.kind, refusal.value.body[0]]).toEqual([REFUSAL, BAD_MESSAGE]);
    expect(onPhone(pair.texts)).toEqual([]);
    pair.weather = fine;
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z6: runs the service twice for a frame that arrived twice', async () => {
    const pair = createZmlPair();
    pair.weather = (way, bytes, count) =>
      way === 'there' ? [...late(40)(bytes), ...late(47)(bytes)] : fine(way, bytes, count);
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expect([frames(pair, 'there').length, frames(pair, 'back').length]).toEqual([2, 4]);
    expectOnce(pair);
  });

  it.each([
    ['request', first('there', isPush, lost), 0],
    ['reply', losesAnswerToPush, 1],
  ])('Z7: reports a lost %s like any other failure, with no answer', async (_, weather, stored) => {
    const pair = createZmlPair();
    pair.weather = weather;
    pair.finishSession();
    await pair.pass(8_500);
    expect([onPhone(pair.texts).length, pair.sync.status()]).toEqual([stored, 'waiting']);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['push', 'there' as const, isPush],
    ['statement', 'back' as const, any],
  ])('Z8: delivers a %s with a flipped bit', async (_, direction, isMeant) => {
    const pair = createZmlPair();
    pair.weather = first(direction, isMeant, (bytes) => {
      bytes[INNER + 20] = (bytes[INNER + 20] ?? 0) ^ 4;
      return late(40)(bytes);
    });
    pair.finishSession();
    await pair.pass(1_500);
    expect(pair.lines.join()).toContain('damaged on the way');
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z9: keeps the handler of a request that the radio refused', async () => {
    const pair = createZmlPair();
    await pair.pass(100);
    pair.finishSession();
    await pair.pass(60);
    pair.refuses = true;
    await pair.pass(500);
    expect([onPhone(pair.texts).length, pair.sync.status()]).toEqual([0, 'waiting']);
    pair.refuses = false;
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });
});
