/** The session page: wires clock, touch, runner and face. Holds no rule: what happens is the core's, how it looks the view's. */
import { replace } from '@zos/router';
import { Screen, Time } from '@zos/sensor';
import { setStatusBarVisible } from '@zos/ui';
import { patch } from '../../utils/core/base/patch.ts';
import { type Cue, patternMs, plainCue, type Strength } from '../../utils/core/cue/vocabulary.ts';
import type { UntimedEvent } from '../../utils/core/session/event.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import {
  type Drawn,
  diffView,
  drawnAt,
  type SessionView,
  sessionDial,
  sessionView,
} from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import type { Haptics } from '../../utils/ports/haptics.ts';
import { guard } from '../../utils/run/guard.ts';
import { createSessionRunner, type SessionRunner } from '../../utils/run/session-runner.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createHaptics } from '../../utils/zos/haptics.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';
import { type ActionSheet, type Answer, createActionSheet } from './action-sheet.ts';
import { createCueFlash } from './cue-flash.ts';
import { createSessionDial, type Face } from './session-dial.ts';
import { watchTouch } from './touch.ts';

/** Four ticks a second: a cue is at most so late, and no second is skipped on the glass. */
const TICK_MS = 250;
const SCREEN_OFF = 2;

interface Parts {
  readonly clock: Clock;
  readonly runner: SessionRunner;
  readonly face: Face;
  readonly sheet: ActionSheet;
  /** Gives timers, keys and gestures back. */
  readonly leave: readonly (() => void)[];
}

let parts: Parts | null = null;
let leaving = false;
/** What is on the glass: most ticks change none of it. */
let seen: Drawn | null = null;

function open(): void {
  const { clock, plan, report, comeBack, strength } = appContext();
  appContext().screenKept = true;
  const motor = createHaptics(clock, report);
  const haptics: Haptics = patch(motor, {
    play(cue: Cue, how: Strength) {
      motor.play(cue, how);
      echo(cue);
    },
  });
  const runner = createSessionRunner(
    { ...appContext(), haptics, screen: createScreenKeeper(report) },
    strength,
  );
  // Neither is there when the system opens the page anew after a dark screen: then the resume page comes first.
  const begun = comeBack !== undefined ? runner.load() : plan !== null ? runner.start(plan) : null;
  if (begun === null) {
    replace({ url: 'page/resume/index.page' });
    return;
  }
  const layout = appContext().layout();
  if (layout.hasBar) setStatusBarVisible(false);
  const face = createSessionDial(layout, appContext());
  const echo = createCueFlash(layout, clock);
  const release = watchTouch(
    layout,
    clock,
    () => sheet.open(view()),
    () => answer(view().action),
    () => runner.state().phase.at === 'paused',
  );
  const view = (): SessionView => sessionView(runner.state(), clock.nowMs());
  // A reason says nothing to an answer that needs none.
  const answer = (type: Answer): void => happen({ type, why: 'wearer' } as UntimedEvent);
  const sheet = createActionSheet(layout, clock, answer);
  // Made once: a tick leaves nothing behind for the engine to collect.
  const ticked: UntimedEvent = { type: 'ticked' };
  const tick = (): void => happen(ticked);
  const stopTicks = clock.every(TICK_MS, () => guard('ticked', report, tick));
  new Time().onPhoneTimeSetting(() => happen({ type: 'clock-jumped' }));
  // A resumed session begins with the cue that was missed, or with the one that says "I am back".
  if (comeBack) haptics.play(comeBack, strength);
  // What the motor runs when the page goes ends by itself, and may be the helper's.
  parts = { clock, runner, face, sheet, leave: [stopTicks, release] };
  appContext().protectionAtEnd = appContext().protection();
  show(begun);
}

function happen(happening: UntimedEvent): void {
  if (parts !== null) show(parts.runner.send(happening));
}

function show(state: SessionState): void {
  if (parts === null || leaving) return;
  const atMs = parts.clock.nowMs();
  const look = diffView(seen, state, atMs);
  if (look === 'nothing') return;
  seen = drawnAt(state, atMs);
  // Before anything is drawn: whatever becomes of that, the session is logged.
  if (state.phase.at === 'ended') finish(state.phase.how === 'done');
  if (look === 'dial') {
    parts.face.turn(sessionDial(state, atMs));
    return;
  }
  const view = sessionView(state, atMs);
  parts.face.draw(view);
  parts.sheet.show(view);
}

/** To the page that logs the session, after the last cue has been felt to its end, whoever plays it. */
function finish(felt: boolean): void {
  leaving = true;
  // Now, not after the last cue: a helper that has nothing more to do leaves by itself.
  appContext().protectionAtEnd += appContext().protection();
  appContext().clock.after(felt ? patternMs(plainCue('done'), appContext().strength) + TICK_MS : 0, () => {
    appContext().helper.stop();
    replace({ url: 'page/finish/index.page' });
  });
}

Page({
  build() {
    guard('build', appContext().report, open);
  },
  // Under a call no cue is played: what came due meanwhile is, once, when the page is in front again.
  onPause() {
    if (parts !== null)
      parts.runner.interrupt(new Screen().getStatus() === SCREEN_OFF ? 'dark-screen' : 'call');
  },
  onResume() {
    if (parts !== null) show(parts.runner.endInterrupt());
  },
  onDestroy() {
    appContext().screenKept = false;
    guard('leave', appContext().report, () => {
      if (parts === null) return;
      parts.runner.leave();
      for (const leave of parts.leave) leave();
      parts = null;
    });
  },
});
