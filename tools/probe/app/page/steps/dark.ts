/** P1: what becomes of timers, motor and page when the screen goes dark. */
import { setScreenOff, setWakeUpRelaunch } from '@zos/display';
import { Screen } from '@zos/sensor';
import { buzzes } from '../../core/buzzes.ts';
import type { Stage, Step } from '../stage.ts';
import { play } from './groups.ts';

const TICK_MS = 500;
/** Well before the ten seconds after which the page should end. */
const SOON_MS = 2_000;
const LATEST_MS = 12_000;
const SURVIVED_MS = 15_000;
const SCREEN_OFF = 2;

function finish(stage: Stage, isSamePage: boolean): void {
  const { darkAtMs = 0, lastMs = 0, leftMs = 0, ticks = 0 } = numbersOf(stage);
  const values = { ticks, lastTickMs: lastMs - darkAtMs, endedMs: leftMs > 0 ? leftMs - darkAtMs : -1 };
  stage.answer('P1c', !isSamePage, values);
  const stoodStill = isSamePage ? ticks < LATEST_MS / TICK_MS / 2 : lastMs - darkAtMs < SOON_MS;
  stage.answer('P1a', stoodStill, values);
  stage.answer('P1e', isSamePage ? null : leftMs > 0, values);
  const { state } = numbersOf(stage);
  stage.answer(
    'P1f',
    state === undefined ? null : state === SCREEN_OFF,
    state === undefined ? {} : { state },
  );
  stage.keep({ phase: 'felt', isSamePage: isSamePage ? 1 : 0 });
  askFelt(stage);
}

function numbersOf(stage: Stage): Readonly<Record<string, number>> {
  return stage.note() as Readonly<Record<string, number>>;
}

function askFelt(stage: Stage): void {
  stage.ask('Did it go on buzzing after the screen had gone dark?', 'P1b', () => {
    if (stage.note().isSamePage === 1) stage.done();
    else
      stage.ask(
        'Did this page come back by itself as you woke the watch?',
        'P1d',
        stage.done,
        'Yes, itself',
        'No, I opened it',
      );
  });
}

export const darkStep: Step = {
  begin(stage) {
    setWakeUpRelaunch(true);
    const now = stage.nowMs();
    stage.keep({ phase: 'dark', darkAtMs: now, lastMs: now, ticks: 0 });
    stage.show('Dark now. Keep still, count to 20, then wake it with a key.');
    let isOver = false;
    stage.every(TICK_MS, () => {
      const sinceMs = stage.nowMs() - now;
      if (isOver) return;
      if (sinceMs < LATEST_MS) {
        stage.keep({ lastMs: stage.nowMs(), ticks: (numbersOf(stage).ticks ?? 0) + 1 });
      } else if (sinceMs > SURVIVED_MS) {
        isOver = true;
        finish(stage, true);
      }
    });
    play((types) => buzzes(types, 5, 400, 600));
    setScreenOff();
  },
  back(stage) {
    if (stage.note().phase === 'felt') askFelt(stage);
    else finish(stage, false);
  },
  pause(stage) {
    if (stage.note().phase === 'dark') stage.keep({ state: new Screen().getStatus() });
  },
  leave(stage) {
    if (stage.note().phase === 'dark') stage.keep({ leftMs: stage.nowMs() });
  },
};
