/** Each recipe of CONTRIBUTING.md, followed command by command in a copy of the repository. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sectionOf, shellLines } from '../support/document-commands.ts';
import { copyRepository, type RepositoryCopy } from '../support/repository-copy.ts';
import { textOf } from './sources.ts';

const guide = textOf('CONTRIBUTING.md');

let copy: RepositoryCopy;

// Compilers and test runners are started anew in each copy, on a computer that may be busy.
vi.setConfig({ testTimeout: 600_000 });

beforeEach(() => {
  copy = copyRepository();
});

afterEach(() => copy.remove());

function edit(file: string, change: (text: string) => string): void {
  const path = join(copy.root, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed, `${file} after the recipe's edit`).not.toBe(text);
  writeFileSync(path, changed);
}

function runAll(commands: readonly string[]): void {
  for (const command of commands) {
    const { code, output } = copy.run(command);
    expect(code, `${command}\n${output.slice(-4_000)}`).toBe(0);
  }
}

test.each(['A routine', 'A language', 'A device'])('the recipe "%s" has fewer than ten lines', (heading) => {
  const lines = sectionOf(guide, heading)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('```'));
  expect(lines.length).toBeLessThan(10);
});

test('a routine is one file and its texts; the tests name each text that is missing', () => {
  const [create = '', check = ''] = shellLines(guide, 'A routine');
  runAll([create]);
  edit('utils/core/routine/routines/my-routine.ts', (text) =>
    text
      .replace("id: 'calf-and-hip-stretch'", "id: 'my-routine'")
      .replaceAll("id: 'stretch-", "id: 'my-")
      .replace('atS: 30', 'atS: 45')
      .replace("'steps/0/doses/none/0/atS': ['text', 30,", "'steps/0/doses/none/0/atS': ['text', 45,"),
  );

  const missing = copy.run(check);
  expect(missing.code).not.toBe(0);
  const named = [
    ...new Set(missing.output.match(/(?:phone\.)?(?:routine|step|summary\.place)\.my-[a-z.-]+/g)),
  ];
  expect(named.sort()).toEqual([
    'phone.routine.my-routine',
    'phone.step.my-calf',
    'phone.step.my-hip-flexor',
    'routine.my-routine',
    'step.my-calf.none',
    'step.my-calf.place',
    'step.my-hip-flexor.none',
    'step.my-hip-flexor.place',
    'summary.place.my-calf',
    'summary.place.my-hip-flexor',
  ]);

  const catalogues = textFiles();
  for (const file of catalogues) {
    const isPhone = file.includes('/phone-');
    const keys = named.filter((key) => key.startsWith('phone.') === isPhone);
    // A word of its own in each language: one that equals the English counts as forgotten.
    const word = file.replace(/\W/g, '');
    edit(file, (text) =>
      text.replace(/\{\n/, `{\n${keys.map((key) => `  '${key}': 'X ${word}',\n`).join('')}`),
    );
  }
  runAll([check, 'npx tsc -b utils']);
  expect(copy.changed()).toEqual([...catalogues, 'utils/core/routine/routines/my-routine.ts'].sort());
});

test('a language is two files and its lines in one list; a missing text does not compile', () => {
  const [copyWatch = '', copyPhone = '', types = '', check = ''] = shellLines(guide, 'A language');
  runAll([copyWatch, copyPhone]);
  for (const part of ['watch', 'phone'] as const) {
    const type = part === 'watch' ? 'WatchTexts' : 'PhoneTexts';
    edit(`utils/core/text/${part}-it.ts`, (text) =>
      `import type { ${type} } from './${part}-en.ts';\n\n${text}`
        .replace(`export const ${part}En = {`, `export const ${part}It: ${type} = {`)
        .replace(/\} as const;[\s\S]*$/, '};\n')
        // A stand-in for the translator: no text may equal the English one.
        .replace(/^( +(?:'[^']+'|\w+):\s+'[^']*)',$/gm, "$1 (it)',"),
    );
  }
  edit('utils/core/text/catalogues.ts', (text) =>
    `import { phoneIt } from './phone-it.ts';\nimport { watchIt } from './watch-it.ts';\n${text}`
      .replace(/locales = \[/, "locales = ['it-IT', ")
      .replace(/(watchTexts: [^=]+= \{)/, "$1 'it-IT': watchIt,")
      .replace(/(phoneTexts: [^=]+= \{)/, "$1 'it-IT': phoneIt,"),
  );
  runAll([types, check]);

  edit('utils/core/text/watch-it.ts', (text) => text.replace(/^ +'home\.start': .*\n/m, ''));
  const missing = copy.run(types);
  expect(missing.code).not.toBe(0);
  expect(missing.output).toContain(`'"home.start"' is missing`);
});

test('a device is one row; the layout test looks at its glass and the table of watches names it', () => {
  edit('simulator/devices.json', (text) => text.replace('[', `[\n${JSON.stringify(newDevice)},`));
  runAll(shellLines(guide, 'A device'));
  expect(readFileSync(join(copy.root, 'README.md'), 'utf8')).toContain('| round, 452 x 452 | Newcomer |');
  expect(copy.changed()).toEqual(['README.md', 'simulator/devices.json']);
});

const newDevice = {
  name: 'Newcomer',
  apiLevel: '4.2',
  osVersion: '5.0',
  shape: 'round',
  cornerRadius: null,
  width: 452,
  height: 452,
  keys: 2,
  secondaryWidget: false,
  deviceSources: [99_000_001],
};

/** The catalogues of every language. */
function textFiles(): readonly string[] {
  const { output } = copy.run('git ls-files utils/core/text');
  return output.split('\n').filter((file) => /\/(?:watch|phone)-[a-z]+\.ts$/.test(file));
}
