/**
 * The helper: plays the cues that the page has missed, because the screen is dark or the page is gone. It reads the stored
 * session and never writes it. If the page stores something newer, the helper continues from there. Its report has its own
 * file.
 */
import { exit } from '@zos/app-service';
import { Screen, Time } from '@zos/sensor';
import { createSysTimer, stopTimer } from '@zos/timer';
import { type CueStyle, patternMs, plainCue } from '../utils/core/cue/vocabulary.ts';
import type { Clock } from '../utils/ports/ports.ts';
import { createCuePlayer } from '../utils/run/cue-player.ts';
import { createHelperLoop } from '../utils/run/helper-loop.ts';
import { createBuzzer } from '../utils/zos/buzzer.ts';
import { createFiles } from '../utils/zos/files.ts';
import { createMotor } from '../utils/zos/haptics.ts';
import { HELPER_TRIAL_AFTER_MS, readHelperTrial } from '../utils/zos/helper-trial.ts';

const silent = (): void => {};

/** The service's clock uses only system timers, because services may not use others. */
const clock: Clock = {
  nowMs: () => Date.now(),
  zoneOffsetMin: () => 0,
  every: () => silent,
  after(delayMs, run) {
    // As `once`, which the packer's minifier would move here and make anew for each sleep: a tenth of its work.
    let isOver = false;
    const id = createSysTimer(false, Math.max(1, Math.ceil(delayMs)), () => {
      if (isOver) return;
      isOver = true;
      run();
    });
    return () => stopTimer(id);
  },
};
const haptics = createCuePlayer(
  clock,
  createMotor(clock, silent),
  'pattern',
  silent,
  createBuzzer(clock, silent),
);
// Held here, because the platform drops a listener whose sensor nothing holds. A service that is refused a sensor still plays.
const screen = orNull(() => new Screen());
const time = orNull(() => new Time());
const SCREEN_ON = 1;
/** From the end of the cue of a trial to the end of the service, ms. */
const TRIAL_ENDS_AFTER_MS = 1_000;
const loop = createHelperLoop({
  clock,
  haptics,
  files: createFiles(),
  isDark,
  leave: exit,
});

function orNull<Value>(get: () => Value): Value | null {
  try {
    return get();
  } catch {
    return null;
  }
}

/** What is neither lit nor off may be an always-on display. */
function isDark(): boolean | null {
  try {
    const status = screen?.getStatus();
    return typeof status === 'number' ? status !== SCREEN_ON : null;
  } catch {
    return null;
  }
}

/** For the feel test: plays one cue and ends. */
function playTrial(style: CueStyle): void {
  const cue = plainCue('minimum');
  clock.after(HELPER_TRIAL_AFTER_MS, () => {
    haptics.play(cue, style);
    clock.after(patternMs(cue, style) + TRIAL_ENDS_AFTER_MS, exit);
  });
}

AppService({
  onInit(param?: string) {
    const trial = readHelperTrial(param);
    if (trial !== null) {
      playTrial(trial);
      return;
    }
    loop.look();
    // Both only save time: the helper would notice at its next look.
    orNull(() => time?.onPhoneTimeSetting(() => loop.clockJumped()));
    orNull(() => screen?.onChange(() => loop.screenChanged()));
  },
  onDestroy() {
    // A pattern ends by itself, and one that is playing may be the page's.
    loop.stop();
  },
});
