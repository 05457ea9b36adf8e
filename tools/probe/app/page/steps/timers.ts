/** P4: how late timers are. */
import { createSysTimer, stopTimer } from '@zos/timer';
import type { ProbeStep, Stage } from '../stage.ts';

const PERIOD_MS = 250;
const TICKS = 20;
/** A gap between two ticks beyond which a timer counts as late. */
const LONGEST_GAP_MS = 2 * PERIOD_MS;

/** The longest time between two ticks of `begin`'s timer. */
function measure(stage: Stage, begin: (tick: () => void) => () => void, then: (gapMs: number) => void): void {
  let lastMs = stage.nowMs();
  let longestMs = 0;
  let ticks = 0;
  let isOver = false;
  const end = begin(() => {
    if (isOver) return;
    const now = stage.nowMs();
    longestMs = Math.max(longestMs, now - lastMs);
    lastMs = now;
    ticks++;
    if (ticks < TICKS) return;
    isOver = true;
    end();
    then(longestMs);
  });
}

function sysTimer(tick: () => void): () => void {
  const id = createSysTimer(true, PERIOD_MS, tick);
  return () => stopTimer(id);
}

export const timersStep: ProbeStep = {
  begin(stage) {
    stage.show('Measuring for 10 s.');
    measure(
      stage,
      (tick) => stage.every(PERIOD_MS, tick),
      (longestGapMs) => {
        stage.answer('P4a', longestGapMs <= LONGEST_GAP_MS, { longestGapMs });
        if (typeof createSysTimer !== 'function') {
          stage.done();
          return;
        }
        measure(stage, sysTimer, (gapMs) => {
          stage.settle('P4b', gapMs <= LONGEST_GAP_MS, { longestGapMs: gapMs });
        });
      },
    );
  },
};
