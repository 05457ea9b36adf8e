/** What is assumed where nothing is published: listed in the README, and settable to the other way. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ASSUMPTIONS } from '../../src/engine/assumptions.ts';
import { launchedPage, miniWatch } from '../support/mini-app.ts';

describe('an assumption', () => {
  it('is listed in the README with its values, the usual one first', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const listed = readme
      .split('\n')
      .filter((line) => /^\| `[a-z-]+` \| [a-z0-9-]+(?:, [a-z0-9-]+)+ \|/.test(line));
    const rows = listed.map((line) =>
      line
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim())
        .join(' '),
    );
    expect(rows).toEqual(
      Object.entries(ASSUMPTIONS).map(([name, values]) => `\`${name}\` ${values.join(', ')}`),
    );
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
