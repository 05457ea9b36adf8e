/** Creates the parts of one simulated watch and phone, and shows them as a `Simulation`. */
import { createAssumptions } from './assumptions.ts';
import { createClock, createWallClock } from './clock.ts';
import { createEnvironment } from './environment.ts';
import { createEventLog } from './event-log.ts';
import { createFileTransfers } from './phone/file-transfer.ts';
import { createLink } from './phone/link.ts';
import { createPhone } from './phone/phone.ts';
import { createRandom } from './random.ts';
import { checkRuleNames } from './rules.ts';
import { createVerbPerformer } from './script/perform-verb.ts';
import { formatStep } from './script/script-steps.ts';
import type { PhoneView, Simulation, SimulationOptions, WatchView } from './types.ts';
import { createAlarms } from './watch/alarms.ts';
import { createAppServices } from './watch/app-services.ts';
import { createDialogs } from './watch/dialogs.ts';
import { createDisk } from './watch/disk.ts';
import { createInput } from './watch/input.ts';
import { createMotor } from './watch/motor.ts';
import { createNotifications } from './watch/notifications.ts';
import { createScreen } from './watch/screen.ts';
import { scrollRooms } from './watch/scroll.ts';
import { createSecondaryWidget, type SecondaryWidget } from './watch/secondary-widget.ts';
import { createWatch } from './watch/watch.ts';
import { swiperStep } from './widgets/page-ui.ts';
import type { World } from './world.ts';

/** Wall clock at the start when the caller names none, UTC ms: a Monday morning. */
const DEFAULT_EPOCH_MS = Date.UTC(2026, 0, 5, 8, 0, 0);
const BLACK = 0x000000;

/** `World` while it is being built, when its parts can still be set. */
type WorldParts = { -readonly [Key in keyof World]: World[Key] };

/** @param checks receives the checks that are to run when a turn is over */
function createWorld(options: SimulationOptions, checks: (() => void)[]): World {
  const clock = createClock();
  const log = createEventLog(clock, options.allow ?? []);
  const seed = options.seed ?? 1;
  const startEpochMs = options.startEpochMs ?? DEFAULT_EPOCH_MS;
  const random = createRandom(seed);
  const parts: Partial<WorldParts> = {
    app: options.app,
    device: options.device,
    options,
    clock,
    wallClock: createWallClock(clock, startEpochMs, options.zoneOffsetMin ?? 0),
    phoneWallClock: createWallClock(clock, startEpochMs, options.zoneOffsetMin ?? 0),
    log,
    assumed: createAssumptions(options.assume),
    random,
    appRandom: createRandom(seed + 7919),
    environment: createEnvironment(options),
    motor: createMotor(clock, log),
    screen: createScreen(clock, log),
    disk: createDisk(options.files, options.folders),
    link: createLink(clock, log, random),
    dialogs: createDialogs(clock, log),
    notifications: createNotifications(),
    afterTurn: (check) => void checks.push(check),
  };
  // The parts below reach each other through the world, and only after it is built, so their order does not matter.
  const world = parts as World;
  parts.fileTransfers = createFileTransfers(world);
  parts.alarms = createAlarms(world);
  parts.watch = createWatch(world);
  parts.services = createAppServices(world);
  parts.phone = createPhone(world);
  return world;
}

function watchView(world: World, widget: SecondaryWidget): WatchView {
  const foreground = world.watch.instance?.foreground;
  const dialog = world.dialogs.top;
  return {
    screenOn: world.screen.on,
    page: foreground?.url ?? null,
    widgets: (foreground?.ui ?? widget.ui)?.roots ?? [],
    background: BLACK,
    toast: world.dialogs.toast,
    dialog: dialog === undefined ? null : { title: dialog.title, body: dialog.body, buttons: dialog.buttons },
    motorOn: world.motor.on,
    servicesRunning: world.services.running,
    scrollTopPx: foreground?.ui.scroll.topPx ?? 0,
    get scrollRooms() {
      return scrollRooms(world, foreground);
    },
    swiperIndex: foreground?.ui.scroll.index ?? 0,
    swiperCount: foreground?.ui.scroll.count ?? 0,
    swiperStep: foreground === undefined ? { x: 0, y: 0 } : swiperStep(foreground.ui.scroll),
    statusBar: foreground?.ui.statusBar === true ? foreground.ui.title : null,
    brightness: world.screen.brightness,
  };
}

function phoneView(world: World): PhoneView {
  return {
    present: world.phone.present,
    sideRunning: world.phone.sideRunning,
    settings: world.phone.settings,
    storage: world.phone.storage.values,
  };
}

/**
 * Creates a watch with a phone beside it. The app is installed and not launched.
 * @throws Error when `allow` names an unknown rule
 */
export function createSimulation(options: SimulationOptions): Simulation {
  checkRuleNames(options.allow ?? []);
  const checks: (() => void)[] = [];
  const world = createWorld(options, checks);
  const widget = createSecondaryWidget(world);
  const performVerb = createVerbPerformer(world, createInput(world, widget), (on) => widget.focus(on));

  /** Runs the checks that waited until the promises of the last turn had settled. */
  function finishTurn(): void {
    for (const check of checks.splice(0, checks.length)) check();
    world.watch.afterTurn();
  }

  return {
    get uptimeMs() {
      return world.clock.uptimeMs;
    },
    isAssumed: (name, value) => world.assumed.is(name, value as never),
    get epochMs() {
      return world.wallClock.epochMs;
    },
    get zoneOffsetMin() {
      return world.wallClock.zoneOffsetMin;
    },
    device: world.device,
    get watch() {
      return watchView(world, widget);
    },
    get phone() {
      return phoneView(world);
    },
    events: world.log.events,
    breaches: world.log.breaches,
    get pulses() {
      return world.motor.pulses;
    },
    files: world.disk.files,
    nextDueMs: () => world.clock.nextDueMs(),
    runNext() {
      finishTurn();
      world.clock.runNext();
      world.watch.afterTurn();
    },
    idleUntil(uptimeMs) {
      finishTurn();
      world.clock.idleUntil(uptimeMs);
    },
    perform(verb) {
      finishTurn();
      world.log.emit('verb', formatStep(verb, world.phone.settings), { ...verb });
      performVerb(verb);
      world.watch.afterTurn();
    },
    subscribe: (listener) => world.log.subscribe(listener),
  };
}
