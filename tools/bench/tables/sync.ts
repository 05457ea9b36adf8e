/** Bytes and messages on the air for pending sessions, beside one zml request with JSON for each session. */
import type { PhoneStorage } from '../../../app-side/phone-storage.ts';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, SESSION } from '../../../utils/core/log/frame.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { answerMessage } from '../../../utils/core/sync/inbox.ts';
import { HELLO, MAX_MESSAGE_BYTES, PUSH, seal, unseal } from '../../../utils/core/sync/message.ts';
import { helloBody, parseAnswer, pushBody } from '../../../utils/core/sync/watch-messages.ts';
import { createSource, drawSession } from '../session-model.ts';
import type { Table } from '../table.ts';

/** zml 0.0.43 adds headers of 16 and 66 bytes to each chunk of at most 3,518 bytes, and a handshake of 17 bytes each way to a request. */
const HEADERS = 82;
const HANDSHAKE = 34;
const INSTALL = 0xbeef;

interface SyncRow {
  readonly subject: string;
  readonly sessions: number;
  /** Pushes. The hello before them counts in the bytes only. */
  readonly messages: number;
  readonly longestMessage: number;
  readonly airBytes: number;
  readonly bytesPerSession: number;
}

/** The phone's text store. */
function memory(): PhoneStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key),
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
    toObject: () => Object.fromEntries(values),
  };
}

function zmlBytes(payload: number): number {
  return payload + HEADERS * Math.ceil(payload / MAX_MESSAGE_BYTES);
}

function ours(records: readonly SessionRecord[]): SyncRow {
  const frames: readonly Frame[] = records.map((record, at) =>
    encodeFrame(SESSION, at + 1, encodeSession(record)),
  );
  const store = createRecordStore(memory(), () => 0.5);
  let airBytes = 0;
  let longestMessage = 0;
  let through = 0;
  const ask = (message: Uint8Array): void => {
    const answer = answerMessage(unseal(message), store);
    const read = parseAnswer(answer, INSTALL);
    if (!read.ok || read.value.holdings === undefined) throw new Error('no holdings');
    ({ through } = read.value.holdings);
    longestMessage = Math.max(longestMessage, message.length);
    airBytes += HANDSHAKE + zmlBytes(message.length) + zmlBytes(answer.length);
  };
  ask(seal(HELLO, 1, INSTALL, ...helloBody(1, frames.length, '')));
  let messages = 0;
  for (; through < frames.length; messages++)
    ask(seal(PUSH, messages, INSTALL, ...pushBody(1, frames.slice(through, through + 200))));
  return row('Iliacus', records.length, messages, longestMessage, airBytes);
}

function naive(records: readonly SessionRecord[]): SyncRow {
  let airBytes = 0;
  let longestMessage = 0;
  for (const record of records) {
    const length = JSON.stringify({ jsonrpc: 'hmrpcv1', method: 'SAVE_SESSION', params: record }).length;
    const answer = JSON.stringify({ jsonrpc: 'hmrpcv1', result: { ok: true } }).length;
    longestMessage = Math.max(longestMessage, length);
    airBytes += HANDSHAKE + zmlBytes(length) + zmlBytes(answer);
  }
  return row('zml, JSON a session', records.length, records.length, longestMessage, airBytes);
}

function row(
  subject: string,
  sessions: number,
  messages: number,
  longestMessage: number,
  airBytes: number,
): SyncRow {
  return { subject, sessions, messages, longestMessage, airBytes, bytesPerSession: airBytes / sessions };
}

const COUNTS = [1, 10, 100, 10_000];

export async function syncTables(): Promise<readonly Table[]> {
  const rows = COUNTS.flatMap((count) => {
    const source = createSource(count);
    const records = Array.from({ length: count }, (_, at) => drawSession(source, at));
    return [ours(records), naive(records)];
  });
  return [
    {
      name: 'sync',
      command: 'npm run bench -- sync',
      compares:
        "What crosses the radio for so many sessions, zml's own bytes included, against a JSON request a session.",
      rows: rows.map((one) => ({ ...one })),
    },
  ];
}
