/** A session on a watch on which everything that published apps disagree about is the opposite of the usual. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type AppPackage, createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { createSweeper, type Sweeper } from '../../tools/sweep/cues/run.ts';
import { SCENES } from '../../tools/sweep/cues/schedule.ts';
import { openPacked } from '../support/packed-watch.ts';

const ALL = { all: 'reversed' } as const;

let app: AppPackage;
let sweeper: Sweeper;

beforeAll(async () => {
  app = await openPacked();
  sweeper = await createSweeper();
});

describe('with all readings reversed at once', () => {
  it.each(['T-Rex 3', 'Balance 2', 'GTR 4'])('on %s no cue is early, doubled or lost', async (device) => {
    const found: string[] = [];
    for (const { preferences, watchMs } of SCENES) {
      for (const consent of ['allow', 'deny'] as const) {
        const schedule = { device, consent, preferences, faults: [], watchMs, assume: ALL };
        const { findings, cues } = await sweeper.run(schedule);
        expect(cues).toBeGreaterThan(8);
        found.push(...findings.map(({ text }) => `${consent}, ${JSON.stringify(preferences)}: ${text}`));
      }
    }
    expect(found).toEqual([]);
  });

  async function started(seconds: number): Promise<Watch> {
    const watch = createWatch({ app, device: findDevice('Balance 2') }, { files: usedWatch(), assume: ALL });
    await watch.launch();
    await watch.advance(1_000);
    await watch.tapText('Start');
    await watch.advance(seconds * 1_000);
    return watch;
  }

  it('menu, pause and end work by touch', async () => {
    const watch = await started(40);
    const { width, height } = watch.sim.device;
    const longPress = async (): Promise<void> => {
      await watch.perform({ verb: 'long-press', x: width / 2, y: height / 3 });
      await watch.advance(1_100);
    };
    await longPress();
    await watch.tapText('Pause');
    await watch.advance(2_000);
    expect(watch.texts()).toContain('Paused');
    // The app asks once more.
    for (let tap = 0; tap < 2; tap++) {
      await watch.tapText('End session');
      await watch.advance(1_000);
    }
    await watch.advance(3_000);
    expect(watch.sim.watch.page).toBe('page/summary/index.page');
  });

  it('a session comes to its summary and the log', async () => {
    const watch = await started(0);
    expect(await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '20m')).toBe(true);
    await watch.advance(10_000);
    // The questions about the soreness of each side, and about pain.
    for (let question = 0; question < 3; question++) {
      await watch.tapText('Skip');
      await watch.advance(2_000);
    }
    expect(watch.texts()).toContain('Done');
  });
});
