/** `Vibrator`: plays scenes (API 2.0) and patterns (API 3.6) on the motor. */
import { type Pattern, type PatternSegment, SCENES, type SceneName } from '../watch/motor.ts';
import type { ZosContext } from './context.ts';

/** Scene numbers of the 1.0 documents (watchface/api/hmSensor/sensorId/VIBRATE.mdx). */
export const SCENE_NUMBERS: Readonly<Record<SceneName, number>> = {
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

export const SCENE_NAMES = Object.keys(SCENE_NUMBERS) as SceneName[];

/** Pattern types with the length that each has when the app names none, ms (assumed; published nowhere). */
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

/** How much larger the scene numbers of this watch are assumed to be than in the documents. */
export function sceneShift(context: ZosContext): number {
  return context.world.assumed.is('scene-numbers', 'others') ? 40 : 0;
}

/** The same pattern with the motor running through its pauses. */
function withoutGaps(pattern: Pattern): Pattern {
  const onMs = pattern.segments.reduce((sum, segment) => sum + segment.onMs + segment.offMs, 0);
  return { ...pattern, segments: [{ type: 'CONTINUOUS', onMs, offMs: 0 }] };
}

function sceneOf(mode: unknown, shift: number): Pattern {
  const name = SCENE_NAMES.find((scene) => SCENE_NUMBERS[scene] + shift === mode);
  if (name === undefined) throw new TypeError(`Vibrator: unknown mode ${String(mode)}`);
  return SCENES[name];
}

function modeOf(option: unknown): unknown {
  // The example in the reference passes the constant and the type says `{ mode }`. Both are accepted.
  return typeof option === 'object' && option !== null ? (option as { mode?: unknown }).mode : option;
}

function patternOf(actions: readonly unknown[]): Pattern {
  const segments: PatternSegment[] = actions.map((action) => {
    const { type, duration } = action as { type?: unknown; duration?: unknown };
    const name = typeof type === 'number' ? TYPE_NAMES[type - 1] : undefined;
    if (name === undefined) throw new TypeError(`Vibrator: unknown pattern type ${String(type)}`);
    const lengthMs = duration === undefined ? (TYPES[name] ?? 0) : Number(duration);
    return name === 'PAUSE'
      ? { type: name, onMs: 0, offMs: lengthMs }
      : { type: name, onMs: lengthMs, offMs: 0 };
  });
  const name = segments.map((segment) => `${segment.type} ${segment.onMs + segment.offMs}`).join(', ');
  return { name, segments, endless: false };
}

/** The most entries that a pattern can have if longer ones are assumed not to play. */
const SAFE_ENTRIES = 6;

/** The actions of a pattern that the watch plays; undefined if it does not play such a pattern. */
function playedOf(
  { inService, world }: ZosContext,
  actions: readonly unknown[],
): readonly unknown[] | undefined {
  const { assumed } = world;
  if (assumed.is('patterns', 'silent') || (inService && assumed.is('patterns', 'silent-in-service')))
    return undefined;
  if (actions.length <= SAFE_ENTRIES || assumed.is('pattern-length', 'any')) return actions;
  return assumed.is('pattern-length', 'cut-after-6') ? actions.slice(0, SAFE_ENTRIES) : undefined;
}

/** The scene that `start(option)` plays. */
function startedMode({ inService, world }: ZosContext, option: unknown, mode: unknown): unknown {
  const { assumed } = world;
  const isIgnored =
    assumed.is('start-mode', 'ignored') || (inService && assumed.is('start-mode', 'ignored-in-service'));
  return option === undefined || isIgnored ? mode : modeOf(option);
}

/** Whether `setMode` takes this form of a mode. */
function takesForm({ world }: ZosContext, option: unknown): boolean {
  if (world.assumed.is('set-mode', 'both')) return true;
  return world.assumed.is('set-mode', typeof option === 'object' ? 'object' : 'number');
}

function checkConstruction({ inService, world }: ZosContext): void {
  const { assumed } = world;
  if (assumed.is('vibrator', 'throws') || (inService && assumed.is('vibrator', 'throws-in-service')))
    throw new Error('Vibrator: there is no motor here');
}

export function vibratorClass(context: ZosContext): unknown {
  const { assumed, motor, log, environment } = context.world;
  const isMute = (): boolean =>
    (context.inService && assumed.is('service-motor', 'silent')) ||
    (environment.modes.DND === true && assumed.is('motor-in-dnd', 'muted'));
  const shift = sceneShift(context);
  const { realm } = context;
  const standard = SCENE_NUMBERS.SCENE_SHORT_MIDDLE + shift;
  return function Vibrator(): unknown {
    checkConstruction(context);
    let mode: unknown = standard;
    const vibrator: Record<string, unknown> = {
      start(option?: unknown) {
        if (motor.unstopped && motor.owner !== 'system') log.breach('vibration-restart', realm.name);
        if (Array.isArray(option)) {
          if (context.level < 306) throw new TypeError('Vibrator.start takes patterns from API_LEVEL 3.6 on');
          const whole = patternOf(option);
          const played = playedOf(context, option);
          if (isMute() || played === undefined) return;
          const pattern = played === option ? whole : patternOf(played);
          motor.start(assumed.is('pattern-gaps', 'lost') ? withoutGaps(pattern) : pattern, realm, realm.name);
          return;
        }
        const scene = sceneOf(startedMode(context, option, mode), shift);
        if (!isMute()) motor.start(scene, realm, realm.name);
      },
      stop: () => motor.stop(realm.name),
      setMode(option: unknown) {
        sceneOf(modeOf(option), shift);
        if (takesForm(context, option)) mode = modeOf(option);
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
