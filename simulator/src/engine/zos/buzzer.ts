/** `Buzzer` (API 3.6): it has its constants and makes no sound, since no simulated model has a buzzer. */
import type { ZosContext } from './context.ts';

const SOURCES = ['ALARM', 'REMIND_1', 'REMIND_2', 'OPERATE', 'SUCCESS', 'FAILURE'];

export function buzzerClass(context: ZosContext): unknown {
  return function Buzzer(): unknown {
    return {
      isEnabled: () => false,
      getStrength: () => 1,
      getSourceType() {
        const types: Record<string, number> = {};
        SOURCES.forEach((name, index) => {
          types[name] = index + 1;
        });
        return types;
      },
      start: (type: number) => context.realm.print(`Buzzer.start ${SOURCES[type - 1] ?? type}: no buzzer`),
      stop: () => undefined,
    };
  };
}
