/**
 * The packed app advises another stage after a session: it asks once, leaves the choice to the wearer, and says nothing without a reason.
 */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { untilMorningMs } from '../../tools/pictures/walk-scenes.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { encodeSession } from '../../utils/core/log/encode.ts';
import { SESSION } from '../../utils/core/log/frame.ts';
import { makeRecord } from '../../utils/core/log/make-record.ts';
import { type Answers, logRating } from '../../utils/run/log-rating.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { startWalk } from '../core/session/walk.ts';
import { planWith, START_MS } from '../support/arbitraries.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { HOME, launchedWatch, openNewestSession, taps } from '../support/worn-watch.ts';

const HISTORY = 'page/history/index.page';
const QUESTION = 'Mornings are calm. Try the active stage?';

const refuse = (where: string, what: string): never => {
  throw new Error(`${where}: ${what}`);
};

/** Adds sessions of the sore stage to the files, each with its answers. */
function withAnswers(
  files: ReadonlyMap<string, Uint8Array>,
  answers: readonly Answers[],
): Map<string, Uint8Array> {
  const contents = new Map(files);
  const memory = createMemoryFiles(contents);
  const sessionLog = createSessionLog(memory, createTextStore(memory, refuse), refuse, () => 0.5);
  for (const answer of answers) {
    const walk = startWalk(planWith());
    walk.happen('stopped', START_MS + 1_000);
    sessionLog.append(SESSION, encodeSession(makeRecord(walk.state())));
    logRating(sessionLog, sessionLog.tail(), START_MS, answer);
  }
  return contents;
}

const withMornings = (
  files: ReadonlyMap<string, Uint8Array>,
  mornings: readonly ('worse' | 'same' | 'better')[],
): Map<string, Uint8Array> =>
  withAnswers(
    files,
    mornings.map((morning) => ({ morning })),
  );

/** A watch whose wearer has opened the newest of its sessions, and left it again. */
async function opened(files: Map<string, Uint8Array>): Promise<Watch> {
  // A day after the sessions, because a session ahead of the watch's clock does not count.
  const watch = await launchedWatch({ files, startEpochMs: START_MS + 86_400_000 });
  await openNewestSession(watch);
  await taps(watch, 'Close');
  return watch;
}

const stageOf = (watch: Watch): string =>
  loadPreferences(createTextStore(createMemoryFiles(new Map(watch.sim.files)), refuse), refuse).stage;

describe('the advice', () => {
  it('is given after three calm mornings, and changes the stage if it is accepted', async () => {
    const watch = await opened(withMornings(usedWatch(), ['same', 'better', 'same']));
    expect(watch.texts()).toContain(QUESTION);
    await taps(watch, 'Yes, change');
    await watch.advance('1s');
    expect([watch.sim.watch.page, stageOf(watch)]).toEqual([HISTORY, 'active']);
  });

  it('changes nothing if it is refused, and from then on counts only later sessions', async () => {
    const watch = await opened(withMornings(usedWatch(), ['same', 'better', 'same']));
    await taps(watch, 'Leave it as it is');
    await watch.advance('1s');
    expect([watch.sim.watch.page, stageOf(watch)]).toEqual([HISTORY, 'sore']);
    const later = await opened(withMornings(watch.sim.files, ['same', 'same']));
    expect(later.sim.watch.page).toBe(HISTORY);
    const latest = await opened(withMornings(later.sim.files, ['same']));
    expect(latest.texts()).toContain(QUESTION);
  });
});

it('watch and phone say once to pause and see a clinician if pain rises twice in the sore stage', async () => {
  const risen = { painBefore: 3, painAfter: 6, morning: 'same' } as const;
  const watch = await opened(withAnswers(usedWatch(), [risen, risen, risen]));
  expect(watch.texts()).toContain('It got worse lately. Pause, and ask a clinician.');
  await taps(watch, 'I understand');
  await watch.advance('5s');
  expect([watch.sim.watch.page, stageOf(watch)]).toEqual([HISTORY, 'sore']);
  const again = await opened(new Map(watch.sim.files));
  expect(again.sim.watch.page).toBe(HISTORY);
});

describe('a wearer who never set a reminder', () => {
  /** A session of a minute, and "same" the next morning. */
  async function calmDay(watch: Watch): Promise<void> {
    const { width, height } = watch.sim.device;
    await taps(watch, 'Start');
    await watch.advance(70_000);
    await watch.perform({ verb: 'long-press', x: width / 2, y: height / 2 });
    await watch.advance(1_000);
    await taps(watch, 'End', 'End session', 'Skip', 'Skip', 'Close');
    await watch.kill('page');
    await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true });
    await watch.launch();
    await watch.advance(1_000);
    await taps(watch, 'Same');
    await watch.advance(5_000);
  }

  async function phoneAdvises(watch: Watch): Promise<boolean> {
    await watch.openSettings();
    await watch.advance(500);
    return watch.settingsTexts().join('\n').includes('Your last answers suggest the stage');
  }

  /** Opens the app again, which sends what it has. */
  async function reopened(watch: Watch): Promise<void> {
    await watch.kill('page');
    await watch.launch();
    await watch.advance(5_000);
  }

  it('gets advice on watch and phone, and after a "no" on neither until as many new sessions support it', async () => {
    const watch = await launchedWatch();
    for (let day = 0; day < 3; day++) await calmDay(watch);
    expect(watch.texts()).toContain(QUESTION);
    await reopened(watch);
    expect(await phoneAdvises(watch)).toBe(true);
    await openNewestSession(watch);
    await taps(watch, 'Close', 'Leave it as it is', 'Back', 'Back');
    await watch.advance(5_000);
    expect([watch.sim.watch.page, await phoneAdvises(watch)]).toEqual([HOME, false]);
    for (let day = 0; day < 2; day++) {
      await calmDay(watch);
      expect([watch.sim.watch.page, await phoneAdvises(watch)]).toEqual([HOME, false]);
    }
    await calmDay(watch);
    expect(watch.texts()).toContain(QUESTION);
    await reopened(watch);
    expect(await phoneAdvises(watch)).toBe(true);
  });
});
