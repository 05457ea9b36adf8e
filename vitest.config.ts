import { defineConfig } from 'vitest/config';
import { repositoryRoot } from './scripts/build/project.ts';
import { writeRoutineList } from './scripts/build/routine-list.ts';

await writeRoutineList(repositoryRoot);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'simulator/test/**/*.test.ts'],
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
