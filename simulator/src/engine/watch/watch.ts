/**
 * Decides when the app starts and ends on the watch: launch, navigation, exit, ten seconds in the dark, relaunch on waking,
 * kills and reboots. `app-instance.ts` carries it out.
 */
import type { Task } from '../clock.ts';
import { pagesOf } from '../manifest.ts';
import type { World } from '../world.ts';
import { type AppInstance, createAppInstance } from './app-instance.ts';
import { DEFAULT_BRIGHTNESS } from './screen.ts';

/** The system ends the app this long after the screen went dark, ms (display/setWakeUpRelaunch.mdx). */
const END_AFTER_DARK_MS = 10_000;

/** How often the system opens an app again whose `onCreate` throws, if that is assumed, and how soon, ms. */
const MOST_RELAUNCHES = 5;
const RELAUNCH_MS = 1_000;

/** The lifecycle of the app on the watch. */
export interface Watch {
  /** The app as it runs now; undefined while the watch face shows. */
  readonly instance: AppInstance | undefined;
  /** What the app asked for with `setWakeUpRelaunch`. */
  relaunchOnWake: boolean;
  /**
   * Opens the app on a page, by default the first one of app.json. A running app is ended first.
   * @param params for `App.onCreate` alone, as the documents of alarms and launchApp say
   * @param pageParams for the page, when the system opens again what was open before
   */
  launch(url: string | undefined, params: string | undefined, pageParams?: string): void;
  /** Opens another page of the running app once the present callback is over. */
  navigate(url: string, params: string | undefined, how: 'push' | 'replace'): void;
  /** Returns to the page below once the present callback is over. The app exits when there is none. */
  back(): void;
  /** Ends the app once the present callback is over. */
  exit(why: string): void;
  /** Ends the app without callbacks. A torn disk loses part of its last write. */
  kill(): void;
  /** Whether app.json lists the page; a breach is recorded when not. */
  knowsPage(url: string): boolean;
  /** Checks what the turn has changed on the page. Call it after each turn. */
  afterTurn(): void;
}

/** Creates a watch that shows its watch face. */
export function createWatch(world: World): Watch {
  let instance: AppInstance | undefined;
  let ending: Task | undefined;
  let relaunch: Task | undefined;
  let failedLaunches = 0;
  /** The page that opens again when the screen lights up. */
  let pageToRelaunch: { url: string; params: string | undefined } | undefined;
  const pages = pagesOf(world.app.manifest);

  function stopMotorOf(owner: unknown): void {
    if (owner !== undefined && world.motor.owner === owner) world.motor.stop('system');
  }

  function end(withCallbacks: boolean): void {
    const old = instance;
    instance = undefined;
    world.clock.cancel(ending);
    ending = undefined;
    world.dialogs.closeAll();
    if (world.assumed.is('motor-after-exit', 'stops')) stopMotorOf(old?.foreground?.realm);
    old?.end(withCallbacks);
    if (world.assumed.is('brightness-after-exit', 'returns')) world.screen.brightness = DEFAULT_BRIGHTNESS;
    watch.relaunchOnWake = false;
  }

  /** Acts on the running app in the next turn, unless it has ended by then. */
  function inNextTurn(action: (present: AppInstance) => void): void {
    const asked = instance;
    world.clock.after(0, () => {
      if (asked !== undefined && asked === instance) action(asked);
    });
  }

  /** Ends the app whose `onCreate` threw, and opens it again as often as is assumed. */
  function afterFailedLaunch(page: string, params: string | undefined, pageParams: string | undefined): void {
    end(false);
    failedLaunches += 1;
    if (world.assumed.is('app-error', 'ends')) return;
    if (failedLaunches > MOST_RELAUNCHES) {
      world.log.emit('error', `app: opened ${failedLaunches} times, each time with an error in onCreate`);
      failedLaunches = 0;
      return;
    }
    relaunch = world.clock.after(RELAUNCH_MS, () => watch.launch(page, params, pageParams));
  }

  function onDark(): void {
    const page = instance?.foreground;
    if (page === undefined) return;
    instance?.pauseOrResume(false);
    if (world.assumed.is('motor-at-dark', 'stops')) stopMotorOf(page.realm);
    if (world.assumed.is('end-after-dark', 'never')) return;
    ending = world.clock.after(END_AFTER_DARK_MS, () => {
      const relaunch = watch.relaunchOnWake && world.assumed.is('relaunch-on-wake', 'works');
      const { url, params } = page;
      world.log.emit('app', '10 s after dark: the system ends the app');
      end(world.assumed.is('destroy-at-dark', 'called'));
      pageToRelaunch = relaunch ? { url, params } : undefined;
    });
  }

  function onLit(): void {
    world.clock.cancel(ending);
    ending = undefined;
    const page = pageToRelaunch;
    pageToRelaunch = undefined;
    if (page !== undefined && instance === undefined) {
      watch.launch(page.url, undefined, page.params);
      return;
    }
    instance?.pauseOrResume(true);
  }

  world.screen.listen((on) => (on ? onLit() : onDark()));

  const watch: Watch = {
    get instance() {
      return instance;
    },
    relaunchOnWake: false,
    launch(url, params, pageParams) {
      if (instance !== undefined) end(true);
      world.clock.cancel(relaunch);
      pageToRelaunch = undefined;
      world.screen.turnOn('app opened');
      world.environment.consentReported = true;
      const page = url ?? pages[0];
      if (page === undefined) throw new Error('app.json of the package names no page');
      if (!watch.knowsPage(page)) return;
      const opened = createAppInstance(world, () => world.screen.touch());
      instance = opened;
      const survived = opened.create(params);
      if (survived) failedLaunches = 0;
      else if (!world.assumed.is('app-error', 'goes-on')) {
        afterFailedLaunch(page, params, pageParams);
        return;
      }
      if (instance === opened) opened.open(page, pageParams, 'push');
    },
    navigate(url, params, how) {
      if (!watch.knowsPage(url)) return;
      const inBuild = instance?.building === true;
      if (inBuild && world.assumed.is('replace-in-build', 'refused')) {
        world.log.emit('page', `${how} of ${url} within build() does nothing`);
        return;
      }
      const isLost = inBuild && world.assumed.is('replace-in-build', 'loses-page');
      inNextTurn((present) => (isLost ? present.lose() : present.open(url, params, how)));
    },
    back() {
      inNextTurn((present) => {
        if (!present.back()) end(true);
      });
    },
    exit(why) {
      inNextTurn(() => {
        world.log.emit('app', why);
        end(true);
      });
    },
    kill() {
      end(false);
      world.disk.powerLoss(world.random);
    },
    knowsPage(url) {
      if (pages.indexOf(url) >= 0) return true;
      world.log.breach('page-not-in-manifest', `page ${url}`);
      return false;
    },
    afterTurn() {
      instance?.foreground?.ui.checkBoxes();
    },
  };
  return watch;
}
