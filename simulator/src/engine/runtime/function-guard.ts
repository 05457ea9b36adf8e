/**
 * Keeps bundles from making code out of text. Every function has a constructor that can do so, so the constructors of all four kinds of
 * functions are replaced while a bundle may run. In Node, sloppy code can still reach the global object. This guard therefore reports what
 * an app tries and does not protect the host; only a host that has nothing within reach (QuickJS) does.
 */

/** Called with the texts that a bundle wants to turn into code. */
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
    // Libraries set the constructor of their own functions, and that must not fail.
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

/** Gives the host its constructors back. Call it when no promise of a bundle is pending any more. */
export function releaseFunctions(): void {
  onCode = undefined;
}
