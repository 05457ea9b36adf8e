/** Assumptions where nothing is published: the README lists them, and each can be set to another value. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSUMPTION_ROWS } from '../../src/engine/assumptions.ts';
import { assumptionsTable } from '../support/assumptions-table.ts';
import { launchedPage, miniWatch, perform } from '../support/mini-app.ts';

describe('an assumption', () => {
  it('is a row of the README’s table', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const table = readme.slice(readme.indexOf('### Assumptions'), readme.indexOf('### The engine'));
    const rows = table.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toEqual(assumptionsTable());
  });

  it('holds its usual value until a tester says otherwise', async () => {
    const watch = miniWatch({});
    const is = (value: string): boolean => watch.sim.isAssumed('timers-in-dark', value);
    expect([is('stop'), is('run')]).toEqual([true, false]);
    await perform(watch, 'assume timers-in-dark run');
    expect([is('stop'), is('run')]).toEqual([false, true]);
  });

  it.each([
    ['nobody', 'x', 'Nothing is assumed about "nobody"'],
    ['append', 'maybe', 'append is one of kept, lost, not "maybe"'],
  ])('%s %s is refused with a list of what exists', async (name, value, sentence) => {
    await expect(perform(miniWatch({}), `assume ${name} ${value}`)).rejects.toThrow(sentence);
  });
});

describe('a set of assumptions', () => {
  const reversed = (watch: ReturnType<typeof miniWatch>): string[] =>
    ASSUMPTION_ROWS.filter(({ name, values }) => watch.sim.isAssumed(name, values[1] ?? '')).map(
      (row) => row.name,
    );

  const readings = ASSUMPTION_ROWS.filter(({ reading }) => reading !== '').map(({ name }) => name);

  it.each([
    ['can be set by its reading', 'assume F9 reversed', ['double-click', 'single-click', 'key-taking']],
    ['can be set back', 'assume F9 reversed; assume F9 usual', []],
    [
      'accepts all readings at once, and one of them can be set back',
      'assume all reversed; assume vibrator usual',
      readings.filter((name) => name !== 'vibrator'),
    ],
  ])('%s', async (_what, steps, names) => {
    expect(reversed(await perform(miniWatch({}), steps))).toEqual(names);
  });

  it('can be chosen before the start', () => {
    const watch = miniWatch({}, { assume: { F18: 'reversed', 'file-reads': 'stale-elsewhere' } });
    expect(watch.sim.isAssumed('start-again', 'on-event')).toBe(true);
    expect(watch.sim.isAssumed('file-reads', 'stale-elsewhere')).toBe(true);
  });
});

describe('an update', () => {
  const writing = `
    zos('storage').localStorage.setItem('key', 'value');
    zos('fs').writeFileSync({ path: 'file', data: 'text' });
    zos('alarm').set({ url: 'page/home', delay: 600 });
    Page({});`;

  it.each([
    ['ends the app and its alarms, and keeps its files', '', ['file']],
    ['removes the files if that is assumed', 'assume update wipes-files; ', []],
  ])('%s', async (_what, before, files) => {
    const { sim } = await perform(await launchedPage(writing), `${before}update; wait 20m; expect page none`);
    expect([...sim.files.keys()]).toEqual(files);
  });
});
