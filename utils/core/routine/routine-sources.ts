/**
 * Where each number of a routine comes from, by its path. It is plain data in the routine's own file, which no bundle of the
 * watch contains. A test checks that every number has a source.
 */

/** `text`: from the published source; must not be weakened. `ours`: our default. Then the number itself, and why. */
export type NumberSource = readonly [from: 'text' | 'ours', value: number, why: string];

export interface RoutineSources {
  /** The publication, so that people can find it. */
  readonly published: string;
  readonly numbers: Readonly<Record<string, NumberSource>>;
}
