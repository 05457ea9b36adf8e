import type { Report } from '../../utils/ports/ports.ts';

export interface RecordingReport {
  readonly report: Report;
  /** `where: sentence`, in order. */
  readonly lines: readonly string[];
}

export function createRecordingReport(): RecordingReport {
  const lines: string[] = [];
  return { lines, report: (where, sentence) => void lines.push(`${where}: ${sentence}`) };
}
