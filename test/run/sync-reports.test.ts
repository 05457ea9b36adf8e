/** The failures of the watch on their way to the phone: sent until it has them, and never in the way of a session. */
import { describe, expect, it } from 'vitest';
import { asciiText } from '../../utils/core/base/bytes.ts';
import { HELLO, MAX_BODY_BYTES, unseal } from '../../utils/core/sync/message.ts';
import { FINE } from '../support/lossy-link.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createPhoneAndWatch, type PhoneAndWatch } from '../support/phone-and-watch.ts';

const LOST = { ...FINE, there: 'lost' } as const;

describe('the failures of the watch', () => {
  /** The bodies of the greetings that the watch has sent, after their two numbers. */
  const greeted = ({ link }: PhoneAndWatch): readonly string[] =>
    link.sent.flatMap((bytes) => {
      const opened = unseal(bytes);
      return opened.ok && opened.value.kind === HELLO ? [asciiText(opened.value.body.slice(8))] : [];
    });

  it('are sent until the phone has confirmed them, and then no more', () => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock, new Map(), undefined, () => 'motor: stuck');
    pair.link.fates.push(LOST);
    pair.finishSession();
    clock.advance(20_000);
    pair.finishSession();
    clock.advance(20_000);
    expect(greeted(pair)).toEqual(['motor: stuck', 'motor: stuck', '']);
  });

  it('that come up while records are sent go with the next greeting', () => {
    const clock = createManualClock();
    let reports = '';
    const pair = createPhoneAndWatch(clock, new Map(), undefined, () => reports);
    for (let count = 0; count < 300; count++) pair.appendSession();
    pair.sync.start();
    while (pair.link.sent.length < 2) clock.advance(10);
    reports = 'motor: stuck';
    clock.advance(60_000);
    expect(pair.sync.status()).toBe('saved');
    pair.finishSession();
    clock.advance(20_000);
    expect(greeted(pair)).toEqual(['', 'motor: stuck']);
  });

  it.each([
    ['just fit go whole', 0, MAX_BODY_BYTES - 8],
    ['are one letter too long for a message are left out, which is told', 1, 0],
  ])('that %s', (_, over, length) => {
    const clock = createManualClock();
    const text = 'x'.repeat(MAX_BODY_BYTES - 8 + over);
    const pair = createPhoneAndWatch(clock, new Map(), undefined, () => text);
    pair.finishSession();
    clock.advance(20_000);
    expect(greeted(pair).map((body) => body.length)).toEqual([length]);
    expect(pair.sync.status()).toBe('saved');
    expect(pair.lines.length > 0).toBe(over > 0);
  });
});
