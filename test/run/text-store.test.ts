import { describe, expect, it } from 'vitest';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles, PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const OLD = 'the old text';
const NEW = 'the new one, which is longer';

/** A folder in which `name` was saved `times` times, last with OLD. */
function folder(times: number): Map<string, Uint8Array> {
  const files = createMemoryFiles();
  const store = createTextStore(files, createRecordingReport().report);
  for (let at = 1; at <= times; at++) store.save('open', at === times ? OLD : `text ${at}`);
  return files.contents;
}

describe('the text store', () => {
  it('has nothing under a name that was never saved', () => {
    const { report, lines } = createRecordingReport();
    expect(createTextStore(createMemoryFiles(), report).load('open')).toBe('');
    expect(lines).toEqual([]);
  });

  it('gives the text that was saved last, in this life and in the next', () => {
    const files = createMemoryFiles();
    const store = createTextStore(files, createRecordingReport().report);
    for (const text of ['1', '2', '', '4', '5']) {
      store.save('open', text);
      expect(store.load('open')).toBe(text);
      expect(createTextStore(files, createRecordingReport().report).load('open')).toBe(text);
    }
  });

  it('keeps names apart', () => {
    const store = createTextStore(createMemoryFiles(), createRecordingReport().report);
    store.save('open', 'a');
    store.save('prefs', 'b');
    expect([store.load('open'), store.load('prefs')]).toEqual(['a', 'b']);
  });

  it.each([1, 2, 3])('after %i saves, has the old or the new text wherever the power goes', (times) => {
    for (let keptBytes = -1; keptBytes <= NEW.length + 8; keptBytes++) {
      const contents = new Map(folder(times));
      const dying = createMemoryFiles(contents);
      dying.fault = { kind: 'dies', atWrite: 0, keptBytes };
      expect(() => createTextStore(dying, createRecordingReport().report).save('open', NEW)).toThrow(
        PowerLoss,
      );
      const reopened = createTextStore(createMemoryFiles(contents), createRecordingReport().report);
      const isWhole = keptBytes === NEW.length + 8;
      expect(reopened.load('open'), `${keptBytes} bytes kept`).toBe(isWhole ? NEW : OLD);
      expect(reopened.save('open', 'after')).toBe(true);
      expect(reopened.load('open')).toBe('after');
    }
  });

  it('says that a refused text is not stored, names it, and still has the old one', () => {
    const files = createMemoryFiles(folder(2));
    const { report, lines } = createRecordingReport();
    const store = createTextStore(files, report);
    files.fault = { kind: 'refuses' };
    expect(store.save('open', NEW)).toBe(false);
    expect(store.load('open')).toBe(OLD);
    expect(lines).toEqual(['open: could not be stored']);
  });

  it('has the older text where the newer is damaged, and says so where both are', () => {
    const contents = folder(2);
    const { report, lines } = createRecordingReport();
    contents.set('open-a', Uint8Array.from([1, 2, 3]));
    const store = createTextStore(createMemoryFiles(contents), report);
    expect(store.load('open')).toBe('text 1');
    expect(lines).toEqual([]);
    contents.set('open-b', Uint8Array.from([1, 2, 3]));
    expect(store.load('open')).toBe('');
    expect(lines).toEqual(['open: what was stored is damaged']);
  });
});

describe('an own text, which nobody else writes while the store lives', () => {
  const isOwn = (name: string): boolean => name === 'open';

  it('is read once', () => {
    const files = createMemoryFiles(folder(2));
    const store = createTextStore(files, createRecordingReport().report, isOwn);
    expect(store.load('open')).toBe(OLD);
    files.contents.clear();
    expect(store.load('open')).toBe(OLD);
  });

  it('is what was saved last, and in the next life too', () => {
    const files = createMemoryFiles(folder(2));
    const store = createTextStore(files, createRecordingReport().report, isOwn);
    for (const text of ['1', '', '3']) {
      expect(store.save('open', text)).toBe(true);
      expect(store.load('open')).toBe(text);
      expect(createTextStore(files, createRecordingReport().report, isOwn).load('open')).toBe(text);
    }
  });

  it('stays the old one where the new one was refused', () => {
    const files = createMemoryFiles(folder(2));
    const store = createTextStore(files, createRecordingReport().report, isOwn);
    files.fault = { kind: 'refuses' };
    expect(store.save('open', NEW)).toBe(false);
    expect(store.load('open')).toBe(OLD);
  });

  it('is looked for again as long as it is missing or damaged', () => {
    const contents = folder(1);
    const whole = contents.get('open-b') as Uint8Array;
    contents.set('open-b', Uint8Array.from([1, 2, 3]));
    const { report, lines } = createRecordingReport();
    const store = createTextStore(createMemoryFiles(contents), report, isOwn);
    expect([store.load('open'), store.load('open')]).toEqual(['', '']);
    expect(lines.length).toBe(2);
    contents.set('open-b', whole);
    expect(store.load('open')).toBe(OLD);
  });

  it('does not keep another name from being read anew', () => {
    const files = createMemoryFiles();
    const store = createTextStore(files, createRecordingReport().report, isOwn);
    const helper = createTextStore(files, createRecordingReport().report);
    for (const text of ['1', '2', '3']) {
      helper.save('word', text);
      expect(store.load('word')).toBe(text);
    }
  });
});
