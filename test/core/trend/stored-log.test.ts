import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { encodeFrame, SESSION, VOID } from '../../../utils/core/log/frame.ts';
import {
  blockKeys,
  type LogPageStart,
  readLogPage,
  type StoredTexts,
} from '../../../utils/core/trend/stored-log.ts';
import { runs } from '../../support/runs.ts';
import {
  DAY_MS,
  OTHER_WATCH,
  ratingFrame,
  sessionFrame,
  storedTexts,
  textsWith,
  WATCH,
} from '../../support/stored-log.ts';

function seqsOf(texts: StoredTexts, most: number): readonly (readonly number[])[] {
  const pages: (readonly number[])[] = [];
  let start: LogPageStart | null = null;
  do {
    const page = readLogPage(texts, start, most);
    pages.push(page.sessions.map((session) => session.seq));
    start = page.next;
  } while (start !== null);
  return pages;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('the log on the phone', () => {
  it('is empty without records', () => {
    expect(readLogPage(storedTexts(textsWith([])), null, 9)).toEqual({
      sessions: [],
      faults: [],
      next: null,
    });
  });

  it('puts the sessions of two watches in the order in which they took place', () => {
    const texts = textsWith([1, 2].map((seq) => sessionFrame(seq)));
    const between = plainRecord.startedAtMs + 1.5 * DAY_MS;
    textsWith([sessionFrame(1, { startedAtMs: between })], OTHER_WATCH, texts);
    const { sessions } = readLogPage(storedTexts(texts), null, 9);
    expect(sessions.map(({ install, seq }) => [install, seq])).toEqual([
      [WATCH, 2],
      [OTHER_WATCH, 1],
      [WATCH, 1],
    ]);
  });

  it('gives every session exactly once, whatever the size of a page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 5, max: 70 }), (count, most) => {
        const texts = storedTexts(textsWith(upTo(count).map((seq) => sessionFrame(seq))));
        const all = seqsOf(texts, most).reduce<number[]>((seqs, page) => seqs.concat(page), []);
        expect(all).toEqual(upTo(count).slice().reverse());
      }),
      { numRuns: runs(10) },
    );
  });

  it('reads no more blocks for the newest page of ten thousand sessions than of two hundred', () => {
    const readsOf = (count: number): number => {
      const texts = storedTexts(textsWith(upTo(count).map((seq) => sessionFrame(seq))));
      readLogPage(texts, null, 40);
      return texts.reads.length;
    };
    expect(readsOf(10_000)).toBeLessThanOrEqual(readsOf(200));
  });

  it('reads no more blocks for the oldest page of ten thousand sessions than for the newest', () => {
    const texts = storedTexts(textsWith(upTo(10_000).map((seq) => sessionFrame(seq))));
    readLogPage(texts, null, 40);
    const ofNewest = texts.reads.length;
    readLogPage(texts, { [WATCH.toString(16)]: 41 }, 40);
    expect(texts.reads.length - ofNewest).toBeLessThanOrEqual(ofNewest);
  });

  it('has its blocks in order of their numbers, in whatever order the keys are listed', () => {
    const keys = ['log.beef.10', 'log.beef.0', 'log.beef.9', 'log.beef.2'];
    const ascending = ['log.beef.0', 'log.beef.2', 'log.beef.9', 'log.beef.10'];
    expect(blockKeys(keys)).toEqual(ascending);
  });

  it.each(['log.beef', 'log.beef.x', 'log.beef.-1', 'log.x.1', 'watch.beef'])(
    'has no block under %s',
    (key) => {
      expect(blockKeys([key])).toEqual([]);
    },
  );
});

describe('answers given later', () => {
  it('belong to their session, the last one for each question', () => {
    const frames = [
      sessionFrame(1, { painAfter: 4, contact: null }),
      ratingFrame(2, 1, { painAfter: 3, contact: 6 }),
      ratingFrame(3, 1, { painAfter: null, morning: 'better' }),
    ];
    const { sessions } = readLogPage(storedTexts(textsWith(frames)), null, 9);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ painBefore: 4, painAfter: null, contact: 6, morning: 'better' });
  });

  it('are found even if the page begins before them, or if they are in the next block', () => {
    const frames = [...upTo(63).map((seq) => sessionFrame(seq)), ratingFrame(64, 63, { contact: 1 })];
    const texts = storedTexts(textsWith([...frames, sessionFrame(65)]));
    const first = readLogPage(texts, null, 1);
    const second = readLogPage(texts, first.next, 1);
    expect(second.sessions.map(({ seq, contact }) => [seq, contact])).toEqual([[63, 1]]);
  });
});

describe('an unreadable record', () => {
  it('is reported, and costs no other record', () => {
    const texts = textsWith([
      sessionFrame(1),
      encodeFrame(SESSION, 2, new Uint8Array(3), 9),
      sessionFrame(3),
    ]);
    const lines = texts.values.get('log.beef.0')?.split('\n') ?? [];
    texts.values.set('log.beef.0', [...lines, 'rubbish', 'and more'].join('\n'));
    const { sessions, faults } = readLogPage(storedTexts(texts), null, 9);
    expect(sessions.map((session) => session.seq)).toEqual([3, 1]);
    expect(faults).toEqual([
      { what: 'damaged', where: 'log.beef.0', why: '4, 5' },
      { what: 'unreadable', where: '2', why: 'format 9 needs a newer version of the app' },
    ]);
  });

  it('is reported on the page that it belongs to, and on no later one', () => {
    const unreadable = encodeFrame(SESSION, 3, new Uint8Array(3), 9);
    const texts = storedTexts(textsWith([sessionFrame(1), sessionFrame(2), unreadable, sessionFrame(4)]));
    const first = readLogPage(texts, null, 2);
    const second = readLogPage(texts, first.next, 2);
    expect([first, second].map(({ faults }) => faults.map(({ where }) => where))).toEqual([['3'], []]);
  });
});

describe('records that are lost', () => {
  const lostOf = (texts: StoredTexts): readonly string[] =>
    readLogPage(texts, null, 90)
      .faults.filter(({ what }) => what === 'lost')
      .map(({ where, why }) => `${where} after ${why}`);
  const voidFrame = (seq: number) => encodeFrame(VOID, seq, new Uint8Array(0));

  it('are reported with their numbers and the session before them', () => {
    const frames = [sessionFrame(1), voidFrame(2), sessionFrame(3), voidFrame(4), voidFrame(5)];
    expect(lostOf(storedTexts(textsWith(frames)))).toEqual([
      expect.stringMatching(/^2 after 20\d\d-/),
      expect.stringMatching(/^4–5 after 20\d\d-/),
    ]);
  });

  it('have no time if no session before them is in their block', () => {
    expect(lostOf(storedTexts(textsWith([voidFrame(1), sessionFrame(2)])))).toEqual(['1 after ']);
  });

  it('do not include records of the next block, which has them', () => {
    const texts = textsWith([
      sessionFrame(1),
      sessionFrame(2),
      ...[64, 65, 66].map((seq) => sessionFrame(seq)),
    ]);
    texts.setItem('watch.beef', '2 67');
    expect(lostOf(storedTexts(texts))).toEqual([expect.stringMatching(/^3–63 after 20/)]);
  });

  it('include those below the floor of the watch that the phone lacks, as after an older backup', () => {
    const texts = textsWith([sessionFrame(1), sessionFrame(2), sessionFrame(64)]);
    texts.setItem('watch.beef', '0 62');
    expect(lostOf(storedTexts(texts))).toEqual([expect.stringMatching(/^3–61 after 20/)]);
    texts.setItem('watch.beef', '2 62');
    expect(lostOf(storedTexts(texts))).toEqual([expect.stringMatching(/^3–61 after 20/)]);
    texts.setItem('watch.beef', '61 62');
    expect(lostOf(storedTexts(texts))).toEqual([]);
  });

  it('include whole blocks that the phone lacks, on the page where they belong', () => {
    const texts = textsWith([sessionFrame(2), sessionFrame(200), sessionFrame(201)]);
    texts.setItem('watch.beef', '0 200');
    expect(lostOf(storedTexts(texts))).toEqual([
      expect.stringMatching(/^192–199 after /),
      '64–191 after ',
      '1 after ',
      expect.stringMatching(/^3–63 after 20/),
    ]);
    texts.setItem('watch.beef', '100 150');
    expect(lostOf(storedTexts(texts))).toEqual(['101–149 after ']);
    texts.setItem('watch.beef', '100 4294967295');
    expect(lostOf(storedTexts(texts))).toContain('101–191 after ');
    texts.setItem('watch.beef', '0 200');
    const only = textsWith([sessionFrame(200)]);
    only.setItem('watch.beef', '5 200');
    expect(lostOf(storedTexts(only))).toEqual(['192–199 after ', '6–191 after ']);
  });

  it('do not include records that the watch still has, or those of a watch that never contacted this phone', () => {
    const texts = textsWith([sessionFrame(1), sessionFrame(9)]);
    expect(lostOf(storedTexts(texts))).toEqual([]);
    texts.setItem('watch.beef', '0 1');
    expect(lostOf(storedTexts(texts))).toEqual([]);
  });
});
