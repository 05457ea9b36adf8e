/** The phone's storage is put back to an earlier state, again and again: every session is on the phone, or is shown as lost. */
import { expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { createRandom } from '../../tools/shared/random.ts';
import { readLogPage } from '../../utils/core/trend/stored-log.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import { runs } from '../support/runs.ts';

const MINUTE_MS = 60_000;

/** Lives a random history, and gives the numbers that are neither on the phone nor shown as lost nor deleted. */
function unaccounted(seed: number): readonly number[] {
  const random = createRandom(seed);
  const clock = createManualClock();
  const pair = createPhoneAndWatch(clock);
  const { values } = pair.texts;
  const backups: ReadonlyMap<string, string>[] = [];
  let deletedThrough = 0;
  const acts = [
    (): void => {
      for (let more = 1 + random() * 24; more > 0; more--) pair.finishSession();
    },
    (): void => void backups.push(new Map(values)),
    (): void => {
      const backup = backups[Math.floor(random() * backups.length)];
      if (backup === undefined) return;
      values.clear();
      for (const [key, text] of backup) values.set(key, text);
    },
    (): void => {
      if (random() < 0.8) return;
      createRecordStore(pair.texts, random).forgetAll();
      deletedThrough = pair.sessionLog.tail();
    },
    pair.restartWatch,
  ];
  for (let act = 0; act < 50; act++) {
    acts[Math.floor(random() * acts.length)]?.();
    clock.advance(MINUTE_MS);
  }
  pair.finishSession();
  clock.advance(10 * MINUTE_MS);
  const accounted = new Set(onPhone(pair.texts).map(({ seq }) => seq));
  const texts = { keys: [...values.keys()], read: (key: string) => values.get(key) };
  for (const { what, where } of readLogPage(texts, null, 10_000).faults) {
    const [first = 0, last = first] = where.split('–').map(Number);
    for (let seq = first; what === 'lost' && seq <= last; seq++) accounted.add(seq);
  }
  const from = deletedThrough + 1;
  const all = Array.from({ length: pair.sessionLog.tail() - deletedThrough }, (_, at) => from + at);
  return all.filter((seq) => !accounted.has(seq));
}

it('no session vanishes without a word', () => {
  for (let seed = 1; seed <= runs(60); seed++) expect(unaccounted(seed), `seed ${seed}`).toEqual([]);
}, 60_000);
