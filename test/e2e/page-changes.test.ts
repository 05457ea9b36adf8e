/** The ways from page to page on a watch that lets no page replace itself while it is built. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type AppPackage, createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { openPacked } from '../support/packed-watch.ts';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

describe.each(['works', 'refused', 'loses-page'])('if a change of page in build() is "%s"', (value) => {
  async function launched(files: ReadonlyMap<string, Uint8Array>): Promise<Watch> {
    const device = findDevice('Balance 2');
    const watch = createWatch({ app, device }, { files, assume: { 'replace-in-build': value } });
    await watch.launch();
    await watch.advance(1_000);
    return watch;
  }

  it('a new wearer reaches the first run', async () => {
    const watch = await launched(new Map());
    expect(watch.sim.watch.page).toBe('page/welcome/index.page');
  });

  it('an app that is opened in a session goes back into it, and the session comes to its summary', async () => {
    const watch = await launched(usedWatch());
    await watch.tapText('Start');
    await watch.advance('40s');
    await watch.launch();
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe('page/session/index.page');
    expect(await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '20m')).toBe(true);
  });

  it('home comes back after another routine was picked', async () => {
    const watch = await launched(usedWatch());
    await watch.tapText('Hip release');
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe('page/home/index.page');
    expect(watch.texts()).toContain('Start');
    expect(watch.texts()).toContain('Calf and hip stretch');
  });
});
