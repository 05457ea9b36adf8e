/** The last session that the phone tells a fresh watch. */
import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { plainHold, plainRecord } from '../../tools/shared/plain-record.ts';
import { checkedText } from '../../utils/core/sync/phone-keys.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { DAY_MS, OTHER_WATCH, sessionFrame, WATCH } from '../support/stored-log.ts';

/** A store by a clock that is right: ten weeks after the first session. */
function opened() {
  const texts = createMemoryTexts();
  const nowMs = plainRecord.startedAtMs + 70 * DAY_MS;
  const store = createRecordStore(
    texts,
    () => 0.5,
    () => nowMs,
  );
  return { texts, store, nowMs };
}

const startedS = (seq: number): number => (plainRecord.startedAtMs + seq * DAY_MS) / 1000;

describe('the last session of the phone', () => {
  it.each([
    ['hip-release', 'sore', 0],
    ['calf-and-hip-stretch', 'maintenance', 2],
    ['three words long', 'active', 1],
  ] as const)('has its routine %s and its stage %s', (routine, phase, stageCode) => {
    const { store } = opened();
    store.insert(WATCH, [sessionFrame(1, { routine, phase })]);
    expect(store.lastSession()).toEqual({ startedS: startedS(1), stageCode, routine });
  });

  it('that version 0.1.0 noted has no routine', () => {
    const { texts, store } = opened();
    texts.setItem('store.last', `${startedS(1)} 2`);
    expect(store.lastSession()).toEqual({ startedS: startedS(1), stageCode: 2 });
  });

  it('stays the noted one although its record is damaged', () => {
    const { texts, store } = opened();
    store.insert(WATCH, [sessionFrame(1), sessionFrame(64)]);
    texts.setItem('log.beef.1', 'rubbish');
    expect(store.lastSession()?.startedS).toBe(startedS(64));
  });

  it('is not noted anew for one whose clock was ahead', () => {
    const { texts, store, nowMs } = opened();
    store.insert(WATCH, [sessionFrame(1)]);
    const noted = texts.getItem('store.last');
    store.insert(OTHER_WATCH, [sessionFrame(1, { startedAtMs: nowMs + DAY_MS })]);
    expect(texts.getItem('store.last')).toBe(noted);
  });

  it('is one after which days of rest follow, also where it has to be looked for', () => {
    const { texts, store } = opened();
    store.insert(WATCH, [sessionFrame(1), sessionFrame(2, { holds: [{ ...plainHold, seconds: 29 }] })]);
    texts.setItem('store.last', checkedText('rubbish'));
    expect(store.lastSession()?.startedS).toBe(startedS(1));
  });
});
