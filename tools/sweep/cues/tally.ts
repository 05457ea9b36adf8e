/** Adds up judgements: counts, percentiles of the lateness, and the failures with the options that repeat them. */
import type { Judgement, Lateness, Verdict } from './oracle.ts';

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Failure {
  /** A seed, or a matrix cell in words. */
  readonly of: string;
  readonly findings: readonly string[];
  readonly schedule: readonly string[];
}

export interface Tally {
  readonly schedules: number;
  readonly cues: number;
  readonly holds: number;
  readonly early: number;
  /** Lost although page or helper was there to play them. */
  readonly lost: number;
  readonly doubled: number;
  /** Lost while neither page nor helper was there to play them. */
  readonly excused: number;
  /** Sessions that could not be judged to their end; docs/decisions/cue-sweep.md says when that happens. */
  readonly untracked: number;
  readonly latenessMs: Percentiles & { readonly page: Percentiles; readonly helper: Percentiles };
  readonly failures: readonly Failure[];
}

export interface Counter {
  add(of: string, judgement: Judgement, schedule: readonly string[]): void;
  tally(): Tally;
}

export function createCounter(): Counter {
  const counts: Record<Verdict, number> = { early: 0, lost: 0, doubled: 0 };
  const lateness: Lateness[] = [];
  const failures: Failure[] = [];
  let schedules = 0;
  let cues = 0;
  let holds = 0;
  let excused = 0;
  let untracked = 0;
  return {
    add(of, judgement, schedule) {
      schedules++;
      cues += judgement.cues;
      holds += judgement.holds;
      excused += judgement.excused;
      if (judgement.untracked) untracked++;
      lateness.push(...judgement.lateness);
      for (const { verdict } of judgement.findings) counts[verdict]++;
      if (judgement.findings.length === 0) return;
      failures.push({ of, findings: judgement.findings.map(({ text }) => text), schedule });
    },
    tally: () => ({
      schedules,
      cues,
      holds,
      ...counts,
      excused,
      untracked,
      latenessMs: {
        ...percentiles(lateness),
        page: percentiles(lateness.filter(({ by }) => by === 'page')),
        helper: percentiles(lateness.filter(({ by }) => by === 'helper')),
      },
      failures,
    }),
  };
}

function percentiles(lateness: readonly Lateness[]): Percentiles {
  const sorted = lateness.map(({ lateMs }) => lateMs).sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
