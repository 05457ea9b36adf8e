/**
 * Where each number of a routine comes from, by its path. Stands in the routine's own file as plain data, which no bundle
 * of the watch carries. A test holds that every number has a source.
 */

/** `text`: stands in the published source; may not be weakened. `ours`: a default. Then the number itself, and why. */
export type NumberSource = readonly [from: 'text' | 'ours', value: number, why: string];

export interface RoutineSources {
  /** What was published, so that it can be found. */
  readonly published: string;
  readonly numbers: Readonly<Record<string, NumberSource>>;
}
