import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { createWordCrc32 } from '../../utils/core/base/word-crc32.ts';
import { encodeCopy } from '../../utils/core/log/double-buffer.ts';
import { copyName, createTextStore, isWrittenByApp } from '../../utils/run/text-store.ts';
import { watchText } from '../../utils/run/text-watcher.ts';
import { createMemoryFiles, type MemoryFiles, PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

/** The store of one life of the app. */
const openStore = (files: MemoryFiles, report = createRecordingReport().report) =>
  createTextStore(files, report, isWrittenByApp);

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

  it('gives the last saved text, in this life and in the next', () => {
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

  it.each([1, 2, 3])(
    'after %i saves, has either the old or the new text, wherever the power fails',
    (times) => {
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
    },
  );

  it('says that a refused text is not stored, and keeps it as long as this life lasts', () => {
    const files = createMemoryFiles(folder(2));
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    files.fault = { kind: 'refuses' };
    expect(store.save('open', NEW)).toBe(false);
    expect(store.load('open')).toBe(NEW);
    expect(openStore(files, report).load('open')).toBe(OLD);
    expect(lines).toEqual(['open: could not be stored']);
  });

  it('stores a refused text as soon as a later text is accepted, and reports the failure only once until then', () => {
    const files = createMemoryFiles(folder(2));
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    files.fault = { kind: 'refuses' };
    for (let times = 0; times < 3; times++) store.save('open', NEW);
    expect(store.retry()).toBe(false);
    files.fault = { kind: 'none' };
    store.save('prefs', 'any');
    expect(openStore(files, report).load('open')).toBe(NEW);
    expect([store.retry(), lines]).toEqual([false, ['open: could not be stored']]);
  });

  it('reports the next failure of a text that was stored in between, and stores each text once', () => {
    const files = createMemoryFiles();
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    const save = (kind: 'refuses' | 'none'): number => {
      files.fault = { kind };
      const before = files.writes.length;
      store.save('prefs', NEW);
      return files.writes.length - before;
    };
    save('refuses');
    expect(save('none')).toBe(1);
    save('refuses');
    expect(lines).toEqual(Array(2).fill('prefs: could not be stored'));
  });

  it('can be asked to try again, and says whether everything is stored now', () => {
    const files = createMemoryFiles();
    const store = openStore(files, createRecordingReport().report);
    expect(store.retry()).toBe(false);
    files.fault = { kind: 'refuses' };
    store.save('open', NEW);
    files.fault = { kind: 'none' };
    expect(store.retry()).toBe(true);
    expect(openStore(files, createRecordingReport().report).load('open')).toBe(NEW);
  });

  it('has what it saved, even if a read gives the earlier content', () => {
    const files = createMemoryFiles(folder(2));
    const before = new Map(files.contents);
    const stale = { ...files, read: (name: string) => before.get(name) ?? null };
    const store = openStore(stale, createRecordingReport().report);
    for (const text of ['1', '2', '3']) {
      store.save('open', text);
      expect(store.load('open')).toBe(text);
    }
    expect(openStore(files, createRecordingReport().report).load('open')).toBe('3');
  });

  it('reads a text that another part of the app writes from the disk each time', () => {
    const files = createMemoryFiles();
    const { report } = createRecordingReport();
    const helper = createTextStore(files, report);
    const app = openStore(files, report);
    for (const text of ['1', '2']) {
      helper.save('word', text);
      app.save('open', text);
      expect([app.load('word'), helper.load('open')]).toEqual([text, text]);
    }
  });

  it('has the older text if the newer one is damaged, and says so if both are', () => {
    const contents = folder(2);
    const { report, lines } = createRecordingReport();
    contents.set('open-a', Uint8Array.from([1, 2, 3]));
    const open = () => openStore(createMemoryFiles(contents), report);
    expect(open().load('open')).toBe('text 1');
    expect([open().isLost('open'), lines]).toEqual([false, []]);
    contents.set('open-b', Uint8Array.from([1, 2, 3]));
    expect(open().load('open')).toBe('');
    expect(lines).toEqual(['open: what was stored is damaged']);
    expect([open().isLost('open'), open().isLost('prefs')]).toEqual([true, false]);
  });

  it('does not overwrite a file that cannot be read, reports it once, and stores the text when the file can be read', () => {
    const files = createMemoryFiles(folder(2));
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    files.unreadable.add('open-a').add('open-b');
    expect([store.load('open'), store.isLost('open'), store.save('open', NEW)]).toEqual(['', true, false]);
    expect([lines, files.writes.map((write) => write.name)]).toEqual([['open: cannot be read'], ['open-c']]);
    expect(openStore(files, report).load('open')).toBe(NEW);
    files.unreadable.clear();
    expect([store.retry(), openStore(files, report).load('open')]).toEqual([true, NEW]);
  });

  it('has the saved text in the next life although it went into a file that still cannot be read', () => {
    const files = createMemoryFiles(folder(2));
    files.unreadable.add('open-b');
    const { report } = createRecordingReport();
    expect(openStore(files, report).save('open', NEW)).toBe(true);
    expect(files.writes[0]?.name).toBe('open-b');
    expect(openStore(files, report).load('open')).toBe(NEW);
  });

  it('leaves nothing of a dropped text on the disk, and keeps it in memory', () => {
    const files = createMemoryFiles(folder(2));
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    store.load('open');
    store.drop('open');
    expect([store.load('open'), openStore(files, report).load('open'), lines]).toEqual([OLD, '', []]);
  });
});

describe('a text of which only one file is there', () => {
  const only = (name: string): MemoryFiles => {
    const files = createMemoryFiles(folder(2));
    for (const other of ['open-a', 'open-b']) if (other !== name) files.contents.delete(other);
    return files;
  };

  it.each(['open-a', 'open-b'])('is reported and not overwritten if %s cannot be read', (name) => {
    const files = only(name);
    files.unreadable.add(name);
    const { report, lines } = createRecordingReport();
    const store = openStore(files, report);
    expect([store.load('open'), store.save('open', NEW), lines]).toEqual([
      '',
      false,
      ['open: cannot be read'],
    ]);
    expect(files.writes.map((write) => write.name)).toEqual(['open-c']);
  });

  it.each(['open-a', 'open-b'])('is reported if %s is damaged', (name) => {
    const files = only(name);
    files.contents.set(name, Uint8Array.of(1, 2, 3));
    const { report, lines } = createRecordingReport();
    expect([openStore(files, report).load('open'), lines]).toEqual([
      '',
      ['open: what was stored is damaged'],
    ]);
  });
});

describe('a save while neither file can be read', () => {
  it.each([
    ['open', NEW],
    ['kept', NEW],
    ['prefs', OLD],
  ] as const)('of %s: the next life, which can read them, has "%s"', (name, expected) => {
    const files = createMemoryFiles();
    const { report } = createRecordingReport();
    for (let time = 0; time < 2; time++) openStore(files, report).save(name, OLD);
    files.unreadable.add(`${name}-a`).add(`${name}-b`);
    openStore(files, report).save(name, NEW);
    files.unreadable.clear();
    expect(openStore(files, report).load(name)).toBe(expected);
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
});

describe('a life that reads what the files held seconds ago', () => {
  /** The folder as it was before the last `unseen` saves of an earlier life, for reads only. */
  function afterUnseen(unseen: number) {
    const files = createMemoryFiles();
    const earlier = openStore(files);
    earlier.save('open', 'seen');
    const before = new Map(files.contents);
    for (let at = 1; at <= unseen; at++) earlier.save('open', `unseen ${at}`);
    const stale = { ...files, read: (name: string) => before.get(name) ?? null };
    return { files, next: openStore(stale as MemoryFiles) };
  }

  it.each([1, 2, 3, 8])('saves a text that is newer than the %i it has not seen', (unseen) => {
    const { files, next } = afterUnseen(unseen);
    next.load('open');
    next.save('open', NEW);
    expect(openStore(files).load('open')).toBe(NEW);
  });

  it.each([1, 2, 3, 8])(
    'gives the helper its text with its second save, after %i that it has not seen',
    (unseen) => {
      const { files, next } = afterUnseen(unseen);
      const { newest } = watchText(files, 'open', createWordCrc32());
      newest();
      next.load('open');
      next.save('open', NEW);
      next.save('open', NEW);
      expect(newest()).toBe(NEW);
    },
  );
});

describe('revisions', () => {
  it.each([2 ** 32 - 1, 2 ** 32 - 2, 2 ** 32 - 17, 2 ** 31, 2 ** 31 - 1])(
    'from %i on go on, and the text that was saved last is the newest',
    (revision) => {
      const files = createMemoryFiles();
      const put = (at: number): boolean =>
        files.write(copyName('plan', at), encodeCopy(at, asciiBytes(`old ${at}`)));
      put(revision - 1);
      put(revision);
      for (const text of ['one', 'two', 'three', 'four']) {
        createTextStore(files, () => {}).save('plan', text);
        expect(createTextStore(files, () => {}).load('plan')).toBe(text);
      }
    },
  );
});
