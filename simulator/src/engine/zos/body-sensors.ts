/** Sensors of the body and of movement. The values are steady and assumed; permissions and the rule for services are real. */
import type { Member, Members, ZosContext } from './context.ts';
import { type Deliver, deliverTo, sensorObject } from './sensor-listeners.ts';

/** Time between two values of a continuous measurement, ms (assumed). */
const HEART_PERIOD_MS = 1000;
/** Time between two values of a motion sensor, ms (assumed). */
const MOTION_PERIOD_MS = 40;
/** Gravity, cm/s² (Accelerometer.mdx gives the unit). */
const GRAVITY = 980;

/** Calls back steadily until stopped or until the bundle ends. Faults of JavaScript timers do not affect it. */
function ticker(context: ZosContext, what: string, periodMs: number, deliver: Deliver): () => void {
  const { clock } = context.world;
  const release = context.realm.trackPending(what);
  let running = true;
  const tick = (): void => {
    if (!running || !context.realm.alive) return;
    deliver();
    clock.after(periodMs, tick);
  };
  clock.after(periodMs, tick);
  return () => {
    running = false;
    release();
  };
}

/** A pair of `on…` and `off…` methods for a steady measurement. */
export function listening(context: ZosContext, what: string, periodMs: number) {
  const stops = new Map<unknown, () => void>();
  return {
    on(this: object, callback: unknown) {
      stops.set(callback, ticker(context, what, periodMs, deliverTo(context, this, what, callback)));
    },
    off(callback: unknown) {
      if (callback === undefined) for (const stop of Array.from(stops.values())) stop();
      else stops.get(callback)?.();
    },
  };
}

export function heartRateClass(context: ZosContext): unknown {
  const { environment } = context.world;
  return function HeartRate(): unknown {
    context.requirePermission('data:user.hd.heart_rate', 'HeartRate');
    const current = listening(context, 'HeartRate.onCurrentChange', HEART_PERIOD_MS);
    const last = listening(context, 'HeartRate.onLastChange', 60 * HEART_PERIOD_MS);
    const resting = listening(context, 'HeartRate.onRestingChange', 60 * HEART_PERIOD_MS);
    const refuse = (name: string) => () => context.world.log.refuse(`@zos/sensor.HeartRate.${name}`);
    return sensorObject(context, {
      getCurrent: () => environment.heartRate,
      getLast: () => environment.lastHeartRate,
      getToday: () => [environment.lastHeartRate],
      getResting: () => 58,
      onCurrentChange: current.on,
      offCurrentChange: current.off,
      onLastChange: last.on,
      offLastChange: last.off,
      getDailySummary: () => ({
        maximum: { hr_value: 131, time: Math.floor(context.world.wallClock.epochMs / 1000) - 3600 },
      }),
      getAFibRecord: refuse('getAFibRecord'),
      onRestingChange: resting.on,
      offRestingChange: resting.off,
    });
  };
}

function motionClass(
  context: ZosContext,
  name: string,
  permission: string,
  value: Readonly<Record<string, number>>,
) {
  return function MotionSensor(): unknown {
    context.forbidInService('service-high-power-sensor', name);
    context.requirePermission(permission, name);
    const periodMs = MOTION_PERIOD_MS * (context.world.assumed.is('accelerometer', '5-hz') ? 5 : 1);
    const changes = listening(context, `${name}.onChange`, periodMs);
    return sensorObject(context, {
      start: () => undefined,
      stop: () => changes.off(undefined),
      getCurrent: () => ({ ...value }),
      onChange: changes.on,
      offChange: changes.off,
      setFreqMode: () => undefined,
      getFreqMode: () => 1,
    });
  };
}

function geolocationClass(context: ZosContext): unknown {
  return function Geolocation(): unknown {
    context.forbidInService('service-high-power-sensor', 'Geolocation');
    context.requirePermission('device:os.geolocation', 'Geolocation');
    const changes = listening(context, 'Geolocation.onChange', HEART_PERIOD_MS);
    return sensorObject(context, {
      start: () => undefined,
      stop: () => changes.off(undefined),
      getStatus: () => 'A',
      getLatitude: () => 48.137,
      getLongitude: () => 11.575,
      getSetting: () => ({}),
      onChange: changes.on,
      offChange: changes.off,
    });
  };
}

/** Day counters: permission, present value and target (assumed and steady). */
const COUNTERS = {
  Step: ['data:user.hd.step', 3200, 8000],
  Calorie: ['data:user.hd.calorie', 260, 500],
  Distance: ['data:user.hd.distance', 2100, 0],
  Stand: ['data:user.hd.stand', 5, 12],
  FatBurning: ['data:user.hd.fat_burning', 12, 30],
} as const;

export function counterClasses(context: ZosContext): Members {
  const members: Record<string, Member> = {};
  for (const name of Object.keys(COUNTERS) as (keyof typeof COUNTERS)[]) {
    const [permission, now, target] = COUNTERS[name];
    members[name] = [
      '2.0',
      function DayCounter(): unknown {
        context.requirePermission(permission, name);
        return {
          getCurrent: () => now,
          getTarget: () => target,
          onChange: () => undefined,
          offChange: () => undefined,
        };
      },
    ];
  }
  return members;
}

/** Sensors that an App Service may not use. */
export function highPowerClasses(context: ZosContext): Members {
  return {
    Accelerometer: [
      '3.0',
      motionClass(context, 'Accelerometer', 'device:os.accelerometer', { x: 0, y: 0, z: GRAVITY }),
    ],
    Gyroscope: ['3.0', motionClass(context, 'Gyroscope', 'device:os.gyroscope', { x: 0, y: 0, z: 0 })],
    Geolocation: ['2.1', geolocationClass(context)],
  };
}
