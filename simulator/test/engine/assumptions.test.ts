/** What is assumed where nothing is published: listed in the README, and settable to the other way. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSUMPTION_ROWS } from '../../src/engine/assumptions.ts';
import { assumptionsTable } from '../support/assumptions-table.ts';
import { launchedPage, miniWatch } from '../support/mini-app.ts';

describe('an assumption', () => {
  it('is a row of the README’s table', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const table = readme.slice(readme.indexOf('### Assumptions'), readme.indexOf('### The engine'));
    const rows = table.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toEqual(assumptionsTable());
  });

  it('holds its usual value until a tester says otherwise', async () => {
    const watch = miniWatch({});
    expect(watch.sim.isAssumed('timers-in-dark', 'stop')).toBe(true);
    await watch.perform({ verb: 'assume', name: 'timers-in-dark', value: 'run' });
    expect([
      watch.sim.isAssumed('timers-in-dark', 'stop'),
      watch.sim.isAssumed('timers-in-dark', 'run'),
    ]).toEqual([false, true]);
  });

  it.each([
    ['nobody', 'x', 'Nothing is assumed about "nobody"'],
    ['append', 'maybe', 'append is one of kept, lost, not "maybe"'],
  ])('%s %s is refused with what there is', async (name, value, sentence) => {
    const watch = miniWatch({});
    await expect(watch.perform({ verb: 'assume', name, value })).rejects.toThrow(sentence);
  });
});

describe('a set of assumptions', () => {
  const reversed = (watch: ReturnType<typeof miniWatch>): string[] =>
    ASSUMPTION_ROWS.filter(({ name, values }) => watch.sim.isAssumed(name, values[1] ?? '')).map(
      (row) => row.name,
    );

  it('is named by its reading', async () => {
    const watch = miniWatch({});
    await watch.perform({ verb: 'assume', name: 'F9', value: 'reversed' });
    expect(reversed(watch)).toEqual(['double-click', 'single-click', 'key-taking']);
    await watch.perform({ verb: 'assume', name: 'F9', value: 'usual' });
    expect(reversed(watch)).toEqual([]);
  });

  it('is all of the readings, and one of them may be put back', async () => {
    const watch = miniWatch({});
    await watch.perform({ verb: 'assume', name: 'all', value: 'reversed' });
    await watch.perform({ verb: 'assume', name: 'vibrator', value: 'usual' });
    const readings = ASSUMPTION_ROWS.filter(({ reading }) => reading !== '').map(({ name }) => name);
    expect(reversed(watch)).toEqual(readings.filter((name) => name !== 'vibrator'));
  });

  it('may be chosen before the start', () => {
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

  it('ends the app and its alarms and keeps its files', async () => {
    const watch = await launchedPage(writing);
    await watch.perform({ verb: 'update' });
    await watch.advance('20m');
    expect([watch.sim.watch.page, [...watch.sim.files.keys()]]).toEqual([null, ['file']]);
  });

  it('takes them where that is assumed', async () => {
    const watch = await launchedPage(writing);
    await watch.perform({ verb: 'assume', name: 'update', value: 'wipes-files' });
    await watch.perform({ verb: 'update' });
    expect([...watch.sim.files.keys()]).toEqual([]);
  });
});
