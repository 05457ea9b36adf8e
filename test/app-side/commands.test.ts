import { describe, expect, it } from 'vitest';
import { commandKey, runCommands } from '../../app-side/commands.ts';
import { createSessionStore } from '../../app-side/session-store.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { isBlockKey } from '../../utils/core/sync/block.ts';
import type { PhoneConfig } from '../../utils/core/sync/inbox.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;
const OTHER = 0xcafe;

function post(texts: MemoryTexts, command: unknown, atMs = 1): string {
  const key = commandKey(atMs);
  texts.setItem(key, JSON.stringify(command));
  return key;
}

function run(texts: MemoryTexts, config: PhoneConfig | null = null): readonly string[] {
  return runCommands(
    texts,
    createSessionStore(texts, () => 0.5),
    config,
  );
}

function blocks(texts: MemoryTexts): readonly string[] {
  return [...texts.values.keys()].filter(isBlockKey);
}

describe('what the page posts', () => {
  it('"delete everything" takes every record of every watch, and none of them is taken again', () => {
    const texts = createMemoryTexts();
    const store = createSessionStore(texts, () => 0.5);
    store.insert(WATCH, [1, 2, 70].map(frameOf));
    store.insert(OTHER, [frameOf(5)]);
    const key = post(texts, { type: 'erase' });
    expect(run(texts)).toEqual([]);
    expect([blocks(texts), texts.values.has(key), store.last()]).toEqual([[], false, null]);
    expect([store.forgotten(WATCH), store.forgotten(OTHER)]).toEqual([70, 5]);
    expect(store.insert(WATCH, [1, 2, 70].map(frameOf))).toBe(true);
    expect(blocks(texts)).toEqual([]);
    expect([store.through(WATCH, 1), store.through(OTHER, 1)]).toEqual([70, 5]);
    store.insert(WATCH, [frameOf(71)]);
    expect(store.through(WATCH, 1)).toBe(71);
  });

  it('that could not be carried out stays posted and is told', () => {
    const texts = createMemoryTexts();
    createSessionStore(texts, () => 0.5).insert(WATCH, [frameOf(1)]);
    const key = post(texts, { type: 'erase' });
    texts.mode = 'drops';
    expect(run(texts)).toEqual([`${key}: the phone could not delete everything`]);
    texts.mode = 'keeps';
    expect(blocks(texts)).toHaveLength(1);
    expect(run(texts)).toEqual([]);
    expect(blocks(texts)).toEqual([]);
  });

  it('"import" takes records back as they were, and twice is once', () => {
    const texts = createMemoryTexts();
    const frames = [1, 2].map((seq) => toHex(frameOf(seq).bytes));
    for (const atMs of [1, 2]) post(texts, { type: 'import', install: WATCH, frames }, atMs);
    expect(run(texts)).toEqual([]);
    expect(texts.values.get('log.beef.0')).toBe(frames.join('\n'));
  });

  it('"import" with a damaged record takes none of it', () => {
    const texts = createMemoryTexts();
    const good = toHex(frameOf(1).bytes);
    const key = post(texts, { type: 'import', install: WATCH, frames: [good, `${good}00`] });
    expect(run(texts)).toEqual([`${key}: record 2 is damaged`]);
    expect(blocks(texts)).toEqual([]);
  });

  it('"config" is merged by who owns the choices', () => {
    const texts = createMemoryTexts();
    let merged = '';
    const config = { text: () => merged, merge: (text: string) => (merged = `<${text}>`) };
    post(texts, { type: 'config', text: 'sore' });
    expect([run(texts, config), merged]).toEqual([[], '<sore>']);
  });

  it.each(['{"type":"fly"}', 'null', '{', '7'])('%s is told and left', (text) => {
    const texts = createMemoryTexts();
    texts.setItem(commandKey(1), text);
    expect(run(texts)).toEqual([`${commandKey(1)}: not a command that this version knows`]);
    expect(texts.values.size).toBe(1);
  });
});

describe('the layout of the keys', () => {
  it('of a later version is not touched, and the watch is told that nothing was stored', () => {
    const texts = createMemoryTexts();
    texts.setItem('store.version', '2');
    expect(createSessionStore(texts, () => 0.5).insert(WATCH, [frameOf(1)])).toBe(false);
    expect(blocks(texts)).toEqual([]);
  });
});
