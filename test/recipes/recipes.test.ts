/** Each recipe of the guide for developers, followed command by command in a copy of the repository. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shellLines } from '../../tools/check/document-commands.ts';
import { textOf } from '../contract/sources.ts';
import { copyRepository, type RepositoryCopy } from '../support/repository-copy.ts';

const guide = textOf('docs/developer-guide.md');

let copy: RepositoryCopy;

// Each copy starts compilers and test runners anew, on a computer that may be busy.
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

it('a routine is one file and its texts; the tests name each text that is missing', () => {
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
    ...['my-calf', 'my-hip-flexor'].flatMap((id) =>
      ['body', 'move', 'place'].map((what) => `step.${id}.none.${what}`),
    ),
    'summary.place.my-calf',
    'summary.place.my-hip-flexor',
  ]);

  const catalogues = textFiles();
  for (const file of catalogues) {
    const isPhone = file.includes('/phone-');
    const keys = named.filter((key) => key.startsWith('phone.') === isPhone);
    // Each language needs its own word, because a text that equals the English one counts as untranslated.
    const word = file.replace(/\W/g, '');
    edit(file, (text) =>
      text.replace(/\{\n/, `{\n${keys.map((key) => `  '${key}': 'X ${word}',\n`).join('')}`),
    );
  }
  runAll([check, 'npx tsc -b utils']);
  expect(copy.changed()).toEqual([...catalogues, 'utils/core/routine/routines/my-routine.ts'].sort());
});

it('a language is a copy of each file of texts and its lines in one list; a missing text does not compile', () => {
  const commands = shellLines(guide, 'A language');
  const [types = '', check = ''] = commands.slice(-2);
  runAll(commands.slice(0, -2));
  for (const [part, name, type] of copies) {
    edit(`utils/core/text/${part}-it.ts`, (text) =>
      `import type { ${type} } from './${part}-en.ts';\n\n${text}`
        .replace(`export const ${name}En = {`, `export const ${name}It: ${type} = {`)
        // The files that make up the catalogue.
        .replace(/import \{ (\w+)En \} from '(.*)-en\.ts';/g, "import { $1It } from '$2-it.ts';")
        .replace(/\.\.\.(\w+)En,/g, '...$1It,')
        .replace(/\} as const;[\s\S]*$/, '};\n')
        // A stand-in for the translator, since no text may equal the English one.
        .replace(/^( +(?:'[^']+'|\w+):\s+'[^']*)',$/gm, "$1 (it)',"),
    );
  }
  edit('utils/core/text/catalogues.ts', (text) =>
    `import { phoneIt } from './phone-it.ts';\n${text}`
      .replace(/locales = \[/, "locales = ['it-IT', ")
      .replace(/(phoneTexts: [^=]+= \{)/, "$1 'it-IT': phoneIt,"),
  );
  edit('utils/core/text/watch-catalogues.ts', (text) =>
    `import { watchIt } from './watch-it.ts';\n${text}`.replace(
      /(watchTexts: [^=]+= \{)/,
      "$1 'it-IT': watchIt,",
    ),
  );
  edit('app.json', (text) => text.replace('"i18n": {', '"i18n": { "it-IT": { "appName": "Iliacus (it)" },'));
  runAll([types, check]);

  edit('utils/core/text/watch-pages-it.ts', (text) => text.replace(/^ +'home\.start': .*\n/m, ''));
  const missing = copy.run(types);
  expect(missing.code).not.toBe(0);
  expect(missing.output).toContain(`'"home.start"' is missing`);
});

it('a preference is one row, its default, and its texts; offers, checks, merging and the document follow', () => {
  const [types = '', table = '', check = ''] = shellLines(guide, 'A preference');
  edit('utils/core/preferences/preference-table.ts', (text) =>
    text
      .replace('  band: true,\n', (first) => `${first}  mat: true,\n`)
      .replace(
        "    band: onOrOff({ label: ['options.band', 'preferences.band'] }),\n",
        (band) => `${band}${band.replaceAll('band', 'mat')}`,
      ),
  );

  const missing = copy.run(types);
  expect(missing.code).not.toBe(0);
  expect(missing.output).toContain('"options.mat"');
  expect(missing.output).toContain('"preferences.mat"');

  const catalogues = [...watchFiles(), ...phonePageFiles()];
  for (const file of catalogues) {
    const word = file.replace(/\W/g, '').slice(-4);
    const isPhone = file.includes('/phone-');
    const keys = isPhone ? ['preferences.mat'] : ['options.mat', 'options.mat.means'];
    edit(file, (text) =>
      text.replace(/\{\n/, `{\n${keys.map((key) => `  '${key}': '${word}',\n`).join('')}`),
    );
  }
  edit('test/core/preferences/own-routines.test.ts', (text) =>
    text.replace('  band: false,\n', (longest) => `${longest}  mat: false,\n`),
  );
  runAll([types, table, check]);
  expect(readFileSync(join(copy.root, 'docs/preferences.md'), 'utf8')).toContain('| `mat` | ');
  expect(copy.changed()).toEqual(
    [
      ...catalogues,
      'docs/preferences.md',
      'test/core/preferences/own-routines.test.ts',
      'utils/core/preferences/preference-table.ts',
    ].sort(),
  );
});

it('a device is one row; the layout test checks its glass, and the table of watches names it', () => {
  edit('simulator/devices.json', (text) => text.replace('[', `[\n${JSON.stringify(newDevice)},`));
  runAll(shellLines(guide, 'A device'));
  expect(readFileSync(join(copy.root, 'docs/wearer-guide.md'), 'utf8')).toContain(
    '| round, 452 x 452 | Newcomer |',
  );
  expect(copy.changed()).toEqual(['docs/wearer-guide.md', 'simulator/devices.json']);
});

it('an integration is a request, an id, and what the compiler then asks for; it is tested against a server that misbehaves', () => {
  const [create = '', types = '', check = ''] = shellLines(guide, 'An integration');
  runAll([create]);
  edit('utils/core/integrations/my-place.ts', (text) =>
    text
      .replace('function webhookRequest', 'function myPlaceRequest')
      .replace('url: secrets.address', "url: 'https://my-place.example/sessions'"),
  );
  edit('utils/core/integrations/integration.ts', (text) =>
    text.replace('INTEGRATIONS = [', "INTEGRATIONS = ['my-place', "),
  );

  const missing = copy.run(types);
  expect(missing.code).not.toBe(0);
  expect([...new Set(missing.output.match(/(?:app-side|setting)\/[\w/-]+\.ts/g))].sort()).toEqual([
    'app-side/integrations/senders.ts',
    'setting/sections/integrations.ts',
  ]);
  expect([...new Set(missing.output.match(/integrations\.my-place\.\w+/g))].sort()).toEqual([
    'integrations.my-place.key',
    'integrations.my-place.needs',
    'integrations.my-place.sent',
  ]);

  edit('app-side/integrations/senders.ts', (text) =>
    `import { myPlaceRequest } from '../../utils/core/integrations/my-place.ts';\n${text}`
      .replace(
        'webhook: withSoundSecrets(',
        "'my-place': withSoundSecrets(myPlaceSender(ports)),\n    webhook: withSoundSecrets(",
      )
      .replace(
        'function webhookSender',
        `function myPlaceSender({ http, nowMs }: SenderPorts): Sender {
  return (outgoing, secrets, done) =>
    http(myPlaceRequest(outgoing, secrets, nowMs()), (answer) => done(resultOfWrite(answer, nowMs(), Date.parse)));
}

function webhookSender`,
      ),
  );
  edit('setting/sections/integrations.ts', (text) =>
    text.replace("{ webhook: 'Webhook'", "{ 'my-place': 'My place', webhook: 'Webhook'"),
  );
  const pages = phonePageFiles();
  for (const file of pages) {
    const word = file.replace(/\W/g, '');
    const lines = ['key', 'needs', 'sent'].map(
      (part) => `  'integrations.my-place.${part}': 'X ${part} ${word}',\n`,
    );
    edit(file, (text) => text.replace(/\{\n/, `{\n${lines.join('')}`));
  }
  runAll([types]);

  const unmet = copy.run(check);
  expect(unmet.code).not.toBe(0);
  expect(unmet.output).toContain('my-place, failing at random');
  edit('test/app-side/integrations/random-failures.test.ts', (text) =>
    text.replace(
      '  webhook: { create',
      "  'my-place': { create: createFakeWebhook, idOf: (seq) => recordKey(WATCH, seq) },\n  webhook: { create",
    ),
  );
  runAll([check]);
  expect(copy.changed()).toEqual(
    [
      'app-side/integrations/senders.ts',
      'setting/sections/integrations.ts',
      'test/app-side/integrations/random-failures.test.ts',
      'utils/core/integrations/integration.ts',
      'utils/core/integrations/my-place.ts',
      ...pages,
    ].sort(),
  );
});

/** A language's files: name of the file, of its constant, of its type. */
const copies = [
  ['watch', 'watch', 'WatchTexts'],
  ['watch-session', 'watchSession', 'WatchSessionTexts'],
  ['watch-guide', 'guide', 'GuideTexts'],
  ['watch-pages', 'watchPages', 'WatchPagesTexts'],
  ['phone', 'phone', 'PhoneTexts'],
  ['phone-page', 'phonePage', 'PhonePageTexts'],
  ['phone-dates', 'phoneDates', 'PhoneDateTexts'],
  ['phone-faults', 'phoneFaults', 'PhoneFaultTexts'],
  ['phone-routines', 'phoneRoutines', 'PhoneRoutineTexts'],
] as const;

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

/** The phone page's own texts, which the phone's catalogues take in. */
function phonePageFiles(): readonly string[] {
  const { output } = copy.run('git ls-files utils/core/text/phone-page-*.ts');
  return output.split('\n').filter((file) => file !== '');
}

/** The watch's texts in every language. */
function watchFiles(): readonly string[] {
  return textFiles().filter((file) => !file.includes('/phone-'));
}

/** The catalogues of every language. */
function textFiles(): readonly string[] {
  const { output } = copy.run('git ls-files utils/core/text');
  return output.split('\n').filter((file) => /\/(?:watch|phone)-[a-z]{2}\.ts$/.test(file));
}
