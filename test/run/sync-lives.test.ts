import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { encodeFrame, SESSION, VOID } from '../../utils/core/log/frame.ts';
import { answerMessage } from '../../utils/core/sync/inbox.ts';
import { HELLO, NEEDS_UPDATE, REFUSAL, seal, unseal } from '../../utils/core/sync/message.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { onPhone } from '../support/phone-and-watch.ts';
import { frameOf } from '../support/records.ts';
import { createWatch, meet } from '../support/watch-meets-phone.ts';

function seqs(texts: ReturnType<typeof createMemoryTexts>): readonly number[] {
  return onPhone(texts).map(({ seq }) => seq);
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('the watermark goes on', () => {
  it('over a damaged record, which is void on the phone', () => {
    const watch = createWatch(1, 3);
    const log = watch.files.contents.get('log0') ?? new Uint8Array(0);
    log[frameOf(1).bytes.length + 8] = 0xee;
    const texts = createMemoryTexts();
    expect(meet(createWatch(1, 0, watch.files), texts).status).toBe('saved');
    expect(onPhone(texts).map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, SESSION],
      [2, VOID],
      [3, SESSION],
    ]);
  });

  it('over numbers that were used up without a record', () => {
    const watch = createWatch(1, 1);
    watch.sessionLog.reserve(4);
    watch.append();
    const texts = createMemoryTexts();
    expect(meet(watch, texts).status).toBe('saved');
    expect(seqs(texts)).toEqual([1, 2, 3, 4, 5]);
  });

  it('on a new phone after pruning, which gets all that the watch still has', () => {
    const watch = createWatch(1, 200);
    expect(meet(watch, createMemoryTexts()).status).toBe('saved');
    expect(watch.sessionLog.floor()).toBe(128);
    const next = createMemoryTexts();
    expect(meet(watch, next).status).toBe('saved');
    expect(seqs(next)).toEqual(numbers(128, 200));
  });

  it('on a phone that was wiped, which gets everything again, and misses no pruned file', () => {
    const watch = createWatch(1, 200);
    const texts = createMemoryTexts();
    meet(watch, texts);
    texts.values.clear();
    watch.append();
    expect(meet(watch, texts).status).toBe('saved');
    expect(seqs(texts)).toEqual(numbers(128, 201));
  });

  it('on two phones in turn, each of which has everything from its first contact with the watch on', () => {
    const watch = createWatch(1);
    const phones = [createMemoryTexts(), createMemoryTexts()];
    for (let round = 0; round < 6; round++) {
      watch.append();
      const texts = phones[round % 2];
      if (texts !== undefined) expect(meet(watch, texts).status).toBe('saved');
    }
    expect(phones.map(seqs)).toEqual([numbers(1, 5), numbers(1, 6)]);
  });

  it('for each of two watches on one phone', () => {
    const texts = createMemoryTexts();
    for (const watch of [createWatch(1, 3), createWatch(2, 5)])
      expect(meet(watch, texts).status).toBe('saved');
    expect(seqs(texts)).toEqual([...numbers(1, 3), ...numbers(1, 5)]);
  });
});

describe('pruning', () => {
  it.each([
    [50, 1],
    [112, 1],
    [113, 64],
    [176, 64],
    [177, 128],
  ])(
    'with %i records, all on the phone, leaves those from %i on, which are the newest 50 and whole files',
    (count, floor) => {
      const watch = createWatch(1, count);
      meet(watch, createMemoryTexts());
      expect(watch.sessionLog.floor()).toBe(floor);
      expect(watch.sessionLog.tail()).toBe(count);
    },
  );

  it('never removes what the phone lacks', () => {
    const watch = createWatch(1, 300);
    watch.sessionLog.prune(70);
    expect(watch.sessionLog.floor()).toBe(64);
    expect(watch.sessionLog.framesFrom(64)[0]).toEqual(frameOf(64));
  });

  it('empties the files', () => {
    const watch = createWatch(1, 200);
    meet(watch, createMemoryTexts());
    expect(['log0', 'log1', 'log2'].map((name) => watch.files.contents.get(name)?.length)).toEqual([
      0,
      0,
      expect.any(Number),
    ]);
    expect(watch.files.contents.get('log2')?.length).toBeGreaterThan(0);
  });
});

describe('after "delete everything"', () => {
  it('and three syncs with two watches nothing returns, and later sessions come', () => {
    const texts = createMemoryTexts();
    const watches = [createWatch(1, 70), createWatch(2, 3)];
    for (const watch of watches) meet(watch, texts);
    texts.setItem('cmd:erase', JSON.stringify({ kind: 'erase' }));
    for (let round = 0; round < 3; round++) {
      for (const watch of watches) expect(meet(watch, texts).status).toBe('saved');
      expect(seqs(texts)).toEqual([]);
    }
    expect(watches.map(({ sessionLog }) => [sessionLog.floor(), sessionLog.tail()])).toEqual([
      [71, 70],
      [4, 3],
    ]);
    for (const watch of watches) {
      watch.append();
      meet(watch, texts);
    }
    expect(seqs(texts)).toEqual([71, 4]);
  });

  it('the watch confirms by its floor', () => {
    const texts = createMemoryTexts();
    const watch = createWatch(1, 3);
    meet(watch, texts);
    texts.setItem('cmd:erase', JSON.stringify({ kind: 'erase' }));
    meet(watch, texts);
    expect(texts.values.get(`watch.${watch.sessionLog.installId().toString(16)}`)).toMatch(/^3 4 3 /);
  });
});

describe('old and new beside each other', () => {
  it('a record of a later format is kept by the phone as it is', () => {
    const before = createWatch(1);
    before.sessionLog.installId();
    const later = encodeFrame(9, 1, new Uint8Array([1, 2, 3]), 7);
    before.files.contents.set('log0', later.bytes);
    const watch = createWatch(1, 0, before.files);
    const texts = createMemoryTexts();
    expect(meet(watch, texts).status).toBe('saved');
    expect(onPhone(texts)).toEqual([later]);
  });

  it('a hello of a later version, with more in it, is answered', () => {
    const answer = answerMessage(
      unseal(seal(HELLO, 1, 5, new Uint8Array([0, 0, 0, 1, 0, 0, 0, 0, 9, 9]))),
      createRecordStore(createMemoryTexts(), () => 0.5),
    );
    expect(unseal(answer)).toMatchObject({ ok: true, value: { id: 1, kind: 129 } });
  });

  it('another protocol is refused with the advice to update, and nothing is lost', () => {
    const store = createRecordStore(createMemoryTexts(), () => 0.5);
    const refused = unseal(answerMessage(unseal(seal(44, 3, 5, new Uint8Array(8))), store));
    expect(refused).toMatchObject({ ok: true, value: { kind: REFUSAL, id: 3 } });
    if (refused.ok) expect(refused.value.body[0]).toBe(NEEDS_UPDATE);
  });
});

describe('a log file that exists but cannot be read', () => {
  it('does not count as empty: nothing is appended, nothing is voided, and it is reported', () => {
    const watch = createWatch(1, 3);
    const sessionLog = createSessionLog(watch.files, watch.store, watch.report, () => 0.1);
    watch.files.unreadable.add('log0');
    expect([
      sessionLog.tail(),
      sessionLog.append(SESSION, new Uint8Array(4)),
      sessionLog.framesFrom(1),
    ]).toEqual([3, false, []]);
    expect(watch.lines).toEqual(['log: log0 cannot be read']);
    watch.files.unreadable.clear();
    expect(sessionLog.append(SESSION, frameOf(4).body)).toBe(true);
    expect(sessionLog.framesFrom(1)).toEqual([1, 2, 3, 4].map(frameOf));
  });
});

describe('a tail of several damaged records', () => {
  it('keeps their numbers, which no later record gets', () => {
    const watch = createWatch(1, 4);
    const log = watch.files.contents.get('log0') ?? new Uint8Array(0);
    log.fill(0, frameOf(1).bytes.length * 2);
    const sessionLog = createSessionLog(watch.files, watch.store, watch.report, () => 0.1);
    sessionLog.append(SESSION, frameOf(5).body);
    expect(sessionLog.framesFrom(1).map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, SESSION],
      [2, SESSION],
      [3, VOID],
      [4, VOID],
      [5, SESSION],
    ]);
  });
});
