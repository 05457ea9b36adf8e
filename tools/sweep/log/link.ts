/** Random histories of sessions, restarts, wiped phones and deletions over a radio that fails. */

import { createPhonePreferences } from '../../../app-side/phone-preferences.ts';
import type { Fate, Way } from '../../../test/support/lossy-link.ts';
import { createManualClock } from '../../../test/support/manual-clock.ts';
import { createMemoryTexts } from '../../../test/support/memory-texts.ts';
import { createPhoneAndWatch, onPhone, type PhoneAndWatch } from '../../../test/support/phone-and-watch.ts';
import { createZmlPair } from '../../../test/support/zml-pair.ts';
import { fine, type Weather } from '../../../test/support/zml-parts.ts';
import { VOID } from '../../../utils/core/log/frame.ts';
import { formatPreferences, parsePreferences } from '../../../utils/core/preferences/document.ts';
import {
  areTooMany,
  definitionsIn,
  MOST_ROUTINES,
  withRoutineCodes,
} from '../../../utils/core/preferences/own-routines.ts';
import { ownId } from '../../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { applyPreferences } from '../../../utils/run/apply-preferences.ts';
import { loadOwnRoutines } from '../../../utils/run/own-routines.ts';
import { isAnythingWaiting } from '../../../utils/run/preferences.ts';
import { createRandom } from '../../shared/random.ts';
import { randomDefinition } from '../../shared/random-definition.ts';
import type { Count } from './count.ts';

/** After this time nothing more happens: the longest pause between two tries, the answer limit, and delays on the air. */
export const SETTLED_MS = 60_000 + 8_000 + 40_000 + 10_000;

export function fateOf(random: () => number, rate: number): Fate {
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

/** Counts what is missing or doubled once everything has been sent. */
function judge({ sessionLog, sync, texts }: Pair, wiped: boolean, total: Total): void {
  const held = onPhone(texts);
  const numbers = new Set(held.map(({ seq }) => seq));
  total.doubled += held.length - numbers.size;
  total.unreadable += held.filter(({ kind }) => kind === VOID).length;
  // A phone that was wiped does not get back what the watch had pruned before: the phone had confirmed those records.
  const from = wiped ? sessionLog.floor() : 1;
  for (let seq = from; seq <= sessionLog.tail(); seq++) if (!numbers.has(seq)) total.lost++;
  if (sync.status() !== 'saved') total.lost++;
}

type Pair = Omit<PhoneAndWatch, 'link' | 'store' | 'contents' | 'lines' | 'forgetLife'>;

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

/** Watch and phone at the two ends of a radio that fails. */
interface Radio {
  readonly pair: Pair;
  pass(forMs: number): unknown;
  /** From now on nothing fails. */
  calm(): void;
  /** What else may happen, by the name under which it is counted. */
  readonly others: Readonly<Record<string, () => unknown>>;
  /** How many things beside the records have not arrived once everything has been sent. */
  readonly missing?: () => number;
}

/** @param open connects a watch that has logged `before` sessions */
async function sweepHistories(
  cases: number,
  seed: number,
  open: (random: () => number, before: number) => Radio,
): Promise<Count> {
  const total = { lost: 0, doubled: 0, unreadable: 0 };
  const seen: Record<string, number> = { sessions: 0, restarts: 0, wipes: 0, pruned: 0 };
  const note = (what: string, count = 1): void => {
    seen[what] = (seen[what] ?? 0) + count;
  };
  for (let at = 0; at < cases; at++) {
    const random = createRandom(seed + at);
    // A fifth of the logs are long enough to be pruned.
    const {
      pair,
      others,
      missing = () => 0,
      ...radio
    } = open(random, random() < 0.2 ? 120 + Math.floor(random() * 80) : 0);
    let wiped = false;
    for (let act = 0; act < 15; act++) {
      const chance = random();
      const other = Object.entries(others)[Math.floor((chance - 0.53) / 0.07)];
      if (chance < 0.35) pair.finishSession();
      else if (chance < 0.5) {
        note('restarts');
        pair.restartWatch();
      } else if (chance < 0.53) {
        note('wipes');
        wiped = true;
        pair.wipePhone();
      } else if (other !== undefined) {
        note(other[0]);
        await other[1]();
      } else await radio.pass(1 + Math.floor(random() * 60_000));
    }
    radio.calm();
    await radio.pass(SETTLED_MS);
    pair.restartWatch();
    await radio.pass(SETTLED_MS);
    note('sessions', pair.sessionLog.tail());
    if (pair.sessionLog.floor() > 1) note('pruned');
    judge(pair, wiped, total);
    total.lost += missing();
  }
  return { cases, ...total, seen };
}

export function sweepLink(cases: number, rate = 0.3, seed = 1): Promise<Count> {
  const pastOf = createPasts();
  const codes = randomCodes(seed);
  return sweepHistories(cases, seed, (random, before) => {
    const clock = createManualClock();
    const texts = createMemoryTexts();
    const preferences = createPhonePreferences(texts);
    const phoneAndWatch = createPhoneAndWatch(clock, pastOf(before), texts, undefined, preferences);
    phoneAndWatch.link.fates.push(...Array.from({ length: 40 }, () => fateOf(random, rate)));
    const calm = (): void => {
      phoneAndWatch.link.fates.length = 0;
    };
    const apply = (): void => applyPreferences(phoneAndWatch.store, () => {}, [0, 0]);
    apply();
    // Home applies what has come when it is opened.
    const pair: Pair = {
      ...phoneAndWatch,
      get sessionLog() {
        return phoneAndWatch.sessionLog;
      },
      get sync() {
        return phoneAndWatch.sync;
      },
      restartWatch() {
        if (isAnythingWaiting(phoneAndWatch.store)) apply();
        phoneAndWatch.restartWatch();
      },
    };
    /** The wearer adds routines on the phone, replaces or removes them. */
    const routines = (): void => {
      const { document } = parsePreferences(preferences.text());
      const count = Math.floor(random() * (codes.length + 1));
      const chosen = Array.from(
        { length: Math.min(count, MOST_ROUTINES) },
        (_, at) => codes[(count + at) % codes.length] as string,
      );
      if (!areTooMany(chosen)) preferences.merge(formatPreferences(withRoutineCodes(document, chosen)));
    };
    const missing = (): number => {
      apply();
      const own = loadOwnRoutines(phoneAndWatch.store).map(({ routine }) => routine.id);
      const wanted = definitionsIn(parsePreferences(preferences.text()).document).definitions.map(ownId);
      return JSON.stringify(own) === JSON.stringify(wanted) ? 0 : 1;
    };
    return { pair, pass: clock.advance, calm, others: { routines }, missing };
  });
}

/** Codes of routines for all histories: a few long ones, so that not every choice fits. */
function randomCodes(seed: number): readonly string[] {
  const random = createRandom(seed ^ 0x0123);
  return Array.from({ length: 12 }, () => encodeRoutine(randomDefinition(random)));
}

/** The same through the published zml at both ends; in addition the link breaks and the side service dies. */
export function sweepZml(cases: number, rate = 0.3, seed = 1): Promise<Count> {
  return sweepHistories(cases, seed, (random, before) => {
    const pair = createZmlPair(random);
    pair.weather = weatherOf(random, rate);
    for (let count = 0; count < before; count++) pair.appendSession();
    return {
      pair,
      pass: pair.pass,
      calm() {
        pair.weather = fine;
      },
      others: {
        async breaks() {
          pair.setLink(false);
          await pair.pass(1 + Math.floor(random() * 20_000));
          pair.setLink(true);
        },
        services: () => pair.killPhone(),
      },
    };
  });
}
