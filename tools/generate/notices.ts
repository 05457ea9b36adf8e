/** The third-party notice: version and licence of each package that ships, which are the `dependencies` of package.json. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { objectAt, stringAt } from '../shared/json.ts';
import { installedFile, projectAt } from '../shared/project.ts';

/** Text of THIRD-PARTY-NOTICES.md for the repository at `root`. */
export async function noticesText(root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const names = Object.keys(objectAt(manifest, 'dependencies')).sort();
  const sections = await Promise.all(names.map((name) => section(root, name)));
  const heading =
    '# Third-party notices\n\nCode of these packages ships inside the app, on the watch and the phone.\n';
  return `${[heading, ...sections].join('\n').trimEnd()}\n`;
}

async function section(root: string, name: string): Promise<string> {
  const manifestPath = installedFile(projectAt(root), name, 'package.json');
  const manifest: unknown = JSON.parse(await readFile(manifestPath, 'utf8'));
  const folder = dirname(manifestPath);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const licence = stringAt(manifest, 'license');
  if (file === undefined || licence === undefined)
    throw new Error(`${name} ships in the app and states no licence.`);
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trim();
  const source = (stringAt(objectAt(manifest, 'repository'), 'url') ?? '').replace(/^git\+|\.git$/g, '');
  const version = stringAt(manifest, 'version') ?? '';
  return `## ${name} ${version}\n\nLicence: ${licence}. Source: ${source}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
}
