/** `SystemSounds` (API 3.6): the system's ringtones. How long each lasts is published nowhere and assumed. */
import type { Task } from '../clock.ts';
import type { ZosContext } from './context.ts';

const NAMES = ['ALARM', 'MESSAGE', 'REGULAR', 'ACHIEVE', 'CAMERA', 'ABN_HIGH', 'ABN_LOW', 'SOS'];
/** Length of a ringtone, ms (assumed). */
const TONE_MS = 1_000;

export function systemSoundsClass(context: ZosContext): unknown {
  const { realm } = context;
  const { clock, log } = context.world;
  return function SystemSounds(): unknown {
    let ending: Task | undefined;
    const end = (): void => {
      clock.cancel(ending);
      ending = undefined;
    };
    return {
      getEnabled: () => true,
      getSourceType() {
        const types: Record<string, number> = {};
        NAMES.forEach((name, index) => {
          types[name] = index + 1;
        });
        return types;
      },
      start(type: unknown, repeatCount: unknown = 0) {
        const name = typeof type === 'number' ? NAMES[type - 1] : undefined;
        if (name === undefined) throw new TypeError(`SystemSounds: unknown type ${String(type)}`);
        end();
        const forMs = TONE_MS * (Number(repeatCount) + 1);
        ending = clock.after(forMs, end);
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
