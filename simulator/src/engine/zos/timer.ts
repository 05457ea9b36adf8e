/**
 * `@zos/timer`: system timers (API 4.0), which run with the screen dark too, and the undocumented JavaScript timers that zml
 * takes from this module.
 */
import { timerFunctions } from '../runtime/realm-timers.ts';
import { moduleOf, type ZosContext } from './context.ts';

type Callback = (...args: unknown[]) => unknown;

export function timerModule(context: ZosContext): unknown {
  const { timers } = context.realm;
  const functions = timerFunctions(context.realm, (name) =>
    context.forbidInService('service-timers', `timer.${name}`),
  );
  const createSysTimer = (periodic: boolean, periodMs: number, callback: Callback, arg?: unknown): number =>
    timers.start({ callback, periodMs, repeats: periodic === true, args: [arg], isSystem: true });
  return moduleOf(
    context,
    '@zos/timer',
    {
      createSysTimer: ['4.0', createSysTimer],
      stopTimer: ['4.0', (id: number) => timers.stop(id)],
      setTimeout: ['3.0', functions.setTimeout],
      setInterval: ['3.0', functions.setInterval],
      setImmediate: ['3.0', functions.setImmediate],
      clearTimeout: ['3.0', functions.clearTimeout],
      clearInterval: ['3.0', functions.clearInterval],
      clearImmediate: ['3.0', functions.clearImmediate],
    },
    { '3.0': 'createTimer' },
  );
}
