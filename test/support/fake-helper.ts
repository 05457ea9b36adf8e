import type { Helper } from '../../utils/ports/ports.ts';

export interface FakeHelper extends Helper {
  /** Whether the system lists the helper. A test may kill the helper or grant it here. */
  listed: boolean;
  /** How often the helper was asked to end. */
  readonly stops: number;
}

/** A helper that runs from `start` to `stop`; one that is not granted never runs. */
export function createFakeHelper(isGranted = true): FakeHelper {
  let stops = 0;
  const helper: FakeHelper = {
    listed: false,
    get stops() {
      return stops;
    },
    isListed: () => helper.listed,
    start() {
      if (isGranted) helper.listed = true;
    },
    stop() {
      helper.listed = false;
      stops++;
    },
  };
  return helper;
}
