/** `Vibrator`: scenes (2.0) and patterns (3.6) for the motor. */
import { type Pattern, SCENES, type Stretch } from '../motor.ts';
import type { ZosContext } from './context.ts';

/** Scene numbers of the 1.0 documents (watchface/api/hmSensor/sensorId/VIBRATE.mdx). */
export const SCENE_NUMBERS: Readonly<Record<string, number>> = {
  SCENE_SHORT_LIGHT: 23,
  SCENE_SHORT_MIDDLE: 24,
  SCENE_SHORT_STRONG: 25,
  SCENE_DURATION: 28,
  SCENE_DURATION_LONG: 27,
  SCENE_STRONG_REMINDER: 9,
  SCENE_NOTIFICATION: 0,
  SCENE_CALL: 1,
  SCENE_TIMER: 5,
};

/** Pattern types and their own length, ms, when the app names none (assumed; published nowhere). */
const TYPES: Readonly<Record<string, number>> = {
  GENTLE_SHORT: 20,
  STRONG_SHORT: 20,
  STANDARD_CROWN: 10,
  STRONG_CROWN: 10,
  SPULSE_CROWN: 10,
  DIPULSE_CROWN: 20,
  KEYCODE_CLICK: 15,
  URGENT: 600,
  CONTINUOUS: 600,
  PAUSE: 100,
};
const TYPE_NAMES = Object.keys(TYPES);

function sceneOf(mode: unknown): Pattern {
  const name = Object.keys(SCENE_NUMBERS).find((scene) => SCENE_NUMBERS[scene] === mode);
  const scene = name === undefined ? undefined : SCENES[name];
  if (scene === undefined) throw new TypeError(`Vibrator: unknown mode ${String(mode)}`);
  return scene;
}

function modeOf(option: unknown): unknown {
  // The reference's example passes the constant, its type says `{ mode }`: both are taken.
  return typeof option === 'object' && option !== null ? (option as { mode?: unknown }).mode : option;
}

function patternOf(actions: readonly unknown[]): Pattern {
  const stretches: Stretch[] = actions.map((action) => {
    const { type, duration } = action as { type?: unknown; duration?: unknown };
    const name = typeof type === 'number' ? TYPE_NAMES[type - 1] : undefined;
    if (name === undefined) throw new TypeError(`Vibrator: unknown pattern type ${String(type)}`);
    const lengthMs = duration === undefined ? (TYPES[name] ?? 0) : Number(duration);
    return name === 'PAUSE'
      ? { type: name, onMs: 0, offMs: lengthMs }
      : { type: name, onMs: lengthMs, offMs: 0 };
  });
  const name = stretches.map((stretch) => `${stretch.type} ${stretch.onMs + stretch.offMs}`).join(', ');
  return { name, stretches, endless: false };
}

export function vibratorClass(context: ZosContext): unknown {
  const { motor, log } = context.world;
  const { realm } = context;
  const standard = SCENE_NUMBERS.SCENE_SHORT_MIDDLE;
  return function Vibrator(): unknown {
    let mode: unknown = standard;
    const vibrator: Record<string, unknown> = {
      start(option?: unknown) {
        if (motor.unstopped && motor.owner !== 'system') log.breach('vibration-restart', realm.name);
        if (Array.isArray(option)) {
          if (context.level < 306) throw new TypeError('Vibrator.start takes patterns from API_LEVEL 3.6 on');
          motor.start(patternOf(option), realm, realm.name);
          return;
        }
        motor.start(sceneOf(option === undefined ? mode : modeOf(option)), realm, realm.name);
      },
      stop: () => motor.stop(realm.name),
      setMode(option: unknown) {
        sceneOf(modeOf(option));
        mode = modeOf(option);
      },
      getConfig: () => ({ mode }),
    };
    if (context.level >= 306) {
      vibrator.getType = () => {
        const types: Record<string, number> = {};
        TYPE_NAMES.forEach((name, index) => {
          types[name] = index + 1;
        });
        return types;
      };
    }
    return vibrator;
  };
}
