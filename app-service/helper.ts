/**
 * The helper: plays the cues that the page has missed, with the screen dark or the page gone. It reads the stored session and
 * never writes it. Once the page has stored something newer, the helper goes on from there. Its report has a file of its own.
 */
import { exit } from '@zos/app-service';
import { Screen, Time } from '@zos/sensor';
import { createSysTimer, stopTimer } from '@zos/timer';
import type { Clock } from '../utils/ports/ports.ts';
import { createCuePlayer } from '../utils/run/cue-player.ts';
import { createHelperLoop } from '../utils/run/helper-loop.ts';
import { createTextStore } from '../utils/run/text-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { createMotor } from '../utils/zos/haptics.ts';

const silent = (): void => {};

/** The service's clock: system timers only, everything else is forbidden here. */
const clock: Clock = {
  nowMs: () => Date.now(),
  zoneOffsetMin: () => 0,
  every: () => silent,
  after(delayMs, run) {
    const id = createSysTimer(false, Math.max(1, Math.ceil(delayMs)), run);
    return () => stopTimer(id);
  },
};
const haptics = createCuePlayer(clock, createMotor(clock, silent), 'pattern');
const screen = new Screen();
/** Held here: the platform keeps no listener alive that only it knows. */
let time: Time | null = null;
const SCREEN_OFF = 2;
const loop = createHelperLoop({
  clock,
  haptics,
  store: createTextStore(createFiles(), silent),
  isDark: () => screen.getStatus() === SCREEN_OFF,
  leave: exit,
});

AppService({
  onInit() {
    time = new Time();
    time.onPhoneTimeSetting(() => loop.clockJumped());
    loop.look();
  },
  onDestroy() {
    // A pattern ends by itself, and what runs may be the page's.
    loop.stop();
  },
});
