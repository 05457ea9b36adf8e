/** The third-party notices: version and licence of each package that ships with the app, or with the simulator and its demo. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { objectAt, stringAt } from '../shared/json.ts';
import { installedFile, projectAt } from '../shared/project.ts';

// cspell:ignore Kazuhiko Arase Fabrice Bellard
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Licences that a package has no file for: its own, as the head of its source says, or those of code that it was built from. */
const WITHOUT_FILE: Readonly<Record<string, string>> = {
  'qrcode-generator': `Copyright (c) 2009 Kazuhiko Arase\n\n${MIT}`,
  'quickjs-emscripten': `QuickJS: Copyright (c) 2017-2020 Fabrice Bellard, Copyright (c) 2017-2020 Charlie Gordon
Emscripten: Copyright (c) 2010-2014 Emscripten authors\n\n${MIT}`,
};

/** File of the notices, in the folder of each package that ships. */
export const NOTICES = 'THIRD-PARTY-NOTICES.md';

const HEADINGS: Readonly<Record<string, string>> = {
  '.': 'Code of these packages ships inside the app, on the watch and the phone.',
  simulator:
    'The simulator is built from these packages. The demo and the page carry the fonts and libraries among them.',
};

/** The folders, relative to the root, that have notices. */
export const NOTICE_FOLDERS = Object.keys(HEADINGS);

/** Text of the notices for the package in `folder`: its dependencies, and theirs. */
export async function noticesText(root: string, folder: string): Promise<string> {
  const manifest = await jsonAt(join(root, folder, 'package.json'));
  const names = new Set(dependenciesOf(manifest));
  // A set hands out what is added to it meanwhile.
  for (const name of names)
    for (const further of dependenciesOf(await jsonAt(manifestOf(root, name)))) names.add(further);
  const sections = await Promise.all([...names].sort().map((name) => section(root, name)));
  return `${[`# Third-party notices\n\n${HEADINGS[folder]}\n`, ...sections].join('\n').trimEnd()}\n`;
}

const dependenciesOf = (manifest: unknown): readonly string[] =>
  Object.keys(objectAt(manifest, 'dependencies'));
const jsonAt = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const manifestOf = (root: string, name: string): string =>
  installedFile(projectAt(root), name, 'package.json');

async function section(root: string, name: string): Promise<string> {
  const manifestPath = manifestOf(root, name);
  const manifest = await jsonAt(manifestPath);
  const folder = dirname(manifestPath);
  const files = (await readdir(folder)).filter((entry) => /^(licen[cs]e|notice)/i.test(entry)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const further = WITHOUT_FILE[name];
  if (further !== undefined) texts.push(further);
  const licence = stringAt(manifest, 'license');
  if (texts.length === 0 || licence === undefined) throw new Error(`${name} ships without a licence.`);
  const text = texts.map((part) => part.replaceAll('\r\n', '\n').trim()).join('\n\n');
  const repository =
    stringAt(objectAt(manifest, 'repository'), 'url') ?? stringAt(manifest, 'repository') ?? '';
  const source = repository.replace(/^git\+|\.git$/g, '');
  const version = stringAt(manifest, 'version') ?? '';
  return `## ${name} ${version}\n\nLicence: ${licence}. Source: ${source}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
