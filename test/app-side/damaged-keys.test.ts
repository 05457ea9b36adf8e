/** The phone's numbers of a watch and of its store with one wrong character: they count as unknown, are reported, and delete nothing. */
import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { checkedText, isForgetting } from '../../utils/core/sync/phone-keys.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { openedRecordStore } from '../support/opened-record-store.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import { frameOf } from '../support/records.ts';
import { sessionFrame } from '../support/stored-log.ts';

const WATCH = 0xbeef;

/** Every text that differs from this one in one character. */
function spoilt(text: string): readonly string[] {
  return [...text]
    .flatMap((_, at) => [...'0189 f', ''].map((letter) => text.slice(0, at) + letter + text.slice(at + 1)))
    .filter((one) => one !== text);
}

describe('the numbers of a watch', () => {
  const { texts, store } = openedRecordStore();
  store.noteWatch(WATCH, 1, 12);
  store.insert(WATCH, [frameOf(1)]);
  store.forgetAll();
  const sound = texts.values.get('watch.beef') ?? '';

  it('are stored with a checksum', () => {
    expect(sound).toMatch(/^1 1 12 [0-9a-f]{8}$/);
    expect(isForgetting(sound)).toBe(true);
  });

  it.each(spoilt(sound))('damaged to %j delete nothing', (text) => {
    const damaged = openedRecordStore();
    damaged.texts.values.set('watch.beef', text);
    expect(damaged.store.forgotten(WATCH)).toBeLessThanOrEqual(1);
    damaged.store.noteWatch(WATCH, 1, 12);
    expect(damaged.store.forgotten(WATCH)).toBeLessThanOrEqual(1);
    expect(damaged.store.insert(WATCH, [frameOf(2)])).toBe(true);
    expect(onPhone(damaged.texts)).toHaveLength(1);
  });

  it.each(['1767772800 0 hip-release', '1767772800 1 NaN', '9 1 -1', '1.5 1 3', '9 1 3 4', '9'])(
    'that have a right checksum but a wrong form, %j, delete nothing',
    (text) => {
      const foreign = openedRecordStore();
      foreign.texts.values.set('watch.beef', checkedText(text));
      expect(foreign.store.forgotten(WATCH)).toBe(0);
      expect(foreign.lines).toEqual(['watch.beef is damaged; nothing is deleted because of it']);
      foreign.store.noteWatch(WATCH, 1, 3);
      expect([foreign.store.insert(WATCH, [frameOf(3)]), foreign.store.heldThrough(WATCH, 3)]).toEqual([
        true,
        3,
      ]);
    },
  );

  it('that name more deleted records than the watch ever had delete nothing, though their checksum is right', () => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    for (let at = 0; at < 3; at++) pair.appendSession();
    const files = pair.contents.size;
    pair.texts.values.set(`watch.${pair.sessionLog.installId().toString(16)}`, checkedText('100000 1 3'));
    pair.restartWatch();
    clock.advance(60_000);
    expect(onPhone(pair.texts).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect([pair.sessionLog.floor(), pair.sessionLog.tail(), pair.sync.status()]).toEqual([1, 3, 'saved']);
    expect(pair.contents.size).toBeLessThan(files + 5);
  });

  it('that are damaged are reported until the watch has sent its own', () => {
    const damaged = openedRecordStore();
    damaged.texts.values.set('watch.beef', sound.replace('12', '92'));
    expect(damaged.store.forgotten(WATCH)).toBe(0);
    expect(damaged.lines).toEqual(['watch.beef is damaged; nothing is deleted because of it']);
    damaged.store.noteWatch(WATCH, 1, 12);
    damaged.lines.length = 0;
    damaged.store.forgotten(WATCH);
    expect(damaged.lines).toEqual([]);
  });

  it.each([
    ['3 4', 9, 3],
    ['3 4', 3, 3],
    ['3 4', 0, 3],
    ['93 4', 9, 0],
  ])('of version 0.1.0, %j, count as far as the watch has records up to %i', (text, tail, forgotten) => {
    const old = openedRecordStore();
    old.texts.values.set('watch.beef', text);
    old.store.noteWatch(WATCH, 4, tail);
    expect(old.store.forgotten(WATCH)).toBe(forgotten);
    expect(old.texts.values.get('watch.beef')).toMatch(/ [0-9a-f]{8}$/);
  });

  it('make no watch forget a session, whichever character of them changes', () => {
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    for (let at = 0; at < 3; at++) pair.finishSession();
    clock.advance(60_000);
    const key = `watch.${pair.sessionLog.installId().toString(16)}`;
    const stored = pair.texts.values.get(key) ?? '';
    for (const text of spoilt(stored)) {
      pair.texts.values.set(key, text);
      pair.finishSession();
      clock.advance(60_000);
    }
    expect(pair.sessionLog.floor()).toBeLessThanOrEqual(64);
    expect(onPhone(pair.texts)).toHaveLength(3 + spoilt(stored).length);
  });
});

describe('the numbers of the store', () => {
  it('that name it are made anew if they are damaged, and a store of this version stays open', () => {
    const { texts, store, lines } = openedRecordStore();
    store.insert(WATCH, [frameOf(1)]);
    const epoch = store.epoch();
    expect(lines).toEqual([]);
    for (const key of ['store.epoch', 'store.version']) {
      const sound = texts.values.get(key) ?? '';
      for (const text of spoilt(sound).filter((one) => one.length > 2)) {
        texts.values.set(key, text);
        expect(store.insert(WATCH, [frameOf(2)]), `${key} ${text}`).toBe(true);
      }
      texts.values.set(key, `x${sound}`);
      store.insert(WATCH, [frameOf(2)]);
      store.epoch();
      expect(lines).toContain(`${key} is damaged; nothing is deleted because of it`);
      texts.values.set(key, sound);
    }
    expect(store.epoch()).toBe(epoch);
  });

  it('of the last session do not go back in time, whatever comes after', () => {
    const { texts, store } = openedRecordStore();
    store.insert(WATCH, [sessionFrame(1), sessionFrame(2), sessionFrame(3)]);
    const last = store.lastSession();
    expect(last).not.toBeNull();
    store.insert(WATCH + 5, [sessionFrame(1)]);
    expect(store.lastSession()).toEqual(last);
    const sound = texts.values.get('store.last') ?? '';
    texts.values.set(
      'store.last',
      sound.replace(/\d/, (digit) => String(9 - Number(digit))),
    );
    store.insert(WATCH + 6, [sessionFrame(1)]);
    expect(store.lastSession()).toEqual(last);
  });

  it('give the newest possible session, even if the clocks of two watches were wrong for a while', () => {
    const { texts, store } = openedRecordStore();
    const at = (time: string) => ({ startedAtMs: Date.parse(time) });
    store.insert(WATCH, [
      sessionFrame(1, at('2026-02-10T08:00:00Z')),
      sessionFrame(2, at('2007-01-01T00:00:00Z')),
    ]);
    store.insert(WATCH + 9, [
      sessionFrame(1, at('2026-02-05T08:00:00Z')),
      sessionFrame(2, at('2035-01-01T00:00:00Z')),
    ]);
    const nowMs = Date.parse('2026-02-11T08:00:00Z');
    const later = createRecordStore(
      texts,
      () => 0.5,
      () => nowMs,
    );
    expect(later.lastSession()?.startedS).toBe(Date.parse('2026-02-10T08:00:00Z') / 1000);
  });
});
