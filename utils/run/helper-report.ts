/**
 * The helper's report tells a page that comes back how the helper continued the session. The platform lets a service write only
 * while the screen is dark, so there may be no report. The helper never changes the page's stored session. A report contains
 * steps and not the session: writing the session took forty times the work that a watch allows a service for one cue.
 */
import { asciiBytes, concatBytes, createGrowingBytes } from '../core/base/bytes.ts';
import type { crc32 } from '../core/base/crc32.ts';
import { encodeCopy, newestCopy } from '../core/log/double-buffer.ts';
import type { HelperReport, HelperStep } from '../core/session/helper-handover.ts';
import { fromStoredState, type StoredState } from '../core/session/snapshot.ts';
import { HELPER_REPORT } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName, type TextStore, UNSEEN_REVISIONS } from './text-store.ts';

/**
 * A step as it is written after the steps before it. Neither they nor their bytes are made anew for each report, which would be
 * half of the helper's work for a cue.
 */
export function nextStepText(step: HelperStep): string {
  return typeof step === 'number' ? `,${step}` : `,[${step[0]}]`;
}

/**
 * Returns a function that stores a report with these `nextStepText`s, as `createTextStore` would; false if it could not be
 * stored.
 *
 * @param crc32Of computes the CRC-32
 */
export function createReportWriter(
  files: Files,
  crc32Of: typeof crc32,
): (ofMs: number, seenMs: number, stepTexts: string) => boolean {
  const end = asciiBytes(']');
  const bytesOfStart = createGrowingBytes();
  const bytesOfSteps = createGrowingBytes();
  let writtenRevision: number | null = null;

  return (ofMs, seenMs, stepTexts) => {
    const foundRevision = writtenRevision ?? newestRevision(files, crc32Of);
    if (foundRevision === null) return false;
    const revision = foundRevision + (writtenRevision === null ? UNSEEN_REVISIONS : 1);
    const content = concatBytes([
      bytesOfStart(`[${ofMs},`),
      asciiBytes(`${seenMs - ofMs}`),
      bytesOfSteps(stepTexts),
      end,
    ]);
    const isStored = files.write(copyName(HELPER_REPORT, revision), encodeCopy(revision, content, crc32Of));
    if (isStored) writtenRevision = revision;
    return isStored;
  };
}

/** Of the report of an earlier helper; 0 if there is none, and null if there may be one that cannot be read now. */
function newestRevision(files: Files, crc32Of: typeof crc32): number | null {
  const names = [copyName(HELPER_REPORT, 0), copyName(HELPER_REPORT, 1)] as const;
  const [a, b] = [files.read(names[0]), files.read(names[1])];
  const newest = newestCopy(a, b, crc32Of);
  if (newest) return newest.revision;
  return (!a && files.isThere(names[0])) || (!b && files.isThere(names[1])) ? null : 0;
}

type StoredReport = readonly [ofMs: number, seenAfterMs: number, ...steps: HelperStep[]];
/** Version 0.1.0 stored the session. */
interface FirstStoredReport {
  readonly ofMs: number;
  readonly state: StoredState;
}

/** The last report; null if there is no readable one. */
export function readHelperReport(store: TextStore): HelperReport | null {
  try {
    const stored: StoredReport | FirstStoredReport = JSON.parse(store.load(HELPER_REPORT));
    if ('state' in stored) {
      const state = fromStoredState(stored.state);
      return { ofMs: stored.ofMs, seenMs: state.seenMs, steps: [], state };
    }
    const [ofMs, seenAfterMs, ...steps] = stored;
    const numbers = [ofMs, seenAfterMs, ...steps.map((step) => (typeof step === 'object' ? step[0] : step))];
    if (!numbers.every(Number.isFinite)) return null;
    return { ofMs, seenMs: ofMs + seenAfterMs, steps };
  } catch {
    return null;
  }
}
