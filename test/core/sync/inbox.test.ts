import { beforeEach, describe, expect, it } from 'vitest';
import { asciiBytes, asciiText, concatBytes, u32At, u32Bytes } from '../../../utils/core/base/bytes.ts';
import { withCrc } from '../../../utils/core/base/crc32.ts';
import type { Frame } from '../../../utils/core/log/frame.ts';
import { answerMessage, helloReports, type RecordStore } from '../../../utils/core/sync/inbox.ts';
import {
  BAD_MESSAGE,
  HELLO,
  HOLDINGS,
  MAX_BODY_BYTES,
  MERGED,
  NEEDS_UPDATE,
  PREFERENCES,
  PUSH,
  REFUSAL,
  seal,
  unseal,
} from '../../../utils/core/sync/message.ts';
import { frameOf } from '../../support/records.ts';
import { encodeHello, encodePush } from '../../support/watch-messages.ts';

const WATCH = 0xabcdef;
const EPOCH = 4711;

interface MemoryStore extends RecordStore {
  readonly kept: Map<string, Frame>;
  takes: boolean;
}

function createMemoryStore(): MemoryStore {
  const store: MemoryStore = {
    kept: new Map(),
    takes: true,
    epoch: () => EPOCH,
    forgotten: () => 0,
    lastSession: () => null,
    noteWatch: () => {},
    checksumOf: () => 0,
    insert(install, frames) {
      if (!store.takes) return false;
      for (const frame of frames) {
        const key = `${install}/${frame.seq}`;
        if (!store.kept.has(key)) store.kept.set(key, frame);
      }
      return true;
    },
    heldThrough(install, floor) {
      let seq = floor;
      while (store.kept.has(`${install}/${seq}`)) seq++;
      return seq - 1;
    },
  };
  return store;
}

/** The answer in short form: `holds 3` or `refused: why`. */
function told(answer: Uint8Array): string {
  const opened = unseal(answer);
  if (!opened.ok) throw new Error(opened.failure.what);
  const { kind, body } = opened.value;
  if (kind === REFUSAL) return `refused: ${asciiText(body.slice(1))}`;
  expect([kind, u32At(body, 0)]).toEqual([HOLDINGS, EPOCH]);
  return `holds ${u32At(body, 4)}`;
}

let store: MemoryStore;
beforeEach(() => {
  store = createMemoryStore();
});
const answerTo = (message: Uint8Array): string => told(answerMessage(unseal(message), store));
const push = (install: number, floor: number, ...seqs: readonly number[]): string =>
  answerTo(encodePush(1, install, floor, seqs.map(frameOf)));

describe('the inbox', () => {
  it('answers a hello with what it holds from the floor on', () => {
    expect(answerTo(encodeHello(1, WATCH, 1, 0))).toBe('holds 0');
    expect(answerTo(encodeHello(1, WATCH, 8, 9))).toBe('holds 7');
    push(WATCH, 1, 1, 2, 3);
    expect(answerTo(encodeHello(1, WATCH, 1, 3))).toBe('holds 3');
    expect(answerTo(encodeHello(1, WATCH, 2, 3))).toBe('holds 3');
  });

  it('repeats the id and the watch of the message', () => {
    const opened = unseal(answerMessage(unseal(encodeHello(99, WATCH, 1, 0)), store));
    expect(opened).toMatchObject({ ok: true, value: { id: 99, install: WATCH } });
  });

  it('stores nothing of a push that contains a damaged record', () => {
    const spoilt = frameOf(2).bytes.slice();
    spoilt[20] = 0;
    const body = concatBytes([u32Bytes(1), frameOf(1).bytes, spoilt, frameOf(3).bytes]);
    const at = frameOf(1).bytes.length;
    expect(answerTo(seal(PUSH, 1, WATCH, body))).toBe(
      `refused: the record at byte ${at} of the push is damaged`,
    );
    expect(store.kept.size).toBe(0);
  });

  it('refuses if the store does not accept the records', () => {
    store.takes = false;
    expect(push(WATCH, 1, 1)).toBe('refused: the phone could not store the records');
  });

  it.each([
    ['nothing', new Uint8Array(0), 'byte 0: not a message of this app'],
    ['a stranger', asciiBytes('{"jsonrpc":"hmrpcv1"}'), 'byte 0: not a message of this app'],
    ['an unknown kind', seal(77, 1, WATCH, u32Bytes(1, 1)), 'unknown kind of message 77: update the phone'],
    [
      "a phone's own answer",
      seal(HOLDINGS, 1, WATCH, u32Bytes(1, 1)),
      'unknown kind of message 129: update the phone',
    ],
    ['a short hello', seal(HELLO, 1, WATCH, u32Bytes(1)), 'a hello needs 8 bytes'],
    ['a push without floor', seal(PUSH, 1, WATCH, new Uint8Array(3)), 'a message needs a floor from 1 on'],
    ['floor 0', encodeHello(1, WATCH, 0, 9), 'a message needs a floor from 1 on'],
    ['no watch', encodeHello(1, 0, 1, 9), 'a message needs the number of its watch'],
  ])('refuses %s with a sentence', (_, message, sentence) => {
    expect(answerTo(message)).toBe(`refused: ${sentence}`);
  });
});

describe('the reports of a watch', () => {
  const envelope = (message: Uint8Array) => {
    const opened = unseal(message);
    if (!opened.ok) throw new Error(opened.failure.what);
    return opened.value;
  };

  it('are what its hello has after the two numbers, and come from no other message', () => {
    const hello = seal(HELLO, 1, WATCH, u32Bytes(1, 2), asciiBytes('motor: stuck'));
    const pushed = seal(PUSH, 1, WATCH, u32Bytes(1, 2), asciiBytes('motor: stuck'));
    expect([hello, pushed].map((message) => helloReports(envelope(message)))).toEqual(['motor: stuck', '']);
  });
});

describe('preferences that the watch brings', () => {
  const mergedOf = (length: number): number => {
    const merged = '{'.padEnd(length, ' ');
    const preferences = { text: () => '', merge: () => merged };
    const answer = unseal(answerMessage(unseal(seal(PREFERENCES, 1, WATCH, [])), store, preferences));
    return answer.ok ? answer.value.kind : 0;
  };

  it('are answered with the merged ones up to the longest that a message carries', () => {
    expect([MAX_BODY_BYTES, MAX_BODY_BYTES + 1].map(mergedOf)).toEqual([MERGED, REFUSAL]);
  });
});

describe('a refusal', () => {
  const codeOf = (message: Uint8Array): number => {
    const answer = unseal(answerMessage(unseal(message), store));
    return answer.ok ? (answer.value.body[0] ?? 0) : 0;
  };

  it('says whether the message was damaged or of a later version of the protocol', () => {
    const hello = encodeHello(1, WATCH, 1, 2);
    const later = hello.slice(0, -4);
    later[1] = 9;
    expect(codeOf(hello.slice(0, -1))).toBe(BAD_MESSAGE);
    expect(codeOf(withCrc([later]))).toBe(NEEDS_UPDATE);
  });
});
