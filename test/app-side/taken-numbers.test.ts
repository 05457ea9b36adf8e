/** Two records under one number: the phone confirms no record whose bytes it does not have. */
import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { encodeFrame, type Frame, SESSION, VOID } from '../../utils/core/log/frame.ts';
import { createManualClock } from '../support/manual-clock.ts';
import type { MemoryTexts } from '../support/memory-texts.ts';
import { openedRecordStore } from '../support/opened-record-store.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;
const other = (seq: number, text = 'other'): Frame => encodeFrame(SESSION, seq, asciiBytes(text));
const voidOf = (seq: number): Frame => encodeFrame(VOID, seq, new Uint8Array(0));
const bodies = (texts: MemoryTexts): readonly string[] => onPhone(texts).map(({ bytes }) => String(bytes));

describe('another record under a stored number', () => {
  it('is kept beside it, once, and reported once', () => {
    const { texts, lines, store } = openedRecordStore();
    store.insert(WATCH, [frameOf(1)]);
    for (let time = 0; time < 2; time++) expect(store.insert(WATCH, [other(1), frameOf(2)])).toBe(true);
    expect(new Set(bodies(texts))).toEqual(
      new Set([frameOf(1), frameOf(2), other(1)].map(({ bytes }) => String(bytes))),
    );
    expect(onPhone(texts)).toHaveLength(3);
    expect(lines).toEqual([
      '1 records of watch beef differ from the stored ones of their numbers; both are kept, these as watch bef0',
    ]);
  });

  it('and a third one are all kept', () => {
    const { texts, store } = openedRecordStore();
    for (const text of ['a', 'b', 'c', 'b', 'a']) store.insert(WATCH, [other(1, text)]);
    expect(onPhone(texts)).toHaveLength(3);
  });

  it('and fifteen more are all kept, and one after that is not confirmed', () => {
    const { texts, store } = openedRecordStore();
    const stores = (at: number): boolean => store.insert(WATCH, [other(1, `record ${at}`)]);
    expect(Array.from({ length: 18 }, (_, at) => stores(at))).toEqual([...Array(17).fill(true), false]);
    expect(onPhone(texts)).toHaveLength(17);
  });

  it('counts as no record if it only says that its record is lost, and replaces one that does', () => {
    const { texts, lines, store } = openedRecordStore();
    store.insert(WATCH, [frameOf(1), voidOf(2)]);
    expect(store.insert(WATCH, [voidOf(1), frameOf(2)])).toBe(true);
    expect([onPhone(texts), lines]).toEqual([[frameOf(1), frameOf(2)], []]);
  });

  it('that cannot be stored is not confirmed', () => {
    const { texts, store } = openedRecordStore();
    store.insert(WATCH, [frameOf(1)]);
    texts.mode = 'drops';
    expect(store.insert(WATCH, [other(1)])).toBe(false);
  });
});

/** What the watch has lost, by file. It keeps its install number. */
const LOST = ['log0', 'marks-a', 'marks-b', 'last-a', 'last-b'];

describe('a watch that reuses numbers', () => {
  it.each([1, 2, 3, 4, 5, 9])('after its log was lost has %i new sessions on the phone too', (count) => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    for (let at = 0; at < 4; at++) pair.finishSession();
    clock.advance(300_000);
    expect(onPhone(pair.texts)).toHaveLength(4);
    for (const name of LOST) pair.contents.delete(name);
    pair.forgetLife();
    for (let at = 0; at < count; at++) pair.appendSession(`new ${at}`);
    pair.restartWatch();
    clock.advance(300_000);
    expect(onPhone(pair.texts)).toHaveLength(4 + count);
    pair.finishSession();
    clock.advance(300_000);
    pair.restartWatch();
    clock.advance(300_000);
    expect(onPhone(pair.texts).filter(({ kind }) => kind !== VOID)).toHaveLength(5 + count);
    expect(pair.sync.status()).toBe('saved');
  });

  it('has each new session on the phone, even where the last of them needs a message of its own', () => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    for (let at = 0; at < 4; at++) pair.finishSession();
    clock.advance(300_000);
    for (const name of LOST) pair.contents.delete(name);
    pair.forgetLife();
    for (let at = 0; at < 4; at++) pair.appendSession(`${at}${'x'.repeat(1_000)}`);
    pair.restartWatch();
    clock.advance(300_000);
    expect(onPhone(pair.texts).filter(({ kind }) => kind !== VOID)).toHaveLength(8);
  });

  it('of another watch has its sessions on the phone beside those of the other', () => {
    const clock = createManualClock();
    const first = createPhoneAndWatch(clock);
    for (let at = 0; at < 3; at++) first.finishSession();
    clock.advance(300_000);
    const second = createPhoneAndWatch(clock, new Map(first.contents), first.texts);
    for (let at = 0; at < 4; at++) first.finishSession();
    for (let at = 0; at < 2; at++) second.appendSession(`second ${at}`);
    clock.advance(300_000);
    second.restartWatch();
    clock.advance(300_000);
    expect(onPhone(first.texts)).toHaveLength(3 + 4 + 2);
    for (let round = 0; round < 3; round++) {
      first.appendSession(`first, round ${round}`);
      second.appendSession(`second, round ${round}`);
      first.restartWatch();
      second.restartWatch();
      clock.advance(300_000);
    }
    expect(onPhone(first.texts).filter(({ kind }) => kind !== VOID)).toHaveLength(9 + 6);
  });
});
