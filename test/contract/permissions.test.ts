/** The manifest asks for exactly what the watch's code uses. */
import { expect, it } from 'vitest';
import { listAt } from '../../tools/shared/json.ts';
import { guardedModules, permissions } from './permissions.ts';
import { jsonOf, modulesIn, textOf } from './sources.ts';

const asked = listAt(jsonOf('app.json'), 'permissions').map(String);
const watch = modulesIn('app.ts', 'page', 'app-service', 'secondary-widget', 'utils');

/** Permissions needed by the named imports of the watch's code. */
const needed = new Set(
  watch.flatMap((file) =>
    [...textOf(file).matchAll(/import\s*\{([^}]*)\}\s*from '(@zos\/[^']+)'/g)].flatMap(
      ([, names, module]) => {
        const permission = guardedModules[module ?? ''];
        const uses = permissions[permission ?? '']?.usedBy ?? [];
        const imported = (names ?? '').split(',').map((name) => name.trim().split(' ')[0] ?? '');
        return permission !== undefined && imported.some((name) => uses.includes(name)) ? [permission] : [];
      },
    ),
  ),
);

it('every permission has a stated reason', () => {
  expect(asked.filter((permission) => (permissions[permission]?.reason ?? '') === '')).toEqual([]);
});

it('every permission is needed by a call', () => {
  expect(asked.filter((permission) => !needed.has(permission))).toEqual([]);
});

it('every call has the permission that it needs', () => {
  expect([...needed].filter((permission) => !asked.includes(permission))).toEqual([]);
});

it('platform modules that need a permission are imported by name, so that their calls can be counted', () => {
  const whole = Object.keys(guardedModules).flatMap((module) =>
    watch.filter((file) => textOf(file).includes(`* as`) && textOf(file).includes(`from '${module}'`)),
  );
  expect(whole).toEqual([]);
});
