/** Session logs over files in memory, for tests. */
import { asciiBytes, asciiText } from '../../utils/core/base/bytes.ts';
import { SESSION, VOID } from '../../utils/core/log/frame.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts';
import { createRecordingReport } from './recording-report.ts';

/** Bytes of a frame with a body of one letter. */
export const LETTER_BYTES = 9;

/** Opens the log in these files, as a new life of the app does, and collects what it reports. */
export function openLog(files: MemoryFiles): { sessionLog: SessionLog; lines: readonly string[] } {
  const { report, lines } = createRecordingReport();
  return { sessionLog: createSessionLog(files, createTextStore(files, report), report, () => 0.5), lines };
}

/** The content of a log: number and body of each record. */
export function contentsOf(sessionLog: SessionLog): readonly string[] {
  return sessionLog
    .framesFrom(1)
    .map((frame) => `${frame.seq}:${frame.kind === VOID ? 'void' : asciiText(frame.body)}`);
}

/** A folder with a log of the bodies a, b, c, …. */
export function logOf(count: number): Map<string, Uint8Array> {
  const files = createMemoryFiles();
  const { sessionLog } = openLog(files);
  for (let at = 0; at < count; at++) sessionLog.append(SESSION, asciiBytes(String.fromCharCode(97 + at)));
  return files.contents;
}
