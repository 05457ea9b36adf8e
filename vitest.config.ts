import { defineConfig } from 'vitest/config';
import { writeRoutineList } from './tools/generate/routine-list.ts';
import { repositoryRoot } from './tools/shared/project.ts';

await writeRoutineList(repositoryRoot);

/** They replace modules, so they need a module registry of their own. */
const withMocks = [
  'test/ports/alarm-and-helper.test.ts',
  'test/ports/app-cannot-throw.test.ts',
  'test/ports/failures-in-the-ring.test.ts',
  'test/setting/every-key.test.ts',
  'test/setting/planted-secrets.test.ts',
];

/** They take two thirds of the time of the unit tests, and look at millions of moments. */
const slowUnits = [
  'test/core/session/random-events.test.ts',
  'test/core/view/session-view.test.ts',
  'test/run/killed-at-every-call.test.ts',
  'test/run/page-and-helper.test.ts',
];

/** They start a real browser. */
const browser = [
  'test/e2e/browser.test.ts',
  'test/e2e/demo.test.ts',
  'test/e2e/phone-browser.test.ts',
  'test/e2e/routine-editor{,-to-watch}.test.ts',
  'simulator/test/{browser,chrome,hosts,serve}/**/*.test.ts',
];

/** Minutes of simulated sessions, every screen in every language, or commands as processes of their own. */
const slowSessions = [
  'test/e2e/cues-matrix.test.ts',
  'test/e2e/layout-lint.test.ts',
  'test/e2e/page-memory.test.ts',
  'test/e2e/phone-work.test.ts',
  'test/e2e/quick-commands.test.ts',
  'test/e2e/session-opened-twice.test.ts',
  'test/e2e/stray-touches.test.ts',
];

/** One group of tests. Files share what they have loaded unless they replace modules: no module keeps state. */
const group = (
  name: string,
  include: readonly string[],
  exclude: readonly string[] = [],
  isolate = false,
) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude], isolate },
});

export default defineConfig({
  test: {
    projects: [
      group(
        'units',
        ['test/{core,run,app-side,ports,fixtures,setting}/**/*.test.ts'],
        [...slowUnits, ...withMocks],
      ),
      group('mocked', withMocks, [], true),
      group('sessions', ['test/e2e/**/*.test.ts'], [...browser, ...slowSessions]),
      group('slow units', slowUnits),
      group('slow sessions', slowSessions),
      group('browser', browser),
      group('project', ['test/{contract,tools}/**/*.test.ts']),
      group('recipes', ['test/recipes/**/*.test.ts']),
      group('simulator', ['simulator/test/**/*.test.ts'], browser),
    ],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['utils/core/**', 'utils/run/**'],
    },
  },
});
