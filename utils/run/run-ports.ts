/** The ports that the functions in this folder use. Each function takes only the ports that it needs. */
import type { AlarmNet, Clock, Haptics, Helper, Report, ScreenKeeper } from '../ports/ports.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

export interface RunPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly screen: ScreenKeeper;
  readonly alarm: AlarmNet;
  readonly helper: Helper;
  readonly report: Report;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
}
