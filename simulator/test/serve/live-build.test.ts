/** A change of the sources while the page is open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type RunningBuild, runLiveBuild } from '../../src/serve/live-build.ts';

const FIRST = new Uint8Array([1]);
let folder: string;
let told: string[];
let running: RunningBuild;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-build-'));
  told = [];
});

afterEach(() => {
  running.close();
  rmSync(folder, { recursive: true });
});

function start(build: () => Promise<Uint8Array>): void {
  running = runLiveBuild(FIRST, { folders: [folder], build }, (text) => told.push(text));
}

const change = (name = 'page.js'): void => writeFileSync(join(folder, name), String(Math.random()));

it('several writes cause one build, which has a new version', async () => {
  const build = vi.fn(() => Promise.resolve(new Uint8Array([2])));
  start(build);
  change();
  change('other.js');
  await vi.waitFor(() => expect(running.version).toBe(2), 5_000);
  expect(build).toHaveBeenCalledTimes(1);
  expect(running.bytes).toEqual(new Uint8Array([2]));
});

it('a build that fails keeps the last good one, and says why', async () => {
  start(() => Promise.reject(new Error('page.js: a bracket is missing')));
  change();
  await vi.waitFor(() => expect(told.join()).toContain('a bracket is missing'), 5_000);
  expect(running.bytes).toBe(FIRST);
  expect(running.version).toBe(1);
});
