import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { asciiBytes, u32At } from '../../utils/core/base/bytes.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { encodeFrame, type Frame, VOID } from '../../utils/core/log/frame.ts';
import { blockKey, decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { checkedText } from '../../utils/core/sync/phone-keys.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;

function kept(texts: MemoryTexts, seq: number): readonly Frame[] {
  return decodeBlock(texts.getItem(blockKey(WATCH, seq))).frames;
}

function open(texts: MemoryTexts, random = 0.5) {
  return createRecordStore(texts, () => random);
}

describe("the phone's store", () => {
  it('keeps frames unchanged, a line each', () => {
    const texts = createMemoryTexts();
    expect(open(texts).insert(WATCH, [frameOf(1), frameOf(2)])).toBe(true);
    expect(texts.values.get('log.beef.0')).toBe(`${toHex(frameOf(1).bytes)}\n${toHex(frameOf(2).bytes)}`);
  });

  it('accepts a record once, and never another one under its number', () => {
    const texts = createMemoryTexts();
    open(texts).insert(WATCH, [frameOf(1)]);
    const before = texts.values.get('log.beef.0');
    expect(open(texts).insert(WATCH, [frameOf(1), encodeFrame(3, 1, new Uint8Array(0))])).toBe(true);
    expect(texts.values.get('log.beef.0')).toBe(before);
  });

  it('keeps a schema that it cannot read, and confirms the record', () => {
    const texts = createMemoryTexts();
    const later = encodeFrame(1, 1, asciiBytes('later'), 9);
    open(texts).insert(WATCH, [later]);
    expect(kept(texts, 1)).toEqual([later]);
    expect(open(texts).heldThrough(WATCH, 1)).toBe(1);
  });

  it('confirms what it holds from the floor on, up to the first gap, across keys', () => {
    const texts = createMemoryTexts();
    const seqs = Array.from({ length: 130 }, (_, at) => at + 1);
    open(texts).insert(WATCH, [...seqs, 132].map(frameOf));
    const store = open(texts);
    expect([1, 64, 130, 131, 132, 500].map((floor) => store.heldThrough(WATCH, floor))).toEqual([
      130, 130, 130, 130, 132, 499,
    ]);
    expect([...texts.values.keys()].filter(isBlockKey)).toEqual(['log.beef.0', 'log.beef.1', 'log.beef.2']);
    expect(store.heldThrough(WATCH + 1, 1)).toBe(0);
  });

  it('loses only the line that is damaged, and accepts its record again', () => {
    const texts = createMemoryTexts();
    open(texts).insert(WATCH, [1, 2, 3].map(frameOf));
    const lines = texts.values.get('log.beef.0')?.split('\n') ?? [];
    texts.values.set('log.beef.0', [lines[0], 'rubbish', lines[2]].join('\n'));
    expect(open(texts).heldThrough(WATCH, 1)).toBe(1);
    expect(open(texts).insert(WATCH, [frameOf(2)])).toBe(true);
    expect(kept(texts, 1)).toEqual([1, 2, 3].map(frameOf));
    expect(open(texts).heldThrough(WATCH, 1)).toBe(3);
  });

  it('loses nothing of the other keys if one is damaged', () => {
    const texts = createMemoryTexts();
    open(texts).insert(WATCH, [63, 64, 65].map(frameOf));
    texts.values.set('log.beef.0', '{"not":"ours"}');
    expect(kept(texts, 64).map((frame) => frame.seq)).toEqual([64, 65]);
    expect(open(texts).heldThrough(WATCH, 64)).toBe(65);
  });

  it('writes nothing for records that it has, and for numbers of a watch that it knows', () => {
    const texts = createMemoryTexts();
    const note = (): void => {
      open(texts).insert(WATCH, [1, 2].map(frameOf));
      open(texts).noteWatch(WATCH, 1, 2);
    };
    note();
    const written: string[] = [];
    const { setItem } = texts;
    texts.setItem = (key, value) => {
      written.push(key);
      setItem(key, value);
    };
    note();
    expect(written).toEqual([]);
  });

  it('names the checksum of a record, and 0 for one that it does not have or that is lost', () => {
    const texts = createMemoryTexts();
    open(texts).insert(WATCH, [frameOf(1), encodeFrame(VOID, 2, new Uint8Array(0)), frameOf(3)]);
    const checksum = (seq: number): number => u32At(frameOf(seq).bytes, frameOf(seq).bytes.length - 4);
    expect([1, 2, 3, 4].map((seq) => open(texts).checksumOf(WATCH, seq))).toEqual([
      checksum(1),
      0,
      checksum(3),
      0,
    ]);
  });

  it.each(['drops', 'throws'] as const)('does not confirm what a storage that %s writes has lost', (mode) => {
    const texts = createMemoryTexts();
    texts.mode = mode;
    expect(open(texts).insert(WATCH, [frameOf(1)])).toBe(false);
    expect(open(texts).heldThrough(WATCH, 1)).toBe(0);
    expect(open(texts).epoch()).toBeGreaterThan(0);
  });

  it('keeps as many of several records as it can', () => {
    const texts = createMemoryTexts();
    const { setItem } = texts;
    texts.setItem = (key, value) => (key === 'log.beef.1' ? undefined : setItem(key, value));
    expect(open(texts).insert(WATCH, [63, 64].map(frameOf))).toBe(false);
    expect(open(texts).heldThrough(WATCH, 63)).toBe(63);
  });
});

describe('the epoch', () => {
  it('names the store for as long as its data lives, and another one after', () => {
    const texts = createMemoryTexts();
    const first = open(texts, 0.25).epoch();
    expect(open(texts, 0.75).epoch()).toBe(first);
    texts.values.clear();
    expect(open(texts, 0.75).epoch()).not.toBe(first);
  });

  it.each(['', '0', 'rubbish', '-5'])('is made anew if %j is stored', (text) => {
    const texts = createMemoryTexts();
    texts.values.set('store.epoch', text);
    const made = open(texts).epoch();
    expect(made).toBeGreaterThan(0);
    expect(open(texts, 0.1).epoch()).toBe(made);
  });
});

describe('the number of the store', () => {
  it.each(['0', '-1', '4294967296', '1.5e400', 'x', ''])('is made anew if it is %j', (text) => {
    const texts = createMemoryTexts();
    texts.setItem('store.epoch', checkedText(text));
    expect(createRecordStore(texts, () => 0.25).epoch()).toBe(Math.floor(0.25 * 0xfffffffe) + 1);
  });

  it.each(['1', '4294967295'])('stays if it is %s', (text) => {
    const texts = createMemoryTexts();
    texts.setItem('store.epoch', checkedText(text));
    expect(createRecordStore(texts, () => 0.25).epoch()).toBe(Number(text));
  });

  it('is stored as soon as it is made, and is never 0', () => {
    for (const random of [0, 0.999_999_999_9]) {
      const texts = createMemoryTexts();
      const epoch = createRecordStore(texts, () => random).epoch();
      expect(epoch).toBeGreaterThan(0);
      expect(epoch).toBeLessThanOrEqual(0xffffffff);
      expect(createRecordStore(texts, () => 0.5).epoch()).toBe(epoch);
    }
  });
});
