/**
 * Matchers for vitest: `expect.extend(watchMatchers)`, then `expect(watch).toShow('Start')`. Each failure says what the watch shows or
 * did instead.
 */
import type { Breach, Watch } from './watch-simulator.ts';

/** The result of a matcher of vitest. */
interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

export const watchMatchers = {
  /** A widget on the watch shows this text. */
  toShow(watch: Watch, text: string): Outcome {
    const texts = watch.texts();
    return outcome(texts.includes(text), `the watch to show "${text}"`, `it shows: ${listed(texts)}`);
  },
  /** The watch is on this page, such as `page/home/index.page`. */
  toBeOnPage(watch: Watch, page: string): Outcome {
    const { page: at } = watch.sim.watch;
    return outcome(at === page, `the watch to be on ${page}`, `it is on ${at ?? 'no page'}`);
  },
  /** The motor has run this often since the start. */
  toHavePulsed(watch: Watch, times: number): Outcome {
    const { length } = watch.sim.pulses;
    return outcome(length === times, `${times} pulses of the motor`, `there were ${length}`);
  },
  /** The app has broken no documented rule of the platform. */
  toHaveNoBreach(watch: Watch): Outcome {
    const breaches = breachesOf(watch, 'error');
    return outcome(breaches.length === 0, 'no broken rule', `there were: ${listed(breaches)}`);
  },
  /** The app has done nothing that reports from watches warn against. */
  toHaveNoWarning(watch: Watch): Outcome {
    const warnings = breachesOf(watch, 'warning');
    return outcome(warnings.length === 0, 'no warning', `there were: ${listed(warnings)}`);
  },
  /** The app has thrown no error. */
  toHaveNoError(watch: Watch): Outcome {
    const errors = watch.lines('error');
    return outcome(errors.length === 0, 'no error', `there were: ${listed(errors)}`);
  },
};

function breachesOf({ sim }: Watch, grade: Breach['grade']): readonly string[] {
  return sim.breaches
    .filter((breach) => breach.grade === grade)
    .map(({ rule, sentence }) => `${rule}: ${sentence}`);
}

function outcome(pass: boolean, wanted: string, instead: string): Outcome {
  return { pass, message: () => `expected ${wanted}; ${instead}` };
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? 'nothing' : texts.map((text) => `"${text}"`).join(', ');
}

/** The type of `expect(watch)` with these matchers. */
interface WatchMatchers<R> {
  toShow(text: string): R;
  toBeOnPage(page: string): R;
  toHavePulsed(times: number): R;
  toHaveNoBreach(): R;
  toHaveNoWarning(): R;
  toHaveNoError(): R;
}

declare module 'vitest' {
  interface Matchers<T> extends WatchMatchers<T> {}
}
