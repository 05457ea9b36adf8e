/** The third-party notices describe what ships now. */
import { readFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';
import { expect, it } from 'vitest';
import { NOTICE_FOLDERS, NOTICES, noticesText } from '../../tools/generate/notices.ts';
import { manifestEntries } from '../../tools/package/manifest-entries.ts';
import { buildEditor } from '../../tools/routine-editor/page-files.ts';
import { objectAt, stringAt } from '../../tools/shared/json.ts';
import { installedFile, projectAt, repositoryRoot } from '../../tools/shared/project.ts';
import { jsonOf, textOf } from './sources.ts';

it.each(NOTICE_FOLDERS)(
  'the third-party notices in %s are those that `npm run fix` writes',
  async (folder) => {
    expect(textOf(`${folder}/${NOTICES}`)).toBe(await noticesText(repositoryRoot, folder));
  },
);

/** `name version` of each package of which a bundle includes something. */
function packagesIn({ inputs }: Metafile): string[] {
  const names = Object.keys(inputs).flatMap(
    (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const version = (name: string) =>
    stringAt(
      JSON.parse(readFileSync(installedFile(projectAt(repositoryRoot), name, 'package.json'), 'utf8')),
      'version',
    );
  return [...new Set(names)].sort().map((name) => `${name} ${version(name)}`);
}

const noticed = (folder: string): string[] =>
  [...textOf(`${folder}/${NOTICES}`).matchAll(/^## (.+)$/gm)].map((found) => found[1] ?? '');

it('every package in a bundle of the app has a notice', async () => {
  const { metafile } = await build({
    entryPoints: manifestEntries(objectAt({ manifest: jsonOf('app.json') }, 'manifest')).sources.map(
      (entry) => `${repositoryRoot}/${entry}.ts`,
    ),
    bundle: true,
    write: false,
    metafile: true,
    outdir: repositoryRoot,
    external: ['@zos/*', 'i18n'],
    format: 'esm',
  });
  expect(packagesIn(metafile)).toEqual(noticed('.'));
});

it('every font and library in the page of the routine editor, which the demo includes, has a notice', async () => {
  const { metafile } = await buildEditor();
  const packages = packagesIn(metafile);
  expect(packages.length).toBeGreaterThan(1);
  expect([...noticed('simulator'), ...noticed('.')]).toEqual(expect.arrayContaining(packages));
});
