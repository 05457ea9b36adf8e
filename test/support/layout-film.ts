/** Follows a path through the packed app and checks the layout of every screen on it, not only of the last one. */

import { type DeviceModel, durationMs, type Watch } from 'zepp-watch-simulator';
import { allowingWatch, usedWatch } from '../../tools/simulate/seeded-watch.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { lint } from './layout-lint.ts';
import type { LayoutScene } from './layout-scenes.ts';
import { wornWatch } from './worn-watch.ts';

/**
 * How often the layout is checked while time passes, ms. Every screen lasts longer. It is no multiple of the page's tick, because a tick
 * first hides what it takes off the page and deletes it later.
 */
const LOOK_MS = 487;

/** Screens that differ only in their digits have the same layout. */
const screenOf = (watch: Watch): string =>
  JSON.stringify([watch.sim.watch.page, watch.texts().map((text) => text.replace(/\d/g, '0'))]);

/**
 * @param seen the screens that were checked on this glass in this language
 * @returns one sentence a fault
 */
export async function faultsOnTheWay(
  scene: LayoutScene,
  device: DeviceModel,
  locale: Locale,
  seen: Set<string>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const { files, ...consent } = allowingWatch(device);
  const own = scene.preferences === undefined ? files : usedWatch(scene.preferences, 'refused', scene.codes);
  const past = scene.newWearer === true ? { files: new Map() } : { ...consent, files: own };
  const watch = wornWatch({ on: device, ...past });
  const look = (): void => {
    const screen = screenOf(watch);
    if (seen.has(screen)) return;
    seen.add(screen);
    for (const fault of lint(device, watch.sim.watch.widgets, locale)) faults.push(`${scene.name}: ${fault}`);
  };
  const watched: Watch = {
    ...watch,
    async advance(duration) {
      for (let leftMs = durationMs(duration); leftMs > 0; leftMs -= LOOK_MS) {
        await watch.advance(Math.min(LOOK_MS, leftMs));
        if (leftMs >= LOOK_MS) look();
      }
    },
    async until(predicate, limit) {
      const untilMs = watch.sim.uptimeMs + durationMs(limit);
      while (!(await watch.until(predicate, LOOK_MS))) {
        if (watch.sim.uptimeMs >= untilMs) return false;
        look();
      }
      return true;
    },
  };
  await watch.perform({ verb: 'locale', where: 'watch', locale });
  await watch.launch();
  await watch.advance(1_000);
  await scene.reach({ watch: watched, text: (key) => watchTexts[locale][key] });
  look();
  return faults;
}
