/** The one project of tests that Stryker runs, which takes no more than one: the units, or those of them that are asked for. */
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/** The environment variable that has the wanted files of tests as JSON; without it all units run. */
const TESTS_VARIABLE = 'ILIACUS_MUTANT_TESTS';

const [units] = config.test?.projects ?? [];
const ofUnits = typeof units === 'object' && 'test' in units ? units.test : undefined;
const wanted = process.env[TESTS_VARIABLE];

export default defineConfig({
  test: {
    ...(ofUnits?.exclude === undefined ? {} : { exclude: ofUnits.exclude }),
    include: wanted === undefined ? (ofUnits?.include ?? []) : (JSON.parse(wanted) as string[]),
    isolate: false,
    testTimeout: 60_000,
  },
});
