/** Random histories of sessions, restarts, wiped phones and deletions over a radio that fails. */

import type { Fate, Way } from '../../../test/support/lossy-link.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import type { MemoryTexts } from '../../../test/support/memory-texts.ts';
import { createPhoneAndWatch, onPhone } from '../../../test/support/phone-and-watch.ts';
import { createZmlPair } from '../../../test/support/zml-pair.ts';
import { fine, type Weather } from '../../../test/support/zml-parts.ts';
import { VOID } from '../../../utils/core/log/frame.ts';
import type { SessionLog } from '../../../utils/run/session-log.ts';
import type { SyncRunner } from '../../../utils/run/sync-runner.ts';
import { createRandom } from '../../shared/random.ts';
import type { Count } from './count.ts';

/** After this time nothing more happens: the longest pause between two tries, the answer limit, and delays on the air. */
const SETTLED_MS = 60_000 + 8_000 + 40_000 + 10_000;

function fateOf(random: () => number, rate: number): Fate {
  const way = (): Way => {
    if (random() >= rate) return 'fine';
    return (['lost', 'doubled', 'damaged'] as const)[Math.floor(random() * 3)] ?? 'lost';
  };
  const delayMs = (): number => 1 + Math.floor(random() * (random() < rate ? 20_000 : 200));
  return {
    there: way(),
    back: way(),
    thereMs: delayMs(),
    backMs: delayMs(),
    staleAnswer: random() < rate / 3,
  };
}

/** What happens to each frame that zml sends. */
function weatherOf(random: () => number, rate: number): Weather {
  return (_, bytes) => {
    const afterMs = 1 + Math.floor(random() * (random() < rate ? 20_000 : 200));
    if (random() >= rate) return [{ bytes, afterMs }];
    const how = Math.floor(random() * 3);
    if (how === 0) return [];
    if (how === 1)
      return [
        { bytes, afterMs },
        { bytes, afterMs: afterMs + 7 },
      ];
    const copy = bytes.slice();
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return [{ bytes: copy, afterMs }];
  };
}

/** The same through the published zml at both ends; in addition the link breaks and the side service dies. */
export async function sweepZml(cases: number, rate = 0.3, seed = 1): Promise<Count> {
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen = { sessions: 0, restarts: 0, wipes: 0, pruned: 0, breaks: 0, services: 0 };
  for (let at = 0; at < cases; at++) {
    const random = createRandom(seed + at);
    const pair = createZmlPair(random);
    pair.weather = weatherOf(random, rate);
    const before = random() < 0.2 ? 120 + Math.floor(random() * 80) : 0;
    for (let count = 0; count < before; count++) pair.appendSession();
    let wiped = false;
    for (let act = 0; act < 15; act++) {
      const chance = random();
      if (chance < 0.35) pair.finishSession();
      else if (chance < 0.5) {
        seen.restarts++;
        pair.restartWatch();
      } else if (chance < 0.53) {
        seen.wipes++;
        wiped = true;
        pair.wipePhone();
      } else if (chance < 0.6) {
        seen.breaks++;
        pair.setLink(false);
        await pair.pass(1 + Math.floor(random() * 20_000));
        pair.setLink(true);
      } else if (chance < 0.67) {
        seen.services++;
        pair.killPhone();
      } else await pair.pass(1 + Math.floor(random() * 60_000));
    }
    pair.weather = fine;
    await pair.pass(SETTLED_MS);
    pair.restartWatch();
    await pair.pass(SETTLED_MS);
    seen.sessions += pair.sessionLog.tail();
    if (pair.sessionLog.floor() > 1) seen.pruned++;
    judge(pair, wiped, total);
  }
  return { cases, ...total, seen };
}

interface Settled {
  readonly sessionLog: SessionLog;
  readonly sync: SyncRunner;
  readonly texts: MemoryTexts;
}

/** Counts what is missing or doubled once everything has been sent. */
function judge({ sessionLog, sync, texts }: Settled, wiped: boolean, total: Total): void {
  const held = onPhone(texts);
  const numbers = new Set(held.map(({ seq }) => seq));
  total.doubled += held.length - numbers.size;
  total.unreadable += held.filter(({ kind }) => kind === VOID).length;
  // A phone that was wiped does not get back what the watch had pruned before: the phone had confirmed those records.
  const from = wiped ? sessionLog.floor() : 1;
  for (let seq = from; seq <= sessionLog.tail(); seq++) if (!numbers.has(seq)) total.lost++;
  if (sync.status() !== 'saved') total.lost++;
}

interface Total {
  lost: number;
  doubled: number;
  unreadable: number;
}

/** The files of a watch with this many sessions, created once for all histories. */
function createPasts(): (count: number) => ReadonlyMap<string, Uint8Array> {
  const made = new Map<number, ReadonlyMap<string, Uint8Array>>();
  return (count) => {
    const known = made.get(count);
    if (known !== undefined) return known;
    const pair = createPhoneAndWatch(createManualClock());
    for (let at = 0; at < count; at++) pair.appendSession();
    made.set(count, pair.contents);
    return pair.contents;
  };
}

export function sweepLink(cases: number, rate = 0.3, seed = 1): Count {
  const pastOf = createPasts();
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen = { sessions: 0, restarts: 0, wipes: 0, pruned: 0 };
  for (let at = 0; at < cases; at++) {
    const random = createRandom(seed + at);
    const clock = createManualClock();
    // A fifth of the logs are long enough to be pruned.
    const pair = createPhoneAndWatch(clock, pastOf(random() < 0.2 ? 120 + Math.floor(random() * 80) : 0));
    pair.link.fates.push(...Array.from({ length: 40 }, () => fateOf(random, rate)));
    let wiped = false;
    for (let act = 0; act < 15; act++) {
      const chance = random();
      if (chance < 0.35) pair.finishSession();
      else if (chance < 0.5) {
        seen.restarts++;
        pair.restartWatch();
      } else if (chance < 0.53) {
        seen.wipes++;
        wiped = true;
        pair.wipePhone();
      } else clock.advance(1 + Math.floor(random() * 60_000));
    }
    pair.link.fates.length = 0;
    clock.advance(SETTLED_MS);
    pair.restartWatch();
    clock.advance(SETTLED_MS);
    seen.sessions += pair.sessionLog.tail();
    if (pair.sessionLog.floor() > 1) seen.pruned++;
    judge(pair, wiped, total);
  }
  return { cases, ...total, seen };
}
