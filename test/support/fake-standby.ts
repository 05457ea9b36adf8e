import type { Standby } from '../../utils/ports/standby.ts';

export interface FakeStandby extends Standby {
  /** The system lists it; a test may kill it or have it granted. */
  listed: boolean;
  /** How often it was asked to end. */
  readonly stops: number;
}

/** A standby that runs from `start` to `stop`; one that is not granted never runs. */
export function createFakeStandby(isGranted = true): FakeStandby {
  let stops = 0;
  const standby: FakeStandby = {
    listed: false,
    get stops() {
      return stops;
    },
    isListed: () => standby.listed,
    start() {
      if (isGranted) standby.listed = true;
    },
    stop() {
      standby.listed = false;
      stops++;
    },
  };
  return standby;
}
