/** The methods that `console` and every logger of the platform have. */

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'];

type Write = (...args: unknown[]) => void;

/** `log`, `info`, `warn`, `error` and `debug`, which all write alike. */
export function logMethods(write: Write): Record<string, Write> {
  const methods: Record<string, Write> = {};
  for (const level of LEVELS) methods[level] = write;
  return methods;
}
