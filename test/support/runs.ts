/** How many random runs a property gets. */

/** Set by `npm run sweep -- properties`, which runs every property in full. */
const isFull = process.env.ILIACUS_PROPERTY_RUNS === 'full';

/**
 * The number of random runs for one property: a third of `full` in `npm test`, all of them in `npm run sweep -- properties`.
 *
 * @param full number of runs that the property deserves, 1 or more
 */
export function runs(full: number): number {
  return isFull ? full : Math.ceil(full / 3);
}
