/** Which models the source of an app is for, by its app.json. */
import { expect, it } from 'vitest';
import { modelsOfSource, type SourceManifest, whyNoModel } from '../../src/headless/source-models.ts';

const appJson = (minVersion: string, ...platforms: readonly object[]): SourceManifest => ({
  targets: { one: { platforms: platforms.slice(0, 1) }, two: { platforms: platforms.slice(1) } },
  runtime: { apiVersion: { minVersion } },
});

it.each<readonly [what: string, manifest: SourceManifest, served: RegExp, refused: RegExp]>([
  ['a device source', appJson('2.0', { name: 'LeidenW', deviceSource: 251 }), /^GTR Mini$/, /Balance/],
  ['a shape', appJson('2.0', { st: 's' }), /Square|Bip/, /^Balance 2$/],
  ['a shape and an exact width', appJson('2.0', { st: 'r', sr: 'w466' }), /T-Rex|GTR|Active/, /^Balance 2$/],
  ['an API level', appJson('4.0', { st: 'r' }), /^Balance 2$/, /^GTR Mini$/],
  ['nothing', {}, /^Balance 2$/, /^No model$/],
])('an app.json with %s is for the models that fit', (_what, manifest, served, refused) => {
  const names = modelsOfSource(manifest).map(({ name }) => name);
  expect(names).toContainEqual(expect.stringMatching(served));
  expect(names).not.toContainEqual(expect.stringMatching(refused));
});

it('an app.json of several targets is for the models of each', () => {
  const names = modelsOfSource(appJson('2.0', { deviceSource: 251 }, { st: 's' })).map(({ name }) => name);
  expect(names).toContain('GTR Mini');
  expect(names).toContainEqual(expect.stringMatching(/Square/));
});

it.each<readonly [what: string, manifest: SourceManifest, why: string]>([
  [
    'is for Zepp OS 1.0',
    appJson('1.0.0', { deviceSource: 246 }, { deviceSource: 229 }),
    '(GTS 4 mini, GTR 3 Pro)',
  ],
  ['needs a level that no model has yet', appJson('9.0', { st: 'r' }), 'needs API_LEVEL 9.0'],
  ['is for models that are not known', appJson('2.0', { deviceSource: 1 }), 'Its device sources: 1.'],
  ['is for models of a lower level', appJson('3.0', { deviceSource: 251 }), 'whose API_LEVEL is high enough'],
])('an app.json that %s is refused with the reason', (_what, manifest, why) => {
  expect(modelsOfSource(manifest)).toEqual([]);
  expect(whyNoModel(manifest)).toContain(why);
});
