/** Damaged frames, records, messages and keys for every reader of foreign bytes. */
import { createRecordStore } from '../../../app-side/record-store.ts';
import { createMemoryTexts } from '../../../test/support/memory-texts.ts';
import { onPhone } from '../../../test/support/phone-and-watch.ts';
import { encodeHello, encodePush } from '../../../test/support/watch-messages.ts';
import { asciiBytes, concatBytes } from '../../../utils/core/base/bytes.ts';
import { toHex } from '../../../utils/core/base/hex.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, SESSION, scanFrames } from '../../../utils/core/log/frame.ts';
import { decodeBlock, encodeBlock } from '../../../utils/core/sync/frame-block.ts';
import { answerMessage } from '../../../utils/core/sync/inbox.ts';
import { unseal } from '../../../utils/core/sync/message.ts';
import { parseAnswer } from '../../../utils/core/sync/watch-messages.ts';
import { createSource, drawSession } from '../../bench/session-model.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';
import { readForeignOnPhone, readForeignOnWatch } from './fuzz-stored.ts';
import { mutate } from './mutate.ts';

const WATCH = 0xfeed;
/** Of so many cases one is a whole watch. */
const WATCH_SHARE = 50;

export function sweepFuzz(cases: number, seed = 1, onFinding: (text: string) => void = () => {}): Count {
  const random = createRandom(seed);
  const source = createSource(seed);
  const frames = Array.from({ length: 8 }, (_, at) =>
    encodeFrame(SESSION, at + 1, encodeSession(drawSession(source, at))),
  );
  const written = new Set(frames.map(({ bytes }) => toHex(bytes)));
  const log = concatBytes(frames.slice(0, 3).map(({ bytes }) => bytes));
  const answer = answerMessage(
    unseal(encodeHello(7, WATCH, 1, 8)),
    createRecordStore(createMemoryTexts(), random),
  );
  let invented = 0;
  let thrown = 0;
  let lost = 0;
  const seen = { refused: 0, read: 0, 'watch with a foreign text': 0, 'phone with a foreign text': 0 };
  const judge = (hexes: readonly string[]): void => {
    seen[hexes.length > 0 ? 'read' : 'refused']++;
    invented += hexes.filter((hex) => !written.has(hex)).length;
  };
  const readers: readonly (() => void)[] = [
    () => judge(scanFrames(mutate(log, random)).frames.map(({ bytes }) => toHex(bytes))),
    () => {
      const frame = frames[Math.floor(random() * frames.length)];
      // The CRC refuses such bodies, but the decoder must not throw on them either.
      if (frame !== undefined) decodeRecord({ ...frame, body: mutate(frame.body, random) });
      seen.refused++;
    },
    () => {
      const texts = createMemoryTexts();
      const push = mutate(encodePush(5, WATCH, 1, frames.slice(0, 2)), random);
      answerMessage(unseal(push), createRecordStore(texts, random));
      judge(onPhone(texts).map(({ bytes }) => toHex(bytes)));
    },
    () => {
      const changed = mutate(answer, random);
      const read = parseAnswer(changed, WATCH);
      const isSame = toHex(changed) === toHex(answer);
      if (read.ok && !isSame) invented++;
      seen[read.ok ? 'read' : 'refused']++;
    },
    () => {
      const text = String.fromCharCode(...mutate(asciiBytes(encodeBlock(frames.slice(0, 2))), random));
      judge(decodeBlock(text).frames.map(({ bytes }) => toHex(bytes)));
    },
    () => {
      lost += readForeignOnPhone(random);
      seen['phone with a foreign text']++;
    },
  ];
  for (let at = 0; at < cases; at++) {
    try {
      readers[at % readers.length]?.();
      // A whole watch is far more work than a frame.
      if (at % WATCH_SHARE === 0) {
        readForeignOnWatch(random);
        seen['watch with a foreign text']++;
      }
    } catch (error) {
      thrown++;
      onFinding(String(error instanceof Error ? error.stack : error));
    }
  }
  return { cases, lost, doubled: invented, unreadable: thrown, seen };
}
