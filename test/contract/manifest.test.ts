/** The manifest, the files it names and the version, which is written in three places and must be one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestEntries } from '../../tools/package/manifest-entries.ts';
import { isObject, listAt, objectAt, stringAt } from '../../tools/shared/json.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { jsonOf, repositoryFiles } from './sources.ts';

const manifest = jsonOf('app.json');
const app = objectAt(manifest, 'app');
const entries = manifestEntries(isObject(manifest) ? manifest : {});

describe('entries', () => {
  it.each(entries.sources)('%s has its source', (entry) => {
    expect(existsSync(join(repositoryRoot, `${entry}.ts`))).toBe(true);
  });

  it('every page and service in the source folders is listed', () => {
    const found = repositoryFiles
      .filter((file) =>
        /^page\/[^/]+\/[^/]+\.page\.ts$|^app-service\/[^/]+\.ts$|^secondary-widget\/glance\.ts$/.test(file),
      )
      .map((file) => file.replace(/\.ts$/, ''));
    expect(found.filter((entry) => !entries.sources.includes(entry))).toEqual([]);
  });
});

it('the service that alarms start is declared for events too, without which some watches are said to start none', () => {
  const [module] = Object.values(objectAt(manifest, 'targets')).map((target) => objectAt(target, 'module'));
  expect(objectAt(module, 'app-event')).toEqual({ path: 'app-service/reminder' });
  expect(listAt(objectAt(module, 'app-service'), 'services')).toContain('app-service/reminder');
});

describe('targets', () => {
  const platforms = Object.entries(objectAt(manifest, 'targets')).flatMap(([target, value]) =>
    listAt(value, 'platforms').map((platform) => {
      const width = stringAt(platform, 'sr');
      const shape = stringAt(platform, 'st') ?? '';
      return { folder: `${target}.${width === undefined ? '' : `${width}-`}${shape}` };
    }),
  );

  it.each(platforms)('assets/$folder holds the app icon', ({ folder }) => {
    const icon = stringAt(app, 'icon') ?? 'no icon named';
    expect(existsSync(join(repositoryRoot, 'assets', folder, icon))).toBe(true);
  });

  it('round, square and the wide square screen are covered', () => {
    expect(platforms.map(({ folder }) => folder)).toEqual(['default.r', 'default.s', 'default.w432-s']);
  });

  it('the manifest opts into the wide square screen', () => {
    expect(app._pikeCompatibled).toBe(1);
  });
});

it('the app id is the development one', () => {
  expect(app.appId).toBe(27001);
});
