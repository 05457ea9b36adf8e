/** `@zos/sensor`: the list of sensors, and the small ones: Battery, Wear and Screen. */
import type { Topic } from '../environment.ts';
import { counterClasses, heartRateClass, highPowerClasses } from './body-sensors.ts';
import { buzzerClass, hasBuzzer } from './buzzer.ts';
import { type Members, moduleOf, type ZosContext } from './context.ts';
import { healthClasses } from './health-sensors.ts';
import { screenStatus } from './screen-status.ts';
import { type Deliver, deliverTo, sensorObject } from './sensor-listeners.ts';
import { systemSoundsClass } from './system-sounds.ts';
import { timeClass } from './time.ts';
import { SCENE_NAMES, SCENE_NUMBERS, sceneShift, vibratorClass } from './vibrator.ts';

const WORN = { off: 0, worn: 1, moving: 2, unsure: 3 } as const;

/** Delivers each change of a topic until the returned function is called or the bundle ends. */
function subscribe(context: ZosContext, topic: Topic, what: string, deliver: Deliver): () => void {
  const stop = context.world.environment.listen(topic, deliver);
  const release = context.realm.trackPending(what);
  const end = (): void => {
    stop();
    release();
  };
  context.realm.onEnd(end);
  return end;
}

/** `onChange` and `offChange` for a topic. Listeners are removed when the bundle ends. */
function changeMethods(context: ZosContext, topic: Topic, what: string): Record<string, unknown> {
  const stops = new Map<unknown, () => void>();
  return {
    onChange(this: object, callback: unknown) {
      stops.set(callback, subscribe(context, topic, what, deliverTo(context, this, what, callback)));
    },
    offChange(callback: unknown) {
      if (callback === undefined) for (const stop of Array.from(stops.values())) stop();
      else stops.get(callback)?.();
    },
  };
}

/** Percent of the battery that the screen has used: one a minute, if the screen is assumed to cost much. */
function drainedPercent({ world }: ZosContext): number {
  return world.assumed.is('screen-cost', 'large') ? Math.floor(world.clock.uptimeMs / 60_000) : 0;
}

/** Delivers each change of the screen until the returned function is called or the bundle ends. */
function followScreen({ world, realm }: ZosContext, deliver: Deliver): () => void {
  const stop = world.screen.listen(() => deliver(screenStatus(world)));
  realm.onEnd(stop);
  return stop;
}

function screenClass(context: ZosContext): unknown {
  return function Screen(): unknown {
    const stops = new Map<unknown, () => void>();
    const sensor: Record<string, unknown> = {
      getStatus: () => screenStatus(context.world),
      getAodMode: () => false,
      onChange(this: object, callback: unknown) {
        const deliver = deliverTo(context, this, 'Screen.onChange', callback);
        stops.set(callback, followScreen(context, deliver));
      },
      offChange: (callback: unknown) => stops.get(callback)?.(),
    };
    if (context.level >= 306) sensor.getLight = () => 200;
    return sensorObject(context, sensor);
  };
}

export function sensorModule(context: ZosContext): unknown {
  const { environment } = context.world;
  const scenes: Record<string, readonly [string, number]> = {};
  for (const name of SCENE_NAMES)
    scenes[`VIBRATOR_${name}`] = ['2.0', SCENE_NUMBERS[name] + sceneShift(context)];
  const Buzzer = buzzerClass(context);
  const members: Members = {
    ...scenes,
    TIME_HOUR_FORMAT_12: ['2.1', 0],
    TIME_HOUR_FORMAT_24: ['2.1', 1],
    FREQ_MODE_LOW: ['3.0', 0],
    FREQ_MODE_NORMAL: ['3.0', 1],
    FREQ_MODE_HIGH: ['3.0', 2],
    Vibrator: ['2.0', vibratorClass(context)],
    Time: ['2.0', timeClass(context)],
    Battery: [
      '2.0',
      function Battery(): unknown {
        return sensorObject(context, {
          getCurrent: () => environment.batteryPercent - drainedPercent(context),
          ...changeMethods(context, 'battery', 'Battery.onChange'),
        });
      },
    ],
    Wear: [
      '2.0',
      function Wear(): unknown {
        return sensorObject(context, {
          getStatus: () => WORN[environment.worn],
          ...changeMethods(context, 'worn', 'Wear.onChange'),
        });
      },
    ],
    Screen: ['3.0', screenClass(context)],
    HeartRate: ['2.0', heartRateClass(context)],
    Buzzer: ['3.6', Buzzer],
    ...counterClasses(context),
    ...highPowerClasses(context),
    ...healthClasses(context),
    SystemSounds: ['3.6', systemSoundsClass(context)],
  };
  return moduleOf(context, '@zos/sensor', {
    ...members,
    checkSensor: [
      '3.0',
      (sensor: unknown) => sensor !== undefined && (sensor !== Buzzer || hasBuzzer(context)),
    ],
  });
}
