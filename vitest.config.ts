import { defineConfig } from 'vitest/config';
import { writeRoutineList } from './tools/package/routine-list.ts';
import { repositoryRoot } from './tools/shared/project.ts';

await writeRoutineList(repositoryRoot);

/** They put something else in the place of a module, so they need modules of their own. */
const withMocks = ['test/ports/alarm-and-helper.test.ts', 'test/ports/failures-in-the-ring.test.ts'];

export default defineConfig({
  test: {
    // The others share what is loaded: no module keeps state, and loading takes longer than most tests.
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['test/**/*.test.ts', 'simulator/test/**/*.test.ts'],
          exclude: withMocks,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'with mocks', include: withMocks } },
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['utils/core/**', 'utils/run/**'],
    },
  },
});
