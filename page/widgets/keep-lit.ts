import { setPageBrightTime } from '@zos/display';

/** Long enough to read any page of the app twice, ms. The system counts it again from each touch. */
const READING_MS = 60_000;

/**
 * Keeps the screen lit on a page that the wearer reads. Otherwise the watch goes dark, and ten seconds later the system ends
 * the app (`docs/evidence.md`, E2).
 */
export function keepLitForReading(): void {
  setPageBrightTime({ brightTime: READING_MS });
}
