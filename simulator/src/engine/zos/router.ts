/** `@zos/router`: pages of this app, exits, and timed launches. Opening another app or a system app only ends this one. */
import type { Task } from '../clock.ts';
import { recordOf } from '../values.ts';
import { moduleOf, paramText, type ZosContext } from './context.ts';

const SYSTEM_APPS = [
  'STATUS HR SPORT WEATHER ALARM CAMERA MUSIC STOPWATCH COUNTDOWN FINE_PHONE CARD ALIPAY SETTING SPORT_HISTORY',
  'COMPASS PAI WORLD_CLOCK PRESSURE MENSTRUAL SPORT_STATUS CALENDAR SLEEP SPO2 PHONE NETEASE_MUSIC WEPAY BREATH',
  'POMODORO ALEAX THERMOMETER TODO_LIST ALTIMETER VOICE_MEMO SUN_AND_MOON MEASUREMENT ZEPP_COACH CLUB_CARD',
  'BODY_COMPOSITION READINESS',
]
  .join(' ')
  .split(' ');

/** Id of the first system app (assumed). Apps must use the names. */
const FIRST_SYSTEM_APP = 9_000_001;

function launch(context: ZosContext, option: Record<string, unknown>): void {
  const { world } = context;
  const appId = Number(option.appId);
  if (appId === world.app.manifest.app.appId) {
    const url = String(option.url ?? '');
    const params = paramText(option.params);
    if (world.watch.knowsPage(url)) world.clock.after(0, () => world.watch.launch(url, params));
    return;
  }
  world.watch.exit(`launchApp opens app ${appId}`);
}

function launchLater(context: ZosContext, given: unknown, timeouts: Map<number, Task>): number {
  const { world } = context;
  const option = recordOf(given);
  const { utc, delay } = option;
  const atMs =
    utc === undefined ? world.clock.uptimeMs + Number(delay ?? 0) : world.wallClock.uptimeAt(Number(utc));
  const id = timeouts.size + 1;
  const task = world.clock.at(atMs, () => {
    world.log.emit('alarm', `launch timer ${id} is due`);
    world.screen.turnOn('launch timer');
    launch(context, option);
  });
  timeouts.set(id, task);
  return id;
}

export function routerModule(context: ZosContext): unknown {
  const { world } = context;
  const constants: Record<string, readonly [string, number]> = {};
  SYSTEM_APPS.forEach((name, index) => {
    constants[`SYSTEM_APP_${name}`] = ['3.0', FIRST_SYSTEM_APP + index];
  });
  const timeouts = new Map<number, Task>();
  const go = (how: 'push' | 'replace') => (given: unknown) => {
    const option = recordOf(given);
    const url = String(option.url ?? '');
    const params = paramText(option.params);
    if (context.realm.kind !== 'widget') world.watch.navigate(url, params, how);
    // A secondary widget has no page below it, so the app opens on the page that the widget names.
    else if (world.watch.knowsPage(url))
      world.clock.after(0, () => world.watch.launch(url, undefined, params));
  };
  return moduleOf(context, '@zos/router', {
    ...constants,
    push: ['2.0', go('push')],
    replace: ['2.0', go('replace')],
    back: ['2.0', () => world.watch.back()],
    home: ['2.0', () => world.watch.exit('router.home')],
    exit: ['2.0', () => world.watch.exit('router.exit')],
    launchApp: ['2.0', (given: unknown) => launch(context, recordOf(given))],
    setLaunchAppTimeout: ['2.0', (given: unknown) => launchLater(context, given, timeouts)],
    clearLaunchAppTimeout: [
      '2.0',
      (given: unknown) => {
        const id = Number(typeof given === 'object' ? recordOf(given).timeoutId : given);
        world.clock.cancel(timeouts.get(id));
      },
    ],
    checkSystemApp: ['3.0', () => true],
    // No other app is installed, and 0 is nobody's id (assumed).
    getAppIdByName: [
      '3.6',
      (name: unknown) => {
        const { appId, appName } = world.app.manifest.app;
        return appName.toLowerCase().indexOf(String(name).toLowerCase()) >= 0 ? appId : 0;
      },
    ],
  });
}
