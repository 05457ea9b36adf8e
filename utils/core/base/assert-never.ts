/**
 * Ends a `switch` over a tagged union, so that a forgotten case does not compile.
 * @throws Error naming the value: a programmer's mistake, never reached by data.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
