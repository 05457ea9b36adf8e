import type { Report } from '../ports/ports.ts';
import { messageOf } from './guard.ts';

type Method = (...args: readonly unknown[]) => unknown;

/**
 * A port that cannot throw: if creating it or one of its calls throws, the error is reported and the idle port answers. Storage
 * has no such port, since unreadable is not the same as empty.
 *
 * @param idle a port of the same methods that does nothing
 */
export function safePort<Port extends object>(
  where: string,
  report: Report,
  create: () => Port,
  idle: Port,
): Port {
  function attempt(act: () => unknown, instead: () => unknown): unknown {
    try {
      return act();
    } catch (thrown) {
      report(where, messageOf(thrown));
      return instead();
    }
  }
  const port = attempt(create, () => idle) as Record<string, Method>;
  const safe: Record<string, Method> = {};
  for (const name of Object.keys(idle)) {
    const idleMethod = (idle as Record<string, Method>)[name] as Method;
    safe[name] = (...args) =>
      attempt(
        () => (port[name] as Method)(...args),
        () => idleMethod(...args),
      );
  }
  return safe as Port;
}
