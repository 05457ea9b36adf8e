/**
 * Every screen on a wearer's paths through the packed app, on one model of each glass and in every language: the pictured ones, whole
 * sessions of every kind, and what can cover each phase.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/devices';
import { WALK_SCENES } from '../../tools/pictures/walk-scenes.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { type Locale, locales } from '../../utils/core/text/catalogues.ts';
import { faultsOnTheWay } from '../support/layout-film.ts';
import { LAYOUT_SCENES } from '../support/layout-scenes.ts';

const MODELS = ['Falcon', 'Cheetah (Round)', 'GTR 4', 'Balance 2', 'Bip 6', 'Bip Max'] as const;
/** At least this many screens differ in more than their digits. */
const SCREENS = 230;

/** Every page except the one that shows nothing. */
const PAGES = readdirSync(join(repositoryRoot, 'page'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['widgets', 'apply-preferences'].includes(entry.name))
  .map(({ name }) => name)
  .sort();

interface Found {
  readonly faults: readonly string[];
  readonly screens: number;
  /** The pages that the tests have shown. */
  readonly pages: readonly string[];
}

async function lookedThrough(model: string, locale: Locale): Promise<Found> {
  const device = findDevice(model);
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const scene of [...WALK_SCENES, ...LAYOUT_SCENES]) {
    if (scene.isOn?.(device) !== false) faults.push(...(await faultsOnTheWay(scene, device, locale, seen)));
  }
  const pages = new Set([...seen].map((screen) => /page\/([^/]+)\//.exec(screen)?.[1] ?? 'none'));
  return { faults, screens: seen.size, pages: [...pages] };
}

describe('the packed app’s screens', () => {
  it.each(MODELS.flatMap((model) => locales.map((locale) => [model, locale] as const)))(
    'have no layout fault on the glass of %s in %s',
    async (model, locale) => {
      const { faults, screens, pages } = await lookedThrough(model, locale);
      expect(faults).toEqual([]);
      expect(screens).toBeGreaterThan(SCREENS);
      expect(pages).toEqual(expect.arrayContaining([...PAGES]));
    },
    120_000,
  );
});
