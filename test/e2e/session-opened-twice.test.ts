/**
 * The alarm wakes a dark screen: the system opens the session anew because its screen is lit, and in the same millisecond once
 * more because the alarm asks for it. The packed app, judged from the motor and true time.
 */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { judge } from '../../tools/sweep/cues/oracle.ts';
import { createSweeper, type Sweeper } from '../../tools/sweep/cues/run.ts';
import { scheduleOf } from '../../tools/sweep/cues/schedule.ts';
import { type Trace, traceOf } from '../../tools/sweep/cues/trace.ts';
import { isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { planWith } from '../support/arbitraries.ts';
import { recordsIn } from '../support/version-0.1.0.ts';
import { untilSummary } from '../support/worn-watch.ts';

let zab: Uint8Array;
let sweeper: Sweeper;

beforeAll(async () => {
  sweeper = await createSweeper();
  zab = new Uint8Array(await readFile((await ensureBuilt({ isQuiet: true })).simulatorZab));
});

interface Wearer {
  readonly device: string;
  readonly helper: 'allow' | 'deny';
}

/** Instants at which the app was opened a second time within the same millisecond, ms of uptime. */
function openedTwice(watch: Watch): readonly number[] {
  const openings = watch.sim.events.filter(({ type, text }) => type === 'app' && text === 'created');
  return openings.flatMap(({ atMs }, at) => (openings[at - 1]?.atMs === atMs ? [atMs] : []));
}

/** A session whose screen goes dark so many seconds after Start and stays so until the alarm has opened the app twice. */
async function wokenByAlarm({ device, helper }: Wearer, darkS: number) {
  const model = findDevice(device);
  const watch = createWatch(
    { app: openZab(zab, model), device: model },
    { files: usedWatch({ soreBack: true }, 'unasked') },
  );
  await watch.launch();
  await watch.advance(200);
  if (watch.texts().includes('Use the helper')) {
    await watch.tapText('Use the helper');
    await watch.permission(helper);
    await watch.advance(200);
    if (helper === 'allow') await watch.tapText('Not now');
    await watch.advance(200);
  }
  await watch.tapText('Start');
  const startedMs = watch.sim.uptimeMs;
  await watch.advance(darkS * 1_000);
  await watch.perform({ verb: 'screen', on: false });
  if (!(await watch.until(() => openedTwice(watch).length > 0, '5m'))) throw new Error('never opened twice');
  return { watch, startedMs };
}

const WEARERS: readonly Wearer[] = [
  { device: 'GTR 4', helper: 'deny' },
  { device: 'T-Rex 3', helper: 'deny' },
  { device: 'T-Rex 3', helper: 'allow' },
  { device: 'Balance 2', helper: 'allow' },
];

/** Times in each part of a session, s after Start: getting into place, the hold before and after its cues, the move, the march. */
const DARK_S = [5, 29, 59, 62, 93, 104, 110, 400, 412, 468, 480, 500];

describe.each(WEARERS)('a session on $device, helper: $helper, that is opened twice at once', (wearer) => {
  /** What was felt, up to two minutes after the app was opened twice, for each instant at which the screen went dark. */
  const traces = new Map<number, Trace>();

  beforeAll(async () => {
    for (const darkS of DARK_S) {
      const { watch, startedMs } = await wokenByAlarm(wearer, darkS);
      await watch.advance('2m');
      traces.set(darkS, traceOf(watch.sim.events, startedMs, watch.sim.uptimeMs));
    }
  });

  it.each(DARK_S)('has no cue early, lost or doubled, dark at %i s', (darkS) => {
    expect(judge(traces.get(darkS) as Trace, planWith().slots).findings).toEqual([]);
  });

  it.each(DARK_S)('plays the come-back cue at most once, and to its end, dark at %i s', (darkS) => {
    const back = (traces.get(darkS) as Trace).played.filter(({ cue }) => cue === 'come-back');
    // A pause reminds the wearer once a minute.
    const pausesMs = back.slice(1).map(({ atMs }, at) => atMs - (back[at]?.atMs ?? 0));
    expect(Math.min(60_000, ...pausesMs)).toBe(60_000);
    expect(back.filter(({ cutAtMs }) => cutAtMs !== null)).toEqual([]);
  });

  it.each([40, 110, 480])('is logged once, dark at %i s', async (darkS) => {
    const { watch } = await wokenByAlarm(wearer, darkS);
    await watch.advance('2s');
    if (watch.texts().includes('Continue')) await watch.tapText('Continue');
    await untilSummary(watch);
    await watch.advance('10s');
    expect(watch.texts()).toContain('Saved on the phone');
    const lines = [...watch.sim.phone.storage].flatMap(([key, text]) =>
      isBlockKey(key) ? text.split('\n') : [],
    );
    const { sessions, ratings } = recordsIn(lines);
    expect([sessions.length, ratings.length]).toEqual([1, 0]);
    const guided = sessions[0]?.holds.filter(({ outcome }) => outcome === 'guided-to-end');
    expect(guided).toHaveLength(4);
    expect(watch.sim.breaches).toEqual([]);
  });
});

/** Seeds of the fault sweep, of the first 300, in which the alarm opens a session that its lit screen has opened as well. */
describe('random faults around a session that is opened twice at once', () => {
  it.each([
    9, 20, 43, 45, 55, 63, 83, 90, 99, 100, 112, 124, 134, 146, 160, 172, 176, 187, 208, 224, 231, 237, 255,
    275, 299,
  ])('cost no cue: seed %i', async (seed) => {
    expect((await sweeper.run(scheduleOf(seed))).findings).toEqual([]);
  });
});
