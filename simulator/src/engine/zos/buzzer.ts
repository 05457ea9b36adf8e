/**
 * `Buzzer` (API 3.6): plays the system's tones. No list says which models have one, so its presence is assumed. So are the lengths of the
 * tones, which are published nowhere.
 */
import type { Task } from '../clock.ts';
import type { ZosContext } from './context.ts';

/** Tones by the names of `getSourceType`, in the order of their numbers, with their assumed lengths, ms. */
const TONES_MS: Readonly<Record<string, number>> = {
  ALARM: 1_000,
  REMIND_1: 500,
  REMIND_2: 800,
  OPERATE: 100,
  SUCCESS: 400,
  FAILURE: 400,
};
const TONE_NAMES = Object.keys(TONES_MS);
const MIDDLE_STRENGTH = 1;

/** Whether this watch has a buzzer. */
export function hasBuzzer({ world }: ZosContext): boolean {
  return !world.assumed.is('buzzer', 'absent');
}

export function buzzerClass(context: ZosContext): unknown {
  const { realm } = context;
  const { assumed, clock, log } = context.world;
  return function Buzzer(): unknown {
    if (assumed.is('buzzer', 'throws')) throw new Error('Buzzer: there is no buzzer here');
    let ending: Task | undefined;
    const isEnabled = (): boolean => hasBuzzer(context) && !assumed.is('buzzer', 'switched-off');
    const end = (): void => {
      clock.cancel(ending);
      ending = undefined;
    };
    return {
      isEnabled,
      getStrength: () => MIDDLE_STRENGTH,
      getSourceType() {
        const types: Record<string, number> = {};
        TONE_NAMES.forEach((name, index) => {
          types[name] = index + 1;
        });
        return types;
      },
      start(type: unknown, repeatCount: unknown = 0) {
        const name = typeof type === 'number' ? TONE_NAMES[type - 1] : undefined;
        if (name === undefined) throw new TypeError(`Buzzer: unknown type ${String(type)}`);
        if (typeof repeatCount !== 'number' || repeatCount < 0)
          throw new TypeError(`Buzzer: unknown number of repetitions ${String(repeatCount)}`);
        const isMute = !isEnabled() || (context.inService && assumed.is('buzzer', 'silent-in-service'));
        if (isMute) return;
        end();
        const forMs = (TONES_MS[name] ?? 0) * (repeatCount + 1);
        ending = clock.at(clock.uptimeMs + forMs, end);
        log.emit('buzz', `${realm.name}: ${name}`, { tone: name, forMs });
      },
      stop() {
        if (ending === undefined) return;
        end();
        log.emit('buzz-stop', realm.name);
      },
    };
  };
}
