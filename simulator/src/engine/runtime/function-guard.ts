/**
 * Keeps bundles from making code out of text. Every function has a constructor that does so, whoever made the function; so the
 * constructors of all four kinds of functions are replaced while a bundle may run. The global object stays within reach of
 * sloppy code in Node, so this tells what an app tries and is no wall: only a host with nothing to reach is one.
 */

/** Called with the texts that a bundle wants to make code of. */
type OnCode = (parts: readonly unknown[]) => unknown;

const KINDS: readonly unknown[] = [() => {}, function* () {}, async () => {}, async function* () {}];

let onCode: OnCode | undefined;
let guards: readonly object[] | undefined;

/** Replaces the constructor on the prototype of one kind of function, and returns what stands in its place. */
function guarded(example: unknown): object {
  const prototype = Object.getPrototypeOf(example) as { readonly constructor: object };
  const native = prototype.constructor;
  const refuse = (parts: readonly unknown[]): object => {
    if (onCode === undefined) throw new TypeError('no bundle runs');
    return onCode(parts) as object;
  };
  const guard = new Proxy(native, {
    apply: (_, __, parts: readonly unknown[]) => refuse(parts),
    construct: (_, parts: readonly unknown[]) => refuse(parts),
  });
  Object.defineProperty(prototype, 'constructor', {
    configurable: true,
    get: () => (onCode === undefined ? native : guard),
    // Libraries set the constructor of functions of their own, which must not fail.
    set(value) {
      Object.defineProperty(this, 'constructor', { value, writable: true, configurable: true });
    },
  });
  return guard;
}

/** Guards the constructors from now on, for a bundle that begins to run. Returns what the bundle has for `Function`. */
export function guardFunctions(handler: OnCode): unknown {
  guards ??= KINDS.map(guarded);
  onCode = handler;
  return guards[0];
}

/** Gives the host its constructors back. Called when no promise of a bundle is waiting any more. */
export function releaseFunctions(): void {
  onCode = undefined;
}
