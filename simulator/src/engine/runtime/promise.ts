/**
 * The `Promise` of one realm: a real promise that reports a rejection nobody handles, instead of letting the host
 * report it (or end its process).
 */

type Settle = (value: unknown) => void;
type Executor = (resolve: Settle, reject: Settle) => void;

const nativeThen = Promise.prototype.then;

/**
 * Makes a promise constructor.
 * @param report called once a turn is over for each rejection without a handler
 * @param later runs a function after the present turn and its promises
 */
export function createPromise(
  report: (reason: unknown) => void,
  later: (check: () => void) => void,
): PromiseConstructor {
  let watching = false;
  const handled = new WeakSet<object>();

  class SimPromise extends Promise<unknown> {
    constructor(executor: Executor) {
      super(executor);
      if (watching) return;
      watching = true;
      nativeThen.call(this, undefined, (reason: unknown) => {
        later(() => {
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
