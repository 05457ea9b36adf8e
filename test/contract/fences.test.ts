/** The linter's fences stand: a planted leak in each layer is refused, with the reason as message. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { installedFile, projectAt, repositoryRoot } from '../../tools/shared/project.ts';
import { textOf } from './sources.ts';

const biome = installedFile(projectAt(repositoryRoot), '@biomejs/biome', 'bin/biome');
const garden = mkdtempSync(join(tmpdir(), 'fences-'));
afterAll(() => rmSync(garden, { recursive: true, force: true }));

// The same rules, in a folder that is no git repository.
const rules = JSON.parse(textOf('biome.json'));
writeFileSync(join(garden, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));

/** What the linter says about `source` in a file of its own at `path`. */
function verdictOn(path: string, source: string): string {
  const file = join(garden, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', path], {
    cwd: garden,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const sideEffect = (specifier: string): string => `import '${specifier}';\n`;

it.each([
  ['utils/core/planted.ts', sideEffect('@zos/ui'), 'only utils/zos knows it'],
  ['utils/core/planted.ts', sideEffect('../run/guard.ts'), 'Core imports only core'],
  ['utils/core/planted.ts', 'export const now = () => Date.now();\n', 'Time arrives as an argument'],
  ['utils/ports/planted.ts', sideEffect('../run/guard.ts'), 'A port names core'],
  ['utils/run/planted.ts', sideEffect('../zos/clock.ts'), 'only utils/zos knows it'],
  [
    'utils/run/planted.ts',
    'export const say = () => console.log(1);\n',
    'Reports go through the report port',
  ],
  ['utils/zos/planted.ts', sideEffect('../../page/widgets/text.ts'), 'not who uses them'],
  ['page/home/planted.ts', sideEffect('@zeppos/zml/base-page'), 'pages reach it through globalData'],
  ['page/home/planted.ts', sideEffect('../../utils/core/log/encode.ts'), 'Pages reach the log and the sync'],
  ['app-side/planted.ts', sideEffect('../utils/zos/clock.ts'), 'The phone has no watch platform'],
  ['setting/planted.ts', sideEffect('@zos/ui'), 'The phone has no watch platform'],
  ['simulator/src/planted.ts', sideEffect('../../utils/core/tuning.ts'), 'runs any app and knows none'],
])('%s is refused for %j', (path, source, reason) => {
  expect(verdictOn(path, source)).toContain(reason);
});
