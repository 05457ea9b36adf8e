/** `npm run sweep -- link`: random schedules of sessions, restarts, wiped phones and deletions over a radio that fails. */

import { VOID } from '../../utils/core/log/frame.ts';
import type { Fate, Way } from '../support/lossy-link.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import type { Count } from './count.ts';
import { createRandom } from './random.ts';

/** The longest wait between two tries, the answer limit, and what may still be in the air. */
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

export function sweepLink(cases: number, rate = 0.3, seed = 1): Count {
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen = { sessions: 0, restarts: 0, wipes: 0, pruned: 0 };
  for (let at = 0; at < cases; at++) {
    const random = createRandom(seed + at);
    const clock = createManualClock();
    const pair = createPhoneAndWatch(clock);
    pair.link.fates.push(...Array.from({ length: 40 }, () => fateOf(random, rate)));
    // Some logs are long enough to be pruned.
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
      } else clock.advance(1 + Math.floor(random() * 60_000));
    }
    pair.link.fates.length = 0;
    clock.advance(SETTLED_MS);
    pair.restartWatch();
    clock.advance(SETTLED_MS);
    const { journal } = pair;
    seen.sessions += journal.tail();
    const held = onPhone(pair.texts);
    const numbers = new Set(held.map(({ seq }) => seq));
    total.doubled += held.length - numbers.size;
    total.unreadable += held.filter(({ kind }) => kind === VOID).length;
    if (journal.floor() > 1) seen.pruned++;
    // What was pruned is lost to a phone that was wiped after: the watch has said that it held it.
    const from = wiped ? journal.floor() : 1;
    for (let seq = from; seq <= journal.tail(); seq++) if (!numbers.has(seq)) total.lost++;
    if (pair.sync.status() !== 'saved') total.lost++;
  }
  return { cases, ...total, seen };
}
