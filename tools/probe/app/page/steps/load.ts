/** P21: how long a page takes to load. An app is told of its own pages only, so these are the probe's. */
import { getPerformance } from '@zos/app';
import type { Note } from '../../core/progress.ts';
import type { ProbeStep } from '../stage.ts';

const PAGE = 'index.page';
const LONGEST_MS = 6_000;

interface Times {
  readonly file: string;
  readonly evalTime: number;
  readonly createTime?: number;
  readonly initTime?: number;
  readonly buildTime?: number;
}

function totalMs({ evalTime, createTime = 0, initTime = 0, buildTime = 0 }: Times): number {
  return evalTime + createTime + initTime + buildTime;
}

export const loadStep: ProbeStep = {
  begin(stage) {
    if (typeof getPerformance !== 'function') {
      // API 4.0.
      stage.done();
      return;
    }
    const { memory, perf } = getPerformance('memory', 'perf');
    const modules: readonly Times[] = perf?.modules ?? [];
    const values: Record<string, Note[string]> = {
      usedBytes: memory?.system.used ?? -1,
      allBytes: memory?.system.total ?? -1,
    };
    for (const { used, peak } of memory?.app ?? []) {
      values.appBytes = used;
      values.peakBytes = peak;
    }
    for (const one of modules.slice(0, 6)) values[one.file] = totalMs(one);
    const page = modules.find(({ file }) => file.indexOf(PAGE) >= 0);
    stage.settle('P21a', page === undefined ? null : totalMs(page) <= LONGEST_MS, values);
  },
};
