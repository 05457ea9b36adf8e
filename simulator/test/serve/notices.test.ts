/** The pages include the licence of each font and library that is built into them. */
import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { expect, it } from 'vitest';
import { buildPage } from '../../src/serve/page-files.ts';

const notices = readFileSync(new URL('../../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');

/** `name version` of each package of which a bundle includes something. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  const folders = Object.keys(inputs).flatMap(
    (path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return `${name} ${version}`;
  });
}

it.each(['index', 'host', 'renderer'] as const)(
  'every font and library of the page %s, which the demo includes, has a notice',
  async (page) => {
    const { metafile } = await buildPage(page);
    const packages = packagesIn(metafile);
    expect(packages.length).toBeGreaterThan(2);
    expect([...notices.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual(
      expect.arrayContaining([...packages]),
    );
  },
);

it('the page of the demo includes the notices', async () => {
  const { files } = await buildPage('index');
  expect(Buffer.from(files.get('THIRD-PARTY-NOTICES.txt') ?? '').toString()).toBe(notices);
});
