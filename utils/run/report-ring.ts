/** The watch's ring in its file. Not through the slot store, whose own failures are reported to it. */
import { asciiBytes, asciiText } from '../core/base/bytes.ts';
import { addReport } from '../core/report-ring.ts';
import { REPORT_RING } from '../core/stored-names.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';

/** The ring as text for the phone, empty where nothing has failed; adds `what` first where it is given. */
export type ReportRing = (what?: string) => string;

/**
 * In memory too, so that a failing disk still tells of itself in this run.
 * @param protectionLetters what protects a session when something fails, as `Protection.letters` gives it
 */
export function createReportRing(files: Files, clock: Clock, protectionLetters: () => string): ReportRing {
  let ring: string | null = null;

  return (what) => {
    if (ring === null) {
      const bytes = files.read(REPORT_RING);
      ring = bytes === null ? '' : asciiText(bytes);
    }
    if (what !== undefined) {
      ring = addReport(ring, what, clock.nowMs(), protectionLetters());
      files.write(REPORT_RING, asciiBytes(ring));
    }
    return ring;
  };
}
