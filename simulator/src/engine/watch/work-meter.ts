/** Counts the work of a service, since virtual time stands still while code runs. How much each kind of work counts is assumed. */
import type { Clock } from '../clock.ts';

/** Work that a continuous service may do within a minute, ms (the vendor's developer relations, quoted in zepp2hass, issue 10). */
export const WORK_LIMIT_MS = 120;

/** How much a callback of a service counts, ms (assumed). */
export const CALLBACK_MS = 1;

/** How much reading or writing a file counts, ms (assumed). */
export const FILE_ACCESS_MS = 3;

const WINDOW_MS = 60_000;

export interface WorkMeter {
  /** Adds work (ms) and returns the sum of the last minute, ms. */
  add(workMs: number): number;
}

/** Creates a meter that has counted nothing. */
export function createWorkMeter(clock: Clock): WorkMeter {
  let entries: { readonly atMs: number; readonly workMs: number }[] = [];
  return {
    add(workMs) {
      const atMs = clock.uptimeMs;
      entries = entries.filter((entry) => entry.atMs > atMs - WINDOW_MS).concat({ atMs, workMs });
      return entries.reduce((sum, entry) => sum + entry.workMs, 0);
    },
  };
}
