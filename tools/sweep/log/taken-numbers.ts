/**
 * Numbers that two records have: two watches bear one install number, and watches lose their log and keep that number, while the
 * radio fails and clocks are wrong. Every session that has not gone with its files reaches the phone, once.
 */
import { createRecordStore } from '../../../app-side/record-store.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { createPhoneAndWatch, onPhone, type PhoneAndWatch } from '../../../test/support/phone-and-watch.ts';
import { asciiText } from '../../../utils/core/base/bytes.ts';
import { toHex } from '../../../utils/core/base/hex.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { SESSION } from '../../../utils/core/log/frame.ts';
import { plainRecord } from '../../shared/plain-record.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';
import { fateOf, SETTLED_MS } from './link.ts';

/** What a watch's clock may say instead of the time: 1970, 2007, 2035. */
const WRONG_CLOCKS_MS = [0, Date.UTC(2007, 0, 1), Date.UTC(2035, 5, 1)] as const;

export function sweepTakenNumbers(
  cases: number,
  rate = 0.3,
  seed = 1,
  onFinding: (text: string) => void = () => {},
): Count {
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen = {
    'sessions of two watches with one number': 0,
    'logs lost, their number kept': 0,
    'sessions by a wrong clock': 0,
    'sessions gone with their files': 0,
  };
  for (let at = 0; at < cases; at++) live(at);
  return { cases, ...total, seen };

  function live(at: number): void {
    const random = createRandom(seed + at);
    const clock = createManualClock();
    let recorded = 0;
    const byWrongClock = new Set<string>();
    const first = createPhoneAndWatch(clock);
    for (let count = Math.floor(random() * 4); count > 0; count--) record(first);
    clock.advance(SETTLED_MS);
    // Restored from a copy of the whole folder, or of the number alone.
    const copied = [...first.contents].filter(([name]) => name.startsWith('install') || at % 2 === 0);
    const watches = [first, createPhoneAndWatch(clock, new Map(copied), first.texts)] as const;
    for (const watch of watches) {
      watch.link.fates.push(...Array.from({ length: 30 }, () => fateOf(random, rate)));
    }
    const expected = new Set(onPhone(first.texts).map(({ body }) => toHex(body)));
    for (let act = 0; act < 15; act++) {
      const watch = watches[random() < 0.5 ? 0 : 1];
      const chance = random();
      if (chance < 0.45) expected.add(record(watch));
      else if (chance < 0.6) watch.restartWatch();
      else if (chance < 0.68) loseLog(watch, expected);
      else clock.advance(1 + Math.floor(random() * 60_000));
    }
    for (const watch of watches) watch.link.fates.length = 0;
    for (let round = 0; round < 4; round++) {
      for (const watch of watches) {
        watch.restartWatch();
        clock.advance(SETTLED_MS);
      }
    }
    judge(at, watches, expected, byWrongClock, clock.nowMs());

    function record(watch: PhoneAndWatch): string {
      const isWrong = random() < 0.15;
      const nowMs = isWrong ? (WRONG_CLOCKS_MS[Math.floor(random() * 3)] ?? 0) : clock.nowMs();
      const startedAtMs = Math.floor(nowMs / 1000) * 1000;
      // No two sessions are the same, even of one second.
      const durationS = 300 + recorded++;
      const body = encodeSession({ ...plainRecord, startedAtMs, durationS });
      watch.appendSession(asciiText(body));
      watch.sync.start();
      seen['sessions of two watches with one number']++;
      if (isWrong) seen['sessions by a wrong clock']++;
      if (isWrong) byWrongClock.add(toHex(body));
      return toHex(body);
    }
  }

  /** The log and all that tells of it is gone, and with it what the phone has not. The install number stays. */
  function loseLog(watch: PhoneAndWatch, expected: Set<string>): void {
    seen['logs lost, their number kept']++;
    const held = new Set(onPhone(watch.texts).map(({ body }) => toHex(body)));
    for (const { body } of watch.sessionLog.framesFrom(1)) {
      if (held.has(toHex(body)) || !expected.delete(toHex(body))) continue;
      seen['sessions gone with their files']++;
    }
    for (const name of [...watch.contents.keys()]) {
      if (!name.startsWith('install')) watch.contents.delete(name);
    }
    const { fates } = watch.link;
    watch.forgetLife();
    watch.link.fates.push(...fates);
  }

  function judge(
    at: number,
    [{ texts, sync }, other]: readonly [PhoneAndWatch, PhoneAndWatch],
    expected: ReadonlySet<string>,
    byWrongClock: ReadonlySet<string>,
    nowMs: number,
  ): void {
    const held = onPhone(texts).filter(({ kind }) => kind === SESSION);
    const bodies = held.map(({ body }) => toHex(body));
    const lost = [...expected].filter((body) => !bodies.includes(body)).length;
    const doubled = bodies.length - new Set(bodies).size;
    const waiting = [sync, other.sync].filter((one) => one.status() !== 'saved').length;
    const rightly = held.filter(({ body }) => !byWrongClock.has(toHex(body)));
    const starts = rightly.flatMap((frame) => {
      const read = decodeRecord(frame);
      return read.ok && read.value.kind === 'session' ? [read.value.startedAtMs] : [];
    });
    const newestMs = Math.max(0, ...starts);
    const toldMs =
      (createRecordStore(
        texts,
        () => 0.5,
        () => nowMs,
      ).lastSession()?.startedS ?? 0) * 1000;
    // The last session of a phone whose clock is right is the newest that can have been.
    const wrong = toldMs === newestMs ? 0 : 1;
    total.lost += lost + waiting;
    total.doubled += doubled;
    total.unreadable += wrong;
    if (lost + waiting + doubled + wrong > 0)
      onFinding(
        `seed ${seed + at}: ${lost} lost, ${doubled} doubled, ${waiting} not saved, last session ${toldMs} and not ${newestMs}`,
      );
  }
}
