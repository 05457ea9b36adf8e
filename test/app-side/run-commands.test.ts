import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { runCommands } from '../../app-side/run-commands.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { jsonOf } from '../../utils/core/export/json.ts';
import { parseSetup } from '../../utils/core/integrations/setup.ts';
import { RING_KEYS } from '../../utils/core/ring-entries.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';
import type { PhonePreferences } from '../../utils/core/sync/inbox.ts';
import { commandKey, commandText, type PhoneCommand } from '../../utils/core/sync/phone-commands.ts';
import {
  FAILED_COMMANDS_KEY,
  hasFailed,
  IMPORT_DELETED_KEY,
  IMPORT_RESULT_KEY,
} from '../../utils/core/sync/phone-keys.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;
const OTHER = 0xcafe;

function post(texts: MemoryTexts, command: PhoneCommand): string {
  texts.setItem(commandKey(command), commandText(command));
  return commandKey(command);
}

const noPreferences: PhonePreferences = { text: () => '', merge: () => null };

function run(texts: MemoryTexts, preferences = noPreferences): readonly string[] {
  const reports: string[] = [];
  runCommands({
    storage: texts,
    records: createRecordStore(texts, () => 0.5),
    preferences,
    nowMs: () => 1,
    report: (line) => reports.push(line),
  });
  return reports;
}

function blocks(texts: MemoryTexts): readonly string[] {
  return [...texts.values.keys()].filter(isBlockKey);
}

describe('what the page posts', () => {
  it('"delete everything" deletes every record of every watch, and none of them is accepted again', () => {
    const texts = createMemoryTexts();
    const store = createRecordStore(texts, () => 0.5);
    store.insert(WATCH, [1, 2, 70].map(frameOf));
    store.insert(OTHER, [frameOf(5)]);
    const key = post(texts, { kind: 'erase' });
    expect(run(texts)).toEqual([]);
    expect([blocks(texts), texts.values.has(key), store.lastSession()]).toEqual([[], false, null]);
    expect([store.forgotten(WATCH), store.forgotten(OTHER)]).toEqual([70, 5]);
    expect(store.insert(WATCH, [1, 2, 70].map(frameOf))).toBe(true);
    expect(blocks(texts)).toEqual([]);
    expect([store.heldThrough(WATCH, 1), store.heldThrough(OTHER, 1)]).toEqual([70, 5]);
    store.insert(WATCH, [frameOf(71)]);
    expect(store.heldThrough(WATCH, 1)).toBe(71);
  });

  it('"delete everything" deletes the error reports of watch and phone, and the result of the last import', () => {
    const texts = createMemoryTexts();
    const keys = [...RING_KEYS, IMPORT_RESULT_KEY, IMPORT_DELETED_KEY];
    expect(RING_KEYS).toHaveLength(2);
    for (const key of keys) texts.setItem(key, 'motor: where the wearer was');
    post(texts, { kind: 'erase' });
    run(texts);
    expect(keys.filter((key) => texts.values.has(key))).toEqual([]);
  });

  it('waits for the next turn while another of its kind is carried out', () => {
    const texts = createMemoryTexts();
    const posted: PhoneCommand = { kind: 'preferences', text: 'later' };
    const key = post(texts, { kind: 'preferences', text: 'first' });
    const merged: string[] = [];
    const preferences: PhonePreferences = {
      text: () => '',
      merge(text) {
        if (merged.push(text) === 1) post(texts, posted);
        return text;
      },
    };
    run(texts, preferences);
    expect(texts.getItem(key)).toBe(commandText(posted));
    run(texts, preferences);
    expect([merged, texts.values.has(key)]).toEqual([['first', 'later'], false]);
  });

  it('is reported and removed if it could not be carried out', () => {
    const texts = createMemoryTexts();
    createRecordStore(texts, () => 0.5).insert(WATCH, [frameOf(1)]);
    const key = post(texts, { kind: 'erase' });
    texts.room = Array.from(texts.values).flat().join('').length;
    expect(run(texts)).toEqual([`${key}: the phone could not store it`]);
    expect([texts.getItem('failed'), texts.values.has(key)]).toEqual([key, false]);
    texts.room = Number.POSITIVE_INFINITY;
    expect(blocks(texts)).toHaveLength(1);
    post(texts, { kind: 'erase' });
    expect(run(texts)).toEqual([]);
    expect([blocks(texts), texts.getItem('failed')]).toEqual([[], null]);
  });

  it('"import" restores records as they were, and a second import changes nothing', () => {
    const texts = createMemoryTexts();
    const frames = [1, 2].map(frameOf);
    const text = jsonOf(frames.map((frame) => ({ install: WATCH, frame })));
    const results = [1, 2].map(() => {
      const key = post(texts, { kind: 'import', text });
      expect(run(texts)).toEqual([]);
      expect(texts.values.has(key)).toBe(false);
      return texts.getItem(IMPORT_RESULT_KEY);
    });
    expect(texts.values.get('log.beef.0')).toBe(frames.map(({ bytes }) => toHex(bytes)).join('\n'));
    expect(results).toEqual(['2 0 0', '0 2 0']);
  });

  it('"import" accepts intact records, and counts the rest by reason', () => {
    const texts = createMemoryTexts();
    const good = jsonOf([1, 2].map((seq) => ({ install: WATCH, frame: frameOf(seq) })));
    post(texts, { kind: 'import', text: good.replace(/("frame":"[0-9a-f]+)("}\n)/, '$100$2') });
    expect(run(texts)).toEqual([]);
    expect(texts.getItem(IMPORT_RESULT_KEY)).toBe('1 0 1 damaged=1');
    expect(blocks(texts)).toEqual(['log.beef.0']);
  });

  it('"import" counts what was deleted here before as not kept', () => {
    const texts = createMemoryTexts();
    createRecordStore(texts, () => 0.5).insert(WATCH, [1, 2].map(frameOf));
    post(texts, { kind: 'erase' });
    run(texts);
    post(texts, {
      kind: 'import',
      text: jsonOf([2, 3].map((seq) => ({ install: WATCH, frame: frameOf(seq) }))),
    });
    run(texts);
    expect(texts.getItem(IMPORT_RESULT_KEY)).toBe('1 0 1 deleted=1');
    post(texts, { kind: 'restore' });
    run(texts);
    expect(texts.getItem(IMPORT_RESULT_KEY)).toBe('1 0 0');
    expect([texts.getItem(IMPORT_DELETED_KEY), createRecordStore(texts, () => 0.5).forgotten(WATCH)]).toEqual(
      [null, 2],
    );
  });

  it('"preferences" is merged by who owns them, and is removed if that fails', () => {
    const texts = createMemoryTexts();
    let merged = '';
    const merge = (text: string): string => {
      merged = `<${text}>`;
      return merged;
    };
    const key = post(texts, { kind: 'preferences', text: 'sore' });
    expect(run(texts)).toEqual([`${key}: the phone could not store it`]);
    post(texts, { kind: 'preferences', text: 'sore' });
    expect([run(texts, { text: () => merged, merge }), merged]).toEqual([[], '<sore>']);
    expect(texts.values.has(key)).toBe(false);
  });

  it.each(['{"kind":"fly"}', 'null', '{', '7'])('%s is reported without its text, and removed', (text) => {
    const texts = createMemoryTexts();
    texts.setItem('cmd:erase', text);
    expect(run(texts).join()).toMatch(/^cmd:erase: the command is /);
    expect(texts.values.has('cmd:erase')).toBe(false);
  });

  it('an integration keeps secrets apart from what the page shows, and needs them to be switched on', () => {
    const texts = createMemoryTexts();
    post(texts, { kind: 'integration', integration: 'intervals', isOn: true });
    run(texts);
    expect(parseSetup(texts.getItem('outlet.intervals'))).toMatchObject({
      isOn: false,
      fault: { key: 'fault.incomplete' },
    });
    post(texts, { kind: 'integration', integration: 'intervals', isOn: true, secret: 'k3y' });
    run(texts);
    expect(parseSetup(texts.getItem('outlet.intervals'))).toMatchObject({
      isOn: true,
      hasSecret: true,
      fault: null,
    });
    expect([...texts.values].filter(([, text]) => text.includes('k3y')).map(([key]) => key)).toEqual([
      'secret.intervals',
    ]);
    post(texts, { kind: 'erase' });
    run(texts);
    expect(texts.getItem('secret.intervals')).toBeNull();
  });
});

describe('the layout of the keys', () => {
  it('of a later version stays untouched, and the watch is told that nothing was stored', () => {
    const texts = createMemoryTexts();
    texts.setItem('store.version', '2');
    expect(createRecordStore(texts, () => 0.5).insert(WATCH, [frameOf(1)])).toBe(false);
    expect(blocks(texts)).toEqual([]);
  });
});

it('a command that fails leaves the marks of other kinds, and so does one that is carried out', () => {
  const texts = createMemoryTexts();
  const refusing: PhonePreferences = { text: () => '', merge: () => null };
  const preferencesKey = post(texts, { kind: 'preferences', text: '{}' });
  run(texts, refusing);
  const has = (key: string): boolean => hasFailed(texts.getItem(FAILED_COMMANDS_KEY), key);
  expect(has(preferencesKey)).toBe(true);
  const importKey = post(texts, { kind: 'import', text: 'no export' });
  expect(run(texts, refusing)).toEqual([expect.stringMatching(/^import: ./)]);
  expect([has(preferencesKey), has(importKey)]).toEqual([true, false]);
  post(texts, { kind: 'preferences', text: '{}' });
  run(texts, { text: () => '', merge: () => 'merged' });
  expect([has(preferencesKey), texts.getItem(FAILED_COMMANDS_KEY)]).toEqual([false, null]);
});

it('of two kinds that have failed each is marked until it is carried out, and one that throws counts as failed', () => {
  const texts = createMemoryTexts();
  const throwing: PhonePreferences = {
    text: () => '',
    merge() {
      throw new Error('busy');
    },
  };
  const preferencesKey = post(texts, { kind: 'preferences', text: '{}' });
  expect(run(texts, throwing)).toEqual([`${preferencesKey}: the phone could not store it`]);
  createRecordStore(texts, () => 0.5).insert(WATCH, [frameOf(1)]);
  const eraseKey = post(texts, { kind: 'erase' });
  const { setItem } = texts;
  texts.setItem = (key, value) => (key === 'watch.beef' ? undefined : setItem(key, value));
  run(texts);
  const marked = (): readonly boolean[] =>
    [preferencesKey, eraseKey].map((key) => hasFailed(texts.getItem(FAILED_COMMANDS_KEY), key));
  expect(marked()).toEqual([true, true]);
  post(texts, { kind: 'preferences', text: '{}' });
  run(texts, { text: () => '', merge: () => 'merged' });
  expect(marked()).toEqual([false, true]);
});
