/** A pasted export: each record goes to its watch, and the counts say what happened to each. */
import { describe, expect, it } from 'vitest';
import { importRecords, restoreRecords } from '../../app-side/import-records.ts';
import { createRecordStore } from '../../app-side/record-store.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { encodeFrame, type Frame, SESSION, VOID } from '../../utils/core/log/frame.ts';
import { decodeBlock, installOfKey, isBlockKey } from '../../utils/core/sync/frame-block.ts';
import {
  IMPORT_DELETED_KEY,
  IMPORT_RESULT_KEY,
  parseImportResult,
} from '../../utils/core/sync/phone-keys.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;
const OTHER = 0xcafe;
const lost = (seq: number): Frame => encodeFrame(VOID, seq, new Uint8Array(0));
const otherwise = (seq: number): Frame => encodeFrame(SESSION, seq, asciiBytes('another'));

function opened(texts: MemoryTexts = createMemoryTexts()) {
  const store = createRecordStore(texts, () => 0.5);
  const take = (...listed: readonly (readonly [install: number, frame: Frame])[]) => {
    const frames = listed.map(([install, frame]) => ({ install, frame }));
    const isDone = importRecords(texts, store, { frames, faults: [] });
    return { isDone, ...parseImportResult(texts.getItem(IMPORT_RESULT_KEY)) };
  };
  return { texts, store, take };
}

/** The numbers of the stored records, by watch. A minus marks the number of a lost record. */
function stored(texts: MemoryTexts): Readonly<Record<string, readonly number[]>> {
  const found: Record<string, number[]> = {};
  for (const [key, text] of texts.values) {
    if (!isBlockKey(key)) continue;
    const watch = (installOfKey(key) ?? 0).toString(16);
    const seqs = decodeBlock(text).frames.map(({ seq, kind }) => (kind === VOID ? -seq : seq));
    found[watch] = [...(found[watch] ?? []), ...seqs];
  }
  return found;
}

describe('an import', () => {
  it('gives each watch its own records', () => {
    const { texts, take } = opened();
    const result = take([WATCH, frameOf(1)], [OTHER, frameOf(2)], [WATCH, frameOf(3)], [OTHER, frameOf(70)]);
    expect(result).toMatchObject({ isDone: true, added: 4, known: 0, lost: 0 });
    expect(stored(texts)).toEqual({ beef: [1, 3], cafe: [2, 70] });
  });

  it('counts stored records, and those that are listed twice, as known', () => {
    const { take } = opened();
    take([WATCH, frameOf(1)]);
    expect(take([WATCH, frameOf(1)], [WATCH, frameOf(2)], [WATCH, frameOf(2)])).toMatchObject({
      isDone: true,
      added: 1,
      known: 2,
      lost: 0,
    });
  });

  it('counts and refuses another record under a number that is stored or was listed before', () => {
    const { texts, take } = opened();
    take([WATCH, frameOf(1)]);
    const before = stored(texts);
    expect(take([WATCH, otherwise(1)])).toMatchObject({ added: 0, known: 0, lost: 1, reasons: { other: 1 } });
    expect(stored(texts)).toEqual(before);
    expect(take([WATCH, frameOf(2)], [WATCH, otherwise(2)])).toMatchObject({
      added: 1,
      lost: 1,
      reasons: { other: 1 },
    });
  });

  it('accepts that a record is lost only if the record is not stored', () => {
    const { texts, take } = opened();
    take([WATCH, frameOf(1)]);
    expect(take([WATCH, lost(1)], [WATCH, lost(2)])).toMatchObject({ added: 1, known: 1, lost: 0 });
    expect(stored(texts)).toEqual({ beef: [1, -2] });
    expect(take([WATCH, frameOf(2)])).toMatchObject({ added: 1, known: 0 });
    expect(stored(texts)).toEqual({ beef: [1, 2] });
  });

  it('accepts a record that the same text listed as lost before', () => {
    const { texts, take } = opened();
    expect(take([WATCH, lost(1)], [WATCH, frameOf(1)])).toMatchObject({ added: 1, known: 1, lost: 0 });
    expect(stored(texts)).toEqual({ beef: [1] });
  });

  it('reports each record for which there was no room', () => {
    const { texts, take } = opened();
    texts.mode = 'drops';
    const values = new Map(texts.values);
    const result = importRecords(
      texts,
      createRecordStore(texts, () => 0.5),
      {
        frames: [{ install: WATCH, frame: frameOf(1) }],
        faults: [],
      },
    );
    expect([result, texts.values]).toEqual([false, values]);
    texts.mode = 'keeps';
    expect(take([WATCH, frameOf(1)])).toMatchObject({ isDone: true, added: 1 });
  });
});

it('an import counts the records for which there was no room, and keeps the others', () => {
  const { texts, take } = opened();
  const { setItem } = texts;
  texts.setItem = (key, value) => (key === 'log.beef.1' ? undefined : setItem(key, value));
  expect(take([WATCH, frameOf(1)], [WATCH, frameOf(64)], [WATCH, frameOf(65)])).toMatchObject({
    isDone: false,
    added: 1,
    known: 0,
    lost: 2,
    reasons: { full: 2 },
  });
});

describe('what was deleted on this phone', () => {
  function erased() {
    const { texts, store, take } = opened();
    take([WATCH, frameOf(1)], [WATCH, frameOf(2)], [OTHER, frameOf(5)]);
    store.forgetAll();
    return { texts, store, take };
  }

  it('is set aside, counted, and accepted again if the wearer wants it', () => {
    const { texts, store, take } = erased();
    const result = take([WATCH, frameOf(1)], [WATCH, frameOf(3)], [OTHER, frameOf(5)]);
    expect(result).toMatchObject({ added: 1, lost: 2, reasons: { deleted: 2 } });
    expect(stored(texts)).toEqual({ beef: [3] });
    expect(restoreRecords(texts, store)).toBe(true);
    expect(stored(texts)).toEqual({ beef: [1, 3], cafe: [5] });
    expect(texts.getItem(IMPORT_DELETED_KEY)).toBeNull();
  });

  it('of an earlier import is no longer offered after one that sets nothing aside', () => {
    const { texts, take } = erased();
    take([WATCH, frameOf(1)]);
    expect(texts.getItem(IMPORT_DELETED_KEY)).not.toBeNull();
    take([WATCH, frameOf(9)]);
    expect(texts.getItem(IMPORT_DELETED_KEY)).toBeNull();
  });

  it('and was set aside with one wrong character comes back under no other watch, and is counted as damaged', () => {
    const { texts, store, take } = erased();
    take([WATCH, frameOf(1)], [OTHER, frameOf(5)]);
    const sound = texts.getItem(IMPORT_DELETED_KEY) ?? '';
    const [first = ''] = sound.split('\n');
    for (let at = 0; at < first.length; at++) {
      const { texts: phone, store: records } = erased();
      phone.setItem(
        IMPORT_DELETED_KEY,
        `${sound.slice(0, at)}${sound[at] === 'f' ? 'e' : 'f'}${sound.slice(at + 1)}`,
      );
      restoreRecords(phone, records);
      expect(stored(phone), String(at)).toEqual({ cafe: [5] });
      expect(phone.getItem(IMPORT_RESULT_KEY)).toBe('1 0 1 damaged=1');
    }
    expect(restoreRecords(texts, store)).toBe(true);
    expect(stored(texts)).toEqual({ beef: [1], cafe: [5] });
  });

  it.each(['', 'x', 'beef', 'beef 00', '\n\n'])('and was set aside as %j counts as nothing', (text) => {
    const { texts, store } = erased();
    texts.setItem(IMPORT_DELETED_KEY, text);
    expect(restoreRecords(texts, store)).toBe(true);
    expect(stored(texts)).toEqual({});
  });
});
