/** Sensors of health and surroundings. The values are steady and assumed; permissions are real. */
import { listening } from './body-sensors.ts';
import type { Member, Members, ZosContext } from './context.ts';
import { sensorObject } from './sensor-listeners.ts';

/** Time between two values, ms (assumed). */
const PERIOD_MS = 60_000;
const COMPASS_PERIOD_MS = 200;
/** How long a measurement of blood oxygen takes, ms (assumed). */
const SPO2_MEASURE_MS = 15_000;
const SPO2_PERCENT = 97;
/** Result codes of BloodOxygen (sensor/BloodOxygen.mdx). */
const MEASURING = 1;
const MEASURED = 2;
const STRESS = 32;
const SKIN_CELSIUS = 33.2;
const HOURS_A_DAY = 24;
const DAYS_A_WEEK = 7;
const MINUTES_A_DAY = 24 * 60;
/** The night, in minutes from 0:00. */
const ASLEEP_MIN = 30;
const AWAKE_MIN = 450;
const SLEEP_STAGES = { WAKE_STAGE: 7, REM_STAGE: 8, LIGHT_STAGE: 4, DEEP_STAGE: 5 };

function repeated<Value>(value: Value, times: number): Value[] {
  return Array.from({ length: times }, () => value);
}

function nowS({ world }: ZosContext): number {
  return Math.floor(world.wallClock.epochMs / 1000);
}

/** The methods that a sensor has, made anew for each object. */
type Make = (context: ZosContext) => Record<string, unknown>;

function bloodOxygen(context: ZosContext): Record<string, unknown> {
  const { clock } = context.world;
  const changes = listening(context, 'BloodOxygen.onChange', PERIOD_MS);
  let startedMs: number | undefined;
  return {
    getCurrent() {
      const isMeasuring = startedMs !== undefined && clock.uptimeMs < startedMs + SPO2_MEASURE_MS;
      return {
        value: isMeasuring ? 0 : SPO2_PERCENT,
        time: nowS(context),
        retCode: isMeasuring ? MEASURING : MEASURED,
      };
    },
    getLastDay: () => repeated(SPO2_PERCENT, HOURS_A_DAY),
    getLastFewHour: (hours: unknown) =>
      repeated(SPO2_PERCENT, Number(hours)).map((spo2, index, all) => ({
        spo2,
        time: nowS(context) - (all.length - index) * 3600,
      })),
    start() {
      startedMs = clock.uptimeMs;
    },
    stop() {
      startedMs = undefined;
    },
    onChange: changes.on,
    offChange: changes.off,
  };
}

function stress(context: ZosContext): Record<string, unknown> {
  const changes = listening(context, 'Stress.onChange', PERIOD_MS);
  return {
    getCurrent: () => ({ value: STRESS, time: nowS(context) }),
    getToday: () => repeated(STRESS, HOURS_A_DAY),
    getTodayByHour: () => repeated(STRESS, HOURS_A_DAY),
    getLastWeek: () => repeated(STRESS, DAYS_A_WEEK),
    getLastWeekByHour: () => repeated(STRESS, DAYS_A_WEEK * HOURS_A_DAY),
    onChange: changes.on,
    offChange: changes.off,
  };
}

function sleep(): Record<string, unknown> {
  const { LIGHT_STAGE, DEEP_STAGE, REM_STAGE } = SLEEP_STAGES;
  return {
    updateInfo: () => undefined,
    getInfo: () => ({
      score: 82,
      deepTime: 90,
      startTime: ASLEEP_MIN,
      endTime: AWAKE_MIN,
      totalTime: AWAKE_MIN - ASLEEP_MIN,
    }),
    getStageConstantObj: () => ({ ...SLEEP_STAGES }),
    getStage: () => [
      { model: LIGHT_STAGE, start: ASLEEP_MIN, stop: 120 },
      { model: DEEP_STAGE, start: 120, stop: 210 },
      { model: LIGHT_STAGE, start: 210, stop: 360 },
      { model: REM_STAGE, start: 360, stop: AWAKE_MIN },
    ],
    getSleepingStatus: () => 0,
    getNap: () => [],
  };
}

function barometer(context: ZosContext): Record<string, unknown> {
  const changes = listening(context, 'Barometer.onChange', PERIOD_MS);
  return {
    getAirPressure: () => 955,
    getAltitude: () => 519,
    onChange: changes.on,
    offChange: changes.off,
  };
}

function compass(context: ZosContext): Record<string, unknown> {
  const changes = listening(context, 'Compass.onChange', COMPASS_PERIOD_MS);
  let mode = 1;
  return {
    start: () => undefined,
    stop: () => changes.off(undefined),
    getStatus: () => true,
    getDirection: () => 'NE',
    getDirectionAngle: () => 45,
    onChange: changes.on,
    offChange: changes.off,
    setFreqMode(wanted: unknown) {
      mode = Number(wanted);
    },
    getFreqMode: () => mode,
  };
}

function weather(): Record<string, unknown> {
  const forecastData = { data: repeated({ high: 22, low: 12, index: 3 }, DAYS_A_WEEK), count: DAYS_A_WEEK };
  const day = { sunrise: { hour: 6, minute: 30 }, sunset: { hour: 19, minute: 45 } };
  const forecast = {
    cityName: 'Munich',
    forecastData,
    tideData: { data: repeated(day, DAYS_A_WEEK), count: DAYS_A_WEEK },
  };
  // The documents use both names.
  return { getForecastWeather: () => forecast, getForecast: () => forecast };
}

/** A world clock for one city, eight hours west of UTC. */
function worldClock(context: ZosContext): Record<string, unknown> {
  return {
    getCount: () => 1,
    getInfo() {
      const there = new Date(context.world.wallClock.epochMs - 8 * 3_600_000);
      const time = { hour: there.getUTCHours(), minute: there.getUTCMinutes() };
      return { city: 'San Francisco', cityCode: 'SFO', ...time, timeZoneHour: -8, timeZoneMinute: 0 };
    },
    destroy: () => undefined,
  };
}

const workout: Make = (context) => ({
  getStatus: () => ({ vo2Max: 42, trainingLoad: 120, fullRecoveryTime: 18 }),
  getHistory: () => [{ startTime: nowS(context) - 86_400, duration: 1800 }],
  getUserHrZoneSettings: () => ({ type: 1, rest: 58, range: [90, 108, 126, 144, 162, 181] }),
  getWorkoutTrackNavInfo: () => undefined,
});

const pai: Make = () => ({
  getTotal: () => 75,
  getToday: () => 12,
  getLastWeek: () => [12, 10, 9, 14, 8, 11, 11],
});

const bodyTemperature: Make = (context) => ({
  getCurrent: () => ({ current: SKIN_CELSIUS, time: nowS(context) }),
  getToday: () => repeated(SKIN_CELSIUS, MINUTES_A_DAY),
});

/** The sensors: API_LEVEL, permission if they need one, and methods. */
const SENSORS: Readonly<
  Record<string, readonly [since: string, permission: string | undefined, make: Make]>
> = {
  Pai: ['2.0', 'data:user.hd.pai', pai],
  BloodOxygen: ['2.0', 'data:user.hd.spo2', bloodOxygen],
  Stress: ['2.0', 'data:user.hd.stress', stress],
  Sleep: ['2.0', 'data:user.hd.sleep', sleep],
  Weather: ['2.0', undefined, weather],
  Barometer: ['2.1', 'device:os.barometer', barometer],
  Compass: ['3.0', 'device:os.compass', compass],
  Workout: ['3.0', 'data:user.hd.workout', workout],
  WorldClock: ['3.0', undefined, worldClock],
  BodyTemperature: ['3.0', 'data:user.hd.body_temp', bodyTemperature],
};

export function healthClasses(context: ZosContext): Members {
  const members: Record<string, Member> = {};
  for (const name of Object.keys(SENSORS)) {
    const [since, permission, make] = SENSORS[name] as (typeof SENSORS)[string];
    const Sensor = function Sensor(): unknown {
      if (permission !== undefined) context.requirePermission(permission, name);
      return sensorObject(context, make(context));
    };
    members[name] = [since, Sensor];
  }
  return members;
}
