/** `npm run docs`: writes the parts of the README that come from data. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEVICES } from 'zepp-watch-simulator/engine/devices';
import { objectAt, stringAt } from '../shared/json.ts';
import { repositoryRoot } from '../shared/project.ts';
import { modelsTable, withModels } from './models-table.ts';

const manifest: unknown = JSON.parse(await readFile(join(repositoryRoot, 'app.json'), 'utf8'));
const minimum = stringAt(objectAt(objectAt(manifest, 'runtime'), 'apiVersion'), 'minVersion') ?? '';
const file = join(repositoryRoot, 'README.md');
const text = await readFile(file, 'utf8');
await writeFile(file, withModels(text, modelsTable(DEVICES, minimum)));
