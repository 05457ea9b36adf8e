/**
 * Listens to the watch's clock and screen. The caller has to hold the returned object as long as it wants events, because the
 * platform drops a listener whose object nothing else holds (`docs/evidence.md`, E63). Null if this watch refuses the sensor.
 */
import { Screen, Time } from '@zos/sensor';
import type { Report } from '../../utils/ports/ports.ts';
import { guard } from '../../utils/run/guard.ts';

/** A watch may report its always-on display as lit, which then looks like a call. */
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
