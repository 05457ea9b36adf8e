/** `npm run probe`: packs the second app, which asks a person with a watch what the documents leave open, and reads its results. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { ensureBuilt } from '../package/build.ts';
import { repositoryRoot } from '../shared/project.ts';
import { demandWorn, parseResult } from './evidence/result.ts';
import { writeWorn } from './evidence/rows.ts';

export function probeCommand(): Command {
  const command = new Command('npm run probe --')
    .description('Packs the probe for the simulator.')
    .action(buildProbe);
  command
    .command('evidence')
    .description('Writes the results of the probe into the table of docs/evidence.md.')
    .argument('<file>', 'JSON file of a result')
    .option('--page <file>', 'another file to update', join(repositoryRoot, 'docs', 'evidence.md'))
    .action((file: string, { page }: { readonly page: string }) => writeEvidence(file, page));
  return command;
}

async function buildProbe(): Promise<void> {
  const { simulatorZab } = await ensureBuilt({ app: 'probe' });
  process.stderr.write(`${relative(process.cwd(), simulatorZab)}\n`);
  process.stderr.write('For a watch: npm run preview -- --probe\n');
}

async function writeEvidence(file: string, page: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: cannot be read.`);
  });
  const result = parseResult(file, text);
  demandWorn(file, result);
  const change = writeWorn(await readFile(page, 'utf8'), result);
  printList('changed rows:', change.moved);
  printList('watches disagree about:', change.disagreements);
  printList('changes no row:', change.without);
  await writeFile(page, change.page);
}

function printList(heading: string, sentences: readonly string[]): void {
  if (sentences.length > 0)
    process.stdout.write(`${heading}\n${sentences.map((one) => `  ${one}\n`).join('')}`);
}
