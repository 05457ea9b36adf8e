/**
 * The `Promise` of one realm. A rejection that nobody handles is reported to the simulation; a plain promise would report
 * it to the host, which may end its process.
 */

type Settle = (value: unknown) => void;
type Executor = (resolve: Settle, reject: Settle) => void;

const nativeThen = Promise.prototype.then;

/**
 * Makes a promise constructor.
 * @param report called with the reason of a rejection that has no handler when the turn is over
 * @param afterTurn runs a function after the present turn and its promises
 */
export function createPromise(
  report: (reason: unknown) => void,
  afterTurn: (check: () => void) => void,
): PromiseConstructor {
  let watching = false;
  const handled = new WeakSet<object>();

  class SimPromise extends Promise<unknown> {
    constructor(executor: Executor) {
      super(executor);
      // `then` below makes a promise of this class, which must not be watched itself.
      if (watching) return;
      watching = true;
      nativeThen.call(this, undefined, (reason: unknown) => {
        afterTurn(() => {
          if (!handled.has(this)) report(reason);
        });
      });
      watching = false;
    }

    // biome-ignore lint/suspicious/noThenProperty: a promise is what this class is
    override then<A, B>(
      fulfilled?: ((value: unknown) => A | PromiseLike<A>) | null,
      rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      handled.add(this);
      return super.then(fulfilled, rejected) as Promise<A | B>;
    }
  }
  return SimPromise as unknown as PromiseConstructor;
}
