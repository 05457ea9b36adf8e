/**
 * `@zos/timer`: system timers (API 4.0), which run with the screen dark too, and the undocumented JavaScript
 * timers that zml takes from here.
 */
import { moduleOf, type ZosContext } from './context.ts';

type Code = (...args: unknown[]) => unknown;

export function timerModule(context: ZosContext): unknown {
  const { realm } = context;
  const start =
    (name: string, repeats: boolean) =>
    (code: Code, ms: number, ...args: unknown[]) => {
      context.forbidInService('service-timers', `timer.${name}`);
      return realm.timers.start(code, ms, repeats, args, false);
    };
  const stop = (id: number): void => realm.timers.stop(id);
  return moduleOf(
    context,
    '@zos/timer',
    {
      createSysTimer: [
        '4.0',
        (periodic: boolean, periodMs: number, code: Code, arg?: unknown) =>
          realm.timers.start(code, periodMs, periodic === true, [arg], true),
      ],
      stopTimer: ['4.0', stop],
      setTimeout: ['3.0', start('setTimeout', false)],
      setInterval: ['3.0', start('setInterval', true)],
      setImmediate: [
        '3.0',
        (code: Code, ...args: unknown[]) => start('setImmediate', false)(code, 0, ...args),
      ],
      clearTimeout: ['3.0', stop],
      clearInterval: ['3.0', stop],
      clearImmediate: ['3.0', stop],
    },
    { '3.0': 'createTimer' },
  );
}
