/** What the ticks of a whole session write to the glass, one by one, in the engine of the watch. */
import { describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openSession } from '../../../tools/bench/cost.ts';
import { createMachine } from '../../../tools/bench/machine.ts';
import { usedWatch } from '../../../tools/simulate/seeded-watch.ts';
import type { Preferences } from '../../../utils/core/preferences/preference-table.ts';
import { packedFor } from '../../support/worn-watch.ts';

const TICK_MS = 250;
/** From Start to a moment before the end of the longest of these sessions. */
const TICKS = 4 * 500;

/**
 * The number of properties that each tick wrote, of those ticks that stored nothing. A cue and a change of phase are stored before they are
 * played. The ticks that removed the screen of a cue are among them.
 */
async function writesOf(preferences: Partial<Preferences>): Promise<readonly number[]> {
  const app = packedFor(findDevice('Balance 2'));
  const machine = await createMachine(app, usedWatch({ soreBack: true, ...preferences }));
  machine.startApp();
  openSession(machine, app);
  const quiet: number[] = [];
  for (let tick = 0; tick < TICKS; tick++) {
    const before = machine.counts();
    machine.call('advance', TICK_MS);
    const after = machine.counts();
    if (after.writtenBytes === before.writtenBytes) quiet.push(after.writes - before.writes);
  }
  return quiet;
}

const RUNS: readonly (readonly [name: string, preferences: Partial<Preferences>])[] = [
  ['a session with the ball', {}],
  ['a session with the hook', { kit: 'hook' }],
  ['a session whose holds dim and are counted down to', { dimHolds: true, leadIn: 'seen' }],
];

describe.each(RUNS)('in %s', (_name, preferences) => {
  it('a tick with neither a cue nor a new phase writes at most two properties, also when it removes the screen of a cue', async () => {
    const quiet = await writesOf(preferences);
    expect(quiet.length).toBeGreaterThan(TICKS / 2);
    expect(quiet.filter((writes) => writes > 0).length).toBeGreaterThan(200);
    expect(Math.max(...quiet)).toBe(2);
  }, 120_000);
});
