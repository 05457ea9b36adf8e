/** The session page: wires clock, touch, runner and face. Holds no rule: what happens is the core's, how it looks the view's. */
import { replace } from '@zos/router';
import { Screen, Time } from '@zos/sensor';
import { setStatusBarVisible } from '@zos/ui';
import { patch } from '../../utils/core/base/patch.ts';
import { type Cue, patternMs, plainCue, type Strength } from '../../utils/core/cue/vocabulary.ts';
import type { SessionState } from '../../utils/core/session/state.ts';
import {
  lookAt,
  type Seen,
  type SessionView,
  seenAt,
  sessionDial,
  sessionView,
} from '../../utils/core/view/session-view.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import type { Haptics } from '../../utils/ports/haptics.ts';
import { guard } from '../../utils/run/guard.ts';
import { createSessionRunner, type Happening, type SessionRunner } from '../../utils/run/session-runner.ts';
import { createHaptics } from '../../utils/zos/haptics.ts';
import { house } from '../../utils/zos/house.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';
import { createEcho } from './echo.ts';
import { createFace, type Face } from './face.ts';
import { type Answer, createSheet, type Sheet } from './sheet.ts';
import { watchTouch } from './touch.ts';

/** Four ticks a second: a cue is at most so late, and no second is skipped on the glass. */
const TICK_MS = 250;
const SCREEN_OFF = 2;

interface Parts {
  readonly clock: Clock;
  readonly runner: SessionRunner;
  readonly face: Face;
  readonly sheet: Sheet;
  /** Gives timers, keys and gestures back. */
  readonly leave: readonly (() => void)[];
}

let parts: Parts | null = null;
let leaving = false;
/** What is on the glass: most ticks change none of it. */
let seen: Seen | null = null;

function open(): void {
  const { clock, plan, report, comeBack, strength } = house();
  house().screenKept = true;
  const motor = createHaptics(clock, report);
  const haptics: Haptics = patch(motor, {
    play(cue: Cue, how: Strength) {
      motor.play(cue, how);
      echo(cue);
    },
  });
  const runner = createSessionRunner({ ...house(), haptics, screen: createScreenKeeper(report) }, strength);
  // Neither is there when the system opens the page anew after a dark screen: then the resume page comes first.
  const begun = comeBack !== undefined ? runner.load() : plan !== null ? runner.start(plan) : null;
  if (begun === null) {
    replace({ url: 'page/resume/index.page' });
    return;
  }
  const layout = house().layout();
  if (layout.hasBar) setStatusBarVisible(false);
  const face = createFace(layout, house());
  const echo = createEcho(layout, clock);
  const release = watchTouch(
    layout,
    clock,
    () => sheet.open(view()),
    () => answer(view().action),
    () => runner.state().phase.at === 'paused',
  );
  const view = (): SessionView => sessionView(runner.state(), clock.nowMs());
  // A reason says nothing to an answer that needs none.
  const answer = (type: Answer): void => happen({ type, why: 'wearer' } as Happening);
  const sheet = createSheet(layout, clock, answer);
  // Made once: a tick leaves nothing behind for the engine to collect.
  const ticked: Happening = { type: 'ticked' };
  const tick = (): void => happen(ticked);
  const stopTicks = clock.every(TICK_MS, () => guard('ticked', report, tick));
  new Time().onPhoneTimeSetting(() => happen({ type: 'clock-jumped' }));
  // A resumed session begins with the cue that was missed, or with the one that says "I am back".
  if (comeBack) haptics.play(comeBack, strength);
  // What the motor runs when the page goes ends by itself, and may be the standby's.
  parts = { clock, runner, face, sheet, leave: [stopTicks, release] };
  house().guarded = house().shields();
  show(begun);
}

function happen(happening: Happening): void {
  if (parts !== null) show(parts.runner.send(happening));
}

function show(state: SessionState): void {
  if (parts === null || leaving) return;
  const atMs = parts.clock.nowMs();
  const look = lookAt(seen, state, atMs);
  if (look === 'nothing') return;
  seen = seenAt(state, atMs);
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
  // Now, not after the last cue: a standby that has nothing more to do leaves by itself.
  house().guarded += house().shields();
  house().clock.after(felt ? patternMs(plainCue('done'), house().strength) + TICK_MS : 0, () => {
    house().standby.stop();
    replace({ url: 'page/finish/index.page' });
  });
}

Page({
  build() {
    guard('build', house().report, open);
  },
  // Under a call no cue is played: what came due meanwhile is, once, when the page is in front again.
  onPause() {
    if (parts !== null) parts.runner.cover(new Screen().getStatus() === SCREEN_OFF);
  },
  onResume() {
    if (parts !== null) show(parts.runner.uncover());
  },
  onDestroy() {
    house().screenKept = false;
    guard('leave', house().report, () => {
      if (parts === null) return;
      parts.runner.leave();
      for (const leave of parts.leave) leave();
      parts = null;
    });
  },
});
