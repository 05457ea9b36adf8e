/**
 * The one project of tests that Stryker runs, which takes no more than one: all units, slow ones too, or those of them that are
 * asked for. Those that replace modules need a project of their own and are left out.
 */
import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import config from '../../vitest.config.ts';

/** The environment variable that has the wanted files of tests as JSON; without it all units run. */
const TESTS_VARIABLE = 'ILIACUS_MUTANT_TESTS';

const [units, withMocks] = (config.test?.projects ?? []).map((project) =>
  typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
);
const wanted = process.env[TESTS_VARIABLE];

/**
 * The quickest file of tests first: a mutant is over with the first test that fails. Vitest itself begins with the slowest. How long
 * each takes is what it took in the run without a mutant.
 */
class QuickestFirst extends BaseSequencer {
  static readonly durations = new Map<string, number>();
  static runs = 0;

  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    QuickestFirst.runs += 1;
    return Promise.resolve(files.sort((one, other) => this.durationMs(one) - this.durationMs(other)));
  }

  durationMs({ moduleId, project }: TestSpecification): number {
    if (QuickestFirst.runs === 1) return 0;
    const { durations } = QuickestFirst;
    const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    const ms = durations.get(key) ?? this.ctx.cache.getFileTestResults(key)?.duration ?? 0;
    durations.set(key, ms);
    return ms;
  }
}

export default defineConfig({
  test: {
    exclude: withMocks ?? [],
    include: wanted === undefined ? (units ?? []) : (JSON.parse(wanted) as string[]),
    isolate: false,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 60_000,
  },
});
