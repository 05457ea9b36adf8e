/**
 * Writes the list of built-in routines, so that a routine is one file in `utils/core/routine/routines`. The list is not kept
 * in git: an install, the build and the tests write it.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const place = 'utils/core/routine';

/** Writes `built-in.ts` if it has changed. */
export async function writeRoutineList(root: string): Promise<void> {
  const names = await routineNames(root);
  const file = join(root, place, 'built-in.ts');
  const text = listText(names, await digestOf(root));
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The ids of the routines, sorted: a file is named as the id of its routine. */
async function routineNames(root: string): Promise<readonly string[]> {
  const files = await readdir(join(root, place, 'routines')).catch(() => []);
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  const odd = names.find((name) => !/^[a-z][a-z0-9-]*$/.test(name));
  if (odd !== undefined)
    throw new Error(
      `${place}/routines/${odd}.ts: a routine's file is named as its id, in small letters, digits and dashes.`,
    );
  if (names.length === 0) throw new Error(`${place}/routines contains no routine.`);
  return names.sort();
}

/** A digest of the folder's modules, of which every plan is made. */
async function digestOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(join(root, place), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts') && name !== 'built-in.ts').sort()) {
    hash.update(await readFile(join(root, place, file)));
  }
  return hash.digest('hex').slice(0, 8);
}

function listText(names: readonly string[], digest: string): string {
  return [
    '/** Every built-in routine. Written from the folder `routines` by `npm run fix`; not kept in git. */',
    "import type { Routine } from './routine.ts';",
    ...names.map((name, at) => `import { routine as routine${at} } from './routines/${name}.ts';`),
    '',
    `export const routines: readonly Routine[] = [${names.map((_name, at) => `routine${at}`).join(', ')}];`,
    '/** Their ids, for modules that do not need the routines. */',
    `export const routineIds: readonly string[] = [${names.map((name) => `'${name}'`).join(', ')}];`,
    '/** Names this version of the routines and of how plans are made: another one may make another plan of the same preferences. */',
    `export const planMaker = '${digest}';`,
    '',
  ].join('\n');
}
