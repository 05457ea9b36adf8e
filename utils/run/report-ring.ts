/** The watch's ring in its file. Not through the slot store, whose own failures are reported to it. */
import { asciiBytes, asciiText } from '../core/base/bytes.ts';
import { addReport } from '../core/report-ring.ts';
import { REPORT_RING } from '../core/stored-names.ts';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Helper } from '../ports/helper.ts';

/** What may protect a session when something fails. */
export interface ProtectionFacts {
  readonly helper: Helper;
  readonly alarm: AlarmNet;
  readonly screenKept: boolean;
}

/** Letters of what protects a session now: `s` helper, `a` alarm, `p` page kept on. What fails when it is asked protects nothing. */
export function protectionLetters({ alarm, screenKept, helper }: ProtectionFacts): string {
  let letters = screenKept ? 'p' : '';
  try {
    if (helper.isListed()) letters += 's';
    if (alarm.isArmed()) letters += 'a';
  } catch {}
  return letters;
}

/** The ring as text for the phone, empty where nothing has failed; adds `what` first where it is given. */
export type ReportRing = (what?: string) => string;

/** In memory too, so that a failing disk still tells of itself in this run. */
export function createReportRing(files: Files, clock: Clock, protection: () => ProtectionFacts): ReportRing {
  let ring: string | null = null;

  return (what) => {
    if (ring === null) {
      const bytes = files.read(REPORT_RING);
      ring = bytes === null ? '' : asciiText(bytes);
    }
    if (what !== undefined) {
      ring = addReport(ring, what, clock.nowMs(), protectionLetters(protection()));
      files.write(REPORT_RING, asciiBytes(ring));
    }
    return ring;
  };
}
