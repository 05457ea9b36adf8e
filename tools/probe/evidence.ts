/**
 * `npm run evidence -- FILE.json [--page FILE.md]`: says which rows of docs/evidence.md (or of another page) a probe's
 * result moves, and writes them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildFailure, reportFailure } from '../shared/failure.ts';
import { repositoryRoot } from '../shared/project.ts';
import { demandWorn, parseResult } from './evidence/result.ts';
import { writeWorn } from './evidence/rows.ts';

function list(heading: string, sentences: readonly string[]): void {
  if (sentences.length > 0)
    process.stdout.write(`${heading}\n${sentences.map((one) => `  ${one}\n`).join('')}`);
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { page: { type: 'string' } },
  });
  const [file] = positionals;
  const page = values.page ?? join(repositoryRoot, 'docs', 'evidence.md');
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
