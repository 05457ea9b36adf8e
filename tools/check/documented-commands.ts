/**
 * How each command of the documents is tried. `npm run check:fresh` runs the blocks of both READMEs literally, and these; tests
 * run some. Commands that need an account are tried as far as they go without one.
 */

/** A command that ends with code 1 and a sentence. */
export interface Refusal {
  /** Words of that sentence. */
  readonly says: string;
  /** True if it may succeed as well: it asks a server of the platform, which not every network reaches. */
  readonly mayWork?: boolean;
}

/** What `npm run check:fresh` runs for a command. */
export interface Trial {
  /** The command itself, a name in place of a placeholder, or a smaller task. */
  readonly as: string;
  /** How it ends in an empty home folder, where nobody is logged in; absent if it works there. */
  readonly refusal?: Refusal;
}

export type Run =
  | Trial
  /** The test that runs it. */
  | { readonly by: string }
  /** The reason why it is not tried. */
  | { readonly not: string };

const WITHOUT_LOGIN: Refusal = { says: 'No Zepp account is logged in: run `npm run preview -- login`' };
const RECIPES = 'test/recipes/recipes.test.ts';
const QUICK = 'test/e2e/quick-commands.test.ts';
const ZML_EXAMPLE = 'node_modules/@zeppos/zml/examples/helloworld1';
const APP = 'build/iliacus-simulator.zab';
const UNTIL_READY = 'npm start -- --port 4780 --no-open';

export const documentedCommands: Readonly<Record<string, Run>> = {
  'npm run build': { as: 'npm run build' },
  'npm run build -- --size': { as: 'npm run build -- --size' },
  'npm run quick': { as: 'npm run quick' },
  'npm run lint': { as: 'npm run lint' },
  'npm run fix': { as: 'npm run fix' },
  'npm run probe': { as: 'npm run probe' },
  'npm run pictures': { as: 'npm run pictures -- --device Falcon' },
  'npm run pictures -- --device NAME --all': { as: 'npm run pictures -- --device Falcon --all' },
  'npm run pictures -- PATH --page NAME --strip': {
    as: `npm run pictures -- ${APP} --page page/home/index.page --device Falcon --strip`,
  },
  'npm run pictures -- screenshots': { as: 'npm run pictures -- screenshots phone' },
  'npm run pictures -- session': { as: 'npm run pictures -- session' },
  'npm run pictures -- store': { as: 'npm run pictures -- store' },
  'npm run pictures -- editor': { as: 'npm run pictures -- editor' },
  // zml's example has no import left in its app.js, which the simulator rightly refuses.
  'npm run simulate -- samples FOLDER...': {
    as: `npm run simulate -- samples ${ZML_EXAMPLE} --allow commonjs-bundle`,
  },
  'npm run simulate -- PATH --script FILE': {
    as: `npm run simulate -- ${APP} --script build/documented.verbs`,
  },
  'npm run simulate -- apps CLONES': { by: 'test/tools/app-table.test.ts' },
  'npm run simulate -- coverage': { by: 'test/tools/api-coverage.test.ts' },
  'npm run simulate -- package': { as: 'npm run simulate -- package' },
  'npm run simulate': { by: QUICK },
  'npm run simulate -- --kit hook --device "Bip 6"': { by: QUICK },
  'npm run demo': { as: 'npm run demo' },
  'npm run demo -- OUTDIR PATH': { as: `npm run demo -- build/demo-of-a-path ${APP}` },
  'npm start': { as: UNTIL_READY },
  'npm start -- PATH': { as: `${UNTIL_READY} ${APP}` },
  'npm start -- --fresh': { as: `${UNTIL_READY} --fresh` },
  'npm run sweep -- --help': { as: 'npm run sweep -- --help' },
  'npm run sweep -- cues': { as: 'npm run sweep -- cues --count 20' },
  'npm run sweep -- cues --matrix': { as: 'npm run sweep -- cues --matrix --every 400' },
  'npm run sweep -- crash': { as: 'npm run sweep -- crash --count 1 --every 50 --spoilt 10' },
  'npm run sweep -- link': { as: 'npm run sweep -- link --count 50' },
  'npm run sweep -- fuzz': { as: 'npm run sweep -- fuzz --count 2000' },
  'npm run sweep -- codes': { as: 'npm run sweep -- codes --count 500' },
  'npm run sweep -- year': { as: 'npm run sweep -- year --count 2' },
  'npm run sweep -- stryker utils/core/sync': {
    as: 'npm run sweep -- stryker utils/core/base/crc32.ts --share 0.1',
  },
  'npm run sweep -- mutants': { as: 'npm run sweep -- mutants --count 1' },
  'npm run bench': { by: 'test/tools/bench/bench.test.ts' },
  'npm run bench -- cost': { by: 'test/tools/bench/bench.test.ts' },
  'npm run bench -- cost --quick': { by: 'test/tools/bench/bench.test.ts' },
  'npm run bench -- log': { as: 'npm run bench -- log --quick' },
  'npm run bench -- phone': { as: 'npm run bench -- phone --quick' },
  'npm run bench -- NAME': { as: 'npm run bench -- growth --quick' },
  'npm run bench -- --peer …': { as: `npm run bench -- --quick --peer ${ZML_EXAMPLE}` },
  'npm run probe -- evidence FILE.json': { by: 'test/tools/evidence.test.ts' },
  'npm run preview': { as: 'npm run preview', refusal: WITHOUT_LOGIN },
  'npm run preview -- login': { not: 'waits for a browser, in which somebody logs in' },
  'npm run preview -- catalogue': {
    as: 'npm run preview -- catalogue',
    refusal: { says: 'The device catalogue could not be fetched: ', mayWork: true },
  },
  'npm run preview -- --app-id ID': { as: 'npm run preview -- --app-id 1234567', refusal: WITHOUT_LOGIN },
  'npm run preview -- --probe': { as: 'npm run preview -- --probe', refusal: WITHOUT_LOGIN },
  'npm run release': { as: 'npm run release', refusal: WITHOUT_LOGIN },
  'npm run release -- --app-id ID': { as: 'npm run release -- --app-id 1234567', refusal: WITHOUT_LOGIN },
  'npm run check:fresh': { not: 'is what runs these' },
  'npx tsc -b utils': { by: RECIPES },
  'npx tsc -b utils app-side': { by: RECIPES },
};

/** Test files that a document names are run by `npm test`, with all others. */
export function isOfTheTests(command: string): boolean {
  return /^npx vitest run |^npm (?:ci|test|ci && npm test)$/.test(command);
}
