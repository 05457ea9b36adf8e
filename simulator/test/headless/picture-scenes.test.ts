import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenesOf } from '../../src/cli/scenes.ts';

const pages = ['page/home/index.page', 'page/list', 'pages/deep/one'];
const none = { pages, wanted: [], all: false };

describe('the moment of a picture', () => {
  it('is the first page by default', async () => {
    expect(await scenesOf(none)).toEqual([{ name: 'home', script: 'launch\nwait 1s' }]);
  });

  it('is a page by one of its names', async () => {
    expect(await scenesOf({ ...none, wanted: ['list'] })).toEqual([
      { name: 'list', script: 'launch page/list\nwait 1s' },
    ]);
  });

  it('is every page when all are asked for', async () => {
    const scenes = await scenesOf({ ...none, all: true });
    expect(scenes.map((scene) => scene.name)).toEqual(['home', 'list', 'deep-one']);
  });

  it('is the end of a script, under the script’s name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scenes-'));
    const script = join(folder, 'third-hold.txt');
    writeFileSync(script, 'launch\nwait 9s');
    const scenes = await scenesOf({ ...none, script });
    rmSync(folder, { recursive: true });
    expect(scenes).toEqual([{ name: 'third-hold', script: 'launch\nwait 9s' }]);
  });

  it('is refused with the list of pages if a page does not exist', async () => {
    await expect(scenesOf({ ...none, wanted: ['away'] })).rejects.toThrow(
      'the app has no page "away"; it has: page/home/index.page, page/list, pages/deep/one',
    );
  });

  it('cannot be both a script and a page', async () => {
    await expect(scenesOf({ ...none, wanted: ['list'], script: 'x' })).rejects.toThrow('leave out --page');
  });
});
