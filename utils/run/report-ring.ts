/** The watch's report ring in its file. The file is a plain one, because failures of the text store are reported to the ring. */
import { asciiBytes, asciiText } from '../core/base/bytes.ts';
import { addReport, boundedRing } from '../core/report-ring.ts';
import { REPORT_RING } from '../core/stored-names.ts';
import type { Clock, Files } from '../ports/ports.ts';

/** Adds a failure (`where: sentence`) where one is given, and returns the ring as text for the phone. */
export type ReportRing = (what?: string) => string;

/**
 * The ring also stays in memory, so that a failing disk is reported at least in this run.
 *
 * @param protectionLetters what protects a session when something fails, as `Protection.letters` gives it
 */
export function createReportRing(files: Files, clock: Clock, protectionLetters: () => string): ReportRing {
  let ring: string | null = null;
  let isAskingProtection = false;

  /** Finding out the protection may itself fail and be reported. Such a report asks nothing, or this would never end. */
  function lettersNow(): string {
    if (isAskingProtection) return '';
    isAskingProtection = true;
    try {
      return protectionLetters();
    } finally {
      isAskingProtection = false;
    }
  }

  return (what) => {
    if (ring === null) {
      const bytes = files.read(REPORT_RING);
      ring = bytes === null ? '' : boundedRing(asciiText(bytes));
    }
    if (what !== undefined) {
      const letters = lettersNow();
      ring = addReport(ring, what, clock.nowMs(), letters);
      files.write(REPORT_RING, asciiBytes(ring));
    }
    return ring;
  };
}
