/** What is stored under the phone's keys: how it is read back, also if it is damaged or of another kind. */
import { describe, expect, it } from 'vitest';
import {
  checkedContent,
  checkedText,
  hasFailed,
  importResultText,
  isForgetting,
  isWatchKey,
  PREFERENCES_KEY,
  parseImportResult,
  parseWatchNumbers,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
  watchKey,
} from '../../../utils/core/sync/phone-keys.ts';

describe('the keys of the phone', () => {
  it('keep the names that version 0.1.0 gave them', () => {
    const names = [PREFERENCES_KEY, WATCH_PREFERENCES_KEY, SENT_PREFERENCES_KEY, watchKey(0xbeef)];
    expect(names).toEqual(['preferences', 'preferences.watch', 'preferences.sent', 'watch.beef']);
  });

  it('of a watch differ from all others', () => {
    expect([watchKey(7), 'preferences.watch', 'ring.watch', 'log.beef.0', ''].map(isWatchKey)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a text with a checksum', () => {
  it('gives what was stored', () => {
    expect(checkedContent(checkedText('3 4 five'))).toBe('3 4 five');
  });

  it.each([null, undefined, '', ' ', '12345678', 'x 00000000'])('that is %j: %s', (text) => {
    expect(checkedContent(text)).toBe(text === '12345678' ? text : null);
  });

  it.each([
    ['7', '7'],
    ['7 9', '7 9'],
    ['7 9 11', null],
    ['-7', null],
    ['7 9\n', null],
  ])('can lack one if version 0.1.0 wrote it, with one number or two: %j', (text, content) => {
    expect(checkedContent(text)).toBe(content);
  });
});

describe('the numbers of a watch', () => {
  it('are read with their tail, or without it as version 0.1.0 stored them', () => {
    expect(parseWatchNumbers(checkedText('2 3 9'))).toEqual({ forgotten: 2, floor: 3, tail: 9 });
    expect(parseWatchNumbers('2 3')).toEqual({ forgotten: 2, floor: 3, tail: 0 });
  });

  it.each(['2', '1 2 3 4', '1 -2 3', '1.5 2 3', '1 x 3', `1 2 ${2 ** 32}`, ''])(
    'that read "%s" are refused, whatever their checksum',
    (content) => {
      expect(parseWatchNumbers(checkedText(content))).toBeNull();
    },
  );

  it('can have the highest number of a record', () => {
    expect(parseWatchNumbers(checkedText(`0 1 ${2 ** 32 - 1}`))?.tail).toBe(2 ** 32 - 1);
  });

  it.each([
    ['5 5 9', true],
    ['5 1 9', true],
    ['5 6 9', false],
    ['0 0 0', false],
    ['0 3 9', false],
  ])('"%s" say whether the watch may still have what was deleted: %s', (content, says) => {
    expect(isForgetting(checkedText(content))).toBe(says);
  });
});

describe('the result of an import', () => {
  it('is read as it was stored, with its reasons', () => {
    const result = { added: 3, known: 1, lost: 4, reasons: { cut: 1, full: 3 } };
    expect(importResultText(result)).toBe('3 1 4 cut=1 full=3');
    expect(parseImportResult(importResultText(result))).toEqual(result);
  });

  it('can be that nothing was new', () => {
    expect(parseImportResult('0 0 0')).toEqual({ added: 0, known: 0, lost: 0, reasons: {} });
  });

  it.each([null, undefined, '', '3', '3 1', '3 1 x', '-1 1 1', '1 -1 1', '1 1 -1', 'rubbish here too'])(
    'is unknown if the text is %j',
    (text) => {
      expect(parseImportResult(text)).toBeNull();
    },
  );

  it('has only known reasons, and a count that is no number is 0', () => {
    expect(parseImportResult('3 1 4 cut=x moon=2 full=2')).toEqual({
      added: 3,
      known: 1,
      lost: 4,
      reasons: { cut: 0, full: 2 },
    });
  });

  it('does not mistake its counts for reasons', () => {
    expect(parseImportResult('1 2 3')?.reasons).toEqual({});
  });
});

describe('the commands that have failed', () => {
  it('are those that are named in full', () => {
    const text = 'cmd:import cmd:outlet.webhook';
    const keys = ['cmd:import', 'cmd:outlet.webhook', 'cmd:outlet', 'cmd:erase', ''];
    expect(keys.map((key) => hasFailed(text, key))).toEqual([true, true, false, false, false]);
    expect([hasFailed(null, 'cmd:import'), hasFailed(undefined, 'cmd:import')]).toEqual([false, false]);
  });
});
