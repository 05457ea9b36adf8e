import type { Report } from '../ports/ports.ts';
import { messageOf } from './guard.ts';

type Method = (...args: readonly unknown[]) => unknown;

/**
 * A port that cannot throw: what its making or one of its calls throws is reported, and then the idle port answers. Storage has
 * none of these, since what cannot be read is not empty.
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
