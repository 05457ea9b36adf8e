import { describe, expect, it } from 'vitest';
import {
  backOffMs,
  type Delivery,
  dueRecord,
  emptyLedger,
  hasRoom,
  LONGEST_WAIT_MS,
  MOST_UNDERWAY,
  mayTry,
  type OutletLedger,
  parseLedger,
  retried,
  sending,
  settled,
  takenThrough,
  takenUp,
  UNKNOWN_WAIT_MS,
  type Underway,
} from '../../../utils/core/integrations/delivery-state.ts';
import { WATCH } from '../../support/stored-log.ts';

const NOW_MS = 1_000_000;

function only(ledger: OutletLedger): Underway {
  const [record] = ledger.underway;
  if (record === undefined || ledger.underway.length !== 1) throw new Error('one record should be under way');
  return record;
}

const first = takenUp(emptyLedger, WATCH, 1, NOW_MS);

/** The ledger after one attempt at the first record. */
function tried(delivery: Delivery): OutletLedger {
  return settled(sending(first, only(first), NOW_MS), only(first), delivery, NOW_MS);
}

describe('a record on its way', () => {
  it('is shown as unknown from before its request leaves', () => {
    expect(only(sending(first, only(first), NOW_MS))).toMatchObject({
      state: 'unknown',
      dueAtMs: NOW_MS + UNKNOWN_WAIT_MS,
    });
  });

  it('is let go of and counted when it is there', () => {
    expect(tried({ came: 'delivered' })).toMatchObject({ underway: [], delivered: 1 });
    expect(takenThrough(tried({ came: 'delivered' }), WATCH)).toBe(1);
  });

  it.each<readonly [Delivery, Partial<Underway>]>([
    [
      { came: 'later', why: 'x' },
      { state: 'pending', dueAtMs: NOW_MS + 60_000 },
    ],
    [
      { came: 'later', why: 'x', waitMs: 90_000 },
      { state: 'pending', dueAtMs: NOW_MS + 90_000 },
    ],
    [
      { came: 'unanswered', why: 'x' },
      { state: 'unknown', dueAtMs: NOW_MS + UNKNOWN_WAIT_MS },
    ],
    [
      { came: 'refused', why: 'x' },
      { state: 'failed', why: 'x' },
    ],
    [
      { came: 'barred', why: 'x' },
      { state: 'pending', tries: 0 },
    ],
  ])('after %j is %j', (delivery, record) => {
    expect(only(tried(delivery))).toMatchObject(record);
  });

  it('stays unknown when a later attempt surely did not come through: an earlier one may have', () => {
    const unknown = tried({ came: 'unanswered', why: 'x' });
    const again = settled(unknown, only(unknown), { came: 'later', why: 'y' }, NOW_MS);
    expect(only(again)).toMatchObject({ state: 'unknown', tries: 2, why: 'y' });
  });

  it('waits twice as long after each try, up to six hours', () => {
    expect([1, 2, 3, 9, 10, 60].map(backOffMs)).toEqual([
      60_000,
      120_000,
      240_000,
      256 * 60_000,
      LONGEST_WAIT_MS,
      LONGEST_WAIT_MS,
    ]);
  });

  it('is tried when it has been due longest, and never once it was refused', () => {
    const two = takenUp(tried({ came: 'refused', why: 'x' }), WATCH, 2, NOW_MS);
    const three = takenUp(two, WATCH, 3, NOW_MS - 5);
    expect(dueRecord(three, NOW_MS)?.seq).toBe(3);
    expect(dueRecord(two, NOW_MS - 1)).toBeNull();
  });
});

describe('an outlet', () => {
  it('rests as long as it was asked to', () => {
    const resting = tried({ came: 'resting', why: 'x', waitMs: 500 });
    expect(mayTry(resting, NOW_MS + 499)).toBe(false);
    expect(mayTry(resting, NOW_MS + 500)).toBe(true);
  });

  it('stops when it is barred, until the wearer acts', () => {
    const barred = tried({ came: 'barred', why: 'status 401' });
    expect(mayTry(barred, NOW_MS * 2)).toBe(false);
    expect(mayTry(retried(barred, NOW_MS), NOW_MS)).toBe(true);
  });

  it('tries what failed again at the wearer’s wish, and still waits for what may be there', () => {
    expect(only(retried(tried({ came: 'refused', why: 'x' }), NOW_MS))).toMatchObject({
      state: 'pending',
      dueAtMs: NOW_MS,
    });
    const unknown = tried({ came: 'unanswered', why: 'x' });
    expect(retried(unknown, NOW_MS).underway).toEqual(unknown.underway);
  });

  it('takes up no more than fifty at a time', () => {
    let ledger = emptyLedger;
    for (let seq = 1; seq < MOST_UNDERWAY; seq++) ledger = takenUp(ledger, WATCH, seq, NOW_MS);
    expect(hasRoom(ledger)).toBe(true);
    expect(hasRoom(takenUp(ledger, WATCH, MOST_UNDERWAY, NOW_MS))).toBe(false);
  });
});

describe('the stored ledger', () => {
  it('is read back as it was, and is empty where there is none', () => {
    const ledger = tried({ came: 'unanswered', why: 'x' });
    expect(parseLedger(JSON.stringify(ledger))).toEqual(ledger);
    expect(parseLedger(null)).toEqual(emptyLedger);
  });

  it.each(['{', '[]', '{"through":{}}', '{"through":{},"underway":[{}],"delivered":0}'])(
    'that reads %s is damaged, and not taken for an empty one',
    (text) => {
      expect(parseLedger(text)).toBeNull();
    },
  );
});
