/** Writes the files of the repository that follow from others. `npm run fix` writes all of them, an install the routine list. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { DEVICES } from 'zepp-watch-simulator/devices';
import { objectAt, stringAt } from '../shared/json.ts';
import { repositoryRoot } from '../shared/project.ts';
import { modelsTable, withModels } from './models-table.ts';
import { NOTICE_FOLDERS, NOTICES, noticesText } from './notices.ts';
import { writeRoutineList } from './routine-list.ts';
import { withRoutineLists } from './routine-words.ts';

const GENERATORS: Readonly<Record<string, () => Promise<void>>> = {
  routines: () => writeRoutineList(repositoryRoot),
  models: writeModelsTable,
  preferences: writePreferencesTable,
  lists: writeRoutineLists,
  notices: async () => {
    for (const folder of NOTICE_FOLDERS)
      await writeFile(join(repositoryRoot, folder, NOTICES), await noticesText(repositoryRoot, folder));
  },
};

export function generateCommand(): Command {
  return new Command('npx tsx tools/main.ts generate')
    .description(
      'Writes the list of built-in routines, the table of watches, the table of preferences, the lists for contributors, and the third-party notices.',
    )
    .addArgument(new Argument('[files...]', 'which of them; all by default').choices(Object.keys(GENERATORS)))
    .action(async (files: readonly string[]) => {
      for (const name of files.length > 0 ? files : Object.keys(GENERATORS)) await GENERATORS[name]?.();
    });
}

async function writeModelsTable(): Promise<void> {
  const manifest: unknown = JSON.parse(await readFile(join(repositoryRoot, 'app.json'), 'utf8'));
  const minimum = stringAt(objectAt(objectAt(manifest, 'runtime'), 'apiVersion'), 'minVersion') ?? '';
  const guide = join(repositoryRoot, 'docs', 'wearer-guide.md');
  const text = await readFile(guide, 'utf8');
  await writeFile(guide, withModels(text, modelsTable(DEVICES, minimum)));
}

async function writePreferencesTable(): Promise<void> {
  // Not loaded for the other parts: it needs the list of routines, which an install writes with this command.
  const { withPreferences } = await import('./preferences-table.ts');
  const document = join(repositoryRoot, 'docs', 'preferences.md');
  await writeFile(document, withPreferences(await readFile(document, 'utf8')));
}

async function writeRoutineLists(): Promise<void> {
  const document = join(repositoryRoot, 'CONTRIBUTING.md');
  await writeFile(document, withRoutineLists(await readFile(document, 'utf8')));
}
