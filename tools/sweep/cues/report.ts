/** The report of a sweep of cues, as text. */
import type { Tally } from './tally.ts';

export type CueReport = Tally & {
  /** How far the cues have drifted after 30 minutes with timers 2 % slow. */
  readonly driftMs: number;
  readonly tookS: number;
};

export function cueReportText(report: CueReport): string {
  const { page, helper, ...all } = report.latenessMs;
  const line = (name: string, of: { p50: number; p99: number; max: number }): string =>
    `late, ${name}: p50 ${of.p50} ms, p99 ${of.p99} ms, at most ${of.max} ms`;
  return [
    `${report.schedules} schedules, ${report.cues} cues, in ${report.tookS} s`,
    `early ${report.early}, lost ${report.lost}, doubled ${report.doubled} (lost with nobody there: ${report.excused}; sessions not followed to their end: ${report.untracked})`,
    line('all', all),
    line('page', page),
    line('helper', helper),
    `drift over 30 minutes, timers 2 % slow: ${report.driftMs} ms`,
    ...report.failures.flatMap(({ of, findings, schedule }) => [
      of,
      ...findings.map((text) => `  ${text}`),
      ...schedule.map((text) => `    ${text}`),
    ]),
    '',
  ].join('\n');
}
