/** The session page: wires clock, touch, runner and face. Holds no rule: what happens is the core's, how it looks the view's. */
import { replace } from '@zos/router';
import { sentence } from '../../utils/core/base/result.ts';
import { patternMs, plainCue } from '../../utils/core/cue/vocabulary.ts';
import { recordOf } from '../../utils/core/log/record.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { buildPlan, newWearer } from '../../utils/core/routine/plan.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import { sessionView } from '../../utils/core/view/session-view.ts';
import type { Haptics } from '../../utils/ports/haptics.ts';
import { guard } from '../../utils/run/guard.ts';
import { createSessionRunner, type Happening, type SessionRunner } from '../../utils/run/session-runner.ts';
import { createHaptics } from '../../utils/zos/haptics.ts';
import { house } from '../../utils/zos/house.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';
import { hideStatusBar, readScreen } from '../parts/screen.ts';
import { createFace, type Face } from './face.ts';
import { type SessionLayout, sessionLayout } from './layout.ts';
import { createSheet, type Sheet } from './sheet.ts';
import { watchTouch } from './touch.ts';

/** Four ticks a second: a cue is at most so late, and no second is skipped on the glass. */
const TICK_MS = 250;
const STRENGTH = 'normal';

interface Parts {
  readonly runner: SessionRunner;
  readonly haptics: Haptics;
  readonly face: Face;
  readonly sheet: Sheet;
  /** Gives timers, keys and gestures back. */
  readonly leave: readonly (() => void)[];
}

let parts: Parts | null = null;
let leaving = false;
let startParams: string | undefined;

function open(params: string | undefined): void {
  const { clock, journal, report } = house();
  const screen = readScreen();
  hideStatusBar(screen);
  const layout = sessionLayout(screen);
  const haptics = createHaptics(clock, report);
  const keeper = createScreenKeeper(report);
  const runner = createSessionRunner({ clock, haptics, screen: keeper, journal, report }, STRENGTH, () => {});
  const begun = params === 'resume' ? runner.resume() : begin(runner);
  if (begun === null) {
    replace({ url: 'page/home/index.page' });
    return;
  }
  const face = createFace(layout);
  const { release, sheet } = listen(layout, runner);
  const stopTicks = clock.every(TICK_MS, () =>
    guard('page/session tick', report, () => happen({ type: 'ticked' })),
  );
  parts = { runner, haptics, face, sheet, leave: [stopTicks, release] };
  show(begun);
}

function begin(runner: SessionRunner): SessionState | null {
  const plan = buildPlan(defaultRoutine, newWearer);
  if (plan.ok) return runner.start(plan.value);
  house().report('plan', sentence(plan.failure));
  return null;
}

function listen(layout: SessionLayout, runner: SessionRunner): { release: () => void; sheet: Sheet } {
  const { clock } = house();
  const release = watchTouch(
    layout,
    clock,
    () => sheet.open(sessionView(runner.state(), clock.nowMs()).hint, false),
    () => runner.state().phase.at === 'paused',
  );
  const sheet = createSheet(layout, clock, {
    onContinue: () => {
      if (runner.state().phase.at === 'paused') happen({ type: 'resumed' });
    },
    onSkip: () => happen({ type: 'skipped' }),
    onEnd: () => happen({ type: 'stopped' }),
  });
  return { release, sheet };
}

function happen(happening: Happening): void {
  if (parts !== null) show(parts.runner.send(happening));
}

function show(state: SessionState): void {
  if (parts === null || leaving) return;
  const view = sessionView(state, house().clock.nowMs());
  parts.face.show(view);
  if (view.asks && !parts.sheet.isOpen()) parts.sheet.open(view.hint, true);
  if (view.ended) finish(state);
}

/** To the summary, after the last cue has been felt to its end. */
function finish(state: SessionState): void {
  leaving = true;
  const { clock, sync } = house();
  house().lastRecord = recordOf(state);
  sync.appended();
  const felt = state.phase.at === 'ended' && state.phase.how === 'done';
  clock.after(felt ? patternMs(plainCue('done'), STRENGTH) + TICK_MS : 0, () =>
    replace({ url: 'page/summary/index.page' }),
  );
}

Page({
  onInit(params) {
    guard('page/session onInit', house().report, () => {
      startParams = params;
    });
  },
  build() {
    guard('page/session build', house().report, () => open(startParams));
  },
  onDestroy() {
    guard('page/session onDestroy', house().report, () => {
      if (parts === null) return;
      for (const leave of parts.leave) leave();
      parts.haptics.stop();
      parts = null;
    });
  },
});
