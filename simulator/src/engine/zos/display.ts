/** `@zos/display`: bright time, the two pauses, relaunch on waking, and brightness. */
import { recordOf } from '../values.ts';
import { moduleOf, type ZosContext } from './context.ts';
import { screenStatus } from './screen-status.ts';

/** Bounds of setPageBrightTime, ms (display/setPageBrightTime.mdx). */
const BRIGHT_MIN_MS = 1000;
const BRIGHT_MAX_MS = 2147483000;
/** Length of a pause when the app names none, ms (display/pauseDropWristScreenOff.mdx). */
const PAUSE_MS = 30_000;

/** Bright time from which on a watch may cut or refuse it, ms (assumed). */
const BRIGHT_CAP_MS = 300_000;

/** Results of the functions. */
const OK = 0;
const WRONG = -1;

/** A value that may be passed bare or as a field of an options object. */
function optionValue(given: unknown, key: string): unknown {
  return typeof given === 'object' && given !== null ? recordOf(given)[key] : given;
}

function brightTime(context: ZosContext, option: unknown): number {
  const { screen, log, assumed } = context.world;
  const asked = recordOf(option).brightTime;
  const brightMs = asked === undefined ? 10_000 : Number(asked);
  if (brightMs === 0 && assumed.is('bright-time-zero', 'endless')) {
    screen.setBrightTime(BRIGHT_MAX_MS);
    return OK;
  }
  if (!(brightMs >= BRIGHT_MIN_MS && brightMs <= BRIGHT_MAX_MS)) {
    log.breach('bright-time-range', `${brightMs} ms`);
    return WRONG;
  }
  if (brightMs > BRIGHT_CAP_MS && assumed.is('bright-time', 'refused')) return WRONG;
  screen.setBrightTime(assumed.is('bright-time', 'capped') ? Math.min(brightMs, BRIGHT_CAP_MS) : brightMs);
  return OK;
}

export function displayModule(context: ZosContext): unknown {
  const { world } = context;
  const { screen } = world;
  const setter = (name: string, code: (given: unknown) => unknown) => (given: unknown) => {
    context.forbidInService('service-api', `display.${name}`);
    return code(given);
  };
  const pause = (gesture: 'wrist' | 'palm') => (given: unknown) => {
    const duration = recordOf(given).duration;
    screen.pause(gesture, duration === undefined ? PAUSE_MS : Number(duration));
    return OK;
  };
  const resume = (gesture: 'wrist' | 'palm') => () => {
    screen.resume(gesture);
    return OK;
  };
  const done = (code: () => void) => (): number => {
    code();
    return OK;
  };
  return moduleOf(context, '@zos/display', {
    setPageBrightTime: ['2.0', setter('setPageBrightTime', (option) => brightTime(context, option))],
    resetPageBrightTime: [
      '2.0',
      setter(
        'resetPageBrightTime',
        done(() => screen.setBrightTime(undefined)),
      ),
    ],
    pauseDropWristScreenOff: ['2.1', setter('pauseDropWristScreenOff', pause('wrist'))],
    resetDropWristScreenOff: ['2.1', setter('resetDropWristScreenOff', resume('wrist'))],
    pausePalmScreenOff: ['2.1', setter('pausePalmScreenOff', pause('palm'))],
    resetPalmScreenOff: ['2.1', setter('resetPalmScreenOff', resume('palm'))],
    setWakeUpRelaunch: [
      '2.0',
      setter('setWakeUpRelaunch', (given) => {
        world.watch.relaunchOnWake = optionValue(given, 'relaunch') === true;
      }),
    ],
    setScreenOff: [
      '2.0',
      setter(
        'setScreenOff',
        done(() => screen.turnOff('setScreenOff')),
      ),
    ],
    setBrightness: [
      '2.0',
      setter('setBrightness', (given) => {
        const brightness = Number(optionValue(given, 'brightness'));
        if (!(brightness >= 0 && brightness <= 100)) return WRONG;
        screen.brightness = brightness;
        return OK;
      }),
    ],
    getBrightness: ['2.0', () => screen.brightness],
    setAutoBrightness: [
      '2.0',
      setter('setAutoBrightness', (given) => {
        screen.autoBrightness = optionValue(given, 'autoBright') === true;
        return OK;
      }),
    ],
    getAutoBrightness: ['2.0', () => screen.autoBrightness],
    getSettings: [
      '3.0',
      () => ({
        screen: { status: screenStatus(world), duration: Math.round(screen.brightMs / 1000) },
        wrist: { speed: 1, model: 0, startTime: 0, endTime: 0 },
        standby: { style: 0, model: 0, startTime: 0, endTime: 0 },
      }),
    ],
  });
}
