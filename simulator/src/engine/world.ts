/** The parts of one simulated watch and phone, which reach each other through this object. `simulation.ts` builds it. */
import type { Assumptions } from './assumptions.ts';
import type { Clock, WallClock } from './clock.ts';
import type { Environment } from './environment.ts';
import type { EventLog } from './event-log.ts';
import type { FileTransfers } from './phone/file-transfer.ts';
import type { Link } from './phone/link.ts';
import type { Phone } from './phone/phone.ts';
import type { AppPackage, DeviceModel, SimulationOptions } from './types.ts';
import type { Alarms } from './watch/alarms.ts';
import type { AppServices } from './watch/app-services.ts';
import type { Dialogs } from './watch/dialogs.ts';
import type { Disk } from './watch/disk.ts';
import type { Motor } from './watch/motor.ts';
import type { Notifications } from './watch/notifications.ts';
import type { Screen } from './watch/screen.ts';
import type { Watch } from './watch/watch.ts';

/** All parts of one simulation. */
export interface World {
  readonly app: AppPackage;
  readonly device: DeviceModel;
  readonly options: SimulationOptions;
  readonly clock: Clock;
  readonly wallClock: WallClock;
  /** The phone's clock. `time-set` and announced jumps move it with the watch's clock; other jumps do not. */
  readonly phoneWallClock: WallClock;
  readonly log: EventLog;
  /** What is assumed about hardware where nothing is published. */
  readonly assumed: Assumptions;
  /** Random numbers for faults of link and storage. */
  readonly random: () => number;
  /** Random numbers for `Math.random` in bundles. */
  readonly appRandom: () => number;
  readonly environment: Environment;
  readonly motor: Motor;
  readonly screen: Screen;
  readonly disk: Disk;
  readonly link: Link;
  readonly fileTransfers: FileTransfers;
  readonly alarms: Alarms;
  readonly dialogs: Dialogs;
  readonly notifications: Notifications;
  readonly watch: Watch;
  readonly services: AppServices;
  readonly phone: Phone;
  /** Runs a check once the present turn and its promises are over. */
  afterTurn(check: () => void): void;
}
