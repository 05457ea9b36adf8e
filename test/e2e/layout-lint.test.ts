/** Every scene of a wearer's way through the packed app: its real widgets on every glass, and in every language. */

import { describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { WALK_SCENES, type WalkScene } from '../../tools/pictures/walk-scenes.ts';
import { allowingWatch } from '../../tools/simulate/seeded-watch.ts';
import { type Locale, locales, watchTexts } from '../../utils/core/text/catalogues.ts';
import { contrast, lint } from '../support/layout-lint.ts';
import { wornWatch } from '../support/worn-watch.ts';

/** One model of each glass. */
const MODELS = ['Falcon', 'Cheetah (Round)', 'GTR 4', 'Balance 2', 'Bip 6', 'Bip Max'] as const;

async function faultsOf(scene: WalkScene, model: string, locale: Locale): Promise<readonly string[]> {
  const device = findDevice(model);
  const past = scene.newWearer === true ? {} : allowingWatch(device);
  const watch = wornWatch({ on: device, files: new Map(), ...past });
  await watch.perform({ verb: 'locale', where: 'watch', locale });
  await watch.launch();
  await watch.advance(1_000);
  await scene.reach({ watch, text: (key) => watchTexts[locale][key] });
  return lint(device, watch.sim.watch.widgets).map((fault) => `${scene.name}, ${model}, ${locale}: ${fault}`);
}

async function faultsOfAll(model: string, locale: Locale): Promise<readonly string[]> {
  const faults: string[] = [];
  const device = findDevice(model);
  const there = WALK_SCENES.filter(({ isOn }) => isOn === undefined || isOn(device));
  for (const scene of there) faults.push(...(await faultsOf(scene, model, locale)));
  return faults;
}

describe('the packed app’s pages', () => {
  it.each(MODELS.flatMap((model) => locales.map((locale) => [model, locale] as const)))(
    'are right on the glass of %s in %s',
    async (model, locale) => {
      expect(await faultsOfAll(model, locale)).toEqual([]);
    },
    60_000,
  );
});

it('the lint knows black on white from white on white', () => {
  expect([contrast(0, 0xffffff), contrast(0xffffff, 0xffffff)]).toEqual([21, 1]);
});
