/**
 * Listens to the watch's own clock and screen. Whoever asks for it holds the object for as long as it is to be told: the platform
 * keeps no listener alive whose object only it knows (`docs/evidence.md`, E63). Null: this watch refuses it.
 */
import { Screen, Time } from '@zos/sensor';
import type { Report } from '../../utils/ports/ports.ts';
import { guard } from '../../utils/run/guard.ts';

/** A watch may call its always-on display lit, which then looks like a call. */
export function listenToTheScreen(report: Report, onChange: () => void): Screen | null {
  let screen: Screen | null = null;
  guard('screen', report, () => {
    screen = new Screen();
    screen.onChange(() => guard('screen', report, onChange));
  });
  return screen;
}

export function listenToTheClock(report: Report, onSet: () => void): Time | null {
  let time: Time | null = null;
  guard('time', report, () => {
    time = new Time();
    time.onPhoneTimeSetting(() => guard('time', report, onSet));
  });
  return time;
}
