/** `npm run evidence -- FILE.json`: says which rows of docs/evidence.md a probe's result moves, and writes them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildFailure, reportFailure } from './build/failure.ts';
import { repositoryRoot } from './build/project.ts';
import { demandWorn, parseResult } from './evidence/result.ts';
import { writeWorn } from './evidence/rows.ts';

const page = join(repositoryRoot, 'docs', 'evidence.md');

function list(heading: string, sentences: readonly string[]): void {
  if (sentences.length > 0)
    process.stdout.write(`${heading}\n${sentences.map((one) => `  ${one}\n`).join('')}`);
}

try {
  const [file] = process.argv.slice(2);
  if (file === undefined)
    throw new BuildFailure('Usage: npm run evidence -- FILE.json (a result of the probe).');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BuildFailure(`${file}: cannot be read.`);
  });
  const result = parseResult(file, text);
  demandWorn(file, result);
  const change = writeWorn(await readFile(page, 'utf8'), result);
  list('moved:', change.moved);
  list('watches disagree about:', change.contradictions);
  list('moves nothing:', change.without);
  await writeFile(page, change.page);
} catch (error) {
  reportFailure(error);
}
